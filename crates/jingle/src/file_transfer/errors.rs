//! Error conditions specific to file transfer.
//!
//! [XEP-0234, Jingle File Transfer](https://xmpp.org/extensions/xep-0234.html#errors)

use xmpp_xml::{Extra, OtherToken, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:jingle:apps:file-transfer:errors:0";

/// A condition specific to file transfer, in addition to the condition of a [`Reason`](crate::session::Reason).
///
/// [XEP-0234 §9](https://xmpp.org/extensions/xep-0234.html#errors)
#[doc(alias("XEP-0234", "XEP0234", "0234"))]
#[doc(alias("urn:xmpp:jingle:apps:file-transfer:errors:0"))]
#[doc(alias("file-not-available", "file-too-large"))]
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

/// What went wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum ErrorKind {
    /// `file-not-available`: there is no such file, or no access to it; with `failed-application`.
    FileNotAvailable,
    /// `file-too-large`: it exceeds the receiver's limit, or the announced size; with `media-error`.
    FileTooLarge,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}
