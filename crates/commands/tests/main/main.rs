//! What the types of ad-hoc commands promise, seen from outside.

mod command;
mod errors;

use xmpp_xml::Element;

fn written<T: Element>(element: &T) -> String {
    xmpp_xml::to_string(element).expect("it can be written")
}
