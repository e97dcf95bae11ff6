//! Pings: whether an entity is reachable.
//!
//! [XEP-0199, XMPP Ping](https://xmpp.org/extensions/xep-0199.html)

use xmpp_xml::{Extra, Xml};

/// The namespace, and the feature of an entity that answers.
pub const NS: &str = "urn:xmpp:ping";

/// A ping. Any answer shows that the entity is reachable: an empty result, or an error.
///
/// [XEP-0199 §3](https://xmpp.org/extensions/xep-0199.html#protocol)
#[doc(alias("XEP-0199", "XEP0199", "0199"))]
#[doc(alias("urn:xmpp:ping"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "ping", derive(Debug, PartialEq, Eq))]
#[xml(new = "A ping.")]
#[non_exhaustive]
pub struct Ping {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
