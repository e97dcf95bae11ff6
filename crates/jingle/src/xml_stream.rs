//! End-to-end XML streams.
//!
//! [XEP-0247, Jingle XML Streams](https://xmpp.org/extensions/xep-0247.html)

use xmpp_xml::{Extra, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:jingle:apps:xmlstream:0";

/// An XML stream between the parties, over any streaming transport.
///
/// [XEP-0247 §2](https://xmpp.org/extensions/xep-0247.html#protocol)
#[doc(alias("XEP-0247", "XEP0247", "0247"))]
#[doc(alias("urn:xmpp:jingle:apps:xmlstream:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "description", derive(Debug, PartialEq, Eq))]
#[xml(new = "An XML stream.")]
#[non_exhaustive]
pub struct Description {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
