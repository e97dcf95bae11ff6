//! The forms of publish-subscribe: configuration of nodes and subscriptions, approval of subscriptions, and the metadata of
//! nodes.
//!
//! ```
//! use xmpp_data_forms::FormType;
//! use xmpp_data_forms::form::FormKind;
//! use xmpp_pubsub::forms::{AccessModel, IntegerOrMax, NodeConfig, PublishOptions};
//! use xmpp_pubsub::pubsub::{Configure, Create, Pubsub};
//!
//! let mut config = NodeConfig::new(FormKind::Submit);
//! config.max_items = Some(IntegerOrMax::Max);
//! config.access_model = Some(AccessModel::Whitelist);
//! let request = Pubsub::new(Create::new("tower")).with_configure(Configure::new(config.to_form()));
//! assert!(xmpp_xml::to_string(&request)?.contains("<value>whitelist</value>"));
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
//!
//! [XEP-0060 §17.4](https://xmpp.org/extensions/xep-0060.html#registrar-formtypes), with what
//! [XEP-0248 §12.2](https://xmpp.org/extensions/xep-0248.html#registrar-formtypes) registers for collections

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use xmpp_data_forms::FormType;
use xmpp_data_forms::form::Form;
use xmpp_jid::Jid;
use xmpp_xml::{DateTime, InvalidValue, LanguageTag, OtherToken, Value, Xml};

use crate::NodeKind;
use crate::pubsub::PUBLISH_OPTIONS;

/// The `FORM_TYPE` of the forms for pending subscriptions.
const SUBSCRIBE_AUTHORIZATION: &str = "http://jabber.org/protocol/pubsub#subscribe_authorization";

/// A request to an owner to approve a subscription, and the reply.
///
/// [XEP-0060 §8.6](https://xmpp.org/extensions/xep-0060.html#owner-subreq)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub#subscribe_authorization"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = SUBSCRIBE_AUTHORIZATION)]
#[non_exhaustive]
pub struct SubscribeAuthorization {
    /// Whether the owner approves. `None` until decided.
    #[form(var = "pubsub#allow", kind = "boolean")]
    pub allow: Option<bool>,
    /// The node. `None` if not specified.
    #[form(var = "pubsub#node", kind = "text-single")]
    pub node: Option<String>,
    /// The subscriber. `None` if not specified.
    #[form(var = "pubsub#subscriber_jid", kind = "jid-single")]
    pub subscriber: Option<Jid>,
    /// The identifier of the subscription. `None` if the subscriber has only one.
    #[form(var = "pubsub#subid", kind = "text-single")]
    pub subid: Option<String>,
    /// The underlying form with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}

/// The choice of the node whose pending subscriptions an owner wants to approve: the form of an ad-hoc command, with the
/// nodes as options, and its submission.
///
/// It has the `FORM_TYPE` of [`SubscribeAuthorization`]; the submission may have none, as the command identifies it. Read
/// that with [`from_fields`](FormType::from_fields).
///
/// [XEP-0060 §8.7](https://xmpp.org/extensions/xep-0060.html#owner-subreq-process)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub#subscribe_authorization"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = SUBSCRIBE_AUTHORIZATION)]
#[non_exhaustive]
pub struct GetPending {
    /// The node. `None` until chosen.
    #[form(var = "pubsub#node", kind = "list-single")]
    pub node: Option<String>,
    /// The underlying form with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}

impl GetPending {
    /// The node of the ad-hoc command.
    pub const COMMAND: &'static str = "http://jabber.org/protocol/pubsub#get-pending";
}

/// The options of a subscription. `None` means that the service does not offer an option; in a submission, that it
/// stays unchanged.
///
/// [XEP-0060 §6.3](https://xmpp.org/extensions/xep-0060.html#subscriber-configure)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub#subscribe_options"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = "http://jabber.org/protocol/pubsub#subscribe_options")]
#[non_exhaustive]
pub struct SubscribeOptions {
    /// Whether notifications are delivered.
    #[form(var = "pubsub#deliver", kind = "boolean")]
    pub deliver: Option<bool>,
    /// Whether notifications are aggregated into digests.
    #[form(var = "pubsub#digest", kind = "boolean")]
    pub digest: Option<bool>,
    /// The minimum interval between digests, in milliseconds.
    #[form(var = "pubsub#digest_frequency", kind = "text-single")]
    pub digest_frequency: Option<u64>,
    /// When the subscription expires.
    #[form(var = "pubsub#expire", kind = "text-single", strict)]
    pub expire: Option<Expire>,
    /// Whether notifications include a message body besides the payload.
    #[form(var = "pubsub#include_body", kind = "boolean")]
    pub include_body: Option<bool>,
    /// The presence states in which notifications are wanted.
    #[form(var = "pubsub#show-values", kind = "list-multi", options)]
    pub show_values: Vec<ShowValue>,
    /// The type of notifications wanted from a collection.
    #[form(var = "pubsub#subscription_type", kind = "list-single", options)]
    pub subscription_type: Option<SubscriptionType>,
    /// The depth of notifications wanted from a collection.
    #[form(var = "pubsub#subscription_depth", kind = "list-single", options = ["1", "all"])]
    pub subscription_depth: Option<SubscriptionDepth>,
    /// The underlying form with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}

/// The metadata of a node in service discovery. It may include the fields of the configuration: see
/// [`NodeConfig::from_fields`](FormType::from_fields).
///
/// [XEP-0060 §5.4](https://xmpp.org/extensions/xep-0060.html#entity-metadata)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub#meta-data"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = "http://jabber.org/protocol/pubsub#meta-data")]
#[non_exhaustive]
pub struct MetaData {
    /// The contact addresses for the node.
    #[form(var = "pubsub#contact", kind = "jid-multi")]
    pub contacts: Vec<Jid>,
    /// The creation date of the node. `None` if not specified.
    #[form(var = "pubsub#creation_date", kind = "text-single")]
    pub creation_date: Option<DateTime>,
    /// The creator. `None` if not specified.
    #[form(var = "pubsub#creator", kind = "jid-single")]
    pub creator: Option<Jid>,
    /// The description. `None` if not specified.
    #[form(var = "pubsub#description", kind = "text-single")]
    pub description: Option<String>,
    /// The default language of the items. `None` if not specified.
    #[form(var = "pubsub#language", kind = "list-single")]
    pub language: Option<LanguageTag>,
    /// Who may subscribe and retrieve items. `None` if not specified.
    #[form(var = "pubsub#access_model", kind = "list-single", options, strict)]
    pub access_model: Option<AccessModel>,
    /// Who may publish. `None` if not specified.
    #[form(var = "pubsub#publish_model", kind = "list-single", options, strict)]
    pub publish_model: Option<PublishModel>,
    /// The number of subscribers. `None` if not specified.
    #[form(var = "pubsub#num_subscribers", kind = "text-single")]
    pub num_subscribers: Option<u32>,
    /// The owners.
    #[form(var = "pubsub#owner", kind = "jid-multi")]
    pub owners: Vec<Jid>,
    /// The publishers.
    #[form(var = "pubsub#publisher", kind = "jid-multi")]
    pub publishers: Vec<Jid>,
    /// The title. `None` if not specified.
    #[form(var = "pubsub#title", kind = "text-single")]
    pub title: Option<String>,
    /// The type of the items, usually the namespace of the payload. `None` if not specified.
    #[form(var = "pubsub#type", kind = "text-single")]
    pub payload_type: Option<String>,
    /// The number of items kept. `None` if not specified.
    #[form(var = "pubsub#max_items", kind = "text-single")]
    pub max_items: Option<IntegerOrMax>,
    /// The underlying form with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}

/// A type with all configuration fields of a node: there are two.
macro_rules! node_options {
    (
        $(#[$attribute:meta])*
        pub struct $name:ident {
            $($more:tt)*
        }
    ) => {
        #[derive(Clone, Debug, PartialEq, Eq, FormType)]
        $(#[$attribute])*
        #[non_exhaustive]
        pub struct $name {
            /// Who may subscribe and retrieve items.
            #[form(var = "pubsub#access_model", kind = "list-single", options, strict)]
            pub access_model: Option<AccessModel>,
            /// The URL of an XSL transformation that generates the message body from a payload.
            #[form(var = "pubsub#body_xslt", kind = "text-single")]
            pub body_xslt: Option<String>,
            /// The contact addresses for the node.
            #[form(var = "pubsub#contact", kind = "jid-multi")]
            pub contacts: Vec<Jid>,
            /// The URL of an XSL transformation that generates a data form from a payload.
            #[form(var = "pubsub#dataform_xslt", kind = "text-single")]
            pub dataform_xslt: Option<String>,
            /// Whether notifications are delivered.
            #[form(var = "pubsub#deliver_notifications", kind = "boolean", strict)]
            pub deliver_notifications: Option<bool>,
            /// Whether they include the payload; for leaf nodes.
            #[form(var = "pubsub#deliver_payloads", kind = "boolean", strict)]
            pub deliver_payloads: Option<bool>,
            /// The description of the node.
            #[form(var = "pubsub#description", kind = "text-single")]
            pub description: Option<String>,
            /// The time after which an item is removed, in seconds.
            #[form(var = "pubsub#item_expire", kind = "text-single", strict)]
            pub item_expire: Option<IntegerOrMax>,
            /// The recipient of replies to items: the owner or the publisher.
            #[form(var = "pubsub#itemreply", kind = "list-single", options, strict)]
            pub item_reply: Option<ItemReply>,
            /// The default language of the items.
            #[form(var = "pubsub#language", kind = "list-single")]
            pub language: Option<LanguageTag>,
            /// The maximum number of items.
            #[form(var = "pubsub#max_items", kind = "text-single", strict)]
            pub max_items: Option<IntegerOrMax>,
            /// The maximum size of a payload in bytes.
            #[form(var = "pubsub#max_payload_size", kind = "text-single", strict)]
            pub max_payload_size: Option<u64>,
            /// The type of the node: leaf or collection.
            #[form(var = "pubsub#node_type", kind = "list-single", options, strict)]
            pub node_type: Option<NodeKind>,
            /// The type of the notification messages.
            #[form(var = "pubsub#notification_type", kind = "list-single", options, strict)]
            pub notification_type: Option<NotificationType>,
            /// Whether subscribers are notified when the configuration changes.
            #[form(var = "pubsub#notify_config", kind = "boolean", strict)]
            pub notify_config: Option<bool>,
            /// Whether subscribers are notified when the node is deleted.
            #[form(var = "pubsub#notify_delete", kind = "boolean", strict)]
            pub notify_delete: Option<bool>,
            /// Whether subscribers are notified when items are removed.
            #[form(var = "pubsub#notify_retract", kind = "boolean", strict)]
            pub notify_retract: Option<bool>,
            /// Whether owners are notified of new and ended subscriptions.
            #[form(var = "pubsub#notify_sub", kind = "boolean", strict)]
            pub notify_sub: Option<bool>,
            /// Whether items are stored persistently.
            #[form(var = "pubsub#persist_items", kind = "boolean", strict)]
            pub persist_items: Option<bool>,
            /// Whether notifications are only sent to subscribers that are online.
            #[form(var = "pubsub#presence_based_delivery", kind = "boolean", strict)]
            pub presence_based_delivery: Option<bool>,
            /// Who may publish.
            #[form(var = "pubsub#publish_model", kind = "list-single", options, strict)]
            pub publish_model: Option<PublishModel>,
            /// What happens to a new item when the node is full.
            #[form(var = "pubsub#publish_node_full", kind = "list-single", options, strict)]
            pub publish_node_full: Option<PublishNodeFull>,
            /// Whether a publisher's items are removed when the publisher goes offline.
            #[form(var = "pubsub#purge_offline", kind = "boolean", strict)]
            pub purge_offline: Option<bool>,
            /// The roster groups that have access under [`AccessModel::Roster`].
            #[form(var = "pubsub#roster_groups_allowed", kind = "list-multi", strict)]
            pub roster_groups_allowed: Vec<String>,
            /// When the last item is sent to subscribers that have not received it.
            #[form(var = "pubsub#send_last_published_item", kind = "list-single", options, strict)]
            pub send_last_published_item: Option<SendLastPublishedItem>,
            /// Whether subscriptions end when the subscriber goes offline.
            #[form(var = "pubsub#tempsub", kind = "boolean", strict)]
            pub temporary_subscriptions: Option<bool>,
            /// Whether subscriptions are enabled.
            #[form(var = "pubsub#subscribe", kind = "boolean", strict)]
            pub subscribe: Option<bool>,
            /// The title of the node.
            #[form(var = "pubsub#title", kind = "text-single")]
            pub title: Option<String>,
            /// The type of the items, usually the namespace of the payload.
            #[form(var = "pubsub#type", kind = "text-single")]
            pub payload_type: Option<String>,
            /// The collections that the node is in.
            #[form(var = "pubsub#collection", kind = "text-multi", strict)]
            pub collections: Vec<String>,
            /// The nodes that are in this collection.
            #[form(var = "pubsub#children", kind = "text-multi", strict)]
            pub children: Vec<String>,
            /// Who may add nodes to this collection.
            #[form(var = "pubsub#children_association_policy", kind = "list-single", options, strict)]
            pub children_association_policy: Option<ChildrenAssociationPolicy>,
            /// Who may do so under [`ChildrenAssociationPolicy::Whitelist`].
            #[form(var = "pubsub#children_association_whitelist", kind = "jid-multi", strict)]
            pub children_association_whitelist: Vec<Jid>,
            /// The maximum number of nodes in this collection.
            #[form(var = "pubsub#children_max", kind = "text-single", strict)]
            pub children_max: Option<IntegerOrMax>,
            $($more)*
            /// The underlying form with all its fields, known and unknown.
            #[form(source)]
            pub form: Form,
        }
    };
}

node_options! {
    /// The configuration of a node. `None` means that the service does not offer an option; in a submission, that it
    /// stays unchanged.
    ///
    /// [XEP-0060 §8.2](https://xmpp.org/extensions/xep-0060.html#owner-configure),
    /// [XEP-0248 §7.2](https://xmpp.org/extensions/xep-0248.html#configure-collection)
    #[doc(alias("XEP-0060", "XEP0060", "0060"))]
    #[doc(alias("http://jabber.org/protocol/pubsub#node_config"))]
    #[form(form_type = "http://jabber.org/protocol/pubsub#node_config")]
    pub struct NodeConfig {}
}

node_options! {
    /// The required configuration of a node for publishing. `None` means no requirement.
    ///
    /// [XEP-0060 §7.1.5](https://xmpp.org/extensions/xep-0060.html#publisher-publish-options)
    #[doc(alias("XEP-0060", "XEP0060", "0060"))]
    #[doc(alias("http://jabber.org/protocol/pubsub#publish-options"))]
    #[form(form_type = PUBLISH_OPTIONS)]
    pub struct PublishOptions {
        /// The identifier of the expected last item of the node, to detect concurrent publishing.
        ///
        /// [XEP-0395](https://xmpp.org/extensions/xep-0395.html)
        #[form(var = "pubsub#prev_item_cap_value", kind = "text-single", strict)]
        pub previous_item: Option<String>,
    }
}

/// A number, or the maximum that the service allows.
///
/// [XEP-0060 §13.23](https://xmpp.org/extensions/xep-0060.html#usecase.xdata)
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum IntegerOrMax {
    /// This number.
    Integer(u64),
    /// `max`: the maximum that the service allows.
    Max,
}

impl Value for IntegerOrMax {
    const EXPECTED: &'static str = "an integer or `max`";
    const EXAMPLES: &'static [&'static str] = &["max", "10", "0", " 0604800 "];

    fn parse(text: &str) -> Result<Self, InvalidValue> {
        word_or(text, "max", Self::Integer, Self::Max)
    }

    fn write(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        match self {
            Self::Integer(number) => number.write(out),
            Self::Max => out.write_str("max"),
        }
    }
}

/// The depth of a subscription to a collection.
///
/// [XEP-0248 §6.1](https://xmpp.org/extensions/xep-0248.html#subscribe)
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SubscriptionDepth {
    /// Nodes up to this many levels down; 1 means the direct children of the collection.
    Levels(u32),
    /// `all`: all descendants.
    All,
}

impl Value for SubscriptionDepth {
    const EXPECTED: &'static str = "an integer or `all`";
    const EXAMPLES: &'static [&'static str] = &["all", "1", "0", " 02 "];

    fn parse(text: &str) -> Result<Self, InvalidValue> {
        word_or(text, "all", Self::Levels, Self::All)
    }

    fn write(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        match self {
            Self::Levels(number) => number.write(out),
            Self::All => out.write_str("all"),
        }
    }
}

/// When a subscription expires.
///
/// [XEP-0060 §13.19](https://xmpp.org/extensions/xep-0060.html#impl-leases)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Expire {
    /// At this time.
    At(DateTime),
    /// `presence`: when the subscriber goes offline.
    Presence,
}

impl Value for Expire {
    const EXPECTED: &'static str = "a date and time or `presence`";
    const EXAMPLES: &'static [&'static str] = &["presence", "2026-02-28T23:59:59Z"];

    fn parse(text: &str) -> Result<Self, InvalidValue> {
        word_or(text, "presence", Self::At, Self::Presence)
    }

    fn write(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        match self {
            Self::At(time) => time.write(out),
            Self::Presence => out.write_str("presence"),
        }
    }
}

xmpp_xml::text_traits!(IntegerOrMax, SubscriptionDepth, Expire);

/// The value that represents the word, else that of the text.
fn word_or<N: Value, T>(
    text: &str,
    word: &str,
    number: fn(N) -> T,
    other: T,
) -> Result<T, InvalidValue> {
    if text.trim_ascii() == word {
        Ok(other)
    } else {
        N::parse(text).map(number)
    }
}

/// Who may subscribe to a node and retrieve items.
///
/// [XEP-0060 §4.5](https://xmpp.org/extensions/xep-0060.html#accessmodels)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum AccessModel {
    /// `authorize`: entities whose subscription an owner has approved.
    Authorize,
    /// `open`: everybody.
    Open,
    /// `presence`: subscribers to the owner's presence.
    Presence,
    /// `roster`: contacts in certain roster groups of the owner.
    Roster,
    /// `whitelist`: entities on a whitelist.
    Whitelist,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// Who may publish to a node.
///
/// [XEP-0060 §17.4.4](https://xmpp.org/extensions/xep-0060.html#registrar-formtypes-config)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum PublishModel {
    /// `publishers`: owners and publishers.
    Publishers,
    /// `subscribers`: subscribers, too.
    Subscribers,
    /// `open`: everybody.
    Open,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// What happens to a new item when the node is full.
///
/// [XEP-0060 §7.1.2](https://xmpp.org/extensions/xep-0060.html#publisher-publish-success-nodefull)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum PublishNodeFull {
    /// `retract-oldest`: the oldest item is removed, with a notification to the subscribers.
    RetractOldest,
    /// `discard-oldest`: the oldest item is removed silently.
    DiscardOldest,
    /// `reject`: the new item is rejected.
    Reject,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// The recipient of replies to an item.
///
/// [XEP-0060 §13.17](https://xmpp.org/extensions/xep-0060.html#impl-association)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum ItemReply {
    /// `owner`: the owner of the node. Not widely supported.
    Owner,
    /// `publisher`: the publisher of the item.
    Publisher,
    /// `none`: nobody.
    #[xml(token = "none")]
    Nobody,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// The type of the notification messages.
///
/// [XEP-0060 §17.4.4](https://xmpp.org/extensions/xep-0060.html#registrar-formtypes-config)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum NotificationType {
    /// `normal`.
    Normal,
    /// `headline`.
    Headline,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// When the last item is sent to subscribers that have not received it.
///
/// [XEP-0060 §17.4.4](https://xmpp.org/extensions/xep-0060.html#registrar-formtypes-config)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum SendLastPublishedItem {
    /// `never`.
    Never,
    /// `on_sub`: when they subscribe.
    #[xml(token = "on_sub")]
    OnSubscription,
    /// `on_sub_and_presence`: when they subscribe, and whenever they come online.
    #[xml(token = "on_sub_and_presence")]
    OnSubscriptionAndPresence,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// Who may add nodes to a collection.
///
/// [XEP-0248 §7.2](https://xmpp.org/extensions/xep-0248.html#configure-collection)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum ChildrenAssociationPolicy {
    /// `owners`: the owners of the collection, in the registered spelling.
    Owners,
    /// `owner`: the same, in another spelling of the specification.
    Owner,
    /// `whitelist`: entities on a whitelist.
    Whitelist,
    /// `all`: everybody.
    All,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// The type of notifications that a subscriber wants from a collection.
///
/// [XEP-0248 §6.1](https://xmpp.org/extensions/xep-0248.html#subscribe)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum SubscriptionType {
    /// `items`: publication of items.
    Items,
    /// `nodes`: addition, removal and configuration of nodes.
    Nodes,
    /// `all`: both.
    All,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// A presence state in which a subscriber wants notifications: a `<show/>` value, or `online`.
///
/// [XEP-0060 §17.4.2](https://xmpp.org/extensions/xep-0060.html#registrar-formtypes-subscribe)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum ShowValue {
    /// `away`.
    Away,
    /// `chat`: interested in chatting.
    Chat,
    /// `dnd`: do not disturb.
    #[xml(token = "dnd")]
    DoNotDisturb,
    /// `online`: available, without a `<show/>` value.
    Online,
    /// `xa`: away for an extended period.
    #[xml(token = "xa")]
    ExtendedAway,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}
