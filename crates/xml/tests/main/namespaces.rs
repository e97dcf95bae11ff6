//! Namespaces and names that are values.

use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::{ErrorKind, Extra, OtherToken, RawElement, Writer, Xml, from_str, to_string};

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
