//! File metadata.
//!
//! [XEP-0446, File metadata element](https://xmpp.org/extensions/xep-0446.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_vocabulary::file_names;
use xmpp_vocabulary::hashes::{Algorithm, Hash};
use xmpp_vocabulary::thumbnails::Thumbnail;
use xmpp_xml::{DateTime, Extra, LanguageTag, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:file:metadata:0";

/// The metadata of a file, as claimed by the sender. None of it is certain before the file has been downloaded.
///
/// [XEP-0446 §2](https://xmpp.org/extensions/xep-0446.html#format)
#[doc(alias("XEP-0446", "XEP0446", "0446"))]
#[doc(alias("urn:xmpp:file:metadata:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "file", derive(Debug, PartialEq, Eq))]
#[xml(new = "A file without metadata.", with)]
#[non_exhaustive]
pub struct File {
    /// The media type. `None` means `application/octet-stream`.
    #[xml(child_text = "media-type")]
    pub media_type: Option<String>,
    /// The file name, which may contain a path or worse: use [`safe_name`](Self::safe_name) for a file system. `None` if
    /// there is none.
    #[xml(child_text = "name")]
    pub name: Option<String>,
    /// The time of the last modification. `None` if not specified.
    #[xml(child_text = "date")]
    pub date: Option<DateTime>,
    /// The size in bytes. `None` if not specified. Only a hint of how much memory or space is needed.
    #[xml(child_text = "size", strict)]
    pub size: Option<u64>,
    /// The width of an image or video in pixels. `None` if not specified. The image may turn out to be larger.
    #[xml(child_text = "width")]
    pub width: Option<u32>,
    /// The height of an image or video in pixels; see [`width`](Self::width).
    #[xml(child_text = "height")]
    pub height: Option<u32>,
    /// Width and height in a single text, as in the first version of the specification: see [`size_in_pixels`].
    ///
    /// [`size_in_pixels`]: Self::size_in_pixels
    #[xml(child_text = "dimensions")]
    pub dimensions: Option<String>,
    /// The duration of audio or video, in milliseconds. `None` if not specified.
    #[xml(child_text = "length")]
    pub length: Option<u64>,
    /// The hashes of the content. [`Hash::digest`] checks that a hash is complete.
    #[xml(child, strict)]
    pub hashes: Vec<Hash>,
    /// Descriptions, one for each language.
    #[xml(child)]
    pub descs: Vec<Desc>,
    /// Thumbnails of the file.
    #[xml(child)]
    pub thumbnails: Vec<Thumbnail>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl File {
    /// The file name, made [safe](file_names::safe) for a file system. `None` if there is no name, or an empty one.
    ///
    /// ```
    /// use xmpp_files::metadata::File;
    ///
    /// let file = File::new().with_name("../../.ssh/authorized_keys");
    /// assert_eq!(file.safe_name().unwrap(), "..%2F..%2F.ssh%2Fauthorized_keys");
    /// ```
    ///
    /// [XEP-0446 §3](https://xmpp.org/extensions/xep-0446.html#security)
    #[must_use]
    pub fn safe_name(&self) -> Option<String> {
        file_names::safe(self.name.as_deref()?)
    }

    /// Width and height of an image or video in pixels, from their own elements or that of the first version. `None` unless
    /// both are specified.
    #[must_use]
    pub fn size_in_pixels(&self) -> Option<(u32, u32)> {
        if let (Some(width), Some(height)) = (self.width, self.height) {
            return Some((width, height));
        }
        let (width, height) = self.dimensions.as_deref()?.split_once('x')?;
        let number = |text: &str| text.trim_ascii().parse().ok();
        Some((number(width)?, number(height)?))
    }

    /// Whether there is a complete hash with a function that the recipient supports. If not, ignore sources that others than
    /// the sender have attached, and sources with an insecure protocol.
    ///
    /// [XEP-0447 §6](https://xmpp.org/extensions/xep-0447.html#security)
    #[must_use]
    pub fn is_verifiable(&self, supports: impl Fn(&Algorithm) -> bool) -> bool {
        self.hashes
            .iter()
            .any(|hash| supports(&hash.algorithm) && hash.digest().is_some())
    }

    /// The description without a language, or else the first.
    #[must_use]
    pub fn desc(&self) -> Option<&str> {
        let plain = self.descs.iter().find(|desc| desc.lang.is_none());
        let desc = plain.or_else(|| self.descs.first())?;
        Some(&desc.text)
    }
}

/// A description of a file, in one language.
///
/// [XEP-0446 §2](https://xmpp.org/extensions/xep-0446.html#format)
#[doc(alias("XEP-0446", "XEP0446", "0446"))]
#[doc(alias("urn:xmpp:file:metadata:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "desc", derive(Debug, PartialEq, Eq))]
#[xml(new = "A description in the language of the stanza.", with)]
#[non_exhaustive]
pub struct Desc {
    /// The language. `None` means that of the stanza.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The text.
    #[xml(text)]
    pub text: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
