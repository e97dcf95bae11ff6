//! Actuators: setting control parameters.
//!
//! ```
//! use xmpp_things::control::{Parameter, ParameterKind, Set};
//!
//! let set = Set::new([Parameter::new(ParameterKind::Boolean, "Output", "true")]);
//! assert_eq!(
//!     xmpp_xml::to_string(&set)?,
//!     "<set xmlns='urn:xmpp:iot:control'><boolean name='Output' value='true'/></set>"
//! );
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
//!
//! [XEP-0325, Internet of Things - Control](https://xmpp.org/extensions/xep-0325.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_data_forms::form::Form;
use xmpp_xml::{Extra, LanguageTag, Secret, Xml};

/// The namespace, which is also the feature of controllable devices.
pub const NS: &str = "urn:xmpp:iot:control";

/// Sets parameters, in an iq of type `set`, or in a message without acknowledgment. If one parameter or node is invalid, so
/// is the whole element, because the order and completeness of the parameters may matter.
///
/// [XEP-0325 §3.2](https://xmpp.org/extensions/xep-0325.html#set)
#[doc(alias("XEP-0325", "XEP0325", "0325"))]
#[doc(alias("urn:xmpp:iot:control"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "set", derive(Debug, PartialEq, Eq))]
#[xml(new = "Sets these parameters.", parameters = [parameters], with)]
#[non_exhaustive]
pub struct Set {
    /// The language for the response. `None` means the language of the stanza.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The service's tokens, one for each provisioning server, separated by spaces. `None` if there is no service.
    #[xml(attribute = "serviceToken")]
    pub service_token: Option<Secret<String>>,
    /// The device's tokens, separated by spaces. `None` if there are none.
    #[xml(attribute = "deviceToken")]
    pub device_token: Option<Secret<String>>,
    /// The user's tokens, separated by spaces. `None` if there is no user.
    #[xml(attribute = "userToken")]
    pub user_token: Option<Secret<String>>,
    /// The nodes. Empty means the device itself.
    #[xml(child, strict)]
    pub nodes: Vec<Node>,
    /// The parameters, in their order.
    #[xml(child, strict)]
    pub parameters: Vec<Parameter>,
    /// The parameters as a submitted form. `None` if there is none.
    #[xml(child, strict)]
    pub form: Option<Form>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A node of a device.
///
/// [XEP-0325 §3.4](https://xmpp.org/extensions/xep-0325.html#concentrator)
#[doc(alias("XEP-0325", "XEP0325", "0325"))]
#[doc(alias("urn:xmpp:iot:control"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "node", derive(Debug, PartialEq, Eq))]
#[xml(new = "The node of this identifier.", with)]
#[non_exhaustive]
pub struct Node {
    /// The identifier of the node.
    #[xml(attribute = "nodeId")]
    pub node_id: String,
    /// The data source of the node. `None` if the node identifier is unique without it.
    #[xml(attribute = "sourceId")]
    pub source_id: Option<String>,
    /// The cache type of the node. `None` if the node identifier is unique without it.
    #[xml(attribute = "cacheType")]
    pub cache_type: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A parameter and its value. The name of the element is its type.
///
/// [XEP-0325 §3.2](https://xmpp.org/extensions/xep-0325.html#set)
#[doc(alias("XEP-0325", "XEP0325", "0325"))]
#[doc(alias("urn:xmpp:iot:control", "boolean", "color", "date", "dateTime"))]
#[doc(alias("double", "duration", "int", "long", "string", "time"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, derive(Debug, PartialEq, Eq))]
#[xml(new = "The parameter of this name and value.")]
#[non_exhaustive]
pub struct Parameter {
    /// The type of the value.
    #[xml(name)]
    pub kind: ParameterKind,
    /// The name of the parameter.
    #[xml(attribute)]
    pub name: String,
    /// The value as text.
    #[xml(attribute)]
    pub value: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The type of a parameter.
///
/// [XEP-0325 §3.2](https://xmpp.org/extensions/xep-0325.html#set)
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum ParameterKind {
    /// `boolean`: true or false
    #[xml(token = "boolean")]
    Boolean,
    /// `color`: three or four hexadecimal bytes: red, green, blue, and optionally alpha
    #[xml(token = "color")]
    Color,
    /// `date`: a date
    #[xml(token = "date")]
    Date,
    /// `dateTime`: a date and time, which may lack a time zone
    #[xml(token = "dateTime")]
    DateTime,
    /// `double`: a number
    #[xml(token = "double")]
    Double,
    /// `duration`: a duration
    #[xml(token = "duration")]
    Duration,
    /// `int`: a 32-bit integer
    #[xml(token = "int")]
    Int,
    /// `long`: a 64-bit integer
    #[xml(token = "long")]
    Long,
    /// `string`: a text
    #[xml(token = "string")]
    String,
    /// `time`: a time of day
    #[xml(token = "time")]
    Time,
}

/// The successful answer to a [`Set`]. If it lists nodes or parameters, only these were set.
///
/// [XEP-0325 §3.1](https://xmpp.org/extensions/xep-0325.html#controlcommands)
#[doc(alias("XEP-0325", "XEP0325", "0325"))]
#[doc(alias("urn:xmpp:iot:control"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "setResponse", derive(Debug, PartialEq, Eq))]
#[xml(new = "All parameters were set.", with)]
#[non_exhaustive]
pub struct SetResponse {
    /// The result code used before 2013, such as `InsufficientPrivileges`. `None` means success.
    #[xml(attribute = "responseCode")]
    pub response_code: Option<String>,
    /// The nodes whose parameters were set. Empty means all.
    #[xml(child)]
    pub nodes: Vec<Node>,
    /// The parameters that were set. Empty means all.
    #[xml(child)]
    pub parameters: Vec<ParameterName>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl SetResponse {
    /// Whether everything requested was set. `false` if there is a result code or any child element.
    #[must_use]
    pub fn is_all(&self) -> bool {
        self.response_code.is_none()
            && self.nodes.is_empty()
            && self.parameters.is_empty()
            && self.extra.children().next().is_none()
    }
}

/// The name of a parameter.
///
/// [XEP-0325 §3.1](https://xmpp.org/extensions/xep-0325.html#controlcommands)
#[doc(alias("XEP-0325", "XEP0325", "0325"))]
#[doc(alias("urn:xmpp:iot:control", "parameter"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "parameter", derive(Debug, PartialEq, Eq))]
#[xml(new = "The name of this parameter.")]
#[non_exhaustive]
pub struct ParameterName {
    /// The name.
    #[xml(attribute)]
    pub name: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an error: a problem with a parameter.
///
/// [XEP-0325 §3.1](https://xmpp.org/extensions/xep-0325.html#controlcommands)
#[doc(alias("XEP-0325", "XEP0325", "0325"))]
#[doc(alias("urn:xmpp:iot:control", "paramError"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "paramError", derive(Debug, PartialEq, Eq))]
#[xml(new = "A problem with this parameter.", parameters = [var, text])]
#[non_exhaustive]
pub struct ParameterError {
    /// The name of the parameter.
    #[xml(attribute)]
    pub var: String,
    /// The human-readable description of the problem.
    #[xml(text)]
    pub text: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Requests the form with all parameters, in an iq of type `get`; the result is the form.
///
/// [XEP-0325 §3.3](https://xmpp.org/extensions/xep-0325.html#forms)
#[doc(alias("XEP-0325", "XEP0325", "0325"))]
#[doc(alias("urn:xmpp:iot:control"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "getForm", derive(Debug, PartialEq, Eq))]
#[xml(new = "The request.", with)]
#[non_exhaustive]
pub struct GetForm {
    /// The language for the response. `None` means the language of the stanza.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The service's tokens, one for each provisioning server, separated by spaces. `None` if there is no service.
    #[xml(attribute = "serviceToken")]
    pub service_token: Option<Secret<String>>,
    /// The device's tokens, separated by spaces. `None` if there are none.
    #[xml(attribute = "deviceToken")]
    pub device_token: Option<Secret<String>>,
    /// The user's tokens, separated by spaces. `None` if there is no user.
    #[xml(attribute = "userToken")]
    pub user_token: Option<Secret<String>>,
    /// The nodes whose common parameters are requested. Empty means the device itself.
    #[xml(child, strict)]
    pub nodes: Vec<Node>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In a field of the form: the group of parameters that it belongs to.
///
/// [XEP-0325 §5.4](https://xmpp.org/extensions/xep-0325.html#parametergroups)
#[doc(alias("XEP-0325", "XEP0325", "0325"))]
#[doc(alias("urn:xmpp:iot:control"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "parameterGroup", derive(Debug, PartialEq, Eq))]
#[xml(new = "The group of this name.")]
#[non_exhaustive]
pub struct ParameterGroup {
    /// The name of the group.
    #[xml(attribute)]
    pub name: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
