//! Events of a message, the predecessor of [receipts](crate::receipts) and [chat states](crate::state).
//!
//! [XEP-0022, Message Events](https://xmpp.org/extensions/xep-0022.html)

use alloc::string::String;

use xmpp_xml::{Extra, Xml};

/// The namespace.
pub const NS: &str = "jabber:x:event";

/// Asks to be notified of events of this message; or, with an [`id`](Self::id), reports an event of another message.
///
/// [XEP-0022](https://xmpp.org/extensions/xep-0022.html)
#[doc(alias("XEP-0022", "XEP0022", "0022"))]
#[doc(alias("jabber:x:event", "x"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "x", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request, so far for no event.", with)]
#[non_exhaustive]
pub struct Events {
    /// The server has stored the message for an offline recipient.
    #[xml(flag = "offline")]
    pub is_offline: bool,
    /// The message has reached a client of the recipient.
    #[xml(flag = "delivered")]
    pub is_delivered: bool,
    /// The message has been displayed.
    #[xml(flag = "displayed")]
    pub is_displayed: bool,
    /// The recipient is composing a reply.
    #[xml(flag = "composing")]
    pub is_composing: bool,
    /// The `id` of the message that the event is about; empty if it had none. `None` in a request.
    #[xml(child_text = "id")]
    pub id: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Events {
    /// Whether this is a request for events of the message that it is in.
    #[must_use]
    pub fn is_request(&self) -> bool {
        self.id.is_none()
    }

    /// Whether this cancels a composing event: the recipient has stopped.
    #[must_use]
    pub fn is_cancellation(&self) -> bool {
        let has_event =
            self.is_offline || self.is_delivered || self.is_displayed || self.is_composing;
        self.id.is_some() && !has_event
    }
}
