//! The content of a message in other media types.
//!
//! [XEP-0481, Content Types in Messages](https://xmpp.org/extensions/xep-0481.html)

use alloc::string::String;

use xmpp_xml::{Extra, Xml};

/// The namespace, which is also the feature of clients that support this.
pub const NS: &str = "urn:xmpp:content";

/// The content of the message in another media type, or the media type of the body. There may be several in a message.
///
/// [XEP-0481 §2](https://xmpp.org/extensions/xep-0481.html#usecases)
#[doc(alias("XEP-0481", "XEP0481", "0481"))]
#[doc(alias("urn:xmpp:content", "content"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "content", derive(Debug, PartialEq, Eq))]
#[xml(new = "The body is of this media type.", with)]
#[non_exhaustive]
pub struct TypedContent {
    /// The media type: `text/markdown`.
    #[xml(attribute = "type")]
    pub kind: String,
    /// The content. `None` means that the body is of this media type.
    #[xml(text)]
    pub text: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
