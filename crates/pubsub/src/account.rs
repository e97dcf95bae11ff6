//! Subscriptions of an account, managed by its server for all of its clients.
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

/// Subscribes the account to a node of a service or unsubscribes it, in an iq of type `set` to the user's own account.
///
/// [XEP-0376 §3.2](https://xmpp.org/extensions/xep-0376.html#subs)
#[doc(alias("XEP-0376", "XEP0376", "0376"))]
#[doc(alias("urn:xmpp:pam:0", "pam"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "pam", derive(Debug, PartialEq, Eq))]
#[xml(
    new = "Manages subscriptions at this service, so far without a request.",
    with
)]
#[non_exhaustive]
pub struct Manage {
    /// The service.
    #[xml(attribute)]
    pub jid: Jid,
    /// The requested subscription. Its JID must be the account's bare JID; servers check this. `None` for other requests.
    #[xml(child, strict)]
    pub subscribe: Option<Subscribe>,
    /// The subscription to end. `None` for other requests.
    #[xml(child, strict)]
    pub unsubscribe: Option<Unsubscribe>,
    /// Other requests to the service.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Notifies clients of changed subscriptions, in a message from the user's own account.
///
/// Anybody can send one: [`of`](Self::of) checks the sender.
///
/// [XEP-0376 §3.2](https://xmpp.org/extensions/xep-0376.html#subs)
#[doc(alias("XEP-0376", "XEP0376", "0376"))]
#[doc(alias("urn:xmpp:pam:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "notify", derive(Debug, PartialEq, Eq))]
#[xml(new = "Notifies of these subscriptions at a service.", parameters = [service, subscriptions], with)]
#[non_exhaustive]
pub struct Notify {
    /// The new version of the list. `None` if the server does not support versions.
    #[xml(attribute = "ver")]
    pub version: Option<String>,
    /// The service.
    #[xml(attribute)]
    pub service: Jid,
    /// The subscriptions with their new states.
    #[xml(child)]
    pub subscriptions: Vec<pubsub::Subscription>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Notify {
    /// The change in a message from the user's own account. `None` means that the message is something else, or from another
    /// sender.
    ///
    /// # Errors
    /// The element is invalid.
    pub fn of(message: &Message, account: &Jid) -> Result<Option<Self>, Error> {
        let is_own = match &message.from {
            None => true,
            Some(from) => from.is_valid() && *from == account.to_bare(),
        };
        if is_own { message.payload() } else { Ok(None) }
    }
}

/// Requests the account's subscriptions, in an iq of type `get` to the user's own account; the result lists them.
///
/// [XEP-0376 §3.4](https://xmpp.org/extensions/xep-0376.html#sublist)
#[doc(alias("XEP-0376", "XEP0376", "0376"))]
#[doc(alias("urn:xmpp:pam:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "subscriptions", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request for all subscriptions, or an empty result.", with)]
#[non_exhaustive]
pub struct Subscriptions {
    /// In a request, the version that the client has; in a result, that of the list. `None` if there is none.
    #[xml(attribute = "ver")]
    pub version: Option<String>,
    /// The subscriptions. Empty in a request.
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
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "subscription", derive(Debug, PartialEq, Eq))]
#[xml(new = "The subscription of this JID at a service, in this state.", parameters = [service, jid, subscription], with)]
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
