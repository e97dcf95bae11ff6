//! Resource binding: a client gets its full address.
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "bind")]
#[xml(new = "Bind now.")]
#[non_exhaustive]
pub struct Feature {
    /// Said to be mandatory, which it always is; some servers say so.
    #[xml(flag = "required")]
    pub required: bool,
    /// Said to be voluntary.
    #[xml(flag = "optional")]
    pub optional: bool,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The client asks for a resource.
///
/// [RFC 6120 §7.6](https://www.rfc-editor.org/rfc/rfc6120#section-7.6),
/// [§7.7](https://www.rfc-editor.org/rfc/rfc6120#section-7.7)
#[doc(alias("RFC 6120", "RFC6120", "6120"))]
#[doc(alias("urn:ietf:params:xml:ns:xmpp-bind", "bind"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "bind")]
#[xml(new = "Asks for a resource that the server chooses.")]
#[non_exhaustive]
pub struct Request {
    /// The resourcepart that the client would like to have. `None` when the server shall choose.
    #[xml(child_text = "resource")]
    pub resource: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What the client is called from now on: the answer to a [`Request`].
///
/// [RFC 6120 §7.6](https://www.rfc-editor.org/rfc/rfc6120#section-7.6)
#[doc(alias("RFC 6120", "RFC6120", "6120"))]
#[doc(alias("urn:ietf:params:xml:ns:xmpp-bind", "bind"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "bind")]
#[xml(new = "Tells the client that it has this address.")]
#[non_exhaustive]
pub struct Response {
    /// The address of the client. Its resourcepart need not be the one that was asked for.
    #[xml(child_text = "jid")]
    pub jid: FullJid,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The client gives a resource back. Among the features of a stream: it can do so.
///
/// [XEP-0193, Proposed Resource Binding Improvements](https://xmpp.org/extensions/xep-0193.html)
#[doc(alias("XEP-0193", "XEP0193", "0193"))]
#[doc(alias("urn:ietf:params:xml:ns:xmpp-bind"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "unbind")]
#[xml(new = "The feature.")]
#[non_exhaustive]
pub struct Unbind {
    /// The resourcepart to give back. `None` in the feature.
    #[xml(child_text = "resource")]
    pub resource: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Request {
    /// Asks for this resource.
    #[must_use]
    pub fn resource(resource: &str) -> Self {
        Self {
            resource: Some(resource.into()),
            extra: Extra::new(),
        }
    }
}

impl Unbind {
    /// Gives this resource back.
    #[must_use]
    pub fn resource(resource: &str) -> Self {
        Self {
            resource: Some(resource.into()),
            extra: Extra::new(),
        }
    }
}
