//! OMEMO as it was before 2020, which most clients still use: only the body of a message is encrypted.
//!
//! A [`DeviceList`] is published through PEP in the node [`DEVICES_NODE`], a [`Bundle`] in [a node for each
//! device](bundle_node); an [`Encrypted`] travels in a message. Everything else in the message, such as links and
//! corrections, is sent in the clear and unprotected.
//!
//! [XEP-0384, OMEMO Encryption, version 0.3](https://xmpp.org/extensions/attic/xep-0384-0.3.0.html). [`omemo`](crate::omemo)
//! has the current protocol.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Base64, Extra, Xml};

/// The namespace.
pub const NS: &str = "eu.siacs.conversations.axolotl";

/// The PEP node of the [`DeviceList`] of an account.
pub const DEVICES_NODE: &str = "eu.siacs.conversations.axolotl.devicelist";

/// The PEP node of the [`Bundle`] of a device.
///
/// [XEP-0384 §4.4](https://xmpp.org/extensions/attic/xep-0384-0.3.0.html#usecases-announcing)
#[must_use]
pub fn bundle_node(device: u32) -> String {
    format!("{NS}.bundles:{device}")
}

/// An encrypted message.
///
/// [XEP-0384 §4.6](https://xmpp.org/extensions/attic/xep-0384-0.3.0.html#usecases-messagesend)
#[doc(alias("XEP-0384", "XEP0384", "0384"))]
#[doc(alias("eu.siacs.conversations.axolotl"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "encrypted", derive(Debug, PartialEq, Eq))]
#[xml(new = "A message without a payload, which only transports keys.", with)]
#[non_exhaustive]
pub struct Encrypted {
    /// The sending device, and the encrypted key for each recipient.
    #[xml(child)]
    pub header: Header,
    /// The encrypted body of the message. `None` means a message that only transports a key, and has nothing to show.
    #[xml(child_text, strict)]
    pub payload: Option<Base64>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The sending device of a message, and the encrypted key for each recipient.
///
/// [XEP-0384 §4.6](https://xmpp.org/extensions/attic/xep-0384-0.3.0.html#usecases-messagesend)
#[doc(alias("XEP-0384", "XEP0384", "0384"))]
#[doc(alias("eu.siacs.conversations.axolotl"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "header", derive(Debug, PartialEq, Eq))]
#[xml(new = "The header of this sending device, with these keys.", parameters = [sender, keys, initialization_vector])]
#[non_exhaustive]
pub struct Header {
    /// The identifier of the sending device, among those of the sender's account.
    #[xml(attribute = "sid")]
    pub sender: u32,
    /// The encrypted key for each device, of all accounts.
    #[xml(child)]
    pub keys: Vec<Key>,
    /// The initialization vector: 12 bytes, or 16 from older clients. `None` is an error of the sender: the payload cannot
    /// be decrypted.
    #[xml(child_text = "iv", strict)]
    pub initialization_vector: Option<Base64>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Header {
    /// The first key for the device with this identifier. `None` means that the message was not encrypted for the device.
    ///
    /// Devices of different accounts may have the same identifier, and the element does not say which account a key is for.
    /// So the right key may be another one: [`keys_for`](Self::keys_for) returns all candidates.
    #[must_use]
    pub fn key_for(&self, device: u32) -> Option<&Key> {
        self.keys_for(device).next()
    }

    /// All keys for devices with this identifier. The right one is the first that can be decrypted.
    pub fn keys_for(&self, device: u32) -> impl Iterator<Item = &Key> {
        self.keys.iter().filter(move |key| key.recipient == device)
    }
}

/// The key that decrypts the payload, encrypted for a device.
///
/// [XEP-0384 §4.6](https://xmpp.org/extensions/attic/xep-0384-0.3.0.html#usecases-messagesend)
#[doc(alias("XEP-0384", "XEP0384", "0384"))]
#[doc(alias("eu.siacs.conversations.axolotl"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "key", derive(Debug, PartialEq, Eq))]
#[xml(new = "A key for this device, within an established session.", with)]
#[non_exhaustive]
pub struct Key {
    /// The identifier of the recipient's device.
    #[xml(attribute = "rid")]
    pub recipient: u32,
    /// Whether [`data`](Self::data) is a `PreKeySignalMessage`, which begins a session with a pre-key of the recipient.
    #[xml(attribute = "prekey", default)]
    pub is_pre_key: bool,
    /// A `PreKeySignalMessage` or a `SignalMessage`.
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
/// [XEP-0384 §4.3](https://xmpp.org/extensions/attic/xep-0384-0.3.0.html#usecases-announcing)
#[doc(alias("XEP-0384", "XEP0384", "0384"))]
#[doc(alias("eu.siacs.conversations.axolotl", "list"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "list", derive(Debug, PartialEq, Eq))]
#[xml(new = "A list of these devices.", parameters = [devices])]
#[non_exhaustive]
pub struct DeviceList {
    /// The devices.
    #[xml(child)]
    pub devices: Vec<Device>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl DeviceList {
    /// Whether a device is in the list.
    #[must_use]
    pub fn contains(&self, device: u32) -> bool {
        self.devices.iter().any(|known| known.id == device)
    }
}

/// A device that supports OMEMO.
///
/// [XEP-0384 §4.3](https://xmpp.org/extensions/attic/xep-0384-0.3.0.html#usecases-announcing)
#[doc(alias("XEP-0384", "XEP0384", "0384"))]
#[doc(alias("eu.siacs.conversations.axolotl"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "device", derive(Debug, PartialEq, Eq))]
#[xml(new = "The device with this identifier.")]
#[non_exhaustive]
pub struct Device {
    /// The identifier.
    #[xml(attribute)]
    pub id: u32,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The public keys of a device, with which other devices begin sessions.
///
/// [XEP-0384 §4.4](https://xmpp.org/extensions/attic/xep-0384-0.3.0.html#usecases-announcing)
#[doc(alias("XEP-0384", "XEP0384", "0384"))]
#[doc(alias("eu.siacs.conversations.axolotl"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "bundle", derive(Debug, PartialEq, Eq))]
#[xml(
    new = "A bundle of these keys.",
    parameters = [identity_key, signed_pre_key, signed_pre_key_signature, pre_keys]
)]
#[non_exhaustive]
pub struct Bundle {
    /// The signed pre-key.
    #[xml(child)]
    pub signed_pre_key: SignedPreKey,
    /// The signature of the signed pre-key by the identity key, to be verified before the bundle is used.
    #[xml(child_text = "signedPreKeySignature")]
    pub signed_pre_key_signature: Base64,
    /// The public part of the identity key, in its Curve25519 form.
    #[xml(child_text = "identityKey")]
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
/// [XEP-0384 §4.4](https://xmpp.org/extensions/attic/xep-0384-0.3.0.html#usecases-announcing)
#[doc(alias("XEP-0384", "XEP0384", "0384"))]
#[doc(alias("eu.siacs.conversations.axolotl", "signedPreKeyPublic"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "signedPreKeyPublic", derive(Debug, PartialEq, Eq))]
#[xml(new = "A pre-key with this identifier.")]
#[non_exhaustive]
pub struct SignedPreKey {
    /// The identifier.
    #[xml(attribute = "signedPreKeyId")]
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
/// [XEP-0384 §4.4](https://xmpp.org/extensions/attic/xep-0384-0.3.0.html#usecases-announcing)
#[doc(alias("XEP-0384", "XEP0384", "0384"))]
#[doc(alias("eu.siacs.conversations.axolotl"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "prekeys", derive(Debug, PartialEq, Eq))]
#[xml(new = "A list of these pre-keys.", parameters = [keys])]
#[non_exhaustive]
pub struct PreKeys {
    /// The pre-keys.
    #[xml(child)]
    pub keys: Vec<PreKey>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A pre-key, used for one session only.
///
/// [XEP-0384 §4.4](https://xmpp.org/extensions/attic/xep-0384-0.3.0.html#usecases-announcing)
#[doc(alias("XEP-0384", "XEP0384", "0384"))]
#[doc(alias("eu.siacs.conversations.axolotl", "preKeyPublic"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "preKeyPublic", derive(Debug, PartialEq, Eq))]
#[xml(new = "A pre-key with this identifier.")]
#[non_exhaustive]
pub struct PreKey {
    /// The identifier, among pre-keys.
    #[xml(attribute = "preKeyId")]
    pub id: u32,
    /// The public part of the key.
    #[xml(text)]
    pub key: Base64,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
