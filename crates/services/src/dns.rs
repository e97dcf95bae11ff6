//! DNS queries and responses.
//!
//! ```
//! use xmpp_services::dns::Dns;
//!
//! let query = Dns::new(vec![0xbc, 0xe2, 0x01, 0x20].into());
//! assert_eq!(xmpp_xml::to_string(&query)?, "<dns xmlns='urn:xmpp:dox:0'>vOIBIA</dns>");
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
//!
//! [XEP-0418, DNS Queries over XMPP](https://xmpp.org/extensions/xep-0418.html)

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use xmpp_xml::{Base64, Extra, InvalidValue, Value, Xml};

/// The namespace, which is also the feature of resolvers.
pub const NS: &str = "urn:xmpp:dox:0";

/// A DNS query, in an iq of type `get`, or the response, in the result.
///
/// The requesting entity chooses the message identifier; discard a response with another one.
///
/// [XEP-0418 §3](https://xmpp.org/extensions/xep-0418.html#protocol)
#[doc(alias("XEP-0418", "XEP0418", "0418"))]
#[doc(alias("urn:xmpp:dox:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "dns", derive(Debug, PartialEq, Eq))]
#[xml(new = "A query or response with this DNS message.")]
#[non_exhaustive]
pub struct Dns {
    /// The DNS message (RFC 1035 §4).
    #[xml(text)]
    pub message: Message,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A DNS message in wire format (RFC 1035 §4), written as base64 without padding. Padding is accepted when reading.
///
/// [XEP-0418 §3](https://xmpp.org/extensions/xep-0418.html#protocol)
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[expect(clippy::exhaustive_structs, reason = "bytes are all there can be")]
pub struct Message(pub Vec<u8>);

impl From<Vec<u8>> for Message {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl Value for Message {
    const EXPECTED: &'static str = "base64 without padding";
    const EXAMPLES: &'static [&'static str] = &["", "AQID", "AQ", "AQ=="];

    fn parse(text: &str) -> Result<Self, InvalidValue> {
        Base64::parse(text).map(|Base64(bytes)| Self(bytes))
    }

    fn write(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        // Whole groups of three bytes have no padding; what is left is one group at most.
        let whole = self.0.len() / 3 * 3;
        let (groups, rest) = self.0.split_at(whole);
        Base64(groups.to_vec()).write(out)?;
        let mut last = String::new();
        Base64(rest.to_vec()).write(&mut last)?;
        out.write_str(last.trim_end_matches('='))
    }
}

xmpp_xml::text_traits!(Message);
