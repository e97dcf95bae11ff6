//! What the types of services promise, seen from outside.

mod dns;
mod external;
mod gateway;
mod http_auth;
mod jid_preparation;
mod push;
mod workgroup;

use xmpp_jid::Jid;
use xmpp_xml::{Element, Error, Invalid, Options, Report, Value as _, read_with};

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
