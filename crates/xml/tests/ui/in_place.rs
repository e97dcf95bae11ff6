use xmpp_xml::{Extra, Xml};

#[derive(Xml)]
enum NoNamespace {
    #[xml(name = "a")]
    A {
        #[xml(extra)]
        extra: Extra,
    },
}

#[derive(Xml)]
#[xml(namespace = "urn:a")]
enum NoName {
    A {
        #[xml(extra)]
        extra: Extra,
    },
}

#[derive(Xml)]
#[xml(namespace = "urn:a")]
enum NoExtra {
    #[xml(name = "a")]
    A {
        #[xml(attribute)]
        b: String,
    },
}

#[derive(Xml)]
#[xml(namespace = "urn:a")]
enum NoRole {
    #[xml(name = "a")]
    A {
        b: String,
        #[xml(extra)]
        extra: Extra,
    },
}

#[derive(Xml)]
#[xml(namespace = "urn:a")]
enum Unit {
    #[xml(name = "a")]
    A {
        #[xml(extra)]
        extra: Extra,
    },
    #[xml(name = "b")]
    B,
}

#[derive(Xml)]
#[xml(namespace = "urn:a")]
enum TwoTypes {
    A(String, String),
    #[xml(name = "b")]
    B {
        #[xml(extra)]
        extra: Extra,
    },
}

#[derive(Xml)]
#[xml(namespace = "urn:a")]
enum Setters {
    #[xml(name = "a", with)]
    A {
        #[xml(extra)]
        extra: Extra,
    },
}

#[derive(Xml)]
#[xml(namespace = "urn:a")]
enum NothingInPlace {
    A(xmpp_xml::RawElement),
}

#[derive(Xml)]
#[xml(namespace = "urn:a")]
enum NotGiven {
    #[xml(name = "a", new, parameters = [c])]
    A {
        #[xml(attribute)]
        b: String,
        #[xml(extra)]
        extra: Extra,
    },
}

#[derive(Xml)]
#[xml(namespace = "")]
enum PrefixWithoutNamespace {
    #[xml(name = "a", prefix = "p")]
    A {
        #[xml(extra)]
        extra: Extra,
    },
}

#[derive(Xml)]
#[xml(namespace = "urn:a")]
enum SameKey {
    #[xml(name = "a", json = "B")]
    A {
        #[xml(extra)]
        extra: Extra,
    },
    #[xml(name = "b")]
    B {
        #[xml(extra)]
        extra: Extra,
    },
}

#[derive(Xml)]
#[xml(namespace = "urn:a", name = "a")]
struct SameKeyOfFields {
    #[xml(attribute, json = "b")]
    a: String,
    #[xml(attribute)]
    b: String,
    #[xml(extra)]
    extra: Extra,
}

#[derive(Xml)]
#[xml(namespace = "urn:a", name = "a")]
struct ReservedKey {
    #[xml(attribute, json = "$extra")]
    a: String,
    #[xml(extra)]
    extra: Extra,
}

fn main() {}
