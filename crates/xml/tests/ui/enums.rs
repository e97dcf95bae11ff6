use xmpp_xml::{OtherToken, Xml};

#[derive(Xml)]
enum Twice {
    #[xml(token = "a")]
    A,
    #[xml(token = "a")]
    B,
}

#[derive(Xml)]
enum TwoOthers {
    A,
    #[xml(other)]
    B(OtherToken),
    #[xml(other)]
    C(OtherToken),
}

#[derive(Xml)]
enum Mixed {
    A,
    B(String),
}

#[derive(Xml)]
enum Empty {}

#[derive(Xml)]
enum Named {
    A { b: String },
}

#[derive(Xml)]
#[xml(ignore_case)]
enum SameWithoutCase {
    #[xml(token = "udp")]
    A,
    #[xml(token = "UDP")]
    B,
}

#[derive(Xml)]
#[xml(ignore_case)]
enum ChoiceWithoutCase {
    A(String),
}

fn main() {}
