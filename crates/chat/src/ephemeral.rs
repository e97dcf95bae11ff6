//! Messages that clients discard some time after they were read.
//!
//! [XEP-0466, Ephemeral Messages](https://xmpp.org/extensions/xep-0466.html)

use xmpp_xml::{Extra, Xml};

/// The namespace, which is also the feature of clients that forget.
pub const NS: &str = "urn:xmpp:ephemeral:0";

/// How long clients keep the message. In a message without a body, it only announces the timer for later messages.
/// There is no guarantee that anybody complies.
///
/// [XEP-0466 §3.2](https://xmpp.org/extensions/xep-0466.html#sending)
#[doc(alias("XEP-0466", "XEP0466", "0466"))]
#[doc(alias("urn:xmpp:ephemeral:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "ephemeral", derive(Debug, PartialEq, Eq))]
#[xml(new = "A timer of this many seconds.")]
#[non_exhaustive]
pub struct Ephemeral {
    /// The timer in seconds, started when the user has read the message.
    #[xml(attribute)]
    pub timer: u32,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
