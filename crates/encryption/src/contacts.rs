//! What a user notes about contacts, kept from the server: names and groups.
//!
//! Each is an item of its own in [`CONTACTS_NODE`] or [`GROUPS_NODE`], and encrypted
//! ([`pubsub_openpgp`](crate::pubsub_openpgp)). The roster stays as it is for subscriptions.
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

/// A contact. Several items may be about the same one; what the later says goes before what the earlier says.
///
/// [XEP-0510 §4.1](https://xmpp.org/extensions/xep-0510.html#contacts-node)
#[doc(alias("XEP-0510", "XEP0510", "0510"))]
#[doc(alias("urn:xmpp:contacts:0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "contact")]
#[xml(new = "The contact with these identities.", parameters = [identities], with)]
#[non_exhaustive]
pub struct Contact {
    /// What the user calls the contact. `None` if unspecified.
    #[xml(attribute)]
    pub name: Option<String>,
    /// By what the contact is known, one at least.
    #[xml(child)]
    pub identities: Vec<Identity>,
    /// The groups that the contact is in, by their [`id`](Group::id) alone.
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

/// By what a contact is known.
///
/// [XEP-0510 §4.1.1](https://xmpp.org/extensions/xep-0510.html#identity)
#[doc(alias("XEP-0510", "XEP0510", "0510"))]
#[doc(alias("urn:xmpp:contacts:0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "identity")]
#[xml(new = "An identity of this kind.")]
#[non_exhaustive]
pub struct Identity {
    /// What kind of identity it is.
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
    /// The bare JID. `None` for other kinds, and where it is not a valid bare JID.
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
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "group")]
#[xml(new = "The group with this identifier.", with)]
#[non_exhaustive]
pub struct Group {
    /// The identifier, which stays the same as long as there is the group.
    #[xml(attribute)]
    pub id: String,
    /// What the user calls the group. `None` within a [`Contact`].
    #[xml(attribute)]
    pub name: Option<String>,
    /// What the group is about, for people to read. `None` if unspecified.
    #[xml(child_text)]
    pub description: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// An item that says nothing, and hides from the server how many contacts or groups there are.
///
/// [XEP-0510 §4.3](https://xmpp.org/extensions/xep-0510.html#reserved)
#[doc(alias("XEP-0510", "XEP0510", "0510"))]
#[doc(alias("urn:xmpp:contacts:0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "reserved")]
#[xml(new = "Nothing.")]
#[non_exhaustive]
pub struct Reserved {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
