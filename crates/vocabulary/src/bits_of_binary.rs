//! Bits of Binary: small data that other elements refer to, such as an image in a form or the preview of a file.
//!
//! [XEP-0231, Bits of Binary](https://xmpp.org/extensions/xep-0231.html)

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use core::fmt::{self, Write};

use xmpp_xml::{Base64, Extra, Hex, InvalidValue, Value, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:bob";

/// Data, or a request for it.
///
/// [XEP-0231 §2.5](https://xmpp.org/extensions/xep-0231.html#format)
#[doc(alias("XEP-0231", "XEP0231", "0231"))]
#[doc(alias("urn:xmpp:bob"))]
#[derive(Clone, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "data", parameters = [id, kind, content])]
#[xml(new = "Data of a media type, to be referred to by `id`.")]
#[non_exhaustive]
pub struct Data {
    /// The identifier of the data.
    #[xml(attribute = "cid")]
    pub id: ContentId,
    /// How long the data may be cached, in seconds; 0 means not at all. `None` means until the program ends. Therefore an
    /// invalid value is always an error.
    #[xml(attribute = "max-age", strict)]
    pub max_age: Option<u64>,
    /// The media type, with its parameters (RFC 2045). `None` in a request.
    #[xml(attribute = "type")]
    pub kind: Option<String>,
    /// The data, which should not exceed 8 KiB. `None` in a request, so invalid base64 is always an error.
    #[xml(text, strict)]
    pub content: Option<Base64>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Data {
    /// Asks for the data that `id` refers to.
    #[must_use]
    pub fn request(id: ContentId) -> Self {
        Self {
            id,
            max_age: None,
            kind: None,
            content: None,
            extra: Extra::new(),
        }
    }
}

/// The identifier of data: a Content-ID, which becomes a URI with `cid:` in front (RFC 2392).
///
/// It should be generated from a hash of the data, and contain it:
///
/// ```
/// use xmpp_vocabulary::bits_of_binary::ContentId;
/// use xmpp_xml::Hex;
///
/// let id = ContentId::new("sha1+0a2f@bob.xmpp.org");
/// assert_eq!(id, ContentId::of_hash("sha1", &Hex(vec![10, 47])));
/// assert_eq!(id.hash(), Some(("sha1", Hex(vec![10, 47]))));
/// ```
///
/// Any text is accepted and kept unchanged.
///
/// [XEP-0231 §2.5](https://xmpp.org/extensions/xep-0231.html#format)
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ContentId(Box<str>);

impl ContentId {
    /// The domain of identifiers that are generated from a hash.
    pub const DOMAIN: &str = "bob.xmpp.org";

    /// The identifier with this text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(Box::from(text))
    }

    /// The identifier of the data with this hash. `algorithm` is a textual name as in
    /// [`hashes::Algorithm`](crate::hashes::Algorithm), except that SHA-1 is `sha1`.
    #[must_use]
    pub fn of_hash(algorithm: &str, hash: &Hex) -> Self {
        Self(format!("{algorithm}+{hash}@{}", Self::DOMAIN).into_boxed_str())
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name of the hash function and the hash, if the identifier contains one. Whether the data has that hash is not
    /// verified.
    #[must_use]
    pub fn hash(&self) -> Option<(&str, Hex)> {
        let (hash, domain) = self.0.rsplit_once('@')?;
        let (algorithm, digits) = hash.split_once('+')?;
        let is_hash = domain == Self::DOMAIN && !algorithm.is_empty() && !digits.is_empty();
        is_hash.then_some((algorithm, Hex::parse(digits).ok()?))
    }
}

impl Value for ContentId {
    const EXPECTED: &'static str = "a Content-ID";

    fn parse(text: &str) -> Result<Self, InvalidValue> {
        Ok(Self::new(text))
    }

    fn write(&self, out: &mut dyn Write) -> fmt::Result {
        out.write_str(&self.0)
    }

    fn is_canonical(&self, _: &str) -> bool {
        true
    }
}

xmpp_xml::text_traits!(ContentId);
