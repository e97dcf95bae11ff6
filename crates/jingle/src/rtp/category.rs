//! The content of a medium.
//!
//! [XEP-0507, Jingle Content Category](https://xmpp.org/extensions/xep-0507.html)

use xmpp_xml::{Extra, OtherToken, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:jingle:apps:category:0";

/// The content of a medium, to distinguish several videos. SDP: `a=content` (RFC 4796).
///
/// [XEP-0507 §2](https://xmpp.org/extensions/xep-0507.html#protocol)
#[doc(alias("XEP-0507", "XEP0507", "0507"))]
#[doc(alias("urn:xmpp:jingle:apps:category:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "category", derive(Debug, PartialEq, Eq))]
#[xml(new = "An element with this category.")]
#[non_exhaustive]
pub struct Category {
    /// The category.
    #[xml(attribute)]
    pub name: CategoryName,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A category of a medium, as in SDP ([RFC 4796 §5](https://www.rfc-editor.org/rfc/rfc4796#section-5)).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum CategoryName {
    /// `slides`: a presentation.
    Slides,
    /// `speaker`: the person speaking.
    Speaker,
    /// `sl`: sign language.
    #[xml(token = "sl")]
    SignLanguage,
    /// `main`: the main source.
    Main,
    /// `alt`: an alternative source.
    #[xml(token = "alt")]
    Alternative,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}
