//! Names for personal eventing (PEP), where a user's account is a pubsub service: contacts are subscribed based on presence,
//! and list the nodes that they are interested in as disco#info features.
//!
//! [XEP-0163, Personal Eventing Protocol](https://xmpp.org/extensions/xep-0163.html)

use alloc::format;
use alloc::string::String;

/// The category of the disco#info identity of an account with PEP support.
pub const CATEGORY: &str = "pubsub";
/// The type of that identity.
pub const KIND: &str = "pep";

const NOTIFY: &str = "+notify";

/// The feature of a client that wants notifications of a node from all its contacts.
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

/// The node whose notifications a client with this feature wants. `None` for other features.
#[must_use]
pub fn notified_node(feature: &str) -> Option<&str> {
    feature.strip_suffix(NOTIFY)
}
