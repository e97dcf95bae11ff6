//! Streams as events, and over WebSocket.

use xmpp_stream_errors::error::{Condition, StreamError};
use xmpp_stream_errors::framing::{Close, Open};
use xmpp_stream_errors::reader::{Event, Reader};
use xmpp_xml::testing::assert_typed;
use xmpp_xml::{from_str, to_string};

const OPEN: &[u8] = b"<?xml version='1.0'?><stream:stream xmlns='jabber:client' version='1.0' \
                      xmlns:stream='http://etherx.jabber.org/streams' from='tea.example' xml:lang='en'>";

#[test]
fn gives_what_a_stream_says() {
    let mut reader = Reader::default();
    let mut events = Vec::new();
    for byte in [OPEN, b" <presence/></stream:stream>"].concat().chunks(1) {
        reader.feed(byte);
        while let Some(event) = reader.next_event().unwrap() {
            events.push(event);
        }
    }
    let [
        Event::Opened(header),
        Event::KeepAlive,
        Event::Element(presence),
        Event::Closed,
    ] = events.as_slice()
    else {
        panic!("{events:?}")
    };
    assert_eq!(
        header.from.as_ref().map(|from| from.as_str()),
        Some("tea.example")
    );
    assert!(presence.is("jabber:client", "presence"));
    assert_eq!(reader.finish(), Ok(()));
}

#[test]
fn every_violation_has_the_error_that_answers_it() {
    for (text, condition) in [
        ("<a></b>", Condition::NotWellFormed),
        ("<!-- -->", Condition::RestrictedXml),
        ("text", Condition::BadFormat),
        ("<a:b/>", Condition::NotWellFormed),
    ] {
        let mut reader = Reader::default();
        reader.feed(OPEN);
        reader.next_event().unwrap();
        reader.feed(text.as_bytes());
        let error = reader.next_event().unwrap_err();
        assert_eq!(StreamError::from(&error).condition(), &condition, "{text}");
    }
}

#[test]
fn refuses_a_header_with_an_address_that_is_none() {
    let mut reader = Reader::default();
    reader.feed(b"<s:stream xmlns:s='http://etherx.jabber.org/streams' to='a@'>");
    let error = reader.next_event().unwrap_err();
    assert_eq!(error.path(), "/s:stream/@to");
}

#[test]
fn opens_and_closes_over_websocket() {
    let mut open = Open::new(Some("tea.example".parse().unwrap()));
    open.lang = Some("en".into());
    let text = to_string(&open).unwrap();
    assert_eq!(
        text,
        "<open xmlns='urn:ietf:params:xml:ns:xmpp-framing' to='tea.example' version='1.0' xml:lang='en'/>"
    );
    assert_eq!(from_str::<Open>(&text).unwrap(), open);
    let close: Close = assert_typed(
        "<close xmlns='urn:ietf:params:xml:ns:xmpp-framing' see-other-uri='wss://cup.example/'/>",
    );
    assert_eq!(close.see_other_uri.as_deref(), Some("wss://cup.example/"));
    assert_eq!(
        to_string(&Close::new()).unwrap(),
        "<close xmlns='urn:ietf:params:xml:ns:xmpp-framing'/>"
    );
}
