//! Server dialback: a server asks the one that a domain leads to whether it stands behind a connection.
//!
//! Four steps, for the right to send stanzas from one domain (`from` of the first step) to another (`to`):
//!
//! 1. The initiating server sends an [`Authorization`] with a key.
//! 2. The receiving server sends the key in a [`Verification`] to the authoritative server of the domain.
//! 3. The authoritative server answers whether the key is its own.
//! 4. The receiving server answers the first step.
//!
//! It is offered by [`Feature`], or in the older way by a [header](crate::stream::Header::offers_dialback) that declares the
//! namespace; the prefix should be `db` ([RFC 3920 §8](https://www.rfc-editor.org/rfc/rfc3920#section-8)).
//!
//! [XEP-0220, Server Dialback](https://xmpp.org/extensions/xep-0220.html)
//!
//! ```
//! use xmpp_jid::Jid;
//! use xmpp_stream_errors::dialback::{Authorization, Kind, Step, Verification};
//!
//! let (tea, cup) = (Jid::new("tea.example")?, Jid::new("cup.example")?);
//!
//! // tea.example opens a stream to cup.example, whose header in return has this `id`.
//! let request = Authorization::with_key(b"a secret of tea.example", &tea, &cup, "417GAF25");
//! // cup.example asks whoever it finds at tea.example,
//! let Step::Request(key) = request.step() else { panic!() };
//! let question = Verification::request(&request, key, "417GAF25");
//! // which knows the secret,
//! assert!(question.has_key_of(b"a secret of tea.example"));
//! let answer = question.answer(Kind::Valid);
//! // and cup.example believes only what it has asked for.
//! assert!(answer.answers(&question) && answer.step() == Step::Valid);
//! let result = request.answer(Kind::Valid);
//! assert!(result.answers(&request));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use alloc::string::String;
use alloc::vec::Vec;

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::{Digest as _, Sha256};
use xmpp_core_stanzas::{Condition, DefinedCondition, ErrorText, StanzaErrorKind};
use xmpp_jid::Jid;
use xmpp_xml::{Extra, Hex, OtherToken, Secret, Value as _, Xml, trim};

/// The namespace of the steps.
pub const NS: &str = "jabber:server:dialback";

/// The namespace of the stream feature.
pub const FEATURE_NS: &str = "urn:xmpp:features:dialback";

/// Among the features of a stream: server dialback is offered, with or without errors that do not end the stream.
///
/// [XEP-0220 §2.4.2](https://xmpp.org/extensions/xep-0220.html#advertisement-errors)
#[doc(alias("XEP-0220", "XEP0220", "0220"))]
#[doc(alias("urn:xmpp:features:dialback", "dialback"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = FEATURE_NS, name = "dialback")]
#[non_exhaustive]
pub struct Feature {
    /// A [`DialbackError`] is understood: it does not end the stream.
    #[xml(flag = "errors")]
    pub errors: bool,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Steps 1 and 4, between the initiating and the receiving server: may stanzas of this domain be sent here?
///
/// [`step`](Self::step) says what it says.
///
/// [XEP-0220 §2.1.1](https://xmpp.org/extensions/xep-0220.html#protocol-outbound)
#[doc(alias("XEP-0220", "XEP0220", "0220"))]
#[doc(alias("jabber:server:dialback", "result"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "result", prefix = "db")]
#[non_exhaustive]
pub struct Authorization {
    /// In the request, the domain that stanzas will come from; in the answer, the one they are sent to.
    #[xml(attribute)]
    pub from: Jid,
    /// In the request, the domain that stanzas are sent to; in the answer, the one they will come from.
    #[xml(attribute)]
    pub to: Jid,
    /// The outcome. `None` in the request.
    #[xml(attribute = "type")]
    pub kind: Option<Kind>,
    /// In the request, the key as it is spelt, perhaps with white space around it. `None` in the answer.
    #[xml(text)]
    pub key: Option<Secret<String>>,
    /// What went wrong, in an answer of [`Kind::Error`].
    #[xml(child)]
    pub error: Option<DialbackError>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Steps 2 and 3, between the receiving and the authoritative server: is this key one of yours?
///
/// [`step`](Self::step) says what it says.
///
/// [XEP-0220 §2.1.2](https://xmpp.org/extensions/xep-0220.html#protocol-outbound)
#[doc(alias("XEP-0220", "XEP0220", "0220"))]
#[doc(alias("jabber:server:dialback", "verify"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "verify", prefix = "db")]
#[non_exhaustive]
pub struct Verification {
    /// In the request, the domain that stanzas are sent to; in the answer, the one they will come from.
    #[xml(attribute)]
    pub from: Jid,
    /// In the request, the domain that stanzas will come from; in the answer, the one they are sent to.
    #[xml(attribute)]
    pub to: Jid,
    /// The `id` of the stream that the key came in on: of the header that the receiving server sent there.
    #[xml(attribute)]
    pub id: String,
    /// The outcome. `None` in the request.
    #[xml(attribute = "type")]
    pub kind: Option<Kind>,
    /// In the request, the key as it is spelt, perhaps with white space around it. `None` in the answer.
    #[xml(text)]
    pub key: Option<Secret<String>>,
    /// What went wrong, in an answer of [`Kind::Error`].
    #[xml(child)]
    pub error: Option<DialbackError>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The outcome of a request.
///
/// [XEP-0220 §2.1](https://xmpp.org/extensions/xep-0220.html#protocol-outbound)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Kind {
    /// The domain stands behind the connection.
    Valid,
    /// It does not.
    Invalid,
    /// That could not be found out: see the [`DialbackError`]. Nothing is allowed by it.
    Error,
    /// A word that the specification does not have. Nothing is allowed by it.
    #[xml(other)]
    Other(OtherToken),
}

/// What an [`Authorization`] or a [`Verification`] says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Step<'a> {
    /// A request, with the key, without white space around it.
    Request(&'a str),
    /// The domain stands behind the connection.
    Valid,
    /// It does not.
    Invalid,
    /// That could not be found out. `None` where the error that should say why is not there.
    Error(Option<&'a DialbackError>),
    /// An answer with a word that the specification does not have.
    Unknown(&'a str),
}

/// Why a request could not be answered. Other than `invalid`, it does not end the stream.
///
/// [XEP-0220 §2.5](https://xmpp.org/extensions/xep-0220.html#errors)
#[doc(alias("XEP-0220", "XEP0220", "0220"))]
#[doc(alias("jabber:server", "error"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = "jabber:server", name = "error")]
#[non_exhaustive]
pub struct DialbackError {
    /// What to do about it. The specification has it in its examples and not in its text.
    #[xml(attribute = "type")]
    pub kind: Option<StanzaErrorKind>,
    /// What is wrong: a condition of stanza errors. `None` only in errors that break the rules.
    #[xml(child)]
    pub condition: Option<DefinedCondition>,
    /// The same in words, once in each language.
    #[xml(child)]
    pub texts: Vec<ErrorText>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Feature {
    /// Server dialback with errors that do not end the stream.
    #[must_use]
    pub fn new() -> Self {
        Self {
            errors: true,
            extra: Extra::new(),
        }
    }
}

impl Authorization {
    /// Step 1 with a key that has been made in some way: stanzas are to be sent from the first to the second domain.
    #[must_use]
    pub fn request(from: impl Into<Jid>, to: impl Into<Jid>, key: &str) -> Self {
        Self {
            from: from.into(),
            to: to.into(),
            kind: None,
            key: Some(key.into()),
            error: None,
            extra: Extra::new(),
        }
    }

    /// Step 1 with the [`key`] for this stream, whose `id` is that of the header which the receiving server has sent.
    #[must_use]
    pub fn with_key(secret: &[u8], from: &Jid, to: &Jid, stream_id: &str) -> Self {
        let key = key(secret, to, from, stream_id);
        Self::request(from.clone(), to.clone(), &key)
    }

    /// Step 4: the answer to this request. With [`Kind::Error`], rather [`refuse`](Self::refuse) it.
    #[must_use]
    pub fn answer(&self, kind: Kind) -> Self {
        Self {
            from: self.to.clone(),
            to: self.from.clone(),
            kind: Some(kind),
            key: None,
            error: None,
            extra: Extra::new(),
        }
    }

    /// Step 4: the answer that this request could not be decided, for such a reason.
    #[must_use]
    pub fn refuse(&self, error: DialbackError) -> Self {
        Self {
            error: Some(error),
            ..self.answer(Kind::Error)
        }
    }

    /// What it says.
    #[must_use]
    pub fn step(&self) -> Step<'_> {
        step(self.kind.as_ref(), self.key.as_deref(), self.error.as_ref())
    }

    /// Whether this is an answer to that request: it goes the other way between the same domains. An answer to no request that
    /// was sent on the same stream means nothing, whatever it says.
    #[must_use]
    pub fn answers(&self, request: &Self) -> bool {
        self.kind.is_some()
            && request.kind.is_none()
            && self.from == request.to
            && self.to == request.from
    }
}

impl Verification {
    /// Step 2: the question whether the key of a [request](Authorization) is genuine, which came in on the stream of
    /// this `id`. The key is passed on as it is.
    #[must_use]
    pub fn request(request: &Authorization, key: &str, stream_id: &str) -> Self {
        Self {
            from: request.to.clone(),
            to: request.from.clone(),
            id: stream_id.into(),
            kind: None,
            key: Some(key.into()),
            error: None,
            extra: Extra::new(),
        }
    }

    /// Step 3: the answer to this request. With [`Kind::Error`], rather [`refuse`](Self::refuse) it.
    #[must_use]
    pub fn answer(&self, kind: Kind) -> Self {
        Self {
            from: self.to.clone(),
            to: self.from.clone(),
            id: self.id.clone(),
            kind: Some(kind),
            key: None,
            error: None,
            extra: Extra::new(),
        }
    }

    /// Step 3: the answer that this request could not be decided, for such a reason.
    #[must_use]
    pub fn refuse(&self, error: DialbackError) -> Self {
        Self {
            error: Some(error),
            ..self.answer(Kind::Error)
        }
    }

    /// What it says.
    #[must_use]
    pub fn step(&self) -> Step<'_> {
        step(self.kind.as_ref(), self.key.as_deref(), self.error.as_ref())
    }

    /// Whether this is an answer to that request: it goes the other way between the same domains, about the same stream. An
    /// answer to no request that was sent on the same stream means nothing, whatever it says.
    #[must_use]
    pub fn answers(&self, request: &Self) -> bool {
        self.kind.is_some()
            && request.kind.is_none()
            && self.from == request.to
            && self.to == request.from
            && self.id == request.id
    }

    /// Whether this is a request whose key was made by [`key`] of this secret, for the domains and the stream that it names.
    ///
    /// How long this takes does not depend on how much of the key is right.
    #[must_use]
    pub fn has_key_of(&self, secret: &[u8]) -> bool {
        let Step::Request(key) = self.step() else {
            return false;
        };
        let mac = mac(secret, &self.from, &self.to, &self.id);
        Hex::parse(key)
            .ok()
            .zip(mac)
            .is_some_and(|(key, mac)| mac.verify_slice(&key.0).is_ok())
    }
}

impl DialbackError {
    /// The error of this condition, of the [kind](Condition::default_kind) that goes with it.
    ///
    /// The [specification](https://xmpp.org/extensions/xep-0220.html#errors) says which condition stands for what.
    #[must_use]
    pub fn new(condition: Condition) -> Self {
        Self {
            kind: Some(condition.default_kind()),
            condition: Some(DefinedCondition::new(condition)),
            ..Self::default()
        }
    }

    /// What is wrong. `None` when it is not said.
    #[must_use]
    pub fn condition(&self) -> Option<&Condition> {
        self.condition.as_ref().map(|condition| &condition.name)
    }
}

fn step<'a>(
    kind: Option<&'a Kind>,
    key: Option<&'a str>,
    error: Option<&'a DialbackError>,
) -> Step<'a> {
    match kind {
        None => Step::Request(trim(key.unwrap_or_default())),
        Some(Kind::Valid) => Step::Valid,
        Some(Kind::Invalid) => Step::Invalid,
        Some(Kind::Error) => Step::Error(error),
        Some(Kind::Other(word)) => Step::Unknown(word.as_str()),
    }
}

/// A dialback key in the way that is recommended: of the secret that the servers of a domain share, the domains of the receiving
/// and the initiating server, and the `id` of the stream between them; 64 hexadecimal digits.
///
/// The secret is any bytes that are hard to guess. Of the addresses, only the domains are used, in their normal form: both
/// servers may spell them in their own way.
///
/// [XEP-0185 §2](https://xmpp.org/extensions/xep-0185.html#algorithm)
///
/// ```
/// use xmpp_jid::Jid;
/// use xmpp_stream_errors::dialback::key;
///
/// // The example of the specification.
/// let (receiving, initiating) = (Jid::new("xmpp.example.com")?, Jid::new("example.org")?);
/// assert_eq!(
///     key(b"s3cr3tf0rd14lb4ck", &receiving, &initiating, "D60000229F"),
///     "37c69b1cf07a3f67c04a5ef5902fa5114f2c76fe4a2686482ba5b89323075643"
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn key(secret: &[u8], receiving: &Jid, initiating: &Jid, stream_id: &str) -> String {
    let mac = mac(secret, receiving, initiating, stream_id);
    Hex(mac.map_or_else(Vec::new, |mac| mac.finalize().into_bytes().to_vec())).to_text()
}

/// `None` never: a key for HMAC has any length.
fn mac(secret: &[u8], receiving: &Jid, initiating: &Jid, stream_id: &str) -> Option<Hmac<Sha256>> {
    let key = Hex(Sha256::digest(secret).to_vec()).to_text();
    let mut mac = Hmac::new_from_slice(key.as_bytes()).ok()?;
    let (receiving, initiating) = (receiving.to_normalized(), initiating.to_normalized());
    for part in [receiving.domain(), " ", initiating.domain(), " ", stream_id] {
        mac.update(part.as_bytes());
    }
    Some(mac)
}
