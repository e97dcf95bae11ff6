//! Whether two messages are from the same person: only then may one correct, retract or replace the other.
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

/// By what the sender of a message is recognized.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Conversation {
    /// A conversation of two: by the bare JID.
    Direct,
    /// A room, or a private message within one, without identifiers of occupants: by the full JID.
    ///
    /// Somebody else may come under the nickname of one who has left. So messages from before an occupant left, or from
    /// before oneself entered, count as those of nobody: who keeps track of the room has to leave them out.
    Room,
    /// A room, or a private message within one, that has the feature
    /// [`urn:xmpp:occupant-id:0`](xmpp_vocabulary::occupant_id::NS): by the identifier of the occupant, whatever the
    /// nickname. Of a room without that feature, these identifiers are forged.
    RoomWithOccupantIds,
}

/// Whether `later` is from whoever sent `earlier`, so that it may [correct](crate::correction),
/// [retract](crate::retraction) or [react anew](crate::reactions) in its place.
///
/// `false` where an address is missing or invalid, for a message of type `error`, where one message was for all
/// occupants of a room and the other was not, and where a message has no identifier of its occupant, or several. Of
/// one's own messages, `from` has to be filled in.
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
