use xmpp_xml::Xml;

#[derive(Xml)]
#[xml(namespace = "urn:x", name = "x")]
struct NoExtra {
    #[xml(attribute)]
    a: Option<String>,
}

fn main() {}
