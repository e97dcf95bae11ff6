//! Encrypted files that are shared with their keys.
//!
//! [XEP-0448, Encryption for stateless file sharing](https://xmpp.org/extensions/xep-0448.html)

use alloc::vec::Vec;

pub use xmpp_vocabulary::ciphers::Cipher;
use xmpp_vocabulary::hashes::Hash;
use xmpp_xml::{Base64, Extra, Secret, Xml};

use crate::sharing::Sources;

/// The namespace.
pub const NS: &str = "urn:xmpp:esfs:0";

/// The source of a file in encrypted form, and its key. Only useful in an encrypted stanza, or among trusted
/// parties.
///
/// Truncate the decrypted data to the [size](crate::metadata::File::size) of the file, whose hashes are those of
/// the decrypted content.
///
/// [XEP-0448 §3.1](https://xmpp.org/extensions/xep-0448.html#file-sharing)
#[doc(alias("XEP-0448", "XEP0448", "0448"))]
#[doc(alias("urn:xmpp:esfs:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "encrypted", derive(Debug, PartialEq, Eq))]
#[xml(new = "A file encrypted with this cipher and key.", parameters = [cipher, key, iv, sources], with)]
#[non_exhaustive]
pub struct Encrypted {
    /// The cipher.
    #[xml(attribute)]
    pub cipher: Cipher,
    /// The key: see [`fits`](Self::fits).
    #[xml(child_text = "key")]
    pub key: Secret<Base64>,
    /// The initialization vector.
    #[xml(child_text = "iv")]
    pub iv: Base64,
    /// The hashes of the encrypted file.
    #[xml(child, strict)]
    pub hashes: Vec<Hash>,
    /// The sources of the encrypted file.
    #[xml(child)]
    pub sources: Sources,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Encrypted {
    /// Whether key and initialization vector have the lengths that the cipher requires; `false` for an unknown cipher.
    ///
    /// [XEP-0448 §4](https://xmpp.org/extensions/xep-0448.html#ciphers)
    #[must_use]
    pub fn fits(&self) -> bool {
        self.cipher.lengths() == Some((self.key.0.0.len(), self.iv.0.len()))
    }
}
