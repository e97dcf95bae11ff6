//! Privileged entities: a component acts on behalf of the accounts of its server.
//!
//! The server grants permissions to the component, and checks everything that the component sends in the name of an account:
//! [`Privilege::message`] and [`PrivilegedIq::request`].
//!
//! ```
//! use xmpp_administration::privilege::Privilege;
//! use xmpp_core_stanzas::Message;
//! use xmpp_jid::Jid;
//!
//! let server = Jid::new("tea.example")?;
//! let message: Message = xmpp_xml::from_str(
//!     "<message xmlns='jabber:component:accept' from='tea.example' to='pubsub.tea.example'>\
//!      <privilege xmlns='urn:xmpp:privilege:2'><perm access='roster' type='get'/>\
//!      <perm access='message' type='outgoing'/></privilege></message>",
//! )?;
//! let granted = Privilege::granted(&message, &server)?.expect("the server says so");
//! assert!(granted.may_get_roster() && !granted.may_set_roster());
//! assert!(granted.is_pushed_rosters() && granted.may_send_messages());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [XEP-0356, Privileged Entity](https://xmpp.org/extensions/xep-0356.html)

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::fmt;

use xmpp_core_stanzas::{Iq, IqKind, Message};
use xmpp_jid::Jid;
use xmpp_vocabulary::forwarded::Forwarded;
use xmpp_xml::{Error, Extra, OtherToken, RawElement, Xml};

use crate::forwarding;

/// The namespace.
pub const NS: &str = "urn:xmpp:privilege:2";

/// The namespace before 2022, still used by servers that support no later version.
pub const NS_1: &str = "urn:xmpp:privilege:1";

/// The version of the protocol, determined by the namespace.
///
/// [XEP-0356 §11.1](https://xmpp.org/extensions/xep-0356.html#ns)
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Version {
    /// [`NS`]
    #[default]
    #[xml(token = "urn:xmpp:privilege:2")]
    Two,
    /// [`NS_1`], which has no iq permissions.
    #[xml(token = "urn:xmpp:privilege:1")]
    One,
}

/// Carries the permissions of a component, in a message from its server (read them with [`granted`](Self::granted)); a
/// message to send in the name of an account, in a message to the server ([`message`](Self::message)); or the answer to a
/// [`PrivilegedIq`], in its result ([`answer`](Self::answer)).
///
/// [XEP-0356 §4.2](https://xmpp.org/extensions/xep-0356.html#advertise_roster)
#[doc(alias("XEP-0356", "XEP0356", "0356"))]
#[doc(alias("urn:xmpp:privilege:2", "urn:xmpp:privilege:1"))]
#[derive(Clone, Default, Xml)]
#[xml(name = "privilege", with, derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Privilege {
    /// The version of the protocol, determined by the namespace.
    #[xml(namespace)]
    pub version: Version,
    /// The permissions of the component. Empty with a forwarded stanza.
    #[xml(child)]
    pub permissions: Vec<Permission>,
    /// The forwarded stanza. `None` in an announcement of permissions.
    #[xml(child, strict)]
    pub forwarded: Option<Forwarded>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Privilege {
    /// An announcement of these permissions.
    #[must_use]
    pub fn of(permissions: impl IntoIterator<Item = Permission>) -> Self {
        Self {
            permissions: permissions.into_iter().collect(),
            ..Self::default()
        }
    }

    /// Forwards a stanza of `jabber:client`: a message to send, or the answer to a [`PrivilegedIq`].
    #[must_use]
    pub fn forward(stanza: RawElement) -> Self {
        Self {
            forwarded: Some(Forwarded::new(stanza)),
            ..Self::default()
        }
    }

    /// The permissions that `server` has granted to the component that received this message. `None` means that the message
    /// is something else, or from another sender.
    ///
    /// # Errors
    /// The element is invalid.
    ///
    /// [XEP-0356 §4.2](https://xmpp.org/extensions/xep-0356.html#advertise_roster)
    pub fn granted(message: &Message, server: &Jid) -> Result<Option<Self>, Error> {
        let is_server = |from: &Jid| from.is_valid() && from == server;
        match message.from.as_ref().is_some_and(is_server) {
            true => message.payload(),
            false => Ok(None),
        }
    }

    /// The message that a component wants to send, to be sent by the server unchanged. The caller checks the
    /// [permission](Self::may_send_messages) of the component. `None` means that the message is something else.
    ///
    /// # Errors
    /// Answer with the error `forbidden`: the forwarded message is not in `jabber:client`, its `from` is neither the
    /// server's domain nor a bare JID at it, or it is invalid.
    ///
    /// [XEP-0356 §5.1](https://xmpp.org/extensions/xep-0356.html#auth_mess)
    pub fn message(message: &Message, server: &Jid) -> Result<Option<Message>, PrivilegeError> {
        let Some(privilege) = message.payload::<Self>()? else {
            return Ok(None);
        };
        let Some(inner) = forwarding::message(privilege.forwarded.as_ref())? else {
            return Err(PrivilegeError::NotOneStanza);
        };
        let domain = |jid: &Jid| Jid::from_parts(None, jid.domain(), None).ok();
        let is_managed = |from: &Jid| {
            from.is_valid() && from.is_bare() && server.is_valid() && domain(from) == domain(server)
        };
        match inner.from.as_ref().is_some_and(is_managed) {
            true => Ok(Some(inner)),
            false => Err(PrivilegeError::Forbidden),
        }
    }

    /// The answer to an iq that the component sent in a [`PrivilegedIq`]. `iq` must be the answer to the iq that carried it:
    /// see [`Iq::is_answer_to`].
    ///
    /// # Errors
    /// The server has refused, or the answer is invalid or is not exactly one iq of `jabber:client` and of type `result` or
    /// `error`.
    ///
    /// [XEP-0356 §6.3](https://xmpp.org/extensions/xep-0356.html#sending_iq)
    pub fn answer(iq: &Iq) -> Result<Iq, PrivilegeError> {
        let Ok(Some(privilege)) = iq.answer::<Self>() else {
            return Err(PrivilegeError::Forbidden);
        };
        match forwarding::iq(privilege.forwarded.as_ref())? {
            Some(answer) if answer.is_answer() => Ok(answer),
            _ => Err(PrivilegeError::NotOneStanza),
        }
    }

    /// The permission for one kind of access. `None` means that there is none, or that there are several, which are then
    /// ignored.
    #[must_use]
    pub fn permission(&self, access: &Access) -> Option<&Permission> {
        let is_it = |permission: &&Permission| permission.access == *access;
        let mut found = self.permissions.iter().filter(is_it);
        found.next().filter(|_| found.next().is_none())
    }

    fn kind(&self, access: &Access) -> Option<&PermissionKind> {
        self.permission(access)?.kind.as_ref()
    }

    /// Whether the component may ask for the roster of an account.
    ///
    /// [XEP-0356 §4.1](https://xmpp.org/extensions/xep-0356.html#server_roster)
    #[must_use]
    pub fn may_get_roster(&self) -> bool {
        self.kind(&Access::Roster)
            .is_some_and(PermissionKind::is_get)
    }

    /// Whether the component may change the roster of an account.
    ///
    /// [XEP-0356 §4.1](https://xmpp.org/extensions/xep-0356.html#server_roster)
    #[must_use]
    pub fn may_set_roster(&self) -> bool {
        self.kind(&Access::Roster)
            .is_some_and(PermissionKind::is_set)
    }

    /// Whether the component receives roster pushes for all accounts.
    ///
    /// [XEP-0356 §4.4](https://xmpp.org/extensions/xep-0356.html#roster_pushes)
    #[must_use]
    pub fn is_pushed_rosters(&self) -> bool {
        let permission = self.permission(&Access::Roster);
        self.may_get_roster() && permission.is_some_and(|it| it.push != Some(false))
    }

    /// Whether the component may send messages in the name of the server or of an account.
    ///
    /// [XEP-0356 §5.1](https://xmpp.org/extensions/xep-0356.html#auth_mess)
    #[must_use]
    pub fn may_send_messages(&self) -> bool {
        self.kind(&Access::Message) == Some(&PermissionKind::Outgoing)
    }

    /// Whether the component may send this iq in the name of an account, by the namespace of its payload and its type.
    ///
    /// [XEP-0356 §6.1](https://xmpp.org/extensions/xep-0356.html#iq_stanzas)
    #[must_use]
    pub fn may_send_iq(&self, iq: &Iq) -> bool {
        let Some(permission) = self.permission(&Access::Iq) else {
            return false;
        };
        let [payload] = &*iq.payloads else {
            return false;
        };
        let granted = permission
            .namespaces
            .iter()
            .filter(|granted| granted.namespace == payload.namespace());
        let mut kinds = granted.map(|granted| &granted.kind);
        match (kinds.next(), kinds.next()) {
            (Some(kind), None) => match iq.kind {
                Some(IqKind::Get) => kind.is_get(),
                Some(IqKind::Set) => kind.is_set(),
                _ => false,
            },
            _ => false,
        }
    }
}

/// The permission of a component for one kind of access.
///
/// [XEP-0356 §4.2](https://xmpp.org/extensions/xep-0356.html#advertise_roster)
#[doc(alias("XEP-0356", "XEP0356", "0356"))]
#[doc(alias("urn:xmpp:privilege:2", "urn:xmpp:privilege:1", "perm"))]
#[derive(Clone, Xml)]
#[xml(namespace = [NS, NS_1], name = "perm", derive(Debug, PartialEq, Eq))]
#[xml(new = "No permission for this kind of access.", with)]
#[non_exhaustive]
pub struct Permission {
    /// The kind of access.
    #[xml(attribute)]
    pub access: Access,
    /// What the component may do. `None` means nothing; for [`Access::Iq`], see [`namespaces`](Self::namespaces).
    #[xml(attribute = "type")]
    pub kind: Option<PermissionKind>,
    /// Whether the component receives roster pushes. `None` means that it does if it may request rosters.
    /// [`Privilege::is_pushed_rosters`] decides.
    #[xml(attribute, strict)]
    pub push: Option<bool>,
    /// The permissions for iqs by namespace. Empty for other kinds of access.
    #[xml(child)]
    pub namespaces: Vec<IqNamespace>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The kind of access that a permission grants.
///
/// [XEP-0356](https://xmpp.org/extensions/xep-0356.html)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Access {
    /// `roster`: the rosters of accounts.
    Roster,
    /// `message`: messages in the name of the server or of accounts.
    Message,
    /// `iq`: iqs in the name of accounts.
    Iq,
    /// `presence`: the presence of accounts, and possibly of their contacts.
    Presence,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// What a component may do. Which values are valid depends on the [`Access`].
///
/// [XEP-0356](https://xmpp.org/extensions/xep-0356.html)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum PermissionKind {
    /// `none`: nothing.
    None,
    /// `get`: send iqs of type `get`.
    Get,
    /// `set`: send iqs of type `set`.
    Set,
    /// `both`: send iqs of type `get` and `set`.
    Both,
    /// `outgoing`: send messages.
    Outgoing,
    /// `managed_entity`: receive the presence of accounts.
    #[xml(token = "managed_entity")]
    ManagedEntity,
    /// `roster`: receive the presence of accounts and of their contacts.
    Roster,
    /// Any other, which allows nothing.
    #[xml(other)]
    Other(OtherToken),
}

impl PermissionKind {
    fn is_get(&self) -> bool {
        matches!(self, Self::Get | Self::Both)
    }

    fn is_set(&self) -> bool {
        matches!(self, Self::Set | Self::Both)
    }
}

/// The permission of a component for iqs of a namespace.
///
/// [XEP-0356 §6.2](https://xmpp.org/extensions/xep-0356.html#advertise_iq)
#[doc(alias("XEP-0356", "XEP0356", "0356"))]
#[doc(alias("urn:xmpp:privilege:2", "urn:xmpp:privilege:1", "namespace"))]
#[derive(Clone, Xml)]
#[xml(namespace = [NS, NS_1], name = "namespace", derive(Debug, PartialEq, Eq))]
#[xml(new = "A permission for iqs of this namespace.", parameters = [namespace, kind])]
#[non_exhaustive]
pub struct IqNamespace {
    /// The namespace of the payload.
    #[xml(attribute = "ns")]
    pub namespace: String,
    /// The permitted types of iqs.
    #[xml(attribute = "type")]
    pub kind: PermissionKind,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// An iq to send in the name of an account, within an iq of the same type to the account's bare JID. The result is a
/// [`Privilege`].
///
/// A server reads and checks it with [`request`](Self::request).
///
/// [XEP-0356 §6.3](https://xmpp.org/extensions/xep-0356.html#sending_iq)
#[doc(alias("XEP-0356", "XEP0356", "0356"))]
#[doc(alias("urn:xmpp:privilege:2", "urn:xmpp:privilege:1"))]
#[derive(Clone, Default, Xml)]
#[xml(name = "privileged_iq", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct PrivilegedIq {
    /// The version of the protocol, determined by the namespace.
    #[xml(namespace)]
    pub version: Version,
    /// The iq, which must be the only child.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl PrivilegedIq {
    /// Wraps an iq of `jabber:client`.
    ///
    /// # Errors
    /// The iq cannot be written.
    pub fn new(iq: &Iq) -> Result<Self, Error> {
        Ok(Self {
            payloads: vec![RawElement::from_element(iq)?],
            ..Self::default()
        })
    }

    /// The iq that a component wants to send, with the account as sender. The caller checks the
    /// [permission](Privilege::may_send_iq) of the component, and that the account exists on the server. `None` means that
    /// the iq is something else.
    ///
    /// # Errors
    /// Answer with the error `forbidden`: the iq is not addressed to a bare JID, does not carry exactly one iq of
    /// `jabber:client` and of the same type, carries an iq in the name of another account, or is invalid.
    ///
    /// [XEP-0356 §6.3](https://xmpp.org/extensions/xep-0356.html#sending_iq)
    pub fn request(iq: &Iq) -> Result<Option<Iq>, PrivilegeError> {
        let carried = match iq.kind {
            Some(IqKind::Get) => iq.as_get::<Self>()?,
            _ => iq.as_set::<Self>()?,
        };
        let Some(carried) = carried else {
            return Ok(None);
        };
        let Some(mut inner) = forwarding::only::<Iq>(&carried.payloads)? else {
            return Err(PrivilegeError::NotOneStanza);
        };
        let is_account = |to: &&Jid| to.is_valid() && to.is_bare() && to.local().is_some();
        let account = iq.to.as_ref().filter(is_account);
        let account = account.ok_or(PrivilegeError::Forbidden)?;
        let is_theirs = |from: &Jid| from.is_valid() && from == account;
        if inner.kind != iq.kind || !inner.from.as_ref().is_none_or(is_theirs) {
            return Err(PrivilegeError::Forbidden);
        }
        inner.from = Some(account.clone());
        Ok(Some(inner))
    }
}

/// Why a component's stanza must not be sent.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PrivilegeError {
    /// The component lacks the permission.
    Forbidden,
    /// It does not carry exactly one stanza of `jabber:client`.
    NotOneStanza,
    /// Something in it is missing or invalid.
    Invalid(Error),
}

impl From<Error> for PrivilegeError {
    fn from(error: Error) -> Self {
        Self::Invalid(error)
    }
}

impl fmt::Display for PrivilegeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Forbidden => {
                f.write_str("the stanza may not be sent in the name of that account")
            }
            Self::NotOneStanza => {
                f.write_str("it is not one stanza of `jabber:client` that is carried")
            }
            Self::Invalid(error) => write!(f, "what is carried cannot be read: {error}"),
        }
    }
}

impl core::error::Error for PrivilegeError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::Invalid(error) => Some(error),
            Self::Forbidden | Self::NotOneStanza => None,
        }
    }
}
