//! The inbox: the conversations of an account, latest first, with the number of unread messages.
//!
//! ```
//! use xmpp_archive::inbox::Conversation;
//! use xmpp_core_stanzas::Message;
//! use xmpp_jid::Jid;
//!
//! let account = Jid::new("user@example.org/phone")?;
//! let message: Message = xmpp_xml::from_str(
//!     "<message xmlns='jabber:client'><entry xmlns='urn:xmpp:inbox:1' unread='5' jid='friend@example.net' id='9'/>\
//!      <result xmlns='urn:xmpp:mam:2' queryid='i1' id='9'><forwarded xmlns='urn:xmpp:forward:0'>\
//!      <message xmlns='jabber:client' from='friend@example.net'><body>Greetings!</body></message>\
//!      </forwarded></result></message>",
//! )?;
//! let conversation = Conversation::of(&message, &account)?.expect("an entry");
//! assert_eq!(conversation.entry.unread, Some(5));
//! assert_eq!(conversation.message.unwrap().body(&[]), Some("Greetings!"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [XEP-0430, Inbox](https://xmpp.org/extensions/xep-0430.html)

use alloc::string::String;
use core::fmt;

use xmpp_core_stanzas::Message;
use xmpp_jid::Jid;
use xmpp_vocabulary::result_set::ResultSet;
use xmpp_xml::{Error, Extra, Xml};

use crate::archived::{Content, content};
use crate::mam::QueryResult;

/// The namespace, which is also the feature of servers that support this.
pub const NS: &str = "urn:xmpp:inbox:1";

/// In an iq of type `get` to the account: a request for the conversations. They are sent as messages, each with an [`Entry`],
/// followed by the result of the iq with a [`Fin`].
///
/// [XEP-0430 §3.1](https://xmpp.org/extensions/xep-0430.html)
#[doc(alias("XEP-0430", "XEP0430", "0430"))]
#[doc(alias("urn:xmpp:inbox:1"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "inbox", derive(Debug, PartialEq, Eq))]
#[xml(
    new = "A request for all conversations, each with its last message.",
    with
)]
#[non_exhaustive]
pub struct Inbox {
    /// Whether to return only conversations with unread messages.
    #[xml(attribute = "unread-only", default)]
    pub unread_only: bool,
    /// Whether to return the last message of each conversation. `None` means yes: see
    /// [`wants_messages`](Self::wants_messages).
    #[xml(attribute)]
    pub messages: Option<bool>,
    /// The requested page. `None` leaves it to the server.
    #[xml(child, strict)]
    pub set: Option<ResultSet>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Inbox {
    /// Whether to return the last message of each conversation.
    #[must_use]
    pub fn wants_messages(&self) -> bool {
        self.messages.unwrap_or(true)
    }
}

/// In a message: a conversation. Its last message may be included as a [`QueryResult`].
///
/// Clients should read both with [`Conversation::of`], which checks the sender.
///
/// [XEP-0430 §3.1](https://xmpp.org/extensions/xep-0430.html)
#[doc(alias("XEP-0430", "XEP0430", "0430"))]
#[doc(alias("urn:xmpp:inbox:1"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "entry", derive(Debug, PartialEq, Eq))]
#[xml(new = "The conversation with a contact, or in a room.", with)]
#[non_exhaustive]
pub struct Entry {
    /// The bare JID of the contact, or the room.
    #[xml(attribute)]
    pub jid: Jid,
    /// The number of unread messages. `None` if not specified.
    #[xml(attribute)]
    pub unread: Option<u64>,
    /// The identifier of the last message in the account's archive. `None` if not specified.
    #[xml(attribute)]
    pub id: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In the result of the request: all conversations have been sent.
///
/// [XEP-0430 §3.1](https://xmpp.org/extensions/xep-0430.html)
#[doc(alias("XEP-0430", "XEP0430", "0430"))]
#[doc(alias("urn:xmpp:inbox:1"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "fin", derive(Debug, PartialEq, Eq))]
#[xml(new = "All conversations have been sent.", with)]
#[non_exhaustive]
pub struct Fin {
    /// The number of conversations in the inbox. `None` if not specified.
    #[xml(attribute)]
    pub total: Option<u64>,
    /// The number of conversations with unread messages. `None` if not specified.
    #[xml(attribute)]
    pub unread: Option<u64>,
    /// The total number of unread messages. `None` if not specified.
    #[xml(attribute = "all-unread")]
    pub all_unread: Option<u64>,
    /// Which page this is. `None` if not specified.
    #[xml(child)]
    pub set: Option<ResultSet>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A verified conversation of the account's inbox: returned by [`of`](Self::of), which checks the sender.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Conversation {
    /// The conversation, and its number of unread messages.
    pub entry: Entry,
    /// Its last message. `None` if not requested, or if the archive has removed it.
    pub message: Option<Message>,
}

impl Conversation {
    /// The conversation in this message, received by a client connected as `account`. `None` if the message
    /// is something else.
    ///
    /// The client must know whether it has requested the inbox, and ignore conversations at any other time.
    ///
    /// # Errors
    /// The message has an entry that must be ignored: it was not [sent by the account](Message::is_from_account), contains
    /// several messages, or cannot be read.
    pub fn of(message: &Message, account: &Jid) -> Result<Option<Self>, InboxError> {
        if !message.has_payload::<Entry>() {
            return Ok(None);
        }
        if !message.is_from_account(account) {
            return Err(InboxError::Untrusted);
        }
        if message.payloads_of::<Entry>().nth(1).is_some()
            || message.payloads_of::<QueryResult>().nth(1).is_some()
        {
            return Err(InboxError::NotOneMessage);
        }
        let Some(entry) = message.payload::<Entry>()? else {
            return Ok(None);
        };
        let last = match message.payload::<QueryResult>()? {
            Some(result) => content(&result.forwarded)?,
            None => Content::Nothing,
        };
        match last {
            Content::Nothing => Ok(Some(Self {
                entry,
                message: None,
            })),
            Content::Message(message) => Ok(Some(Self {
                entry,
                message: Some(*message),
            })),
            Content::Other => Err(InboxError::NotOneMessage),
        }
    }
}

/// Why an entry must be ignored.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum InboxError {
    /// Its sender cannot know the account's inbox.
    Untrusted,
    /// It contains several entries or messages, or a stanza of another kind.
    NotOneMessage,
    /// Something in it is missing or invalid.
    Invalid(Error),
}

impl From<Error> for InboxError {
    fn from(error: Error) -> Self {
        Self::Invalid(error)
    }
}

impl fmt::Display for InboxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Untrusted => f.write_str("the sender of the entry is not the own account"),
            Self::NotOneMessage => {
                f.write_str("an entry has one message at most, and this has more")
            }
            Self::Invalid(error) => write!(f, "the entry cannot be read: {error}"),
        }
    }
}

impl core::error::Error for InboxError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::Invalid(error) => Some(error),
            Self::Untrusted | Self::NotOneMessage => None,
        }
    }
}
