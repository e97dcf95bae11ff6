//! Server dialback: a server asks the authoritative server of a domain to confirm a connection.
//!
//! It has four steps, for the right to send stanzas from one domain (`from` in the first step) to another (`to`):
//!
//! 1. The initiating server sends an [`Authorization`] with a key.
//! 2. The receiving server sends the key in a [`Verification`] to the authoritative server of the domain.
//! 3. The authoritative server answers whether the key is valid.
//! 4. The receiving server answers the first step.
//!
//! It is offered in a [`Feature`], or in the older way by a [header](crate::stream::Header::offers_dialback) that declares
//! the namespace; the prefix should be `db` ([RFC 3920 §8](https://www.rfc-editor.org/rfc/rfc3920#section-8)).
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
//! let request = Authorization::keyed(b"a secret of tea.example", &tea, &cup, "417GAF25");
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

/// Among the features of a stream: server dialback is supported, with or without errors that do not end the stream.
///
/// [XEP-0220 §2.4.2](https://xmpp.org/extensions/xep-0220.html#advertisement-errors)
#[doc(alias("XEP-0220", "XEP0220", "0220"))]
#[doc(alias("urn:xmpp:features:dialback", "dialback"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = FEATURE_NS, name = "dialback", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Feature {
    /// Whether [`DialbackError`]s are supported: they do not end the stream.
    #[xml(flag = "errors")]
    pub errors: bool,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Steps 1 and 4, between the initiating and the receiving server: the request to authorize a domain.
///
/// [`step`](Self::step) interprets it.
///
/// [XEP-0220 §2.1.1](https://xmpp.org/extensions/xep-0220.html#protocol-outbound)
#[doc(alias("XEP-0220", "XEP0220", "0220"))]
#[doc(alias("jabber:server:dialback", "result"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "result", prefix = "db", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Authorization {
    /// The sender: in the request, the domain to be authorized; in the answer, the target domain.
    #[xml(attribute)]
    pub from: Jid,
    /// The recipient: in the request, the target domain; in the answer, the domain to be authorized.
    #[xml(attribute)]
    pub to: Jid,
    /// The result. `None` in the request.
    #[xml(attribute = "type")]
    pub kind: Option<Kind>,
    /// In the request, the key as received, possibly surrounded by white space. `None` in the answer.
    #[xml(text)]
    pub key: Option<Secret<String>>,
    /// The error, in an answer of [`Kind::Error`].
    #[xml(child)]
    pub error: Option<DialbackError>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Steps 2 and 3, between the receiving and the authoritative server: the request to verify a key.
///
/// [`step`](Self::step) interprets it.
///
/// [XEP-0220 §2.1.2](https://xmpp.org/extensions/xep-0220.html#protocol-outbound)
#[doc(alias("XEP-0220", "XEP0220", "0220"))]
#[doc(alias("jabber:server:dialback", "verify"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "verify", prefix = "db", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Verification {
    /// The sender: in the request, the target domain; in the answer, the domain to be authorized.
    #[xml(attribute)]
    pub from: Jid,
    /// The recipient: in the request, the domain to be authorized; in the answer, the target domain.
    #[xml(attribute)]
    pub to: Jid,
    /// The ID of the stream that the key was received on, from the header that the receiving server sent there.
    #[xml(attribute)]
    pub id: String,
    /// The result. `None` in the request.
    #[xml(attribute = "type")]
    pub kind: Option<Kind>,
    /// In the request, the key as received, possibly surrounded by white space. `None` in the answer.
    #[xml(text)]
    pub key: Option<Secret<String>>,
    /// The error, in an answer of [`Kind::Error`].
    #[xml(child)]
    pub error: Option<DialbackError>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The result of a request.
///
/// [XEP-0220 §2.1](https://xmpp.org/extensions/xep-0220.html#protocol-outbound)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Kind {
    /// The domain is authorized.
    Valid,
    /// The domain is not authorized.
    Invalid,
    /// An error occurred: see the [`DialbackError`]. The domain is not authorized.
    Error,
    /// An unknown result. The domain is not authorized.
    #[xml(other)]
    Other(OtherToken),
}

/// The meaning of an [`Authorization`] or a [`Verification`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Step<'a> {
    /// A request, with the key, without surrounding white space.
    Request(&'a str),
    /// The domain is authorized.
    Valid,
    /// The domain is not authorized.
    Invalid,
    /// An error occurred. `None` if the element with the details is missing.
    Error(Option<&'a DialbackError>),
    /// An answer with an unknown result.
    Unknown(&'a str),
}

/// Why a request failed. Unlike `invalid`, it does not end the stream.
///
/// [XEP-0220 §2.5](https://xmpp.org/extensions/xep-0220.html#errors)
#[doc(alias("XEP-0220", "XEP0220", "0220"))]
#[doc(alias("jabber:server", "error"))]
#[derive(Clone, Default, Xml)]
#[xml(
    namespace = "jabber:server",
    name = "error",
    derive(Debug, PartialEq, Eq)
)]
#[non_exhaustive]
pub struct DialbackError {
    /// The type of the error. It is in the examples of the specification, but not in its text.
    #[xml(attribute = "type")]
    pub kind: Option<StanzaErrorKind>,
    /// The condition, one of those of stanza errors. `None` only in errors that break the rules.
    #[xml(child)]
    pub condition: Option<DefinedCondition>,
    /// Descriptions in words, at most one for each language.
    #[xml(child)]
    pub texts: Vec<ErrorText>,
    /// Unknown attributes and child elements, in place.
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
    /// Step 1, with a key generated in any way: requests to send stanzas from the first to the second domain.
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

    /// Step 1, with the [`key`] for this stream, whose ID is that of the receiving server's header.
    #[must_use]
    pub fn keyed(secret: &[u8], from: &Jid, to: &Jid, stream_id: &str) -> Self {
        let key = key(secret, to, from, stream_id);
        Self::request(from.clone(), to.clone(), &key)
    }

    /// Step 4: the answer to this request. For [`Kind::Error`], use [`refuse`](Self::refuse).
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

    /// Step 4: the answer that this request failed, with this error.
    #[must_use]
    pub fn refuse(&self, error: DialbackError) -> Self {
        Self {
            error: Some(error),
            ..self.answer(Kind::Error)
        }
    }

    /// The meaning of this element.
    #[must_use]
    pub fn step(&self) -> Step<'_> {
        step(self.kind.as_ref(), self.key.as_deref(), self.error.as_ref())
    }

    /// Whether this is an answer to that request: it goes the opposite way between the same domains. Ignore an answer that
    /// matches no request sent on the same stream, whatever its result.
    #[must_use]
    pub fn answers(&self, request: &Self) -> bool {
        self.kind.is_some()
            && request.kind.is_none()
            && self.from == request.to
            && self.to == request.from
    }
}

impl Verification {
    /// Step 2: the request to verify the key of a [request](Authorization) received on the stream with this
    /// ID. The key is passed on unchanged.
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

    /// Step 3: the answer to this request. For [`Kind::Error`], use [`refuse`](Self::refuse).
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

    /// Step 3: the answer that this request failed, with this error.
    #[must_use]
    pub fn refuse(&self, error: DialbackError) -> Self {
        Self {
            error: Some(error),
            ..self.answer(Kind::Error)
        }
    }

    /// The meaning of this element.
    #[must_use]
    pub fn step(&self) -> Step<'_> {
        step(self.kind.as_ref(), self.key.as_deref(), self.error.as_ref())
    }

    /// Whether this is an answer to that request: it goes the opposite way between the same domains, about the same stream.
    /// Ignore an answer that matches no request sent on the same stream, whatever its result.
    #[must_use]
    pub fn answers(&self, request: &Self) -> bool {
        self.kind.is_some()
            && request.kind.is_none()
            && self.from == request.to
            && self.to == request.from
            && self.id == request.id
    }

    /// Whether this is a request whose key was generated by [`key`] with this secret, for its domains and its stream.
    ///
    /// The comparison is constant-time.
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
    /// An error with this condition and the [type](Condition::default_kind) that RFC 6120 associates with it.
    ///
    /// The [specification](https://xmpp.org/extensions/xep-0220.html#errors) explains the conditions.
    #[must_use]
    pub fn new(condition: Condition) -> Self {
        Self {
            kind: Some(condition.default_kind()),
            condition: Some(DefinedCondition::new(condition)),
            ..Self::default()
        }
    }

    /// The condition. `None` if the error has none.
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

/// A dialback key, generated in the recommended way from the secret shared by a domain's servers, the domains of the
/// receiving and the initiating server, and the ID of the stream between them; 64 hexadecimal digits.
///
/// The secret is any byte string that is hard to guess. Only the domains of the JIDs are used, in their normal form, so
/// that both servers may spell them differently.
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
