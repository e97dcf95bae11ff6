//! A message in the place of an earlier one.
//!
//! [XEP-0308, Last Message Correction](https://xmpp.org/extensions/xep-0308.html)

use alloc::string::String;

use xmpp_xml::{Extra, Xml};

/// The namespace, which is also the feature of clients that support this.
pub const NS: &str = "urn:xmpp:message-correct:0";

/// In a message: it replaces an earlier one by the same sender, with everything that was in that. The rest of the message
/// is complete; its stanza id and other metadata are its own.
///
/// Anybody can name any message here: it counts only where [`is_same`](crate::sender::is_same) says that the sender is
/// that of the other message.
///
/// [XEP-0308 §3](https://xmpp.org/extensions/xep-0308.html#usecase)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "replace")]
#[xml(new = "In the place of the message with this `id`.")]
#[non_exhaustive]
pub struct Replace {
    /// The `id` of the message that is replaced: of the first one, also where that was corrected before.
    #[xml(attribute)]
    pub id: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}
