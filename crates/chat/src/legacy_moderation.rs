//! A moderator of a room retracts what somebody else has said in it, as it was written before 2023;
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

/// Asks a room to retract a message: the one that the [`ApplyTo`](crate::fastening::ApplyTo) around this names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "moderate")]
#[xml(new = "Says nothing yet of what is to be done.", with)]
#[non_exhaustive]
pub struct Moderate {
    /// It is to be retracted. `None` where something else is asked.
    #[xml(child)]
    pub retract: Option<Retract>,
    /// Why, in words. `None` where it is not said.
    #[xml(child_text = "reason")]
    pub reason: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A moderator has done it: within an [`ApplyTo`](crate::fastening::ApplyTo) in what the room says to all occupants, and
/// in an archive in the place of what was in the message. Only the room itself can say so:
/// [`Retraction::of`](crate::retraction::Retraction::of) looks at that.
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "moderated")]
#[xml(new = "By a moderator who is not named.", with)]
#[non_exhaustive]
pub struct Moderated {
    /// The moderator, by the address in the room or outside of it. `None` where it is not said.
    #[xml(attribute)]
    pub by: Option<Jid>,
    /// The message is to be forgotten, in what the room says. `None` in an archive.
    #[xml(child)]
    pub retract: Option<Retract>,
    /// The message has been retracted, in an archive. `None` in what the room says.
    #[xml(child)]
    pub retracted: Option<Retracted>,
    /// Why, in words. `None` where it is not said.
    #[xml(child_text = "reason")]
    pub reason: Option<String>,
    /// The moderator, by the identifier in the room. `None` where it is not said.
    #[xml(child)]
    pub occupant_id: Option<OccupantId>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}
