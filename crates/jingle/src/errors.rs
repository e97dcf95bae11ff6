//! Error conditions specific to Jingle.
//!
//! [XEP-0166, Jingle](https://xmpp.org/extensions/xep-0166.html#errors)

use xmpp_xml::{Extra, OtherToken, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:jingle:errors:1";

/// A Jingle-specific condition, in addition to the condition of the stanza error.
///
/// [XEP-0166 §10](https://xmpp.org/extensions/xep-0166.html#errors)
#[doc(alias("XEP-0166", "XEP0166", "0166"))]
#[doc(alias("urn:xmpp:jingle:errors:1", "out-of-order", "security-required"))]
#[doc(alias("tie-break", "unknown-session", "unsupported-info"))]
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

/// Why an action was refused.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum ErrorKind {
    /// `out-of-order`: the action is not allowed now; in an error `unexpected-request`.
    OutOfOrder,
    /// `security-required`: the channel must be secured first; in an error `not-acceptable`.
    SecurityRequired,
    /// `tie-break`: the other party requested the same at the same time, and takes precedence; in an error `conflict`.
    TieBreak,
    /// `unknown-session`: there is no such session; in an error `item-not-found`.
    UnknownSession,
    /// `unsupported-info`: the `session-info` payload is not supported; in an error `feature-not-implemented`.
    UnsupportedInfo,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}
