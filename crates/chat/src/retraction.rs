//! A message is taken back, by its author or by a moderator of the room.
//!
//! ```
//! use xmpp_chat::retraction::Retraction;
//! use xmpp_core_stanzas::Message;
//!
//! let source = |from: &str| format!(
//!     "<message xmlns='jabber:client' type='groupchat' from='{from}'>\
//!      <retract xmlns='urn:xmpp:message-retract:1' id='28482'>\
//!      <moderated xmlns='urn:xmpp:message-moderate:1' by='party@rooms.tea.example/Hatter'/></retract></message>",
//! );
//! let room = "party@rooms.tea.example".parse()?;
//!
//! let message: Message = xmpp_xml::from_str(&source("party@rooms.tea.example"))?;
//! let retraction = Retraction::of(&message, Some(&room))?.expect("a retraction");
//! assert!(retraction.moderation.is_some());
//! assert_eq!(retraction.id, "28482");
//!
//! let forged: Message = xmpp_xml::from_str(&source("party@rooms.tea.example/Dormouse"))?;
//! assert_eq!(Retraction::of(&forged, Some(&room))?, None);
//! # Ok::<(), Box<dyn core::error::Error>>(())
//! ```
//!
//! [XEP-0424, Message Retraction](https://xmpp.org/extensions/xep-0424.html)

use alloc::string::String;

use xmpp_core_stanzas::{Message, MessageKind};
use xmpp_jid::{BareJid, Jid};
use xmpp_xml::{DateTime, Error, Extra, Xml};

use crate::fastening::ApplyTo;
use crate::moderation::Moderated;
use crate::{legacy_moderation, legacy_retraction};

/// The namespace, which is also the feature of clients that support this and of servers that archive it.
pub const NS: &str = "urn:xmpp:message-retract:1";

/// The feature of an archive that leaves a [`Retracted`] in the place of what was retracted.
pub const TOMBSTONE: &str = "urn:xmpp:message-retract:1#tombstone";

/// A message is to be forgotten. Others may have seen or stored it, and need not obey.
///
/// Anybody can name any message here. [`Retraction::of`] says who is entitled.
///
/// [XEP-0424 §3](https://xmpp.org/extensions/xep-0424.html#usecase)
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "retract")]
#[xml(
    new = "Within a [`Moderate`](crate::moderation::Moderate), which names the message.",
    with
)]
#[non_exhaustive]
pub struct Retract {
    /// The message: in a room by the identifier that the room has given, elsewhere by its `id`. `None` within a
    /// [`Moderate`](crate::moderation::Moderate), which has the identifier.
    #[xml(attribute)]
    pub id: Option<String>,
    /// A moderator has retracted it, and the room says so. `None` where its author has.
    #[xml(child, strict)]
    pub moderated: Option<Moderated>,
    /// Why, in words, in what a room says (XEP-0425). `None` where it is not said.
    #[xml(child_text = "reason")]
    pub reason: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an archive, in the place of what was in a message: it has been retracted.
///
/// [XEP-0424 §4](https://xmpp.org/extensions/xep-0424.html#tombstones)
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "retracted")]
#[xml(new = "Retracted, at an unknown time.", with)]
#[non_exhaustive]
pub struct Retracted {
    /// The `id` of the message that has retracted it. `None` where it is not said, though it should be.
    #[xml(attribute)]
    pub id: Option<String>,
    /// Who has retracted it. `None` where it is not said.
    #[xml(attribute)]
    pub by: Option<Jid>,
    /// When that was. `None` where it is not said.
    #[xml(attribute)]
    pub stamp: Option<DateTime>,
    /// A moderator has retracted it (XEP-0425). `None` where its author has.
    #[xml(child, strict)]
    pub moderated: Option<Moderated>,
    /// Why, in words (XEP-0425). `None` where it is not said.
    #[xml(child_text = "reason")]
    pub reason: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Retract {
    /// Retracts the message with this identifier.
    #[must_use]
    pub fn of(id: impl Into<String>) -> Self {
        Self::new().with_id(id)
    }
}

/// What a message retracts, in the words of today or those of [before 2023](crate::legacy_retraction).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Retraction {
    /// The message that is retracted: in a room by the identifier that the room has given, elsewhere by its `id`, and
    /// before 2023 by its [`OriginId`](xmpp_vocabulary::stanza_id::OriginId).
    pub id: String,
    /// What the room says about the moderator who has retracted it. `None` where its author wants it: then it counts only
    /// where [`is_same`](crate::sender::is_same) says that the author is the sender of this message.
    pub moderation: Option<Moderation>,
}

/// What a room says about a moderator who has retracted a message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Moderation {
    /// The moderator, by the address in the room or outside of it. `None` where it is not said.
    pub by: Option<Jid>,
    /// The identifier of the moderator in the room ([`OccupantId`](xmpp_vocabulary::occupant_id::OccupantId)). `None`
    /// where it is not said.
    pub occupant_id: Option<String>,
    /// Why, in words. `None` where it is not said.
    pub reason: Option<String>,
}

impl Retraction {
    /// What the message retracts. `room` is the room that the conversation is in, if it is in one.
    ///
    /// `None` where it retracts nothing; where it claims to be a moderator's, and is not from the room itself; and for a
    /// message of type `error`.
    ///
    /// # Errors
    /// The retraction is not valid.
    ///
    /// [XEP-0424 §5](https://xmpp.org/extensions/xep-0424.html#rules),
    /// [XEP-0425 §5](https://xmpp.org/extensions/xep-0425.html#rules)
    pub fn of(message: &Message, room: Option<&BareJid>) -> Result<Option<Self>, Error> {
        let found = match message.payload::<Retract>()? {
            Some(retract) => retract.id.map(|id| {
                let moderation = retract.moderated.map(|moderated| Moderation {
                    by: moderated.by,
                    occupant_id: moderated.occupant_id.map(|occupant| occupant.id),
                    reason: retract.reason,
                });
                Self { id, moderation }
            }),
            None => Self::of_legacy(message)?,
        };
        Ok(found.filter(|it| it.moderation.is_none() || is_from_room(message, room)))
    }

    fn of_legacy(message: &Message) -> Result<Option<Self>, Error> {
        let Some(apply_to) = message.payload::<ApplyTo>()?.filter(|it| !it.clear) else {
            return Ok(None);
        };
        if let Some(moderated) = apply_to.payload::<legacy_moderation::Moderated>()? {
            let moderation = Some(Moderation {
                by: moderated.by,
                occupant_id: moderated.occupant_id.map(|occupant| occupant.id),
                reason: moderated.reason,
            });
            let id = apply_to.id;
            return Ok(moderated.retract.map(|_| Self { id, moderation }));
        }
        let retract = apply_to.payload::<legacy_retraction::Retract>()?;
        Ok(retract.map(|_| Self {
            id: apply_to.id,
            moderation: None,
        }))
    }
}

/// Whether the message is from the room itself, and not from an occupant.
fn is_from_room(message: &Message, room: Option<&BareJid>) -> bool {
    let Some((room, from)) = room.zip(message.from.as_ref()) else {
        return false;
    };
    message.effective_kind() == MessageKind::Groupchat && *from == **room
}
