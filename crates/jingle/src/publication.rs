//! Sessions that an entity would initiate if it were asked to.
//!
//! [XEP-0358, Publishing Available Jingle Sessions](https://xmpp.org/extensions/xep-0358.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_xml::{Extra, LanguageTag, Xml};

use crate::session::Description;

/// The namespace.
pub const NS: &str = "urn:xmpp:jinglepub:1";

/// A session that its owner would initiate: in a message, an item of a node, or as the source of a file.
///
/// [XEP-0358 §2.1](https://xmpp.org/extensions/xep-0358.html#usecase.publish)
#[doc(alias("XEP-0358", "XEP0358", "0358"))]
#[doc(alias("urn:xmpp:jinglepub:1", "jinglepub"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "jinglepub")]
#[xml(new = "The session that `from` knows by this identifier.", parameters = [from, id], with)]
#[non_exhaustive]
pub struct Publication {
    /// The owner of the session, whom to ask for it. Required; `None` where it is missing, for the sender of the message that
    /// this is in. An owner who is not the sender has not said so.
    #[xml(attribute)]
    pub from: Option<Jid>,
    /// What the owner knows the session by.
    #[xml(attribute)]
    pub id: String,
    /// What the session is, in words; `None` if not stated, or stated in [`metas`](Self::metas).
    #[xml(attribute = "description")]
    pub words: Option<String>,
    /// The title of the session; `None` if not stated, or stated in [`metas`](Self::metas).
    #[xml(attribute)]
    pub title: Option<String>,
    /// Where the same can be had in another way, or something about it; `None` if nowhere. The URI may be of any scheme.
    #[xml(child_text = "uri")]
    pub uri: Option<String>,
    /// What the session is, once for each language.
    #[xml(child)]
    pub metas: Vec<Meta>,
    /// What would be exchanged.
    #[xml(child)]
    pub descriptions: Vec<Description>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What a session is, in one language.
///
/// [XEP-0358 §2.1](https://xmpp.org/extensions/xep-0358.html#usecase.publish)
#[doc(alias("XEP-0358", "XEP0358", "0358"))]
#[doc(alias("urn:xmpp:jinglepub:1"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "meta")]
#[xml(new = "This title, in the language of the stanza.", with)]
#[non_exhaustive]
pub struct Meta {
    /// The language; `None` for that of the stanza.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// What the session is, at more length; `None` if not stated.
    #[xml(attribute)]
    pub summary: Option<String>,
    /// The title.
    #[xml(attribute)]
    pub title: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Asks the owner of a session to initiate it.
///
/// [XEP-0358 §2.2](https://xmpp.org/extensions/xep-0358.html#usecase.trigger)
#[doc(alias("XEP-0358", "XEP0358", "0358"))]
#[doc(alias("urn:xmpp:jinglepub:1"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "start")]
#[xml(new = "The session of this identifier.")]
#[non_exhaustive]
pub struct Start {
    /// What the owner knows the session by.
    #[xml(attribute)]
    pub id: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The session will be initiated: the answer to a [`Start`].
///
/// [XEP-0358 §2.2](https://xmpp.org/extensions/xep-0358.html#usecase.trigger)
#[doc(alias("XEP-0358", "XEP0358", "0358"))]
#[doc(alias("urn:xmpp:jinglepub:1"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "starting")]
#[xml(new = "As the session `sid`.")]
#[non_exhaustive]
pub struct Starting {
    /// The identifier that the [session](crate::session::Jingle::sid) will have.
    #[xml(attribute)]
    pub sid: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}
