//! The displayed state of an account's conversations, synchronized between all of its clients.
//!
//! Each conversation is an item of the account's publish-subscribe node [`NS`], which must be readable only by the account.
//! The identifier of the item is the bare JID of the contact or of the room, or the full JID of an occupant. Only accept
//! notifications from the client's own account
//! ([`Message::is_from_account`](xmpp_core_stanzas::Message::is_from_account)).
//!
//! ```
//! use xmpp_archive::mds::Displayed;
//!
//! let displayed: Displayed = xmpp_xml::from_str(
//!     "<displayed xmlns='urn:xmpp:mds:displayed:0'>\
//!      <stanza-id xmlns='urn:xmpp:sid:0' by='juliet@capulet.example' id='0f710f2b'/></displayed>",
//! )?;
//! assert_eq!(displayed.stanza_id.id, "0f710f2b");
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
//!
//! [XEP-0490, Message Displayed Synchronization](https://xmpp.org/extensions/xep-0490.html)

use xmpp_vocabulary::stanza_id::StanzaId;
use xmpp_xml::{Extra, Xml};

/// The namespace, which is also the publish-subscribe node.
pub const NS: &str = "urn:xmpp:mds:displayed:0";

/// The feature of an account whose server removes a [`Displayed`] from a message and publishes it.
///
/// [XEP-0490 §4.5](https://xmpp.org/extensions/xep-0490.html#interaction)
pub const SERVER_ASSIST: &str = "urn:xmpp:mds:server-assist:0";

/// As an item of the node: a conversation has been displayed up to a message. In a message to the bare JID of a contact,
/// if the server has the feature [`SERVER_ASSIST`]: asks the server to publish this and to remove it from the message.
///
/// The state only moves forward: ignore one for an earlier message than the current one, or for a message that is not in
/// the conversation.
///
/// [XEP-0490 §4.1](https://xmpp.org/extensions/xep-0490.html#pep-node)
#[doc(alias("XEP-0490", "XEP0490", "0490"))]
#[doc(alias("urn:xmpp:mds:displayed:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "displayed", derive(Debug, PartialEq, Eq))]
#[xml(new = "Displayed up to the message with this identifier.")]
#[non_exhaustive]
pub struct Displayed {
    /// The stanza ID of the message, assigned by the room, or else by the user's own account.
    #[xml(child, strict)]
    pub stanza_id: StanzaId,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
