//! Pictures, sounds and videos in a field of a form.
//!
//! [XEP-0221, Data Forms Media Element](https://xmpp.org/extensions/xep-0221.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Extra, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:media-element";

/// One piece of media, at one or several places and in one or several formats.
///
/// [XEP-0221, section 2](https://xmpp.org/extensions/xep-0221.html#media)
#[doc(alias("XEP-0221", "XEP0221", "0221"))]
#[doc(alias("urn:xmpp:media-element"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "media")]
#[xml(new = "Media of no stated size that is found nowhere yet.", with)]
#[non_exhaustive]
pub struct Media {
    /// How high it should be shown, in pixels; absent where that is not advised, as for sound.
    #[xml(attribute)]
    pub height: Option<u16>,
    /// How wide it should be shown, in pixels; absent as the height.
    #[xml(attribute)]
    pub width: Option<u16>,
    /// Where the data is: the same media each time.
    #[xml(child)]
    pub uris: Vec<Uri>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A place where the data is, in one format.
///
/// [XEP-0221, section 2](https://xmpp.org/extensions/xep-0221.html#media)
#[doc(alias("XEP-0221", "XEP0221", "0221"))]
#[doc(alias("urn:xmpp:media-element"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "uri")]
#[xml(new = "Data of the media type `kind` at the URI `text`.", parameters = [kind, text], with)]
#[non_exhaustive]
pub struct Uri {
    /// The media type with its parameters, such as `audio/ogg; codecs=speex`. The specification demands it.
    #[xml(attribute = "type")]
    pub kind: Option<String>,
    /// The URI as it stands, perhaps with white space around it: see [`address`](Self::address).
    #[xml(text)]
    pub text: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Uri {
    /// The URI without the white space around it. One of the scheme `cid:` names Bits of Binary.
    #[must_use]
    pub fn address(&self) -> &str {
        self.text.trim_ascii()
    }
}
