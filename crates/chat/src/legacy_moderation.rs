//! Retracting somebody else's message as a moderator of the room, in the protocol before 2023;
//! [`moderation`](crate::moderation) replaces it.
//!
//! [XEP-0425, Message Moderation, version 0.2](https://xmpp.org/extensions/attic/xep-0425-0.2.1.html)

use alloc::string::String;

use xmpp_jid::Jid;
use xmpp_vocabulary::occupant_id::OccupantId;
use xmpp_xml::{Extra, Xml};

use crate::legacy_retraction::{Retract, Retracted};

/// The namespace, which was also the feature of rooms that supported this.
pub const NS: &str = "urn:xmpp:message-moderate:0";

/// Asks a room to retract the message that the enclosing [`ApplyTo`](crate::fastening::ApplyTo) names.
#[doc(alias("XEP-0425", "XEP0425", "0425"))]
#[doc(alias("urn:xmpp:message-moderate:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "moderate", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request, so far without an action.", with)]
#[non_exhaustive]
pub struct Moderate {
    /// Asks to retract it. `None` if another action is asked for.
    #[xml(child)]
    pub retract: Option<Retract>,
    /// The reason, for people to read. `None` if not specified.
    #[xml(child_text = "reason")]
    pub reason: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// States that a moderator did it: within an [`ApplyTo`](crate::fastening::ApplyTo) that the room sends to all
/// occupants, and in an archive as the tombstone of the message. Only the room itself may send it, which
/// [`Retraction::of`](crate::retraction::Retraction::of) checks.
#[doc(alias("XEP-0425", "XEP0425", "0425"))]
#[doc(alias("urn:xmpp:message-moderate:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "moderated", derive(Debug, PartialEq, Eq))]
#[xml(new = "Moderation by an unnamed moderator.", with)]
#[non_exhaustive]
pub struct Moderated {
    /// The moderator's JID, in the room or outside of it. `None` if not specified.
    #[xml(attribute)]
    pub by: Option<Jid>,
    /// Asks everyone to remove the message. `None` in an archive.
    #[xml(child)]
    pub retract: Option<Retract>,
    /// The tombstone in an archive. `None` in what the room sends.
    #[xml(child)]
    pub retracted: Option<Retracted>,
    /// The reason, for people to read. `None` if not specified.
    #[xml(child_text = "reason")]
    pub reason: Option<String>,
    /// The moderator's occupant id. `None` if not specified.
    #[xml(child)]
    pub occupant_id: Option<OccupantId>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
