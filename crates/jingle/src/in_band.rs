//! The stream itself, as a transport of Jingle.
//!
//! [XEP-0261, Jingle In-Band Bytestreams Transport Method](https://xmpp.org/extensions/xep-0261.html)

use alloc::string::String;

use xmpp_xml::{Extra, Xml};

use crate::ibb::Stanza;

/// The namespace.
pub const NS: &str = "urn:xmpp:jingle:transports:ibb:1";

/// What is known of a bytestream before it is [opened](crate::ibb::Open).
///
/// [XEP-0261 §2.2](https://xmpp.org/extensions/xep-0261.html#protocol-start)
#[doc(alias("XEP-0261", "XEP0261", "0261"))]
#[doc(alias("urn:xmpp:jingle:transports:ibb:1"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "transport")]
#[xml(new = "The bytestream `sid`, in iq stanzas, with at most so many bytes a packet.", parameters = [sid, block_size], with)]
#[non_exhaustive]
pub struct Transport {
    /// How many bytes a packet may have at most, before they are encoded. There must be one; absent in a transport that
    /// breaks this rule, which can be taken to leave the size as it was offered.
    #[xml(attribute = "block-size", strict)]
    pub block_size: Option<u16>,
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
