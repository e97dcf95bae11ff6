//! Streams as events, and over WebSocket.

use xmpp_core_stanzas::{Message, Presence};
use xmpp_jid::FullJid;
use xmpp_stream_errors::error::{Condition, StreamError, Text};
use xmpp_stream_errors::features::Features;
use xmpp_stream_errors::framing::{Close, Frame, Open};
use xmpp_stream_errors::reader::{StreamEvent, StreamReader};
use xmpp_stream_errors::sasl::{self, Success};
use xmpp_stream_errors::stream::{ContentNamespace, Header};
use xmpp_stream_errors::tls::{Proceed, StartTls};
use xmpp_stream_errors::writer::StreamWriter;
use xmpp_xml::testing::assert_typed;
use xmpp_xml::{ErrorKind, Invalid, LanguageTag, Options, RawElement, from_str, to_string};

const OPEN: &[u8] = b"<?xml version='1.0'?><stream:stream xmlns='jabber:client' version='1.0' \
                      xmlns:stream='http://etherx.jabber.org/streams' from='tea.example' xml:lang='en'>";

#[test]
fn gives_what_a_stream_says() {
    let mut reader = StreamReader::default();
    let mut events = Vec::new();
    let unfinished = |reader: &StreamReader| {
        let error = reader.finish().expect_err("the stream has not been closed");
        assert_eq!(error.kind(), &ErrorKind::UnexpectedEnd);
    };
    for byte in [OPEN, b" <presence/></stream:stream>"].concat().chunks(1) {
        unfinished(&reader);
        reader.feed(byte);
        while let Some(event) = reader.next_event().unwrap() {
            events.push(event);
        }
    }
    let [
        StreamEvent::Opened(header),
        StreamEvent::KeepAlive,
        StreamEvent::Element(presence),
        StreamEvent::Closed,
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
        let mut reader = StreamReader::default();
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
        let mut reader = StreamReader::default();
        reader.feed([START, tag, "<presence/>"].concat().as_bytes());
        let error = reader.next_event().unwrap_err();
        let place = (error.path(), error.offset());
        assert_eq!(place, (path, START.len() + offset), "{error}");
        assert_eq!(StreamError::from(&error).condition(), &condition);
        assert_eq!(reader.next_event().as_ref(), Err(&error));
        // What has failed does not begin anew on the same connection.
        reader.restart_after_sasl();
        assert_eq!(reader.restart_after_tls().as_ref(), Err(&error));
        assert_eq!(reader.next_event(), Err(error));
        reader.restart_on_new_connection();
        reader.feed(OPEN);
        assert!(matches!(
            reader.next_event(),
            Ok(Some(StreamEvent::Opened(_)))
        ));
    }
}

/// Reads what is there as the start of a stream of this side: the header and a first element.
fn begun(reader: &mut StreamReader, element: &str) -> RawElement {
    reader.feed(OPEN);
    reader.feed(element.as_bytes());
    assert!(matches!(
        reader.next_event(),
        Ok(Some(StreamEvent::Opened(_)))
    ));
    match reader.next_event() {
        Ok(Some(StreamEvent::Element(element))) => element,
        other => panic!("{other:?}"),
    }
}

#[test]
fn nothing_that_came_before_tls_is_taken_for_the_stream_after_it() {
    for behind in [
        &[OPEN, b"<iq type='set' id='evil'/>"].concat()[..],
        b"<iq",
        b"\n",
        b"\x16\x03\x01",
    ] {
        for element in [
            to_string(&StartTls::new()).unwrap(),
            to_string(&Proceed::new()).unwrap(),
        ] {
            let mut reader = StreamReader::default();
            let behind_it = [element.as_bytes(), behind].concat();
            begun(&mut reader, &String::from_utf8_lossy(&behind_it));
            assert!(!reader.buffered().is_empty());
            let error = reader.restart_after_tls().unwrap_err();
            assert_eq!(*error.kind(), ErrorKind::DataBeforeTls);
            assert_eq!(error.offset(), OPEN.len() + element.len());
            let answer = StreamError::from(&error);
            assert_eq!(*answer.condition(), Condition::NotAuthorized);
            // Nor does it come out by any other way.
            reader.restart_after_sasl();
            assert_eq!(reader.next_event(), Err(error));
        }
    }
    let mut reader = StreamReader::default();
    begun(
        &mut reader,
        "<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>",
    );
    assert!(reader.buffered().is_empty());
    reader.restart_after_tls().unwrap();
    assert_eq!(reader.next_event(), Ok(None));
    reader.feed(OPEN);
    assert!(matches!(
        reader.next_event(),
        Ok(Some(StreamEvent::Opened(_)))
    ));
}

#[test]
fn what_came_with_the_end_of_sasl_belongs_to_the_new_stream() {
    let mut reader = StreamReader::default();
    let response = "<response xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>";
    let text = [response.as_bytes(), OPEN, b"<iq"].concat();
    begun(&mut reader, &String::from_utf8_lossy(&text));
    reader.restart_after_sasl();
    assert!(matches!(
        reader.next_event(),
        Ok(Some(StreamEvent::Opened(_)))
    ));
    assert_eq!(reader.buffered(), b"<iq");
    // Where the outcome is a failure, there is no new stream that it could be of.
    let mut reader = StreamReader::default();
    let text = [response.as_bytes(), &OPEN["<?xml version='1.0'?>".len()..]].concat();
    begun(&mut reader, &String::from_utf8_lossy(&text));
    let error = reader.next_event().unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::SecondHeader);
    let answer = StreamError::from(&error);
    assert_eq!(*answer.condition(), Condition::UnsupportedStanzaType);
}

#[test]
fn a_writer_sends_nothing_of_the_old_stream_through_tls() {
    let header = Header::new(ContentNamespace::Client);
    let mut writer = StreamWriter::open(&header).unwrap();
    writer.element(&StartTls::new()).unwrap();
    let error = writer.restart_after_tls(&header).unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::DataBeforeTls);
    let said = writer.take();
    assert!(said.ends_with("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>"));
    writer.restart_after_tls(&header).unwrap();
    let opening = writer.take();
    assert_eq!(opening, header.to_start_tag().unwrap());

    // After SASL, what has been said goes before the new header.
    writer.element(&Success::default()).unwrap();
    writer.restart_after_sasl(&header).unwrap();
    let success = to_string(&Success::default()).unwrap();
    assert_eq!(writer.take(), success + &opening);

    // A header that cannot be written changes nothing.
    let mut bad = header.clone();
    bad.id = Some("\0".to_owned());
    writer.keep_alive();
    assert!(writer.restart_after_sasl(&bad).is_err());
    assert_eq!(writer.take(), " ");
    assert!(writer.restart_after_tls(&bad).is_err());
    assert_eq!(writer.close(), "</stream:stream>");
}

#[test]
fn what_comes_after_the_end_of_a_stream_is_ignored() {
    let mut reader = StreamReader::default();
    begun(&mut reader, "<presence/></stream:stream>");
    assert_eq!(reader.next_event(), Ok(Some(StreamEvent::Closed)));
    for late in [&b"<message/>"[..], b" ", b"</stream:stream>", b"\xFF"] {
        reader.feed(late);
        assert_eq!(
            (reader.next_event(), reader.buffered()),
            (Ok(None), &b""[..])
        );
    }
    assert_eq!(reader.finish(), Ok(()));
}

#[test]
fn every_other_encoding_is_unsupported() {
    for start in [
        &b"<?xml version='1.0' encoding='ISO-8859-1'?><stream:stream xmlns='jabber:client'>"[..],
        b"\xFF\xFE<\0?\0x\0m\0l\0",
        b"\xFE\xFF\0<\0?\0x\0m\0l",
        b"<\0?\0x\0m\0l\0",
        b"\0<\0?\0x\0m\0l",
        b"<\0\0\0?\0\0\0",
        b"\0\0\xFE\xFF\0\0\0<",
    ] {
        for size in [1, 2, 3, start.len()] {
            let mut reader = StreamReader::default();
            let outcomes: Vec<_> = start
                .chunks(size)
                .map(|piece| {
                    reader.feed(piece);
                    reader.next_event()
                })
                .collect();
            let error = outcomes.into_iter().find_map(Result::err).unwrap();
            let answer = StreamError::from(&error);
            assert_eq!(*answer.condition(), Condition::UnsupportedEncoding);
        }
    }
}

#[test]
fn an_answer_says_nothing_of_this_side() {
    let mut reader = StreamReader::default();
    begun(&mut reader, "<presence/><iq><a/><a b=''><!-- -->");
    let error = reader.next_event().unwrap_err();
    assert!(error.to_string().contains("/iq/a[2] (byte "), "{error}");
    let answer = to_string(&StreamError::from(&error)).unwrap();
    assert_eq!(
        answer,
        "<stream:error xmlns:stream='http://etherx.jabber.org/streams'>\
         <restricted-xml xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>"
    );
}

#[test]
fn keeps_what_is_invalid_in_a_header_where_it_is_told_to() {
    let tag =
        "<stream:stream xmlns:stream='http://etherx.jabber.org/streams' to='a@' version='one'>";
    let mut reader = StreamReader::new(Options::new().invalid(Invalid::Keep));
    reader.feed(tag.as_bytes());
    let Some(StreamEvent::Opened(header)) = reader.next_event().unwrap() else {
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
    let text = "<message><body>hallo</body><body xml:lang='en'>hello</body></message>";
    let mut reader = StreamReader::default();
    assert_eq!(reader.lang(), None);
    let open = String::from_utf8_lossy(OPEN).replace("'en'", "'de'");
    reader.feed(open.as_bytes());
    reader.next_event().unwrap();
    reader.feed(text.as_bytes());
    let Some(StreamEvent::Element(element)) = reader.next_event().unwrap() else {
        panic!("no message")
    };
    let lang = reader.lang();
    assert_eq!(lang.map(LanguageTag::as_str), Some("de"));
    // Nothing is added to what comes out.
    let message: Message = element.parse().unwrap();
    assert_eq!(message.lang, None);
    let langs: Vec<_> = message
        .bodies
        .iter()
        .map(|body| body.lang.as_ref())
        .collect();
    assert_eq!(langs, [None, Some(&LanguageTag::new("en"))]);
    assert!(!to_string(&message).unwrap().contains("de"));
    // The new stream has its own.
    reader.restart_after_sasl();
    assert_eq!(reader.lang(), None);
    reader.feed(open.replace("'de'", "''").as_bytes());
    reader.next_event().unwrap();
    assert_eq!(reader.lang(), None);
}

#[test]
fn words_have_the_language_of_the_stream() {
    let (de, de_at, en, fr) = ("de".into(), "de-AT".into(), "en".into(), "fr".into());
    let mut error = StreamError::new(Condition::Reset);
    assert_eq!(error.text_in(&[], None), None);
    error.texts.push(Text::new(Some("en".into()), "hello"));
    error.texts.push(Text::new(None, "hallo"));
    error.texts.push(Text::new(Some("de-AT".into()), "servus"));
    let stream = Some(LanguageTag::new("de"));
    let stream = stream.as_ref();
    assert_eq!(error.text_in(&[de], stream), Some("hallo"));
    assert_eq!(error.text_in(&["de".into()], None), Some("servus"));
    assert_eq!(error.text_in(&["DE-at".into(), en], stream), Some("servus"));
    assert_eq!(error.text_in(&["de-CH".into()], stream), Some("hallo"));
    assert_eq!(error.text_in(&[fr, de_at], stream), Some("servus"));
    assert_eq!(error.text_in(&["fr".into()], stream), Some("hallo"));
    error.texts.remove(1);
    assert_eq!(error.text_in(&["fr".into()], stream), Some("hello"));

    let failure: sasl::Failure = from_str(
        "<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><aborted/><text>Nein</text><text xml:lang='en'>No</text></failure>",
    )
    .unwrap();
    assert_eq!(failure.text_in(&["en".into()], stream), Some("No"));
    assert_eq!(
        failure.text_in(&["de".into(), "en".into()], stream),
        Some("Nein")
    );
}

/// What a reader makes of what a writer has said: the elements, which are as they were before.
fn written(header: &Header, elements: &[&str]) -> String {
    let raw = |text: &&str| text.parse::<RawElement>().unwrap();
    let elements: Vec<RawElement> = elements.iter().map(raw).collect();
    let mut writer = StreamWriter::open(header).unwrap();
    for element in &elements {
        writer.element(element).unwrap();
        writer.keep_alive();
    }
    let text = writer.close();
    let mut reader = StreamReader::default();
    reader.feed(text.as_bytes());
    assert_eq!(
        reader.next_event().unwrap(),
        Some(StreamEvent::Opened(header.clone()))
    );
    for element in elements {
        assert_eq!(
            reader.next_event().unwrap(),
            Some(StreamEvent::Element(element))
        );
        assert_eq!(reader.next_event().unwrap(), Some(StreamEvent::KeepAlive));
    }
    assert_eq!(reader.next_event().unwrap(), Some(StreamEvent::Closed));
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
        let mut writer = StreamWriter::open(&header).unwrap();
        writer.element(&Features::new()).unwrap();
        let text = writer.close();
        let mut reader = StreamReader::default();
        reader.feed(text.as_bytes());
        reader.next_event().unwrap();
        let Some(StreamEvent::Element(element)) = reader.next_event().unwrap() else {
            panic!("{text}")
        };
        assert!(element.is_a::<Features>(), "{text}");
    }
}

#[test]
fn an_element_that_cannot_be_written_leaves_no_trace() {
    let mut writer = StreamWriter::open(&Header::new(ContentNamespace::Client)).unwrap();
    drop(writer.take());
    let mut close = Close::new();
    close.id = Some("\0".to_owned());
    assert!(writer.element(&close).is_err());
    assert_eq!(writer.take(), "");
    assert_eq!(writer.close(), "</stream:stream>");
}

#[test]
fn a_frame_is_one_element_with_all_it_needs() {
    let options = Options::new();
    for (message, kind, offset, condition) in [
        // The namespace of the content is not inherited.
        (
            &b"<iq id='1' type='result'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>"[..],
            ErrorKind::NoNamespace { name: "iq".into() },
            0,
            Condition::InvalidNamespace,
        ),
        (
            b"<iq xmlns='' id='1'/>",
            ErrorKind::NoNamespace { name: "iq".into() },
            0,
            Condition::InvalidNamespace,
        ),
        (
            b"<stream:features/>",
            ErrorKind::UndeclaredPrefix {
                prefix: "stream".into(),
            },
            1,
            Condition::NotWellFormed,
        ),
        // White space does not keep the connection alive.
        (b" ", ErrorKind::TextInStream, 0, Condition::BadFormat),
        (b"\r\n", ErrorKind::TextInStream, 0, Condition::BadFormat),
        (
            b"\n<a xmlns='u'/>",
            ErrorKind::TextInStream,
            0,
            Condition::BadFormat,
        ),
        (b"", ErrorKind::NoRoot, 0, Condition::NotWellFormed),
        (
            b"\xEF\xBB\xBF<a xmlns='u'/>",
            ErrorKind::TextOutsideRoot,
            0,
            Condition::NotWellFormed,
        ),
        (
            b"<a xmlns='u'/><a xmlns='u'/>",
            ErrorKind::TrailingContent,
            14,
            Condition::NotWellFormed,
        ),
        (
            b"<a xmlns='u'>",
            ErrorKind::UnexpectedEnd,
            13,
            Condition::NotWellFormed,
        ),
        (
            b"<!-- --><a xmlns='u'/>",
            ErrorKind::Comment,
            0,
            Condition::RestrictedXml,
        ),
        (
            b"<?xml version='1.0' encoding='UTF-16'?><a xmlns='u'/>",
            ErrorKind::NotUtf8,
            0,
            Condition::UnsupportedEncoding,
        ),
        (
            b"<\0a\0/\0>\0",
            ErrorKind::NotUtf8,
            0,
            Condition::UnsupportedEncoding,
        ),
    ] {
        let text = String::from_utf8_lossy(message);
        let error = Frame::read(message, &options).unwrap_err();
        assert_eq!((error.kind(), error.offset()), (&kind, offset), "{text}");
        assert_eq!(*StreamError::from(&error).condition(), condition, "{text}");
    }
    for message in [
        "<open to='a'/>",
        "<close xmlns='jabber:client'/>",
        "<open xmlns='urn:u'/>",
    ] {
        let error = Frame::read(message.as_bytes(), &options).unwrap_err();
        assert!(error.is_wrong_element());
        assert_eq!(
            *StreamError::from(&error).condition(),
            Condition::InvalidNamespace
        );
    }
    let mut small = Options::new();
    small.limits.bytes = 10;
    let error = Frame::read(b"<a xmlns='u'/>", &small).unwrap_err();
    assert_eq!(
        *StreamError::from(&error).condition(),
        Condition::PolicyViolation
    );
}

#[test]
fn reads_every_kind_of_frame() {
    let read = |message: &str| Frame::read(message.as_bytes(), &Options::new()).unwrap();
    let open = "<open xmlns='urn:ietf:params:xml:ns:xmpp-framing' to='tea.example' version='1.0'/>";
    assert_eq!(
        read(open),
        Frame::Open(Open::new(Some("tea.example".parse().unwrap())))
    );
    let close = "<?xml version='1.0'?><f:close xmlns:f='urn:ietf:params:xml:ns:xmpp-framing'/>\n";
    assert_eq!(read(close), Frame::Close(Close::new()));
    for element in [
        "<message xmlns='jabber:client' xml:lang='en'><body>a</body></message>",
        "<stream:features xmlns:stream='http://etherx.jabber.org/streams'/>",
        "<error xmlns='http://etherx.jabber.org/streams'/>",
    ] {
        assert_eq!(read(element), Frame::Element(element.parse().unwrap()));
    }
    // What is invalid in the header is treated as the options say.
    let open = open.replace("tea.example", "@");
    let error = Frame::read(open.as_bytes(), &Options::new()).unwrap_err();
    assert_eq!((error.path(), error.offset()), ("/open/@to", 54));
    let kept = Frame::read(open.as_bytes(), &Options::new().invalid(Invalid::Keep)).unwrap();
    let Frame::Open(kept) = kept else {
        panic!("{kept:?}")
    };
    assert_eq!(to_string(&kept).unwrap(), open);
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

#[test]
fn a_stanza_goes_out_in_the_namespace_of_the_stream() {
    for (content, namespace) in [
        (ContentNamespace::Client, "jabber:client"),
        (ContentNamespace::Server, "jabber:server"),
        (ContentNamespace::Component, "jabber:component:accept"),
    ] {
        let header = Header::new(content);
        let mut writer = StreamWriter::open(&header).unwrap();
        let message: Message = from_str(
            "<message xmlns='jabber:server'><body>Tea</body><x xmlns='urn:example'/></message>",
        )
        .unwrap();
        let from = FullJid::new("ada@example.com/desk").unwrap();
        writer.stanza(message.clone()).unwrap();
        writer.stamped(message, &from, Some(&"en".into())).unwrap();
        let text = writer.close();
        let mut reader = StreamReader::default();
        reader.feed(text.as_bytes());
        let mut read = Vec::new();
        while let Some(event) = reader.next_event().unwrap() {
            if let StreamEvent::Element(element) = event {
                assert_eq!(element.namespace(), namespace);
                read.push(element.parse::<Message>().unwrap());
            }
        }
        let [plain, stamped] = &*read else { panic!() };
        assert_eq!((plain.from.as_ref(), plain.lang.as_ref()), (None, None));
        assert_eq!(stamped.from.as_ref(), Some(&*from));
        assert_eq!(stamped.lang, Some("en".into()));
        assert_eq!(stamped.body(&[]), Some("Tea"));
    }
}

#[test]
fn nothing_of_the_old_connection_is_sent_on_the_new_one() {
    let header = Header::new(ContentNamespace::Client);
    let mut writer = StreamWriter::open(&header).unwrap();
    let opened = writer.take();
    writer.stanza(Presence::new()).unwrap();
    writer.restart_on_new_connection(&header).unwrap();
    assert_eq!(writer.take(), opened);
}
