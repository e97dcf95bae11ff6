//! Files.
//!
//! [XEP-0234, Jingle File Transfer](https://xmpp.org/extensions/xep-0234.html)

pub mod errors;

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_vocabulary::hashes::{Hash, HashUsed};
use xmpp_vocabulary::legacy_hashes;
use xmpp_vocabulary::thumbnails::Thumbnail;
use xmpp_xml::{DateTime, Extra, LanguageTag, RawElement, Xml};

use crate::session::Creator;

/// The namespace.
pub const NS: &str = "urn:xmpp:jingle:apps:file-transfer:5";

/// The namespace of [`Version::Four`], whose hashes are [legacy ones](legacy_hashes).
pub const NS_4: &str = "urn:xmpp:jingle:apps:file-transfer:4";

/// Which version of the protocol is spoken: the namespace. An answer speaks that of the offer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Version {
    /// That of today, since 2017.
    #[default]
    #[xml(token = "urn:xmpp:jingle:apps:file-transfer:5")]
    Five,
    /// That from 2014 to 2017.
    #[xml(token = "urn:xmpp:jingle:apps:file-transfer:4")]
    Four,
}

/// A file as the content of a session.
///
/// It is offered where [`Content::senders`](crate::session::Content::senders) names the party that adds the content, and
/// asked for where it names the other.
///
/// [XEP-0234 §5](https://xmpp.org/extensions/xep-0234.html)
#[doc(alias("XEP-0234", "XEP0234", "0234"))]
#[doc(alias("urn:xmpp:jingle:apps:file-transfer:5"))]
#[doc(alias("urn:xmpp:jingle:apps:file-transfer:4"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(name = "description", new = "Says that files are meant.", with)]
#[non_exhaustive]
pub struct Description {
    /// The version of the protocol.
    #[xml(namespace, default)]
    pub version: Version,
    /// The file; absent where this only says that files are meant.
    #[xml(child, strict)]
    pub file: Option<File>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl From<File> for Description {
    fn from(file: File) -> Self {
        Self::new().with_file(file)
    }
}

/// A file, or what is known of it.
///
/// [XEP-0234 §5](https://xmpp.org/extensions/xep-0234.html)
#[doc(alias("XEP-0234", "XEP0234", "0234"))]
#[doc(alias("urn:xmpp:jingle:apps:file-transfer:5"))]
#[doc(alias("urn:xmpp:jingle:apps:file-transfer:4"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = [NS, NS_4], name = "file")]
#[xml(new = "A file of which nothing is known.", with)]
#[non_exhaustive]
pub struct File {
    /// When it was changed last; absent where that is not told.
    #[xml(child_text = "date")]
    pub date: Option<DateTime>,
    /// What it is about, in several languages.
    #[xml(child)]
    pub descs: Vec<Desc>,
    /// The media type; absent for `application/octet-stream`.
    #[xml(child_text = "media-type")]
    pub media_type: Option<String>,
    /// The name of the file, to be trusted no more than its sender: it may hold a path. Absent where it has none.
    #[xml(child_text = "name")]
    pub name: Option<String>,
    /// The length in bytes; absent where that is not told.
    #[xml(child_text = "size", strict)]
    pub size: Option<u64>,
    /// The part of the file that is meant. In an offer, also that the sender can send parts; absent where it cannot.
    #[xml(child, strict)]
    pub range: Option<Range>,
    /// The hashes of the file. Whether one is whole, [`Hash::digest`] sees to.
    #[xml(child, strict)]
    pub hashes: Vec<Hash>,
    /// The hashes of the file as they are written in [`Version::Four`].
    #[xml(child, strict)]
    pub legacy_hashes: Vec<legacy_hashes::Hash>,
    /// The functions that hashes will be made by, which [`Checksum`] tells later.
    #[xml(child)]
    pub hashes_used: Vec<HashUsed>,
    /// Small pictures of the file.
    #[xml(child)]
    pub thumbnails: Vec<Thumbnail>,
    /// What else is known of the file.
    #[xml(child)]
    pub metadata: Vec<RawElement>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What a file is about, in one language.
///
/// [XEP-0234 §5](https://xmpp.org/extensions/xep-0234.html)
#[doc(alias("XEP-0234", "XEP0234", "0234"))]
#[doc(alias("urn:xmpp:jingle:apps:file-transfer:5"))]
#[doc(alias("urn:xmpp:jingle:apps:file-transfer:4"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = [NS, NS_4], name = "desc")]
#[xml(new = "These words, in the language of the stanza.", with)]
#[non_exhaustive]
pub struct Desc {
    /// The language; absent for that of the stanza.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The words.
    #[xml(text)]
    pub text: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A part of a file.
///
/// [XEP-0234 §6.4](https://xmpp.org/extensions/xep-0234.html#range)
#[doc(alias("XEP-0234", "XEP0234", "0234"))]
#[doc(alias("urn:xmpp:jingle:apps:file-transfer:5"))]
#[doc(alias("urn:xmpp:jingle:apps:file-transfer:4"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = [NS, NS_4], name = "range")]
#[xml(new = "The whole file.", with)]
#[non_exhaustive]
pub struct Range {
    /// Where it begins, in bytes; absent for 0.
    #[xml(attribute, default, strict)]
    pub offset: u64,
    /// How many bytes it has; absent for all to the end of the file.
    #[xml(attribute, strict)]
    pub length: Option<u64>,
    /// The hashes of the part.
    #[xml(child, strict)]
    pub hashes: Vec<Hash>,
    /// The hashes of the part as they are written in [`Version::Four`].
    #[xml(child, strict)]
    pub legacy_hashes: Vec<legacy_hashes::Hash>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The hash of a file that is being sent.
///
/// [XEP-0234 §8.2](https://xmpp.org/extensions/xep-0234.html#hash)
#[doc(alias("XEP-0234", "XEP0234", "0234"))]
#[doc(alias("urn:xmpp:jingle:apps:file-transfer:5"))]
#[doc(alias("urn:xmpp:jingle:apps:file-transfer:4"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(name = "checksum")]
#[xml(new = "The hashes in `file` are those of the content of this creator and name.", parameters = [creator, name, file], with)]
#[non_exhaustive]
pub struct Checksum {
    /// The version of the protocol.
    #[xml(namespace, default)]
    pub version: Version,
    /// Who added the content; absent where there is but one.
    #[xml(attribute)]
    pub creator: Option<Creator>,
    /// What its creator calls the content; absent where there is but one.
    #[xml(attribute)]
    pub name: Option<String>,
    /// The file, of which the hashes count, and those of its [`range`](File::range).
    #[xml(child)]
    pub file: File,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// That a file has arrived.
///
/// [XEP-0234 §8.1](https://xmpp.org/extensions/xep-0234.html#received)
#[doc(alias("XEP-0234", "XEP0234", "0234"))]
#[doc(alias("urn:xmpp:jingle:apps:file-transfer:5"))]
#[doc(alias("urn:xmpp:jingle:apps:file-transfer:4"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(name = "received")]
#[xml(new = "The file of the content of this creator and name.", parameters = [creator, name], with)]
#[non_exhaustive]
pub struct Received {
    /// The version of the protocol.
    #[xml(namespace, default)]
    pub version: Version,
    /// Who added the content; absent where there is but one.
    #[xml(attribute)]
    pub creator: Option<Creator>,
    /// What its creator calls the content; absent where there is but one.
    #[xml(attribute)]
    pub name: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}
