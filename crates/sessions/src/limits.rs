//! Limits of a stream, announced to the peer.
//!
//! [XEP-0478, Stream Limits Advertisement](https://xmpp.org/extensions/xep-0478.html)

use xmpp_xml::{Extra, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:stream-limits:0";

/// Among the features of a stream, the limits of the server; in a
/// [`bidirectional::Request`](crate::bidirectional::Request), those of the server that opened the stream.
///
/// The limits may change with each new set of features. Do not send a stanza that exceeds them; answer its sender
/// with `policy-violation`.
///
/// [XEP-0478 §3](https://xmpp.org/extensions/xep-0478.html#usecases)
#[doc(alias("XEP-0478", "XEP0478", "0478"))]
#[doc(alias("urn:xmpp:stream-limits:0", "limits"))]
#[derive(Clone, Default, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "limits", new = "An announcement without limits.", with)]
#[non_exhaustive]
pub struct StreamLimits {
    /// The maximum size in bytes of a top-level element, such as a stanza. `None` if not specified, which does not mean
    /// unlimited.
    #[xml(child_text = "max-bytes", strict)]
    pub max_bytes: Option<u32>,
    /// The number of idle seconds after which the stream may be considered dead. `None` if not
    /// specified.
    #[xml(child_text = "idle-seconds", strict)]
    pub idle_seconds: Option<u32>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl StreamLimits {
    /// Whether an element of this many bytes may be sent, as far as specified.
    ///
    /// [XEP-0478 §4](https://xmpp.org/extensions/xep-0478.html#rules)
    #[must_use]
    pub fn allows(&self, bytes: usize) -> bool {
        self.max_bytes
            .is_none_or(|max| u32::try_from(bytes).is_ok_and(|bytes| bytes <= max))
    }
}
