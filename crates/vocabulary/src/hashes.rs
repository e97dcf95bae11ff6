//! Hashes, together with their hash function.
//!
//! [XEP-0300, Use of Cryptographic Hash Functions in XMPP](https://xmpp.org/extensions/xep-0300.html)

use xmpp_xml::{Base64, Extra, OtherToken, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:hashes:2";

/// A hash; what was hashed depends on the element around it.
///
/// [XEP-0300 §3](https://xmpp.org/extensions/xep-0300.html#format)
#[doc(alias("XEP-0300", "XEP0300", "0300"))]
#[doc(alias("urn:xmpp:hashes:2"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "hash", derive(Debug, PartialEq, Eq))]
#[xml(new = "A hash that was computed with this function.", parameters = [algorithm, value])]
#[non_exhaustive]
pub struct Hash {
    /// The hash function.
    #[xml(attribute = "algo")]
    pub algorithm: Algorithm,
    /// The hash. `None` if the element only announces the function, as older software does instead of
    /// sending a [`HashUsed`].
    #[xml(text)]
    pub value: Option<Base64>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Announces a hash function whose hash is not yet known.
///
/// [XEP-0300 §3](https://xmpp.org/extensions/xep-0300.html#format)
#[doc(alias("XEP-0300", "XEP0300", "0300"))]
#[doc(alias("urn:xmpp:hashes:2"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "hash-used", derive(Debug, PartialEq, Eq))]
#[xml(new = "Announces this function.")]
#[non_exhaustive]
pub struct HashUsed {
    /// The function.
    #[xml(attribute = "algo")]
    pub algorithm: Algorithm,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Hash {
    /// The bytes of the hash, if it has the [length of the function](Algorithm::digest_len), or any length if that is
    /// unknown. `None` if there are none, too few or too many: such a hash proves nothing, even if it is a prefix of the
    /// expected one.
    ///
    /// ```
    /// use xmpp_vocabulary::hashes::{Algorithm, Hash};
    /// use xmpp_xml::Base64;
    ///
    /// assert!(Hash::new(Algorithm::Sha256, Base64(vec![7; 32])).digest().is_some());
    /// assert!(Hash::new(Algorithm::Sha256, Base64(vec![7])).digest().is_none());
    /// ```
    #[must_use]
    pub fn digest(&self) -> Option<&[u8]> {
        let Base64(bytes) = self.value.as_ref()?;
        let is_whole = match self.algorithm.digest_len() {
            Some(len) => bytes.len() == len,
            None => !bytes.is_empty(),
        };
        is_whole.then_some(bytes)
    }
}

/// A hash function, by its registered [textual name][textual names] or its name in XEP-0300. Case-insensitive, as in SDP
/// (RFC 8122): `SHA-256` is `sha-256`.
///
/// See [XEP-0414](https://xmpp.org/extensions/xep-0414.html) for which of them are still recommended.
///
/// [textual names]: https://www.iana.org/assignments/hash-function-text-names/
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[xml(ignore_case)]
#[non_exhaustive]
pub enum Algorithm {
    /// `md2`, broken.
    Md2,
    /// `md5`, broken.
    Md5,
    /// `sha-1`, broken.
    #[xml(token = "sha-1")]
    Sha1,
    /// `sha-224`
    #[xml(token = "sha-224")]
    Sha224,
    /// `sha-256`
    #[xml(token = "sha-256")]
    Sha256,
    /// `sha-384`
    #[xml(token = "sha-384")]
    Sha384,
    /// `sha-512`
    #[xml(token = "sha-512")]
    Sha512,
    /// `shake128`
    #[xml(token = "shake128")]
    Shake128,
    /// `shake256`
    #[xml(token = "shake256")]
    Shake256,
    /// `sha3-224`
    #[xml(token = "sha3-224")]
    Sha3_224,
    /// `sha3-256`
    #[xml(token = "sha3-256")]
    Sha3_256,
    /// `sha3-384`
    #[xml(token = "sha3-384")]
    Sha3_384,
    /// `sha3-512`
    #[xml(token = "sha3-512")]
    Sha3_512,
    /// `blake2b-256`
    #[xml(token = "blake2b-256")]
    Blake2b256,
    /// `blake2b-512`
    #[xml(token = "blake2b-512")]
    Blake2b512,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

impl Algorithm {
    /// The length of its hashes in bytes. `None` for SHAKE, whose length is variable, and for [`Other`](Self::Other).
    #[must_use]
    pub const fn digest_len(&self) -> Option<usize> {
        match self {
            Self::Md2 | Self::Md5 => Some(16),
            Self::Sha1 => Some(20),
            Self::Sha224 | Self::Sha3_224 => Some(28),
            Self::Sha256 | Self::Sha3_256 | Self::Blake2b256 => Some(32),
            Self::Sha384 | Self::Sha3_384 => Some(48),
            Self::Sha512 | Self::Sha3_512 | Self::Blake2b512 => Some(64),
            Self::Shake128 | Self::Shake256 | Self::Other(_) => None,
        }
    }
}
