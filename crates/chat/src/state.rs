//! Chat states: typing notifications and the like.
//!
//! [XEP-0085, Chat State Notifications](https://xmpp.org/extensions/xep-0085.html)

use xmpp_xml::{Extra, OtherToken, Xml};

/// The namespace, which is also the feature of clients that support this.
pub const NS: &str = "http://jabber.org/protocol/chatstates";

/// The chat state of the sender, in a message of type `chat` or `groupchat`: at most one in each.
///
/// A message with content has [`State::Active`]. One with only a state has at most the thread beside it.
///
/// [XEP-0085 §5.6](https://xmpp.org/extensions/xep-0085.html#bizrules-syntax)
#[doc(alias("XEP-0085", "XEP0085", "0085"))]
#[doc(alias("http://jabber.org/protocol/chatstates", "active", "composing"))]
#[doc(alias("gone", "inactive", "paused"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, derive(Debug, PartialEq, Eq))]
#[xml(new = "An element with this state.")]
#[non_exhaustive]
pub struct ChatState {
    /// The state, which is the name of the element.
    #[xml(name)]
    pub state: State,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A participant's state in a chat.
///
/// [XEP-0085 §2](https://xmpp.org/extensions/xep-0085.html#definitions)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum State {
    /// `active`: paying attention.
    Active,
    /// `composing`: writing a message.
    Composing,
    /// `gone`: has left for good; the thread has ended. Ignored in a room.
    Gone,
    /// `inactive`: not paying attention at the moment.
    Inactive,
    /// `paused`: has stopped writing a message for now.
    Paused,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}
