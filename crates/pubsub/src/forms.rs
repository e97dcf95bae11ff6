//! The forms of publish-subscribe: the configuration of nodes and subscriptions, requests for approval, and what a node
//! tells of itself.
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

/// The type of the forms about pending subscriptions.
const SUBSCRIBE_AUTHORIZATION: &str = "http://jabber.org/protocol/pubsub#subscribe_authorization";

/// What an owner is asked to approve a subscription, and the answer.
///
/// [XEP-0060 §8.6](https://xmpp.org/extensions/xep-0060.html#owner-subreq)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub#subscribe_authorization"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = SUBSCRIBE_AUTHORIZATION)]
#[non_exhaustive]
pub struct SubscribeAuthorization {
    /// Whether the owner allows it. Absent until they have decided.
    #[form(var = "pubsub#allow", kind = "boolean")]
    pub allow: Option<bool>,
    /// The node. Absent when not told.
    #[form(var = "pubsub#node", kind = "text-single")]
    pub node: Option<String>,
    /// Who wants to subscribe. Absent when not told.
    #[form(var = "pubsub#subscriber_jid", kind = "jid-single")]
    pub subscriber: Option<Jid>,
    /// Which of several subscriptions of theirs it is. Absent where there is one at most.
    #[form(var = "pubsub#subid", kind = "text-single")]
    pub subid: Option<String>,
    /// The form that has all of this and what is not named here.
    #[form(source)]
    pub form: Form,
}

/// Of which node an owner wants to be asked to approve the pending subscriptions: the form of an ad-hoc command, whose
/// options are the nodes, and the answer.
///
/// It has the `FORM_TYPE` of [`SubscribeAuthorization`], or in the answer none: what it is, the command tells. For one
/// without, there is [`from_fields`](FormType::from_fields).
///
/// [XEP-0060 §8.7](https://xmpp.org/extensions/xep-0060.html#owner-subreq-process)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub#subscribe_authorization"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = SUBSCRIBE_AUTHORIZATION)]
#[non_exhaustive]
pub struct GetPending {
    /// The node. Absent until the owner has chosen.
    #[form(var = "pubsub#node", kind = "list-single")]
    pub node: Option<String>,
    /// The form that has all of this and what is not named here.
    #[form(source)]
    pub form: Form,
}

impl GetPending {
    /// The name of the command.
    pub const COMMAND: &'static str = "http://jabber.org/protocol/pubsub#get-pending";
}

/// The options of a subscription. What is absent, the service does not let one choose; in an answer, it stays as
/// it is.
///
/// [XEP-0060 §6.3](https://xmpp.org/extensions/xep-0060.html#subscriber-configure)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub#subscribe_options"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = "http://jabber.org/protocol/pubsub#subscribe_options")]
#[non_exhaustive]
pub struct SubscribeOptions {
    /// Whether notifications are sent at all.
    #[form(var = "pubsub#deliver", kind = "boolean")]
    pub deliver: Option<bool>,
    /// Whether several notifications are sent in one.
    #[form(var = "pubsub#digest", kind = "boolean")]
    pub digest: Option<bool>,
    /// The least time from one such digest to the next, in milliseconds.
    #[form(var = "pubsub#digest_frequency", kind = "text-single")]
    pub digest_frequency: Option<u64>,
    /// When the subscription ends.
    #[form(var = "pubsub#expire", kind = "text-single", strict)]
    pub expire: Option<Expire>,
    /// Whether notifications have a body beside the payload.
    #[form(var = "pubsub#include_body", kind = "boolean")]
    pub include_body: Option<bool>,
    /// The availability in which notifications are wanted.
    #[form(var = "pubsub#show-values", kind = "list-multi", options)]
    pub show_values: Vec<ShowValue>,
    /// What of a collection one wants to hear.
    #[form(var = "pubsub#subscription_type", kind = "list-single", options)]
    pub subscription_type: Option<SubscriptionType>,
    /// How far down into a collection one wants to hear it.
    #[form(var = "pubsub#subscription_depth", kind = "list-single", options = ["1", "all"])]
    pub subscription_depth: Option<SubscriptionDepth>,
    /// The form that has all of this and what is not named here.
    #[form(source)]
    pub form: Form,
}

/// What a node tells of itself in service discovery. It may have the fields of the configuration too: see
/// [`NodeConfig::from_fields`](FormType::from_fields).
///
/// [XEP-0060 §5.4](https://xmpp.org/extensions/xep-0060.html#entity-metadata)
#[doc(alias("XEP-0060", "XEP0060", "0060"))]
#[doc(alias("http://jabber.org/protocol/pubsub#meta-data"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = "http://jabber.org/protocol/pubsub#meta-data")]
#[non_exhaustive]
pub struct MetaData {
    /// Whom to ask about the node.
    #[form(var = "pubsub#contact", kind = "jid-multi")]
    pub contacts: Vec<Jid>,
    /// When the node was created. Absent when not told.
    #[form(var = "pubsub#creation_date", kind = "text-single")]
    pub creation_date: Option<DateTime>,
    /// Who has created it. Absent when not told.
    #[form(var = "pubsub#creator", kind = "jid-single")]
    pub creator: Option<Jid>,
    /// What it is for. Absent when not told.
    #[form(var = "pubsub#description", kind = "text-single")]
    pub description: Option<String>,
    /// The language of its items, unless they say another. Absent when not told.
    #[form(var = "pubsub#language", kind = "list-single")]
    pub language: Option<LanguageTag>,
    /// Who may subscribe and retrieve items. Absent when not told.
    #[form(var = "pubsub#access_model", kind = "list-single", options, strict)]
    pub access_model: Option<AccessModel>,
    /// Who may publish. Absent when not told.
    #[form(var = "pubsub#publish_model", kind = "list-single", options, strict)]
    pub publish_model: Option<PublishModel>,
    /// How many are subscribed. Absent when not told.
    #[form(var = "pubsub#num_subscribers", kind = "text-single")]
    pub num_subscribers: Option<u32>,
    /// Its owners.
    #[form(var = "pubsub#owner", kind = "jid-multi")]
    pub owners: Vec<Jid>,
    /// Its publishers.
    #[form(var = "pubsub#publisher", kind = "jid-multi")]
    pub publishers: Vec<Jid>,
    /// What it is called. Absent when not told.
    #[form(var = "pubsub#title", kind = "text-single")]
    pub title: Option<String>,
    /// What its items are, most often the namespace of the payload. Absent when not told.
    #[form(var = "pubsub#type", kind = "text-single")]
    pub payload_type: Option<String>,
    /// How many items are kept. Absent when not told.
    #[form(var = "pubsub#max_items", kind = "text-single")]
    pub max_items: Option<IntegerOrMax>,
    /// The form that has all of this and what is not named here.
    #[form(source)]
    pub form: Form,
}

/// A type with all that can be configured of a node: there are two.
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
            /// The URL of a transformation that makes the body of a message of a payload.
            #[form(var = "pubsub#body_xslt", kind = "text-single")]
            pub body_xslt: Option<String>,
            /// Whom to ask about the node.
            #[form(var = "pubsub#contact", kind = "jid-multi")]
            pub contacts: Vec<Jid>,
            /// The URL of a transformation that makes a form of a payload.
            #[form(var = "pubsub#dataform_xslt", kind = "text-single")]
            pub dataform_xslt: Option<String>,
            /// Whether notifications are sent.
            #[form(var = "pubsub#deliver_notifications", kind = "boolean", strict)]
            pub deliver_notifications: Option<bool>,
            /// Whether they have the payload; for leaf nodes.
            #[form(var = "pubsub#deliver_payloads", kind = "boolean", strict)]
            pub deliver_payloads: Option<bool>,
            /// What the node is for.
            #[form(var = "pubsub#description", kind = "text-single")]
            pub description: Option<String>,
            /// How long an item is kept, in seconds.
            #[form(var = "pubsub#item_expire", kind = "text-single", strict)]
            pub item_expire: Option<IntegerOrMax>,
            /// To whom the items point as their publisher.
            #[form(var = "pubsub#itemreply", kind = "list-single", options, strict)]
            pub item_reply: Option<ItemReply>,
            /// The language of the items, unless they say another.
            #[form(var = "pubsub#language", kind = "list-single")]
            pub language: Option<LanguageTag>,
            /// How many items are kept.
            #[form(var = "pubsub#max_items", kind = "text-single", strict)]
            pub max_items: Option<IntegerOrMax>,
            /// How great a payload may be, in bytes.
            #[form(var = "pubsub#max_payload_size", kind = "text-single", strict)]
            pub max_payload_size: Option<u64>,
            /// What the node has in it.
            #[form(var = "pubsub#node_type", kind = "list-single", options, strict)]
            pub node_type: Option<NodeKind>,
            /// What type the messages have that notify.
            #[form(var = "pubsub#notification_type", kind = "list-single", options, strict)]
            pub notification_type: Option<NotificationType>,
            /// Whether subscribers are told of a new configuration.
            #[form(var = "pubsub#notify_config", kind = "boolean", strict)]
            pub notify_config: Option<bool>,
            /// Whether subscribers are told of the end of the node.
            #[form(var = "pubsub#notify_delete", kind = "boolean", strict)]
            pub notify_delete: Option<bool>,
            /// Whether subscribers are told of items that go.
            #[form(var = "pubsub#notify_retract", kind = "boolean", strict)]
            pub notify_retract: Option<bool>,
            /// Whether owners are told of subscribers that come and go.
            #[form(var = "pubsub#notify_sub", kind = "boolean", strict)]
            pub notify_sub: Option<bool>,
            /// Whether items are kept.
            #[form(var = "pubsub#persist_items", kind = "boolean", strict)]
            pub persist_items: Option<bool>,
            /// Whether notifications are sent only to those who are online.
            #[form(var = "pubsub#presence_based_delivery", kind = "boolean", strict)]
            pub presence_based_delivery: Option<bool>,
            /// Who may publish.
            #[form(var = "pubsub#publish_model", kind = "list-single", options, strict)]
            pub publish_model: Option<PublishModel>,
            /// What becomes of a new item where there are as many as there may be.
            #[form(var = "pubsub#publish_node_full", kind = "list-single", options, strict)]
            pub publish_node_full: Option<PublishNodeFull>,
            /// Whether all items go when their publisher goes offline.
            #[form(var = "pubsub#purge_offline", kind = "boolean", strict)]
            pub purge_offline: Option<bool>,
            /// The groups of the owner's contacts that [`AccessModel::Roster`] lets in.
            #[form(var = "pubsub#roster_groups_allowed", kind = "list-multi", strict)]
            pub roster_groups_allowed: Vec<String>,
            /// When the last item is sent to somebody who did not hear of it.
            #[form(var = "pubsub#send_last_published_item", kind = "list-single", options, strict)]
            pub send_last_published_item: Option<SendLastPublishedItem>,
            /// Whether subscriptions end when the subscriber goes offline.
            #[form(var = "pubsub#tempsub", kind = "boolean", strict)]
            pub temporary_subscriptions: Option<bool>,
            /// Whether anybody may subscribe.
            #[form(var = "pubsub#subscribe", kind = "boolean", strict)]
            pub subscribe: Option<bool>,
            /// What the node is called.
            #[form(var = "pubsub#title", kind = "text-single")]
            pub title: Option<String>,
            /// What the items are, most often the namespace of the payload.
            #[form(var = "pubsub#type", kind = "text-single")]
            pub payload_type: Option<String>,
            /// The collections that the node is in.
            #[form(var = "pubsub#collection", kind = "text-multi", strict)]
            pub collections: Vec<String>,
            /// The nodes that are in this collection.
            #[form(var = "pubsub#children", kind = "text-multi", strict)]
            pub children: Vec<String>,
            /// Who may bring nodes into this collection.
            #[form(var = "pubsub#children_association_policy", kind = "list-single", options, strict)]
            pub children_association_policy: Option<ChildrenAssociationPolicy>,
            /// Whom [`ChildrenAssociationPolicy::Whitelist`] lets do so.
            #[form(var = "pubsub#children_association_whitelist", kind = "jid-multi", strict)]
            pub children_association_whitelist: Vec<Jid>,
            /// How many nodes there may be in this collection.
            #[form(var = "pubsub#children_max", kind = "text-single", strict)]
            pub children_max: Option<IntegerOrMax>,
            $($more)*
            /// The form that has all of this and what is not named here.
            #[form(source)]
            pub form: Form,
        }
    };
}

node_options! {
    /// The configuration of a node. What is absent, the service does not let one configure; in an answer, it
    /// stays as it is.
    ///
    /// [XEP-0060 §8.2](https://xmpp.org/extensions/xep-0060.html#owner-configure),
    /// [XEP-0248 §7.2](https://xmpp.org/extensions/xep-0248.html#configure-collection)
    #[doc(alias("XEP-0060", "XEP0060", "0060"))]
    #[doc(alias("http://jabber.org/protocol/pubsub#node_config"))]
    #[form(form_type = "http://jabber.org/protocol/pubsub#node_config")]
    pub struct NodeConfig {}
}

node_options! {
    /// How a node must be configured to be published at. What is absent, need not be so.
    ///
    /// [XEP-0060 §7.1.5](https://xmpp.org/extensions/xep-0060.html#publisher-publish-options)
    #[doc(alias("XEP-0060", "XEP0060", "0060"))]
    #[doc(alias("http://jabber.org/protocol/pubsub#publish-options"))]
    #[form(form_type = PUBLISH_OPTIONS)]
    pub struct PublishOptions {
        /// The number that the last item at the node must have, so that nobody has published in between.
        ///
        /// [XEP-0395](https://xmpp.org/extensions/xep-0395.html)
        #[form(var = "pubsub#prev_item_cap_value", kind = "text-single", strict)]
        pub previous_item: Option<String>,
    }
}

/// A number, or as much as the service allows.
///
/// [XEP-0060 §13.23](https://xmpp.org/extensions/xep-0060.html#usecase.xdata)
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum IntegerOrMax {
    /// This number.
    Integer(u64),
    /// `max`: no limit but that of the service.
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

/// How far down into a collection a subscription goes.
///
/// [XEP-0248 §6.1](https://xmpp.org/extensions/xep-0248.html#subscribe)
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SubscriptionDepth {
    /// To nodes that are at most so many steps away; with 1, to those that are in the collection itself.
    Levels(u32),
    /// `all`: to the bottom.
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

/// When a subscription ends.
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

/// The value that stands for the word, else what the text is.
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
    /// `authorize`: whose subscription an owner has approved.
    Authorize,
    /// `open`: anybody.
    Open,
    /// `presence`: who is subscribed to the owner's presence.
    Presence,
    /// `roster`: who is in certain groups of the owner's contacts.
    Roster,
    /// `whitelist`: who is on a list.
    Whitelist,
    /// Others.
    #[xml(other)]
    Other(OtherToken),
}

/// Who may publish at a node.
///
/// [XEP-0060 §17.4.4](https://xmpp.org/extensions/xep-0060.html#registrar-formtypes-config)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum PublishModel {
    /// `publishers`: owners and publishers.
    Publishers,
    /// `subscribers`: those too who are subscribed.
    Subscribers,
    /// `open`: anybody.
    Open,
    /// Others.
    #[xml(other)]
    Other(OtherToken),
}

/// What becomes of a new item where there are as many as there may be.
///
/// [XEP-0060 §7.1.2](https://xmpp.org/extensions/xep-0060.html#publisher-publish-success-nodefull)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum PublishNodeFull {
    /// `retract-oldest`: the oldest item goes, and subscribers are told so.
    RetractOldest,
    /// `discard-oldest`: the oldest item goes.
    DiscardOldest,
    /// `reject`: the new item is refused.
    Reject,
    /// Another thing.
    #[xml(other)]
    Other(OtherToken),
}

/// To whom items point as their publisher.
///
/// [XEP-0060 §13.17](https://xmpp.org/extensions/xep-0060.html#impl-association)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum ItemReply {
    /// `owner`: to the owner of the node. Not widely supported.
    Owner,
    /// `publisher`: to who has published them.
    Publisher,
    /// `none`: to nobody.
    #[xml(token = "none")]
    Nobody,
    /// To others.
    #[xml(other)]
    Other(OtherToken),
}

/// What type the messages have that notify.
///
/// [XEP-0060 §17.4.4](https://xmpp.org/extensions/xep-0060.html#registrar-formtypes-config)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum NotificationType {
    /// `normal`.
    Normal,
    /// `headline`.
    Headline,
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}

/// When the last item is sent to somebody who did not hear of it.
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
    /// `on_sub_and_presence`: when they subscribe and whenever they come online.
    #[xml(token = "on_sub_and_presence")]
    OnSubscriptionAndPresence,
    /// At other times.
    #[xml(other)]
    Other(OtherToken),
}

/// Who may bring nodes into a collection.
///
/// [XEP-0248 §7.2](https://xmpp.org/extensions/xep-0248.html#configure-collection)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum ChildrenAssociationPolicy {
    /// `owners`: the owners of the collection, as it is registered.
    Owners,
    /// `owner`: the same, as the specification has it elsewhere.
    Owner,
    /// `whitelist`: who is on a list.
    Whitelist,
    /// `all`: anybody.
    All,
    /// Others.
    #[xml(other)]
    Other(OtherToken),
}

/// What of a collection a subscriber wants to hear.
///
/// [XEP-0248 §6.1](https://xmpp.org/extensions/xep-0248.html#subscribe)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum SubscriptionType {
    /// `items`: what is published.
    Items,
    /// `nodes`: which nodes come and go, and how they are configured.
    Nodes,
    /// `all`: both.
    All,
    /// Another thing.
    #[xml(other)]
    Other(OtherToken),
}

/// An availability in which a subscriber wants notifications: the words of a presence, and one for none of them.
///
/// [XEP-0060 §17.4.2](https://xmpp.org/extensions/xep-0060.html#registrar-formtypes-subscribe)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum ShowValue {
    /// `away`.
    Away,
    /// `chat`: wants to talk.
    Chat,
    /// `dnd`: does not want to be disturbed.
    #[xml(token = "dnd")]
    DoNotDisturb,
    /// `online`: available, without saying more.
    Online,
    /// `xa`: away for long.
    #[xml(token = "xa")]
    ExtendedAway,
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}
