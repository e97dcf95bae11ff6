//! Bookmarked rooms and web pages in a single list, the predecessor of [`conference`](crate::conference): in
//! [private storage](crate::private), or as the only item of a node.
//!
//! [XEP-0048, Bookmarks](https://xmpp.org/extensions/xep-0048.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_xml::{Extra, Secret, Xml};

/// The namespace, and the node of the list.
pub const NS: &str = "storage:bookmarks";

/// The identifier of the only item of the node.
pub const ITEM: &str = "current";

/// All bookmarks of an account. Storing it replaces the whole list, including additions by other clients.
///
/// [XEP-0048 §2](https://xmpp.org/extensions/xep-0048.html#format)
#[doc(alias("XEP-0048", "XEP0048", "0048"))]
#[doc(alias("storage:bookmarks"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "storage", derive(Debug, PartialEq, Eq))]
#[xml(
    new = "No bookmarks; for requesting the list from private storage, or for emptying it.",
    with
)]
#[non_exhaustive]
pub struct Storage {
    /// The bookmarked rooms.
    #[xml(child)]
    pub conferences: Vec<Conference>,
    /// The bookmarked web pages.
    #[xml(child)]
    pub urls: Vec<Url>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Storage {
    /// The bookmark for a room.
    #[must_use]
    pub fn conference(&self, room: &Jid) -> Option<&Conference> {
        self.conferences.iter().find(|c| c.jid == *room)
    }
}

/// A bookmarked room.
///
/// [XEP-0048 §2.1](https://xmpp.org/extensions/xep-0048.html#format-conference)
#[doc(alias("XEP-0048", "XEP0048", "0048"))]
#[doc(alias("storage:bookmarks"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "conference", derive(Debug, PartialEq, Eq))]
#[xml(
    new = "The room with this JID, which is not joined automatically.",
    with
)]
#[non_exhaustive]
pub struct Conference {
    /// Whether clients join the room automatically. Defaults to `false`. An invalid value makes the bookmark invalid,
    /// since clients that write the list back would make it a choice.
    #[xml(attribute, default, strict)]
    pub autojoin: bool,
    /// The JID of the room.
    #[xml(attribute)]
    pub jid: Jid,
    /// The user's name for the room. `None` if there is none.
    #[xml(attribute)]
    pub name: Option<String>,
    /// The user's nickname in the room. `None` if not specified.
    #[xml(child_text = "nick")]
    pub nick: Option<String>,
    /// The password of the room. `None` if none is stored.
    #[xml(child_text = "password")]
    pub password: Option<Secret<String>>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A bookmarked web page.
///
/// [XEP-0048 §2.2](https://xmpp.org/extensions/xep-0048.html#format-url)
#[doc(alias("XEP-0048", "XEP0048", "0048"))]
#[doc(alias("storage:bookmarks"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "url", derive(Debug, PartialEq, Eq))]
#[xml(new = "The page at `url`.", with)]
#[non_exhaustive]
pub struct Url {
    /// The user's name for the page. `None` if there is none.
    #[xml(attribute)]
    pub name: Option<String>,
    /// The URL, with the scheme `http` or `https`; do not open others.
    #[xml(attribute)]
    pub url: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
