//! Subscriptions that the account's server keeps, for all clients of the account.
//!
//! ```
//! use xmpp_jid::Jid;
//! use xmpp_pubsub::account::Manage;
//! use xmpp_pubsub::Subscribe;
//!
//! let subscribe = Subscribe::new("princely_musings", Jid::new("francisco@denmark.example")?);
//! let manage = Manage::new(Jid::new("pubsub.denmark.example")?).with_subscribe(subscribe);
//! assert!(xmpp_xml::to_string(&manage)?.starts_with("<pam xmlns='urn:xmpp:pam:0' jid='pubsub.denmark.example'><subscribe "));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [XEP-0376, Pubsub Account Management](https://xmpp.org/extensions/xep-0376.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_core_stanzas::Message;
use xmpp_jid::Jid;
use xmpp_xml::{Error, Extra, RawElement, Xml};

use crate::pubsub::{self, Subscribe, Unsubscribe};
use crate::state::SubscriptionState;

/// The namespace, which is also the feature of clients and accounts that support this.
pub const NS: &str = "urn:xmpp:pam:0";

/// In an iq of type `set` to the own account: subscribes it to a node of a service, or unsubscribes it.
///
/// [XEP-0376 §3.2](https://xmpp.org/extensions/xep-0376.html#subs)
#[doc(alias("XEP-0376", "XEP0376", "0376"))]
#[doc(alias("urn:xmpp:pam:0", "pam"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "pam")]
#[xml(new = "To this service, so far without a request.", with)]
#[non_exhaustive]
pub struct Manage {
    /// The service.
    #[xml(attribute)]
    pub jid: Jid,
    /// The subscription that is requested. Its JID has to be the own bare JID, which a server checks. `None` if it is something
    /// else.
    #[xml(child, strict)]
    pub subscribe: Option<Subscribe>,
    /// The subscription that ends. `None` if it is something else.
    #[xml(child, strict)]
    pub unsubscribe: Option<Unsubscribe>,
    /// Other requests to the service.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In a message of the own account to its clients: subscriptions have changed.
///
/// Anybody can send one: [`of`](Self::of) looks at the sender.
///
/// [XEP-0376 §3.2](https://xmpp.org/extensions/xep-0376.html#subs)
#[doc(alias("XEP-0376", "XEP0376", "0376"))]
#[doc(alias("urn:xmpp:pam:0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "notify")]
#[xml(new = "These subscriptions at a service.", parameters = [service, subscriptions], with)]
#[non_exhaustive]
pub struct Notify {
    /// The version of the list by now. `None` if the server has no versions.
    #[xml(attribute = "ver")]
    pub version: Option<String>,
    /// The service.
    #[xml(attribute)]
    pub service: Jid,
    /// The subscriptions, each with its state by now.
    #[xml(child)]
    pub subscriptions: Vec<pubsub::Subscription>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Notify {
    /// The change that a message is about, from the own account. `None` means that it is something else, or from somebody else.
    ///
    /// # Errors
    /// Something in it is invalid.
    pub fn of(message: &Message, account: &Jid) -> Result<Option<Self>, Error> {
        let is_own = match &message.from {
            None => true,
            Some(from) => from.is_valid() && *from == account.to_bare(),
        };
        if is_own { message.payload() } else { Ok(None) }
    }
}

/// In an iq of type `get` to the own account: requests its subscriptions; the result lists them.
///
/// [XEP-0376 §3.4](https://xmpp.org/extensions/xep-0376.html#sublist)
#[doc(alias("XEP-0376", "XEP0376", "0376"))]
#[doc(alias("urn:xmpp:pam:0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "subscriptions")]
#[xml(new = "Requests all of them; in a result, there are none.", with)]
#[non_exhaustive]
pub struct Subscriptions {
    /// In a request, the version that the client has; in a result, that of the list. `None` if there is none.
    #[xml(attribute = "ver")]
    pub version: Option<String>,
    /// The subscriptions. None in a request.
    #[xml(child)]
    pub subscriptions: Vec<Subscription>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A subscription of the account.
///
/// [XEP-0376 §3.4](https://xmpp.org/extensions/xep-0376.html#sublist)
#[doc(alias("XEP-0376", "XEP0376", "0376"))]
#[doc(alias("urn:xmpp:pam:0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "subscription")]
#[xml(new = "At this service, of this JID, in this state.", parameters = [service, jid, subscription], with)]
#[non_exhaustive]
pub struct Subscription {
    /// The service.
    #[xml(attribute)]
    pub service: Jid,
    /// The node. `None` means the root collection.
    #[xml(attribute)]
    pub node: Option<String>,
    /// The JID that receives the notifications.
    #[xml(attribute)]
    pub jid: Jid,
    /// The state of the subscription. `None` if not specified.
    #[xml(attribute)]
    pub subscription: Option<SubscriptionState>,
    /// The identifier of the subscription. `None` if the JID has only one.
    #[xml(attribute)]
    pub subid: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
