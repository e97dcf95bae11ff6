//! Stateless file sharing: files in messages, with metadata and sources.
//!
//! [XEP-0447, Stateless file sharing](https://xmpp.org/extensions/xep-0447.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_jingle::publication::Publication;
use xmpp_xml::{Extra, OtherToken, RawElement, Xml};

use crate::encryption::Encrypted;
use crate::metadata::File;
use crate::url_data::UrlData;

/// The namespace, and what a fallback body is [for](https://xmpp.org/extensions/xep-0428.html).
pub const NS: &str = "urn:xmpp:sfs:0";

/// A shared file. A message may share several.
///
/// [XEP-0447 §3.1](https://xmpp.org/extensions/xep-0447.html#file-sharing)
#[doc(alias("XEP-0447", "XEP0447", "0447"))]
#[doc(alias("urn:xmpp:sfs:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "file-sharing", derive(Debug, PartialEq, Eq))]
#[xml(new = "A file without sources, which will follow.", with)]
#[non_exhaustive]
pub struct FileSharing {
    /// How to display the file. `None` leaves it to the recipient.
    #[xml(attribute)]
    pub disposition: Option<Disposition>,
    /// An identifier among the files of the message; required if there are several.
    #[xml(attribute)]
    pub id: Option<String>,
    /// The metadata, as claimed by the sender.
    #[xml(child)]
    pub file: File,
    /// The sources. `None` if they follow in another message.
    #[xml(child)]
    pub sources: Option<Sources>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl FileSharing {
    /// Whether the sender suggests downloading the file automatically: not for an
    /// [attachment](Disposition::Attachment). Whether the user has allowed that is up to the client.
    ///
    /// [XEP-0447 §3.2](https://xmpp.org/extensions/xep-0447.html#file-receive)
    #[must_use]
    pub fn may_be_fetched_unasked(&self) -> bool {
        matches!(self.disposition, None | Some(Disposition::Inline))
    }
}

/// The sources of a file: in a [`FileSharing`], or in a message that is attached to the one that shares the file.
///
/// The sources in a message are as trustworthy as its sender, who may be another than the file's: see
/// [`File::is_verifiable`].
///
/// [XEP-0447 §3.3](https://xmpp.org/extensions/xep-0447.html#attach-source)
#[doc(alias("XEP-0447", "XEP0447", "0447"))]
#[doc(alias("urn:xmpp:sfs:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "sources", derive(Debug, PartialEq, Eq))]
#[xml(new = "An empty list of sources.", with)]
#[non_exhaustive]
pub struct Sources {
    /// The file in the message that this one is attached to. `None` inside a [`FileSharing`], and if that has no
    /// [`id`](FileSharing::id).
    #[xml(attribute)]
    pub id: Option<String>,
    /// The sources.
    #[xml(child)]
    pub sources: Vec<Source>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Sources {
    /// The sources with a URL.
    pub fn urls(&self) -> impl Iterator<Item = &UrlData> {
        self.sources.iter().filter_map(|source| match source {
            Source::Url(url) => Some(url),
            _ => None,
        })
    }
}

impl FromIterator<Source> for Sources {
    fn from_iter<I: IntoIterator<Item = Source>>(sources: I) -> Self {
        Self {
            sources: sources.into_iter().collect(),
            ..Self::new()
        }
    }
}

/// A source of a file.
///
/// [XEP-0447 §3.2](https://xmpp.org/extensions/xep-0447.html#file-receive)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum Source {
    /// A URL.
    Url(UrlData),
    /// An encrypted file.
    Encrypted(Encrypted),
    /// A Jingle session with the entity that offers it.
    Session(Publication),
    /// Any other.
    Other(RawElement),
}

/// How to display a file.
///
/// [XEP-0447 §3.2](https://xmpp.org/extensions/xep-0447.html#file-receive)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Disposition {
    /// `attachment`: as an attachment to download.
    Attachment,
    /// `inline`: inline, as part of the conversation.
    Inline,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}
