//! One element, verbatim.

use xmpp_xml::{
    Context, Description, Element, Error, ErrorKind, Extra, Limit, Limits, Names, Node, Options,
    RawElement, Report, Writer, Xml, from_str, read_with, to_string,
};

#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = "urn:box", name = "box")]
struct Parcel {
    #[xml(child)]
    things: Vec<RawElement>,
    #[xml(extra)]
    extra: Extra,
}

fn only(source: &str) -> RawElement {
    let parcel: Parcel = from_str(source).unwrap();
    assert_eq!(parcel.things.len(), 1);
    parcel.things[0].clone()
}

#[test]
fn keeps_the_text_byte_for_byte() {
    for inner in [
        "<a xmlns='urn:a'/>",
        "<a xmlns='urn:a'></a>",
        "<a  xmlns = \"urn:a\"\n b='&#x41;&apos;'\t>\r\n<![CDATA[ ]] ]]>&lt;</a >",
        "<p:a xmlns:p='urn:a'><p:b xmlns:p='urn:b'/><c xmlns=''/></p:a>",
        "<a xmlns=''/>",
        "<a xmlns='' xmlns:ü='ö' ü:ä='€🦀'/>",
    ] {
        let source = format!("<box xmlns='urn:box'>{inner}</box>");
        assert_eq!(only(&source).to_string(), inner);
        assert_eq!(
            to_string(&from_str::<Parcel>(&source).unwrap()).unwrap(),
            source
        );
    }
}

#[test]
fn declares_what_it_inherits_and_uses() {
    let source = "<b:box xmlns:b='urn:box' xmlns:p='urn:&amp;p' xmlns:q=\"urn:'q\" xmlns='urn:d' xmlns:unused='u'>\
                  <p:a><q:b p:c='1'/><d/></p:a></b:box>";
    assert_eq!(
        only(source).to_string(),
        "<p:a xmlns:p='urn:&amp;p' xmlns:q=\"urn:'q\" xmlns='urn:d'><q:b p:c='1'/><d/></p:a>"
    );
    let raw = only(source);
    assert_eq!((raw.name(), raw.namespace()), ("a", "urn:&p"));
    assert_eq!(
        raw.node()
            .children()
            .next()
            .unwrap()
            .attribute_in("urn:&p", "c")
            .as_deref(),
        Some("1")
    );
}

#[test]
fn stays_in_no_namespace_wherever_it_is_put() {
    let nothing: RawElement = "<a><b/></a>".parse().unwrap();
    let parcel = Parcel {
        things: vec![nothing.clone()],
        extra: Extra::new(),
    };
    let written = to_string(&parcel).unwrap();
    assert_eq!(written, "<box xmlns='urn:box'><a xmlns=''><b/></a></box>");
    assert_eq!(from_str::<Parcel>(&written).unwrap().things, [nothing]);
    // A prefixed element around one without a namespace.
    let source = "<b:box xmlns:b='urn:box'><p:a xmlns:p='urn:p'><c/></p:a></b:box>";
    let parcel: Parcel = from_str(source).unwrap();
    assert_eq!(to_string(&parcel).unwrap(), source);
    assert_eq!(
        from_str::<Parcel>(&to_string(&parcel).unwrap()).unwrap(),
        parcel
    );
}

#[test]
fn equality_is_of_the_infoset() {
    let equal = [
        ("<a/>", "<a></a>"),
        ("<a b='1' c=\"2\"/>", "<a c='2'  b='&#49;'/>"),
        ("<a xmlns='u'><b/></a>", "<p:a xmlns:p='u'><p:b/></p:a>"),
        ("<a>x<![CDATA[y]]>z</a>", "<a>xyz</a>"),
        ("<a> <b/>\n</a>", "<a><b/></a>"),
        ("<a b='x\ty'/>", "<a b='x y'/>"),
        ("<a>x\r\ny\rz</a>", "<a>x\ny\nz</a>"),
        ("<a xmlns:unused='u'/>", "<a/>"),
    ];
    for (a, b) in equal {
        assert_eq!(
            a.parse::<RawElement>().unwrap(),
            b.parse().unwrap(),
            "{a} {b}"
        );
    }
    let different = [
        ("<a/>", "<b/>"),
        ("<a xmlns='u'/>", "<a/>"),
        ("<a xmlns='u' b='1'/>", "<p:a xmlns:p='u' p:b='1'/>"),
        ("<a b=''/>", "<a/>"),
        ("<a><b/><c/></a>", "<a><c/><b/></a>"),
        ("<a><b/></a>", "<a/>"),
        ("<a> </a>", "<a/>"),
        ("<a>x <b/></a>", "<a>x<b/></a>"),
        ("<a><b/> x</a>", "<a><b/>x</a>"),
        ("<a b='x&#9;y'/>", "<a b='x y'/>"),
        ("<a>x&#13;</a>", "<a>x\r</a>"),
        ("<a><b/></a>", "<a>&lt;b/></a>"),
        ("<a><b><c/></b></a>", "<a><b/><c/></a>"),
        ("<a b='c' d='e'/>", "<a b='c d=e'/>"),
    ];
    for (a, b) in different {
        assert_ne!(
            a.parse::<RawElement>().unwrap(),
            b.parse().unwrap(),
            "{a} {b}"
        );
    }
}

/// Which namespaces are the same is remembered between two inputs; it must not matter between which.
#[test]
fn equality_does_not_depend_on_what_was_compared_before() {
    let alike = [
        "<a xmlns='u' xmlns:p='v' p:b='1'><p:c/><d b='2'/></a>",
        "<x:a xmlns:x='u' xmlns:p='v' p:b='1'><p:c/><x:d b='2'/></x:a>",
        "<a xmlns='u' xmlns:q='v' xmlns:p='w' q:b='1'><c xmlns='v'/><d b='2'/></a>",
        "<a xmlns='&#117;' xmlns:p='v' p:b='1'><p:c></p:c><d b='2'/></a>",
    ];
    let others = [
        "<a xmlns='u' xmlns:p='u' p:b='1'><p:c/><d b='2'/></a>",
        "<a xmlns='v' xmlns:p='u' p:b='1'><p:c/><d b='2'/></a>",
        "<a xmlns='u' xmlns:p='w' p:b='1'><p:c/><d b='2'/></a>",
        "<a xmlns='u' xmlns:p='v' xmlns:q='w' q:b='1'><p:c/><d b='2'/></a>",
        "<a><c/><d b='2'/></a>",
    ];
    let read = |texts: &[&str]| -> Vec<RawElement> {
        texts.iter().map(|text| text.parse().unwrap()).collect()
    };
    // Out of one stream, out of another, and out of none.
    let split = |header: &str, texts: &[&str]| -> Vec<RawElement> {
        let mut splitter = xmpp_xml::stream::Splitter::default();
        splitter.feed(header.as_bytes());
        assert!(splitter.next_event().unwrap().is_some());
        let elements = texts.iter().map(|text| {
            splitter.feed(text.as_bytes());
            match splitter.next_event().unwrap().unwrap() {
                xmpp_xml::stream::Event::Element(element) => element,
                other => panic!("{other:?}"),
            }
        });
        elements.collect()
    };
    let first = "<s:s xmlns:s='urn:s' xmlns='u' xmlns:p='v'>";
    let second = "<s:s xmlns:s='urn:s' xmlns='x' xmlns:q='u' xmlns:r='v' xmlns:p='w'>";
    let mut same = read(&alike);
    same.extend(split(first, &alike));
    same.extend(split(second, &alike));
    same.extend(split(first, &["<a p:b='1'><p:c/><d b='2'/></a>"]));
    same.extend(split(second, &["<q:a r:b='1'><r:c/><q:d b='2'/></q:a>"]));
    let mut different = read(&others);
    different.extend(split(first, &others));
    different.extend(split(second, &others));
    different.extend(split(first, &["<a b='1'><p:c/><d b='2'/></a>"]));
    different.extend(split(second, &["<q:a p:b='1'><r:c/><q:d b='2'/></q:a>"]));
    for _ in 0..2 {
        for a in &same {
            for b in &same {
                assert_eq!(a, b);
                assert_eq!(a.canonical(), b.canonical());
            }
            for b in &different {
                assert_ne!(a, b);
                assert_ne!(b, a);
            }
        }
        for a in &different {
            for b in &different {
                assert_eq!(a == b, a.canonical() == b.canonical(), "{a} {b}");
            }
        }
    }
    // Parts of one input, too.
    let parts: RawElement =
        "<w xmlns:p='u' xmlns:q='u'><p:a q:b=''/><q:a p:b=''/><a xmlns='u' p:b=''/><a xmlns='u' b=''/></w>"
            .parse()
            .unwrap();
    let parts: Vec<RawElement> = parts.node().children().map(RawElement::from).collect();
    assert!(parts[0] == parts[1] && parts[1] == parts[2] && parts[2] != parts[3]);
}

#[test]
fn shows_what_is_inside() {
    let raw: RawElement = "<a xmlns='u' xmlns:p='v' b='1' p:b='2'>x<c/>y<p:c/><![CDATA[z]]></a>"
        .parse()
        .unwrap();
    let node = raw.node();
    assert!(node.is("u", "a") && raw.is("u", "a"));
    assert_eq!(node.attribute("b").as_deref(), Some("1"));
    assert_eq!(node.attribute_in("v", "b").as_deref(), Some("2"));
    assert_eq!(node.attribute("c"), None);
    assert_eq!(node.attributes().count(), 2);
    assert_eq!(
        node.declarations().map(|(p, _)| p).collect::<Vec<_>>(),
        ["", "p"]
    );
    assert_eq!(node.text(), "xyz");
    assert_eq!(node.children().count(), 2);
    assert_eq!(node.content().count(), 5);
    let child = node.child("v", "c").unwrap();
    assert_eq!(
        (child.source(), child.prefix(), child.path().as_str()),
        ("<p:c/>", "p", "/a/p:c")
    );
    assert_eq!(&raw.to_string()[child.offset()..][..6], "<p:c/>");
}

#[test]
fn takes_files_of_several_roots_apart() {
    let text = "<?xml version='1.0'?><!-- one --> <a/>\n<!-- two --><b>x</b> ";
    let mut rest = text;
    let mut names = Vec::new();
    while let Ok((element, len)) = xmpp_xml::first_element(rest, &Options::file()) {
        names.push(element.to_string());
        rest = &rest[len..];
    }
    assert_eq!(names, ["<a/>", "<b>x</b>"]);
    assert_eq!(
        *xmpp_xml::first_element(rest, &Options::file())
            .unwrap_err()
            .kind(),
        ErrorKind::NoRoot
    );
}

#[test]
fn each_root_of_a_file_has_the_limit_of_bytes_to_itself() {
    let mut limits = Limits::default();
    limits.bytes = 10;
    let options = Options::file().limits(limits);
    let kind = ErrorKind::LimitExceeded {
        limit: Limit::Bytes,
        max: 10,
    };
    for (text, end) in [
        ("<a>123</a>", Some(10)),
        ("<a>123</a><b>1234</b>", Some(10)),
        ("<a>1234</a>", None),
        ("<a>12é4</a>", None),
        ("<a>12345é</a>", None),
        ("          <a/>", None),
        ("<!-- one --><a/>", None),
    ] {
        let read = xmpp_xml::first_element(text, &options);
        let end = end.ok_or(&kind);
        assert_eq!(
            read.as_ref().map(|(_, end)| *end).map_err(|e| e.kind()),
            end,
            "{text}"
        );
    }
}

#[test]
fn a_long_namespace_name_does_not_multiply_without_bound() {
    let mut source = format!("<box xmlns='urn:box' xmlns:p='{}'>", "u".repeat(50_000));
    source.push_str(&"<p:a/>".repeat(10_000));
    source.push_str("</box>");
    // 500 MB, were it not for the limit.
    let error = from_str::<Parcel>(&source).unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::LimitExceeded { .. }),
        "{error}"
    );
}

#[test]
fn lists_what_was_not_read() {
    let mut report = Report::default();
    let source = "<box xmlns='urn:box' odd='1'><a xmlns='urn:a'/></box>";
    let options = Options::new().limits(Limits::default());
    let _: Parcel = read_with(source.as_bytes(), &options, &mut report).unwrap();
    assert_eq!(report.opaque.len(), 1);
    assert_eq!(report.untyped.len(), 1);
    let odd = &report.untyped[0];
    assert_eq!(
        (odd.is_attribute, &*odd.namespace, &*odd.name),
        (true, "urn:box", "odd")
    );
    assert_eq!((odd.path.as_str(), odd.offset), ("/box/@odd", 21));
}

#[test]
fn leaves_skipped_comments_out() {
    let source = "<box xmlns='urn:box'><a b='&lt;!-- z -->'><!-- x > ' --><!---></a--><!---->\
                  <![CDATA[<!-- y -->]]></a></box>";
    let mut report = Report::default();
    let parcel: Parcel = read_with(source.as_bytes(), &Options::file(), &mut report).unwrap();
    let written = to_string(&parcel).unwrap();
    assert_eq!(
        written,
        "<box xmlns='urn:box'><a b='&lt;!-- z -->'><![CDATA[<!-- y -->]]></a></box>"
    );
    assert_eq!(from_str::<Parcel>(&written).unwrap(), parcel);

    // Wherever they stand; and what only looks like one.
    for (source, written) in [
        ("<a><!--x--></a>", "<a></a>"),
        (
            "<a b='>' c=\"'>-->\"><!--x-->d</a>",
            "<a b='>' c=\"'>-->\">d</a>",
        ),
        ("<a>--><b/><!--<c>--><!----></a>", "<a>--><b/></a>"),
        (
            "<a><![CDATA[<!--]]>--><!--]]>--></a>",
            "<a><![CDATA[<!--]]>--></a>",
        ),
        (
            "<a><b c='/'/>d<!--'--><e></e><!--\"--></a>",
            "<a><b c='/'/>d<e></e></a>",
        ),
    ] {
        let element = RawElement::read_with(source.as_bytes(), &Options::file()).unwrap();
        assert_eq!(element.to_string(), written);
        assert_eq!(element, written.parse().unwrap());
    }
}

#[test]
fn sees_each_character_wherever_it_stands() {
    let is_char = |c: char| !matches!(c, '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}');
    let filler = ["a", "é", "\u{F000}", " "];
    let odd = "'\"&<>\u{1}\u{1F}\t\n\u{7F}%é\u{F000}\u{FFFD}\u{FFFE}\u{FFFF}🦀";
    for (filler, c) in filler.iter().flat_map(|f| odd.chars().map(move |c| (f, c))) {
        for len in 0..20 {
            for at in 0..=len {
                let text = format!("{}{c}{}", filler.repeat(at), filler.repeat(len - at));
                let reads = |xml: &str| xml.parse::<RawElement>().is_ok();
                let takes = |stops: &str| is_char(c) && !stops.contains(c);
                assert_eq!(reads(&format!("<a b='{text}'/>")), takes("'&<"), "{text:?}");
                assert_eq!(
                    reads(&format!("<a b=\"{text}\"/>")),
                    takes("\"&<"),
                    "{text:?}"
                );
                assert_eq!(reads(&format!("<a>{text}</a>")), takes("&<"), "{text:?}");
            }
        }
    }
}

#[test]
fn tells_names_of_one_length_apart_wherever_they_differ() {
    for len in 1..40 {
        // In one place, or by the same bits in two.
        let places = (0..len).flat_map(|at| (at..len).map(move |also| [at, also]));
        for places in places {
            let name = "a".repeat(len);
            let letter = |at| if places.contains(&at) { 'b' } else { 'a' };
            let other: String = (0..len).map(letter).collect();
            let error = format!("<{name}></{other}>").parse::<RawElement>();
            assert!(error.is_err(), "{name} {other}");
            let pair = format!("<x><{name}></{name}><{other} {name}='' {other}=''/></x>");
            let pair: RawElement = pair.parse().unwrap();
            let found = pair.node().child("", &other).unwrap();
            assert_eq!((found.name(), found.attributes().count()), (&*other, 2));
            let twice = format!("<{name} {other}='' {other}=''/>");
            assert!(twice.parse::<RawElement>().is_err());
        }
    }
}

/// Writes something else than one element.
#[derive(Debug)]
struct Several(usize);

impl Element for Several {
    const NAMES: Names = Names::Any;

    fn description() -> &'static Description {
        Parcel::description()
    }

    fn read(_: Node<'_>, _: &mut Context<'_>) -> Result<Self, Error> {
        Ok(Self(1))
    }

    fn write(&self, writer: &mut Writer) {
        for _ in 0..self.0 {
            let things = vec!["<a xmlns='urn:a'/>".parse().unwrap()];
            let extra = Extra::new();
            writer.element(&Parcel { things, extra });
        }
    }
}

#[test]
fn what_was_written_is_known_by_name_and_read_when_it_is_looked_at() {
    let written = |things: &[&str], extra: Extra| {
        let things = things.iter().map(|thing| thing.parse().unwrap()).collect();
        let parcel = Parcel { things, extra };
        (RawElement::from_element(&parcel), parcel)
    };
    let mut labelled = Extra::new();
    labelled.set_attribute("urn:l", "label", "1").unwrap();
    for (things, extra) in [
        (&[][..], Extra::new()),
        (&["<a xmlns='urn:a'>1</a>", "<b/>"], Extra::new()),
        (&["<p:a xmlns:p='urn:a'/>"], labelled),
    ] {
        let (raw, parcel) = written(things, extra);
        let raw = raw.unwrap();
        assert_eq!((raw.namespace(), raw.name()), ("urn:box", "box"));
        assert!(raw.is("urn:box", "box") && raw.is_a::<Parcel>() && !raw.is_a::<Letter>());
        let text = to_string(&parcel).unwrap();
        // Written first, then looked at, then written once more.
        for _ in 0..2 {
            assert_eq!(raw.to_string(), text);
            assert_eq!(
                to_string(&raw.clone()).unwrap(),
                to_string(&raw.detached()).unwrap()
            );
            assert_eq!(raw.parse::<Parcel>().unwrap(), parcel);
            assert_eq!(raw.node().children().count(), things.len());
        }
        assert_eq!(raw, text.parse().unwrap());
        let outer = Parcel {
            things: vec![raw],
            extra: Extra::new(),
        };
        let outer_text = to_string(&outer).unwrap();
        assert_eq!(outer_text, format!("<box xmlns='urn:box'>{text}</box>"));
        assert_eq!(from_str::<Parcel>(&outer_text).unwrap(), outer);
    }
    for count in [0, 2] {
        assert!(
            RawElement::from_element(&Several(count)).is_err(),
            "{count}"
        );
    }
    let (raw, parcel) = (
        RawElement::from_element(&Several(1)),
        written(&["<a xmlns='urn:a'/>"], Extra::new()).1,
    );
    assert_eq!(raw.unwrap().parse::<Parcel>().unwrap(), parcel);
}

#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = "urn:box", name = "letter")]
struct Letter {
    #[xml(extra)]
    extra: Extra,
}

#[test]
fn comments_stand_before_and_behind_the_root_of_a_file() {
    for text in [
        "<!-- x --><a/>",
        "<a/><!-- x -->",
        "\n<!----> <a/>\n<!-- > --> <!-- -->\n",
    ] {
        let element = RawElement::read_with(text.as_bytes(), &Options::file()).unwrap();
        assert_eq!(element.to_string(), "<a/>");
        let error = text.parse::<RawElement>().unwrap_err();
        assert_eq!(error.kind(), &ErrorKind::Comment, "{text}");
        assert_eq!(error.offset(), text.find("<!").unwrap(), "{text}");
    }
    for (text, kind) in [
        ("<a/><?xml version='1.0'?>", ErrorKind::XmlDeclaration),
        ("<a/><?x?>", ErrorKind::ProcessingInstruction),
        ("<a/><!DOCTYPE a>", ErrorKind::DocumentType),
        ("<a/><![CDATA[]]>", ErrorKind::UnexpectedCdata),
        ("<a/><b/>", ErrorKind::TrailingContent),
        ("<a/></a>", ErrorKind::TrailingContent),
        ("<a/>b", ErrorKind::TextOutsideRoot),
    ] {
        let error = RawElement::read_with(text.as_bytes(), &Options::file()).unwrap_err();
        assert_eq!((error.kind(), error.offset()), (&kind, 4), "{text}");
    }
}
