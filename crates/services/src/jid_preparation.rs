//! Having a JID validated and normalized by a service, for clients without Unicode tables.
//!
//! `xmpp-jid` does the same locally.
//!
//! ```
//! use xmpp_services::jid_preparation::Response;
//!
//! let response: Response = xmpp_xml::from_str(
//!     "<jid-validate-result xmlns='urn:xmpp:jidprep:1'><valid-jid><localpart>σ</localpart>\
//!      <domainpart>example.com</domainpart></valid-jid></jid-validate-result>",
//! )?;
//! assert_eq!(response.jid().expect("it is valid"), "σ@example.com");
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
//!
//! [XEP-0328, JID Preparation and Validation Service](https://xmpp.org/extensions/xep-0328.html)

use alloc::string::{String, ToString as _};

use xmpp_jid::Jid;
use xmpp_xml::{Base64, Extra, Xml};

/// The namespace, which is also the feature of services that support this.
pub const NS: &str = "urn:xmpp:jidprep:1";

/// The feature of services that understand an [`EncodedRequest`].
///
/// [XEP-0328 §4](https://xmpp.org/extensions/xep-0328.html#base64)
pub const ENCODED: &str = "urn:xmpp:jidprep:base64:1";

/// The namespace before 2016, which is also the feature of services that support no later version.
pub const NS_0: &str = "urn:xmpp:jidprep:0";

/// Asks whether a text is a JID, and for its normal form, in an iq of type `get`. The answer is a [`Response`].
///
/// [XEP-0328 §3](https://xmpp.org/extensions/xep-0328.html#usecases)
#[doc(alias("XEP-0328", "XEP0328", "0328"))]
#[doc(alias("urn:xmpp:jidprep:1", "jid-validate-request"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "jid-validate-request", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request about this text.")]
#[non_exhaustive]
pub struct Request {
    /// The text, which may be no address.
    #[xml(child_text = "maybe-jid")]
    pub text: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Like [`Request`], for text that XML cannot carry.
///
/// [XEP-0328 §4](https://xmpp.org/extensions/xep-0328.html#base64)
#[doc(alias("XEP-0328", "XEP0328", "0328"))]
#[doc(alias("urn:xmpp:jidprep:1", "jid-validate-base64-request"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "jid-validate-base64-request", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request about this text.")]
#[non_exhaustive]
pub struct EncodedRequest {
    /// The text in UTF-8.
    #[xml(child_text = "base64-maybe-jid")]
    pub text: Base64,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The answer to a [`Request`] or an [`EncodedRequest`].
///
/// [XEP-0328 §3](https://xmpp.org/extensions/xep-0328.html#usecases)
#[doc(alias("XEP-0328", "XEP0328", "0328"))]
#[doc(alias("urn:xmpp:jidprep:1", "jid-validate-result"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "jid-validate-result", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Response {
    /// The parts of the normal form. `None` means that the text is not a JID.
    #[xml(child, strict)]
    pub valid: Option<Prepared>,
    /// Why the text is not a JID. `None` means that it is one.
    #[xml(child, strict)]
    pub invalid: Option<Refused>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Response {
    /// Validates and normalizes a text, as the service does.
    ///
    /// ```
    /// use xmpp_services::jid_preparation::Response;
    ///
    /// let answer = Response::about("Σ@example.com/Alice");
    /// assert_eq!(answer.jid().expect("an address"), "σ@example.com/Alice");
    /// assert!(Response::about("henryⅣ@example.com").invalid.is_some());
    /// ```
    #[must_use]
    pub fn about(text: &str) -> Self {
        match Jid::new(text) {
            Ok(jid) => {
                let jid = jid.to_normalized();
                Self {
                    valid: Some(Prepared {
                        local: jid.local().map(Into::into),
                        domain: jid.domain().into(),
                        resource: jid.resource().map(Into::into),
                        extra: Extra::new(),
                    }),
                    ..Self::default()
                }
            }
            Err(error) => Self {
                invalid: Some(Refused {
                    reason: Some(error.to_string()),
                    extra: Extra::new(),
                }),
                ..Self::default()
            },
        }
    }

    /// The normal form. `None` if the text is not a JID, if the response has both verdicts or neither, or if its parts do
    /// not form a JID with exactly these parts.
    #[must_use]
    pub fn jid(&self) -> Option<Jid> {
        match (&self.valid, &self.invalid) {
            (Some(parts), None) => parts.jid(),
            _ => None,
        }
    }
}

/// The parts of a normalized JID.
///
/// [XEP-0328 §3](https://xmpp.org/extensions/xep-0328.html#usecases)
#[doc(alias("XEP-0328", "XEP0328", "0328"))]
#[doc(alias("urn:xmpp:jidprep:1", "valid-jid"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "valid-jid", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Prepared {
    /// The localpart. `None` if the JID has none.
    #[xml(child_text = "localpart", strict)]
    pub local: Option<String>,
    /// The domainpart.
    #[xml(child_text = "domainpart")]
    pub domain: String,
    /// The resourcepart. `None` if the JID has none.
    #[xml(child_text = "resourcepart", strict)]
    pub resource: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Prepared {
    /// The JID with these parts. `None` if they are invalid, or would be parsed differently, such as a domainpart of
    /// `a@b.example`.
    #[must_use]
    pub fn jid(&self) -> Option<Jid> {
        let (local, resource) = (self.local.as_deref(), self.resource.as_deref());
        let jid = Jid::from_parts(local, &self.domain, resource).ok()?;
        let is_same = jid.local() == local && jid.resource() == resource;
        is_same.then_some(jid)
    }
}

/// The verdict that a text is not a JID.
///
/// [XEP-0328 §3](https://xmpp.org/extensions/xep-0328.html#usecases)
#[doc(alias("XEP-0328", "XEP0328", "0328"))]
#[doc(alias("urn:xmpp:jidprep:1", "invalid-jid"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "invalid-jid", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Refused {
    /// The reason, human-readable. `None` if not specified.
    #[xml(child_text = "reason")]
    pub reason: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The protocol before 2016: the text in an iq of type `get`, its normal form in the result. Invalid JIDs are answered with
/// the error `jid-malformed`.
///
/// [XEP-0328](https://xmpp.org/extensions/xep-0328.html)
#[doc(alias("XEP-0328", "XEP0328", "0328"))]
#[doc(alias("urn:xmpp:jidprep:0", "jid"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS_0, name = "jid", derive(Debug, PartialEq, Eq))]
#[xml(new = "A text to prepare, or its normal form.")]
#[non_exhaustive]
pub struct Legacy {
    /// The text, which may be no address.
    #[xml(text)]
    pub text: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
