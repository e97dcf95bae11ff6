//! Invitation tokens, for inviting users whose JID is unknown.
//!
//! A token is used as the password of the room: see [`Join`](crate::join::Join).
//!
//! ```
//! use xmpp_muc::token_invite::{Request, Token};
//!
//! let request = Request::new().with_delay(604_800_u32).with_counter(5_u32);
//! assert_eq!(
//!     xmpp_xml::to_string(&request)?,
//!     "<request xmlns='urn:xmpp:muc-token-invite:0' delay='604800' counter='5'/>"
//! );
//! let token: Token = xmpp_xml::from_str("<token xmlns='urn:xmpp:muc-token-invite:0' counter='5'>lyQZ1RzacY</token>")?;
//! assert_eq!(&*token.text, "lyQZ1RzacY");
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
//!
//! [XEP-0488, MUC Token Invite](https://xmpp.org/extensions/xep-0488.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Extra, Secret, Xml};

/// The namespace, which is also the feature of rooms that support this.
pub const NS: &str = "urn:xmpp:muc-token-invite:0";

/// In an iq of type `set` to a room: requests a token. The result is a [`Token`].
///
/// [XEP-0488 §3.2](https://xmpp.org/extensions/xep-0488.html#generation)
#[doc(alias("XEP-0488", "XEP0488", "0488"))]
#[doc(alias("urn:xmpp:muc-token-invite:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "request", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request for a token with the room's default limits.", with)]
#[non_exhaustive]
pub struct Request {
    /// The lifetime of the token in seconds. `None` leaves it to the room.
    #[xml(attribute, strict)]
    pub delay: Option<u32>,
    /// The number of uses of the token. `None` leaves it to the room.
    #[xml(attribute, strict)]
    pub counter: Option<u32>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A token: whoever has it may join the room and becomes a member.
///
/// [XEP-0488 §3.2](https://xmpp.org/extensions/xep-0488.html#generation)
#[doc(alias("XEP-0488", "XEP0488", "0488"))]
#[doc(alias("urn:xmpp:muc-token-invite:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "token", derive(Debug, PartialEq, Eq))]
#[xml(new = "A token without limits.", with)]
#[non_exhaustive]
pub struct Token {
    /// The remaining lifetime in seconds. `None` means that it does not expire.
    #[xml(attribute, strict)]
    pub delay: Option<u32>,
    /// The remaining number of uses. `None` means any number.
    #[xml(attribute, strict)]
    pub counter: Option<u32>,
    /// Who requested it; only in the schema. `None` if not specified.
    #[xml(attribute)]
    pub creator: Option<String>,
    /// The token itself: an opaque string.
    #[xml(text)]
    pub text: Secret<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `get` to a room, and empty, a request for the tokens that the user may revoke; the result has them.
///
/// [XEP-0488 §3.6](https://xmpp.org/extensions/xep-0488.html#listing)
#[doc(alias("XEP-0488", "XEP0488", "0488"))]
#[doc(alias("urn:xmpp:muc-token-invite:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "tokens", derive(Debug, PartialEq, Eq))]
#[xml(new = "A list of these tokens; an empty one is a request.", parameters = [tokens])]
#[non_exhaustive]
pub struct Tokens {
    /// The tokens.
    #[xml(child)]
    pub tokens: Vec<Token>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `set` to a room: revokes a token.
///
/// [XEP-0488 §3.7](https://xmpp.org/extensions/xep-0488.html#revoking)
#[doc(alias("XEP-0488", "XEP0488", "0488"))]
#[doc(alias("urn:xmpp:muc-token-invite:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "revoke", derive(Debug, PartialEq, Eq))]
#[xml(new = "Revokes this token.")]
#[non_exhaustive]
pub struct Revoke {
    /// The token.
    #[xml(text)]
    pub token: Secret<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// With the condition `not-authorized`, in the error that answers a [`Join`](crate::join::Join): its password is an
/// expired token.
///
/// [XEP-0488 §3.5](https://xmpp.org/extensions/xep-0488.html#using)
#[doc(alias("XEP-0488", "XEP0488", "0488"))]
#[doc(alias("urn:xmpp:muc-token-invite:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "expired-token", derive(Debug, PartialEq, Eq))]
#[xml(new = "The token has expired.")]
#[non_exhaustive]
pub struct ExpiredToken {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
