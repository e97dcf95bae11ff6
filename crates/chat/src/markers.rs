//! How far somebody has read a conversation.
//!
//! A marker speaks of a message and of all before it. In a room, messages are named by the identifier that the room has
//! given them ([`Assigner::id_of`](xmpp_vocabulary::stanza_id::Assigner::id_of)), elsewhere by their `id`:
//! [`identity::reference_id`](crate::identity::reference_id) chooses.
//!
//! [XEP-0333, Displayed Markers](https://xmpp.org/extensions/xep-0333.html)

use alloc::string::String;

use xmpp_xml::{Extra, Xml};

/// The namespace, which is also the feature of clients that support this.
pub const NS: &str = "urn:xmpp:chat-markers:0";

/// In a message with an `id`: the sender would like to know when it has been displayed. In a room, nobody need ask.
///
/// [XEP-0333 §4.1](https://xmpp.org/extensions/xep-0333.html#request)
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "markable")]
#[xml(new = "Asks for a marker.")]
#[non_exhaustive]
pub struct Markable {
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The sender has seen a message, and all before it. It is passed over where it names one that is older than the last
/// that was marked, or is not in the conversation.
///
/// [XEP-0333 §4.2](https://xmpp.org/extensions/xep-0333.html#sending)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "displayed")]
#[xml(new = "The message with this identifier was displayed.")]
#[non_exhaustive]
pub struct Displayed {
    /// The identifier of the message.
    #[xml(attribute)]
    pub id: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A client of the sender has received a message. Sent by software from before 2024 only;
/// [receipts](crate::receipts) have taken its place.
///
/// [XEP-0333 §11](https://xmpp.org/extensions/xep-0333.html#design)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "received")]
#[xml(new = "The message with this identifier was received.")]
#[non_exhaustive]
pub struct Received {
    /// The identifier of the message.
    #[xml(attribute)]
    pub id: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The sender has acted upon a message. Sent by software from before 2024 only.
///
/// [XEP-0333 §11](https://xmpp.org/extensions/xep-0333.html#design)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "acknowledged")]
#[xml(new = "The message with this identifier was acted upon.")]
#[non_exhaustive]
pub struct Acknowledged {
    /// The identifier of the message.
    #[xml(attribute)]
    pub id: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}
