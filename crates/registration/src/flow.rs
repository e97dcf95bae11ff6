//! Flows: a host registers somebody, or lets them recover an account, by a series of challenges.
//!
//! The client chooses one of the [flows](Flow) that are offered, and answers each [`Challenge`] by a [`Response`], until there is
//! [`Success`] or one side has had enough ([`Cancel`]). Before authentication these elements are at the top level of the
//! stream; afterwards, and with a host that is not one's server, they are in iqs.
//!
//! [XEP-0389, Extensible In-Band Registration](https://xmpp.org/extensions/xep-0389.html)
//!
//! ```
//! use xmpp_registration::flow::{Challenge, ChallengeKind, Register, Response};
//!
//! let offer: Register = xmpp_xml::from_str(
//!     "<register xmlns='urn:xmpp:register:0'>\
//!        <flow id='0'><name>Call me</name><challenge type='urn:example:call'/></flow>\
//!        <flow id='1'><name xml:lang='en'>A form</name><challenge type='jabber:x:data'/></flow>\
//!      </register>",
//! )?;
//! // The client can do forms alone.
//! let flow = offer.flows.iter().find(|flow| flow.needs_only(&[ChallengeKind::Form])).expect("a flow");
//! assert_eq!(
//!     xmpp_xml::to_string(&Register::choose(&flow.id))?,
//!     "<register xmlns='urn:xmpp:register:0'><flow id='1'/></register>"
//! );
//! # Ok::<(), xmpp_xml::Error>(())
//! ```

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_xml::{Element, Error, Extra, LanguageTag, OtherToken, RawElement, Xml, payloads};

/// The namespace, which is also the feature of who supports this.
pub const NS: &str = "urn:xmpp:register:0";

/// Registration. Among the features of a stream, and in an iq of type `result`: the flows that there are. In an iq of type
/// `get`, and then empty, asks for them. At the top level of a stream, and in an iq of type `set`: the flow that the client
/// has chosen.
///
/// [XEP-0389 §6](https://xmpp.org/extensions/xep-0389.html#flows)
#[doc(alias("XEP-0389", "XEP0389", "0389"))]
#[doc(alias("urn:xmpp:register:0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "register", with)]
#[xml(new = "Asks for the flows; as an answer, there are none.")]
#[non_exhaustive]
pub struct Register {
    /// The flows, or the one that was chosen. None in a request, and in the answer of who registers nobody.
    #[xml(child, strict)]
    pub flows: Vec<Flow>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Recovery of an account whose password is lost: as [`Register`].
///
/// [XEP-0389 §6](https://xmpp.org/extensions/xep-0389.html#flows)
#[doc(alias("XEP-0389", "XEP0389", "0389"))]
#[doc(alias("urn:xmpp:register:0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "recovery", with)]
#[xml(new = "Asks for the flows; as an answer, there are none.")]
#[non_exhaustive]
pub struct Recovery {
    /// The flows, or the one that was chosen. None in a request, and in the answer of who has none.
    #[xml(child, strict)]
    pub flows: Vec<Flow>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A way to register or to recover an account.
///
/// [XEP-0389 §6.1](https://xmpp.org/extensions/xep-0389.html#flows)
#[doc(alias("XEP-0389", "XEP0389", "0389"))]
#[doc(alias("urn:xmpp:register:0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "flow", with)]
#[xml(new = "The flow of this identifier: what the client chooses.")]
#[non_exhaustive]
pub struct Flow {
    /// What it is chosen by. It means nothing once it has been chosen.
    #[xml(attribute)]
    pub id: String,
    /// What a person knows it by, once in each language. None where it is chosen.
    #[xml(child)]
    pub names: Vec<FlowName>,
    /// The kinds of challenge that may come, each once and in no order. There may come fewer or more. None where it is
    /// chosen.
    #[xml(child, strict)]
    pub challenges: Vec<Challenge>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What a person knows a [`Flow`] by, in one language.
///
/// [XEP-0389 §6.1](https://xmpp.org/extensions/xep-0389.html#flows)
#[doc(alias("XEP-0389", "XEP0389", "0389"))]
#[doc(alias("urn:xmpp:register:0", "name"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "name", new = "In the language of the stream.", with)]
#[non_exhaustive]
pub struct FlowName {
    /// The language. `None` when it is that of what is around.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The name.
    #[xml(text)]
    pub name: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In a [`Flow`], a kind of challenge that may come. At the top level of a stream, and in an iq of type `result`: one that has
/// come, to be answered by a [`Response`].
///
/// [XEP-0389 §6.4](https://xmpp.org/extensions/xep-0389.html#challenge)
#[doc(alias("XEP-0389", "XEP0389", "0389"))]
#[doc(alias("urn:xmpp:register:0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "challenge", new = "Of this kind.", with)]
#[non_exhaustive]
pub struct Challenge {
    /// The kind, which says what is in it.
    #[xml(attribute = "type")]
    pub kind: ChallengeKind,
    /// What is to be done: a form, a web page, a step of SASL. None in a [`Flow`].
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A kind of challenge. Most are namespaces.
///
/// [XEP-0389 §7](https://xmpp.org/extensions/xep-0389.html#challenge),
/// [§11.3](https://xmpp.org/extensions/xep-0389.html#registrar-ibrchallenges)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum ChallengeKind {
    /// `jabber:x:data`: a form to fill in; the response has it.
    #[xml(token = "jabber:x:data")]
    Form,
    /// `jabber:x:oob`: a page to visit; the response is empty.
    #[xml(token = "jabber:x:oob")]
    OutOfBand,
    /// `urn:ietf:params:xml:ns:xmpp-sasl`: steps of SASL.
    #[xml(token = "urn:ietf:params:xml:ns:xmpp-sasl")]
    Sasl,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// The answer to a [`Challenge`], of the kind that the challenge was.
///
/// [XEP-0389 §6.4](https://xmpp.org/extensions/xep-0389.html#challenge)
#[doc(alias("XEP-0389", "XEP0389", "0389"))]
#[doc(alias("urn:xmpp:register:0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "response", new = "Done, with nothing to say.", with)]
#[non_exhaustive]
pub struct Response {
    /// What is answered. None where there is nothing to say.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The flow ends without having led to anything. Either side may send it.
///
/// [XEP-0389 §6.5](https://xmpp.org/extensions/xep-0389.html#completion)
#[doc(alias("XEP-0389", "XEP0389", "0389"))]
#[doc(alias("urn:xmpp:register:0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "cancel", new = "The flow ends.")]
#[non_exhaustive]
pub struct Cancel {
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The account is registered or recovered.
///
/// [XEP-0389 §6.5](https://xmpp.org/extensions/xep-0389.html#completion)
#[doc(alias("XEP-0389", "XEP0389", "0389"))]
#[doc(alias("urn:xmpp:register:0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "success", new = "This account, by this name for SASL.")]
#[non_exhaustive]
pub struct Success {
    /// The account: a bare JID.
    #[xml(child_text = "jid")]
    pub jid: Jid,
    /// Its name for SASL, often the localpart of [`jid`](Self::jid).
    #[xml(child_text = "username")]
    pub username: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In a stream error of `undefined-condition`: the client has chosen a flow that was not offered.
///
/// [XEP-0389 §6.3](https://xmpp.org/extensions/xep-0389.html#selecting)
#[doc(alias("XEP-0389", "XEP0389", "0389"))]
#[doc(alias("urn:xmpp:register:0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "invalid-flow", new = "There is no such flow.")]
#[non_exhaustive]
pub struct InvalidFlow {
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Register {
    /// Chooses the flow of this identifier.
    #[must_use]
    pub fn choose(id: &str) -> Self {
        Self {
            flows: vec![Flow::new(id)],
            ..Self::default()
        }
    }

    /// The flow that the client has chosen. `None` when it has not chosen one, and no other.
    #[must_use]
    pub fn chosen(&self) -> Option<&Flow> {
        one(&self.flows)
    }
}

impl Recovery {
    /// Chooses the flow of this identifier.
    #[must_use]
    pub fn choose(id: &str) -> Self {
        Self {
            flows: vec![Flow::new(id)],
            ..Self::default()
        }
    }

    /// The flow that the client has chosen. `None` when it has not chosen one, and no other.
    #[must_use]
    pub fn chosen(&self) -> Option<&Flow> {
        one(&self.flows)
    }
}

fn one(flows: &[Flow]) -> Option<&Flow> {
    match flows {
        [flow] => Some(flow),
        _ => None,
    }
}

impl Flow {
    /// Whether each challenge that is announced is of one of these kinds, and nothing else is announced that this type does
    /// not know.
    #[must_use]
    pub fn needs_only(&self, kinds: &[ChallengeKind]) -> bool {
        let are_known = self.challenges.iter().all(|c| kinds.contains(&c.kind));
        are_known && self.extra.children().next().is_none()
    }
}

impl Challenge {
    /// The first of the [`payloads`](Self::payloads) that is a `T`. `None` when there is none.
    ///
    /// # Errors
    /// It is there but is not valid.
    pub fn payload<T: Element>(&self) -> Result<Option<T>, Error> {
        payloads::first(self.payloads.iter(), "/challenge")
    }
}

impl Response {
    /// The first of the [`payloads`](Self::payloads) that is a `T`. `None` when there is none.
    ///
    /// # Errors
    /// It is there but is not valid.
    pub fn payload<T: Element>(&self) -> Result<Option<T>, Error> {
        payloads::first(self.payloads.iter(), "/response")
    }
}
