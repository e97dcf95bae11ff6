//! Streams: the same events however the bytes are cut.

use proptest::prelude::*;
use xmpp_xml::stream::{Event, Splitter};
use xmpp_xml::{Error, ErrorKind, Limit, Limits, Options, RawElement};

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
fn gives_the_language_of_the_stream() {
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
fn rejects_what_came_before_tls() {
    // What an attacker has put behind the element after which TLS begins, be it as little as white space.
    for behind in ["<s:s xmlns:s='urn:s'><iq id='evil'/>", "<", " ", "\0"] {
        let mut splitter = Splitter::default();
        splitter.feed(format!("{OPEN}<starttls xmlns='tls'/>{behind}").as_bytes());
        splitter.next_event().unwrap();
        let end = OPEN.len() + "<starttls xmlns='tls'/>".len();
        splitter.next_event().unwrap();
        assert_eq!(splitter.buffered(), behind.as_bytes());
        let error = splitter.restart_after_tls().unwrap_err();
        assert_eq!(
            (error.kind(), error.offset()),
            (&ErrorKind::DataBeforeTls, end)
        );
        assert_eq!(error.kind().stream_condition(), "not-authorized");
        // There is no way around it.
        assert_eq!(splitter.next_event().as_ref(), Err(&error));
        splitter.restart_after_sasl();
        splitter.feed(OPEN.as_bytes());
        assert_eq!(splitter.next_event().as_ref(), Err(&error));
        assert_eq!(splitter.restart_after_tls(), Err(error));
    }
}

#[test]
fn keeps_nothing_of_the_stream_before_tls() {
    let mut splitter = Splitter::default();
    let before = format!("{OPEN}<proceed xmlns='tls'/>");
    splitter.feed(before.as_bytes());
    splitter.next_event().unwrap();
    splitter.next_event().unwrap();
    assert_eq!(splitter.buffered(), b"");
    splitter.restart_after_tls().unwrap();
    assert_eq!((splitter.lang(), splitter.position()), (None, before.len()));
    splitter.feed(b"<?xml version='1.0'?><s:s xmlns:s='urn:s'><db:a/>");
    assert!(matches!(splitter.next_event(), Ok(Some(Event::Opened(_)))));
    // The declarations of the stream before do not hold any more.
    let error = splitter.next_event().unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::UndeclaredPrefix { .. }));
}

#[test]
fn takes_what_follows_sasl_for_the_new_stream() {
    let mut splitter = Splitter::default();
    splitter.feed(format!("{OPEN}<success xmlns='s'/><?xml version='1.0'?>").as_bytes());
    splitter.next_event().unwrap();
    splitter.next_event().unwrap();
    assert_eq!(splitter.buffered(), b"<?xml version='1.0'?>");
    splitter.restart_after_sasl();
    assert_eq!(splitter.next_event(), Ok(None));
    splitter.feed(b"<s:s xmlns:s='urn:s'><a/>");
    assert!(matches!(splitter.next_event(), Ok(Some(Event::Opened(_)))));
    assert!(matches!(splitter.next_event(), Ok(Some(Event::Element(_)))));
    assert_eq!(splitter.lang(), None);
}

#[test]
fn keeps_nothing_for_another_connection() {
    let mut limits = Limits::default();
    limits.depth = 1;
    let mut splitter = Splitter::new(Options::new().limits(limits));
    splitter.feed(format!("{OPEN}<a><b>").as_bytes());
    splitter.next_event().unwrap();
    assert!(splitter.next_event().is_err());
    splitter.restart_on_new_connection();
    assert_eq!((splitter.position(), splitter.buffered()), (0, &b""[..]));
    splitter.feed(format!("{OPEN}<a><b>").as_bytes());
    assert!(matches!(splitter.next_event(), Ok(Some(Event::Opened(_)))));
    assert!(splitter.next_event().is_err(), "the options still hold");
}

#[test]
fn ignores_what_comes_after_the_end() {
    for end in [
        "</stream:stream>",
        "</stream:stream ><a/>",
        "</stream:stream>\0</a>text",
    ] {
        let mut splitter = Splitter::default();
        splitter.feed(format!("{OPEN}{end}").as_bytes());
        splitter.next_event().unwrap();
        assert_eq!(splitter.next_event(), Ok(Some(Event::Closed)));
        let position = splitter.position();
        assert_eq!(position, OPEN.len() + end.find('>').unwrap() + 1);
        for _ in 0..3 {
            assert_eq!(splitter.next_event(), Ok(None));
            assert_eq!(splitter.buffered(), b"");
            splitter.feed(b"<!-- \xFF");
        }
        assert_eq!((splitter.position(), splitter.finish()), (position, Ok(())));
    }
}

#[test]
fn refuses_what_is_no_stream() {
    for (text, kind, offset) in [
        ("x", ErrorKind::TextOutsideRoot, 0),
        ("\u{FEFF}<a>", ErrorKind::TextOutsideRoot, 0),
        ("\u{1}", ErrorKind::InvalidCharacter, 0),
        ("<!-- -->", ErrorKind::Comment, 0),
        ("<!DOCTYPE a>", ErrorKind::DocumentType, 0),
        ("<?php ?>", ErrorKind::ProcessingInstruction, 0),
        (" <?xml version='1.0'?>", ErrorKind::XmlDeclaration, 1),
        ("<?xml version='1.1'?><a>", ErrorKind::XmlDeclaration, 0),
        ("</a>", ErrorKind::UnexpectedCharacter, 1),
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

/// The first characters of a stream in this encoding, of which each has so many bytes.
fn wide(text: &str, width: usize, big_endian: bool) -> Vec<u8> {
    let unit = |c: char| {
        let bytes = u32::from(c).to_be_bytes();
        let mut unit = bytes[4 - width..].to_vec();
        if !big_endian {
            unit.reverse();
        }
        unit
    };
    text.chars().flat_map(unit).collect()
}

#[test]
fn every_encoding_but_utf_8_is_unsupported() {
    for start in [
        "<?xml version='1.0'?>",
        "<s:s xmlns:s='urn:s'>",
        "\n<s>",
        "\t\t",
    ] {
        for mark in ["", "\u{FEFF}"] {
            for (width, big_endian) in [(2, false), (2, true), (4, false), (4, true)] {
                let text = wide(&format!("{mark}{start}"), width, big_endian);
                for size in 1..=text.len() {
                    let (events, error) = split(text.chunks(size), Options::default());
                    let error = error.unwrap_or_else(|| panic!("{text:?}"));
                    assert_eq!((events, error.offset()), (vec![], 0), "{text:?}");
                    assert_eq!(error.kind().stream_condition(), "unsupported-encoding");
                }
                let error = RawElement::from_slice(&text).unwrap_err();
                assert_eq!((error.kind(), error.offset()), (&ErrorKind::NotUtf8, 0));
            }
        }
    }
    for (declaration, condition) in [
        (
            "version='1.0' encoding='ISO-8859-1'",
            "unsupported-encoding",
        ),
        (
            "version=\"1.0\" encoding=\"utf-16\" standalone='yes'",
            "unsupported-encoding",
        ),
        ("version='1.0' encoding='UTF8'", "unsupported-encoding"),
        ("version='1.0' encoding=''", "restricted-xml"),
        ("version='1.0' encoding='8'", "restricted-xml"),
        ("version='1.1' encoding='UTF-8'", "restricted-xml"),
        ("encoding='ISO-8859-1'", "restricted-xml"),
        ("version='1.0' standalone='maybe'", "restricted-xml"),
    ] {
        let text = format!("<?xml {declaration}?>{OPEN}");
        for size in [1, 2, 7, text.len()] {
            let (events, error) = split(text.as_bytes().chunks(size), Options::default());
            let error = error.unwrap_or_else(|| panic!("{text}"));
            assert_eq!((events, error.offset()), (vec![], 0), "{text}");
            assert_eq!(error.kind().stream_condition(), condition, "{text}");
        }
    }
    for declaration in ["", " encoding='utf-8'", " encoding='UTF-8' standalone='no'"] {
        let text = format!("<?xml version='1.0'{declaration}?>{OPEN}");
        assert_eq!(whole(&text), (vec![Event::Opened(OPEN.into())], None));
    }
}

/// What comes out of a stream as soon as this much has come in, byte by byte.
fn so_far(text: &[u8]) -> Option<Error> {
    split(text.chunks(1), Options::default()).1
}

#[test]
fn an_error_in_a_start_tag_is_reported_where_it_stands() {
    // With the last byte of each and not before it; at an offset counted from the start of the tag.
    for (tag, offset) in [
        ("<a/ ", 3),
        ("<a/b", 3),
        ("<a//", 3),
        ("<a<", 2),
        ("<a <", 3),
        ("<a b<", 4),
        ("<a b=c", 5),
        ("<a b=>", 5),
        ("<a b= é", 6),
        ("<a b='<", 6),
        ("<a b=\"'<", 7),
        ("<a b='c'd", 8),
        ("<a b='c'=", 8),
        ("<a b='c'\"", 8),
        ("<a b='c'🦀", 8),
        ("<a '", 3),
        ("<a b'", 4),
        ("<a b==", 5),
        ("<a b>", 4),
        ("<a b/>", 4),
        ("<a b c='d'>", 5),
        ("<a ='b'>", 3),
        ("<>", 1),
        ("< a>", 1),
        ("<1>", 1),
        ("<a:>", 3),
        ("<p:a>", 1),
        ("<a p:b=''>", 3),
        ("<a b='' c='' b=''>", 13),
        ("<a xmlns:p='u' xmlns:q='u' p:b='' q:b=''>", 34),
        ("<a xmlns:p=''>", 3),
        ("<a xmlns:xml='u'>", 3),
        ("<a b='&x;'>", 6),
        ("<a b='&#0;'>", 6),
        ("<a b='\u{FFFE}'>", 6),
        ("<a b='\0'>", 6),
    ] {
        for before in [
            "",
            "<w>",
            "<w xmlns='u'><v>text<u c='>'/></v>\n",
            "<w/> <w:w xmlns:w='u' a=''>",
        ] {
            let open = format!("{OPEN}{before}");
            let text = format!("{open}{tag}");
            let error = so_far(text.as_bytes()).unwrap_or_else(|| panic!("{text}"));
            // A whole `>` is needed where it is behind what is wrong.
            assert_eq!(error.offset(), open.len() + offset, "{text} {error}");
            assert_eq!(whole(&text).1.as_ref(), Some(&error), "{text}");
            assert_eq!(whole(&format!("{text}</a></w>")).1.as_ref(), Some(&error));
            assert_eq!(so_far(&text.as_bytes()[..text.len() - 1]), None, "{text}");
        }
        // Of the header as well.
        let error = so_far(tag.as_bytes()).unwrap_or_else(|| panic!("{tag}"));
        assert_eq!(error.offset(), offset, "{tag} {error}");
        assert_eq!(so_far(&tag.as_bytes()[..tag.len() - 1]), None, "{tag}");
    }
}

#[test]
fn an_error_in_text_or_an_end_tag_is_reported_with_the_next_tag() {
    for (text, offset) in [
        ("<w>&x;<", 3),
        ("<w>a]]><", 4),
        ("<w>\u{FFFF}<", 3),
        ("<w><![CDATA[\u{1}]]>", 12),
        ("<w><v></w>", 6),
        ("<w></v<", 3),
        ("<w></w a>", 7),
        ("</stream:strean>", 0),
        ("</stream:stream a>", 16),
        ("</stream:stream<", 15),
    ] {
        let text = format!("{OPEN}{text}");
        let error = so_far(text.as_bytes()).unwrap_or_else(|| panic!("{text}"));
        assert_eq!(error.offset(), OPEN.len() + offset, "{text} {error}");
        assert_eq!(so_far(&text.as_bytes()[..text.len() - 1]), None, "{text}");
        assert_eq!(whole(&text).1, Some(error));
    }
}

#[test]
fn declarations_hold_as_far_as_their_element() {
    for (text, is_wrong) in [
        ("<w xmlns:p='u'><v/><p:x>", false),
        ("<w xmlns:p='u'></w><p:x>", true),
        ("<w><v xmlns:p='u'></v><p:x>", true),
        ("<w><v xmlns:p='u'><p:v></p:v></v><p:x>", true),
        ("<w><v xmlns:p='u'/><p:x>", true),
        // The one further out holds again.
        (
            "<w xmlns:p='u'><v xmlns:p='v'></v><x xmlns:q='u' p:a='' q:a=''>",
            true,
        ),
        (
            "<w xmlns:p='u'><v xmlns:p='v'><x xmlns:q='u' p:a='' q:a=''>",
            false,
        ),
        (
            "<w xmlns:p='u'><v xmlns:p='v'><x xmlns:q='v' p:a='' q:a=''>",
            true,
        ),
        (
            "<w xmlns:p='u'><v xmlns:q='u'></v><x xmlns:r='u' p:a='' r:a=''>",
            true,
        ),
        (
            "<w><v xmlns:q='u'></v><y xmlns:p='u'><x xmlns:r='u' p:a='' r:a=''>",
            true,
        ),
        (
            "<w xmlns='u'><v xmlns='v'></v><x xmlns:a='u' xmlns:b='u' a:a='' b:a=''>",
            true,
        ),
        // What the header declares holds everywhere.
        (
            "<w><v xmlns:db='v'></v><x xmlns:d='jabber:server:dialback' db:a='' d:a=''>",
            true,
        ),
        ("<w><v xmlns:db='v'></v><db:x>", false),
    ] {
        let error = so_far(format!("{OPEN}{text}").as_bytes());
        assert_eq!(error.is_some(), is_wrong, "{text} {error:?}");
        let pieces = [OPEN.as_bytes(), text.as_bytes()];
        assert_eq!(split(pieces, Options::default()).1, error, "{text}");
    }
}

#[test]
fn a_limit_is_kept_while_an_element_comes_in() {
    let mut limits = Limits::default();
    (limits.elements, limits.depth, limits.prefixes) = (5, 3, 4);
    (limits.attributes, limits.name) = (2, 35);
    let limited = Options::new().limits(limits);
    for (text, limit) in [
        ("<a><b/><b></b><b/><b/>", Limit::Elements),
        ("<a><b><c></c><c>", Limit::Depth),
        (
            "<a xmlns:p='u' xmlns:q='u'><b xmlns:r='u' xmlns:s='u'></b><b xmlns:t='u' xmlns:v='u'>",
            Limit::Prefixes,
        ),
        ("<a b='' c=''>", Limit::Attributes),
        ("<a><a123456789012345678901234567890123456>", Limit::Name),
    ] {
        // With the last tag, and not before it.
        let (whole, last) = match limit {
            Limit::Elements => (format!("{text}<b/>"), 4),
            Limit::Depth => (format!("{text}<d>"), 3),
            Limit::Prefixes => (format!("{text}<c xmlns:w='u'>"), 15),
            Limit::Attributes => (format!("{text}<b c='' d='' e=''>"), 18),
            _ => (text.to_owned(), 40),
        };
        let stream = format!("{OPEN}{whole}");
        let (before, after) = stream.as_bytes().split_at(stream.len() - last);
        for size in [1, 7, 1000] {
            assert_eq!(split(before.chunks(size), limited).1, None, "{whole}");
            let pieces = before.chunks(size).chain(after.chunks(size));
            let error = split(pieces, limited)
                .1
                .unwrap_or_else(|| panic!("{whole}"));
            assert!(
                matches!(error.kind(), ErrorKind::LimitExceeded { limit: l, .. } if *l == limit),
                "{whole} {error}"
            );
        }
    }
}

#[test]
fn a_second_header_is_reported_at_once() {
    for header in [
        OPEN,
        "<s:stream xmlns:s='http://etherx.jabber.org/streams'>",
        "<stream:stream/>",
    ] {
        let text = format!("{OPEN}<a/>{header}");
        let error = so_far(text.as_bytes()).unwrap();
        let place = OPEN.len() + "<a/>".len();
        assert_eq!(
            (error.kind(), error.offset()),
            (&ErrorKind::SecondHeader, place)
        );
        assert_eq!(error.kind().stream_condition(), "unsupported-stanza-type");
        assert_eq!(so_far(&text.as_bytes()[..text.len() - 1]), None, "{text}");
        for rest in ["", "<iq/ >", "<iq/></stream:stream>"] {
            assert_eq!(whole(&format!("{text}{rest}")).1.as_ref(), Some(&error));
        }
    }
    // Inside of an element, it is content like any other; under another name, an element like any other.
    for element in ["<a><stream:stream/></a>", "<stream/>", "<stream:features/>"] {
        assert_eq!(whole(&format!("{OPEN}{element}")).1, None, "{element}");
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
fn errors_have_the_byte_in_the_stream_and_the_path_in_the_element() {
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
        "<a>".to_owned() + &"<b c='d'/><b>e</b>".repeat(50_000),
        "<a>".to_owned() + &"<b:b xmlns:b='u' c=''><b:b xmlns='v'/></b:b>".repeat(20_000),
        "<a>".to_owned() + &"<![CDATA[]]>".repeat(80_000),
        "<a ".to_owned() + &" ".repeat(500_000) + "b" + &" ".repeat(500_000),
        "<a b=".to_owned() + &" ".repeat(1_000_000),
        "</stream:stream".to_owned() + &" ".repeat(1_000_000),
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

/// The files of hostile input, each with one problem.
fn hostile() -> Vec<(String, Vec<u8>)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../testdata/hostile");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "xml"))
        .map(|path| (path.display().to_string(), std::fs::read(&path).unwrap()))
        .collect();
    files.sort();
    files
}

/// What comes out of a stream, however it is cut.
fn however_it_is_cut(bytes: &[u8], what: &str) -> (Vec<Event>, Option<Error>) {
    let whole = split([bytes], Options::default());
    for size in 1..=bytes.len().min(9) {
        let cut = split(bytes.chunks(size), Options::default());
        assert_eq!(cut, whole, "{what} by {size}");
    }
    for at in 1..bytes.len() {
        let (one, other) = bytes.split_at(at);
        assert_eq!(
            split([one, other], Options::default()),
            whole,
            "{what} at {at}"
        );
    }
    whole
}

/// Asserts that the splitter and the reader of documents have the same against this.
fn assert_agreed(stream: &[u8], document: Result<RawElement, Error>, shift: usize, what: &str) {
    let (_, error) = however_it_is_cut(stream, what);
    match document {
        Ok(_) => assert_eq!(error, None, "{what}"),
        Err(e) if matches!(e.kind(), ErrorKind::UnexpectedEnd | ErrorKind::NoRoot) => {
            assert_eq!(error, None, "{what}");
        }
        Err(expected) => {
            let error = error.unwrap_or_else(|| panic!("{what}: {expected}"));
            // Between the elements of a stream, text has an error of its own.
            let kind = match error.kind() {
                ErrorKind::TextInStream => &ErrorKind::TextOutsideRoot,
                kind => kind,
            };
            let place = (kind, error.offset());
            assert_eq!(
                place,
                (expected.kind(), expected.offset() + shift),
                "{what}"
            );
        }
    }
}

#[test]
fn agrees_with_the_reader_of_documents_about_all_that_is_hostile() {
    let files = hostile();
    assert!(files.len() > 200, "{}", files.len());
    for (name, bytes) in &files {
        // As the start of a stream.
        let mut options = Options::default();
        options.skip_declaration = bytes.starts_with(b"<?xml");
        let document = RawElement::read_with(bytes, &options);
        let (events, error) = however_it_is_cut(bytes, name);
        if events.is_empty() {
            assert_agreed(bytes, document, 0, name);
        } else if events.last() == Some(&Event::Closed) {
            assert_eq!(error, None, "{name}");
        }

        // Within an element. What is wrong in text is seen with the next tag.
        let bytes = [bytes, &b"<"[..]].concat();
        let inside = [b"<Q:Q xmlns:Q='urn:q'><w>", bytes.as_slice()].concat();
        assert_agreed(&inside, RawElement::from_slice(&inside), 0, name);

        // As an element, or several.
        let open = "<Q:Q xmlns:Q='urn:q'>";
        let mut stream = [open.as_bytes(), bytes.as_slice()].concat();
        let mut rest = bytes.as_slice();
        let trailing = |error: &Error| *error.kind() == ErrorKind::TrailingContent;
        while let Some(error) = RawElement::from_slice(rest).err().filter(trailing) {
            rest = &rest[error.offset()..];
        }
        let shift = stream.len() - rest.len();
        if rest.starts_with(b"</") {
            // The end of the stream, which it is not.
            let document = RawElement::from_slice(&[open.as_bytes(), rest].concat());
            assert_agreed(&stream, document, shift - open.len(), name);
        } else if !matches!(rest, [b'<', 0, ..]) {
            assert_agreed(&stream, RawElement::from_slice(rest), shift, name);
        } else {
            // What looks like UTF-16 does so only at the start of a stream.
            let error = however_it_is_cut(&stream, name).1.unwrap();
            assert_eq!(
                (error.kind(), error.offset()),
                (&ErrorKind::InvalidCharacter, shift + 1)
            );
            stream.clear();
        }
    }
}

/// Pieces of streams, put together at random.
fn streams() -> impl Strategy<Value = String> {
    bytes_of_streams().prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}

/// The same, with bytes that are no text.
fn bytes_of_streams() -> impl Strategy<Value = Vec<u8>> {
    const PIECES: &[&[u8]] = &[
        OPEN.as_bytes(),
        b"<?xml version='1.0'?>",
        b"<?xml version='1.0' encoding='latin1'?>",
        b"<?xm",
        b"</stream:stream>",
        b"</stream:stream",
        b"<stream:stream>",
        b"<a>",
        b"</a>",
        b"<a b='>'/>",
        b"<a b=''",
        b"<a xmlns:p='u'>",
        b"<p:a>",
        b" p:b=''",
        b" b=''",
        b"<db:a c=\"'\">",
        b"</db:a>",
        b"<",
        b">",
        b"/",
        b"'",
        b"=",
        b"!",
        b"?",
        b"<![CDATA[",
        b"]]>",
        b"]",
        b"<!--",
        b"<!-",
        b"<!D",
        b"text",
        b" ",
        "\u{FFFE}".as_bytes(),
        "\u{FEFF}".as_bytes(),
        "🦀".as_bytes(),
        "é".as_bytes(),
        b"\xC3",
        b"\x80",
        b"\xFF",
        b"\xF0\x9F",
        b"\0",
        b"&amp;",
        b"&",
        b"&#",
        b";",
        b"1",
    ];
    (
        proptest::bool::weighted(0.8),
        proptest::collection::vec(proptest::sample::select(PIECES), 0..16),
    )
        .prop_map(|(opened, pieces)| {
            let opening = if opened { OPEN.as_bytes() } else { b"" };
            [opening, &pieces.concat()].concat()
        })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(5000) })]

    #[test]
    fn gives_the_same_however_it_is_cut(
        bytes in bytes_of_streams(),
        sizes in proptest::collection::vec(1usize..9, 1..40),
        narrow in proptest::option::of((1usize..200, 1usize..600, 1usize..6, 1usize..5, 1usize..4)),
    ) {
        let mut limits = Limits::default();
        if let Some((bytes, memory, elements, depth, prefixes)) = narrow {
            // The header has three prefixes and five attributes.
            (limits.memory, limits.elements, limits.depth) = (memory + 300, elements, depth);
            (limits.prefixes, limits.attributes, limits.name) = (prefixes, prefixes + 1, 33);
            limits.bytes = bytes + 20;
        }
        let options = Options::new().limits(limits);
        let whole = split([bytes.as_slice()], options);
        prop_assert_eq!(&split(bytes.chunks(1), options), &whole);
        let mut rest = bytes.as_slice();
        let pieces = sizes.iter().cycle().map_while(|size| {
            let (piece, after) = rest.split_at((*size).min(rest.len()));
            rest = after;
            (!piece.is_empty()).then_some(piece)
        });
        let pieces: Vec<_> = pieces.collect();
        prop_assert_eq!(split(pieces, options), whole);
    }

    /// Each element is what the reader makes of it in the midst of the whole.
    #[test]
    fn agrees_with_the_reader_of_documents(text in streams()) {
        let (events, error) = whole(&text);
        if error.is_none() && events.last() == Some(&Event::Closed) {
            let mut splitter = Splitter::default();
            splitter.feed(text.as_bytes());
            while splitter.next_event().unwrap() != Some(Event::Closed) {}
            // What is behind the end is no part of it.
            let text = &text[..splitter.position()];
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

/// What the header declares is the same for all of them; what they declare themselves is their own.
#[test]
fn elements_of_one_stream_are_compared_by_their_own_namespaces() {
    let text = format!(
        "{OPEN}<a xmlns='u'/><a xmlns='v'/><a xmlns='u'/><a xmlns:p='v' xmlns='u'/><p:a xmlns:q='v' xmlns:p='u'/>\
         <a/><db:a/><a xmlns='jabber:server:dialback'/><b xmlns='u'><c xmlns='v'/></b><b xmlns='u'><c xmlns='w'/></b>"
    );
    let (events, error) = whole(&text);
    assert_eq!(error, None);
    let elements: Vec<_> = events
        .iter()
        .filter_map(|event| match event {
            Event::Element(element) => Some(element),
            _ => None,
        })
        .collect();
    let names: Vec<_> = elements.iter().map(|element| element.canonical()).collect();
    for (a, canonical) in elements.iter().zip(&names) {
        for (b, other) in elements.iter().zip(&names) {
            assert_eq!(a == b, canonical == other, "{a} {b}");
        }
    }
    assert_eq!(elements[0], elements[2]);
    assert_eq!(elements[0], elements[4]);
    assert_ne!(elements[0], elements[1]);
    assert_eq!(elements[6], elements[7]);
    assert_ne!(elements[8], elements[9]);
    // Of another stream, too.
    let (others, _) = whole(&text.replace("<stream:stream ", "<stream:stream xmlns:x='x' "));
    assert_eq!(events[1..], others[1..]);
}
