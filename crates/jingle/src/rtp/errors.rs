//! Error conditions specific to the encryption of media.
//!
//! [XEP-0167, Jingle RTP Sessions](https://xmpp.org/extensions/xep-0167.html#srtp)

use xmpp_xml::{Extra, OtherToken, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:jingle:apps:rtp:errors:1";

/// A condition specific to RTP, in addition to the condition of a [`Reason`](crate::session::Reason).
///
/// [XEP-0167 §7](https://xmpp.org/extensions/xep-0167.html#srtp)
#[doc(alias("XEP-0167", "XEP0167", "0167"))]
#[doc(alias("urn:xmpp:jingle:apps:rtp:errors:1", "crypto-required"))]
#[doc(alias("invalid-crypto"))]
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

/// What is wrong with the encryption of media; all with `security-error`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum ErrorKind {
    /// `crypto-required`: the sender requires encryption, but the other party offered none.
    CryptoRequired,
    /// `invalid-crypto`: none of the offered methods is acceptable.
    InvalidCrypto,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}
