//! Contacts that one entity suggests to another.
//!
//! [XEP-0144, Roster Item Exchange](https://xmpp.org/extensions/xep-0144.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_xml::{Extra, OtherToken, Xml};

/// The namespace, and the feature of an entity that takes suggestions.
pub const NS: &str = "http://jabber.org/protocol/rosterx";

/// Suggests changes to the roster of the recipient, who decides: nothing of it is to be done unasked, unless its sender is
/// trusted with that. All of its items should have the same action.
///
/// [XEP-0144 §3](https://xmpp.org/extensions/xep-0144.html#usecases)
#[doc(alias("XEP-0144", "XEP0144", "0144"))]
#[doc(alias("http://jabber.org/protocol/rosterx", "x"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "x")]
#[xml(new = "Suggests these.", parameters = [items])]
#[non_exhaustive]
pub struct Exchange {
    /// What is suggested: one item at least.
    #[xml(child)]
    pub items: Vec<Item>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A contact, and what is suggested to be done with it.
///
/// [XEP-0144 §3](https://xmpp.org/extensions/xep-0144.html#usecases)
#[doc(alias("XEP-0144", "XEP0144", "0144"))]
#[doc(alias("http://jabber.org/protocol/rosterx"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "item")]
#[xml(new = "Suggests to do this with the contact.", parameters = [action, jid])]
#[non_exhaustive]
pub struct Item {
    /// What is to be done. [`Action::Add`] where it is not said.
    #[xml(attribute, default)]
    pub action: Action,
    /// The address of the contact.
    #[xml(attribute)]
    pub jid: Jid,
    /// What the contact could be called. `None` where nothing is suggested.
    #[xml(attribute)]
    pub name: Option<String>,
    /// The groups that the contact could be put into.
    #[xml(child_text = "group")]
    pub groups: Vec<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What is to be done with a contact.
///
/// [XEP-0144 §3](https://xmpp.org/extensions/xep-0144.html#usecases)
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Action {
    /// Add it to the roster.
    #[default]
    Add,
    /// Remove it from the roster.
    Delete,
    /// Change its name and its groups to these.
    Modify,
    /// Another, which is to be treated as [`Add`](Self::Add).
    #[xml(other)]
    Other(OtherToken),
}
