//! What services and nodes can do.

use alloc::format;
use alloc::string::String;

use xmpp_xml::{OtherToken, Xml};

use crate::pubsub;

/// Something that a pubsub service or a node can do, or that an [error](crate::errors::Error::unsupported) says it
/// cannot.
///
/// [XEP-0060 §11](https://xmpp.org/extensions/xep-0060.html#features),
/// [XEP-0248 §9](https://xmpp.org/extensions/xep-0248.html#features)
///
/// ```
/// use xmpp_pubsub::Feature;
///
/// let feature = Feature::from_var("http://jabber.org/protocol/pubsub#multi-items");
/// assert_eq!(feature, Some(Feature::MultiItems));
/// assert_eq!(Feature::MultiItems.var(), "http://jabber.org/protocol/pubsub#multi-items");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Feature {
    /// `access-authorize`: nodes are made with the access model `authorize`.
    AccessAuthorize,
    /// `access-open`: nodes are made with the access model `open`.
    AccessOpen,
    /// `access-presence`: nodes are made with the access model `presence`.
    AccessPresence,
    /// `access-roster`: nodes are made with the access model `roster`.
    AccessRoster,
    /// `access-whitelist`: nodes are made with the access model `whitelist`.
    AccessWhitelist,
    /// `auto-create`: publishing creates the node.
    AutoCreate,
    /// `auto-subscribe`: contacts are subscribed by their presence.
    AutoSubscribe,
    /// `collections`: nodes can be in collections.
    Collections,
    /// `config-node`: nodes can be configured.
    ConfigNode,
    /// `config-node-max`: a configuration can ask for as much as there may be, by `max`.
    ConfigNodeMax,
    /// `create-and-configure`: a node can be created and configured at once.
    CreateAndConfigure,
    /// `create-nodes`: nodes can be created.
    CreateNodes,
    /// `delete-items`: items can be deleted.
    DeleteItems,
    /// `delete-nodes`: nodes can be deleted.
    DeleteNodes,
    /// `filtered-notifications`: only those get notifications whose client asks for them.
    FilteredNotifications,
    /// `get-pending`: owners can ask for the subscriptions that wait for them.
    GetPending,
    /// `instant-nodes`: the service can name a new node.
    InstantNodes,
    /// `item-ids`: publishers can name their items.
    ItemIds,
    /// `last-published`: the last item is sent to new subscribers, and to those who come online.
    LastPublished,
    /// `leased-subscription`: subscriptions can end at a certain time.
    LeasedSubscription,
    /// `manage-subscriptions`: owners can manage subscriptions.
    ManageSubscriptions,
    /// `member-affiliation`: there are members.
    MemberAffiliation,
    /// `meta-data`: nodes tell about themselves.
    MetaData,
    /// `modify-affiliations`: owners can manage affiliations.
    ModifyAffiliations,
    /// `multi-collection`: a node can be in several collections.
    MultiCollection,
    /// `multi-collections`: the same, as the registry has it.
    MultiCollections,
    /// `multi-items`: a node can have several items.
    MultiItems,
    /// `multi-subscribe`: one entity can have several subscriptions to a node.
    MultiSubscribe,
    /// `outcast-affiliation`: there are outcasts.
    OutcastAffiliation,
    /// `persistent-items`: items are stored.
    PersistentItems,
    /// `presence-notifications`: notifications can depend on presence.
    PresenceNotifications,
    /// `presence-subscribe`: contacts are subscribed by their presence.
    PresenceSubscribe,
    /// `publish`: items can be published.
    Publish,
    /// `publish-node-full`: what happens when a full node is published at can be configured.
    PublishNodeFull,
    /// `publish-only-affiliation`: there are entities that may only publish.
    PublishOnlyAffiliation,
    /// `publish-options`: publishers can say how the node must be configured.
    PublishOptions,
    /// `publisher-affiliation`: there are publishers.
    PublisherAffiliation,
    /// `purge-nodes`: all items of a node can be deleted at once.
    PurgeNodes,
    /// `retract-items`: items can be retracted.
    RetractItems,
    /// `retrieve-affiliations`: entities can ask for their affiliations.
    RetrieveAffiliations,
    /// `retrieve-default`: the default configuration of nodes can be asked for.
    RetrieveDefault,
    /// `retrieve-default-sub`: the default options of subscriptions can be asked for.
    RetrieveDefaultSub,
    /// `retrieve-items`: items can be retrieved.
    RetrieveItems,
    /// `retrieve-subscriptions`: entities can ask for their subscriptions.
    RetrieveSubscriptions,
    /// `rsm`: items can be retrieved page by page.
    Rsm,
    /// `subscribe`: entities can subscribe and unsubscribe.
    Subscribe,
    /// `subscription-notifications`: subscribers are told what becomes of their subscriptions.
    SubscriptionNotifications,
    /// `subscription-options`: subscriptions have options.
    SubscriptionOptions,
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}

impl Feature {
    /// The feature as service discovery has it.
    #[must_use]
    pub fn var(&self) -> String {
        format!("{}#{self}", pubsub::NS)
    }

    /// The feature of pubsub that a feature in service discovery is; absent when that is about something else.
    #[must_use]
    pub fn from_var(var: &str) -> Option<Self> {
        let name = var.strip_prefix(pubsub::NS)?.strip_prefix('#')?;
        Some(Self::from(name))
    }
}
