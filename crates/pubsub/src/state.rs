//! Affiliations, subscription states and types of nodes.

use xmpp_xml::{OtherToken, Xml};

/// An entity's affiliation with a node.
///
/// [XEP-0060 §4.1](https://xmpp.org/extensions/xep-0060.html#affiliations)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum AffiliationState {
    /// `owner`: full control, including the configuration.
    Owner,
    /// `publisher`: may subscribe, retrieve and publish items.
    Publisher,
    /// `publish-only`: may publish items, and nothing else.
    PublishOnly,
    /// `member`: may subscribe and retrieve items.
    Member,
    /// `none`: has the access that the node's access model grants to all.
    None,
    /// `outcast`: has no access.
    Outcast,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// The state of a subscription.
///
/// [XEP-0060 §4.2](https://xmpp.org/extensions/xep-0060.html#substates)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum SubscriptionState {
    /// `none`: there is no subscription.
    None,
    /// `pending`: not yet approved by an owner.
    Pending,
    /// `subscribed`: active.
    Subscribed,
    /// `unconfigured`: the options are not set yet; notifications may be sent, or the subscription may expire.
    Unconfigured,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// The type of a node.
///
/// [XEP-0060 §4.4](https://xmpp.org/extensions/xep-0060.html#nodetypes)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum NodeKind {
    /// `leaf`: has items.
    Leaf,
    /// `collection`: has other nodes.
    Collection,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// Whether a node is added to a collection or removed from it; this is the name of the element.
///
/// [XEP-0248](https://xmpp.org/extensions/xep-0248.html#associate-node),
/// [XEP-0060 §18.3](https://xmpp.org/extensions/xep-0060.html#schemas-event)
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Xml)]
#[expect(
    clippy::exhaustive_enums,
    reason = "these are the names of elements that are read as one type"
)]
pub enum AssociationKind {
    /// `associate`: it is added to the collection.
    Associate,
    /// `dissociate`: it is removed from the collection, in the spelling of XEP-0248.
    Dissociate,
    /// `disassociate`: it is removed from the collection, in the spelling of the schema of XEP-0060.
    Disassociate,
}
