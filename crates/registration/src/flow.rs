//! Registration flows: a host guides registration, or the recovery of an account, through a series of challenges.
//!
//! The client chooses one of the offered [flows](Flow), and answers each [`Challenge`] with a [`Response`], until there is
//! [`Success`] or one side aborts ([`Cancel`]). Before authentication these elements are at the top level of the
//! stream; afterwards, and with a host other than the user's server, they are in iqs.
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

/// The namespace, which is also the feature of entities that support this.
pub const NS: &str = "urn:xmpp:register:0";

/// Registration. Among the features of a stream, and in an iq of type `result`: the offered flows. In an iq of type
/// `get`, and empty: a request for them. At the top level of a stream, and in an iq of type `set`: the flow that the client
/// has chosen.
///
/// [XEP-0389 §6](https://xmpp.org/extensions/xep-0389.html#flows)
#[doc(alias("XEP-0389", "XEP0389", "0389"))]
#[doc(alias("urn:xmpp:register:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "register", with, derive(Debug, PartialEq, Eq))]
#[xml(new = "A request for the flows, or an answer without any.")]
#[non_exhaustive]
pub struct Register {
    /// The flows, or the chosen one. Empty in a request, and in the answer of a host without registration.
    #[xml(child, strict)]
    pub flows: Vec<Flow>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Recovery of an account with a lost password; used like [`Register`].
///
/// [XEP-0389 §6](https://xmpp.org/extensions/xep-0389.html#flows)
#[doc(alias("XEP-0389", "XEP0389", "0389"))]
#[doc(alias("urn:xmpp:register:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "recovery", with, derive(Debug, PartialEq, Eq))]
#[xml(new = "A request for the flows, or an answer without any.")]
#[non_exhaustive]
pub struct Recovery {
    /// The flows, or the chosen one. Empty in a request, and in the answer of a host without recovery.
    #[xml(child, strict)]
    pub flows: Vec<Flow>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A way to register or recover an account.
///
/// [XEP-0389 §6.1](https://xmpp.org/extensions/xep-0389.html#flows)
#[doc(alias("XEP-0389", "XEP0389", "0389"))]
#[doc(alias("urn:xmpp:register:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "flow", with, derive(Debug, PartialEq, Eq))]
#[xml(new = "The flow with this identifier, for choosing it.")]
#[non_exhaustive]
pub struct Flow {
    /// The identifier for choosing it; without meaning from then on.
    #[xml(attribute)]
    pub id: String,
    /// The name for display, once for each language. Empty when choosing a flow.
    #[xml(child)]
    pub names: Vec<FlowName>,
    /// The kinds of challenges to expect, without repetition and in no particular order. The actual ones may differ. Empty when
    /// choosing a flow.
    #[xml(child, strict)]
    pub challenges: Vec<Challenge>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The name of a [`Flow`] for display, in one language.
///
/// [XEP-0389 §6.1](https://xmpp.org/extensions/xep-0389.html#flows)
#[doc(alias("XEP-0389", "XEP0389", "0389"))]
#[doc(alias("urn:xmpp:register:0", "name"))]
#[derive(Clone, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "name", new = "A name in the language of the stream.", with)]
#[non_exhaustive]
pub struct FlowName {
    /// The language. `None` means the one in scope.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The name.
    #[xml(text)]
    pub name: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In a [`Flow`], a kind of challenge to expect. At the top level of a stream, and in an iq of type `result`: an actual
/// challenge, to be answered with a [`Response`].
///
/// [XEP-0389 §6.4](https://xmpp.org/extensions/xep-0389.html#challenge)
#[doc(alias("XEP-0389", "XEP0389", "0389"))]
#[doc(alias("urn:xmpp:register:0"))]
#[derive(Clone, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "challenge", new = "A challenge of this kind.", with)]
#[non_exhaustive]
pub struct Challenge {
    /// The kind, which determines the payload.
    #[xml(attribute = "type")]
    pub kind: ChallengeKind,
    /// The payload: a form, a web page, a step of SASL. Empty in a [`Flow`].
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
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
    /// `jabber:x:data`: a form to fill in; the response contains the submission.
    #[xml(token = "jabber:x:data")]
    Form,
    /// `jabber:x:oob`: a page to visit; the response is empty.
    #[xml(token = "jabber:x:oob")]
    OutOfBand,
    /// `urn:ietf:params:xml:ns:xmpp-sasl`: SASL authentication.
    #[xml(token = "urn:ietf:params:xml:ns:xmpp-sasl")]
    Sasl,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// The answer to a [`Challenge`], of the same kind.
///
/// [XEP-0389 §6.4](https://xmpp.org/extensions/xep-0389.html#challenge)
#[doc(alias("XEP-0389", "XEP0389", "0389"))]
#[doc(alias("urn:xmpp:register:0"))]
#[derive(Clone, Default, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "response", new = "An empty response.", with)]
#[non_exhaustive]
pub struct Response {
    /// The payload. Empty if there is nothing to send.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The flow is aborted. Sent by either side.
///
/// [XEP-0389 §6.5](https://xmpp.org/extensions/xep-0389.html#completion)
#[doc(alias("XEP-0389", "XEP0389", "0389"))]
#[doc(alias("urn:xmpp:register:0"))]
#[derive(Clone, Default, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "cancel", new = "The flow is aborted.")]
#[non_exhaustive]
pub struct Cancel {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The account has been registered or recovered.
///
/// [XEP-0389 §6.5](https://xmpp.org/extensions/xep-0389.html#completion)
#[doc(alias("XEP-0389", "XEP0389", "0389"))]
#[doc(alias("urn:xmpp:register:0"))]
#[derive(Clone, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "success", new = "The account, with its user name for SASL.")]
#[non_exhaustive]
pub struct Success {
    /// The account, a bare JID.
    #[xml(child_text = "jid")]
    pub jid: Jid,
    /// The user name for SASL, often the localpart of [`jid`](Self::jid).
    #[xml(child_text = "username")]
    pub username: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an `undefined-condition` stream error: the client has chosen a flow that was not offered.
///
/// [XEP-0389 §6.3](https://xmpp.org/extensions/xep-0389.html#selecting)
#[doc(alias("XEP-0389", "XEP0389", "0389"))]
#[doc(alias("urn:xmpp:register:0"))]
#[derive(Clone, Default, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "invalid-flow", new = "The flow was not offered.")]
#[non_exhaustive]
pub struct InvalidFlow {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Register {
    /// Chooses the flow with this identifier.
    #[must_use]
    pub fn choose(id: &str) -> Self {
        Self {
            flows: vec![Flow::new(id)],
            ..Self::default()
        }
    }

    /// The chosen flow. `None` unless there is exactly one.
    #[must_use]
    pub fn chosen(&self) -> Option<&Flow> {
        one(&self.flows)
    }
}

impl Recovery {
    /// Chooses the flow with this identifier.
    #[must_use]
    pub fn choose(id: &str) -> Self {
        Self {
            flows: vec![Flow::new(id)],
            ..Self::default()
        }
    }

    /// The chosen flow. `None` unless there is exactly one.
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
    /// Whether all announced challenges are of these kinds, and nothing unknown is
    /// announced.
    #[must_use]
    pub fn needs_only(&self, kinds: &[ChallengeKind]) -> bool {
        let are_known = self.challenges.iter().all(|c| kinds.contains(&c.kind));
        are_known && self.extra.children().next().is_none()
    }
}

impl Challenge {
    /// The first of the [`payloads`](Self::payloads) that is a `T`, parsed. `None` if there is none.
    ///
    /// # Errors
    /// There is such a payload, but it is invalid.
    pub fn payload<T: Element>(&self) -> Result<Option<T>, Error> {
        payloads::first(self.payloads.iter(), "/challenge")
    }
}

impl Response {
    /// The first of the [`payloads`](Self::payloads) that is a `T`, parsed. `None` if there is none.
    ///
    /// # Errors
    /// There is such a payload, but it is invalid.
    pub fn payload<T: Element>(&self) -> Result<Option<T>, Error> {
        payloads::first(self.payloads.iter(), "/response")
    }
}
