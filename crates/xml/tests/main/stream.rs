//! Streams: the same events however the bytes are cut.

use proptest::prelude::*;
use xmpp_xml::stream::{Event, Splitter};
use xmpp_xml::{Error, ErrorKind, Limits, Options, RawElement};

const OPEN: &str = "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' \
                    xmlns:db=\"jabber:server:dialback\" version='1.0' xml:lang='en'>";

/// What comes out of a stream that comes in in these pieces; neighbouring keepalives count as one.
fn split<'a>(
    pieces: impl IntoIterator<Item = &'a [u8]>,
    options: Options,
) -> (Vec<Event>, Option<Error>) {
    let mut splitter = Splitter::new(options);
    let mut events = Vec::new();
    for piece in pieces {
        splitter.feed(piece);
        loop {
            match splitter.next_event() {
                Ok(None) => break,
                Ok(Some(Event::KeepAlive)) if events.last() == Some(&Event::KeepAlive) => {}
                Ok(Some(event)) => events.push(event),
                Err(error) => {
                    assert_eq!(splitter.next_event().as_ref(), Err(&error));
                    return (events, Some(error));
                }
            }
        }
    }
    (events, None)
}

fn whole(text: &str) -> (Vec<Event>, Option<Error>) {
    split([text.as_bytes()], Options::default())
}

fn error(text: &str) -> ErrorKind {
    whole(&format!("{OPEN}{text}")).1.unwrap().kind().clone()
}

#[test]
fn takes_a_stream_apart() {
    let text = format!(
        "<?xml version='1.0' encoding='UTF-8'?>\n{OPEN} <stream:features><a xmlns='u'/></stream:features>\
         \n\n<message a='>'><body>&lt;x></body><![CDATA[</message>]]></message><db:result/></stream:stream > \n"
    );
    let (events, error) = whole(&text);
    assert_eq!(error, None);
    let [
        open,
        Event::KeepAlive,
        features,
        Event::KeepAlive,
        message,
        dialback,
        Event::Closed,
    ] = events.as_slice()
    else {
        panic!("{events:?}")
    };
    assert_eq!(*open, Event::Opened(OPEN.into()));
    let element = |event: &Event| match event {
        Event::Element(raw) => raw.to_string(),
        other => panic!("{other:?}"),
    };
    assert_eq!(
        element(features),
        "<stream:features xmlns:stream='http://etherx.jabber.org/streams'><a xmlns='u'/></stream:features>"
    );
    assert_eq!(
        element(message),
        "<message xmlns='jabber:client' a='>'><body>&lt;x></body><![CDATA[</message>]]></message>"
    );
    assert_eq!(
        element(dialback),
        "<db:result xmlns:db='jabber:server:dialback'/>"
    );
}

#[test]
fn what_it_gives_can_be_read_and_looked_at() {
    let text =
        format!("{OPEN}<iq type='get' id='1'><q xmlns='u' a='1'><r/></q><db:x><y/></db:x></iq>");
    let (events, _) = whole(&text);
    let Some(Event::Element(raw)) = events.last() else {
        panic!()
    };
    let again: RawElement = raw.to_string().parse().unwrap();
    assert_eq!(raw.canonical(), again.canonical());
    for (part, same) in raw.node().children().zip(again.node().children()) {
        assert_eq!(RawElement::from(part), RawElement::from(same));
        assert_eq!(
            RawElement::from(part).to_string(),
            RawElement::from(same).to_string()
        );
        for (part, same) in part.children().zip(same.children()) {
            assert_eq!(
                RawElement::from(part).to_string(),
                RawElement::from(same).to_string()
            );
        }
    }
}

#[test]
fn tells_the_language_of_the_stream() {
    let mut splitter = Splitter::default();
    splitter.feed(OPEN.as_bytes());
    splitter.next_event().unwrap();
    assert_eq!(splitter.lang(), Some("en"));
    assert!(splitter.finish().is_err());
    splitter.feed(b"</stream:stream>");
    assert_eq!(splitter.next_event(), Ok(Some(Event::Closed)));
    assert_eq!(splitter.finish(), Ok(()));
}

#[test]
fn starts_over_with_what_has_not_gone_out() {
    let mut splitter = Splitter::default();
    splitter.feed(format!("{OPEN}<success xmlns='s'/><?xml version='1.0'?>").as_bytes());
    splitter.next_event().unwrap();
    splitter.next_event().unwrap();
    splitter.restart();
    assert_eq!(splitter.next_event(), Ok(None));
    splitter.feed(b"<s:s xmlns:s='urn:s'><a/>");
    assert!(matches!(splitter.next_event(), Ok(Some(Event::Opened(_)))));
    assert!(matches!(splitter.next_event(), Ok(Some(Event::Element(_)))));
    assert_eq!(splitter.lang(), None);
}

#[test]
fn refuses_what_is_no_stream() {
    for (text, kind, offset) in [
        ("x", ErrorKind::TextOutsideRoot, 0),
        ("<!-- -->", ErrorKind::Comment, 0),
        ("<!DOCTYPE a>", ErrorKind::DocumentType, 0),
        ("<?php ?>", ErrorKind::ProcessingInstruction, 0),
        (" <?xml version='1.0'?>", ErrorKind::XmlDeclaration, 1),
        ("<?xml version='1.1'?><a>", ErrorKind::XmlDeclaration, 0),
        ("</a>", ErrorKind::UnexpectedCharacter, 0),
        (
            "<s:s>",
            ErrorKind::UndeclaredPrefix { prefix: "s".into() },
            1,
        ),
        ("<s a=1>", ErrorKind::UnexpectedCharacter, 5),
    ] {
        let (_, error) = whole(text);
        let error = error.unwrap_or_else(|| panic!("{text}"));
        assert_eq!((error.kind(), error.offset()), (&kind, offset), "{text}");
        assert!(error.is_not_well_formed());
    }
}

#[test]
fn every_violation_has_its_stream_error() {
    assert_eq!(error("text"), ErrorKind::TextInStream);
    assert_eq!(error("text").stream_condition(), "bad-format");
    assert_eq!(error("<a><!-- --></a>"), ErrorKind::Comment);
    assert_eq!(error("<!-- -->").stream_condition(), "restricted-xml");
    assert_eq!(error("<?xml version='1.0'?>"), ErrorKind::XmlDeclaration);
    assert_eq!(error("<a>&x;</a>").stream_condition(), "restricted-xml");
    assert_eq!(error("<a></b>").stream_condition(), "not-well-formed");
    assert_eq!(
        error("</a>"),
        ErrorKind::MismatchedEndTag {
            expected: "stream:stream".into()
        }
    );
    assert_eq!(error("</stream:stream><a/>"), ErrorKind::TrailingContent);
    assert_eq!(
        error("<a b:c=''/>"),
        ErrorKind::UndeclaredPrefix { prefix: "b".into() }
    );
    let (_, not_utf8) = split([OPEN.as_bytes(), b"<a>\xFF</a>"], Options::default());
    let not_utf8 = not_utf8.unwrap();
    assert_eq!(
        (not_utf8.kind(), not_utf8.offset()),
        (&ErrorKind::NotUtf8, OPEN.len() + 3)
    );
}

#[test]
fn tells_the_byte_in_the_stream_and_the_path_in_the_element() {
    let (_, error) = whole(&format!("{OPEN}<a/> <b><c d='&'/></b>"));
    let error = error.unwrap();
    assert_eq!((error.offset(), error.path()), (OPEN.len() + 15, "/b/c"));
}

#[test]
fn memory_is_bounded() {
    let mut limits = Limits::default();
    limits.bytes = 1000;
    let endless = [
        "<a>",
        "<",
        "<a b='",
        "<a b",
        "</stream:stream ",
        "<a><![CDATA[",
        "<a></a ",
    ];
    for start in endless {
        for piece in [1, 7, 5000] {
            let mut splitter = Splitter::new(Options::new().limits(limits));
            splitter.feed(OPEN.as_bytes());
            splitter.next_event().unwrap();
            splitter.feed(start.as_bytes());
            let mut fed = start.len();
            let error = loop {
                match splitter.next_event() {
                    Ok(None) => {}
                    other => break other.unwrap_err(),
                }
                assert!(fed < 6000, "{start}");
                splitter.feed(&vec![b' '; piece]);
                fed += piece;
            };
            assert!(
                matches!(error.kind(), ErrorKind::LimitExceeded { max: 1000, .. }),
                "{start} {error}"
            );
            assert_eq!(error.offset(), OPEN.len() + 1000);
        }
    }
    let many = "<a/>".repeat(10_000);
    let (events, error) = split(
        [OPEN.as_bytes(), many.as_bytes()],
        Options::new().limits(limits),
    );
    assert_eq!((events.len(), error), (10_001, None));
    let deep = "<a>".repeat(300);
    let (_, error) = split([OPEN.as_bytes(), deep.as_bytes()], Options::default());
    assert!(matches!(
        error.unwrap().kind(),
        ErrorKind::LimitExceeded { max: 256, .. }
    ));
}

const STREAM: &str = "<?xml version='1.0'?> <s:s xmlns:s='urn:s' xmlns=\"urn:d>\" a='/>'>\n<a b='>' c=\"'/>\"/>\
    <b><![CDATA[]]]]><![CDATA[>]]></b ><s:c><d xmlns=''>é🦀</d></s:c>\t<e f='g'>h<i/>j</e></s:s\n> ";

#[test]
fn gives_the_same_one_byte_at_a_time() {
    let (events, error) = whole(STREAM);
    assert_eq!(error, None);
    assert_eq!(events.len(), 8);
    assert_eq!(
        split(STREAM.as_bytes().chunks(1), Options::default()),
        (events, None)
    );
}

#[test]
fn a_megabyte_may_come_one_byte_at_a_time() {
    // Of text in one element, and of a declaration that never ends: what is no linear work never gets there.
    for tail in [
        "<a>".to_owned() + &"x]] ".repeat(250_000),
        "<?xml ".to_owned() + &"> ".repeat(500_000),
    ] {
        let mut splitter = Splitter::new(Options::new().limits(Limits::client()));
        if !tail.starts_with("<?") {
            splitter.feed(OPEN.as_bytes());
            splitter.next_event().unwrap();
        }
        for byte in tail.as_bytes().chunks(1) {
            splitter.feed(byte);
            assert_eq!(splitter.next_event(), Ok(None));
        }
    }
}

/// Pieces of streams, put together at random.
fn streams() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just(OPEN),
        Just("<?xml version='1.0'?>"),
        Just("</stream:stream>"),
        Just("<a>"),
        Just("</a>"),
        Just("<a b='>'/>"),
        Just("<db:a c=\"'\">"),
        Just("</db:a>"),
        Just("<"),
        Just(">"),
        Just("/"),
        Just("'"),
        Just("!"),
        Just("?"),
        Just("<![CDATA["),
        Just("]]>"),
        Just("<!--"),
        Just("<!D"),
        Just("text"),
        Just(" "),
        Just("\u{FFFE}"),
        Just("🦀"),
        Just("&amp;"),
    ];
    (
        proptest::bool::weighted(0.8),
        proptest::collection::vec(piece, 0..16),
    )
        .prop_map(|(opened, pieces)| {
            format!("{}{}", if opened { OPEN } else { "" }, pieces.concat())
        })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(3000) })]

    #[test]
    fn gives_the_same_however_it_is_cut(text in streams(), sizes in proptest::collection::vec(1usize..9, 1..40)) {
        let whole = whole(&text);
        prop_assert_eq!(&split(text.as_bytes().chunks(1), Options::default()), &whole);
        let mut rest = text.as_bytes();
        let pieces = sizes.iter().cycle().map_while(|size| {
            let (piece, after) = rest.split_at((*size).min(rest.len()));
            rest = after;
            (!piece.is_empty()).then_some(piece)
        });
        let pieces: Vec<_> = pieces.collect();
        prop_assert_eq!(split(pieces, Options::default()), whole);
    }

    /// Each element is what the reader makes of it in the midst of the whole.
    #[test]
    fn agrees_with_the_reader_of_documents(text in streams()) {
        let (events, error) = whole(&text);
        if error.is_none() && events.last() == Some(&Event::Closed) {
            let mut options = Options::default();
            options.skip_declaration = true;
            let document = RawElement::read_with(text.as_bytes(), &options);
            prop_assert!(document.is_ok(), "{:?} {:?}", text, document);
            let children: Vec<_> = document.unwrap().node().children().map(RawElement::from).collect();
            let elements: Vec<_> = events
                .into_iter()
                .filter_map(|event| match event {
                    Event::Element(raw) => Some(raw),
                    _ => None,
                })
                .collect();
            prop_assert_eq!(elements, children);
        }
    }
}
