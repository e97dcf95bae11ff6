//! Whether an entity is there.
//!
//! [XEP-0199, XMPP Ping](https://xmpp.org/extensions/xep-0199.html)

use xmpp_xml::{Extra, Xml};

/// The namespace, and the feature of an entity that answers.
pub const NS: &str = "urn:xmpp:ping";

/// Asks an entity whether it is there: any answer says so, be it a result, which is empty, or an error.
///
/// [XEP-0199 §3](https://xmpp.org/extensions/xep-0199.html#protocol)
#[doc(alias("XEP-0199", "XEP0199", "0199"))]
#[doc(alias("urn:xmpp:ping"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "ping")]
#[xml(new = "A ping.")]
#[non_exhaustive]
pub struct Ping {
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}
