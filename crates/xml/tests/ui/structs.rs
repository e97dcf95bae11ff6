use xmpp_xml::{Extra, Xml};

#[derive(Xml)]
struct Nameless {
    #[xml(extra)]
    extra: Extra,
}

#[derive(Xml)]
#[xml(name = "x")]
struct NoNamespace {
    #[xml(extra)]
    extra: Extra,
}

#[derive(Xml)]
#[xml(namespace = "urn:x", name = "a b")]
struct BadName {
    #[xml(extra)]
    extra: Extra,
}

#[derive(Xml)]
#[xml(namespace = "urn:x", name = "x", colour = "red")]
struct UnknownKey {
    #[xml(extra)]
    extra: Extra,
}

#[derive(Xml)]
#[xml(namespace = "urn:x", name = "x")]
struct Tuple(String);

#[derive(Xml)]
#[xml(namespace = "urn:x", name = "x")]
struct Generic<T> {
    #[xml(child)]
    child: T,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Xml)]
union Union {
    a: u8,
}

fn main() {}
