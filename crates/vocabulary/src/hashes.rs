//! Hashes, with the function that they are made by.
//!
//! [XEP-0300, Use of Cryptographic Hash Functions in XMPP](https://xmpp.org/extensions/xep-0300.html)

use xmpp_xml::{Base64, Extra, OtherToken, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:hashes:2";

/// A hash of something that the element around it says.
///
/// [XEP-0300 §3](https://xmpp.org/extensions/xep-0300.html#format)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "hash")]
#[xml(new = "This hash, made by that function.", parameters = [algorithm, value])]
#[non_exhaustive]
pub struct Hash {
    /// The function that made it.
    #[xml(attribute = "algo")]
    pub algorithm: Algorithm,
    /// The hash. `None` where an element without one only announces the function, as older software does instead of
    /// sending a [`HashUsed`].
    #[xml(text)]
    pub value: Option<Base64>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Which function will be used, where the hash is not known yet.
///
/// [XEP-0300 §3](https://xmpp.org/extensions/xep-0300.html#format)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "hash-used")]
#[xml(new = "This function will be used.")]
#[non_exhaustive]
pub struct HashUsed {
    /// The function.
    #[xml(attribute = "algo")]
    pub algorithm: Algorithm,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A hash function, by its name in the registry of [textual names] or in XEP-0300. As in SDP (RFC 8122), case does not
/// matter: `SHA-256` is `sha-256`.
///
/// Which of them are still good says [XEP-0414](https://xmpp.org/extensions/xep-0414.html).
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
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}
