//! User gaming: the game that a user is playing.
//!
//! [XEP-0196, User Gaming](https://xmpp.org/extensions/xep-0196.html)

use alloc::string::String;

use xmpp_xml::{Extra, Xml};

/// The namespace, and the node of user gaming.
pub const NS: &str = "urn:xmpp:gaming:0";

/// A game, and the user's role in it. An empty one means that the user has stopped playing or publishing:
/// [`is_stop`](Self::is_stop).
///
/// [XEP-0196 §2.1](https://xmpp.org/extensions/xep-0196.html#protocol-elements)
#[doc(alias("XEP-0196", "XEP0196", "0196"))]
#[doc(alias("urn:xmpp:gaming:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "game", derive(Debug, PartialEq, Eq))]
#[xml(new = "The game with this name.", parameters = [name], with)]
#[non_exhaustive]
pub struct Game {
    /// The name of the user's character. `None` if not specified, as for all fields that follow.
    #[xml(child_text)]
    pub character_name: Option<String>,
    /// A URI of the character's profile.
    #[xml(child_text)]
    pub character_profile: Option<String>,
    /// The user's level.
    #[xml(child_text)]
    pub level: Option<String>,
    /// The name of the game, which is required.
    #[xml(child_text)]
    pub name: Option<String>,
    /// The host name or IP address of the server.
    #[xml(child_text)]
    pub server_address: Option<String>,
    /// The name of the server.
    #[xml(child_text)]
    pub server_name: Option<String>,
    /// A URI of the game, or of the service.
    #[xml(child_text)]
    pub uri: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Game {
    /// The user has stopped playing or publishing. Publish it with the identifier of the game's item.
    ///
    /// [XEP-0196 §2.2](https://xmpp.org/extensions/xep-0196.html#protocol-transport)
    #[must_use]
    pub fn stop() -> Self {
        Self::default()
    }

    /// Whether the user has stopped playing or publishing: there is no child element.
    #[must_use]
    pub fn is_stop(&self) -> bool {
        self.extra.children().next().is_none()
            && Self {
                extra: Extra::new(),
                ..self.clone()
            } == Self::default()
    }
}
