//! JSON as a payload.
//!
//! [XEP-0335, JSON Containers](https://xmpp.org/extensions/xep-0335.html)

use alloc::string::String;

use xmpp_xml::{Extra, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:json:0";

/// A container for JSON, whose meaning depends on the enclosing element. The JSON is not validated: it may be malformed,
/// deeply nested or have duplicate names.
///
/// [XEP-0335 §4](https://xmpp.org/extensions/xep-0335.html#rules)
#[doc(alias("XEP-0335", "XEP0335", "0335"))]
#[doc(alias("urn:xmpp:json:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "json", derive(Debug, PartialEq, Eq))]
#[xml(new = "A container with this JSON.")]
#[non_exhaustive]
pub struct Json {
    /// The JSON text, including white space around it.
    #[xml(text)]
    pub text: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
