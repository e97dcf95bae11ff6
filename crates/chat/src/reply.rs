//! A message that answers another.
//!
//! [XEP-0461, Message Replies](https://xmpp.org/extensions/xep-0461.html)

use alloc::string::String;

use xmpp_jid::Jid;
use xmpp_xml::{Extra, Xml};

/// The namespace, which is also the feature of clients that support this.
pub const NS: &str = "urn:xmpp:reply:0";

/// Which message this one answers. Its text may be quoted in the body for others, as a
/// [fallback](crate::fallback).
///
/// [XEP-0461 §3](https://xmpp.org/extensions/xep-0461.html#usecases)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "reply")]
#[xml(new = "Answers the message with this identifier.", with)]
#[non_exhaustive]
pub struct Reply {
    /// The author of the message that is answered: a full JID, or a bare one in a conversation of two. `None` where it is
    /// not said. It is what the sender of the answer says, and may be somebody else.
    #[xml(attribute)]
    pub to: Option<Jid>,
    /// The identifier of the message that is answered, by which [`reference_id`](crate::identity::reference_id) speaks of
    /// it.
    #[xml(attribute)]
    pub id: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}
