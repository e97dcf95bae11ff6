//! Which software an entity is, and which version of it.
//!
//! [XEP-0092, Software Version](https://xmpp.org/extensions/xep-0092.html)

use alloc::string::String;

use xmpp_xml::{Extra, Xml};

/// The namespace, and the feature of an entity that answers.
pub const NS: &str = "jabber:iq:version";

/// Asks an entity which software it is.
///
/// [XEP-0092 §2](https://xmpp.org/extensions/xep-0092.html#protocol)
#[doc(alias("XEP-0092", "XEP0092", "0092"))]
#[doc(alias("jabber:iq:version", "query"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "query")]
#[xml(new = "A request.")]
#[non_exhaustive]
pub struct Request {
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Which software an entity is: the answer to a [`Request`].
///
/// [XEP-0092 §2](https://xmpp.org/extensions/xep-0092.html#protocol)
#[doc(alias("XEP-0092", "XEP0092", "0092"))]
#[doc(alias("jabber:iq:version", "query"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "query")]
#[xml(new = "Software that does not say what it is.", with)]
#[non_exhaustive]
pub struct Response {
    /// The name of the software. Required; `None` where it is missing all the same.
    #[xml(child_text = "name")]
    pub name: Option<String>,
    /// The version. Required; `None` where it is missing all the same.
    #[xml(child_text = "version")]
    pub version: Option<String>,
    /// The operating system; `None` if not stated, as the user must be able to choose.
    #[xml(child_text = "os")]
    pub os: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}
