//! Delivery receipts: whether a message has arrived at a client, not whether anybody has read it.
//!
//! [XEP-0184, Message Delivery Receipts](https://xmpp.org/extensions/xep-0184.html)

use alloc::string::String;

use xmpp_xml::{Extra, Xml};

/// The namespace, which is also the feature of clients that support this.
pub const NS: &str = "urn:xmpp:receipts";

/// In a message with an `id`: requests a receipt. There may be none, or one from each client of the recipient.
///
/// [XEP-0184 §7](https://xmpp.org/extensions/xep-0184.html#format)
#[doc(alias("XEP-0184", "XEP0184", "0184"))]
#[doc(alias("urn:xmpp:receipts"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "request", derive(Debug, PartialEq, Eq))]
#[xml(new = "Requests a receipt.")]
#[non_exhaustive]
pub struct Request {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In a message back to the sender: the message has arrived. It must not request a receipt in turn.
///
/// Anybody can forge one: it is valid only for a message with this `id` that was sent to the sender of the receipt.
///
/// [XEP-0184 §7](https://xmpp.org/extensions/xep-0184.html#format)
#[doc(alias("XEP-0184", "XEP0184", "0184"))]
#[doc(alias("urn:xmpp:receipts"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "received", derive(Debug, PartialEq, Eq))]
#[xml(new = "The message with this `id` has arrived.")]
#[non_exhaustive]
pub struct Received {
    /// The `id` of the message that has arrived.
    #[xml(attribute)]
    pub id: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
