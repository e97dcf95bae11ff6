//! Each limit, met and gone beyond by one, on every way in.

use xmpp_xml::stream::{Event, Splitter};
use xmpp_xml::{
    Error, ErrorKind, Extra, Invalid, Limit, Limits, Options, RawElement, Report, Xml, read_with,
};

/// A type that may hold itself, and anything else.
#[derive(Clone, Debug, PartialEq, Xml)]
#[xml(namespace = "u", name = "t")]
struct Tree {
    #[xml(child)]
    trees: Vec<Self>,
    #[xml(extra)]
    extra: Extra,
}

/// Takes any element, and looks into none.
#[derive(Clone, Debug, PartialEq, Xml)]
enum Anything {
    Tree(Tree),
    Other(RawElement),
}

fn split(text: &str, piece: usize, options: Options) -> Result<RawElement, Error> {
    let mut splitter = Splitter::new(options);
    splitter.feed(b"<s xmlns='s'>");
    assert!(matches!(splitter.next_event(), Ok(Some(Event::Opened(_)))));
    for piece in text.as_bytes().chunks(piece) {
        splitter.feed(piece);
        match splitter.next_event()? {
            Some(Event::Element(element)) => return Ok(element),
            Some(other) => panic!("{other:?}"),
            None => {}
        }
    }
    panic!("it does not end: {text}")
}

/// What each way says of it.
fn ways(text: &str, limits: Limits) -> Vec<Option<Error>> {
    let mut all = Vec::new();
    for invalid in [Invalid::Reject, Invalid::Keep] {
        let options = Options::new().limits(limits).invalid(invalid);
        let bytes = text.as_bytes();
        all.push(RawElement::read_with(bytes, &options).err());
        all.push(xmpp_xml::first_element(text, &options).err());
        all.push(read_with::<Anything>(bytes, &options, &mut Report::default()).err());
        for piece in [1, 2, 5, usize::MAX] {
            all.push(split(text, piece, options).err());
        }
    }
    all
}

#[track_caller]
fn at_most(limit: Limit, limits: Limits, max: usize, met: &str, beyond: &str) {
    for (way, error) in ways(met, limits).into_iter().enumerate() {
        assert_eq!(error, None, "{way}: {met}");
    }
    for (way, error) in ways(beyond, limits).into_iter().enumerate() {
        let error = error.unwrap_or_else(|| panic!("{way}: {beyond}"));
        let kind = ErrorKind::LimitExceeded { limit, max };
        assert_eq!(error.kind(), &kind, "{way}: {beyond}");
    }
}

#[test]
fn each_is_met_and_not_gone_beyond() {
    let with = |set: &dyn Fn(&mut Limits)| {
        let mut limits = Limits::default();
        set(&mut limits);
        limits
    };
    let text = |n: usize| format!("<a>{}</a>", "x".repeat(n - 7));
    let limits = with(&|l| l.bytes = 40);
    at_most(Limit::Bytes, limits, 40, &text(40), &text(41));
    let tag = |n: usize| format!("<a b='{}'/>", "x".repeat(n - 9));
    at_most(Limit::Bytes, limits, 40, &tag(40), &tag(41));

    let many = |n: usize| format!("<a>{}</a>", "<b></b>".repeat(n - 1));
    let limits = with(&|l| l.elements = 5);
    at_most(Limit::Elements, limits, 5, &many(5), &many(6));

    let deep = |n: usize| format!("{}{}", "<a>".repeat(n), "</a>".repeat(n));
    let empty = |n: usize| format!("{}<a/>{}", "<a>".repeat(n - 1), "</a>".repeat(n - 1));
    let limits = with(&|l| l.depth = 4);
    at_most(Limit::Depth, limits, 4, &deep(4), &deep(5));
    at_most(Limit::Depth, limits, 4, &empty(4), &empty(5));

    // Declarations do not count.
    let attributes = |n: usize| -> String {
        let all: String = (0..n).map(|n| format!(" a{n}=''")).collect();
        format!("<a xmlns='u' xmlns:p='v' xmlns:q='w'><b xmlns:r='x'{all}/></a>")
    };
    let limits = with(&|l| l.attributes = 3);
    at_most(Limit::Attributes, limits, 3, &attributes(3), &attributes(4));

    let limits = with(&|l| l.name = 10);
    for name in [
        |n: usize| format!("<{}/>", "a".repeat(n)),
        |n: usize| format!("<p:{} xmlns:p='u'/>", "a".repeat(n - 2)),
        |n: usize| format!("<a {}=''/>", "b".repeat(n)),
        |n: usize| format!("<a xmlns='{}'/>", "u".repeat(n)),
        |n: usize| format!("<a xmlns:p='{}'/>", "u".repeat(n)),
        // As it is spelt.
        |n: usize| format!("<a xmlns:p='&#117;{}'/>", "u".repeat(n - 6)),
        |n: usize| format!("<a xmlns:{}='u'/>", "p".repeat(n - 6)),
    ] {
        at_most(Limit::Name, limits, 10, &name(10), &name(11));
    }

    let prefixes = |n: usize| -> String {
        let all: String = (1..n).map(|n| format!(" xmlns:p{n}='u'")).collect();
        format!("<a xmlns:p='u'><b{all}/><b{all}></b></a>")
    };
    let limits = with(&|l| l.prefixes = 4);
    at_most(Limit::Prefixes, limits, 4, &prefixes(4), &prefixes(5));

    // The text, and 32 bytes for each element, attribute, declaration and run of text.
    let n = "n".repeat(60);
    for (text, records) in [
        (format!("<{n}></{n}>"), 1),
        (format!("<{n}/>"), 1),
        (format!("<{n}>text</{n}>"), 2),
        (format!("<{n} b='' c='d'/>"), 3),
        (format!("<{n} xmlns='u' xmlns:p='v'><p:b/></{n}>"), 4),
        (format!("<{n}>b<c>d</c>e<f>&amp;</f></{n}>"), 7),
        (format!("<{n}><![CDATA[b]]></{n}>"), 2),
    ] {
        let memory = text.len() + 32 * records;
        for error in ways(&text, with(&|l| l.memory = memory)) {
            assert_eq!(error, None, "{text}");
        }
        let limits = with(&|l| l.memory = memory - 1);
        for error in ways(&text, limits) {
            let (limit, max) = (Limit::Memory, memory - 1);
            let kind = ErrorKind::LimitExceeded { limit, max };
            assert_eq!(error.as_ref().map(Error::kind), Some(&kind), "{text}");
        }
    }
}

/// Nothing is read behind the tag that is too much.
#[test]
fn memory_ends_at_the_tag_for_which_there_is_no_more() {
    let n = "n".repeat(60);
    let text = format!("<{n}><b/>{}<c/></{n}>", "text".repeat(100));
    let tag = text.find("<b").unwrap();
    let memory = tag + "<b".len() + 2 * 32;
    for (memory, offset) in [(memory - 1, tag), (memory, text.find("<c").unwrap())] {
        let mut limits = Limits::default();
        limits.memory = memory;
        let options = Options::new().limits(limits);
        let error = RawElement::read_with(text.as_bytes(), &options).unwrap_err();
        let (limit, max) = (Limit::Memory, memory);
        assert_eq!(error.kind(), &ErrorKind::LimitExceeded { limit, max });
        assert_eq!(error.offset(), offset);
    }
}

/// One element that meets each limit, and one that goes beyond by one.
fn met_and_beyond() -> Vec<(Limit, Limits, usize, String, String)> {
    let with = |set: &dyn Fn(&mut Limits)| {
        let mut limits = Limits::default();
        set(&mut limits);
        limits
    };
    let bytes = |n: usize| format!("<a b='{}'/>", "x".repeat(n - 9));
    let elements = |n: usize| format!("<a>{}</a>", "<b/>".repeat(n - 1));
    let depth = |n: usize| format!("{}{}", "<a>".repeat(n), "</a>".repeat(n));
    let attributes = |n: usize| {
        let all: String = (0..n).map(|n| format!(" a{n}=''")).collect();
        format!("<a{all}/>")
    };
    let name = |n: usize| format!("<a><{}/></a>", "b".repeat(n));
    // What the header binds is counted apart.
    let prefixes = |n: usize| {
        let all: String = (0..n).map(|n| format!(" xmlns:p{n}='u'")).collect();
        format!("<a{all}/>")
    };
    let memory = |n: usize| format!("<a>{}</a>", "x".repeat(n - 7 - 64));
    vec![
        (
            Limit::Bytes,
            with(&|l| l.bytes = 120),
            120,
            bytes(120),
            bytes(121),
        ),
        (
            Limit::Memory,
            with(&|l| l.memory = 400),
            400,
            memory(400),
            memory(401),
        ),
        (
            Limit::Elements,
            with(&|l| l.elements = 6),
            6,
            elements(6),
            elements(7),
        ),
        (Limit::Depth, with(&|l| l.depth = 5), 5, depth(5), depth(6)),
        (
            Limit::Attributes,
            with(&|l| l.attributes = 4),
            4,
            attributes(4),
            attributes(5),
        ),
        (Limit::Name, with(&|l| l.name = 40), 40, name(40), name(41)),
        (
            Limit::Prefixes,
            with(&|l| l.prefixes = 8),
            8,
            prefixes(8),
            prefixes(9),
        ),
    ]
}

/// What comes next when all of this has come in, in pieces of a size.
fn next(splitter: &mut Splitter, text: &str, size: usize) -> Result<Option<Event>, Error> {
    for piece in text.as_bytes().chunks(size) {
        splitter.feed(piece);
        let event = splitter.next_event()?;
        if event.is_some() {
            return Ok(event);
        }
    }
    Ok(None)
}

/// No stanza counts against the next one, and no stream against the one after it.
#[test]
fn each_holds_for_every_stanza_of_a_stream_and_after_each_restart() {
    const OPEN: &str =
        "<s:s xmlns='jabber:client' xmlns:s='urn:s' xmlns:p='urn:p' xmlns:q='urn:q' >";
    for (limit, limits, max, met, beyond) in met_and_beyond() {
        let kind = ErrorKind::LimitExceeded { limit, max };
        for size in [1, 3, usize::MAX] {
            // Beyond the limit in each of four streams in turn.
            for last in 0..4 {
                let mut splitter = Splitter::new(Options::new().limits(limits));
                for stream in 0..=last {
                    match stream {
                        0 => {}
                        1 => splitter.restart_after_tls().expect("nothing is buffered"),
                        2 => splitter.restart_after_sasl(),
                        _ => splitter.restart_on_new_connection(),
                    }
                    let opened = next(&mut splitter, OPEN, size);
                    assert!(
                        matches!(opened, Ok(Some(Event::Opened(_)))),
                        "{limit} {opened:?}"
                    );
                    for _ in 0..5 {
                        let event = next(&mut splitter, &met, size);
                        assert!(
                            matches!(event, Ok(Some(Event::Element(_)))),
                            "{met} {event:?}"
                        );
                    }
                }
                let error = next(&mut splitter, &beyond, size).expect_err(&beyond);
                assert_eq!(error.kind(), &kind, "{beyond} by {size}");
                // It is the end: what comes in makes no difference.
                assert_eq!(next(&mut splitter, &met, size), Err(error.clone()));
                splitter.restart_after_sasl();
                assert_eq!(splitter.next_event(), Err(error.clone()));
                assert_eq!(splitter.restart_after_tls(), Err(error));
            }
        }
    }
}

#[test]
fn the_start_tag_of_a_stream_has_the_limits_of_an_element() {
    let with = |set: &dyn Fn(&mut Limits)| {
        let mut limits = Limits::default();
        set(&mut limits);
        limits
    };
    let long = |n: usize| format!("<a b='{}'>", "x".repeat(n - 8));
    let named = |n: usize| format!("<{}>", "a".repeat(n));
    let attributes = |n: usize| {
        let all: String = (0..n).map(|n| format!(" a{n}=''")).collect();
        format!("<a xmlns='u' xmlns:p='u'{all}>")
    };
    let prefixes = |n: usize| {
        let all: String = (0..n).map(|n| format!(" xmlns:p{n}='u'")).collect();
        format!("<a b='' c=''{all}>")
    };
    for (limit, limits, max, met, beyond) in [
        (
            Limit::Bytes,
            with(&|l| l.bytes = 50),
            50,
            long(50),
            long(51),
        ),
        // The element and its attribute.
        (
            Limit::Memory,
            with(&|l| l.memory = 50 + 64),
            114,
            long(50),
            long(51),
        ),
        (Limit::Name, with(&|l| l.name = 9), 9, named(9), named(10)),
        (
            Limit::Attributes,
            with(&|l| l.attributes = 2),
            2,
            attributes(2),
            attributes(3),
        ),
        (
            Limit::Prefixes,
            with(&|l| l.prefixes = 3),
            3,
            prefixes(3),
            prefixes(4),
        ),
        (
            Limit::Elements,
            with(&|l| l.elements = 1),
            1,
            "<a>".into(),
            String::new(),
        ),
        (
            Limit::Elements,
            with(&|l| l.elements = 0),
            0,
            String::new(),
            "<a>".into(),
        ),
        (
            Limit::Depth,
            with(&|l| l.depth = 0),
            0,
            String::new(),
            "<a>".into(),
        ),
    ] {
        for size in [1, 4, usize::MAX] {
            let mut splitter = Splitter::new(Options::new().limits(limits));
            if !met.is_empty() {
                let opened = next(&mut splitter, &met, size);
                assert_eq!(
                    opened,
                    Ok(Some(Event::Opened(met.as_str().into()))),
                    "{limit}"
                );
            }
            if !beyond.is_empty() {
                splitter.restart_on_new_connection();
                let error = next(&mut splitter, &beyond, size).expect_err(&beyond);
                assert_eq!(
                    error.kind(),
                    &ErrorKind::LimitExceeded { limit, max },
                    "{beyond}"
                );
            }
        }
    }
}

#[test]
fn types_are_nested_so_far_and_no_farther() {
    let deep = |n: usize| {
        let inner = "<t>".repeat(n - 1);
        format!("<t xmlns='u'>{inner}{}", "</t>".repeat(n))
    };
    let max = 5;
    let mut limits = Limits::default();
    limits.nesting = max;
    for invalid in [Invalid::Reject, Invalid::Keep] {
        let options = Options::new().limits(limits).invalid(invalid);
        let read = |n: usize, report: &mut Report| {
            let text = deep(n);
            let raw = RawElement::read_with(text.as_bytes(), &options).expect("it is well-formed");
            let split = split(&text, 3, options).expect("it is well-formed");
            [
                read_with::<Tree>(text.as_bytes(), &options, report),
                raw.parse_with(&options, report),
                raw.parse(),
                split.parse(),
            ]
        };
        // The outermost is in none.
        for n in [1, max + 1] {
            for tree in read(n, &mut Report::default()) {
                assert_eq!(depth(&tree.expect("it is within the limits")), n);
            }
        }
        let mut report = Report::default();
        let limit = Limit::Nesting;
        let kind = ErrorKind::LimitExceeded { limit, max };
        for tree in read(max + 2, &mut report) {
            match invalid {
                Invalid::Reject => {
                    assert_eq!(tree.expect_err("it is beyond the limits").kind(), &kind);
                }
                // The innermost stays as it stands.
                Invalid::Keep => assert_eq!(depth(&tree.expect("it is kept")), max + 1),
            }
        }
        if invalid == Invalid::Keep {
            assert_eq!(report.problems.len(), 2);
            assert!(report.problems.iter().all(|error| *error.kind() == kind));
        }
    }
}

fn depth(tree: &Tree) -> usize {
    1 + tree.trees.iter().map(depth).max().unwrap_or_default()
}

/// However a type is made: what it has in memory does not go beyond the limits of what it can be read from again.
#[test]
fn what_is_written_down_is_refused_where_no_reader_takes_it() {
    let mut tree = Tree {
        trees: Vec::new(),
        extra: Extra::new(),
    };
    let far = "n".repeat(65_536);
    let mut farther = tree.clone();
    farther
        .extra
        .set_attribute("", &far, "1")
        .expect("XML has no limit");
    let error = RawElement::from_element(&farther).expect_err("no reader of ours takes it");
    let limit = Limit::Name;
    assert!(matches!(error.kind(), ErrorKind::LimitExceeded { limit: l, .. } if *l == limit));
    tree.extra
        .set_attribute("", &far[1..], "1")
        .expect("a name");
    let raw = RawElement::from_element(&tree).expect("the name is as long as can be");
    assert_eq!(
        raw.parse_with::<Tree>(&Options::new(), &mut Report::default()),
        Ok(tree.clone())
    );
    let attributes: String = (0..32_767).map(|n| format!(" a{n}=''")).collect();
    let options = Options::new().limits(Limits::highest());
    let text = format!("<t xmlns='u'{attributes}/>");
    let mut tree: Tree = read_with(text.as_bytes(), &options, &mut Report::default())
        .expect("there are as many as can be");
    let raw = RawElement::from_element(&tree).expect("there are as many as can be");
    assert_eq!(raw.node().attributes().count(), 32_767);
    tree.extra
        .set_attribute("", "more", "")
        .expect("an attribute");
    let error = RawElement::from_element(&tree).expect_err("there is one more");
    let limit = Limit::Attributes;
    let max = 32_767;
    assert_eq!(error.kind(), &ErrorKind::LimitExceeded { limit, max });
}

/// From those for whoever comes to those for files, each allows what the one before allows.
#[test]
fn presets_go_from_strangers_to_files() {
    let figures = |l: Limits| {
        [
            l.bytes,
            l.memory,
            l.elements,
            l.depth,
            l.attributes,
            l.name,
            l.prefixes,
            l.nesting,
        ]
    };
    let presets = [
        Limits::unauthenticated(),
        Limits::server(),
        Limits::client(),
        Limits::file(),
        Limits::highest(),
    ];
    for pair in presets.windows(2) {
        let (narrow, wide) = (figures(pair[0]), figures(pair[1]));
        assert_ne!(narrow, wide);
        assert!(
            narrow
                .iter()
                .zip(wide)
                .all(|(narrow, wide)| *narrow <= wide),
            "{pair:?}"
        );
    }
    // As the documentation of each has it.
    assert_eq!(
        figures(Limits::server()),
        [262_144, 4 << 20, 16_384, 256, 256, 1024, 128, 32]
    );
    assert_eq!(Limits::default(), Limits::server());
    assert_eq!(Options::new().limits, Limits::server());
    assert_eq!(Options::file().limits, Limits::file());
    assert_eq!(Splitter::default().buffered(), b"");

    // RFC 6120 §13.12: no limit of a stanza is below 10,000 bytes.
    for limits in presets {
        let options = Options::new().limits(limits);
        let text = |bytes: usize| format!("<iq id='{}'/>", "x".repeat(bytes - 11));
        for size in [1000, 10_000] {
            assert!(split(&text(10_000), size, options).is_ok());
        }
        let most = Limits::server().bytes;
        assert_eq!(
            split(&text(most), 4096, options).is_ok(),
            limits.bytes >= most
        );
        assert_eq!(
            split(&text(most + 1), 4096, options).is_ok(),
            limits.bytes > most
        );
    }
}
