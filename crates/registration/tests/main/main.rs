//! What the types of in-band registration promise, seen from outside.

mod captcha;
mod feature;
mod flow;
mod forms;
mod register;

use xmpp_xml::Element;

fn written<T: Element>(element: &T) -> String {
    xmpp_xml::to_string(element).expect("it can be written")
}
