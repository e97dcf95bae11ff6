//! Presence of participants in a channel.
//!
//! It comes from the participant's address at the channel ([`ParticipantAddress`]), with a resource for each client.
//!
//! [XEP-0403, Mediated Information eXchange (MIX): Presence Support](https://xmpp.org/extensions/xep-0403.html)

use alloc::string::String;

use xmpp_core_stanzas::Presence;
use xmpp_jid::{BareJid, Jid};
use xmpp_xml::{Error, Extra, Xml};

use crate::{ParticipantAddress, vouched};

/// The namespace.
pub const NS: &str = "urn:xmpp:mix:presence:0";

/// The participant that a presence is from, added by the channel.
///
/// Read it with [`of`](Self::of), which checks the sender.
///
/// ```
/// use xmpp_core_stanzas::Presence;
/// use xmpp_jid::BareJid;
/// use xmpp_mix::presence::Mix;
///
/// let channel: BareJid = "coven@mix.shakespeare.example".parse()?;
/// let presence: Presence = xmpp_xml::from_str(
///     "<presence xmlns='jabber:client' from='123435#coven@mix.shakespeare.example/789'>\
///      <mix xmlns='urn:xmpp:mix:presence:0'><nick>thirdwitch</nick></mix></presence>",
/// )?;
/// let whose = Mix::of(&presence, &channel)?.expect("a presence of the channel");
/// assert_eq!(whose.nick.as_deref(), Some("thirdwitch"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [XEP-0403 §3.5](https://xmpp.org/extensions/xep-0403.html#presence-node)
#[doc(alias("XEP-0403", "XEP0403", "0403"))]
#[doc(alias("urn:xmpp:mix:presence:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "mix", derive(Debug, PartialEq, Eq))]
#[xml(new = "An element without data.", with)]
#[non_exhaustive]
pub struct Mix {
    /// The full JID of the client. `None` if the channel hides it.
    #[xml(child_text = "jid")]
    pub jid: Option<Jid>,
    /// The nickname. `None` if there is none.
    #[xml(child_text = "nick")]
    pub nick: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Mix {
    /// The participant that a presence is from, as stated by the `channel`. `None` if the presence is not from an address of
    /// the channel, has the type `error`, or has several such elements.
    ///
    /// # Errors
    /// The element is invalid.
    pub fn of(presence: &Presence, channel: &BareJid) -> Result<Option<Self>, Error> {
        let from = presence.from.as_ref().and_then(ParticipantAddress::of);
        let is_channel = from.is_some_and(|from| from.channel == *channel);
        match is_channel && !presence.is_error() {
            true => vouched::only(&presence.payloads),
            false => Ok(None),
        }
    }
}
