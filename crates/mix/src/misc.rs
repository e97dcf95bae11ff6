//! Registered nicknames, retraction of messages, and invitations.
//!
//! [XEP-0407, Mediated Information eXchange (MIX): Miscellaneous Capabilities](https://xmpp.org/extensions/xep-0407.html)

use alloc::string::String;

use xmpp_core_stanzas::Message;
use xmpp_jid::{BareJid, Jid};
use xmpp_xml::{DateTime, Error, Extra, OtherToken, Secret, Xml};

use crate::vouched;

/// The namespace.
pub const NS: &str = "urn:xmpp:mix:misc:0";

/// The feature of a service at which nicknames can be registered.
///
/// [XEP-0407 §3](https://xmpp.org/extensions/xep-0407.html#usecase-user-register)
pub const NICK_REGISTER: &str = "urn:xmpp:mix:misc:0#nick-register";

/// Registers a nickname for all channels of a service, in an iq of type `set` to the service. The result has the assigned
/// nickname.
///
/// [XEP-0407 §3](https://xmpp.org/extensions/xep-0407.html#usecase-user-register)
#[doc(alias("XEP-0407", "XEP0407", "0407"))]
#[doc(alias("urn:xmpp:mix:misc:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "register", derive(Debug, PartialEq, Eq))]
#[xml(new = "Lets the service choose a nickname.", with)]
#[non_exhaustive]
pub struct Register {
    /// The nickname. `None` in a request lets the service choose.
    #[xml(child_text = "nick")]
    pub nick: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Retracts a message, in a message to a channel, which sends it to its participants.
///
/// Read it with [`of`](Self::of), which checks the sender.
///
/// [XEP-0407 §4](https://xmpp.org/extensions/xep-0407.html#usecase-retract)
#[doc(alias("XEP-0407", "XEP0407", "0407"))]
#[doc(alias("urn:xmpp:mix:misc:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "retract", derive(Debug, PartialEq, Eq))]
#[xml(new = "Retracts the message with this identifier.")]
#[non_exhaustive]
pub struct Retract {
    /// The message's ID in the archive of the channel.
    #[xml(attribute)]
    pub id: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Retract {
    /// The retraction in a message from the `channel`, which has checked that the sender may retract. `None` if the message
    /// is not from the channel, even if it is from the sender of the retracted message, if it has the type `error`, or if it
    /// has several such elements.
    ///
    /// # Errors
    /// The element is invalid.
    pub fn of(message: &Message, channel: &BareJid) -> Result<Option<Self>, Error> {
        vouched::of_message(message, channel)
    }
}

/// Replaces a retracted message in an archive.
///
/// [XEP-0407 §4](https://xmpp.org/extensions/xep-0407.html#usecase-retract)
#[doc(alias("XEP-0407", "XEP0407", "0407"))]
#[doc(alias("urn:xmpp:mix:misc:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "retracted", derive(Debug, PartialEq, Eq))]
#[xml(new = "Retracted by this user at this time.")]
#[non_exhaustive]
pub struct Retracted {
    /// Who has retracted it.
    #[xml(attribute)]
    pub by: Jid,
    /// When it was retracted.
    #[xml(attribute)]
    pub time: DateTime,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Requests an invitation, in an iq of type `get` to a channel; the result has it.
///
/// [XEP-0407 §6](https://xmpp.org/extensions/xep-0407.html#usecase-user-invite)
#[doc(alias("XEP-0407", "XEP0407", "0407"))]
#[doc(alias("urn:xmpp:mix:misc:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "invite", with, derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Invite {
    /// The user to invite. `None` in the result.
    #[xml(child_text = "invitee", strict)]
    pub invitee: Option<Jid>,
    /// The invitation. `None` in a request.
    #[xml(child)]
    pub invitation: Option<Invitation>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Invite {
    /// A request for an invitation for this user.
    #[must_use]
    pub fn of(invitee: Jid) -> Self {
        Self::default().with_invitee(invitee)
    }

    /// A result with this invitation.
    #[must_use]
    pub fn answer(invitation: Invitation) -> Self {
        Self::default().with_invitation(invitation)
    }
}

/// An invitation to a channel, in a message to the invitee, and in the invitee's request to [join](crate::channel::Join).
///
/// Anybody who learns the token can join as the invitee.
///
/// [XEP-0407 §6](https://xmpp.org/extensions/xep-0407.html#usecase-user-invite)
#[doc(alias("XEP-0407", "XEP0407", "0407"))]
#[doc(alias("urn:xmpp:mix:misc:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "invitation", derive(Debug, PartialEq, Eq))]
#[xml(
    new = "An invitation from this inviter for this invitee to this channel, with the channel's token."
)]
#[non_exhaustive]
pub struct Invitation {
    /// The JID of the inviter.
    #[xml(child_text = "inviter")]
    pub inviter: Jid,
    /// The JID of the invitee.
    #[xml(child_text = "invitee")]
    pub invitee: Jid,
    /// The channel.
    #[xml(child_text = "channel")]
    pub channel: Jid,
    /// The token by which the channel recognizes the invitation.
    #[xml(child_text = "token")]
    pub token: Secret<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Invitation {
    /// The invitation in a message from the inviter to `account`. `None` if there is none, or if it was passed on: the
    /// message is from somebody other than the inviter, or the invitee is not `account`.
    ///
    /// # Errors
    /// The element is invalid.
    pub fn to(message: &Message, account: &Jid) -> Result<Option<Self>, Error> {
        if message.is_error() {
            return Ok(None);
        }
        let Some(invitation) = vouched::only::<Self>(&message.payloads)? else {
            return Ok(None);
        };
        let is = |one: &Jid, other: &Jid| one.is_valid() && one.bare_eq(other);
        let from = message.from.as_ref();
        let is_theirs = from.is_some_and(|from| is(from, &invitation.inviter))
            && is(account, &invitation.invitee);
        Ok(is_theirs.then_some(invitation))
    }
}

/// The outcome of an invitation, in a message to the inviter.
///
/// [XEP-0407 §6](https://xmpp.org/extensions/xep-0407.html#usecase-user-invite)
#[doc(alias("XEP-0407", "XEP0407", "0407"))]
#[doc(alias("urn:xmpp:mix:misc:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "invitation-ack", derive(Debug, PartialEq, Eq))]
#[xml(new = "An acknowledgement with this outcome.")]
#[non_exhaustive]
pub struct InvitationAck {
    /// The outcome.
    #[xml(child_text = "value")]
    pub value: Outcome,
    /// The invitation.
    #[xml(child)]
    pub invitation: Invitation,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The outcome of an invitation.
///
/// [XEP-0407 §6](https://xmpp.org/extensions/xep-0407.html#usecase-user-invite)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Outcome {
    /// `Joined`: the invitee has joined the channel.
    #[xml(token = "Joined")]
    Joined,
    /// `Declined`: the invitee has declined.
    #[xml(token = "Declined")]
    Declined,
    /// `Acknowledged`: the invitee has received it.
    #[xml(token = "Acknowledged")]
    Acknowledged,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}
