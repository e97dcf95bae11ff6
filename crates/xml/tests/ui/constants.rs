use xmpp_xml::{Extra, RawElement, Xml, namespace};

const NOWHERE: &str = "";
const A: &str = "urn:a";
const ALSO_A: &str = "urn:a";

#[derive(Xml)]
#[xml(namespace = NOWHERE, name = "x", prefix = "p")]
struct PrefixWithoutNamespace {
    #[xml(extra)]
    extra: Extra,
}

#[derive(Xml)]
#[xml(namespace = namespace::XML, name = "x")]
struct InXml {
    #[xml(extra)]
    extra: Extra,
}

#[derive(Xml)]
#[xml(namespace = namespace::XMLNS, name = "x")]
struct InDeclarations {
    #[xml(extra)]
    extra: Extra,
}

#[derive(Xml)]
#[xml(namespace = A, name = "x")]
struct ChildInXml {
    #[xml(child_text, namespace = namespace::XML)]
    a: Option<String>,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Xml)]
#[xml(namespace = A, name = "x")]
struct TwoOfOneChild {
    #[xml(child_text = "a")]
    a: Option<String>,
    #[xml(flag = "a", namespace = ALSO_A)]
    b: bool,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Xml)]
#[xml(namespace = A, name = "a")]
struct Inner {
    #[xml(extra)]
    extra: Extra,
}

#[derive(Xml)]
#[xml(namespace = A, name = "x")]
struct TypeOfOneChild {
    #[xml(child_text = "a")]
    a: Option<String>,
    #[xml(child)]
    b: Vec<Inner>,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Xml)]
enum Choice {
    Inner(Inner),
    Other(RawElement),
}

#[derive(Xml)]
#[xml(namespace = A, name = "x")]
struct PartOfAChoice {
    #[xml(child)]
    a: Option<Inner>,
    #[xml(child)]
    b: Vec<OneOfTwo>,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Xml)]
enum OneOfTwo {
    B(B),
    Inner(Inner),
}

#[derive(Xml)]
#[xml(namespace = A, name = "b")]
struct B {
    #[xml(extra)]
    extra: Extra,
}

#[derive(Xml)]
#[xml(namespace = A, name = "x")]
struct TwoThatTakeAnything {
    #[xml(child)]
    a: Vec<Choice>,
    #[xml(child)]
    b: Vec<RawElement>,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Xml)]
enum AnythingFirst {
    Other(RawElement),
    Inner(Inner),
}

#[derive(Xml)]
enum Twice {
    A(Inner),
    B(Nested),
}

#[derive(Xml)]
enum Nested {
    B(B),
    Inner(Inner),
}

#[derive(Xml)]
#[xml(namespace = A, name = "x")]
struct AttributeInNoNamespace {
    #[xml(attribute = "p:a", namespace = NONE)]
    a: Option<String>,
    #[xml(extra)]
    extra: Extra,
}

const NONE: &str = "";

fn main() {}
