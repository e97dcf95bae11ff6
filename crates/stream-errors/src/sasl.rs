//! SASL authentication.
//!
//! [RFC 6120 §6, SASL Negotiation](https://www.rfc-editor.org/rfc/rfc6120#section-6)

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use xmpp_xml::{
    Base64, Error, ErrorKind, Extra, InvalidValue, LanguageTag, OtherToken, RawElement, Value, Xml,
};

use crate::error::best;

/// The namespace.
pub const NS: &str = "urn:ietf:params:xml:ns:xmpp-sasl";

/// Among the features of a stream: the mechanisms offered.
///
/// [RFC 6120 §6.4.1](https://www.rfc-editor.org/rfc/rfc6120#section-6.4.1)
#[doc(alias("RFC 6120", "RFC6120", "6120"))]
#[doc(alias("urn:ietf:params:xml:ns:xmpp-sasl"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "mechanisms", derive(Debug, PartialEq, Eq))]
#[xml(new = "An offer of these mechanisms, in order of preference.", parameters = [mechanisms])]
#[non_exhaustive]
pub struct Mechanisms {
    /// The mechanisms, in order of preference.
    #[xml(child_text = "mechanism")]
    pub mechanisms: Vec<Mechanism>,
    /// Marked as mandatory, which authentication always is; some servers send this.
    #[xml(flag = "required")]
    pub required: bool,
    /// Marked as voluntary.
    #[xml(flag = "optional")]
    pub optional: bool,
    /// Additions by other specifications for their mechanisms.
    #[xml(child)]
    pub hints: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Starts authentication with this mechanism.
///
/// [RFC 6120 §6.4.2](https://www.rfc-editor.org/rfc/rfc6120#section-6.4.2)
#[doc(alias("RFC 6120", "RFC6120", "6120"))]
#[doc(alias("urn:ietf:params:xml:ns:xmpp-sasl"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "auth", derive(Debug, PartialEq, Eq))]
#[xml(new = "Starts this mechanism with this initial response.")]
#[non_exhaustive]
pub struct Auth {
    /// The mechanism.
    #[xml(attribute)]
    pub mechanism: Mechanism,
    /// The initial response, if the mechanism has one. Contains `None` if there is none; an empty one is written as `=`.
    #[xml(text)]
    pub initial_response: Data,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A challenge from the server.
///
/// [RFC 6120 §6.4.3](https://www.rfc-editor.org/rfc/rfc6120#section-6.4.3)
#[doc(alias("RFC 6120", "RFC6120", "6120"))]
#[doc(alias("urn:ietf:params:xml:ns:xmpp-sasl"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "challenge", derive(Debug, PartialEq, Eq))]
#[xml(new = "A challenge with this data.")]
#[non_exhaustive]
pub struct Challenge {
    /// The data; possibly empty.
    #[xml(text)]
    pub data: Octets,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The client's response to a [`Challenge`].
///
/// [RFC 6120 §6.4.3](https://www.rfc-editor.org/rfc/rfc6120#section-6.4.3)
#[doc(alias("RFC 6120", "RFC6120", "6120"))]
#[doc(alias("urn:ietf:params:xml:ns:xmpp-sasl"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "response", derive(Debug, PartialEq, Eq))]
#[xml(new = "A response with this data.")]
#[non_exhaustive]
pub struct Response {
    /// The data; possibly empty.
    #[xml(text)]
    pub data: Octets,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The client aborts authentication; the server answers with a [`Failure`].
///
/// [RFC 6120 §6.4.4](https://www.rfc-editor.org/rfc/rfc6120#section-6.4.4)
#[doc(alias("RFC 6120", "RFC6120", "6120"))]
#[doc(alias("urn:ietf:params:xml:ns:xmpp-sasl"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "abort", derive(Debug, PartialEq, Eq))]
#[xml(new = "Aborts.")]
#[non_exhaustive]
pub struct Abort {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Authentication has failed; it may be retried.
///
/// [RFC 6120 §6.4.5](https://www.rfc-editor.org/rfc/rfc6120#section-6.4.5)
#[doc(alias("RFC 6120", "RFC6120", "6120"))]
#[doc(alias("urn:ietf:params:xml:ns:xmpp-sasl"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "failure", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Failure {
    /// The condition. `None` if the server does not specify one.
    #[xml(child)]
    pub condition: Option<DefinedCondition>,
    /// Descriptions in words, at most one for each language.
    #[xml(child)]
    pub texts: Vec<Text>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Authentication has succeeded; the stream restarts on the same connection.
///
/// [RFC 6120 §6.4.6](https://www.rfc-editor.org/rfc/rfc6120#section-6.4.6)
#[doc(alias("RFC 6120", "RFC6120", "6120"))]
#[doc(alias("urn:ietf:params:xml:ns:xmpp-sasl"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "success", derive(Debug, PartialEq, Eq))]
#[xml(new = "Success with this additional data.")]
#[non_exhaustive]
pub struct Success {
    /// The additional data with success, if the mechanism has any. Contains `None` if there is none; empty data is
    /// written as `=`.
    #[xml(text)]
    pub data: Data,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The condition of a [`Failure`].
///
/// [RFC 6120 §6.5](https://www.rfc-editor.org/rfc/rfc6120#section-6.5)
#[doc(alias("RFC 6120", "RFC6120", "6120"))]
#[doc(alias("urn:ietf:params:xml:ns:xmpp-sasl", "aborted"))]
#[doc(alias("account-disabled", "credentials-expired"))]
#[doc(alias("encryption-required", "incorrect-encoding", "invalid-authzid"))]
#[doc(alias("invalid-mechanism", "malformed-request", "mechanism-too-weak"))]
#[doc(alias("not-authorized", "temporary-auth-failure"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, derive(Debug, PartialEq, Eq))]
#[xml(new = "The condition with this name.")]
#[non_exhaustive]
pub struct DefinedCondition {
    /// The condition, which is the name of the element.
    #[xml(name)]
    pub name: Condition,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A description of a [`Failure`] in one language.
///
/// [RFC 6120 §6.5](https://www.rfc-editor.org/rfc/rfc6120#section-6.5)
#[doc(alias("RFC 6120", "RFC6120", "6120"))]
#[doc(alias("urn:ietf:params:xml:ns:xmpp-sasl"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "text", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Text {
    /// The language. `None` means that of the stream.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The text.
    #[xml(text)]
    pub text: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Data of a mechanism in strict base64: only the alphabet of
/// [RFC 4648 §4](https://www.rfc-editor.org/rfc/rfc4648#section-4), with padding, without white space, and with zero trailing
/// bits. Anything that is ignored could carry hidden information.
///
/// [RFC 6120 §6.3.5](https://www.rfc-editor.org/rfc/rfc6120#section-6.3.5),
/// [§13.9.1](https://www.rfc-editor.org/rfc/rfc6120#section-13.9.1)
///
/// ```
/// use xmpp_stream_errors::sasl::{Condition, Failure, Response};
///
/// let response = |text: &str| {
///     xmpp_xml::from_str::<Response>(&format!("<response xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>{text}</response>"))
/// };
/// assert_eq!(response("dGVh")?.data.0, b"tea");
/// assert_eq!(response("")?.data.0, b"");
///
/// let error = response("dGVh\n").unwrap_err();
/// assert_eq!(Failure::from(&error).condition(), Some(&Condition::IncorrectEncoding));
/// # Ok::<(), xmpp_xml::Error>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq, Hash)]
#[expect(clippy::exhaustive_structs, reason = "bytes are all there can be")]
pub struct Octets(pub Vec<u8>);

/// Optional data, such as the initial response of a mechanism: `None`, written as no text, if there is none; `=` if it is
/// empty; otherwise like [`Octets`].
///
/// A mechanism that starts with the client can have an empty initial response, so the first two differ. In a
/// [`Challenge`] and a [`Response`], which always have data, `=` has no such meaning and is not valid base64.
///
/// [RFC 6120 §6.4.2](https://www.rfc-editor.org/rfc/rfc6120#section-6.4.2),
/// [§6.4.6](https://www.rfc-editor.org/rfc/rfc6120#section-6.4.6)
///
/// ```
/// use xmpp_stream_errors::sasl::{Data, Success};
///
/// let success: Success = xmpp_xml::from_str("<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>=</success>")?;
/// assert_eq!(success.data.bytes(), Some(&[][..]));
/// assert_ne!(success.data, Data(None));
/// # Ok::<(), xmpp_xml::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[expect(
    clippy::exhaustive_structs,
    reason = "bytes or none are all there can be"
)]
pub struct Data(pub Option<Octets>);

/// A SASL mechanism, by its registered name: see the registry of
/// [SASL mechanisms](https://www.iana.org/assignments/sasl-mechanisms).
///
/// Others are [`Other`](Self::Other); `From<&str>` accepts any name.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Mechanism {
    /// No authentication: access with a temporary, anonymous identity (RFC 4505, XEP-0175).
    #[xml(token = "ANONYMOUS")]
    Anonymous,
    /// Obsolete (RFC 2195).
    #[xml(token = "CRAM-MD5")]
    CramMd5,
    /// Obsolete (RFC 6331).
    #[xml(token = "DIGEST-MD5")]
    DigestMd5,
    /// Authentication by the lower layers, such as a TLS certificate (RFC 4422, appendix A; XEP-0178).
    #[xml(token = "EXTERNAL")]
    External,
    /// Kerberos (RFC 4752, XEP-0233).
    #[xml(token = "GSSAPI")]
    Gssapi,
    /// A hashed token, bound to the server's certificate (XEP-0484).
    #[xml(token = "HT-SHA-256-ENDP")]
    HtSha256Endp,
    /// The same, bound to exported keying material.
    #[xml(token = "HT-SHA-256-EXPR")]
    HtSha256Expr,
    /// The same, without channel binding.
    #[xml(token = "HT-SHA-256-NONE")]
    HtSha256None,
    /// The same, bound to the first message of the handshake.
    #[xml(token = "HT-SHA-256-UNIQ")]
    HtSha256Uniq,
    /// User name and password; never registered.
    #[xml(token = "LOGIN")]
    Login,
    /// An OAuth 2.0 bearer token (RFC 7628).
    #[xml(token = "OAUTHBEARER")]
    OAuthBearer,
    /// User name and password (RFC 4616).
    #[xml(token = "PLAIN")]
    Plain,
    /// SCRAM with SHA-1 (RFC 5802).
    #[xml(token = "SCRAM-SHA-1")]
    ScramSha1,
    /// The same, with channel binding.
    #[xml(token = "SCRAM-SHA-1-PLUS")]
    ScramSha1Plus,
    /// SCRAM with SHA-256 (RFC 7677).
    #[xml(token = "SCRAM-SHA-256")]
    ScramSha256,
    /// The same, with channel binding.
    #[xml(token = "SCRAM-SHA-256-PLUS")]
    ScramSha256Plus,
    /// SCRAM with SHA-512.
    #[xml(token = "SCRAM-SHA-512")]
    ScramSha512,
    /// The same, with channel binding.
    #[xml(token = "SCRAM-SHA-512-PLUS")]
    ScramSha512Plus,
    /// SCRAM with SHA3-512.
    #[xml(token = "SCRAM-SHA3-512")]
    ScramSha3512,
    /// The same, with channel binding.
    #[xml(token = "SCRAM-SHA3-512-PLUS")]
    ScramSha3512Plus,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// Why authentication failed.
///
/// [RFC 6120 §6.5](https://www.rfc-editor.org/rfc/rfc6120#section-6.5)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Condition {
    /// The client aborted authentication.
    Aborted,
    /// The account is temporarily disabled.
    AccountDisabled,
    /// The credentials have expired.
    CredentialsExpired,
    /// The mechanism requires an encrypted stream.
    EncryptionRequired,
    /// The data is not valid base64.
    IncorrectEncoding,
    /// The authorization identity is invalid, or the client may not act as it.
    InvalidAuthzid,
    /// The mechanism is not offered.
    InvalidMechanism,
    /// The data is not valid for the mechanism.
    MalformedRequest,
    /// The mechanism is weaker than the server's policy allows for this client.
    MechanismTooWeak,
    /// The credentials are wrong, or the server does not give details.
    NotAuthorized,
    /// A temporary error within the server.
    TemporaryAuthFailure,
    /// A condition that is in neither RFC.
    #[xml(other)]
    Other(OtherToken),
}

impl Failure {
    /// A failure for this reason.
    #[must_use]
    pub fn new(condition: Condition) -> Self {
        Self {
            condition: Some(DefinedCondition::new(condition)),
            ..Self::default()
        }
    }

    /// The condition. `None` if the server does not specify one.
    #[must_use]
    pub fn condition(&self) -> Option<&Condition> {
        self.condition.as_ref().map(|c| &c.name)
    }

    /// The text in the preferred language, chosen as in
    /// [`StreamError::text_in`](crate::error::StreamError::text_in).
    #[must_use]
    pub fn text_in(&self, preferred: &[LanguageTag], stream: Option<&LanguageTag>) -> Option<&str> {
        let texts = self.texts.iter().map(|t| (t.lang.as_ref(), &*t.text));
        best(texts, preferred, stream)
    }
}

/// The failure that answers a step of the client that could not be read.
///
/// [`IncorrectEncoding`](Condition::IncorrectEncoding) if the base64 is invalid
/// ([RFC 6120 §6.5.5](https://www.rfc-editor.org/rfc/rfc6120#section-6.5.5)),
/// [`InvalidMechanism`](Condition::InvalidMechanism) if there is no mechanism
/// ([§6.5.7](https://www.rfc-editor.org/rfc/rfc6120#section-6.5.7)), otherwise
/// [`MalformedRequest`](Condition::MalformedRequest). It has no text, as the input may be secret.
impl From<&Error> for Failure {
    fn from(error: &Error) -> Self {
        Self::new(match error.kind() {
            ErrorKind::InvalidValue { expected, .. }
                if [Octets::EXPECTED, Data::EXPECTED].contains(expected) =>
            {
                Condition::IncorrectEncoding
            }
            ErrorKind::MissingAttribute {
                name: "mechanism", ..
            } => Condition::InvalidMechanism,
            _ => Condition::MalformedRequest,
        })
    }
}

impl Text {
    /// A text in this language, or that of the stream if `lang` is `None`.
    #[must_use]
    pub fn new(lang: Option<LanguageTag>, text: &str) -> Self {
        Self {
            lang,
            text: text.into(),
            extra: Extra::new(),
        }
    }
}

impl Data {
    /// The bytes, possibly empty. `None` if there is no data.
    #[must_use]
    pub fn bytes(&self) -> Option<&[u8]> {
        self.0.as_ref().map(|octets| &*octets.0)
    }
}

/// Shows no bytes, since they may include passwords.
impl fmt::Debug for Octets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Octets({} bytes)", self.0.len())
    }
}

impl From<Vec<u8>> for Octets {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl From<Vec<u8>> for Data {
    fn from(bytes: Vec<u8>) -> Self {
        Self(Some(Octets(bytes)))
    }
}

impl Value for Octets {
    const EXPECTED: &'static str = "base64 without white space, with padding";
    const EXAMPLES: &'static [&'static str] = &["", "AQID", "AQI=", "AQ=="];
    const IS_SECRET: bool = true;

    fn parse(text: &str) -> Result<Self, InvalidValue> {
        // There is one way only to write the same bytes.
        match Base64::parse(text) {
            Ok(bytes) if bytes.is_canonical(text) => Ok(Self(bytes.0)),
            _ => Err(InvalidValue::new()),
        }
    }

    fn write(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        // A multiple of three bytes at a time, so that only the last part has padding.
        self.0
            .chunks(768)
            .try_for_each(|part| Base64(part.to_vec()).write(out))
    }
}

impl Value for Data {
    const EXPECTED: &'static str = "base64 without white space, with padding, or `=` for no bytes";
    const EXAMPLES: &'static [&'static str] = &["", "=", "AQID", "AQ=="];
    const IS_SECRET: bool = true;

    fn parse(text: &str) -> Result<Self, InvalidValue> {
        match text {
            "" => Ok(Self(None)),
            "=" => Ok(Self::from(Vec::new())),
            text => Octets::parse(text).map(|octets| Self(Some(octets))),
        }
    }

    fn write(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        match &self.0 {
            None => Ok(()),
            Some(octets) if octets.0.is_empty() => out.write_str("="),
            Some(octets) => octets.write(out),
        }
    }
}
