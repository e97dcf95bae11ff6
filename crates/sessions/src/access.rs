//! Which clients have access to an account, and the end of that access.
//!
//! Only the server of the account is asked, and only its answer means anything.
//!
//! [XEP-0494, Client Access Management](https://xmpp.org/extensions/xep-0494.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{DateTime, Extra, OtherToken, RawElement, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:cam:0";

/// In an iq of type `get`, asks which clients have access; the answer is [`Clients`].
///
/// [XEP-0494 §3.1](https://xmpp.org/extensions/xep-0494.html#listing-clients)
#[doc(alias("XEP-0494", "XEP0494", "0494"))]
#[doc(alias("urn:xmpp:cam:0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "list", new = "Asks for the clients.")]
#[non_exhaustive]
pub struct List {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The clients that have access: the answer to [`List`].
///
/// [XEP-0494 §3.1](https://xmpp.org/extensions/xep-0494.html#listing-clients)
#[doc(alias("XEP-0494", "XEP0494", "0494"))]
#[doc(alias("urn:xmpp:cam:0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "clients", new = "No client yet.", with)]
#[non_exhaustive]
pub struct Clients {
    /// The clients. One that could not be read would have access and not be seen, so it makes the list unreadable.
    #[xml(child, strict)]
    pub clients: Vec<Client>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A client that has access.
///
/// [XEP-0494 §3.1](https://xmpp.org/extensions/xep-0494.html#listing-clients)
#[doc(alias("XEP-0494", "XEP0494", "0494"))]
#[doc(alias("urn:xmpp:cam:0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "client", with)]
#[xml(new = "The client of this identifier, by these means and with this permission.", parameters = [id, auth, permission])]
#[non_exhaustive]
pub struct Client {
    /// Whether it has a session, be it one that is broken and may be resumed. `None` when that is not said.
    #[xml(attribute)]
    pub connected: Option<bool>,
    /// What it is called in [`Revoke`].
    #[xml(attribute)]
    pub id: String,
    /// Whether it has ever had a session. `None` when that is not said.
    #[xml(attribute = "type")]
    pub kind: Option<ClientKind>,
    /// When it was given access. `None` when that is not known.
    #[xml(child_text = "first-seen")]
    pub first_seen: Option<DateTime>,
    /// When it last made use of it. `None` when that is not known.
    #[xml(child_text = "last-seen")]
    pub last_seen: Option<DateTime>,
    /// By what means it has got in.
    #[xml(child)]
    pub auth: Auth,
    /// What it may do.
    #[xml(child)]
    pub permission: Permission,
    /// Which software it is. `None` when that is not known.
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
    /// `session`: it has one, or has had one.
    Session,
    /// `access`: it has had access alone, and perhaps never used it or in other ways than XMPP.
    Access,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// By what means a client has got in.
///
/// [XEP-0494 §3.1](https://xmpp.org/extensions/xep-0494.html#listing-clients)
#[doc(alias("XEP-0494", "XEP0494", "0494"))]
#[doc(alias("urn:xmpp:cam:0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "auth", new = "No means are known.", with)]
#[non_exhaustive]
pub struct Auth {
    /// By the password, so that only a new password ends its access.
    #[xml(flag = "password")]
    pub password: bool,
    /// By a grant, as of OAuth. `None` when it has none.
    #[xml(child)]
    pub grant: Option<Grant>,
    /// By a [token](crate::fast) that is still valid.
    #[xml(flag = "fast")]
    pub fast: bool,
    /// By means of other specifications.
    #[xml(child)]
    pub others: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A grant by which a client has got in.
///
/// [XEP-0494 §3.1](https://xmpp.org/extensions/xep-0494.html#listing-clients)
#[doc(alias("XEP-0494", "XEP0494", "0494"))]
#[doc(alias("urn:xmpp:cam:0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "grant", new = "A grant of which nothing more is said.", with)]
#[non_exhaustive]
pub struct Grant {
    /// What the grant is, in terms of other specifications.
    #[xml(child)]
    pub details: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What a client may do.
///
/// [XEP-0494 §3.1](https://xmpp.org/extensions/xep-0494.html#listing-clients)
#[doc(alias("XEP-0494", "XEP0494", "0494"))]
#[doc(alias("urn:xmpp:cam:0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "permission", new = "This much.", with)]
#[non_exhaustive]
pub struct Permission {
    /// How much.
    #[xml(attribute)]
    pub status: Status,
    /// With [`Status::Restricted`], what not, in terms of other specifications.
    #[xml(child)]
    pub restrictions: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// How much a client may do.
///
/// [XEP-0494 §3.1](https://xmpp.org/extensions/xep-0494.html#listing-clients)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Status {
    /// `unrestricted`: everything.
    Unrestricted,
    /// `normal`: everything but some that security depends on, such as to change the password.
    Normal,
    /// `restricted`: less than that.
    Restricted,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// Which software a client is.
///
/// [XEP-0494 §3.1](https://xmpp.org/extensions/xep-0494.html#listing-clients)
#[doc(alias("XEP-0494", "XEP0494", "0494"))]
#[doc(alias("urn:xmpp:cam:0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "user-agent", new = "Nothing is known yet.", with)]
#[non_exhaustive]
pub struct UserAgent {
    /// Its name. `None` when that is not known.
    #[xml(child_text = "software")]
    pub software: Option<String>,
    /// A page about it. `None` when that is not known.
    #[xml(child_text = "uri")]
    pub uri: Option<String>,
    /// The device that it runs on, as its user calls it. `None` when that is not known.
    #[xml(child_text = "device")]
    pub device: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `set`: a client shall not have access any longer.
///
/// [XEP-0494 §3.2](https://xmpp.org/extensions/xep-0494.html#revoking-access)
#[doc(alias("XEP-0494", "XEP0494", "0494"))]
#[doc(alias("urn:xmpp:cam:0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "revoke", new = "The client of this identifier.")]
#[non_exhaustive]
pub struct Revoke {
    /// The [`Client::id`].
    #[xml(attribute)]
    pub id: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In a stanza error of `service-unavailable` that answers [`Revoke`]: the client knows the password, so only a new password ends
/// its access.
///
/// [XEP-0494 §3.2](https://xmpp.org/extensions/xep-0494.html#revoking-access)
#[doc(alias("XEP-0494", "XEP0494", "0494"))]
#[doc(alias("urn:xmpp:cam:0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "password-reset-required", new = "A new password is needed.")]
#[non_exhaustive]
pub struct PasswordResetRequired {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
