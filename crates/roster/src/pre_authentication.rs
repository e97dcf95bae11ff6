//! Subscriptions that need not be asked about, since whoever requests one has been given a token for it.
//!
//! [XEP-0379, Pre-Authenticated Roster Subscription](https://xmpp.org/extensions/xep-0379.html)

use alloc::string::String;

use xmpp_xml::{Extra, Secret, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:pars:0";

/// The token of an invitation, in a request for a subscription; in an iq of type `set`, for an account
/// ([XEP-0445](https://xmpp.org/extensions/xep-0445.html)). In the link that invites, it is the value of the key `preauth`
/// beside the action `roster`.
///
/// A token that the recipient has not issued, or that was used or is too old, counts as none: the user is asked, as always.
///
/// [XEP-0379 §3.4](https://xmpp.org/extensions/xep-0379.html#link_transmission)
#[doc(alias("XEP-0379", "XEP0379", "0379"))]
#[doc(alias("urn:xmpp:pars:0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "preauth")]
#[xml(new = "This token.")]
#[non_exhaustive]
pub struct Preauth {
    /// The token, a secret between the one who invites and the one who is invited.
    #[xml(attribute)]
    pub token: Secret<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}
