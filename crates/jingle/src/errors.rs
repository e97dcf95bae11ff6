//! What Jingle adds to a stanza error.
//!
//! [XEP-0166, Jingle](https://xmpp.org/extensions/xep-0166.html#errors)

use xmpp_xml::{Extra, OtherToken, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:jingle:errors:1";

/// The condition beside that of the stanza error.
///
/// [XEP-0166 §10](https://xmpp.org/extensions/xep-0166.html#errors)
#[doc(alias("XEP-0166", "XEP0166", "0166"))]
#[doc(alias("urn:xmpp:jingle:errors:1", "out-of-order", "security-required"))]
#[doc(alias("tie-break", "unknown-session", "unsupported-info"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS)]
#[xml(new = "This one.")]
#[non_exhaustive]
pub struct Error {
    /// Which: the name of the element.
    #[xml(name)]
    pub kind: ErrorKind,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Why an action is refused.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum ErrorKind {
    /// `out-of-order`: not now; in an error `unexpected-request`.
    OutOfOrder,
    /// `security-required`: only over the secured channel; in an error `not-acceptable`.
    SecurityRequired,
    /// `tie-break`: the other party asked for the same at the same time, and goes first; in an error `conflict`.
    TieBreak,
    /// `unknown-session`: there is no such session; in an error `item-not-found`.
    UnknownSession,
    /// `unsupported-info`: what was told is not understood; in an error `feature-not-implemented`.
    UnsupportedInfo,
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}
