//! The offer to register, among the features of a stream.
//!
//! [XEP-0077, In-Band Registration](https://xmpp.org/extensions/xep-0077.html#streamfeature)

use xmpp_xml::{Extra, Xml};

/// The namespace of the offer to anybody.
pub const NS: &str = "http://jabber.org/features/iq-register";

/// The server lets clients register. Where a server does not offer it, it may do so all the same.
///
/// [XEP-0077 §8](https://xmpp.org/extensions/xep-0077.html#streamfeature)
#[doc(alias("XEP-0077", "XEP0077", "0077"))]
#[doc(alias("http://jabber.org/features/iq-register", "register"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "register")]
#[xml(new = "The offer.")]
#[non_exhaustive]
pub struct Feature {
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The namespace of the offer to who has a token.
pub const TOKEN_NS: &str = "urn:xmpp:ibr-token:0";

/// The server lets clients register who show a token, as an invitation has one: in a `preauth` of XEP-0379, in an iq of type
/// `set`, before they register as usual.
///
/// [XEP-0445 §3](https://xmpp.org/extensions/xep-0445.html#discover)
#[doc(alias("XEP-0445", "XEP0445", "0445"))]
#[doc(alias("urn:xmpp:ibr-token:0", "register"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = TOKEN_NS, name = "register")]
#[xml(new = "The offer.")]
#[non_exhaustive]
pub struct TokenFeature {
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}
