//! The time of the user's last interaction with a client.
//!
//! [XEP-0319, Last User Interaction in Presence](https://xmpp.org/extensions/xep-0319.html)

use xmpp_xml::{DateTime, Extra, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:idle:1";

/// In presence: the user has not interacted with the device for a while. Presence without it means that the user is back.
///
/// [XEP-0319 §2.1](https://xmpp.org/extensions/xep-0319.html#last-interact)
#[doc(alias("XEP-0319", "XEP0319", "0319"))]
#[doc(alias("urn:xmpp:idle:1"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "idle", derive(Debug, PartialEq, Eq))]
#[xml(new = "The user has been idle since this time.")]
#[non_exhaustive]
pub struct Idle {
    /// The time of the last interaction, by the sender's clock.
    #[xml(attribute)]
    pub since: DateTime,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
