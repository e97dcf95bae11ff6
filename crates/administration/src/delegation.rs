//! Namespace delegation: a component answers the requests of a namespace on behalf of its server.
//!
//! The server forwards such requests to the component, and the component forwards its answers to the server. Each must
//! accept them only from the other: [`Delegation::request`] and [`Delegation::answer`] check this.
//!
//! [XEP-0355, Namespace Delegation](https://xmpp.org/extensions/xep-0355.html)

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use xmpp_core_stanzas::{Iq, IqKind, Message};
use xmpp_data_forms::FormType;
use xmpp_data_forms::form::Form;
use xmpp_jid::Jid;
use xmpp_vocabulary::forwarded::Forwarded;
use xmpp_xml::{Error, Extra, RawElement, Secret, Xml};

use crate::forwarding;

/// The namespace, which is also the feature of servers and components that support this. It cannot be delegated itself.
pub const NS: &str = "urn:xmpp:delegation:2";

/// The namespace before 2021, which is also the feature of those that support no later version.
pub const NS_1: &str = "urn:xmpp:delegation:1";

/// As a [delegated](Delegated::namespace) namespace: requests of `disco#info` to bare JIDs, for each node that the server does
/// not know.
///
/// [XEP-0355 §7.2.4](https://xmpp.org/extensions/xep-0355.html#remaining_disco)
pub const DISCO_INFO: &str = "urn:xmpp:delegation:2:bare:disco#info:*";

/// As a [delegated](Delegated::namespace) namespace: requests of `disco#items` to bare JIDs, without a node and for each node
/// that the server does not know.
///
/// [XEP-0355 §7.2.5](https://xmpp.org/extensions/xep-0355.html#bare_jid_disco_items)
pub const DISCO_ITEMS: &str = "urn:xmpp:delegation:2:bare:disco#items:*";

/// The node of the ad-hoc command with which a user views and revokes delegations.
///
/// [XEP-0355 §6](https://xmpp.org/extensions/xep-0355.html#configuration)
pub const CONFIGURE: &str = "urn:xmpp:delegation:2#configure";

/// The version of the protocol, determined by the namespace.
///
/// [XEP-0355 §12.1](https://xmpp.org/extensions/xep-0355.html#ns)
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Version {
    /// [`NS`]
    #[default]
    #[xml(token = "urn:xmpp:delegation:2")]
    Two,
    /// [`NS_1`]
    #[xml(token = "urn:xmpp:delegation:1")]
    One,
}

impl Version {
    /// The disco#info node of a component with the features that the server should advertise for a namespace.
    ///
    /// ```
    /// use xmpp_administration::delegation::Version;
    ///
    /// let node = Version::Two.server_node("http://jabber.org/protocol/pubsub");
    /// assert_eq!(node, "urn:xmpp:delegation:2::http://jabber.org/protocol/pubsub");
    /// ```
    ///
    /// [XEP-0355 §7.2](https://xmpp.org/extensions/xep-0355.html#disco_nesting)
    #[must_use]
    pub fn server_node(self, namespace: &str) -> String {
        format!("{self}::{namespace}")
    }

    /// The disco#info node of a component with the features that each account should advertise for a namespace.
    ///
    /// [XEP-0355 §7.2](https://xmpp.org/extensions/xep-0355.html#disco_nesting)
    #[must_use]
    pub fn account_node(self, namespace: &str) -> String {
        format!("{self}:bare:{namespace}")
    }
}

/// Carries what is delegated to a component, in a message from its server (read it with [`granted`](Self::granted)); a
/// forwarded request, in an iq of type `set` ([`request`](Self::request)); or the component's answer, in the result
/// ([`answer`](Self::answer)).
///
/// [XEP-0355 §4](https://xmpp.org/extensions/xep-0355.html#admin_usecases)
#[doc(alias("XEP-0355", "XEP0355", "0355"))]
#[doc(alias("urn:xmpp:delegation:2", "urn:xmpp:delegation:1"))]
#[derive(Clone, Default, Xml)]
#[xml(name = "delegation", with, derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Delegation {
    /// The version of the protocol, determined by the namespace.
    #[xml(namespace)]
    pub version: Version,
    /// The bare JID of the account that has agreed to the delegation. `None` means all accounts of the server, as decided by
    /// its administrator.
    #[xml(attribute, strict)]
    pub to: Option<Jid>,
    /// The forwarded request or answer. `None` in an announcement of what is delegated.
    #[xml(child, strict)]
    pub forwarded: Option<Forwarded>,
    /// The delegated namespaces. Empty with a request or an answer.
    #[xml(child, strict)]
    pub delegated: Vec<Delegated>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Delegation {
    /// An announcement that these namespaces are delegated.
    #[must_use]
    pub fn of(delegated: impl IntoIterator<Item = Delegated>) -> Self {
        Self {
            delegated: delegated.into_iter().collect(),
            ..Self::default()
        }
    }

    /// Forwards a request or its answer, as an iq of `jabber:client`.
    ///
    /// # Errors
    /// The iq cannot be written.
    pub fn forward(iq: &Iq) -> Result<Self, Error> {
        Ok(Self {
            forwarded: Some(Forwarded::new(RawElement::from_element(iq)?)),
            ..Self::default()
        })
    }

    /// What `server` has delegated to the component that received this message. `None` means that the message is something
    /// else, or from another sender.
    ///
    /// # Errors
    /// The element is invalid.
    ///
    /// [XEP-0355 §4.2](https://xmpp.org/extensions/xep-0355.html#admin_perm)
    pub fn granted(message: &Message, server: &Jid) -> Result<Option<Self>, Error> {
        match is_from(message.from.as_ref(), server) {
            true => message.payload(),
            false => Ok(None),
        }
    }

    /// The request that `server` has forwarded to the component that received this iq. Its `from` is the original sender;
    /// without a `to`, it is addressed to the server. `None` means that the iq is something else.
    ///
    /// # Errors
    /// The iq must be answered with an error: it is from another sender, is invalid, or does not forward exactly one iq of
    /// `jabber:client` and of type `get` or `set`.
    ///
    /// [XEP-0355 §4.3](https://xmpp.org/extensions/xep-0355.html#stanza_forward)
    pub fn request(iq: &Iq, server: &Jid) -> Result<Option<Iq>, DelegationError> {
        let delegation = iq.as_set::<Self>();
        if matches!(delegation, Ok(None)) {
            return Ok(None);
        }
        if !is_from(iq.from.as_ref(), server) {
            return Err(DelegationError::Untrusted);
        }
        let Some(delegation) = delegation? else {
            return Ok(None);
        };
        match forwarding::iq(delegation.forwarded.as_ref())? {
            Some(request) if request.is_request() => Ok(Some(request)),
            _ => Err(DelegationError::NotOneIq),
        }
    }

    /// The answer of a component to a request that its server forwarded, to be sent on by the server. `iq` must be the
    /// answer to the iq that carried the request: see [`Iq::is_answer_to`].
    ///
    /// # Errors
    /// The component has refused, or its answer is invalid or does not match: the `id` differs, the addresses are not those
    /// of the request swapped, or the type is not `result`. The server then answers the request with the error
    /// `service-unavailable`.
    ///
    /// [XEP-0355 §4.3](https://xmpp.org/extensions/xep-0355.html#stanza_forward)
    pub fn answer(iq: &Iq, request: &Iq) -> Result<Iq, DelegationError> {
        let Ok(Some(delegation)) = iq.answer::<Self>() else {
            return Err(DelegationError::NoAnswer);
        };
        let Some(answer) = forwarding::iq(delegation.forwarded.as_ref())? else {
            return Err(DelegationError::NotOneIq);
        };
        let is_valid = |jid: &Option<Jid>| jid.as_ref().is_none_or(Jid::is_valid);
        let is_answer = answer.kind == Some(IqKind::Result)
            && answer.id == request.id
            && answer.to == request.from
            && answer.from == request.to
            && is_valid(&answer.to)
            && is_valid(&answer.from);
        is_answer.then_some(answer).ok_or(DelegationError::NoAnswer)
    }
}

fn is_from(from: Option<&Jid>, server: &Jid) -> bool {
    from.is_some_and(|from| from.is_valid() && from == server)
}

/// A namespace that is delegated.
///
/// [XEP-0355 §4.2](https://xmpp.org/extensions/xep-0355.html#admin_perm)
#[doc(alias("XEP-0355", "XEP0355", "0355"))]
#[doc(alias("urn:xmpp:delegation:2", "urn:xmpp:delegation:1"))]
#[derive(Clone, Xml)]
#[xml(namespace = [NS, NS_1], name = "delegated", derive(Debug, PartialEq, Eq))]
#[xml(new = "Requests of this namespace.", with)]
#[non_exhaustive]
pub struct Delegated {
    /// The namespace of the requests' payloads.
    #[xml(attribute)]
    pub namespace: String,
    /// The attributes that the payload must have. If empty, all requests of the namespace are delegated.
    #[xml(child, strict)]
    pub attributes: Vec<Attribute>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// An attribute that the payload of a request must have.
///
/// [XEP-0355 §4.2](https://xmpp.org/extensions/xep-0355.html#admin_perm)
#[doc(alias("XEP-0355", "XEP0355", "0355"))]
#[doc(alias("urn:xmpp:delegation:2", "urn:xmpp:delegation:1"))]
#[derive(Clone, Xml)]
#[xml(namespace = [NS, NS_1], name = "attribute", derive(Debug, PartialEq, Eq))]
#[xml(new = "The attribute of this name.")]
#[non_exhaustive]
pub struct Attribute {
    /// The name of the attribute.
    #[xml(attribute)]
    pub name: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Asks to be delegated namespaces of an account, in an iq of type `get` to its server, which asks the account for
/// [consent](Consent).
///
/// [XEP-0355 §5.1](https://xmpp.org/extensions/xep-0355.html#client_delegation)
#[doc(alias("XEP-0355", "XEP0355", "0355"))]
#[doc(alias("urn:xmpp:delegation:2", "urn:xmpp:delegation:1"))]
#[derive(Clone, Xml)]
#[xml(name = "query", derive(Debug, PartialEq, Eq))]
#[xml(new = "Asks to answer for this account, in this version of the protocol.", parameters = [version, to, delegates])]
#[non_exhaustive]
pub struct Query {
    /// The version of the protocol, determined by the namespace.
    #[xml(namespace)]
    pub version: Version,
    /// The bare JID of the account.
    #[xml(attribute)]
    pub to: Jid,
    /// The requested namespaces.
    #[xml(child)]
    pub delegates: Vec<Delegate>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A namespace whose delegation is requested.
///
/// [XEP-0355 §5.1](https://xmpp.org/extensions/xep-0355.html#client_delegation)
#[doc(alias("XEP-0355", "XEP0355", "0355"))]
#[doc(alias("urn:xmpp:delegation:2", "urn:xmpp:delegation:1"))]
#[derive(Clone, Xml)]
#[xml(namespace = [NS, NS_1], name = "delegate", derive(Debug, PartialEq, Eq))]
#[xml(new = "Requests of this namespace.")]
#[non_exhaustive]
pub struct Delegate {
    /// The namespace of the requests' payloads.
    #[xml(attribute)]
    pub namespace: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The form with which a server asks an account for consent, and the answer. Besides the fields here, it has a field for
/// each namespace, named after it.
///
/// [XEP-0355 §5.1](https://xmpp.org/extensions/xep-0355.html#client_delegation)
#[doc(alias("XEP-0355", "XEP0355", "0355"))]
#[doc(alias("urn:xmpp:delegation:2"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = NS)]
#[non_exhaustive]
pub struct Consent {
    /// A secret shared by server and account. An answer with another value must be ignored.
    #[form(var = "challenge", kind = "hidden", strict)]
    pub challenge: Option<Secret<String>>,
    /// The underlying form with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}

impl Consent {
    /// Whether the account agrees to the delegation of this namespace: the field of that name occurs once, with the single
    /// value `1`. Anything else, or no such field, means no consent.
    #[must_use]
    pub fn allows(&self, namespace: &str) -> bool {
        let mut fields = self
            .form
            .fields
            .iter()
            .filter(|field| field.var.as_deref() == Some(namespace));
        match (fields.next(), fields.next()) {
            (Some(field), None) => matches!(&*field.values, [value] if value.trim_ascii() == "1"),
            _ => false,
        }
    }
}

/// Why a forwarded stanza must not be processed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DelegationError {
    /// The sender is not the component's server.
    Untrusted,
    /// It does not forward exactly one iq of `jabber:client`.
    NotOneIq,
    /// It is not the answer to the request.
    NoAnswer,
    /// The element is invalid.
    Invalid(Error),
}

impl From<Error> for DelegationError {
    fn from(error: Error) -> Self {
        Self::Invalid(error)
    }
}

impl fmt::Display for DelegationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Untrusted => {
                f.write_str("a request is forwarded by somebody else than the server")
            }
            Self::NotOneIq => f.write_str("what is forwarded is not one iq of `jabber:client`"),
            Self::NoAnswer => f.write_str("the request was not answered"),
            Self::Invalid(error) => write!(f, "what is forwarded cannot be read: {error}"),
        }
    }
}

impl core::error::Error for DelegationError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::Invalid(error) => Some(error),
            Self::Untrusted | Self::NotOneIq | Self::NoAnswer => None,
        }
    }
}
