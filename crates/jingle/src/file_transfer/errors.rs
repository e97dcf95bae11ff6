//! What can be wrong with a file.
//!
//! [XEP-0234, Jingle File Transfer](https://xmpp.org/extensions/xep-0234.html#errors)

use xmpp_xml::{Extra, OtherToken, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:jingle:apps:file-transfer:errors:0";

/// What is wrong with a file, beside the condition of a [`Reason`](crate::session::Reason).
///
/// [XEP-0234 §9](https://xmpp.org/extensions/xep-0234.html#errors)
#[doc(alias("XEP-0234", "XEP0234", "0234"))]
#[doc(alias("urn:xmpp:jingle:apps:file-transfer:errors:0"))]
#[doc(alias("file-not-available", "file-too-large"))]
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

/// What can be wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum ErrorKind {
    /// `file-not-available`: there is no such file, or not for everybody; with `failed-application`.
    FileNotAvailable,
    /// `file-too-large`: it is more than the receiver can take, or more than was told; with `media-error`.
    FileTooLarge,
    /// Something else.
    #[xml(other)]
    Other(OtherToken),
}
