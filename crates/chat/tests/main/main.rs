//! What the types that accompany messages promise, seen from outside.

mod attention;
mod receipts;
mod state;

use xmpp_xml::Element;

fn written<T: Element>(element: &T) -> String {
    xmpp_xml::to_string(element).expect("it can be written")
}
