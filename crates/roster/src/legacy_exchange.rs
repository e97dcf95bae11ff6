//! Suggesting contacts, in the predecessor of [`exchange`](crate::exchange).
//!
//! [XEP-0093, Roster Item Exchange](https://xmpp.org/extensions/xep-0093.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_xml::{Extra, Xml};

/// The namespace.
pub const NS: &str = "jabber:x:roster";

/// Contacts that the recipient may add to their roster.
///
/// [XEP-0093 §2](https://xmpp.org/extensions/xep-0093.html)
#[doc(alias("XEP-0093", "XEP0093", "0093"))]
#[doc(alias("jabber:x:roster", "x"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "x", derive(Debug, PartialEq, Eq))]
#[xml(new = "An empty list; at least one contact is required.", with)]
#[non_exhaustive]
pub struct Exchange {
    /// The contacts.
    #[xml(child)]
    pub items: Vec<Item>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A contact.
///
/// [XEP-0093 §2](https://xmpp.org/extensions/xep-0093.html)
#[doc(alias("XEP-0093", "XEP0093", "0093"))]
#[doc(alias("jabber:x:roster"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "item", derive(Debug, PartialEq, Eq))]
#[xml(new = "The contact with this JID.", with)]
#[non_exhaustive]
pub struct Item {
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
