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

#[derive(Xml)]
#[xml(namespace = "urn:x", name = "x")]
struct TwoOfOneAttribute {
    #[xml(attribute = "type")]
    a: Option<String>,
    #[xml(attribute = "type")]
    b: Option<String>,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Xml)]
#[xml(namespace = "urn:x", name = "x")]
struct TwoLanguages {
    #[xml(lang)]
    a: Option<String>,
    #[xml(attribute = "xml:lang")]
    b: Option<String>,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Xml)]
#[xml(namespace = "urn:x", name = "x")]
struct TwoOfOneChild {
    #[xml(child_text = "a")]
    a: Option<String>,
    #[xml(flag = "a")]
    b: bool,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Xml)]
#[xml(namespace = "urn:x", name = "x")]
struct StrictFlag {
    #[xml(flag, strict)]
    a: bool,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Xml)]
#[xml(namespace = "urn:x", name = "x")]
struct StrictTo {
    #[xml(attribute, strict = "yes")]
    a: bool,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Xml)]
#[xml(namespace = "urn:x", name = "x")]
struct PrefixOfNothing {
    #[xml(attribute = "p:a")]
    a: Option<String>,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Xml)]
#[xml(namespace = "urn:x", name = "x")]
struct NamespaceWithoutPrefix {
    #[xml(attribute = "a", namespace = "urn:p")]
    a: Option<String>,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Xml)]
#[xml(namespace = "urn:x", name = "x")]
struct ReservedPrefix {
    #[xml(attribute = "xmlns:a", namespace = "urn:p")]
    a: Option<String>,
    #[xml(extra)]
    extra: Extra,
}

fn main() {}
