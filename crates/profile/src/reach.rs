//! Addresses of other kinds at which somebody can be reached for the moment, such as the telephone of a meeting room.
//!
//! [XEP-0152, Reachability Addresses](https://xmpp.org/extensions/xep-0152.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Extra, LanguageTag, Xml};

/// The namespace, the feature, and the node that they are published at.
pub const NS: &str = "urn:xmpp:reach:0";

/// Where the user can be reached, in the order in which to try. In an iq of type `get`, and then empty, asks for it.
///
/// [XEP-0152 §3](https://xmpp.org/extensions/xep-0152.html#format)
#[doc(alias("XEP-0152", "XEP0152", "0152"))]
#[doc(alias("urn:xmpp:reach:0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "reach")]
#[xml(
    new = "No address: the user cannot be reached elsewhere any more.",
    with
)]
#[non_exhaustive]
pub struct Reach {
    /// The addresses. Empty means that there are none any more.
    #[xml(child)]
    pub addresses: Vec<Address>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// One address.
///
/// [XEP-0152 §3](https://xmpp.org/extensions/xep-0152.html#format)
#[doc(alias("XEP-0152", "XEP0152", "0152"))]
#[doc(alias("urn:xmpp:reach:0", "addr"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "addr")]
#[xml(new = "This URI.", with)]
#[non_exhaustive]
pub struct Address {
    /// The address: a URI or IRI, such as one of `tel:` or `sip:`.
    #[xml(attribute)]
    pub uri: String,
    /// What it is, in several languages.
    #[xml(child)]
    pub descriptions: Vec<Description>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What an [`Address`] is, in one language.
///
/// [XEP-0152 §3](https://xmpp.org/extensions/xep-0152.html#format)
#[doc(alias("XEP-0152", "XEP0152", "0152"))]
#[doc(alias("urn:xmpp:reach:0", "desc"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "desc")]
#[xml(new = "This text, in the language of what is around it.", with)]
#[non_exhaustive]
pub struct Description {
    /// The language. `None` means that of what is around it.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The text.
    #[xml(text)]
    pub text: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
