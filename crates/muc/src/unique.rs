//! Requesting a unique room name.
//!
//! [XEP-0307, Unique Room Names for Multi-User Chat](https://xmpp.org/extensions/xep-0307.html)

use alloc::string::String;

use xmpp_xml::{Extra, Xml};

/// The namespace, which is also the feature of services that support this.
pub const NS: &str = "http://jabber.org/protocol/muc#unique";

/// In an iq of type `get`, and empty, a request for a name; the result has it. This does not create the room.
///
/// [XEP-0307 §2](https://xmpp.org/extensions/xep-0307.html#proto)
#[doc(alias("XEP-0307", "XEP0307", "0307"))]
#[doc(alias("http://jabber.org/protocol/muc#unique", "unique"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "unique", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request for a name.", with)]
#[non_exhaustive]
pub struct RoomName {
    /// The localpart for the JID of the room, possibly surrounded by white space, which
    /// [`localpart`](Self::localpart) removes. `None` in a request.
    #[xml(text)]
    pub text: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl RoomName {
    /// A result with this name.
    #[must_use]
    pub fn give(localpart: &str) -> Self {
        Self {
            text: Some(String::from(localpart)),
            extra: Extra::new(),
        }
    }

    /// The localpart for the JID of the room. `None` in a request.
    #[must_use]
    pub fn localpart(&self) -> Option<&str> {
        self.text
            .as_deref()
            .map(str::trim)
            .filter(|name| !name.is_empty())
    }
}
