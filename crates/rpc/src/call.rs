//! Method calls and responses.
//!
//! [XEP-0009, Jabber-RPC](https://xmpp.org/extensions/xep-0009.html)

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use xmpp_xml::{Extra, Xml};

use crate::NS;
use crate::value::{Struct, Value};

/// In an iq of type `set`, a call; in one of type `result`, its response. In an error, the repeated call.
///
/// If a call could not be made at all, the iq is an error; errors of the method itself are a [`Fault`] in a
/// result.
///
/// [XEP-0009 §2](https://xmpp.org/extensions/xep-0009.html)
#[doc(alias("XEP-0009", "XEP0009", "0009"))]
#[doc(alias("jabber:iq:rpc"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "query", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Query {
    /// The call. `None` in results.
    #[xml(child, strict)]
    pub call: Option<MethodCall>,
    /// The response. `None` in requests.
    #[xml(child, strict)]
    pub response: Option<MethodResponse>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl From<MethodCall> for Query {
    fn from(call: MethodCall) -> Self {
        Self {
            call: Some(call),
            ..Self::default()
        }
    }
}

impl From<MethodResponse> for Query {
    fn from(response: MethodResponse) -> Self {
        Self {
            response: Some(response),
            ..Self::default()
        }
    }
}

/// A method call.
///
/// [XEP-0009 §2](https://xmpp.org/extensions/xep-0009.html)
#[doc(alias("XEP-0009", "XEP0009", "0009"))]
#[doc(alias("jabber:iq:rpc"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "methodCall", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct MethodCall {
    /// The name of the method: ASCII letters and digits, `_`, `.`, `:` and `/`.
    #[xml(child_text = "methodName")]
    pub method_name: String,
    /// The arguments. `None` or empty if there are none.
    #[xml(child, strict)]
    pub params: Option<Params>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl MethodCall {
    /// A call of the method with this name and these arguments.
    #[must_use]
    pub fn new(method_name: &str, values: Vec<Value>) -> Self {
        Self {
            method_name: String::from(method_name),
            params: Some(Params::new(values)),
            extra: Extra::new(),
        }
    }

    /// The arguments, in order.
    pub fn values(&self) -> impl Iterator<Item = &Value> {
        self.params.iter().flat_map(Params::values)
    }
}

/// The response to a call: one value, or a fault.
///
/// [XEP-0009 §2](https://xmpp.org/extensions/xep-0009.html)
#[doc(alias("XEP-0009", "XEP0009", "0009"))]
#[doc(alias("jabber:iq:rpc"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "methodResponse", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct MethodResponse {
    /// The returned value, as a single parameter. `None` if the method failed.
    #[xml(child, strict)]
    pub params: Option<Params>,
    /// The fault. `None` if the method succeeded.
    #[xml(child, strict)]
    pub fault: Option<Fault>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl MethodResponse {
    /// A response that returns this value.
    #[must_use]
    pub fn new(value: Value) -> Self {
        Self {
            params: Some(Params::new(vec![value])),
            ..Self::default()
        }
    }

    /// A response with a fault.
    #[must_use]
    pub fn fault(code: i32, text: &str) -> Self {
        Self {
            fault: Some(Fault::new(code, text)),
            ..Self::default()
        }
    }

    /// The returned value. `None` if the method failed.
    #[must_use]
    pub fn value(&self) -> Option<&Value> {
        self.params.iter().flat_map(Params::values).next()
    }
}

/// The parameters of a call or response.
///
/// [XEP-0009 §8](https://xmpp.org/extensions/xep-0009.html#schema)
#[doc(alias("XEP-0009", "XEP0009", "0009"))]
#[doc(alias("jabber:iq:rpc"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "params", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Params {
    /// The parameters.
    #[xml(child, strict)]
    pub params: Vec<Param>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Params {
    /// Parameters with these values.
    #[must_use]
    pub fn new(values: Vec<Value>) -> Self {
        Self {
            params: values.into_iter().map(Param::new).collect(),
            extra: Extra::new(),
        }
    }

    /// The values, in order.
    pub fn values(&self) -> impl Iterator<Item = &Value> {
        self.params.iter().map(|param| &param.value)
    }
}

/// A parameter.
///
/// [XEP-0009 §8](https://xmpp.org/extensions/xep-0009.html#schema)
#[doc(alias("XEP-0009", "XEP0009", "0009"))]
#[doc(alias("jabber:iq:rpc"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "param", derive(Debug, PartialEq, Eq))]
#[xml(new = "A parameter with this value.")]
#[non_exhaustive]
pub struct Param {
    /// The value.
    #[xml(child)]
    pub value: Value,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The reason for which a method failed.
///
/// [XEP-0009 §8](https://xmpp.org/extensions/xep-0009.html#schema)
#[doc(alias("XEP-0009", "XEP0009", "0009"))]
#[doc(alias("jabber:iq:rpc"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "fault", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Fault {
    /// A structure with two members: an integer, `faultCode`, and a string, `faultString`.
    #[xml(child)]
    pub value: Value,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Fault {
    /// A fault with this code and this human-readable text.
    #[must_use]
    pub fn new(code: i32, text: &str) -> Self {
        let members = [
            ("faultCode", Value::from(code)),
            ("faultString", Value::from(text)),
        ];
        Self {
            value: Value::from(Struct::from_iter(members)),
            extra: Extra::new(),
        }
    }

    /// The code. `None` if there is none.
    #[must_use]
    pub fn code(&self) -> Option<i32> {
        self.value.member("faultCode")?.as_i32()
    }

    /// The text. `None` if there is none.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        self.value.member("faultString")?.as_str()
    }
}
