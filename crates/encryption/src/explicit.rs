//! How a message is encrypted, for those who cannot decrypt it.
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

/// A hint that the message is encrypted, and how. Whatever else it holds is ignored by a client that cannot decrypt it,
/// which informs the user.
///
/// It stands in the clear, so servers on the way can change, add or remove it: it says nothing about whether a message
/// was in fact encrypted.
///
/// [XEP-0380 §3.1](https://xmpp.org/extensions/xep-0380.html#flow)
#[doc(alias("XEP-0380", "XEP0380", "0380"))]
#[doc(alias("urn:xmpp:eme:0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "encryption")]
#[xml(new = "Encrypted in this way.", with)]
#[non_exhaustive]
pub struct Encryption {
    /// How the message is encrypted.
    #[xml(attribute = "namespace")]
    pub method: Method,
    /// What the sender calls that, for people to read: see [`display_name`](Self::display_name). `None` if the method is
    /// expected to be known.
    #[xml(attribute)]
    pub name: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Encryption {
    /// What to call the method when the user is informed: its [own name](Method::name), or for a method that is not
    /// known the name that the sender gives it. `None` if there is neither.
    ///
    /// [XEP-0380 §4](https://xmpp.org/extensions/xep-0380.html#rules)
    #[must_use]
    pub fn display_name(&self) -> Option<&str> {
        self.method.name().or(self.name.as_deref())
    }
}

/// A method of encryption, by its namespace.
///
/// [XEP-0380 §3.2](https://xmpp.org/extensions/xep-0380.html#protocols)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Method {
    /// OTR (XEP-0364).
    #[xml(token = "urn:xmpp:otr:0")]
    Otr,
    /// OpenPGP as of old: [`legacy_openpgp`](crate::legacy_openpgp).
    #[xml(token = "jabber:x:encrypted")]
    LegacyOpenPgp,
    /// OpenPGP: [`openpgp`](crate::openpgp).
    #[xml(token = "urn:xmpp:openpgp:0")]
    OpenPgp,
    /// OMEMO as most clients still speak it: [`legacy_omemo`](crate::legacy_omemo).
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
    /// What people call the method. `None` for [`Other`](Self::Other).
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
