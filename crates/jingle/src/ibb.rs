//! In-band bytestreams: bytes in stanzas.
//!
//! [XEP-0047, In-Band Bytestreams](https://xmpp.org/extensions/xep-0047.html)

use alloc::string::String;

use xmpp_xml::{Base64, Extra, OtherToken, Xml};

/// The namespace.
pub const NS: &str = "http://jabber.org/protocol/ibb";

/// Requests to open a bytestream.
///
/// [XEP-0047 §2.1](https://xmpp.org/extensions/xep-0047.html#create)
#[doc(alias("XEP-0047", "XEP0047", "0047"))]
#[doc(alias("http://jabber.org/protocol/ibb"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "open", derive(Debug, PartialEq, Eq))]
#[xml(new = "The bytestream `sid`, in iq stanzas, with at most this many bytes per packet.", parameters = [sid, block_size], with)]
#[non_exhaustive]
pub struct Open {
    /// The maximum size of a packet in bytes, before base64 encoding.
    #[xml(attribute = "block-size")]
    pub block_size: u16,
    /// The session identifier of the bytestream.
    #[xml(attribute)]
    pub sid: String,
    /// The stanza that carries the packets. Defaults to iq.
    #[xml(attribute, default)]
    pub stanza: Stanza,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A packet of a bytestream.
///
/// [XEP-0047 §2.2](https://xmpp.org/extensions/xep-0047.html#send)
#[doc(alias("XEP-0047", "XEP0047", "0047"))]
#[doc(alias("http://jabber.org/protocol/ibb"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "data", derive(Debug, PartialEq, Eq))]
#[xml(new = "The bytes of the packet `seq` of the bytestream `sid`.", parameters = [sid, seq, data])]
#[non_exhaustive]
pub struct Data {
    /// The sequence number among the packets in the same direction, from 0; 65535 wraps around to 0.
    #[xml(attribute)]
    pub seq: u16,
    /// The session identifier of the bytestream.
    #[xml(attribute)]
    pub sid: String,
    /// The bytes.
    #[xml(text)]
    pub data: Base64,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Closes a bytestream.
///
/// [XEP-0047 §2.3](https://xmpp.org/extensions/xep-0047.html#close)
#[doc(alias("XEP-0047", "XEP0047", "0047"))]
#[doc(alias("http://jabber.org/protocol/ibb"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "close", derive(Debug, PartialEq, Eq))]
#[xml(new = "The bytestream `sid`.")]
#[non_exhaustive]
pub struct Close {
    /// The session identifier of the bytestream.
    #[xml(attribute)]
    pub sid: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The stanza that carries the packets.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Stanza {
    /// `iq`: each packet is acknowledged.
    #[default]
    Iq,
    /// `message`
    Message,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}
