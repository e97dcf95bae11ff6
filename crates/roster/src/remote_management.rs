//! Remote management of rosters by services, such as gateways, to which the account consents.
//!
//! ```
//! use xmpp_data_forms::FormType as _;
//! use xmpp_data_forms::form::FormKind;
//! use xmpp_roster::remote_management::Consent;
//!
//! let mut consent = Consent::new(FormKind::Submit);
//! consent.challenge = Some("5439123".into());
//! consent.answer = Some(true);
//! assert!(consent.allows("5439123") && !consent.allows("5439124"));
//! ```
//!
//! [XEP-0321, Remote Roster Management](https://xmpp.org/extensions/xep-0321.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_core_stanzas::Iq;
use xmpp_data_forms::FormType;
use xmpp_data_forms::form::Form;
use xmpp_jid::Jid;
use xmpp_xml::{Error, Extra, OtherToken, Secret, Xml, constant_time_eq};

/// The namespace.
pub const NS: &str = "urn:xmpp:tmp:roster-management:0";

/// In an iq of type `set`: requests, grants or denies the permission to manage a roster. In one of type `get`, requests the
/// entities that have it; the result lists them.
///
/// Anybody can send one that grants: an entity reads it with [`granted`](Self::granted).
///
/// [XEP-0321 §4](https://xmpp.org/extensions/xep-0321.html#usecases)
#[doc(alias("XEP-0321", "XEP0321", "0321"))]
#[doc(alias("urn:xmpp:tmp:roster-management:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "query", derive(Debug, PartialEq, Eq))]
#[xml(new = "Requests the entities that manage the roster.", with)]
#[non_exhaustive]
pub struct Query {
    /// The action on the permission. `None` in a request for the list, and in the list.
    #[xml(attribute = "type")]
    pub kind: Option<Kind>,
    /// The human-readable reason for the request. `None` if not specified.
    #[xml(attribute)]
    pub reason: Option<String>,
    /// The entities that have the permission. Empty except in a list.
    #[xml(child)]
    pub items: Vec<Item>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Query {
    /// Requests the permission to manage a roster, for this reason.
    ///
    /// [XEP-0321 §4.1](https://xmpp.org/extensions/xep-0321.html#ask_permission)
    #[must_use]
    pub fn request(reason: impl Into<String>) -> Self {
        Self::new().with_kind(Kind::Request).with_reason(reason)
    }

    /// Whether an iq grants (`Some(true)`) or denies (`Some(false)`) the permission that was requested from an account.
    /// `None` means that the iq is something else, or from another sender.
    ///
    /// # Errors
    /// The element is invalid.
    ///
    /// [XEP-0321 §4.1.1](https://xmpp.org/extensions/xep-0321.html#pemission_granted)
    pub fn granted(iq: &Iq, account: &Jid) -> Result<Option<bool>, Error> {
        let is_account = |from: &Jid| from.is_valid() && from == account;
        if !iq.from.as_ref().is_some_and(is_account) {
            return Ok(None);
        }
        let query: Option<Self> = iq.as_set()?;
        Ok(match query.and_then(|query| query.kind) {
            Some(Kind::Allowed) => Some(true),
            Some(Kind::Rejected) => Some(false),
            _ => None,
        })
    }
}

/// An action on the permission.
///
/// [XEP-0321 §5](https://xmpp.org/extensions/xep-0321.html#schema)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Kind {
    /// `request`: an entity requests it.
    Request,
    /// `allowed`: the account grants it.
    Allowed,
    /// `rejected`: the account denies it.
    Rejected,
    /// `reject`: the account withdraws it.
    Reject,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// An entity that manages the roster.
///
/// [XEP-0321 §5](https://xmpp.org/extensions/xep-0321.html#schema)
#[doc(alias("XEP-0321", "XEP0321", "0321"))]
#[doc(alias("urn:xmpp:tmp:roster-management:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "item", derive(Debug, PartialEq, Eq))]
#[xml(new = "The entity of this JID.", with)]
#[non_exhaustive]
pub struct Item {
    /// The JID.
    #[xml(attribute)]
    pub jid: Jid,
    /// The reason given by the entity. `None` if not specified.
    #[xml(attribute)]
    pub reason: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The form with which a server requests an account's consent, and the submission.
///
/// [XEP-0321 §4.1](https://xmpp.org/extensions/xep-0321.html#ask_permission)
#[doc(alias("XEP-0321", "XEP0321", "0321"))]
#[doc(alias("urn:xmpp:tmp:roster-management:0"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = "urn:xmpp:tmp:roster-management:0")]
#[non_exhaustive]
pub struct Consent {
    /// The challenge, known only to the server and the account. Ignore a submission with another one.
    #[form(var = "challenge", kind = "hidden", strict)]
    pub challenge: Option<Secret<String>>,
    /// Whether the account consents. `None` means no.
    #[form(var = "answer", kind = "boolean", strict)]
    pub answer: Option<bool>,
    /// The underlying form with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}

impl Consent {
    /// Whether this is the consent that the server requested with this challenge.
    ///
    /// The comparison is constant-time.
    #[must_use]
    pub fn allows(&self, challenge: &str) -> bool {
        let is_it = |given: &str| constant_time_eq(given.as_bytes(), challenge.as_bytes());
        self.challenge.as_deref().is_some_and(is_it) && self.answer == Some(true)
    }
}
