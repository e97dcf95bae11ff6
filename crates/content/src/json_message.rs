//! JSON messages of applications.
//!
//! [XEP-0432, Simple JSON Messaging](https://xmpp.org/extensions/xep-0432.html)

use alloc::format;
use alloc::string::String;

use xmpp_vocabulary::json::Json;
use xmpp_xml::{Extra, Xml};

/// The namespace, which is also the feature of clients that support this.
pub const NS: &str = "urn:xmpp:json-msg:0";

/// A JSON message of an application.
///
/// [XEP-0432 §2](https://xmpp.org/extensions/xep-0432.html#overview)
#[doc(alias("XEP-0432", "XEP0432", "0432"))]
#[doc(alias("urn:xmpp:json-msg:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "payload", derive(Debug, PartialEq, Eq))]
#[xml(new = "Data of this type.")]
#[non_exhaustive]
pub struct Payload {
    /// The type of the data: a URI, compared character by character and not meant to be resolved.
    #[xml(attribute = "datatype")]
    pub data_type: String,
    /// The data.
    #[xml(child)]
    pub json: Json,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The feature of an entity that supports this type of data.
///
/// [XEP-0432 §2.1](https://xmpp.org/extensions/xep-0432.html#feature)
#[must_use]
pub fn feature(data_type: &str) -> String {
    format!("{NS}#{data_type}")
}
