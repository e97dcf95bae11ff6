//! Bookmarks of rooms, each an item of a node.
//!
//! [XEP-0402, PEP Native Bookmarks](https://xmpp.org/extensions/xep-0402.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_jid::{BareJid, Jid};
use xmpp_xml::{Error, Extra, RawElement, Secret, Xml, payloads};

use crate::notification_settings::Notify;
use crate::pinning::Pinned;
use crate::storage;

/// The namespace, and the node that the bookmarks of an account are published at. The node must be for the account alone
/// (access model `whitelist`), and is to keep every item (`max_items` of `max`, `persist_items`).
pub const NS: &str = "urn:xmpp:bookmarks:1";

/// The feature of an account whose server keeps these bookmarks and those in [private storage](crate::private) the same.
pub const FEATURE_COMPAT: &str = "urn:xmpp:bookmarks:1#compat";

/// The feature of an account whose server keeps these bookmarks and those at the [older node](crate::storage::NS) the same.
pub const FEATURE_COMPAT_PEP: &str = "urn:xmpp:bookmarks:1#compat-pep";

/// A room that somebody wants to come back to. Which, the identifier of the item says: see [`room`].
///
/// Bookmarks come from the account alone ([`Message::is_from_account`]): an event from another address says nothing about
/// one's own.
///
/// [`Message::is_from_account`]: xmpp_core_stanzas::Message::is_from_account
///
/// [XEP-0402 §2](https://xmpp.org/extensions/xep-0402.html#usage)
#[doc(alias("XEP-0402", "XEP0402", "0402"))]
#[doc(alias("urn:xmpp:bookmarks:1"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "conference")]
#[xml(new = "A room that is not joined by itself.", with)]
#[non_exhaustive]
pub struct Conference {
    /// Whether clients join the room by themselves. In an event: whether to join it now or to leave it, so one that is not
    /// valid is always an error. `false` if not stated.
    #[xml(attribute, default, strict)]
    pub autojoin: bool,
    /// What the user calls the room; `None` if nothing.
    #[xml(attribute)]
    pub name: Option<String>,
    /// The nickname that the user has in the room; `None` for the one of the account.
    #[xml(child_text = "nick")]
    pub nick: Option<String>,
    /// The password of the room; `None` where none is kept.
    #[xml(child_text = "password")]
    pub password: Option<Secret<String>>,
    /// What else clients keep with the bookmark; `None` if nothing.
    #[xml(child)]
    pub extensions: Option<Extensions>,
    /// What this type does not name, in place.
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

    /// Pins the room, or does so no longer; what else is kept with the bookmark stays.
    ///
    /// [XEP-0469 §3](https://xmpp.org/extensions/xep-0469.html#protocol)
    ///
    /// # Errors
    /// None that is known: making the element might fail.
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

    /// When the user wants to be notified of messages; `None` where that was not set.
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

    /// The same bookmark in the form that [lists](storage::Storage) have, without extensions, for which they have no place.
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

/// A bookmark without the room, which is the identifier of its item.
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

/// The room that the bookmark in the item of this identifier is of. `None` for what is not the address of a room: a full JID,
/// or none at all.
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

/// What else clients keep with a bookmark. Clients leave alone what they do not know.
///
/// [XEP-0402 §2](https://xmpp.org/extensions/xep-0402.html#usage)
#[doc(alias("XEP-0402", "XEP0402", "0402"))]
#[doc(alias("urn:xmpp:bookmarks:1"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "extensions")]
#[xml(new = "Nothing else.", with)]
#[non_exhaustive]
pub struct Extensions {
    /// The elements, such as [`Pinned`] and [`Notify`].
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Extensions {
    /// The first element that is a `T`, read as one; `None` where there is none.
    ///
    /// # Errors
    /// The element is there but something that `T` needs is missing or invalid.
    pub fn get<T: xmpp_xml::Element>(&self) -> Result<Option<T>, Error> {
        payloads::first(self.payloads.iter(), "/extensions")
    }

    /// Puts an element in the place of the first of the same name, or after all others.
    ///
    /// # Errors
    /// The element has something that XML cannot carry; nothing has changed then.
    pub fn set<T: xmpp_xml::Element>(&mut self, element: &T) -> Result<(), Error> {
        payloads::set(&mut self.payloads, element)
    }
}
