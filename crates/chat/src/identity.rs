//! Choosing the identifier by which to refer to a message.

use alloc::string::String;

use xmpp_core_stanzas::{Message, MessageKind};
use xmpp_vocabulary::stanza_id::{Assigner, OriginId};

/// The identifier by which [replies](crate::reply), [reactions](crate::reactions), [markers](crate::markers) and
/// [attached messages](crate::attaching) refer to the message, and in rooms [retractions](crate::retraction), too.
///
/// For a message of type `groupchat` that is the stanza id of the room, which is passed as `room`. For others it is the
/// origin id, or else the `id` of the stanza. [Corrections](crate::correction) always use the `id`, as do retractions
/// outside of rooms.
///
/// `None` if there is none, so that nobody can refer to the message, and for a message of type `error`.
///
/// [XEP-0444 §4.2](https://xmpp.org/extensions/xep-0444.html#business-id),
/// [XEP-0461 §4.1](https://xmpp.org/extensions/xep-0461.html#business-id)
#[must_use]
pub fn reference_id(message: &Message, room: Option<&Assigner<'_>>) -> Option<String> {
    match message.effective_kind() {
        MessageKind::Error => None,
        MessageKind::Groupchat => room?.id_of(message),
        _ => {
            let origin = message.payload::<OriginId>().ok().flatten();
            origin
                .map(|origin| origin.id)
                .or_else(|| message.id.clone())
        }
    }
}
