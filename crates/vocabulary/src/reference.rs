//! What a part of a message refers to: a person, a page, a file.
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

/// What is referred to, and by which part of the body.
///
/// [XEP-0372 §3.1](https://xmpp.org/extensions/xep-0372.html#usecase_generics)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "reference")]
#[xml(new = "A reference of this kind.", with)]
#[non_exhaustive]
pub struct Reference {
    /// What is referred to.
    #[xml(attribute = "type")]
    pub kind: ReferenceKind,
    /// Where the part of the body begins that refers to it, in code points from 0. `None` where it is no part of the body.
    #[xml(attribute)]
    pub begin: Option<u32>,
    /// Where that part ends: the position behind its last code point. `None` where it is no part of the body.
    #[xml(attribute)]
    pub end: Option<u32>,
    /// What is referred to, as a URI. `None` where a payload says it, as with a shared file (XEP-0385).
    #[xml(attribute)]
    pub uri: Option<String>,
    /// The earlier message that refers to it, as a URI; its body is meant then. `None` for this message.
    #[xml(attribute)]
    pub anchor: Option<String>,
    /// What other specifications say of it: a shared file and where it is to be had (XEP-0385).
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Reference {
    /// A person is mentioned, by the URI of their bare JID.
    ///
    /// [XEP-0372 §3.2](https://xmpp.org/extensions/xep-0372.html#usecase_mention)
    #[must_use]
    pub fn mention(uri: &str) -> Self {
        Self::new(ReferenceKind::Mention).with_uri(uri)
    }

    /// The part of the body that refers to it. `None` where there is none, or it is not within the body.
    ///
    /// With an [`anchor`](Self::anchor), `body` has to be that of the message which the anchor names.
    #[must_use]
    pub fn part_of<'b>(&self, body: &'b str) -> Option<&'b str> {
        characters::slice(body, self.begin?..self.end?)
    }
}

/// What is referred to.
///
/// [XEP-0372 §3](https://xmpp.org/extensions/xep-0372.html#usecases)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum ReferenceKind {
    /// `mention`: a person, who might like to know.
    Mention,
    /// `data`: something that can be fetched.
    Data,
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}
