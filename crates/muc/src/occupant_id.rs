//! Identifiers of those in a room that stay the same under every nickname.
//!
//! A room that does not support them lets through what its occupants make up, so [`OccupantId::of_message`] and
//! [`OccupantId::of_presence`] look at the features of the room.
//!
//! ```
//! use xmpp_core_stanzas::Message;
//! use xmpp_jid::Jid;
//! use xmpp_muc::occupant_id::{self, OccupantId};
//!
//! let room = Jid::new("coven@chat.example")?;
//! let message: Message = xmpp_xml::from_str(
//!     "<message xmlns='jabber:client' type='groupchat' from='coven@chat.example/firstwitch'>\
//!      <body>So ho!</body><occupant-id xmlns='urn:xmpp:occupant-id:0' id='dd72603d'/></message>",
//! )?;
//! let features = ["muc_public", occupant_id::NS]; // what the room answers to disco#info
//! assert_eq!(OccupantId::of_message(&message, &room, features).unwrap().id, "dd72603d");
//! assert_eq!(OccupantId::of_message(&message, &room, ["muc_public"]), None);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [XEP-0421, Occupant identifiers for semi-anonymous MUCs](https://xmpp.org/extensions/xep-0421.html)

use alloc::string::String;

use xmpp_core_stanzas::{Message, Presence};
use xmpp_jid::Jid;
use xmpp_xml::{Extra, RawElement, Xml};

use crate::vouched;

/// The namespace, which is also the feature of rooms that support this.
pub const NS: &str = "urn:xmpp:occupant-id:0";

/// In a message or presence from a room: who it is from.
///
/// [XEP-0421 §3](https://xmpp.org/extensions/xep-0421.html#usecases)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "occupant-id")]
#[xml(new = "The occupant with this identifier.")]
#[non_exhaustive]
pub struct OccupantId {
    /// The identifier: an opaque text of 1 to 128 characters, the same for each visit of a bare JID to this room and for
    /// nobody else.
    #[xml(attribute)]
    pub id: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl OccupantId {
    /// Who a message from `room` is from. `None` where the room does not say: it does not have the feature [`NS`] among
    /// its features, the message is from somewhere else, or it has another number of identifiers than one or none that is
    /// valid.
    ///
    /// [XEP-0421 §4](https://xmpp.org/extensions/xep-0421.html#rules)
    #[must_use]
    pub fn of_message<'f>(
        message: &Message,
        room: &Jid,
        features: impl IntoIterator<Item = &'f str>,
    ) -> Option<Self> {
        if message.is_error() {
            return None;
        }
        Self::of(&message.payloads, message.from.as_ref(), room, features)
    }

    /// As [`of_message`](Self::of_message), for a presence.
    #[must_use]
    pub fn of_presence<'f>(
        presence: &Presence,
        room: &Jid,
        features: impl IntoIterator<Item = &'f str>,
    ) -> Option<Self> {
        if presence.is_error() {
            return None;
        }
        Self::of(&presence.payloads, presence.from.as_ref(), room, features)
    }

    /// Whether the identifier has a length that is allowed.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        !self.id.is_empty() && self.id.chars().nth(128).is_none()
    }

    fn of<'f>(
        payloads: &[RawElement],
        from: Option<&Jid>,
        room: &Jid,
        features: impl IntoIterator<Item = &'f str>,
    ) -> Option<Self> {
        vouched::payload(payloads, from, room, features, &[NS]).filter(Self::is_valid)
    }
}
