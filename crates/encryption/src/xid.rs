//! XIDs: identities made of public keys, which stay the same when their owner moves to another server.
//!
//! A XID is a JID of the domain [`DOMAIN`] whose localpart is a public key. It is published through PEP in [`NODE`], and its
//! owner proves possession of the secret key by answering a [`Challenge`].
//!
//! ```
//! use xmpp_encryption::xid;
//! use xmpp_jid::Jid;
//!
//! let key = [0xA5; 32];
//! let jid: Jid = xid::of_ed25519(&key).parse()?;
//! assert_eq!(jid.domain(), "id.internal");
//! assert_eq!(xid::ed25519(&jid), Some(key));
//! assert_eq!(xid::ed25519(&"dora@sea.example".parse()?), None);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [XEP-0516, XMPP Decentralized ID](https://xmpp.org/extensions/xep-0516.html)

use alloc::format;
use alloc::string::String;

use xmpp_jid::Jid;
use xmpp_xml::{DateTime, Extra, Hex, Secret, Value as _, Xml};

/// The namespace, which is also the feature of clients that support this.
pub const NS: &str = "urn:xmpp:xid:0";

/// The feature of servers that map XIDs to the JIDs of their owners.
///
/// [XEP-0516 §8](https://xmpp.org/extensions/xep-0516.html#server_mapping)
pub const SERVER_MAPPING: &str = "urn:xmpp:xid:server-mapping:0";

/// The PEP node of an account's [identities](Identity). The one in use is the item `current`.
///
/// [XEP-0516 §5.1](https://xmpp.org/extensions/xep-0516.html#publishing)
pub const NODE: &str = "urn:xmpp:xid";

/// The PEP node of an account's identities that are [revoked](Revoked).
///
/// [XEP-0516 §5.2](https://xmpp.org/extensions/xep-0516.html#revoking)
pub const REVOKED_NODE: &str = "urn:xmpp:xid:revoked";

/// The domain of XIDs, which is not routable.
///
/// [XEP-0516 §4](https://xmpp.org/extensions/xep-0516.html#generation)
pub const DOMAIN: &str = "id.internal";

/// The XID of an Ed25519 public key, as text.
///
/// [XEP-0516 §4](https://xmpp.org/extensions/xep-0516.html#generation)
#[must_use]
pub fn of_ed25519(public_key: &[u8; 32]) -> String {
    format!("00{}@{DOMAIN}", Hex(public_key.to_vec()).to_text())
}

/// The Ed25519 public key of a XID. `None` if the JID is not a XID, is not a bare JID, or has another kind of key.
///
/// [XEP-0516 §4](https://xmpp.org/extensions/xep-0516.html#generation)
#[must_use]
pub fn ed25519(xid: &Jid) -> Option<[u8; 32]> {
    if !xid.is_valid() || !xid.is_bare() {
        return None;
    }
    // A JID has one spelling of a localpart, so the digits may have been capitals.
    let xid = xid.to_normalized();
    let key = xid.local()?.strip_prefix("00")?;
    if xid.domain() != DOMAIN || key.len() != 64 {
        return None;
    }
    Hex::parse(key).ok()?.0.try_into().ok()
}

/// The XID that an element's text is, with the white space around it left out.
fn in_text(text: &str) -> Option<Jid> {
    Jid::new(xmpp_xml::trim(text)).ok()
}

/// A published XID of an account.
///
/// This is only a claim; the owner proves it by answering a [`Challenge`].
///
/// [XEP-0516 §5.1](https://xmpp.org/extensions/xep-0516.html#publishing)
#[doc(alias("XEP-0516", "XEP0516", "0516"))]
#[doc(alias("urn:xmpp:xid:0", "xid"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "xid", derive(Debug, PartialEq, Eq))]
#[xml(new = "The XID that was created at this time.")]
#[non_exhaustive]
pub struct Identity {
    /// When the XID was created.
    #[xml(attribute)]
    pub created: DateTime,
    /// The XID as text: [`jid`](Self::jid) parses it.
    #[xml(text)]
    pub text: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Identity {
    /// The XID. `None` if the text is not a valid JID.
    #[must_use]
    pub fn jid(&self) -> Option<Jid> {
        in_text(&self.text)
    }
}

/// A revoked XID, which must no longer be trusted.
///
/// [XEP-0516 §5.2](https://xmpp.org/extensions/xep-0516.html#revoking)
#[doc(alias("XEP-0516", "XEP0516", "0516"))]
#[doc(alias("urn:xmpp:xid:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "revoked", derive(Debug, PartialEq, Eq))]
#[xml(new = "The XID that was created and revoked at these times.", parameters = [created, revoked, text], with)]
#[non_exhaustive]
pub struct Revoked {
    /// When the XID was created.
    #[xml(attribute)]
    pub created: DateTime,
    /// When the XID was revoked.
    #[xml(attribute)]
    pub revoked: DateTime,
    /// The human-readable reason. `None` if not specified.
    #[xml(child_text)]
    pub reason: Option<String>,
    /// The XID as text: [`jid`](Self::jid) parses it.
    #[xml(text)]
    pub text: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Revoked {
    /// The XID. `None` if the text is not a valid JID.
    #[must_use]
    pub fn jid(&self) -> Option<Jid> {
        in_text(&self.text)
    }
}

/// Asks the owner of a XID for a signature, in a message.
///
/// [XEP-0516 §6](https://xmpp.org/extensions/xep-0516.html#challenge)
#[doc(alias("XEP-0516", "XEP0516", "0516"))]
#[doc(alias("urn:xmpp:xid:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "challenge", derive(Debug, PartialEq, Eq))]
#[xml(new = "Asks for a signature of this nonce.")]
#[non_exhaustive]
pub struct Challenge {
    /// The XID.
    #[xml(attribute)]
    pub xid: Jid,
    /// When the challenge was made.
    #[xml(attribute)]
    pub timestamp: DateTime,
    /// The nonce: random bytes, used only once.
    #[xml(text)]
    pub nonce: Hex,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Answers a [`Challenge`], in a message.
///
/// Accept only the first response to each nonce; [`answers`](Self::answers) compares the two.
///
/// [XEP-0516 §6](https://xmpp.org/extensions/xep-0516.html#challenge)
#[doc(alias("XEP-0516", "XEP0516", "0516"))]
#[doc(alias("urn:xmpp:xid:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "response", derive(Debug, PartialEq, Eq))]
#[xml(new = "A response with this signature.")]
#[non_exhaustive]
pub struct Response {
    /// The XID of the [`Challenge`].
    #[xml(attribute)]
    pub xid: Jid,
    /// The time of the [`Challenge`].
    #[xml(attribute)]
    pub timestamp: DateTime,
    /// The signature of the nonce, by the key of the XID.
    #[xml(text)]
    pub signature: Hex,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Response {
    /// Whether the XID and the time are those of this challenge. The signature must then be verified with the key of the
    /// XID.
    #[must_use]
    pub fn answers(&self, challenge: &Challenge) -> bool {
        let is_same_time =
            self.timestamp.unix_nanoseconds() == challenge.timestamp.unix_nanoseconds();
        self.xid.is_valid() && self.xid == challenge.xid && is_same_time
    }
}

/// Requests the secret key of a XID from the user's other devices; always encrypted.
///
/// [XEP-0516 §7.2](https://xmpp.org/extensions/xep-0516.html#sync-auto)
#[doc(alias("XEP-0516", "XEP0516", "0516"))]
#[doc(alias("urn:xmpp:xid:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "private-key-request", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request for the key of this XID.")]
#[non_exhaustive]
pub struct PrivateKeyRequest {
    /// The XID.
    #[xml(attribute)]
    pub xid: Jid,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The secret key of a XID, for another device of the same account; always encrypted.
///
/// [XEP-0516 §7.2](https://xmpp.org/extensions/xep-0516.html#sync-auto)
#[doc(alias("XEP-0516", "XEP0516", "0516"))]
#[doc(alias("urn:xmpp:xid:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "private-key", derive(Debug, PartialEq, Eq))]
#[xml(new = "The key of this XID.", parameters = [xid, key])]
#[non_exhaustive]
pub struct PrivateKey {
    /// The XID.
    #[xml(attribute)]
    pub xid: Jid,
    /// The secret key. Verify that it belongs to the XID before using it.
    #[xml(text)]
    pub key: Secret<Hex>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
