//! Invitation links, with which others become contacts of a user or register an account.
//!
//! A server generates them through ad-hoc commands ([XEP-0050](https://xmpp.org/extensions/xep-0050.html)).
//!
//! [XEP-0401, Ad-hoc Account Invitation Generation](https://xmpp.org/extensions/xep-0401.html)

use alloc::string::String;

use xmpp_data_forms::FormType;
use xmpp_data_forms::form::Form;
use xmpp_xml::DateTime;

/// The `FORM_TYPE` of the form of an [`Invitation`].
pub const NS: &str = "urn:xmpp:invite#invitation";

/// The node of the command that invites a contact.
pub const INVITE: &str = "urn:xmpp:invite#invite";

/// The node of the command that invites somebody to register an account. Its form has the fields [`USERNAME`] and
/// [`ROSTER_SUBSCRIPTION`], and no `FORM_TYPE`.
pub const CREATE_ACCOUNT: &str = "urn:xmpp:invite#create-account";

/// The field with the user name of the new account: `text-single`, a localpart. Without a value, the invitee chooses it.
///
/// [XEP-0401 §5.4](https://xmpp.org/extensions/xep-0401.html#account-creation)
pub const USERNAME: &str = "username";

/// The field that determines whether inviter and invitee become contacts: `boolean`.
///
/// [XEP-0401 §5.4](https://xmpp.org/extensions/xep-0401.html#account-creation)
pub const ROSTER_SUBSCRIPTION: &str = "roster-subscription";

/// An invitation: the result of both commands.
///
/// [XEP-0401 §5.1](https://xmpp.org/extensions/xep-0401.html#create-invitation)
#[doc(alias("XEP-0401", "XEP0401", "0401"))]
#[doc(alias("urn:xmpp:invite#invitation"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = NS)]
#[non_exhaustive]
pub struct Invitation {
    /// The link, an `xmpp:` URI with the action `roster` or `register` and a token. Required; `None` if it is missing.
    #[form(var = "uri", kind = "text-single")]
    pub uri: Option<String>,
    /// A web page of the server for invitees without a client. `None` if there is none.
    #[form(var = "landing-url", kind = "text-single")]
    pub landing_url: Option<String>,
    /// The expiry of the invitation. `None` means that it does not expire.
    #[form(var = "expire", kind = "text-single", strict)]
    pub expire: Option<DateTime>,
    /// Same as [`expire`](Self::expire), under the name in the list of fields, which the text and the examples do not use.
    #[form(var = "expiry", kind = "text-single", strict)]
    pub expiry: Option<DateTime>,
    /// The underlying form with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}

impl Invitation {
    /// The expiry of the invitation, under either name; the earlier if both are given. `None` means that it does not expire.
    #[must_use]
    pub fn end(&self) -> Option<&DateTime> {
        let ends = self.expire.iter().chain(&self.expiry);
        ends.min_by_key(|end| end.unix_nanoseconds())
    }
}
