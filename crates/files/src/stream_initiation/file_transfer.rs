//! File transfer as the profile of a stream.
//!
//! [XEP-0096, SI File Transfer](https://xmpp.org/extensions/xep-0096.html)

use alloc::string::String;

use xmpp_vocabulary::file_names;
use xmpp_xml::{DateTime, Extra, Hex, Xml};

/// The namespace: the name of the profile, and the feature of an entity that supports it.
pub const NS: &str = "http://jabber.org/protocol/si/profile/file-transfer";

/// An offered file; in an answer, the wanted part of it.
///
/// [XEP-0096 §3](https://xmpp.org/extensions/xep-0096.html#protocol)
#[doc(alias("XEP-0096", "XEP0096", "0096"))]
#[doc(alias("http://jabber.org/protocol/si/profile/file-transfer"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "file", derive(Debug, PartialEq, Eq))]
#[xml(new = "A file without metadata, as in an answer.", with)]
#[non_exhaustive]
pub struct File {
    /// The time of the last modification. `None` if not specified.
    #[xml(attribute)]
    pub date: Option<DateTime>,
    /// The MD5 of the file; `None` if not specified.
    #[xml(attribute, strict)]
    pub hash: Option<Hex>,
    /// The file name, which may contain a path or worse: use [`safe_name`](Self::safe_name) for a file system. Required in
    /// an offer; `None` in an answer.
    #[xml(attribute)]
    pub name: Option<String>,
    /// The size in bytes. Required in an offer; `None` in an answer.
    #[xml(attribute, strict)]
    pub size: Option<u64>,
    /// A description of the file. `None` if not specified, and in an answer.
    #[xml(child_text = "desc")]
    pub desc: Option<String>,
    /// The wanted part; in an offer, that the sender supports ranges. `None` means the whole file.
    #[xml(child, strict)]
    pub range: Option<Range>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl File {
    /// The file name, made [safe](file_names::safe) for a file system. `None` if there is no name, or an empty one.
    #[must_use]
    pub fn safe_name(&self) -> Option<String> {
        file_names::safe(self.name.as_deref()?)
    }
}

/// A range of a file.
///
/// [XEP-0096 §3](https://xmpp.org/extensions/xep-0096.html#protocol)
#[doc(alias("XEP-0096", "XEP0096", "0096"))]
#[doc(alias("http://jabber.org/protocol/si/profile/file-transfer"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "range", derive(Debug, PartialEq, Eq))]
#[xml(new = "The whole file.", with)]
#[non_exhaustive]
pub struct Range {
    /// The length in bytes. `None` means up to the end of the file.
    #[xml(attribute, strict)]
    pub length: Option<u64>,
    /// The start, in bytes. `None` means 0.
    #[xml(attribute, strict)]
    pub offset: Option<u64>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
