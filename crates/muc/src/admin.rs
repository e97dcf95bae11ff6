//! Lists of affiliations and roles, and changes to them: voice, kicks, bans.
//!
//! [XEP-0045, Multi-User Chat](https://xmpp.org/extensions/xep-0045.html#admin)

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_xml::{Extra, Xml};

use crate::{Affiliation, Role};

/// The namespace.
pub const NS: &str = "http://jabber.org/protocol/muc#admin";

/// In an iq of type `get`, a request for a list; in the result, the list; in one of type `set`, changes.
///
/// [XEP-0045 §9](https://xmpp.org/extensions/xep-0045.html#admin)
#[doc(alias("XEP-0045", "XEP0045", "0045"))]
#[doc(alias("http://jabber.org/protocol/muc#admin"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "query", derive(Debug, PartialEq, Eq))]
#[xml(new = "An empty list.", with)]
#[non_exhaustive]
pub struct Query {
    /// The entries. A request for a list has a single item with just the affiliation or role to list.
    #[xml(child, strict)]
    pub items: Vec<Item>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Query {
    /// A request for all users with this affiliation.
    #[must_use]
    pub fn list_affiliation(affiliation: Affiliation) -> Self {
        Self::from_iter([Item {
            affiliation: Some(affiliation),
            ..Item::empty()
        }])
    }

    /// A request for all occupants with this role.
    #[must_use]
    pub fn list_role(role: Role) -> Self {
        Self::from_iter([Item {
            role: Some(role),
            ..Item::empty()
        }])
    }
}

impl FromIterator<Item> for Query {
    fn from_iter<I: IntoIterator<Item = Item>>(items: I) -> Self {
        Self {
            items: items.into_iter().collect(),
            extra: Extra::new(),
        }
    }
}

impl From<Item> for Query {
    fn from(item: Item) -> Self {
        Self {
            items: vec![item],
            extra: Extra::new(),
        }
    }
}

/// An entry in a list, or a change.
///
/// A change has either a role and a nickname, or an affiliation and a JID.
///
/// [XEP-0045 §17.4](https://xmpp.org/extensions/xep-0045.html#bizrules-iq)
#[doc(alias("XEP-0045", "XEP0045", "0045"))]
#[doc(alias("http://jabber.org/protocol/muc#admin"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "item", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Item {
    /// The affiliation, current or new. `None` if the item is about a role.
    #[xml(attribute)]
    pub affiliation: Option<Affiliation>,
    /// The real JID; for an affiliation it is a bare JID, or a domain. `None` in a change of
    /// role.
    #[xml(attribute)]
    pub jid: Option<Jid>,
    /// The nickname; in a change to [`Affiliation::Member`], the one to reserve. `None` if there
    /// is none.
    #[xml(attribute)]
    pub nick: Option<String>,
    /// The role, current or new; [`Role::None`] kicks. `None` if the item is about an affiliation.
    #[xml(attribute)]
    pub role: Option<Role>,
    /// Who made the change. `None` if not disclosed.
    #[xml(child)]
    pub actor: Option<Actor>,
    /// The reason, in words. `None` if none is given.
    #[xml(child_text = "reason")]
    pub reason: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Item {
    /// Sets a user's affiliation; [`Affiliation::Outcast`] bans the user, [`Affiliation::None`] removes an existing
    /// affiliation.
    #[must_use]
    pub fn set_affiliation(jid: impl Into<Jid>, affiliation: Affiliation) -> Self {
        Self {
            affiliation: Some(affiliation),
            jid: Some(jid.into()),
            ..Self::empty()
        }
    }

    /// Sets an occupant's role; [`Role::None`] kicks the occupant.
    #[must_use]
    pub fn set_role(nick: &str, role: Role) -> Self {
        Self {
            nick: Some(String::from(nick)),
            role: Some(role),
            ..Self::empty()
        }
    }

    fn empty() -> Self {
        Self {
            affiliation: None,
            jid: None,
            nick: None,
            role: None,
            actor: None,
            reason: None,
            extra: Extra::new(),
        }
    }
}

/// Who made a change.
///
/// [XEP-0045 §19.3](https://xmpp.org/extensions/xep-0045.html#schemas-admin)
#[doc(alias("XEP-0045", "XEP0045", "0045"))]
#[doc(alias("http://jabber.org/protocol/muc#admin"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "actor", derive(Debug, PartialEq, Eq))]
#[xml(new = "An undisclosed actor.", with)]
#[non_exhaustive]
pub struct Actor {
    /// The actor's real JID. `None` if not disclosed.
    #[xml(attribute)]
    pub jid: Option<Jid>,
    /// The actor's nickname in the room. `None` if not disclosed.
    #[xml(attribute)]
    pub nick: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
