//! Calls, and what comes of them.
//!
//! [XEP-0009, Jabber-RPC](https://xmpp.org/extensions/xep-0009.html)

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use xmpp_xml::{Extra, Xml};

use crate::NS;
use crate::value::{Struct, Value};

/// In an iq of type `set`, a call; in one of type `result`, what has come of it. In an error, the call again.
///
/// That a call could not be made at all is the error of the iq; what goes wrong in the procedure is a [`Fault`] in a
/// result.
///
/// [XEP-0009 §2](https://xmpp.org/extensions/xep-0009.html)
#[doc(alias("XEP-0009", "XEP0009", "0009"))]
#[doc(alias("jabber:iq:rpc"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "query")]
#[non_exhaustive]
pub struct Query {
    /// The call. Absent from results.
    #[xml(child, strict)]
    pub call: Option<MethodCall>,
    /// What has come of a call. Absent from requests.
    #[xml(child, strict)]
    pub response: Option<MethodResponse>,
    /// What this type does not name, in place.
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

/// A call of a procedure.
///
/// [XEP-0009 §2](https://xmpp.org/extensions/xep-0009.html)
#[doc(alias("XEP-0009", "XEP0009", "0009"))]
#[doc(alias("jabber:iq:rpc"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "methodCall")]
#[non_exhaustive]
pub struct MethodCall {
    /// The name of the procedure: letters and digits of ASCII, `_`, `.`, `:` and `/`.
    #[xml(child_text = "methodName")]
    pub method_name: String,
    /// What it is called with. Absent, or empty, for nothing.
    #[xml(child, strict)]
    pub params: Option<Params>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl MethodCall {
    /// Calls the procedure of this name with these values.
    #[must_use]
    pub fn new(method_name: &str, values: Vec<Value>) -> Self {
        Self {
            method_name: String::from(method_name),
            params: Some(Params::new(values)),
            extra: Extra::new(),
        }
    }

    /// The values that it is called with, in their order.
    pub fn values(&self) -> impl Iterator<Item = &Value> {
        self.params.iter().flat_map(Params::values)
    }
}

/// What has come of a call: one value, or a fault.
///
/// [XEP-0009 §2](https://xmpp.org/extensions/xep-0009.html)
#[doc(alias("XEP-0009", "XEP0009", "0009"))]
#[doc(alias("jabber:iq:rpc"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "methodResponse")]
#[non_exhaustive]
pub struct MethodResponse {
    /// What the procedure gives back, in one parameter. Absent where it has failed.
    #[xml(child, strict)]
    pub params: Option<Params>,
    /// Why the procedure has failed. Absent where it has not.
    #[xml(child, strict)]
    pub fault: Option<Fault>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl MethodResponse {
    /// The procedure gives this back.
    #[must_use]
    pub fn new(value: Value) -> Self {
        Self {
            params: Some(Params::new(vec![value])),
            ..Self::default()
        }
    }

    /// The procedure has failed.
    #[must_use]
    pub fn fault(code: i32, text: &str) -> Self {
        Self {
            fault: Some(Fault::new(code, text)),
            ..Self::default()
        }
    }

    /// What the procedure gives back. Absent where it has failed.
    #[must_use]
    pub fn value(&self) -> Option<&Value> {
        self.params.iter().flat_map(Params::values).next()
    }
}

/// The parameters of a call or a response.
///
/// [XEP-0009 §8](https://xmpp.org/extensions/xep-0009.html#schema)
#[doc(alias("XEP-0009", "XEP0009", "0009"))]
#[doc(alias("jabber:iq:rpc"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "params")]
#[non_exhaustive]
pub struct Params {
    /// The parameters.
    #[xml(child, strict)]
    pub params: Vec<Param>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Params {
    /// These values.
    #[must_use]
    pub fn new(values: Vec<Value>) -> Self {
        Self {
            params: values.into_iter().map(Param::new).collect(),
            extra: Extra::new(),
        }
    }

    /// The values, in their order.
    pub fn values(&self) -> impl Iterator<Item = &Value> {
        self.params.iter().map(|param| &param.value)
    }
}

/// A parameter.
///
/// [XEP-0009 §8](https://xmpp.org/extensions/xep-0009.html#schema)
#[doc(alias("XEP-0009", "XEP0009", "0009"))]
#[doc(alias("jabber:iq:rpc"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "param")]
#[xml(new = "This value.")]
#[non_exhaustive]
pub struct Param {
    /// The value.
    #[xml(child)]
    pub value: Value,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Why a procedure has failed.
///
/// [XEP-0009 §8](https://xmpp.org/extensions/xep-0009.html#schema)
#[doc(alias("XEP-0009", "XEP0009", "0009"))]
#[doc(alias("jabber:iq:rpc"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "fault")]
#[non_exhaustive]
pub struct Fault {
    /// A structure of two members: a number, `faultCode`, and a text, `faultString`.
    #[xml(child)]
    pub value: Value,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Fault {
    /// A fault of this number, which is for programs, and this text, which is for people.
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

    /// The number. Absent where there is none.
    #[must_use]
    pub fn code(&self) -> Option<i32> {
        self.value.member("faultCode")?.as_i32()
    }

    /// The text. Absent where there is none.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        self.value.member("faultString")?.as_str()
    }
}
