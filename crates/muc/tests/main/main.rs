//! What the types of multi-user chat promise, seen from outside.

mod admin;
mod affiliations;
mod channel_search;
mod forms;
mod hats;
mod invitation;
mod join;
mod notifications;
mod owner;
mod subscription;
mod unique;
mod user;

use xmpp_jid::Jid;
use xmpp_xml::Element;

fn jid(text: &str) -> Jid {
    Jid::new(text).expect("an address")
}

fn written<T: Element>(element: &T) -> String {
    xmpp_xml::to_string(element).expect("it can be written")
}
