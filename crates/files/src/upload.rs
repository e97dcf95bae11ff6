//! HTTP file upload.
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

/// The namespace, the feature of an upload service, and the `FORM_TYPE` of its [`Limits`].
pub const NS: &str = "urn:xmpp:http:upload:0";

/// The category of an upload service's disco#info identity.
pub const CATEGORY: &str = "store";

/// The type of that identity.
pub const KIND: &str = "file";

/// Requests a slot for uploading a file from an upload service; the answer is a [`Slot`].
///
/// [XEP-0363 §4](https://xmpp.org/extensions/xep-0363.html#request)
#[doc(alias("XEP-0363", "XEP0363", "0363"))]
#[doc(alias("urn:xmpp:http:upload:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "request", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request for a slot for a file with this name and size in bytes.", parameters = [filename, size], with)]
#[non_exhaustive]
pub struct Request {
    /// The media type of the file. `None` means `application/octet-stream`.
    #[xml(attribute = "content-type")]
    pub content_type: Option<String>,
    /// The file name, which the service should preserve in the URL.
    #[xml(attribute)]
    pub filename: String,
    /// The size in bytes. An upload with another size is rejected.
    #[xml(attribute)]
    pub size: u64,
    /// The purpose of the file, which determines its lifetime. `None` means [`Kind::Message`](purpose::Kind::Message).
    ///
    /// [XEP-0363 §5](https://xmpp.org/extensions/xep-0363.html#purpose)
    #[xml(child, strict)]
    pub purpose: Option<Purpose>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The URLs for uploading and downloading a file: the answer to a [`Request`].
///
/// [XEP-0363 §4](https://xmpp.org/extensions/xep-0363.html#request)
#[doc(alias("XEP-0363", "XEP0363", "0363"))]
#[doc(alias("urn:xmpp:http:upload:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "slot", derive(Debug, PartialEq, Eq))]
#[xml(new = "The slot with these URLs.", parameters = [put, get])]
#[non_exhaustive]
pub struct Slot {
    /// The URL for uploading.
    #[xml(child)]
    pub put: Put,
    /// The URL for downloading.
    #[xml(child)]
    pub get: Get,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The URL for uploading a file with PUT.
///
/// [XEP-0363 §4](https://xmpp.org/extensions/xep-0363.html#request)
#[doc(alias("XEP-0363", "XEP0363", "0363"))]
#[doc(alias("urn:xmpp:http:upload:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "put", derive(Debug, PartialEq, Eq))]
#[xml(new = "The URL, without headers.", with)]
#[non_exhaustive]
pub struct Put {
    /// The URL, which must have the scheme `https`: see [`is_https`](Self::is_https).
    #[xml(attribute)]
    pub url: String,
    /// The headers from the service. Only send the [`http_headers`](Self::http_headers).
    #[xml(child)]
    pub headers: Vec<Header>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Put {
    /// The names and values of the headers to send, in order: `Authorization`, `Cookie` and `Expires` without line
    /// breaks, and no others, even if the service sent them. The client itself adds `Content-Length` and `Content-Type`.
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

    /// Whether the URL has the scheme `https`, as required.
    #[must_use]
    pub fn is_https(&self) -> bool {
        scheme::is_of(&self.url, "https")
    }
}

/// The URL for downloading a file.
///
/// [XEP-0363 §4](https://xmpp.org/extensions/xep-0363.html#request)
#[doc(alias("XEP-0363", "XEP0363", "0363"))]
#[doc(alias("urn:xmpp:http:upload:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "get", derive(Debug, PartialEq, Eq))]
#[xml(new = "The URL.")]
#[non_exhaustive]
pub struct Get {
    /// The URL, which must have the scheme `https`: see [`is_https`](Self::is_https).
    #[xml(attribute)]
    pub url: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Get {
    /// Whether the URL has the scheme `https`, as required.
    #[must_use]
    pub fn is_https(&self) -> bool {
        scheme::is_of(&self.url, "https")
    }
}

/// A header for the upload, from the service.
///
/// [XEP-0363 §4](https://xmpp.org/extensions/xep-0363.html#request)
#[doc(alias("XEP-0363", "XEP0363", "0363"))]
#[doc(alias("urn:xmpp:http:upload:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "header", derive(Debug, PartialEq, Eq))]
#[xml(new = "The header with this name and value.", parameters = [name, value])]
#[non_exhaustive]
pub struct Header {
    /// The name.
    #[xml(attribute)]
    pub name: HeaderName,
    /// The value, possibly with line breaks, which must be removed before sending it.
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
    /// Any other, which must not be sent.
    #[xml(other)]
    Other(OtherToken),
}

/// An error condition: the file is too large.
///
/// [XEP-0363 §6](https://xmpp.org/extensions/xep-0363.html#errors)
#[doc(alias("XEP-0363", "XEP0363", "0363"))]
#[doc(alias("urn:xmpp:http:upload:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "file-too-large", derive(Debug, PartialEq, Eq))]
#[xml(new = "The file is too large, without the limit.", with)]
#[non_exhaustive]
pub struct FileTooLarge {
    /// The maximum size that the service accepts, in bytes. `None` if not specified.
    #[xml(child_text = "max-file-size")]
    pub max_file_size: Option<u64>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In a temporary error: when to retry.
///
/// [XEP-0363 §6](https://xmpp.org/extensions/xep-0363.html#errors)
#[doc(alias("XEP-0363", "XEP0363", "0363"))]
#[doc(alias("urn:xmpp:http:upload:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "retry", derive(Debug, PartialEq, Eq))]
#[xml(new = "Retry no earlier than this time.")]
#[non_exhaustive]
pub struct Retry {
    /// The earliest time for another request.
    #[xml(attribute)]
    pub stamp: DateTime,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The limits of an upload service, as a form in disco#info.
///
/// [XEP-0363 §3](https://xmpp.org/extensions/xep-0363.html#disco)
#[doc(alias("XEP-0363", "XEP0363", "0363"))]
#[doc(alias("urn:xmpp:http:upload:0"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = NS)]
#[non_exhaustive]
pub struct Limits {
    /// The maximum size that the service accepts, in bytes. `None` means no limit.
    #[form(var = "max-file-size", kind = "text-single", strict)]
    pub max_file_size: Option<u64>,
    /// The underlying form with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}
