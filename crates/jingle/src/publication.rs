//! Sessions that an entity would initiate on request.
//!
//! [XEP-0358, Publishing Available Jingle Sessions](https://xmpp.org/extensions/xep-0358.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_xml::{Extra, LanguageTag, Xml};

use crate::session::Description;

/// The namespace.
pub const NS: &str = "urn:xmpp:jinglepub:1";

/// A session that its owner would initiate on request: in a message, an item of a node, or as the source of a file.
///
/// [XEP-0358 §2.1](https://xmpp.org/extensions/xep-0358.html#usecase.publish)
#[doc(alias("XEP-0358", "XEP0358", "0358"))]
#[doc(alias("urn:xmpp:jinglepub:1", "jinglepub"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "jinglepub", derive(Debug, PartialEq, Eq))]
#[xml(new = "The session that `from` has under this identifier.", parameters = [from, id], with)]
#[non_exhaustive]
pub struct Publication {
    /// The owner of the session, to send the [`Start`] to. Required; `None` if it is missing, which means the sender of the
    /// message. If the owner is not the sender, the owner has not confirmed it.
    #[xml(attribute)]
    pub from: Option<Jid>,
    /// The owner's identifier for the session.
    #[xml(attribute)]
    pub id: String,
    /// A description of the session. `None` if there is none, or if it is in [`metas`](Self::metas).
    #[xml(attribute = "description")]
    pub words: Option<String>,
    /// The title of the session. `None` if there is none, or if it is in [`metas`](Self::metas).
    #[xml(attribute)]
    pub title: Option<String>,
    /// The URI, with any scheme, of an alternative source or of further information. `None` if there is none.
    #[xml(child_text = "uri")]
    pub uri: Option<String>,
    /// Titles and descriptions, one for each language.
    #[xml(child)]
    pub metas: Vec<Meta>,
    /// The applications.
    #[xml(child)]
    pub descriptions: Vec<Description>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The title and description of a session, in one language.
///
/// [XEP-0358 §2.1](https://xmpp.org/extensions/xep-0358.html#usecase.publish)
#[doc(alias("XEP-0358", "XEP0358", "0358"))]
#[doc(alias("urn:xmpp:jinglepub:1"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "meta", derive(Debug, PartialEq, Eq))]
#[xml(new = "A title in the language of the stanza.", with)]
#[non_exhaustive]
pub struct Meta {
    /// The language. `None` means that of the stanza.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// A description of the session. `None` if there is none.
    #[xml(attribute)]
    pub summary: Option<String>,
    /// The title.
    #[xml(attribute)]
    pub title: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Requests that the owner of a session initiates it.
///
/// [XEP-0358 §2.2](https://xmpp.org/extensions/xep-0358.html#usecase.trigger)
#[doc(alias("XEP-0358", "XEP0358", "0358"))]
#[doc(alias("urn:xmpp:jinglepub:1"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "start", derive(Debug, PartialEq, Eq))]
#[xml(new = "The session with this identifier.")]
#[non_exhaustive]
pub struct Start {
    /// The owner's identifier for the session.
    #[xml(attribute)]
    pub id: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The answer to a [`Start`]: the session will be initiated.
///
/// [XEP-0358 §2.2](https://xmpp.org/extensions/xep-0358.html#usecase.trigger)
#[doc(alias("XEP-0358", "XEP0358", "0358"))]
#[doc(alias("urn:xmpp:jinglepub:1"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "starting", derive(Debug, PartialEq, Eq))]
#[xml(new = "The session will have the identifier `sid`.")]
#[non_exhaustive]
pub struct Starting {
    /// The identifier that the [session](crate::session::Jingle::sid) will have.
    #[xml(attribute)]
    pub sid: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
