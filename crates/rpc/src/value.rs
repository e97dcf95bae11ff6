//! The values that calls take and give back.
//!
//! [XEP-0009, Jabber-RPC](https://xmpp.org/extensions/xep-0009.html#schema)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Base64, Extra, OtherToken, RawElement, Xml};

use crate::NS;

/// A value: [data](Data) of a type, or a text without one.
///
/// [XEP-0009 §8](https://xmpp.org/extensions/xep-0009.html#schema)
#[doc(alias("XEP-0009", "XEP0009", "0009"))]
#[doc(alias("jabber:iq:rpc"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "value")]
#[xml(new = "Data of a type.", parameters = [data], with)]
#[non_exhaustive]
pub struct Value {
    /// The text, where there is no data; white space at most where there is. Absent where there is not even that.
    #[xml(text)]
    pub text: Option<String>,
    /// What it is. Absent: it is the [text](Self::text).
    #[xml(child, strict)]
    pub data: Option<Data>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What a [`Value`] is.
///
/// [XEP-0009 §8](https://xmpp.org/extensions/xep-0009.html#schema)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum Data {
    /// A whole number.
    Integer(Integer),
    /// A text.
    Text(Text),
    /// A number.
    Double(Double),
    /// True or false.
    Boolean(Boolean),
    /// Bytes.
    Binary(Binary),
    /// A date and time.
    DateTime(DateTime),
    /// Values in an order.
    Array(Array),
    /// Values with names.
    Struct(Struct),
    /// Something else.
    Other(RawElement),
}

/// A whole number of 32 bits.
#[doc(alias("XEP-0009", "XEP0009", "0009"))]
#[doc(alias("jabber:iq:rpc", "int", "i4"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS)]
#[non_exhaustive]
pub struct Integer {
    /// Which of its two names the element has; they mean the same.
    #[xml(name)]
    pub name: IntegerName,
    /// The number.
    #[xml(text)]
    pub value: i32,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What the element of a whole number is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Xml)]
#[expect(clippy::exhaustive_enums, reason = "XML-RPC has no third")]
pub enum IntegerName {
    /// `int`
    Int,
    /// `i4`
    I4,
}

/// A text.
#[doc(alias("XEP-0009", "XEP0009", "0009"))]
#[doc(alias("jabber:iq:rpc", "string"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "string")]
#[non_exhaustive]
pub struct Text {
    /// The text.
    #[xml(text)]
    pub value: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A number, which may have a fraction.
#[doc(alias("XEP-0009", "XEP0009", "0009"))]
#[doc(alias("jabber:iq:rpc"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "double")]
#[non_exhaustive]
pub struct Double {
    /// The number as it is spelt: a sign, digits and a decimal point. [`Value::as_f64`] has it as a number.
    #[xml(text)]
    pub value: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// True or false.
#[doc(alias("XEP-0009", "XEP0009", "0009"))]
#[doc(alias("jabber:iq:rpc"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "boolean")]
#[non_exhaustive]
pub struct Boolean {
    /// Which.
    #[xml(text)]
    pub value: Truth,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// True or false, which XML-RPC spells as numbers.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Truth {
    /// `0`
    #[xml(token = "0")]
    False,
    /// `1`
    #[xml(token = "1")]
    True,
    /// Another word; some write `true` and `false`, and [`Value::as_bool`] understands them.
    #[xml(other)]
    Other(OtherToken),
}

/// Bytes.
#[doc(alias("XEP-0009", "XEP0009", "0009"))]
#[doc(alias("jabber:iq:rpc", "base64"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "base64")]
#[non_exhaustive]
pub struct Binary {
    /// The bytes.
    #[xml(text)]
    pub value: Base64,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A date and time.
#[doc(alias("XEP-0009", "XEP0009", "0009"))]
#[doc(alias("jabber:iq:rpc", "dateTime.iso8601"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "dateTime.iso8601")]
#[non_exhaustive]
pub struct DateTime {
    /// The date and time as they are spelt, most often as `CCYYMMDDThh:mm:ss`. In which time zone, caller and called
    /// have to know.
    #[xml(text)]
    pub value: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Values in an order.
#[doc(alias("XEP-0009", "XEP0009", "0009"))]
#[doc(alias("jabber:iq:rpc"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "array")]
#[non_exhaustive]
pub struct Array {
    /// The values.
    #[xml(child)]
    pub data: ArrayData,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The values of an [`Array`].
#[doc(alias("XEP-0009", "XEP0009", "0009"))]
#[doc(alias("jabber:iq:rpc", "data"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "data")]
#[non_exhaustive]
pub struct ArrayData {
    /// The values.
    #[xml(child, strict)]
    pub values: Vec<Value>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Values with names.
#[doc(alias("XEP-0009", "XEP0009", "0009"))]
#[doc(alias("jabber:iq:rpc"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "struct")]
#[non_exhaustive]
pub struct Struct {
    /// The values with their names, each of which should be there once.
    #[xml(child, strict)]
    pub members: Vec<Member>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A value with a name.
#[doc(alias("XEP-0009", "XEP0009", "0009"))]
#[doc(alias("jabber:iq:rpc"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "member")]
#[non_exhaustive]
pub struct Member {
    /// The name.
    #[xml(child_text)]
    pub name: String,
    /// The value.
    #[xml(child)]
    pub value: Value,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Value {
    /// These bytes.
    #[must_use]
    pub fn binary(bytes: Vec<u8>) -> Self {
        Self::new(Data::Binary(Binary {
            value: Base64::from(bytes),
            extra: Extra::new(),
        }))
    }

    /// The whole number that this is.
    #[must_use]
    pub fn as_i32(&self) -> Option<i32> {
        match &self.data {
            Some(Data::Integer(integer)) => Some(integer.value),
            _ => None,
        }
    }

    /// The text that this is, with a type or without.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match &self.data {
            Some(Data::Text(text)) => Some(&text.value),
            None => Some(self.text.as_deref().unwrap_or_default()),
            _ => None,
        }
    }

    /// The number that this is, whole numbers included.
    #[must_use]
    pub fn as_f64(&self) -> Option<f64> {
        match &self.data {
            Some(Data::Integer(integer)) => Some(integer.value.into()),
            Some(Data::Double(double)) => xmpp_xml::trim(&double.value).parse().ok(),
            _ => None,
        }
    }

    /// The boolean that this is.
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

    /// The bytes that this is.
    #[must_use]
    pub fn as_bytes(&self) -> Option<&[u8]> {
        match &self.data {
            Some(Data::Binary(binary)) => Some(&binary.value.0),
            _ => None,
        }
    }

    /// The values of the array that this is.
    #[must_use]
    pub fn as_array(&self) -> Option<&[Self]> {
        match &self.data {
            Some(Data::Array(array)) => Some(&array.data.values),
            _ => None,
        }
    }

    /// The value that has this name in the structure that this is.
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
