//! Images, audio and video in a field of a form.
//!
//! [XEP-0221, Data Forms Media Element](https://xmpp.org/extensions/xep-0221.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Extra, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:media-element";

/// A media object, available at one or more locations and in one or more formats.
///
/// [XEP-0221, section 2](https://xmpp.org/extensions/xep-0221.html#media)
#[doc(alias("XEP-0221", "XEP0221", "0221"))]
#[doc(alias("urn:xmpp:media-element"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "media", derive(Debug, PartialEq, Eq))]
#[xml(new = "Media without dimensions and locations.", with)]
#[non_exhaustive]
pub struct Media {
    /// The recommended display height in pixels. `None` if there is none, as for audio.
    #[xml(attribute)]
    pub height: Option<u16>,
    /// The recommended display width in pixels. `None` if there is none, as for audio.
    #[xml(attribute)]
    pub width: Option<u16>,
    /// The locations of the data, all of the same media.
    #[xml(child)]
    pub uris: Vec<Uri>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A location of the data, in one format.
///
/// [XEP-0221, section 2](https://xmpp.org/extensions/xep-0221.html#media)
#[doc(alias("XEP-0221", "XEP0221", "0221"))]
#[doc(alias("urn:xmpp:media-element"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "uri", derive(Debug, PartialEq, Eq))]
#[xml(new = "Data of the media type `kind` at the URI `text`.", parameters = [kind, text], with)]
#[non_exhaustive]
pub struct Uri {
    /// The media type with parameters, such as `audio/ogg; codecs=speex`. Required by the specification.
    #[xml(attribute = "type")]
    pub kind: Option<String>,
    /// The URI, possibly surrounded by white space: see [`address`](Self::address).
    #[xml(text)]
    pub text: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Uri {
    /// The URI without surrounding white space. The scheme `cid:` refers to Bits of Binary.
    #[must_use]
    pub fn address(&self) -> &str {
        self.text.trim_ascii()
    }
}
