//! File transfer.
//!
//! [XEP-0234, Jingle File Transfer](https://xmpp.org/extensions/xep-0234.html)

pub mod errors;

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_vocabulary::hashes::{Hash, HashUsed};
use xmpp_vocabulary::thumbnails::Thumbnail;
use xmpp_vocabulary::{file_names, legacy_hashes};
use xmpp_xml::{DateTime, Extra, LanguageTag, RawElement, Xml};

use crate::session::Creator;

/// The namespace.
pub const NS: &str = "urn:xmpp:jingle:apps:file-transfer:5";

/// The namespace of [`Version::Four`], which has [legacy hashes](legacy_hashes).
pub const NS_4: &str = "urn:xmpp:jingle:apps:file-transfer:4";

/// The version of the protocol, determined by the namespace. An answer uses that of the offer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Version {
    /// The current version, since 2017.
    #[default]
    #[xml(token = "urn:xmpp:jingle:apps:file-transfer:5")]
    Five,
    /// The version of 2014 to 2017.
    #[xml(token = "urn:xmpp:jingle:apps:file-transfer:4")]
    Four,
}

/// File transfer as the content of a session.
///
/// The file is offered if [`Content::senders`](crate::session::Content::senders) names the party that adds the content, and
/// requested if it names the other.
///
/// [XEP-0234 §5](https://xmpp.org/extensions/xep-0234.html)
#[doc(alias("XEP-0234", "XEP0234", "0234"))]
#[doc(alias("urn:xmpp:jingle:apps:file-transfer:5"))]
#[doc(alias("urn:xmpp:jingle:apps:file-transfer:4"))]
#[derive(Clone, Default, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(name = "description", new = "A description without a file.", with)]
#[non_exhaustive]
pub struct Description {
    /// The version of the protocol.
    #[xml(namespace, default)]
    pub version: Version,
    /// The file. `None` if this only identifies the application.
    #[xml(child, strict)]
    pub file: Option<File>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl From<File> for Description {
    fn from(file: File) -> Self {
        Self::new().with_file(file)
    }
}

/// A file, as far as its properties are known.
///
/// [XEP-0234 §5](https://xmpp.org/extensions/xep-0234.html)
#[doc(alias("XEP-0234", "XEP0234", "0234"))]
#[doc(alias("urn:xmpp:jingle:apps:file-transfer:5"))]
#[doc(alias("urn:xmpp:jingle:apps:file-transfer:4"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = [NS, NS_4], name = "file", derive(Debug, PartialEq, Eq))]
#[xml(new = "A file with unknown properties.", with)]
#[non_exhaustive]
pub struct File {
    /// The time of the last modification. `None` if not specified.
    #[xml(child_text = "date")]
    pub date: Option<DateTime>,
    /// Descriptions, in several languages.
    #[xml(child)]
    pub descs: Vec<Desc>,
    /// The media type. `None` means `application/octet-stream`.
    #[xml(child_text = "media-type")]
    pub media_type: Option<String>,
    /// The file name, which may contain a path or worse: use [`safe_name`](Self::safe_name) for a file system. `None` if
    /// there is none.
    #[xml(child_text = "name")]
    pub name: Option<String>,
    /// The size in bytes. `None` if not specified.
    #[xml(child_text = "size", strict)]
    pub size: Option<u64>,
    /// The requested part of the file. In an offer, that the sender supports ranges. `None` if it does not.
    #[xml(child, strict)]
    pub range: Option<Range>,
    /// The hashes of the file. [`Hash::digest`] checks that a hash is complete.
    #[xml(child, strict)]
    pub hashes: Vec<Hash>,
    /// The hashes of the file in the format of [`Version::Four`].
    #[xml(child, strict)]
    pub legacy_hashes: Vec<legacy_hashes::Hash>,
    /// The hash functions of a [`Checksum`] that is sent later.
    #[xml(child)]
    pub hashes_used: Vec<HashUsed>,
    /// Thumbnails of the file.
    #[xml(child)]
    pub thumbnails: Vec<Thumbnail>,
    /// Other metadata of the file.
    #[xml(child)]
    pub metadata: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl File {
    /// The file name, made [safe](file_names::safe) for a file system. `None` if there is no name, or an empty one.
    ///
    /// [XEP-0234 §12](https://xmpp.org/extensions/xep-0234.html#security)
    #[must_use]
    pub fn safe_name(&self) -> Option<String> {
        file_names::safe(self.name.as_deref()?)
    }
}

/// A description of a file, in one language.
///
/// [XEP-0234 §5](https://xmpp.org/extensions/xep-0234.html)
#[doc(alias("XEP-0234", "XEP0234", "0234"))]
#[doc(alias("urn:xmpp:jingle:apps:file-transfer:5"))]
#[doc(alias("urn:xmpp:jingle:apps:file-transfer:4"))]
#[derive(Clone, Xml)]
#[xml(namespace = [NS, NS_4], name = "desc", derive(Debug, PartialEq, Eq))]
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

/// A range of a file.
///
/// [XEP-0234 §6.4](https://xmpp.org/extensions/xep-0234.html#range)
#[doc(alias("XEP-0234", "XEP0234", "0234"))]
#[doc(alias("urn:xmpp:jingle:apps:file-transfer:5"))]
#[doc(alias("urn:xmpp:jingle:apps:file-transfer:4"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = [NS, NS_4], name = "range", derive(Debug, PartialEq, Eq))]
#[xml(new = "The whole file.", with)]
#[non_exhaustive]
pub struct Range {
    /// The start, in bytes. Defaults to 0.
    #[xml(attribute, default, strict)]
    pub offset: u64,
    /// The length in bytes. `None` means up to the end of the file.
    #[xml(attribute, strict)]
    pub length: Option<u64>,
    /// The hashes of the range.
    #[xml(child, strict)]
    pub hashes: Vec<Hash>,
    /// The hashes of the range in the format of [`Version::Four`].
    #[xml(child, strict)]
    pub legacy_hashes: Vec<legacy_hashes::Hash>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The hash of a file that is being transferred.
///
/// [XEP-0234 §8.2](https://xmpp.org/extensions/xep-0234.html#hash)
#[doc(alias("XEP-0234", "XEP0234", "0234"))]
#[doc(alias("urn:xmpp:jingle:apps:file-transfer:5"))]
#[doc(alias("urn:xmpp:jingle:apps:file-transfer:4"))]
#[derive(Clone, Xml)]
#[xml(name = "checksum", derive(Debug, PartialEq, Eq))]
#[xml(new = "The hashes in `file` are those of the content of this creator and name.", parameters = [creator, name, file], with)]
#[non_exhaustive]
pub struct Checksum {
    /// The version of the protocol.
    #[xml(namespace, default)]
    pub version: Version,
    /// Who added the content. `None` if there is only one content.
    #[xml(attribute)]
    pub creator: Option<Creator>,
    /// The name of the content. `None` if there is only one content.
    #[xml(attribute)]
    pub name: Option<String>,
    /// The file: only its hashes matter, and those of its [`range`](File::range).
    #[xml(child)]
    pub file: File,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A confirmation that a file has been received.
///
/// [XEP-0234 §8.1](https://xmpp.org/extensions/xep-0234.html#received)
#[doc(alias("XEP-0234", "XEP0234", "0234"))]
#[doc(alias("urn:xmpp:jingle:apps:file-transfer:5"))]
#[doc(alias("urn:xmpp:jingle:apps:file-transfer:4"))]
#[derive(Clone, Xml)]
#[xml(name = "received", derive(Debug, PartialEq, Eq))]
#[xml(new = "The file of the content of this creator and name.", parameters = [creator, name], with)]
#[non_exhaustive]
pub struct Received {
    /// The version of the protocol.
    #[xml(namespace, default)]
    pub version: Version,
    /// Who added the content. `None` if there is only one content.
    #[xml(attribute)]
    pub creator: Option<Creator>,
    /// The name of the content. `None` if there is only one content.
    #[xml(attribute)]
    pub name: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
