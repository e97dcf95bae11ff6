//! Pipelining: a client that has cached the features of a server sends its [`Authenticate`](crate::sasl2::Authenticate)
//! along with the stream header. A version shows whether the cache is still valid.
//!
//! [XEP-0509, Initial Authentication Pipelining](https://xmpp.org/extensions/xep-0509.html)

use alloc::string::String;

use xmpp_xml::{Extra, OtherToken, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:iap:0";

/// Among the features of a stream: their version, to be cached with them. In
/// [`sasl2::Authenticate`](crate::sasl2::Authenticate): the version in the client's cache.
///
/// [XEP-0509 §2.1](https://xmpp.org/extensions/xep-0509.html#feature),
/// [§2.2](https://xmpp.org/extensions/xep-0509.html#nego)
#[doc(alias("XEP-0509", "XEP0509", "0509"))]
#[doc(alias("urn:xmpp:iap:0"))]
#[derive(Clone, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "config-version", new = "A version that was generated in an unspecified way.", with)]
#[non_exhaustive]
pub struct ConfigVersion {
    /// How the version was generated. `None` means [`Opaque`](Scheme::Opaque).
    #[xml(attribute)]
    pub scheme: Option<Scheme>,
    /// The version, an opaque string.
    #[xml(attribute)]
    pub value: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// How a [`ConfigVersion`] was generated.
///
/// [XEP-0509 §2.3](https://xmpp.org/extensions/xep-0509.html)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Scheme {
    /// `opaque`: known only to the server.
    Opaque,
    /// Any other. Equal values still mean the same version.
    #[xml(other)]
    Other(OtherToken),
}

/// In [`sasl2::Failure`](crate::sasl2::Failure), with the condition `aborted`: the features have changed. It does not count as
/// an attempt; the client reads the features, which it has received by then, and authenticates again.
///
/// [XEP-0509 §2.2](https://xmpp.org/extensions/xep-0509.html#nego)
#[doc(alias("XEP-0509", "XEP0509", "0509"))]
#[doc(alias("urn:xmpp:iap:0"))]
#[derive(Clone, Default, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "config-version-mismatch", new = "The features have changed.")]
#[non_exhaustive]
pub struct ConfigVersionMismatch {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl ConfigVersion {
    /// Whether this is the same version as that: the values are equal, byte for byte. Every scheme is compatible with
    /// [`Opaque`](Scheme::Opaque).
    ///
    /// [XEP-0509 §2.3](https://xmpp.org/extensions/xep-0509.html)
    #[must_use]
    pub fn matches(&self, current: &Self) -> bool {
        self.value == current.value
    }
}
