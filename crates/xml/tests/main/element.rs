//! Reading and writing of elements: every kind of field.

use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::{
    Base64, Error, Extra, Invalid, LanguageTag, Options, OtherToken, RawElement, Report, Xml,
    from_str, read_with, to_string,
};

const NS: &str = "urn:example:library";

#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "book")]
struct Book {
    #[xml(attribute)]
    id: String,
    #[xml(attribute)]
    pages: Option<u32>,
    #[xml(attribute, default)]
    lent: bool,
    #[xml(attribute = "type")]
    kind: Option<Kind>,
    #[xml(lang)]
    lang: Option<LanguageTag>,
    #[xml(child)]
    title: Option<Title>,
    #[xml(child)]
    authors: Vec<Author>,
    #[xml(child_text = "isbn")]
    isbn: Option<String>,
    #[xml(child_text = "tag")]
    tags: Vec<String>,
    #[xml(child_text = "year", namespace = "urn:example:time")]
    year: Option<i16>,
    #[xml(flag = "signed")]
    is_signed: bool,
    #[xml(child)]
    parts: Vec<Part>,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "title")]
struct Title {
    #[xml(text)]
    text: String,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "author")]
struct Author {
    #[xml(attribute)]
    name: String,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, PartialEq, Eq, Xml)]
enum Part {
    Chapter(Chapter),
    Picture(Picture),
}

#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "chapter")]
struct Chapter {
    #[xml(attribute)]
    number: u8,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "picture")]
struct Picture {
    #[xml(text)]
    data: Option<Base64>,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, PartialEq, Eq, Xml)]
enum Kind {
    PaperBack,
    #[xml(token = "HARD")]
    Hard,
    #[xml(other)]
    Other(OtherToken),
}

const WHOLE: &str = "<book xmlns='urn:example:library' id='a' pages='3' lent='true' type='paper-back' xml:lang='en'>\
    <title>T</title><author name='A'/><author name='B'/><isbn>1</isbn><tag>x</tag><tag>y</tag>\
    <year xmlns='urn:example:time'>-5</year><signed/><chapter number='1'/><picture>AQI=</picture>\
    <chapter number='2'/></book>";

#[test]
fn reads_every_kind_of_field() {
    let book: Book = assert_typed(WHOLE);
    assert_eq!(book.id, "a");
    assert_eq!(book.pages, Some(3));
    assert!(book.lent && book.is_signed);
    assert_eq!(book.kind, Some(Kind::PaperBack));
    assert_eq!(book.lang, Some(LanguageTag::new("en")));
    assert_eq!(book.title.as_ref().map(|t| t.text.as_str()), Some("T"));
    assert_eq!(
        book.authors
            .iter()
            .map(|a| a.name.as_str())
            .collect::<Vec<_>>(),
        ["A", "B"]
    );
    assert_eq!(book.isbn.as_deref(), Some("1"));
    assert_eq!(book.tags, ["x", "y"]);
    assert_eq!(book.year, Some(-5));
    assert!(matches!(
        book.parts.as_slice(),
        [Part::Chapter(_), Part::Picture(_), Part::Chapter(_)]
    ));
    assert!(book.extra.is_empty());
}

#[test]
fn writes_canonical_input_byte_for_byte() {
    assert_eq!(to_string(&from_str::<Book>(WHOLE).unwrap()).unwrap(), WHOLE);
}

#[test]
fn reads_the_least_there_can_be() {
    let book: Book = assert_typed("<book xmlns='urn:example:library' id=''/>");
    assert_eq!(book.id, "");
    assert_eq!(
        (book.pages, book.lent, book.kind, book.is_signed),
        (None, false, None, false)
    );
    assert!(book.authors.is_empty() && book.tags.is_empty() && book.parts.is_empty());
}

#[test]
fn keeps_the_order_of_children() {
    let source = "<book xmlns='urn:example:library' id='a'><tag>1</tag><signed/><author name='A'/><tag>2</tag>\
                  <title/><author name='B'/><chapter number='2'/><tag>3</tag></book>";
    let book: Book = assert_typed(source);
    assert_eq!(book.tags, ["1", "2", "3"]);
    assert_eq!(to_string(&book).unwrap(), source);
    assert!(book.extra.is_empty());
}

#[test]
fn keeps_unknown_children_in_place() {
    let source = "<book xmlns='urn:example:library' id='a'><x xmlns='urn:x'><!-- --></x></book>";
    assert!(from_str::<Book>(source).is_err());
    let source = "<book xmlns='urn:example:library' id='a'><new xmlns='urn:x' b = \"1\"><![CDATA[<]]>&#65;</new>\
                  <title>T</title><title xmlns='urn:other'/><author name='A'/><z xmlns=''/><author name='B'/></book>";
    let book: Book = assert_lossless(source);
    let names: Vec<_> = book.extra.children().map(|c| c.name().to_owned()).collect();
    assert_eq!(names, ["new", "title", "z"]);
    assert_eq!(to_string(&book).unwrap(), source);
}

#[test]
fn keeps_unknown_attributes() {
    let source = "<book xmlns='urn:example:library' xmlns:p='urn:p' xmlns:q='urn:p2' p:id='1' id='2' q:id='3' zz='4' \
                  xml:space='preserve'/>";
    let book: Book = assert_lossless(source);
    assert_eq!(book.id, "2");
    assert_eq!(book.extra.attribute("urn:p", "id"), Some("1"));
    assert_eq!(book.extra.attribute("urn:p2", "id"), Some("3"));
    assert_eq!(book.extra.attribute("", "zz"), Some("4"));
    assert_eq!(book.extra.attributes().count(), 4);
}

#[test]
fn keeps_attributes_of_odd_names() {
    let book: Book = assert_lossless(
        "<book xmlns='urn:example:library' id='a' xmlns:p='urn:p' p:xmlns='1' p:xml='2' xml='3' p:p='4'/>",
    );
    assert_eq!(book.extra.attribute("urn:p", "xmlns"), Some("1"));
}

#[test]
fn keeps_spellings() {
    for (source, pages, lent) in [
        (
            "<book xmlns='urn:example:library' id='a' pages='007' lent='1'/>",
            Some(7),
            true,
        ),
        (
            "<book xmlns='urn:example:library' id='a' pages=' +7&#10;' lent=' true '/>",
            Some(7),
            true,
        ),
        (
            "<book xmlns='urn:example:library' id='a' pages='0' lent='false'/>",
            Some(0),
            false,
        ),
        (
            "<book xmlns='urn:example:library' id='a' pages='-0' lent='0'/>",
            Some(0),
            false,
        ),
    ] {
        let book: Book = assert_typed(source);
        assert_eq!((book.pages, book.lent), (pages, lent), "{source}");
        assert!(book.extra.is_empty(), "a spelling is nothing unknown");
    }
}

#[test]
fn keeps_what_folded_children_have() {
    let source = "<book xmlns='urn:example:library' id='a'><isbn check='x'>1<b/>2</isbn><tag>1</tag>\
                  <tag xml:lang='de'>2</tag><signed by='me'>!</signed></book>";
    let book: Book = assert_lossless(source);
    assert_eq!(book.isbn.as_deref(), Some("12"));
    assert_eq!(book.tags, ["1", "2"]);
    assert!(book.is_signed);
    assert!(!book.extra.is_empty());
}

#[test]
fn keeps_text_where_none_belongs() {
    let book: Book = assert_lossless(
        "<book xmlns='urn:example:library' id='a'> one <title/>\n two <author name='A'/> </book>",
    );
    assert_eq!(book.extra.texts().collect::<String>(), " one \n two  ");
    let _: Book = assert_lossless("<book xmlns='urn:example:library' id='a'>\n</book>");
}

#[test]
fn drops_white_space_between_elements_only() {
    let book: Book =
        assert_lossless("<book xmlns='urn:example:library' id='a'>\n  <title> T </title>\n</book>");
    assert_eq!(
        to_string(&book).unwrap(),
        "<book xmlns='urn:example:library' id='a'><title> T </title></book>"
    );
    assert!(book.extra.is_empty());
}

#[test]
fn keeps_mixed_content_of_a_text() {
    let source = "<title xmlns='urn:example:library'>a<b xmlns='urn:x'/>b<![CDATA[&]]>c<b xmlns='urn:y'/></title>";
    let title: Title = assert_lossless(source);
    assert_eq!(title.text, "ab&c");
    assert_eq!(title.extra.children().count(), 2);
}

#[test]
fn tells_empty_from_absent() {
    let with: Book =
        assert_typed("<book xmlns='urn:example:library' id='a'><title/><isbn></isbn><tag/></book>");
    assert_eq!(with.title.as_ref().map(|t| t.text.as_str()), Some(""));
    assert_eq!(with.isbn.as_deref(), Some(""));
    assert_eq!(with.tags, [""]);
    let picture: Picture = assert_typed("<picture xmlns='urn:example:library'/>");
    assert_eq!(picture.data, None);
}

#[test]
fn keeps_base64_as_it_was_broken_into_lines() {
    let picture: Picture =
        assert_typed("<picture xmlns='urn:example:library'>\n AQ\n ID\n</picture>");
    assert_eq!(picture.data, Some(Base64(vec![1, 2, 3])));
}

#[test]
fn keeps_unknown_tokens() {
    for (text, kind) in [
        ("HARD", Kind::Hard),
        (" paper-back ", Kind::PaperBack),
        ("hard", Kind::from("hard")),
        ("", Kind::from("")),
        (" odd one ", Kind::from(" odd one ")),
    ] {
        let book: Book = assert_typed(&format!(
            "<book xmlns='urn:example:library' id='a' type='{text}'/>"
        ));
        assert_eq!(book.kind, Some(kind));
    }
}

#[test]
fn reads_any_prefixes() {
    let source = "<l:book xmlns:l='urn:example:library' id='a' xmlns='urn:nothing'><l:title>T</l:title>\
                  <title/><l:author name='A' l:name='B'/></l:book>";
    let book: Book = assert_lossless(source);
    assert_eq!(book.title.map(|t| t.text).as_deref(), Some("T"));
    assert_eq!(book.authors[0].extra.attribute(NS, "name"), Some("B"));
    assert_eq!(book.extra.children().count(), 1);
}

#[test]
fn writes_what_was_built() {
    let title = Title {
        text: "a < b & 'c' > \"d\" \r\n\t]]>".into(),
        extra: Extra::new(),
    };
    let written = to_string(&title).unwrap();
    assert_eq!(
        written,
        "<title xmlns='urn:example:library'>a &lt; b &amp; 'c' > \"d\" &#13;\n\t]]&gt;</title>"
    );
    assert_eq!(from_str::<Title>(&written).unwrap(), title);
    let author = Author {
        name: "<&'\">\r\n\t".into(),
        extra: Extra::new(),
    };
    let written = to_string(&author).unwrap();
    assert_eq!(from_str::<Author>(&written).unwrap(), author);
}

#[test]
fn a_choice_keeps_what_it_does_not_know_where_it_may() {
    #[derive(Clone, Debug, PartialEq, Eq, Xml)]
    enum Anything {
        Chapter(Chapter),
        Other(RawElement),
    }
    let known: Anything = assert_typed("<chapter xmlns='urn:example:library' number='1'/>");
    assert!(matches!(known, Anything::Chapter(_)));
    let other: Anything = assert_typed("<chapter xmlns='urn:other' number='x'/>");
    assert!(matches!(other, Anything::Other(_)));
    assert!(
        from_str::<Part>("<chapter xmlns='urn:other' number='1'/>")
            .unwrap_err()
            .is_wrong_element()
    );
}

#[test]
fn writes_to_what_takes_text() {
    let title = Title {
        text: "x".into(),
        extra: Extra::new(),
    };
    let mut out = String::from(">");
    xmpp_xml::to_writer(&title, &mut out).unwrap().unwrap();
    assert_eq!(out, "><title xmlns='urn:example:library'>x</title>");
    assert_eq!(xmpp_xml::to_vec(&title).unwrap(), &out.as_bytes()[1..]);
}

/// A letter, which must be addressed.
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "letter")]
struct Letter {
    #[xml(attribute, required)]
    to: Option<String>,
    #[xml(attribute, required)]
    pages: Option<u8>,
    #[xml(extra)]
    extra: Extra,
}

#[test]
fn an_expected_attribute_is_missed_strictly_and_listed_otherwise() {
    let letter: Letter = assert_typed("<letter xmlns='urn:example:library' to='Ada' pages='2'/>");
    assert_eq!((letter.to.as_deref(), letter.pages), (Some("Ada"), Some(2)));
    for (source, to, problems) in [
        // One of the same name in a namespace is another.
        (
            "<letter xmlns='urn:example:library' xmlns:x='urn:x' x:to='Ada' pages='2'/>",
            None,
            vec!["/letter"],
        ),
        (
            "<letter xmlns='urn:example:library' to='' pages='many'/>",
            Some(""),
            vec!["/letter/@pages"],
        ),
        (
            "<letter xmlns='urn:example:library'/>",
            None,
            vec!["/letter", "/letter"],
        ),
    ] {
        let error = from_str::<Letter>(source).expect_err("it is not valid");
        assert_eq!(error.path(), problems[0]);
        let options = Options::new().invalid(Invalid::Keep);
        let mut report = Report::default();
        let letter: Letter =
            read_with(source.as_bytes(), &options, &mut report).expect("it is kept");
        assert_eq!(letter.to.as_deref(), to);
        let paths: Vec<_> = report.problems.iter().map(Error::path).collect();
        assert_eq!(paths, problems);
        assert_eq!(
            RawElement::from_element(&letter),
            source.parse::<RawElement>()
        );
    }
}

/// Names that begin alike, of lengths around those that a reader compares at a time.
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "alike")]
struct Alike {
    #[xml(attribute)]
    abcdefg: Option<u8>,
    #[xml(attribute)]
    abcdefghi: Option<u8>,
    #[xml(attribute)]
    abcdefghijklmnop: Option<u8>,
    #[xml(child_text = "abcdefg")]
    child_abcdefg: Option<u8>,
    #[xml(child_text = "abcdefghi")]
    child_abcdefghi: Option<u8>,
    #[xml(child_text = "abcdefghijklmnop")]
    child_abcdefghijklmnop: Option<u8>,
    #[xml(extra)]
    extra: Extra,
}

#[test]
fn tells_names_apart_that_begin_alike() {
    const ALL: &str = "abcdefghijklmnopqrst";
    for len in 1..=ALL.len() {
        for name in [ALL[..len].to_owned(), format!("{}X", &ALL[..len - 1])] {
            let is = |field: &str| (name == field).then_some(7);
            let read: Alike = assert_lossless(&format!("<alike xmlns='{NS}' {name}='7'/>"));
            assert_eq!(read.abcdefg, is("abcdefg"), "{name}");
            assert_eq!(read.abcdefghi, is("abcdefghi"), "{name}");
            assert_eq!(read.abcdefghijklmnop, is("abcdefghijklmnop"), "{name}");
            let source = format!("<alike xmlns='{NS}'><{name}>7</{name}></alike>");
            let read: Alike = assert_lossless(&source);
            assert_eq!(read.child_abcdefg, is("abcdefg"), "{name}");
            assert_eq!(read.child_abcdefghi, is("abcdefghi"), "{name}");
            assert_eq!(
                read.child_abcdefghijklmnop,
                is("abcdefghijklmnop"),
                "{name}"
            );
        }
    }
}
