//! Tokens by which somebody whose address is not known can be invited to a room.
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
//! assert_eq!(token.text, "lyQZ1RzacY");
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
//!
//! [XEP-0488, MUC Token Invite](https://xmpp.org/extensions/xep-0488.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Extra, Secret, Xml};

/// The namespace, which is also the feature of rooms that support this.
pub const NS: &str = "urn:xmpp:muc-token-invite:0";

/// In an iq of type `set` to a room: asks for a token. The answer is a [`Token`].
///
/// [XEP-0488 §3.2](https://xmpp.org/extensions/xep-0488.html#generation)
#[doc(alias("XEP-0488", "XEP0488", "0488"))]
#[doc(alias("urn:xmpp:muc-token-invite:0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "request")]
#[xml(new = "Asks for a token that is limited only as the room likes.", with)]
#[non_exhaustive]
pub struct Request {
    /// After how many seconds the token expires. `None` leaves that to the room.
    #[xml(attribute, strict)]
    pub delay: Option<u32>,
    /// For how many people the token is good. `None` leaves that to the room.
    #[xml(attribute, strict)]
    pub counter: Option<u32>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A token: whoever has it may enter the room and becomes a member.
///
/// [XEP-0488 §3.2](https://xmpp.org/extensions/xep-0488.html#generation)
#[doc(alias("XEP-0488", "XEP0488", "0488"))]
#[doc(alias("urn:xmpp:muc-token-invite:0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "token")]
#[xml(new = "This token, without limits.", with)]
#[non_exhaustive]
pub struct Token {
    /// After how many seconds from now it expires. `None` means never.
    #[xml(attribute, strict)]
    pub delay: Option<u32>,
    /// For how many more people it is good. `None` means any number.
    #[xml(attribute, strict)]
    pub counter: Option<u32>,
    /// Who has asked for it; in the schema alone. `None` where it is not said.
    #[xml(attribute)]
    pub creator: Option<String>,
    /// The token itself: an opaque text.
    #[xml(text)]
    pub text: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `get` to a room, and then empty, asks for the tokens that the user may revoke; the answer has them.
///
/// [XEP-0488 §3.6](https://xmpp.org/extensions/xep-0488.html#listing)
#[doc(alias("XEP-0488", "XEP0488", "0488"))]
#[doc(alias("urn:xmpp:muc-token-invite:0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "tokens")]
#[xml(new = "These tokens; none in a request.", parameters = [tokens])]
#[non_exhaustive]
pub struct Tokens {
    /// The tokens.
    #[xml(child)]
    pub tokens: Vec<Token>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `set` to a room: makes a token worthless.
///
/// [XEP-0488 §3.7](https://xmpp.org/extensions/xep-0488.html#revoking)
#[doc(alias("XEP-0488", "XEP0488", "0488"))]
#[doc(alias("urn:xmpp:muc-token-invite:0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "revoke")]
#[xml(new = "Makes this token worthless.")]
#[non_exhaustive]
pub struct Revoke {
    /// The token.
    #[xml(text)]
    pub token: Secret<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Beside the condition `not-authorized`, in the error that answers a [`Join`](crate::join::Join): its password is a token
/// that has expired.
///
/// [XEP-0488 §3.5](https://xmpp.org/extensions/xep-0488.html#using)
#[doc(alias("XEP-0488", "XEP0488", "0488"))]
#[doc(alias("urn:xmpp:muc-token-invite:0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "expired-token")]
#[xml(new = "The token has expired.")]
#[non_exhaustive]
pub struct ExpiredToken {
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}
