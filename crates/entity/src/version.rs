//! The software that an entity runs, and its version.
//!
//! [XEP-0092, Software Version](https://xmpp.org/extensions/xep-0092.html)

use alloc::string::String;

use xmpp_xml::{Extra, Xml};

/// The namespace, and the feature of an entity that answers.
pub const NS: &str = "jabber:iq:version";

/// A request for an entity's software version.
///
/// [XEP-0092 §2](https://xmpp.org/extensions/xep-0092.html#protocol)
#[doc(alias("XEP-0092", "XEP0092", "0092"))]
#[doc(alias("jabber:iq:version", "query"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "query", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request.")]
#[non_exhaustive]
pub struct Request {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The software version of an entity: the answer to a [`Request`].
///
/// [XEP-0092 §2](https://xmpp.org/extensions/xep-0092.html#protocol)
#[doc(alias("XEP-0092", "XEP0092", "0092"))]
#[doc(alias("jabber:iq:version", "query"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "query", derive(Debug, PartialEq, Eq))]
#[xml(new = "Software without any details.", with)]
#[non_exhaustive]
pub struct Response {
    /// The name of the software. Required; `None` if it is missing.
    #[xml(child_text = "name")]
    pub name: Option<String>,
    /// The version. Required; `None` if it is missing.
    #[xml(child_text = "version")]
    pub version: Option<String>,
    /// The operating system. `None` if not disclosed; users must be able to choose that.
    #[xml(child_text = "os")]
    pub os: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
