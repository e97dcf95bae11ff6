//! STARTTLS: from here on, the stream is encrypted.
//!
//! [RFC 6120 §5, STARTTLS Negotiation](https://www.rfc-editor.org/rfc/rfc6120#section-5)

use xmpp_xml::{Extra, Xml};

/// The namespace.
pub const NS: &str = "urn:ietf:params:xml:ns:xmpp-tls";

/// Among the features of a stream: TLS is offered. Sent by the one who opened the stream: let us begin.
///
/// [RFC 6120 §5.4.1](https://www.rfc-editor.org/rfc/rfc6120#section-5.4.1),
/// [§5.4.2.1](https://www.rfc-editor.org/rfc/rfc6120#section-5.4.2.1)
#[doc(alias("RFC 6120", "RFC6120", "6120"))]
#[doc(alias("urn:ietf:params:xml:ns:xmpp-tls"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "starttls")]
#[xml(new = "Let us begin; or, as a feature, TLS is offered.")]
#[non_exhaustive]
pub struct StartTls {
    /// As a feature: nothing else can be done before.
    #[xml(flag = "required")]
    pub required: bool,
    /// As a feature: said to be voluntary, which is also meant where neither of both is there.
    #[xml(flag = "optional")]
    pub optional: bool,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The answer to [`StartTls`]: TLS begins right after this element.
///
/// [RFC 6120 §5.4.2.3](https://www.rfc-editor.org/rfc/rfc6120#section-5.4.2.3)
#[doc(alias("RFC 6120", "RFC6120", "6120"))]
#[doc(alias("urn:ietf:params:xml:ns:xmpp-tls"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "proceed")]
#[xml(new = "TLS begins.")]
#[non_exhaustive]
pub struct Proceed {
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The answer to [`StartTls`] when it cannot be; the stream ends.
///
/// [RFC 6120 §5.4.2.2](https://www.rfc-editor.org/rfc/rfc6120#section-5.4.2.2)
#[doc(alias("RFC 6120", "RFC6120", "6120"))]
#[doc(alias("urn:ietf:params:xml:ns:xmpp-tls"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "failure")]
#[xml(new = "TLS cannot be.")]
#[non_exhaustive]
pub struct Failure {
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl StartTls {
    /// The feature where nothing else can be done before.
    #[must_use]
    pub fn mandatory() -> Self {
        Self {
            required: true,
            ..Self::default()
        }
    }
}
