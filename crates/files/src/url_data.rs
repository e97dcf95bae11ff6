//! URLs, with the information needed to use them.
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

/// A URL. In an iq of type `set` it is that of a file whose transfer has been negotiated; the result confirms that the
/// recipient has the whole file.
///
/// [XEP-0103 §5.1](https://xmpp.org/extensions/xep-0103.html)
#[doc(alias("XEP-0103", "XEP0103", "0103"))]
#[doc(alias("http://jabber.org/protocol/url-data"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "url-data", derive(Debug, PartialEq, Eq))]
#[xml(new = "The URL `target`.", with)]
#[non_exhaustive]
pub struct UrlData {
    /// The identifier of the stream negotiated in a [stream initiation](crate::stream_initiation). `None` if there was
    /// none.
    #[xml(attribute)]
    pub sid: Option<String>,
    /// The URL, with a scheme of the sender's choice: see [`scheme`](Self::scheme).
    #[xml(attribute)]
    pub target: String,
    /// The information needed to use the URL, depending on its scheme.
    #[xml(child)]
    pub details: Vec<Detail>,
    /// Descriptions of the target, one for each language.
    #[xml(child)]
    pub descs: Vec<Desc>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl UrlData {
    /// The scheme of the URL in its original spelling, to be compared case-insensitively. `None` if there is none.
    /// Do not open schemes that are not known to be harmless, such as `file` or `javascript`.
    #[must_use]
    pub fn scheme(&self) -> Option<&str> {
        scheme::scheme(&self.target)
    }

    /// Whether the scheme is secured by TLS or SSH: `https`, `ftps` or `sftp`.
    ///
    /// [XEP-0447 §3.2](https://xmpp.org/extensions/xep-0447.html#file-receive)
    #[must_use]
    pub fn is_secure(&self) -> bool {
        ["https", "ftps", "sftp"]
            .into_iter()
            .any(|secure| scheme::is_of(&self.target, secure))
    }
}

/// Information needed to use a URL.
///
/// [XEP-0103 §4.1](https://xmpp.org/extensions/xep-0103.html)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum Detail {
    /// Authentication parameters, for the schemes `http` and `https`.
    Auth(http::Auth),
    /// A cookie, for the schemes `http` and `https`.
    Cookie(http::Cookie),
    /// A header, for the schemes `http` and `https`.
    Header(http::Header),
    /// Any other.
    Other(RawElement),
}

/// A description of the target of a URL, in one language.
///
/// [XEP-0103 §5.2](https://xmpp.org/extensions/xep-0103.html)
#[doc(alias("XEP-0103", "XEP0103", "0103"))]
#[doc(alias("http://jabber.org/protocol/url-data"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "desc", derive(Debug, PartialEq, Eq))]
#[xml(new = "A description in the language of the stanza.", with)]
#[non_exhaustive]
pub struct Desc {
    /// The language. `None` means that of the stanza.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The text.
    #[xml(text)]
    pub text: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
