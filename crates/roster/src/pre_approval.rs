//! Subscription pre-approval: granting subscriptions before they are requested.
//!
//! [RFC 6121 §3.4, Pre-Approving a Subscription Request](https://www.rfc-editor.org/rfc/rfc6121#section-3.4)

use xmpp_xml::{Extra, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:features:pre-approval";

/// Among the features of a stream: the server stores a presence of type `subscribed` that precedes the request, as
/// [`approved`](crate::list::Item::approved) in the roster.
///
/// [RFC 6121 §3.4](https://www.rfc-editor.org/rfc/rfc6121#section-3.4)
#[doc(alias("RFC 6121", "RFC6121", "6121"))]
#[doc(alias("urn:xmpp:features:pre-approval", "sub"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "sub", derive(Debug, PartialEq, Eq))]
#[xml(new = "The feature.")]
#[non_exhaustive]
pub struct Feature {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
