//! Shared editing of XML documents.
//!
//! A document is a set of records, one for each node. Edits create, change and remove records; all parties arrive at the
//! same document if they apply edits by the version rules.
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

/// Declares that a content of a session is edited by messages.
///
/// [XEP-0284 §4.1](https://xmpp.org/extensions/xep-0284.html#jingle-initiate)
#[doc(alias("XEP-0284", "XEP0284", "0284"))]
#[doc(alias("urn:xmpp:jingle:transports:sxe"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS_TRANSPORT, name = "transport", derive(Debug, PartialEq, Eq))]
#[xml(new = "A transport without hosts.", with)]
#[non_exhaustive]
pub struct Transport {
    /// Where to send messages; at least one: the initiator, a room, or an editing component.
    #[xml(child_text = "host")]
    pub hosts: Vec<Jid>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In a message: a step of an editing session. In presence: announces a session.
///
/// [XEP-0284 §10.1](https://xmpp.org/extensions/xep-0284.html#def-sxe)
#[doc(alias("XEP-0284", "XEP0284", "0284"))]
#[doc(alias("urn:xmpp:sxe:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "sxe", derive(Debug, PartialEq, Eq))]
#[xml(new = "A message of this session, so far without a step.", with)]
#[non_exhaustive]
pub struct Sxe {
    /// The identifier of the step, among those that its sender has sent to the session. `None` in presence.
    #[xml(attribute)]
    pub id: Option<String>,
    /// In presence, the human-readable name of the session. `None` if there is none.
    #[xml(attribute)]
    pub name: Option<String>,
    /// The session.
    #[xml(attribute)]
    pub session: String,
    /// The step. `None` in presence.
    #[xml(child, strict)]
    pub step: Option<Step>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A step in an editing session.
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum Step {
    /// A request to join.
    Connect(Connect),
    /// An offer of the current document.
    StateOffer(StateOffer),
    /// The sender accepts the document from the recipient.
    AcceptState(AcceptState),
    /// The sender gets the document from somebody else.
    RefuseState(RefuseState),
    /// Edits, or the current document.
    State(State),
}

/// A request to join.
///
/// [XEP-0284 §7](https://xmpp.org/extensions/xep-0284.html#connect)
#[doc(alias("XEP-0284", "XEP0284", "0284"))]
#[doc(alias("urn:xmpp:sxe:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "connect", derive(Debug, PartialEq, Eq))]
#[xml(new = "The request.")]
#[non_exhaustive]
pub struct Connect {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// An offer of the current document.
///
/// [XEP-0284 §8.1](https://xmpp.org/extensions/xep-0284.html)
#[doc(alias("XEP-0284", "XEP0284", "0284"))]
#[doc(alias("urn:xmpp:sxe:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "state-offer", derive(Debug, PartialEq, Eq))]
#[xml(new = "An offer without descriptions.", with)]
#[non_exhaustive]
pub struct StateOffer {
    /// The descriptions of the contents, as in the session.
    #[xml(child)]
    pub descriptions: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The sender accepts the document from the recipient.
///
/// [XEP-0284 §8.2](https://xmpp.org/extensions/xep-0284.html)
#[doc(alias("XEP-0284", "XEP0284", "0284"))]
#[doc(alias("urn:xmpp:sxe:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "accept-state", derive(Debug, PartialEq, Eq))]
#[xml(new = "The answer.")]
#[non_exhaustive]
pub struct AcceptState {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The sender gets the document from somebody else.
///
/// [XEP-0284 §8.3](https://xmpp.org/extensions/xep-0284.html)
#[doc(alias("XEP-0284", "XEP0284", "0284"))]
#[doc(alias("urn:xmpp:sxe:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "refuse-state", derive(Debug, PartialEq, Eq))]
#[xml(new = "The answer.")]
#[non_exhaustive]
pub struct RefuseState {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Edits, in the order of application. The current document is sent between a [`DocumentBegin`] and a
/// [`DocumentEnd`].
///
/// [XEP-0284 §8.4](https://xmpp.org/extensions/xep-0284.html)
#[doc(alias("XEP-0284", "XEP0284", "0284"))]
#[doc(alias("urn:xmpp:sxe:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "state", derive(Debug, PartialEq, Eq))]
#[xml(new = "An empty list of edits.", with)]
#[non_exhaustive]
pub struct State {
    /// The edits.
    #[xml(child, strict)]
    pub edits: Vec<Edit>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// An edit, or the start or end of the current document.
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum Edit {
    /// The start of the current document.
    DocumentBegin(DocumentBegin),
    /// Makes a record.
    New(NewNode),
    /// Removes a record.
    Remove(Remove),
    /// Changes a record.
    Set(Set),
    /// The end of the current document.
    DocumentEnd(DocumentEnd),
}

/// The start of the current document.
///
/// [XEP-0284 §8.4](https://xmpp.org/extensions/xep-0284.html)
#[doc(alias("XEP-0284", "XEP0284", "0284"))]
#[doc(alias("urn:xmpp:sxe:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "document-begin", derive(Debug, PartialEq, Eq))]
#[xml(new = "The start of a document without a prolog.", with)]
#[non_exhaustive]
pub struct DocumentBegin {
    /// The prolog before the root, as a `data:` URI (RFC 2397). `None` if not specified.
    #[xml(attribute)]
    pub prolog: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The end of the current document, with the last step included in it. Later steps may have arrived before it.
///
/// [XEP-0284 §8.4](https://xmpp.org/extensions/xep-0284.html)
#[doc(alias("XEP-0284", "XEP0284", "0284"))]
#[doc(alias("urn:xmpp:sxe:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "document-end", derive(Debug, PartialEq, Eq))]
#[xml(new = "A document that includes everything up to the step `last_id` of `last_sender`.", parameters = [last_sender, last_id])]
#[non_exhaustive]
pub struct DocumentEnd {
    /// The identifier of the step; empty if there was none.
    #[xml(attribute = "last-id")]
    pub last_id: String,
    /// The sender of the step; empty if there was none.
    #[xml(attribute = "last-sender")]
    pub last_sender: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Creates a record for a new node.
///
/// [XEP-0284 §10.5.1](https://xmpp.org/extensions/xep-0284.html#newnode)
#[doc(alias("XEP-0284", "XEP0284", "0284"))]
#[doc(alias("urn:xmpp:sxe:0", "new"))]
#[derive(Clone, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "new")]
#[xml(new = "A node of this kind, with this identifier, at the top of the document.", parameters = [kind, rid], with)]
#[non_exhaustive]
pub struct NewNode {
    /// The text of a text or comment, or the value of an attribute. `None` for other nodes.
    #[xml(attribute)]
    pub chdata: Option<String>,
    /// Who created the node: a JID, or a nickname in a room. `None` if not specified.
    #[xml(attribute)]
    pub creator: Option<String>,
    /// Who last changed the node: a JID, or a nickname in a room. `None` if not specified.
    #[xml(attribute = "last-modified-by")]
    pub last_modified_by: Option<String>,
    /// The name of an element or attribute. `None` for other nodes.
    #[xml(attribute)]
    pub name: Option<String>,
    /// The namespace of an element or attribute. `None` if it has none, and for other nodes.
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
    /// The position among its siblings: a number with a fraction, in its original spelling. `None` means 0.
    #[xml(attribute = "primary-weight")]
    pub primary_weight: Option<String>,
    /// The identifier of the record, globally unique.
    #[xml(attribute)]
    pub rid: String,
    /// The kind of node.
    #[xml(attribute = "type")]
    pub kind: NodeKind,
    /// The version of the record. Defaults to 0.
    #[xml(attribute, default)]
    pub version: u32,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Removes a record and its node. Its children must be removed first.
///
/// [XEP-0284 §10.5.2](https://xmpp.org/extensions/xep-0284.html#editelement)
#[doc(alias("XEP-0284", "XEP0284", "0284"))]
#[doc(alias("urn:xmpp:sxe:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "remove", derive(Debug, PartialEq, Eq))]
#[xml(new = "The record with this identifier.")]
#[non_exhaustive]
pub struct Remove {
    /// The identifier of the record.
    #[xml(attribute)]
    pub target: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Changes a record.
///
/// [XEP-0284 §10.6.1](https://xmpp.org/extensions/xep-0284.html#noncommutativeedits)
#[doc(alias("XEP-0284", "XEP0284", "0284"))]
#[doc(alias("urn:xmpp:sxe:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "set", derive(Debug, PartialEq, Eq))]
#[xml(new = "Changes nothing but the version of the record.", with)]
#[non_exhaustive]
pub struct Set {
    /// The new text of a text or comment, or the new value of an attribute, or the text to insert into it: see
    /// [`text_over`](Self::text_over). `None` leaves it unchanged.
    #[xml(attribute)]
    pub chdata: Option<String>,
    /// The new name of an element or attribute. `None` leaves it unchanged.
    #[xml(attribute)]
    pub name: Option<String>,
    /// The new namespace of an element or attribute. `None` leaves it unchanged.
    #[xml(attribute)]
    pub ns: Option<String>,
    /// The new parent. `None` leaves it unchanged.
    #[xml(attribute)]
    pub parent: Option<String>,
    /// The new data of a processing instruction. `None` leaves it unchanged.
    #[xml(attribute)]
    pub pidata: Option<String>,
    /// The new target of a processing instruction. `None` leaves it unchanged.
    #[xml(attribute)]
    pub pitarget: Option<String>,
    /// The new position among its siblings: a number with a fraction, in its original spelling. `None` leaves it unchanged.
    #[xml(attribute = "primary-weight")]
    pub primary_weight: Option<String>,
    /// The start of the text that [`chdata`](Self::chdata) replaces, in characters from 0. `None` replaces all text.
    #[xml(attribute = "replacefrom", strict)]
    pub replace_from: Option<u32>,
    /// The number of characters that [`chdata`](Self::chdata) replaces. `None` replaces all text.
    #[xml(attribute = "replacen", strict)]
    pub replace_length: Option<u32>,
    /// The identifier of the record.
    #[xml(attribute)]
    pub target: String,
    /// The new version of the record: the current one plus 1. Otherwise somebody else has changed it at the same
    /// time: see [`outcome`](Self::outcome).
    #[xml(attribute)]
    pub version: u32,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The effect of a [`Set`] on a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Outcome {
    /// The changes apply, and the record has this version.
    Applied(u32),
    /// Two parties changed the record at the same time, and neither change applies.
    Reverted {
        /// The new version of the record.
        version: u32,
        /// The version whose values are restored, which must have been stored. `None` if there never was such a version.
        to: Option<u32>,
    },
}

impl Set {
    /// The effect on a record whose version is `current`, outside the transfer of the current document.
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

    /// The text of a text, comment or attribute after this edit, given the text before. `None` leaves it unchanged.
    ///
    /// A range that exceeds the text is cut off at its end. With only one of
    /// [`replace_from`](Self::replace_from) and [`replace_length`](Self::replace_length), the whole text is replaced.
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
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}
