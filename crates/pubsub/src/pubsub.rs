//! Requests of all users of a pubsub service, and the results.
//!
//! [XEP-0060, Publish-Subscribe](https://xmpp.org/extensions/xep-0060.html), with the presets of
//! [XEP-0222, Persistent Storage of Public Data via PubSub](https://xmpp.org/extensions/xep-0222.html) and
//! [XEP-0223, Persistent Storage of Private Data via PubSub](https://xmpp.org/extensions/xep-0223.html).

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use xmpp_data_forms::form::{Form, FormKind};
use xmpp_jid::Jid;
use xmpp_vocabulary::oauth::Oauth;
use xmpp_vocabulary::order::Order;
use xmpp_vocabulary::result_set::ResultSet;
use xmpp_xml::{Extra, RawElement, Xml};

use crate::payload::item_methods;
use crate::public;
use crate::state::{AffiliationState, SubscriptionState};

/// The namespace, and the feature of a service or a node.
pub const NS: &str = "http://jabber.org/protocol/pubsub";

/// The `FORM_TYPE` of the form in [`PublishOptions`].
pub const PUBLISH_OPTIONS: &str = "http://jabber.org/protocol/pubsub#publish-options";

/// A request about a node, or the result, with what accompanies it.
///
/// | action | may be accompanied by |
/// |---|---|
/// | [`Create`] | [`configure`](Self::configure) |
/// | [`Subscribe`], [`Subscription`] | [`options`](Self::options) |
/// | [`Publish`] | [`publish_options`](Self::publish_options) |
/// | [`Items`] and other lists | [`set`](Self::set) |
///
/// ```
/// use xmpp_data_forms::form::{Form, FormKind};
/// use xmpp_pubsub::pubsub::{Action, Configure, Create, Pubsub};
///
/// let mut form = Form::of_type(FormKind::Submit, "http://jabber.org/protocol/pubsub#node_config");
/// form.set_value("pubsub#max_items", "10");
/// let request = Pubsub::new(Create::new("tower")).with_configure(Configure::new(form));
///
/// match request.action() {
///     Some(Action::Create(create)) => assert_eq!(create.node.as_deref(), Some("tower")),
///     other => unreachable!("{other:?}"),
/// }
/// assert!(request.configure.is_some_and(|configure| configure.form.is_some()));
/// ```
///
/// [XEP-0060 §18.1](https://xmpp.org/extensions/xep-0060.html#schemas-pubsub)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "pubsub", derive(Debug, PartialEq, Eq))]
#[xml(with)]
#[non_exhaustive]
pub struct Pubsub {
    /// The node of an [`Action::Affiliation`]. `None` with all other actions, which have a node of their own.
    #[xml(attribute)]
    pub node: Option<String>,
    /// The action or its result, usually exactly one. The items of a collection come as one [`Items`] for each of its nodes
    /// (XEP-0248). Empty if [`options`](Self::options) stand alone.
    #[xml(child, strict)]
    pub actions: Vec<Action>,
    /// The configuration of a new node. `None` means the defaults.
    #[xml(child, strict)]
    pub configure: Option<Configure>,
    /// The options of a subscription: the requested ones beside a [`Subscribe`], the resulting ones beside a
    /// [`Subscription`]. On their own, a request for them, their values, or changes to them. `None` if not specified.
    #[xml(child, strict)]
    pub options: Option<Options>,
    /// The required configuration of the node for publishing. `None` means no requirement.
    #[xml(child, strict)]
    pub publish_options: Option<PublishOptions>,
    /// In a request, the wanted page of a long list; in a result, the returned one (XEP-0059). `None` means the whole list.
    #[xml(child, strict)]
    pub set: Option<ResultSet>,
    /// The requested order of the items: each criterion applies where those before it are equal (XEP-0413). Empty means the
    /// order of the service.
    #[xml(child, strict)]
    pub orders: Vec<Order>,
    /// A token that authorizes the request (XEP-0235). `None` means that the requester's JID is the only authorization.
    #[xml(child, strict)]
    pub oauth: Option<Oauth>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Pubsub {
    /// A request for this action alone.
    #[must_use]
    pub fn new(action: impl Into<Action>) -> Self {
        Self {
            actions: vec![action.into()],
            ..Self::empty()
        }
    }

    /// The options of an existing subscription: a request for them, their values, or changes to them.
    #[must_use]
    pub fn of_options(options: Options) -> Self {
        Self::empty().with_options(options)
    }

    fn empty() -> Self {
        Self {
            node: None,
            actions: Vec::new(),
            configure: None,
            options: None,
            publish_options: None,
            set: None,
            orders: Vec::new(),
            oauth: None,
            extra: Extra::new(),
        }
    }

    /// The action, or the first of several. `None` if there is none.
    #[must_use]
    pub fn action(&self) -> Option<&Action> {
        self.actions.first()
    }

    /// The items of a node, in a result or in a request.
    pub fn items(&self, node: &str) -> impl Iterator<Item = &Item> {
        self.actions
            .iter()
            .filter_map(|action| match action {
                Action::Items(items) => Some(items),
                _ => None,
            })
            .filter(move |items| items.node.as_deref() == Some(node))
            .flat_map(|items| &items.items)
    }
}

macro_rules! single {
    ($($action:ident),*) => {$(
        impl From<$action> for Pubsub {
            fn from(action: $action) -> Self {
                Self::new(action)
            }
        }
    )*};
}

single!(
    Affiliation,
    Affiliations,
    Create,
    DefaultOptions,
    Items,
    Publish,
    Retract,
    Subscribe,
    Subscription,
    Subscriptions,
    Unsubscribe
);

/// An action on a node, or its result.
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum Action {
    /// `affiliation`: the changed affiliation of an entity with a node; in a message of a push service, which names the node
    /// in [`Pubsub::node`].
    ///
    /// [XEP-0357, Push Notifications](https://xmpp.org/extensions/xep-0357.html)
    Affiliation(Affiliation),
    /// `affiliations`: the requester's affiliations with nodes.
    Affiliations(Affiliations),
    /// `create`: creates a node.
    Create(Create),
    /// `default`: the default subscription options.
    DefaultOptions(DefaultOptions),
    /// `items`: items to retrieve, or the retrieved ones.
    Items(Items),
    /// `publish`: items to publish, or the published ones.
    Publish(Publish),
    /// `retract`: items to delete.
    Retract(Retract),
    /// `subscribe`: a subscription request.
    Subscribe(Subscribe),
    /// `subscription`: the resulting subscription.
    Subscription(Subscription),
    /// `subscriptions`: the requester's subscriptions.
    Subscriptions(Subscriptions),
    /// `unsubscribe`: ends a subscription.
    Unsubscribe(Unsubscribe),
}

/// The requester's affiliations with all nodes of a service or with one: a request for them, or the result. In a message,
/// the changed ones.
///
/// [XEP-0060 §5.7](https://xmpp.org/extensions/xep-0060.html#entity-affiliations)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "affiliations", derive(Debug, PartialEq, Eq))]
#[xml(new = "Affiliations with all nodes of the service.", with)]
#[non_exhaustive]
pub struct Affiliations {
    /// The node. `None` means all nodes of the service.
    #[xml(attribute)]
    pub node: Option<String>,
    /// The affiliations; empty in a request.
    #[xml(child)]
    pub affiliations: Vec<Affiliation>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Affiliations {
    /// Affiliations with one node.
    #[must_use]
    pub fn of_node(node: &str) -> Self {
        Self {
            node: Some(String::from(node)),
            ..Self::default()
        }
    }
}

/// An entity's affiliation with a node.
///
/// [XEP-0060 §5.7](https://xmpp.org/extensions/xep-0060.html#entity-affiliations)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "affiliation", derive(Debug, PartialEq, Eq))]
#[xml(
    new = "An affiliation whose node and entity follow from the context or are set later.",
    with
)]
#[non_exhaustive]
pub struct Affiliation {
    /// The node. `None` if the context names it.
    #[xml(attribute)]
    pub node: Option<String>,
    /// The entity, in a message about a change. `None` in a result, which is about the requester.
    #[xml(attribute)]
    pub jid: Option<Jid>,
    /// The affiliation.
    #[xml(attribute)]
    pub affiliation: AffiliationState,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Affiliation {
    /// An affiliation with this node.
    #[must_use]
    pub fn of_node(node: &str, affiliation: AffiliationState) -> Self {
        Self {
            node: Some(String::from(node)),
            ..Self::new(affiliation)
        }
    }
}

/// Creates a node; in the result, names it.
///
/// [XEP-0060 §8.1](https://xmpp.org/extensions/xep-0060.html#owner-create)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "create", derive(Debug, PartialEq, Eq))]
#[xml(new = "The node with this name.", parameters = [node], with)]
#[non_exhaustive]
pub struct Create {
    /// The name of the node. `None` lets the service generate one.
    #[xml(attribute)]
    pub node: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Create {
    /// A node whose name the service generates.
    #[must_use]
    pub fn instant() -> Self {
        Self {
            node: None,
            extra: Extra::new(),
        }
    }
}

/// The default subscription options: a request for them, or the result.
///
/// [XEP-0060 §6.4](https://xmpp.org/extensions/xep-0060.html#subscribe-default)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub", "default"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "default", derive(Debug, PartialEq, Eq))]
#[xml(new = "The default options of the service.", with)]
#[non_exhaustive]
pub struct DefaultOptions {
    /// The node. `None` means the defaults for all nodes of the service.
    #[xml(attribute)]
    pub node: Option<String>,
    /// The options. `None` in a request.
    #[xml(child, strict)]
    pub form: Option<Form>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl DefaultOptions {
    /// The default options of one node.
    #[must_use]
    pub fn of_node(node: &str) -> Self {
        Self {
            node: Some(String::from(node)),
            ..Self::default()
        }
    }
}

/// The items of a node: a request for them, or the result.
///
/// [XEP-0060 §6.5](https://xmpp.org/extensions/xep-0060.html#subscriber-retrieve)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "items", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request for all items of a node, or a result without items.", parameters = [node], with)]
#[non_exhaustive]
pub struct Items {
    /// The node. `None` means the root collection of the service.
    #[xml(attribute)]
    pub node: Option<String>,
    /// In a request, the maximum number of items; the latest are returned. `None` requests all.
    #[xml(attribute, strict)]
    pub max_items: Option<u64>,
    /// The identifier of the subscription that the request refers to. `None` if the JID has only one.
    #[xml(attribute)]
    pub subid: Option<String>,
    /// In a request, the wanted items by identifier. Empty if not limited to certain items.
    #[xml(child, strict)]
    pub items: Vec<Item>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Items {
    /// A request for the latest items of a node, at most this many.
    #[must_use]
    pub fn latest(node: &str, max_items: u64) -> Self {
        Self {
            max_items: Some(max_items),
            ..Self::new(node)
        }
    }
}

/// An item of a node.
///
/// [XEP-0060 §7.1](https://xmpp.org/extensions/xep-0060.html#publisher-publish)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "item", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Item {
    /// The identifier of the item within the node. `None` lets the service generate one, or means that the node has no item
    /// identifiers.
    #[xml(attribute)]
    pub id: Option<String>,
    /// The publisher, as determined by the service. `None` in a request, and if not disclosed.
    #[xml(attribute)]
    pub publisher: Option<Jid>,
    /// The payload: at most one element. Empty if an item is only referenced, and for events without a payload.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

item_methods!(Item);

/// Publishes items; in the result, names them.
///
/// [XEP-0060 §7.1](https://xmpp.org/extensions/xep-0060.html#publisher-publish)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "publish", derive(Debug, PartialEq, Eq))]
#[xml(new = "Publishes these items at a node.", parameters = [node, items], with)]
#[non_exhaustive]
pub struct Publish {
    /// The node. Required by the specification; a request without one is answered with
    /// [`NodeidRequired`](crate::errors::ErrorKind::NodeidRequired).
    #[xml(attribute)]
    pub node: Option<String>,
    /// The items; several for batch publishing. Empty for an event without items.
    #[xml(child, strict)]
    pub items: Vec<Item>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Deletes items.
///
/// [XEP-0060 §7.2](https://xmpp.org/extensions/xep-0060.html#publisher-delete)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "retract", derive(Debug, PartialEq, Eq))]
#[xml(new = "Deletes these items of a node.", parameters = [node, items], with)]
#[non_exhaustive]
pub struct Retract {
    /// The node. Required by the specification; a request without one is answered with
    /// [`NodeidRequired`](crate::errors::ErrorKind::NodeidRequired).
    #[xml(attribute)]
    pub node: Option<String>,
    /// Whether subscribers must be notified. `None` leaves it to the configuration of the node.
    #[xml(attribute, strict)]
    pub notify: Option<bool>,
    /// The items by identifier. At least one is required; a request without any is answered with
    /// [`ItemRequired`](crate::errors::ErrorKind::ItemRequired).
    #[xml(child, strict)]
    pub items: Vec<Item>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Subscribes an entity to a node.
///
/// [XEP-0060 §6.1](https://xmpp.org/extensions/xep-0060.html#subscriber-subscribe)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "subscribe", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Subscribe {
    /// The node. `None` means the root collection of the service.
    #[xml(attribute)]
    pub node: Option<String>,
    /// The JID that receives the notifications. Required by the specification; `None` only where it is implied (XEP-0230).
    #[xml(attribute)]
    pub jid: Option<Jid>,
    /// Whether the subscription is public (XEP-0465). Subscribing again without it hides the subscription.
    #[xml(flag = "public", namespace = public::NS)]
    pub is_public: bool,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Subscribe {
    /// A subscription of this JID to this node.
    #[must_use]
    pub fn new(node: &str, jid: impl Into<Jid>) -> Self {
        Self {
            node: Some(String::from(node)),
            ..Self::to_root(jid)
        }
    }

    /// A subscription of this JID to the root collection.
    #[must_use]
    pub fn to_root(jid: impl Into<Jid>) -> Self {
        Self {
            node: None,
            jid: Some(jid.into()),
            is_public: false,
            extra: Extra::new(),
        }
    }

    /// The same subscription, made public. This is the user's decision.
    #[must_use]
    pub fn public(mut self) -> Self {
        self.is_public = true;
        self
    }
}

/// A subscription and its state.
///
/// [XEP-0060 §6.1](https://xmpp.org/extensions/xep-0060.html#subscriber-subscribe-success)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "subscription", derive(Debug, PartialEq, Eq))]
#[xml(new = "The subscription of this JID to this node.", parameters = [node, jid, subscription], with)]
#[non_exhaustive]
pub struct Subscription {
    /// The node. `None` means the root collection, or that the list around it names the node.
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
    /// Marks that the subscription has options. `None` if not specified.
    #[xml(child)]
    pub subscribe_options: Option<SubscribeOptions>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Marks that a subscription has options, and whether they must be set.
///
/// [XEP-0060 §6.1.5](https://xmpp.org/extensions/xep-0060.html#subscriber-subscribe-configure)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "subscribe-options", derive(Debug, PartialEq, Eq))]
#[xml(new = "There are options, which need not be set.", with)]
#[non_exhaustive]
pub struct SubscribeOptions {
    /// Whether no notifications are sent until the options are set.
    #[xml(flag = "required")]
    pub is_required: bool,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl SubscribeOptions {
    /// There are options, which must be set.
    #[must_use]
    pub fn required() -> Self {
        Self {
            is_required: true,
            ..Self::default()
        }
    }
}

/// The requester's subscriptions to all nodes of a service or to one: a request for them, or the result.
///
/// [XEP-0060 §5.6](https://xmpp.org/extensions/xep-0060.html#entity-subscriptions)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "subscriptions", derive(Debug, PartialEq, Eq))]
#[xml(new = "Subscriptions to all nodes of the service.", with)]
#[non_exhaustive]
pub struct Subscriptions {
    /// The node. `None` means all nodes of the service.
    #[xml(attribute)]
    pub node: Option<String>,
    /// The subscriptions; empty in a request.
    #[xml(child)]
    pub subscriptions: Vec<Subscription>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Subscriptions {
    /// Subscriptions to one node.
    #[must_use]
    pub fn of_node(node: &str) -> Self {
        Self {
            node: Some(String::from(node)),
            ..Self::default()
        }
    }
}

/// Ends a subscription.
///
/// [XEP-0060 §6.2](https://xmpp.org/extensions/xep-0060.html#subscriber-unsubscribe)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "unsubscribe", derive(Debug, PartialEq, Eq))]
#[xml(new = "Ends the subscription of this JID to this node.", parameters = [node, jid], with)]
#[non_exhaustive]
pub struct Unsubscribe {
    /// The node. `None` means the root collection of the service.
    #[xml(attribute)]
    pub node: Option<String>,
    /// The subscribed JID. Required by the specification.
    #[xml(attribute)]
    pub jid: Option<Jid>,
    /// The identifier of the subscription. `None` if the JID has only one.
    #[xml(attribute)]
    pub subid: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The configuration of a new node.
///
/// [XEP-0060 §8.1.3](https://xmpp.org/extensions/xep-0060.html#owner-create-and-configure)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "configure", derive(Debug, PartialEq, Eq))]
#[xml(new = "A configuration with this form.", parameters = [form], with)]
#[non_exhaustive]
pub struct Configure {
    /// The configuration, as far as it differs from the defaults. `None` means the defaults.
    #[xml(child, strict)]
    pub form: Option<Form>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The options of a subscription.
///
/// [XEP-0060 §6.3](https://xmpp.org/extensions/xep-0060.html#subscriber-configure)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "options", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request for the options of this JID for this node; with a [`form`](Self::form), their values or changes to them.", parameters = [node, jid], with)]
#[non_exhaustive]
pub struct Options {
    /// The node. `None` means the root collection, and is used beside a [`Subscribe`], which names the node.
    #[xml(attribute)]
    pub node: Option<String>,
    /// The subscribed JID. `None` beside a [`Subscribe`], which names it.
    #[xml(attribute)]
    pub jid: Option<Jid>,
    /// The identifier of the subscription. `None` if the JID has only one.
    #[xml(attribute)]
    pub subid: Option<String>,
    /// The options. `None` in a request for them.
    #[xml(child, strict)]
    pub form: Option<Form>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Options {
    /// The options of a new subscription, beside a [`Subscribe`].
    #[must_use]
    pub fn of_new_subscription(form: Form) -> Self {
        Self {
            node: None,
            jid: None,
            subid: None,
            form: Some(form),
            extra: Extra::new(),
        }
    }
}

/// The required configuration of the node for publishing; a node that does not exist is created with it.
///
/// [XEP-0060 §7.1.5](https://xmpp.org/extensions/xep-0060.html#publisher-publish-options)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "publish-options", derive(Debug, PartialEq, Eq))]
#[xml(new = "Options with this form.", parameters = [form], with)]
#[non_exhaustive]
pub struct PublishOptions {
    /// The requirements, in a form with the `FORM_TYPE` [`PUBLISH_OPTIONS`]. Required by the specification.
    #[xml(child, strict)]
    pub form: Option<Form>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl PublishOptions {
    /// Requires these values in these fields of the configuration: `("pubsub#max_items", "1")`.
    #[must_use]
    pub fn of_fields(fields: &[(&str, &str)]) -> Self {
        let mut form = Form::of_type(FormKind::Submit, PUBLISH_OPTIONS);
        for (var, value) in fields {
            form.set_value(var, value);
        }
        Self::new(form)
    }

    /// Requires that the node stores its items persistently and sends them only when published, with this access model:
    /// `open`, `presence` and so on.
    ///
    /// [XEP-0222 §2](https://xmpp.org/extensions/xep-0222.html#approach)
    #[must_use]
    pub fn public_data(access_model: &str) -> Self {
        Self::of_fields(&[
            ("pubsub#persist_items", "true"),
            ("pubsub#send_last_published_item", "never"),
            ("pubsub#access_model", access_model),
        ])
    }

    /// Requires that the node stores its items persistently, with access only for the owner and the whitelist.
    ///
    /// [XEP-0223 §2](https://xmpp.org/extensions/xep-0223.html#approach)
    #[must_use]
    pub fn private_data() -> Self {
        Self::of_fields(&[
            ("pubsub#persist_items", "true"),
            ("pubsub#access_model", "whitelist"),
        ])
    }
}
