//! Error conditions specific to blocking.
//!
//! [XEP-0191, Blocking Command](https://xmpp.org/extensions/xep-0191.html#block)

use xmpp_xml::{Extra, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:blocking:errors";

/// The user has blocked the recipient of their own stanza; with the condition `not-acceptable`, in an error of type
/// `cancel`.
///
/// Only the blocking user gets this. Blocked senders get `service-unavailable`, as if the user were offline.
///
/// [XEP-0191 §3.3](https://xmpp.org/extensions/xep-0191.html#block)
#[doc(alias("XEP-0191", "XEP0191", "0191"))]
#[doc(alias("urn:xmpp:blocking:errors"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "blocked", derive(Debug, PartialEq, Eq))]
#[xml(new = "The recipient is blocked.")]
#[non_exhaustive]
pub struct Blocked {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
