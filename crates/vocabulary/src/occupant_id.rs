//! Who is behind a nickname in a room, without an address: the same for whoever comes back under another nickname.
//!
//! [XEP-0421, Anonymous unique occupant identifiers for MUCs](https://xmpp.org/extensions/xep-0421.html)

use alloc::string::String;

use xmpp_xml::{Extra, Xml};

/// The namespace, and the feature of a room that adds identifiers and removes those that occupants write.
pub const NS: &str = "urn:xmpp:occupant-id:0";

/// The identifier of an occupant, in what the room sends on from them. From a room without the feature [`NS`] it was
/// written by the occupant, and nobody should believe it.
///
/// [XEP-0421 §3](https://xmpp.org/extensions/xep-0421.html#usecases)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "occupant-id")]
#[xml(new = "The occupant with this identifier.")]
#[non_exhaustive]
pub struct OccupantId {
    /// The identifier, which is unique within the room and says nothing outside of it.
    #[xml(attribute)]
    pub id: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}
