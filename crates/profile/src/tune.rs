//! User tune: the music that a user is listening to.
//!
//! [XEP-0118, User Tune](https://xmpp.org/extensions/xep-0118.html)

use alloc::string::String;

use xmpp_xml::{Extra, Xml};

/// The namespace, and the node of user tunes.
pub const NS: &str = "http://jabber.org/protocol/tune";

/// A piece of music. An empty one means that the user has stopped listening or publishing:
/// [`is_stop`](Self::is_stop).
///
/// [XEP-0118 §2.1](https://xmpp.org/extensions/xep-0118.html#protocol-elements)
#[doc(alias("XEP-0118", "XEP0118", "0118"))]
#[doc(alias("http://jabber.org/protocol/tune"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "tune", derive(Debug, PartialEq, Eq))]
#[xml(new = "The piece with this title.", parameters = [title], with)]
#[non_exhaustive]
pub struct Tune {
    /// The artist. `None` if not specified, as for all fields that follow.
    #[xml(child_text)]
    pub artist: Option<String>,
    /// The composer.
    #[xml(child_text)]
    pub composer: Option<String>,
    /// The date of recording or publication, in any format.
    #[xml(child_text)]
    pub date: Option<String>,
    /// The genre.
    #[xml(child_text)]
    pub genre: Option<String>,
    /// The language, as an ISO 639 three-letter code.
    #[xml(child_text)]
    pub language: Option<String>,
    /// The duration in seconds. `None` also for endless pieces, such as a stream.
    #[xml(child_text)]
    pub length: Option<u32>,
    /// The lyricist.
    #[xml(child_text)]
    pub lyricist: Option<String>,
    /// The performer.
    #[xml(child_text)]
    pub performer: Option<String>,
    /// The user's rating: 1 to 10, for half a star to five stars. Other numbers have no meaning.
    #[xml(child_text)]
    pub rating: Option<u8>,
    /// The album or other source.
    #[xml(child_text)]
    pub source: Option<String>,
    /// The title.
    #[xml(child_text)]
    pub title: Option<String>,
    /// The identifier: the track number on the album, or a URI.
    #[xml(child_text)]
    pub track: Option<String>,
    /// A URI with more information.
    #[xml(child_text)]
    pub uri: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Tune {
    /// The user has stopped listening or publishing.
    ///
    /// [XEP-0118 §2.2](https://xmpp.org/extensions/xep-0118.html#protocol-transport)
    #[must_use]
    pub fn stop() -> Self {
        Self::default()
    }

    /// Whether the user has stopped listening or publishing: there is no child element.
    #[must_use]
    pub fn is_stop(&self) -> bool {
        self.extra.children().next().is_none()
            && Self {
                extra: Extra::new(),
                ..self.clone()
            } == Self::default()
    }
}
