//! Negotiation before a conversation: recording, protection and features.
//!
//! ```
//! use xmpp_chat::session::{Negotiation, Permission};
//! use xmpp_data_forms::FormType as _;
//! use xmpp_data_forms::form::FormKind;
//!
//! let mut offer = Negotiation::new(FormKind::Submit);
//! offer.accept = Some(true);
//! offer.logging = Some(Permission::MustNot);
//! assert_eq!(offer.to_form().value("logging"), Some("mustnot"));
//! ```
//!
//! [XEP-0155, Stanza Session Negotiation](https://xmpp.org/extensions/xep-0155.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_data_forms::FormType;
use xmpp_data_forms::form::Form;
use xmpp_xml::{OtherToken, Xml};

/// The negotiated parameters. `None` means not specified.
///
/// [XEP-0155 §12.3](https://xmpp.org/extensions/xep-0155.html#registrar-formtype)
#[doc(alias("XEP-0155", "XEP0155", "0155"))]
#[doc(alias("urn:xmpp:ssn"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = "urn:xmpp:ssn")]
#[non_exhaustive]
pub struct Negotiation {
    /// Whether the invitation is accepted.
    #[form(var = "accept", kind = "boolean")]
    pub accept: Option<bool>,
    /// The resource that continues the session.
    #[form(var = "continue", kind = "text-single")]
    pub continue_with: Option<String>,
    /// Whether the conversation may be disclosed.
    #[form(var = "disclosure", kind = "list-single", options, strict)]
    pub disclosure: Option<Disclosure>,
    /// Whether chat states may be sent.
    #[form(
        var = "http://jabber.org/protocol/chatstates",
        kind = "list-single",
        options
    )]
    pub chat_states: Option<Permission>,
    /// Whether XHTML-IM may be sent.
    #[form(
        var = "http://jabber.org/protocol/xhtml-im",
        kind = "list-single",
        options
    )]
    pub xhtml: Option<Permission>,
    /// The language of the conversation.
    #[form(var = "language", kind = "list-single")]
    pub language: Option<String>,
    /// Whether the conversation may be recorded.
    #[form(var = "logging", kind = "list-single", options, strict)]
    pub logging: Option<Permission>,
    /// Whether there may be several simultaneous sessions.
    #[form(var = "multisession", kind = "boolean")]
    pub multisession: Option<bool>,
    /// Whether to renegotiate.
    #[form(var = "renegotiate", kind = "boolean")]
    pub renegotiate: Option<bool>,
    /// The minimum protection.
    #[form(var = "security", kind = "list-single", options, strict)]
    pub security: Option<Security>,
    /// Whether the session ends.
    #[form(var = "terminate", kind = "boolean")]
    pub terminate: Option<bool>,
    /// The underlying form with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}

/// A permission.
///
/// [XEP-0155 §12.3](https://xmpp.org/extensions/xep-0155.html#registrar-formtype)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Permission {
    /// `may`: allowed.
    May,
    /// `mustnot`: forbidden.
    #[xml(token = "mustnot")]
    MustNot,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// Whether a conversation may be disclosed.
///
/// [XEP-0155 §12.3](https://xmpp.org/extensions/xep-0155.html#registrar-formtype)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Disclosure {
    /// `never`: the software cannot do it.
    Never,
    /// `disabled`: forbidden, except as required by law.
    Disabled,
    /// `enabled`: allowed.
    Enabled,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// The protection of a conversation.
///
/// [XEP-0155 §12.3](https://xmpp.org/extensions/xep-0155.html#registrar-formtype)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Security {
    /// `none`: none required.
    None,
    /// `c2s`: between client and server, on both sides.
    C2s,
    /// `e2e`: end-to-end.
    E2e,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// The parameters of an encrypted session. The specification is withdrawn. `None` means not specified.
///
/// [XEP-0116 §11.2](https://xmpp.org/extensions/xep-0116.html#registrar-formtype)
#[doc(alias("XEP-0116", "XEP0116", "0116"))]
#[doc(alias("http://www.xmpp.org/extensions/xep-0116.html#ns"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = "http://www.xmpp.org/extensions/xep-0116.html#ns")]
#[non_exhaustive]
pub struct EncryptedSession {
    /// The compression algorithm.
    #[form(var = "compress", kind = "list-single")]
    pub compression: Option<String>,
    /// The initial block counter, in base64.
    #[form(var = "counter", kind = "hidden", strict)]
    pub counter: Option<String>,
    /// The cipher.
    #[form(var = "crypt_algs", kind = "list-single", strict)]
    pub cipher: Option<String>,
    /// The digests of the Diffie-Hellman keys, in base64.
    #[form(var = "dhhashes", kind = "hidden", strict)]
    pub dh_hashes: Vec<String>,
    /// The Diffie-Hellman keys, in base64.
    #[form(var = "dhkeys", kind = "hidden", strict)]
    pub dh_keys: Vec<String>,
    /// The expiry of the offer.
    #[form(var = "expires", kind = "hidden", strict)]
    pub expires: Option<String>,
    /// The hash algorithm.
    #[form(var = "hash_algs", kind = "list-single", strict)]
    pub hash: Option<String>,
    /// The resource that the offer is for.
    #[form(var = "match_resource", kind = "text-single", strict)]
    pub match_resource: Option<String>,
    /// The number of the Diffie-Hellman group.
    #[form(var = "modp", kind = "list-single", strict)]
    pub group: Option<String>,
    /// The nonce of the sender, in base64.
    #[form(var = "my_nonce", kind = "hidden", strict)]
    pub my_nonce: Option<String>,
    /// The nonce of the recipient, in base64.
    #[form(var = "nonce", kind = "hidden", strict)]
    pub nonce: Option<String>,
    /// The key that the initiator must show.
    #[form(var = "init_pubkey", kind = "list-single", options, strict)]
    pub initiator_key: Option<KeyDemand>,
    /// The key that the responder must show.
    #[form(var = "resp_pubkey", kind = "list-single", options, strict)]
    pub responder_key: Option<KeyDemand>,
    /// The minimum number of stanzas between two key exchanges.
    #[form(var = "rekey_freq", kind = "text-single", strict)]
    pub rekey_frequency: Option<u64>,
    /// The digests of retained secrets, in base64.
    #[form(var = "rshashes", kind = "hidden", strict)]
    pub retained_hashes: Vec<String>,
    /// The algorithm of the short authentication string.
    #[form(var = "sas_algs", kind = "list-single", strict)]
    pub sas: Option<String>,
    /// The signature algorithm.
    #[form(var = "sign_algs", kind = "list-single", strict)]
    pub signature: Option<String>,
    /// What is signed.
    #[form(var = "signs", kind = "list-single", strict)]
    pub signs: Option<String>,
    /// The digest of the retained secret, in base64.
    #[form(var = "srshash", kind = "hidden", strict)]
    pub shared_hash: Option<String>,
    /// The kinds of stanzas that are encrypted.
    #[form(var = "stanzas", kind = "list-multi", options = ["message", "presence", "iq"], strict)]
    pub stanzas: Vec<String>,
    /// The version of the protocol.
    #[form(var = "ver", kind = "list-single", options = ["1.0"], strict)]
    pub version: Option<String>,
    /// The underlying form with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}

/// The kind of key to show.
///
/// [XEP-0116 §11.2](https://xmpp.org/extensions/xep-0116.html#registrar-formtype)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum KeyDemand {
    /// `none`: none.
    None,
    /// `key`: the key itself.
    Key,
    /// `hash`: its fingerprint.
    Hash,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}
