//! Through the traits of xso, in its own types and next to them.

use rxml::parser::EventMetrics;
use rxml::{AttrMap, Event, Namespace, NcName, QName};
use xmpp_stanzas::core_stanzas::Stanza;
use xmpp_stanzas::data_forms::form::Form;
use xmpp_stanzas::disco::info::{Request, Response};
use xmpp_xml::{Error, ErrorKind, Extra, Limit, RawElement, Xml};
use xso::error::{Error as Invalid, FromEventsError};
use xso::fromxml::XmlNameMatcher;
use xso::{AsXml, Context, FromEventsBuilder, FromXml};

/// A type of this test's own.
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = "urn:example:boat", name = "boat")]
struct Boat {
    #[xml(attribute)]
    masts: u8,
    #[xml(attribute)]
    name: Option<String>,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = "urn:example:boat", name = "raft")]
struct Raft {
    #[xml(extra)]
    extra: Extra,
}

/// A type that xso derives, with ours in it.
#[derive(Debug, PartialEq, FromXml, AsXml)]
#[xml(namespace = "urn:example:harbour", name = "harbour")]
struct Harbour {
    #[xml(child)]
    request: Request,
    #[xml(child(n = ..))]
    berths: Vec<Berth>,
}

#[derive(Debug, PartialEq, FromXml, AsXml)]
#[xml()]
enum Berth {
    #[xml(transparent)]
    Boat(Boat),
    #[xml(transparent)]
    Raft(Box<Raft>),
    #[xml(transparent)]
    Other(RawElement),
}

fn canonical(text: &[u8]) -> String {
    RawElement::from_slice(text)
        .expect("well-formed")
        .canonical()
}

#[test]
fn ours_stand_in_types_that_xso_derives_and_are_told_apart_by_name() -> Result<(), Invalid> {
    let source = "<harbour xmlns='urn:example:harbour'>\
                  <boat xmlns='urn:example:boat' masts=' 2' sails='5'>\n<mast/></boat>\
                  <query xmlns='http://jabber.org/protocol/disco#info' node='quay' xml:lang='en'/>\
                  <raft xmlns='urn:example:boat'>!</raft>\
                  <p:boat xmlns:p='urn:example:raft' p:masts='0' masts='many'/></harbour>";
    let harbour: Harbour = xso::from_bytes(source.as_bytes())?;
    assert_eq!(harbour.request.node.as_deref(), Some("quay"));
    let [Berth::Boat(boat), Berth::Raft(raft), Berth::Other(other)] = &*harbour.berths else {
        panic!("{harbour:?}");
    };
    assert_eq!(boat.masts, 2);
    assert_eq!(boat.extra.attribute("", "sails"), Some("5"));
    assert_eq!(raft.extra.texts().collect::<String>(), "!");
    assert_eq!(other.name(), "boat");
    let written = xso::to_vec(&harbour)?;
    // xso writes by field.
    let by_field = "<harbour xmlns='urn:example:harbour'>\
                    <query xmlns='http://jabber.org/protocol/disco#info' node='quay' xml:lang='en'/>\
                    <boat xmlns='urn:example:boat' masts=' 2' sails='5'>\n<mast/></boat>\
                    <raft xmlns='urn:example:boat'>!</raft>\
                    <p:boat xmlns:p='urn:example:raft' p:masts='0' masts='many'/></harbour>";
    assert_eq!(canonical(&written), canonical(by_field.as_bytes()));
    Ok(())
}

#[test]
fn one_type_becomes_another_over_events() -> Result<(), Invalid> {
    let source =
        "<query xmlns='http://jabber.org/protocol/disco#info'><feature var='a' x=''/></query>";
    let raw: RawElement = xso::from_bytes(source.as_bytes())?;
    let response: Response = xso::transform(&raw)?;
    assert_eq!(response.features.len(), 1);
    assert_eq!(xso::transform::<RawElement, _>(&response)?, raw);
    Ok(())
}

#[test]
fn names_and_values_keep_what_they_mean() -> Result<(), Invalid> {
    for text in [
        "<p:a xmlns:p='urn:p'><p:b xmlns:p='urn:q'><p:c xmlns:p='urn:r' p:d='1'/></p:b></p:a>",
        "<a xmlns:b='urn:b' xmlns:c='urn:c' b:d='1' c:d='2' b:e='3' d='4' xml:d='5'><a/></a>",
        "<a xmlns='urn:a' xmlns:b='urn:b' b:c='1'><b:d xmlns:b='urn:c' b:c='2'/><d xmlns=''/></a>",
        "<a xmlns='&amp;amp;'><b xmlns='&amp;'/><b xmlns:p='&amp;amp;' p:c='&apos;'/></a>",
        "<xml:a xmlns='urn:a'><b xml:c='&lt;&#9;&#10;&#13;'/><xml:b/>&#13;]]&gt;</xml:a>",
        "<a xmlns='urn:a'> <![CDATA[<b/>]]><![CDATA[]]><b></b>\n</a>",
    ] {
        let raw: RawElement = text.parse().expect(text);
        let back: RawElement = xso::transform(&raw)?;
        assert_eq!(back, raw, "{text}");
        assert_eq!(canonical(&xso::to_vec(&raw)?), raw.canonical(), "{text}");
    }
    Ok(())
}

fn name(namespace: &str, name: &str) -> QName {
    let namespace = Namespace::from(namespace.to_owned());
    (namespace, NcName::try_from(name).expect("a name"))
}

fn begin<T: FromXml>(namespace: &str, local: &str) -> Result<T::Builder, FromEventsError> {
    T::from_events(name(namespace, local), AttrMap::new(), &Context::empty())
}

/// Ours, out of an error of xso.
fn ours(error: Invalid) -> Error {
    match error {
        Invalid::TextParseError(error) => *error.downcast().expect("one of ours"),
        other => panic!("{other}"),
    }
}

#[test]
fn another_name_is_a_mismatch_and_gives_back_what_it_was_given() {
    let mut attributes = AttrMap::new();
    let key = NcName::try_from("masts").expect("a name");
    attributes.insert(Namespace::NONE, key, "2".to_owned());
    for (namespace, local) in [("urn:example:boat", "ship"), ("urn:example:ship", "boat")] {
        let tag = name(namespace, local);
        let result = Boat::from_events(tag.clone(), attributes.clone(), &Context::empty());
        let Err(FromEventsError::Mismatch { name, attrs }) = result else {
            panic!("no mismatch");
        };
        assert_eq!((name, attrs), (tag, attributes.clone()));
    }
    assert!(matches!(
        begin::<Stanza>("jabber:client", "features"),
        Err(FromEventsError::Mismatch { .. })
    ));
    assert!(begin::<Stanza>("jabber:component:accept", "iq").is_ok());
}

#[test]
fn what_cannot_be_read_says_where_and_why() {
    for (text, path) in [
        ("<boat xmlns='urn:example:boat'/>", "/boat"),
        (
            "<boat xmlns='urn:example:boat' masts='two'/>",
            "/boat/@masts",
        ),
    ] {
        let error = xso::from_bytes::<Boat>(text.as_bytes()).expect_err(text);
        assert_eq!(ours(error).path(), path);
    }
}

#[test]
fn names_are_matched_as_narrowly_as_xso_can() {
    assert_eq!(
        Boat::xml_name_matcher(),
        XmlNameMatcher::Specific("urn:example:boat", "boat")
    );
    #[derive(Clone, Debug, PartialEq, Eq, Xml)]
    enum Vessel {
        Boat(Boat),
        Raft(Raft),
    }
    assert_eq!(
        Vessel::xml_name_matcher(),
        XmlNameMatcher::InNamespace("urn:example:boat")
    );
    assert_eq!(
        Form::xml_name_matcher(),
        XmlNameMatcher::Specific("jabber:x:data", "x")
    );
    assert_eq!(Stanza::xml_name_matcher(), XmlNameMatcher::Any);
    assert_eq!(RawElement::xml_name_matcher(), XmlNameMatcher::Any);
}

#[test]
fn limits_hold_before_the_element_has_ended() {
    let start = || Event::StartElement(EventMetrics::zero(), name("urn:a", "a"), AttrMap::new());
    let text = || Event::Text(EventMetrics::zero(), " ".repeat(1 << 20));
    for (event, limit, max, events) in [
        (&start as &dyn Fn() -> Event, Limit::Depth, 256, 256),
        (&text, Limit::Bytes, 4 << 20, 4),
    ] {
        let mut builder = begin::<RawElement>("urn:a", "a").expect("any element");
        let mut fed = 1;
        let error = loop {
            match builder.feed(event(), &Context::empty()) {
                Ok(_) => fed += 1,
                Err(error) => break error,
            }
        };
        assert_eq!(fed, events);
        let kind = ErrorKind::LimitExceeded { limit, max };
        assert_eq!(ours(error).kind(), &kind);
    }
}

#[test]
fn what_xml_or_rxml_cannot_carry_is_refused_before_anything_is_written() {
    let boat = Boat {
        masts: 1,
        name: Some("\u{0}".to_owned()),
        extra: Extra::new(),
    };
    let error = boat.as_xml_iter().expect_err("no character");
    let kind = ErrorKind::UnwritableCharacter { character: '\u{0}' };
    assert_eq!(ours(error).kind(), &kind);

    let raw: RawElement = "<boat><a\u{FDF0}/></boat>"
        .parse()
        .expect("a name of the fifth edition");
    let mut raft = Raft {
        extra: Extra::new(),
    };
    raft.extra.push(raw.clone());
    let kind = ErrorKind::UnwritableName {
        name: "a\u{FDF0}".into(),
    };
    for error in [raw.as_xml_iter().err(), raft.as_xml_iter().err()] {
        let error = ours(error.expect("rxml does not know it"));
        assert_eq!(error.kind(), &kind);
        assert!(error.path().ends_with("/boat/a\u{FDF0}"), "{error}");
    }
}
