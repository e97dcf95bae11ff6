//! FAST: tokens with which a client re-authenticates in a single round trip and without its password.
//!
//! A token is as valuable as a password, belongs to one installation (the [`id`](crate::sasl2::UserAgent::id) of its user
//! agent), and is only valid with the mechanism that it was requested for.
//!
//! [XEP-0484, Fast Authentication Streamlining Tokens](https://xmpp.org/extensions/xep-0484.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_stream_errors::sasl::Mechanism;
use xmpp_xml::{DateTime, Extra, Secret, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:fast:0";

/// In [`sasl2::Inline`](crate::sasl2::Inline): tokens are supported, with these mechanisms.
///
/// [XEP-0484 §3.1](https://xmpp.org/extensions/xep-0484.html#support)
#[doc(alias("XEP-0484", "XEP0484", "0484"))]
#[doc(alias("urn:xmpp:fast:0", "fast"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "fast", with, derive(Debug, PartialEq, Eq))]
#[xml(new = "Tokens for these mechanisms.", parameters = [mechanisms])]
#[non_exhaustive]
pub struct Feature {
    /// The mechanisms that accept tokens; at least one.
    #[xml(child_text = "mechanism")]
    pub mechanisms: Vec<Mechanism>,
    /// Whether a client may authenticate in the early data of TLS 1.3, which an attacker could replay: see
    /// [`Use::count`].
    #[xml(attribute = "tls-0rtt", default)]
    pub is_early_data_allowed: bool,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In [`sasl2::Authenticate`](crate::sasl2::Authenticate): requests a token.
///
/// [XEP-0484 §3.2](https://xmpp.org/extensions/xep-0484.html#initial-auth)
#[doc(alias("XEP-0484", "XEP0484", "0484"))]
#[doc(alias("urn:xmpp:fast:0", "request-token"))]
#[derive(Clone, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "request-token", new = "A token for this mechanism.")]
#[non_exhaustive]
pub struct TokenRequest {
    /// The mechanism for the token, one of those [offered](Feature::mechanisms).
    #[xml(attribute)]
    pub mechanism: Mechanism,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In [`sasl2::Success`](crate::sasl2::Success): a token for later authentication.
///
/// [XEP-0484 §3.3](https://xmpp.org/extensions/xep-0484.html#token-response)
#[doc(alias("XEP-0484", "XEP0484", "0484"))]
#[doc(alias("urn:xmpp:fast:0"))]
#[derive(Clone, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "token", new = "A token that expires at this time.")]
#[non_exhaustive]
pub struct Token {
    /// The token, a secret: any text.
    #[xml(attribute)]
    pub token: Secret<String>,
    /// The expiry of the token.
    #[xml(attribute)]
    pub expiry: DateTime,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In [`sasl2::Authenticate`](crate::sasl2::Authenticate): authentication uses a token.
///
/// [XEP-0484 §3.4](https://xmpp.org/extensions/xep-0484.html#fast-auth),
/// [§3.6](https://xmpp.org/extensions/xep-0484.html#invalidation)
#[doc(alias("XEP-0484", "XEP0484", "0484"))]
#[doc(alias("urn:xmpp:fast:0", "fast"))]
#[derive(Clone, Default, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "fast", new = "Authenticates with a token.", with)]
#[non_exhaustive]
pub struct Use {
    /// The number of uses of this token so far. `None` if the client does not count, which early data requires:
    /// see [`is_fresh`](Self::is_fresh).
    #[xml(attribute, strict)]
    pub count: Option<u32>,
    /// Whether to invalidate the token. `None` means no.
    #[xml(attribute, strict)]
    pub invalidate: Option<bool>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Feature {
    /// Whether tokens for this mechanism are supported.
    #[must_use]
    pub fn has(&self, mechanism: &Mechanism) -> bool {
        self.mechanisms.contains(mechanism)
    }
}

impl Use {
    /// Whether to invalidate the token.
    #[must_use]
    pub fn is_invalidation(&self) -> bool {
        self.invalidate == Some(true)
    }

    /// Whether a server may accept this in the early data of TLS: it has a count, which is higher than the
    /// highest one received with this token so far (`None` if there was none). Otherwise it might be a
    /// replay.
    ///
    /// [XEP-0484 §3.4](https://xmpp.org/extensions/xep-0484.html#fast-auth)
    ///
    /// ```
    /// use xmpp_sessions::fast::Use;
    ///
    /// assert!(Use::new().with_count(3).is_fresh(Some(2)));
    /// assert!(!Use::new().with_count(3).is_fresh(Some(3)));
    /// assert!(!Use::new().is_fresh(None));
    /// ```
    #[must_use]
    pub fn is_fresh(&self, highest: Option<u32>) -> bool {
        self.count
            .is_some_and(|count| highest.is_none_or(|highest| count > highest))
    }
}
