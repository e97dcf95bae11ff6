//! Messages that clients forget some time after they were read.
//!
//! [XEP-0466, Ephemeral Messages](https://xmpp.org/extensions/xep-0466.html)

use xmpp_xml::{Extra, Xml};

/// The namespace, which is also the feature of clients that forget.
pub const NS: &str = "urn:xmpp:ephemeral:0";

/// How long the message may be kept. Without a body, only what is to hold for the messages to come. Nobody can be
/// made to obey.
///
/// [XEP-0466 §3.2](https://xmpp.org/extensions/xep-0466.html#sending)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "ephemeral")]
#[xml(new = "To be kept for so many seconds.")]
#[non_exhaustive]
pub struct Ephemeral {
    /// For how many seconds from when the user has read it.
    #[xml(attribute)]
    pub timer: u32,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}
