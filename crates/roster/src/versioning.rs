//! Roster versioning: sending only changes to a client.
//!
//! [RFC 6121 §2.6, Roster Versioning](https://www.rfc-editor.org/rfc/rfc6121#section-2.6), which has taken up
//! [XEP-0237, Roster Versioning](https://xmpp.org/extensions/xep-0237.html)

use xmpp_xml::{Extra, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:features:rosterver";

/// Among the features of a stream: the server supports [versions](crate::list::Request::since) of the roster.
///
/// [RFC 6121 §2.6.1](https://www.rfc-editor.org/rfc/rfc6121#section-2.6.1)
#[doc(alias("RFC 6121", "RFC6121", "6121"))]
#[doc(alias("urn:xmpp:features:rosterver", "ver"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "ver", derive(Debug, PartialEq, Eq))]
#[xml(new = "The feature.")]
#[non_exhaustive]
pub struct Feature {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
