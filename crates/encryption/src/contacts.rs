//! Names and groups that a user gives to contacts, kept secret from the server.
//!
//! Each contact or group is an encrypted item ([`pubsub_openpgp`](crate::pubsub_openpgp)) of [`CONTACTS_NODE`] or
//! [`GROUPS_NODE`]. The roster still holds the subscriptions.
//!
//! [XEP-0510, End-to-End Encrypted Contacts Metadata](https://xmpp.org/extensions/xep-0510.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_xml::{Extra, OtherToken, Xml};

/// The namespace, which is also the feature of clients that support this.
pub const NS: &str = "urn:xmpp:contacts:0";

/// The PEP node of [contacts](Contact).
///
/// [XEP-0510 §4](https://xmpp.org/extensions/xep-0510.html#nodes)
pub const CONTACTS_NODE: &str = "urn:xmpp:contacts";

/// The PEP node of [groups](Group).
///
/// [XEP-0510 §4](https://xmpp.org/extensions/xep-0510.html#nodes)
pub const GROUPS_NODE: &str = "urn:xmpp:contacts-groups";

/// A contact. Several items may describe the same contact; the later one takes precedence.
///
/// [XEP-0510 §4.1](https://xmpp.org/extensions/xep-0510.html#contacts-node)
#[doc(alias("XEP-0510", "XEP0510", "0510"))]
#[doc(alias("urn:xmpp:contacts:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "contact", derive(Debug, PartialEq, Eq))]
#[xml(new = "The contact with these identities.", parameters = [identities], with)]
#[non_exhaustive]
pub struct Contact {
    /// What the user calls the contact. `None` if not specified.
    #[xml(attribute)]
    pub name: Option<String>,
    /// The identities of the contact, at least one.
    #[xml(child)]
    pub identities: Vec<Identity>,
    /// The groups that the contact is in; only their [`id`](Group::id) is set.
    #[xml(child)]
    pub groups: Vec<Group>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Contact {
    /// The JIDs of the contact that are valid.
    pub fn jids(&self) -> impl Iterator<Item = Jid> {
        self.identities.iter().filter_map(Identity::jid)
    }
}

/// An identity of a contact, such as a JID.
///
/// [XEP-0510 §4.1.1](https://xmpp.org/extensions/xep-0510.html#identity)
#[doc(alias("XEP-0510", "XEP0510", "0510"))]
#[doc(alias("urn:xmpp:contacts:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "identity", derive(Debug, PartialEq, Eq))]
#[xml(new = "An identity of this kind, with this value.")]
#[non_exhaustive]
pub struct Identity {
    /// The kind of identity.
    #[xml(attribute = "type")]
    pub kind: IdentityKind,
    /// The identity: a bare JID, for [`Jid`](IdentityKind::Jid).
    #[xml(text)]
    pub value: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Identity {
    /// The bare JID. `None` for other kinds of identity, and if the value is not a valid bare JID.
    #[must_use]
    pub fn jid(&self) -> Option<Jid> {
        if self.kind != IdentityKind::Jid {
            return None;
        }
        let jid = Jid::new(xmpp_xml::trim(&self.value)).ok()?;
        jid.is_bare().then_some(jid)
    }
}

/// The kind of an [`Identity`].
///
/// [XEP-0510 §4.1.1](https://xmpp.org/extensions/xep-0510.html#identity)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum IdentityKind {
    /// `jid`: a bare JID.
    Jid,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// A group of contacts; within a [`Contact`], its identifier alone.
///
/// [XEP-0510 §4.2](https://xmpp.org/extensions/xep-0510.html#groups-node)
#[doc(alias("XEP-0510", "XEP0510", "0510"))]
#[doc(alias("urn:xmpp:contacts:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "group", derive(Debug, PartialEq, Eq))]
#[xml(new = "The group with this identifier.", with)]
#[non_exhaustive]
pub struct Group {
    /// The identifier, which never changes.
    #[xml(attribute)]
    pub id: String,
    /// What the user calls the group. `None` within a [`Contact`].
    #[xml(attribute)]
    pub name: Option<String>,
    /// What the group is about, human-readable. `None` if not specified.
    #[xml(child_text)]
    pub description: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A dummy item, which hides from the server how many contacts or groups there are.
///
/// [XEP-0510 §4.3](https://xmpp.org/extensions/xep-0510.html#reserved)
#[doc(alias("XEP-0510", "XEP0510", "0510"))]
#[doc(alias("urn:xmpp:contacts:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "reserved", derive(Debug, PartialEq, Eq))]
#[xml(new = "A dummy item.")]
#[non_exhaustive]
pub struct Reserved {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
