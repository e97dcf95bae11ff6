//! What can be wrong with a URL.
//!
//! [XEP-0103 §5.3, Error Conditions](https://xmpp.org/extensions/xep-0103.html)

use xmpp_xml::{Extra, Xml};

use super::NS;

/// What is wrong with a URL, beside the condition of a stanza error.
///
/// [XEP-0103 §5.3](https://xmpp.org/extensions/xep-0103.html)
#[doc(alias("XEP-0103", "XEP0103", "0103"))]
#[doc(alias("http://jabber.org/protocol/url-data", "malformed-url"))]
#[doc(alias("transfer-failed", "transfer-refused"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS)]
#[xml(new = "This one.")]
#[non_exhaustive]
pub struct Error {
    /// Which: the name of the element.
    #[xml(name)]
    pub kind: ErrorKind,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What can be wrong with a URL.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum ErrorKind {
    /// `malformed-url`: it is none, or of a scheme that is not supported; with `bad-request`.
    MalformedUrl,
    /// `transfer-failed`: there was nothing to be had; with `undefined-condition`.
    TransferFailed,
    /// `transfer-refused`: the recipient does not want it; with `not-acceptable`.
    TransferRefused,
}
