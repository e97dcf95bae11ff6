//! The conversations of an account, latest first, with what is unread in them.
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

/// In an iq of type `get` to the own account: asks for the conversations. They come as messages, each with an [`Entry`],
/// and then the answer to the iq with a [`Fin`].
///
/// [XEP-0430 §3.1](https://xmpp.org/extensions/xep-0430.html)
#[doc(alias("XEP-0430", "XEP0430", "0430"))]
#[doc(alias("urn:xmpp:inbox:1"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "inbox")]
#[xml(new = "Asks for all conversations, each with its last message.", with)]
#[non_exhaustive]
pub struct Inbox {
    /// Whether only conversations with unread messages are wanted.
    #[xml(attribute = "unread-only", default)]
    pub unread_only: bool,
    /// Whether the last message of each conversation is wanted. `None` means that it is: see
    /// [`wants_messages`](Self::wants_messages).
    #[xml(attribute)]
    pub messages: Option<bool>,
    /// Which page is wanted. `None` leaves that to the server.
    #[xml(child, strict)]
    pub set: Option<ResultSet>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Inbox {
    /// Whether the last message of each conversation is wanted.
    #[must_use]
    pub fn wants_messages(&self) -> bool {
        self.messages.unwrap_or(true)
    }
}

/// In a message: a conversation. The last message of it may stand beside it, as a [`QueryResult`].
///
/// A client reads both by [`Conversation::of`], which looks at the sender.
///
/// [XEP-0430 §3.1](https://xmpp.org/extensions/xep-0430.html)
#[doc(alias("XEP-0430", "XEP0430", "0430"))]
#[doc(alias("urn:xmpp:inbox:1"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "entry")]
#[xml(new = "The conversation with somebody, or in a room.", with)]
#[non_exhaustive]
pub struct Entry {
    /// The bare JID of the contact, or the room.
    #[xml(attribute)]
    pub jid: Jid,
    /// How many messages are unread. `None` if not specified.
    #[xml(attribute)]
    pub unread: Option<u64>,
    /// The id of the last message in the archive of the account. `None` if not specified.
    #[xml(attribute)]
    pub id: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In the answer to the request: all conversations have come.
///
/// [XEP-0430 §3.1](https://xmpp.org/extensions/xep-0430.html)
#[doc(alias("XEP-0430", "XEP0430", "0430"))]
#[doc(alias("urn:xmpp:inbox:1"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "fin")]
#[xml(new = "All conversations have come.", with)]
#[non_exhaustive]
pub struct Fin {
    /// How many conversations the inbox has. `None` if not specified.
    #[xml(attribute)]
    pub total: Option<u64>,
    /// How many of them have unread messages. `None` if not specified.
    #[xml(attribute)]
    pub unread: Option<u64>,
    /// How many messages are unread in all of them. `None` if not specified.
    #[xml(attribute = "all-unread")]
    pub all_unread: Option<u64>,
    /// Which page it was. `None` if not specified.
    #[xml(child)]
    pub set: Option<ResultSet>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A conversation of the own inbox: made by [`of`](Self::of), which looks at the sender.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Conversation {
    /// Which one, and how much of it is unread.
    pub entry: Entry,
    /// Its last message. `None` where it was not asked for or the archive has removed it.
    pub message: Option<Message>,
}

impl Conversation {
    /// The conversation that a client connected as `account` has received in this message. `None` means that the message
    /// is something else.
    ///
    /// Whether the inbox was asked for is for the client to know: what comes at another time must be ignored.
    ///
    /// # Errors
    /// The message has an entry that must be ignored: it was not [sent by the account](Message::is_from_account), has
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
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum InboxError {
    /// It was sent by somebody who cannot know the inbox of the account.
    Untrusted,
    /// There are several entries or messages in it, or a stanza of another kind.
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
