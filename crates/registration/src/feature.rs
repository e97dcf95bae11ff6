//! The offer to register, among the features of a stream.
//!
//! [XEP-0077, In-Band Registration](https://xmpp.org/extensions/xep-0077.html#streamfeature)

use xmpp_xml::{Extra, Xml};

/// The namespace.
pub const NS: &str = "http://jabber.org/features/iq-register";

/// The server lets clients register. Where a server does not offer it, it may do so all the same.
///
/// [XEP-0077 §8](https://xmpp.org/extensions/xep-0077.html#streamfeature)
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "register")]
#[xml(new = "The offer.")]
#[non_exhaustive]
pub struct Feature {
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}
