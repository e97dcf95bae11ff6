//! Joining a room.
//!
//! [XEP-0045, Multi-User Chat](https://xmpp.org/extensions/xep-0045.html#enter)

use alloc::string::String;

use xmpp_xml::{DateTime, Extra, Secret, Xml};

use crate::affiliations::Versions;

/// The namespace, which is also the feature of services, rooms and clients that support this.
pub const NS: &str = "http://jabber.org/protocol/muc";

/// In a presence to `room@service/nick`: joins the room, and creates it if it does not exist. Repeated in an error.
///
/// If sent while in the room, it requests everything that joining provides once more.
///
/// [XEP-0045 §7.2](https://xmpp.org/extensions/xep-0045.html#enter)
#[doc(alias("XEP-0045", "XEP0045", "0045"))]
#[doc(alias("http://jabber.org/protocol/muc", "x"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "x", derive(Debug, PartialEq, Eq))]
#[xml(
    new = "Joins without a password, with the room's default amount of history.",
    with
)]
#[non_exhaustive]
pub struct Join {
    /// The amount of history wanted. `None` leaves it to the room.
    #[xml(child, strict)]
    pub history: Option<History>,
    /// The password of the room, in plain text. `None` if none is required.
    #[xml(child_text = "password", strict)]
    pub password: Option<Secret<String>>,
    /// A request for the affiliations. `None` does not request them.
    ///
    /// [XEP-0463](https://xmpp.org/extensions/xep-0463.html)
    #[xml(child)]
    pub affiliations: Option<Versions>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The amount of history wanted; the room sends no more than all limits together allow.
///
/// Many rooms ignore it.
///
/// [XEP-0045 §7.2.14](https://xmpp.org/extensions/xep-0045.html#enter-managehistory)
#[doc(alias("XEP-0045", "XEP0045", "0045"))]
#[doc(alias("http://jabber.org/protocol/muc"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "history", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request without limits.", with)]
#[non_exhaustive]
pub struct History {
    /// The maximum number of characters, counting complete stanzas; 0 for no history. `None` means no such limit.
    #[xml(attribute = "maxchars", strict)]
    pub max_characters: Option<u32>,
    /// The maximum number of messages. `None` means no such limit.
    #[xml(attribute = "maxstanzas", strict)]
    pub max_stanzas: Option<u32>,
    /// Only messages from this many seconds before the request. `None` means no such limit.
    #[xml(attribute, strict)]
    pub seconds: Option<u32>,
    /// Only messages since this time, in UTC. `None` means no such limit.
    #[xml(attribute, strict)]
    pub since: Option<DateTime>,
    /// Unknown attributes and child elements, in place.
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
