//! How far somebody takes part in a chat: whether they write, listen or have left.
//!
//! [XEP-0085, Chat State Notifications](https://xmpp.org/extensions/xep-0085.html)

use xmpp_xml::{Extra, OtherToken, Xml};

/// The namespace, which is also the feature of clients that support this.
pub const NS: &str = "http://jabber.org/protocol/chatstates";

/// The state of the sender, in a message of type `chat` or `groupchat`, one in each.
///
/// One with content says [`State::Active`]. One with nothing but the state has only the thread beside it.
///
/// [XEP-0085 §5.6](https://xmpp.org/extensions/xep-0085.html#bizrules-syntax)
#[doc(alias("XEP-0085", "XEP0085", "0085"))]
#[doc(alias("http://jabber.org/protocol/chatstates", "active", "composing"))]
#[doc(alias("gone", "inactive", "paused"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS)]
#[xml(new = "The sender is in this state.")]
#[non_exhaustive]
pub struct ChatState {
    /// Which: the name of the element.
    #[xml(name)]
    pub state: State,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// How far somebody takes part in a chat.
///
/// [XEP-0085 §2](https://xmpp.org/extensions/xep-0085.html#definitions)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum State {
    /// `active`: they pay attention.
    Active,
    /// `composing`: they are writing a message.
    Composing,
    /// `gone`: they have left, for good; the thread is over. In a room, to be ignored.
    Gone,
    /// `inactive`: they do not pay attention just now.
    Inactive,
    /// `paused`: they were writing a message and have stopped for now.
    Paused,
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}
