//! Bidirectional server-to-server streams: one stream for both directions instead of two.
//!
//! Once requested, the receiving server only sends stanzas from the domains that the initiating server has been authorized to
//! send to, and none before.
//!
//! [XEP-0288, Bidirectional Server-to-Server Connections](https://xmpp.org/extensions/xep-0288.html)

use xmpp_xml::{Extra, Xml};

use crate::limits::StreamLimits;

/// The namespace of the request.
pub const NS: &str = "urn:xmpp:bidi";

/// The namespace of the stream feature.
pub const FEATURE_NS: &str = "urn:xmpp:features:bidi";

/// Among the features of a stream: bidirectional use is supported.
///
/// [XEP-0288 §2.1](https://xmpp.org/extensions/xep-0288.html#feature)
#[doc(alias("XEP-0288", "XEP0288", "0288"))]
#[doc(alias("urn:xmpp:features:bidi", "bidi"))]
#[derive(Clone, Default, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = FEATURE_NS, name = "bidi", new = "The feature.")]
#[non_exhaustive]
pub struct Feature {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Requests bidirectional use: sent after TLS and before SASL or dialback. There is no answer.
///
/// [XEP-0288 §2.2](https://xmpp.org/extensions/xep-0288.html#nego)
#[doc(alias("XEP-0288", "XEP0288", "0288"))]
#[doc(alias("urn:xmpp:bidi", "bidi"))]
#[derive(Clone, Default, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "bidi", new = "The request.", with)]
#[non_exhaustive]
pub struct Request {
    /// The limits of the sending server. `None` if not specified.
    ///
    /// [XEP-0478 §3.2](https://xmpp.org/extensions/xep-0478.html#advertise-bidi)
    #[xml(child)]
    pub limits: Option<StreamLimits>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
