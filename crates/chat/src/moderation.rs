//! A moderator of a room retracts what somebody else has said in it.
//!
//! The moderator asks the room by a [`Moderate`]; the room says it to all occupants by a
//! [`Retract`] with a [`Moderated`] in it. Only the room itself can say so:
//! [`Retraction::of`](crate::retraction::Retraction::of) looks at that.
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
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "moderate")]
#[xml(new = "Says nothing yet of what is to be done.", with)]
#[non_exhaustive]
pub struct Moderate {
    /// The message, by the identifier that the room has given.
    #[xml(attribute)]
    pub id: String,
    /// It is to be retracted: the only thing that can be asked so far. `None` where something else is asked.
    #[xml(child)]
    pub retract: Option<Retract>,
    /// Why, in words. `None` where it is not said.
    #[xml(child_text = "reason")]
    pub reason: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Moderate {
    /// Asks for the message to be retracted to which the room has given this identifier.
    #[must_use]
    pub fn retract(id: impl Into<String>) -> Self {
        Self::new(id).with_retract(Retract::new())
    }
}

/// A moderator has done it, within a [`Retract`] or a [`Retracted`](crate::retraction::Retracted).
///
/// [XEP-0425 §3.1](https://xmpp.org/extensions/xep-0425.html#usecase-success)
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "moderated")]
#[xml(new = "By a moderator who is not named.", with)]
#[non_exhaustive]
pub struct Moderated {
    /// The moderator, by the address in the room or outside of it. `None` where it is not said.
    #[xml(attribute)]
    pub by: Option<Jid>,
    /// The moderator, by the identifier in the room. `None` where it is not said.
    #[xml(child)]
    pub occupant_id: Option<OccupantId>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}
