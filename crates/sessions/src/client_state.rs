//! Client state indication: whether the user is active, so that the server may delay unimportant traffic.
//!
//! Streams start active, resumed ones too. The state is for the server alone, and unrelated to presence.
//!
//! [XEP-0352, Client State Indication](https://xmpp.org/extensions/xep-0352.html)

use xmpp_xml::{Extra, Xml};

/// The namespace, and the [feature](crate::bind2::InlineFeature) of Bind 2.
pub const NS: &str = "urn:xmpp:csi:0";

/// Among the features of a stream, after authentication: the server supports client state indication.
///
/// [XEP-0352 §4.1](https://xmpp.org/extensions/xep-0352.html#discovery)
#[doc(alias("XEP-0352", "XEP0352", "0352"))]
#[doc(alias("urn:xmpp:csi:0", "csi"))]
#[derive(Clone, Default, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "csi", new = "The feature.")]
#[non_exhaustive]
pub struct Feature {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The user is active. There is no answer; delayed traffic is sent before any answers to later requests.
///
/// [XEP-0352 §4.2](https://xmpp.org/extensions/xep-0352.html#indication)
#[doc(alias("XEP-0352", "XEP0352", "0352"))]
#[doc(alias("urn:xmpp:csi:0"))]
#[derive(Clone, Default, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "active", new = "The user is active.")]
#[non_exhaustive]
pub struct Active {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The user is inactive. There is no answer.
///
/// [XEP-0352 §4.2](https://xmpp.org/extensions/xep-0352.html#indication)
#[doc(alias("XEP-0352", "XEP0352", "0352"))]
#[doc(alias("urn:xmpp:csi:0"))]
#[derive(Clone, Default, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "inactive", new = "The user is inactive.")]
#[non_exhaustive]
pub struct Inactive {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The state of a client, at the top level of a stream or in a [`bind2::Request`](crate::bind2::Request).
///
/// [XEP-0352 §4.2](https://xmpp.org/extensions/xep-0352.html#indication)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[expect(clippy::exhaustive_enums, reason = "XEP-0352 has no third")]
pub enum State {
    /// The user is active.
    Active(Active),
    /// The user is inactive.
    Inactive(Inactive),
}

impl State {
    /// Active or not.
    #[must_use]
    pub fn new(is_active: bool) -> Self {
        if is_active {
            Self::Active(Active::new())
        } else {
            Self::Inactive(Inactive::new())
        }
    }

    /// Whether the user is active.
    #[must_use]
    pub fn is_active(&self) -> bool {
        matches!(self, Self::Active(_))
    }
}
