//! Transports that are encrypted from end to end, with a key that travels in the session's first message.
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

/// The `security` of a [`Content`](crate::session::Content): its transport is encrypted.
///
/// Whether the envelope was encrypted by the initiator of the session, who else may be somebody on the way, is to be
/// verified. If anything goes wrong, the session is ended rather than continued in the clear.
///
/// [XEP-0391 §4.1](https://xmpp.org/extensions/xep-0391.html#jft)
#[doc(alias("XEP-0391", "XEP0391", "0391"))]
#[doc(alias("urn:xmpp:jingle:jet:0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "security")]
#[xml(new = "With this cipher and the key in that envelope.", parameters = [name, cipher_token, method, payloads])]
#[non_exhaustive]
pub struct Security {
    /// The name of the content.
    #[xml(attribute)]
    pub name: String,
    /// How the transport is encrypted, as it was written: [`cipher`](Self::cipher) reads it.
    #[xml(attribute = "cipher")]
    pub cipher_token: Cipher,
    /// How the envelope is encrypted: the namespace of the protocol.
    #[xml(attribute = "type")]
    pub method: String,
    /// The element of that protocol, and what extensions add: [`envelope`](Self::envelope) finds it.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Security {
    /// The element of the protocol that [`method`](Self::method) names, which holds key and initialization vector: for OMEMO
    /// as of old, an `encrypted` without a payload. `None` where there is none, or several.
    #[must_use]
    pub fn envelope(&self) -> Option<&RawElement> {
        let is_of_method = |it: &&RawElement| it.namespace() == self.method;
        let mut envelopes = self.payloads.iter().filter(is_of_method);
        envelopes.next().filter(|_| envelopes.next().is_none())
    }

    /// How the transport is encrypted. The specification has the ciphers with `:0` at the end; its examples leave that out,
    /// and that for OMEMO leaves out the beginning, too. All are understood.
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
