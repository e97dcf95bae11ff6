//! The music that somebody is listening to.
//!
//! [XEP-0118, User Tune](https://xmpp.org/extensions/xep-0118.html)

use alloc::string::String;

use xmpp_xml::{Extra, Xml};

/// The namespace, and the node that it is published at.
pub const NS: &str = "http://jabber.org/protocol/tune";

/// A piece of music. An empty one means that the user has stopped listening, or publishing:
/// [`is_stop`](Self::is_stop).
///
/// [XEP-0118 §2.1](https://xmpp.org/extensions/xep-0118.html#protocol-elements)
#[doc(alias("XEP-0118", "XEP0118", "0118"))]
#[doc(alias("http://jabber.org/protocol/tune"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "tune")]
#[xml(new = "The piece with this title.", parameters = [title], with)]
#[non_exhaustive]
pub struct Tune {
    /// The artist. `None` means not said, as with all that follow.
    #[xml(child_text)]
    pub artist: Option<String>,
    /// The composer.
    #[xml(child_text)]
    pub composer: Option<String>,
    /// When it was recorded or published, in no set form.
    #[xml(child_text)]
    pub date: Option<String>,
    /// The genre.
    #[xml(child_text)]
    pub genre: Option<String>,
    /// The language: an ISO 639 code of three letters, as it should be.
    #[xml(child_text)]
    pub language: Option<String>,
    /// How long it lasts, in seconds. `None` also means that it has no end, such as a stream.
    #[xml(child_text)]
    pub length: Option<u32>,
    /// The lyricist.
    #[xml(child_text)]
    pub lyricist: Option<String>,
    /// The performer.
    #[xml(child_text)]
    pub performer: Option<String>,
    /// How much the user likes it: 1 to 10, which is half a star to five stars. Other numbers have no meaning.
    #[xml(child_text)]
    pub rating: Option<u8>,
    /// The album, or where else it comes from.
    #[xml(child_text)]
    pub source: Option<String>,
    /// The title.
    #[xml(child_text)]
    pub title: Option<String>,
    /// What identifies it: the number on the album, or a URI.
    #[xml(child_text)]
    pub track: Option<String>,
    /// A URI of more about it.
    #[xml(child_text)]
    pub uri: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Tune {
    /// The user has stopped listening, or publishing.
    ///
    /// [XEP-0118 §2.2](https://xmpp.org/extensions/xep-0118.html#protocol-transport)
    #[must_use]
    pub fn stop() -> Self {
        Self::default()
    }

    /// Whether the user has stopped listening, or publishing: there is no child element at all.
    #[must_use]
    pub fn is_stop(&self) -> bool {
        self.extra.children().next().is_none()
            && Self {
                extra: Extra::new(),
                ..self.clone()
            } == Self::default()
    }
}
