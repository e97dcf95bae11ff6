//! What happens to a message, as clients said it before [receipts](crate::receipts) and [chat states](crate::state).
//!
//! [XEP-0022, Message Events](https://xmpp.org/extensions/xep-0022.html)

use alloc::string::String;

use xmpp_xml::{Extra, Xml};

/// The namespace.
pub const NS: &str = "jabber:x:event";

/// Events of a message that the sender would like to know of; or one that has happened, with the
/// [`id`](Self::id) of the message.
///
/// [XEP-0022](https://xmpp.org/extensions/xep-0022.html)
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "x")]
#[xml(new = "Asks for no event yet.", with)]
#[non_exhaustive]
pub struct Events {
    /// The message was stored for a recipient who is offline: said by the server.
    #[xml(flag = "offline")]
    pub is_offline: bool,
    /// The message has arrived at a client.
    #[xml(flag = "delivered")]
    pub is_delivered: bool,
    /// The message was displayed.
    #[xml(flag = "displayed")]
    pub is_displayed: bool,
    /// The recipient is writing an answer.
    #[xml(flag = "composing")]
    pub is_composing: bool,
    /// The `id` of the message that the event is about; empty where it had none. `None` where events are asked for.
    #[xml(child_text = "id")]
    pub id: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Events {
    /// Whether events of this very message are asked for.
    #[must_use]
    pub fn is_request(&self) -> bool {
        self.id.is_none()
    }

    /// Whether it says that the recipient has stopped writing.
    #[must_use]
    pub fn is_cancellation(&self) -> bool {
        let has_event =
            self.is_offline || self.is_delivered || self.is_displayed || self.is_composing;
        self.id.is_some() && !has_event
    }
}
