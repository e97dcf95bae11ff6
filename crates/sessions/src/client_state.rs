//! Client state: whether the user is looking, so that the server may hold back what can wait.
//!
//! A stream begins active, a resumed one as well. The state is for the server alone, and has nothing to do with presence.
//!
//! [XEP-0352, Client State Indication](https://xmpp.org/extensions/xep-0352.html)

use xmpp_xml::{Extra, Xml};

/// The namespace, and the [feature](crate::bind2::InlineFeature) of Bind 2.
pub const NS: &str = "urn:xmpp:csi:0";

/// Among the features of a stream, once the client is authenticated: the server takes the state of a client.
///
/// [XEP-0352 §4.1](https://xmpp.org/extensions/xep-0352.html#discovery)
#[doc(alias("XEP-0352", "XEP0352", "0352"))]
#[doc(alias("urn:xmpp:csi:0", "csi"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "csi", new = "The offer.")]
#[non_exhaustive]
pub struct Feature {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The user is looking. There is no answer; what was held back is sent before anything else that the client asks for.
///
/// [XEP-0352 §4.2](https://xmpp.org/extensions/xep-0352.html#indication)
#[doc(alias("XEP-0352", "XEP0352", "0352"))]
#[doc(alias("urn:xmpp:csi:0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "active", new = "The user is looking.")]
#[non_exhaustive]
pub struct Active {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The user is not looking. There is no answer.
///
/// [XEP-0352 §4.2](https://xmpp.org/extensions/xep-0352.html#indication)
#[doc(alias("XEP-0352", "XEP0352", "0352"))]
#[doc(alias("urn:xmpp:csi:0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "inactive", new = "The user is not looking.")]
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
    /// The user is looking.
    Active(Active),
    /// The user is not looking.
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

    /// Whether the user is looking.
    #[must_use]
    pub fn is_active(&self) -> bool {
        matches!(self, Self::Active(_))
    }
}
