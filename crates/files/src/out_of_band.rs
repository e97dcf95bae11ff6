//! URIs, sent as such.
//!
//! [XEP-0066, Out of Band Data](https://xmpp.org/extensions/xep-0066.html)

use alloc::string::String;

use xmpp_xml::{Extra, Xml};

use crate::scheme;

/// The namespace of a [`Transfer`], and the feature of an entity that takes one.
pub const TRANSFER: &str = "jabber:iq:oob";

/// The namespace of a [`Link`], and the feature of an entity that understands one.
pub const LINK: &str = "jabber:x:oob";

/// Asks to fetch a file. The result says that the recipient has the whole file; it has no payload.
///
/// [XEP-0066 §2](https://xmpp.org/extensions/xep-0066.html#iq-oob)
#[doc(alias("XEP-0066", "XEP0066", "0066"))]
#[doc(alias("jabber:iq:oob", "query"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = TRANSFER, name = "query")]
#[xml(new = "Asks to fetch what is at `url`.", with)]
#[non_exhaustive]
pub struct Transfer {
    /// The identifier of the stream that was agreed on in a [stream initiation](crate::stream_initiation); `None` where
    /// there was no such agreement.
    ///
    /// [XEP-0066 §6](https://xmpp.org/extensions/xep-0066.html#si)
    #[xml(attribute)]
    pub sid: Option<String>,
    /// The URI of the file, of any scheme the sender likes: see [`scheme`](Self::scheme).
    #[xml(child_text = "url")]
    pub url: String,
    /// What the file is, in words; `None` if not specified.
    #[xml(child_text = "desc")]
    pub desc: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A URI that goes with a message or presence. Where the body of a message is the same URI, clients show the file in the place
/// of the body.
///
/// [XEP-0066 §3](https://xmpp.org/extensions/xep-0066.html#x-oob)
#[doc(alias("XEP-0066", "XEP0066", "0066"))]
#[doc(alias("jabber:x:oob", "x"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = LINK, name = "x")]
#[xml(new = "A link to `url`.", with)]
#[non_exhaustive]
pub struct Link {
    /// The URI, of any scheme the sender likes: see [`scheme`](Self::scheme).
    #[xml(child_text = "url")]
    pub url: String,
    /// What is found there, in words; `None` if not specified.
    #[xml(child_text = "desc")]
    pub desc: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

macro_rules! scheme_of_url {
    ($($type:ty),*) => {$(
        impl $type {
            /// The scheme of the URI as it is spelt, to be compared without regard to case. `None` where the text begins with
            /// no scheme. Schemes that are not known to be harmless, such as `file` or `javascript`, are not to be opened.
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
