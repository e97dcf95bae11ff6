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

/// In an iq of type `set` to a service: keep this nickname for the sender, in all channels. The result has the one that it has
/// become.
///
/// [XEP-0407 §3](https://xmpp.org/extensions/xep-0407.html#usecase-user-register)
#[doc(alias("XEP-0407", "XEP0407", "0407"))]
#[doc(alias("urn:xmpp:mix:misc:0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "register")]
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

/// In a message to a channel, and from it to its participants: a message is retracted.
///
/// A client reads it by [`of`](Self::of), which looks at who says so.
///
/// [XEP-0407 §4](https://xmpp.org/extensions/xep-0407.html#usecase-retract)
#[doc(alias("XEP-0407", "XEP0407", "0407"))]
#[doc(alias("urn:xmpp:mix:misc:0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "retract")]
#[xml(new = "Retracts the message with this identifier.")]
#[non_exhaustive]
pub struct Retract {
    /// The identifier that the message has in the archive of the channel.
    #[xml(attribute)]
    pub id: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Retract {
    /// The retraction that a message from the `channel` is about, which has seen to it that the sender may retract. `None`
    /// where the message is from elsewhere, whoever has sent the one that it names, is of type `error`, or has several of
    /// these.
    ///
    /// # Errors
    /// Something in it is invalid.
    pub fn of(message: &Message, channel: &BareJid) -> Result<Option<Self>, Error> {
        vouched::of_message(message, channel)
    }
}

/// In place of a message in an archive: it was retracted.
///
/// [XEP-0407 §4](https://xmpp.org/extensions/xep-0407.html#usecase-retract)
#[doc(alias("XEP-0407", "XEP0407", "0407"))]
#[doc(alias("urn:xmpp:mix:misc:0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "retracted")]
#[xml(new = "It was retracted by somebody at some time.")]
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

/// In an iq of type `get` to a channel, asks for an invitation; the answer has it.
///
/// [XEP-0407 §6](https://xmpp.org/extensions/xep-0407.html#usecase-user-invite)
#[doc(alias("XEP-0407", "XEP0407", "0407"))]
#[doc(alias("urn:xmpp:mix:misc:0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "invite", with)]
#[non_exhaustive]
pub struct Invite {
    /// Who shall be invited. `None` in the answer.
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
    /// Asks for an invitation of somebody.
    #[must_use]
    pub fn of(invitee: Jid) -> Self {
        Self::default().with_invitee(invitee)
    }

    /// The invitation, as an answer.
    #[must_use]
    pub fn answer(invitation: Invitation) -> Self {
        Self::default().with_invitation(invitation)
    }
}

/// An invitation to a channel: in a message to whoever is invited, and in their request to [join](crate::channel::Join).
///
/// Who else learns of the token can join too, in the name that is in here.
///
/// [XEP-0407 §6](https://xmpp.org/extensions/xep-0407.html#usecase-user-invite)
#[doc(alias("XEP-0407", "XEP0407", "0407"))]
#[doc(alias("urn:xmpp:mix:misc:0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "invitation")]
#[xml(new = "Somebody invites somebody to a channel, which has given this token.")]
#[non_exhaustive]
pub struct Invitation {
    /// Who invites.
    #[xml(child_text = "inviter")]
    pub inviter: Jid,
    /// Who is invited.
    #[xml(child_text = "invitee")]
    pub invitee: Jid,
    /// The channel.
    #[xml(child_text = "channel")]
    pub channel: Jid,
    /// What the channel knows the invitation by.
    #[xml(child_text = "token")]
    pub token: Secret<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Invitation {
    /// The invitation in a message from whoever invites to `account`. `None` where there is none, and where it is one that
    /// somebody passes on: from another sender, or to somebody else.
    ///
    /// # Errors
    /// Something in it is invalid.
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

/// In a message to whoever has invited: what has become of the invitation.
///
/// [XEP-0407 §6](https://xmpp.org/extensions/xep-0407.html#usecase-user-invite)
#[doc(alias("XEP-0407", "XEP0407", "0407"))]
#[doc(alias("urn:xmpp:mix:misc:0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "invitation-ack")]
#[xml(new = "This has become of the invitation.")]
#[non_exhaustive]
pub struct InvitationAck {
    /// What has become of it.
    #[xml(child_text = "value")]
    pub value: Outcome,
    /// The invitation.
    #[xml(child)]
    pub invitation: Invitation,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What has become of an invitation.
///
/// [XEP-0407 §6](https://xmpp.org/extensions/xep-0407.html#usecase-user-invite)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Outcome {
    /// `Joined`: they have joined the channel.
    #[xml(token = "Joined")]
    Joined,
    /// `Declined`: they do not want to.
    #[xml(token = "Declined")]
    Declined,
    /// `Acknowledged`: they have got it.
    #[xml(token = "Acknowledged")]
    Acknowledged,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}
