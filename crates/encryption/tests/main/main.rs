//! What the types for encryption promise, seen from outside.

mod explicit;
mod labels;
mod omemo;
mod openpgp;
mod pubsub;
mod stanza_content;
mod trust;
mod x509;
mod xid;

use xmpp_jid::Jid;
use xmpp_xml::{Element, Error, Invalid, Options, Report};

/// Reads what is valid, and keeps what is not.
fn keep<T: Element>(source: &str) -> Result<T, Error> {
    let options = Options::new().invalid(Invalid::Keep);
    xmpp_xml::read_with(source.as_bytes(), &options, &mut Report::default())
}

fn jid(text: &str) -> Jid {
    text.parse().expect("a valid address")
}

/// An address as it is kept although it is not valid.
fn invalid_jid(text: &str) -> Jid {
    <Jid as xmpp_xml::Value>::invalid(text).expect("an address is kept in any case")
}
