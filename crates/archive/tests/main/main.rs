mod carbons;
mod collections;
mod export;
mod inbox;
mod mam;
mod mds;
mod search;

use xmpp_core_stanzas::{Message, Stanza};
use xmpp_jid::Jid;
use xmpp_xml::{Invalid, Options, Report, read_with};

#[track_caller]
fn jid(text: &str) -> Jid {
    Jid::new(text).expect("an address")
}

/// A message, read so that what is invalid is kept.
#[track_caller]
fn kept(source: &str) -> Message {
    let options = Options::new().invalid(Invalid::Keep);
    read_with(source.as_bytes(), &options, &mut Report::default()).expect("it is kept")
}

#[track_caller]
fn stanza(source: &str) -> Stanza {
    xmpp_xml::from_str(source).expect("it is valid")
}
