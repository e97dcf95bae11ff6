//! Hashes of ZRTP Hello messages.
//!
//! [XEP-0262, Use of ZRTP in Jingle RTP Sessions](https://xmpp.org/extensions/xep-0262.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Extra, Hex, Value, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:jingle:apps:rtp:zrtp:1";

/// The hash of the Hello message of a stream. SDP: `a=zrtp-hash` (RFC 6189).
///
/// [XEP-0262 §1](https://xmpp.org/extensions/xep-0262.html#protocol)
#[doc(alias("XEP-0262", "XEP0262", "0262"))]
#[doc(alias("urn:xmpp:jingle:apps:rtp:zrtp:1"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "zrtp-hash", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct ZrtpHash {
    /// The version of ZRTP, such as `1.10`.
    #[xml(attribute)]
    pub version: String,
    /// The hash, in hexadecimal; see [`bytes`](Self::bytes).
    #[xml(text)]
    pub value: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl ZrtpHash {
    /// A hash with these bytes.
    #[must_use]
    pub fn new(version: &str, hash: Hex) -> Self {
        Self {
            version: version.into(),
            value: hash.to_text(),
            extra: Extra::new(),
        }
    }

    /// The bytes of the hash. `None` if [`value`](Self::value) is malformed.
    #[must_use]
    pub fn bytes(&self) -> Option<Vec<u8>> {
        Hex::parse(&self.value).ok().map(|bytes| bytes.0)
    }
}
