//! The contact list of an account, which its server keeps.
//!
//! [RFC 6121 §2, Managing the Roster](https://www.rfc-editor.org/rfc/rfc6121#section-2)

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_xml::{Extra, OtherToken, Xml};

/// The namespace.
pub const NS: &str = "jabber:iq:roster";

/// Asks for the roster.
///
/// [RFC 6121 §2.1.3](https://www.rfc-editor.org/rfc/rfc6121#section-2.1.3)
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "query")]
#[non_exhaustive]
pub struct Request {
    /// The version that the client has kept; empty where it has kept none. Absent where it wants no versions: then it
    /// gets the whole roster.
    #[xml(attribute)]
    pub ver: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Request {
    /// Asks for the whole roster.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Asks for what has changed since this version, empty for none; for servers that have the
    /// [feature](crate::versioning::Feature).
    #[must_use]
    pub fn since(ver: &str) -> Self {
        Self {
            ver: Some(String::from(ver)),
            ..Self::default()
        }
    }
}

/// The roster, or one item of it: in a result the answer to a [`Request`], in a set what changes.
///
/// A client sets one item at a time; the server pushes it to all clients of the account in a set of its own. A result
/// without a roster, which is not the same as an empty one, says that nothing has to be changed but by such pushes.
///
/// [RFC 6121 §2.1.1](https://www.rfc-editor.org/rfc/rfc6121#section-2.1.1)
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "query")]
#[non_exhaustive]
pub struct Roster {
    /// The version of the roster that this leads to, for the server to make sense of. Absent from what clients set, and
    /// where there are no versions.
    #[xml(attribute)]
    pub ver: Option<String>,
    /// The contacts.
    #[xml(child)]
    pub items: Vec<Item>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Roster {
    /// An empty roster.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// This one item: what a client sets to add a contact or to change it.
    ///
    /// [RFC 6121 §2.3](https://www.rfc-editor.org/rfc/rfc6121#section-2.3)
    #[must_use]
    pub fn of(item: Item) -> Self {
        Self {
            items: vec![item],
            ..Self::default()
        }
    }

    /// What a client sets to remove a contact.
    ///
    /// [RFC 6121 §2.5](https://www.rfc-editor.org/rfc/rfc6121#section-2.5)
    #[must_use]
    pub fn removal(jid: Jid) -> Self {
        let mut item = Item::new(jid);
        item.subscription = Some(Subscription::Remove);
        Self::of(item)
    }

    /// The item of a contact.
    #[must_use]
    pub fn item(&self, jid: &Jid) -> Option<&Item> {
        self.items.iter().find(|item| item.jid == *jid)
    }
}

/// A contact.
///
/// [RFC 6121 §2.1.2](https://www.rfc-editor.org/rfc/rfc6121#section-2.1.2)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "item")]
#[non_exhaustive]
pub struct Item {
    /// The address of the contact, most often a bare one.
    #[xml(attribute)]
    pub jid: Jid,
    /// What the user calls the contact; absent or empty for nothing.
    #[xml(attribute)]
    pub name: Option<String>,
    /// Who is told of the presence of whom; absent from what clients set, except to remove the contact.
    #[xml(attribute)]
    pub subscription: Option<Subscription>,
    /// What the contact has not answered yet; absent when nothing is open, and from what clients set.
    #[xml(attribute)]
    pub ask: Option<Ask>,
    /// Whether the contact may subscribe without being asked about ([pre-approval](crate::pre_approval)); `false` when
    /// absent.
    #[xml(attribute, default)]
    pub approved: bool,
    /// The groups that the user has put the contact into: their names, each of which should be there once.
    #[xml(child_text = "group")]
    pub groups: Vec<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Item {
    /// A contact without a name, in no group.
    #[must_use]
    pub fn new(jid: Jid) -> Self {
        Self {
            jid,
            name: None,
            subscription: None,
            ask: None,
            approved: false,
            groups: Vec::new(),
            extra: Extra::new(),
        }
    }
}

/// Who is told of the presence of whom.
///
/// [RFC 6121 §2.1.2.5](https://www.rfc-editor.org/rfc/rfc6121#section-2.1.2.5)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum Subscription {
    /// Neither.
    None,
    /// The user of that of the contact.
    To,
    /// The contact of that of the user.
    From,
    /// Each of that of the other.
    Both,
    /// The contact is to be removed, or has been.
    Remove,
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}

impl Subscription {
    /// Whether the user is told of the presence of the contact.
    #[must_use]
    pub fn is_to(&self) -> bool {
        matches!(self, Self::To | Self::Both)
    }

    /// Whether the contact is told of the presence of the user.
    #[must_use]
    pub fn is_from(&self) -> bool {
        matches!(self, Self::From | Self::Both)
    }
}

/// What a contact has not answered yet.
///
/// [RFC 6121 §2.1.2.2](https://www.rfc-editor.org/rfc/rfc6121#section-2.1.2.2)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum Ask {
    /// Whether the user may subscribe.
    Subscribe,
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}
