//! Management of client certificates for the SASL mechanism `EXTERNAL`.
//!
//! [XEP-0257, Client Certificate Management for SASL EXTERNAL](https://xmpp.org/extensions/xep-0257.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Base64, Extra, Xml};

/// The namespace, which is also the feature of servers that support this.
pub const NS: &str = "urn:xmpp:saslcert:1";

/// In an iq of type `set`: adds a certificate to the account.
///
/// [XEP-0257 §2.1](https://xmpp.org/extensions/xep-0257.html#add)
#[doc(alias("XEP-0257", "XEP0257", "0257"))]
#[doc(alias("urn:xmpp:saslcert:1"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "append", with, derive(Debug, PartialEq, Eq))]
#[xml(new = "Adds a certificate under this name.")]
#[non_exhaustive]
pub struct Append {
    /// The user's name for it, unique for the account.
    #[xml(child_text = "name")]
    pub name: String,
    /// The certificate: X.509, in DER.
    #[xml(child_text = "x509cert")]
    pub certificate: Base64,
    /// Whether clients that log in with it are not allowed to add or remove certificates.
    #[xml(flag = "no-cert-management")]
    pub no_cert_management: bool,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `get`, and empty, a request for the certificates of the account; the result has them.
///
/// [XEP-0257 §2.2](https://xmpp.org/extensions/xep-0257.html#manage)
#[doc(alias("XEP-0257", "XEP0257", "0257"))]
#[doc(alias("urn:xmpp:saslcert:1"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "items", with, derive(Debug, PartialEq, Eq))]
#[xml(new = "A request for the certificates, or an empty result.")]
#[non_exhaustive]
pub struct Items {
    /// The certificates; empty in a request, and in a result if there are none.
    #[xml(child, strict)]
    pub items: Vec<Item>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A certificate for logging in.
///
/// [XEP-0257 §2.2](https://xmpp.org/extensions/xep-0257.html#manage)
#[doc(alias("XEP-0257", "XEP0257", "0257"))]
#[doc(alias("urn:xmpp:saslcert:1"))]
#[derive(Clone, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "item", new = "A certificate with this name.", with)]
#[non_exhaustive]
pub struct Item {
    /// The user's name for it.
    #[xml(child_text = "name")]
    pub name: String,
    /// The certificate: X.509, in DER.
    #[xml(child_text = "x509cert")]
    pub certificate: Base64,
    /// The sessions that use it. `None` if not disclosed.
    #[xml(child)]
    pub users: Option<Users>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The sessions that use a certificate.
///
/// [XEP-0257 §2.2](https://xmpp.org/extensions/xep-0257.html#manage)
#[doc(alias("XEP-0257", "XEP0257", "0257"))]
#[doc(alias("urn:xmpp:saslcert:1"))]
#[derive(Clone, Default, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "users", new = "A list of these resources.", parameters = [resources])]
#[non_exhaustive]
pub struct Users {
    /// The resources of the sessions.
    #[xml(child_text = "resource")]
    pub resources: Vec<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `set`: disables a certificate for further logins. Existing sessions continue:
/// use [`Revoke`] for a stolen device.
///
/// [XEP-0257 §2.3](https://xmpp.org/extensions/xep-0257.html#manage)
#[doc(alias("XEP-0257", "XEP0257", "0257"))]
#[doc(alias("urn:xmpp:saslcert:1"))]
#[derive(Clone, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "disable", new = "The certificate with this name.")]
#[non_exhaustive]
pub struct Disable {
    /// The user's name for the certificate.
    #[xml(child_text = "name")]
    pub name: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `set`: disables a certificate and terminates the sessions that use it.
///
/// [XEP-0257 §2.4](https://xmpp.org/extensions/xep-0257.html#manage)
#[doc(alias("XEP-0257", "XEP0257", "0257"))]
#[doc(alias("urn:xmpp:saslcert:1"))]
#[derive(Clone, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "revoke", new = "The certificate with this name.")]
#[non_exhaustive]
pub struct Revoke {
    /// The user's name for the certificate.
    #[xml(child_text = "name")]
    pub name: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
