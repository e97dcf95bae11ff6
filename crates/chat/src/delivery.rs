//! Rules for how servers deliver a message: what to do if it would be stored, expire or reach another resource.
//!
//! ```
//! use xmpp_chat::delivery::{Action, Amp, Delivery, Rule};
//!
//! let amp = Amp::new([Rule::deliver(Action::Drop, Delivery::Stored)]);
//! assert_eq!(
//!     xmpp_xml::to_string(&amp)?,
//!     "<amp xmlns='http://jabber.org/protocol/amp'>\
//!      <rule action='drop' condition='deliver' value='stored'/></amp>"
//! );
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
//!
//! [XEP-0079, Advanced Message Processing](https://xmpp.org/extensions/xep-0079.html)

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_xml::{DateTime, Extra, OtherToken, Value as _, Xml};

/// The namespace, the feature of servers that support this, and the node at which they list the actions and conditions
/// that they know.
pub const NS: &str = "http://jabber.org/protocol/amp";

/// The namespace of [`FailedRules`].
pub const NS_ERRORS: &str = "http://jabber.org/protocol/amp#errors";

/// The namespace of the stream feature.
pub const NS_FEATURE: &str = "http://jabber.org/features/amp";

/// The rules of a message, of which the first whose condition is met applies; or a server's report of that. The message
/// must have an `id`.
///
/// [XEP-0079 §4.1](https://xmpp.org/extensions/xep-0079.html#formal-root)
#[doc(alias("XEP-0079", "XEP0079", "0079"))]
#[doc(alias("http://jabber.org/protocol/amp"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "amp", derive(Debug, PartialEq, Eq))]
#[xml(new = "A list of these rules.", parameters = [rules], with)]
#[non_exhaustive]
pub struct Amp {
    /// The rules in their order.
    #[xml(child, strict)]
    pub rules: Vec<Rule>,
    /// The action taken, in a server's report. `None` in the rules of a message.
    #[xml(attribute)]
    pub status: Option<Action>,
    /// The full JID of the original sender. `None` in what a client sends.
    #[xml(attribute)]
    pub from: Option<Jid>,
    /// The full JID of the intended recipient. `None` in what a client sends.
    #[xml(attribute)]
    pub to: Option<Jid>,
    /// Whether every server on the route applies the rules, rather than only the sender's and the recipient's.
    #[xml(attribute = "per-hop", default, strict)]
    pub per_hop: bool,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A rule: an action to take when a condition is met.
///
/// [XEP-0079 §4.2](https://xmpp.org/extensions/xep-0079.html#formal-rule)
#[doc(alias("XEP-0079", "XEP0079", "0079"))]
#[doc(alias("http://jabber.org/protocol/amp"))]
#[doc(alias("http://jabber.org/protocol/amp#errors"))]
#[derive(Clone, Xml)]
#[xml(namespace = [NS, NS_ERRORS], name = "rule", derive(Debug, PartialEq, Eq))]
#[xml(
    new = "Takes this action when this condition is met. The meaning of the value depends on the condition."
)]
#[non_exhaustive]
pub struct Rule {
    /// The action.
    #[xml(attribute)]
    pub action: Action,
    /// The condition.
    #[xml(attribute)]
    pub condition: Condition,
    /// The value that meets the condition: see [`Condition`].
    #[xml(attribute)]
    pub value: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The action of a rule.
///
/// [XEP-0079 §3.4](https://xmpp.org/extensions/xep-0079.html#actions-def)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Action {
    /// `alert`: drop the message and notify the sender.
    Alert,
    /// `drop`: drop the message silently.
    Drop,
    /// `error`: drop the message and return an error to the sender.
    Error,
    /// `notify`: deliver the message and notify the sender.
    Notify,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// The condition of a rule.
///
/// [XEP-0079 §3.3](https://xmpp.org/extensions/xep-0079.html#conditions-def)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Condition {
    /// `deliver`: how the message would be delivered, as a [`Delivery`].
    Deliver,
    /// `expire-at`: the message would be delivered at or after this time, a [`DateTime`] in UTC.
    ExpireAt,
    /// `match-resource`: to which resource the message would be delivered, as a [`Resource`].
    MatchResource,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// How a message would be delivered.
///
/// [XEP-0079 §3.3.1](https://xmpp.org/extensions/xep-0079.html#conditions-def-deliver)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Delivery {
    /// `direct`: immediately, to the recipient or the next hop.
    Direct,
    /// `forward`: forwarded to another JID.
    Forward,
    /// `gateway`: through a gateway to another network.
    Gateway,
    /// `none`: not at all.
    None,
    /// `stored`: later, from offline storage.
    Stored,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// To which resource a message would be delivered.
///
/// [XEP-0079 §3.3.3](https://xmpp.org/extensions/xep-0079.html#conditions-def-match)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Resource {
    /// `any`: to any.
    Any,
    /// `exact`: to the one that it is addressed to.
    Exact,
    /// `other`: to any but that one.
    #[xml(token = "other")]
    AnyOther,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

impl Rule {
    /// On delivery in this way.
    #[must_use]
    pub fn deliver(action: Action, delivery: Delivery) -> Self {
        Self::new(action, Condition::Deliver, delivery.as_str())
    }

    /// On delivery at this time or later, which has to be in UTC.
    #[must_use]
    pub fn expire_at(action: Action, time: &DateTime) -> Self {
        Self::new(action, Condition::ExpireAt, time.to_string())
    }

    /// On delivery to this resource.
    #[must_use]
    pub fn match_resource(action: Action, resource: Resource) -> Self {
        Self::new(action, Condition::MatchResource, resource.as_str())
    }

    /// In which way the message would be delivered. `None` for another condition.
    #[must_use]
    pub fn delivery(&self) -> Option<Delivery> {
        (self.condition == Condition::Deliver).then(|| Delivery::from(&*self.value))
    }

    /// When the message would be delivered. `None` for another condition, and where the value is no time.
    #[must_use]
    pub fn expiry(&self) -> Option<DateTime> {
        let is_it = self.condition == Condition::ExpireAt;
        is_it.then(|| DateTime::parse(&self.value).ok()).flatten()
    }

    /// To which resource the message would be delivered. `None` for another condition.
    #[must_use]
    pub fn resource(&self) -> Option<Resource> {
        (self.condition == Condition::MatchResource).then(|| Resource::from(&*self.value))
    }
}

impl Action {
    /// The feature of a server that knows it, at the node [`NS`].
    ///
    /// [XEP-0079 §2.1.1](https://xmpp.org/extensions/xep-0079.html#process-s2s-disco)
    #[must_use]
    pub fn feature(&self) -> String {
        format!("{NS}?action={self}")
    }
}

impl Condition {
    /// The feature of a server that knows it, at the node [`NS`].
    ///
    /// [XEP-0079 §2.1.1](https://xmpp.org/extensions/xep-0079.html#process-s2s-disco)
    #[must_use]
    pub fn feature(&self) -> String {
        format!("{NS}?condition={self}")
    }
}

/// In a stanza error: these rules do not go with the server's policy.
///
/// [XEP-0079 §6.1](https://xmpp.org/extensions/xep-0079.html#errors-conditions)
#[doc(alias("XEP-0079", "XEP0079", "0079"))]
#[doc(alias("http://jabber.org/protocol/amp"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "invalid-rules", derive(Debug, PartialEq, Eq))]
#[xml(new = "A list of the invalid rules.", parameters = [rules])]
#[non_exhaustive]
pub struct InvalidRules {
    /// The rejected rules.
    #[xml(child)]
    pub rules: Vec<Rule>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In a stanza error: the server does not know the actions of these rules.
///
/// [XEP-0079 §6.1](https://xmpp.org/extensions/xep-0079.html#errors-conditions)
#[doc(alias("XEP-0079", "XEP0079", "0079"))]
#[doc(alias("http://jabber.org/protocol/amp"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "unsupported-actions", derive(Debug, PartialEq, Eq))]
#[xml(new = "A list of the rules with unknown actions.", parameters = [rules])]
#[non_exhaustive]
pub struct UnsupportedActions {
    /// The rejected rules.
    #[xml(child)]
    pub rules: Vec<Rule>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In a stanza error: the server does not know the conditions of these rules.
///
/// [XEP-0079 §6.1](https://xmpp.org/extensions/xep-0079.html#errors-conditions)
#[doc(alias("XEP-0079", "XEP0079", "0079"))]
#[doc(alias("http://jabber.org/protocol/amp"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "unsupported-conditions", derive(Debug, PartialEq, Eq))]
#[xml(new = "A list of the rules with unknown conditions.", parameters = [rules])]
#[non_exhaustive]
pub struct UnsupportedConditions {
    /// The rejected rules.
    #[xml(child)]
    pub rules: Vec<Rule>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In a stanza error: rules with the action `error` have applied.
///
/// [XEP-0079 §6.1](https://xmpp.org/extensions/xep-0079.html#errors-conditions)
#[doc(alias("XEP-0079", "XEP0079", "0079"))]
#[doc(alias("http://jabber.org/protocol/amp#errors"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS_ERRORS, name = "failed-rules", derive(Debug, PartialEq, Eq))]
#[xml(new = "A list of the rules that applied.", parameters = [rules])]
#[non_exhaustive]
pub struct FailedRules {
    /// The rules that were applied.
    #[xml(child)]
    pub rules: Vec<Rule>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Among the features of a stream: the server supports this.
///
/// [XEP-0079 §8](https://xmpp.org/extensions/xep-0079.html#streamfeature)
#[doc(alias("XEP-0079", "XEP0079", "0079"))]
#[doc(alias("http://jabber.org/features/amp", "amp"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS_FEATURE, name = "amp", derive(Debug, PartialEq, Eq))]
#[xml(new = "The server supports rules.")]
#[non_exhaustive]
pub struct Feature {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
