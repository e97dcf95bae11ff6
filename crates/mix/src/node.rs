//! The nodes of a channel.
//!
//! The request for them is one of service discovery for the node [`MIX`], since the address may be that of a room of multi-user
//! chat too.

/// The node of service discovery whose items are the nodes of a channel.
///
/// [XEP-0369 §6.4](https://xmpp.org/extensions/xep-0369.html#disco-channel-nodes)
pub const MIX: &str = "mix";

/// Messages; it has no items.
///
/// [XEP-0369 §4.7.2](https://xmpp.org/extensions/xep-0369.html#messages-node)
pub const MESSAGES: &str = "urn:xmpp:mix:nodes:messages";

/// The participants, each item of which is a [`Participant`](crate::channel::Participant) by the name of its stable participant
/// ID.
///
/// [XEP-0369 §4.7.3](https://xmpp.org/extensions/xep-0369.html#participants-node)
pub const PARTICIPANTS: &str = "urn:xmpp:mix:nodes:participants";

/// What the channel is about: one item with the form [`Information`](crate::channel::Information).
///
/// [XEP-0369 §4.7.4](https://xmpp.org/extensions/xep-0369.html#info-node)
pub const INFORMATION: &str = "urn:xmpp:mix:nodes:info";

/// The presence of clients.
///
/// [XEP-0403 §3.5](https://xmpp.org/extensions/xep-0403.html#presence-node)
pub const PRESENCE: &str = "urn:xmpp:mix:nodes:presence";

/// The addresses of participants who are hidden, for administrators: items are
/// [`Participant`](crate::privacy::Participant)s by the name of their stable participant ID.
///
/// [XEP-0404 §2.5](https://xmpp.org/extensions/xep-0404.html#concepts-nodes)
pub const JID_MAP: &str = "urn:xmpp:mix:nodes:jidmap";

/// The configuration: one item with the form [`Configuration`](crate::admin::Configuration).
///
/// [XEP-0406 §2.4](https://xmpp.org/extensions/xep-0406.html#config-node)
pub const CONFIGURATION: &str = "urn:xmpp:mix:nodes:config";

/// Who may be a participant: items without a payload, whose name is a bare JID or a domain. Where there is no such node,
/// everybody may who is not [banned](BANNED).
///
/// [XEP-0406 §2.2](https://xmpp.org/extensions/xep-0406.html#allowed-node)
pub const ALLOWED: &str = "urn:xmpp:mix:nodes:allowed";

/// Who may not be a participant, even if [allowed](ALLOWED): items without a payload, whose name is a bare JID or a domain.
///
/// [XEP-0406 §2.3](https://xmpp.org/extensions/xep-0406.html#banned-node)
pub const BANNED: &str = "urn:xmpp:mix:nodes:banned";
