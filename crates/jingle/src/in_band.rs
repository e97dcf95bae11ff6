//! In-band bytestreams as a Jingle transport.
//!
//! [XEP-0261, Jingle In-Band Bytestreams Transport Method](https://xmpp.org/extensions/xep-0261.html)

use alloc::string::String;

use xmpp_xml::{Extra, Xml};

use crate::ibb::Stanza;

/// The namespace.
pub const NS: &str = "urn:xmpp:jingle:transports:ibb:1";

/// The parameters of a bytestream, before it is [opened](crate::ibb::Open).
///
/// [XEP-0261 §2.2](https://xmpp.org/extensions/xep-0261.html#protocol-start)
#[doc(alias("XEP-0261", "XEP0261", "0261"))]
#[doc(alias("urn:xmpp:jingle:transports:ibb:1"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "transport", derive(Debug, PartialEq, Eq))]
#[xml(new = "The bytestream `sid`, in iq stanzas, with at most this many bytes per packet.", parameters = [sid, block_size], with)]
#[non_exhaustive]
pub struct Transport {
    /// The maximum size of a packet in bytes, before base64 encoding. Required; a transport with `None` can be taken to
    /// accept the offered size.
    #[xml(attribute = "block-size", strict)]
    pub block_size: Option<u16>,
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
