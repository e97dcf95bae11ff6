//! What entities are to nodes, and nodes to each other.

use xmpp_xml::{OtherToken, Xml};

/// What somebody may do with a node.
///
/// [XEP-0060 §4.1](https://xmpp.org/extensions/xep-0060.html#affiliations)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum AffiliationState {
    /// `owner`: everything, the configuration included.
    Owner,
    /// `publisher`: subscribe, retrieve items, and publish them.
    Publisher,
    /// `publish-only`: publish items, and nothing else.
    PublishOnly,
    /// `member`: subscribe and retrieve items.
    Member,
    /// `none`: what the access model of the node allows to all.
    None,
    /// `outcast`: nothing.
    Outcast,
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}

/// How far a subscription has come.
///
/// [XEP-0060 §4.2](https://xmpp.org/extensions/xep-0060.html#substates)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum SubscriptionState {
    /// `none`: there is no subscription.
    None,
    /// `pending`: an owner has not approved it yet.
    Pending,
    /// `subscribed`: notifications are sent.
    Subscribed,
    /// `unconfigured`: its options are not set yet; notifications may be sent, or the subscription may lapse.
    Unconfigured,
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}

/// What a node has in it.
///
/// [XEP-0060 §4.4](https://xmpp.org/extensions/xep-0060.html#nodetypes)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum NodeKind {
    /// `leaf`: items that were published.
    Leaf,
    /// `collection`: other nodes.
    Collection,
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}

/// What becomes of a node in a collection: the name of the element that tells.
///
/// [XEP-0248](https://xmpp.org/extensions/xep-0248.html#associate-node),
/// [XEP-0060 §18.3](https://xmpp.org/extensions/xep-0060.html#schemas-event)
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Xml)]
#[expect(
    clippy::exhaustive_enums,
    reason = "these are the names of elements that are read as one type"
)]
pub enum AssociationKind {
    /// `associate`: it comes into the collection.
    Associate,
    /// `dissociate`: it leaves the collection, as XEP-0248 has it.
    Dissociate,
    /// `disassociate`: it leaves the collection, as the schema of XEP-0060 has it.
    Disassociate,
}
