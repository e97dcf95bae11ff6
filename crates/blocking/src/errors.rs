//! What blocking adds to a stanza error.
//!
//! [XEP-0191, Blocking Command](https://xmpp.org/extensions/xep-0191.html#block)

use xmpp_xml::{Extra, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:blocking:errors";

/// The user has blocked the address that they send to; beside the condition `not-acceptable`, in an error of type
/// `cancel`.
///
/// Only the user who blocks is told. Those who are blocked get a `service-unavailable`, as from somebody offline.
///
/// [XEP-0191 §3.3](https://xmpp.org/extensions/xep-0191.html#block)
#[doc(alias("XEP-0191", "XEP0191", "0191"))]
#[doc(alias("urn:xmpp:blocking:errors"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "blocked")]
#[xml(new = "The address is blocked.")]
#[non_exhaustive]
pub struct Blocked {
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}
