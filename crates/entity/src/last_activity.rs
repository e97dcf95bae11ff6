//! When an entity was last active.
//!
//! [XEP-0012, Last Activity](https://xmpp.org/extensions/xep-0012.html), also in presence:
//! [XEP-0256, Last Activity in Presence](https://xmpp.org/extensions/xep-0256.html)

use alloc::string::String;

use xmpp_xml::{Extra, Xml};

/// The namespace, and the feature of an entity that answers.
pub const NS: &str = "jabber:iq:last";

/// Asks an entity when it was last active.
///
/// [XEP-0012 §2](https://xmpp.org/extensions/xep-0012.html#protocol)
#[doc(alias("XEP-0012", "XEP0012", "0012"))]
#[doc(alias("jabber:iq:last", "query"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "query")]
#[xml(new = "A request.")]
#[non_exhaustive]
pub struct Request {
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// When an entity was last active: the answer to a [`Request`], or in presence what the sender says of itself.
///
/// [XEP-0012 §2](https://xmpp.org/extensions/xep-0012.html#protocol)
#[doc(alias("XEP-0012", "XEP0012", "0012"))]
#[doc(alias("jabber:iq:last", "query"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "query")]
#[xml(new = "So many seconds ago, without a status.")]
#[non_exhaustive]
pub struct Response {
    /// How many seconds ago. Of an account: since it logged out, 0 while it is online; of a connected client: since its
    /// user did something; of a server or component: since it was started. In the presence that begins a session: since
    /// the one before ended (XEP-0256 §1.1).
    #[xml(attribute)]
    pub seconds: u64,
    /// The status with which the account logged out. `None` where there was none, and of all others.
    #[xml(text)]
    pub status: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}
