//! Hints about how a message is encrypted, for clients that cannot decrypt it.
//!
//! ```
//! use xmpp_encryption::explicit::{Encryption, Method};
//!
//! let hint: Encryption = xmpp_xml::from_str(
//!     "<encryption xmlns='urn:xmpp:eme:0' namespace='urn:xmpp:omemo:2' name='Trust me'/>",
//! )?;
//! assert_eq!(hint.method, Method::Omemo);
//! assert_eq!(hint.display_name(), Some("OMEMO"));
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
//!
//! [XEP-0380, Explicit Message Encryption](https://xmpp.org/extensions/xep-0380.html)

use alloc::string::String;

use xmpp_xml::{Extra, OtherToken, Xml};

/// The namespace, which is also the feature of clients that support this.
pub const NS: &str = "urn:xmpp:eme:0";

/// A hint that the message is encrypted, and how. A client that does not support the method ignores the rest of the message
/// and informs the user.
///
/// It is not itself encrypted or signed, so servers on the way can change, add or remove it: it does not prove that a
/// message was encrypted.
///
/// [XEP-0380 §3.1](https://xmpp.org/extensions/xep-0380.html#flow)
#[doc(alias("XEP-0380", "XEP0380", "0380"))]
#[doc(alias("urn:xmpp:eme:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "encryption", derive(Debug, PartialEq, Eq))]
#[xml(new = "A hint at this encryption method.", with)]
#[non_exhaustive]
pub struct Encryption {
    /// How the message is encrypted.
    #[xml(attribute = "namespace")]
    pub method: Method,
    /// The method's human-readable name, as given by the sender: see [`display_name`](Self::display_name). `None` if
    /// recipients are expected to know the method.
    #[xml(attribute)]
    pub name: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Encryption {
    /// The name to show to the user: the method's [well-known name](Method::name), else the name given by the sender. `None`
    /// if there is neither.
    ///
    /// [XEP-0380 §4](https://xmpp.org/extensions/xep-0380.html#rules)
    #[must_use]
    pub fn display_name(&self) -> Option<&str> {
        self.method.name().or(self.name.as_deref())
    }
}

/// A method of encryption, identified by its namespace.
///
/// [XEP-0380 §3.2](https://xmpp.org/extensions/xep-0380.html#protocols)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Method {
    /// OTR (XEP-0364).
    #[xml(token = "urn:xmpp:otr:0")]
    Otr,
    /// OpenPGP as in XEP-0027: [`legacy_openpgp`](crate::legacy_openpgp).
    #[xml(token = "jabber:x:encrypted")]
    LegacyOpenPgp,
    /// OpenPGP: [`openpgp`](crate::openpgp).
    #[xml(token = "urn:xmpp:openpgp:0")]
    OpenPgp,
    /// OMEMO before 2020, which most clients still use: [`legacy_omemo`](crate::legacy_omemo).
    #[xml(token = "eu.siacs.conversations.axolotl")]
    LegacyOmemo,
    /// OMEMO as of 2020: [`omemo`](crate::omemo), with the version [`One`](crate::omemo::Version::One).
    #[xml(token = "urn:xmpp:omemo:1")]
    Omemo1,
    /// OMEMO: [`omemo`](crate::omemo).
    #[xml(token = "urn:xmpp:omemo:2")]
    Omemo,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

impl Method {
    /// The name by which the method is commonly known. `None` for [`Other`](Self::Other).
    #[must_use]
    pub const fn name(&self) -> Option<&'static str> {
        match self {
            Self::Otr => Some("OTR"),
            Self::LegacyOpenPgp => Some("Legacy OpenPGP"),
            Self::OpenPgp => Some("OpenPGP for XMPP"),
            Self::LegacyOmemo | Self::Omemo1 | Self::Omemo => Some("OMEMO"),
            Self::Other(_) => None,
        }
    }
}
