//! Archives of conversations as collections of messages, stored by a server or uploaded by a client.
//!
//! Superseded by [`mam`](crate::mam).
//!
//! ```
//! use xmpp_archive::collections::{Chat, Line, Save};
//!
//! let save: Save = xmpp_xml::from_str(
//!     "<save xmlns='urn:xmpp:archive'><chat with='juliet@capulet.example/chamber' start='1469-07-21T02:56:15Z'>\
//!      <from secs='0'><body>Art thou not Romeo?</body></from><to secs='11'><body>Neither.</body></to>\
//!      <note>I think she might fancy me.</note></chat></save>",
//! )?;
//! let texts: Vec<_> = save.chat.lines.iter().map(|line| match line {
//!     Line::Incoming(message) => message.bodies[0].text.as_str(),
//!     Line::Outgoing(message) => message.bodies[0].text.as_str(),
//!     Line::Note(note) => note.text.as_str(),
//!     _ => "",
//! }).collect();
//! assert_eq!(texts, ["Art thou not Romeo?", "Neither.", "I think she might fancy me."]);
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
//!
//! [XEP-0136, Message Archiving](https://xmpp.org/extensions/xep-0136.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_data_forms::form::Form;
use xmpp_jid::Jid;
use xmpp_vocabulary::result_set::ResultSet;
use xmpp_xml::{DateTime, Extra, LanguageTag, OtherToken, RawElement, Xml};

/// The namespace, which is also the feature of servers that support this.
pub const NS: &str = "urn:xmpp:archive";

/// The feature of servers with automatic archiving.
///
/// [XEP-0136 §9](https://xmpp.org/extensions/xep-0136.html#disco)
pub const AUTO: &str = "urn:xmpp:archive:auto";

/// The feature of servers whose archives can be listed, retrieved and removed.
///
/// [XEP-0136 §9](https://xmpp.org/extensions/xep-0136.html#disco)
pub const MANAGE: &str = "urn:xmpp:archive:manage";

/// The feature of servers that allow clients to upload collections.
///
/// [XEP-0136 §9](https://xmpp.org/extensions/xep-0136.html#disco)
pub const MANUAL: &str = "urn:xmpp:archive:manual";

/// The feature of servers that store preferences.
///
/// [XEP-0136 §9](https://xmpp.org/extensions/xep-0136.html#disco)
pub const PREFERENCES: &str = "urn:xmpp:archive:pref";

/// In an iq of type `get`, and empty, a request for the preferences; the result has them. In one of type `set` from a
/// client, changes to some of them; in one from the server, a notification of changes.
///
/// Only accept a push from the client's own account ([`Iq::is_from_account`](xmpp_core_stanzas::Iq::is_from_account)).
///
/// [XEP-0136 §2.2](https://xmpp.org/extensions/xep-0136.html#pref-syntax)
#[doc(alias("XEP-0136", "XEP0136", "0136"))]
#[doc(alias("urn:xmpp:archive", "pref"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "pref", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request for the preferences.", with)]
#[non_exhaustive]
pub struct Preferences {
    /// Whether the server archives this stream. `None` in a request, and if unchanged.
    #[xml(child, strict)]
    pub auto: Option<Auto>,
    /// The default preferences. `None` in a request, and if unchanged.
    #[xml(child, strict)]
    pub default: Option<DefaultModes>,
    /// The preferences for contacts.
    #[xml(child, strict)]
    pub items: Vec<Item>,
    /// The preferences for conversations.
    #[xml(child, strict)]
    pub sessions: Vec<Session>,
    /// The preferred methods of archiving.
    #[xml(child, strict)]
    pub methods: Vec<Method>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Whether the server archives this stream automatically: in an iq of type `set`, or among [`Preferences`].
///
/// [XEP-0136 §2.2.1](https://xmpp.org/extensions/xep-0136.html#pref-syntax-auto),
/// [§6](https://xmpp.org/extensions/xep-0136.html#auto)
#[doc(alias("XEP-0136", "XEP0136", "0136"))]
#[doc(alias("urn:xmpp:archive"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "auto", derive(Debug, PartialEq, Eq))]
#[xml(new = "Enables or disables automatic archiving of this stream.", with)]
#[non_exhaustive]
pub struct Auto {
    /// Whether it is enabled.
    #[xml(attribute)]
    pub save: bool,
    /// The scope of the setting. `None` means [`Scope::Stream`].
    #[xml(attribute)]
    pub scope: Option<Scope>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The scope of an [`Auto`].
///
/// [XEP-0136 §2.2.1](https://xmpp.org/extensions/xep-0136.html#pref-syntax-auto)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Scope {
    /// `global`: future streams, too.
    Global,
    /// `stream`: until the end of the stream.
    Stream,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// The default preferences. Empty in a [`StreamFeature`].
///
/// [XEP-0136 §2.2.2](https://xmpp.org/extensions/xep-0136.html#pref-syntax-default)
#[doc(alias("XEP-0136", "XEP0136", "0136"))]
#[doc(alias("urn:xmpp:archive", "default"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "default", derive(Debug, PartialEq, Eq))]
#[xml(new = "Default preferences for off-the-record conversations and for archiving.", parameters = [otr, save], with)]
#[non_exhaustive]
pub struct DefaultModes {
    /// The time after which archived messages are deleted, in seconds. `None` means never.
    #[xml(attribute, strict)]
    pub expire: Option<u64>,
    /// Whether conversations may be off the record. Required in preferences.
    #[xml(attribute)]
    pub otr: Option<Otr>,
    /// What is archived. Required in preferences.
    #[xml(attribute)]
    pub save: Option<SaveMode>,
    /// Whether this is the server's default, never changed by the user.
    #[xml(attribute, default)]
    pub unset: bool,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The preferences for a contact. In an [`ItemRemove`], only its [`jid`](Self::jid) is used.
///
/// [XEP-0136 §2.2.3](https://xmpp.org/extensions/xep-0136.html#pref-syntax-item)
#[doc(alias("XEP-0136", "XEP0136", "0136"))]
#[doc(alias("urn:xmpp:archive"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "item", derive(Debug, PartialEq, Eq))]
#[xml(new = "The preferences for this contact.", with)]
#[non_exhaustive]
pub struct Item {
    /// Whether a bare JID or a domain matches only itself, not all full JIDs or users within it.
    #[xml(attribute = "exactmatch", default, strict)]
    pub exact_match: bool,
    /// The time after which archived messages are deleted, in seconds. `None` means never.
    #[xml(attribute, strict)]
    pub expire: Option<u64>,
    /// The contact, usually a bare JID.
    #[xml(attribute)]
    pub jid: Jid,
    /// Whether conversations may be off the record. `None` in an [`ItemRemove`].
    #[xml(attribute)]
    pub otr: Option<Otr>,
    /// What is archived. `None` in an [`ItemRemove`].
    #[xml(attribute)]
    pub save: Option<SaveMode>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The preferences for a conversation. In a [`SessionRemove`], only its [`thread`](Self::thread) is used.
///
/// [XEP-0136 §2.2.4](https://xmpp.org/extensions/xep-0136.html#pref-syntax-session)
#[doc(alias("XEP-0136", "XEP0136", "0136"))]
#[doc(alias("urn:xmpp:archive"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "session", derive(Debug, PartialEq, Eq))]
#[xml(new = "The preferences for the conversation with this thread.", with)]
#[non_exhaustive]
pub struct Session {
    /// The thread of the conversation.
    #[xml(attribute)]
    pub thread: String,
    /// What is archived. `None` in a [`SessionRemove`].
    #[xml(attribute)]
    pub save: Option<SaveMode>,
    /// How long the preference applies at least after the last message of the conversation, in seconds. `None` from clients.
    #[xml(attribute)]
    pub timeout: Option<u64>,
    /// Whether the conversation may be off the record; only in the examples.
    #[xml(attribute)]
    pub otr: Option<Otr>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The preference for a method of archiving.
///
/// [XEP-0136 §2.2.5](https://xmpp.org/extensions/xep-0136.html#pref-syntax-method)
#[doc(alias("XEP-0136", "XEP0136", "0136"))]
#[doc(alias("urn:xmpp:archive"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "method", derive(Debug, PartialEq, Eq))]
#[xml(new = "A preference for this method.")]
#[non_exhaustive]
pub struct Method {
    /// The method.
    #[xml(attribute = "type")]
    pub kind: MethodKind,
    /// The preference, `use`.
    #[xml(attribute = "use")]
    pub usage: Usage,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A method of archiving.
///
/// [XEP-0136 §2.2.5](https://xmpp.org/extensions/xep-0136.html#pref-syntax-method)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum MethodKind {
    /// `auto`: automatically by the server.
    Auto,
    /// `local`: by the client, locally.
    Local,
    /// `manual`: uploaded by the client to the server.
    Manual,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// The preference for a method of archiving.
///
/// [XEP-0136 §2.2.5](https://xmpp.org/extensions/xep-0136.html#pref-syntax-method)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Usage {
    /// `concede`: only if there is no other method.
    Concede,
    /// `forbid`: never.
    Forbid,
    /// `prefer`: if possible.
    Prefer,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// Whether conversations may be off the record; unrelated to OTR encryption.
///
/// [XEP-0136 §2.2.2](https://xmpp.org/extensions/xep-0136.html#pref-syntax-default-otr)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Otr {
    /// `approve`: ask the user.
    Approve,
    /// `concede`: if the contact requests it.
    Concede,
    /// `forbid`: never.
    Forbid,
    /// `oppose`: preferably not, even if the contact requests it.
    Oppose,
    /// `prefer`: preferably.
    Prefer,
    /// `require`: always. Then nothing may be archived.
    Require,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// What is archived.
///
/// [XEP-0136 §2.2.2](https://xmpp.org/extensions/xep-0136.html#pref-syntax-default-save)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum SaveMode {
    /// `body`: the bodies of messages.
    Body,
    /// `false`: nothing.
    #[xml(token = "false")]
    Nothing,
    /// `message`: complete messages.
    Message,
    /// `stream`: the complete stream.
    Stream,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// In an iq of type `set`: removes the preferences for contacts.
///
/// [XEP-0136 §2.5](https://xmpp.org/extensions/xep-0136.html#pref-contact)
#[doc(alias("XEP-0136", "XEP0136", "0136"))]
#[doc(alias("urn:xmpp:archive"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "itemremove", derive(Debug, PartialEq, Eq))]
#[xml(new = "Removes the preferences for these contacts.", parameters = [items])]
#[non_exhaustive]
pub struct ItemRemove {
    /// The contacts.
    #[xml(child, strict)]
    pub items: Vec<Item>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `set`: removes the preferences for conversations.
///
/// [XEP-0136 §2.6](https://xmpp.org/extensions/xep-0136.html#pref-session)
#[doc(alias("XEP-0136", "XEP0136", "0136"))]
#[doc(alias("urn:xmpp:archive"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "sessionremove", derive(Debug, PartialEq, Eq))]
#[xml(new = "Removes the preferences for these conversations.", parameters = [sessions])]
#[non_exhaustive]
pub struct SessionRemove {
    /// The conversations.
    #[xml(child, strict)]
    pub sessions: Vec<Session>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A collection: the content of a conversation or, if empty, a reference to it.
///
/// [`with`](Self::peer) and [`start`](Self::start) together identify it.
///
/// [XEP-0136 §4](https://xmpp.org/extensions/xep-0136.html#collections)
#[doc(alias("XEP-0136", "XEP0136", "0136"))]
#[doc(alias("urn:xmpp:archive"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "chat", derive(Debug, PartialEq, Eq))]
#[xml(new = "The collection with this contact and start.", with)]
#[non_exhaustive]
pub struct Chat {
    /// The peer, `with`: a contact or a room.
    #[xml(attribute = "with")]
    pub peer: Jid,
    /// The start of the conversation, in UTC.
    #[xml(attribute)]
    pub start: DateTime,
    /// The user's name for it. `None` if there is none.
    #[xml(attribute)]
    pub subject: Option<String>,
    /// The thread of the messages. `None` if there is none.
    #[xml(attribute)]
    pub thread: Option<String>,
    /// The version, assigned by the server. `None` from clients.
    #[xml(attribute)]
    pub version: Option<u64>,
    /// The previous collection. `None` leaves the link unchanged.
    #[xml(child)]
    pub previous: Option<Previous>,
    /// The next collection. `None` leaves the link unchanged.
    #[xml(child)]
    pub next: Option<Next>,
    /// Attributes set by applications. `None` if there are none.
    #[xml(child)]
    pub form: Option<Form>,
    /// The messages and the user's notes.
    #[xml(child)]
    pub lines: Vec<Line>,
    /// Which page of the collection this is. `None` means all of it.
    #[xml(child)]
    pub set: Option<ResultSet>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// An entry in a collection.
///
/// [XEP-0136 §4.6](https://xmpp.org/extensions/xep-0136.html#collections-fromto)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum Line {
    /// A message that the user has received.
    Incoming(Incoming),
    /// A message that the user has sent.
    Outgoing(Outgoing),
    /// A note of the user.
    Note(Note),
}

/// A message that the user has received.
///
/// [XEP-0136 §4.6](https://xmpp.org/extensions/xep-0136.html#collections-fromto)
#[doc(alias("XEP-0136", "XEP0136", "0136"))]
#[doc(alias("urn:xmpp:archive", "from"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "from", derive(Debug, PartialEq, Eq))]
#[xml(new = "A received message with this text.", parameters = [bodies], with)]
#[non_exhaustive]
pub struct Incoming {
    /// The sender in a room. `None` if unknown, and outside of rooms.
    #[xml(attribute)]
    pub jid: Option<Jid>,
    /// The sender's nickname in a room. `None` outside of rooms.
    #[xml(attribute)]
    pub name: Option<String>,
    /// The number of seconds since the previous message, or since the start of the collection. `None` if
    /// [`utc`](Self::utc) is used, or if not specified.
    #[xml(attribute = "secs")]
    pub seconds: Option<u64>,
    /// The time, in UTC. `None` if [`seconds`](Self::seconds) is used, or if not specified.
    #[xml(attribute)]
    pub utc: Option<DateTime>,
    /// The text, once for each language.
    #[xml(child)]
    pub bodies: Vec<Body>,
    /// Other archived payloads.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A message that the user has sent.
///
/// [XEP-0136 §4.6](https://xmpp.org/extensions/xep-0136.html#collections-fromto)
#[doc(alias("XEP-0136", "XEP0136", "0136"))]
#[doc(alias("urn:xmpp:archive", "to"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "to", derive(Debug, PartialEq, Eq))]
#[xml(new = "A sent message with this text.", parameters = [bodies], with)]
#[non_exhaustive]
pub struct Outgoing {
    /// Same as [`Incoming::jid`].
    #[xml(attribute)]
    pub jid: Option<Jid>,
    /// Same as [`Incoming::name`].
    #[xml(attribute)]
    pub name: Option<String>,
    /// The number of seconds since the previous message, or since the start of the collection. `None` if
    /// [`utc`](Self::utc) is used, or if not specified.
    #[xml(attribute = "secs")]
    pub seconds: Option<u64>,
    /// The time, in UTC. `None` if [`seconds`](Self::seconds) is used, or if not specified.
    #[xml(attribute)]
    pub utc: Option<DateTime>,
    /// The text, once for each language.
    #[xml(child)]
    pub bodies: Vec<Body>,
    /// Other archived payloads.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The text of an archived message, in one language.
///
/// [XEP-0136 §4.6](https://xmpp.org/extensions/xep-0136.html#collections-fromto)
#[doc(alias("XEP-0136", "XEP0136", "0136"))]
#[doc(alias("urn:xmpp:archive"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "body", derive(Debug, PartialEq, Eq))]
#[xml(new = "The text, without a language.", with)]
#[non_exhaustive]
pub struct Body {
    /// Its language. `None` if not specified.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The text.
    #[xml(text)]
    pub text: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A note of the user about a conversation.
///
/// [XEP-0136 §4.7](https://xmpp.org/extensions/xep-0136.html#collections-note)
#[doc(alias("XEP-0136", "XEP0136", "0136"))]
#[doc(alias("urn:xmpp:archive"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "note", derive(Debug, PartialEq, Eq))]
#[xml(new = "A note with this text.", with)]
#[non_exhaustive]
pub struct Note {
    /// The time of the note, in UTC. `None` if not specified.
    #[xml(attribute)]
    pub utc: Option<DateTime>,
    /// The text.
    #[xml(text)]
    pub text: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A link to the previous collection. From a client, an empty one removes the link.
///
/// [XEP-0136 §5.6](https://xmpp.org/extensions/xep-0136.html#impl-link)
#[doc(alias("XEP-0136", "XEP0136", "0136"))]
#[doc(alias("urn:xmpp:archive"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "previous", derive(Debug, PartialEq, Eq))]
#[xml(new = "A link to the collection with this contact and start.", parameters = [peer, start])]
#[non_exhaustive]
pub struct Previous {
    /// The peer, `with`. `None` removes the link.
    #[xml(attribute = "with", strict)]
    pub peer: Option<Jid>,
    /// The start, in UTC. `None` removes the link.
    #[xml(attribute, strict)]
    pub start: Option<DateTime>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A link to the next collection. From a client, an empty one removes the link.
///
/// [XEP-0136 §5.6](https://xmpp.org/extensions/xep-0136.html#impl-link)
#[doc(alias("XEP-0136", "XEP0136", "0136"))]
#[doc(alias("urn:xmpp:archive"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "next", derive(Debug, PartialEq, Eq))]
#[xml(new = "A link to the collection with this contact and start.", parameters = [peer, start])]
#[non_exhaustive]
pub struct Next {
    /// The peer, `with`. `None` removes the link.
    #[xml(attribute = "with", strict)]
    pub peer: Option<Jid>,
    /// The start, in UTC. `None` removes the link.
    #[xml(attribute, strict)]
    pub start: Option<DateTime>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `set`, uploads a collection or appends to one; the result has it without its messages.
///
/// [XEP-0136 §5.2](https://xmpp.org/extensions/xep-0136.html#manual-upload)
#[doc(alias("XEP-0136", "XEP0136", "0136"))]
#[doc(alias("urn:xmpp:archive"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "save", derive(Debug, PartialEq, Eq))]
#[xml(new = "Uploads this collection.")]
#[non_exhaustive]
pub struct Save {
    /// The collection.
    #[xml(child)]
    pub chat: Chat,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `get`, a request for a list of collections; the result lists them.
///
/// [XEP-0136 §7.1](https://xmpp.org/extensions/xep-0136.html#manage-list)
#[doc(alias("XEP-0136", "XEP0136", "0136"))]
#[doc(alias("urn:xmpp:archive"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "list", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request for all collections, or an empty list.", with)]
#[non_exhaustive]
pub struct List {
    /// The peer, `with`. `None` means any.
    #[xml(attribute = "with", strict)]
    pub peer: Option<Jid>,
    /// The earliest start, in UTC. `None` means the beginning of the archive.
    #[xml(attribute, strict)]
    pub start: Option<DateTime>,
    /// The latest start, in UTC. `None` means the end of the archive.
    #[xml(attribute, strict)]
    pub end: Option<DateTime>,
    /// Whether a bare JID or a domain matches only itself, not all full JIDs or users within it.
    #[xml(attribute = "exactmatch", default, strict)]
    pub exact_match: bool,
    /// In a result, the collections, without their messages.
    #[xml(child)]
    pub chats: Vec<Chat>,
    /// In a request, the wanted page; in a result, the returned one. `None` leaves it to the server.
    #[xml(child, strict)]
    pub set: Option<ResultSet>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `get`: a request for a collection. The result is a [`Chat`].
///
/// [XEP-0136 §7.2](https://xmpp.org/extensions/xep-0136.html#manage-retrieve)
#[doc(alias("XEP-0136", "XEP0136", "0136"))]
#[doc(alias("urn:xmpp:archive"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "retrieve", derive(Debug, PartialEq, Eq))]
#[xml(
    new = "A request for the collection with this contact and start.",
    with
)]
#[non_exhaustive]
pub struct Retrieve {
    /// The peer, `with`; matches exactly this JID.
    #[xml(attribute = "with")]
    pub peer: Jid,
    /// The start, in UTC.
    #[xml(attribute)]
    pub start: DateTime,
    /// The requested page. `None` leaves it to the server.
    #[xml(child, strict)]
    pub set: Option<ResultSet>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `set`: removes collections. If empty, it removes all of them.
///
/// [XEP-0136 §7.3](https://xmpp.org/extensions/xep-0136.html#manage-remove)
#[doc(alias("XEP-0136", "XEP0136", "0136"))]
#[doc(alias("urn:xmpp:archive"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "remove", derive(Debug, PartialEq, Eq))]
#[xml(new = "Removes the collection with this contact and start.", parameters = [peer, start], with)]
#[non_exhaustive]
pub struct Remove {
    /// The peer, `with`. `None` means any.
    #[xml(attribute = "with", strict)]
    pub peer: Option<Jid>,
    /// The start of a single collection or, with an [`end`](Self::end), the earliest start, in UTC. `None` means the beginning
    /// of the archive.
    #[xml(attribute, strict)]
    pub start: Option<DateTime>,
    /// The latest start, in UTC. `None`, with a start, means only the collection with exactly that start; otherwise
    /// the end of the archive.
    #[xml(attribute, strict)]
    pub end: Option<DateTime>,
    /// Whether a bare JID or a domain matches only itself, not all full JIDs or users within it.
    #[xml(attribute = "exactmatch", default, strict)]
    pub exact_match: bool,
    /// Whether to remove only collections that the server is currently recording.
    #[xml(attribute, default, strict)]
    pub open: bool,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Remove {
    /// Whether this removes all collections. `false` if there is any child element: an unknown one might specify which.
    #[must_use]
    pub fn is_of_all(&self) -> bool {
        let is_restricted = self.peer.is_some() || self.start.is_some() || self.end.is_some();
        !is_restricted && !self.open && self.extra.children().next().is_none()
    }

    /// Removes all collections.
    #[must_use]
    pub fn all() -> Self {
        Self {
            peer: None,
            start: None,
            end: None,
            exact_match: false,
            open: false,
            extra: Extra::new(),
        }
    }
}

/// In an iq of type `get`, a request for a list of changed and removed collections; the result lists them.
///
/// [XEP-0136 §8](https://xmpp.org/extensions/xep-0136.html#replication)
#[doc(alias("XEP-0136", "XEP0136", "0136"))]
#[doc(alias("urn:xmpp:archive"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "modified", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request for modifications since this time.", parameters = [start], with)]
#[non_exhaustive]
pub struct Modified {
    /// The time to start from, in UTC. `None` in a result.
    #[xml(attribute, strict)]
    pub start: Option<DateTime>,
    /// In a result, the changed and removed collections, most recent last.
    #[xml(child)]
    pub changes: Vec<Change>,
    /// In a request, the wanted page; in a result, the returned one. `None` leaves it to the server.
    #[xml(child, strict)]
    pub set: Option<ResultSet>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A modification of a collection.
///
/// [XEP-0136 §8](https://xmpp.org/extensions/xep-0136.html#replication)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum Change {
    /// The collection is new or has been changed.
    Changed(Changed),
    /// The collection has been removed.
    Removed(Removed),
}

/// A new or changed collection.
///
/// [XEP-0136 §8](https://xmpp.org/extensions/xep-0136.html#replication)
#[doc(alias("XEP-0136", "XEP0136", "0136"))]
#[doc(alias("urn:xmpp:archive"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "changed", derive(Debug, PartialEq, Eq))]
#[xml(
    new = "The collection with this contact that begins at this time.",
    with
)]
#[non_exhaustive]
pub struct Changed {
    /// The peer, `with`.
    #[xml(attribute = "with")]
    pub peer: Jid,
    /// The start, in UTC.
    #[xml(attribute)]
    pub start: DateTime,
    /// The version; 0 for a new one. `None` if not specified.
    #[xml(attribute)]
    pub version: Option<u64>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A removed collection.
///
/// [XEP-0136 §8](https://xmpp.org/extensions/xep-0136.html#replication)
#[doc(alias("XEP-0136", "XEP0136", "0136"))]
#[doc(alias("urn:xmpp:archive"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "removed", derive(Debug, PartialEq, Eq))]
#[xml(
    new = "The collection with this contact that began at this time.",
    with
)]
#[non_exhaustive]
pub struct Removed {
    /// The peer, `with`.
    #[xml(attribute = "with")]
    pub peer: Jid,
    /// The start, in UTC.
    #[xml(attribute)]
    pub start: DateTime,
    /// The last version. `None` if not specified.
    #[xml(attribute)]
    pub version: Option<u64>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Among the features of a stream: the server supports archives. No negotiation is needed.
///
/// [XEP-0136 §11](https://xmpp.org/extensions/xep-0136.html#streamfeature)
#[doc(alias("XEP-0136", "XEP0136", "0136"))]
#[doc(alias("urn:xmpp:archive", "feature"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "feature", with, derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct StreamFeature {
    /// Marks that no negotiation is needed; always present.
    #[xml(flag = "optional")]
    pub is_optional: bool,
    /// Whether the server archives automatically by default, `default`.
    #[xml(flag = "default")]
    pub is_on_by_default: bool,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl StreamFeature {
    /// The feature.
    #[must_use]
    pub fn new() -> Self {
        Self {
            is_optional: true,
            is_on_by_default: false,
            extra: Extra::new(),
        }
    }
}

impl Default for StreamFeature {
    fn default() -> Self {
        Self::new()
    }
}
