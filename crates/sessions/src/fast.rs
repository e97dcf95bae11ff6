//! FAST: a client that was let in gets a token, and the next time is let in by that, in one round trip and without its password.
//!
//! A token is as good as a password, belongs to one installation (the [`id`](crate::sasl2::UserAgent::id) of its user agent),
//! and goes with the mechanism that it was asked for alone.
//!
//! [XEP-0484, Fast Authentication Streamlining Tokens](https://xmpp.org/extensions/xep-0484.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_stream_errors::sasl::Mechanism;
use xmpp_xml::{DateTime, Extra, Secret, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:fast:0";

/// In [`sasl2::Inline`](crate::sasl2::Inline): tokens can be had and used, with these mechanisms.
///
/// [XEP-0484 §3.1](https://xmpp.org/extensions/xep-0484.html#support)
#[doc(alias("XEP-0484", "XEP0484", "0484"))]
#[doc(alias("urn:xmpp:fast:0", "fast"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "fast", with)]
#[xml(new = "Tokens for these mechanisms.", parameters = [mechanisms])]
#[non_exhaustive]
pub struct Feature {
    /// The mechanisms that take a token. There is one at least.
    #[xml(child_text = "mechanism")]
    pub mechanisms: Vec<Mechanism>,
    /// Whether a client may authenticate in the early data of TLS 1.3, which somebody on the way could send again: see
    /// [`Use::count`].
    #[xml(attribute = "tls-0rtt", default)]
    pub is_early_data_allowed: bool,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In [`sasl2::Authenticate`](crate::sasl2::Authenticate): the client would like a token for the next time.
///
/// [XEP-0484 §3.2](https://xmpp.org/extensions/xep-0484.html#initial-auth)
#[doc(alias("XEP-0484", "XEP0484", "0484"))]
#[doc(alias("urn:xmpp:fast:0", "request-token"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "request-token", new = "A token for this mechanism.")]
#[non_exhaustive]
pub struct TokenRequest {
    /// The mechanism that it shall go with, one of those that are [offered](Feature::mechanisms).
    #[xml(attribute)]
    pub mechanism: Mechanism,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In [`sasl2::Success`](crate::sasl2::Success): a token for the next time.
///
/// [XEP-0484 §3.3](https://xmpp.org/extensions/xep-0484.html#token-response)
#[doc(alias("XEP-0484", "XEP0484", "0484"))]
#[doc(alias("urn:xmpp:fast:0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "token", new = "This token, until then.")]
#[non_exhaustive]
pub struct Token {
    /// The token, which is a secret: any text.
    #[xml(attribute)]
    pub token: Secret<String>,
    /// Until when it is valid.
    #[xml(attribute)]
    pub expiry: DateTime,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In [`sasl2::Authenticate`](crate::sasl2::Authenticate): it is a token that the client authenticates with.
///
/// [XEP-0484 §3.4](https://xmpp.org/extensions/xep-0484.html#fast-auth),
/// [§3.6](https://xmpp.org/extensions/xep-0484.html#invalidation)
#[doc(alias("XEP-0484", "XEP0484", "0484"))]
#[doc(alias("urn:xmpp:fast:0", "fast"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "fast", new = "A token.", with)]
#[non_exhaustive]
pub struct Use {
    /// For which time the client authenticates with this token. `None` when it does not count, which it must in early data:
    /// [`is_fresh`](Self::is_fresh) looks at it.
    #[xml(attribute, strict)]
    pub count: Option<u32>,
    /// Whether the token shall not be valid any longer. `None` when nothing is said, which means no.
    #[xml(attribute, strict)]
    pub invalidate: Option<bool>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Feature {
    /// Whether a token for this mechanism can be had.
    #[must_use]
    pub fn has(&self, mechanism: &Mechanism) -> bool {
        self.mechanisms.contains(mechanism)
    }
}

impl Use {
    /// Whether the token shall not be valid any longer.
    #[must_use]
    pub fn is_invalidation(&self) -> bool {
        self.invalidate == Some(true)
    }

    /// Whether a server may go on with this, as it came in in the early data of TLS: it has a count, and one above the
    /// highest that has come in with this token. `None` as the highest when none has. Else it may be something that somebody has
    /// recorded and sends again.
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
