//! Features of pubsub services and nodes.

use alloc::format;
use alloc::string::String;

use xmpp_xml::{OtherToken, Xml};

use crate::pubsub;

/// A feature of a pubsub service or node, or one that is not supported, in an
/// [error](crate::errors::Error::unsupported).
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
    /// `access-authorize`: the default access model is `authorize`.
    AccessAuthorize,
    /// `access-open`: the default access model is `open`.
    AccessOpen,
    /// `access-presence`: the default access model is `presence`.
    AccessPresence,
    /// `access-roster`: the default access model is `roster`.
    AccessRoster,
    /// `access-whitelist`: the default access model is `whitelist`.
    AccessWhitelist,
    /// `auto-create`: publishing to a node that does not exist creates it.
    AutoCreate,
    /// `auto-subscribe`: contacts are subscribed automatically, based on presence.
    AutoSubscribe,
    /// `collections`: collection nodes are supported.
    Collections,
    /// `config-node`: nodes can be configured.
    ConfigNode,
    /// `config-node-max`: a configuration may request the maximum with `max`.
    ConfigNodeMax,
    /// `create-and-configure`: a node can be created and configured in one step.
    CreateAndConfigure,
    /// `create-nodes`: nodes can be created.
    CreateNodes,
    /// `delete-items`: items can be deleted.
    DeleteItems,
    /// `delete-nodes`: nodes can be deleted.
    DeleteNodes,
    /// `filtered-notifications`: notifications are only sent to clients that request them.
    FilteredNotifications,
    /// `get-pending`: owners can retrieve pending subscription requests.
    GetPending,
    /// `instant-nodes`: the service can generate the name of a new node.
    InstantNodes,
    /// `item-ids`: publishers can specify item identifiers.
    ItemIds,
    /// `last-published`: the last item is sent to new subscribers, and to subscribers that come online.
    LastPublished,
    /// `leased-subscription`: subscriptions can expire.
    LeasedSubscription,
    /// `manage-subscriptions`: owners can manage subscriptions.
    ManageSubscriptions,
    /// `member-affiliation`: the member affiliation is supported.
    MemberAffiliation,
    /// `meta-data`: nodes have metadata.
    MetaData,
    /// `modify-affiliations`: owners can manage affiliations.
    ModifyAffiliations,
    /// `multi-collection`: a node can be in several collections.
    MultiCollection,
    /// `multi-collections`: the same, under its registered name.
    MultiCollections,
    /// `multi-items`: a node can have several items.
    MultiItems,
    /// `multi-subscribe`: one entity can have several subscriptions to a node.
    MultiSubscribe,
    /// `outcast-affiliation`: the outcast affiliation is supported.
    OutcastAffiliation,
    /// `persistent-items`: items are stored persistently.
    PersistentItems,
    /// `presence-notifications`: notifications can depend on presence.
    PresenceNotifications,
    /// `presence-subscribe`: contacts are subscribed based on presence.
    PresenceSubscribe,
    /// `publish`: items can be published.
    Publish,
    /// `publish-node-full`: the behaviour when publishing to a full node is configurable.
    PublishNodeFull,
    /// `publish-only-affiliation`: the publish-only affiliation is supported.
    PublishOnlyAffiliation,
    /// `publish-options`: publishers can specify the required configuration of the node.
    PublishOptions,
    /// `publisher-affiliation`: the publisher affiliation is supported.
    PublisherAffiliation,
    /// `purge-nodes`: all items of a node can be deleted at once.
    PurgeNodes,
    /// `retract-items`: items can be retracted.
    RetractItems,
    /// `retrieve-affiliations`: entities can retrieve their affiliations.
    RetrieveAffiliations,
    /// `retrieve-default`: the default configuration of nodes can be retrieved.
    RetrieveDefault,
    /// `retrieve-default-sub`: the default options of subscriptions can be retrieved.
    RetrieveDefaultSub,
    /// `retrieve-items`: items can be retrieved.
    RetrieveItems,
    /// `retrieve-subscriptions`: entities can retrieve their subscriptions.
    RetrieveSubscriptions,
    /// `rsm`: items can be retrieved in pages.
    Rsm,
    /// `subscribe`: entities can subscribe and unsubscribe.
    Subscribe,
    /// `subscription-notifications`: subscribers are notified of changes to their subscriptions.
    SubscriptionNotifications,
    /// `subscription-options`: subscriptions have options.
    SubscriptionOptions,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

impl Feature {
    /// The name of the feature in service discovery.
    #[must_use]
    pub fn var(&self) -> String {
        format!("{}#{self}", pubsub::NS)
    }

    /// The pubsub feature with this name in service discovery. `None` if the name is not one of pubsub.
    #[must_use]
    pub fn from_var(var: &str) -> Option<Self> {
        let name = var.strip_prefix(pubsub::NS)?.strip_prefix('#')?;
        Some(Self::from(name))
    }
}
