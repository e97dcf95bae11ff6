//! A type of this package's own that has a field of each kind that the derive knows.

use xmpp_stanzas::xml::{Base64, DateTime, Extra, LanguageTag, RawElement, Xml};

/// The namespace.
pub const NS: &str = "urn:example:shapes";

/// Everything at once.
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "shapes")]
#[non_exhaustive]
pub struct Shapes {
    /// An attribute that must be there.
    #[xml(attribute)]
    pub id: String,
    /// An attribute with a form.
    #[xml(attribute)]
    pub number: Option<u32>,
    /// An attribute with a default.
    #[xml(attribute, default)]
    pub flag: bool,
    /// The language.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// A child that is a text.
    #[xml(child_text = "title")]
    pub title: Option<String>,
    /// Children that are texts.
    #[xml(child_text = "line")]
    pub lines: Vec<String>,
    /// A child that is a date.
    #[xml(child_text = "at")]
    pub at: Option<DateTime>,
    /// A child whose presence counts.
    #[xml(flag = "mark")]
    pub mark: bool,
    /// A child of a type of its own.
    #[xml(child)]
    pub single: Option<Single>,
    /// Children of a type of its own.
    #[xml(child)]
    pub points: Vec<Point>,
    /// Children of one of several types.
    #[xml(child)]
    pub either: Vec<Either>,
    /// Others of this type.
    #[xml(child)]
    pub inner: Vec<Self>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A child with text.
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "single")]
#[non_exhaustive]
pub struct Single {
    /// An attribute.
    #[xml(attribute)]
    pub kind: Option<String>,
    /// The text.
    #[xml(text)]
    pub bytes: Base64,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A child with a text and a flag inside.
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "point")]
#[non_exhaustive]
pub struct Point {
    /// A number.
    #[xml(attribute)]
    pub x: i32,
    /// The text.
    #[xml(text)]
    pub label: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// One of several.
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum Either {
    /// Elements of which nothing is known.
    Box(Holder),
    /// Any other.
    Bag(Bag),
}

/// Holds anything.
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "box")]
#[non_exhaustive]
pub struct Holder {
    /// What it holds.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Holds nothing that is named.
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = "urn:example:bag", name = "bag")]
#[non_exhaustive]
pub struct Bag {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// One with all fields.
pub const SOURCE: &str = "<shapes xmlns='urn:example:shapes' id='1' number='2' flag='true' xml:lang='en'>\
    <title>T</title><line>l</line><line>m</line><at>2026-01-02T03:04:05Z</at><mark/>\
    <single kind='k'>YWJj</single><point x='1'>p</point><point x='2'>q</point>\
    <box><a xmlns='urn:a'/></box><bag xmlns='urn:example:bag'/><shapes id='2'><line>n</line></shapes></shapes>";
