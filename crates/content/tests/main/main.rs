//! What the types of content promise, seen from outside.

mod alert;
mod link_metadata;
mod markup;
mod mention;
mod real_time_text;
mod small;
mod xhtml;

use xmpp_xml::Element;

fn written<T: Element>(element: &T) -> String {
    xmpp_xml::to_string(element).expect("it can be written")
}
