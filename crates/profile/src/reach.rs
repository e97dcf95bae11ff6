//! Temporary contact addresses, such as the telephone of a meeting room.
//!
//! [XEP-0152, Reachability Addresses](https://xmpp.org/extensions/xep-0152.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Extra, LanguageTag, Xml};

/// The namespace, the feature, and the node of these addresses.
pub const NS: &str = "urn:xmpp:reach:0";

/// The addresses, in order of preference. In an iq of type `get`, and empty, a request for them.
///
/// [XEP-0152 §3](https://xmpp.org/extensions/xep-0152.html#format)
#[doc(alias("XEP-0152", "XEP0152", "0152"))]
#[doc(alias("urn:xmpp:reach:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "reach", derive(Debug, PartialEq, Eq))]
#[xml(new = "No addresses: the user is no longer reachable elsewhere.", with)]
#[non_exhaustive]
pub struct Reach {
    /// The addresses. Empty means that there are none any more.
    #[xml(child)]
    pub addresses: Vec<Address>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// An address.
///
/// [XEP-0152 §3](https://xmpp.org/extensions/xep-0152.html#format)
#[doc(alias("XEP-0152", "XEP0152", "0152"))]
#[doc(alias("urn:xmpp:reach:0", "addr"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "addr", derive(Debug, PartialEq, Eq))]
#[xml(new = "An address with this URI.", with)]
#[non_exhaustive]
pub struct Address {
    /// The URI or IRI, such as `tel:` or `sip:`.
    #[xml(attribute)]
    pub uri: String,
    /// Descriptions, one for each language.
    #[xml(child)]
    pub descriptions: Vec<Description>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A description of an [`Address`], in one language.
///
/// [XEP-0152 §3](https://xmpp.org/extensions/xep-0152.html#format)
#[doc(alias("XEP-0152", "XEP0152", "0152"))]
#[doc(alias("urn:xmpp:reach:0", "desc"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "desc", derive(Debug, PartialEq, Eq))]
#[xml(new = "A description in the language in scope.", with)]
#[non_exhaustive]
pub struct Description {
    /// The language. `None` means the one in scope.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The text.
    #[xml(text)]
    pub text: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
