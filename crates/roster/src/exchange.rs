//! Suggesting contacts to another entity.
//!
//! [XEP-0144, Roster Item Exchange](https://xmpp.org/extensions/xep-0144.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_xml::{Extra, OtherToken, Xml};

/// The namespace, and the feature of an entity that accepts suggestions.
pub const NS: &str = "http://jabber.org/protocol/rosterx";

/// Suggests changes to the recipient's roster. Make none of them without asking the user, unless the sender is
/// trusted with that. All items should have the same action.
///
/// [XEP-0144 §3](https://xmpp.org/extensions/xep-0144.html#usecases)
#[doc(alias("XEP-0144", "XEP0144", "0144"))]
#[doc(alias("http://jabber.org/protocol/rosterx", "x"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "x", derive(Debug, PartialEq, Eq))]
#[xml(new = "A list of these suggestions.", parameters = [items])]
#[non_exhaustive]
pub struct Exchange {
    /// The suggestions: at least one item.
    #[xml(child)]
    pub items: Vec<Item>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A contact, and the suggested action.
///
/// [XEP-0144 §3](https://xmpp.org/extensions/xep-0144.html#usecases)
#[doc(alias("XEP-0144", "XEP0144", "0144"))]
#[doc(alias("http://jabber.org/protocol/rosterx"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "item", derive(Debug, PartialEq, Eq))]
#[xml(new = "Suggests this action for the contact.", parameters = [action, jid])]
#[non_exhaustive]
pub struct Item {
    /// The suggested action. Defaults to [`Action::Add`].
    #[xml(attribute, default)]
    pub action: Action,
    /// The JID of the contact.
    #[xml(attribute)]
    pub jid: Jid,
    /// The suggested name. `None` if there is none.
    #[xml(attribute)]
    pub name: Option<String>,
    /// The suggested groups.
    #[xml(child_text = "group")]
    pub groups: Vec<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// An action on a contact.
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
    /// Change its name and groups.
    Modify,
    /// Any other; treated as [`Add`](Self::Add).
    #[xml(other)]
    Other(OtherToken),
}
