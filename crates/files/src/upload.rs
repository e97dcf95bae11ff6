//! Upload to a server over HTTP.
//!
//! [XEP-0363, HTTP File Upload](https://xmpp.org/extensions/xep-0363.html)

pub mod purpose;

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use xmpp_data_forms::FormType;
use xmpp_data_forms::form::Form;
use xmpp_xml::{DateTime, Extra, OtherToken, Secret, Xml};

use self::purpose::Purpose;
use crate::scheme;

/// The namespace, the feature of an upload service, and the type of the form of its [`Limits`].
pub const NS: &str = "urn:xmpp:http:upload:0";

/// The category of the identity that an upload service has in service discovery.
pub const CATEGORY: &str = "store";

/// The type of that identity.
pub const KIND: &str = "file";

/// Asks an upload service for a place to upload a file to; the answer is a [`Slot`].
///
/// [XEP-0363 §4](https://xmpp.org/extensions/xep-0363.html#request)
#[doc(alias("XEP-0363", "XEP0363", "0363"))]
#[doc(alias("urn:xmpp:http:upload:0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "request")]
#[xml(new = "Asks for a place for a file of this name and of so many bytes.", parameters = [filename, size], with)]
#[non_exhaustive]
pub struct Request {
    /// The media type of the file; `None` for `application/octet-stream`.
    #[xml(attribute = "content-type")]
    pub content_type: Option<String>,
    /// The name of the file, which the service should keep in the URL.
    #[xml(attribute)]
    pub filename: String,
    /// The size in bytes. Another number is refused when the file is uploaded.
    #[xml(attribute)]
    pub size: u64,
    /// What the file is for, and with that how long it is kept; `None` for [`Kind::Message`](purpose::Kind::Message).
    ///
    /// [XEP-0363 §5](https://xmpp.org/extensions/xep-0363.html#purpose)
    #[xml(child, strict)]
    pub purpose: Option<Purpose>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Where to upload a file to, and where it is found then: the answer to a [`Request`].
///
/// [XEP-0363 §4](https://xmpp.org/extensions/xep-0363.html#request)
#[doc(alias("XEP-0363", "XEP0363", "0363"))]
#[doc(alias("urn:xmpp:http:upload:0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "slot")]
#[xml(new = "The place for an upload and the one for downloads.", parameters = [put, get])]
#[non_exhaustive]
pub struct Slot {
    /// Where to upload the file.
    #[xml(child)]
    pub put: Put,
    /// Where to download the file.
    #[xml(child)]
    pub get: Get,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Where to upload a file, by the method PUT.
///
/// [XEP-0363 §4](https://xmpp.org/extensions/xep-0363.html#request)
#[doc(alias("XEP-0363", "XEP0363", "0363"))]
#[doc(alias("urn:xmpp:http:upload:0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "put")]
#[xml(new = "The URL, without headers.", with)]
#[non_exhaustive]
pub struct Put {
    /// The URL, which must be of the scheme `https`: see [`is_https`](Self::is_https).
    #[xml(attribute)]
    pub url: String,
    /// The headers as the service names them. What is sent are the [`http_headers`](Self::http_headers).
    #[xml(child)]
    pub headers: Vec<Header>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Put {
    /// The names and values of the headers to send, in their order: `Authorization`, `Cookie` and `Expires` without line
    /// breaks, and no others, whatever the service names. `Content-Length` and `Content-Type` the client adds itself.
    ///
    /// ```
    /// use xmpp_files::upload::Put;
    ///
    /// let put: Put = xmpp_xml::from_str(
    ///     "<put xmlns='urn:xmpp:http:upload:0' url='https://files.example/1'>\
    ///      <header name='authorization'>Bearer&#13;&#10;Host: bank.example</header>\
    ///      <header name='Host'>bank.example</header></put>",
    /// )?;
    /// let headers: Vec<_> = put.http_headers().collect();
    /// assert_eq!(headers, [("Authorization", "BearerHost: bank.example".into())]);
    /// # Ok::<(), xmpp_xml::Error>(())
    /// ```
    ///
    /// [XEP-0363 §4](https://xmpp.org/extensions/xep-0363.html#request),
    /// [§9.2](https://xmpp.org/extensions/xep-0363.html#uploader)
    pub fn http_headers(&self) -> impl Iterator<Item = (&str, Cow<'_, str>)> {
        self.headers
            .iter()
            .filter(|header| !matches!(header.name, HeaderName::Other(_)))
            .map(|header| (header.name.as_str(), scheme::one_line(&header.value)))
    }

    /// Whether the URL is of the scheme `https`, as it must be.
    #[must_use]
    pub fn is_https(&self) -> bool {
        scheme::is_of(&self.url, "https")
    }
}

/// Where to download a file.
///
/// [XEP-0363 §4](https://xmpp.org/extensions/xep-0363.html#request)
#[doc(alias("XEP-0363", "XEP0363", "0363"))]
#[doc(alias("urn:xmpp:http:upload:0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "get")]
#[xml(new = "The URL.")]
#[non_exhaustive]
pub struct Get {
    /// The URL, which must be of the scheme `https`: see [`is_https`](Self::is_https).
    #[xml(attribute)]
    pub url: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Get {
    /// Whether the URL is of the scheme `https`, as it must be.
    #[must_use]
    pub fn is_https(&self) -> bool {
        scheme::is_of(&self.url, "https")
    }
}

/// A header for the upload, as the service names it.
///
/// [XEP-0363 §4](https://xmpp.org/extensions/xep-0363.html#request)
#[doc(alias("XEP-0363", "XEP0363", "0363"))]
#[doc(alias("urn:xmpp:http:upload:0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "header")]
#[xml(new = "The header of this name and value.", parameters = [name, value])]
#[non_exhaustive]
pub struct Header {
    /// The name.
    #[xml(attribute)]
    pub name: HeaderName,
    /// The value, perhaps with line breaks, with which it must not be sent.
    #[xml(text)]
    pub value: Secret<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The name of a header.
///
/// [XEP-0363 §4](https://xmpp.org/extensions/xep-0363.html#request)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[xml(ignore_case)]
#[non_exhaustive]
pub enum HeaderName {
    /// `Authorization`
    #[xml(token = "Authorization")]
    Authorization,
    /// `Cookie`
    #[xml(token = "Cookie")]
    Cookie,
    /// `Expires`
    #[xml(token = "Expires")]
    Expires,
    /// Another, which must not be sent.
    #[xml(other)]
    Other(OtherToken),
}

/// The condition of an error: the file is too large.
///
/// [XEP-0363 §6](https://xmpp.org/extensions/xep-0363.html#errors)
#[doc(alias("XEP-0363", "XEP0363", "0363"))]
#[doc(alias("urn:xmpp:http:upload:0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "file-too-large")]
#[xml(new = "A file is too large, by a limit that is not stated.", with)]
#[non_exhaustive]
pub struct FileTooLarge {
    /// The largest size that the service takes, in bytes; `None` if not specified.
    #[xml(child_text = "max-file-size")]
    pub max_file_size: Option<u64>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an error that passes: when to try again.
///
/// [XEP-0363 §6](https://xmpp.org/extensions/xep-0363.html#errors)
#[doc(alias("XEP-0363", "XEP0363", "0363"))]
#[doc(alias("urn:xmpp:http:upload:0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "retry")]
#[xml(new = "From this moment on.")]
#[non_exhaustive]
pub struct Retry {
    /// The moment from which the service may have a place again.
    #[xml(attribute)]
    pub stamp: DateTime,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What an upload service takes: the form that extends its information in service discovery.
///
/// [XEP-0363 §3](https://xmpp.org/extensions/xep-0363.html#disco)
#[doc(alias("XEP-0363", "XEP0363", "0363"))]
#[doc(alias("urn:xmpp:http:upload:0"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = NS)]
#[non_exhaustive]
pub struct Limits {
    /// The largest size that the service takes, in bytes; `None` for no limit.
    #[form(var = "max-file-size", kind = "text-single", strict)]
    pub max_file_size: Option<u64>,
    /// The form that this was read from, with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}
