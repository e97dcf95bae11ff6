//! Bytes in stanzas.
//!
//! [XEP-0047, In-Band Bytestreams](https://xmpp.org/extensions/xep-0047.html)

use alloc::string::String;

use xmpp_xml::{Base64, Extra, OtherToken, Xml};

/// The namespace.
pub const NS: &str = "http://jabber.org/protocol/ibb";

/// Asks to open a bytestream.
///
/// [XEP-0047 §2.1](https://xmpp.org/extensions/xep-0047.html#create)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "open")]
#[non_exhaustive]
pub struct Open {
    /// How many bytes a packet may have at most, before they are encoded.
    #[xml(attribute = "block-size")]
    pub block_size: u16,
    /// Which bytestream.
    #[xml(attribute)]
    pub sid: String,
    /// What the packets travel in; absent for iq.
    #[xml(attribute, default)]
    pub stanza: Stanza,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Open {
    /// The bytestream `sid`, in iq stanzas, with at most so many bytes a packet.
    #[must_use]
    pub fn new(sid: &str, block_size: u16) -> Self {
        Self {
            block_size,
            sid: sid.into(),
            stanza: Stanza::Iq,
            extra: Extra::new(),
        }
    }
}

/// A packet of a bytestream.
///
/// [XEP-0047 §2.2](https://xmpp.org/extensions/xep-0047.html#send)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "data")]
#[non_exhaustive]
pub struct Data {
    /// The place among the packets that go the same way, from 0; after 65535 comes 0 again.
    #[xml(attribute)]
    pub seq: u16,
    /// Which bytestream.
    #[xml(attribute)]
    pub sid: String,
    /// The bytes.
    #[xml(text)]
    pub data: Base64,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Data {
    /// The bytes of the packet `seq` of the bytestream `sid`.
    #[must_use]
    pub fn new(sid: &str, seq: u16, data: Base64) -> Self {
        Self {
            seq,
            sid: sid.into(),
            data,
            extra: Extra::new(),
        }
    }
}

/// Closes a bytestream.
///
/// [XEP-0047 §2.3](https://xmpp.org/extensions/xep-0047.html#close)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "close")]
#[non_exhaustive]
pub struct Close {
    /// Which bytestream.
    #[xml(attribute)]
    pub sid: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Close {
    /// The bytestream `sid`.
    #[must_use]
    pub fn new(sid: &str) -> Self {
        Self {
            sid: sid.into(),
            extra: Extra::new(),
        }
    }
}

/// What packets travel in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Stanza {
    /// `iq`: each packet is confirmed.
    #[default]
    Iq,
    /// `message`
    Message,
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}
