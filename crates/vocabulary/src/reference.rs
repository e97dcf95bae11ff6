//! References from a message to users and resources: mentions, links, files.
//!
//! ```
//! use xmpp_vocabulary::reference::Reference;
//!
//! let body = "🫖 for Alice, please";
//! let mention = Reference::mention("xmpp:alice@tea.example").with_begin(6).with_end(11);
//! assert_eq!(mention.part_of(body), Some("Alice"));
//! ```
//!
//! [XEP-0372, References](https://xmpp.org/extensions/xep-0372.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Extra, OtherToken, RawElement, Xml};

use crate::characters;

/// The namespace, which is also the feature of clients that support this.
pub const NS: &str = "urn:xmpp:reference:0";

/// A reference, usually of a part of the body.
///
/// [XEP-0372 §3.1](https://xmpp.org/extensions/xep-0372.html#usecase_generics)
#[doc(alias("XEP-0372", "XEP0372", "0372"))]
#[doc(alias("urn:xmpp:reference:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "reference", derive(Debug, PartialEq, Eq))]
#[xml(new = "A reference of this kind.", with)]
#[non_exhaustive]
pub struct Reference {
    /// The kind of reference.
    #[xml(attribute = "type")]
    pub kind: ReferenceKind,
    /// The start of the referencing part of the body, in code points from 0. `None` if there is no such part.
    #[xml(attribute)]
    pub begin: Option<u32>,
    /// The end of that part: the position after the last code point. `None` if there is no such part.
    #[xml(attribute)]
    pub end: Option<u32>,
    /// The URI of the target. `None` if it is in a payload, as for a shared file (XEP-0385).
    #[xml(attribute)]
    pub uri: Option<String>,
    /// The URI of an earlier message whose body is referenced. `None` means this message.
    #[xml(attribute)]
    pub anchor: Option<String>,
    /// Payloads of other specifications, such as a shared file and its sources (XEP-0385).
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Reference {
    /// A mention of a user, by the URI of the bare JID.
    ///
    /// [XEP-0372 §3.2](https://xmpp.org/extensions/xep-0372.html#usecase_mention)
    #[must_use]
    pub fn mention(uri: &str) -> Self {
        Self::new(ReferenceKind::Mention).with_uri(uri)
    }

    /// The referencing part of the body. `None` if there is none or it is out of range.
    ///
    /// With an [`anchor`](Self::anchor), pass the body of the message that it names.
    #[must_use]
    pub fn part_of<'b>(&self, body: &'b str) -> Option<&'b str> {
        characters::slice(body, self.begin?..self.end?)
    }
}

/// The kind of a reference.
///
/// [XEP-0372 §3](https://xmpp.org/extensions/xep-0372.html#usecases)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum ReferenceKind {
    /// `mention`: a user.
    Mention,
    /// `data`: a resource that can be retrieved.
    Data,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}
