//! Retracting a message, by its author or by a moderator of the room.
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

/// Asks everyone to remove a message. Others may have seen or stored it, and need not comply.
///
/// Anybody can name any message here: [`Retraction::of`] checks who may.
///
/// [XEP-0424 §3](https://xmpp.org/extensions/xep-0424.html#usecase)
#[doc(alias("XEP-0424", "XEP0424", "0424"))]
#[doc(alias("urn:xmpp:message-retract:1"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "retract", derive(Debug, PartialEq, Eq))]
#[xml(
    new = "Within a [`Moderate`](crate::moderation::Moderate), which names the message.",
    with
)]
#[non_exhaustive]
pub struct Retract {
    /// The message to retract: in a room by its stanza id, elsewhere by its `id`. `None` within a
    /// [`Moderate`](crate::moderation::Moderate), which has the stanza id.
    #[xml(attribute)]
    pub id: Option<String>,
    /// The room's statement that a moderator has retracted the message. `None` if its author has.
    #[xml(child, strict)]
    pub moderated: Option<Moderated>,
    /// The moderator's reason, for people to read (XEP-0425). `None` if not specified.
    #[xml(child_text = "reason")]
    pub reason: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A tombstone: what an archive keeps of a message that was retracted.
///
/// [XEP-0424 §4](https://xmpp.org/extensions/xep-0424.html#tombstones)
#[doc(alias("XEP-0424", "XEP0424", "0424"))]
#[doc(alias("urn:xmpp:message-retract:1"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "retracted", derive(Debug, PartialEq, Eq))]
#[xml(new = "Retracted, at an unknown time.", with)]
#[non_exhaustive]
pub struct Retracted {
    /// The `id` of the message with the [`Retract`]. `None` if not specified, although it is required.
    #[xml(attribute)]
    pub id: Option<String>,
    /// Who retracted it. `None` if not specified.
    #[xml(attribute)]
    pub by: Option<Jid>,
    /// When it was retracted. `None` if not specified.
    #[xml(attribute)]
    pub stamp: Option<DateTime>,
    /// A moderator has retracted it (XEP-0425). `None` if its author has.
    #[xml(child, strict)]
    pub moderated: Option<Moderated>,
    /// The reason, for people to read (XEP-0425). `None` if not specified.
    #[xml(child_text = "reason")]
    pub reason: Option<String>,
    /// Unknown attributes and child elements, in place.
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

/// A retraction that was received, in the current protocol or in that of [before 2023](crate::legacy_retraction).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Retraction {
    /// The message to retract: in a room by its stanza id, elsewhere by its `id`, and in the protocol before 2023 by its
    /// [`OriginId`](xmpp_vocabulary::stanza_id::OriginId).
    pub id: String,
    /// What the room says about the moderator. `None` if it claims to be from the author of the message: then it is
    /// valid only if [`is_same`](crate::sender::is_same) finds that both messages have the same sender.
    pub moderation: Option<Moderation>,
}

/// What a room says about a moderator's retraction.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Moderation {
    /// The moderator's JID, in the room or outside of it. `None` if not specified.
    pub by: Option<Jid>,
    /// The moderator's occupant id ([`OccupantId`](xmpp_vocabulary::occupant_id::OccupantId)). `None` if not specified.
    pub occupant_id: Option<String>,
    /// The reason, for people to read. `None` if not specified.
    pub reason: Option<String>,
}

impl Retraction {
    /// Reads the retraction in a message. `room` is the room of the conversation, if there is one.
    ///
    /// `None` if the message retracts nothing, if it claims to be a moderator's retraction but is not from the room's
    /// bare JID, and for a message of type `error`.
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
