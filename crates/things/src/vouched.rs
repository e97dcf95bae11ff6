//! Payloads that count only if they come from a particular sender.

use xmpp_core_stanzas::Message;
use xmpp_jid::Jid;
use xmpp_xml::{Element, Error};

/// The one payload that is a `T`, of a message from the account `whose`, whatever the resource.
pub(crate) fn payload<T: Element>(message: &Message, whose: &Jid) -> Result<Option<T>, Error> {
    let is_theirs = |from: &Jid| from.is_valid() && from.bare_eq(whose);
    if message.is_error() || !message.from.as_ref().is_some_and(is_theirs) {
        return Ok(None);
    }
    let mut found = message.payloads.iter().filter(|raw| raw.is_a::<T>());
    match (found.next(), found.next()) {
        (Some(one), None) => one.parse().map(Some),
        _ => Ok(None),
    }
}
