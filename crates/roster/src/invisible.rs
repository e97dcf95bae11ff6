//! Invisibility: being online without being seen.
//!
//! A client requests it from its server, with an iq without a recipient. It lasts until the session ends; directed presence
//! is still delivered.
//!
//! [XEP-0186, Invisible Command](https://xmpp.org/extensions/xep-0186.html)

use xmpp_xml::{Extra, Xml};

/// The namespace, and the feature of a server that supports it.
pub const NS: &str = "urn:xmpp:invisible:1";

/// The namespace before 2015, and the feature of a server that only supports that.
pub const NS_0: &str = "urn:xmpp:invisible:0";

/// The version of the protocol, by its namespace.
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

/// Makes the user invisible.
///
/// [XEP-0186 §3.1](https://xmpp.org/extensions/xep-0186.html#invisible)
#[doc(alias("XEP-0186", "XEP0186", "0186"))]
#[doc(alias("urn:xmpp:invisible:1", "urn:xmpp:invisible:0"))]
#[derive(Clone, Xml)]
#[xml(name = "invisible", parameters = [probe], derive(Debug, PartialEq, Eq))]
#[xml(
    new = "Makes the user invisible; `probe` is whether the server asks the contacts for their presence."
)]
#[non_exhaustive]
pub struct Invisible {
    /// The namespace.
    #[xml(namespace, default)]
    pub version: Version,
    /// Whether the server probes the contacts' presence, which may reveal to them that the user is online. `None`
    /// means no.
    #[xml(attribute)]
    pub probe: Option<bool>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Makes the user visible again; as after logging in, initial presence is required.
///
/// [XEP-0186 §3.2](https://xmpp.org/extensions/xep-0186.html#visible)
#[doc(alias("XEP-0186", "XEP0186", "0186"))]
#[doc(alias("urn:xmpp:invisible:1", "urn:xmpp:invisible:0"))]
#[derive(Clone, Default, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(name = "visible", new = "Makes the user visible again.")]
#[non_exhaustive]
pub struct Visible {
    /// The namespace.
    #[xml(namespace, default)]
    pub version: Version,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
