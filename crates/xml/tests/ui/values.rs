use std::time::SystemTime;

use xmpp_xml::{Extra, Xml};

#[derive(Xml)]
#[xml(namespace = "urn:x", name = "x")]
struct Bytes {
    #[xml(attribute)]
    a: Vec<u8>,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Xml)]
#[xml(namespace = "urn:x", name = "x")]
struct Moment {
    #[xml(attribute)]
    a: Option<SystemTime>,
    #[xml(extra)]
    extra: Extra,
}

fn main() {}
