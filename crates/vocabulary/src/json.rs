//! JSON within XML.
//!
//! [XEP-0335, JSON Containers](https://xmpp.org/extensions/xep-0335.html)

use alloc::string::String;

use xmpp_xml::{Extra, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:json:0";

/// JSON, as a text that nothing here has looked at: it may be invalid, deeply nested or have names twice. What it is for, the
/// element around it says.
///
/// [XEP-0335 §4](https://xmpp.org/extensions/xep-0335.html#rules)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "json")]
#[xml(new = "This JSON.")]
#[non_exhaustive]
pub struct Json {
    /// The JSON, with the white space around it. An empty one is not valid JSON.
    #[xml(text)]
    pub text: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}
