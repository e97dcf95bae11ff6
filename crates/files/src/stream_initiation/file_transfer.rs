//! Files, as what a stream is for.
//!
//! [XEP-0096, SI File Transfer](https://xmpp.org/extensions/xep-0096.html)

use alloc::string::String;

use xmpp_xml::{DateTime, Extra, Hex, Xml};

/// The namespace: the name of the profile, and the feature of an entity that supports it.
pub const NS: &str = "http://jabber.org/protocol/si/profile/file-transfer";

/// A file that is offered; in an answer, what of it is wanted.
///
/// [XEP-0096 §3](https://xmpp.org/extensions/xep-0096.html#protocol)
#[doc(alias("XEP-0096", "XEP0096", "0096"))]
#[doc(alias("http://jabber.org/protocol/si/profile/file-transfer"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "file")]
#[xml(new = "A file of which nothing is known, as in an answer.", with)]
#[non_exhaustive]
pub struct File {
    /// When the file was last changed; `None` if not specified.
    #[xml(attribute)]
    pub date: Option<DateTime>,
    /// The MD5 of the file; `None` if not specified.
    #[xml(attribute, strict)]
    pub hash: Option<Hex>,
    /// The name of the file, to be trusted no more than its sender: it may hold a path. Required in an offer; `None` in an
    /// answer.
    #[xml(attribute)]
    pub name: Option<String>,
    /// The size in bytes. Required in an offer; `None` in an answer.
    #[xml(attribute, strict)]
    pub size: Option<u64>,
    /// What the file is, in words; `None` if not specified, and in an answer.
    #[xml(child_text = "desc")]
    pub desc: Option<String>,
    /// The part that is wanted; in an offer, that the sender can send parts. `None` for the whole file.
    #[xml(child, strict)]
    pub range: Option<Range>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A part of a file.
///
/// [XEP-0096 §3](https://xmpp.org/extensions/xep-0096.html#protocol)
#[doc(alias("XEP-0096", "XEP0096", "0096"))]
#[doc(alias("http://jabber.org/protocol/si/profile/file-transfer"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "range")]
#[xml(new = "The whole file.", with)]
#[non_exhaustive]
pub struct Range {
    /// How many bytes; `None` for all to the end of the file.
    #[xml(attribute, strict)]
    pub length: Option<u64>,
    /// Where the part begins, in bytes; `None` for 0.
    #[xml(attribute, strict)]
    pub offset: Option<u64>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
