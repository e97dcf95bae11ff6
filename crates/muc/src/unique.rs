//! Asking for a name that no room has.
//!
//! [XEP-0307, Unique Room Names for Multi-User Chat](https://xmpp.org/extensions/xep-0307.html)

use alloc::string::String;

use xmpp_xml::{Extra, Xml};

/// The namespace, which is also the feature of services that support this.
pub const NS: &str = "http://jabber.org/protocol/muc#unique";

/// In an iq of type `get`, and then empty, asks for a name; the answer has it. The room is not created by this.
///
/// [XEP-0307 §2](https://xmpp.org/extensions/xep-0307.html#proto)
#[doc(alias("XEP-0307", "XEP0307", "0307"))]
#[doc(alias("http://jabber.org/protocol/muc#unique", "unique"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "unique")]
#[xml(new = "Asks for a name.", with)]
#[non_exhaustive]
pub struct RoomName {
    /// The localpart of the address that the room can have, perhaps with white space around it, which
    /// [`localpart`](Self::localpart) leaves out. Absent in a request.
    #[xml(text)]
    pub text: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl RoomName {
    /// Gives a name.
    #[must_use]
    pub fn give(localpart: &str) -> Self {
        Self {
            text: Some(String::from(localpart)),
            extra: Extra::new(),
        }
    }

    /// The localpart of the address that the room can have. Absent in a request.
    #[must_use]
    pub fn localpart(&self) -> Option<&str> {
        self.text
            .as_deref()
            .map(str::trim)
            .filter(|name| !name.is_empty())
    }
}
