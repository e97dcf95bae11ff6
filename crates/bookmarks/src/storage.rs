//! Bookmarks of rooms and web pages in one list, as it was done before [`conference`](crate::conference): in
//! [private storage](crate::private), or as the only item of a node.
//!
//! [XEP-0048, Bookmarks](https://xmpp.org/extensions/xep-0048.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_xml::{Extra, Secret, Xml};

/// The namespace, and the node that the list is published at.
pub const NS: &str = "storage:bookmarks";

/// The identifier of the only item of the node.
pub const ITEM: &str = "current";

/// All bookmarks of an account. Whoever stores it replaces the whole list, with what other clients have put in.
///
/// [XEP-0048 §2](https://xmpp.org/extensions/xep-0048.html#format)
#[doc(alias("XEP-0048", "XEP0048", "0048"))]
#[doc(alias("storage:bookmarks"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "storage")]
#[xml(
    new = "No bookmarks. To ask private storage for the list, or to empty it.",
    with
)]
#[non_exhaustive]
pub struct Storage {
    /// The bookmarks of rooms.
    #[xml(child)]
    pub conferences: Vec<Conference>,
    /// The bookmarks of web pages.
    #[xml(child)]
    pub urls: Vec<Url>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Storage {
    /// The bookmark of a room.
    #[must_use]
    pub fn conference(&self, room: &Jid) -> Option<&Conference> {
        self.conferences.iter().find(|c| c.jid == *room)
    }
}

/// A room that somebody wants to come back to.
///
/// [XEP-0048 §2.1](https://xmpp.org/extensions/xep-0048.html#format-conference)
#[doc(alias("XEP-0048", "XEP0048", "0048"))]
#[doc(alias("storage:bookmarks"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "conference")]
#[xml(new = "The room of this JID, which is not joined by itself.", with)]
#[non_exhaustive]
pub struct Conference {
    /// Whether clients join the room by themselves; `false` if not stated. One that is not valid costs the bookmark,
    /// since those who write the list back would take it for a choice.
    #[xml(attribute, default, strict)]
    pub autojoin: bool,
    /// The JID of the room.
    #[xml(attribute)]
    pub jid: Jid,
    /// What the user calls the room; `None` if nothing.
    #[xml(attribute)]
    pub name: Option<String>,
    /// The nickname that the user has in the room; `None` where that was not chosen.
    #[xml(child_text = "nick")]
    pub nick: Option<String>,
    /// The password of the room; `None` where none is kept.
    #[xml(child_text = "password")]
    pub password: Option<Secret<String>>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A web page that somebody wants to come back to.
///
/// [XEP-0048 §2.2](https://xmpp.org/extensions/xep-0048.html#format-url)
#[doc(alias("XEP-0048", "XEP0048", "0048"))]
#[doc(alias("storage:bookmarks"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "url")]
#[xml(new = "The page at `url`.", with)]
#[non_exhaustive]
pub struct Url {
    /// What the user calls the page; `None` if nothing.
    #[xml(attribute)]
    pub name: Option<String>,
    /// The URL, of the scheme `http` or `https`; others are not to be opened.
    #[xml(attribute)]
    pub url: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}
