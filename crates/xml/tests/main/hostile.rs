//! Input that means harm: an error or a value, in little time, on a small stack.

use std::thread;

use proptest::prelude::*;
use xmpp_xml::{
    ErrorKind, Extra, Invalid, Limits, Options, RawElement, Report, Xml, from_slice, read_with,
    to_string,
};

#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = "urn:h", name = "h")]
struct Holder {
    #[xml(attribute)]
    n: Option<u8>,
    #[xml(child)]
    inner: Vec<Self>,
    #[xml(child_text = "t")]
    t: Vec<u8>,
    #[xml(child)]
    others: Vec<RawElement>,
    #[xml(extra)]
    extra: Extra,
}

/// Runs on a stack of 256 KB.
fn on_a_small_stack(test: impl FnOnce() + Send + 'static) {
    thread::Builder::new()
        .stack_size(256 << 10)
        .spawn(test)
        .unwrap()
        .join()
        .unwrap();
}

fn highest() -> Options {
    Options::new().limits(Limits::highest())
}

/// Everything that can be done with an input, by all options.
fn exercise(input: &[u8]) {
    for invalid in [Invalid::Reject, Invalid::Keep] {
        let mut report = Report::default();
        let options = Options::file().invalid(invalid);
        if let Ok(value) = read_with::<Holder>(input, &options, &mut report) {
            let written = to_string(&value).unwrap();
            let again: Holder =
                read_with(written.as_bytes(), &options, &mut Report::default()).unwrap();
            assert_eq!(value, again);
            let raw = RawElement::read_with(input, &options).unwrap();
            assert_eq!(raw, written.parse().unwrap(), "{written}");
        }
    }
    if let Ok(raw) = RawElement::from_slice(input) {
        let again = RawElement::from_slice(raw.to_string().as_bytes()).unwrap();
        assert_eq!(raw, again);
        for node in raw.node().children() {
            let part = RawElement::from(node);
            assert_eq!(
                RawElement::from_slice(part.to_string().as_bytes()).unwrap(),
                part
            );
        }
    }
}

#[test]
fn nesting_is_bounded_and_needs_no_stack() {
    on_a_small_stack(|| {
        let deep = |n: usize| format!("{}{}", "<a>".repeat(n), "</a>".repeat(n));
        let error = RawElement::from_slice(deep(4000).as_bytes()).unwrap_err();
        assert!(matches!(
            error.kind(),
            ErrorKind::LimitExceeded { max: 256, .. }
        ));
        assert_eq!(error.offset(), 256 * 3);
        let _ = from_slice::<Holder>("<a>".repeat(10_000).as_bytes()).unwrap_err();
        // With the limit gone the text alone is what it costs.
        let raw = RawElement::read_with(deep(200_000).as_bytes(), &highest()).unwrap();
        let copy = raw.clone();
        assert_eq!(raw.canonical(), copy.canonical());
        drop((raw, copy));
    });
}

#[test]
fn nested_types_fit_a_small_stack() {
    on_a_small_stack(|| {
        let nested = |n: usize| {
            format!(
                "<h xmlns='urn:h'>{}<h n='1'/>{}</h>",
                "<h>".repeat(n),
                "</h>".repeat(n)
            )
        };
        let holder: Holder = from_slice(nested(31).as_bytes()).unwrap();
        assert_eq!(to_string(&holder).unwrap(), nested(31));
        let error = from_slice::<Holder>(nested(32).as_bytes()).unwrap_err();
        assert!(matches!(
            error.kind(),
            ErrorKind::LimitExceeded { max: 32, .. }
        ));
    });
}

#[test]
fn many_attributes_are_bounded_and_not_quadratic() {
    on_a_small_stack(|| {
        let many = |n: usize| {
            let mut source = String::from("<h xmlns='urn:h'");
            (0..n).for_each(|i| source.push_str(&format!(" a{i}='{i}'")));
            source + "/>"
        };
        let error = from_slice::<Holder>(many(10_000).as_bytes()).unwrap_err();
        assert!(matches!(
            error.kind(),
            ErrorKind::LimitExceeded { max: 256, .. }
        ));
        let holder: Holder =
            read_with(many(30_000).as_bytes(), &highest(), &mut Report::default()).unwrap();
        assert_eq!(holder.extra.attributes().count(), 30_000);
        let twice = many(30_000).replace("/>", " a7=''/>");
        let error = RawElement::read_with(twice.as_bytes(), &highest()).unwrap_err();
        assert_eq!(
            *error.kind(),
            ErrorKind::DuplicateAttribute { name: "a7".into() }
        );
    });
}

#[test]
fn many_prefixes_are_bounded() {
    on_a_small_stack(|| {
        let mut source = String::from("<a");
        (0..200).for_each(|i| source.push_str(&format!(" xmlns:p{i}='u{i}'")));
        source.push_str("/>");
        let error = RawElement::from_slice(source.as_bytes()).unwrap_err();
        assert!(matches!(
            error.kind(),
            ErrorKind::LimitExceeded { max: 128, .. }
        ));
    });
}

#[test]
fn long_names_and_values_are_bounded_or_carried() {
    on_a_small_stack(|| {
        let long = "n".repeat(10 << 20);
        for source in [
            format!("<{long}/>"),
            format!("<a {long}=''/>"),
            format!("<a xmlns:{long}='u'/>"),
            format!("<{long}:a/>"),
        ] {
            let error = RawElement::read_with(source.as_bytes(), &Options::file()).unwrap_err();
            assert!(
                matches!(error.kind(), ErrorKind::LimitExceeded { max: 1024, .. }),
                "{error}"
            );
            let error = RawElement::read_with(source.as_bytes(), &highest()).unwrap_err();
            assert!(matches!(
                error.kind(),
                ErrorKind::LimitExceeded { max: 65_535, .. }
            ));
        }
        let value = format!("<h xmlns='urn:h' k='{long}'>{long}</h>");
        let error = from_slice::<Holder>(value.as_bytes()).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::LimitExceeded { .. }));
        let holder: Holder =
            read_with(value.as_bytes(), &highest(), &mut Report::default()).unwrap();
        assert_eq!(to_string(&holder).unwrap(), value);
    });
}

#[test]
fn many_references_are_linear() {
    let source = format!(
        "<h xmlns='urn:h' k='{0}'>{0}</h>",
        "&amp;&#x1F980;".repeat(8_000)
    );
    exercise(source.as_bytes());
    let unclosed = format!("<h xmlns='urn:h'>{}</h>", "&amp".repeat(1_000_000));
    assert!(from_slice::<Holder>(unclosed.as_bytes()).is_err());
}

const VECTOR: &str = "<?xml version=\"1.0\" encoding='utf-8'?><!-- x --><h:h xmlns:h='urn:h' xmlns='u&#49;' n=' 07'  \
    h:k=\"a&lt;&#x1F980;\"><h:t>1</h:t><h:h n='2'/>text<![CDATA[<&]]>\r\n<x y='1'/><h:t a='b'>+2</h:t>\
    <p:z xmlns:p='urn:z'><w/></p:z></h:h> ";

#[test]
fn truncation_anywhere_is_an_error() {
    let whole = VECTOR.trim_end();
    exercise(whole.as_bytes());
    for end in 0..whole.len() {
        let part = &whole.as_bytes()[..end];
        assert!(RawElement::read_with(part, &Options::file()).is_err());
        exercise(part);
    }
    assert!(RawElement::read_with(whole.as_bytes(), &Options::file()).is_ok());
}

#[test]
fn any_change_of_a_byte_is_an_error_or_a_value() {
    on_a_small_stack(|| {
        let mut input = VECTOR.as_bytes().to_vec();
        for at in 0..input.len() {
            let old = input[at];
            for new in 0..=255 {
                input[at] = new;
                exercise(&input);
            }
            input[at] = old;
        }
    });
}

/// Markup and its pieces, put together at random.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("<h xmlns='urn:h'>"),
        Just("<h:h xmlns:h='urn:h' "),
        Just("<h>"),
        Just("</h>"),
        Just("</h:h>"),
        Just("<t>"),
        Just("</t>"),
        Just("1"),
        Just(" +1"),
        Just("<x/>"),
        Just("<x xmlns=''/>"),
        Just("<h:x/>"),
        Just(" n='1'"),
        Just(" n=\"x\""),
        Just(" h:n='1'"),
        Just(" xmlns:h='u'"),
        Just("/>"),
        Just(">"),
        Just("<![CDATA["),
        Just("]]>"),
        Just("&amp;"),
        Just("&#0;"),
        Just("&x;"),
        Just("\r\n"),
        Just("\u{FFFE}"),
        Just("\u{FFFD}é🦀"),
        Just("<!--"),
        Just("-->"),
        Just("<?x?>"),
        Just("'"),
        Just("="),
        Just(":"),
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|p| p.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(3000) })]

    #[test]
    fn any_pieces_are_an_error_or_a_value(text in pieces()) {
        exercise(text.as_bytes());
    }

    #[test]
    fn any_bytes_are_an_error_or_a_value(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
        exercise(&bytes);
    }

    #[test]
    fn any_text_is_written_so_that_it_reads_the_same(text in any::<String>()) {
        let mut holder: Holder = from_slice(b"<h xmlns='urn:h'/>").unwrap();
        holder.extra.set_attribute("urn:k", "k", &text).unwrap();
        match to_string(&holder) {
            Ok(written) => prop_assert_eq!(from_slice::<Holder>(written.as_bytes()).unwrap(), holder),
            Err(e) => {
                let is_character = matches!(e.kind(), ErrorKind::UnwritableCharacter { .. });
                prop_assert!(is_character, "{}", e);
            }
        }
    }

    /// What is accepted here is accepted by another reader, and has the same content there.
    #[test]
    fn agrees_with_another_reader(text in pieces()) {
        if let Ok(raw) = RawElement::from_slice(text.as_bytes()) {
            let written = raw.to_string();
            let other = roxmltree::Document::parse(&written);
            prop_assert!(other.is_ok(), "{} {:?}", raw, other);
            let other = other.unwrap();
            let root = other.root_element();
            prop_assert_eq!(root.tag_name().name(), raw.name());
            prop_assert_eq!(root.tag_name().namespace().unwrap_or_default(), raw.namespace());
            let texts: String = root.children().filter(|n| n.is_text()).filter_map(|n| n.text()).collect();
            prop_assert_eq!(texts, raw.node().text());
            prop_assert_eq!(root.attributes().len(), raw.node().attributes().count());
            for (a, b) in root.attributes().zip(raw.node().attributes()) {
                prop_assert_eq!((a.name(), a.value()), (b.name, b.value.as_ref()));
            }
        }
    }
}

#[test]
fn many_problems_are_listed_in_linear_time() {
    let mut source = String::from("<h xmlns='urn:h'>");
    (0..50_000).for_each(|_| source.push_str("<t>x</t><t>1</t><h n='y' z='1'/>"));
    source.push_str("</h>");
    let mut report = Report::default();
    let options = Options::file().invalid(Invalid::Keep);
    let holder: Holder = read_with(source.as_bytes(), &options, &mut report).unwrap();
    // As many as are of use to anybody, and the number of all.
    assert_eq!((report.problems.len(), report.untyped.len()), (256, 256));
    assert_eq!(report.omitted, 100_000 - 256 + 50_000 - 256);
    assert_eq!(report.problems.last().unwrap().path(), "/h/h[128]/@n");
    assert_eq!(report.untyped.last().unwrap().path, "/h/h[256]/@z");
    let raw = RawElement::read_with(source.as_bytes(), &options).unwrap();
    let written = to_string(&holder).unwrap();
    assert_eq!(
        raw,
        RawElement::read_with(written.as_bytes(), &options).unwrap()
    );
}
