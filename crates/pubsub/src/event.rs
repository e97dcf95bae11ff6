//! What the subscribers of a node are told.
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

/// A notification: what happened to a node, or to a subscription.
///
/// Which subscription or collection it came by, the message says in
/// [headers](xmpp_vocabulary::headers::Headers) beside it:
/// [`SUBSCRIPTION_ID`](xmpp_vocabulary::headers::name::SUBSCRIPTION_ID) and
/// [`COLLECTION`](xmpp_vocabulary::headers::name::COLLECTION).
///
/// [XEP-0060 §18.3](https://xmpp.org/extensions/xep-0060.html#schemas-event)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub#event"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "event")]
#[non_exhaustive]
pub struct Event {
    /// What happened: one change.
    #[xml(child)]
    pub changes: Vec<Change>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Event {
    /// This happened.
    #[must_use]
    pub fn new(change: impl Into<Change>) -> Self {
        Self {
            changes: vec![change.into()],
            extra: Extra::new(),
        }
    }

    /// What happened, or the first of several changes; absent where nothing did that is known here.
    #[must_use]
    pub fn change(&self) -> Option<&Change> {
        self.changes.first()
    }

    /// The items that were published at a node.
    pub fn items(&self, node: &str) -> impl Iterator<Item = &Item> {
        self.at(node).flat_map(|items| &items.items)
    }

    /// The items of a node that were deleted.
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

/// What happened to a node, or to a subscription.
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum Change {
    /// `collection`: a node came into it, or left it.
    Collection(Collection),
    /// `configuration`: it is configured otherwise.
    Configuration(Configuration),
    /// `create`: it is new.
    Create(Create),
    /// `delete`: it is gone.
    Delete(Delete),
    /// `items`: items of it were published or deleted.
    Items(Items),
    /// `purge`: all its items are gone.
    Purge(Purge),
    /// `subscription`: a subscription has come further, has ended, or soon will.
    Subscription(Subscription),
}

/// A node came into a collection, or left it.
///
/// [XEP-0248 §5.3.2](https://xmpp.org/extensions/xep-0248.html#notify-associate-dissociate)
#[doc(alias("XEP-0248", "XEP0248", "0248"))]
#[doc(alias("http://jabber.org/protocol/pubsub#event"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "collection")]
#[xml(new = "These nodes came into this collection, or left it.", parameters = [node, associations], with)]
#[non_exhaustive]
pub struct Collection {
    /// The collection; absent for the root, which all nodes of a service are under.
    #[xml(attribute)]
    pub node: Option<String>,
    /// What came and what left.
    #[xml(child)]
    pub associations: Vec<Association>,
    /// What came, as it was told before there was `associate`.
    #[xml(child)]
    pub members: Vec<Member>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// One node that came into the collection, or left it.
///
/// [XEP-0248 §5.3.2](https://xmpp.org/extensions/xep-0248.html#notify-associate-dissociate)
#[doc(alias("XEP-0248", "XEP0248", "0248"))]
#[doc(alias("http://jabber.org/protocol/pubsub#event", "associate"))]
#[doc(alias("dissociate", "disassociate"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS)]
#[non_exhaustive]
pub struct Association {
    /// Whether it came or left: the name of the element.
    #[xml(name)]
    pub kind: AssociationKind,
    /// The node.
    #[xml(attribute)]
    pub node: String,
    /// What the node says about itself; absent where it is not told.
    #[xml(child)]
    pub form: Option<Form>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Association {
    /// The node came.
    #[must_use]
    pub fn associate(node: &str) -> Self {
        Self::new(AssociationKind::Associate, node)
    }

    /// The node left.
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

/// One node that came into the collection, as it was told before there was `associate`.
///
/// [XEP-0248 §5.3.1](https://xmpp.org/extensions/xep-0248.html#notify)
#[doc(alias("XEP-0248", "XEP0248", "0248"))]
#[doc(alias("http://jabber.org/protocol/pubsub#event", "node"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "node")]
#[xml(new = "This node.", parameters = [id], with)]
#[non_exhaustive]
pub struct Member {
    /// The node, as senders tell it. Absent where [`node`](Self::node) does.
    #[xml(attribute)]
    pub id: Option<String>,
    /// The node, as the specification has it. Absent where [`id`](Self::id) tells it.
    #[xml(attribute)]
    pub node: Option<String>,
    /// What the node says about itself; absent where it is not told.
    #[xml(child)]
    pub form: Option<Form>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A node is configured otherwise.
///
/// [XEP-0060 §8.2.5.3](https://xmpp.org/extensions/xep-0060.html#owner-configure-process-notify)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub#event"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "configuration")]
#[xml(new = "This node, in a way that is not told.", parameters = [node])]
#[non_exhaustive]
pub struct Configuration {
    /// The node; absent for the root, which all nodes of a service are under.
    #[xml(attribute)]
    pub node: Option<String>,
    /// The configuration; absent where notifications have no payload.
    #[xml(child)]
    pub form: Option<Form>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Configuration {
    /// This node, in this way.
    #[must_use]
    pub fn with_form(node: &str, form: Form) -> Self {
        Self {
            form: Some(form),
            ..Self::new(node)
        }
    }
}

/// A node is new.
///
/// [XEP-0248 §5.3.1.2](https://xmpp.org/extensions/xep-0248.html#notify-items)
#[doc(alias("XEP-0248", "XEP0248", "0248"))]
#[doc(alias("http://jabber.org/protocol/pubsub#event"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "create")]
#[xml(new = "This node.")]
#[non_exhaustive]
pub struct Create {
    /// The node.
    #[xml(attribute)]
    pub node: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A node is gone.
///
/// [XEP-0060 §8.4.2](https://xmpp.org/extensions/xep-0060.html#owner-delete-success)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub#event"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "delete")]
#[xml(new = "This node.")]
#[non_exhaustive]
pub struct Delete {
    /// The node.
    #[xml(attribute)]
    pub node: String,
    /// Where to go instead; absent where there is no such place.
    #[xml(child)]
    pub redirect: Option<Redirect>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Delete {
    /// This node, with an URI to go to instead.
    #[must_use]
    pub fn with_redirect(node: &str, uri: &str) -> Self {
        Self {
            redirect: Some(Redirect::new(uri)),
            ..Self::new(node)
        }
    }
}

/// Where to go instead of a deleted node.
///
/// [XEP-0060 §8.4.2](https://xmpp.org/extensions/xep-0060.html#owner-delete-success)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub#event"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "redirect")]
#[xml(new = "To this URI.")]
#[non_exhaustive]
pub struct Redirect {
    /// The URI, `xmpp:` for another node.
    #[xml(attribute)]
    pub uri: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Items of a node were published or deleted.
///
/// [XEP-0060 §7.1.2](https://xmpp.org/extensions/xep-0060.html#publisher-publish-success)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub#event"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "items")]
#[xml(new = "An event at this node without an item.", with)]
#[non_exhaustive]
pub struct Items {
    /// The node: that which they were published at, also where the notification came by a collection.
    #[xml(attribute)]
    pub node: String,
    /// Those that were published. None where the event says enough.
    #[xml(child)]
    pub items: Vec<Item>,
    /// Those that were deleted.
    #[xml(child)]
    pub retracts: Vec<Retract>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Items {
    /// These items were published at this node.
    #[must_use]
    pub fn published(node: &str, items: Vec<Item>) -> Self {
        Self {
            items,
            ..Self::new(node)
        }
    }

    /// These items of this node were deleted.
    #[must_use]
    pub fn retracted(node: &str, retracts: Vec<Retract>) -> Self {
        Self {
            retracts,
            ..Self::new(node)
        }
    }
}

/// An item that was published.
///
/// [XEP-0060 §7.1.2](https://xmpp.org/extensions/xep-0060.html#publisher-publish-success)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub#event"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "item")]
#[non_exhaustive]
pub struct Item {
    /// Which item of the node it is. Absent where a node does not tell its items apart.
    #[xml(attribute)]
    pub id: Option<String>,
    /// Who published it, as the service says. Absent where it does not.
    #[xml(attribute)]
    pub publisher: Option<Jid>,
    /// The node, once more: XEP-0248 names it here. Absent where [`Items::node`] is enough.
    #[xml(attribute)]
    pub node: Option<String>,
    /// What was published: one element. None where notifications have no payload.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

item_methods!(Item);

/// An item that was deleted.
///
/// [XEP-0060 §7.2.2](https://xmpp.org/extensions/xep-0060.html#publisher-delete-success)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub#event"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "retract")]
#[xml(new = "The item of this identifier.")]
#[non_exhaustive]
pub struct Retract {
    /// Which item of the node it was.
    #[xml(attribute)]
    pub id: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// All items of a node are gone.
///
/// [XEP-0060 §8.5.2](https://xmpp.org/extensions/xep-0060.html#owner-purge-success)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub#event"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "purge")]
#[xml(new = "Those of this node.")]
#[non_exhaustive]
pub struct Purge {
    /// The node.
    #[xml(attribute)]
    pub node: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A subscription has come further, has ended, or soon will.
///
/// [XEP-0060 §13.14](https://xmpp.org/extensions/xep-0060.html#impl-subchange)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub#event"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "subscription")]
#[xml(new = "That of this address to this node.", parameters = [node, jid, subscription], with)]
#[non_exhaustive]
pub struct Subscription {
    /// The node; absent for the root, which all nodes of a service are under.
    #[xml(attribute)]
    pub node: Option<String>,
    /// Where the notifications go.
    #[xml(attribute)]
    pub jid: Jid,
    /// Which of several subscriptions of the same address it is; absent where there is one at most.
    #[xml(attribute)]
    pub subid: Option<String>,
    /// How far it has come; absent where it is not said.
    #[xml(attribute)]
    pub subscription: Option<SubscriptionState>,
    /// When it ends; absent where it does not, or it is not said.
    ///
    /// [XEP-0060 §13.19](https://xmpp.org/extensions/xep-0060.html#impl-leases)
    #[xml(attribute, strict)]
    pub expiry: Option<DateTime>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}
