//! Pinned bookmarks.
//!
//! [XEP-0469, Bookmark Pinning](https://xmpp.org/extensions/xep-0469.html)

use xmpp_xml::{Extra, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:bookmarks-pinning:0";

/// Among the [extensions](crate::conference::Extensions) of a bookmark: it is pinned, to be shown prominently.
///
/// [XEP-0469 §3](https://xmpp.org/extensions/xep-0469.html#protocol)
#[doc(alias("XEP-0469", "XEP0469", "0469"))]
#[doc(alias("urn:xmpp:bookmarks-pinning:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "pinned", derive(Debug, PartialEq, Eq))]
#[xml(new = "The mark.")]
#[non_exhaustive]
pub struct Pinned {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
