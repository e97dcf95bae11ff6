//! The certificate that a party will show when DTLS begins.
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
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "fingerprint")]
#[non_exhaustive]
pub struct Fingerprint {
    /// The function that made it.
    #[xml(attribute)]
    pub hash: Algorithm,
    /// Who opens the connection; absent where that is not told.
    #[xml(attribute)]
    pub setup: Option<Setup>,
    /// The fingerprint: two hexadecimal digits for each byte, with colons between; see [`bytes`](Self::bytes).
    #[xml(text)]
    pub value: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Fingerprint {
    /// The fingerprint that has these bytes.
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

    /// The bytes of the fingerprint; `None` if [`value`](Self::value) is not in its form.
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

/// Who opens a connection ([RFC 4145 §4](https://www.rfc-editor.org/rfc/rfc4145#section-4)); as in SDP, case does not
/// matter.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[xml(ignore_case)]
#[non_exhaustive]
pub enum Setup {
    /// `active`: the sender does.
    Active,
    /// `passive`: the other party does.
    Passive,
    /// `actpass`: either, as the other party likes.
    Actpass,
    /// `holdconn`: nobody, for now; not used in Jingle.
    Holdconn,
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}
