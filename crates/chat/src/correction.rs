//! Correcting a message that was sent earlier.
//!
//! [XEP-0308, Last Message Correction](https://xmpp.org/extensions/xep-0308.html)

use alloc::string::String;

use xmpp_xml::{Extra, Xml};

/// The namespace, which is also the feature of clients that support this.
pub const NS: &str = "urn:xmpp:message-correct:0";

/// Marks a message as the correction of an earlier one by the same sender. Its payloads replace all of the original;
/// its stanza id and other metadata are its own.
///
/// Anybody can name any message here: it is valid only if [`is_same`](crate::sender::is_same) finds that both messages
/// have the same sender.
///
/// [XEP-0308 §3](https://xmpp.org/extensions/xep-0308.html#usecase)
#[doc(alias("XEP-0308", "XEP0308", "0308"))]
#[doc(alias("urn:xmpp:message-correct:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "replace", derive(Debug, PartialEq, Eq))]
#[xml(new = "Corrects the message with this `id`.")]
#[non_exhaustive]
pub struct Replace {
    /// The `id` of the original message, also when that was corrected before.
    #[xml(attribute)]
    pub id: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
