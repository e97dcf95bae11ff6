//! Notifications of activity in rooms that the user is not in.
//!
//! ```
//! use xmpp_core_stanzas::Message;
//! use xmpp_jid::Jid;
//! use xmpp_muc::activity::Activity;
//!
//! let service = Jid::new("rooms.example")?;
//! let message: Message = xmpp_xml::from_str(
//!     "<message xmlns='jabber:client' from='rooms.example'><rai xmlns='urn:xmpp:rai:0'>\
//!      <activity>tea@rooms.example</activity></rai></message>",
//! )?;
//! let activity = Activity::of(&message, &service)?.expect("news");
//! assert_eq!(activity.rooms[0], "tea@rooms.example");
//! assert_eq!(Activity::of(&message, &Jid::new("chat.example")?)?, None);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [XEP-0437, Room Activity Indicators](https://xmpp.org/extensions/xep-0437.html)

use alloc::vec::Vec;

use xmpp_core_stanzas::Message;
use xmpp_jid::Jid;
use xmpp_xml::{Error, Extra, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:rai:0";

/// In a presence to a service, and empty: subscribes to activity in its rooms until a presence of type `unavailable`. In a
/// message from the service: there are new messages in these rooms.
///
/// [XEP-0437 §3.1](https://xmpp.org/extensions/xep-0437.html)
#[doc(alias("XEP-0437", "XEP0437", "0437"))]
#[doc(alias("urn:xmpp:rai:0", "rai"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "rai", derive(Debug, PartialEq, Eq))]
#[xml(new = "A list of these rooms; an empty one is a request.", parameters = [rooms])]
#[non_exhaustive]
pub struct Activity {
    /// The rooms. Each is reported once until the user has been in it.
    #[xml(child_text = "activity")]
    pub rooms: Vec<Jid>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Activity {
    /// The activity reported in a message from the service that was asked for it. `None` if the message is something else, or
    /// from another sender.
    ///
    /// # Errors
    /// The element is invalid.
    pub fn of(message: &Message, service: &Jid) -> Result<Option<Self>, Error> {
        let is_from = |from: &Jid| from.is_valid() && from == service;
        if !message.from.as_ref().is_some_and(is_from) {
            return Ok(None);
        }
        message.payload()
    }
}
