//! Validation rules for the values of a field.
//!
//! [XEP-0122, Data Forms Validation](https://xmpp.org/extensions/xep-0122.html)

use alloc::string::String;

use xmpp_xml::{Extra, OtherToken, Xml};

/// The namespace.
pub const NS: &str = "http://jabber.org/protocol/xdata-validate";

/// The validation rules for the values of a field.
///
/// They help with filling in the form; whoever processes a submission must not rely on them.
///
/// [XEP-0122, section 3](https://xmpp.org/extensions/xep-0122.html#usecases)
#[doc(alias("XEP-0122", "XEP0122", "0122"))]
#[doc(alias("http://jabber.org/protocol/xdata-validate"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "validate", derive(Debug, PartialEq, Eq))]
#[xml(new = "Values of this datatype, without further checks.", parameters = [datatype], with)]
#[non_exhaustive]
pub struct Validate {
    /// The datatype of each value. Defaults to `xs:string`.
    #[xml(attribute, default)]
    pub datatype: Datatype,
    /// The validation method besides the datatype. `None` means [`Method::Basic`].
    #[xml(child)]
    pub method: Option<Method>,
    /// The number of values to select in a field of the type `list-multi`. `None` means any number.
    #[xml(child)]
    pub list_range: Option<ListRange>,
    /// Unknown attributes and child elements, in place. A method that is not known is here; it is taken as
    /// [`Method::Basic`].
    #[xml(extra)]
    pub extra: Extra,
}

/// The validation method.
///
/// [XEP-0122, section 3.2](https://xmpp.org/extensions/xep-0122.html#usecases-validation)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum Method {
    /// No further check.
    Basic(Basic),
    /// No further check, and values other than the options are allowed.
    Open(Open),
    /// A range of values.
    Range(Range),
    /// A regular expression.
    Regex(Regex),
}

/// Values of the datatype and, in a list, one of the options.
///
/// [XEP-0122, section 3.2.1](https://xmpp.org/extensions/xep-0122.html#usercases-validation.basic)
#[doc(alias("XEP-0122", "XEP0122", "0122"))]
#[doc(alias("http://jabber.org/protocol/xdata-validate"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "basic", derive(Debug, PartialEq, Eq))]
#[xml(new = "The validation method.")]
#[non_exhaustive]
pub struct Basic {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Values of the datatype, which need not be one of the options.
///
/// [XEP-0122, section 3.2.2](https://xmpp.org/extensions/xep-0122.html#usercases-validation.open)
#[doc(alias("XEP-0122", "XEP0122", "0122"))]
#[doc(alias("http://jabber.org/protocol/xdata-validate"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "open", derive(Debug, PartialEq, Eq))]
#[xml(new = "The validation method.")]
#[non_exhaustive]
pub struct Open {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Values in a range, including both ends.
///
/// [XEP-0122, section 3.2.3](https://xmpp.org/extensions/xep-0122.html#usercases-validation.range)
#[doc(alias("XEP-0122", "XEP0122", "0122"))]
#[doc(alias("http://jabber.org/protocol/xdata-validate"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "range", derive(Debug, PartialEq, Eq))]
#[xml(new = "A range without limits.", with)]
#[non_exhaustive]
pub struct Range {
    /// The minimum, in the format of the datatype. `None` means no minimum.
    #[xml(attribute)]
    pub min: Option<String>,
    /// The maximum, in the format of the datatype. `None` means no maximum.
    #[xml(attribute)]
    pub max: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Values that match a regular expression.
///
/// [XEP-0122, section 3.2.4](https://xmpp.org/extensions/xep-0122.html#usercases-validatoin.regex)
#[doc(alias("XEP-0122", "XEP0122", "0122"))]
#[doc(alias("http://jabber.org/protocol/xdata-validate"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "regex", derive(Debug, PartialEq, Eq))]
#[xml(new = "Values that match `pattern`.")]
#[non_exhaustive]
pub struct Regex {
    /// A POSIX extended regular expression; surrounding white space is part of it.
    #[xml(text)]
    pub pattern: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The number of values to select in a field of the type `list-multi`; meaningless for other types.
///
/// [XEP-0122, section 3.3](https://xmpp.org/extensions/xep-0122.html#usecases-ranges)
#[doc(alias("XEP-0122", "XEP0122", "0122"))]
#[doc(alias("http://jabber.org/protocol/xdata-validate"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "list-range", derive(Debug, PartialEq, Eq))]
#[xml(new = "A range without limits: any number of values.", with)]
#[non_exhaustive]
pub struct ListRange {
    /// The minimum number of values. `None` means no minimum.
    #[xml(attribute)]
    pub min: Option<u32>,
    /// The maximum number of values. `None` means no maximum.
    #[xml(attribute)]
    pub max: Option<u32>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The datatype of a value: one of XML Schema (`xs:…`), one registered with another prefix, or a private
/// one (`x:…`). Unknown ones are treated as `xs:string`.
///
/// [XEP-0122, section 7.2.2](https://xmpp.org/extensions/xep-0122.html#registrar-reg-datatypes)
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Datatype {
    /// `xs:anyURI`: a URI reference.
    #[xml(token = "xs:anyURI")]
    AnyUri,
    /// `xs:byte`: an integer from -128 to 127.
    #[xml(token = "xs:byte")]
    Byte,
    /// `xs:date`: a calendar date.
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
    /// `xs:time`: a time of day.
    #[xml(token = "xs:time")]
    Time,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}
