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

/// In an iq of type `get`, whom to list; in the answer, the list; in one of type `set`, what to change.
///
/// [XEP-0045 §9](https://xmpp.org/extensions/xep-0045.html#admin)
#[doc(alias("XEP-0045", "XEP0045", "0045"))]
#[doc(alias("http://jabber.org/protocol/muc#admin"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "query")]
#[xml(new = "A list without anybody.", with)]
#[non_exhaustive]
pub struct Query {
    /// The people. A request for a list has one item, with nothing but the affiliation or role to list.
    #[xml(child, strict)]
    pub items: Vec<Item>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Query {
    /// Asks for everybody with this affiliation.
    #[must_use]
    pub fn list_affiliation(affiliation: Affiliation) -> Self {
        Self::from_iter([Item {
            affiliation: Some(affiliation),
            ..Item::empty()
        }])
    }

    /// Asks for everybody with this role.
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

/// Somebody in a list, or a change to one.
///
/// A change has either a role and the nickname, or an affiliation and the address.
///
/// [XEP-0045 §17.4](https://xmpp.org/extensions/xep-0045.html#bizrules-iq)
#[doc(alias("XEP-0045", "XEP0045", "0045"))]
#[doc(alias("http://jabber.org/protocol/muc#admin"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "item")]
#[non_exhaustive]
pub struct Item {
    /// How they are bound to the room, or shall be. Absent where it is about a role.
    #[xml(attribute)]
    pub affiliation: Option<Affiliation>,
    /// Their address outside of the room; for an affiliation it is bare and may be a domain. Absent in a change of a
    /// role.
    #[xml(attribute)]
    pub jid: Option<Jid>,
    /// Their nickname: in a change to [`Affiliation::Member`], the one to reserve for them. Absent for those who have
    /// none.
    #[xml(attribute)]
    pub nick: Option<String>,
    /// What they may do in the room, or shall; [`Role::None`] kicks. Absent where it is about an affiliation.
    #[xml(attribute)]
    pub role: Option<Role>,
    /// Who has made the change. Absent when not told.
    #[xml(child)]
    pub actor: Option<Actor>,
    /// Why, in words. Absent when not told.
    #[xml(child_text = "reason")]
    pub reason: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Item {
    /// Gives somebody an affiliation; [`Affiliation::Outcast`] bans them, [`Affiliation::None`] takes away what they
    /// had.
    #[must_use]
    pub fn set_affiliation(jid: impl Into<Jid>, affiliation: Affiliation) -> Self {
        Self {
            affiliation: Some(affiliation),
            jid: Some(jid.into()),
            ..Self::empty()
        }
    }

    /// Gives an occupant a role; [`Role::None`] kicks them.
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

/// Who has made a change.
///
/// [XEP-0045 §19.3](https://xmpp.org/extensions/xep-0045.html#schemas-admin)
#[doc(alias("XEP-0045", "XEP0045", "0045"))]
#[doc(alias("http://jabber.org/protocol/muc#admin"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "actor")]
#[xml(new = "Somebody, not told who.", with)]
#[non_exhaustive]
pub struct Actor {
    /// Their address outside of the room. Absent when not told.
    #[xml(attribute)]
    pub jid: Option<Jid>,
    /// Their nickname in the room. Absent when not told.
    #[xml(attribute)]
    pub nick: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}
