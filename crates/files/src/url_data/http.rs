//! Information needed to use a URL with the scheme `http` or `https`.
//!
//! It comes from the sender of the URL, but a client that sends it to the server does so in its own name. Do not use it
//! for any other server, and keep line breaks out of requests.
//!
//! [XEP-0104, HTTP Scheme for URL Data](https://xmpp.org/extensions/xep-0104.html)

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Extra, Xml};

use crate::scheme;

/// The namespace.
pub const NS: &str = "http://jabber.org/protocol/url-data/scheme/http";

/// Authentication parameters.
///
/// [XEP-0104 §5.2](https://xmpp.org/extensions/xep-0104.html)
#[doc(alias("XEP-0104", "XEP0104", "0104"))]
#[doc(alias("http://jabber.org/protocol/url-data/scheme/http"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "auth", derive(Debug, PartialEq, Eq))]
#[xml(new = "Authentication by this scheme, without parameters.", with)]
#[non_exhaustive]
pub struct Auth {
    /// The authentication scheme, such as `basic`; case-insensitive (RFC 9110 §11.1).
    #[xml(attribute)]
    pub scheme: String,
    /// The parameters of the scheme.
    #[xml(child)]
    pub parameters: Vec<AuthParam>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Auth {
    /// The value of the first parameter with this name.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<&str> {
        let found = self.parameters.iter().find(|p| p.name == name)?;
        Some(&found.value)
    }
}

/// A parameter of an authentication scheme.
///
/// [XEP-0104 §5.3](https://xmpp.org/extensions/xep-0104.html)
#[doc(alias("XEP-0104", "XEP0104", "0104"))]
#[doc(alias("http://jabber.org/protocol/url-data/scheme/http"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "auth-param", derive(Debug, PartialEq, Eq))]
#[xml(new = "The parameter with this name and value.", parameters = [name, value])]
#[non_exhaustive]
pub struct AuthParam {
    /// The name, such as `realm`, `username` or `password`.
    #[xml(attribute)]
    pub name: String,
    /// The value; possibly empty.
    #[xml(attribute)]
    pub value: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A cookie.
///
/// [XEP-0104 §5.4](https://xmpp.org/extensions/xep-0104.html)
#[doc(alias("XEP-0104", "XEP0104", "0104"))]
#[doc(alias("http://jabber.org/protocol/url-data/scheme/http"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "cookie", derive(Debug, PartialEq, Eq))]
#[xml(new = "The cookie with this name and value, for the server of the URL and the session.", parameters = [name, value], with)]
#[non_exhaustive]
pub struct Cookie {
    /// A description of the cookie. `None` if not specified.
    #[xml(attribute)]
    pub comment: Option<String>,
    /// The domain of the cookie. `None` means the host of the URL. A domain that does not contain the host is a forgery.
    #[xml(attribute)]
    pub domain: Option<String>,
    /// The lifetime of the cookie in seconds. `None` means until the end of the session.
    #[xml(attribute = "max-age", strict)]
    pub max_age: Option<u64>,
    /// The name.
    #[xml(attribute)]
    pub name: String,
    /// The path of the cookie. `None` means that of the URL.
    #[xml(attribute)]
    pub path: Option<String>,
    /// Whether to send the cookie on secure connections only. `None` means no.
    #[xml(attribute, strict)]
    pub secure: Option<bool>,
    /// The value, unescaped; possibly empty.
    #[xml(attribute)]
    pub value: String,
    /// The version. `None` means `1.0`.
    #[xml(attribute)]
    pub version: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A header of a request.
///
/// [XEP-0104 §5.5](https://xmpp.org/extensions/xep-0104.html)
#[doc(alias("XEP-0104", "XEP0104", "0104"))]
#[doc(alias("http://jabber.org/protocol/url-data/scheme/http"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "header", derive(Debug, PartialEq, Eq))]
#[xml(new = "The header with this name, without a value.", with)]
#[non_exhaustive]
pub struct Header {
    /// The name.
    #[xml(attribute)]
    pub name: String,
    /// The value, unescaped. `None` if it is in [`text`](Self::text).
    #[xml(attribute)]
    pub value: Option<String>,
    /// The value as text content, as in the examples of XEP-0103. `None` otherwise.
    #[xml(text)]
    pub text: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Header {
    /// Name and value in a form that can be sent, without line breaks. `None` if the name is invalid (RFC 9110 §5.1), and for
    /// headers that determine where a request goes or ends: `Host`, `Content-Length`, `Connection`, `Upgrade`,
    /// `Transfer-Encoding`, `TE` and `Trailer`, with which a sender could smuggle requests.
    ///
    /// ```
    /// use xmpp_files::url_data::http::Header;
    ///
    /// let header = Header::new("Range").with_value("bytes=0-\r\nHost: bank.example");
    /// assert_eq!(header.to_http(), Some(("Range", "bytes=0-Host: bank.example".into())));
    /// assert_eq!(Header::new("host").with_value("bank.example").to_http(), None);
    /// ```
    #[must_use]
    pub fn to_http(&self) -> Option<(&str, Cow<'_, str>)> {
        const REFUSED: [&str; 7] = [
            "host",
            "content-length",
            "connection",
            "upgrade",
            "transfer-encoding",
            "te",
            "trailer",
        ];
        let is_token = |b: u8| b.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&b);
        let is_name = !self.name.is_empty() && self.name.bytes().all(is_token);
        let is_refused = REFUSED.iter().any(|n| self.name.eq_ignore_ascii_case(n));
        let value = self.value.as_deref().or(self.text.as_deref());
        (is_name && !is_refused).then(|| (&*self.name, scheme::one_line(value.unwrap_or_default())))
    }
}
