//! User nicknames.
//!
//! [XEP-0172, User Nickname](https://xmpp.org/extensions/xep-0172.html)

use alloc::string::String;

use xmpp_xml::{Extra, Xml};

/// The namespace, which is also the node of published nicknames.
pub const NS: &str = "http://jabber.org/protocol/nick";

/// The nickname of the sender, that of the innermost enclosing element that has one.
///
/// [XEP-0172 §3](https://xmpp.org/extensions/xep-0172.html#format)
#[doc(alias("XEP-0172", "XEP0172", "0172"))]
#[doc(alias("http://jabber.org/protocol/nick", "nick"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "nick", derive(Debug, PartialEq, Eq))]
#[xml(new = "An element with this nickname.")]
#[non_exhaustive]
pub struct Nickname {
    /// The nickname; empty for none.
    #[xml(text)]
    pub text: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
