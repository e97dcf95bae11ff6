//! Event notifications to the subscribers of a node.
//!
//! [XEP-0060, Publish-Subscribe](https://xmpp.org/extensions/xep-0060.html#impl-notify), with the collections of
//! [XEP-0248, PubSub Collection Nodes](https://xmpp.org/extensions/xep-0248.html#notifications).

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use xmpp_data_forms::form::Form;
use xmpp_jid::Jid;
use xmpp_xml::{DateTime, Extra, RawElement, Xml};

use crate::payload::item_methods;
use crate::state::{AssociationKind, SubscriptionState};

/// The namespace.
pub const NS: &str = "http://jabber.org/protocol/pubsub#event";

/// A notification: what happened to a node or a subscription.
///
/// The subscription or collection that caused it is named in the
/// [headers](xmpp_vocabulary::headers::Headers) of the message:
/// [`SUBSCRIPTION_ID`](xmpp_vocabulary::headers::name::SUBSCRIPTION_ID) and
/// [`COLLECTION`](xmpp_vocabulary::headers::name::COLLECTION).
///
/// [XEP-0060 §18.3](https://xmpp.org/extensions/xep-0060.html#schemas-event)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub#event"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "event", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Event {
    /// The change: exactly one.
    #[xml(child)]
    pub changes: Vec<Change>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Event {
    /// A notification of this change.
    #[must_use]
    pub fn new(change: impl Into<Change>) -> Self {
        Self {
            changes: vec![change.into()],
            extra: Extra::new(),
        }
    }

    /// The change, or the first if there are several. `None` if there is no known change.
    #[must_use]
    pub fn change(&self) -> Option<&Change> {
        self.changes.first()
    }

    /// The items published to a node.
    pub fn items(&self, node: &str) -> impl Iterator<Item = &Item> {
        self.at(node).flat_map(|items| &items.items)
    }

    /// The items deleted from a node.
    pub fn retracts(&self, node: &str) -> impl Iterator<Item = &Retract> {
        self.at(node).flat_map(|items| &items.retracts)
    }

    fn at(&self, node: &str) -> impl Iterator<Item = &Items> {
        self.changes
            .iter()
            .filter_map(|change| match change {
                Change::Items(items) => Some(items),
                _ => None,
            })
            .filter(move |items| items.node == node)
    }
}

/// A change to a node or a subscription.
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum Change {
    /// `collection`: a node was added to a collection, or removed from it.
    Collection(Collection),
    /// `configuration`: its configuration changed.
    Configuration(Configuration),
    /// `create`: it was created.
    Create(Create),
    /// `delete`: it was deleted.
    Delete(Delete),
    /// `items`: items were published or deleted.
    Items(Items),
    /// `purge`: all its items were deleted.
    Purge(Purge),
    /// `subscription`: the state of a subscription changed, or the subscription has ended or is about to.
    Subscription(Subscription),
}

/// A node was added to a collection, or removed from it.
///
/// [XEP-0248 §5.3.2](https://xmpp.org/extensions/xep-0248.html#notify-associate-dissociate)
#[doc(alias("XEP-0248", "XEP0248", "0248"))]
#[doc(alias("http://jabber.org/protocol/pubsub#event"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "collection", derive(Debug, PartialEq, Eq))]
#[xml(new = "Adds nodes to this collection, or removes them from it.", parameters = [node, associations], with)]
#[non_exhaustive]
pub struct Collection {
    /// The collection. `None` means the root collection of the service.
    #[xml(attribute)]
    pub node: Option<String>,
    /// The nodes that were added or removed.
    #[xml(child)]
    pub associations: Vec<Association>,
    /// The nodes that were added, in the format that preceded `associate`.
    #[xml(child)]
    pub members: Vec<Member>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A node that was added to the collection, or removed from it.
///
/// [XEP-0248 §5.3.2](https://xmpp.org/extensions/xep-0248.html#notify-associate-dissociate)
#[doc(alias("XEP-0248", "XEP0248", "0248"))]
#[doc(alias("http://jabber.org/protocol/pubsub#event", "associate"))]
#[doc(alias("dissociate", "disassociate"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Association {
    /// Whether it was added or removed: the name of the element.
    #[xml(name)]
    pub kind: AssociationKind,
    /// The node.
    #[xml(attribute)]
    pub node: String,
    /// The metadata of the node. `None` if not included.
    #[xml(child)]
    pub form: Option<Form>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Association {
    /// A node that was added.
    #[must_use]
    pub fn associate(node: &str) -> Self {
        Self::new(AssociationKind::Associate, node)
    }

    /// A node that was removed.
    #[must_use]
    pub fn dissociate(node: &str) -> Self {
        Self::new(AssociationKind::Dissociate, node)
    }

    fn new(kind: AssociationKind, node: &str) -> Self {
        Self {
            kind,
            node: String::from(node),
            form: None,
            extra: Extra::new(),
        }
    }
}

/// A node that was added to the collection, in the format that preceded `associate`.
///
/// [XEP-0248 §5.3.1](https://xmpp.org/extensions/xep-0248.html#notify)
#[doc(alias("XEP-0248", "XEP0248", "0248"))]
#[doc(alias("http://jabber.org/protocol/pubsub#event", "node"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "node", derive(Debug, PartialEq, Eq))]
#[xml(new = "The node with this identifier.", parameters = [id], with)]
#[non_exhaustive]
pub struct Member {
    /// The node, in the attribute that senders use. `None` if it is in [`node`](Self::node).
    #[xml(attribute)]
    pub id: Option<String>,
    /// The node, in the attribute that the specification defines. `None` if it is in [`id`](Self::id).
    #[xml(attribute)]
    pub node: Option<String>,
    /// The metadata of the node. `None` if not included.
    #[xml(child)]
    pub form: Option<Form>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The configuration of a node changed.
///
/// [XEP-0060 §8.2.5.3](https://xmpp.org/extensions/xep-0060.html#owner-configure-process-notify)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub#event"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "configuration", derive(Debug, PartialEq, Eq))]
#[xml(new = "A change to this node, without its new configuration.", parameters = [node], with)]
#[non_exhaustive]
pub struct Configuration {
    /// The node. `None` means the root collection of the service.
    #[xml(attribute)]
    pub node: Option<String>,
    /// The new configuration. `None` if notifications have no payload.
    #[xml(child)]
    pub form: Option<Form>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A node was created.
///
/// [XEP-0248 §5.3.1.2](https://xmpp.org/extensions/xep-0248.html#notify-items)
#[doc(alias("XEP-0248", "XEP0248", "0248"))]
#[doc(alias("http://jabber.org/protocol/pubsub#event"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "create", derive(Debug, PartialEq, Eq))]
#[xml(new = "The creation of this node.")]
#[non_exhaustive]
pub struct Create {
    /// The node.
    #[xml(attribute)]
    pub node: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A node was deleted.
///
/// [XEP-0060 §8.4.2](https://xmpp.org/extensions/xep-0060.html#owner-delete-success)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub#event"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "delete", derive(Debug, PartialEq, Eq))]
#[xml(new = "The deletion of this node.", with)]
#[non_exhaustive]
pub struct Delete {
    /// The node.
    #[xml(attribute)]
    pub node: String,
    /// The replacement. `None` if there is none.
    #[xml(child)]
    pub redirect: Option<Redirect>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The replacement of a deleted node.
///
/// [XEP-0060 §8.4.2](https://xmpp.org/extensions/xep-0060.html#owner-delete-success)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub#event"))]
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

/// Items were published to a node, or deleted from it.
///
/// [XEP-0060 §7.1.2](https://xmpp.org/extensions/xep-0060.html#publisher-publish-success)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub#event"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "items", derive(Debug, PartialEq, Eq))]
#[xml(new = "An event at this node, without items.", with)]
#[non_exhaustive]
pub struct Items {
    /// The node. If the notification is due to a collection, this is still the node with the items.
    #[xml(attribute)]
    pub node: String,
    /// The published items. Empty for an event without items.
    #[xml(child)]
    pub items: Vec<Item>,
    /// The deleted items.
    #[xml(child)]
    pub retracts: Vec<Retract>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Items {
    /// The publication of these items to this node.
    #[must_use]
    pub fn published(node: &str, items: Vec<Item>) -> Self {
        Self {
            items,
            ..Self::new(node)
        }
    }

    /// The deletion of these items from this node.
    #[must_use]
    pub fn retracted(node: &str, retracts: Vec<Retract>) -> Self {
        Self {
            retracts,
            ..Self::new(node)
        }
    }
}

/// A published item.
///
/// [XEP-0060 §7.1.2](https://xmpp.org/extensions/xep-0060.html#publisher-publish-success)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub#event"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "item", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Item {
    /// The identifier of the item within the node. `None` if the node has no item identifiers.
    #[xml(attribute)]
    pub id: Option<String>,
    /// The publisher, as determined by the service. `None` if not disclosed.
    #[xml(attribute)]
    pub publisher: Option<Jid>,
    /// The node, repeated here as defined by XEP-0248. `None` if [`Items::node`] suffices.
    #[xml(attribute)]
    pub node: Option<String>,
    /// The payload: at most one element. Empty if notifications have no payload.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

item_methods!(Item);

/// A deleted item.
///
/// [XEP-0060 §7.2.2](https://xmpp.org/extensions/xep-0060.html#publisher-delete-success)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub#event"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "retract", derive(Debug, PartialEq, Eq))]
#[xml(new = "The item with this identifier.")]
#[non_exhaustive]
pub struct Retract {
    /// The identifier of the item within the node.
    #[xml(attribute)]
    pub id: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// All items of a node were deleted.
///
/// [XEP-0060 §8.5.2](https://xmpp.org/extensions/xep-0060.html#owner-purge-success)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub#event"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "purge", derive(Debug, PartialEq, Eq))]
#[xml(new = "The items of this node.")]
#[non_exhaustive]
pub struct Purge {
    /// The node.
    #[xml(attribute)]
    pub node: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The state of a subscription changed, or the subscription has ended or is about to.
///
/// [XEP-0060 §13.14](https://xmpp.org/extensions/xep-0060.html#impl-subchange)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub#event"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "subscription", derive(Debug, PartialEq, Eq))]
#[xml(new = "The subscription of this JID to this node.", parameters = [node, jid, subscription], with)]
#[non_exhaustive]
pub struct Subscription {
    /// The node. `None` means the root collection of the service.
    #[xml(attribute)]
    pub node: Option<String>,
    /// The JID that receives the notifications.
    #[xml(attribute)]
    pub jid: Jid,
    /// The identifier of the subscription. `None` if the JID has only one.
    #[xml(attribute)]
    pub subid: Option<String>,
    /// The state of the subscription. `None` if not specified.
    #[xml(attribute)]
    pub subscription: Option<SubscriptionState>,
    /// The expiry of the subscription. `None` if it does not expire, or is not disclosed.
    ///
    /// [XEP-0060 §13.19](https://xmpp.org/extensions/xep-0060.html#impl-leases)
    #[xml(attribute, strict)]
    pub expiry: Option<DateTime>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
