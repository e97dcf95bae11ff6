//! Workgroup queues: a user waits for a conversation with one of a group of agents, such as technical support.
//!
//! A user joins the queue of a workgroup and is eventually invited to a room. Agents, the members of the workgroup, receive
//! offers and accept or reject them.
//!
//! ```
//! use xmpp_services::workgroup::{JoinQueue, QueueStatus};
//!
//! let join = JoinQueue::new().with_queue_notifications(true);
//! assert!(xmpp_xml::to_string(&join)?.contains("<queue-notifications/>"));
//!
//! let status: QueueStatus = xmpp_xml::from_str(
//!     "<queue-status xmlns='http://jabber.org/protocol/workgroup'><position>4</position>\
//!      <time>60</time></queue-status>",
//! )?;
//! assert_eq!((status.position, status.seconds), (Some(4), Some(60)));
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
//!
//! [XEP-0142, Workgroup Queues](https://xmpp.org/extensions/xep-0142.html)

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use xmpp_data_forms::FormType;
use xmpp_data_forms::form::Form;
use xmpp_jid::Jid;
use xmpp_vocabulary::legacy_delay::LegacyStamp;
use xmpp_xml::{DateTime, Extra, InvalidValue, OtherToken, RawElement, Value, Xml};

/// The namespace, which is also the feature of workgroups.
pub const NS: &str = "http://jabber.org/protocol/workgroup";

/// The category of the identity that a workgroup has in service discovery.
pub const CATEGORY: &str = "collaboration";

/// The type of that identity.
pub const KIND: &str = "workgroup";

/// Joins the queue, in an iq of type `set` from a user. In an iq of type `get`, requests the form that has to be filled in,
/// after the error `not-acceptable`; the result has the form.
///
/// [XEP-0142 §3.2.1](https://xmpp.org/extensions/xep-0142.html#proto-user-join)
#[doc(alias("XEP-0142", "XEP0142", "0142"))]
#[doc(alias("http://jabber.org/protocol/workgroup"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "join-queue", derive(Debug, PartialEq, Eq))]
#[xml(new = "Joins the queue.", with)]
#[non_exhaustive]
pub struct JoinQueue {
    /// Whether the user wants to receive a [`QueueStatus`] whenever it changes.
    #[xml(flag = "queue-notifications")]
    pub is_queue_notifications: bool,
    /// The form, empty or filled in. `None` if none is needed.
    #[xml(child)]
    pub form: Option<Form>,
    /// Further information for the workgroup.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Leaves the queue, in an iq of type `set`. In a message from the workgroup, it says that the user has left.
///
/// [XEP-0142 §3.2.2](https://xmpp.org/extensions/xep-0142.html#proto-user-depart)
#[doc(alias("XEP-0142", "XEP0142", "0142"))]
#[doc(alias("http://jabber.org/protocol/workgroup"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "depart-queue", derive(Debug, PartialEq, Eq))]
#[xml(new = "Leaves the queue.", with)]
#[non_exhaustive]
pub struct DepartQueue {
    /// The user to remove, which requires permission. `None` means the sender.
    #[xml(child_text = "jid", strict)]
    pub jid: Option<Jid>,
    /// Elements of other extensions.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The user's position in the queue, in a message or a result from the workgroup. Empty in a request, an iq of type `get`.
///
/// [XEP-0142 §3.2.3](https://xmpp.org/extensions/xep-0142.html#proto-user-status)
#[doc(alias("XEP-0142", "XEP0142", "0142"))]
#[doc(alias("http://jabber.org/protocol/workgroup"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "queue-status", derive(Debug, PartialEq, Eq))]
#[xml(new = "Asks for the status.", with)]
#[non_exhaustive]
pub struct QueueStatus {
    /// The number of users ahead in the queue: 0 means that the user is being routed to an agent. `None` if not specified.
    #[xml(child_text = "position")]
    pub position: Option<u64>,
    /// The estimated time until the user is routed to an agent, in seconds. `None` if not specified.
    #[xml(child_text = "time")]
    pub seconds: Option<u64>,
    /// Elements of other extensions.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// An agent's workload, in presence to or from a workgroup.
///
/// [XEP-0142 §4.2.1](https://xmpp.org/extensions/xep-0142.html#proto-agent-presence)
#[doc(alias("XEP-0142", "XEP0142", "0142"))]
#[doc(alias("http://jabber.org/protocol/workgroup"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "agent-status", derive(Debug, PartialEq, Eq))]
#[xml(new = "An agent's presence.", with)]
#[non_exhaustive]
pub struct AgentStatus {
    /// The agent's current number of conversations. `None` if not specified.
    #[xml(child_text = "current-chats")]
    pub current_chats: Option<u64>,
    /// The agent's maximum number of simultaneous conversations; only a hint if sent by the agent. `None` leaves it to the
    /// workgroup.
    #[xml(child_text = "max-chats")]
    pub max_chats: Option<u64>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The workload of all agents, in presence from the workgroup to an agent. `None` if not specified.
///
/// [XEP-0142 §4.2.2](https://xmpp.org/extensions/xep-0142.html#proto-workgroup-status)
#[doc(alias("XEP-0142", "XEP0142", "0142"))]
#[doc(alias("http://jabber.org/protocol/workgroup"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "notify-agents", derive(Debug, PartialEq, Eq))]
#[xml(new = "An element without data.", with)]
#[non_exhaustive]
pub struct NotifyAgents {
    /// The number of available agents.
    #[xml(child_text = "available")]
    pub available: Option<u64>,
    /// The current number of conversations.
    #[xml(child_text = "current-chats")]
    pub current_chats: Option<u64>,
    /// The maximum number of simultaneous conversations.
    #[xml(child_text = "max-chats")]
    pub max_chats: Option<u64>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The state of the queue, in presence from the workgroup to an agent. `None` if not specified.
///
/// [XEP-0142 §4.2.3](https://xmpp.org/extensions/xep-0142.html#proto-queue-status)
#[doc(alias("XEP-0142", "XEP0142", "0142"))]
#[doc(alias("http://jabber.org/protocol/workgroup"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "notify-queue", derive(Debug, PartialEq, Eq))]
#[xml(new = "An element without data.", with)]
#[non_exhaustive]
pub struct NotifyQueue {
    /// The number of users in the queue.
    #[xml(child_text = "count")]
    pub count: Option<u64>,
    /// When the user who has waited longest joined.
    #[xml(child_text = "oldest")]
    pub oldest: Option<Stamp>,
    /// The average waiting time in seconds.
    #[xml(child_text = "time")]
    pub seconds: Option<u64>,
    /// Whether the queue accepts more users.
    #[xml(child_text = "status")]
    pub status: Option<Status>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Whether a queue is served and accepts more users.
///
/// [XEP-0142 §4.2.3](https://xmpp.org/extensions/xep-0142.html#proto-queue-status)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Status {
    /// `open`: served, and accepts more users.
    Open,
    /// `active`: served, but accepts no more users.
    Active,
    /// `closed`: neither.
    Closed,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// The users in the queue, in presence from the workgroup to an agent.
///
/// [XEP-0142 §4.2.3](https://xmpp.org/extensions/xep-0142.html#proto-queue-status)
#[doc(alias("XEP-0142", "XEP0142", "0142"))]
#[doc(alias("http://jabber.org/protocol/workgroup"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "notify-queue-details", derive(Debug, PartialEq, Eq))]
#[xml(new = "A list of these users.", parameters = [users])]
#[non_exhaustive]
pub struct NotifyQueueDetails {
    /// The users.
    #[xml(child)]
    pub users: Vec<User>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A user in the queue. `None` if not specified.
///
/// [XEP-0142 §4.2.3](https://xmpp.org/extensions/xep-0142.html#proto-queue-status)
#[doc(alias("XEP-0142", "XEP0142", "0142"))]
#[doc(alias("http://jabber.org/protocol/workgroup"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "user", derive(Debug, PartialEq, Eq))]
#[xml(new = "The user with this address.", with)]
#[non_exhaustive]
pub struct User {
    /// The JID of the user.
    #[xml(attribute)]
    pub jid: Jid,
    /// The position, from 0.
    #[xml(child_text = "position")]
    pub position: Option<u64>,
    /// The estimated time until the user is routed to an agent, in seconds.
    #[xml(child_text = "time")]
    pub seconds: Option<u64>,
    /// When the user joined.
    #[xml(child_text = "join-time")]
    pub join_time: Option<Stamp>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Requests the other agents, and their presence from then on, in an empty iq of type `get`; the result has the agents.
///
/// [XEP-0142 §4.2.4](https://xmpp.org/extensions/xep-0142.html#proto-agent-status)
#[doc(alias("XEP-0142", "XEP0142", "0142"))]
#[doc(alias("http://jabber.org/protocol/workgroup"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "agent-status-request", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request; as a result, an empty list.", with)]
#[non_exhaustive]
pub struct AgentStatusRequest {
    /// The agents. Empty in a request.
    #[xml(child)]
    pub agents: Vec<Agent>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// An agent.
///
/// [XEP-0142 §4.2.4](https://xmpp.org/extensions/xep-0142.html#proto-agent-status)
#[doc(alias("XEP-0142", "XEP0142", "0142"))]
#[doc(alias("http://jabber.org/protocol/workgroup"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "agent", derive(Debug, PartialEq, Eq))]
#[xml(new = "The agent with this address.")]
#[non_exhaustive]
pub struct Agent {
    /// The JID of the agent.
    #[xml(attribute)]
    pub jid: Jid,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Offers an agent a conversation with a user, in an iq of type `set` from the workgroup. In a message with an invitation,
/// it names the user.
///
/// [XEP-0142 §4.2.5](https://xmpp.org/extensions/xep-0142.html#proto-agent-offer)
#[doc(alias("XEP-0142", "XEP0142", "0142"))]
#[doc(alias("http://jabber.org/protocol/workgroup"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "offer", derive(Debug, PartialEq, Eq))]
#[xml(new = "A conversation with this user.", with)]
#[non_exhaustive]
pub struct Offer {
    /// The JID of the user.
    #[xml(attribute)]
    pub jid: Jid,
    /// The time until the offer expires, in seconds. `None` if not specified.
    #[xml(child_text = "timeout")]
    pub timeout: Option<u64>,
    /// Information about the user.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Accepts an [`Offer`], in an iq of type `set` from an agent.
///
/// [XEP-0142 §4.2.6](https://xmpp.org/extensions/xep-0142.html#proto-agent-acceptreject)
#[doc(alias("XEP-0142", "XEP0142", "0142"))]
#[doc(alias("http://jabber.org/protocol/workgroup"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "offer-accept", derive(Debug, PartialEq, Eq))]
#[xml(new = "Accepts the offer of a conversation with this user.")]
#[non_exhaustive]
pub struct OfferAccept {
    /// The JID of the user.
    #[xml(attribute)]
    pub jid: Jid,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Rejects an [`Offer`], in an iq of type `set` from an agent.
///
/// [XEP-0142 §4.2.6](https://xmpp.org/extensions/xep-0142.html#proto-agent-acceptreject)
#[doc(alias("XEP-0142", "XEP0142", "0142"))]
#[doc(alias("http://jabber.org/protocol/workgroup"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "offer-reject", derive(Debug, PartialEq, Eq))]
#[xml(new = "Rejects the offer of a conversation with this user.")]
#[non_exhaustive]
pub struct OfferReject {
    /// The JID of the user.
    #[xml(attribute)]
    pub jid: Jid,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Revokes an [`Offer`], accepted or not, in an iq of type `set` from the workgroup.
///
/// [XEP-0142 §4.2.7](https://xmpp.org/extensions/xep-0142.html#proto-agent-revoke)
#[doc(alias("XEP-0142", "XEP0142", "0142"))]
#[doc(alias("http://jabber.org/protocol/workgroup"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "offer-revoke", derive(Debug, PartialEq, Eq))]
#[xml(new = "Revokes the offer of a conversation with this user.", with)]
#[non_exhaustive]
pub struct OfferRevoke {
    /// The JID of the user.
    #[xml(attribute)]
    pub jid: Jid,
    /// The human-readable reason. `None` if not specified.
    #[xml(child_text = "reason")]
    pub reason: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Information about a workgroup: a form that extends its disco#info.
///
/// [XEP-0142 §5](https://xmpp.org/extensions/xep-0142.html#disco)
#[doc(alias("XEP-0142", "XEP0142", "0142"))]
#[doc(alias("http://jabber.org/protocol/workgroup#workgroupinfo"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = "http://jabber.org/protocol/workgroup#workgroupinfo")]
#[non_exhaustive]
pub struct Info {
    /// The description of the workgroup. `None` if not specified.
    #[form(var = "workgroup#description", kind = "text-single")]
    pub description: Option<String>,
    /// Whether the workgroup is online, such as `ready`. `None` if not specified.
    #[form(var = "workgroup#online", kind = "text-single")]
    pub online: Option<String>,
    /// The underlying form with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}

/// A time. The XEP's text uses the format of XEP-0082, its examples the earlier one; both are accepted.
///
/// [XEP-0142 §4.2.3](https://xmpp.org/extensions/xep-0142.html#proto-queue-status)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Stamp(DateTime);

impl Stamp {
    /// The time.
    #[must_use]
    pub fn moment(&self) -> &DateTime {
        &self.0
    }
}

impl From<DateTime> for Stamp {
    fn from(moment: DateTime) -> Self {
        Self(moment)
    }
}

impl Value for Stamp {
    const EXPECTED: &'static str = DateTime::EXPECTED;
    const EXAMPLES: &'static [&'static str] = &[
        "2005-02-08T10:00:00Z",
        "20050208T10:00:00",
        "2005-02-08T12:00:00+02:00",
    ];

    fn parse(text: &str) -> Result<Self, InvalidValue> {
        LegacyStamp::parse(text).map(|stamp| Self(stamp.moment().clone()))
    }

    fn write(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        self.0.write(out)
    }
}

xmpp_xml::text_traits!(Stamp);
