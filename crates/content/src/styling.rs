//! Opting out of styling by characters in the body, such as `*` around words.
//!
//! [XEP-0393, Message Styling](https://xmpp.org/extensions/xep-0393.html)

use xmpp_xml::{Extra, Xml};

/// The namespace, which is also the feature of clients that support this.
pub const NS: &str = "urn:xmpp:styling:0";

/// Disables styling for a message: the body is to be shown as it is.
///
/// [XEP-0393 §7](https://xmpp.org/extensions/xep-0393.html#disable)
#[doc(alias("XEP-0393", "XEP0393", "0393"))]
#[doc(alias("urn:xmpp:styling:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "unstyled", derive(Debug, PartialEq, Eq))]
#[xml(new = "Disables styling.")]
#[non_exhaustive]
pub struct Unstyled {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
