//! Checking that two messages have the same sender, without which one may not correct or retract the other.
//!
//! ```
//! use xmpp_chat::sender::{Conversation, is_same};
//! use xmpp_core_stanzas::Message;
//!
//! let said: Message = xmpp_xml::from_str(
//!     "<message xmlns='jabber:client' type='groupchat' from='party@rooms.tea.example/Hatter'/>",
//! )?;
//! let other: Message = xmpp_xml::from_str(
//!     "<message xmlns='jabber:client' type='groupchat' from='party@rooms.tea.example/Hare'/>",
//! )?;
//! assert!(!is_same(&said, &other, Conversation::Room));
//! # Ok::<(), xmpp_xml::Error>(())
//! ```

use alloc::string::String;

use xmpp_core_stanzas::{Message, MessageKind};
use xmpp_vocabulary::occupant_id::OccupantId;

/// The kind of conversation, which decides how senders are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Conversation {
    /// A one-to-one chat: by bare JID.
    Direct,
    /// A room without occupant ids, or private messages in one: by full JID.
    ///
    /// Somebody else may take the nickname of an occupant who has left. So messages from before the occupant
    /// (re)joined, or before the client did, must not be passed here: the caller has to keep track of presence.
    Room,
    /// A room with the feature [`urn:xmpp:occupant-id:0`](xmpp_vocabulary::occupant_id::NS), or private messages in
    /// one: by occupant id, whatever the nickname. In a room without the feature, occupant ids are forged.
    RoomWithOccupantIds,
}

/// Whether two messages have the same sender, so that the later may [correct](crate::correction) or
/// [retract](crate::retraction) the earlier, or replace its [reactions](crate::reactions).
///
/// `false` if a `from` is missing or invalid, for messages of type `error`, if only one is of type `groupchat`, and if
/// a message lacks an occupant id that is needed, or has several. For messages sent by the client itself, fill in
/// `from`.
///
/// [XEP-0308 §4](https://xmpp.org/extensions/xep-0308.html#rules),
/// [XEP-0424 §5](https://xmpp.org/extensions/xep-0424.html#rules),
/// [XEP-0444 §4.1](https://xmpp.org/extensions/xep-0444.html#acceptable-reactions)
#[must_use]
pub fn is_same(earlier: &Message, later: &Message, conversation: Conversation) -> bool {
    let (Some(one), Some(other)) = (&earlier.from, &later.from) else {
        return false;
    };
    let is_for_all = |message: &Message| message.effective_kind() == MessageKind::Groupchat;
    if !one.is_valid()
        || !other.is_valid()
        || earlier.is_error()
        || later.is_error()
        || is_for_all(earlier) != is_for_all(later)
    {
        return false;
    }
    match conversation {
        Conversation::Direct => !is_for_all(earlier) && one.bare_eq(other),
        Conversation::Room => one.is_full() && one == other,
        Conversation::RoomWithOccupantIds => {
            let id = occupant(earlier);
            id.is_some() && id == occupant(later) && one.bare_eq(other)
        }
    }
}

/// The identifier of the occupant who has sent the message, if there is just one.
fn occupant(message: &Message) -> Option<String> {
    let mut all = message.payloads_of::<OccupantId>();
    let first = all.next()?.ok()?;
    all.next().is_none().then_some(first.id)
}
