//! What the types that accompany messages promise, seen from outside.

mod addresses;
mod attention;
mod delivery;
mod fallback;
mod life;
mod reactions;
mod receipts;
mod retraction;
mod sender;
mod state;

use xmpp_xml::Element;

fn written<T: Element>(element: &T) -> String {
    xmpp_xml::to_string(element).expect("it can be written")
}
