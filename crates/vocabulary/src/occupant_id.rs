//! Stable identifiers of the occupants of a room, whatever their nicknames.
//!
//! [XEP-0421, Anonymous unique occupant identifiers for MUCs](https://xmpp.org/extensions/xep-0421.html)

use alloc::string::String;

use xmpp_xml::{Extra, Xml};

/// The namespace, and the feature of a room that adds occupant ids and removes forged ones.
pub const NS: &str = "urn:xmpp:occupant-id:0";

/// The identifier of the occupant that a stanza from the room is from. If the room lacks the feature [`NS`], it was
/// written by the occupant and must not be trusted.
///
/// [XEP-0421 §3](https://xmpp.org/extensions/xep-0421.html#usecases)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "occupant-id")]
#[xml(new = "The occupant with this identifier.")]
#[non_exhaustive]
pub struct OccupantId {
    /// The identifier, unique within the room and meaningless outside of it.
    #[xml(attribute)]
    pub id: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}
