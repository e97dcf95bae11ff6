//! A message to be shown with an earlier one, such as what a link leads to.
//!
//! [XEP-0367, Message Attaching](https://xmpp.org/extensions/xep-0367.html)

use alloc::string::String;

use xmpp_xml::{Extra, Xml};

/// The namespace, which is also the feature of clients that support this.
pub const NS: &str = "urn:xmpp:message-attaching:1";

/// With which message this one is to be shown. It may be anybody's, so what is attached must not look as if the author of
/// that message had said it.
///
/// [XEP-0367 §3](https://xmpp.org/extensions/xep-0367.html#usage)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "attach-to")]
#[xml(new = "With the message that has this identifier.")]
#[non_exhaustive]
pub struct AttachTo {
    /// The identifier of that message, by which [`reference_id`](crate::identity::reference_id) speaks of it.
    #[xml(attribute)]
    pub id: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}
