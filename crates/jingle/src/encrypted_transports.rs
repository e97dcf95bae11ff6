//! End-to-end encrypted transports, with a key in the first message of the session.
//!
//! ```
//! use xmpp_jingle::encrypted_transports::{Cipher, Security};
//! use xmpp_jingle::session::Content;
//!
//! let content: Content = xmpp_xml::from_str(
//!     "<content xmlns='urn:xmpp:jingle:1' creator='initiator' name='file'>\
//!        <security xmlns='urn:xmpp:jingle:jet:0' name='file' type='urn:example:caesar:3' \
//!            cipher='urn:xmpp:ciphers:aes-128-gcm-nopadding'>\
//!          <shifted xmlns='urn:example:caesar:3'>Ebiil</shifted>\
//!        </security></content>",
//! )?;
//! // What must be secured and cannot be read ends the session: never go on without.
//! let security: Option<Security> = content.security().map(|security| security.parse()).transpose()?;
//! let security = security.expect("the transport is to be encrypted");
//! assert_eq!(security.cipher(), Cipher::Aes128Gcm);
//! assert!(security.envelope().is_some_and(|envelope| envelope.name() == "shifted"));
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
//!
//! [XEP-0391, Jingle Encrypted Transports](https://xmpp.org/extensions/xep-0391.html), and with
//! [XEP-0396](https://xmpp.org/extensions/xep-0396.html) for OMEMO.

use alloc::string::String;
use alloc::vec::Vec;

pub use xmpp_vocabulary::ciphers::Cipher;
use xmpp_xml::{Extra, OtherToken, RawElement, Xml};

/// The namespace, which is also the feature of clients that support this.
pub const NS: &str = "urn:xmpp:jingle:jet:0";

/// The feature of clients that support this with OMEMO.
///
/// [XEP-0396 §5](https://xmpp.org/extensions/xep-0396.html#support)
pub const OMEMO: &str = "urn:xmpp:jingle:jet-omemo:0";

/// The `security` of a [`Content`](crate::session::Content), which means that its transport is encrypted.
///
/// Verify that the initiator of the session encrypted the envelope, as it could be from an attacker on the path. If anything
/// fails, terminate the session instead of continuing unencrypted.
///
/// [XEP-0391 §4.1](https://xmpp.org/extensions/xep-0391.html#jft)
#[doc(alias("XEP-0391", "XEP0391", "0391"))]
#[doc(alias("urn:xmpp:jingle:jet:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "security", derive(Debug, PartialEq, Eq))]
#[xml(new = "A transport encrypted with this cipher, and the key in this envelope.", parameters = [name, cipher_token, method, payloads])]
#[non_exhaustive]
pub struct Security {
    /// The name of the content.
    #[xml(attribute)]
    pub name: String,
    /// The cipher of the transport, as spelt by the sender: [`cipher`](Self::cipher) interprets it.
    #[xml(attribute = "cipher")]
    pub cipher_token: Cipher,
    /// The encryption of the envelope: the namespace of the protocol.
    #[xml(attribute = "type")]
    pub method: String,
    /// The element of that protocol, and elements of extensions: [`envelope`](Self::envelope) finds it.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Security {
    /// The element of the protocol in [`method`](Self::method), which holds key and initialization vector: for the original
    /// OMEMO, an `encrypted` without a payload. `None` if there is none, or if there are several.
    #[must_use]
    pub fn envelope(&self) -> Option<&RawElement> {
        let is_of_method = |it: &&RawElement| it.namespace() == self.method;
        let mut envelopes = self.payloads.iter().filter(is_of_method);
        envelopes.next().filter(|_| envelopes.next().is_none())
    }

    /// The cipher of the transport. In the specification, ciphers end in `:0`; its examples leave that out, and those for OMEMO
    /// leave out the beginning, too. All forms are understood.
    ///
    /// [XEP-0391 §5](https://xmpp.org/extensions/xep-0391.html#ciphers)
    #[must_use]
    pub fn cipher(&self) -> Cipher {
        let Cipher::Other(other) = &self.cipher_token else {
            return self.cipher_token.clone();
        };
        let name = other.as_str();
        let name = name.strip_prefix("urn:xmpp:ciphers:").unwrap_or(name);
        match name.strip_suffix(":0").unwrap_or(name) {
            "aes-128-gcm-nopadding" => Cipher::Aes128Gcm,
            "aes-256-gcm-nopadding" => Cipher::Aes256Gcm,
            _ => Cipher::Other(OtherToken::clone(other)),
        }
    }
}
