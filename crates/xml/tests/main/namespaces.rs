//! Namespaces and names that are values.

use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::{
    Element, ErrorKind, Extra, OtherToken, RawElement, Writer, Xml, from_str, to_string,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Xml)]
enum Side {
    #[xml(token = "urn:left")]
    Left,
    #[xml(token = "urn:right")]
    Right,
}

#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(name = "hand")]
struct Hand {
    #[xml(namespace)]
    side: Side,
    #[xml(child)]
    fingers: Vec<Finger>,
    #[xml(child_text = "ring")]
    ring: Option<String>,
    #[xml(child)]
    held: Vec<RawElement>,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = ["urn:left", "urn:right"], name = "finger")]
struct Finger {
    #[xml(text)]
    name: String,
    #[xml(extra)]
    extra: Extra,
}

#[test]
fn the_namespace_is_a_value() {
    let hand: Hand =
        assert_typed("<hand xmlns='urn:right'><finger>thumb</finger><ring>gold</ring></hand>");
    assert_eq!(hand.side, Side::Right);
    assert_eq!(hand.fingers.len(), 1);
    let left = Hand {
        side: Side::Left,
        ..hand
    };
    assert_eq!(
        to_string(&left).unwrap(),
        "<hand xmlns='urn:left'><finger>thumb</finger><ring>gold</ring></hand>"
    );
    assert!(
        from_str::<Hand>("<hand xmlns='urn:foot'/>")
            .unwrap_err()
            .is_wrong_element()
    );
}

#[test]
fn a_part_in_another_of_the_namespaces_is_not_its_own() {
    let hand: Hand = assert_lossless(
        "<hand xmlns='urn:right'><finger xmlns='urn:left'/><ring xmlns='urn:left'/></hand>",
    );
    assert!(hand.fingers.is_empty() && hand.ring.is_none());
    assert_eq!(hand.held.len(), 2);
    let alone: Finger = assert_typed("<finger xmlns='urn:left'>x</finger>");
    assert_eq!(alone.name, "x");
    assert!(
        from_str::<Finger>("<finger xmlns='urn:right'/>")
            .unwrap_err()
            .is_wrong_element()
    );
}

#[derive(Clone, Debug, PartialEq, Eq, Xml)]
enum Colour {
    Red,
    DarkBlue,
    #[xml(other)]
    Other(OtherToken),
}

#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = "urn:colour")]
struct Paint {
    #[xml(name)]
    colour: Colour,
    #[xml(text)]
    note: Option<String>,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = "urn:colour", name = "pot")]
struct Pot {
    #[xml(child)]
    paint: Option<Paint>,
    #[xml(child_text = "label")]
    label: Option<String>,
    #[xml(child)]
    other: Vec<RawElement>,
    #[xml(extra)]
    extra: Extra,
}

#[test]
fn the_name_is_a_value() {
    let paint: Paint = assert_typed("<dark-blue xmlns='urn:colour'>thick</dark-blue>");
    assert_eq!(
        (paint.colour, paint.note.as_deref()),
        (Colour::DarkBlue, Some("thick"))
    );
    let paint: Paint = assert_typed("<sand xmlns='urn:colour'/>");
    assert_eq!(paint.colour, Colour::from("sand"));
    let odd = Paint {
        colour: Colour::from("no name"),
        note: None,
        extra: Extra::new(),
    };
    assert!(matches!(
        to_string(&odd).unwrap_err().kind(),
        ErrorKind::UnwritableName { .. }
    ));
}

#[test]
fn a_name_that_a_field_has_goes_there_before_an_open_one() {
    let pot: Pot = assert_typed(
        "<pot xmlns='urn:colour'><label>l</label><red/><tin xmlns='urn:metal'/></pot>",
    );
    assert_eq!(pot.label.as_deref(), Some("l"));
    assert_eq!(pot.paint.map(|p| p.colour), Some(Colour::Red));
    assert_eq!(pot.other.len(), 1);
}

#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = "urn:pre", name = "out", prefix = "p")]
struct Prefixed {
    #[xml(child)]
    inner: Option<Finger>,
    #[xml(extra)]
    extra: Extra,
}

#[test]
fn writes_with_the_prefix_that_is_told() {
    // Which stays as it was where it was another, or none.
    for source in [
        "<out xmlns='urn:pre'><finger xmlns='urn:left'>x</finger></out>",
        "<q:out xmlns:q='urn:pre'><finger xmlns='urn:left'>x</finger></q:out>",
    ] {
        let value: Prefixed = assert_typed(source);
        assert_eq!(to_string(&value).unwrap(), source);
    }
    let own = "<p:out xmlns:p='urn:pre'><finger xmlns='urn:left'>x</finger></p:out>";
    let value: Prefixed = assert_typed(own);
    assert_eq!(to_string(&value).unwrap(), own);
    let mut writer = Writer::new().within("urn:left", &[("p", "urn:pre")]);
    writer.element(&value);
    assert_eq!(
        writer.finish().unwrap(),
        "<p:out><finger>x</finger></p:out>"
    );
    // An attribute of another namespace does not take the prefix away.
    let value: Prefixed = assert_lossless("<out xmlns='urn:pre' xmlns:p='urn:q' p:a='1'/>");
    assert_eq!(value.extra.attribute("urn:q", "a"), Some("1"));
}

#[test]
fn declares_a_namespace_once() {
    let mut writer = Writer::new().within("urn:left", &[]);
    let hand: Hand = from_str("<hand xmlns='urn:left'><finger>x</finger></hand>").unwrap();
    writer.element(&hand);
    writer.element(&hand);
    let one = "<hand><finger>x</finger></hand>";
    assert_eq!(writer.take().unwrap(), format!("{one}{one}"));
    writer.element(&hand);
    assert_eq!(writer.finish().unwrap(), one);
}

const LINK: &str = "urn:link&more";

#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = "urn:anchor", name = "anchor", new, parameters = [href, number])]
struct Anchor {
    #[xml(attribute = "l:href", namespace = LINK)]
    href: Option<String>,
    #[xml(attribute = "l:number", namespace = LINK, default)]
    number: u8,
    /// Of the same local name, in no namespace.
    #[xml(attribute = "href")]
    plain: Option<String>,
    #[xml(child)]
    inner: Vec<Self>,
    #[xml(extra)]
    extra: Extra,
}

#[test]
fn an_attribute_in_a_namespace_has_a_prefix_of_its_own() {
    let anchor = Anchor {
        inner: vec![Anchor::new("b", 0), Anchor::new("c", 2)],
        plain: Some("p".to_owned()),
        ..Anchor::new("a", 1)
    };
    let text = to_string(&anchor).unwrap();
    assert_eq!(
        text,
        "<anchor xmlns='urn:anchor' xmlns:l='urn:link&amp;more' l:href='a' l:number='1' href='p'>\
         <anchor l:href='b'/><anchor l:href='c' l:number='2'/></anchor>"
    );
    assert_eq!(from_str::<Anchor>(&text).unwrap(), anchor);
    // Whether it is looked at as it stands or not.
    let raw = RawElement::from_element(&anchor).unwrap();
    assert_eq!(raw.parse::<Anchor>().unwrap(), anchor);
    let hand = Hand {
        side: Side::Left,
        fingers: Vec::new(),
        ring: None,
        held: vec![raw],
        extra: Extra::new(),
    };
    let text = to_string(&hand).unwrap();
    assert_eq!(from_str::<Hand>(&text).unwrap(), hand);
}

#[test]
fn an_attribute_in_a_namespace_is_read_by_any_prefix() {
    for (declared, has_href) in [
        ("xmlns:x='urn:link&#38;more' x:href='a' y='1'", true),
        (
            "xmlns:l='urn:other' xmlns:x='urn:link&amp;more' x:href='a' l:href='b'",
            true,
        ),
        ("xmlns:l='urn:other' l:href='b'", false),
        ("href='b'", false),
    ] {
        let source = format!("<anchor xmlns='urn:anchor' {declared}/>");
        let mut anchor: Anchor = assert_lossless(&source);
        assert_eq!(anchor.href.as_deref(), has_href.then_some("a"), "{source}");
        // Also where the prefix stands for something else already.
        anchor.href = Some("z".to_owned());
        let again: Anchor = assert_lossless(&to_string(&anchor).unwrap());
        assert_eq!(again.href.as_deref(), Some("z"), "{source}");
        assert_eq!(again.extra, anchor.extra);
    }
    for twice in [
        "xmlns:l='urn:link&amp;more' xmlns:x='urn:link&amp;more' x:href='a' l:href='a'",
        "xmlns:l='urn:link&amp;more' l:number='many'",
    ] {
        assert!(from_str::<Anchor>(&format!("<anchor xmlns='urn:anchor' {twice}/>")).is_err());
    }
}

#[cfg(feature = "serde")]
#[test]
fn an_attribute_in_a_namespace_travels_as_json() {
    for source in [
        "<anchor xmlns='urn:anchor' xmlns:l='urn:link&amp;more' l:href='a' l:number='1'/>",
        "<anchor xmlns='urn:anchor' xmlns:x='urn:link&amp;more' xmlns:l='urn:l' x:href='a' l:href='1'/>",
    ] {
        let anchor: Anchor = from_str(source).unwrap();
        let json = serde_json::to_value(&anchor).unwrap();
        assert_eq!(json["href"], "a");
        assert_eq!(serde_json::from_value::<Anchor>(json).unwrap(), anchor);
    }
    // Nobody has declared anything.
    let anchor: Anchor = serde_json::from_str(r#"{"href":"a","plain":"b","number":7}"#).unwrap();
    assert_eq!((anchor.href.as_deref(), anchor.number), (Some("a"), 7));
    let taken = r#"{"href":"a","$extra":{"declarations":{"l":"urn:l"}}}"#;
    let anchor: Anchor = serde_json::from_str(taken).unwrap();
    assert_eq!(anchor.href.as_deref(), Some("a"));
}

#[derive(Clone, Debug, PartialEq, Eq, Xml)]
enum Limb {
    Hand(Hand),
    Finger(Finger),
    Other(RawElement),
}

#[test]
fn lists_the_names_that_a_type_has() {
    fn names<T: Element>() -> Vec<(&'static str, &'static str)> {
        let mut all = Vec::new();
        T::NAMES.each(&mut |namespace, name| all.push((namespace, name)));
        all
    }
    let hands = [("urn:left", "finger"), ("urn:right", "finger")];
    assert_eq!(names::<Finger>(), hands);
    assert_eq!(names::<RawElement>(), []);
    let limbs = names::<Limb>();
    assert!(limbs.ends_with(&hands), "{limbs:?}");
    assert!(limbs.contains(&("urn:right", "hand")), "{limbs:?}");
}

/// Few attributes are compared in pairs, many are sorted.
#[test]
fn a_prefix_is_no_attribute_of_its_name() {
    for count in [0, 5, 20, 100] {
        let more: String = (0..count)
            .map(|n| format!(" a{n}='' xmlns:a{n}='u{n}'"))
            .collect();
        let source = |declared: &str, attribute: &str| {
            format!("<a{more} xmlns:p='v' xmlns:q='v' {declared}='u' {attribute}=''/>")
        };
        for (declared, attribute) in [
            ("xmlns:b", "b"),
            ("xmlns", "b"),
            ("xmlns:c", "p:c"),
            ("xmlns:c", "p"),
            ("xmlns:c='w' c:d", "c"),
        ] {
            let source = source(declared, attribute);
            let read = source.parse::<RawElement>();
            assert!(read.is_ok(), "{source} {read:?}");
        }
        for (declared, attribute, name) in [
            ("xmlns:p", "b", "xmlns:p"),
            ("xmlns", "xmlns", "xmlns"),
            ("b", "b", "b"),
            ("p:b", "q:b", "q:b"),
            ("p:b", "p:b", "p:b"),
        ] {
            let source = source(declared, attribute);
            let error = source.parse::<RawElement>().unwrap_err();
            let kind = ErrorKind::DuplicateAttribute { name: name.into() };
            assert_eq!(error.kind(), &kind, "{source}");
        }
    }
}

/// What is declared stays, and nothing is written with a prefix that means something else.
#[test]
fn the_namespace_changes_whatever_is_declared() {
    for declarations in [
        "",
        " xmlns='urn:x'",
        " xmlns='urn:x' xmlns:r='urn:right'",
        " xmlns:r='urn:right'",
        " xmlns='urn:right'",
        " xmlns='urn:x' xmlns:ns0='urn:y'",
    ] {
        let source = format!(
            "<l:hand xmlns:l='urn:left'{declarations}><l:finger>thumb</l:finger><l:ring>gold</l:ring></l:hand>"
        );
        let mut hand: Hand = assert_typed(&source);
        assert_eq!(hand.side, Side::Left);
        hand.side = Side::Right;
        let written = to_string(&hand).unwrap();
        let element: RawElement = written.parse().unwrap();
        assert!(element.is("urn:right", "hand"), "{written}");
        let again: Hand = from_str(&written).unwrap();
        assert_eq!(again, hand, "{written}");
        hand.side = Side::Left;
        let back: RawElement = to_string(&hand).unwrap().parse().unwrap();
        assert_eq!(back, source.parse().unwrap(), "{back}");
    }
}

#[test]
fn a_part_of_several_namespaces_is_read_from_json_alone_or_in_its_place() {
    let finger: Finger = serde_json::from_str(r#""thumb""#)
        .or_else(|_| serde_json::from_str(r#"{"name":"thumb"}"#))
        .expect("a finger");
    assert_eq!(
        to_string(&finger).unwrap(),
        "<finger xmlns='urn:left'>thumb</finger>"
    );
    for namespace in ["urn:left", "urn:right"] {
        let hand: Hand = assert_typed(&format!(
            "<hand xmlns='{namespace}'><finger>thumb</finger></hand>"
        ));
        let json = serde_json::to_string(&hand).unwrap();
        assert_eq!(serde_json::from_str::<Hand>(&json).unwrap(), hand, "{json}");
    }
}
