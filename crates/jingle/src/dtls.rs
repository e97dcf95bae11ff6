//! DTLS: fingerprints of certificates.
//!
//! [XEP-0320, Use of DTLS-SRTP in Jingle Sessions](https://xmpp.org/extensions/xep-0320.html)

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use xmpp_vocabulary::hashes::Algorithm;
use xmpp_xml::{Extra, Hex, OtherToken, Value, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:jingle:apps:dtls:0";

/// The fingerprint of a certificate. SDP: `a=fingerprint` and `a=setup`.
///
/// [XEP-0320 §1](https://xmpp.org/extensions/xep-0320.html#protocol)
#[doc(alias("XEP-0320", "XEP0320", "0320"))]
#[doc(alias("urn:xmpp:jingle:apps:dtls:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "fingerprint", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Fingerprint {
    /// The hash function.
    #[xml(attribute)]
    pub hash: Algorithm,
    /// Which party opens the connection. `None` if not specified.
    #[xml(attribute)]
    pub setup: Option<Setup>,
    /// The fingerprint: two hexadecimal digits for each byte, separated by colons; see [`bytes`](Self::bytes).
    #[xml(text)]
    pub value: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Fingerprint {
    /// A fingerprint with these bytes.
    #[must_use]
    pub fn new(hash: Algorithm, bytes: &[u8], setup: Setup) -> Self {
        let digits: Vec<String> = bytes.iter().map(|byte| format!("{byte:02X}")).collect();
        Self {
            hash,
            setup: Some(setup),
            value: digits.join(":"),
            extra: Extra::new(),
        }
    }

    /// The bytes of the fingerprint. `None` if [`value`](Self::value) is malformed.
    #[must_use]
    pub fn bytes(&self) -> Option<Vec<u8>> {
        let mut digits = String::with_capacity(self.value.len());
        for pair in xmpp_xml::trim(&self.value).split(':') {
            if pair.len() != 2 {
                return None;
            }
            digits.push_str(pair);
        }
        Hex::parse(&digits).ok().map(|bytes| bytes.0)
    }
}

/// Which party opens a connection ([RFC 4145 §4](https://www.rfc-editor.org/rfc/rfc4145#section-4)); case-insensitive as in
/// SDP.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[xml(ignore_case)]
#[non_exhaustive]
pub enum Setup {
    /// `active`: the sender.
    Active,
    /// `passive`: the other party.
    Passive,
    /// `actpass`: either, as the other party chooses.
    Actpass,
    /// `holdconn`: none for now; not used in Jingle.
    Holdconn,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}
