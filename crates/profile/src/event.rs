//! Personal events with their verified publisher.

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_core_stanzas::Message;
use xmpp_jid::BareJid;
use xmpp_pubsub::event::Event;
use xmpp_xml::{Element, Error};

/// An item that an account has published, from its server's notification.
///
/// The account is the sender of the message, whatever its content. A server sends notifications from the account's bare
/// JID: a message from a full JID was made by a client, and in a room any occupant can send such a
/// message in the name of the room.
///
/// ```
/// use xmpp_core_stanzas::Message;
/// use xmpp_profile::PersonalEvent;
/// use xmpp_profile::avatar::{METADATA, Metadata};
///
/// let text = "<message xmlns='jabber:client' from='ada@a.example'>\
///     <event xmlns='http://jabber.org/protocol/pubsub#event'>\
///       <items node='urn:xmpp:avatar:metadata'>\
///         <item id='none'><metadata xmlns='urn:xmpp:avatar:metadata'/></item>\
///       </items>\
///     </event>\
///   </message>";
/// let message: Message = xmpp_xml::from_str(text)?;
/// let events = PersonalEvent::<Metadata>::all_of(&message, METADATA)?;
/// assert_eq!(events[0].account.as_ref().unwrap().as_str(), "ada@a.example");
/// assert!(events[0].payload.is_disabled());
///
/// let message: Message = xmpp_xml::from_str(&text.replace("a.example'", "a.example/client'"))?;
/// assert!(PersonalEvent::<Metadata>::all_of(&message, METADATA)?.is_empty());
/// # Ok::<(), xmpp_xml::Error>(())
/// ```
///
/// [XEP-0163 §4.3](https://xmpp.org/extensions/xep-0163.html#notify-generate)
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PersonalEvent<T> {
    /// The account. `None` means the stream's own account.
    pub account: Option<BareJid>,
    /// The identifier of the item. `None` if it has none.
    pub id: Option<String>,
    /// The published payload.
    pub payload: T,
}

impl<T: Element> PersonalEvent<T> {
    /// The items with a `T` that a message announces, oldest first. Empty if the message is
    /// an error, or is not from a bare JID.
    ///
    /// # Errors
    /// The event or one of the payloads is invalid, or lacks something required.
    pub fn all_of(message: &Message, node: &str) -> Result<Vec<Self>, Error> {
        let account = match &message.from {
            None => None,
            Some(from) if from.is_valid() && from.is_bare() => Some(from.to_bare()),
            Some(_) => return Ok(Vec::new()),
        };
        let Some(event) = message.payload::<Event>()? else {
            return Ok(Vec::new());
        };
        let mut events = Vec::new();
        for item in event.items(node) {
            if let Some(payload) = item.payload()? {
                events.push(Self {
                    account: account.clone(),
                    id: item.id.clone(),
                    payload,
                });
            }
        }
        Ok(events)
    }
}
