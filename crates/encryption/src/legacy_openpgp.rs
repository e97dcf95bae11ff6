//! OpenPGP as it was used before 2016: signed presence and encrypted message bodies.
//!
//! Only the text is signed or encrypted, without sender, recipient or time, so anybody can replay it in another stanza.
//! [`openpgp`](crate::openpgp) replaces it.
//!
//! ```
//! use xmpp_core_stanzas::Message;
//! use xmpp_encryption::legacy_openpgp::Encrypted;
//!
//! let message: Message = xmpp_xml::from_str(
//!     "<message xmlns='jabber:client'><x xmlns='jabber:x:encrypted'>hQEMA5s=\n=Cz0N</x></message>",
//! )?;
//! let encrypted: Encrypted = message.payload()?.expect("an encrypted body");
//! assert_eq!(
//!     encrypted.armored(),
//!     "-----BEGIN PGP MESSAGE-----\n\nhQEMA5s=\n=Cz0N\n-----END PGP MESSAGE-----\n"
//! );
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
//!
//! [XEP-0027, Current Jabber OpenPGP Usage](https://xmpp.org/extensions/xep-0027.html)

use alloc::format;
use alloc::string::String;

use xmpp_xml::{Extra, Xml};

/// The namespace of [`Signed`].
pub const NS_SIGNED: &str = "jabber:x:signed";

/// The namespace of [`Encrypted`].
pub const NS_ENCRYPTED: &str = "jabber:x:encrypted";

/// The signature of a presence's status, or of a message's body. Without a status, the empty text is what is signed.
///
/// The signature covers the text alone: anybody who has seen both can replay them.
///
/// [XEP-0027 §2](https://xmpp.org/extensions/xep-0027.html#signing)
#[doc(alias("XEP-0027", "XEP0027", "0027"))]
#[doc(alias("jabber:x:signed", "x"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS_SIGNED, name = "x", derive(Debug, PartialEq, Eq))]
#[xml(new = "A signature in OpenPGP ASCII armor, without its first and last line.")]
#[non_exhaustive]
pub struct Signed {
    /// The signature in ASCII armor (RFC 4880 §6), without the first and last line, but with checksum and line breaks.
    #[xml(text)]
    pub signature: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Signed {
    /// The signature with the first and last line that OpenPGP software expects.
    #[must_use]
    pub fn armored(&self) -> String {
        armor("SIGNATURE", &self.signature)
    }
}

/// The encrypted body of a message.
///
/// The cleartext body beside it usually says that the message is encrypted; it is not authenticated.
///
/// [XEP-0027 §3](https://xmpp.org/extensions/xep-0027.html#encrypting)
#[doc(alias("XEP-0027", "XEP0027", "0027"))]
#[doc(alias("jabber:x:encrypted", "x"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS_ENCRYPTED, name = "x", derive(Debug, PartialEq, Eq))]
#[xml(new = "A message in OpenPGP ASCII armor, without its first and last line.")]
#[non_exhaustive]
pub struct Encrypted {
    /// The OpenPGP message in ASCII armor (RFC 4880 §6), without the first and last line, but with checksum and line breaks.
    #[xml(text)]
    pub message: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Encrypted {
    /// The message with the first and last line that OpenPGP software expects.
    #[must_use]
    pub fn armored(&self) -> String {
        armor("MESSAGE", &self.message)
    }
}

/// Strips ASCII armor down to what [`Signed`] and [`Encrypted`] hold: without the first line, the headers (`Version: …`),
/// the blank line after them and the last line. `None` if the text is not ASCII-armored.
///
/// ```
/// use xmpp_encryption::legacy_openpgp::unarmored;
///
/// let armored = "-----BEGIN PGP SIGNATURE-----\nVersion: 1\n\niQA/AwUB\n=45f8\n-----END PGP SIGNATURE-----\n";
/// assert_eq!(unarmored(armored).as_deref(), Some("iQA/AwUB\n=45f8"));
/// assert_eq!(unarmored("iQA/AwUB\n=45f8"), None);
/// ```
#[must_use]
pub fn unarmored(armored: &str) -> Option<String> {
    let mut lines = armored.lines().map(str::trim_end);
    lines.find(|line| line.starts_with("-----BEGIN PGP "))?;
    lines.find(|line| line.is_empty())?;
    let mut data = String::new();
    for line in lines {
        if line.starts_with("-----END PGP ") {
            return Some(data);
        }
        if !data.is_empty() {
            data.push('\n');
        }
        data.push_str(line);
    }
    None
}

fn armor(kind: &str, data: &str) -> String {
    let data = xmpp_xml::trim(data);
    format!("-----BEGIN PGP {kind}-----\n\n{data}\n-----END PGP {kind}-----\n")
}
