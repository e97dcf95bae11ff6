//! Archives of conversations, each a collection of messages, kept by a server or uploaded by a client.
//!
//! [`mam`](crate::mam) has taken the place of this.
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

/// The feature of servers that archive automatically.
///
/// [XEP-0136 §9](https://xmpp.org/extensions/xep-0136.html#disco)
pub const AUTO: &str = "urn:xmpp:archive:auto";

/// The feature of servers whose archives can be listed, read and removed.
///
/// [XEP-0136 §9](https://xmpp.org/extensions/xep-0136.html#disco)
pub const MANAGE: &str = "urn:xmpp:archive:manage";

/// The feature of servers that clients can upload collections to.
///
/// [XEP-0136 §9](https://xmpp.org/extensions/xep-0136.html#disco)
pub const MANUAL: &str = "urn:xmpp:archive:manual";

/// The feature of servers that keep preferences.
///
/// [XEP-0136 §9](https://xmpp.org/extensions/xep-0136.html#disco)
pub const PREFERENCES: &str = "urn:xmpp:archive:pref";

/// In an iq of type `get`, and then empty, asks for the preferences; the answer has them; in one of type `set` from a
/// client, changes those that are in it; in one from the server, they have changed.
///
/// A push counts only from the own account ([`Iq::is_from_account`](xmpp_core_stanzas::Iq::is_from_account)).
///
/// [XEP-0136 §2.2](https://xmpp.org/extensions/xep-0136.html#pref-syntax)
#[doc(alias("XEP-0136", "XEP0136", "0136"))]
#[doc(alias("urn:xmpp:archive", "pref"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "pref")]
#[xml(new = "Asks for the preferences.", with)]
#[non_exhaustive]
pub struct Preferences {
    /// Whether the server archives this stream. `None` in a request, and in a change of something else.
    #[xml(child, strict)]
    pub auto: Option<Auto>,
    /// What holds where no other preference does. `None` in a request, and in a change of something else.
    #[xml(child, strict)]
    pub default: Option<DefaultModes>,
    /// What holds for certain contacts.
    #[xml(child, strict)]
    pub items: Vec<Item>,
    /// What holds for certain conversations.
    #[xml(child, strict)]
    pub sessions: Vec<Session>,
    /// Which ways of archiving are wanted.
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
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "auto")]
#[xml(new = "Archives this stream automatically, or does not.", with)]
#[non_exhaustive]
pub struct Auto {
    /// Whether it does.
    #[xml(attribute)]
    pub save: bool,
    /// For how long this holds. `None` means [`Scope::Stream`].
    #[xml(attribute)]
    pub scope: Option<Scope>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// For how long an [`Auto`] holds.
///
/// [XEP-0136 §2.2.1](https://xmpp.org/extensions/xep-0136.html#pref-syntax-auto)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Scope {
    /// `global`: for the streams to come, too.
    Global,
    /// `stream`: to the end of the stream.
    Stream,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// What holds where no other preference does. In a [`StreamFeature`] it is empty.
///
/// [XEP-0136 §2.2.2](https://xmpp.org/extensions/xep-0136.html#pref-syntax-default)
#[doc(alias("XEP-0136", "XEP0136", "0136"))]
#[doc(alias("urn:xmpp:archive", "default"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "default")]
#[xml(new = "Conversations may be off the record to this extent, and this much of them is archived.", parameters = [otr, save], with)]
#[non_exhaustive]
pub struct DefaultModes {
    /// After how many seconds archived messages are deleted. `None` means never.
    #[xml(attribute, strict)]
    pub expire: Option<u64>,
    /// Whether conversations may be off the record. Preferences must say it.
    #[xml(attribute)]
    pub otr: Option<Otr>,
    /// How much is archived. Preferences must say it.
    #[xml(attribute)]
    pub save: Option<SaveMode>,
    /// Whether the user has never set this, so that it is the default of the server.
    #[xml(attribute, default)]
    pub unset: bool,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What holds for a contact. In an [`ItemRemove`], only its [`jid`](Self::jid) counts.
///
/// [XEP-0136 §2.2.3](https://xmpp.org/extensions/xep-0136.html#pref-syntax-item)
#[doc(alias("XEP-0136", "XEP0136", "0136"))]
#[doc(alias("urn:xmpp:archive"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "item")]
#[xml(new = "What holds for this contact.", with)]
#[non_exhaustive]
pub struct Item {
    /// Whether a bare JID or a domain stands for itself alone, and not for all full JIDs, or all users, that are part of it.
    #[xml(attribute = "exactmatch", default, strict)]
    pub exact_match: bool,
    /// After how many seconds archived messages are deleted. `None` means never.
    #[xml(attribute, strict)]
    pub expire: Option<u64>,
    /// The contact, most often by a bare JID.
    #[xml(attribute)]
    pub jid: Jid,
    /// Whether conversations may be off the record. `None` in an [`ItemRemove`].
    #[xml(attribute)]
    pub otr: Option<Otr>,
    /// How much is archived. `None` in an [`ItemRemove`].
    #[xml(attribute)]
    pub save: Option<SaveMode>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What holds for a conversation. In a [`SessionRemove`], only its [`thread`](Self::thread) counts.
///
/// [XEP-0136 §2.2.4](https://xmpp.org/extensions/xep-0136.html#pref-syntax-session)
#[doc(alias("XEP-0136", "XEP0136", "0136"))]
#[doc(alias("urn:xmpp:archive"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "session")]
#[xml(new = "What holds for the conversation with this thread.", with)]
#[non_exhaustive]
pub struct Session {
    /// The thread of its messages.
    #[xml(attribute)]
    pub thread: String,
    /// How much is archived. `None` in a [`SessionRemove`].
    #[xml(attribute)]
    pub save: Option<SaveMode>,
    /// For how many seconds after the last message of the conversation this holds at least. `None` in what a client sends.
    #[xml(attribute)]
    pub timeout: Option<u64>,
    /// Whether the conversation may be off the record; in the examples alone.
    #[xml(attribute)]
    pub otr: Option<Otr>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// How much a way of archiving is wanted.
///
/// [XEP-0136 §2.2.5](https://xmpp.org/extensions/xep-0136.html#pref-syntax-method)
#[doc(alias("XEP-0136", "XEP0136", "0136"))]
#[doc(alias("urn:xmpp:archive"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "method")]
#[xml(new = "This way of archiving is wanted this much.")]
#[non_exhaustive]
pub struct Method {
    /// Which way.
    #[xml(attribute = "type")]
    pub kind: MethodKind,
    /// How much it is wanted, `use`.
    #[xml(attribute = "use")]
    pub usage: Usage,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A way of archiving.
///
/// [XEP-0136 §2.2.5](https://xmpp.org/extensions/xep-0136.html#pref-syntax-method)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum MethodKind {
    /// `auto`: the server does it.
    Auto,
    /// `local`: the client does it, where it runs.
    Local,
    /// `manual`: the client uploads to the server.
    Manual,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// How much a way of archiving is wanted.
///
/// [XEP-0136 §2.2.5](https://xmpp.org/extensions/xep-0136.html#pref-syntax-method)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Usage {
    /// `concede`: if there is no other way.
    Concede,
    /// `forbid`: never.
    Forbid,
    /// `prefer`: where it can be had.
    Prefer,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// Whether conversations may be off the record. This is not the encryption of the same name.
///
/// [XEP-0136 §2.2.2](https://xmpp.org/extensions/xep-0136.html#pref-syntax-default-otr)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Otr {
    /// `approve`: the user is asked.
    Approve,
    /// `concede`: if somebody else asks for it.
    Concede,
    /// `forbid`: never.
    Forbid,
    /// `oppose`: rather not, even if somebody else asks for it.
    Oppose,
    /// `prefer`: rather so.
    Prefer,
    /// `require`: they must. Then nothing may be archived.
    Require,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// How much is archived.
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
    /// `message`: messages, whole.
    Message,
    /// `stream`: every byte of the stream.
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
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "itemremove")]
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
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "sessionremove")]
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

/// A collection: what was said in a conversation, or, empty, which conversation it was.
///
/// [`with`](Self::peer) and [`start`](Self::start) together identify it.
///
/// [XEP-0136 §4](https://xmpp.org/extensions/xep-0136.html#collections)
#[doc(alias("XEP-0136", "XEP0136", "0136"))]
#[doc(alias("urn:xmpp:archive"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "chat")]
#[xml(
    new = "The collection with this contact that begins at this time.",
    with
)]
#[non_exhaustive]
pub struct Chat {
    /// With whom the messages were exchanged, `with`: a contact or a room.
    #[xml(attribute = "with")]
    pub peer: Jid,
    /// When the conversation began, in UTC.
    #[xml(attribute)]
    pub start: DateTime,
    /// What the user calls it. `None` where it has no name.
    #[xml(attribute)]
    pub subject: Option<String>,
    /// The thread of its messages. `None` where they have none.
    #[xml(attribute)]
    pub thread: Option<String>,
    /// How often it has been changed, given by the server. `None` in what a client sends.
    #[xml(attribute)]
    pub version: Option<u64>,
    /// The collection before it. `None` leaves the link as it is.
    #[xml(child)]
    pub previous: Option<Previous>,
    /// The collection after it. `None` leaves the link as it is.
    #[xml(child)]
    pub next: Option<Next>,
    /// What an application knows about it. `None` where none knows anything.
    #[xml(child)]
    pub form: Option<Form>,
    /// What was said, and notes of the user.
    #[xml(child)]
    pub lines: Vec<Line>,
    /// Which page of the collection this is. `None` for all of it.
    #[xml(child)]
    pub set: Option<ResultSet>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Something in a collection.
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
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "from")]
#[xml(new = "Received with this text.", parameters = [bodies], with)]
#[non_exhaustive]
pub struct Incoming {
    /// Who has sent it to a room. `None` where it is not known, and outside of rooms.
    #[xml(attribute)]
    pub jid: Option<Jid>,
    /// The nickname of the one who has sent it to a room. `None` outside of rooms.
    #[xml(attribute)]
    pub name: Option<String>,
    /// How many seconds after the message before it, or after the start of the collection, it came. `None` where
    /// [`utc`](Self::utc) says when, or nothing does.
    #[xml(attribute = "secs")]
    pub seconds: Option<u64>,
    /// When it came, in UTC. `None` where [`seconds`](Self::seconds) says when, or nothing does.
    #[xml(attribute)]
    pub utc: Option<DateTime>,
    /// The text, once for each language.
    #[xml(child)]
    pub bodies: Vec<Body>,
    /// What else is archived of it.
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
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "to")]
#[xml(new = "Sent with this text.", parameters = [bodies], with)]
#[non_exhaustive]
pub struct Outgoing {
    /// Same as [`Incoming::jid`].
    #[xml(attribute)]
    pub jid: Option<Jid>,
    /// Same as [`Incoming::name`].
    #[xml(attribute)]
    pub name: Option<String>,
    /// How many seconds after the message before it, or after the start of the collection, it was sent. `None` where
    /// [`utc`](Self::utc) says when, or nothing does.
    #[xml(attribute = "secs")]
    pub seconds: Option<u64>,
    /// When it was sent, in UTC. `None` where [`seconds`](Self::seconds) says when, or nothing does.
    #[xml(attribute)]
    pub utc: Option<DateTime>,
    /// The text, once for each language.
    #[xml(child)]
    pub bodies: Vec<Body>,
    /// What else is archived of it.
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
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "body")]
#[xml(new = "This text.", with)]
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
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "note")]
#[xml(new = "This note.", with)]
#[non_exhaustive]
pub struct Note {
    /// When it was made, in UTC. `None` if not specified.
    #[xml(attribute)]
    pub utc: Option<DateTime>,
    /// The text.
    #[xml(text)]
    pub text: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The collection before another. Without anything, in what a client sends, it removes the link.
///
/// [XEP-0136 §5.6](https://xmpp.org/extensions/xep-0136.html#impl-link)
#[doc(alias("XEP-0136", "XEP0136", "0136"))]
#[doc(alias("urn:xmpp:archive"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "previous")]
#[xml(new = "Links to the collection with this contact that begins at this time.", parameters = [peer, start])]
#[non_exhaustive]
pub struct Previous {
    /// With whom, `with`. `None` removes the link.
    #[xml(attribute = "with", strict)]
    pub peer: Option<Jid>,
    /// When it began, in UTC. `None` removes the link.
    #[xml(attribute, strict)]
    pub start: Option<DateTime>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The collection after another. Without anything, in what a client sends, it removes the link.
///
/// [XEP-0136 §5.6](https://xmpp.org/extensions/xep-0136.html#impl-link)
#[doc(alias("XEP-0136", "XEP0136", "0136"))]
#[doc(alias("urn:xmpp:archive"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "next")]
#[xml(new = "Links to the collection with this contact that begins at this time.", parameters = [peer, start])]
#[non_exhaustive]
pub struct Next {
    /// With whom, `with`. `None` removes the link.
    #[xml(attribute = "with", strict)]
    pub peer: Option<Jid>,
    /// When it began, in UTC. `None` removes the link.
    #[xml(attribute, strict)]
    pub start: Option<DateTime>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `set`, uploads a collection, or what is to be added to one; the answer has it without what was said.
///
/// [XEP-0136 §5.2](https://xmpp.org/extensions/xep-0136.html#manual-upload)
#[doc(alias("XEP-0136", "XEP0136", "0136"))]
#[doc(alias("urn:xmpp:archive"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "save")]
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

/// In an iq of type `get`, asks which collections there are; the answer lists them.
///
/// [XEP-0136 §7.1](https://xmpp.org/extensions/xep-0136.html#manage-list)
#[doc(alias("XEP-0136", "XEP0136", "0136"))]
#[doc(alias("urn:xmpp:archive"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "list")]
#[xml(new = "Asks for all collections, or lists none.", with)]
#[non_exhaustive]
pub struct List {
    /// With whom, `with`. `None` means anybody.
    #[xml(attribute = "with", strict)]
    pub peer: Option<Jid>,
    /// The earliest start, in UTC. `None` means the beginning of the archive.
    #[xml(attribute, strict)]
    pub start: Option<DateTime>,
    /// The latest start, in UTC. `None` means the end of the archive.
    #[xml(attribute, strict)]
    pub end: Option<DateTime>,
    /// Whether a bare JID or a domain stands for itself alone, and not for all full JIDs, or all users, that are part of it.
    #[xml(attribute = "exactmatch", default, strict)]
    pub exact_match: bool,
    /// In an answer, the collections, without what was said in them.
    #[xml(child)]
    pub chats: Vec<Chat>,
    /// Which page is wanted, or was given. `None` leaves that to the server.
    #[xml(child, strict)]
    pub set: Option<ResultSet>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `get`: asks for a collection. The answer is a [`Chat`].
///
/// [XEP-0136 §7.2](https://xmpp.org/extensions/xep-0136.html#manage-retrieve)
#[doc(alias("XEP-0136", "XEP0136", "0136"))]
#[doc(alias("urn:xmpp:archive"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "retrieve")]
#[xml(
    new = "Asks for the collection with this contact that begins at this time.",
    with
)]
#[non_exhaustive]
pub struct Retrieve {
    /// With whom, `with`; always exactly this JID.
    #[xml(attribute = "with")]
    pub peer: Jid,
    /// When it began, in UTC.
    #[xml(attribute)]
    pub start: DateTime,
    /// Which page is wanted. `None` leaves that to the server.
    #[xml(child, strict)]
    pub set: Option<ResultSet>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `set`: removes collections. Without anything it removes them all.
///
/// [XEP-0136 §7.3](https://xmpp.org/extensions/xep-0136.html#manage-remove)
#[doc(alias("XEP-0136", "XEP0136", "0136"))]
#[doc(alias("urn:xmpp:archive"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "remove")]
#[xml(new = "Removes the collection with this contact that begins at this time.", parameters = [peer, start], with)]
#[non_exhaustive]
pub struct Remove {
    /// With whom, `with`. `None` means anybody.
    #[xml(attribute = "with", strict)]
    pub peer: Option<Jid>,
    /// The start of the one collection or, with an [`end`](Self::end), the earliest one, in UTC. `None` means the beginning
    /// of the archive.
    #[xml(attribute, strict)]
    pub start: Option<DateTime>,
    /// The latest start, in UTC. `None` means, with a start, that only the collection with just that start is meant; else
    /// the end of the archive.
    #[xml(attribute, strict)]
    pub end: Option<DateTime>,
    /// Whether a bare JID or a domain stands for itself alone, and not for all full JIDs, or all users, that are part of it.
    #[xml(attribute = "exactmatch", default, strict)]
    pub exact_match: bool,
    /// Whether only collections are meant that the server is adding to at this time.
    #[xml(attribute, default, strict)]
    pub open: bool,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Remove {
    /// Whether this removes each and every collection.
    #[must_use]
    pub fn is_of_all(&self) -> bool {
        self.peer.is_none() && self.start.is_none() && self.end.is_none() && !self.open
    }

    /// Removes each and every collection.
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

/// In an iq of type `get`, asks which collections have been changed or removed; the answer lists them.
///
/// [XEP-0136 §8](https://xmpp.org/extensions/xep-0136.html#replication)
#[doc(alias("XEP-0136", "XEP0136", "0136"))]
#[doc(alias("urn:xmpp:archive"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "modified")]
#[xml(new = "Asks for what has been modified since this time.", parameters = [start], with)]
#[non_exhaustive]
pub struct Modified {
    /// Since when, in UTC. `None` in an answer.
    #[xml(attribute, strict)]
    pub start: Option<DateTime>,
    /// In an answer, what has been changed or removed, the latest last.
    #[xml(child)]
    pub changes: Vec<Change>,
    /// Which page is wanted, or was given. `None` leaves that to the server.
    #[xml(child, strict)]
    pub set: Option<ResultSet>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What has happened to a collection.
///
/// [XEP-0136 §8](https://xmpp.org/extensions/xep-0136.html#replication)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum Change {
    /// It is new, or has been changed.
    Changed(Changed),
    /// It has been removed.
    Removed(Removed),
}

/// A collection that is new or has been changed.
///
/// [XEP-0136 §8](https://xmpp.org/extensions/xep-0136.html#replication)
#[doc(alias("XEP-0136", "XEP0136", "0136"))]
#[doc(alias("urn:xmpp:archive"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "changed")]
#[xml(
    new = "The collection with this contact that begins at this time.",
    with
)]
#[non_exhaustive]
pub struct Changed {
    /// With whom, `with`.
    #[xml(attribute = "with")]
    pub peer: Jid,
    /// When it began, in UTC.
    #[xml(attribute)]
    pub start: DateTime,
    /// How often it has been changed; 0 for a new one. `None` if not specified.
    #[xml(attribute)]
    pub version: Option<u64>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A collection that has been removed.
///
/// [XEP-0136 §8](https://xmpp.org/extensions/xep-0136.html#replication)
#[doc(alias("XEP-0136", "XEP0136", "0136"))]
#[doc(alias("urn:xmpp:archive"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "removed")]
#[xml(
    new = "The collection with this contact that began at this time.",
    with
)]
#[non_exhaustive]
pub struct Removed {
    /// With whom, `with`.
    #[xml(attribute = "with")]
    pub peer: Jid,
    /// When it began, in UTC.
    #[xml(attribute)]
    pub start: DateTime,
    /// How often it had been changed. `None` if not specified.
    #[xml(attribute)]
    pub version: Option<u64>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Among the features of a stream: the server has archives. It need not be negotiated.
///
/// [XEP-0136 §11](https://xmpp.org/extensions/xep-0136.html#streamfeature)
#[doc(alias("XEP-0136", "XEP0136", "0136"))]
#[doc(alias("urn:xmpp:archive", "feature"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "feature", with)]
#[non_exhaustive]
pub struct StreamFeature {
    /// That it need not be negotiated, which is always there.
    #[xml(flag = "optional")]
    pub is_optional: bool,
    /// Whether the server archives automatically unless it is told not to, `default`.
    #[xml(flag = "default")]
    pub is_on_by_default: bool,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl StreamFeature {
    /// The server has archives.
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
