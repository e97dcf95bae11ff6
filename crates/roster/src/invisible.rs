//! Being online without being seen.
//!
//! A client asks its server for it, by an iq without a recipient. It lasts as long as the session; presence that is sent to
//! somebody in particular is delivered all the same.
//!
//! [XEP-0186, Invisible Command](https://xmpp.org/extensions/xep-0186.html)

use xmpp_xml::{Extra, Xml};

/// The namespace, and the feature of a server that supports it.
pub const NS: &str = "urn:xmpp:invisible:1";

/// The namespace of before 2015, and the feature of a server that knows no other.
pub const NS_0: &str = "urn:xmpp:invisible:0";

/// Which of the two namespaces a command is in.
///
/// [XEP-0186 §8.1](https://xmpp.org/extensions/xep-0186.html#registrar-ns)
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Version {
    /// [`NS`]
    #[default]
    #[xml(token = "urn:xmpp:invisible:1")]
    One,
    /// [`NS_0`], which had no [`probe`](Invisible::probe).
    #[xml(token = "urn:xmpp:invisible:0")]
    Zero,
}

/// Become invisible.
///
/// [XEP-0186 §3.1](https://xmpp.org/extensions/xep-0186.html#invisible)
#[doc(alias("XEP-0186", "XEP0186", "0186"))]
#[doc(alias("urn:xmpp:invisible:1", "urn:xmpp:invisible:0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(name = "invisible", parameters = [probe])]
#[xml(
    new = "Become invisible, and say whether the server shall ask the contacts for their presence."
)]
#[non_exhaustive]
pub struct Invisible {
    /// The namespace.
    #[xml(namespace, default)]
    pub version: Version,
    /// Whether the server asks the contacts for their presence, from which theirs may learn that somebody is there. `None`
    /// means that it does not.
    #[xml(attribute)]
    pub probe: Option<bool>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Become visible again: as after logging in, before the first presence.
///
/// [XEP-0186 §3.2](https://xmpp.org/extensions/xep-0186.html#visible)
#[doc(alias("XEP-0186", "XEP0186", "0186"))]
#[doc(alias("urn:xmpp:invisible:1", "urn:xmpp:invisible:0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(name = "visible", new = "Become visible again.")]
#[non_exhaustive]
pub struct Visible {
    /// The namespace.
    #[xml(namespace, default)]
    pub version: Version,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}
