//! How the fields of a form are laid out: in pages, sections and sections of sections.
//!
//! [XEP-0141, Data Forms Layout](https://xmpp.org/extensions/xep-0141.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Extra, Xml};

/// The namespace.
pub const NS: &str = "http://jabber.org/protocol/xdata-layout";

/// A page of a form. Pages are shown in their order.
///
/// [XEP-0141, section 3.1](https://xmpp.org/extensions/xep-0141.html#paging)
#[doc(alias("XEP-0141", "XEP0141", "0141"))]
#[doc(alias("http://jabber.org/protocol/xdata-layout"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "page")]
#[xml(new = "An empty page without a label.", with)]
#[non_exhaustive]
pub struct Page {
    /// What the page is called; absent where the one who shows it may choose.
    #[xml(attribute)]
    pub label: Option<String>,
    /// What is on the page, in the order in which it is to be shown.
    #[xml(child)]
    pub parts: Vec<Part>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// One thing on a page or in a section.
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum Part {
    /// A note to the reader.
    Text(Text),
    /// A section, which has parts itself.
    Section(Section),
    /// A field.
    FieldRef(FieldRef),
    /// The table of results.
    ReportedRef(ReportedRef),
}

/// A part of a page, or of a section around it.
///
/// [XEP-0141, section 3.2](https://xmpp.org/extensions/xep-0141.html#sectioning)
#[doc(alias("XEP-0141", "XEP0141", "0141"))]
#[doc(alias("http://jabber.org/protocol/xdata-layout"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "section")]
#[xml(new = "An empty section without a label.", with)]
#[non_exhaustive]
pub struct Section {
    /// What the section is called; absent where the one who shows it may choose.
    #[xml(attribute)]
    pub label: Option<String>,
    /// What is in the section, in the order in which it is to be shown.
    #[xml(child)]
    pub parts: Vec<Part>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Where a field of the form is to be shown. One to a field that is not there is ignored.
///
/// [XEP-0141, section 8.3](https://xmpp.org/extensions/xep-0141.html#def-fieldref)
#[doc(alias("XEP-0141", "XEP0141", "0141"))]
#[doc(alias("http://jabber.org/protocol/xdata-layout"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "fieldref")]
#[xml(new = "The place of the field `var`.", parameters = [var], with)]
#[non_exhaustive]
pub struct FieldRef {
    /// The name of the field. The specification demands it; where it is absent, no field is meant.
    #[xml(attribute)]
    pub var: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Where the table of results is to be shown; ignored where the form has none.
///
/// [XEP-0141, section 3.3](https://xmpp.org/extensions/xep-0141.html#tables)
#[doc(alias("XEP-0141", "XEP0141", "0141"))]
#[doc(alias("http://jabber.org/protocol/xdata-layout"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "reportedref")]
#[xml(new = "The place of the table.")]
#[non_exhaustive]
pub struct ReportedRef {
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Words about a page or a section.
///
/// [XEP-0141, section 8.5](https://xmpp.org/extensions/xep-0141.html#def-text)
#[doc(alias("XEP-0141", "XEP0141", "0141"))]
#[doc(alias("http://jabber.org/protocol/xdata-layout"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "text")]
#[xml(new = "These words.")]
#[non_exhaustive]
pub struct Text {
    /// The words.
    #[xml(text)]
    pub text: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}
