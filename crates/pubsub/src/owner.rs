//! What its owner does with a node.
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

/// An action on a node that only its owner may do, or what came of it.
///
/// [XEP-0060 §18.4](https://xmpp.org/extensions/xep-0060.html#schemas-owner)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub#owner"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "pubsub")]
#[non_exhaustive]
pub struct Pubsub {
    /// What is to be done, or what came of it: one in an iq, many in the exported data of a user (XEP-0227).
    #[xml(child, strict)]
    pub actions: Vec<Action>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Pubsub {
    /// This action.
    #[must_use]
    pub fn new(action: impl Into<Action>) -> Self {
        Self {
            actions: vec![action.into()],
            extra: Extra::new(),
        }
    }

    /// The action, or the first of several; absent where there is none.
    #[must_use]
    pub fn action(&self) -> Option<&Action> {
        self.actions.first()
    }
}

/// What is to be done with a node, or what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum Action {
    /// `affiliations`: who may do what with it.
    Affiliations(Affiliations),
    /// `collection`: which nodes are in it.
    Collection(Collection),
    /// `configure`: its configuration.
    Configure(Configure),
    /// `default`: the configuration that a node has by default.
    DefaultConfiguration(DefaultConfiguration),
    /// `delete`: its end.
    Delete(Delete),
    /// `purge`: the end of all its items.
    Purge(Purge),
    /// `subscriptions`: who is subscribed to it.
    Subscriptions(Subscriptions),
}

/// In an iq of type `get`, asks who may do what with a node; in one of type `set`, says what changes. In the answer, all
/// affiliations; in an error, those that could not be changed.
///
/// [XEP-0060 §8.9](https://xmpp.org/extensions/xep-0060.html#owner-affiliations)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub#owner"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "affiliations")]
#[xml(new = "Those with this node; as it stands, a request for them.", parameters = [node], with)]
#[non_exhaustive]
pub struct Affiliations {
    /// The node. The specification demands it.
    #[xml(attribute)]
    pub node: Option<String>,
    /// The affiliations; none in a request for them.
    #[xml(child, strict)]
    pub affiliations: Vec<Affiliation>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What somebody may do with the node.
///
/// [XEP-0060 §8.9](https://xmpp.org/extensions/xep-0060.html#owner-affiliations)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub#owner"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "affiliation")]
#[xml(new = "That of somebody; [`AffiliationState::None`] takes away what there is.", parameters = [jid, affiliation], with)]
#[non_exhaustive]
pub struct Affiliation {
    /// Who.
    #[xml(attribute)]
    pub jid: Jid,
    /// What; absent where it is to stay as it is.
    #[xml(attribute)]
    pub affiliation: Option<AffiliationState>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Takes nodes into a collection, and out of it.
///
/// [XEP-0248 §7.5](https://xmpp.org/extensions/xep-0248.html#associate-node)
#[doc(alias("XEP-0248", "XEP0248", "0248"))]
#[doc(alias("http://jabber.org/protocol/pubsub#owner"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "collection")]
#[xml(new = "Takes these nodes into this collection, or out of it.", parameters = [node, associations], with)]
#[non_exhaustive]
pub struct Collection {
    /// The collection; absent for the root, which all nodes of a service are under.
    #[xml(attribute)]
    pub node: Option<String>,
    /// What goes in and what goes out.
    #[xml(child, strict)]
    pub associations: Vec<Association>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// One node that goes into the collection, or out of it.
///
/// [XEP-0248 §7.5](https://xmpp.org/extensions/xep-0248.html#associate-node)
#[doc(alias("XEP-0248", "XEP0248", "0248"))]
#[doc(alias("http://jabber.org/protocol/pubsub#owner", "associate"))]
#[doc(alias("dissociate", "disassociate"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS)]
#[non_exhaustive]
pub struct Association {
    /// Whether it goes in or out: the name of the element.
    #[xml(name)]
    pub kind: AssociationKind,
    /// The node.
    #[xml(attribute)]
    pub node: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Association {
    /// The node goes in.
    #[must_use]
    pub fn associate(node: &str) -> Self {
        Self::new(AssociationKind::Associate, node)
    }

    /// The node goes out.
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

/// In an iq of type `get`, asks for the configuration of a node, which the answer has; in one of type `set`, the form
/// filled in or cancelled.
///
/// [XEP-0060 §8.2](https://xmpp.org/extensions/xep-0060.html#owner-configure)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub#owner"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "configure")]
#[xml(new = "Asks for the configuration of this node.", parameters = [node])]
#[non_exhaustive]
pub struct Configure {
    /// The node. The specification demands it; whoever leaves it out is told so by
    /// [`NodeidRequired`](crate::errors::ErrorKind::NodeidRequired).
    #[xml(attribute)]
    pub node: Option<String>,
    /// The configuration; absent in a request for it.
    #[xml(child, strict)]
    pub form: Option<Form>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Configure {
    /// Tells the configuration of this node, or sets it.
    #[must_use]
    pub fn with_form(node: &str, form: Form) -> Self {
        Self {
            form: Some(form),
            ..Self::new(node)
        }
    }
}

/// Asks for the configuration that a node has by default; in the answer, that.
///
/// [XEP-0060 §8.3](https://xmpp.org/extensions/xep-0060.html#owner-default),
/// [XEP-0248 §7.3](https://xmpp.org/extensions/xep-0248.html#owner-default)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub#owner", "default"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "default")]
#[xml(new = "That of a leaf.", with)]
#[non_exhaustive]
pub struct DefaultConfiguration {
    /// What kind of node is meant; absent for a leaf.
    #[xml(attribute = "type")]
    pub kind: Option<NodeKind>,
    /// The configuration; absent in a request.
    #[xml(child, strict)]
    pub form: Option<Form>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl DefaultConfiguration {
    /// That of this kind of node.
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
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "delete")]
#[xml(new = "This node.", parameters = [node])]
#[non_exhaustive]
pub struct Delete {
    /// The node. The specification demands it.
    #[xml(attribute)]
    pub node: Option<String>,
    /// Where to go instead; absent where there is no such place.
    #[xml(child, strict)]
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
/// [XEP-0060 §8.4.1](https://xmpp.org/extensions/xep-0060.html#owner-delete-request)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub#owner"))]
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

/// Deletes all items of a node.
///
/// [XEP-0060 §8.5](https://xmpp.org/extensions/xep-0060.html#owner-purge)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub#owner"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "purge")]
#[xml(new = "Those of this node.", parameters = [node], with)]
#[non_exhaustive]
pub struct Purge {
    /// The node. The specification demands it.
    #[xml(attribute)]
    pub node: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `get`, asks who is subscribed to a node; in one of type `set`, says what changes. In the answer, all
/// subscriptions; in an error, those that could not be changed.
///
/// [XEP-0060 §8.8](https://xmpp.org/extensions/xep-0060.html#owner-subscriptions)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub#owner"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "subscriptions")]
#[xml(new = "Those to this node; as it stands, a request for them.", parameters = [node], with)]
#[non_exhaustive]
pub struct Subscriptions {
    /// The node. The specification demands it.
    #[xml(attribute)]
    pub node: Option<String>,
    /// The subscriptions; none in a request for them.
    #[xml(child, strict)]
    pub subscriptions: Vec<Subscription>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The subscription of somebody to the node.
///
/// [XEP-0060 §8.8](https://xmpp.org/extensions/xep-0060.html#owner-subscriptions)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub#owner"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "subscription")]
#[xml(new = "That of somebody; [`SubscriptionState::None`] ends it.", parameters = [jid, subscription], with)]
#[non_exhaustive]
pub struct Subscription {
    /// Where the notifications go.
    #[xml(attribute)]
    pub jid: Jid,
    /// How far it has come; absent where it is to stay as it is.
    #[xml(attribute)]
    pub subscription: Option<SubscriptionState>,
    /// Which of several subscriptions of the same address it is; absent where there is one at most.
    #[xml(attribute)]
    pub subid: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}
