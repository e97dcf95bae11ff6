//! Setting parameters of actuators.
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
use xmpp_xml::{Extra, LanguageTag, Xml};

/// The namespace, which is also the feature of those that can be controlled.
pub const NS: &str = "urn:xmpp:iot:control";

/// In an iq of type `set`, or in a message that is not answered: sets parameters. A parameter or a node that cannot be
/// read costs all of it, since the order and the whole may matter.
///
/// [XEP-0325 §3.2](https://xmpp.org/extensions/xep-0325.html#set)
#[doc(alias("XEP-0325", "XEP0325", "0325"))]
#[doc(alias("urn:xmpp:iot:control"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "set")]
#[xml(new = "Sets these parameters.", parameters = [parameters], with)]
#[non_exhaustive]
pub struct Set {
    /// The language of what is answered. `None` means that of the stanza.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The tokens of the service, one for each provisioning server, with spaces between them. `None` where there is no
    /// service.
    #[xml(attribute = "serviceToken")]
    pub service_token: Option<String>,
    /// The tokens of the device. `None` where there are none.
    #[xml(attribute = "deviceToken")]
    pub device_token: Option<String>,
    /// The tokens of the user. `None` where there is no user.
    #[xml(attribute = "userToken")]
    pub user_token: Option<String>,
    /// The nodes. None means the device itself.
    #[xml(child, strict)]
    pub nodes: Vec<Node>,
    /// The parameters, in their order.
    #[xml(child, strict)]
    pub parameters: Vec<Parameter>,
    /// The parameters as a form that was filled in. `None` where there is none.
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
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "node")]
#[xml(new = "The node of this identifier.", with)]
#[non_exhaustive]
pub struct Node {
    /// The identifier of the node.
    #[xml(attribute = "nodeId")]
    pub node_id: String,
    /// The source of data that has the node. `None` where the identifier is enough.
    #[xml(attribute = "sourceId")]
    pub source_id: Option<String>,
    /// What kind of node it is. `None` where the identifier is enough.
    #[xml(attribute = "cacheType")]
    pub cache_type: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A parameter and its value. What type it has is the name of the element.
///
/// [XEP-0325 §3.2](https://xmpp.org/extensions/xep-0325.html#set)
#[doc(alias("XEP-0325", "XEP0325", "0325"))]
#[doc(alias("urn:xmpp:iot:control", "boolean", "color", "date", "dateTime"))]
#[doc(alias("double", "duration", "int", "long", "string", "time"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS)]
#[xml(new = "The parameter of this name and value.")]
#[non_exhaustive]
pub struct Parameter {
    /// The type of the value.
    #[xml(name)]
    pub kind: ParameterKind,
    /// The name of the parameter.
    #[xml(attribute)]
    pub name: String,
    /// The value, as it is written.
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
    /// `color`: three or four bytes in hexadecimal digits: red, green, blue, and how opaque
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
    /// `duration`: a length of time
    #[xml(token = "duration")]
    Duration,
    /// `int`: an integer of 32 bits
    #[xml(token = "int")]
    Int,
    /// `long`: an integer of 64 bits
    #[xml(token = "long")]
    Long,
    /// `string`: a text
    #[xml(token = "string")]
    String,
    /// `time`: a time of day
    #[xml(token = "time")]
    Time,
}

/// The answer to a [`Set`]: it was done, if there are nodes or parameters here for those alone.
///
/// [XEP-0325 §3.1](https://xmpp.org/extensions/xep-0325.html#controlcommands)
#[doc(alias("XEP-0325", "XEP0325", "0325"))]
#[doc(alias("urn:xmpp:iot:control"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "setResponse")]
#[xml(new = "All of it was done.", with)]
#[non_exhaustive]
pub struct SetResponse {
    /// What has come of it, as it was before 2013, such as `InsufficientPrivileges`. `None` means that it was done.
    #[xml(attribute = "responseCode")]
    pub response_code: Option<String>,
    /// The nodes that it was done for. None means all.
    #[xml(child)]
    pub nodes: Vec<Node>,
    /// The parameters that were set. None means all.
    #[xml(child)]
    pub parameters: Vec<ParameterName>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl SetResponse {
    /// Whether all that was asked for was done. It is not where there is a code or any child element.
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
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "parameter")]
#[xml(new = "This name.")]
#[non_exhaustive]
pub struct ParameterName {
    /// The name.
    #[xml(attribute)]
    pub name: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an error: what is wrong with a parameter.
///
/// [XEP-0325 §3.1](https://xmpp.org/extensions/xep-0325.html#controlcommands)
#[doc(alias("XEP-0325", "XEP0325", "0325"))]
#[doc(alias("urn:xmpp:iot:control", "paramError"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "paramError")]
#[xml(new = "This is wrong with the parameter.", parameters = [var, text])]
#[non_exhaustive]
pub struct ParameterError {
    /// The name of the parameter.
    #[xml(attribute)]
    pub var: String,
    /// What is wrong with it, for people.
    #[xml(text)]
    pub text: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `get`, asks for the form that has all parameters; the result is the form.
///
/// [XEP-0325 §3.3](https://xmpp.org/extensions/xep-0325.html#forms)
#[doc(alias("XEP-0325", "XEP0325", "0325"))]
#[doc(alias("urn:xmpp:iot:control"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "getForm")]
#[xml(new = "Asks for the form.", with)]
#[non_exhaustive]
pub struct GetForm {
    /// The language of what is answered. `None` means that of the stanza.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The tokens of the service, one for each provisioning server, with spaces between them. `None` where there is no
    /// service.
    #[xml(attribute = "serviceToken")]
    pub service_token: Option<String>,
    /// The tokens of the device. `None` where there are none.
    #[xml(attribute = "deviceToken")]
    pub device_token: Option<String>,
    /// The tokens of the user. `None` where there is no user.
    #[xml(attribute = "userToken")]
    pub user_token: Option<String>,
    /// The nodes, whose common parameters are wanted. None means the device itself.
    #[xml(child, strict)]
    pub nodes: Vec<Node>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In a field of the form: which parameters belong together.
///
/// [XEP-0325 §5.4](https://xmpp.org/extensions/xep-0325.html#parametergroups)
#[doc(alias("XEP-0325", "XEP0325", "0325"))]
#[doc(alias("urn:xmpp:iot:control"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "parameterGroup")]
#[xml(new = "The group of this name.")]
#[non_exhaustive]
pub struct ParameterGroup {
    /// What those that belong together have in common.
    #[xml(attribute)]
    pub name: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
