use std::time::SystemTime;

use xmpp_xml::{Element, Value};

fn value<T: Value>() {}

fn element<T: Element>() {}

fn main() {
    value::<Vec<u8>>();
    value::<SystemTime>();
    element::<String>();
}
