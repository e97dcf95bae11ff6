//! The values in calls and responses.
//!
//! [XEP-0009, Jabber-RPC](https://xmpp.org/extensions/xep-0009.html#schema)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Base64, Extra, OtherToken, RawElement, Xml};

use crate::NS;

/// A value: typed [data](Data), or text without a type.
///
/// [XEP-0009 §8](https://xmpp.org/extensions/xep-0009.html#schema)
#[doc(alias("XEP-0009", "XEP0009", "0009"))]
#[doc(alias("jabber:iq:rpc"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "value", derive(Debug, PartialEq, Eq))]
#[xml(new = "Typed data.", parameters = [data], with)]
#[non_exhaustive]
pub struct Value {
    /// The text, if there is no data; otherwise only white space. `None` if there is no text at all.
    #[xml(text)]
    pub text: Option<String>,
    /// The typed data. `None` means that the value is the [text](Self::text).
    #[xml(child, strict)]
    pub data: Option<Data>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The typed data of a [`Value`].
///
/// [XEP-0009 §8](https://xmpp.org/extensions/xep-0009.html#schema)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum Data {
    /// An integer.
    Integer(Integer),
    /// A string.
    Text(Text),
    /// A floating-point number.
    Double(Double),
    /// A boolean.
    Boolean(Boolean),
    /// Binary data.
    Binary(Binary),
    /// A date and time.
    DateTime(DateTime),
    /// An array.
    Array(Array),
    /// A structure.
    Struct(Struct),
    /// Any other.
    Other(RawElement),
}

/// A 32-bit integer.
#[doc(alias("XEP-0009", "XEP0009", "0009"))]
#[doc(alias("jabber:iq:rpc", "int", "i4"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Integer {
    /// The name of the element; both names have the same meaning.
    #[xml(name)]
    pub name: IntegerName,
    /// The number.
    #[xml(text)]
    pub value: i32,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The name of an integer element.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Xml)]
#[expect(clippy::exhaustive_enums, reason = "XML-RPC has no third")]
pub enum IntegerName {
    /// `int`
    Int,
    /// `i4`
    I4,
}

/// A string.
#[doc(alias("XEP-0009", "XEP0009", "0009"))]
#[doc(alias("jabber:iq:rpc", "string"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "string", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Text {
    /// The text.
    #[xml(text)]
    pub value: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A floating-point number.
#[doc(alias("XEP-0009", "XEP0009", "0009"))]
#[doc(alias("jabber:iq:rpc"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "double", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Double {
    /// The number in its original spelling: sign, digits and decimal point. [`Value::as_f64`] parses it.
    #[xml(text)]
    pub value: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A boolean.
#[doc(alias("XEP-0009", "XEP0009", "0009"))]
#[doc(alias("jabber:iq:rpc"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "boolean", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Boolean {
    /// The value.
    #[xml(text)]
    pub value: Truth,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// True or false, written as a number in XML-RPC.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Truth {
    /// `0`
    #[xml(token = "0")]
    False,
    /// `1`
    #[xml(token = "1")]
    True,
    /// Any other; some implementations write `true` and `false`, which [`Value::as_bool`] understands.
    #[xml(other)]
    Other(OtherToken),
}

/// Binary data.
#[doc(alias("XEP-0009", "XEP0009", "0009"))]
#[doc(alias("jabber:iq:rpc", "base64"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "base64", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Binary {
    /// The bytes.
    #[xml(text)]
    pub value: Base64,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A date and time.
#[doc(alias("XEP-0009", "XEP0009", "0009"))]
#[doc(alias("jabber:iq:rpc", "dateTime.iso8601"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "dateTime.iso8601", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct DateTime {
    /// The date and time in its original spelling, usually `CCYYMMDDThh:mm:ss`. The time zone must be known from the
    /// context.
    #[xml(text)]
    pub value: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// An array.
#[doc(alias("XEP-0009", "XEP0009", "0009"))]
#[doc(alias("jabber:iq:rpc"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "array", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Array {
    /// The values.
    #[xml(child)]
    pub data: ArrayData,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The values of an [`Array`].
#[doc(alias("XEP-0009", "XEP0009", "0009"))]
#[doc(alias("jabber:iq:rpc", "data"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "data", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct ArrayData {
    /// The values.
    #[xml(child, strict)]
    pub values: Vec<Value>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A structure.
#[doc(alias("XEP-0009", "XEP0009", "0009"))]
#[doc(alias("jabber:iq:rpc"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "struct", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Struct {
    /// The members, whose names should be unique.
    #[xml(child, strict)]
    pub members: Vec<Member>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A member of a structure.
#[doc(alias("XEP-0009", "XEP0009", "0009"))]
#[doc(alias("jabber:iq:rpc"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "member", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Member {
    /// The name.
    #[xml(child_text)]
    pub name: String,
    /// The value.
    #[xml(child)]
    pub value: Value,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Value {
    /// Binary data with these bytes.
    #[must_use]
    pub fn binary(bytes: Vec<u8>) -> Self {
        Self::new(Data::Binary(Binary {
            value: Base64::from(bytes),
            extra: Extra::new(),
        }))
    }

    /// The value as an integer, if it is one.
    #[must_use]
    pub fn as_i32(&self) -> Option<i32> {
        match &self.data {
            Some(Data::Integer(integer)) => Some(integer.value),
            _ => None,
        }
    }

    /// The value as a string, if it is one, with or without a type.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match &self.data {
            Some(Data::Text(text)) => Some(&text.value),
            None => Some(self.text.as_deref().unwrap_or_default()),
            _ => None,
        }
    }

    /// The value as a number, if it is one, including integers.
    #[must_use]
    pub fn as_f64(&self) -> Option<f64> {
        match &self.data {
            Some(Data::Integer(integer)) => Some(integer.value.into()),
            Some(Data::Double(double)) => xmpp_xml::trim(&double.value).parse().ok(),
            _ => None,
        }
    }

    /// The value as a boolean, if it is one.
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        let Some(Data::Boolean(boolean)) = &self.data else {
            return None;
        };
        match boolean.value.as_str() {
            "0" | "false" => Some(false),
            "1" | "true" => Some(true),
            _ => None,
        }
    }

    /// The value as bytes, if it is binary.
    #[must_use]
    pub fn as_bytes(&self) -> Option<&[u8]> {
        match &self.data {
            Some(Data::Binary(binary)) => Some(&binary.value.0),
            _ => None,
        }
    }

    /// The values of the array, if it is one.
    #[must_use]
    pub fn as_array(&self) -> Option<&[Self]> {
        match &self.data {
            Some(Data::Array(array)) => Some(&array.data.values),
            _ => None,
        }
    }

    /// The value of the member with this name, if this is a structure that has it.
    #[must_use]
    pub fn member(&self, name: &str) -> Option<&Self> {
        match &self.data {
            Some(Data::Struct(of)) => of.members.iter().find(|m| m.name == name).map(|m| &m.value),
            _ => None,
        }
    }
}

impl From<i32> for Value {
    fn from(value: i32) -> Self {
        Self::new(Data::Integer(Integer {
            name: IntegerName::Int,
            value,
            extra: Extra::new(),
        }))
    }
}

impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Self::new(Data::Text(Text {
            value: String::from(value),
            extra: Extra::new(),
        }))
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        let value = if value { Truth::True } else { Truth::False };
        Self::new(Data::Boolean(Boolean {
            value,
            extra: Extra::new(),
        }))
    }
}

impl From<Struct> for Value {
    fn from(value: Struct) -> Self {
        Self::new(Data::Struct(value))
    }
}

/// An array.
impl FromIterator<Self> for Value {
    fn from_iter<I: IntoIterator<Item = Self>>(values: I) -> Self {
        let data = ArrayData {
            values: values.into_iter().collect(),
            extra: Extra::new(),
        };
        Self::new(Data::Array(Array {
            data,
            extra: Extra::new(),
        }))
    }
}

impl<'a> FromIterator<(&'a str, Value)> for Struct {
    fn from_iter<I: IntoIterator<Item = (&'a str, Value)>>(members: I) -> Self {
        let members = members.into_iter().map(|(name, value)| Member {
            name: String::from(name),
            value,
            extra: Extra::new(),
        });
        Self {
            members: members.collect(),
            extra: Extra::new(),
        }
    }
}
