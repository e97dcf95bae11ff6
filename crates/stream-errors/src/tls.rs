//! STARTTLS.
//!
//! [RFC 6120 §5, STARTTLS Negotiation](https://www.rfc-editor.org/rfc/rfc6120#section-5)

use xmpp_xml::{Extra, Xml};

/// The namespace.
pub const NS: &str = "urn:ietf:params:xml:ns:xmpp-tls";

/// Among the features of a stream: STARTTLS is supported. From the initiating entity: requests TLS.
///
/// [RFC 6120 §5.4.1](https://www.rfc-editor.org/rfc/rfc6120#section-5.4.1),
/// [§5.4.2.1](https://www.rfc-editor.org/rfc/rfc6120#section-5.4.2.1)
#[doc(alias("RFC 6120", "RFC6120", "6120"))]
#[doc(alias("urn:ietf:params:xml:ns:xmpp-tls"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "starttls", derive(Debug, PartialEq, Eq))]
#[xml(new = "The request; or, as a feature, that TLS is supported.")]
#[non_exhaustive]
pub struct StartTls {
    /// As a feature: TLS is mandatory to negotiate.
    #[xml(flag = "required")]
    pub required: bool,
    /// As a feature: marked as voluntary, which is also the default.
    #[xml(flag = "optional")]
    pub optional: bool,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The positive answer to [`StartTls`]: TLS starts right after this element.
///
/// [RFC 6120 §5.4.2.3](https://www.rfc-editor.org/rfc/rfc6120#section-5.4.2.3)
#[doc(alias("RFC 6120", "RFC6120", "6120"))]
#[doc(alias("urn:ietf:params:xml:ns:xmpp-tls"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "proceed", derive(Debug, PartialEq, Eq))]
#[xml(new = "TLS starts.")]
#[non_exhaustive]
pub struct Proceed {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The negative answer to [`StartTls`]; the stream ends.
///
/// [RFC 6120 §5.4.2.2](https://www.rfc-editor.org/rfc/rfc6120#section-5.4.2.2)
#[doc(alias("RFC 6120", "RFC6120", "6120"))]
#[doc(alias("urn:ietf:params:xml:ns:xmpp-tls"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "failure", derive(Debug, PartialEq, Eq))]
#[xml(new = "TLS is refused.")]
#[non_exhaustive]
pub struct Failure {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl StartTls {
    /// The feature, mandatory to negotiate.
    #[must_use]
    pub fn mandatory() -> Self {
        Self {
            required: true,
            ..Self::default()
        }
    }
}
