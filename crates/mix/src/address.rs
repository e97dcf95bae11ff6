//! The address that a participant has at a channel.

use alloc::format;
use alloc::string::String;

use xmpp_jid::{BareJid, Jid, JidError};

/// The address of a participant at a channel, from which presence comes, and to which private messages and iqs are sent:
/// `123456#coven@mix.shakespeare.example`, with a resource for each client.
///
/// ```
/// use xmpp_jid::Jid;
/// use xmpp_mix::ParticipantAddress;
///
/// let from = Jid::new("123456#coven@mix.shakespeare.example/789")?;
/// let address = ParticipantAddress::of(&from).expect("a participant");
/// assert_eq!(address.participant_id, "123456");
/// assert_eq!(address.channel, "coven@mix.shakespeare.example");
/// assert_eq!(address.to_jid()?, from);
/// assert_eq!(ParticipantAddress::of(&Jid::new("coven@mix.shakespeare.example")?), None);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [XEP-0405 §2.12](https://xmpp.org/extensions/xep-0405.html#usecase-blocking)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ParticipantAddress {
    /// The stable participant ID.
    pub participant_id: String,
    /// The channel.
    pub channel: BareJid,
    /// The resource that represents the client. `None` for the participant as such.
    pub resource: Option<String>,
}

impl ParticipantAddress {
    /// The address of a participant, by the stable participant ID.
    #[must_use]
    pub fn new(participant_id: &str, channel: BareJid) -> Self {
        Self {
            participant_id: participant_id.into(),
            channel,
            resource: None,
        }
    }

    /// Parses the JID of a participant. `None` if it is invalid, or not the address of a participant.
    #[must_use]
    pub fn of(jid: &Jid) -> Option<Self> {
        if !jid.is_valid() {
            return None;
        }
        let (participant_id, channel) = jid.local()?.split_once('#')?;
        if participant_id.is_empty() {
            return None;
        }
        Some(Self {
            participant_id: participant_id.into(),
            channel: BareJid::from_parts(Some(channel), jid.domain()).ok()?,
            resource: jid.resource().map(Into::into),
        })
    }

    /// The address.
    ///
    /// # Errors
    /// The participant ID is empty or contains `#`, `/` or `@`, or the resulting address is invalid.
    ///
    /// [XEP-0369 §4.6](https://xmpp.org/extensions/xep-0369.html#stable-id)
    pub fn to_jid(&self) -> Result<Jid, JidError> {
        let local = match &*self.participant_id {
            id if id.is_empty() || id.contains(['#', '/', '@']) => String::from("@"),
            id => format!("{id}#{}", self.channel.local().unwrap_or_default()),
        };
        Jid::from_parts(
            Some(&local),
            self.channel.domain(),
            self.resource.as_deref(),
        )
    }
}
