//! Queues: a user waits for a conversation with somebody of a group, such as its support.
//!
//! A user joins the queue of a workgroup, and is invited to a room in the end. An agent, who is one of the group, gets offers
//! and accepts or rejects them.
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

/// In an iq of type `set` from a user: join the queue. In one of type `get`, asks for the form that is needed for that, after
/// the error `not-acceptable`; the answer has it.
///
/// [XEP-0142 §3.2.1](https://xmpp.org/extensions/xep-0142.html#proto-user-join)
#[doc(alias("XEP-0142", "XEP0142", "0142"))]
#[doc(alias("http://jabber.org/protocol/workgroup"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "join-queue")]
#[xml(new = "Joins the queue.", with)]
#[non_exhaustive]
pub struct JoinQueue {
    /// Whether the user wants to be sent a [`QueueStatus`] whenever something has changed.
    #[xml(flag = "queue-notifications")]
    pub is_queue_notifications: bool,
    /// The form, or what was filled in. `None` where none is needed.
    #[xml(child)]
    pub form: Option<Form>,
    /// What else the workgroup should know.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `set`: leave the queue. In a message from the workgroup: the user has left it.
///
/// [XEP-0142 §3.2.2](https://xmpp.org/extensions/xep-0142.html#proto-user-depart)
#[doc(alias("XEP-0142", "XEP0142", "0142"))]
#[doc(alias("http://jabber.org/protocol/workgroup"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "depart-queue")]
#[xml(new = "Leaves the queue.", with)]
#[non_exhaustive]
pub struct DepartQueue {
    /// Who shall be removed, which a sender may not be allowed to. `None` means the sender.
    #[xml(child_text = "jid", strict)]
    pub jid: Option<Jid>,
    /// What else is said with it.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In a message or an answer from the workgroup: where the user is in the queue. In an iq of type `get`, and then empty, asks
/// for that.
///
/// [XEP-0142 §3.2.3](https://xmpp.org/extensions/xep-0142.html#proto-user-status)
#[doc(alias("XEP-0142", "XEP0142", "0142"))]
#[doc(alias("http://jabber.org/protocol/workgroup"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "queue-status")]
#[xml(new = "Asks for the status.", with)]
#[non_exhaustive]
pub struct QueueStatus {
    /// How many will be routed to an agent before the user: 0 means that the user is being routed. `None` where it is not
    /// stated.
    #[xml(child_text = "position")]
    pub position: Option<u64>,
    /// In how many seconds, by estimate, the user will be routed to an agent. `None` where it is not stated.
    #[xml(child_text = "time")]
    pub seconds: Option<u64>,
    /// What else is said with it.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In a presence: it is about an agent as one of the workgroup.
///
/// [XEP-0142 §4.2.1](https://xmpp.org/extensions/xep-0142.html#proto-agent-presence)
#[doc(alias("XEP-0142", "XEP0142", "0142"))]
#[doc(alias("http://jabber.org/protocol/workgroup"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "agent-status")]
#[xml(new = "An agent's presence.", with)]
#[non_exhaustive]
pub struct AgentStatus {
    /// How many conversations the agent has now. `None` where it is not stated.
    #[xml(child_text = "current-chats")]
    pub current_chats: Option<u64>,
    /// How many conversations the agent can have at a time, which is a hint when an agent says so. `None` leaves it to the
    /// workgroup.
    #[xml(child_text = "max-chats")]
    pub max_chats: Option<u64>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In a presence from the workgroup to an agent: what all agents are doing. `None` where it is not stated.
///
/// [XEP-0142 §4.2.2](https://xmpp.org/extensions/xep-0142.html#proto-workgroup-status)
#[doc(alias("XEP-0142", "XEP0142", "0142"))]
#[doc(alias("http://jabber.org/protocol/workgroup"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "notify-agents")]
#[xml(new = "Nothing is stated.", with)]
#[non_exhaustive]
pub struct NotifyAgents {
    /// How many agents there are.
    #[xml(child_text = "available")]
    pub available: Option<u64>,
    /// How many conversations they have now.
    #[xml(child_text = "current-chats")]
    pub current_chats: Option<u64>,
    /// How many conversations they can have at a time.
    #[xml(child_text = "max-chats")]
    pub max_chats: Option<u64>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In a presence from the workgroup to an agent: how the queue is. `None` where it is not stated.
///
/// [XEP-0142 §4.2.3](https://xmpp.org/extensions/xep-0142.html#proto-queue-status)
#[doc(alias("XEP-0142", "XEP0142", "0142"))]
#[doc(alias("http://jabber.org/protocol/workgroup"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "notify-queue")]
#[xml(new = "Nothing is stated.", with)]
#[non_exhaustive]
pub struct NotifyQueue {
    /// How many users are in it.
    #[xml(child_text = "count")]
    pub count: Option<u64>,
    /// When the user joined who has waited longest.
    #[xml(child_text = "oldest")]
    pub oldest: Option<Stamp>,
    /// How many seconds a user waits on average.
    #[xml(child_text = "time")]
    pub seconds: Option<u64>,
    /// Whether it takes more users.
    #[xml(child_text = "status")]
    pub status: Option<Status>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Whether a queue is worked on and takes more users.
///
/// [XEP-0142 §4.2.3](https://xmpp.org/extensions/xep-0142.html#proto-queue-status)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Status {
    /// `open`: it is worked on and takes more.
    Open,
    /// `active`: it is worked on and takes no more.
    Active,
    /// `closed`: neither.
    Closed,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// In a presence from the workgroup to an agent: who is in the queue.
///
/// [XEP-0142 §4.2.3](https://xmpp.org/extensions/xep-0142.html#proto-queue-status)
#[doc(alias("XEP-0142", "XEP0142", "0142"))]
#[doc(alias("http://jabber.org/protocol/workgroup"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "notify-queue-details")]
#[xml(new = "These users.", parameters = [users])]
#[non_exhaustive]
pub struct NotifyQueueDetails {
    /// The users.
    #[xml(child)]
    pub users: Vec<User>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A user in the queue. `None` where it is not stated.
///
/// [XEP-0142 §4.2.3](https://xmpp.org/extensions/xep-0142.html#proto-queue-status)
#[doc(alias("XEP-0142", "XEP0142", "0142"))]
#[doc(alias("http://jabber.org/protocol/workgroup"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "user")]
#[xml(new = "The user with this address.", with)]
#[non_exhaustive]
pub struct User {
    /// The address of the user.
    #[xml(attribute)]
    pub jid: Jid,
    /// The position, from 0.
    #[xml(child_text = "position")]
    pub position: Option<u64>,
    /// In how many seconds, by estimate, the user will be routed to an agent.
    #[xml(child_text = "time")]
    pub seconds: Option<u64>,
    /// When the user joined.
    #[xml(child_text = "join-time")]
    pub join_time: Option<Stamp>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `get`, and then empty, asks for the other agents, and for their presence from then on; the answer has them.
///
/// [XEP-0142 §4.2.4](https://xmpp.org/extensions/xep-0142.html#proto-agent-status)
#[doc(alias("XEP-0142", "XEP0142", "0142"))]
#[doc(alias("http://jabber.org/protocol/workgroup"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "agent-status-request")]
#[xml(new = "Asks for the agents; as an answer, there are none.", with)]
#[non_exhaustive]
pub struct AgentStatusRequest {
    /// The agents. None in a request.
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
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "agent")]
#[xml(new = "The agent with this address.")]
#[non_exhaustive]
pub struct Agent {
    /// The address of the agent.
    #[xml(attribute)]
    pub jid: Jid,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `set` from the workgroup: an agent is offered a conversation with a user. In a message beside an
/// invitation: it is about that user.
///
/// [XEP-0142 §4.2.5](https://xmpp.org/extensions/xep-0142.html#proto-agent-offer)
#[doc(alias("XEP-0142", "XEP0142", "0142"))]
#[doc(alias("http://jabber.org/protocol/workgroup"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "offer")]
#[xml(new = "A conversation with this user.", with)]
#[non_exhaustive]
pub struct Offer {
    /// The address of the user.
    #[xml(attribute)]
    pub jid: Jid,
    /// After how many seconds the offer is revoked. `None` where it is not stated.
    #[xml(child_text = "timeout")]
    pub timeout: Option<u64>,
    /// What is known about the user.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `set` from an agent: yes to an [`Offer`].
///
/// [XEP-0142 §4.2.6](https://xmpp.org/extensions/xep-0142.html#proto-agent-acceptreject)
#[doc(alias("XEP-0142", "XEP0142", "0142"))]
#[doc(alias("http://jabber.org/protocol/workgroup"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "offer-accept")]
#[xml(new = "Accepts the offer of a conversation with this user.")]
#[non_exhaustive]
pub struct OfferAccept {
    /// The address of the user.
    #[xml(attribute)]
    pub jid: Jid,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `set` from an agent: no to an [`Offer`].
///
/// [XEP-0142 §4.2.6](https://xmpp.org/extensions/xep-0142.html#proto-agent-acceptreject)
#[doc(alias("XEP-0142", "XEP0142", "0142"))]
#[doc(alias("http://jabber.org/protocol/workgroup"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "offer-reject")]
#[xml(new = "Rejects the offer of a conversation with this user.")]
#[non_exhaustive]
pub struct OfferReject {
    /// The address of the user.
    #[xml(attribute)]
    pub jid: Jid,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `set` from the workgroup: an [`Offer`] stands no more, whether it has been accepted or not.
///
/// [XEP-0142 §4.2.7](https://xmpp.org/extensions/xep-0142.html#proto-agent-revoke)
#[doc(alias("XEP-0142", "XEP0142", "0142"))]
#[doc(alias("http://jabber.org/protocol/workgroup"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "offer-revoke")]
#[xml(new = "Revokes the offer of a conversation with this user.", with)]
#[non_exhaustive]
pub struct OfferRevoke {
    /// The address of the user.
    #[xml(attribute)]
    pub jid: Jid,
    /// Why, for people. `None` where it is not stated.
    #[xml(child_text = "reason")]
    pub reason: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What a workgroup says of itself: the form that extends its information in service discovery.
///
/// [XEP-0142 §5](https://xmpp.org/extensions/xep-0142.html#disco)
#[doc(alias("XEP-0142", "XEP0142", "0142"))]
#[doc(alias("http://jabber.org/protocol/workgroup#workgroupinfo"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = "http://jabber.org/protocol/workgroup#workgroupinfo")]
#[non_exhaustive]
pub struct Info {
    /// What it is about. `None` where it is not stated.
    #[form(var = "workgroup#description", kind = "text-single")]
    pub description: Option<String>,
    /// Whether it is there, such as `ready`. `None` where it is not stated.
    #[form(var = "workgroup#online", kind = "text-single")]
    pub online: Option<String>,
    /// The form that this was read from, with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}

/// A moment. The text of the specification has the form of XEP-0082, its examples that of before; both are read.
///
/// [XEP-0142 §4.2.3](https://xmpp.org/extensions/xep-0142.html#proto-queue-status)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Stamp(DateTime);

impl Stamp {
    /// The moment.
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
