//! What pubsub adds to a stanza error.
//!
//! [XEP-0060, Publish-Subscribe](https://xmpp.org/extensions/xep-0060.html#errors)

use xmpp_xml::{Extra, OtherToken, Xml};

use crate::Feature;

/// The namespace.
pub const NS: &str = "http://jabber.org/protocol/pubsub#errors";

/// The condition beside that of the stanza error.
///
/// [XEP-0060 §18.2](https://xmpp.org/extensions/xep-0060.html#schemas-error)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub#errors", "closed-node"))]
#[doc(alias("configuration-required", "invalid-jid", "invalid-options"))]
#[doc(alias("invalid-payload", "invalid-subid", "item-forbidden"))]
#[doc(alias("item-required", "jid-required", "max-items-exceeded"))]
#[doc(alias("max-nodes-exceeded", "node-full", "nodeid-required"))]
#[doc(alias("not-in-roster-group", "not-subscribed", "payload-too-big"))]
#[doc(alias("payload-required", "pending-subscription"))]
#[doc(alias("precondition-not-met", "presence-subscription-required"))]
#[doc(alias("subid-required", "too-many-subscriptions", "unsupported"))]
#[doc(alias("unsupported-access-model"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS)]
#[xml(new = "This one.", with)]
#[non_exhaustive]
pub struct Error {
    /// Which: the name of the element.
    #[xml(name)]
    pub kind: ErrorKind,
    /// With [`ErrorKind::Unsupported`], what is not supported; absent with the others.
    #[xml(attribute)]
    pub feature: Option<Feature>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Error {
    /// This feature is not supported.
    #[must_use]
    pub fn unsupported(feature: Feature) -> Self {
        Self {
            feature: Some(feature),
            ..Self::new(ErrorKind::Unsupported)
        }
    }
}

/// Why a request is refused.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum ErrorKind {
    /// `closed-node`: only those on its whitelist get at the node; in an error `not-allowed`.
    ClosedNode,
    /// `configuration-required`: the subscription must be configured first; in an error `not-acceptable`.
    ConfigurationRequired,
    /// `invalid-jid`: who asks is not who is to be subscribed; in an error `bad-request`.
    InvalidJid,
    /// `invalid-options`: an option or its value is not understood, in an error `bad-request`; or not possible, in an
    /// error `not-allowed`.
    InvalidOptions,
    /// `invalid-payload`: there are several payloads, or one of the wrong namespace; in an error `bad-request`.
    InvalidPayload,
    /// `invalid-subid`: the subscriber has no subscription of this identifier; in an error `not-acceptable`.
    InvalidSubid,
    /// `item-forbidden`: the node takes no items; in an error `bad-request`.
    ItemForbidden,
    /// `item-required`: there is no item where there must be one; in an error `bad-request`.
    ItemRequired,
    /// `jid-required`: it is not said whose subscription is meant; in an error `bad-request`.
    JidRequired,
    /// `max-items-exceeded`: these are more items than the node may have; in an error `not-allowed`.
    MaxItemsExceeded,
    /// `max-nodes-exceeded`: these are more nodes than the collection may have; in an error `not-allowed`.
    MaxNodesExceeded,
    /// `node-full`: the node has as many items as it may have; in an error `conflict`.
    NodeFull,
    /// `nodeid-required`: it is not said which node is meant; in an error `bad-request`, or `not-acceptable` where one
    /// is to be created.
    NodeidRequired,
    /// `not-in-roster-group`: only certain groups of the owner's roster get at the node; in an error `not-authorized`.
    NotInRosterGroup,
    /// `not-subscribed`: there is no subscription; in an error `unexpected-request`, or `not-authorized` where items
    /// are asked for.
    NotSubscribed,
    /// `payload-too-big`: in an error `not-acceptable`.
    PayloadTooBig,
    /// `payload-required`: the node takes no items without a payload; in an error `bad-request`.
    PayloadRequired,
    /// `pending-subscription`: the subscription is not approved yet; in an error `not-authorized`.
    PendingSubscription,
    /// `precondition-not-met`: the node is not configured as the publisher demands; in an error `conflict`.
    PreconditionNotMet,
    /// `presence-subscription-required`: only those with a subscription to the owner's presence get at the node; in an
    /// error `not-authorized`.
    PresenceSubscriptionRequired,
    /// `subid-required`: it is not said which of several subscriptions is meant; in an error `bad-request`.
    SubidRequired,
    /// `too-many-subscriptions`: in an error `policy-violation`.
    TooManySubscriptions,
    /// `unsupported`: the service or the node cannot do this; in an error `feature-not-implemented`.
    Unsupported,
    /// `unsupported-access-model`: in an error `not-acceptable`.
    UnsupportedAccessModel,
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}
