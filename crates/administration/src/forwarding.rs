//! The stanza that an element carries, in `jabber:client`.

use xmpp_core_stanzas::{Iq, Message, StanzaNamespace};
use xmpp_vocabulary::forwarded::Forwarded;
use xmpp_xml::{Element, Error, RawElement};

/// The one `T` among these. `None` means that there is none, another stanza, or several, of which one would be checked and
/// another be sent.
pub(crate) fn only<T: Element>(payloads: &[RawElement]) -> Result<Option<T>, Error> {
    let stanzas = [
        StanzaNamespace::Client,
        StanzaNamespace::Server,
        StanzaNamespace::Component,
        StanzaNamespace::ComponentConnect,
    ];
    let mut found = payloads.iter().filter(|raw| {
        matches!(raw.name(), "message" | "presence" | "iq")
            && stanzas.iter().any(|ns| ns.as_str() == raw.namespace())
    });
    match (found.next(), found.next()) {
        (Some(one), None)
            if one.namespace() == StanzaNamespace::Client.as_str() && one.is_a::<T>() =>
        {
            one.parse().map(Some)
        }
        _ => Ok(None),
    }
}

/// The iq that is forwarded.
pub(crate) fn iq(forwarded: Option<&Forwarded>) -> Result<Option<Iq>, Error> {
    forwarded.map_or(Ok(None), |forwarded| only(&forwarded.payloads))
}

/// The message that is forwarded.
pub(crate) fn message(forwarded: Option<&Forwarded>) -> Result<Option<Message>, Error> {
    forwarded.map_or(Ok(None), |forwarded| only(&forwarded.payloads))
}
