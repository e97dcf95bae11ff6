use xmpp_core_stanzas::{Body, Iq, IqKind, Message, Presence};
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::{Error, ErrorKind, Extra, Invalid, Options, RawElement, Report, Xml};

use crate::raw;

/// When a message was sent.
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = "urn:example:post", name = "stamp")]
struct Stamp {
    #[xml(attribute)]
    year: u16,
    #[xml(extra)]
    extra: Extra,
}

fn stamp(year: u16) -> Stamp {
    let extra = Extra::new();
    Stamp { year, extra }
}

#[test]
fn an_absent_payload_is_no_error() {
    let message: Message = assert_typed(
        "<message xmlns='jabber:client'><stamp xmlns='urn:example:philately' year='old'/><body/></message>",
    );
    assert_eq!(message.payload::<Stamp>(), Ok(None));
    assert!(!message.has_payload::<Stamp>());
}

#[test]
fn reads_the_first_payload_of_a_type() {
    let presence: Presence = assert_typed(
        "<presence xmlns='jabber:client'><a xmlns='urn:example:a'/><stamp xmlns='urn:example:post' year='1999'/>\
         <p:stamp xmlns:p='urn:example:post' year='2001'/></presence>",
    );
    assert_eq!(presence.payload(), Ok(Some(stamp(1999))));
}

#[test]
fn an_invalid_payload_costs_neither_the_stanza_nor_other_payloads() {
    let source = "<message xmlns='jabber:client'><stamp xmlns='urn:example:post' year='soon'/>\
                  <a xmlns='urn:example:a'/></message>";
    let stanza: Message = assert_typed(source);
    assert!(stanza.has_payload::<Stamp>());
    let error = stanza.payload::<Stamp>().unwrap_err();
    assert_eq!(error.path(), "/message/stamp/@year");
    assert!(matches!(error.kind(), ErrorKind::InvalidValue { value, .. } if &**value == "soon"));
    assert_eq!(xmpp_xml::to_string(&stanza).unwrap(), source);
}

#[test]
fn tells_namesakes_apart_in_the_path_of_an_error() {
    let message: Message = assert_typed(
        "<message xmlns='jabber:client'><stamp xmlns='urn:example:ink'/><stamp xmlns='urn:example:post'/></message>",
    );
    let error = message.payload::<Stamp>().unwrap_err();
    assert_eq!(error.path(), "/message/stamp[2]");

    let message: Message = assert_typed(
        "<message xmlns='jabber:client' xmlns:p='urn:example:post'><p:stamp year='x'/><stamp xmlns=''/><p:stamp/>\
         </message>",
    );
    let error = message.payload::<Stamp>().unwrap_err();
    assert_eq!(error.path(), "/message/p:stamp[1]/@year");
}

#[test]
fn sets_a_payload_in_the_place_of_its_namesake() {
    let mut message: Message = assert_typed(
        "<message xmlns='jabber:client'><stamp xmlns='urn:example:post' year='1'/><body>hi</body>\
         <stamp xmlns='urn:example:ink'/></message>",
    );
    message.set_payload(&stamp(2)).unwrap();
    assert_eq!(
        xmpp_xml::to_string(&message).unwrap(),
        "<message xmlns='jabber:client'><stamp xmlns='urn:example:post' year='2'/><body>hi</body>\
         <stamp xmlns='urn:example:ink'/></message>"
    );
    message
        .set_payload(&raw("<c xmlns='urn:example:c'/>"))
        .unwrap();
    message.push_payload(&stamp(3)).unwrap();
    let names: Vec<_> = message.payloads.iter().map(RawElement::name).collect();
    assert_eq!(names, ["stamp", "stamp", "c", "stamp"]);
    assert_eq!(message.payload(), Ok(Some(stamp(2))));
}

/// How the weather is: the name of the element.
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = "urn:example:weather")]
struct Weather {
    #[xml(name)]
    kind: WeatherKind,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, PartialEq, Eq, Xml)]
enum WeatherKind {
    Rain,
    Snow,
}

/// One of several, of which one is anything.
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
enum Forecast {
    Weather(Weather),
    Other(RawElement),
}

#[test]
fn sets_a_payload_of_several_names_in_the_place_of_its_type() {
    let mut message: Message = assert_typed(
        "<message xmlns='jabber:client'><a xmlns='urn:example:a'/><rain xmlns='urn:example:weather'/>\
         <snow xmlns='urn:example:weather'/></message>",
    );
    let names = |message: &Message| -> Vec<String> {
        let names = message.payloads.iter().map(RawElement::name);
        names.map(str::to_owned).collect()
    };
    let weather = |kind| Weather {
        kind,
        extra: Extra::new(),
    };
    // Its namesake, though another comes before it.
    message.set_payload(&weather(WeatherKind::Snow)).unwrap();
    assert_eq!(names(&message), ["a", "rain", "snow"]);
    message.payloads.pop();
    message.set_payload(&weather(WeatherKind::Snow)).unwrap();
    assert_eq!(names(&message), ["a", "snow"]);
    // A type that takes any element takes the place of none but its namesake.
    let rain = Forecast::Weather(weather(WeatherKind::Rain));
    message.set_payload(&rain).unwrap();
    assert_eq!(names(&message), ["a", "snow", "rain"]);
}

#[test]
fn refuses_a_payload_that_cannot_be_written() {
    let bad = Body::new("\u{1}");
    let mut iq = Iq::new(IqKind::Set, "1").with_payload(&stamp(2)).unwrap();
    let character = '\u{1}';
    let unwritable = ErrorKind::UnwritableCharacter { character };
    assert_eq!(iq.set_payload(&bad).unwrap_err().kind(), &unwritable);
    assert_eq!(iq.push_payload(&bad).unwrap_err().kind(), &unwritable);
    assert_eq!(iq.payloads.len(), 1);
    assert_eq!(iq.as_set(), Ok(Some(stamp(2))));
}

#[test]
fn payloads_take_their_declarations_along() {
    let message: Message = assert_typed(
        "<c:message xmlns:c='jabber:client' xmlns:p='urn:example:post'><c:body>hi</c:body><p:stamp year='7'/>\
         </c:message>",
    );
    assert_eq!(
        message.payloads[0].to_string(),
        "<p:stamp xmlns:p='urn:example:post' year='7'/>"
    );
    assert_eq!(message.body(&[]), Some("hi"));
}

/// Several of them, which may be none.
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = "urn:example:post", name = "album")]
struct Album {
    #[xml(child)]
    stamps: Vec<Stamp>,
    #[xml(extra)]
    extra: Extra,
}

#[test]
fn what_an_error_repeats_is_not_said_by_its_sender() {
    let message: Message = assert_typed(
        "<message xmlns='jabber:client' type='error'><subject>s</subject><body>b</body>\
         <stamp xmlns='urn:example:post' year='1999'/><error type='cancel'/></message>",
    );
    assert_eq!(message.payload::<Stamp>(), Ok(None));
    assert!(!message.has_payload::<Stamp>());
    assert_eq!((message.body(&[]), message.subject(&[])), (None, None));
    assert_eq!(message.echoed(), Ok(Some(stamp(1999))));
    assert_eq!(message.bodies[0].text, "b");

    let presence: Presence = assert_typed(
        "<presence xmlns='jabber:client' type='error'><status>s</status>\
         <stamp xmlns='urn:example:post' year='1999'/><error type='cancel'/></presence>",
    );
    assert_eq!(presence.payload::<Stamp>(), Ok(None));
    assert!(!presence.has_payload::<Stamp>());
    assert_eq!(presence.status(&[]), None);
    assert_eq!(presence.echoed(), Ok(Some(stamp(1999))));

    let message: Message = assert_typed(
        "<message xmlns='jabber:client'><stamp xmlns='urn:example:post' year='1999'/></message>",
    );
    assert_eq!(message.echoed::<Stamp>(), Ok(None));
}

#[test]
fn reads_a_payload_as_leniently_as_it_is_told_to() {
    let message: Message = assert_typed(
        "<message xmlns='jabber:client'><album xmlns='urn:example:ink'/>\
         <album xmlns='urn:example:post' size='2'><stamp year='1'/><stamp year='soon'/></album></message>",
    );
    assert!(message.payload::<Album>().is_err());
    let keep = Options::new().invalid(Invalid::Keep);
    let mut report = Report::default();
    let album: Album = message.payload_with(&keep, &mut report).unwrap().unwrap();
    assert_eq!(album.stamps, [stamp(1)]);
    let paths: Vec<_> = report.problems.iter().map(Error::path).collect();
    assert_eq!(paths, ["/message/album[2]/stamp[2]/@year"]);
    let untyped: Vec<_> = report.untyped.iter().map(|u| u.path.as_str()).collect();
    assert_eq!(untyped, ["/message/album[2]/@size"]);
    // What was kept is written back.
    assert_eq!(
        RawElement::from_element(&album).as_ref(),
        Ok(&message.payloads[1])
    );
    // As the stanza was read, unless something else is said.
    let kept: Message = xmpp_xml::read_with(
        xmpp_xml::to_string(&message).unwrap().as_bytes(),
        &keep,
        &mut report,
    )
    .unwrap();
    assert_eq!(kept.payload::<Album>(), Ok(Some(album)));
    report = Report::default();
    let strict = Options::new();
    assert!(kept.payload_with::<Album>(&strict, &mut report).is_err());
    let error = message
        .payload_with::<Album>(&strict, &mut report)
        .unwrap_err();
    assert_eq!(error.path(), "/message/album[2]/stamp[2]/@year");
    assert_eq!(message.payload_with::<Stamp>(&keep, &mut report), Ok(None));
}

#[test]
fn reads_all_payloads_of_a_type() {
    let source = |kind: &str| {
        format!(
            "<message xmlns='jabber:client' type='{kind}'><stamp xmlns='urn:example:post' year='1'/>\
             <stamp xmlns='urn:example:ink'/><stamp xmlns='urn:example:post' year='soon'/>\
             <stamp xmlns='urn:example:post' year='2'/></message>"
        )
    };
    let message: Message = assert_typed(&source("chat"));
    let stamps: Vec<_> = message.payloads_of::<Stamp>().collect();
    assert_eq!(stamps.len(), 3);
    assert_eq!(stamps[0], Ok(stamp(1)));
    assert_eq!(
        stamps[1].as_ref().map_err(Error::path),
        Err("/message/stamp/@year")
    );
    assert_eq!(stamps[2], Ok(stamp(2)));
    let message: Message = assert_typed(&source("error"));
    assert_eq!(message.payloads_of::<Stamp>().count(), 0);
}

/// No name uses the prefix that `type` does.
#[test]
fn a_prefix_that_only_content_refers_to_stays_bound() {
    const XS: &str = "xmlns:xs='http://www.w3.org/2001/XMLSchema'";
    for (on_iq, on_payload) in [(XS, ""), ("", XS)] {
        let source = format!(
            "<iq xmlns='jabber:client' {on_iq} type='get' id='1'><q xmlns='urn:q' {on_payload} type='xs:string'/></iq>"
        );
        let iq: Iq = assert_lossless(&source);
        let written = xmpp_xml::to_string(&iq).unwrap();
        assert_eq!(written.matches(XS).count(), 1, "{written}");
        let (before, after) = written.split_once("<q").unwrap();
        assert_eq!(before.contains(XS), !on_iq.is_empty());
        assert_eq!(after.contains(XS), !on_payload.is_empty());
    }
}
