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
#[doc(alias("XEP-0047", "XEP0047", "0047"))]
#[doc(alias("http://jabber.org/protocol/ibb"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "open")]
#[xml(new = "The bytestream `sid`, in iq stanzas, with at most so many bytes a packet.", parameters = [sid, block_size], with)]
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

/// A packet of a bytestream.
///
/// [XEP-0047 §2.2](https://xmpp.org/extensions/xep-0047.html#send)
#[doc(alias("XEP-0047", "XEP0047", "0047"))]
#[doc(alias("http://jabber.org/protocol/ibb"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "data")]
#[xml(new = "The bytes of the packet `seq` of the bytestream `sid`.", parameters = [sid, seq, data])]
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

/// Closes a bytestream.
///
/// [XEP-0047 §2.3](https://xmpp.org/extensions/xep-0047.html#close)
#[doc(alias("XEP-0047", "XEP0047", "0047"))]
#[doc(alias("http://jabber.org/protocol/ibb"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "close")]
#[xml(new = "The bytestream `sid`.")]
#[non_exhaustive]
pub struct Close {
    /// Which bytestream.
    #[xml(attribute)]
    pub sid: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
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
