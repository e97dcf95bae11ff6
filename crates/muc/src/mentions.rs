//! Notifications of room messages that mention a user who is not in the room.
//!
//! Anybody can forge one, so [`Mention::of`] checks the sender.
//!
//! ```
//! use xmpp_core_stanzas::Message;
//! use xmpp_muc::mentions::Mention;
//!
//! let message: Message = xmpp_xml::from_str(
//!     "<message xmlns='jabber:client' from='coven@chat.example'><mentions xmlns='urn:xmpp:mmn:0'>\
//!      <forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client' type='groupchat' \
//!      from='coven@chat.example/firstwitch'><body>secondwitch: So ho!</body></message></forwarded>\
//!      </mentions></message>",
//! )?;
//! let is_known = |room: &xmpp_jid::Jid| *room == "coven@chat.example"; // a room that the user has a nickname in
//! let mention = Mention::of(&message, is_known)?.expect("a mention");
//! assert_eq!(mention.message.body(&[]), Some("secondwitch: So ho!"));
//! assert!(Mention::of(&message, |_| false).is_err());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [XEP-0452, MUC Mention Notifications](https://xmpp.org/extensions/xep-0452.html)

use core::fmt;

use xmpp_core_stanzas::{Message, MessageKind};
use xmpp_jid::Jid;
use xmpp_vocabulary::delay::Delay;
use xmpp_vocabulary::forwarded::Forwarded;
use xmpp_xml::{Error, Extra, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:mmn:0";

/// In a message from a room: a forwarded message of the room that mentions the user.
///
/// Clients should read it with [`Mention::of`], which checks the sender.
///
/// [XEP-0452 §3.2](https://xmpp.org/extensions/xep-0452.html)
#[doc(alias("XEP-0452", "XEP0452", "0452"))]
#[doc(alias("urn:xmpp:mmn:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "mentions", derive(Debug, PartialEq, Eq))]
#[xml(new = "Forwards a message of the room.")]
#[non_exhaustive]
pub struct Mentions {
    /// The message.
    #[xml(child, strict)]
    pub forwarded: Forwarded,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A message of a room, verified to be sent by that room: from [`of`](Self::of).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Mention {
    /// When the room received the message. `None` if not specified.
    pub delay: Option<Delay>,
    /// The message, from an occupant of the room.
    pub message: Message,
}

impl Mention {
    /// The mention in this message; `is_known` returns whether a bare JID is a room that the user is registered with. `None` if
    /// the message is something else.
    ///
    /// # Errors
    /// The message is a mention that must be ignored: its sender is not a known room, the forwarded message is not of type
    /// `groupchat` or not from an occupant of that room, or something cannot be read.
    ///
    /// [XEP-0452 §4](https://xmpp.org/extensions/xep-0452.html#security)
    pub fn of(
        message: &Message,
        is_known: impl FnOnce(&Jid) -> bool,
    ) -> Result<Option<Self>, MentionError> {
        if !message.has_payload::<Mentions>() {
            return Ok(None);
        }
        let is_room = |from: &&Jid| from.is_valid() && from.is_bare() && is_known(from);
        let room = message.from.as_ref().filter(is_room);
        let room = room.ok_or(MentionError::Untrusted)?;
        if message.payloads_of::<Mentions>().nth(1).is_some() {
            return Err(MentionError::NotOfTheRoom);
        }
        let Some(mentions) = message.payload::<Mentions>()? else {
            return Ok(None);
        };
        let stanza = mentions.forwarded.stanza();
        let stanza = stanza.filter(|raw| raw.is_a::<Message>());
        let message: Message = stanza.ok_or(MentionError::NotOfTheRoom)?.parse()?;
        let is_occupant = |from: &Jid| from.is_valid() && from.bare_eq(room);
        if message.kind != Some(MessageKind::Groupchat)
            || !message.from.as_ref().is_some_and(is_occupant)
        {
            return Err(MentionError::NotOfTheRoom);
        }
        Ok(Some(Self {
            delay: mentions.forwarded.delay,
            message,
        }))
    }
}

/// Why a mention must be ignored.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MentionError {
    /// The sender is not a known room.
    Untrusted,
    /// The forwarded message is not from the room.
    NotOfTheRoom,
    /// The element is invalid.
    Invalid(Error),
}

impl From<Error> for MentionError {
    fn from(error: Error) -> Self {
        Self::Invalid(error)
    }
}

impl fmt::Display for MentionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Untrusted => f.write_str("the sender of the mention is not a room that is known"),
            Self::NotOfTheRoom => f.write_str("what is forwarded was not said in the room"),
            Self::Invalid(error) => write!(f, "the mention cannot be read: {error}"),
        }
    }
}

impl core::error::Error for MentionError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::Invalid(error) => Some(error),
            Self::Untrusted | Self::NotOfTheRoom => None,
        }
    }
}
