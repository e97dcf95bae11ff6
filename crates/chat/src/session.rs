//! What two agree on before a conversation: whether it is recorded, how it is protected, and which features are used.
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

/// What two agree on. `None` means that nothing is said about it.
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
    /// The resource with which the session goes on.
    #[form(var = "continue", kind = "text-single")]
    pub continue_with: Option<String>,
    /// Whether what is said may be disclosed.
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
    /// The language of what is said.
    #[form(var = "language", kind = "list-single")]
    pub language: Option<String>,
    /// Whether what is said may be recorded.
    #[form(var = "logging", kind = "list-single", options, strict)]
    pub logging: Option<Permission>,
    /// Whether there may be several sessions of the two at a time.
    #[form(var = "multisession", kind = "boolean")]
    pub multisession: Option<bool>,
    /// Whether to negotiate anew.
    #[form(var = "renegotiate", kind = "boolean")]
    pub renegotiate: Option<bool>,
    /// How well it has to be protected at least.
    #[form(var = "security", kind = "list-single", options, strict)]
    pub security: Option<Security>,
    /// Whether the session ends.
    #[form(var = "terminate", kind = "boolean")]
    pub terminate: Option<bool>,
    /// The form that has all of this and what is not named here.
    #[form(source)]
    pub form: Form,
}

/// Whether something may be done.
///
/// [XEP-0155 §12.3](https://xmpp.org/extensions/xep-0155.html#registrar-formtype)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Permission {
    /// `may`: it may.
    May,
    /// `mustnot`: it must not.
    #[xml(token = "mustnot")]
    MustNot,
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}

/// Whether what is said may be disclosed.
///
/// [XEP-0155 §12.3](https://xmpp.org/extensions/xep-0155.html#registrar-formtype)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Disclosure {
    /// `never`: the software cannot do it.
    Never,
    /// `disabled`: it must not, but for what the law demands.
    Disabled,
    /// `enabled`: it may.
    Enabled,
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}

/// How a conversation is protected.
///
/// [XEP-0155 §12.3](https://xmpp.org/extensions/xep-0155.html#registrar-formtype)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Security {
    /// `none`: it need not be.
    None,
    /// `c2s`: between each of the two and their server.
    C2s,
    /// `e2e`: from the one to the other.
    E2e,
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}

/// What two agree on before an encrypted session. The specification is withdrawn. `None` means that nothing is said about it.
///
/// [XEP-0116 §11.2](https://xmpp.org/extensions/xep-0116.html#registrar-formtype)
#[doc(alias("XEP-0116", "XEP0116", "0116"))]
#[doc(alias("http://www.xmpp.org/extensions/xep-0116.html#ns"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = "http://www.xmpp.org/extensions/xep-0116.html#ns")]
#[non_exhaustive]
pub struct EncryptedSession {
    /// The algorithm to compress with.
    #[form(var = "compress", kind = "list-single")]
    pub compression: Option<String>,
    /// Where the counter of blocks begins, in base64.
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
    /// When the offer expires.
    #[form(var = "expires", kind = "hidden", strict)]
    pub expires: Option<String>,
    /// The hash algorithm.
    #[form(var = "hash_algs", kind = "list-single", strict)]
    pub hash: Option<String>,
    /// The resource that it is for.
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
    /// Which key the initiator has to show.
    #[form(var = "init_pubkey", kind = "list-single", options, strict)]
    pub initiator_key: Option<KeyDemand>,
    /// Which key the responder has to show.
    #[form(var = "resp_pubkey", kind = "list-single", options, strict)]
    pub responder_key: Option<KeyDemand>,
    /// How many stanzas there are at least between two exchanges of keys.
    #[form(var = "rekey_freq", kind = "text-single", strict)]
    pub rekey_frequency: Option<u64>,
    /// The digests of secrets that were kept, in base64.
    #[form(var = "rshashes", kind = "hidden", strict)]
    pub retained_hashes: Vec<String>,
    /// How the short string is made that the two compare.
    #[form(var = "sas_algs", kind = "list-single", strict)]
    pub sas: Option<String>,
    /// The signature algorithm.
    #[form(var = "sign_algs", kind = "list-single", strict)]
    pub signature: Option<String>,
    /// What is signed.
    #[form(var = "signs", kind = "list-single", strict)]
    pub signs: Option<String>,
    /// The digest of the secret that was kept, in base64.
    #[form(var = "srshash", kind = "hidden", strict)]
    pub shared_hash: Option<String>,
    /// Which kinds of stanzas are encrypted.
    #[form(var = "stanzas", kind = "list-multi", options = ["message", "presence", "iq"], strict)]
    pub stanzas: Vec<String>,
    /// The version of the protocol.
    #[form(var = "ver", kind = "list-single", options = ["1.0"], strict)]
    pub version: Option<String>,
    /// The form that has all of this and what is not named here.
    #[form(source)]
    pub form: Form,
}

/// Which key has to be shown.
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
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}
