use xmpp_xml::{Extra, Xml};

#[derive(Xml)]
#[xml(namespace = "urn:x", name = "x")]
struct Bytes {
    #[xml(attribute)]
    a: Vec<u8>,
    #[xml(extra)]
    extra: Extra,
}

fn main() {}
