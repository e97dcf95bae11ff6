//! The stream features for in-band registration.
//!
//! [XEP-0077, In-Band Registration](https://xmpp.org/extensions/xep-0077.html#streamfeature)

use xmpp_xml::{Extra, Xml};

/// The namespace of the feature for open registration.
pub const NS: &str = "http://jabber.org/features/iq-register";

/// The server supports in-band registration. It may do so without advertising this feature, too.
///
/// [XEP-0077 §8](https://xmpp.org/extensions/xep-0077.html#streamfeature)
#[doc(alias("XEP-0077", "XEP0077", "0077"))]
#[doc(alias("http://jabber.org/features/iq-register", "register"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "register", derive(Debug, PartialEq, Eq))]
#[xml(new = "The feature.")]
#[non_exhaustive]
pub struct Feature {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The namespace of the feature for registration with a token.
pub const TOKEN_NS: &str = "urn:xmpp:ibr-token:0";

/// The server supports registration with a token, such as one from an invitation: clients send it in a `preauth` of
/// XEP-0379, in an iq of type `set`, before they register as usual.
///
/// [XEP-0445 §3](https://xmpp.org/extensions/xep-0445.html#discover)
#[doc(alias("XEP-0445", "XEP0445", "0445"))]
#[doc(alias("urn:xmpp:ibr-token:0", "register"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = TOKEN_NS, name = "register", derive(Debug, PartialEq, Eq))]
#[xml(new = "The feature.")]
#[non_exhaustive]
pub struct TokenFeature {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
