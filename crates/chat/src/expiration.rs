//! For how long a message is of use, as it was said before [rules of delivery](crate::delivery).
//!
//! [XEP-0023, Message Expiration](https://xmpp.org/extensions/xep-0023.html)

use xmpp_xml::{Extra, Xml};

/// The namespace.
pub const NS: &str = "jabber:x:expire";

/// The message is to be discarded after some time.
///
/// [XEP-0023](https://xmpp.org/extensions/xep-0023.html)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "x")]
#[xml(new = "Of use for so many seconds.", with)]
#[non_exhaustive]
pub struct Expiration {
    /// For how many seconds the message is of use.
    #[xml(attribute)]
    pub seconds: u64,
    /// When it was stored, in seconds since 1970, by the server that has stored it. `None` where it was not stored, so that
    /// an invalid value would make it new.
    #[xml(attribute, strict)]
    pub stored: Option<u64>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Expiration {
    /// Whether the time is over at `now`, in seconds since 1970. `false` where it was not stored.
    #[must_use]
    pub fn is_over_at(&self, now: u64) -> bool {
        self.stored
            .is_some_and(|stored| now.saturating_sub(stored) >= self.seconds)
    }
}
