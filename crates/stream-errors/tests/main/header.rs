use std::fs;
use std::path::Path;

use xmpp_jid::Jid;
use xmpp_stream_errors::stream::{ContentNamespace, Header, NS, Version};
use xmpp_xml::testing;
use xmpp_xml::{ErrorKind, LanguageTag, RawElement};

/// Reads a start tag, writes it and reads that again: attributes, declarations and value must be the same.
#[track_caller]
fn assert_lossless(source: &str) -> Header {
    let header = Header::from_start_tag(source).unwrap_or_else(|e| panic!("{e} in {source}"));
    let written = header.to_start_tag().expect("can be written");
    let raw = |tag: &str, end: &str| -> RawElement {
        let tag = tag.trim_end();
        let tag = tag
            .split_once("?>")
            .map_or(tag, |(_, tag)| tag.trim_start());
        format!("{tag}{end}").parse().expect("well-formed")
    };
    let declarations = |raw: &RawElement| -> Vec<(String, String)> {
        let mut all: Vec<_> = raw
            .node()
            .declarations()
            .map(|(p, n)| (p.to_owned(), n.to_owned()))
            .collect();
        all.sort();
        all
    };
    let (before, after) = (
        raw(source, &header.end_tag()),
        raw(&written, &header.end_tag()),
    );
    assert_eq!(before.canonical(), after.canonical(), "{written}");
    assert_eq!(declarations(&before), declarations(&after), "{written}");
    assert_eq!(Header::from_start_tag(&written).as_ref(), Ok(&header));
    header
}

fn opened(attributes: &str) -> String {
    format!("<stream:stream xmlns='jabber:client' xmlns:stream='{NS}'{attributes}>")
}

#[test]
fn reads_all_attributes() {
    let header = assert_lossless(&opened(
        " from='kettle.example' to='Anna@tea.example' id='&lt;1&gt;' version='1.0' xml:lang='de-AT'",
    ));
    assert_eq!(header.from, Some(Jid::new("kettle.example").unwrap()));
    assert_eq!(
        header.to.as_ref().map(Jid::as_str),
        Some("Anna@tea.example")
    );
    assert_eq!(header.id.as_deref(), Some("<1>"));
    assert_eq!(header.version, Some(Version::V1_0));
    assert_eq!(header.lang, Some(LanguageTag::new("de-AT")));
    assert!(header.extra.is_empty());
}

#[test]
fn tells_absent_and_empty_attributes_apart() {
    let empty = assert_lossless(&opened(" id='' xml:lang=''"));
    assert_eq!(empty.id.as_deref(), Some(""));
    assert_eq!(empty.lang, Some(LanguageTag::new("")));
    let absent = assert_lossless(&opened(""));
    assert_eq!((absent.id, absent.lang, absent.from), (None, None, None));
}

#[test]
fn takes_an_absent_version_for_0_9_without_writing_it() {
    let header = assert_lossless(&opened(""));
    assert_eq!(header.version(), Version { major: 0, minor: 9 });
    assert!(!header.to_start_tag().unwrap().contains("version"));
}

#[test]
fn compares_versions_by_their_numbers() {
    let version = |text: &str| assert_lossless(&opened(&format!(" version='{text}'"))).version();
    assert!(version("1.9") < version("1.12"));
    assert!(version("1.12") < version("2.0"));
    assert_eq!(version("01.00"), Version::V1_0);
    assert!(version("0.8") < Version::V1_0);
}

#[test]
fn keeps_the_spelling_of_a_version_until_it_changes() {
    let mut header = assert_lossless(&opened(" version=' 01.0'"));
    assert!(header.to_start_tag().unwrap().contains("version=' 01.0'"));
    header.version = Some(Version { major: 1, minor: 1 });
    assert!(header.to_start_tag().unwrap().contains("version='1.1'"));
}

#[test]
fn rejects_versions_that_are_none() {
    for text in ["", "1", "1.", ".0", "+1.0", "1.0.0", "1.x", "1.99999999999"] {
        let error = Header::from_start_tag(&opened(&format!(" version='{text}'"))).unwrap_err();
        assert!(
            matches!(error.kind(), ErrorKind::InvalidValue { .. }),
            "{text}"
        );
        assert_eq!(error.path(), "/stream:stream/@version");
    }
}

#[test]
fn keeps_declarations_that_nothing_in_the_tag_uses() {
    let header = assert_lossless(&opened(
        " xmlns:db='jabber:server:dialback' xmlns:e='urn:example:&lt;e&gt;'",
    ));
    assert_eq!(header.namespaces.default_namespace(), Some("jabber:client"));
    assert_eq!(header.namespaces.get("db"), Some("jabber:server:dialback"));
    assert_eq!(header.namespaces.get("e"), Some("urn:example:<e>"));
    assert_eq!(header.namespaces.get("stream"), Some(NS));
    assert_eq!(header.namespaces.get("x"), None);
}

#[test]
fn keeps_the_prefix_that_the_end_tag_needs() {
    let other = assert_lossless(&format!("<s:stream xmlns:s='{NS}' xmlns='jabber:server'>"));
    assert_eq!(other.namespaces.stream_prefix(), "s");
    assert_eq!(other.end_tag(), "</s:stream>");
    let none = assert_lossless(&format!("<stream xmlns='{NS}' xmlns:s='{NS}'>"));
    assert_eq!(none.namespaces.stream_prefix(), "");
    assert_eq!(none.end_tag(), "</stream>");
    assert_eq!(none.namespaces.default_namespace(), Some(NS));
}

#[test]
fn keeps_a_stream_whose_usual_prefix_means_something_else() {
    let header = assert_lossless(&format!(
        "<s:stream xmlns:s='{NS}' xmlns:stream='urn:example:river' stream:deep='1' version='1.0'>"
    ));
    assert_eq!(header.namespaces.get("stream"), Some("urn:example:river"));
    assert_eq!(
        header.extra.attribute("urn:example:river", "deep"),
        Some("1")
    );
}

#[test]
fn knows_its_end_tag() {
    let header = Header::new(ContentNamespace::Client);
    assert!(header.is_end_tag("</stream:stream>"));
    assert!(header.is_end_tag(" \n</stream:stream\t>\r\n"));
    for other in [
        "</stream>",
        "<stream:stream>",
        "</s:stream>",
        "</ stream:stream>",
        "</stream:stream",
        "",
    ] {
        assert!(!header.is_end_tag(other), "{other}");
    }
}

#[test]
fn keeps_foreign_attributes_with_the_prefixes_of_the_stream() {
    let header = assert_lossless(&opened(
        " xmlns:t='urn:example:tea' t:pot='1' colour='white' stream:wide='yes'",
    ));
    assert_eq!(header.extra.attribute("urn:example:tea", "pot"), Some("1"));
    assert_eq!(header.extra.attribute("", "colour"), Some("white"));
    assert_eq!(header.extra.attribute(NS, "wide"), Some("yes"));
    let written = header.to_start_tag().unwrap();
    assert_eq!(written.matches("xmlns:").count(), 2, "{written}");
}

#[test]
fn changes_what_was_changed_and_no_more() {
    let mut header = assert_lossless(&opened(
        " xmlns:t='urn:example:tea' t:pot='1' to='TEA.example' version='1.0' id='a&#10;b'",
    ));
    header.id = None;
    header.from = Some(Jid::new("kettle.example").unwrap());
    header.namespaces.declare("", "jabber:server").unwrap();
    header
        .extra
        .set_attribute("urn:example:milk", "jug", "2")
        .unwrap();
    let written = header.to_start_tag().unwrap();
    let expected = format!(
        "<stream:stream xmlns='jabber:server' xmlns:stream='{NS}' xmlns:t='urn:example:tea' xmlns:ns0='urn:example:milk' \
         from='kettle.example' to='TEA.example' version='1.0' t:pot='1' ns0:jug='2'>"
    );
    let infoset = |tag: &str| {
        format!("{tag}</stream:stream>")
            .parse::<RawElement>()
            .unwrap()
            .canonical()
    };
    assert_eq!(infoset(&written), infoset(&expected));
    assert!(written.contains("xmlns='jabber:server'"));
    assert_eq!(written.matches("xmlns='").count(), 1);
}

#[test]
fn finds_a_free_prefix_for_a_new_attribute() {
    let mut header = Header::new(ContentNamespace::Client);
    header.namespaces.declare("ns0", "urn:example:a").unwrap();
    header
        .extra
        .set_attribute("urn:example:b", "x", "1")
        .unwrap();
    let again = assert_lossless(&header.to_start_tag().unwrap());
    assert_eq!(again.namespaces.get("ns0"), Some("urn:example:a"));
    assert_eq!(again.extra.attribute("urn:example:b", "x"), Some("1"));

    // The first one that is free.
    for taken in 1..4 {
        let mut header = Header::new(ContentNamespace::Client);
        for n in 0..taken {
            let (prefix, namespace) = (format!("ns{n}"), format!("urn:example:a{n}"));
            header.namespaces.declare(&prefix, &namespace).unwrap();
        }
        header
            .extra
            .set_attribute("urn:example:b", "x", "1")
            .unwrap();
        let tag = header.to_start_tag().unwrap();
        assert!(
            tag.contains(&format!(" xmlns:ns{taken}='urn:example:b'")),
            "{tag}"
        );
        assert_lossless(&tag);
    }
}

#[test]
fn declares_only_what_xml_allows() {
    let mut namespaces = Header::new(ContentNamespace::Server).namespaces;
    let before = namespaces.clone();
    for (prefix, namespace) in [
        ("1", "urn:example:a"),
        ("a:b", "urn:example:a"),
        ("a='1' b", "urn:example:a"),
        ("a='urn:example:x' xmlns:b", "urn:example:a"),
        (" a", "urn:example:a"),
        ("xmlns", "urn:example:a"),
        ("xml", "urn:example:a"),
        ("a", ""),
        ("a", "urn:\u{1}"),
        ("stream", "urn:example:a"),
        ("/><stream:stream xmlns:a", "urn:example:a"),
    ] {
        assert!(namespaces.declare(prefix, namespace).is_err(), "{prefix}");
        assert_eq!(namespaces, before, "{prefix}");
    }
    namespaces.declare("a", "urn:example:'<&>").unwrap();
    namespaces.declare("ä", NS).unwrap();
    assert_eq!(namespaces.get("a"), Some("urn:example:'<&>"));
    assert_eq!(namespaces.iter().count(), 4);
}

#[test]
fn rejects_what_is_no_header() {
    let marked = Header::from_start_tag(&format!("\u{FEFF}{}", opened(""))).unwrap_err();
    assert_eq!(marked.kind(), &ErrorKind::TextOutsideRoot);
    let wrong = Header::from_start_tag("<stream xmlns='jabber:client'>").unwrap_err();
    assert!(wrong.is_wrong_element());
    let text = format!("{}<iq/>", opened(""));
    let more = Header::from_start_tag(&text).unwrap_err();
    assert_eq!(*more.kind(), ErrorKind::TrailingContent);
    assert_eq!(more.offset(), opened("").len());
    let undeclared = Header::from_start_tag("<stream:stream version='1.0'>").unwrap_err();
    assert!(matches!(
        undeclared.kind(),
        ErrorKind::UndeclaredPrefix { .. }
    ));
    let encoding =
        Header::from_start_tag("<?xml version='1.0' encoding='latin1'?><a>").unwrap_err();
    assert_eq!(*encoding.kind(), ErrorKind::NotUtf8);
}

/// The headers among the test vectors.
fn vectors() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../testdata/stream-errors/headers");
    let files = fs::read_dir(folder).expect("the folder is there");
    files
        .map(|file| fs::read_to_string(file.expect("can be listed").path()).expect("can be read"))
        .collect()
}

#[test]
fn keeps_every_vector_and_rejects_it_where_it_ends_too_early() {
    let vectors = vectors();
    assert_eq!(vectors.len(), 17);
    for tag in vectors {
        let _ = assert_lossless(&tag);
        let whole = tag.trim_end().len();
        for end in (0..whole).filter(|&end| tag.is_char_boundary(end)) {
            let start = &tag[..end];
            assert!(Header::from_start_tag(start).is_err(), "{start}");
        }
    }
}

#[test]
fn does_not_write_what_xml_cannot_carry() {
    let mut header = Header::new(ContentNamespace::Client);
    header.id = Some("\u{0}".into());
    let error = header.to_start_tag().unwrap_err();
    assert_eq!(
        *error.kind(),
        ErrorKind::UnwritableCharacter { character: '\u{0}' }
    );
}

#[test]
fn keeps_a_stream_that_was_recorded_as_one_element() {
    let header: Header = testing::assert_lossless(&format!(
        "<stream:stream xmlns='jabber:client' xmlns:stream='{NS}' to='a.example'>\
         1&amp;<message><body>hi</body></message><stream:features/><u xmlns=''/>2</stream:stream>"
    ));
    assert_eq!(header.extra.children().count(), 3);
    assert!(header.to_start_tag().unwrap().ends_with("to='a.example'>"));
}

#[test]
fn takes_a_start_tag_out_of_any_element() {
    let quoted: RawElement = "<a b='>' c=\"/'>\" d='/'><e/></a>".parse().unwrap();
    assert_eq!(
        xmpp_xml::to_start_tag(&quoted).unwrap(),
        "<a b='>' c=\"/'>\" d='/'>"
    );
    let empty: RawElement = "<a b='/'/>".parse().unwrap();
    assert_eq!(xmpp_xml::to_start_tag(&empty).unwrap(), "<a b='/'>");
}
