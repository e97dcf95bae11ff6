//! Names of ciphers, for encrypted files and encrypted Jingle transports.
//!
//! [XEP-0448, Encryption for stateless file sharing](https://xmpp.org/extensions/xep-0448.html),
//! [XEP-0391, Jingle Encrypted Transports](https://xmpp.org/extensions/xep-0391.html)

use xmpp_xml::{OtherToken, Xml};

/// A cipher, by its namespace.
///
/// [XEP-0448 §4](https://xmpp.org/extensions/xep-0448.html#ciphers)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Cipher {
    /// AES-128 in GCM, without padding.
    #[xml(token = "urn:xmpp:ciphers:aes-128-gcm-nopadding:0")]
    Aes128Gcm,
    /// AES-256 in GCM, without padding.
    #[xml(token = "urn:xmpp:ciphers:aes-256-gcm-nopadding:0")]
    Aes256Gcm,
    /// AES-256 in CBC, padded as in PKCS #7.
    #[xml(token = "urn:xmpp:ciphers:aes-256-cbc-pkcs7:0")]
    Aes256Cbc,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

impl Cipher {
    /// The lengths of key and initialization vector in bytes. `None` for [`Other`](Self::Other).
    #[must_use]
    pub const fn lengths(&self) -> Option<(usize, usize)> {
        match self {
            Self::Aes128Gcm => Some((16, 12)),
            Self::Aes256Gcm => Some((32, 12)),
            Self::Aes256Cbc => Some((32, 16)),
            Self::Other(_) => None,
        }
    }
}
