//! The derive where the names of the prelude mean something else.

#![expect(dead_code, reason = "these stand only to be in the way")]

use xmpp_xml::Xml;

struct Option;
struct Result;
struct String;
struct Vec;
struct Some;
struct Box;
trait Default {}
trait From {}
trait Iterator {}

#[expect(non_snake_case, reason = "it is to shadow the variant")]
fn Ok() {}

#[expect(non_snake_case, reason = "it is to shadow the variant")]
fn None() {}

#[derive(Debug, PartialEq, Eq, Xml)]
#[xml(namespace = "urn:s", name = "shadow")]
struct Shadow {
    #[xml(attribute)]
    a: ::core::option::Option<::alloc::string::String>,
    #[xml(attribute = "b")]
    r#type: Kind,
    #[xml(attribute, default)]
    c: u8,
    #[xml(child)]
    inner: ::alloc::vec::Vec<Inner>,
    #[xml(child_text)]
    text: ::core::option::Option<::alloc::string::String>,
    #[xml(flag)]
    flag: bool,
    #[xml(extra)]
    extra: xmpp_xml::Extra,
}

#[derive(Debug, PartialEq, Eq, Xml)]
enum Inner {
    Leaf(Leaf),
}

#[derive(Debug, PartialEq, Eq, Xml)]
#[xml(namespace = "urn:s", name = "leaf")]
struct Leaf {
    #[xml(text)]
    extra: ::alloc::string::String,
    #[xml(extra)]
    rest: xmpp_xml::Extra,
}

#[derive(Debug, PartialEq, Eq, Xml)]
enum Kind {
    One,
    #[xml(other)]
    Other(xmpp_xml::OtherToken),
}

#[derive(Debug, PartialEq, Eq, Xml)]
enum Closed {
    One,
}

#[test]
fn names_of_the_prelude_may_mean_something_else() {
    let shadow: Shadow = xmpp_xml::testing::assert_typed(
        "<shadow xmlns='urn:s' a='1' b='one' c='2'><leaf>x</leaf><text>y</text><flag/></shadow>",
    );
    assert_eq!(shadow.r#type, Kind::One);
    assert!(shadow.flag);
    assert!("one".parse::<Closed>().is_ok() && "two".parse::<Closed>().is_err());
}
