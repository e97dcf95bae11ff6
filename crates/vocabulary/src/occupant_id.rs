//! Occupant identifiers: anonymous, but stable across nicknames and visits to a room.
//!
//! A room without support for them may forward identifiers that its occupants forged, so [`OccupantId::of_message`] and
//! [`OccupantId::of_presence`] check the features of the room.
//!
//! ```
//! use xmpp_core_stanzas::Message;
//! use xmpp_vocabulary::occupant_id::{self, OccupantId};
//!
//! let room = "coven@chat.example".parse()?;
//! let message: Message = xmpp_xml::from_str(
//!     "<message xmlns='jabber:client' type='groupchat' from='coven@chat.example/firstwitch'>\
//!      <body>So ho!</body><occupant-id xmlns='urn:xmpp:occupant-id:0' id='dd72603d'/></message>",
//! )?;
//! let features = ["muc_public", occupant_id::NS]; // what the room answers to disco#info
//! assert_eq!(OccupantId::of_message(&message, &room, features).unwrap().id, "dd72603d");
//! assert_eq!(OccupantId::of_message(&message, &room, ["muc_public"]), None);
//! # Ok::<(), Box<dyn core::error::Error>>(())
//! ```
//!
//! [XEP-0421, Occupant identifiers for semi-anonymous MUCs](https://xmpp.org/extensions/xep-0421.html)

use alloc::string::String;

use xmpp_core_stanzas::{Message, Presence};
use xmpp_jid::{BareJid, Jid};
use xmpp_xml::{Extra, RawElement, Xml};

/// The namespace, and the feature of a room that adds identifiers and removes forged ones.
pub const NS: &str = "urn:xmpp:occupant-id:0";

/// The identifier of an occupant, in the stanzas that a room reflects. In a room without the feature [`NS`], it comes from the
/// occupant and must not be trusted.
///
/// [XEP-0421 §3](https://xmpp.org/extensions/xep-0421.html#usecases)
#[doc(alias("XEP-0421", "XEP0421", "0421"))]
#[doc(alias("urn:xmpp:occupant-id:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "occupant-id", derive(Debug, PartialEq, Eq))]
#[xml(new = "The occupant with this identifier.")]
#[non_exhaustive]
pub struct OccupantId {
    /// The identifier, an opaque string of 1 to 128 characters: the same for all visits of a bare JID to this room, and unique
    /// to it.
    #[xml(attribute)]
    pub id: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl OccupantId {
    /// The occupant that a message from `room` is from; `features` are those of the room's disco#info. `None` if the room does
    /// not vouch for it: [`NS`] is not among its features, the message is from elsewhere or an error, or it does not have exactly
    /// one identifier, or an [invalid](Self::is_valid) one.
    ///
    /// [XEP-0421 §4](https://xmpp.org/extensions/xep-0421.html#rules)
    #[must_use]
    pub fn of_message<'f>(
        message: &Message,
        room: &BareJid,
        features: impl IntoIterator<Item = &'f str>,
    ) -> Option<Self> {
        if message.is_error() {
            return None;
        }
        Self::of(&message.payloads, message.from.as_ref(), room, features)
    }

    /// Like [`of_message`](Self::of_message), for a presence.
    #[must_use]
    pub fn of_presence<'f>(
        presence: &Presence,
        room: &BareJid,
        features: impl IntoIterator<Item = &'f str>,
    ) -> Option<Self> {
        if presence.is_error() {
            return None;
        }
        Self::of(&presence.payloads, presence.from.as_ref(), room, features)
    }

    /// Whether the identifier has a valid length.
    ///
    /// [XEP-0421 §4.1](https://xmpp.org/extensions/xep-0421.html#id-generation)
    #[must_use]
    pub fn is_valid(&self) -> bool {
        !self.id.is_empty() && self.id.chars().nth(128).is_none()
    }

    fn of<'f>(
        payloads: &[RawElement],
        from: Option<&Jid>,
        room: &BareJid,
        features: impl IntoIterator<Item = &'f str>,
    ) -> Option<Self> {
        let is_of_room = from.is_some_and(|from| from.is_valid() && from.bare_eq(room));
        if !is_of_room || !features.into_iter().any(|feature| feature == NS) {
            return None;
        }
        let mut all = payloads.iter().filter(|raw| raw.is_a::<Self>());
        let one = all.next().filter(|_| all.next().is_none())?;
        one.parse().ok().filter(Self::is_valid)
    }
}
