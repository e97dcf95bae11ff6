//! Publicly visible subscriptions.
//!
//! ```
//! use xmpp_jid::Jid;
//! use xmpp_pubsub::public;
//! use xmpp_pubsub::pubsub::{Pubsub, Subscribe};
//!
//! let subscribe = Subscribe::new("urn:xmpp:microblog:0", Jid::new("mole@river.example")?).public();
//! let request = Pubsub::new(subscribe);
//! assert!(xmpp_xml::to_string(&request)?.contains("<public xmlns='urn:xmpp:pps:0'/>"));
//!
//! assert_eq!(
//!     public::subscribers_node("urn:xmpp:microblog:0"),
//!     "urn:xmpp:pps:subscribers:0/urn:xmpp:microblog:0",
//! );
//! # Ok::<(), Box<dyn core::error::Error>>(())
//! ```
//!
//! [XEP-0465, Pubsub Public Subscriptions](https://xmpp.org/extensions/xep-0465.html)

use alloc::format;
use alloc::string::String;

use xmpp_jid::Jid;
use xmpp_xml::{Extra, Xml};

/// The namespace, which is also the feature of a service that supports this.
pub const NS: &str = "urn:xmpp:pps:0";

/// The node with the public subscriptions of an account, each a [`Subscription`]. Only its service publishes there.
///
/// [XEP-0465 §4.2](https://xmpp.org/extensions/xep-0465.html#retrieving_subs)
pub const SUBSCRIPTIONS_NODE: &str = "urn:xmpp:pps:subscriptions:0";

/// The node with the public subscribers of a node, each a [`Subscriber`]. Only its service publishes there.
///
/// [XEP-0465 §4.4](https://xmpp.org/extensions/xep-0465.html#retrieving_public_subscribers)
#[must_use]
pub fn subscribers_node(node: &str) -> String {
    format!("urn:xmpp:pps:subscribers:0/{node}")
}

/// A public subscription of an account.
///
/// [XEP-0465 §4.2](https://xmpp.org/extensions/xep-0465.html#retrieving_subs)
#[doc(alias("XEP-0465", "XEP0465", "0465"))]
#[doc(alias("urn:xmpp:pps:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "subscription", derive(Debug, PartialEq, Eq))]
#[xml(new = "A subscription to this node of this service.", parameters = [jid, node])]
#[non_exhaustive]
pub struct Subscription {
    /// The service.
    #[xml(attribute)]
    pub jid: Jid,
    /// The node.
    #[xml(attribute)]
    pub node: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A public subscriber of a node.
///
/// [XEP-0465 §4.4](https://xmpp.org/extensions/xep-0465.html#retrieving_public_subscribers)
#[doc(alias("XEP-0465", "XEP0465", "0465"))]
#[doc(alias("urn:xmpp:pps:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "subscriber", derive(Debug, PartialEq, Eq))]
#[xml(new = "The subscriber with this JID.")]
#[non_exhaustive]
pub struct Subscriber {
    /// The JID of the subscriber.
    #[xml(attribute)]
    pub jid: Jid,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
