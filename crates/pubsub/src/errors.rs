//! Error conditions specific to publish-subscribe.
//!
//! [XEP-0060, Publish-Subscribe](https://xmpp.org/extensions/xep-0060.html#errors)

use xmpp_xml::{Extra, OtherToken, Xml};

use crate::Feature;

/// The namespace.
pub const NS: &str = "http://jabber.org/protocol/pubsub#errors";

/// A pubsub-specific condition, in addition to the condition of the stanza error.
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
#[derive(Clone, Xml)]
#[xml(namespace = NS, derive(Debug, PartialEq, Eq))]
#[xml(new = "An error of this kind.", with)]
#[non_exhaustive]
pub struct Error {
    /// The kind, which is the name of the element.
    #[xml(name)]
    pub kind: ErrorKind,
    /// The unsupported feature, for [`ErrorKind::Unsupported`]. `None` for all other kinds.
    #[xml(attribute)]
    pub feature: Option<Feature>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Error {
    /// An error for this unsupported feature.
    #[must_use]
    pub fn unsupported(feature: Feature) -> Self {
        Self {
            feature: Some(feature),
            ..Self::new(ErrorKind::Unsupported)
        }
    }
}

/// Why a request was refused.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum ErrorKind {
    /// `closed-node`: only entities on the whitelist have access to the node; in an error `not-allowed`.
    ClosedNode,
    /// `configuration-required`: the subscription must be configured first; in an error `not-acceptable`.
    ConfigurationRequired,
    /// `invalid-jid`: the requester is not the entity to be subscribed; in an error `bad-request`.
    InvalidJid,
    /// `invalid-options`: an option or its value is not understood, in an error `bad-request`; or not possible, in an
    /// error `not-allowed`.
    InvalidOptions,
    /// `invalid-payload`: there are several payloads, or one in the wrong namespace; in an error `bad-request`.
    InvalidPayload,
    /// `invalid-subid`: the subscriber has no subscription with this identifier; in an error `not-acceptable`.
    InvalidSubid,
    /// `item-forbidden`: the node does not accept items; in an error `bad-request`.
    ItemForbidden,
    /// `item-required`: an item is required but missing; in an error `bad-request`.
    ItemRequired,
    /// `jid-required`: the subscriber is not specified; in an error `bad-request`.
    JidRequired,
    /// `max-items-exceeded`: more items than the node may have; in an error `not-allowed`.
    MaxItemsExceeded,
    /// `max-nodes-exceeded`: more nodes than the collection may have; in an error `not-allowed`.
    MaxNodesExceeded,
    /// `node-full`: the node has the maximum number of items; in an error `conflict`.
    NodeFull,
    /// `nodeid-required`: the node is not specified; in an error `bad-request`, or `not-acceptable` when creating
    /// one.
    NodeidRequired,
    /// `not-in-roster-group`: only certain roster groups of the owner have access to the node; in an error `not-authorized`.
    NotInRosterGroup,
    /// `not-subscribed`: there is no subscription; in an error `unexpected-request`, or `not-authorized` when retrieving
    /// items.
    NotSubscribed,
    /// `payload-too-big`: the payload is too large; in an error `not-acceptable`.
    PayloadTooBig,
    /// `payload-required`: the node does not accept items without a payload; in an error `bad-request`.
    PayloadRequired,
    /// `pending-subscription`: the subscription is not approved yet; in an error `not-authorized`.
    PendingSubscription,
    /// `precondition-not-met`: the configuration of the node differs from the publish options; in an error `conflict`.
    PreconditionNotMet,
    /// `presence-subscription-required`: only subscribers to the owner's presence have access to the node; in an
    /// error `not-authorized`.
    PresenceSubscriptionRequired,
    /// `subid-required`: the entity has several subscriptions and must specify one; in an error `bad-request`.
    SubidRequired,
    /// `too-many-subscriptions`: the limit on subscriptions is reached; in an error `policy-violation`.
    TooManySubscriptions,
    /// `unsupported`: the service or the node does not support this; in an error `feature-not-implemented`.
    Unsupported,
    /// `unsupported-access-model`: the access model is not supported; in an error `not-acceptable`.
    UnsupportedAccessModel,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}
