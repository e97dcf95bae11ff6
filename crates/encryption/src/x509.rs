//! X.509 certificates for the end-to-end authentication of users: requesting, issuing, publishing and revoking them.
//!
//! A client sends a [`SigningRequest`] to an authority, which may answer with a [`Challenge`] first, and then with a
//! [`Chain`]. Each chain is published as an item of the PEP node [`NS`].
//!
//! [XEP-0417, E2E Authentication in XMPP: Certificate Issuance and Revocation](https://xmpp.org/extensions/xep-0417.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Base64, Extra, Xml};

/// The namespace, which is also the feature of servers that list the authorities they trust, and the PEP node of an
/// account's chains.
pub const NS: &str = "urn:xmpp:x509:0";

/// A certificate.
///
/// [XEP-0417 §4.1](https://xmpp.org/extensions/xep-0417.html#cert-elems)
#[doc(alias("XEP-0417", "XEP0417", "0417"))]
#[doc(alias("urn:xmpp:x509:0", "x509-cert"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "x509-cert", derive(Debug, PartialEq, Eq))]
#[xml(new = "A certificate from its DER encoding.")]
#[non_exhaustive]
pub struct Certificate {
    /// The certificate in DER; on the wire in PEM, without the lines at the beginning and end.
    #[xml(text)]
    pub der: Base64,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A certificate chain.
///
/// The recipient of an answer to a [`SigningRequest`] checks that it comes from the authority that was asked, that the chain
/// is valid, and that it leads to this authority.
///
/// [XEP-0417 §4.1](https://xmpp.org/extensions/xep-0417.html#cert-elems)
#[doc(alias("XEP-0417", "XEP0417", "0417"))]
#[doc(alias("urn:xmpp:x509:0", "x509-cert-chain"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "x509-cert-chain", derive(Debug, PartialEq, Eq))]
#[xml(new = "A chain of these certificates.", parameters = [certificates], with)]
#[non_exhaustive]
pub struct Chain {
    /// The user's name for the certificate, usually that of a device. `None` if not specified.
    #[xml(attribute)]
    pub name: Option<String>,
    /// The certificates, each certified by the next one. The authority's own may be the last.
    #[xml(child, strict)]
    pub certificates: Vec<Certificate>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Requests a certificate, in an iq of type `get`. The same request is repeated until there is an answer.
///
/// [XEP-0417 §4.2](https://xmpp.org/extensions/xep-0417.html#csr-elem)
#[doc(alias("XEP-0417", "XEP0417", "0417"))]
#[doc(alias("urn:xmpp:x509:0", "x509-csr"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "x509-csr", derive(Debug, PartialEq, Eq))]
#[xml(new = "Requests a certificate, as part of this transaction.", parameters = [der, transaction], with)]
#[non_exhaustive]
pub struct SigningRequest {
    /// The identifier of the transaction: a random text, new for each attempt.
    #[xml(attribute)]
    pub transaction: String,
    /// The requested [name](Chain::name) of the chain. `None` if not specified.
    #[xml(attribute)]
    pub name: Option<String>,
    /// The certification request (RFC 2986) in DER; on the wire in PEM, without the lines at the beginning and end.
    #[xml(text)]
    pub der: Base64,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A signature by the key of a certificate.
///
/// [XEP-0417 §4.3](https://xmpp.org/extensions/xep-0417.html#sign-elem)
#[doc(alias("XEP-0417", "XEP0417", "0417"))]
#[doc(alias("urn:xmpp:x509:0", "x509-signature"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "x509-signature", derive(Debug, PartialEq, Eq))]
#[xml(new = "An element with this signature.")]
#[non_exhaustive]
pub struct Signature {
    /// The signature.
    #[xml(text)]
    pub value: Base64,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Stream feature: certificates are issued to users who register. It counts only if SASL EXTERNAL is offered as well.
///
/// [XEP-0417 §5.1.2](https://xmpp.org/extensions/xep-0417.html#stream-feats)
#[doc(alias("XEP-0417", "XEP0417", "0417"))]
#[doc(alias("urn:xmpp:x509:0", "x509-register"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "x509-register", derive(Debug, PartialEq, Eq))]
#[xml(new = "The feature.")]
#[non_exhaustive]
pub struct Register {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The authorities that a server trusts; empty in a request, an iq of type `get`.
///
/// [XEP-0417 §5.2](https://xmpp.org/extensions/xep-0417.html#ca-list-retr)
#[doc(alias("XEP-0417", "XEP0417", "0417"))]
#[doc(alias("urn:xmpp:x509:0", "x509-ca-list"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "x509-ca-list", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request.", with)]
#[non_exhaustive]
pub struct AuthorityList {
    /// The certificates of the authorities, in no particular order. An answer without certificates is an error of the
    /// server.
    #[xml(child)]
    pub certificates: Vec<Certificate>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A challenge, in a message: before a certificate is issued, the user has to complete something on a web page.
///
/// Follow it only if it comes from the authority that was asked, with the identifier of the transaction and a valid
/// [signature](Self::signature); otherwise it may be phishing.
///
/// [XEP-0417 §6.2](https://xmpp.org/extensions/xep-0417.html#cert-challenge)
#[doc(alias("XEP-0417", "XEP0417", "0417"))]
#[doc(alias("urn:xmpp:x509:0", "x509-challenge"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "x509-challenge", derive(Debug, PartialEq, Eq))]
#[xml(new = "A challenge at this URI, in this transaction.")]
#[non_exhaustive]
pub struct Challenge {
    /// The identifier of the transaction: that of the [`SigningRequest`].
    #[xml(attribute)]
    pub transaction: String,
    /// The web page, an HTTPS URL: see [`https_uri`](Self::https_uri).
    #[xml(attribute)]
    pub uri: String,
    /// The signature of the [text](Self::signed_text) by the key of the authority.
    #[xml(child)]
    pub signature: Signature,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Challenge {
    /// The web page. `None` if it is not an HTTPS URL, which must not be opened.
    #[must_use]
    pub fn https_uri(&self) -> Option<&str> {
        let uri = xmpp_xml::trim(&self.uri);
        let scheme = uri.get(..8)?;
        scheme.eq_ignore_ascii_case("https://").then_some(uri)
    }

    /// The text that is signed: the identifier of the transaction and the URI.
    #[must_use]
    pub fn signed_text(&self) -> String {
        [&*self.transaction, &*self.uri].concat()
    }
}

/// Application-specific error condition: the user did not pass the [`Challenge`].
///
/// [XEP-0417 §6.4](https://xmpp.org/extensions/xep-0417.html#cert-req-error)
#[doc(alias("XEP-0417", "XEP0417", "0417"))]
#[doc(alias("urn:xmpp:x509:0", "x509-challenge-failed"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "x509-challenge-failed", derive(Debug, PartialEq, Eq))]
#[xml(new = "The condition.")]
#[non_exhaustive]
pub struct ChallengeFailed {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Asks the authority that has issued a certificate to revoke it, in an iq of type `set`.
///
/// [XEP-0417 §7](https://xmpp.org/extensions/xep-0417.html#cert-rev)
#[doc(alias("XEP-0417", "XEP0417", "0417"))]
#[doc(alias("urn:xmpp:x509:0", "x509-revoke"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "x509-revoke", derive(Debug, PartialEq, Eq))]
#[xml(new = "Revokes this certificate.")]
#[non_exhaustive]
pub struct Revoke {
    /// The certificate.
    #[xml(child)]
    pub certificate: Certificate,
    /// The signature of the certificate's `tbsCertificate` in DER, by the certificate's own key.
    #[xml(child)]
    pub signature: Signature,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
