//! The time of an entity's last activity.
//!
//! [XEP-0012, Last Activity](https://xmpp.org/extensions/xep-0012.html), also in presence:
//! [XEP-0256, Last Activity in Presence](https://xmpp.org/extensions/xep-0256.html)

use alloc::string::String;

use xmpp_xml::{Extra, Xml};

/// The namespace, and the feature of an entity that answers.
pub const NS: &str = "jabber:iq:last";

/// A request for the time of an entity's last activity.
///
/// [XEP-0012 §2](https://xmpp.org/extensions/xep-0012.html#protocol)
#[doc(alias("XEP-0012", "XEP0012", "0012"))]
#[doc(alias("jabber:iq:last", "query"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "query", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request.")]
#[non_exhaustive]
pub struct Request {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The time of an entity's last activity: the answer to a [`Request`], or in presence that of the sender.
///
/// [XEP-0012 §2](https://xmpp.org/extensions/xep-0012.html#protocol)
#[doc(alias("XEP-0012", "XEP0012", "0012"))]
#[doc(alias("jabber:iq:last", "query"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "query", derive(Debug, PartialEq, Eq))]
#[xml(new = "Activity this many seconds ago, without a status.")]
#[non_exhaustive]
pub struct Response {
    /// The number of seconds. For an account: since it logged out, 0 while it is online; for a connected client: since its
    /// user's last activity; for a server or component: since it was started. In initial presence: since
    /// the previous session ended (XEP-0256 §1.1).
    #[xml(attribute)]
    pub seconds: u64,
    /// The status with which the account logged out. `None` if there was none, and for other entities.
    #[xml(text)]
    pub status: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
