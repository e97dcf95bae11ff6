//! An account's consent to remote management of its roster.
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

use xmpp_data_forms::FormType;
use xmpp_data_forms::form::Form;

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
    pub challenge: Option<String>,
    /// Whether the account consents. `None` means no.
    #[form(var = "answer", kind = "boolean", strict)]
    pub answer: Option<bool>,
    /// The form that this was read from, with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}

impl Consent {
    /// Whether this is the consent that the server requested with this challenge.
    #[must_use]
    pub fn allows(&self, challenge: &str) -> bool {
        self.challenge.as_deref() == Some(challenge) && self.answer == Some(true)
    }
}
