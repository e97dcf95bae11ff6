//! Message carbons: copies of the messages that the other clients of an account send and receive.
//!
//! ```
//! use xmpp_archive::carbons::{Carbon, CarbonError, Direction};
//! use xmpp_core_stanzas::Message;
//! use xmpp_jid::Jid;
//!
//! let account = Jid::new("romeo@montague.example/garden")?;
//! let message: Message = xmpp_xml::from_str(
//!     "<message xmlns='jabber:client' from='romeo@montague.example' type='chat'>\
//!      <sent xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'>\
//!      <message xmlns='jabber:client' from='romeo@montague.example/home' to='juliet@capulet.example'>\
//!      <body>Neither.</body></message></forwarded></sent></message>",
//! )?;
//! let carbon = Carbon::of(&message, &account)?.expect("a carbon");
//! assert_eq!(carbon.direction, Direction::Sent);
//! assert_eq!(carbon.message.body(&[]), Some("Neither."));
//!
//! let forged = message.with_from(Jid::new("tybalt@capulet.example/home")?);
//! assert_eq!(Carbon::of(&forged, &account), Err(CarbonError::Untrusted));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [XEP-0280, Message Carbons](https://xmpp.org/extensions/xep-0280.html)

use core::fmt;

use xmpp_core_stanzas::Message;
use xmpp_jid::Jid;
use xmpp_vocabulary::delay::Delay;
use xmpp_vocabulary::forwarded::Forwarded;
use xmpp_xml::{Error, Extra, Xml, payloads};

use crate::archived::{Content, content};

/// The namespace, which is also the feature of servers that support this.
pub const NS: &str = "urn:xmpp:carbons:2";

/// The feature of a server that follows the recommendations of XEP-0280 on which messages to copy.
///
/// [XEP-0280 §6.2](https://xmpp.org/extensions/xep-0280.html#mandatory-support)
pub const RULES: &str = "urn:xmpp:carbons:rules:0";

/// In an iq of type `set`: enables carbons for this client. The result is empty.
///
/// [XEP-0280 §4](https://xmpp.org/extensions/xep-0280.html#enabling)
#[doc(alias("XEP-0280", "XEP0280", "0280"))]
#[doc(alias("urn:xmpp:carbons:2"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "enable", derive(Debug, PartialEq, Eq))]
#[xml(new = "Enables carbons.")]
#[non_exhaustive]
pub struct Enable {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `set`: disables carbons for this client. The result is empty.
///
/// [XEP-0280 §5](https://xmpp.org/extensions/xep-0280.html#disabling)
#[doc(alias("XEP-0280", "XEP0280", "0280"))]
#[doc(alias("urn:xmpp:carbons:2"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "disable", derive(Debug, PartialEq, Eq))]
#[xml(new = "Disables carbons.")]
#[non_exhaustive]
pub struct Disable {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In a message: no server may copy it, neither to the sender's other clients nor to the recipient's.
///
/// The hint `no-copy` of [XEP-0334](https://xmpp.org/extensions/xep-0334.html) should be sent with it.
///
/// [XEP-0280 §9](https://xmpp.org/extensions/xep-0280.html#avoiding)
#[doc(alias("XEP-0280", "XEP0280", "0280"))]
#[doc(alias("urn:xmpp:carbons:2"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "private", derive(Debug, PartialEq, Eq))]
#[xml(new = "Forbids copies.")]
#[non_exhaustive]
pub struct Private {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The copy of a message that the account has received.
///
/// Clients should read it with [`Carbon::of`], which checks the sender.
///
/// [XEP-0280 §7](https://xmpp.org/extensions/xep-0280.html#inbound)
#[doc(alias("XEP-0280", "XEP0280", "0280"))]
#[doc(alias("urn:xmpp:carbons:2"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "received", derive(Debug, PartialEq, Eq))]
#[xml(new = "A copy of a received message.")]
#[non_exhaustive]
pub struct Received {
    /// The message.
    #[xml(child, strict)]
    pub forwarded: Forwarded,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The copy of a message that another client of the account has sent.
///
/// Clients should read it with [`Carbon::of`], which checks the sender.
///
/// [XEP-0280 §8](https://xmpp.org/extensions/xep-0280.html#outbound)
#[doc(alias("XEP-0280", "XEP0280", "0280"))]
#[doc(alias("urn:xmpp:carbons:2"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "sent", derive(Debug, PartialEq, Eq))]
#[xml(new = "A copy of a sent message.")]
#[non_exhaustive]
pub struct Sent {
    /// The message.
    #[xml(child, strict)]
    pub forwarded: Forwarded,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A verified copy from the server: returned by [`of`](Self::of), which checks the sender.
///
/// Never answer a sent message automatically, and a received one only if something ensures
/// that no other client answers it, too.
///
/// [XEP-0280 §10.4](https://xmpp.org/extensions/xep-0280.html#bizrules-autoresponses)
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Carbon {
    /// Whether the account has received or sent the message.
    pub direction: Direction,
    /// The time at which the server received the message. `None` means now, as for nearly all carbons.
    pub delay: Option<Delay>,
    /// The message itself, with its original addresses.
    pub message: Message,
}

impl Carbon {
    /// The carbon in this message, received by a client connected as `account`. `None` if the message is
    /// something else.
    ///
    /// The carbon of a message of type `error` has that type, too. Unlike a bounced message, which repeats content of the
    /// sender's choice, it has no `<error/>` of its own; a bounce gives `None`.
    ///
    /// # Errors
    /// The message is a carbon that must be ignored: it was not [sent by the account](Message::is_from_account)
    /// (CVE-2017-5589), does not contain exactly one message, or cannot be read.
    ///
    /// [XEP-0280 §11](https://xmpp.org/extensions/xep-0280.html#security)
    pub fn of(message: &Message, account: &Jid) -> Result<Option<Self>, CarbonError> {
        let raw = message.payloads.iter();
        let copies = || {
            raw.clone()
                .filter(|raw| raw.is_a::<Received>() || raw.is_a::<Sent>())
        };
        // One that could not be read counts too, where such are kept.
        let has_error =
            || message.error.is_some() || message.extra.children().any(|raw| raw.name() == "error");
        if copies().next().is_none() || message.is_error() && has_error() {
            return Ok(None);
        }
        if !message.is_from_account(account) {
            return Err(CarbonError::Untrusted);
        }
        if copies().nth(1).is_some() {
            return Err(CarbonError::NotOneMessage);
        }
        let (direction, forwarded) = match payloads::first::<Sent>(raw.clone(), "/message")? {
            Some(sent) => (Direction::Sent, sent.forwarded),
            None => match payloads::first::<Received>(raw, "/message")? {
                Some(received) => (Direction::Received, received.forwarded),
                None => return Ok(None),
            },
        };
        match content(&forwarded)? {
            Content::Message(message) => Ok(Some(Self {
                direction,
                delay: forwarded.delay,
                message: *message,
            })),
            Content::Nothing | Content::Other => Err(CarbonError::NotOneMessage),
        }
    }
}

/// Whether an account has received or sent a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(clippy::exhaustive_enums, reason = "there is no third direction")]
pub enum Direction {
    /// The account has received it from somebody else.
    Received,
    /// A client of the account has sent it to somebody else.
    Sent,
}

/// Why a carbon must be ignored.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CarbonError {
    /// Its sender cannot know the account's messages.
    Untrusted,
    /// It does not contain exactly one message, or contains a stanza of another kind.
    NotOneMessage,
    /// Something in it is missing or invalid.
    Invalid(Error),
}

impl From<Error> for CarbonError {
    fn from(error: Error) -> Self {
        Self::Invalid(error)
    }
}

impl fmt::Display for CarbonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Untrusted => f.write_str("the sender of the carbon is not the own account"),
            Self::NotOneMessage => f.write_str("a carbon copies one message, and this does not"),
            Self::Invalid(error) => write!(f, "the carbon cannot be read: {error}"),
        }
    }
}

impl core::error::Error for CarbonError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::Invalid(error) => Some(error),
            Self::Untrusted | Self::NotOneMessage => None,
        }
    }
}
