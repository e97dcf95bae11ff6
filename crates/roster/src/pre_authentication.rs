//! Pre-authenticated subscriptions: requests that are accepted automatically because of a token.
//!
//! [XEP-0379, Pre-Authenticated Roster Subscription](https://xmpp.org/extensions/xep-0379.html)

use alloc::string::String;

use xmpp_xml::{Extra, Secret, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:pars:0";

/// The token of an invitation, in a subscription request; in an iq of type `set`, for registering an account
/// ([XEP-0445](https://xmpp.org/extensions/xep-0445.html)). In an invitation link, it is the value of the key `preauth`
/// with the action `roster`.
///
/// A token that the recipient has not issued, or that was used or has expired, is ignored: the user is asked as usual.
///
/// [XEP-0379 §3.4](https://xmpp.org/extensions/xep-0379.html#link_transmission)
#[doc(alias("XEP-0379", "XEP0379", "0379"))]
#[doc(alias("urn:xmpp:pars:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "preauth", derive(Debug, PartialEq, Eq))]
#[xml(new = "An element with this token.")]
#[non_exhaustive]
pub struct Preauth {
    /// The token, a secret shared by inviter and invitee.
    #[xml(attribute)]
    pub token: Secret<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
