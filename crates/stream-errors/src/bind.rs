//! Resource binding: a client gets its full JID.
//!
//! [RFC 6120 §7, Resource Binding](https://www.rfc-editor.org/rfc/rfc6120#section-7)

use alloc::string::String;

use xmpp_jid::FullJid;
use xmpp_xml::{Extra, Xml};

/// The namespace.
pub const NS: &str = "urn:ietf:params:xml:ns:xmpp-bind";

/// Among the features of a stream: the client must bind a resource now.
///
/// [RFC 6120 §7.4](https://www.rfc-editor.org/rfc/rfc6120#section-7.4)
#[doc(alias("RFC 6120", "RFC6120", "6120"))]
#[doc(alias("urn:ietf:params:xml:ns:xmpp-bind", "bind"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "bind", derive(Debug, PartialEq, Eq))]
#[xml(new = "The feature.")]
#[non_exhaustive]
pub struct Feature {
    /// Marked as mandatory, which binding always is; some servers send this.
    #[xml(flag = "required")]
    pub required: bool,
    /// Marked as voluntary.
    #[xml(flag = "optional")]
    pub optional: bool,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A client's request to bind a resource.
///
/// [RFC 6120 §7.6](https://www.rfc-editor.org/rfc/rfc6120#section-7.6),
/// [§7.7](https://www.rfc-editor.org/rfc/rfc6120#section-7.7)
#[doc(alias("RFC 6120", "RFC6120", "6120"))]
#[doc(alias("urn:ietf:params:xml:ns:xmpp-bind", "bind"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "bind", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request for a resource that the server chooses.")]
#[non_exhaustive]
pub struct Request {
    /// The requested resourcepart. `None` leaves it to the server.
    #[xml(child_text = "resource")]
    pub resource: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The full JID of the client: the answer to a [`Request`].
///
/// [RFC 6120 §7.6](https://www.rfc-editor.org/rfc/rfc6120#section-7.6)
#[doc(alias("RFC 6120", "RFC6120", "6120"))]
#[doc(alias("urn:ietf:params:xml:ns:xmpp-bind", "bind"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "bind", derive(Debug, PartialEq, Eq))]
#[xml(new = "The answer with this JID.")]
#[non_exhaustive]
pub struct Response {
    /// The client's full JID. Its resourcepart may differ from the requested one.
    #[xml(child_text = "jid")]
    pub jid: FullJid,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Unbinds a resource. Among the features of a stream: unbinding is supported.
///
/// [XEP-0193, Proposed Resource Binding Improvements](https://xmpp.org/extensions/xep-0193.html)
#[doc(alias("XEP-0193", "XEP0193", "0193"))]
#[doc(alias("urn:ietf:params:xml:ns:xmpp-bind"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "unbind", derive(Debug, PartialEq, Eq))]
#[xml(new = "The feature.")]
#[non_exhaustive]
pub struct Unbind {
    /// The resourcepart to unbind. `None` in the feature.
    #[xml(child_text = "resource")]
    pub resource: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Request {
    /// A request for this resource.
    #[must_use]
    pub fn resource(resource: &str) -> Self {
        Self {
            resource: Some(resource.into()),
            extra: Extra::new(),
        }
    }
}

impl Unbind {
    /// A request to unbind this resource.
    #[must_use]
    pub fn resource(resource: &str) -> Self {
        Self {
            resource: Some(resource.into()),
            extra: Extra::new(),
        }
    }
}
