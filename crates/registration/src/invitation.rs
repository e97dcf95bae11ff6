//! Invitations: links by which others become contacts of a user, or register an account.
//!
//! A server makes them in commands ([XEP-0050](https://xmpp.org/extensions/xep-0050.html)).
//!
//! [XEP-0401, Ad-hoc Account Invitation Generation](https://xmpp.org/extensions/xep-0401.html)

use alloc::string::String;

use xmpp_data_forms::FormType;
use xmpp_data_forms::form::Form;
use xmpp_xml::DateTime;

/// The type of the form of an [`Invitation`].
pub const NS: &str = "urn:xmpp:invite#invitation";

/// The command that invites a contact.
pub const INVITE: &str = "urn:xmpp:invite#invite";

/// The command that invites somebody to register an account. Its form has the fields [`USERNAME`] and
/// [`ROSTER_SUBSCRIPTION`], and no `FORM_TYPE`.
pub const CREATE_ACCOUNT: &str = "urn:xmpp:invite#create-account";

/// The field with the name of the account to be: `text-single`, a localpart. Without a value, whoever registers chooses.
///
/// [XEP-0401 §5.4](https://xmpp.org/extensions/xep-0401.html#account-creation)
pub const USERNAME: &str = "username";

/// The field that says whether inviter and account become contacts: `boolean`.
///
/// [XEP-0401 §5.4](https://xmpp.org/extensions/xep-0401.html#account-creation)
pub const ROSTER_SUBSCRIPTION: &str = "roster-subscription";

/// An invitation: what both commands answer.
///
/// [XEP-0401 §5.1](https://xmpp.org/extensions/xep-0401.html#create-invitation)
#[doc(alias("XEP-0401", "XEP0401", "0401"))]
#[doc(alias("urn:xmpp:invite#invitation"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = NS)]
#[non_exhaustive]
pub struct Invitation {
    /// The link, an `xmpp:` URI with the action `roster` or `register` and a token. Required; `None` where it is missing.
    #[form(var = "uri", kind = "text-single")]
    pub uri: Option<String>,
    /// The same as a page of the server, for those who have no client yet; `None` where there is none.
    #[form(var = "landing-url", kind = "text-single")]
    pub landing_url: Option<String>,
    /// When the invitation ends; `None` for never.
    #[form(var = "expire", kind = "text-single", strict)]
    pub expire: Option<DateTime>,
    /// As [`expire`](Self::expire), by the name in the list of fields, which the text and the examples do not have.
    #[form(var = "expiry", kind = "text-single", strict)]
    pub expiry: Option<DateTime>,
    /// The form that has all of this and what is not named here.
    #[form(source)]
    pub form: Form,
}

impl Invitation {
    /// When the invitation ends, by whichever name; `None` for never.
    #[must_use]
    pub fn end(&self) -> Option<&DateTime> {
        self.expire.as_ref().or(self.expiry.as_ref())
    }
}
