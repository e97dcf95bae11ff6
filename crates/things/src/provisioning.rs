//! Leaving it to a provisioning server who may read and control what.
//!
//! What such a server says on its own counts only from the one that the device trusts: [`Friend::of`], [`Unfriend::of`] and
//! [`ClearCache::of`].
//!
//! ```
//! use xmpp_things::provisioning::CanReadResponse;
//!
//! let answer: CanReadResponse = xmpp_xml::from_str(
//!     "<canReadResponse xmlns='urn:xmpp:iot:provisioning' jid='primary@example.org' momentary='true' result='true'>\
//!      <field name='Energy'/></canReadResponse>",
//! )?;
//! assert!(answer.allows_field("Energy") && !answer.allows_field("Power"));
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
//!
//! [XEP-0324, Internet of Things - Provisioning](https://xmpp.org/extensions/xep-0324.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_core_stanzas::{Iq, Message};
use xmpp_jid::Jid;
use xmpp_xml::{Base64, Error, Extra, Secret, Xml};

use crate::vouched;

/// The namespace, which is also the feature of provisioning servers.
pub const NS: &str = "urn:xmpp:iot:provisioning";

/// In an iq of type `get`, asks for a token. The answer is a [`GetTokenChallenge`].
///
/// [XEP-0324 §3.1.3.1](https://xmpp.org/extensions/xep-0324.html#requesttoken)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "getToken")]
#[xml(new = "A token for this certificate.")]
#[non_exhaustive]
pub struct GetToken {
    /// The certificate (X.509) that the token shall stand for.
    #[xml(text)]
    pub certificate: Base64,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The answer to a [`GetToken`]: prove that the key is yours, by a [`GetTokenChallengeResponse`].
///
/// [XEP-0324 §3.1.3.1](https://xmpp.org/extensions/xep-0324.html#requesttoken)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "getTokenChallenge")]
#[xml(new = "The challenge of this number.")]
#[non_exhaustive]
pub struct GetTokenChallenge {
    /// The number of the request, which its sender has chosen.
    #[xml(attribute)]
    pub seqnr: i32,
    /// Bytes that were encrypted by the key of the certificate.
    #[xml(text)]
    pub challenge: Base64,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `get`: the proof. The answer is a [`GetTokenResponse`].
///
/// [XEP-0324 §3.1.3.1](https://xmpp.org/extensions/xep-0324.html#requesttoken)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "getTokenChallengeResponse")]
#[xml(new = "The response to the challenge of this number.")]
#[non_exhaustive]
pub struct GetTokenChallengeResponse {
    /// The number of the request, which its sender has chosen.
    #[xml(attribute)]
    pub seqnr: i32,
    /// The bytes, decrypted.
    #[xml(text)]
    pub response: Base64,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The answer to a [`GetTokenChallengeResponse`]: the token.
///
/// [XEP-0324 §3.1.3.1](https://xmpp.org/extensions/xep-0324.html#requesttoken)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "getTokenResponse")]
#[xml(new = "This token.")]
#[non_exhaustive]
pub struct GetTokenResponse {
    /// The token.
    #[xml(attribute)]
    pub token: Secret<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `get` from a provisioning server: prove that the token is yours, or have it proved by whoever has sent
/// it to you. The answer is a [`TokenChallengeResponse`]. Who has not been sent the token within the last minute gets the
/// error `forbidden`.
///
/// [XEP-0324 §3.1.3.2](https://xmpp.org/extensions/xep-0324.html#tokenchallenge)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "tokenChallenge")]
#[xml(new = "The challenge of this token.")]
#[non_exhaustive]
pub struct TokenChallenge {
    /// The token.
    #[xml(attribute)]
    pub token: Secret<String>,
    /// Bytes that were encrypted by the key of the certificate.
    #[xml(text)]
    pub challenge: Base64,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The answer to a [`TokenChallenge`].
///
/// [XEP-0324 §3.1.3.2](https://xmpp.org/extensions/xep-0324.html#tokenchallenge)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "tokenChallengeResponse")]
#[xml(new = "This response.")]
#[non_exhaustive]
pub struct TokenChallengeResponse {
    /// The bytes, decrypted.
    #[xml(text)]
    pub response: Base64,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `get`: may this be a friend of the sender? The answer is an [`IsFriendResponse`].
///
/// [XEP-0324 §3.2](https://xmpp.org/extensions/xep-0324.html#friendships)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "isFriend")]
#[xml(new = "Asks about somebody.")]
#[non_exhaustive]
pub struct IsFriend {
    /// Who it is about, whose resource does not matter.
    #[xml(attribute)]
    pub jid: Jid,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The answer to an [`IsFriend`].
///
/// [XEP-0324 §3.2](https://xmpp.org/extensions/xep-0324.html#friendships)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "isFriendResponse")]
#[xml(new = "Whether somebody may be a friend.")]
#[non_exhaustive]
pub struct IsFriendResponse {
    /// Who it is about.
    #[xml(attribute)]
    pub jid: Jid,
    /// Whether they may be a friend.
    #[xml(attribute)]
    pub result: bool,
    /// Whether the device may find friends, and trust others, without asking.
    #[xml(attribute = "secondaryTrustAllowed", default)]
    pub is_secondary_trust_allowed: bool,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In a message from the provisioning server: this shall be a friend no more. It is read by [`of`](Self::of), which looks
/// at who says so.
///
/// [XEP-0324 §3.2](https://xmpp.org/extensions/xep-0324.html#friendships)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "unfriend")]
#[xml(new = "Somebody shall be a friend no more.")]
#[non_exhaustive]
pub struct Unfriend {
    /// Who it is about.
    #[xml(attribute)]
    pub jid: Jid,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Unfriend {
    /// What the provisioning server that the device trusts says in a message. `None` where the message is something else or
    /// from somebody else, and where it has several of these.
    ///
    /// # Errors
    /// Something in it is invalid.
    pub fn of(message: &Message, server: &Jid) -> Result<Option<Self>, Error> {
        vouched::payload(message, server)
    }
}

/// In a message from the provisioning server: this might be a friend. It is read by [`of`](Self::of), which looks at who
/// says so.
///
/// [XEP-0324 §3.2](https://xmpp.org/extensions/xep-0324.html#friendships)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "friend")]
#[xml(new = "Somebody might be a friend.")]
#[non_exhaustive]
pub struct Friend {
    /// Who it is about.
    #[xml(attribute)]
    pub jid: Jid,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Friend {
    /// What the provisioning server that the device trusts says in a message. `None` where the message is something else or
    /// from somebody else, and where it has several of these.
    ///
    /// # Errors
    /// Something in it is invalid.
    pub fn of(message: &Message, server: &Jid) -> Result<Option<Self>, Error> {
        vouched::payload(message, server)
    }
}

/// In an iq of type `get`: may somebody read this? The answer is a [`CanReadResponse`].
///
/// [XEP-0324 §3.3](https://xmpp.org/extensions/xep-0324.html#devicereadouts)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "canRead")]
#[xml(new = "Asks about somebody who wants to read nothing yet.", parameters = [jid], with)]
#[non_exhaustive]
pub struct CanRead {
    /// Who wants to read.
    #[xml(attribute)]
    pub jid: Jid,
    /// Whether it is about a value as it is now.
    #[xml(attribute, default)]
    pub momentary: bool,
    /// Whether it is about a peak, such as a highest or lowest value.
    #[xml(attribute, default)]
    pub peak: bool,
    /// Whether it is about a status.
    #[xml(attribute, default)]
    pub status: bool,
    /// Whether it is about a value that was computed.
    #[xml(attribute, default)]
    pub computed: bool,
    /// Whether it identifies the thing.
    #[xml(attribute, default)]
    pub identity: bool,
    /// Whether it is about a value at the end of a second.
    #[xml(attribute = "historicalSecond", default)]
    pub historical_second: bool,
    /// Whether it is about a value at the end of a minute.
    #[xml(attribute = "historicalMinute", default)]
    pub historical_minute: bool,
    /// Whether it is about a value at the end of an hour.
    #[xml(attribute = "historicalHour", default)]
    pub historical_hour: bool,
    /// Whether it is about a value at the end of a day.
    #[xml(attribute = "historicalDay", default)]
    pub historical_day: bool,
    /// Whether it is about a value at the end of a week.
    #[xml(attribute = "historicalWeek", default)]
    pub historical_week: bool,
    /// Whether it is about a value at the end of a month.
    #[xml(attribute = "historicalMonth", default)]
    pub historical_month: bool,
    /// Whether it is about a value at the end of a quarter.
    #[xml(attribute = "historicalQuarter", default)]
    pub historical_quarter: bool,
    /// Whether it is about a value at the end of a year.
    #[xml(attribute = "historicalYear", default)]
    pub historical_year: bool,
    /// Whether it is about a value at the end of another period.
    #[xml(attribute = "historicalOther", default)]
    pub historical_other: bool,
    /// Whether it is about all of these.
    #[xml(attribute, default)]
    pub all: bool,
    /// Whether it is about all values of the past.
    #[xml(attribute, default)]
    pub historical: bool,
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
    /// The nodes that are to be read. None means the device itself.
    #[xml(child, strict)]
    pub nodes: Vec<Node>,
    /// The names of the values. None means all.
    #[xml(child, strict)]
    pub fields: Vec<FieldName>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The answer to a [`CanRead`]: what may be read, which may be less than was asked for. A name that cannot be read costs
/// the answer, since none means all.
///
/// [XEP-0324 §3.3](https://xmpp.org/extensions/xep-0324.html#devicereadouts)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "canReadResponse")]
#[xml(new = "Whether somebody may read.", parameters = [jid, result], with)]
#[non_exhaustive]
pub struct CanReadResponse {
    /// Who wants to read.
    #[xml(attribute)]
    pub jid: Jid,
    /// Whether anything may be read.
    #[xml(attribute)]
    pub result: bool,
    /// Whether it is about a value as it is now.
    #[xml(attribute, default)]
    pub momentary: bool,
    /// Whether it is about a peak, such as a highest or lowest value.
    #[xml(attribute, default)]
    pub peak: bool,
    /// Whether it is about a status.
    #[xml(attribute, default)]
    pub status: bool,
    /// Whether it is about a value that was computed.
    #[xml(attribute, default)]
    pub computed: bool,
    /// Whether it identifies the thing.
    #[xml(attribute, default)]
    pub identity: bool,
    /// Whether it is about a value at the end of a second.
    #[xml(attribute = "historicalSecond", default)]
    pub historical_second: bool,
    /// Whether it is about a value at the end of a minute.
    #[xml(attribute = "historicalMinute", default)]
    pub historical_minute: bool,
    /// Whether it is about a value at the end of an hour.
    #[xml(attribute = "historicalHour", default)]
    pub historical_hour: bool,
    /// Whether it is about a value at the end of a day.
    #[xml(attribute = "historicalDay", default)]
    pub historical_day: bool,
    /// Whether it is about a value at the end of a week.
    #[xml(attribute = "historicalWeek", default)]
    pub historical_week: bool,
    /// Whether it is about a value at the end of a month.
    #[xml(attribute = "historicalMonth", default)]
    pub historical_month: bool,
    /// Whether it is about a value at the end of a quarter.
    #[xml(attribute = "historicalQuarter", default)]
    pub historical_quarter: bool,
    /// Whether it is about a value at the end of a year.
    #[xml(attribute = "historicalYear", default)]
    pub historical_year: bool,
    /// Whether it is about a value at the end of another period.
    #[xml(attribute = "historicalOther", default)]
    pub historical_other: bool,
    /// Whether it is about all of these.
    #[xml(attribute, default)]
    pub all: bool,
    /// Whether it is about all values of the past.
    #[xml(attribute, default)]
    pub historical: bool,
    /// The nodes that may be read. None means all: see [`allows_node`](Self::allows_node).
    #[xml(child, strict)]
    pub nodes: Vec<Node>,
    /// The names of the values that may be read. None means all: see [`allows_field`](Self::allows_field).
    #[xml(child, strict)]
    pub fields: Vec<FieldName>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl CanReadResponse {
    /// Whether the values of this name may be read.
    #[must_use]
    pub fn allows_field(&self, name: &str) -> bool {
        let is_all = self.fields.is_empty() && self.extra.children().next().is_none();
        self.result && (is_all || self.fields.iter().any(|field| field.name == name))
    }

    /// Whether the node of this identifier may be read, in whatever source it is.
    #[must_use]
    pub fn allows_node(&self, node_id: &str) -> bool {
        let is_all = self.nodes.is_empty() && self.extra.children().next().is_none();
        self.result && (is_all || self.nodes.iter().any(|node| node.node_id == node_id))
    }
}

/// In an iq of type `get`: may somebody set this? The answer is a [`CanControlResponse`].
///
/// [XEP-0324 §3.4](https://xmpp.org/extensions/xep-0324.html#devicecontrol)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "canControl")]
#[xml(new = "Asks about somebody.", parameters = [jid], with)]
#[non_exhaustive]
pub struct CanControl {
    /// Who wants to set something.
    #[xml(attribute)]
    pub jid: Jid,
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
    /// The parameters.
    #[xml(child, strict)]
    pub parameters: Vec<ParameterName>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The answer to a [`CanControl`]: what may be set, which may be less than was asked for. A name that cannot be read costs
/// the answer, since none means all.
///
/// [XEP-0324 §3.4](https://xmpp.org/extensions/xep-0324.html#devicecontrol)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "canControlResponse")]
#[xml(new = "Whether somebody may control.", parameters = [jid, result], with)]
#[non_exhaustive]
pub struct CanControlResponse {
    /// Who wants to set something.
    #[xml(attribute)]
    pub jid: Jid,
    /// Whether anything may be set.
    #[xml(attribute)]
    pub result: bool,
    /// The nodes that may be controlled. None means all.
    #[xml(child, strict)]
    pub nodes: Vec<Node>,
    /// The parameters that may be set. None means all: see [`allows_parameter`](Self::allows_parameter).
    #[xml(child, strict)]
    pub parameters: Vec<ParameterName>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl CanControlResponse {
    /// Whether the parameter of this name may be set.
    #[must_use]
    pub fn allows_parameter(&self, name: &str) -> bool {
        let is_all = self.parameters.is_empty() && self.extra.children().next().is_none();
        self.result && (is_all || self.parameters.iter().any(|one| one.name == name))
    }

    /// Whether the node of this identifier may be controlled, in whatever source it is.
    #[must_use]
    pub fn allows_node(&self, node_id: &str) -> bool {
        let is_all = self.nodes.is_empty() && self.extra.children().next().is_none();
        self.result && (is_all || self.nodes.iter().any(|node| node.node_id == node_id))
    }
}

/// A node of a device.
///
/// [XEP-0324 §3.3](https://xmpp.org/extensions/xep-0324.html#devicereadouts)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning"))]
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

/// The name of a value.
///
/// [XEP-0324 §3.3](https://xmpp.org/extensions/xep-0324.html#devicereadouts)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning", "field"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "field")]
#[xml(new = "This name.")]
#[non_exhaustive]
pub struct FieldName {
    /// The name.
    #[xml(attribute)]
    pub name: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The name of a parameter.
///
/// [XEP-0324 §3.4](https://xmpp.org/extensions/xep-0324.html#devicecontrol)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning", "parameter"))]
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

/// In an iq of type `set` from the provisioning server: forget all answers. The result is a [`ClearCacheResponse`]. It is
/// read by [`of`](Self::of), which looks at who says so.
///
/// [XEP-0324 §3.5](https://xmpp.org/extensions/xep-0324.html#cache)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "clearCache")]
#[xml(new = "Forget all answers.")]
#[non_exhaustive]
pub struct ClearCache {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl ClearCache {
    /// What the provisioning server that the device trusts asks for in an iq. `None` where the iq is something else or from
    /// somebody else.
    ///
    /// # Errors
    /// Something in it is invalid.
    pub fn of(iq: &Iq, server: &Jid) -> Result<Option<Self>, Error> {
        let is_server = |from: &Jid| from.is_valid() && from.bare_eq(server);
        match iq.from.as_ref().is_some_and(is_server) {
            true => iq.as_set(),
            false => Ok(None),
        }
    }
}

/// The answer to a [`ClearCache`]: all is forgotten.
///
/// [XEP-0324 §3.5](https://xmpp.org/extensions/xep-0324.html#cache)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "clearCacheResponse")]
#[xml(new = "All is forgotten.")]
#[non_exhaustive]
pub struct ClearCacheResponse {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `get` from a service: may a user have access to it? The answer is a [`CanAccessResponse`].
///
/// [XEP-0324 §3.6.2](https://xmpp.org/extensions/xep-0324.html#usertoken)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "canAccess")]
#[xml(new = "Asks for this service.", parameters = [service_token], with)]
#[non_exhaustive]
pub struct CanAccess {
    /// The token of the service.
    #[xml(attribute = "serviceToken")]
    pub service_token: String,
    /// What is known about the user.
    #[xml(child, strict)]
    pub credentials: Vec<Credential>,
    /// The same, as the examples have it.
    #[xml(child, strict)]
    pub typed_credentials: Vec<TypedCredential>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What is known about a user. What it is is the name of the element.
///
/// [XEP-0324 §3.6.2](https://xmpp.org/extensions/xep-0324.html#usertoken)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning", "jid", "ip4", "ip6", "hostName"))]
#[doc(alias("x509Certificate", "x509CertificateThumbprint", "userName"))]
#[doc(alias("longitude", "latitude", "altitude", "sso", "protocol"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS)]
#[xml(new = "This about the user.", parameters = [kind, value])]
#[non_exhaustive]
pub struct Credential {
    /// What it is.
    #[xml(name)]
    pub kind: CredentialKind,
    /// The value. `None` for certificates.
    #[xml(attribute)]
    pub value: Option<String>,
    /// The certificate, or its digest, in base64. `None` for all else.
    #[xml(attribute = "base64")]
    pub base64: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What is known about a user.
///
/// [XEP-0324 §3.6.2](https://xmpp.org/extensions/xep-0324.html#usertoken)
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum CredentialKind {
    /// `jid`: the address
    #[xml(token = "jid")]
    Jid,
    /// `ip4`: the IP address of version 4
    #[xml(token = "ip4")]
    Ip4,
    /// `ip6`: the IP address of version 6
    #[xml(token = "ip6")]
    Ip6,
    /// `hostName`: the name of the host
    #[xml(token = "hostName")]
    HostName,
    /// `x509Certificate`: the certificate
    #[xml(token = "x509Certificate")]
    X509Certificate,
    /// `x509CertificateThumbprint`: the digest of the certificate
    #[xml(token = "x509CertificateThumbprint")]
    X509CertificateThumbprint,
    /// `userName`: the name
    #[xml(token = "userName")]
    UserName,
    /// `longitude`: where they are
    #[xml(token = "longitude")]
    Longitude,
    /// `latitude`: where they are
    #[xml(token = "latitude")]
    Latitude,
    /// `altitude`: how high they are
    #[xml(token = "altitude")]
    Altitude,
    /// `sso`: what single sign-on says
    #[xml(token = "sso")]
    Sso,
    /// `protocol`: the protocol that they use
    #[xml(token = "protocol")]
    Protocol,
}

/// What is known about a user, as the examples have it.
///
/// [XEP-0324 §3.6.2](https://xmpp.org/extensions/xep-0324.html#usertoken)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning", "credentials"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "credentials")]
#[xml(new = "This about the user.")]
#[non_exhaustive]
pub struct TypedCredential {
    /// What it is, such as `IpAddress`.
    #[xml(attribute = "type")]
    pub kind: String,
    /// The value.
    #[xml(attribute)]
    pub value: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The answer to a [`CanAccess`].
///
/// [XEP-0324 §3.6.2](https://xmpp.org/extensions/xep-0324.html#usertoken)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "canAccessResponse")]
#[xml(new = "Whether the user may have access.", parameters = [result], with)]
#[non_exhaustive]
pub struct CanAccessResponse {
    /// Whether the user may have access.
    #[xml(attribute)]
    pub result: bool,
    /// The token of the user. `None` where there is no access.
    #[xml(attribute = "userToken")]
    pub user_token: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In a message from a service: a user has logged in.
///
/// [XEP-0324 §3.6.2](https://xmpp.org/extensions/xep-0324.html#usertoken)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "userLoggedIn")]
#[xml(new = "A user has logged in to a service.")]
#[non_exhaustive]
pub struct UserLoggedIn {
    /// The token of the service.
    #[xml(attribute = "serviceToken")]
    pub service_token: String,
    /// The token of the user.
    #[xml(attribute = "userToken")]
    pub user_token: String,
    /// The name of the user.
    #[xml(attribute = "userName")]
    pub user_name: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `get` from a service: has the user this privilege? The answer is a [`HasPrivilegeResponse`].
///
/// [XEP-0324 §3.7.1](https://xmpp.org/extensions/xep-0324.html#userpriviliegesservices)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "hasPrivilege")]
#[xml(new = "Asks for a user of a service.")]
#[non_exhaustive]
pub struct HasPrivilege {
    /// The token of the service.
    #[xml(attribute = "serviceToken")]
    pub service_token: String,
    /// The token of the user.
    #[xml(attribute = "userToken")]
    pub user_token: String,
    /// The privilege: words with dots between them.
    #[xml(attribute = "privilegeId")]
    pub privilege_id: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The answer to a [`HasPrivilege`].
///
/// [XEP-0324 §3.7.1](https://xmpp.org/extensions/xep-0324.html#userpriviliegesservices)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "hasPrivilegeResponse")]
#[xml(new = "Whether the user has it.")]
#[non_exhaustive]
pub struct HasPrivilegeResponse {
    /// Whether the user has it.
    #[xml(attribute)]
    pub result: bool,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `get` from a service, asks for all privileges of a user. The answer is a
/// [`DownloadPrivilegesResponse`].
///
/// [XEP-0324 §3.7.2](https://xmpp.org/extensions/xep-0324.html#downloadall)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "downloadPrivileges")]
#[xml(new = "Asks for a user of a service.")]
#[non_exhaustive]
pub struct DownloadPrivileges {
    /// The token of the service.
    #[xml(attribute = "serviceToken")]
    pub service_token: String,
    /// The token of the user.
    #[xml(attribute = "userToken")]
    pub user_token: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The answer to a [`DownloadPrivileges`]: rules, of which the last that matches counts.
///
/// [XEP-0324 §3.7.2](https://xmpp.org/extensions/xep-0324.html#downloadall)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "downloadPrivilegesResponse")]
#[xml(new = "These rules.", parameters = [rules])]
#[non_exhaustive]
pub struct DownloadPrivilegesResponse {
    /// The rules, in their order.
    #[xml(child, strict)]
    pub rules: Vec<Rule>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Whether a privilege, or all below it, is had. Which of the two is the name of the element.
///
/// [XEP-0324 §3.7.2](https://xmpp.org/extensions/xep-0324.html#downloadall)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning", "include", "exclude"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS)]
#[xml(new = "The rule for this privilege.")]
#[non_exhaustive]
pub struct Rule {
    /// Whether it is had.
    #[xml(name)]
    pub kind: RuleKind,
    /// The privilege, or the beginning of several: words with dots between them.
    #[xml(attribute)]
    pub id: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Whether a privilege is had.
///
/// [XEP-0324 §3.7.2](https://xmpp.org/extensions/xep-0324.html#downloadall)
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum RuleKind {
    /// `include`: it is
    #[xml(token = "include")]
    Include,
    /// `exclude`: it is not
    #[xml(token = "exclude")]
    Exclude,
}
