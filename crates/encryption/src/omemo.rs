//! OMEMO: messages encrypted for each device of each recipient by a double ratchet.
//!
//! [`Devices`] and [`Bundle`] are published through PEP, in the nodes that [`Version`] names; an [`Encrypted`] travels in a
//! message. The plaintext is an [`Envelope`](crate::stanza_content::Envelope), which has to satisfy
//! [`Profile::OMEMO`](crate::stanza_content::Profile::OMEMO). Ciphertext, keys and signatures are bytes here: the
//! cryptography is up to a library for it.
//!
//! [XEP-0384, OMEMO Encryption](https://xmpp.org/extensions/xep-0384.html), also as of 2020 (`urn:xmpp:omemo:1`).
//! [`legacy_omemo`](crate::legacy_omemo) has the earlier protocol.

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_xml::{Base64, Extra, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:omemo:2";

/// The namespace of 2020. Its elements are the same; the plaintext is a
/// [`legacy_stanza_content::Content`](crate::legacy_stanza_content::Content).
pub const NS_1: &str = "urn:xmpp:omemo:1";

/// The version of the protocol, determined by the namespace.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Version {
    /// [`NS`]
    #[default]
    #[xml(token = "urn:xmpp:omemo:2")]
    Two,
    /// [`NS_1`]
    #[xml(token = "urn:xmpp:omemo:1")]
    One,
}

impl Version {
    /// The PEP node of the [`Devices`] of an account, readable by everybody.
    ///
    /// [XEP-0384 §5.3.1](https://xmpp.org/extensions/xep-0384.html#devices)
    #[must_use]
    pub const fn devices_node(self) -> &'static str {
        match self {
            Self::Two => "urn:xmpp:omemo:2:devices",
            Self::One => "urn:xmpp:omemo:1:devices",
        }
    }

    /// The PEP node of the [bundles](Bundle) of an account: an item for each device, whose id is that of the device.
    ///
    /// [XEP-0384 §5.3.2](https://xmpp.org/extensions/xep-0384.html#bundles)
    #[must_use]
    pub const fn bundles_node(self) -> &'static str {
        match self {
            Self::Two => "urn:xmpp:omemo:2:bundles",
            Self::One => "urn:xmpp:omemo:1:bundles",
        }
    }
}

/// Whether a number is a valid identifier of a device or key: from 1 to 2³¹ − 1.
///
/// Other numbers are accepted when reading. A list that contains one comes from faulty software or from an attacker.
///
/// [XEP-0384 §5.1](https://xmpp.org/extensions/xep-0384.html#usecases-setup)
#[must_use]
pub const fn is_id(id: u32) -> bool {
    matches!(id, 1..=0x7FFF_FFFF)
}

/// An encrypted message.
///
/// [XEP-0384 §5.5.3](https://xmpp.org/extensions/xep-0384.html#message-structure-description)
#[doc(alias("XEP-0384", "XEP0384", "0384"))]
#[doc(alias("urn:xmpp:omemo:2", "urn:xmpp:omemo:1"))]
#[derive(Clone, Xml)]
#[xml(name = "encrypted", derive(Debug, PartialEq, Eq))]
#[xml(new = "A message without a payload, which only transports keys.", parameters = [version, header], with)]
#[non_exhaustive]
pub struct Encrypted {
    /// The version of the protocol.
    #[xml(namespace)]
    pub version: Version,
    /// The sending device, and the encrypted key for each recipient.
    #[xml(child)]
    pub header: Header,
    /// The encrypted [`Envelope`](crate::stanza_content::Envelope). `None` means an *empty* message, which maintains a
    /// session and has nothing to show.
    #[xml(child_text, strict)]
    pub payload: Option<Base64>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The sending device of a message, and the encrypted key for each recipient.
///
/// [XEP-0384 §5.5.3](https://xmpp.org/extensions/xep-0384.html#message-structure-description)
#[doc(alias("XEP-0384", "XEP0384", "0384"))]
#[doc(alias("urn:xmpp:omemo:2", "urn:xmpp:omemo:1"))]
#[derive(Clone, Xml)]
#[xml(namespace = [NS, NS_1], name = "header", derive(Debug, PartialEq, Eq))]
#[xml(new = "The header of this sending device, with these keys.", parameters = [sender, keys])]
#[non_exhaustive]
pub struct Header {
    /// The identifier of the sending device, among those of the sender's account.
    #[xml(attribute = "sid")]
    pub sender: u32,
    /// The encrypted keys by account, including the sender's own account for its other devices.
    #[xml(child)]
    pub keys: Vec<Keys>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Header {
    /// The key for a device of an account; the resource of the JID is ignored. `None` means that the message was not
    /// encrypted for the device; the user should be informed.
    ///
    /// [XEP-0384 §5.6](https://xmpp.org/extensions/xep-0384.html#usecases-receiving)
    #[must_use]
    pub fn key_for(&self, account: &Jid, device: u32) -> Option<&Key> {
        let of_account =
            |keys: &&Keys| account.is_valid() && keys.jid.is_valid() && keys.jid.bare_eq(account);
        let mut keys = self
            .keys
            .iter()
            .filter(of_account)
            .flat_map(|keys| &keys.keys);
        keys.find(|key| key.recipient == device)
    }
}

/// The keys for the devices of an account.
///
/// [XEP-0384 §5.5.3](https://xmpp.org/extensions/xep-0384.html#message-structure-description)
#[doc(alias("XEP-0384", "XEP0384", "0384"))]
#[doc(alias("urn:xmpp:omemo:2", "urn:xmpp:omemo:1"))]
#[derive(Clone, Xml)]
#[xml(namespace = [NS, NS_1], name = "keys", derive(Debug, PartialEq, Eq))]
#[xml(new = "Keys for the devices of this account.", parameters = [jid, keys])]
#[non_exhaustive]
pub struct Keys {
    /// The bare JID of the account.
    #[xml(attribute)]
    pub jid: Jid,
    /// A key for each device.
    #[xml(child)]
    pub keys: Vec<Key>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The key that decrypts the payload, encrypted for a device.
///
/// [XEP-0384 §5.5.3](https://xmpp.org/extensions/xep-0384.html#message-structure-description)
#[doc(alias("XEP-0384", "XEP0384", "0384"))]
#[doc(alias("urn:xmpp:omemo:2", "urn:xmpp:omemo:1"))]
#[derive(Clone, Xml)]
#[xml(namespace = [NS, NS_1], name = "key", derive(Debug, PartialEq, Eq))]
#[xml(new = "A key for this device, within an established session.", with)]
#[non_exhaustive]
pub struct Key {
    /// The identifier of the recipient's device.
    #[xml(attribute = "rid")]
    pub recipient: u32,
    /// Whether [`data`](Self::data) is a key exchange, which begins a session.
    #[xml(attribute = "kex", default)]
    pub is_key_exchange: bool,
    /// An `OMEMOKeyExchange` or an `OMEMOAuthenticatedMessage`, in the format of Protocol Buffers.
    #[xml(text)]
    pub data: Base64,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The devices of an account that messages are encrypted for.
///
/// A client that finds its own device removed from the list of its account publishes it again.
///
/// [XEP-0384 §5.3.1](https://xmpp.org/extensions/xep-0384.html#devices)
#[doc(alias("XEP-0384", "XEP0384", "0384"))]
#[doc(alias("urn:xmpp:omemo:2", "urn:xmpp:omemo:1"))]
#[derive(Clone, Default, Xml)]
#[xml(name = "devices", derive(Debug, PartialEq, Eq))]
#[xml(new = "A list of these devices.", parameters = [version, devices])]
#[non_exhaustive]
pub struct Devices {
    /// The version of the protocol.
    #[xml(namespace)]
    pub version: Version,
    /// The devices.
    #[xml(child)]
    pub devices: Vec<Device>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Devices {
    /// Whether a device is in the list.
    #[must_use]
    pub fn contains(&self, device: u32) -> bool {
        self.devices.iter().any(|known| known.id == device)
    }
}

/// A device that supports OMEMO.
///
/// [XEP-0384 §5.3.1](https://xmpp.org/extensions/xep-0384.html#devices)
#[doc(alias("XEP-0384", "XEP0384", "0384"))]
#[doc(alias("urn:xmpp:omemo:2", "urn:xmpp:omemo:1"))]
#[derive(Clone, Xml)]
#[xml(namespace = [NS, NS_1], name = "device", derive(Debug, PartialEq, Eq))]
#[xml(new = "The device with this identifier.")]
#[non_exhaustive]
pub struct Device {
    /// The identifier: see [`is_id`].
    #[xml(attribute)]
    pub id: u32,
    /// The user's name for the device: see [`signed_label`](Self::signed_label). `None` if not specified.
    #[xml(attribute)]
    pub label: Option<String>,
    /// The signature of the label in UTF-8, by the identity key of the device. `None` means that the label is to be
    /// ignored.
    #[xml(attribute = "labelsig")]
    pub label_signature: Option<Base64>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Device {
    /// The label and its signature, which must be verified before the label is shown: a server could have replaced it.
    /// `None` if there is no label, or no signature.
    #[must_use]
    pub fn signed_label(&self) -> Option<(&str, &[u8])> {
        let signature = self.label_signature.as_ref()?;
        Some((self.label.as_deref()?, &signature.0))
    }

    /// Sets the label and its signature.
    #[must_use]
    pub fn with_label(mut self, label: impl Into<String>, signature: Base64) -> Self {
        self.label = Some(label.into());
        self.label_signature = Some(signature);
        self
    }
}

/// The public keys of a device, with which other devices begin sessions.
///
/// [XEP-0384 §5.3.2](https://xmpp.org/extensions/xep-0384.html#bundles)
#[doc(alias("XEP-0384", "XEP0384", "0384"))]
#[doc(alias("urn:xmpp:omemo:2", "urn:xmpp:omemo:1"))]
#[derive(Clone, Xml)]
#[xml(name = "bundle", derive(Debug, PartialEq, Eq))]
#[xml(
    new = "A bundle of these keys.",
    parameters = [version, identity_key, signed_pre_key, signed_pre_key_signature, pre_keys]
)]
#[non_exhaustive]
pub struct Bundle {
    /// The version of the protocol.
    #[xml(namespace)]
    pub version: Version,
    /// The signed pre-key.
    #[xml(child)]
    pub signed_pre_key: SignedPreKey,
    /// The signature of the signed pre-key by the identity key, to be verified before the bundle is used.
    #[xml(child_text = "spks")]
    pub signed_pre_key_signature: Base64,
    /// The public part of the identity key, in its Ed25519 form.
    #[xml(child_text = "ik")]
    pub identity_key: Base64,
    /// The pre-keys; whoever begins a session picks one at random.
    #[xml(child)]
    pub pre_keys: PreKeys,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A signed pre-key.
///
/// [XEP-0384 §5.3.2](https://xmpp.org/extensions/xep-0384.html#bundles)
#[doc(alias("XEP-0384", "XEP0384", "0384"))]
#[doc(alias("urn:xmpp:omemo:2", "urn:xmpp:omemo:1", "spk"))]
#[derive(Clone, Xml)]
#[xml(namespace = [NS, NS_1], name = "spk", derive(Debug, PartialEq, Eq))]
#[xml(new = "A pre-key with this identifier.")]
#[non_exhaustive]
pub struct SignedPreKey {
    /// The identifier: see [`is_id`].
    #[xml(attribute)]
    pub id: u32,
    /// The public part of the key.
    #[xml(text)]
    pub key: Base64,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The pre-keys of a [`Bundle`].
///
/// [XEP-0384 §5.3.2](https://xmpp.org/extensions/xep-0384.html#bundles)
#[doc(alias("XEP-0384", "XEP0384", "0384"))]
#[doc(alias("urn:xmpp:omemo:2", "urn:xmpp:omemo:1"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = [NS, NS_1], name = "prekeys", derive(Debug, PartialEq, Eq))]
#[xml(new = "A list of these pre-keys.", parameters = [keys])]
#[non_exhaustive]
pub struct PreKeys {
    /// The pre-keys: about 100 should be published, and 25 at least.
    #[xml(child)]
    pub keys: Vec<PreKey>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A pre-key, used for one session only.
///
/// [XEP-0384 §5.3.2](https://xmpp.org/extensions/xep-0384.html#bundles)
#[doc(alias("XEP-0384", "XEP0384", "0384"))]
#[doc(alias("urn:xmpp:omemo:2", "urn:xmpp:omemo:1", "pk"))]
#[derive(Clone, Xml)]
#[xml(namespace = [NS, NS_1], name = "pk", derive(Debug, PartialEq, Eq))]
#[xml(new = "A pre-key with this identifier.")]
#[non_exhaustive]
pub struct PreKey {
    /// The identifier, among pre-keys: see [`is_id`].
    #[xml(attribute)]
    pub id: u32,
    /// The public part of the key.
    #[xml(text)]
    pub key: Base64,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Asks the peer to continue without encryption. It must itself be encrypted.
///
/// The receiving client shows it, and sends no unencrypted messages until its user agrees.
///
/// [XEP-0384 §5.7](https://xmpp.org/extensions/xep-0384.html#opt-out)
#[doc(alias("XEP-0384", "XEP0384", "0384"))]
#[doc(alias("urn:xmpp:omemo:2", "urn:xmpp:omemo:1"))]
#[derive(Clone, Default, Xml)]
#[xml(name = "opt-out", derive(Debug, PartialEq, Eq))]
#[xml(new = "An opt-out without a reason.", with)]
#[non_exhaustive]
pub struct OptOut {
    /// The version of the protocol.
    #[xml(namespace)]
    pub version: Version,
    /// The reason, human-readable. `None` if not specified.
    #[xml(child_text)]
    pub reason: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
