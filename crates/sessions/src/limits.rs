//! What a stream can take: who stays within it is not cut off.
//!
//! [XEP-0478, Stream Limits Advertisement](https://xmpp.org/extensions/xep-0478.html)

use xmpp_xml::{Extra, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:stream-limits:0";

/// Among the features of a stream, what the server can take on it; in a
/// [`bidirectional::Request`](crate::bidirectional::Request), what the server can take that has opened the stream.
///
/// The limits may change with each new set of features. A stanza that is too big for the stream is not sent on it; its sender
/// is answered with `policy-violation`.
///
/// [XEP-0478 §3](https://xmpp.org/extensions/xep-0478.html#usecases)
#[doc(alias("XEP-0478", "XEP0478", "0478"))]
#[doc(alias("urn:xmpp:stream-limits:0", "limits"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "limits", new = "Nothing is said yet.", with)]
#[non_exhaustive]
pub struct StreamLimits {
    /// How many bytes an element at the top level of the stream, such as a stanza, may have at most. `None` when that is not
    /// said, which does not mean that there is no limit.
    #[xml(child_text = "max-bytes", strict)]
    pub max_bytes: Option<u32>,
    /// After how many seconds without a byte from the other side the stream may be taken for dead. `None` when that is not
    /// said.
    #[xml(child_text = "idle-seconds", strict)]
    pub idle_seconds: Option<u32>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl StreamLimits {
    /// Whether an element of so many bytes may be sent, as far as that is said.
    ///
    /// [XEP-0478 §4](https://xmpp.org/extensions/xep-0478.html#rules)
    #[must_use]
    pub fn allows(&self, bytes: usize) -> bool {
        self.max_bytes
            .is_none_or(|max| u32::try_from(bytes).is_ok_and(|bytes| bytes <= max))
    }
}
