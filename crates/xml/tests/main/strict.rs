//! Fields whose absence means more than their presence: what is invalid there is never read as absent.

use xmpp_xml::{
    Element, Error, ErrorKind, Extra, Invalid, InvalidValue, Options, OtherToken, Report, Value,
    Xml, from_str, read_with, to_string,
};

#[derive(Clone, Debug, PartialEq, Xml)]
#[xml(namespace = "urn:s", name = "s")]
struct Strict {
    #[xml(attribute, strict)]
    max: Option<u8>,
    #[xml(attribute, default, strict)]
    all: bool,
    #[xml(attribute, strict)]
    address: Option<Address>,
    #[xml(attribute)]
    lenient: Option<u8>,
    #[xml(child, strict)]
    items: Vec<Item>,
    #[xml(child, strict)]
    rule: Option<Rule>,
    #[xml(child_text, strict)]
    size: Option<u8>,
    #[xml(child_text, strict)]
    sizes: Vec<u8>,
    #[xml(child_text, strict)]
    to: Option<Address>,
    #[xml(flag)]
    flag: bool,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, PartialEq, Xml)]
#[xml(namespace = "urn:s", name = "item")]
struct Item {
    #[xml(attribute)]
    id: u8,
    #[xml(attribute)]
    note: Option<u8>,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, PartialEq, Xml)]
#[xml(namespace = "urn:s", name = "rule")]
struct Rule {
    #[xml(text, strict)]
    value: Option<u8>,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, PartialEq, Xml)]
#[xml(namespace = "urn:s", name = "outer")]
struct Outer {
    #[xml(child)]
    strict: Vec<Strict>,
    #[xml(extra)]
    extra: Extra,
}

/// A value that stands for any text where invalid ones are kept.
#[derive(Clone, Debug, PartialEq)]
enum Address {
    Valid(String),
    Invalid(String),
}

impl Value for Address {
    const EXPECTED: &'static str = "an address";

    fn parse(text: &str) -> Result<Self, InvalidValue> {
        if text.contains('@') {
            Ok(Self::Valid(text.into()))
        } else {
            Err(InvalidValue::because(&"no at sign"))
        }
    }

    fn invalid(text: &str) -> Option<Self> {
        Some(Self::Invalid(text.into()))
    }

    fn write(&self, out: &mut dyn core::fmt::Write) -> core::fmt::Result {
        let (Self::Valid(text) | Self::Invalid(text)) = self;
        out.write_str(text)
    }
}

fn keep<T: Element>(source: &str) -> (Result<T, Error>, Report) {
    let mut report = Report::default();
    let options = Options::new().invalid(Invalid::Keep);
    (read_with(source.as_bytes(), &options, &mut report), report)
}

#[test]
fn rejects_what_is_invalid_in_a_strict_field_even_where_such_is_kept() {
    for (inner, path) in [
        (" max='many'/>", "/s/@max"),
        (" max=''/>", "/s/@max"),
        (" all='perhaps'/>", "/s/@all"),
        (" address='nobody'/>", "/s/@address"),
        ("><item/></s>", "/s/item"),
        ("><item id='1'/><item id='x'/></s>", "/s/item[2]/@id"),
        ("><rule>x</rule></s>", "/s/rule"),
        ("><rule> </rule></s>", "/s/rule"),
        ("><rule/><rule/></s>", "/s/rule[2]"),
        ("><size>x</size></s>", "/s/size"),
        ("><size>1</size><size>1</size></s>", "/s/size[2]"),
        ("><sizes>1</sizes><sizes/></s>", "/s/sizes[2]"),
        ("><to>nobody</to></s>", "/s/to"),
    ] {
        let source = format!("<s xmlns='urn:s'{inner}");
        let expected = from_str::<Strict>(&source).unwrap_err();
        assert_eq!(expected.path(), path, "{source}");
        // It is the same error, with the reason.
        let (found, _) = keep::<Strict>(&source);
        assert_eq!(found.unwrap_err(), expected, "{source}");
    }
}

#[test]
fn strict_is_about_the_field_and_not_about_what_is_inside_of_its_value() {
    let source = "<s xmlns='urn:s' lenient='x'><item id='1' note='x'/><flag/><flag/></s>";
    let (strict, report) = keep::<Strict>(source);
    let strict = strict.unwrap();
    assert_eq!((strict.items[0].note, strict.lenient), (None, None));
    assert_eq!(to_string(&strict).unwrap().matches("'x'").count(), 2);
    let paths: Vec<_> = report.problems.iter().map(Error::path).collect();
    assert_eq!(paths, ["/s/@lenient", "/s/item/@note", "/s/flag[2]"]);
}

#[test]
fn keeps_invalid_values_again_after_a_strict_field() {
    let source = "<s xmlns='urn:s' max='1' lenient='x'><size>1</size><item id='2' note='x'/></s>";
    let (strict, report) = keep::<Strict>(source);
    assert_eq!(strict.unwrap().max, Some(1));
    assert_eq!(report.problems.len(), 2);
}

#[test]
fn an_element_that_is_not_readable_costs_no_more_than_its_place() {
    let source = "<outer xmlns='urn:s'><s max='1'/><s max='x'/><s><item/></s></outer>";
    let (outer, report) = keep::<Outer>(source);
    let outer = outer.unwrap();
    assert_eq!(outer.strict.len(), 1);
    assert_eq!(outer.extra.children().count(), 2);
    assert!(to_string(&outer).unwrap().contains("<s max='x'/>"));
    let paths: Vec<_> = report.problems.iter().map(Error::path).collect();
    assert_eq!(paths, ["/outer/s[2]/@max", "/outer/s[3]/item"]);
}

#[test]
fn describes_which_fields_are_strict() {
    let description = Strict::description();
    let strict: Vec<_> = description
        .attributes
        .iter()
        .filter(|a| a.strict)
        .map(|a| a.field)
        .collect();
    assert_eq!(strict, ["max", "all", "address"]);
    let strict: Vec<_> = description
        .children
        .iter()
        .filter(|c| c.strict)
        .map(|c| c.field)
        .collect();
    assert_eq!(strict, ["items", "rule", "size", "sizes", "to"]);
    assert!(Rule::description().text.as_ref().unwrap().strict);
    assert!(!Item::description().attributes[0].strict);
}

#[derive(Clone, Debug, PartialEq, Xml)]
#[xml(namespace = "urn:s", name = "needs")]
struct Needs {
    #[xml(child)]
    rule: Rule,
    #[xml(child)]
    item: Option<Item>,
    #[xml(extra)]
    extra: Extra,
}

#[test]
fn tells_of_the_child_that_is_needed_and_not_of_another() {
    let (needs, report) =
        keep::<Needs>("<needs xmlns='urn:s'><rule>x</rule><item note='x' id='x'/></needs>");
    assert_eq!(needs.unwrap_err().path(), "/needs/rule");
    let paths: Vec<_> = report.problems.iter().map(Error::path).collect();
    assert_eq!(paths, ["/needs/item/@id"]);
}

#[derive(Clone, Debug, PartialEq, Xml)]
#[xml(ignore_case)]
enum Protocol {
    Udp,
    #[xml(token = "TLS-tcp")]
    Tls,
    #[xml(other)]
    Other(OtherToken),
}

#[derive(Clone, Debug, PartialEq, Xml)]
#[xml(ignore_case)]
enum Closed {
    On,
    Off,
}

#[derive(Clone, Debug, PartialEq, Xml)]
#[xml(namespace = "urn:s", name = "words")]
struct Words {
    #[xml(attribute)]
    protocol: Option<Protocol>,
    #[xml(attribute)]
    closed: Option<Closed>,
    #[xml(extra)]
    extra: Extra,
}

#[test]
fn reads_words_without_case_and_writes_them_as_they_were() {
    let source = "<words xmlns='urn:s' protocol='UdP' closed=' ON'/>";
    let mut words: Words = from_str(source).unwrap();
    assert_eq!(words.protocol, Some(Protocol::Udp));
    assert_eq!(words.closed, Some(Closed::On));
    assert_eq!(to_string(&words).unwrap(), source);
    words.closed = Some(Closed::Off);
    assert_eq!(
        to_string(&words).unwrap(),
        "<words xmlns='urn:s' protocol='UdP' closed='off'/>"
    );
    for text in ["TLS-tcp", "tls-TCP", "tls-tcp"] {
        assert_eq!(Protocol::from(text), Protocol::Tls);
    }
    assert_eq!(Protocol::from("SCTP").as_str(), "SCTP");
    // Only letters have case, and only those of ASCII: a dotless `i` or a long `s` is another letter.
    assert_eq!(Protocol::from("tlſ-tcp").as_str(), "tlſ-tcp");
    assert_eq!("oN".parse(), Ok(Closed::On));
    let error: Error = from_str::<Words>("<words xmlns='urn:s' closed='o'/>").unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::InvalidValue { expected, .. } if expected.contains("`on`"))
    );
}
