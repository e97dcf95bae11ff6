//! Certificates that a user's clients may log in with, by the SASL mechanism `EXTERNAL`, and that the user looks after.
//!
//! [XEP-0257, Client Certificate Management for SASL EXTERNAL](https://xmpp.org/extensions/xep-0257.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Base64, Extra, Xml};

/// The namespace, which is also the feature of servers that support this.
pub const NS: &str = "urn:xmpp:saslcert:1";

/// In an iq of type `set`: from now on, this certificate lets its holder in.
///
/// [XEP-0257 §2.1](https://xmpp.org/extensions/xep-0257.html#add)
#[doc(alias("XEP-0257", "XEP0257", "0257"))]
#[doc(alias("urn:xmpp:saslcert:1"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "append", with)]
#[xml(new = "This certificate, under this name.")]
#[non_exhaustive]
pub struct Append {
    /// What the user calls it. No two certificates of an account have the same name.
    #[xml(child_text = "name")]
    pub name: String,
    /// The certificate: X.509, in DER.
    #[xml(child_text = "x509cert")]
    pub certificate: Base64,
    /// Whether a client that logs in with it may not add or remove certificates.
    #[xml(flag = "no-cert-management")]
    pub no_cert_management: bool,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `get`, and then empty, asks for the certificates of the account; the answer has them.
///
/// [XEP-0257 §2.2](https://xmpp.org/extensions/xep-0257.html#manage)
#[doc(alias("XEP-0257", "XEP0257", "0257"))]
#[doc(alias("urn:xmpp:saslcert:1"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "items", with)]
#[xml(new = "Asks for the certificates; as an answer, there are none.")]
#[non_exhaustive]
pub struct Items {
    /// The certificates: none in a request, and in an answer where no certificate lets anybody in.
    #[xml(child, strict)]
    pub items: Vec<Item>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A certificate that lets its holder in.
///
/// [XEP-0257 §2.2](https://xmpp.org/extensions/xep-0257.html#manage)
#[doc(alias("XEP-0257", "XEP0257", "0257"))]
#[doc(alias("urn:xmpp:saslcert:1"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "item", new = "This certificate, under this name.", with)]
#[non_exhaustive]
pub struct Item {
    /// What the user calls it.
    #[xml(child_text = "name")]
    pub name: String,
    /// The certificate: X.509, in DER.
    #[xml(child_text = "x509cert")]
    pub certificate: Base64,
    /// Who is logged in with it. `None` when the server does not say.
    #[xml(child)]
    pub users: Option<Users>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Who is logged in with a certificate.
///
/// [XEP-0257 §2.2](https://xmpp.org/extensions/xep-0257.html#manage)
#[doc(alias("XEP-0257", "XEP0257", "0257"))]
#[doc(alias("urn:xmpp:saslcert:1"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "users", new = "These resources.", parameters = [resources])]
#[non_exhaustive]
pub struct Users {
    /// Their resources.
    #[xml(child_text = "resource")]
    pub resources: Vec<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `set`: nobody is let in by the certificate any more. Who is logged in with it stays so:
/// [`Revoke`] is for a device that was stolen.
///
/// [XEP-0257 §2.3](https://xmpp.org/extensions/xep-0257.html#manage)
#[doc(alias("XEP-0257", "XEP0257", "0257"))]
#[doc(alias("urn:xmpp:saslcert:1"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "disable", new = "The certificate of this name.")]
#[non_exhaustive]
pub struct Disable {
    /// What the user calls the certificate.
    #[xml(child_text = "name")]
    pub name: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `set`: nobody is let in by the certificate any more, and the streams of who is logged in with it are closed.
///
/// [XEP-0257 §2.4](https://xmpp.org/extensions/xep-0257.html#manage)
#[doc(alias("XEP-0257", "XEP0257", "0257"))]
#[doc(alias("urn:xmpp:saslcert:1"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "revoke", new = "The certificate of this name.")]
#[non_exhaustive]
pub struct Revoke {
    /// What the user calls the certificate.
    #[xml(child_text = "name")]
    pub name: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
