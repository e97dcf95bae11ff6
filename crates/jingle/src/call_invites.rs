//! Invitations to a call, independent of how to join it.
//!
//! ```
//! use xmpp_jingle::call_invites::{External, Invite, Jingle, Method};
//!
//! let invite = Invite::new()
//!     .with_video(true)
//!     .with_methods([
//!         Method::Jingle(Jingle::new("ferry")),
//!         Method::External(External::new("https://meet.river.example/ferry")),
//!     ]);
//! assert!(invite.video && invite.has_audio());
//! assert_eq!(
//!     xmpp_xml::to_string(&invite)?,
//!     "<invite xmlns='urn:xmpp:call-invites:0' video='true'><jingle sid='ferry'/>\
//!      <external uri='https://meet.river.example/ferry'/></invite>"
//! );
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
//!
//! [XEP-0482, Call Invites](https://xmpp.org/extensions/xep-0482.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_xml::{Extra, RawElement, Xml};

use crate::muji::Muji;

/// The namespace.
pub const NS: &str = "urn:xmpp:call-invites:0";

/// An invitation to a call.
///
/// Later messages refer to it by the identifier of its message: in a room, the stanza ID assigned by the room; elsewhere the
/// origin ID if there is one, or else the `id` of the stanza
/// ([XEP-0482 §3.1](https://xmpp.org/extensions/xep-0482.html#business-id)).
///
/// [XEP-0482 §2.1](https://xmpp.org/extensions/xep-0482.html#usecases)
#[doc(alias("XEP-0482", "XEP0482", "0482"))]
#[doc(alias("urn:xmpp:call-invites:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "invite", derive(Debug, PartialEq, Eq))]
#[xml(
    new = "An invitation to an audio call, so far without a way to join it.",
    with
)]
#[non_exhaustive]
pub struct Invite {
    /// Whether participants should send audio; see [`has_audio`](Self::has_audio). `None` means yes.
    #[xml(attribute, strict)]
    pub audio: Option<bool>,
    /// Whether participants should send video. Defaults to `false`.
    #[xml(attribute, default)]
    pub video: bool,
    /// The ways to join; one is enough.
    #[xml(child)]
    pub methods: Vec<Method>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Invite {
    /// Whether participants should send audio, which is the default.
    #[must_use]
    pub fn has_audio(&self) -> bool {
        self.audio.unwrap_or(true)
    }
}

/// A way to join a call.
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum Method {
    /// A Jingle session that the inviter initiates once the invitation is accepted.
    Jingle(Jingle),
    /// A URI to open.
    External(External),
    /// A conference in a room ([XEP-0272](https://xmpp.org/extensions/xep-0272.html)).
    Muji(Muji),
    /// Any other.
    Other(RawElement),
}

/// A Jingle session to be initiated once the invitation is accepted.
///
/// [XEP-0482 §2.1](https://xmpp.org/extensions/xep-0482.html#usecases)
#[doc(alias("XEP-0482", "XEP0482", "0482"))]
#[doc(alias("urn:xmpp:call-invites:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "jingle", derive(Debug, PartialEq, Eq))]
#[xml(
    new = "The session with this identifier, which the sender initiates.",
    with
)]
#[non_exhaustive]
pub struct Jingle {
    /// The initiator. `None` means the sender of the invitation: see [`initiator`](Self::initiator).
    #[xml(attribute)]
    pub jid: Option<Jid>,
    /// The identifier of the session.
    #[xml(attribute)]
    pub sid: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Jingle {
    /// The initiator, where `inviter` is the sender of the [`Invite`], even if this is the copy in an
    /// [`Accept`]. A session with the same identifier from anybody else is not the accepted one.
    #[must_use]
    pub fn initiator<'a>(&'a self, inviter: &'a Jid) -> &'a Jid {
        self.jid.as_ref().unwrap_or(inviter)
    }

    /// Whether the action, received from `from`, starts the session of this invitation by `inviter`.
    ///
    /// `false` for an invalid JID, which matches nobody. An initiator with a bare JID may be any of its resources.
    #[must_use]
    pub fn is_begun_by(&self, jingle: &crate::session::Jingle, from: &Jid, inviter: &Jid) -> bool {
        let initiator = self.initiator(inviter);
        jingle.action == crate::session::Action::SessionInitiate
            && jingle.sid == self.sid
            && initiator.is_valid()
            && from.is_valid()
            && (initiator == from || initiator.is_bare() && initiator.bare_eq(from))
    }
}

/// A URI for joining a call, such as that of a web page or a telephone number.
///
/// [XEP-0482 §2.1](https://xmpp.org/extensions/xep-0482.html#usecases)
#[doc(alias("XEP-0482", "XEP0482", "0482"))]
#[doc(alias("urn:xmpp:call-invites:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "external", derive(Debug, PartialEq, Eq))]
#[xml(new = "A call that is joined by this URI.")]
#[non_exhaustive]
pub struct External {
    /// The URI, with any scheme. It is the sender's choice: opening it reveals the user to its host.
    #[xml(attribute)]
    pub uri: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The inviter withdraws the invitation. Anybody can refer to any invitation: compare the senders.
///
/// [XEP-0482 §2.2](https://xmpp.org/extensions/xep-0482.html#usecases)
#[doc(alias("XEP-0482", "XEP0482", "0482"))]
#[doc(alias("urn:xmpp:call-invites:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "retract", derive(Debug, PartialEq, Eq))]
#[xml(new = "The invitation with this identifier.")]
#[non_exhaustive]
pub struct Retract {
    /// The identifier of the message with the [`Invite`].
    #[xml(attribute)]
    pub id: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The sender joins the call.
///
/// [XEP-0482 §2.3](https://xmpp.org/extensions/xep-0482.html#usecases)
#[doc(alias("XEP-0482", "XEP0482", "0482"))]
#[doc(alias("urn:xmpp:call-invites:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "accept", derive(Debug, PartialEq, Eq))]
#[xml(new = "The invitation with this identifier, without a method.", with)]
#[non_exhaustive]
pub struct Accept {
    /// The identifier of the message with the [`Invite`].
    #[xml(attribute)]
    pub id: String,
    /// The method used to join, as in the [`Invite`]. There must be exactly one.
    #[xml(child)]
    pub methods: Vec<Method>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The sender does not join the call.
///
/// [XEP-0482 §2.4](https://xmpp.org/extensions/xep-0482.html#usecases)
#[doc(alias("XEP-0482", "XEP0482", "0482"))]
#[doc(alias("urn:xmpp:call-invites:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "reject", derive(Debug, PartialEq, Eq))]
#[xml(new = "The invitation with this identifier.")]
#[non_exhaustive]
pub struct Reject {
    /// The identifier of the message with the [`Invite`].
    #[xml(attribute)]
    pub id: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The sender has left the call.
///
/// [XEP-0482 §2.5](https://xmpp.org/extensions/xep-0482.html#usecases)
#[doc(alias("XEP-0482", "XEP0482", "0482"))]
#[doc(alias("urn:xmpp:call-invites:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "left", derive(Debug, PartialEq, Eq))]
#[xml(new = "The call with this identifier of the invitation.")]
#[non_exhaustive]
pub struct Left {
    /// The identifier of the message with the [`Invite`].
    #[xml(attribute)]
    pub id: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
