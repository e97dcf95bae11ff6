//! Subscriptions of accounts that are not in a room to its events: the extension MUC/Sub of ejabberd.
//!
//! The events are publish-subscribe events from the room, whose items have the payloads that occupants get: for
//! [`EventNode::Messages`] the message itself, for [`EventNode::Subscribers`] a [`Subscribe`] or [`Unsubscribe`].
//!
//! ```
//! use xmpp_muc::subscription::{Event, EventNode, Subscribe};
//!
//! let subscribe = Subscribe::new("Hatter", [Event::new(EventNode::Messages)]);
//! assert_eq!(
//!     xmpp_xml::to_string(&subscribe)?,
//!     "<subscribe xmlns='urn:xmpp:mucsub:0' nick='Hatter'><event node='urn:xmpp:mucsub:nodes:messages'/></subscribe>"
//! );
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
//!
//! [MUC/Sub](https://docs.ejabberd.im/developer/xmpp-clients-bots/extensions/muc-sub/)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_xml::{Extra, OtherToken, Secret, Xml};

/// The namespace, which is also the feature of rooms that support this.
pub const NS: &str = "urn:xmpp:mucsub:0";

/// In an iq of type `set` to a room: subscribes to events. The result has the events that are now subscribed to. As the
/// payload of an item: somebody has subscribed.
///
/// [MUC/Sub](https://docs.ejabberd.im/developer/xmpp-clients-bots/extensions/muc-sub/)
#[doc(alias("XEP-0045", "XEP0045", "0045"))]
#[doc(alias("urn:xmpp:mucsub:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "subscribe", derive(Debug, PartialEq, Eq))]
#[xml(new = "Subscribes under this nickname to these events.", parameters = [nick, events], with)]
#[non_exhaustive]
pub struct Subscribe {
    /// The subscriber, if a moderator subscribes somebody else. `None` means the sender.
    #[xml(attribute, strict)]
    pub jid: Option<Jid>,
    /// The nickname. Present in a request; `None` in the result.
    #[xml(attribute)]
    pub nick: Option<String>,
    /// The password of the room. `None` if none is required.
    #[xml(attribute)]
    pub password: Option<Secret<String>>,
    /// The events.
    #[xml(child)]
    pub events: Vec<Event>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `set` to a room: unsubscribes. As the payload of an item: somebody has unsubscribed.
///
/// [MUC/Sub](https://docs.ejabberd.im/developer/xmpp-clients-bots/extensions/muc-sub/)
#[doc(alias("XEP-0045", "XEP0045", "0045"))]
#[doc(alias("urn:xmpp:mucsub:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "unsubscribe", derive(Debug, PartialEq, Eq))]
#[xml(new = "Unsubscribes the sender.", with)]
#[non_exhaustive]
pub struct Unsubscribe {
    /// The subscriber, if a moderator unsubscribes somebody else. `None` means the sender, unless there is a
    /// [`nick`](Self::nick).
    #[xml(attribute, strict)]
    pub jid: Option<Jid>,
    /// The subscriber's nickname, if a moderator unsubscribes somebody else.
    #[xml(attribute)]
    pub nick: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `get`, and empty, a request to a room for its subscribers, or to a service for the requester's
/// subscriptions; the result has them.
///
/// [MUC/Sub](https://docs.ejabberd.im/developer/xmpp-clients-bots/extensions/muc-sub/)
#[doc(alias("XEP-0045", "XEP0045", "0045"))]
#[doc(alias("urn:xmpp:mucsub:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "subscriptions", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request for subscriptions, or an empty result.", with)]
#[non_exhaustive]
pub struct Subscriptions {
    /// The subscriptions; empty in a request.
    #[xml(child)]
    pub subscriptions: Vec<Subscription>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A subscription.
///
/// [MUC/Sub](https://docs.ejabberd.im/developer/xmpp-clients-bots/extensions/muc-sub/)
#[doc(alias("XEP-0045", "XEP0045", "0045"))]
#[doc(alias("urn:xmpp:mucsub:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "subscription", derive(Debug, PartialEq, Eq))]
#[xml(new = "The subscription of this account or, in the answer of a service, in this room.", parameters = [jid, events], with)]
#[non_exhaustive]
pub struct Subscription {
    /// In the answer of a room, the subscriber; in that of a service, the room.
    #[xml(attribute)]
    pub jid: Jid,
    /// The nickname. `None` if not specified.
    #[xml(attribute)]
    pub nick: Option<String>,
    /// The events.
    #[xml(child)]
    pub events: Vec<Event>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A kind of events.
///
/// [MUC/Sub](https://docs.ejabberd.im/developer/xmpp-clients-bots/extensions/muc-sub/)
#[doc(alias("XEP-0045", "XEP0045", "0045"))]
#[doc(alias("urn:xmpp:mucsub:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "event", derive(Debug, PartialEq, Eq))]
#[xml(new = "Events of this kind.")]
#[non_exhaustive]
pub struct Event {
    /// The kind.
    #[xml(attribute)]
    pub node: EventNode,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A kind of events, by the node of the events.
///
/// [MUC/Sub](https://docs.ejabberd.im/developer/xmpp-clients-bots/extensions/muc-sub/)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum EventNode {
    /// `urn:xmpp:mucsub:nodes:presence`: presence of occupants.
    #[xml(token = "urn:xmpp:mucsub:nodes:presence")]
    Presence,
    /// `urn:xmpp:mucsub:nodes:messages`: messages.
    #[xml(token = "urn:xmpp:mucsub:nodes:messages")]
    Messages,
    /// `urn:xmpp:mucsub:nodes:participants`: the occupants of the room.
    #[xml(token = "urn:xmpp:mucsub:nodes:participants")]
    Participants,
    /// `urn:xmpp:mucsub:nodes:subscribers`: new and ended subscriptions.
    #[xml(token = "urn:xmpp:mucsub:nodes:subscribers")]
    Subscribers,
    /// `urn:xmpp:mucsub:nodes:affiliations`: changes of affiliations.
    #[xml(token = "urn:xmpp:mucsub:nodes:affiliations")]
    Affiliations,
    /// `urn:xmpp:mucsub:nodes:config`: changes of the configuration.
    #[xml(token = "urn:xmpp:mucsub:nodes:config")]
    Config,
    /// `urn:xmpp:mucsub:nodes:subject`: changes of the subject.
    #[xml(token = "urn:xmpp:mucsub:nodes:subject")]
    Subject,
    /// `urn:xmpp:mucsub:nodes:system`: system messages.
    #[xml(token = "urn:xmpp:mucsub:nodes:system")]
    System,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}
