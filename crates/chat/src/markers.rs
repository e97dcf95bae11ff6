//! How far somebody has read a conversation.
//!
//! A marker covers a message and all before it. In a room, messages are named by the stanza id that the room has given
//! them ([`Assigner::id_of`](xmpp_vocabulary::stanza_id::Assigner::id_of)), elsewhere by their `id`:
//! [`identity::reference_id`](crate::identity::reference_id) picks the right one.
//!
//! [XEP-0333, Displayed Markers](https://xmpp.org/extensions/xep-0333.html)

use alloc::string::String;

use xmpp_xml::{Extra, Xml};

/// The namespace, which is also the feature of clients that support this.
pub const NS: &str = "urn:xmpp:chat-markers:0";

/// Asks for a displayed marker, in a message with an `id`. In rooms, markers are sent without being asked for.
///
/// [XEP-0333 §4.1](https://xmpp.org/extensions/xep-0333.html#request)
#[doc(alias("XEP-0333", "XEP0333", "0333"))]
#[doc(alias("urn:xmpp:chat-markers:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "markable", derive(Debug, PartialEq, Eq))]
#[xml(new = "Asks for a marker.")]
#[non_exhaustive]
pub struct Markable {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The sender's client has displayed a message, and all before it. To be ignored if the message is older than the last
/// one marked, or not in the conversation.
///
/// [XEP-0333 §4.2](https://xmpp.org/extensions/xep-0333.html#sending)
#[doc(alias("XEP-0333", "XEP0333", "0333"))]
#[doc(alias("urn:xmpp:chat-markers:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "displayed", derive(Debug, PartialEq, Eq))]
#[xml(new = "The message with this identifier was displayed.")]
#[non_exhaustive]
pub struct Displayed {
    /// The identifier of the message.
    #[xml(attribute)]
    pub id: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The sender's client has received a message. Removed from the specification in 2024 in favour of
/// [receipts](crate::receipts).
///
/// [XEP-0333 §11](https://xmpp.org/extensions/xep-0333.html#design)
#[doc(alias("XEP-0333", "XEP0333", "0333"))]
#[doc(alias("urn:xmpp:chat-markers:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "received", derive(Debug, PartialEq, Eq))]
#[xml(new = "The message with this identifier was received.")]
#[non_exhaustive]
pub struct Received {
    /// The identifier of the message.
    #[xml(attribute)]
    pub id: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The sender has acknowledged a message. Removed from the specification in 2024.
///
/// [XEP-0333 §11](https://xmpp.org/extensions/xep-0333.html#design)
#[doc(alias("XEP-0333", "XEP0333", "0333"))]
#[doc(alias("urn:xmpp:chat-markers:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "acknowledged", derive(Debug, PartialEq, Eq))]
#[xml(new = "The message with this identifier was acknowledged.")]
#[non_exhaustive]
pub struct Acknowledged {
    /// The identifier of the message.
    #[xml(attribute)]
    pub id: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
