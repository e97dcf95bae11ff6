//! Retracting somebody else's message as a moderator of the room.
//!
//! The moderator sends a [`Moderate`] to the room; the room sends a [`Retract`] with a [`Moderated`] to all occupants.
//! Only the room itself may send that, which [`Retraction::of`](crate::retraction::Retraction::of) checks.
//!
//! [XEP-0425, Moderated Message Retraction](https://xmpp.org/extensions/xep-0425.html)

use alloc::string::String;

use xmpp_jid::Jid;
use xmpp_vocabulary::occupant_id::OccupantId;
use xmpp_xml::{Extra, Xml};

use crate::retraction::Retract;

/// The namespace, which is also the feature of rooms that support this.
pub const NS: &str = "urn:xmpp:message-moderate:1";

/// Asks a room to retract a message.
///
/// [XEP-0425 §3](https://xmpp.org/extensions/xep-0425.html#usecase)
#[doc(alias("XEP-0425", "XEP0425", "0425"))]
#[doc(alias("urn:xmpp:message-moderate:1"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "moderate", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request, so far without an action.", with)]
#[non_exhaustive]
pub struct Moderate {
    /// The stanza id that the room has given to the message.
    #[xml(attribute)]
    pub id: String,
    /// Asks to retract it, the only action so far. `None` if another action is asked for.
    #[xml(child)]
    pub retract: Option<Retract>,
    /// The reason, for people to read. `None` if not specified.
    #[xml(child_text = "reason")]
    pub reason: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Moderate {
    /// Asks the room to retract the message with this stanza id.
    #[must_use]
    pub fn retract(id: impl Into<String>) -> Self {
        Self::new(id).with_retract(Retract::new())
    }
}

/// States that a moderator did it, within a [`Retract`] or a [`Retracted`](crate::retraction::Retracted).
///
/// [XEP-0425 §3.1](https://xmpp.org/extensions/xep-0425.html#usecase-success)
#[doc(alias("XEP-0425", "XEP0425", "0425"))]
#[doc(alias("urn:xmpp:message-moderate:1"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "moderated", derive(Debug, PartialEq, Eq))]
#[xml(new = "Moderation by an unnamed moderator.", with)]
#[non_exhaustive]
pub struct Moderated {
    /// The moderator's JID, in the room or outside of it. `None` if not specified.
    #[xml(attribute)]
    pub by: Option<Jid>,
    /// The moderator's occupant id. `None` if not specified.
    #[xml(child)]
    pub occupant_id: Option<OccupantId>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
