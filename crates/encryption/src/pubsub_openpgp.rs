//! Items of publish-subscribe nodes, encrypted with a secret shared by their readers.
//!
//! The payload of an item is an [`Encrypted`]. The [`SharedSecret`] goes to each reader in a message that is encrypted and
//! signed ([`openpgp`](crate::openpgp)), and so does a [`Revoke`].
//!
//! [XEP-0473, OpenPGP for XMPP Pubsub](https://xmpp.org/extensions/xep-0473.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_xml::{Base64, DateTime, Extra, LanguageTag, Secret, Xml};

/// The namespace, the feature of clients that support this, and the `pubsub#type` of nodes with such items.
pub const NS: &str = "urn:xmpp:openpgp:pubsub:0";

/// The payload of an item, encrypted.
///
/// Everybody who has the secret could have made it: it does not authenticate the publisher.
///
/// [XEP-0473 §5.1](https://xmpp.org/extensions/xep-0473.html#encrypt)
#[doc(alias("XEP-0473", "XEP0473", "0473"))]
#[doc(alias("urn:xmpp:openpgp:pubsub:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "encrypted", derive(Debug, PartialEq, Eq))]
#[xml(new = "Data encrypted with the secret of this identifier.")]
#[non_exhaustive]
pub struct Encrypted {
    /// The [`id`](SharedSecret::id) of the secret.
    #[xml(attribute)]
    pub key: String,
    /// The actual payload, as an OpenPGP message encrypted with a passphrase.
    #[xml(text)]
    pub data: Base64,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The secret with which items of a node are encrypted. It is always encrypted itself.
///
/// It must be signed by whoever signed all other secrets for the node; otherwise an attacker could make readers use a secret
/// of the attacker's.
///
/// [XEP-0473 §5.2](https://xmpp.org/extensions/xep-0473.html#transmit_secret)
#[doc(alias("XEP-0473", "XEP0473", "0473"))]
#[doc(alias("urn:xmpp:openpgp:pubsub:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "shared-secret", derive(Debug, PartialEq, Eq))]
#[xml(
    new = "A secret for the items of this node.",
    parameters = [jid, node, id, timestamp, secret],
    with
)]
#[non_exhaustive]
pub struct SharedSecret {
    /// The address of the service that has the node.
    #[xml(attribute)]
    pub jid: Jid,
    /// The name of the node.
    #[xml(attribute)]
    pub node: String,
    /// The identifier of the secret.
    #[xml(attribute)]
    pub id: String,
    /// When the secret was created. New items are encrypted with the latest.
    #[xml(attribute)]
    pub timestamp: DateTime,
    /// Whether the secret only serves to read older items, and must not be used to encrypt.
    #[xml(attribute = "revoked", default, strict)]
    pub is_revoked: bool,
    /// The `pubsub#type` that the node would have if unencrypted, usually the namespace of its payloads. `None` if not
    /// specified.
    #[xml(attribute = "type")]
    pub kind: Option<String>,
    /// The secret: a passphrase, in which white space at the beginning and end does not count: see
    /// [`passphrase`](Self::passphrase).
    #[xml(text)]
    pub secret: Secret<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl SharedSecret {
    /// The secret without surrounding white space, which occurs in the XEP's examples.
    #[must_use]
    pub fn passphrase(&self) -> &str {
        xmpp_xml::trim(&self.secret)
    }

    /// The secret to encrypt new items with: the latest that is not revoked. `None` if there is none.
    ///
    /// Pass only secrets for the same node, without those that a [`Revoke`] has named.
    ///
    /// [XEP-0473 §5.2](https://xmpp.org/extensions/xep-0473.html#transmit_secret)
    pub fn latest<'s>(secrets: impl IntoIterator<Item = &'s Self>) -> Option<&'s Self> {
        let in_use = secrets.into_iter().filter(|secret| !secret.is_revoked);
        in_use.max_by_key(|secret| secret.timestamp.unix_nanoseconds())
    }
}

/// Revokes a [`SharedSecret`]: no new items must be encrypted with it. It is always encrypted itself.
///
/// [XEP-0473 §5.3](https://xmpp.org/extensions/xep-0473.html#revocation_rotation)
#[doc(alias("XEP-0473", "XEP0473", "0473"))]
#[doc(alias("urn:xmpp:openpgp:pubsub:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "revoke", derive(Debug, PartialEq, Eq))]
#[xml(
    new = "Revokes the secret with this identifier, without a reason.",
    with
)]
#[non_exhaustive]
pub struct Revoke {
    /// The address of the service that has the node.
    #[xml(attribute)]
    pub jid: Jid,
    /// The name of the node.
    #[xml(attribute)]
    pub node: String,
    /// The identifier of the secret.
    #[xml(attribute)]
    pub id: String,
    /// The reason, once for each language.
    #[xml(child)]
    pub reasons: Vec<Reason>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Why a secret was revoked, human-readable.
///
/// [XEP-0473 §5.3](https://xmpp.org/extensions/xep-0473.html#revocation_rotation)
#[doc(alias("XEP-0473", "XEP0473", "0473"))]
#[doc(alias("urn:xmpp:openpgp:pubsub:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "reason", derive(Debug, PartialEq, Eq))]
#[xml(new = "A reason with this text.", with)]
#[non_exhaustive]
pub struct Reason {
    /// The language. `None` inherits the language of the parent element.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The reason.
    #[xml(text)]
    pub text: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
