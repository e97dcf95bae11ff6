//! Trust messages: which keys a user trusts, and which no longer.
//!
//! ```
//! use xmpp_encryption::explicit::Method;
//! use xmpp_encryption::trust::{KeyOwner, TrustMessage};
//! use xmpp_jid::Jid;
//! use xmpp_jid::uri::XmppUri;
//! use xmpp_xml::Base64;
//!
//! let dora = KeyOwner::new(Jid::new("dora@sea.example")?).with_trusted([Base64(vec![0x5A, 0x01])]);
//! let message = TrustMessage::new("urn:xmpp:atm:1", Method::Omemo, [dora.clone()]);
//! assert_eq!(
//!     xmpp_xml::to_string(&message)?,
//!     "<trust-message xmlns='urn:xmpp:tm:1' usage='urn:xmpp:atm:1' encryption='urn:xmpp:omemo:2'>\
//!      <key-owner jid='dora@sea.example'><trust>WgE=</trust></key-owner></trust-message>"
//! );
//!
//! // As a QR code.
//! let uri = dora.to_uri(&Method::Omemo)?;
//! assert_eq!(uri.as_str(), "xmpp:dora@sea.example?trust-message;encryption=urn%3Axmpp%3Aomemo%3A2;trust=5a01");
//! assert_eq!(KeyOwner::of_uri(&uri), Some((Method::Omemo, dora)));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [XEP-0434, Trust Messages](https://xmpp.org/extensions/xep-0434.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_jid::uri::XmppUri;
use xmpp_jid::{Jid, JidError};
use xmpp_xml::{Base64, Extra, Hex, Value as _, Xml};

use crate::explicit::Method;

/// The namespace.
pub const NS: &str = "urn:xmpp:tm:1";

/// The action of a [trust message URI](KeyOwner::to_uri).
pub const ACTION: &str = "trust-message";

/// Which keys the sender trusts, and which no longer.
///
/// Which senders are trusted for whose keys is defined by the protocol that uses it. It travels in an
/// [`Envelope`](crate::stanza_content::Envelope), which has to satisfy
/// [`Profile::TRUST_MESSAGE`](crate::stanza_content::Profile::TRUST_MESSAGE); in the clear, anybody on the path could have
/// written it.
///
/// [XEP-0434 §4](https://xmpp.org/extensions/xep-0434.html#trust-message-structure)
#[doc(alias("XEP-0434", "XEP0434", "0434"))]
#[doc(alias("urn:xmpp:tm:1"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "trust-message", derive(Debug, PartialEq, Eq))]
#[xml(new = "A message for this protocol, about keys of this encryption method, of these owners.", parameters = [usage, encryption, owners])]
#[non_exhaustive]
pub struct TrustMessage {
    /// The protocol that uses the message, by its namespace: `urn:xmpp:atm:1` for
    /// [XEP-0450](https://xmpp.org/extensions/xep-0450.html).
    #[xml(attribute)]
    pub usage: String,
    /// The encryption protocol that uses the keys.
    #[xml(attribute)]
    pub encryption: Method,
    /// The owners of the keys.
    #[xml(child, strict)]
    pub owners: Vec<KeyOwner>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The owner of keys that are trusted, or no longer trusted.
///
/// Keys are identified as in their encryption protocol: OMEMO uses the key itself, others a fingerprint.
///
/// [XEP-0434 §4](https://xmpp.org/extensions/xep-0434.html#trust-message-structure)
#[doc(alias("XEP-0434", "XEP0434", "0434"))]
#[doc(alias("urn:xmpp:tm:1"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "key-owner", derive(Debug, PartialEq, Eq))]
#[xml(new = "The owner with this bare JID.", with)]
#[non_exhaustive]
pub struct KeyOwner {
    /// The bare JID of the owner.
    #[xml(attribute)]
    pub jid: Jid,
    /// The keys that are trusted.
    #[xml(child_text = "trust", strict)]
    pub trusted: Vec<Base64>,
    /// The keys that are not, or no longer, trusted. A key in both lists should be treated as distrusted.
    #[xml(child_text = "distrust", strict)]
    pub distrusted: Vec<Base64>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl KeyOwner {
    /// A URI with the same content, for keys of this encryption protocol, for example to be shown as a QR code.
    ///
    /// # Errors
    /// The [JID](Self::jid) is not valid.
    ///
    /// [XEP-0434 §9.1.1](https://xmpp.org/extensions/xep-0434.html#xmpp-registrar-considerations-uri-query-types-trust-message)
    pub fn to_uri(&self, encryption: &Method) -> Result<XmppUri, JidError> {
        let mut uri = XmppUri::to(&self.jid)?
            .with_action(ACTION)
            .with_pair("encryption", encryption.as_str());
        for (key, identifiers) in [("trust", &self.trusted), ("distrust", &self.distrusted)] {
            for identifier in identifiers {
                uri = uri.with_pair(key, &Hex(identifier.0.clone()).to_text());
            }
        }
        Ok(uri)
    }

    /// The encryption protocol and the owner from a URI. `None` if the URI has another action, lacks the encryption protocol or
    /// a bare JID, or contains a key that is empty or not hexadecimal.
    ///
    /// Ask the user before acting on it, unless it comes from a trusted channel, such as a QR code on the owner's own
    /// screen.
    ///
    /// [XEP-0434 §9.1.1](https://xmpp.org/extensions/xep-0434.html#xmpp-registrar-considerations-uri-query-types-trust-message)
    #[must_use]
    pub fn of_uri(uri: &XmppUri) -> Option<(Method, Self)> {
        if uri.action()? != ACTION {
            return None;
        }
        let mut encryption = None;
        let mut owner = Self::new(uri.jid().filter(|jid| jid.is_bare())?.clone());
        for (key, value) in uri.pairs() {
            let identifiers = match &*key {
                "trust" => &mut owner.trusted,
                "distrust" => &mut owner.distrusted,
                "encryption" if encryption.is_none() => {
                    encryption = Some(Method::from(&*value));
                    continue;
                }
                "encryption" => return None,
                _ => continue,
            };
            let Hex(identifier) = Hex::parse(&value).ok()?;
            if identifier.is_empty() {
                return None;
            }
            identifiers.push(Base64(identifier));
        }
        Some((encryption?, owner))
    }
}
