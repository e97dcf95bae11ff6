//! What the values of a field must be like.
//!
//! [XEP-0122, Data Forms Validation](https://xmpp.org/extensions/xep-0122.html)

use alloc::string::String;

use xmpp_xml::{Extra, OtherToken, Xml};

/// The namespace.
pub const NS: &str = "http://jabber.org/protocol/xdata-validate";

/// What the values of a field must be like.
///
/// It is advice to the one who fills the form in: whoever gets an answer must not rely on it.
///
/// [XEP-0122, section 3](https://xmpp.org/extensions/xep-0122.html#usecases)
#[doc(alias("XEP-0122", "XEP0122", "0122"))]
#[doc(alias("http://jabber.org/protocol/xdata-validate"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "validate")]
#[xml(new = "Values of a datatype, with nothing more to check.", parameters = [datatype], with)]
#[non_exhaustive]
pub struct Validate {
    /// The datatype of each value; `xs:string` when absent.
    #[xml(attribute, default)]
    pub datatype: Datatype,
    /// What is checked beside the datatype; nothing when absent, as by [`Method::Basic`].
    #[xml(child)]
    pub method: Option<Method>,
    /// How many values a field of the kind `list-multi` must have; as many as one likes when absent.
    #[xml(child)]
    pub list_range: Option<ListRange>,
    /// What this type does not name, in place. A method that is not known is here; it is taken as
    /// [`Method::Basic`].
    #[xml(extra)]
    pub extra: Extra,
}

/// What is checked beside the datatype.
///
/// [XEP-0122, section 3.2](https://xmpp.org/extensions/xep-0122.html#usecases-validation)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum Method {
    /// Nothing more.
    Basic(Basic),
    /// Nothing more, and other values than the options are welcome.
    Open(Open),
    /// That it lies between two values.
    Range(Range),
    /// That it matches an expression.
    Regex(Regex),
}

/// The value must be of the datatype, and in a list one of the options.
///
/// [XEP-0122, section 3.2.1](https://xmpp.org/extensions/xep-0122.html#usercases-validation.basic)
#[doc(alias("XEP-0122", "XEP0122", "0122"))]
#[doc(alias("http://jabber.org/protocol/xdata-validate"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "basic")]
#[xml(new = "The method.")]
#[non_exhaustive]
pub struct Basic {
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The value must be of the datatype and need not be one of the options.
///
/// [XEP-0122, section 3.2.2](https://xmpp.org/extensions/xep-0122.html#usercases-validation.open)
#[doc(alias("XEP-0122", "XEP0122", "0122"))]
#[doc(alias("http://jabber.org/protocol/xdata-validate"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "open")]
#[xml(new = "The method.")]
#[non_exhaustive]
pub struct Open {
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The value must lie between two values, both allowed themselves.
///
/// [XEP-0122, section 3.2.3](https://xmpp.org/extensions/xep-0122.html#usercases-validation.range)
#[doc(alias("XEP-0122", "XEP0122", "0122"))]
#[doc(alias("http://jabber.org/protocol/xdata-validate"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "range")]
#[xml(new = "Any value, until one of the limits is set.", with)]
#[non_exhaustive]
pub struct Range {
    /// The least value, written as the datatype has it; no limit when absent.
    #[xml(attribute)]
    pub min: Option<String>,
    /// The greatest value, written as the datatype has it; no limit when absent.
    #[xml(attribute)]
    pub max: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The value must match an expression.
///
/// [XEP-0122, section 3.2.4](https://xmpp.org/extensions/xep-0122.html#usercases-validatoin.regex)
#[doc(alias("XEP-0122", "XEP0122", "0122"))]
#[doc(alias("http://jabber.org/protocol/xdata-validate"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "regex")]
#[xml(new = "Values that match `pattern`.")]
#[non_exhaustive]
pub struct Regex {
    /// A POSIX extended regular expression; white space around it is part of it.
    #[xml(text)]
    pub pattern: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// How many values a field of the kind `list-multi` must have; means nothing in a field of another kind.
///
/// [XEP-0122, section 3.3](https://xmpp.org/extensions/xep-0122.html#usecases-ranges)
#[doc(alias("XEP-0122", "XEP0122", "0122"))]
#[doc(alias("http://jabber.org/protocol/xdata-validate"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "list-range")]
#[xml(new = "Any number of values, until one of the limits is set.", with)]
#[non_exhaustive]
pub struct ListRange {
    /// The least number of values; no limit when absent.
    #[xml(attribute)]
    pub min: Option<u32>,
    /// The greatest number of values; no limit when absent.
    #[xml(attribute)]
    pub max: Option<u32>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The datatype of a value: one of XML Schema (`xs:…`), one that is registered under another prefix, or one of
/// one's own (`x:…`). One that is not understood is taken as `xs:string`.
///
/// [XEP-0122, section 7.2.2](https://xmpp.org/extensions/xep-0122.html#registrar-reg-datatypes)
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Datatype {
    /// `xs:anyURI`: the reference to a resource.
    #[xml(token = "xs:anyURI")]
    AnyUri,
    /// `xs:byte`: an integer from -128 to 127.
    #[xml(token = "xs:byte")]
    Byte,
    /// `xs:date`: a day of the calendar.
    #[xml(token = "xs:date")]
    Date,
    /// `xs:dateTime`: an instant.
    #[xml(token = "xs:dateTime")]
    DateTime,
    /// `xs:decimal`: a decimal number of any precision.
    #[xml(token = "xs:decimal")]
    Decimal,
    /// `xs:double`: a floating-point number of 64 bits.
    #[xml(token = "xs:double")]
    Double,
    /// `xs:int`: an integer of 32 bits.
    #[xml(token = "xs:int")]
    Int,
    /// `xs:integer`: an integer of any size.
    #[xml(token = "xs:integer")]
    Integer,
    /// `xs:language`: a language tag.
    #[xml(token = "xs:language")]
    Language,
    /// `xs:long`: an integer of 64 bits.
    #[xml(token = "xs:long")]
    Long,
    /// `xs:short`: an integer from -32768 to 32767.
    #[xml(token = "xs:short")]
    Short,
    /// `xs:string`: any text.
    #[default]
    #[xml(token = "xs:string")]
    String,
    /// `xs:time`: a time of each day.
    #[xml(token = "xs:time")]
    Time,
    /// Another one.
    #[xml(other)]
    Other(OtherToken),
}
