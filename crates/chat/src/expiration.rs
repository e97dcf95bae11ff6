//! The time to live of a message, the predecessor of [delivery rules](crate::delivery).
//!
//! [XEP-0023, Message Expiration](https://xmpp.org/extensions/xep-0023.html)

use xmpp_xml::{Extra, Xml};

/// The namespace.
pub const NS: &str = "jabber:x:expire";

/// The message is to be discarded after its time to live.
///
/// [XEP-0023](https://xmpp.org/extensions/xep-0023.html)
#[doc(alias("XEP-0023", "XEP0023", "0023"))]
#[doc(alias("jabber:x:expire", "x"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "x", derive(Debug, PartialEq, Eq))]
#[xml(new = "A time to live of this many seconds.", with)]
#[non_exhaustive]
pub struct Expiration {
    /// The time to live in seconds.
    #[xml(attribute)]
    pub seconds: u64,
    /// When a server stored the message, in seconds since 1970. `None` if none has; so an invalid value is always an
    /// error.
    #[xml(attribute, strict)]
    pub stored: Option<u64>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Expiration {
    /// Whether the message has expired at `now`, in seconds since 1970. `false` if it was never stored.
    #[must_use]
    pub fn is_over_at(&self, now: u64) -> bool {
        self.stored
            .is_some_and(|stored| now.saturating_sub(stored) >= self.seconds)
    }
}
