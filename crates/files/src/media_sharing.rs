//! Media in messages, the predecessor of [`sharing`](crate::sharing): a [`MediaSharing`] is part of a reference
//! ([XEP-0372](https://xmpp.org/extensions/xep-0372.html)).
//!
//! [XEP-0385, Stateless Inline Media Sharing (SIMS)](https://xmpp.org/extensions/xep-0385.html)

use alloc::borrow::Cow;
use alloc::vec::Vec;

use xmpp_jingle::file_transfer::File;
use xmpp_xml::{Extra, RawElement, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:sims:1";

/// A shared file.
///
/// [XEP-0385 §4.1](https://xmpp.org/extensions/xep-0385.html#usecases-sending-photo)
#[doc(alias("XEP-0385", "XEP0385", "0385"))]
#[doc(alias("urn:xmpp:sims:1"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "media-sharing", derive(Debug, PartialEq, Eq))]
#[xml(new = "A file without sources.", with)]
#[non_exhaustive]
pub struct MediaSharing {
    /// The metadata, as claimed by the sender: at least media type, size, description and hashes. Verify the downloaded file
    /// against one of the hashes.
    #[xml(child)]
    pub file: File,
    /// The sources of the file. `None` if not specified.
    #[xml(child)]
    pub sources: Option<Sources>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The sources of a file.
///
/// [XEP-0385 §4.1](https://xmpp.org/extensions/xep-0385.html#usecases-sending-photo)
#[doc(alias("XEP-0385", "XEP0385", "0385"))]
#[doc(alias("urn:xmpp:sims:1"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "sources", derive(Debug, PartialEq, Eq))]
#[xml(new = "An empty list of sources.", with)]
#[non_exhaustive]
pub struct Sources {
    /// References to the sources, of the type `data`, each with its `uri`
    /// ([XEP-0372](https://xmpp.org/extensions/xep-0372.html)).
    #[xml(child)]
    pub references: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Sources {
    /// The URIs of the sources.
    pub fn uris(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.references
            .iter()
            .filter(|reference| reference.is("urn:xmpp:reference:0", "reference"))
            .filter_map(|reference| reference.node().attribute("uri"))
    }
}
