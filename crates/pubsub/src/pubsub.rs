//! What anybody asks of a node, and the answers.
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

/// The type of the form in [`PublishOptions`].
pub const PUBLISH_OPTIONS: &str = "http://jabber.org/protocol/pubsub#publish-options";

/// An action on a node, or what came of it, with what goes along.
///
/// | with the action | may go |
/// |---|---|
/// | [`Create`] | [`configure`](Self::configure) |
/// | [`Subscribe`], [`Subscription`] | [`options`](Self::options) |
/// | [`Publish`] | [`publish_options`](Self::publish_options) |
/// | [`Items`] and whatever else is a list | [`set`](Self::set) |
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
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "pubsub")]
#[xml(with)]
#[non_exhaustive]
pub struct Pubsub {
    /// The node that an [`Action::Affiliation`] is about. Absent with all others, which name their node themselves.
    #[xml(attribute)]
    pub node: Option<String>,
    /// What is to be done, or what came of it: mostly one. The items of a collection come as one [`Items`] for each of
    /// its nodes (XEP-0248). None where [`options`](Self::options) stand alone.
    #[xml(child, strict)]
    pub actions: Vec<Action>,
    /// How a new node is to be configured; absent for the defaults.
    #[xml(child, strict)]
    pub configure: Option<Configure>,
    /// The options of a subscription: those to subscribe with beside a [`Subscribe`], those that came of it beside a
    /// [`Subscription`]. Alone, they are asked for, told or set. Absent where they are not spoken of.
    #[xml(child, strict)]
    pub options: Option<Options>,
    /// How a node must be configured to be published at; absent where the publisher does not mind.
    #[xml(child, strict)]
    pub publish_options: Option<PublishOptions>,
    /// Which page of a long list is wanted, or which one this is; absent when it is the whole list (XEP-0059).
    #[xml(child, strict)]
    pub set: Option<ResultSet>,
    /// In which order items are asked for: each decides where those before it find no difference (XEP-0413). Empty for
    /// the order of the service.
    #[xml(child, strict)]
    pub orders: Vec<Order>,
    /// A token that allows what is requested (XEP-0235). `None` where the requester's address has to do.
    #[xml(child, strict)]
    pub oauth: Option<Oauth>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Pubsub {
    /// This action, and nothing beside it.
    #[must_use]
    pub fn new(action: impl Into<Action>) -> Self {
        Self {
            actions: vec![action.into()],
            ..Self::empty()
        }
    }

    /// The options of a subscription that there is already: asked for, told or set.
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

    /// The action, or the first of several; absent where there is none.
    #[must_use]
    pub fn action(&self) -> Option<&Action> {
        self.actions.first()
    }

    /// The items of a node that were retrieved, or are asked for.
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

/// What is to be done with a node, or what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum Action {
    /// `affiliation`: what somebody may do with a node from now on; in a message of a push service, which names the node
    /// in [`Pubsub::node`].
    ///
    /// [XEP-0357, Push Notifications](https://xmpp.org/extensions/xep-0357.html)
    Affiliation(Affiliation),
    /// `affiliations`: what one may do with which nodes.
    Affiliations(Affiliations),
    /// `create`: a new node.
    Create(Create),
    /// `default`: the options that a subscription has by default.
    DefaultOptions(DefaultOptions),
    /// `items`: items to be retrieved, or that were.
    Items(Items),
    /// `publish`: items to be published, or that were.
    Publish(Publish),
    /// `retract`: items to be deleted.
    Retract(Retract),
    /// `subscribe`: a new subscription is wanted.
    Subscribe(Subscribe),
    /// `subscription`: what became of it.
    Subscription(Subscription),
    /// `subscriptions`: what one is subscribed to.
    Subscriptions(Subscriptions),
    /// `unsubscribe`: the end of a subscription.
    Unsubscribe(Unsubscribe),
}

/// Asks what one may do with all nodes of a service, or with one; in the answer, that. In a message, what has changed.
///
/// [XEP-0060 §5.7](https://xmpp.org/extensions/xep-0060.html#entity-affiliations)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "affiliations")]
#[xml(new = "Those with all nodes of the service.", with)]
#[non_exhaustive]
pub struct Affiliations {
    /// The node that is meant; absent for all nodes of the service.
    #[xml(attribute)]
    pub node: Option<String>,
    /// The affiliations; none in a request.
    #[xml(child)]
    pub affiliations: Vec<Affiliation>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Affiliations {
    /// Those with one node.
    #[must_use]
    pub fn of_node(node: &str) -> Self {
        Self {
            node: Some(String::from(node)),
            ..Self::default()
        }
    }
}

/// What somebody may do with a node.
///
/// [XEP-0060 §5.7](https://xmpp.org/extensions/xep-0060.html#entity-affiliations)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "affiliation")]
#[xml(
    new = "With a node or somebody that remains to be told, or is told by what is around.",
    with
)]
#[non_exhaustive]
pub struct Affiliation {
    /// The node; absent where what is around names it.
    #[xml(attribute)]
    pub node: Option<String>,
    /// Whose affiliation it is, in a message that tells of a change; absent in an answer, which is about whoever asked.
    #[xml(attribute)]
    pub jid: Option<Jid>,
    /// What may be done.
    #[xml(attribute)]
    pub affiliation: AffiliationState,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Affiliation {
    /// With this node.
    #[must_use]
    pub fn of_node(node: &str, affiliation: AffiliationState) -> Self {
        Self {
            node: Some(String::from(node)),
            ..Self::new(affiliation)
        }
    }
}

/// Creates a node; in the answer, names it.
///
/// [XEP-0060 §8.1](https://xmpp.org/extensions/xep-0060.html#owner-create)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "create")]
#[xml(new = "The node of this name.", parameters = [node], with)]
#[non_exhaustive]
pub struct Create {
    /// What the node is called; absent where the service is to find a name.
    #[xml(attribute)]
    pub node: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Create {
    /// A node that the service finds a name for.
    #[must_use]
    pub fn instant() -> Self {
        Self {
            node: None,
            extra: Extra::new(),
        }
    }
}

/// Asks for the options that a subscription has by default; in the answer, those.
///
/// [XEP-0060 §6.4](https://xmpp.org/extensions/xep-0060.html#subscribe-default)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub", "default"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "default")]
#[xml(new = "Those of the service.", with)]
#[non_exhaustive]
pub struct DefaultOptions {
    /// The node that is meant; absent for what all nodes of the service have.
    #[xml(attribute)]
    pub node: Option<String>,
    /// The options; absent in a request.
    #[xml(child, strict)]
    pub form: Option<Form>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl DefaultOptions {
    /// Those of one node.
    #[must_use]
    pub fn of_node(node: &str) -> Self {
        Self {
            node: Some(String::from(node)),
            ..Self::default()
        }
    }
}

/// Asks for items of a node; in the answer, the items.
///
/// [XEP-0060 §6.5](https://xmpp.org/extensions/xep-0060.html#subscriber-retrieve)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "items")]
#[xml(new = "All items of a node; in an answer, none as yet.", parameters = [node], with)]
#[non_exhaustive]
pub struct Items {
    /// The node; absent for the root, which all nodes of a service are under.
    #[xml(attribute)]
    pub node: Option<String>,
    /// In a request, how many items are wanted, the latest; absent for as many as there are.
    #[xml(attribute, strict)]
    pub max_items: Option<u64>,
    /// Which of several subscriptions the request goes by; absent where there is one at most.
    #[xml(attribute)]
    pub subid: Option<String>,
    /// In a request, the items that are wanted, by their identifiers; none where not only certain ones are.
    #[xml(child, strict)]
    pub items: Vec<Item>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Items {
    /// The latest items of a node, at most so many.
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "item")]
#[non_exhaustive]
pub struct Item {
    /// Which item of the node it is. Absent where the service is to find an identifier, and where a node does not
    /// tell its items apart.
    #[xml(attribute)]
    pub id: Option<String>,
    /// Who published it, as the service says. Absent where it does not, and in a request.
    #[xml(attribute)]
    pub publisher: Option<Jid>,
    /// What was published: one element. None where an item is only named, and where the event says enough.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

item_methods!(Item);

/// Publishes items; in the answer, names them.
///
/// [XEP-0060 §7.1](https://xmpp.org/extensions/xep-0060.html#publisher-publish)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "publish")]
#[xml(new = "These items at this node.", parameters = [node, items], with)]
#[non_exhaustive]
pub struct Publish {
    /// The node. The specification demands it; whoever leaves it out is told so by
    /// [`NodeidRequired`](crate::errors::ErrorKind::NodeidRequired).
    #[xml(attribute)]
    pub node: Option<String>,
    /// The items, several for a batch. None where the event says enough.
    #[xml(child, strict)]
    pub items: Vec<Item>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Deletes items.
///
/// [XEP-0060 §7.2](https://xmpp.org/extensions/xep-0060.html#publisher-delete)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "retract")]
#[xml(new = "These items of this node.", parameters = [node, items], with)]
#[non_exhaustive]
pub struct Retract {
    /// The node. The specification demands it; whoever leaves it out is told so by
    /// [`NodeidRequired`](crate::errors::ErrorKind::NodeidRequired).
    #[xml(attribute)]
    pub node: Option<String>,
    /// Whether the subscribers must be told; absent where the node decides.
    #[xml(attribute, strict)]
    pub notify: Option<bool>,
    /// The items, by their identifiers. There should be one at least; whoever names none is told so by
    /// [`ItemRequired`](crate::errors::ErrorKind::ItemRequired).
    #[xml(child, strict)]
    pub items: Vec<Item>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Subscribes somebody to a node.
///
/// [XEP-0060 §6.1](https://xmpp.org/extensions/xep-0060.html#subscriber-subscribe)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "subscribe")]
#[non_exhaustive]
pub struct Subscribe {
    /// The node; absent for the root, which all nodes of a service are under.
    #[xml(attribute)]
    pub node: Option<String>,
    /// Where the notifications go. The specification demands it; absent where it goes without saying (XEP-0230).
    #[xml(attribute)]
    pub jid: Option<Jid>,
    /// Whether everybody may see the subscription (XEP-0465). To subscribe again without it hides the subscription.
    #[xml(flag = "public", namespace = public::NS)]
    pub is_public: bool,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Subscribe {
    /// To this node, for this address.
    #[must_use]
    pub fn new(node: &str, jid: impl Into<Jid>) -> Self {
        Self {
            node: Some(String::from(node)),
            ..Self::to_root(jid)
        }
    }

    /// To the root, for this address.
    #[must_use]
    pub fn to_root(jid: impl Into<Jid>) -> Self {
        Self {
            node: None,
            jid: Some(jid.into()),
            is_public: false,
            extra: Extra::new(),
        }
    }

    /// The same, for everybody to see, which is for the user to decide.
    #[must_use]
    pub fn public(mut self) -> Self {
        self.is_public = true;
        self
    }
}

/// A subscription, and how far it has come.
///
/// [XEP-0060 §6.1](https://xmpp.org/extensions/xep-0060.html#subscriber-subscribe-success)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "subscription")]
#[xml(new = "That of this address to this node.", parameters = [node, jid, subscription], with)]
#[non_exhaustive]
pub struct Subscription {
    /// The node; absent for the root, and where the list that this is in names it.
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
    /// That the subscription has options; absent where it is not said.
    #[xml(child)]
    pub subscribe_options: Option<SubscribeOptions>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// That a subscription has options, and perhaps must be given some.
///
/// [XEP-0060 §6.1.5](https://xmpp.org/extensions/xep-0060.html#subscriber-subscribe-configure)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "subscribe-options")]
#[xml(new = "There are options, and they may be left alone.", with)]
#[non_exhaustive]
pub struct SubscribeOptions {
    /// Whether there are no notifications before they are set.
    #[xml(flag = "required")]
    pub is_required: bool,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl SubscribeOptions {
    /// There are options, and they must be set.
    #[must_use]
    pub fn required() -> Self {
        Self {
            is_required: true,
            ..Self::default()
        }
    }
}

/// Asks for one's subscriptions to all nodes of a service, or to one; in the answer, those.
///
/// [XEP-0060 §5.6](https://xmpp.org/extensions/xep-0060.html#entity-subscriptions)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "subscriptions")]
#[xml(new = "Those to all nodes of the service.", with)]
#[non_exhaustive]
pub struct Subscriptions {
    /// The node that is meant; absent for all nodes of the service.
    #[xml(attribute)]
    pub node: Option<String>,
    /// The subscriptions; none in a request.
    #[xml(child)]
    pub subscriptions: Vec<Subscription>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Subscriptions {
    /// Those to one node.
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
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "unsubscribe")]
#[xml(new = "From this node, for this address.", parameters = [node, jid], with)]
#[non_exhaustive]
pub struct Unsubscribe {
    /// The node; absent for the root, which all nodes of a service are under.
    #[xml(attribute)]
    pub node: Option<String>,
    /// Whose subscription ends. The specification demands it.
    #[xml(attribute)]
    pub jid: Option<Jid>,
    /// Which of several subscriptions of the same address ends; absent where there is one at most.
    #[xml(attribute)]
    pub subid: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// How a new node is to be configured.
///
/// [XEP-0060 §8.1.3](https://xmpp.org/extensions/xep-0060.html#owner-create-and-configure)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "configure")]
#[xml(new = "By this form.", parameters = [form], with)]
#[non_exhaustive]
pub struct Configure {
    /// The configuration, as far as it differs from the defaults; absent for just these.
    #[xml(child, strict)]
    pub form: Option<Form>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The options of a subscription.
///
/// [XEP-0060 §6.3](https://xmpp.org/extensions/xep-0060.html#subscriber-configure)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "options")]
#[xml(new = "Asks for the options that this address has with this node; with a [`form`](Self::form), tells or sets them.", parameters = [node, jid], with)]
#[non_exhaustive]
pub struct Options {
    /// The node; absent for the root, and beside a [`Subscribe`], which names it.
    #[xml(attribute)]
    pub node: Option<String>,
    /// Whose subscription it is; absent beside a [`Subscribe`], which names it.
    #[xml(attribute)]
    pub jid: Option<Jid>,
    /// Which of several subscriptions of the same address it is; absent where there is one at most.
    #[xml(attribute)]
    pub subid: Option<String>,
    /// The options; absent where they are asked for.
    #[xml(child, strict)]
    pub form: Option<Form>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Options {
    /// The options to subscribe with, beside a [`Subscribe`].
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

/// How a node must be configured to be published at; one that is not there yet is made so.
///
/// [XEP-0060 §7.1.5](https://xmpp.org/extensions/xep-0060.html#publisher-publish-options)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "publish-options")]
#[xml(new = "By this form.", parameters = [form], with)]
#[non_exhaustive]
pub struct PublishOptions {
    /// The demands, in a form of the type [`PUBLISH_OPTIONS`]. The specification demands it.
    #[xml(child, strict)]
    pub form: Option<Form>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl PublishOptions {
    /// The node must have these values in these fields of its configuration: `("pubsub#max_items", "1")`.
    #[must_use]
    pub fn of_fields(fields: &[(&str, &str)]) -> Self {
        let mut form = Form::of_type(FormKind::Submit, PUBLISH_OPTIONS);
        for (var, value) in fields {
            form.set_value(var, value);
        }
        Self::new(form)
    }

    /// The node must keep its items, and send them only when they change, to those whom its access model lets:
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

    /// The node must keep its items, and let nobody at them but its owner and those on its whitelist.
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
