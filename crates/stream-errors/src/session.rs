//! Session establishment, required after resource binding by RFC 3921 and removed in RFC 6121.
//!
//! [RFC 3921 §3, Session Establishment](https://www.rfc-editor.org/rfc/rfc3921#section-3);
//! [RFC 6121, appendix E](https://www.rfc-editor.org/rfc/rfc6121#appendix-E) records its end,
//! [draft-cridland-xmpp-session](https://datatracker.ietf.org/doc/html/draft-cridland-xmpp-session-01) how a server
//! still offers it to older clients

use xmpp_xml::{Extra, Xml};

/// The namespace.
pub const NS: &str = "urn:ietf:params:xml:ns:xmpp-session";

/// Among the features of a stream: session establishment is supported. In an iq of type `set`: requests it.
#[doc(alias("RFC 3921", "RFC3921", "3921"))]
#[doc(alias("urn:ietf:params:xml:ns:xmpp-session"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "session", derive(Debug, PartialEq, Eq))]
#[xml(new = "The request, or the feature of RFC 3921.")]
#[non_exhaustive]
pub struct Session {
    /// As a feature: the client can skip the request. Implementations of RFC 3921 never send this, and require the request.
    #[xml(flag = "optional")]
    pub optional: bool,
    /// As a feature: the client must send the request.
    #[xml(flag = "required")]
    pub required: bool,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Session {
    /// The feature that allows skipping the request.
    #[must_use]
    pub fn voluntary() -> Self {
        Self {
            optional: true,
            ..Self::default()
        }
    }
}
