//! Provisioning: a server decides who may read and control what.
//!
//! Unsolicited stanzas of provisioning servers count only if they come from the one that the device trusts. Read them with
//! [`Friend::of`], [`Unfriend::of`] and [`ClearCache::of`].
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

/// Requests a token, in an iq of type `get`. The answer is a [`GetTokenChallenge`].
///
/// [XEP-0324 §3.1.3.1](https://xmpp.org/extensions/xep-0324.html#requesttoken)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "getToken", derive(Debug, PartialEq, Eq))]
#[xml(new = "A token for this certificate.")]
#[non_exhaustive]
pub struct GetToken {
    /// The X.509 certificate that the token will represent.
    #[xml(text)]
    pub certificate: Base64,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The answer to a [`GetToken`]: a challenge to prove possession of the private key, by a [`GetTokenChallengeResponse`].
///
/// [XEP-0324 §3.1.3.1](https://xmpp.org/extensions/xep-0324.html#requesttoken)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "getTokenChallenge", derive(Debug, PartialEq, Eq))]
#[xml(new = "The challenge of this number.")]
#[non_exhaustive]
pub struct GetTokenChallenge {
    /// The sequence number of the request, chosen by its sender.
    #[xml(attribute)]
    pub seqnr: i32,
    /// Bytes encrypted with the certificate's public key.
    #[xml(text)]
    pub challenge: Base64,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The response to a [`GetTokenChallenge`], in an iq of type `get`. The answer is a [`GetTokenResponse`].
///
/// [XEP-0324 §3.1.3.1](https://xmpp.org/extensions/xep-0324.html#requesttoken)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "getTokenChallengeResponse", derive(Debug, PartialEq, Eq))]
#[xml(new = "The response to the challenge of this number.")]
#[non_exhaustive]
pub struct GetTokenChallengeResponse {
    /// The sequence number of the request, chosen by its sender.
    #[xml(attribute)]
    pub seqnr: i32,
    /// The decrypted bytes.
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
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "getTokenResponse", derive(Debug, PartialEq, Eq))]
#[xml(new = "An answer with this token.")]
#[non_exhaustive]
pub struct GetTokenResponse {
    /// The token.
    #[xml(attribute)]
    pub token: Secret<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A challenge to prove that the token is one's own, in an iq of type `get` from a provisioning server. An entity that has
/// received the token from another passes the challenge on to it. The answer is a [`TokenChallengeResponse`]; entities that
/// were not sent the token within the last minute are answered with the error `forbidden`.
///
/// [XEP-0324 §3.1.3.2](https://xmpp.org/extensions/xep-0324.html#tokenchallenge)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "tokenChallenge", derive(Debug, PartialEq, Eq))]
#[xml(new = "The challenge of this token.")]
#[non_exhaustive]
pub struct TokenChallenge {
    /// The token.
    #[xml(attribute)]
    pub token: Secret<String>,
    /// Bytes encrypted with the certificate's public key.
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
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "tokenChallengeResponse", derive(Debug, PartialEq, Eq))]
#[xml(new = "An answer with this response.")]
#[non_exhaustive]
pub struct TokenChallengeResponse {
    /// The decrypted bytes.
    #[xml(text)]
    pub response: Base64,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Asks whether an entity may become a friend of the sender, in an iq of type `get`. The answer is an [`IsFriendResponse`].
///
/// [XEP-0324 §3.2](https://xmpp.org/extensions/xep-0324.html#friendships)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "isFriend", derive(Debug, PartialEq, Eq))]
#[xml(new = "A question about this entity.")]
#[non_exhaustive]
pub struct IsFriend {
    /// The JID of the entity; its resource is ignored.
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
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "isFriendResponse", derive(Debug, PartialEq, Eq))]
#[xml(new = "The answer about this entity.")]
#[non_exhaustive]
pub struct IsFriendResponse {
    /// The JID of the entity.
    #[xml(attribute)]
    pub jid: Jid,
    /// Whether the entity may become a friend.
    #[xml(attribute)]
    pub result: bool,
    /// Whether the device may look for friends and trust third parties without asking.
    #[xml(attribute = "secondaryTrustAllowed", default)]
    pub is_secondary_trust_allowed: bool,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Asks a device to remove a friend, in a message from its provisioning server. Read it with [`of`](Self::of), which checks
/// the sender.
///
/// [XEP-0324 §3.2](https://xmpp.org/extensions/xep-0324.html#friendships)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "unfriend", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request to remove this friend.")]
#[non_exhaustive]
pub struct Unfriend {
    /// The JID of the entity.
    #[xml(attribute)]
    pub jid: Jid,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Unfriend {
    /// The element in a message from the provisioning server that the device trusts. `None` if the message is something
    /// else, is from another sender, or has several such elements.
    ///
    /// # Errors
    /// The element is invalid.
    pub fn of(message: &Message, server: &Jid) -> Result<Option<Self>, Error> {
        vouched::payload(message, server)
    }
}

/// Recommends a friend, in a message from the provisioning server. Read it with [`of`](Self::of), which checks the sender.
///
/// [XEP-0324 §3.2](https://xmpp.org/extensions/xep-0324.html#friendships)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "friend", derive(Debug, PartialEq, Eq))]
#[xml(new = "A recommendation of this entity.")]
#[non_exhaustive]
pub struct Friend {
    /// The JID of the entity.
    #[xml(attribute)]
    pub jid: Jid,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Friend {
    /// The element in a message from the provisioning server that the device trusts. `None` if the message is something
    /// else, is from another sender, or has several such elements.
    ///
    /// # Errors
    /// The element is invalid.
    pub fn of(message: &Message, server: &Jid) -> Result<Option<Self>, Error> {
        vouched::payload(message, server)
    }
}

/// Asks whether an entity may read data, in an iq of type `get`. The answer is a [`CanReadResponse`].
///
/// [XEP-0324 §3.3](https://xmpp.org/extensions/xep-0324.html#devicereadouts)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "canRead", derive(Debug, PartialEq, Eq))]
#[xml(new = "A question about this entity, without any data yet.", parameters = [jid], with)]
#[non_exhaustive]
pub struct CanRead {
    /// The JID of the reading entity.
    #[xml(attribute)]
    pub jid: Jid,
    /// Momentary values.
    #[xml(attribute, default)]
    pub momentary: bool,
    /// Peak values, such as a minimum or maximum.
    #[xml(attribute, default)]
    pub peak: bool,
    /// Status values.
    #[xml(attribute, default)]
    pub status: bool,
    /// Computed values.
    #[xml(attribute, default)]
    pub computed: bool,
    /// Identity values, which identify the thing.
    #[xml(attribute, default)]
    pub identity: bool,
    /// Historical values at the end of each second.
    #[xml(attribute = "historicalSecond", default)]
    pub historical_second: bool,
    /// Historical values at the end of each minute.
    #[xml(attribute = "historicalMinute", default)]
    pub historical_minute: bool,
    /// Historical values at the end of each hour.
    #[xml(attribute = "historicalHour", default)]
    pub historical_hour: bool,
    /// Historical values at the end of each day.
    #[xml(attribute = "historicalDay", default)]
    pub historical_day: bool,
    /// Historical values at the end of each week.
    #[xml(attribute = "historicalWeek", default)]
    pub historical_week: bool,
    /// Historical values at the end of each month.
    #[xml(attribute = "historicalMonth", default)]
    pub historical_month: bool,
    /// Historical values at the end of each quarter.
    #[xml(attribute = "historicalQuarter", default)]
    pub historical_quarter: bool,
    /// Historical values at the end of each year.
    #[xml(attribute = "historicalYear", default)]
    pub historical_year: bool,
    /// Historical values of other periods.
    #[xml(attribute = "historicalOther", default)]
    pub historical_other: bool,
    /// All of these kinds.
    #[xml(attribute, default)]
    pub all: bool,
    /// All historical values.
    #[xml(attribute, default)]
    pub historical: bool,
    /// The service's tokens, one for each provisioning server, separated by spaces. `None` if there is no service.
    #[xml(attribute = "serviceToken")]
    pub service_token: Option<Secret<String>>,
    /// The device's tokens, separated by spaces. `None` if there are none.
    #[xml(attribute = "deviceToken")]
    pub device_token: Option<Secret<String>>,
    /// The user's tokens, separated by spaces. `None` if there is no user.
    #[xml(attribute = "userToken")]
    pub user_token: Option<Secret<String>>,
    /// The nodes to read. Empty means the device itself.
    #[xml(child, strict)]
    pub nodes: Vec<Node>,
    /// The names of the fields to read. Empty means all.
    #[xml(child, strict)]
    pub fields: Vec<FieldName>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The answer to a [`CanRead`]: what may be read, possibly less than requested. An invalid name makes the whole answer
/// invalid, because an empty list means all.
///
/// [XEP-0324 §3.3](https://xmpp.org/extensions/xep-0324.html#devicereadouts)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "canReadResponse", derive(Debug, PartialEq, Eq))]
#[xml(new = "The answer about this entity.", parameters = [jid, result], with)]
#[non_exhaustive]
pub struct CanReadResponse {
    /// The JID of the reading entity.
    #[xml(attribute)]
    pub jid: Jid,
    /// Whether anything may be read.
    #[xml(attribute)]
    pub result: bool,
    /// Momentary values.
    #[xml(attribute, default)]
    pub momentary: bool,
    /// Peak values, such as a minimum or maximum.
    #[xml(attribute, default)]
    pub peak: bool,
    /// Status values.
    #[xml(attribute, default)]
    pub status: bool,
    /// Computed values.
    #[xml(attribute, default)]
    pub computed: bool,
    /// Identity values, which identify the thing.
    #[xml(attribute, default)]
    pub identity: bool,
    /// Historical values at the end of each second.
    #[xml(attribute = "historicalSecond", default)]
    pub historical_second: bool,
    /// Historical values at the end of each minute.
    #[xml(attribute = "historicalMinute", default)]
    pub historical_minute: bool,
    /// Historical values at the end of each hour.
    #[xml(attribute = "historicalHour", default)]
    pub historical_hour: bool,
    /// Historical values at the end of each day.
    #[xml(attribute = "historicalDay", default)]
    pub historical_day: bool,
    /// Historical values at the end of each week.
    #[xml(attribute = "historicalWeek", default)]
    pub historical_week: bool,
    /// Historical values at the end of each month.
    #[xml(attribute = "historicalMonth", default)]
    pub historical_month: bool,
    /// Historical values at the end of each quarter.
    #[xml(attribute = "historicalQuarter", default)]
    pub historical_quarter: bool,
    /// Historical values at the end of each year.
    #[xml(attribute = "historicalYear", default)]
    pub historical_year: bool,
    /// Historical values of other periods.
    #[xml(attribute = "historicalOther", default)]
    pub historical_other: bool,
    /// All of these kinds.
    #[xml(attribute, default)]
    pub all: bool,
    /// All historical values.
    #[xml(attribute, default)]
    pub historical: bool,
    /// The nodes that may be read. Empty means all: see [`allows_node`](Self::allows_node).
    #[xml(child, strict)]
    pub nodes: Vec<Node>,
    /// The names of the fields that may be read. Empty means all: see [`allows_field`](Self::allows_field).
    #[xml(child, strict)]
    pub fields: Vec<FieldName>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl CanReadResponse {
    /// Whether fields of this name may be read.
    #[must_use]
    pub fn allows_field(&self, name: &str) -> bool {
        let is_all = self.fields.is_empty() && self.extra.children().next().is_none();
        self.result && (is_all || self.fields.iter().any(|field| field.name == name))
    }

    /// Whether this node may be read: all are, or one with the same identifier, data source and cache type. Another data source
    /// may have a node with the same identifier.
    #[must_use]
    pub fn allows_node(&self, node: &Node) -> bool {
        let is_all = self.nodes.is_empty() && self.extra.children().next().is_none();
        self.result && (is_all || self.nodes.iter().any(|allowed| allowed.is_same(node)))
    }
}

/// Asks whether an entity may set parameters, in an iq of type `get`. The answer is a [`CanControlResponse`].
///
/// [XEP-0324 §3.4](https://xmpp.org/extensions/xep-0324.html#devicecontrol)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "canControl", derive(Debug, PartialEq, Eq))]
#[xml(new = "A question about this entity.", parameters = [jid], with)]
#[non_exhaustive]
pub struct CanControl {
    /// The JID of the controlling entity.
    #[xml(attribute)]
    pub jid: Jid,
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
    /// The parameters.
    #[xml(child, strict)]
    pub parameters: Vec<ParameterName>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The answer to a [`CanControl`]: what may be set, possibly less than requested. An invalid name makes the whole answer
/// invalid, because an empty list means all.
///
/// [XEP-0324 §3.4](https://xmpp.org/extensions/xep-0324.html#devicecontrol)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "canControlResponse", derive(Debug, PartialEq, Eq))]
#[xml(new = "The answer about this entity.", parameters = [jid, result], with)]
#[non_exhaustive]
pub struct CanControlResponse {
    /// The JID of the controlling entity.
    #[xml(attribute)]
    pub jid: Jid,
    /// Whether anything may be set.
    #[xml(attribute)]
    pub result: bool,
    /// The nodes that may be controlled. Empty means all.
    #[xml(child, strict)]
    pub nodes: Vec<Node>,
    /// The parameters that may be set. Empty means all: see [`allows_parameter`](Self::allows_parameter).
    #[xml(child, strict)]
    pub parameters: Vec<ParameterName>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl CanControlResponse {
    /// Whether the parameter with this name may be set.
    #[must_use]
    pub fn allows_parameter(&self, name: &str) -> bool {
        let is_all = self.parameters.is_empty() && self.extra.children().next().is_none();
        self.result && (is_all || self.parameters.iter().any(|one| one.name == name))
    }

    /// Whether this node may be controlled: all are, or one with the same identifier, data source and cache type. Another data source
    /// may have a node with the same identifier.
    #[must_use]
    pub fn allows_node(&self, node: &Node) -> bool {
        let is_all = self.nodes.is_empty() && self.extra.children().next().is_none();
        self.result && (is_all || self.nodes.iter().any(|allowed| allowed.is_same(node)))
    }
}

/// A node of a device.
///
/// [XEP-0324 §3.3](https://xmpp.org/extensions/xep-0324.html#devicereadouts)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning"))]
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

impl Node {
    /// Whether both are the same node.
    fn is_same(&self, other: &Self) -> bool {
        self.node_id == other.node_id
            && self.source_id == other.source_id
            && self.cache_type == other.cache_type
    }
}

/// The name of a field.
///
/// [XEP-0324 §3.3](https://xmpp.org/extensions/xep-0324.html#devicereadouts)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning", "field"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "field", derive(Debug, PartialEq, Eq))]
#[xml(new = "The name of this field.")]
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

/// Asks a device to discard all cached decisions, in an iq of type `set` from the provisioning server. The result is a
/// [`ClearCacheResponse`]. Read it with [`of`](Self::of), which checks the sender.
///
/// [XEP-0324 §3.5](https://xmpp.org/extensions/xep-0324.html#cache)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "clearCache", derive(Debug, PartialEq, Eq))]
#[xml(new = "The request.")]
#[non_exhaustive]
pub struct ClearCache {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl ClearCache {
    /// The element in an iq from the provisioning server that the device trusts. `None` if the iq is something else, or from
    /// another sender.
    ///
    /// # Errors
    /// The element is invalid.
    pub fn of(iq: &Iq, server: &Jid) -> Result<Option<Self>, Error> {
        let is_server = |from: &Jid| from.is_valid() && from.bare_eq(server);
        match iq.from.as_ref().is_some_and(is_server) {
            true => iq.as_set(),
            false => Ok(None),
        }
    }
}

/// The answer to a [`ClearCache`]: the cache was cleared.
///
/// [XEP-0324 §3.5](https://xmpp.org/extensions/xep-0324.html#cache)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "clearCacheResponse", derive(Debug, PartialEq, Eq))]
#[xml(new = "The answer.")]
#[non_exhaustive]
pub struct ClearCacheResponse {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Asks whether a user may access a service, in an iq of type `get` from the service. The answer is a [`CanAccessResponse`].
///
/// [XEP-0324 §3.6.2](https://xmpp.org/extensions/xep-0324.html#usertoken)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "canAccess", derive(Debug, PartialEq, Eq))]
#[xml(new = "A question from the service with this token.", parameters = [service_token], with)]
#[non_exhaustive]
pub struct CanAccess {
    /// The token of the service.
    #[xml(attribute = "serviceToken")]
    pub service_token: Secret<String>,
    /// The credentials of the user.
    #[xml(child, strict)]
    pub credentials: Vec<Credential>,
    /// The same, in the form used in the XEP's examples.
    #[xml(child, strict)]
    pub typed_credentials: Vec<TypedCredential>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A credential of a user. The name of the element is its kind.
///
/// [XEP-0324 §3.6.2](https://xmpp.org/extensions/xep-0324.html#usertoken)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning", "jid", "ip4", "ip6", "hostName"))]
#[doc(alias("x509Certificate", "x509CertificateThumbprint", "userName"))]
#[doc(alias("longitude", "latitude", "altitude", "sso", "protocol"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, derive(Debug, PartialEq, Eq))]
#[xml(new = "A credential of this kind.", parameters = [kind, value])]
#[non_exhaustive]
pub struct Credential {
    /// The kind of credential.
    #[xml(name)]
    pub kind: CredentialKind,
    /// The value. `None` for certificates.
    #[xml(attribute)]
    pub value: Option<String>,
    /// The certificate, or its digest, in base64. `None` for other kinds.
    #[xml(attribute = "base64")]
    pub base64: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The kind of a credential.
///
/// [XEP-0324 §3.6.2](https://xmpp.org/extensions/xep-0324.html#usertoken)
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum CredentialKind {
    /// `jid`: the JID
    #[xml(token = "jid")]
    Jid,
    /// `ip4`: the IPv4 address
    #[xml(token = "ip4")]
    Ip4,
    /// `ip6`: the IPv6 address
    #[xml(token = "ip6")]
    Ip6,
    /// `hostName`: the host name
    #[xml(token = "hostName")]
    HostName,
    /// `x509Certificate`: the certificate
    #[xml(token = "x509Certificate")]
    X509Certificate,
    /// `x509CertificateThumbprint`: the fingerprint of the certificate
    #[xml(token = "x509CertificateThumbprint")]
    X509CertificateThumbprint,
    /// `userName`: the user name
    #[xml(token = "userName")]
    UserName,
    /// `longitude`: the longitude of the user's position
    #[xml(token = "longitude")]
    Longitude,
    /// `latitude`: the latitude of the user's position
    #[xml(token = "latitude")]
    Latitude,
    /// `altitude`: the altitude of the user's position
    #[xml(token = "altitude")]
    Altitude,
    /// `sso`: single sign-on data
    #[xml(token = "sso")]
    Sso,
    /// `protocol`: the protocol used
    #[xml(token = "protocol")]
    Protocol,
}

/// A credential of a user, in the form used in the XEP's examples.
///
/// [XEP-0324 §3.6.2](https://xmpp.org/extensions/xep-0324.html#usertoken)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning", "credentials"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "credentials", derive(Debug, PartialEq, Eq))]
#[xml(new = "A credential of this kind.")]
#[non_exhaustive]
pub struct TypedCredential {
    /// The kind of credential, such as `IpAddress`.
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
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "canAccessResponse", derive(Debug, PartialEq, Eq))]
#[xml(new = "An answer: whether the user may have access.", parameters = [result], with)]
#[non_exhaustive]
pub struct CanAccessResponse {
    /// Whether the user may have access.
    #[xml(attribute)]
    pub result: bool,
    /// The token of the user. `None` if access is denied.
    #[xml(attribute = "userToken")]
    pub user_token: Option<Secret<String>>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Announces that a user has logged in, in a message from a service.
///
/// [XEP-0324 §3.6.2](https://xmpp.org/extensions/xep-0324.html#usertoken)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "userLoggedIn", derive(Debug, PartialEq, Eq))]
#[xml(new = "A user has logged in to a service.")]
#[non_exhaustive]
pub struct UserLoggedIn {
    /// The token of the service.
    #[xml(attribute = "serviceToken")]
    pub service_token: Secret<String>,
    /// The token of the user.
    #[xml(attribute = "userToken")]
    pub user_token: Secret<String>,
    /// The name of the user.
    #[xml(attribute = "userName")]
    pub user_name: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Asks whether a user has a privilege, in an iq of type `get` from a service. The answer is a [`HasPrivilegeResponse`].
///
/// [XEP-0324 §3.7.1](https://xmpp.org/extensions/xep-0324.html#userpriviliegesservices)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "hasPrivilege", derive(Debug, PartialEq, Eq))]
#[xml(new = "A question from the service with this token, about the user with this token.")]
#[non_exhaustive]
pub struct HasPrivilege {
    /// The token of the service.
    #[xml(attribute = "serviceToken")]
    pub service_token: Secret<String>,
    /// The token of the user.
    #[xml(attribute = "userToken")]
    pub user_token: Secret<String>,
    /// The privilege: words separated by dots.
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
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "hasPrivilegeResponse", derive(Debug, PartialEq, Eq))]
#[xml(new = "An answer: whether the user has the privilege.")]
#[non_exhaustive]
pub struct HasPrivilegeResponse {
    /// Whether the user has the privilege.
    #[xml(attribute)]
    pub result: bool,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Requests all privileges of a user, in an iq of type `get` from a service. The answer is a [`DownloadPrivilegesResponse`].
///
/// [XEP-0324 §3.7.2](https://xmpp.org/extensions/xep-0324.html#downloadall)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "downloadPrivileges", derive(Debug, PartialEq, Eq))]
#[xml(new = "A question from the service with this token, about the user with this token.")]
#[non_exhaustive]
pub struct DownloadPrivileges {
    /// The token of the service.
    #[xml(attribute = "serviceToken")]
    pub service_token: Secret<String>,
    /// The token of the user.
    #[xml(attribute = "userToken")]
    pub user_token: Secret<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The answer to a [`DownloadPrivileges`]: rules, the last matching of which decides.
///
/// [XEP-0324 §3.7.2](https://xmpp.org/extensions/xep-0324.html#downloadall)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "downloadPrivilegesResponse", derive(Debug, PartialEq, Eq))]
#[xml(new = "A list of these rules.", parameters = [rules])]
#[non_exhaustive]
pub struct DownloadPrivilegesResponse {
    /// The rules, in their order.
    #[xml(child, strict)]
    pub rules: Vec<Rule>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A rule that grants or denies a privilege and all below it, by the name of the element.
///
/// [XEP-0324 §3.7.2](https://xmpp.org/extensions/xep-0324.html#downloadall)
#[doc(alias("XEP-0324", "XEP0324", "0324"))]
#[doc(alias("urn:xmpp:iot:provisioning", "include", "exclude"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, derive(Debug, PartialEq, Eq))]
#[xml(new = "The rule for this privilege.")]
#[non_exhaustive]
pub struct Rule {
    /// Whether the rule grants or denies.
    #[xml(name)]
    pub kind: RuleKind,
    /// The privilege, or the common prefix of several: words separated by dots.
    #[xml(attribute)]
    pub id: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Whether a rule grants or denies a privilege.
///
/// [XEP-0324 §3.7.2](https://xmpp.org/extensions/xep-0324.html#downloadall)
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum RuleKind {
    /// `include`: granted
    #[xml(token = "include")]
    Include,
    /// `exclude`: denied
    #[xml(token = "exclude")]
    Exclude,
}
