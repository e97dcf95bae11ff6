//! Proposing a session by message, so that all devices of the responder ring and one of them answers.
//!
//! ```
//! use xmpp_core_stanzas::Message;
//! use xmpp_jingle::message_initiation::{Answer, Proposal};
//!
//! let from = |from: &str, payload: &str| format!(
//!     "<message xmlns='jabber:client' type='chat' from='{from}'>{payload}</message>",
//! );
//! let sent: Message = xmpp_xml::from_str(&from(
//!     "mole@river.example/phone",
//!     "<propose xmlns='urn:xmpp:jingle-message:0' id='e1'>\
//!      <description xmlns='urn:xmpp:jingle:apps:rtp:1' media='audio'/></propose>",
//! ))?;
//! let proposal = Proposal::of(&sent, &"rat@river.example".parse()?)?.expect("a proposal");
//!
//! let proceed = "<proceed xmlns='urn:xmpp:jingle-message:0' id='e1'/>";
//! let answer: Message = xmpp_xml::from_str(&from("rat@river.example/boat", proceed))?;
//! assert_eq!(
//!     proposal.answer(&answer)?,
//!     Some(Answer::Proceed("rat@river.example/boat".parse()?)),
//! );
//!
//! // Whoever learns the identifier can send the same, but the call is not for them.
//! let forged: Message = xmpp_xml::from_str(&from("weasel@wood.example/den", proceed))?;
//! assert_eq!(proposal.answer(&forged)?, None);
//! # Ok::<(), Box<dyn core::error::Error>>(())
//! ```
//!
//! [XEP-0353, Jingle Message Initiation](https://xmpp.org/extensions/xep-0353.html)

use alloc::string::String;
use alloc::vec::Vec;
use core::cmp::Ordering;

use xmpp_core_stanzas::{Message, MessageKind};
use xmpp_jid::{BareJid, FullJid, Jid};
use xmpp_xml::{Error, Extra, Xml};

use crate::session::{Action, Description, Jingle, Reason};

/// The namespace.
pub const NS: &str = "urn:xmpp:jingle-message:0";

/// Proposes a session: the devices of the recipient ring.
///
/// [XEP-0353 §3.1](https://xmpp.org/extensions/xep-0353.html#intent)
#[doc(alias("XEP-0353", "XEP0353", "0353"))]
#[doc(alias("urn:xmpp:jingle-message:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "propose", derive(Debug, PartialEq, Eq))]
#[xml(
    new = "A session with this identifier, without descriptions yet.",
    with
)]
#[non_exhaustive]
pub struct Propose {
    /// The identifier; must be globally unique. It becomes the [`sid`](Jingle::sid) of the session.
    #[xml(attribute)]
    pub id: String,
    /// The applications: one description for each medium, without details. Unknown children are
    /// [`Description::Other`].
    #[xml(child)]
    pub descriptions: Vec<Description>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A device of the responder rings.
///
/// [XEP-0353 §3.2](https://xmpp.org/extensions/xep-0353.html#ring)
#[doc(alias("XEP-0353", "XEP0353", "0353"))]
#[doc(alias("urn:xmpp:jingle-message:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "ringing", derive(Debug, PartialEq, Eq))]
#[xml(new = "The sender rings for the session with this identifier.")]
#[non_exhaustive]
pub struct Ringing {
    /// The identifier of the [`Propose`].
    #[xml(attribute)]
    pub id: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The initiator withdraws a proposal: the devices of the responder stop ringing.
///
/// [XEP-0353 §3.3](https://xmpp.org/extensions/xep-0353.html#retract)
#[doc(alias("XEP-0353", "XEP0353", "0353"))]
#[doc(alias("urn:xmpp:jingle-message:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "retract", derive(Debug, PartialEq, Eq))]
#[xml(new = "The session with this identifier, without a reason.", with)]
#[non_exhaustive]
pub struct Retract {
    /// The identifier of the [`Propose`].
    #[xml(attribute)]
    pub id: String,
    /// The reason, usually [`ConditionKind::Cancel`](crate::session::ConditionKind::Cancel). `None` if not specified.
    #[xml(child)]
    pub reason: Option<Reason>,
    /// The responder has proposed a session as well, and that one [takes precedence](Proposal::precedes).
    #[xml(flag = "tie-break")]
    pub is_tie_break: bool,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A device of the responder takes the call, and waits for the initiator's
/// [`SessionInitiate`](Action::SessionInitiate).
///
/// [XEP-0353 §3.4](https://xmpp.org/extensions/xep-0353.html#proceed)
#[doc(alias("XEP-0353", "XEP0353", "0353"))]
#[doc(alias("urn:xmpp:jingle-message:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "proceed", derive(Debug, PartialEq, Eq))]
#[xml(new = "The sender takes the session with this identifier.")]
#[non_exhaustive]
pub struct Proceed {
    /// The identifier of the [`Propose`].
    #[xml(attribute)]
    pub id: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A device of the responder has taken the call: sent to the other devices of the same account by versions of the
/// protocol before message carbons did this.
///
/// [XEP-0353 §5](https://xmpp.org/extensions/xep-0353.html#business-rules)
#[doc(alias("XEP-0353", "XEP0353", "0353"))]
#[doc(alias("urn:xmpp:jingle-message:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "accept", derive(Debug, PartialEq, Eq))]
#[xml(new = "The sender has taken the session with this identifier.")]
#[non_exhaustive]
pub struct Accept {
    /// The identifier of the [`Propose`].
    #[xml(attribute)]
    pub id: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The responder declines the call.
///
/// [XEP-0353 §3.5](https://xmpp.org/extensions/xep-0353.html#reject)
#[doc(alias("XEP-0353", "XEP0353", "0353"))]
#[doc(alias("urn:xmpp:jingle-message:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "reject", derive(Debug, PartialEq, Eq))]
#[xml(new = "The session with this identifier, without a reason.", with)]
#[non_exhaustive]
pub struct Reject {
    /// The identifier of the [`Propose`].
    #[xml(attribute)]
    pub id: String,
    /// The reason, usually [`ConditionKind::Busy`](crate::session::ConditionKind::Busy). `None` if not specified.
    #[xml(child)]
    pub reason: Option<Reason>,
    /// The responder has proposed a session as well, which [takes precedence](Proposal::precedes).
    #[xml(flag = "tie-break")]
    pub is_tie_break: bool,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The session has ended: sent by both parties, so that all their devices and archives know.
///
/// [XEP-0353 §3.7](https://xmpp.org/extensions/xep-0353.html#finish)
#[doc(alias("XEP-0353", "XEP0353", "0353"))]
#[doc(alias("urn:xmpp:jingle-message:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "finish", derive(Debug, PartialEq, Eq))]
#[xml(new = "The session with this identifier, without a reason.", with)]
#[non_exhaustive]
pub struct Finish {
    /// The identifier of the [`Propose`].
    #[xml(attribute)]
    pub id: String,
    /// The reason, usually [`ConditionKind::Success`](crate::session::ConditionKind::Success). `None` if not specified.
    #[xml(child)]
    pub reason: Option<Reason>,
    /// The session that continues this one. `None` if the call is over.
    #[xml(child)]
    pub migrated: Option<Migrated>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The call continues in another session, for example on another device.
///
/// [XEP-0353 §4.2](https://xmpp.org/extensions/xep-0353.html#tie-break-2)
#[doc(alias("XEP-0353", "XEP0353", "0353"))]
#[doc(alias("urn:xmpp:jingle-message:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "migrated", derive(Debug, PartialEq, Eq))]
#[xml(new = "The call continues in the session with this identifier.")]
#[non_exhaustive]
pub struct Migrated {
    /// The identifier of the session that continues the call.
    #[xml(attribute)]
    pub to: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A proposal that was sent or received, and who may answer it.
///
/// The identifier is known to archives and all devices, so it is not a secret. Only the responder may ring, proceed
/// and reject, only the initiator may retract, and only the proposing device may initiate the session.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Proposal {
    /// The identifier, which will be that of the session.
    pub id: String,
    /// The device that proposed the session.
    pub initiator: FullJid,
    /// The account that the session was proposed to.
    pub responder: BareJid,
}

/// A change in the state of a [`Proposal`], from somebody entitled to it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Answer {
    /// This device of the responder rings.
    Ringing(FullJid),
    /// This device of the responder takes the call: the [`SessionInitiate`](Action::SessionInitiate) goes there.
    Proceed(FullJid),
    /// A device of the responder has taken the call, in an earlier version of the protocol.
    Accept(Accept),
    /// The responder declines.
    Reject(Reject),
    /// The initiator withdraws the proposal.
    Retract(Retract),
    /// One of the parties says that the session has ended.
    Finish(Finish),
}

impl Proposal {
    /// The proposal in a message to the account `recipient`: received by it, or sent to it from here or
    /// from another device of the user's own account. Set `from` on messages that the client sends itself.
    ///
    /// `None` if the message contains no proposal, is of type `error` or `groupchat`, or is not from a full JID, which
    /// an answer could be sent to.
    ///
    /// # Errors
    /// The proposal is invalid.
    pub fn of(message: &Message, recipient: &BareJid) -> Result<Option<Self>, Error> {
        if !is_between_two(message) {
            return Ok(None);
        }
        let Some(initiator) = device(message) else {
            return Ok(None);
        };
        Ok(message.payload::<Propose>()?.map(|propose| Self {
            id: propose.id,
            initiator,
            responder: recipient.clone(),
        }))
    }

    /// The change to this proposal in a message. `None` if there is none, or if the sender is not entitled to it.
    ///
    /// Messages from the user's other devices arrive as carbons: unwrap these first, checking that they come from the user's
    /// own account.
    ///
    /// # Errors
    /// The payload is invalid.
    pub fn answer(&self, message: &Message) -> Result<Option<Answer>, Error> {
        let Some(from) = message.from.as_ref().filter(|from| from.is_valid()) else {
            return Ok(None);
        };
        if !is_between_two(message) {
            return Ok(None);
        }
        let is_initiator = self.initiator.bare_eq(from);
        let is_responder = self.responder.bare_eq(from);
        if is_responder {
            let ringing = message.payload::<Ringing>()?;
            if ringing.is_some_and(|it| it.id == self.id) {
                return Ok(device(message).map(Answer::Ringing));
            }
            let proceed = message.payload::<Proceed>()?;
            if proceed.is_some_and(|it| it.id == self.id) {
                return Ok(device(message).map(Answer::Proceed));
            }
            let accept = message.payload::<Accept>()?;
            if let Some(accept) = accept.filter(|it| it.id == self.id) {
                return Ok(Some(Answer::Accept(accept)));
            }
            let reject = message.payload::<Reject>()?;
            if let Some(reject) = reject.filter(|it| it.id == self.id) {
                return Ok(Some(Answer::Reject(reject)));
            }
        }
        if is_initiator {
            let retract = message.payload::<Retract>()?;
            if let Some(retract) = retract.filter(|it| it.id == self.id) {
                return Ok(Some(Answer::Retract(retract)));
            }
        }
        if is_initiator || is_responder {
            let finish = message.payload::<Finish>()?;
            if let Some(finish) = finish.filter(|it| it.id == self.id) {
                return Ok(Some(Answer::Finish(finish)));
            }
        }
        Ok(None)
    }

    /// Whether the action, received from `from`, starts the proposed session. Only then may it be accepted without asking
    /// the user again.
    ///
    /// `from` is the sender of the iq. The [`initiator`](Jingle::initiator) in the element does not count.
    ///
    /// [XEP-0353 §3.6](https://xmpp.org/extensions/xep-0353.html#initiate)
    #[must_use]
    pub fn is_begun_by(&self, jingle: &Jingle, from: &Jid) -> bool {
        jingle.action == Action::SessionInitiate
            && jingle.sid == self.id
            && from.is_valid()
            && *from == *self.initiator
    }

    /// Whether this proposal takes precedence over that of the other party, if both have proposed a session at the
    /// same time: the one with the lower identifier, byte by byte, or else with the lower JID.
    ///
    /// The other proposal is retracted by its initiator and rejected by its responder, both as a tie-break.
    ///
    /// [XEP-0353 §4.1](https://xmpp.org/extensions/xep-0353.html#tie-break-1)
    #[must_use]
    pub fn precedes(&self, other: &Self) -> bool {
        let by_id = self.id.as_bytes().cmp(other.id.as_bytes());
        by_id.then_with(|| {
            let [own, their] = [&self.initiator, &other.initiator].map(|jid| jid.normalized());
            own.as_bytes().cmp(their.as_bytes())
        }) == Ordering::Less
    }
}

/// Whether the message can be part of a call: a room has no say in it, nor has an error, which repeats anything.
fn is_between_two(message: &Message) -> bool {
    !matches!(
        message.effective_kind(),
        MessageKind::Error | MessageKind::Groupchat
    )
}

/// The device that has sent the message.
fn device(message: &Message) -> Option<FullJid> {
    let from = message.from.as_ref()?;
    FullJid::new(from.as_str()).ok()
}
