//! What the types of administration promise, seen from outside.

mod affiliation;
mod content_rating;
mod delegation;
mod forms;
mod privilege;

use xmpp_core_stanzas::{Iq, Message};
use xmpp_jid::Jid;
use xmpp_xml::{Element, Error, Invalid, Options, Report, Value as _, from_str, read_with};

fn jid(text: &str) -> Jid {
    Jid::new(text).expect("an address")
}

/// An address that is not valid, as a reader keeps it.
fn invalid_jid() -> Jid {
    Jid::invalid("@").expect("it is kept")
}

/// Reads an element, and keeps what is invalid in it.
fn keeping_invalid<T: Element>(source: &str) -> Result<T, Error> {
    let options = Options::new().invalid(Invalid::Keep);
    read_with(source.as_bytes(), &options, &mut Report::default())
}

fn iq(kind: &str, addresses: &str, content: &str) -> Iq {
    from_str(&format!(
        "<iq xmlns='jabber:client' type='{kind}' id='i' {addresses}>{content}</iq>"
    ))
    .expect("it is valid")
}

fn message(addresses: &str, content: &str) -> Message {
    from_str(&format!(
        "<message xmlns='jabber:client' {addresses}>{content}</message>"
    ))
    .expect("it is valid")
}

fn forwarded(content: &str) -> String {
    format!("<forwarded xmlns='urn:xmpp:forward:0'>{content}</forwarded>")
}
