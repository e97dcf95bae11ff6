//! Entering a room.
//!
//! [XEP-0045, Multi-User Chat](https://xmpp.org/extensions/xep-0045.html#enter)

use alloc::string::String;

use xmpp_xml::{DateTime, Extra, Secret, Xml};

use crate::affiliations::Versions;

/// The namespace, which is also the feature of services, rooms and clients that support this.
pub const NS: &str = "http://jabber.org/protocol/muc";

/// In a presence to `room@service/nick`: enters the room, and creates it if there is none. An error repeats it.
///
/// One that is sent from within the room asks for everything that entering gives once more.
///
/// [XEP-0045 §7.2](https://xmpp.org/extensions/xep-0045.html#enter)
#[doc(alias("XEP-0045", "XEP0045", "0045"))]
#[doc(alias("http://jabber.org/protocol/muc", "x"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "x")]
#[xml(
    new = "Enters without a password, with as much history as the room likes.",
    with
)]
#[non_exhaustive]
pub struct Join {
    /// How much of what was said before is wanted. Absent: as much as the room likes.
    #[xml(child, strict)]
    pub history: Option<History>,
    /// The password of the room, in clear. Absent where none is needed.
    #[xml(child_text = "password", strict)]
    pub password: Option<Secret<String>>,
    /// Asks for the affiliations. `None` leaves them out.
    ///
    /// [XEP-0463](https://xmpp.org/extensions/xep-0463.html)
    #[xml(child)]
    pub affiliations: Option<Versions>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// How much of what was said before is wanted; the room sends no more than all limits together allow.
///
/// Many rooms take no notice of it.
///
/// [XEP-0045 §7.2.14](https://xmpp.org/extensions/xep-0045.html#enter-managehistory)
#[doc(alias("XEP-0045", "XEP0045", "0045"))]
#[doc(alias("http://jabber.org/protocol/muc"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "history")]
#[xml(new = "No limits.", with)]
#[non_exhaustive]
pub struct History {
    /// At most this many characters, those of whole stanzas counted; 0 for no history. Absent: no such limit.
    #[xml(attribute = "maxchars", strict)]
    pub max_characters: Option<u32>,
    /// At most this many messages. Absent: no such limit.
    #[xml(attribute = "maxstanzas", strict)]
    pub max_stanzas: Option<u32>,
    /// Only what came in during the last seconds, so many. Absent: no such limit.
    #[xml(attribute, strict)]
    pub seconds: Option<u32>,
    /// Only what came in since then, in UTC. Absent: no such limit.
    #[xml(attribute, strict)]
    pub since: Option<DateTime>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl History {
    /// No history at all.
    #[must_use]
    pub fn nothing() -> Self {
        Self {
            max_characters: Some(0),
            ..Self::default()
        }
    }
}
