//! Data about a sender that only the channel itself can vouch for.

use xmpp_core_stanzas::Message;
use xmpp_jid::{BareJid, Jid};
use xmpp_xml::{Element, Error, RawElement};

/// The one payload that is a `T`. `None` if there is none, or several, one of which the channel has not put there.
pub(crate) fn only<T: Element>(payloads: &[RawElement]) -> Result<Option<T>, Error> {
    let mut found = payloads.iter().filter(|raw| raw.is_a::<T>());
    match (found.next(), found.next()) {
        (Some(one), None) => one.parse().map(Some),
        _ => Ok(None),
    }
}

/// The one payload that is a `T`, of a message that the channel has sent to its participants.
pub(crate) fn of_message<T: Element>(
    message: &Message,
    channel: &BareJid,
) -> Result<Option<T>, Error> {
    let is_channel = |from: &Jid| from.is_valid() && from.bare_eq(channel);
    if message.is_error() || !message.from.as_ref().is_some_and(is_channel) {
        return Ok(None);
    }
    only(&message.payloads)
}
