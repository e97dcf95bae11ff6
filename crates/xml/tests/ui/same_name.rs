use xmpp_xml::{Extra, Xml};

#[derive(Debug, PartialEq, Xml)]
#[xml(namespace = "urn:a")]
enum TwoOfOneName {
    #[xml(name = "a")]
    A {
        #[xml(extra)]
        extra: Extra,
    },
    #[xml(name = "a")]
    B {
        #[xml(extra)]
        extra: Extra,
    },
}

fn main() {}
