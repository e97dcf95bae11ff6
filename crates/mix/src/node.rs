//! The nodes of a channel.
//!
//! They are discovered with a disco#items request for the node [`MIX`], since the same address may also be a MUC room.

/// The disco#items node that lists the nodes of a channel.
///
/// [XEP-0369 §6.4](https://xmpp.org/extensions/xep-0369.html#disco-channel-nodes)
pub const MIX: &str = "mix";

/// The messages of the channel, which are not stored as items.
///
/// [XEP-0369 §4.7.2](https://xmpp.org/extensions/xep-0369.html#messages-node)
pub const MESSAGES: &str = "urn:xmpp:mix:nodes:messages";

/// The participants: each item is a [`Participant`](crate::channel::Participant); the item ID is the stable participant ID.
///
/// [XEP-0369 §4.7.3](https://xmpp.org/extensions/xep-0369.html#participants-node)
pub const PARTICIPANTS: &str = "urn:xmpp:mix:nodes:participants";

/// Information about the channel: one item with the form [`Information`](crate::channel::Information).
///
/// [XEP-0369 §4.7.4](https://xmpp.org/extensions/xep-0369.html#info-node)
pub const INFORMATION: &str = "urn:xmpp:mix:nodes:info";

/// The presence of clients.
///
/// [XEP-0403 §3.5](https://xmpp.org/extensions/xep-0403.html#presence-node)
pub const PRESENCE: &str = "urn:xmpp:mix:nodes:presence";

/// The hidden addresses of participants, for administrators: items are [`Participant`](crate::privacy::Participant)s; the
/// item ID is the stable participant ID.
///
/// [XEP-0404 §2.5](https://xmpp.org/extensions/xep-0404.html#concepts-nodes)
pub const JID_MAP: &str = "urn:xmpp:mix:nodes:jidmap";

/// The configuration: one item with the form [`Configuration`](crate::admin::Configuration).
///
/// [XEP-0406 §2.4](https://xmpp.org/extensions/xep-0406.html#config-node)
pub const CONFIGURATION: &str = "urn:xmpp:mix:nodes:config";

/// Who may become a participant: items without payload, whose ID is a bare JID or a domain. If the node does not exist,
/// everybody who is not [banned](BANNED) may.
///
/// [XEP-0406 §2.2](https://xmpp.org/extensions/xep-0406.html#allowed-node)
pub const ALLOWED: &str = "urn:xmpp:mix:nodes:allowed";

/// Who may not become a participant, even if [allowed](ALLOWED): items without payload, whose ID is a bare JID or a domain.
///
/// [XEP-0406 §2.3](https://xmpp.org/extensions/xep-0406.html#banned-node)
pub const BANNED: &str = "urn:xmpp:mix:nodes:banned";
