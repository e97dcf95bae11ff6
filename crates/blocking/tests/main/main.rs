//! What the types of blocking promise, seen from outside.

mod command;
mod errors;
mod privacy;
mod reporting;

use xmpp_jid::Jid;
use xmpp_xml::Element;

fn jid(text: &str) -> Jid {
    Jid::new(text).expect("an address")
}

fn written<T: Element>(element: &T) -> String {
    xmpp_xml::to_string(element).expect("it can be written")
}
