//! Requests for a user's attention: a nudge.
//!
//! [XEP-0224, Attention](https://xmpp.org/extensions/xep-0224.html)

use xmpp_xml::{Extra, Xml};

/// The namespace, which is also the feature of clients whose users accept such requests.
pub const NS: &str = "urn:xmpp:attention:0";

/// In a message, preferably of type `headline`: requests the recipient's immediate attention.
///
/// To be ignored in delayed messages, and from strangers.
///
/// [XEP-0224 §3](https://xmpp.org/extensions/xep-0224.html#protocol)
#[doc(alias("XEP-0224", "XEP0224", "0224"))]
#[doc(alias("urn:xmpp:attention:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "attention", derive(Debug, PartialEq, Eq))]
#[xml(new = "Requests attention.")]
#[non_exhaustive]
pub struct Attention {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
