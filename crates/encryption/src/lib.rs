//! End-to-end encryption and signatures, trust in keys, and security labels.
//!
//! | module | what is in it |
//! |---|---|
//! | [`omemo`], [`legacy_omemo`] | OMEMO: messages, lists of devices, bundles of keys |
//! | [`openpgp`], [`legacy_openpgp`] | OpenPGP: messages, public keys, the secret key |
//! | [`explicit`] | hints about how a message is encrypted |
//! | [`stanza_content`], [`legacy_stanza_content`] | the content of a stanza to encrypt, and checks that it belongs to the stanza it came in |
//! | [`trust`] | which keys a user trusts |
//! | [`pubsub_openpgp`], [`targeted`] | items of publish-subscribe nodes, encrypted |
//! | [`pubsub_signing`], [`openpgp_signing`] | items of publish-subscribe nodes, signed |
//! | [`contacts`] | names and groups of contacts, kept secret from the server |
//! | [`x509`], [`xid`] | certificates of users, and identities made of public keys |
//! | [`labels`] | how sensitive a message is |
//!
//! There is no cryptography here: ciphertext, keys and signatures are bytes.
//!
//! Encrypted file sharing is in `xmpp_files::encryption`, encrypted transports in `xmpp_jingle::encrypted_transports`.
//!
//! ```
//! use xmpp_core_stanzas::Message;
//! use xmpp_encryption::explicit::{Encryption, Method};
//! use xmpp_encryption::omemo::{Encrypted, Header, Key, Keys, Version};
//! use xmpp_jid::Jid;
//! use xmpp_xml::Base64;
//!
//! // An OMEMO library has encrypted the message for one of Dora's devices.
//! let key = Key::new(31415, Base64(vec![0x0A, 0x10])).with_key_exchange(true);
//! let header = Header::new(27183, [Keys::new(Jid::new("dora@sea.example")?, [key])]);
//! let encrypted = Encrypted::new(Version::Two, header).with_payload(Base64(vec![0xCA, 0xFE]));
//! let message = Message::new()
//!     .with_payload(&encrypted)?
//!     .with_payload(&Encryption::new(Method::Omemo))?;
//!
//! // Dora's device looks for its key.
//! let received: Encrypted = message.payload()?.expect("it is encrypted");
//! let key = received.header.key_for(&Jid::new("Dora@sea.example/deck")?, 31415).expect("a key");
//! assert!(key.is_key_exchange);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![warn(missing_docs)]
#![cfg_attr(
    not(test),
    warn(
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::unwrap_used
    )
)]

extern crate alloc;

pub mod contacts;
pub mod explicit;
pub mod labels;
pub mod legacy_omemo;
pub mod legacy_openpgp;
pub mod legacy_stanza_content;
pub mod omemo;
pub mod openpgp;
pub mod openpgp_signing;
pub mod pubsub_openpgp;
pub mod pubsub_signing;
pub mod stanza_content;
pub mod targeted;
pub mod trust;
pub mod x509;
pub mod xid;

use xmpp_xml::registry::{Entry, Place};

xmpp_xml::registry! {
    /// The elements of this area.
    pub const REGISTRY: &[Entry] = &[
        Entry::of::<legacy_openpgp::Signed>("XEP-0027", "2", &[Place::Presence, Place::Message]),
        Entry::of::<legacy_openpgp::Encrypted>("XEP-0027", "3", &[Place::Message]),
        Entry::of::<labels::SecurityLabel>("XEP-0258", "3", &[Place::Message, Place::Nested]),
        Entry::of::<labels::DisplayMarking>("XEP-0258", "3", &[Place::Nested]),
        Entry::of::<labels::Label>("XEP-0258", "3", &[Place::Nested]),
        Entry::of::<labels::EquivalentLabel>("XEP-0258", "3", &[Place::Nested]),
        Entry::of::<labels::ess::EssLabel>("XEP-0258", "9.3", &[Place::Nested]),
        Entry::of::<labels::catalog::Request>("XEP-0258", "4", &[Place::IqGet]),
        Entry::of::<labels::catalog::Catalog>("XEP-0258", "4", &[Place::IqResult]),
        Entry::of::<labels::catalog::Item>("XEP-0258", "4", &[Place::Nested]),
        Entry::of::<openpgp::Message>(
            "XEP-0373",
            "3.1",
            &[
                Place::Message,
                Place::Presence,
                Place::IqGet,
                Place::IqSet,
                Place::IqResult,
                Place::Nested,
            ],
        ),
        Entry::of::<openpgp::Content>("XEP-0373", "3.1", &[Place::Nested]),
        Entry::of::<openpgp::Recipient>("XEP-0373", "3.1", &[Place::Nested]),
        Entry::of::<openpgp::Time>("XEP-0373", "3.1", &[Place::Nested]),
        Entry::of::<openpgp::Payload>("XEP-0373", "3.1", &[Place::Nested]),
        Entry::of::<openpgp::PublicKey>("XEP-0373", "4.1", &[Place::Nested]),
        Entry::of::<openpgp::PublicKeyList>("XEP-0373", "4.2", &[Place::Nested]),
        Entry::of::<openpgp::PublicKeyMetadata>("XEP-0373", "4.2", &[Place::Nested]),
        Entry::of::<openpgp::SecretKey>("XEP-0373", "5.4", &[Place::Nested]),
        Entry::of::<explicit::Encryption>("XEP-0380", "3.1", &[Place::Message]),
        Entry::of::<omemo::Encrypted>(
            "XEP-0384",
            "5.5.3",
            &[Place::Message, Place::IqGet, Place::IqSet, Place::IqResult, Place::Nested],
        ),
        Entry::of::<omemo::Header>("XEP-0384", "5.5.3", &[Place::Nested]),
        Entry::of::<omemo::Keys>("XEP-0384", "5.5.3", &[Place::Nested]),
        Entry::of::<omemo::Key>("XEP-0384", "5.5.3", &[Place::Nested]),
        Entry::of::<omemo::Devices>("XEP-0384", "5.3.1", &[Place::Nested]),
        Entry::of::<omemo::Device>("XEP-0384", "5.3.1", &[Place::Nested]),
        Entry::of::<omemo::Bundle>("XEP-0384", "5.3.2", &[Place::Nested]),
        Entry::of::<omemo::SignedPreKey>("XEP-0384", "5.3.2", &[Place::Nested]),
        Entry::of::<omemo::PreKeys>("XEP-0384", "5.3.2", &[Place::Nested]),
        Entry::of::<omemo::PreKey>("XEP-0384", "5.3.2", &[Place::Nested]),
        Entry::of::<omemo::OptOut>("XEP-0384", "5.7", &[Place::Nested]),
        Entry::of::<legacy_omemo::Encrypted>("XEP-0384", "4.6", &[Place::Message, Place::Nested]),
        Entry::of::<legacy_omemo::Header>("XEP-0384", "4.6", &[Place::Nested]),
        Entry::of::<legacy_omemo::Key>("XEP-0384", "4.6", &[Place::Nested]),
        Entry::of::<legacy_omemo::DeviceList>("XEP-0384", "4.3", &[Place::Nested]),
        Entry::of::<legacy_omemo::Device>("XEP-0384", "4.3", &[Place::Nested]),
        Entry::of::<legacy_omemo::Bundle>("XEP-0384", "4.4", &[Place::Nested]),
        Entry::of::<legacy_omemo::SignedPreKey>("XEP-0384", "4.4", &[Place::Nested]),
        Entry::of::<legacy_omemo::PreKeys>("XEP-0384", "4.4", &[Place::Nested]),
        Entry::of::<legacy_omemo::PreKey>("XEP-0384", "4.4", &[Place::Nested]),
        Entry::of::<x509::Certificate>(
            "XEP-0417",
            "4.1",
            &[Place::Message, Place::Presence, Place::Nested],
        ),
        Entry::of::<x509::Chain>(
            "XEP-0417",
            "4.1",
            &[Place::IqResult, Place::Message, Place::Presence, Place::Nested],
        ),
        Entry::of::<x509::SigningRequest>("XEP-0417", "4.2", &[Place::IqGet]),
        Entry::of::<x509::Signature>("XEP-0417", "4.3", &[Place::Nested]),
        Entry::of::<x509::Register>("XEP-0417", "5.1.2", &[Place::StreamFeature]),
        Entry::of::<x509::AuthorityList>("XEP-0417", "5.2", &[Place::IqGet, Place::IqResult]),
        Entry::of::<x509::Challenge>("XEP-0417", "6.2", &[Place::Message]),
        Entry::of::<x509::ChallengeFailed>("XEP-0417", "6.4", &[Place::StanzaError]),
        Entry::of::<x509::Revoke>("XEP-0417", "7", &[Place::IqSet]),
        Entry::of::<stanza_content::Envelope>("XEP-0420", "3", &[Place::Nested]),
        Entry::of::<stanza_content::Content>("XEP-0420", "3", &[Place::Nested]),
        Entry::of::<stanza_content::Time>("XEP-0420", "4", &[Place::Nested]),
        Entry::of::<stanza_content::Recipient>("XEP-0420", "4", &[Place::Nested]),
        Entry::of::<stanza_content::Sender>("XEP-0420", "4", &[Place::Nested]),
        Entry::of::<legacy_stanza_content::Content>("XEP-0420", "3", &[Place::Nested]),
        Entry::of::<legacy_stanza_content::Payload>("XEP-0420", "3", &[Place::Nested]),
        Entry::of::<trust::TrustMessage>("XEP-0434", "4", &[Place::Message, Place::Nested]),
        Entry::of::<trust::KeyOwner>("XEP-0434", "4", &[Place::Nested]),
        Entry::of::<pubsub_openpgp::Encrypted>("XEP-0473", "5.1", &[Place::Nested]),
        Entry::of::<pubsub_openpgp::SharedSecret>("XEP-0473", "5.2", &[Place::Nested]),
        Entry::of::<pubsub_openpgp::Revoke>("XEP-0473", "5.3", &[Place::Nested]),
        Entry::of::<pubsub_openpgp::Reason>("XEP-0473", "5.3", &[Place::Nested]),
        Entry::of::<pubsub_signing::SignData>("XEP-0475", "5", &[Place::Nested]),
        Entry::of::<pubsub_signing::Signature>("XEP-0475", "5", &[Place::Nested]),
        Entry::of::<pubsub_signing::Recipient>("XEP-0475", "5", &[Place::Nested]),
        Entry::of::<pubsub_signing::Time>("XEP-0475", "5", &[Place::Nested]),
        Entry::of::<pubsub_signing::Signer>("XEP-0475", "5", &[Place::Nested]),
        Entry::of::<openpgp_signing::Sign>("XEP-0476", "2", &[Place::Nested]),
        Entry::of::<targeted::Encrypted>("XEP-0477", "3.1", &[Place::Nested]),
        Entry::of::<contacts::Contact>("XEP-0510", "4.1", &[Place::Nested]),
        Entry::of::<contacts::Identity>("XEP-0510", "4.1.1", &[Place::Nested]),
        Entry::of::<contacts::Group>("XEP-0510", "4.2", &[Place::Nested]),
        Entry::of::<contacts::Reserved>("XEP-0510", "4.3", &[Place::Nested]),
        Entry::of::<xid::Identity>("XEP-0516", "5.1", &[Place::Nested]),
        Entry::of::<xid::Revoked>("XEP-0516", "5.2", &[Place::Nested]),
        Entry::of::<xid::Challenge>("XEP-0516", "6", &[Place::Message]),
        Entry::of::<xid::Response>("XEP-0516", "6", &[Place::Message]),
        Entry::of::<xid::PrivateKeyRequest>("XEP-0516", "7.2", &[Place::Nested]),
        Entry::of::<xid::PrivateKey>("XEP-0516", "7.2", &[Place::Nested]),
    ];
}
