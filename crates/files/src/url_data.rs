//! URLs, with what is needed to use them.
//!
//! [XEP-0103, URL Address Information](https://xmpp.org/extensions/xep-0103.html)

pub mod errors;
pub mod http;

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Extra, LanguageTag, RawElement, Xml};

use crate::scheme;

/// The namespace, and in a [stream initiation](crate::stream_initiation) the stream method.
pub const NS: &str = "http://jabber.org/protocol/url-data";

/// A URL. In an iq of type `set` it is that of a file whose transfer was agreed on; the result says that the recipient has the
/// whole file.
///
/// [XEP-0103 §5.1](https://xmpp.org/extensions/xep-0103.html)
#[doc(alias("XEP-0103", "XEP0103", "0103"))]
#[doc(alias("http://jabber.org/protocol/url-data"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "url-data")]
#[xml(new = "The URL `target`.", with)]
#[non_exhaustive]
pub struct UrlData {
    /// The identifier of the stream that was agreed on in a [stream initiation](crate::stream_initiation); `None` where
    /// there was no such agreement.
    #[xml(attribute)]
    pub sid: Option<String>,
    /// The URL, of any scheme the sender likes: see [`scheme`](Self::scheme).
    #[xml(attribute)]
    pub target: String,
    /// What is needed to use the URL, depending on its scheme.
    #[xml(child)]
    pub details: Vec<Detail>,
    /// What is found at the URL, once for each language.
    #[xml(child)]
    pub descs: Vec<Desc>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl UrlData {
    /// The scheme of the URL as it is spelt, to be compared without regard to case. `None` where the text begins with no scheme.
    /// Schemes that are not known to be harmless, such as `file` or `javascript`, are not to be opened.
    #[must_use]
    pub fn scheme(&self) -> Option<&str> {
        scheme::scheme(&self.target)
    }

    /// Whether the URL is of a scheme that is secured by TLS or SSH: `https`, `ftps` or `sftp`.
    ///
    /// [XEP-0447 §3.2](https://xmpp.org/extensions/xep-0447.html#file-receive)
    #[must_use]
    pub fn is_secure(&self) -> bool {
        ["https", "ftps", "sftp"]
            .into_iter()
            .any(|secure| scheme::is_of(&self.target, secure))
    }
}

/// What is needed to use a URL.
///
/// [XEP-0103 §4.1](https://xmpp.org/extensions/xep-0103.html)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum Detail {
    /// How to authenticate, for the schemes `http` and `https`.
    Auth(http::Auth),
    /// A cookie, for the schemes `http` and `https`.
    Cookie(http::Cookie),
    /// A header, for the schemes `http` and `https`.
    Header(http::Header),
    /// Any other.
    Other(RawElement),
}

/// What is found at a URL, in one language.
///
/// [XEP-0103 §5.2](https://xmpp.org/extensions/xep-0103.html)
#[doc(alias("XEP-0103", "XEP0103", "0103"))]
#[doc(alias("http://jabber.org/protocol/url-data"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "desc")]
#[xml(new = "These words, in the language of the stanza.", with)]
#[non_exhaustive]
pub struct Desc {
    /// The language; `None` for that of the stanza.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The words.
    #[xml(text)]
    pub text: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
