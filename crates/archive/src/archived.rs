//! The message in a `<forwarded/>`.

use alloc::boxed::Box;

use xmpp_core_stanzas::{Message, StanzaNamespace};
use xmpp_vocabulary::forwarded::Forwarded;
use xmpp_xml::{Error, RawElement};

/// The content of a `<forwarded/>`.
pub(crate) enum Content {
    /// No stanza, such as a message that an archive has removed.
    Nothing,
    /// One message.
    Message(Box<Message>),
    /// A stanza of another kind, or several, since different code might look at different ones.
    Other,
}

/// Reads the content.
pub(crate) fn content(forwarded: &Forwarded) -> Result<Content, Error> {
    let mut stanzas = forwarded.payloads.iter().filter(|raw| is_stanza(raw));
    match (stanzas.next(), stanzas.next()) {
        (None, _) => Ok(Content::Nothing),
        (Some(one), None) if one.is_a::<Message>() => Ok(Content::Message(Box::new(one.parse()?))),
        _ => Ok(Content::Other),
    }
}

fn is_stanza(raw: &RawElement) -> bool {
    let namespaces = [
        StanzaNamespace::Client,
        StanzaNamespace::Server,
        StanzaNamespace::Component,
        StanzaNamespace::ComponentConnect,
    ];
    matches!(raw.name(), "message" | "presence" | "iq")
        && namespaces
            .iter()
            .any(|namespace| namespace.as_str() == raw.namespace())
}
