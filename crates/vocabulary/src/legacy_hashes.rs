//! Hashes in the format before 2017, which did not specify the encoding of the bytes.
//!
//! [XEP-0300, Use of Cryptographic Hash Functions in XMPP](https://xmpp.org/extensions/xep-0300.html), version 0.4

use alloc::string::String;

use xmpp_xml::{Base64, Extra, Hex, Value, Xml};

use crate::hashes;
use crate::hashes::Algorithm;

/// The namespace.
pub const NS: &str = "urn:xmpp:hashes:1";

/// A hash in hexadecimal or base64; what was hashed depends on the element around it.
///
/// [XEP-0300](https://xmpp.org/extensions/xep-0300.html)
#[doc(alias("XEP-0300", "XEP0300", "0300"))]
#[doc(alias("urn:xmpp:hashes:1"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "hash", derive(Debug, PartialEq, Eq))]
#[xml(new = "Announces this function; the hash follows later.", with)]
#[non_exhaustive]
pub struct Hash {
    /// The hash function.
    #[xml(attribute = "algo")]
    pub algorithm: Algorithm,
    /// The hash in its original spelling: [`to_hash`](Self::to_hash) decodes it. `None` if the element only
    /// announces the function.
    #[xml(text)]
    pub text: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Hash {
    /// The hash in the current format, decoded from hexadecimal or base64, whichever results in the length of the
    /// function. `None` if neither does, and if the [length](Algorithm::digest_len) is unknown.
    ///
    /// ```
    /// use xmpp_vocabulary::hashes::Algorithm;
    /// use xmpp_vocabulary::legacy_hashes::Hash;
    ///
    /// let hash = Hash::new(Algorithm::Md5).with_text("552da749930852c69ae5d2141d3766b1");
    /// assert_eq!(hash.to_hash().unwrap().digest().unwrap()[0], 0x55);
    /// assert_eq!(Hash::new(Algorithm::Sha1).with_text("552da749").to_hash(), None);
    /// ```
    #[must_use]
    pub fn to_hash(&self) -> Option<hashes::Hash> {
        let text = self.text.as_deref()?;
        let len = self.algorithm.digest_len()?;
        let hexadecimal = Hex::parse(text).ok().map(|Hex(bytes)| bytes);
        let base64 = || Base64::parse(text).ok().map(|Base64(bytes)| bytes);
        let is_whole = |bytes: &alloc::vec::Vec<u8>| bytes.len() == len;
        let bytes = hexadecimal
            .filter(is_whole)
            .or_else(|| base64().filter(is_whole))?;
        Some(hashes::Hash::new(self.algorithm.clone(), Base64(bytes)))
    }
}
