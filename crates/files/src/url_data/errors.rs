//! Error conditions specific to URL data.
//!
//! [XEP-0103 §5.3, Error Conditions](https://xmpp.org/extensions/xep-0103.html)

use xmpp_xml::{Extra, Xml};

use super::NS;

/// A condition specific to URL data, in addition to the condition of the stanza error.
///
/// [XEP-0103 §5.3](https://xmpp.org/extensions/xep-0103.html)
#[doc(alias("XEP-0103", "XEP0103", "0103"))]
#[doc(alias("http://jabber.org/protocol/url-data", "malformed-url"))]
#[doc(alias("transfer-failed", "transfer-refused"))]
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

/// What is wrong with a URL.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum ErrorKind {
    /// `malformed-url`: the URL is invalid, or has an unsupported scheme; with `bad-request`.
    MalformedUrl,
    /// `transfer-failed`: the download failed; with `undefined-condition`.
    TransferFailed,
    /// `transfer-refused`: the recipient refuses the transfer; with `not-acceptable`.
    TransferRefused,
}
