//! Versioned affiliation lists: the affiliations of a room on joining, and only changes from then on.
//!
//! ```
//! use xmpp_muc::affiliations::{List, Versions};
//! use xmpp_muc::join::Join;
//! use xmpp_muc::user::MucUser;
//!
//! let mut list = List::default();
//! let join = Join::new().with_affiliations(list.request()); // everything, as nothing is known yet
//!
//! let answer: MucUser = xmpp_xml::from_str(
//!     "<x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' until='7'/>\
//!      <item jid='louise@commons.example' affiliation='owner'/></x>",
//! )?;
//! list.apply(&answer).expect("it is the whole list");
//! assert_eq!(list.version(), Some("7"));
//! assert_eq!(list.request().since.as_deref(), Some("7"));
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
//!
//! [XEP-0463, MUC Affiliations Versioning](https://xmpp.org/extensions/xep-0463.html)

use alloc::collections::BTreeMap;
use alloc::string::String;
use core::fmt;

use xmpp_jid::BareJid;
use xmpp_xml::{Extra, Xml};

use crate::Affiliation;
use crate::user::MucUser;

/// The namespace, which is also the feature of rooms that support this.
pub const NS: &str = "urn:xmpp:muc:affiliations:1";

/// The namespace of the versions before 0.2.
pub const NS_0: &str = "urn:xmpp:muc:affiliations:0";

/// The version of the protocol, determined by the namespace.
///
/// [XEP-0463](https://xmpp.org/extensions/xep-0463.html)
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Protocol {
    /// `urn:xmpp:muc:affiliations:1`, the current one.
    #[default]
    #[xml(token = "urn:xmpp:muc:affiliations:1")]
    V1,
    /// `urn:xmpp:muc:affiliations:0`.
    #[xml(token = "urn:xmpp:muc:affiliations:0")]
    V0,
}

/// In a [`Join`](crate::join::Join), requests the affiliations; in a [`MucUser`], gives the versions of the list before and
/// after the items beside it.
///
/// [XEP-0463 §5](https://xmpp.org/extensions/xep-0463.html#usage)
#[doc(alias("XEP-0463", "XEP0463", "0463"))]
#[doc(alias("urn:xmpp:muc:affiliations:1", "urn:xmpp:muc:affiliations:0"))]
#[doc(alias("mav"))]
#[derive(Clone, Default, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(name = "mav", new = "Asks for the whole list.", with)]
#[non_exhaustive]
pub struct Versions {
    /// The version of the protocol, determined by the namespace.
    #[xml(namespace, default)]
    pub protocol: Protocol,
    /// The previous version, an opaque string. `None` requests the whole list; in an answer, it means that the items are the
    /// whole list.
    #[xml(attribute)]
    pub since: Option<String>,
    /// The resulting version, an opaque string. `None` in a request.
    #[xml(attribute)]
    pub until: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The affiliations of one room as a client keeps them. They must not be mixed with those of another room.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List {
    version: Option<String>,
    entries: BTreeMap<BareJid, Affiliation>,
}

impl List {
    /// A list that was stored on an earlier visit to the same room.
    #[must_use]
    pub fn kept(version: &str, entries: impl IntoIterator<Item = (BareJid, Affiliation)>) -> Self {
        Self {
            version: Some(String::from(version)),
            entries: entries.into_iter().collect(),
        }
    }

    /// The request for changes since this list, or for the whole list if it has no version.
    #[must_use]
    pub fn request(&self) -> Versions {
        Versions {
            since: self.version.clone(),
            ..Versions::new()
        }
    }

    /// The version of the list. `None` if nothing is known.
    #[must_use]
    pub fn version(&self) -> Option<&str> {
        self.version.as_deref()
    }

    /// All entries, sorted by JID.
    pub fn iter(&self) -> impl Iterator<Item = (&BareJid, &Affiliation)> {
        self.entries.iter()
    }

    /// A user's affiliation: [`Affiliation::None`] for users who are not on the list.
    #[must_use]
    pub fn get(&self, jid: &BareJid) -> Affiliation {
        self.entries.get(jid).cloned().unwrap_or(Affiliation::None)
    }

    /// Updates the list with a message or presence from the room.
    ///
    /// A whole list replaces this one. Changes apply only if they start at this version. In the user's self-presence, which
    /// completes joining, the version must match that of the list. Data without a version changes nothing, except that a
    /// self-presence without one means that the room does not support the protocol.
    ///
    /// [XEP-0463 §5.2](https://xmpp.org/extensions/xep-0463.html#response)
    ///
    /// # Errors
    /// The list is out of date, or a JID cannot be parsed. The list is empty then and has no version: request the whole
    /// list.
    pub fn apply(&mut self, info: &MucUser) -> Result<(), OutOfDate> {
        let result = self.try_apply(info);
        if result.is_err() {
            *self = Self::default();
        }
        result
    }

    fn try_apply(&mut self, info: &MucUser) -> Result<(), OutOfDate> {
        let Some(versions) = &info.affiliations else {
            return if info.is_self_presence() && self.version.is_some() {
                Err(OutOfDate)
            } else {
                Ok(())
            };
        };
        let until = versions.until.as_ref().ok_or(OutOfDate)?;
        if info.is_self_presence() && versions.since.is_none() {
            let is_current = self.version.as_ref() == Some(until);
            return if is_current { Ok(()) } else { Err(OutOfDate) };
        }
        match &versions.since {
            None => self.entries.clear(),
            since if *since == self.version => {}
            Some(_) => return Err(OutOfDate),
        }
        for item in &info.items {
            let (Some(jid), Some(affiliation)) = (&item.jid, &item.affiliation) else {
                return Err(OutOfDate);
            };
            if !jid.is_valid() {
                return Err(OutOfDate);
            }
            if *affiliation == Affiliation::None {
                self.entries.remove(&jid.to_bare());
            } else {
                self.entries.insert(jid.to_bare(), affiliation.clone());
            }
        }
        self.version = Some(until.clone());
        Ok(())
    }
}

/// The list of affiliations is out of date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct OutOfDate;

impl fmt::Display for OutOfDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the list of affiliations is out of date")
    }
}

impl core::error::Error for OutOfDate {}
