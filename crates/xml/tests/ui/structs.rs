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
#[xml(namespace = "urn:x", name = "x", derive(Debug, Clone))]
struct UnknownTrait {
    #[xml(extra)]
    extra: Extra,
}

#[derive(Xml)]
#[xml(namespace = "urn:x", name = "x", derive = "Debug")]
struct NoListOfTraits {
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

#[derive(Xml)]
#[xml(namespace = "urn:x", name = "x", prefix = "xml")]
struct PrefixOfXml {
    #[xml(extra)]
    extra: Extra,
}

#[derive(Xml)]
#[xml(namespace = "urn:x", name = "x", prefix = "xmlns")]
struct PrefixOfDeclarations {
    #[xml(extra)]
    extra: Extra,
}

#[derive(Xml)]
#[xml(namespace = "urn:x", name = "x", prefix = "XMLstream")]
struct PrefixThatIsReserved {
    #[xml(extra)]
    extra: Extra,
}

#[derive(Xml)]
#[xml(namespace = "", name = "x", prefix = "p")]
struct PrefixWithoutNamespace {
    #[xml(extra)]
    extra: Extra,
}

#[derive(Xml)]
#[xml(namespace = "http://www.w3.org/XML/1998/namespace", name = "x")]
struct InXml {
    #[xml(extra)]
    extra: Extra,
}

#[derive(Xml)]
#[xml(namespace = ["urn:x", "http://www.w3.org/2000/xmlns/"], name = "x")]
struct InDeclarations {
    #[xml(extra)]
    extra: Extra,
}

#[derive(Xml)]
#[xml(namespace = "urn:x", name = "x")]
struct ChildInDeclarations {
    #[xml(flag, namespace = "http://www.w3.org/2000/xmlns/")]
    a: bool,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Xml)]
#[xml(namespace = "urn:x", name = "x", new, parameters = [b])]
struct NewWithoutWhatIsRequired {
    #[xml(attribute)]
    a: String,
    #[xml(attribute)]
    b: Option<String>,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Xml)]
#[xml(namespace = "urn:x", name = "x", new, parameters = [extra])]
struct NewOfExtra {
    #[xml(extra)]
    extra: Extra,
}

#[derive(Xml)]
#[xml(namespace = "urn:x", name = "x", parameters = [a])]
struct ParametersOfNothing {
    #[xml(attribute)]
    a: Option<String>,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Xml)]
#[xml(namespace = "urn:x", name = "x", new, parameters = "a")]
struct ParametersInWords {
    #[xml(attribute)]
    a: Option<String>,
    #[xml(extra)]
    extra: Extra,
}

fn main() {}
