//! Editing an XML document together.
//!
//! A document is a set of records, one for each node. Edits make, change and remove records; all parties come to the
//! same document if each applies them by the rules for versions.
//!
//! ```
//! use xmpp_jingle::shared_editing::Set;
//!
//! let set = Set::new("r6", 1).with_chdata("sea").with_replace_from(4).with_replace_length(5);
//! assert_eq!(set.text_over("The river rises.").as_deref(), Some("The sea rises."));
//!
//! // It counts characters, not bytes, and what is beyond the text is nothing.
//! assert_eq!(set.text_over("Où? Brême!").as_deref(), Some("Où? sea!"));
//! assert_eq!(set.text_over("The").as_deref(), Some("Thesea"));
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
//!
//! [XEP-0284, Shared XML Editing](https://xmpp.org/extensions/xep-0284.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_xml::{Extra, OtherToken, RawElement, Xml};

/// The namespace, which is also the feature of an entity that supports this.
pub const NS: &str = "urn:xmpp:sxe:0";

/// The namespace of the [`Transport`].
pub const NS_TRANSPORT: &str = "urn:xmpp:jingle:transports:sxe";

/// Says that a content of a session is edited by messages.
///
/// [XEP-0284 §4.1](https://xmpp.org/extensions/xep-0284.html#jingle-initiate)
#[doc(alias("XEP-0284", "XEP0284", "0284"))]
#[doc(alias("urn:xmpp:jingle:transports:sxe"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS_TRANSPORT, name = "transport")]
#[xml(new = "Without hosts.", with)]
#[non_exhaustive]
pub struct Transport {
    /// Where messages go, one at least: the initiator, a room, or a component for editing.
    #[xml(child_text = "host")]
    pub hosts: Vec<Jid>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In a message: a step of an editing session. In presence: that there is one.
///
/// [XEP-0284 §10.1](https://xmpp.org/extensions/xep-0284.html#def-sxe)
#[doc(alias("XEP-0284", "XEP0284", "0284"))]
#[doc(alias("urn:xmpp:sxe:0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "sxe")]
#[xml(new = "Of this session, without a step.", with)]
#[non_exhaustive]
pub struct Sxe {
    /// The identifier of the step, among those that its sender has sent to the session. `None` in presence.
    #[xml(attribute)]
    pub id: Option<String>,
    /// In presence, the name of the session for people. `None` if there is none.
    #[xml(attribute)]
    pub name: Option<String>,
    /// The session.
    #[xml(attribute)]
    pub session: String,
    /// What is done. `None` in presence.
    #[xml(child, strict)]
    pub step: Option<Step>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What is done in a session.
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum Step {
    /// The sender wants to take part.
    Connect(Connect),
    /// The sender offers the document as it is.
    StateOffer(StateOffer),
    /// The sender wants the document from the recipient.
    AcceptState(AcceptState),
    /// The sender takes the document from somebody else.
    RefuseState(RefuseState),
    /// Edits, or the document as it is.
    State(State),
}

/// The sender wants to take part.
///
/// [XEP-0284 §7](https://xmpp.org/extensions/xep-0284.html#connect)
#[doc(alias("XEP-0284", "XEP0284", "0284"))]
#[doc(alias("urn:xmpp:sxe:0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "connect")]
#[xml(new = "The request.")]
#[non_exhaustive]
pub struct Connect {
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The sender offers the document as it is.
///
/// [XEP-0284 §8.1](https://xmpp.org/extensions/xep-0284.html)
#[doc(alias("XEP-0284", "XEP0284", "0284"))]
#[doc(alias("urn:xmpp:sxe:0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "state-offer")]
#[xml(new = "Without descriptions.", with)]
#[non_exhaustive]
pub struct StateOffer {
    /// The descriptions of the contents, as in the session.
    #[xml(child)]
    pub descriptions: Vec<RawElement>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The sender wants the document from the recipient.
///
/// [XEP-0284 §8.2](https://xmpp.org/extensions/xep-0284.html)
#[doc(alias("XEP-0284", "XEP0284", "0284"))]
#[doc(alias("urn:xmpp:sxe:0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "accept-state")]
#[xml(new = "The answer.")]
#[non_exhaustive]
pub struct AcceptState {
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The sender takes the document from somebody else.
///
/// [XEP-0284 §8.3](https://xmpp.org/extensions/xep-0284.html)
#[doc(alias("XEP-0284", "XEP0284", "0284"))]
#[doc(alias("urn:xmpp:sxe:0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "refuse-state")]
#[xml(new = "The answer.")]
#[non_exhaustive]
pub struct RefuseState {
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Edits, in the order in which they are applied. The document as it is comes between a [`DocumentBegin`] and a
/// [`DocumentEnd`].
///
/// [XEP-0284 §8.4](https://xmpp.org/extensions/xep-0284.html)
#[doc(alias("XEP-0284", "XEP0284", "0284"))]
#[doc(alias("urn:xmpp:sxe:0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "state")]
#[xml(new = "Without edits.", with)]
#[non_exhaustive]
pub struct State {
    /// The edits.
    #[xml(child, strict)]
    pub edits: Vec<Edit>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// An edit, or where the document as it is begins or ends.
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum Edit {
    /// The document as it is begins.
    DocumentBegin(DocumentBegin),
    /// Makes a record.
    New(NewNode),
    /// Removes a record.
    Remove(Remove),
    /// Changes a record.
    Set(Set),
    /// The document as it is ends.
    DocumentEnd(DocumentEnd),
}

/// The document as it is begins.
///
/// [XEP-0284 §8.4](https://xmpp.org/extensions/xep-0284.html)
#[doc(alias("XEP-0284", "XEP0284", "0284"))]
#[doc(alias("urn:xmpp:sxe:0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "document-begin")]
#[xml(new = "Without a prolog.", with)]
#[non_exhaustive]
pub struct DocumentBegin {
    /// What stands before the root, as a `data:` URI (RFC 2397). `None` if unstated.
    #[xml(attribute)]
    pub prolog: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The document as it is ends: the last step that it has is this one. Later ones have come in already, or will.
///
/// [XEP-0284 §8.4](https://xmpp.org/extensions/xep-0284.html)
#[doc(alias("XEP-0284", "XEP0284", "0284"))]
#[doc(alias("urn:xmpp:sxe:0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "document-end")]
#[xml(new = "After the step `last_id` of `last_sender`.", parameters = [last_sender, last_id])]
#[non_exhaustive]
pub struct DocumentEnd {
    /// The identifier of the step; empty if there was none.
    #[xml(attribute = "last-id")]
    pub last_id: String,
    /// Who has sent it; empty if there was none.
    #[xml(attribute = "last-sender")]
    pub last_sender: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Makes a record, that of a new node.
///
/// [XEP-0284 §10.5.1](https://xmpp.org/extensions/xep-0284.html#newnode)
#[doc(alias("XEP-0284", "XEP0284", "0284"))]
#[doc(alias("urn:xmpp:sxe:0", "new"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "new")]
#[xml(new = "A node of this kind, by this identifier, at the top of the document.", parameters = [kind, rid], with)]
#[non_exhaustive]
pub struct NewNode {
    /// The text of a text or comment, or the value of an attribute. `None` for other nodes.
    #[xml(attribute)]
    pub chdata: Option<String>,
    /// Who has made the node: a JID, or a nickname in a room. `None` if unstated.
    #[xml(attribute)]
    pub creator: Option<String>,
    /// Who has changed the node last: a JID, or a nickname in a room. `None` if unstated.
    #[xml(attribute = "last-modified-by")]
    pub last_modified_by: Option<String>,
    /// The name of an element or attribute. `None` for other nodes.
    #[xml(attribute)]
    pub name: Option<String>,
    /// The namespace of an element or attribute. `None` means none, and for other nodes.
    #[xml(attribute)]
    pub ns: Option<String>,
    /// The identifier of the parent's record. `None` at the top of the document.
    #[xml(attribute)]
    pub parent: Option<String>,
    /// The data of a processing instruction. `None` for other nodes.
    #[xml(attribute)]
    pub pidata: Option<String>,
    /// The target of a processing instruction. `None` for other nodes.
    #[xml(attribute)]
    pub pitarget: Option<String>,
    /// Where among its siblings the node stands: a number with a fraction, as it is spelt. `None` means 0.
    #[xml(attribute = "primary-weight")]
    pub primary_weight: Option<String>,
    /// The identifier of the record, globally unique.
    #[xml(attribute)]
    pub rid: String,
    /// What kind of node it is.
    #[xml(attribute = "type")]
    pub kind: NodeKind,
    /// The version of the record; 0 by default.
    #[xml(attribute, default)]
    pub version: u32,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Removes a record, and the node with it. Those of its children must be removed before.
///
/// [XEP-0284 §10.5.2](https://xmpp.org/extensions/xep-0284.html#editelement)
#[doc(alias("XEP-0284", "XEP0284", "0284"))]
#[doc(alias("urn:xmpp:sxe:0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "remove")]
#[xml(new = "The record of this identifier.")]
#[non_exhaustive]
pub struct Remove {
    /// The identifier of the record.
    #[xml(attribute)]
    pub target: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Changes a record.
///
/// [XEP-0284 §10.6.1](https://xmpp.org/extensions/xep-0284.html#noncommutativeedits)
#[doc(alias("XEP-0284", "XEP0284", "0284"))]
#[doc(alias("urn:xmpp:sxe:0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "set")]
#[xml(new = "Nothing but the version of the record.", with)]
#[non_exhaustive]
pub struct Set {
    /// The new text of a text or comment, or the new value of an attribute, or what comes into it: see
    /// [`text_over`](Self::text_over). `None` leaves it as it is.
    #[xml(attribute)]
    pub chdata: Option<String>,
    /// The new name of an element or attribute. `None` leaves it as it is.
    #[xml(attribute)]
    pub name: Option<String>,
    /// The new namespace of an element or attribute. `None` leaves it as it is.
    #[xml(attribute)]
    pub ns: Option<String>,
    /// The new parent. `None` leaves it as it is.
    #[xml(attribute)]
    pub parent: Option<String>,
    /// The new data of a processing instruction. `None` leaves it as it is.
    #[xml(attribute)]
    pub pidata: Option<String>,
    /// The new target of a processing instruction. `None` leaves it as it is.
    #[xml(attribute)]
    pub pitarget: Option<String>,
    /// The new place among its siblings: a number with a fraction, as it is spelt. `None` leaves it as it is.
    #[xml(attribute = "primary-weight")]
    pub primary_weight: Option<String>,
    /// Where [`chdata`](Self::chdata) begins to replace the text, in characters from 0. `None` replaces the whole.
    #[xml(attribute = "replacefrom", strict)]
    pub replace_from: Option<u32>,
    /// How many characters [`chdata`](Self::chdata) replaces. `None` replaces the whole text.
    #[xml(attribute = "replacen", strict)]
    pub replace_length: Option<u32>,
    /// The identifier of the record.
    #[xml(attribute)]
    pub target: String,
    /// The version that the record comes to: one more than it has. Otherwise somebody else has changed it at the same
    /// time: see [`outcome`](Self::outcome).
    #[xml(attribute)]
    pub version: u32,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What a [`Set`] does to a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Outcome {
    /// Its values become those of the record, which has this version then.
    Applied(u32),
    /// Two parties have changed the record at the same time, and neither change counts.
    Reverted {
        /// The version that the record has then.
        version: u32,
        /// The version whose values it has: it must be remembered. `None` if there never was such a version.
        to: Option<u32>,
    },
}

impl Set {
    /// What this does to a record whose version is `current`, outside of the document as it is.
    ///
    /// [XEP-0284 §10.6.2](https://xmpp.org/extensions/xep-0284.html#noncommutativeedits)
    ///
    /// ```
    /// use xmpp_jingle::shared_editing::{Outcome, Set};
    ///
    /// let set = Set::new("r6", 3);
    /// assert_eq!(set.outcome(2), Outcome::Applied(3));
    /// assert_eq!(set.outcome(4), Outcome::Reverted { version: 5, to: Some(2) });
    /// ```
    #[must_use]
    pub const fn outcome(&self, current: u32) -> Outcome {
        // A record whose version is the highest there is takes no edit: what has come so far is no use.
        let version = current.saturating_add(1);
        if version == self.version && version > current {
            Outcome::Applied(version)
        } else {
            Outcome::Reverted {
                version,
                to: self.version.checked_sub(1),
            }
        }
    }

    /// The text that a text, comment or attribute has afterwards, where it has `text` before. `None` leaves it as it is.
    ///
    /// What is to be replaced beyond the end of the text is nothing, and with only one of
    /// [`replace_from`](Self::replace_from) and [`replace_length`](Self::replace_length) the whole is replaced.
    #[must_use]
    pub fn text_over(&self, text: &str) -> Option<String> {
        let new = self.chdata.as_deref()?;
        let (Some(from), Some(length)) = (self.replace_from, self.replace_length) else {
            return Some(String::from(new));
        };
        let [from, length] = [from, length].map(|n| usize::try_from(n).unwrap_or(usize::MAX));
        let before = text.chars().take(from);
        let after = text.chars().skip(from).skip(length);
        Some(before.chain(new.chars()).chain(after).collect())
    }
}

/// A kind of node.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum NodeKind {
    /// `element`
    Element,
    /// `attr`: an attribute.
    #[xml(token = "attr")]
    Attribute,
    /// `text`
    Text,
    /// `comment`
    Comment,
    /// `processinginstruction`
    #[xml(token = "processinginstruction")]
    ProcessingInstruction,
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}
