//! Streams as events, and over WebSocket.

use xmpp_stream_errors::error::{Condition, StreamError};
use xmpp_stream_errors::features::Features;
use xmpp_stream_errors::framing::{Close, Open};
use xmpp_stream_errors::reader::{Event, Reader};
use xmpp_stream_errors::stream::{ContentNamespace, Header};
use xmpp_stream_errors::writer::Writer;
use xmpp_xml::testing::assert_typed;
use xmpp_xml::{Invalid, Options, RawElement, from_str, to_string};

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
fn refuses_a_header_that_is_none_and_says_so_again() {
    const START: &str = "<?xml version='1.0'?>\n";
    for (tag, path, offset, condition) in [
        (
            "<s:stream xmlns:s='http://etherx.jabber.org/streams' to='a@'>",
            "/s:stream/@to",
            57,
            Condition::BadFormat,
        ),
        ("<stream to='a'>", "/stream", 0, Condition::InvalidNamespace),
        (
            "<features xmlns='http://etherx.jabber.org/streams'>",
            "/features",
            0,
            Condition::BadFormat,
        ),
    ] {
        let mut reader = Reader::default();
        reader.feed([START, tag, "<presence/>"].concat().as_bytes());
        let error = reader.next_event().unwrap_err();
        let place = (error.path(), error.offset());
        assert_eq!(place, (path, START.len() + offset), "{error}");
        assert_eq!(StreamError::from(&error).condition(), &condition);
        assert_eq!(reader.next_event(), Err(error));
        // The stanza is in the place of another header.
        reader.restart();
        assert!(reader.next_event().unwrap_err().is_wrong_element());
    }
}

#[test]
fn keeps_what_is_invalid_in_a_header_where_it_is_told_to() {
    let tag =
        "<stream:stream xmlns:stream='http://etherx.jabber.org/streams' to='a@' version='one'>";
    let mut reader = Reader::new(Options::new().invalid(Invalid::Keep));
    reader.feed(tag.as_bytes());
    let Some(Event::Opened(header)) = reader.next_event().unwrap() else {
        panic!("no header")
    };
    let to = header.to.as_ref().unwrap();
    assert_eq!(
        (to.as_str(), to.is_valid(), header.version),
        ("a@", false, None)
    );
    let problems = &reader.header_report().problems;
    let paths: Vec<_> = problems.iter().map(|problem| problem.path()).collect();
    assert_eq!(paths, ["/stream:stream/@to", "/stream:stream/@version"]);
    assert_eq!(header.to_start_tag().unwrap(), tag);
}

#[test]
fn elements_have_the_language_of_the_stream() {
    let mut reader = Reader::default();
    assert_eq!(reader.lang(), None);
    reader.feed(OPEN);
    reader.next_event().unwrap();
    assert_eq!(reader.lang(), Some("en"));
    reader.restart();
    assert_eq!(reader.lang(), None);
}

/// What a reader makes of what a writer has said: the elements, which are as they were before.
fn written(header: &Header, elements: &[&str]) -> String {
    let raw = |text: &&str| text.parse::<RawElement>().unwrap();
    let elements: Vec<RawElement> = elements.iter().map(raw).collect();
    let mut writer = Writer::open(header).unwrap();
    for element in &elements {
        writer.element(element).unwrap();
        writer.keep_alive();
    }
    let text = writer.close();
    let mut reader = Reader::default();
    reader.feed(text.as_bytes());
    assert_eq!(
        reader.next_event().unwrap(),
        Some(Event::Opened(header.clone()))
    );
    for element in elements {
        assert_eq!(reader.next_event().unwrap(), Some(Event::Element(element)));
        assert_eq!(reader.next_event().unwrap(), Some(Event::KeepAlive));
    }
    assert_eq!(reader.next_event().unwrap(), Some(Event::Closed));
    assert_eq!(reader.finish(), Ok(()));
    text
}

#[test]
fn what_a_writer_says_a_reader_hears_whatever_the_header_declares() {
    const ELEMENTS: &[&str] = &[
        "<message xmlns='jabber:client'><body>a</body></message>",
        "<message xmlns='jabber:server'/>",
        "<a/>",
        "<a xmlns='urn:a'><b xmlns=''/></a>",
        "<features xmlns='http://etherx.jabber.org/streams'/>",
        "<stream:features xmlns:stream='http://etherx.jabber.org/streams'/>",
        "<stream:features xmlns:stream='urn:a'/>",
    ];
    for tag in [
        "<stream:stream xmlns:stream='http://etherx.jabber.org/streams' xmlns='jabber:client'>",
        "<stream:stream xmlns:stream='http://etherx.jabber.org/streams' xmlns='urn:a'>",
        "<stream:stream xmlns:stream='http://etherx.jabber.org/streams'>",
        "<stream xmlns='http://etherx.jabber.org/streams'>",
        "<s:stream xmlns:s='http://etherx.jabber.org/streams' xmlns:stream='urn:a' xmlns='jabber:server'>",
    ] {
        let header = Header::from_start_tag(tag).unwrap();
        written(&header, ELEMENTS);
        // The same in types, which declare what is not declared around them.
        let mut writer = Writer::open(&header).unwrap();
        writer.element(&Features::new()).unwrap();
        let text = writer.close();
        let mut reader = Reader::default();
        reader.feed(text.as_bytes());
        reader.next_event().unwrap();
        let Some(Event::Element(element)) = reader.next_event().unwrap() else {
            panic!("{text}")
        };
        assert!(element.is_a::<Features>(), "{text}");
    }
}

#[test]
fn an_element_that_cannot_be_written_leaves_no_trace() {
    let mut writer = Writer::open(&Header::new(ContentNamespace::Client)).unwrap();
    drop(writer.take());
    let mut close = Close::new();
    close.id = Some("\0".to_owned());
    assert!(writer.element(&close).is_err());
    assert_eq!(writer.take(), "");
    assert_eq!(writer.close(), "</stream:stream>");
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
