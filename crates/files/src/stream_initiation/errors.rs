//! Error conditions specific to stream initiation.
//!
//! [XEP-0095 §4.2, Error Codes](https://xmpp.org/extensions/xep-0095.html#def-error)

use xmpp_xml::{Extra, Xml};

use super::NS;

/// A condition specific to stream initiation, in addition to the condition `bad-request` of a stanza error.
///
/// [XEP-0095 §4.2](https://xmpp.org/extensions/xep-0095.html#def-error)
#[doc(alias("XEP-0095", "XEP0095", "0095"))]
#[doc(alias("http://jabber.org/protocol/si", "bad-profile"))]
#[doc(alias("no-valid-streams"))]
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

/// Why an offer was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum ErrorKind {
    /// `bad-profile`: the profile is not supported, or invalid.
    BadProfile,
    /// `no-valid-streams`: none of the stream methods is acceptable.
    NoValidStreams,
}
