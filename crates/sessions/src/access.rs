//! The clients with access to an account, and revoking it.
//!
//! Only query the account's own server, and only trust its answer.
//!
//! [XEP-0494, Client Access Management](https://xmpp.org/extensions/xep-0494.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{DateTime, Extra, OtherToken, RawElement, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:cam:0";

/// In an iq of type `get`, requests the list of clients; the answer is [`Clients`].
///
/// [XEP-0494 §3.1](https://xmpp.org/extensions/xep-0494.html#listing-clients)
#[doc(alias("XEP-0494", "XEP0494", "0494"))]
#[doc(alias("urn:xmpp:cam:0"))]
#[derive(Clone, Default, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "list", new = "A request for the clients.")]
#[non_exhaustive]
pub struct List {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The clients with access: the answer to [`List`].
///
/// [XEP-0494 §3.1](https://xmpp.org/extensions/xep-0494.html#listing-clients)
#[doc(alias("XEP-0494", "XEP0494", "0494"))]
#[doc(alias("urn:xmpp:cam:0"))]
#[derive(Clone, Default, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "clients", new = "An empty list.", with)]
#[non_exhaustive]
pub struct Clients {
    /// The clients. An unreadable one would have access without being seen, so it makes the list unreadable.
    #[xml(child, strict)]
    pub clients: Vec<Client>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A client with access.
///
/// [XEP-0494 §3.1](https://xmpp.org/extensions/xep-0494.html#listing-clients)
#[doc(alias("XEP-0494", "XEP0494", "0494"))]
#[doc(alias("urn:xmpp:cam:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "client", with, derive(Debug, PartialEq, Eq))]
#[xml(new = "The client with this identifier, authentication and permission.", parameters = [id, auth, permission])]
#[non_exhaustive]
pub struct Client {
    /// Whether it has a session, possibly a disconnected one that can be resumed. `None` if not specified.
    #[xml(attribute)]
    pub connected: Option<bool>,
    /// The identifier for [`Revoke`].
    #[xml(attribute)]
    pub id: String,
    /// Whether it has ever had a session. `None` if not specified.
    #[xml(attribute = "type")]
    pub kind: Option<ClientKind>,
    /// When it was granted access. `None` if unknown.
    #[xml(child_text = "first-seen")]
    pub first_seen: Option<DateTime>,
    /// When it last used its access. `None` if unknown.
    #[xml(child_text = "last-seen")]
    pub last_seen: Option<DateTime>,
    /// How it has authenticated.
    #[xml(child)]
    pub auth: Auth,
    /// Its permissions.
    #[xml(child)]
    pub permission: Permission,
    /// The software. `None` if unknown.
    #[xml(child)]
    pub user_agent: Option<UserAgent>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Whether a client has ever had a session.
///
/// [XEP-0494 §3.1](https://xmpp.org/extensions/xep-0494.html#listing-clients)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum ClientKind {
    /// `session`: it has or had a session.
    Session,
    /// `access`: it has been granted access, but has not used it over XMPP so far.
    Access,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// How a client has authenticated.
///
/// [XEP-0494 §3.1](https://xmpp.org/extensions/xep-0494.html#listing-clients)
#[doc(alias("XEP-0494", "XEP0494", "0494"))]
#[doc(alias("urn:xmpp:cam:0"))]
#[derive(Clone, Default, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "auth", new = "An empty list of methods.", with)]
#[non_exhaustive]
pub struct Auth {
    /// By password, so that only changing the password ends its access.
    #[xml(flag = "password")]
    pub password: bool,
    /// By a grant, such as one of OAuth. `None` if it has none.
    #[xml(child)]
    pub grant: Option<Grant>,
    /// By a [token](crate::fast) that is still valid.
    #[xml(flag = "fast")]
    pub fast: bool,
    /// Methods of other specifications.
    #[xml(child)]
    pub others: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A grant with which a client has authenticated.
///
/// [XEP-0494 §3.1](https://xmpp.org/extensions/xep-0494.html#listing-clients)
#[doc(alias("XEP-0494", "XEP0494", "0494"))]
#[doc(alias("urn:xmpp:cam:0"))]
#[derive(Clone, Default, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "grant", new = "A grant without details.", with)]
#[non_exhaustive]
pub struct Grant {
    /// Details of the grant, from other specifications.
    #[xml(child)]
    pub details: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The permissions of a client.
///
/// [XEP-0494 §3.1](https://xmpp.org/extensions/xep-0494.html#listing-clients)
#[doc(alias("XEP-0494", "XEP0494", "0494"))]
#[doc(alias("urn:xmpp:cam:0"))]
#[derive(Clone, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "permission", new = "Permissions with this status.", with)]
#[non_exhaustive]
pub struct Permission {
    /// The status.
    #[xml(attribute)]
    pub status: Status,
    /// For [`Status::Restricted`], the restrictions, from other specifications.
    #[xml(child)]
    pub restrictions: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The extent of a client's permissions.
///
/// [XEP-0494 §3.1](https://xmpp.org/extensions/xep-0494.html#listing-clients)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Status {
    /// `unrestricted`: everything is allowed.
    Unrestricted,
    /// `normal`: everything except some security-critical operations, such as changing the password.
    Normal,
    /// `restricted`: less than `normal`.
    Restricted,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// The software of a client.
///
/// [XEP-0494 §3.1](https://xmpp.org/extensions/xep-0494.html#listing-clients)
#[doc(alias("XEP-0494", "XEP0494", "0494"))]
#[doc(alias("urn:xmpp:cam:0"))]
#[derive(Clone, Default, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "user-agent", new = "Unknown software.", with)]
#[non_exhaustive]
pub struct UserAgent {
    /// The name. `None` if unknown.
    #[xml(child_text = "software")]
    pub software: Option<String>,
    /// A web page about it. `None` if unknown.
    #[xml(child_text = "uri")]
    pub uri: Option<String>,
    /// The device, as named by its user. `None` if unknown.
    #[xml(child_text = "device")]
    pub device: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `set`: revokes a client's access.
///
/// [XEP-0494 §3.2](https://xmpp.org/extensions/xep-0494.html#revoking-access)
#[doc(alias("XEP-0494", "XEP0494", "0494"))]
#[doc(alias("urn:xmpp:cam:0"))]
#[derive(Clone, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "revoke", new = "Revokes the access of the client with this identifier.")]
#[non_exhaustive]
pub struct Revoke {
    /// The [`Client::id`].
    #[xml(attribute)]
    pub id: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In a stanza error of `service-unavailable` that answers [`Revoke`]: the client knows the password, so only changing the
/// password ends its access.
///
/// [XEP-0494 §3.2](https://xmpp.org/extensions/xep-0494.html#revoking-access)
#[doc(alias("XEP-0494", "XEP0494", "0494"))]
#[doc(alias("urn:xmpp:cam:0"))]
#[derive(Clone, Default, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "password-reset-required", new = "The password must be changed.")]
#[non_exhaustive]
pub struct PasswordResetRequired {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
