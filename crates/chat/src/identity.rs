//! By which identifier to speak of a message.

use alloc::string::String;

use xmpp_core_stanzas::{Message, MessageKind};
use xmpp_vocabulary::stanza_id::{Assigner, OriginId};

/// The identifier by which others speak of the message: in a [reply](crate::reply), a [reaction](crate::reactions), a
/// [marker](crate::markers), an [attached message](crate::attaching), and in a room a [retraction](crate::retraction), too.
///
/// In a room it is the one that the room has given; `room` is what the room has to be, and `None` for a room that gives
/// none. Elsewhere it is the one of the sender's own choice, or else the `id` of the stanza. A
/// [correction](crate::correction) always takes the `id`, and so does a retraction outside of rooms.
///
/// `None` where there is none, so that nobody can speak of the message; and for one of type `error`, which has the `id` of
/// another message.
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
