//! Names for personal eventing, where the account of a user is a pubsub service: contacts are subscribed by their
//! presence, and say in service discovery which nodes they want to hear of.
//!
//! [XEP-0163, Personal Eventing Protocol](https://xmpp.org/extensions/xep-0163.html)

use alloc::format;
use alloc::string::String;

/// The category of the identity in service discovery that an account with personal eventing has.
pub const CATEGORY: &str = "pubsub";
/// The type of that identity.
pub const KIND: &str = "pep";

const NOTIFY: &str = "+notify";

/// The feature of a client that wants the notifications of a node, whoever's.
///
/// [XEP-0060 §9.2](https://xmpp.org/extensions/xep-0060.html#filtered-notifications)
///
/// ```
/// use xmpp_pubsub::pep;
///
/// let feature = pep::notify_feature("urn:example:song");
/// assert_eq!(feature, "urn:example:song+notify");
/// assert_eq!(pep::notified_node(&feature), Some("urn:example:song"));
/// ```
#[must_use]
pub fn notify_feature(node: &str) -> String {
    format!("{node}{NOTIFY}")
}

/// The node whose notifications a client with this feature wants; absent when the feature is about something else.
#[must_use]
pub fn notified_node(feature: &str) -> Option<&str> {
    feature.strip_suffix(NOTIFY)
}
