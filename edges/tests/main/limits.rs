//! The limits of what does not come as text, met and gone beyond by one: trees of minidom, events of xso, JSON.

use minidom::Element as Tree;
use xmpp_stanzas::core_stanzas::{Iq, IqKind, Message};
use xmpp_xml::edges::minidom::from_element_with;
use xmpp_xml::edges::xso::Lenient;
use xmpp_xml::{
    Element, Error, ErrorKind, Extra, Invalid, Limit, Limits, Options, RawElement, Report, Xml,
    read_with,
};
use xso::AsXml as _;

/// A type that may hold itself, and anything else.
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = "u", name = "t")]
struct Nest {
    #[xml(child)]
    inner: Vec<Self>,
    #[xml(extra)]
    extra: Extra,
}

fn read(text: &str) -> RawElement {
    RawElement::read_with(text.as_bytes(), &Options::new().limits(Limits::highest())).expect("XML")
}

/// An element that has so many of something.
type Make = Box<dyn Fn(usize) -> String>;

/// What has no namespace is written as it stands.
fn met_and_beyond() -> [(Limit, usize, Make); 8] {
    let attributes = |n: usize, start: &str, next: &dyn Fn(usize) -> String| {
        let all: String = (0..n).map(next).collect();
        format!("<a{start}{all}/>")
    };
    let limits = Limits::client();
    [
        (
            Limit::Bytes,
            limits.bytes,
            Box::new(|n| format!("<a>{}</a>", "x".repeat(n - 7))),
        ),
        (
            Limit::Bytes,
            limits.bytes,
            Box::new(|n| format!("<a b='{}'/>", "x".repeat(n - 9))),
        ),
        (
            Limit::Elements,
            limits.elements,
            Box::new(|n| format!("<a>{}</a>", "<b/>".repeat(n - 1))),
        ),
        (
            Limit::Depth,
            limits.depth,
            Box::new(|n| format!("{}{}", "<a>".repeat(n), "</a>".repeat(n))),
        ),
        (
            Limit::Attributes,
            limits.attributes,
            Box::new(move |n| attributes(n, "", &|n| format!(" a{n}=''"))),
        ),
        (
            Limit::Name,
            limits.name,
            Box::new(|n| format!("<a><{}/></a>", "b".repeat(n))),
        ),
        (
            Limit::Name,
            limits.name,
            Box::new(|n| format!("<a xmlns='{}'/>", "u".repeat(n))),
        ),
        (
            Limit::Prefixes,
            limits.prefixes,
            Box::new(move |n| attributes(n, "", &|n| format!(" xmlns:p{n}='{n}' p{n}:a=''"))),
        ),
    ]
}

fn by_minidom<T: Element>(element: &RawElement, invalid: Invalid) -> Result<T, Error> {
    // Only minidom's own bound is on the way into a tree.
    let tree = Tree::try_from(element)?;
    let options = Options::new().invalid(invalid);
    from_element_with(&tree, &options, &mut Report::default())
}

fn by_xso<T: xso::FromXml>(element: &RawElement) -> Result<T, Error> {
    xso::transform(element).map_err(|error| match error {
        xso::error::Error::TextParseError(error) => *error.downcast().expect("one of ours"),
        other => panic!("{other}"),
    })
}

#[test]
fn each_is_met_and_not_gone_beyond_by_trees_and_events() {
    for (limit, max, make) in met_and_beyond() {
        let (met, beyond) = (read(&make(max)), read(&make(max + 1)));
        for invalid in [Invalid::Reject, Invalid::Keep] {
            assert_eq!(by_minidom(&met, invalid).as_ref(), Ok(&met), "{limit}");
        }
        assert_eq!(by_xso(&met).as_ref(), Ok(&met), "{limit}");
        assert_eq!(
            by_xso(&met)
                .map(|lenient: Lenient<RawElement>| lenient.value)
                .as_ref(),
            Ok(&met)
        );

        let kind = ErrorKind::LimitExceeded { limit, max };
        for error in [
            by_minidom::<RawElement>(&beyond, Invalid::Reject).err(),
            by_minidom::<RawElement>(&beyond, Invalid::Keep).err(),
            by_xso::<RawElement>(&beyond).err(),
            by_xso::<Lenient<RawElement>>(&beyond).err(),
        ] {
            assert_eq!(error.as_ref().map(Error::kind), Some(&kind), "{limit}");
        }
    }
}

fn nest(levels: usize) -> RawElement {
    read(&format!(
        "<t xmlns='u'>{}{}",
        "<t>".repeat(levels - 1),
        "</t>".repeat(levels)
    ))
}

#[test]
fn types_are_nested_so_far_and_no_farther_by_every_route() {
    let max = Limits::default().nesting;
    let met = nest(max + 1);
    let expected: Nest = met.parse().expect("within the limits");
    assert_eq!(by_minidom(&met, Invalid::Reject).as_ref(), Ok(&expected));
    assert_eq!(by_xso(&met).as_ref(), Ok(&expected));
    let json = serde_json::to_string(&expected).expect("JSON");
    assert_eq!(
        serde_json::from_str::<Nest>(&json).expect("within the limits"),
        expected
    );

    let beyond = nest(max + 2);
    let kind = ErrorKind::LimitExceeded {
        limit: Limit::Nesting,
        max,
    };
    for error in [
        beyond.parse::<Nest>().err(),
        by_minidom::<Nest>(&beyond, Invalid::Reject).err(),
        by_xso::<Nest>(&beyond).err(),
    ] {
        assert_eq!(error.as_ref().map(Error::kind), Some(&kind));
    }
    // Kept where it stands, and in JSON as well.
    let kept: Nest = by_minidom(&beyond, Invalid::Keep).expect("it is kept");
    let lenient: Lenient<Nest> = by_xso(&beyond).expect("it is kept");
    assert_eq!(lenient.value, kept);
    assert_eq!(
        lenient.report.problems.first().map(Error::kind),
        Some(&kind)
    );
    let json = serde_json::to_string(&kept).expect("JSON");
    assert_eq!(
        serde_json::from_str::<Nest>(&json).expect("as it was kept"),
        kept
    );
    let mut json = "{\"inner\":[]}".to_owned();
    for _ in 0..=max {
        json = format!("{{\"inner\":[{json}]}}");
    }
    let error = serde_json::from_str::<Nest>(&json).expect_err("one more");
    assert!(
        error.to_string().contains("more than 32 levels of types"),
        "{error}"
    );

    // The limit that is given holds.
    let mut options = Options::new();
    options.limits.nesting = 3;
    let tree = Tree::try_from(&nest(4)).expect("a tree");
    assert!(from_element_with::<Nest>(&tree, &options, &mut Report::default()).is_ok());
    let tree = Tree::try_from(&nest(5)).expect("a tree");
    assert!(from_element_with::<Nest>(&tree, &options, &mut Report::default()).is_err());
}

/// JSON has no limits of size, so that whatever has been read goes there and comes back.
#[test]
fn what_was_read_by_any_limits_of_size_comes_back_from_json() {
    let n = 2000;
    let attributes: String = (0..n)
        .map(|n| format!(" xmlns:p{n}='u:{n}' p{n}:a=''"))
        .collect();
    for inside in [
        format!("<x>{}</x>", "&amp;text".repeat(100_000)),
        format!("<x y='{}'/>", "v".repeat(1 << 20)),
        "<x/>".repeat(1 << 17),
        format!("<x{attributes}/>"),
        format!("<{}/>", "x".repeat(n)),
        format!("<x xmlns='{}'/>", "u".repeat(n)),
        format!("{}{}", "<x>".repeat(255), "</x>".repeat(255)),
    ] {
        let text = format!("<t xmlns='u'>{inside}</t>");
        let options = Options::new().limits(Limits::highest());
        let raw = read(&text);
        let json = serde_json::to_string(&raw).expect("JSON");
        assert_eq!(
            serde_json::from_str::<RawElement>(&json).expect("it was read before"),
            raw
        );
        let typed: Nest =
            read_with(text.as_bytes(), &options, &mut Report::default()).expect("a nest");
        let json = serde_json::to_string(&typed).expect("JSON");
        assert_eq!(
            serde_json::from_str::<Nest>(&json).expect("it was read before"),
            typed
        );
    }
    let deep = |levels: usize| {
        serde_json::to_string(&read(&format!(
            "{}{}",
            "<x>".repeat(levels),
            "</x>".repeat(levels)
        )))
    };
    let max = Limits::default().depth;
    serde_json::from_str::<RawElement>(&deep(max).expect("JSON")).expect("as deep as may be");
    let error =
        serde_json::from_str::<RawElement>(&deep(max + 1).expect("JSON")).expect_err("too deep");
    assert!(
        error.to_string().contains("256 levels of elements"),
        "{error}"
    );
}

/// More than a record counts, or than any reader takes.
#[test]
fn what_no_reader_takes_is_an_error_by_every_route() {
    let mut named = Nest {
        inner: Vec::new(),
        extra: Extra::new(),
    };
    named
        .extra
        .set_attribute("", &"n".repeat(70_000), "1")
        .expect("XML has no limit");
    let attributes: String = (0..32_767).map(|n| format!(" a{n}=''")).collect();
    let text = format!("<t xmlns='u'{attributes}/>");
    let options = Options::new().limits(Limits::highest());
    let mut crowded: Nest =
        read_with(text.as_bytes(), &options, &mut Report::default()).expect("as many as can be");
    crowded
        .extra
        .set_attribute("", "more", "")
        .expect("an attribute");
    for nest in [named, crowded] {
        let is_limit = |error: &Error| matches!(error.kind(), ErrorKind::LimitExceeded { .. });
        let mut iq = Iq::new(IqKind::Set, "1");
        assert!(is_limit(&iq.set_payload(&nest).expect_err("a payload")));
        assert!(iq.payloads.is_empty());
        let mut message = Message::new();
        assert!(is_limit(
            &message.push_payload(&nest).expect_err("a payload")
        ));
        assert!(message.payloads.is_empty());
        assert!(is_limit(
            &RawElement::from_element(&nest).expect_err("an element")
        ));
        assert!(is_limit(&Tree::try_from(&nest).expect_err("a tree")));
        assert!(serde_json::to_string(&nest).is_err());
        assert!(nest.as_xml_iter().is_err());
    }
}

/// minidom has a copy of its namespace in each element and attribute.
#[test]
fn names_of_namespaces_are_copied_into_a_tree_in_proportion_to_the_element() {
    let source = |name: usize, elements: usize| {
        let children = "<b p:c=''/>".repeat(elements);
        read(&format!("<a xmlns:p='{}'>{children}</a>", "u".repeat(name)))
    };
    // 64 times the element, and 64 KiB for small ones.
    for (name, elements) in [(100, 10), (1000, 40), (300, 10_000)] {
        let element = source(name, elements);
        let tree = Tree::try_from(&element).expect("in proportion");
        assert!(RawElement::try_from(&tree).is_ok_and(|back| back == element));
    }
    for (name, elements) in [(10_000, 8), (1000, 10_000)] {
        let element = source(name, elements);
        let max = 64 * element.to_string().len() + (64 << 10);
        let copies = name * elements;
        let error = Tree::try_from(&element).err();
        let limit = Limit::Memory;
        let kind = ErrorKind::LimitExceeded { limit, max };
        let expected = (copies > max).then_some(&kind);
        assert_eq!(
            error.as_ref().map(Error::kind),
            expected,
            "{name} {elements}"
        );
    }
    let exact = |name: usize| {
        let element = source(name, 1000);
        let max = 64 * element.to_string().len() + (64 << 10);
        (name * 1000 <= max, Tree::try_from(&element).is_ok())
    };
    let outcomes: Vec<_> = (820..828).map(exact).collect();
    assert!(
        outcomes.iter().all(|(fits, taken)| fits == taken),
        "{outcomes:?}"
    );
    assert!(outcomes.first() != outcomes.last(), "{outcomes:?}");
}
