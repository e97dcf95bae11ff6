//! The reader that keeps its memory makes what one that does not makes.

use xmpp_xml::{ElementReader, ErrorKind, Limits, Options, RawElement};

fn wide(children: usize) -> String {
    let child = "<b c='d'>e</b>".repeat(children);
    format!("<a xmlns='urn:example'>{child}</a>")
}

#[test]
fn reads_as_if_each_element_were_the_first() {
    let mut reader = ElementReader::new(Options::new());
    let sizes = [1, 2000, 3, 0, 40, 1, 300, 5, 5, 5];
    let texts = sizes.map(wide);
    for text in &texts {
        let read: RawElement = reader.read(text.as_bytes()).unwrap();
        assert_eq!(read.to_string(), *text);
        assert_eq!(read, text.parse::<RawElement>().unwrap());
    }
}

#[test]
fn leaves_what_is_kept_as_it_is() {
    let mut reader = ElementReader::new(Options::new());
    let texts: Vec<String> = (0..50).map(|n| wide(n % 7)).collect();
    let kept: Vec<RawElement> = texts
        .iter()
        .map(|text| reader.read(text.as_bytes()).unwrap())
        .collect();
    for (text, kept) in texts.iter().zip(kept) {
        assert_eq!(kept.to_string(), *text);
    }
}

#[test]
fn keeps_a_part_when_the_root_is_gone() {
    let mut reader = ElementReader::new(Options::new());
    let first: RawElement = reader.read(b"<a xmlns='urn:one'><b c='1'/></a>").unwrap();
    let part = RawElement::from(first.node().children().next().unwrap());
    drop(first);
    let _: RawElement = reader.read(b"<x xmlns='urn:two'><y z='2'/></x>").unwrap();
    assert_eq!(part.to_string(), "<b xmlns='urn:one' c='1'/>");
}

#[test]
fn goes_on_after_an_error() {
    let mut reader = ElementReader::new(Options::new());
    for _ in 0..2 {
        let read: RawElement = reader.read(b"<a xmlns='urn:example'/>").unwrap();
        assert_eq!(read.namespace(), "urn:example");
        let error = reader.read::<RawElement>(b"<a><b></a>").unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::MismatchedEndTag { .. }));
        let error = reader.read::<RawElement>(b"<a>\xFF</a>").unwrap_err();
        assert_eq!((error.kind(), error.offset()), (&ErrorKind::NotUtf8, 3));
    }
}

#[test]
fn goes_by_its_options() {
    let mut limits = Limits::server();
    limits.elements = 2;
    let mut reader = ElementReader::new(Options::new().limits(limits));
    for _ in 0..2 {
        assert!(reader.read::<RawElement>(wide(1).as_bytes()).is_ok());
        assert!(reader.read::<RawElement>(wide(2).as_bytes()).is_err());
    }
}
