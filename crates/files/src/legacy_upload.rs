//! HTTP file upload as it was before 2017, which servers offer beside [`upload`](crate::upload).
//!
//! ```
//! use xmpp_files::legacy_upload::{Request, Version};
//!
//! let request = Request::new(Version::Standard, "tea.png", 23_456);
//! assert_eq!(
//!     xmpp_xml::to_string(&request)?,
//!     "<request xmlns='urn:xmpp:http:upload'><filename>tea.png</filename><size>23456</size></request>"
//! );
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
//!
//! [XEP-0363, HTTP File Upload](https://xmpp.org/extensions/xep-0363.html), version 0.2

use alloc::string::String;

use xmpp_xml::{Extra, Xml};

use crate::scheme;

/// The namespace, and the feature of an upload service.
pub const NS: &str = "urn:xmpp:http:upload";

/// The namespace before there was a XEP.
pub const NS_CONVERSATIONS: &str = "eu:siacs:conversations:http:upload";

/// The version of the protocol, by its namespace.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Version {
    /// [`NS`]
    #[default]
    #[xml(token = "urn:xmpp:http:upload")]
    Standard,
    /// [`NS_CONVERSATIONS`]
    #[xml(token = "eu:siacs:conversations:http:upload")]
    Conversations,
}

/// Requests a slot for uploading a file from an upload service; the answer is a [`Slot`].
#[doc(alias("XEP-0363", "XEP0363", "0363"))]
#[doc(alias("urn:xmpp:http:upload", "eu:siacs:conversations:http:upload"))]
#[derive(Clone, Xml)]
#[xml(name = "request", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request for a slot for a file with this name and size in bytes.", parameters = [version, filename, size], with)]
#[non_exhaustive]
pub struct Request {
    /// The version of the protocol, by the namespace.
    #[xml(namespace)]
    pub version: Version,
    /// The file name, which the service should preserve in the URL.
    #[xml(child_text = "filename")]
    pub filename: String,
    /// The size in bytes. An upload with another size is rejected.
    #[xml(child_text = "size")]
    pub size: u64,
    /// The media type of the file. `None` means `application/octet-stream`.
    #[xml(child_text = "content-type")]
    pub content_type: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The URLs for uploading and downloading a file: the answer to a [`Request`].
#[doc(alias("XEP-0363", "XEP0363", "0363"))]
#[doc(alias("urn:xmpp:http:upload", "eu:siacs:conversations:http:upload"))]
#[derive(Clone, Xml)]
#[xml(name = "slot", derive(Debug, PartialEq, Eq))]
#[xml(new = "The slot with these URLs.", parameters = [version, put, get])]
#[non_exhaustive]
pub struct Slot {
    /// The version of the protocol, by the namespace.
    #[xml(namespace)]
    pub version: Version,
    /// The URL for uploading, which must have the scheme `https`: see [`is_https`](Self::is_https).
    #[xml(child_text = "put")]
    pub put: String,
    /// The URL for downloading.
    #[xml(child_text = "get")]
    pub get: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Slot {
    /// Whether both URLs have the scheme `https`, as required.
    #[must_use]
    pub fn is_https(&self) -> bool {
        [&self.put, &self.get]
            .into_iter()
            .all(|url| scheme::is_of(url, "https"))
    }
}

/// In the error that refuses a request: the file is too large.
#[doc(alias("XEP-0363", "XEP0363", "0363"))]
#[doc(alias("urn:xmpp:http:upload", "eu:siacs:conversations:http:upload"))]
#[derive(Clone, Default, Xml)]
#[xml(name = "file-too-large", derive(Debug, PartialEq, Eq))]
#[xml(new = "The file is too large, without the limit.", parameters = [version], with)]
#[non_exhaustive]
pub struct FileTooLarge {
    /// The version of the protocol, by the namespace.
    #[xml(namespace)]
    pub version: Version,
    /// The maximum size that the service accepts, in bytes. `None` if not specified.
    #[xml(child_text = "max-file-size")]
    pub max_file_size: Option<u64>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
