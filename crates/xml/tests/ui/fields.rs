use xmpp_xml::{Extra, Xml};

#[derive(Xml)]
#[xml(namespace = "urn:x", name = "x")]
struct NoRole {
    a: String,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Xml)]
#[xml(namespace = "urn:x", name = "x")]
struct TwoRoles {
    #[xml(attribute, child)]
    a: String,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Xml)]
#[xml(namespace = "urn:x", name = "x")]
struct ManyAttributes {
    #[xml(attribute)]
    a: Vec<String>,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Xml)]
#[xml(namespace = "urn:x", name = "x")]
struct OptionalDefault {
    #[xml(attribute, default)]
    a: Option<String>,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Xml)]
#[xml(namespace = "urn:x", name = "x")]
struct TwoTexts {
    #[xml(text)]
    a: String,
    #[xml(text)]
    b: String,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Xml)]
#[xml(namespace = "urn:x", name = "x")]
struct Misspelt {
    #[xml(attribut)]
    a: String,
    #[xml(extra)]
    extra: Extra,
}

fn main() {}
