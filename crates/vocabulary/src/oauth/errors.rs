//! Error conditions specific to OAuth.

use xmpp_xml::{Extra, OtherToken, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:oauth:0:errors";

/// An OAuth-specific condition, in addition to the condition of the stanza error.
///
/// [XEP-0235 §5](https://xmpp.org/extensions/xep-0235.html#error)
#[doc(alias("XEP-0235", "XEP0235", "0235"))]
#[doc(alias("urn:xmpp:oauth:0:errors", "duplicated-parameter"))]
#[doc(alias("invalid-consumer-key", "invalid-nonce", "invalid-signature"))]
#[doc(alias("invalid-token", "missing-parameter", "token-required"))]
#[doc(alias("unsupported-parameter", "unsupported-signature-method"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, derive(Debug, PartialEq, Eq))]
#[xml(new = "An error of this kind.")]
#[non_exhaustive]
pub struct Error {
    /// The kind, which is the name of the element.
    #[xml(name)]
    pub kind: ErrorKind,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Why a service refused a request: in an error `not-authorized` or `bad-request`.
///
/// [XEP-0235 §5](https://xmpp.org/extensions/xep-0235.html#error)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum ErrorKind {
    /// `duplicated-parameter`: a parameter is repeated; in an error `bad-request`.
    DuplicatedParameter,
    /// `invalid-consumer-key`: the consumer is unknown; in an error `not-authorized`.
    InvalidConsumerKey,
    /// `invalid-nonce`: the nonce has been used before; in an error `not-authorized`.
    InvalidNonce,
    /// `invalid-signature`: the signature is wrong; in an error `not-authorized`.
    InvalidSignature,
    /// `invalid-token`: the token is unknown or revoked; in an error `not-authorized`.
    InvalidToken,
    /// `missing-parameter`: a parameter is missing; in an error `bad-request`.
    MissingParameter,
    /// `token-required`: there is no token; in an error `not-authorized`.
    TokenRequired,
    /// `unsupported-parameter`: a parameter is not supported; in an error `bad-request`.
    UnsupportedParameter,
    /// `unsupported-signature-method`: the signature method is not supported; in an error `bad-request`.
    UnsupportedSignatureMethod,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}
