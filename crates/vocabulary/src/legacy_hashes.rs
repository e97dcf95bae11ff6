//! Hashes as they were sent until 2017, when nothing said how their bytes are written as text.
//!
//! [XEP-0300, Use of Cryptographic Hash Functions in XMPP](https://xmpp.org/extensions/xep-0300.html), version 0.4

use alloc::string::String;

use xmpp_xml::{Base64, Extra, Hex, Value, Xml};

use crate::hashes;
use crate::hashes::Algorithm;

/// The namespace.
pub const NS: &str = "urn:xmpp:hashes:1";

/// A hash of something that the element around it says, in hexadecimal digits or in base64.
///
/// [XEP-0300](https://xmpp.org/extensions/xep-0300.html)
#[doc(alias("XEP-0300", "XEP0300", "0300"))]
#[doc(alias("urn:xmpp:hashes:1"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "hash")]
#[xml(new = "The hash that `algorithm` makes, which is to follow.", with)]
#[non_exhaustive]
pub struct Hash {
    /// The function that made it.
    #[xml(attribute = "algo")]
    pub algorithm: Algorithm,
    /// The hash as it was written: [`to_hash`](Self::to_hash) makes bytes of it. `None` where an element without one only
    /// announces the function.
    #[xml(text)]
    pub text: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Hash {
    /// The hash as one of today: read as hexadecimal digits or as base64, whichever gives as many bytes as the function
    /// makes. `None` where neither does, and where the [length](Algorithm::digest_len) of the function's hashes is not known.
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
