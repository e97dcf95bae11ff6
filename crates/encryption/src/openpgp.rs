//! OpenPGP: encrypted and signed messages, and the keys for them.
//!
//! A [`Message`] travels in a stanza. Its plaintext is a [`Content`], whose recipients and time must be checked before it is
//! trusted. Public keys are published through PEP: their [list](PublicKeyList) in [`PUBLIC_KEYS_NODE`], each
//! [key](PublicKey) in [a node of its own](public_key_node). The [secret key](SecretKey), itself encrypted, is in
//! [`SECRET_KEY_NODE`], which nobody else may read.
//!
//! ```
//! use xmpp_encryption::openpgp::{Content, ContentKind};
//! use xmpp_jid::Jid;
//!
//! // What comes of decrypting a message that was sent to Dora and passed on to Carl as if it were for him.
//! let content: Content = xmpp_xml::from_str(
//!     "<signcrypt xmlns='urn:xmpp:openpgp:0'><to jid='dora@sea.example'/><time stamp='2026-02-03T04:05:06Z'/>\
//!        <rpad>n3v3r m1nd</rpad><payload><body xmlns='jabber:client'>Yes</body></payload></signcrypt>",
//! )?;
//! assert_eq!(content.kind, ContentKind::SignCrypt);
//! assert!(content.is_for(&Jid::new("dora@sea.example/deck")?));
//! assert!(!content.is_for(&Jid::new("carl@sea.example")?));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [XEP-0373, OpenPGP for XMPP](https://xmpp.org/extensions/xep-0373.html), and [XEP-0374, OpenPGP for XMPP Instant
//! Messaging](https://xmpp.org/extensions/xep-0374.html).

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use xmpp_core_stanzas::{Body, CLIENT, SERVER};
use xmpp_jid::Jid;
use xmpp_xml::namespace::XML;
use xmpp_xml::{Base64, DateTime, Element, Error, Extra, RawElement, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:openpgp:0";

/// The feature of clients that support encrypted and signed instant messages.
///
/// An attacker on the path can remove it from a disco#info answer, so a user may insist on encryption regardless.
///
/// [XEP-0374 §2.1](https://xmpp.org/extensions/xep-0374.html#disco)
pub const IM: &str = "urn:xmpp:openpgp:im:0";

/// The PEP node of the [`PublicKeyList`] of an account.
///
/// [XEP-0373 §4.2](https://xmpp.org/extensions/xep-0373.html#announcing-pubkey-list)
pub const PUBLIC_KEYS_NODE: &str = "urn:xmpp:openpgp:0:public-keys";

/// The PEP node of the [`SecretKey`] of an account.
///
/// [XEP-0373 §5.2](https://xmpp.org/extensions/xep-0373.html#req-info-secret-pep-node)
pub const SECRET_KEY_NODE: &str = "urn:xmpp:openpgp:0:secret-key";

/// The PEP node of the [`PublicKey`] with this fingerprint, spelled as in the [list](PublicKeyMetadata::fingerprint). If
/// there are several items, only the latest counts.
///
/// [XEP-0373 §4.1](https://xmpp.org/extensions/xep-0373.html#announcing-pubkey)
#[must_use]
pub fn public_key_node(fingerprint: &str) -> String {
    format!("{PUBLIC_KEYS_NODE}:{fingerprint}")
}

/// An OpenPGP message: encrypted, signed or both.
///
/// [XEP-0373 §3.1](https://xmpp.org/extensions/xep-0373.html#exchange)
#[doc(alias("XEP-0373", "XEP0373", "0373"))]
#[doc(alias("urn:xmpp:openpgp:0", "openpgp"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "openpgp", derive(Debug, PartialEq, Eq))]
#[xml(new = "An element with this OpenPGP message.")]
#[non_exhaustive]
pub struct Message {
    /// The OpenPGP message (RFC 4880), whose plaintext is a [`Content`].
    #[xml(text)]
    pub data: Base64,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The plaintext of an OpenPGP [`Message`]: payloads, bound to recipients and a time so that they cannot be passed on to
/// somebody else.
///
/// Before it is trusted, the [kind](Self::kind) has to match the OpenPGP message, the [recipients](Self::is_for) the stanza,
/// and the signature a key of the sender, one of whose user IDs is the [sender's](user_id).
///
/// [XEP-0373 §3.1](https://xmpp.org/extensions/xep-0373.html#exchange)
#[doc(alias("XEP-0373", "XEP0373", "0373"))]
#[doc(alias("urn:xmpp:openpgp:0", "signcrypt", "sign", "crypt"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, derive(Debug, PartialEq, Eq))]
#[xml(new = "Content of this kind: these payloads for these recipients, at this time.", parameters = [kind, to, time, payload], with)]
#[non_exhaustive]
pub struct Content {
    /// Whether the OpenPGP message has to be signed, encrypted or both; the name of the element.
    #[xml(name)]
    pub kind: ContentKind,
    /// The recipients: see [`is_for`](Self::is_for).
    #[xml(child, strict)]
    pub to: Vec<Recipient>,
    /// The time of signing or encrypting.
    #[xml(child)]
    pub time: Time,
    /// Padding of random length, which hides the length of the payloads. `None` if it is not padded.
    #[xml(child_text = "rpad")]
    pub padding: Option<String>,
    /// The payloads.
    #[xml(child)]
    pub payload: Payload,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Content {
    /// Whether the content may come in a stanza with this `to`: one of the [recipients](Self::to) is the same account.
    /// Otherwise one of its real recipients has passed it on.
    ///
    /// Content without recipients is accepted only if it is merely [encrypted](ContentKind::Crypt).
    ///
    /// [XEP-0373 §3.2](https://xmpp.org/extensions/xep-0373.html#openpgp-verification)
    #[must_use]
    pub fn is_for(&self, to: &Jid) -> bool {
        if self.to.is_empty() {
            return self.kind == ContentKind::Crypt;
        }
        let mut recipients = self.to.iter().map(|recipient| &recipient.jid);
        to.is_valid() && recipients.any(|jid| jid.is_valid() && jid.bare_eq(to))
    }

    /// Whether the content is acceptable as an instant message: [encrypted and signed](ContentKind::SignCrypt).
    ///
    /// [XEP-0374 §3.1](https://xmpp.org/extensions/xep-0374.html#signcrypt-im-use-case)
    #[must_use]
    pub fn is_fit_for_im(&self) -> bool {
        self.kind == ContentKind::SignCrypt
    }
}

/// Whether an OpenPGP message has to be signed, encrypted or both. The recipient checks that it is.
///
/// [XEP-0373 §3.1](https://xmpp.org/extensions/xep-0373.html#exchange)
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Xml)]
#[expect(
    clippy::exhaustive_enums,
    reason = "another name would be another element"
)]
pub enum ContentKind {
    /// `signcrypt`: it must be encrypted and signed.
    #[xml(token = "signcrypt")]
    SignCrypt,
    /// `sign`: it must be signed, and not encrypted.
    Sign,
    /// `crypt`: it must be encrypted, and not signed. The sender is not authenticated.
    Crypt,
}

/// A recipient.
///
/// [XEP-0373 §3.1](https://xmpp.org/extensions/xep-0373.html#exchange)
#[doc(alias("XEP-0373", "XEP0373", "0373"))]
#[doc(alias("urn:xmpp:openpgp:0", "to"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "to", derive(Debug, PartialEq, Eq))]
#[xml(new = "The recipient with this JID.")]
#[non_exhaustive]
pub struct Recipient {
    /// The JID, which should be a bare one.
    #[xml(attribute)]
    pub jid: Jid,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// When a [`Content`] was signed or encrypted.
///
/// [XEP-0373 §3.1](https://xmpp.org/extensions/xep-0373.html#exchange)
#[doc(alias("XEP-0373", "XEP0373", "0373"))]
#[doc(alias("urn:xmpp:openpgp:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "time", derive(Debug, PartialEq, Eq))]
#[xml(new = "The given time.")]
#[non_exhaustive]
pub struct Time {
    /// The time. Recipients check that it is plausible, or show it to the user.
    #[xml(attribute)]
    pub stamp: DateTime,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The payloads that are encrypted or signed.
///
/// [XEP-0373 §3.1](https://xmpp.org/extensions/xep-0373.html#exchange)
#[doc(alias("XEP-0373", "XEP0373", "0373"))]
#[doc(alias("urn:xmpp:openpgp:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "payload", derive(Debug, PartialEq, Eq))]
#[xml(new = "A list of these payloads.", parameters = [payloads])]
#[non_exhaustive]
pub struct Payload {
    /// The payloads. A body may be in the namespace `jabber:client` or `jabber:server`.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Payload {
    /// The first payload that is a `T`. `None` if there is none.
    ///
    /// # Errors
    /// The payload has the name of a `T`, but something required is missing or invalid.
    pub fn payload<T: Element>(&self) -> Result<Option<T>, Error> {
        xmpp_xml::payloads::first(self.payloads.iter(), "/payload")
    }

    /// The bodies, in the namespace `jabber:client` or `jabber:server`, without unknown attributes.
    ///
    /// [XEP-0374 §2.2](https://xmpp.org/extensions/xep-0374.html#openpgp-secured-im)
    pub fn bodies(&self) -> impl Iterator<Item = Body> {
        let is_body = |it: &&RawElement| it.is(CLIENT, "body") || it.is(SERVER, "body");
        self.payloads.iter().filter(is_body).map(|payload| {
            let node = payload.node();
            let body = Body::new(&node.text());
            match node.attribute_in(XML, "lang") {
                Some(lang) => body.with_lang((&*lang).into()),
                None => body,
            }
        })
    }
}

/// The OpenPGP user ID that a key for an account must have: `xmpp:` followed by the bare JID.
///
/// [XEP-0373 §8.5](https://xmpp.org/extensions/xep-0373.html#openpgp-user-ids)
#[must_use]
pub fn user_id(account: &Jid) -> String {
    format!("xmpp:{}", account.to_bare().normalized())
}

/// The public keys of an account.
///
/// A client that finds its own key removed from the list of its account publishes it again.
///
/// [XEP-0373 §4.2](https://xmpp.org/extensions/xep-0373.html#announcing-pubkey-list)
#[doc(alias("XEP-0373", "XEP0373", "0373"))]
#[doc(alias("urn:xmpp:openpgp:0", "public-keys-list"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "public-keys-list", derive(Debug, PartialEq, Eq))]
#[xml(new = "A list of these keys.", parameters = [keys])]
#[non_exhaustive]
pub struct PublicKeyList {
    /// The keys. Messages are encrypted for all of them; none is listed twice.
    #[xml(child)]
    pub keys: Vec<PublicKeyMetadata>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A public key in the list of an account.
///
/// [XEP-0373 §4.2](https://xmpp.org/extensions/xep-0373.html#announcing-pubkey-list)
#[doc(alias("XEP-0373", "XEP0373", "0373"))]
#[doc(alias("urn:xmpp:openpgp:0", "pubkey-metadata"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "pubkey-metadata", derive(Debug, PartialEq, Eq))]
#[xml(new = "The key with this fingerprint, published at this time.")]
#[non_exhaustive]
pub struct PublicKeyMetadata {
    /// The OpenPGP v4 fingerprint of the primary key: hexadecimal digits in upper case.
    #[xml(attribute = "v4-fingerprint")]
    pub fingerprint: String,
    /// When the key was published or updated.
    #[xml(attribute)]
    pub date: DateTime,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl PublicKeyMetadata {
    /// The PEP node of the key: [`public_key_node`].
    #[must_use]
    pub fn node(&self) -> String {
        public_key_node(&self.fingerprint)
    }
}

/// A public key.
///
/// [XEP-0373 §4.1](https://xmpp.org/extensions/xep-0373.html#announcing-pubkey)
#[doc(alias("XEP-0373", "XEP0373", "0373"))]
#[doc(alias("urn:xmpp:openpgp:0", "pubkey"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "pubkey", derive(Debug, PartialEq, Eq))]
#[xml(new = "An element with this key.")]
#[non_exhaustive]
pub struct PublicKey {
    /// The transferable public key (RFC 4880 §11.1). Verify that it has the fingerprint in the name of the node that it
    /// comes from.
    #[xml(child_text)]
    pub data: Base64,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The secret keys of an account, encrypted with a [backup code](is_backup_code).
///
/// [XEP-0373 §5.4](https://xmpp.org/extensions/xep-0373.html#backup-encryption)
#[doc(alias("XEP-0373", "XEP0373", "0373"))]
#[doc(alias("urn:xmpp:openpgp:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "secretkey", derive(Debug, PartialEq, Eq))]
#[xml(new = "An element with these encrypted keys.")]
#[non_exhaustive]
pub struct SecretKey {
    /// An OpenPGP message with transferable secret keys, encrypted with a passphrase.
    #[xml(text)]
    pub data: Base64,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Whether a text has the form of a backup code, the passphrase of a [`SecretKey`]: six groups of four characters, separated
/// by hyphens; each character is a digit or a capital letter other than `0` and `O`.
///
/// ```
/// use xmpp_encryption::openpgp::is_backup_code;
///
/// assert!(is_backup_code("AB12-CD34-EF56-GH78-IJ91-KL23"));
/// assert!(!is_backup_code("AB12-CD34-EF56-GH78-IJ91-KL20"));
/// ```
///
/// [XEP-0373 §5.4](https://xmpp.org/extensions/xep-0373.html#backup-encryption)
#[must_use]
pub fn is_backup_code(code: &str) -> bool {
    let is_group = |group: &str| {
        group.len() == 4
            && group
                .bytes()
                .all(|b| matches!(b, b'1'..=b'9' | b'A'..=b'N' | b'P'..=b'Z'))
    };
    code.split('-').count() == 6 && code.split('-').all(is_group)
}
