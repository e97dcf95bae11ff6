//! Replying to a message.
//!
//! [XEP-0461, Message Replies](https://xmpp.org/extensions/xep-0461.html)

use alloc::string::String;

use xmpp_jid::Jid;
use xmpp_xml::{Extra, Xml};

/// The namespace, which is also the feature of clients that support this.
pub const NS: &str = "urn:xmpp:reply:0";

/// The message that this one replies to. The body may quote it as a [fallback](crate::fallback).
///
/// [XEP-0461 §3](https://xmpp.org/extensions/xep-0461.html#usecases)
#[doc(alias("XEP-0461", "XEP0461", "0461"))]
#[doc(alias("urn:xmpp:reply:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "reply", derive(Debug, PartialEq, Eq))]
#[xml(new = "Replies to the message with this identifier.", with)]
#[non_exhaustive]
pub struct Reply {
    /// The author of that message: a full JID, or in a one-to-one chat perhaps a bare JID. `None` if not specified.
    /// Whoever replies can write anything here.
    #[xml(attribute)]
    pub to: Option<Jid>,
    /// The identifier of that message: see [`reference_id`](crate::identity::reference_id).
    #[xml(attribute)]
    pub id: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
