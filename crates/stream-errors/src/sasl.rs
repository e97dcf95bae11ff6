//! SASL: who opens a stream proves who it is.
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

/// Among the features of a stream: the mechanisms that can be used.
///
/// [RFC 6120 §6.4.1](https://www.rfc-editor.org/rfc/rfc6120#section-6.4.1)
#[doc(alias("RFC 6120", "RFC6120", "6120"))]
#[doc(alias("urn:ietf:params:xml:ns:xmpp-sasl"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "mechanisms")]
#[xml(new = "These can be used, the most preferred one first.", parameters = [mechanisms])]
#[non_exhaustive]
pub struct Mechanisms {
    /// The mechanisms, the most preferred one first.
    #[xml(child_text = "mechanism")]
    pub mechanisms: Vec<Mechanism>,
    /// Said to be mandatory, which it always is; some servers say so.
    #[xml(flag = "required")]
    pub required: bool,
    /// Said to be voluntary.
    #[xml(flag = "optional")]
    pub optional: bool,
    /// What other specifications add for their mechanisms.
    #[xml(child)]
    pub hints: Vec<RawElement>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Authentication begins, with this mechanism.
///
/// [RFC 6120 §6.4.2](https://www.rfc-editor.org/rfc/rfc6120#section-6.4.2)
#[doc(alias("RFC 6120", "RFC6120", "6120"))]
#[doc(alias("urn:ietf:params:xml:ns:xmpp-sasl"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "auth")]
#[xml(new = "Begins with this mechanism and this initial response.")]
#[non_exhaustive]
pub struct Auth {
    /// The mechanism.
    #[xml(attribute)]
    pub mechanism: Mechanism,
    /// The initial response, where the mechanism has one. `None` in it when there is none; no bytes are written `=`.
    #[xml(text)]
    pub initial_response: Data,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What the mechanism has the server ask.
///
/// [RFC 6120 §6.4.3](https://www.rfc-editor.org/rfc/rfc6120#section-6.4.3)
#[doc(alias("RFC 6120", "RFC6120", "6120"))]
#[doc(alias("urn:ietf:params:xml:ns:xmpp-sasl"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "challenge")]
#[xml(new = "Asks this.")]
#[non_exhaustive]
pub struct Challenge {
    /// The challenge: bytes, of which there may be none.
    #[xml(text)]
    pub data: Octets,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What the mechanism has the client answer to a [`Challenge`].
///
/// [RFC 6120 §6.4.3](https://www.rfc-editor.org/rfc/rfc6120#section-6.4.3)
#[doc(alias("RFC 6120", "RFC6120", "6120"))]
#[doc(alias("urn:ietf:params:xml:ns:xmpp-sasl"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "response")]
#[xml(new = "Answers this.")]
#[non_exhaustive]
pub struct Response {
    /// The response: bytes, of which there may be none.
    #[xml(text)]
    pub data: Octets,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The client gives up; the server answers with a [`Failure`].
///
/// [RFC 6120 §6.4.4](https://www.rfc-editor.org/rfc/rfc6120#section-6.4.4)
#[doc(alias("RFC 6120", "RFC6120", "6120"))]
#[doc(alias("urn:ietf:params:xml:ns:xmpp-sasl"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "abort")]
#[xml(new = "Gives up.")]
#[non_exhaustive]
pub struct Abort {
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Authentication has failed; it may be tried again.
///
/// [RFC 6120 §6.4.5](https://www.rfc-editor.org/rfc/rfc6120#section-6.4.5)
#[doc(alias("RFC 6120", "RFC6120", "6120"))]
#[doc(alias("urn:ietf:params:xml:ns:xmpp-sasl"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "failure")]
#[non_exhaustive]
pub struct Failure {
    /// Why, as far as there is a name for it. `None` when the server does not say.
    #[xml(child)]
    pub condition: Option<DefinedCondition>,
    /// The same in words, once in each language.
    #[xml(child)]
    pub texts: Vec<Text>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Authentication has succeeded; a new stream begins on the same connection.
///
/// [RFC 6120 §6.4.6](https://www.rfc-editor.org/rfc/rfc6120#section-6.4.6)
#[doc(alias("RFC 6120", "RFC6120", "6120"))]
#[doc(alias("urn:ietf:params:xml:ns:xmpp-sasl"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "success")]
#[xml(new = "Succeeded, with this additional data.")]
#[non_exhaustive]
pub struct Success {
    /// The additional data with success, where the mechanism has such. `None` in it when there is none; no bytes are
    /// written `=`.
    #[xml(text)]
    pub data: Data,
    /// What this type does not name, in place.
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
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS)]
#[xml(new = "The condition of this name.")]
#[non_exhaustive]
pub struct DefinedCondition {
    /// The name of the element, which is the condition.
    #[xml(name)]
    pub name: Condition,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Words for a person: why a [`Failure`] is one.
///
/// [RFC 6120 §6.5](https://www.rfc-editor.org/rfc/rfc6120#section-6.5)
#[doc(alias("RFC 6120", "RFC6120", "6120"))]
#[doc(alias("urn:ietf:params:xml:ns:xmpp-sasl"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "text")]
#[non_exhaustive]
pub struct Text {
    /// The language. `None` when it is that of the stream.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The words.
    #[xml(text)]
    pub text: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Bytes of a mechanism in base64, which is strict here: of the alphabet of
/// [RFC 4648 §4](https://www.rfc-editor.org/rfc/rfc4648#section-4) alone, with padding, with no white space, and with no bits set
/// that belong to no byte. What is ignored elsewhere could carry something unseen.
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
#[derive(Clone, Default, PartialEq, Eq)]
#[expect(clippy::exhaustive_structs, reason = "bytes are all there can be")]
pub struct Octets(pub Vec<u8>);

/// Bytes that may be there or not, such as the initial response of a mechanism: `None` when they are not, written as no text
/// at all; `=` when they are and there are none; else as [`Octets`].
///
/// A mechanism whose client speaks first can have a first word of no bytes, so the first two are not the same. In a
/// [`Challenge`] and a [`Response`], which always are there, `=` has no such meaning and is no base64.
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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(
    clippy::exhaustive_structs,
    reason = "bytes or none are all there can be"
)]
pub struct Data(pub Option<Octets>);

/// A SASL mechanism, by its name in the registry of
/// [SASL mechanisms](https://www.iana.org/assignments/sasl-mechanisms).
///
/// Names that are not here are in [`Other`](Self::Other); `From<&str>` makes one of any name.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Mechanism {
    /// No authentication: anybody is let in, under a name that nobody knows (RFC 4505, XEP-0175).
    #[xml(token = "ANONYMOUS")]
    Anonymous,
    /// Obsolete (RFC 2195).
    #[xml(token = "CRAM-MD5")]
    CramMd5,
    /// Obsolete (RFC 6331).
    #[xml(token = "DIGEST-MD5")]
    DigestMd5,
    /// What the connection has proven already, as by a certificate (RFC 4422, appendix A; XEP-0178).
    #[xml(token = "EXTERNAL")]
    External,
    /// Kerberos (RFC 4752, XEP-0233).
    #[xml(token = "GSSAPI")]
    Gssapi,
    /// A hashed token, bound to the certificate of the server (XEP-0484).
    #[xml(token = "HT-SHA-256-ENDP")]
    HtSha256Endp,
    /// The same, bound to key material of the connection.
    #[xml(token = "HT-SHA-256-EXPR")]
    HtSha256Expr,
    /// The same, not bound to the channel.
    #[xml(token = "HT-SHA-256-NONE")]
    HtSha256None,
    /// The same, bound to the first message of the handshake.
    #[xml(token = "HT-SHA-256-UNIQ")]
    HtSha256Uniq,
    /// A user name and a password, never registered.
    #[xml(token = "LOGIN")]
    Login,
    /// A bearer token of OAuth 2.0 (RFC 7628).
    #[xml(token = "OAUTHBEARER")]
    OAuthBearer,
    /// A user name and a password (RFC 4616).
    #[xml(token = "PLAIN")]
    Plain,
    /// Salted challenge and response (RFC 5802).
    #[xml(token = "SCRAM-SHA-1")]
    ScramSha1,
    /// The same, bound to the channel.
    #[xml(token = "SCRAM-SHA-1-PLUS")]
    ScramSha1Plus,
    /// Salted challenge and response (RFC 7677).
    #[xml(token = "SCRAM-SHA-256")]
    ScramSha256,
    /// The same, bound to the channel.
    #[xml(token = "SCRAM-SHA-256-PLUS")]
    ScramSha256Plus,
    /// Salted challenge and response.
    #[xml(token = "SCRAM-SHA-512")]
    ScramSha512,
    /// The same, bound to the channel.
    #[xml(token = "SCRAM-SHA-512-PLUS")]
    ScramSha512Plus,
    /// Salted challenge and response.
    #[xml(token = "SCRAM-SHA3-512")]
    ScramSha3512,
    /// The same, bound to the channel.
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
    /// The client gave up.
    Aborted,
    /// The account is disabled for now.
    AccountDisabled,
    /// The credentials are no longer valid.
    CredentialsExpired,
    /// The mechanism needs an encrypted stream.
    EncryptionRequired,
    /// What was sent is not base64.
    IncorrectEncoding,
    /// The identity to act as is invalid, or the client may not act as it.
    InvalidAuthzid,
    /// No such mechanism is offered.
    InvalidMechanism,
    /// What was sent is not what the mechanism needs.
    MalformedRequest,
    /// The mechanism is weaker than the server allows for this client.
    MechanismTooWeak,
    /// The credentials are not right, or the server does not say more.
    NotAuthorized,
    /// The server has a fault that may pass.
    TemporaryAuthFailure,
    /// A condition that the RFCs do not have.
    #[xml(other)]
    Other(OtherToken),
}

impl Failure {
    /// Failed for this reason.
    #[must_use]
    pub fn new(condition: Condition) -> Self {
        Self {
            condition: Some(DefinedCondition::new(condition)),
            ..Self::default()
        }
    }

    /// Why it failed. `None` when the server does not say.
    #[must_use]
    pub fn condition(&self) -> Option<&Condition> {
        self.condition.as_ref().map(|c| &c.name)
    }

    /// The words in the language that is preferred, chosen as with
    /// [`StreamError::text_in`](crate::error::StreamError::text_in).
    #[must_use]
    pub fn text_in(&self, preferred: &[LanguageTag], stream: Option<&LanguageTag>) -> Option<&str> {
        let texts = self.texts.iter().map(|t| (t.lang.as_ref(), &*t.text));
        best(texts, preferred, stream)
    }
}

/// The failure that answers a step of the client which could not be read.
///
/// [`IncorrectEncoding`](Condition::IncorrectEncoding) where it is the base64
/// ([RFC 6120 §6.5.5](https://www.rfc-editor.org/rfc/rfc6120#section-6.5.5)),
/// [`InvalidMechanism`](Condition::InvalidMechanism) where no mechanism is named
/// ([§6.5.7](https://www.rfc-editor.org/rfc/rfc6120#section-6.5.7)), else
/// [`MalformedRequest`](Condition::MalformedRequest). There are no words with it: what was sent may be secret.
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
    /// These words, in the language of the stream unless another is given.
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
    /// The bytes, of which there may be none. `None` when nothing is said at all.
    #[must_use]
    pub fn bytes(&self) -> Option<&[u8]> {
        self.0.as_ref().map(|octets| &*octets.0)
    }
}

/// Without the bytes, among which are passwords.
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
