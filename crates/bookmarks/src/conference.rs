//! Bookmarked rooms, each an item of a node.
//!
//! [XEP-0402, PEP Native Bookmarks](https://xmpp.org/extensions/xep-0402.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_jid::{BareJid, Jid};
use xmpp_xml::{Error, Extra, RawElement, Secret, Xml, payloads};

use crate::notification_settings::Notify;
use crate::pinning::Pinned;
use crate::storage;

/// The namespace, and the node with the bookmarks of an account. The node must be private (access model `whitelist`) and
/// keep all items (`max_items` of `max`, `persist_items`).
pub const NS: &str = "urn:xmpp:bookmarks:1";

/// The feature of an account whose server synchronizes these bookmarks with those in [private storage](crate::private).
pub const FEATURE_COMPAT: &str = "urn:xmpp:bookmarks:1#compat";

/// The feature of an account whose server synchronizes these bookmarks with those at the [older node](crate::storage::NS).
pub const FEATURE_COMPAT_PEP: &str = "urn:xmpp:bookmarks:1#compat-pep";

/// A bookmarked room. Its JID is the identifier of the item: see [`room`].
///
/// Only the account itself ([`Message::is_from_account`]) may send bookmarks: ignore events from other
/// senders.
///
/// [`Message::is_from_account`]: xmpp_core_stanzas::Message::is_from_account
///
/// [XEP-0402 §2](https://xmpp.org/extensions/xep-0402.html#usage)
#[doc(alias("XEP-0402", "XEP0402", "0402"))]
#[doc(alias("urn:xmpp:bookmarks:1"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "conference", derive(Debug, PartialEq, Eq))]
#[xml(new = "A room that is not joined automatically.", with)]
#[non_exhaustive]
pub struct Conference {
    /// Whether clients join the room automatically. In an event: whether to join it now or to leave it, so an invalid value
    /// is always an error. Defaults to `false`.
    #[xml(attribute, default, strict)]
    pub autojoin: bool,
    /// The user's name for the room. `None` if there is none.
    #[xml(attribute)]
    pub name: Option<String>,
    /// The user's nickname in the room. `None` means the account's default.
    #[xml(child_text = "nick")]
    pub nick: Option<String>,
    /// The password of the room. `None` if none is stored.
    #[xml(child_text = "password")]
    pub password: Option<Secret<String>>,
    /// Extensions of the bookmark by clients. `None` if there are none.
    #[xml(child)]
    pub extensions: Option<Extensions>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Conference {
    /// Whether the room is pinned.
    ///
    /// [XEP-0469 §3](https://xmpp.org/extensions/xep-0469.html#protocol)
    #[must_use]
    pub fn is_pinned(&self) -> bool {
        let extensions = self.extensions.as_ref();
        extensions
            .is_some_and(|extensions| extensions.payloads.iter().any(RawElement::is_a::<Pinned>))
    }

    /// Pins or unpins the room; other extensions are unchanged.
    ///
    /// [XEP-0469 §3](https://xmpp.org/extensions/xep-0469.html#protocol)
    ///
    /// # Errors
    /// None in practice: writing the element might fail.
    pub fn set_pinned(&mut self, is_pinned: bool) -> Result<(), Error> {
        if is_pinned {
            let extensions = self.extensions.get_or_insert_default();
            return extensions.set(&Pinned::new());
        }
        if let Some(extensions) = &mut self.extensions {
            extensions.payloads.retain(|raw| !raw.is_a::<Pinned>());
        }
        Ok(())
    }

    /// When to notify the user of messages. `None` if not set.
    ///
    /// [XEP-0492 §2](https://xmpp.org/extensions/xep-0492.html#protocol)
    ///
    /// # Errors
    /// The settings cannot be read.
    pub fn notification_settings(&self) -> Result<Option<Notify>, Error> {
        match &self.extensions {
            Some(extensions) => extensions.get(),
            None => Ok(None),
        }
    }

    /// The same bookmark in the format of [lists](storage::Storage), without extensions, which they do not support.
    ///
    /// [XEP-0402 §5.3.1](https://xmpp.org/extensions/xep-0402.html#publishing)
    #[must_use]
    pub fn to_listed(&self, room: BareJid) -> storage::Conference {
        storage::Conference {
            autojoin: self.autojoin,
            name: self.name.clone(),
            nick: self.nick.clone(),
            password: self.password.clone(),
            ..storage::Conference::new(room)
        }
    }
}

/// The bookmark without the JID of the room, which is the identifier of the item.
impl From<&storage::Conference> for Conference {
    fn from(listed: &storage::Conference) -> Self {
        Self {
            autojoin: listed.autojoin,
            name: listed.name.clone(),
            nick: listed.nick.clone(),
            password: listed.password.clone(),
            ..Self::new()
        }
    }
}

/// The room of the bookmark in the item with this identifier. `None` if the identifier is not a bare
/// JID.
///
/// ```
/// use xmpp_bookmarks::conference::room;
///
/// assert_eq!(room("tides@rooms.mill.example").unwrap().local(), Some("tides"));
/// assert_eq!(room("current"), None);
/// assert_eq!(room("tides@rooms.mill.example/miller"), None);
/// ```
///
/// [XEP-0402 §2](https://xmpp.org/extensions/xep-0402.html#usage)
#[must_use]
pub fn room(item: &str) -> Option<BareJid> {
    let jid = Jid::new(item).ok()?;
    (jid.is_bare() && jid.local().is_some()).then(|| jid.to_bare())
}

/// Extensions of a bookmark. Clients leave unknown ones unchanged.
///
/// [XEP-0402 §2](https://xmpp.org/extensions/xep-0402.html#usage)
#[doc(alias("XEP-0402", "XEP0402", "0402"))]
#[doc(alias("urn:xmpp:bookmarks:1"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "extensions", derive(Debug, PartialEq, Eq))]
#[xml(new = "Empty extensions.", with)]
#[non_exhaustive]
pub struct Extensions {
    /// The elements, such as [`Pinned`] and [`Notify`].
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Extensions {
    /// The first element that is a `T`, parsed. `None` if there is none.
    ///
    /// # Errors
    /// The element is there, but something that `T` requires is missing or invalid.
    pub fn get<T: xmpp_xml::Element>(&self) -> Result<Option<T>, Error> {
        payloads::first(self.payloads.iter(), "/extensions")
    }

    /// Replaces the first element with the same name, or appends the element.
    ///
    /// # Errors
    /// The element contains something that XML cannot carry; nothing has changed then.
    pub fn set<T: xmpp_xml::Element>(&mut self, element: &T) -> Result<(), Error> {
        payloads::set(&mut self.payloads, element)
    }
}
