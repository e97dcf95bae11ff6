//! Extensions of RTP headers.
//!
//! [XEP-0294, Jingle RTP Header Extensions Negotiation](https://xmpp.org/extensions/xep-0294.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Extra, Xml};

use super::Parameter;
use crate::session::Senders;

/// The namespace.
pub const NS: &str = "urn:xmpp:jingle:apps:rtp:rtp-hdrext:0";

/// A header extension. SDP: `a=extmap` (RFC 8285).
///
/// [XEP-0294 §3](https://xmpp.org/extensions/xep-0294.html#element)
#[doc(alias("XEP-0294", "XEP0294", "0294"))]
#[doc(alias("urn:xmpp:jingle:apps:rtp:rtp-hdrext:0", "rtp-hdrext"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "rtp-hdrext", derive(Debug, PartialEq, Eq))]
#[xml(
    new = "An extension with this identifier, usable by both parties.",
    with
)]
#[non_exhaustive]
pub struct HeaderExtension {
    /// Its number in the headers: 1 to 256. Numbers from 4096 to 4351 are placeholders for one to be agreed on.
    #[xml(attribute)]
    pub id: u16,
    /// The URI of the extension.
    #[xml(attribute)]
    pub uri: String,
    /// Who may send it. Defaults to both.
    #[xml(attribute, default)]
    pub senders: Senders,
    /// Further parameters.
    #[xml(child)]
    pub parameters: Vec<Parameter>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// One-byte and two-byte header extensions may be mixed in one stream. SDP: `a=extmap-allow-mixed` (RFC 8285).
///
/// It belongs in a description, where it is [a flag](super::Description::allows_mixed_headers). As SDP also allows it for
/// the whole session, it is read in a content and beside the contents, too.
///
/// [XEP-0294 §3](https://xmpp.org/extensions/xep-0294.html#element)
#[doc(alias("XEP-0294", "XEP0294", "0294"))]
#[doc(alias("urn:xmpp:jingle:apps:rtp:rtp-hdrext:0", "extmap-allow-mixed"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "extmap-allow-mixed", derive(Debug, PartialEq, Eq))]
#[xml(new = "Allows mixing them.")]
#[non_exhaustive]
pub struct AllowMixed {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
