//! Attaching a message to an earlier one, such as the preview of a link.
//!
//! [XEP-0367, Message Attaching](https://xmpp.org/extensions/xep-0367.html)

use alloc::string::String;

use xmpp_xml::{Extra, Xml};

/// The namespace, which is also the feature of clients that support this.
pub const NS: &str = "urn:xmpp:message-attaching:1";

/// The message with which to show this one. Anybody may have sent it, so an attachment must not look like a part of it.
///
/// [XEP-0367 §3](https://xmpp.org/extensions/xep-0367.html#usage)
#[doc(alias("XEP-0367", "XEP0367", "0367"))]
#[doc(alias("urn:xmpp:message-attaching:1"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "attach-to", derive(Debug, PartialEq, Eq))]
#[xml(new = "Attaches this message to the one with this identifier.")]
#[non_exhaustive]
pub struct AttachTo {
    /// The identifier of that message: see [`reference_id`](crate::identity::reference_id).
    #[xml(attribute)]
    pub id: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
