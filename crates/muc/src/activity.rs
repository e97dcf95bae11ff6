//! Which rooms something new has been said in, for those who are not in them.
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

/// In a presence to a service, and then empty, asks for news of its rooms until a presence of type `unavailable`. In a
/// message from the service: something new has been said in these rooms.
///
/// [XEP-0437 §3.1](https://xmpp.org/extensions/xep-0437.html)
#[doc(alias("XEP-0437", "XEP0437", "0437"))]
#[doc(alias("urn:xmpp:rai:0", "rai"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "rai")]
#[xml(new = "These rooms; none in a request.", parameters = [rooms])]
#[non_exhaustive]
pub struct Activity {
    /// The rooms, each of which is told of once until its user has been in it.
    #[xml(child_text = "activity")]
    pub rooms: Vec<Jid>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Activity {
    /// The news that a message has from a service which has been asked for them. `None` means that the message is something
    /// else, or from somebody else.
    ///
    /// # Errors
    /// Something in it is invalid.
    pub fn of(message: &Message, service: &Jid) -> Result<Option<Self>, Error> {
        let is_from = |from: &Jid| from.is_valid() && from == service;
        if !message.from.as_ref().is_some_and(is_from) {
            return Ok(None);
        }
        message.payload()
    }
}
