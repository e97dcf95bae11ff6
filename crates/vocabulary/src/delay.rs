//! Delayed delivery: when a stanza was originally sent.
//!
//! [XEP-0203, Delayed Delivery](https://xmpp.org/extensions/xep-0203.html)

use alloc::string::String;

use xmpp_jid::Jid;
use xmpp_xml::{DateTime, Extra, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:delay";

/// Marks a stanza that was delivered with a delay.
///
/// Any entity on the path can add it, including the sender: check [`from`](Self::from).
///
/// [XEP-0203 §2](https://xmpp.org/extensions/xep-0203.html#protocol)
#[doc(alias("XEP-0203", "XEP0203", "0203"))]
#[doc(alias("urn:xmpp:delay"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "delay", derive(Debug, PartialEq, Eq))]
#[xml(new = "A delay since this time, without sender and reason.", parameters = [stamp])]
#[non_exhaustive]
pub struct Delay {
    /// The entity that originally sent the stanza or delayed it, such as a room. `None` if not specified.
    #[xml(attribute)]
    pub from: Option<Jid>,
    /// The time at which the stanza was originally sent, in UTC. Required; `None` only if the text is not a valid time and
    /// invalid values are [kept](xmpp_xml::Invalid::Keep).
    #[xml(attribute)]
    pub stamp: Option<DateTime>,
    /// The reason for the delay, in words. `None` if not specified.
    #[xml(text)]
    pub reason: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
