//! The layout of the fields of a form: pages, sections and nested sections.
//!
//! [XEP-0141, Data Forms Layout](https://xmpp.org/extensions/xep-0141.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Extra, Xml};

/// The namespace.
pub const NS: &str = "http://jabber.org/protocol/xdata-layout";

/// A page of a form. Pages are shown in order.
///
/// [XEP-0141, section 3.1](https://xmpp.org/extensions/xep-0141.html#paging)
#[doc(alias("XEP-0141", "XEP0141", "0141"))]
#[doc(alias("http://jabber.org/protocol/xdata-layout"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "page", derive(Debug, PartialEq, Eq))]
#[xml(new = "An empty page without a label.", with)]
#[non_exhaustive]
pub struct Page {
    /// The label of the page. `None` leaves it to the application.
    #[xml(attribute)]
    pub label: Option<String>,
    /// The contents of the page, in display order.
    #[xml(child)]
    pub parts: Vec<Part>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A part of a page or section.
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum Part {
    /// Explanatory text.
    Text(Text),
    /// A section, which contains further parts.
    Section(Section),
    /// A field.
    FieldRef(FieldRef),
    /// The table of results.
    ReportedRef(ReportedRef),
}

/// A section of a page or of another section.
///
/// [XEP-0141, section 3.2](https://xmpp.org/extensions/xep-0141.html#sectioning)
#[doc(alias("XEP-0141", "XEP0141", "0141"))]
#[doc(alias("http://jabber.org/protocol/xdata-layout"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "section", derive(Debug, PartialEq, Eq))]
#[xml(new = "An empty section without a label.", with)]
#[non_exhaustive]
pub struct Section {
    /// The label of the section. `None` leaves it to the application.
    #[xml(attribute)]
    pub label: Option<String>,
    /// The contents of the section, in display order.
    #[xml(child)]
    pub parts: Vec<Part>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The position of a field of the form. Ignored if there is no such field.
///
/// [XEP-0141, section 8.3](https://xmpp.org/extensions/xep-0141.html#def-fieldref)
#[doc(alias("XEP-0141", "XEP0141", "0141"))]
#[doc(alias("http://jabber.org/protocol/xdata-layout"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "fieldref", derive(Debug, PartialEq, Eq))]
#[xml(new = "The position of the field `var`.", parameters = [var], with)]
#[non_exhaustive]
pub struct FieldRef {
    /// The name of the field. Required by the specification; `None` refers to no field.
    #[xml(attribute)]
    pub var: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The position of the table of results. Ignored if the form has none.
///
/// [XEP-0141, section 3.3](https://xmpp.org/extensions/xep-0141.html#tables)
#[doc(alias("XEP-0141", "XEP0141", "0141"))]
#[doc(alias("http://jabber.org/protocol/xdata-layout"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "reportedref", derive(Debug, PartialEq, Eq))]
#[xml(new = "The position of the table.")]
#[non_exhaustive]
pub struct ReportedRef {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Explanatory text on a page or section.
///
/// [XEP-0141, section 8.5](https://xmpp.org/extensions/xep-0141.html#def-text)
#[doc(alias("XEP-0141", "XEP0141", "0141"))]
#[doc(alias("http://jabber.org/protocol/xdata-layout"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "text", derive(Debug, PartialEq, Eq))]
#[xml(new = "An explanation with this text.")]
#[non_exhaustive]
pub struct Text {
    /// The text.
    #[xml(text)]
    pub text: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
