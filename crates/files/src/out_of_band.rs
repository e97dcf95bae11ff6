//! Out-of-band data: plain URIs.
//!
//! [XEP-0066, Out of Band Data](https://xmpp.org/extensions/xep-0066.html)

use alloc::string::String;

use xmpp_xml::{Extra, Xml};

use crate::scheme;

/// The namespace of a [`Transfer`], and the feature of an entity that supports it.
pub const TRANSFER: &str = "jabber:iq:oob";

/// The namespace of a [`Link`], and the feature of an entity that supports it.
pub const LINK: &str = "jabber:x:oob";

/// Requests the recipient to download a file. The empty result confirms that the recipient has the whole file.
///
/// [XEP-0066 §2](https://xmpp.org/extensions/xep-0066.html#iq-oob)
#[doc(alias("XEP-0066", "XEP0066", "0066"))]
#[doc(alias("jabber:iq:oob", "query"))]
#[derive(Clone, Xml)]
#[xml(namespace = TRANSFER, name = "query", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request to download the file at `url`.", with)]
#[non_exhaustive]
pub struct Transfer {
    /// The identifier of the stream negotiated in a [stream initiation](crate::stream_initiation). `None` if there was
    /// none.
    ///
    /// [XEP-0066 §6](https://xmpp.org/extensions/xep-0066.html#si)
    #[xml(attribute)]
    pub sid: Option<String>,
    /// The URI of the file, with a scheme of the sender's choice: see [`scheme`](Self::scheme).
    #[xml(child_text = "url")]
    pub url: String,
    /// A description of the file. `None` if not specified.
    #[xml(child_text = "desc")]
    pub desc: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A URI in a message or presence. If the body of a message is the same URI, clients show the file in place
/// of the body.
///
/// [XEP-0066 §3](https://xmpp.org/extensions/xep-0066.html#x-oob)
#[doc(alias("XEP-0066", "XEP0066", "0066"))]
#[doc(alias("jabber:x:oob", "x"))]
#[derive(Clone, Xml)]
#[xml(namespace = LINK, name = "x", derive(Debug, PartialEq, Eq))]
#[xml(new = "A link to `url`.", with)]
#[non_exhaustive]
pub struct Link {
    /// The URI, with a scheme of the sender's choice: see [`scheme`](Self::scheme).
    #[xml(child_text = "url")]
    pub url: String,
    /// A description of the target. `None` if not specified.
    #[xml(child_text = "desc")]
    pub desc: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

macro_rules! scheme_of_url {
    ($($type:ty),*) => {$(
        impl $type {
            /// The scheme of the URI in its original spelling, to be compared case-insensitively. `None` if there
            /// is none. Do not open schemes that are not known to be harmless, such as `file` or `javascript`.
            ///
            /// [XEP-0066 §5](https://xmpp.org/extensions/xep-0066.html#nonhttp)
            #[must_use]
            pub fn scheme(&self) -> Option<&str> {
                scheme::scheme(&self.url)
            }
        }
    )*};
}

scheme_of_url!(Transfer, Link);
