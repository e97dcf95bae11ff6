//! Requests of node owners.
//!
//! [XEP-0060, Publish-Subscribe](https://xmpp.org/extensions/xep-0060.html#owner), with the collections of
//! [XEP-0248, PubSub Collection Nodes](https://xmpp.org/extensions/xep-0248.html#owner).

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use xmpp_data_forms::form::Form;
use xmpp_jid::Jid;
use xmpp_xml::{Extra, Xml};

use crate::state::{AffiliationState, AssociationKind, NodeKind, SubscriptionState};

/// The namespace.
pub const NS: &str = "http://jabber.org/protocol/pubsub#owner";

/// A request that only the owner of a node may make, or the result.
///
/// [XEP-0060 §18.4](https://xmpp.org/extensions/xep-0060.html#schemas-owner)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub#owner"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "pubsub", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Pubsub {
    /// The action or its result: one in an iq, many in a user's exported data (XEP-0227).
    #[xml(child, strict)]
    pub actions: Vec<Action>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Pubsub {
    /// A request for this action.
    #[must_use]
    pub fn new(action: impl Into<Action>) -> Self {
        Self {
            actions: vec![action.into()],
            extra: Extra::new(),
        }
    }

    /// The action, or the first of several. `None` if there is none.
    #[must_use]
    pub fn action(&self) -> Option<&Action> {
        self.actions.first()
    }
}

/// An action on a node, or its result.
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum Action {
    /// `affiliations`: its affiliations.
    Affiliations(Affiliations),
    /// `collection`: the nodes in it.
    Collection(Collection),
    /// `configure`: its configuration.
    Configure(Configure),
    /// `default`: the default configuration of nodes.
    DefaultConfiguration(DefaultConfiguration),
    /// `delete`: its deletion.
    Delete(Delete),
    /// `purge`: the deletion of all its items.
    Purge(Purge),
    /// `subscriptions`: its subscriptions.
    Subscriptions(Subscriptions),
}

/// The affiliations of a node: a request for them in an iq of type `get`, changes to them in one of type `set`; all of
/// them in the result, and those that could not be changed in an error.
///
/// [XEP-0060 §8.9](https://xmpp.org/extensions/xep-0060.html#owner-affiliations)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub#owner"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "affiliations", derive(Debug, PartialEq, Eq))]
#[xml(new = "Affiliations of this node; while empty, a request for them.", parameters = [node], with)]
#[non_exhaustive]
pub struct Affiliations {
    /// The node. Required by the specification.
    #[xml(attribute)]
    pub node: Option<String>,
    /// The affiliations; empty in a request for them.
    #[xml(child, strict)]
    pub affiliations: Vec<Affiliation>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// An entity's affiliation with the node.
///
/// [XEP-0060 §8.9](https://xmpp.org/extensions/xep-0060.html#owner-affiliations)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub#owner"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "affiliation", derive(Debug, PartialEq, Eq))]
#[xml(new = "An entity's affiliation; [`AffiliationState::None`] removes it.", parameters = [jid, affiliation], with)]
#[non_exhaustive]
pub struct Affiliation {
    /// The entity.
    #[xml(attribute)]
    pub jid: Jid,
    /// The affiliation. `None` leaves it unchanged.
    #[xml(attribute)]
    pub affiliation: Option<AffiliationState>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Adds nodes to a collection, and removes nodes from it.
///
/// [XEP-0248 §7.5](https://xmpp.org/extensions/xep-0248.html#associate-node)
#[doc(alias("XEP-0248", "XEP0248", "0248"))]
#[doc(alias("http://jabber.org/protocol/pubsub#owner"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "collection", derive(Debug, PartialEq, Eq))]
#[xml(new = "Adds these nodes to this collection, or removes them.", parameters = [node, associations], with)]
#[non_exhaustive]
pub struct Collection {
    /// The collection. `None` means the root collection of the service.
    #[xml(attribute)]
    pub node: Option<String>,
    /// The nodes to add or remove.
    #[xml(child, strict)]
    pub associations: Vec<Association>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A node to add to the collection, or to remove from it.
///
/// [XEP-0248 §7.5](https://xmpp.org/extensions/xep-0248.html#associate-node)
#[doc(alias("XEP-0248", "XEP0248", "0248"))]
#[doc(alias("http://jabber.org/protocol/pubsub#owner", "associate"))]
#[doc(alias("dissociate", "disassociate"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Association {
    /// Whether to add or remove it: the name of the element.
    #[xml(name)]
    pub kind: AssociationKind,
    /// The node.
    #[xml(attribute)]
    pub node: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Association {
    /// A node to add.
    #[must_use]
    pub fn associate(node: &str) -> Self {
        Self::new(AssociationKind::Associate, node)
    }

    /// A node to remove.
    #[must_use]
    pub fn dissociate(node: &str) -> Self {
        Self::new(AssociationKind::Dissociate, node)
    }

    fn new(kind: AssociationKind, node: &str) -> Self {
        Self {
            kind,
            node: String::from(node),
            extra: Extra::new(),
        }
    }
}

/// The configuration of a node: a request for it in an iq of type `get`, with the form in the result; the submitted or
/// cancelled form in one of type `set`.
///
/// [XEP-0060 §8.2](https://xmpp.org/extensions/xep-0060.html#owner-configure)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub#owner"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "configure", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request for the configuration of this node.", parameters = [node], with)]
#[non_exhaustive]
pub struct Configure {
    /// The node. Required by the specification; a request without one is answered with
    /// [`NodeidRequired`](crate::errors::ErrorKind::NodeidRequired).
    #[xml(attribute)]
    pub node: Option<String>,
    /// The configuration. `None` in a request for it.
    #[xml(child, strict)]
    pub form: Option<Form>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The default configuration of nodes: a request for it, or the result.
///
/// [XEP-0060 §8.3](https://xmpp.org/extensions/xep-0060.html#owner-default),
/// [XEP-0248 §7.3](https://xmpp.org/extensions/xep-0248.html#owner-default)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub#owner", "default"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "default", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request for the default configuration of leaf nodes.", with)]
#[non_exhaustive]
pub struct DefaultConfiguration {
    /// The type of node. `None` means a leaf.
    #[xml(attribute = "type")]
    pub kind: Option<NodeKind>,
    /// The configuration. `None` in a request.
    #[xml(child, strict)]
    pub form: Option<Form>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl DefaultConfiguration {
    /// A request for that of this type of node.
    #[must_use]
    pub fn of_kind(kind: NodeKind) -> Self {
        Self {
            kind: Some(kind),
            ..Self::default()
        }
    }
}

/// Deletes a node.
///
/// [XEP-0060 §8.4](https://xmpp.org/extensions/xep-0060.html#owner-delete)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub#owner"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "delete", derive(Debug, PartialEq, Eq))]
#[xml(new = "Deletes this node.", parameters = [node], with)]
#[non_exhaustive]
pub struct Delete {
    /// The node. Required by the specification.
    #[xml(attribute)]
    pub node: Option<String>,
    /// The replacement. `None` if there is none.
    #[xml(child, strict)]
    pub redirect: Option<Redirect>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The replacement of a deleted node.
///
/// [XEP-0060 §8.4.1](https://xmpp.org/extensions/xep-0060.html#owner-delete-request)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub#owner"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "redirect", derive(Debug, PartialEq, Eq))]
#[xml(new = "A replacement at this URI.")]
#[non_exhaustive]
pub struct Redirect {
    /// The URI: `xmpp:` for another node.
    #[xml(attribute)]
    pub uri: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Deletes all items of a node.
///
/// [XEP-0060 §8.5](https://xmpp.org/extensions/xep-0060.html#owner-purge)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub#owner"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "purge", derive(Debug, PartialEq, Eq))]
#[xml(new = "The items of this node.", parameters = [node], with)]
#[non_exhaustive]
pub struct Purge {
    /// The node. Required by the specification.
    #[xml(attribute)]
    pub node: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The subscriptions to a node: a request for them in an iq of type `get`, changes to them in one of type `set`; all of
/// them in the result, and those that could not be changed in an error.
///
/// [XEP-0060 §8.8](https://xmpp.org/extensions/xep-0060.html#owner-subscriptions)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub#owner"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "subscriptions", derive(Debug, PartialEq, Eq))]
#[xml(new = "Subscriptions to this node; while empty, a request for them.", parameters = [node], with)]
#[non_exhaustive]
pub struct Subscriptions {
    /// The node. Required by the specification.
    #[xml(attribute)]
    pub node: Option<String>,
    /// The subscriptions; empty in a request for them.
    #[xml(child, strict)]
    pub subscriptions: Vec<Subscription>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// An entity's subscription to the node.
///
/// [XEP-0060 §8.8](https://xmpp.org/extensions/xep-0060.html#owner-subscriptions)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub#owner"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "subscription", derive(Debug, PartialEq, Eq))]
#[xml(new = "An entity's subscription; [`SubscriptionState::None`] ends it.", parameters = [jid, subscription], with)]
#[non_exhaustive]
pub struct Subscription {
    /// The JID that receives the notifications.
    #[xml(attribute)]
    pub jid: Jid,
    /// The state of the subscription. `None` leaves it unchanged.
    #[xml(attribute)]
    pub subscription: Option<SubscriptionState>,
    /// The identifier of the subscription. `None` if the JID has only one.
    #[xml(attribute)]
    pub subid: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
