//! Responses and actions that a message offers for quick selection.
//!
//! [XEP-0439, Quick Response](https://xmpp.org/extensions/xep-0439.html)

use alloc::string::String;

use xmpp_xml::{Extra, LanguageTag, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:tmp:quick-response";

/// A response that the sender suggests, one of several in a message. Free text is allowed all the same.
///
/// [XEP-0439 §4.1](https://xmpp.org/extensions/xep-0439.html#response-element)
#[doc(alias("XEP-0439", "XEP0439", "0439"))]
#[doc(alias("urn:xmpp:tmp:quick-response"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "response", derive(Debug, PartialEq, Eq))]
#[xml(new = "A suggestion to respond with this value.", with)]
#[non_exhaustive]
pub struct Response {
    /// The language of the response, which mirrors that of the body. `None` if the body has none.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The body of the message to send when it is selected.
    #[xml(attribute)]
    pub value: String,
    /// The label to show. `None` means the [`value`](Self::value). A sender may pick a label that misleads about the
    /// value.
    #[xml(attribute)]
    pub label: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// An action that the sender offers.
///
/// [XEP-0439 §4.2](https://xmpp.org/extensions/xep-0439.html#action-element)
#[doc(alias("XEP-0439", "XEP0439", "0439"))]
#[doc(alias("urn:xmpp:tmp:quick-response"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "action", derive(Debug, PartialEq, Eq))]
#[xml(new = "The action with this identifier.", with)]
#[non_exhaustive]
pub struct Action {
    /// The language of the label, which mirrors that of the body. `None` if the body has none.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The identifier, which an [`ActionSelected`] repeats.
    #[xml(attribute)]
    pub id: String,
    /// The label to show. `None` if not specified.
    #[xml(attribute)]
    pub label: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The user has selected an action. The message has no body.
///
/// [XEP-0439 §4.3](https://xmpp.org/extensions/xep-0439.html#action-selected-element)
#[doc(alias("XEP-0439", "XEP0439", "0439"))]
#[doc(alias("urn:xmpp:tmp:quick-response"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "action-selected", derive(Debug, PartialEq, Eq))]
#[xml(new = "The user has selected the action with this identifier.")]
#[non_exhaustive]
pub struct ActionSelected {
    /// The identifier of the [`Action`].
    #[xml(attribute)]
    pub id: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
