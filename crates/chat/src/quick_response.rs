//! Answers and actions that a message offers, to choose from at a touch.
//!
//! [XEP-0439, Quick Response](https://xmpp.org/extensions/xep-0439.html)

use alloc::string::String;

use xmpp_xml::{Extra, LanguageTag, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:tmp:quick-response";

/// An answer that is offered, one of several in a message. Others are fine, too.
///
/// [XEP-0439 §4.1](https://xmpp.org/extensions/xep-0439.html#response-element)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "response")]
#[xml(new = "This answer.", with)]
#[non_exhaustive]
pub struct Response {
    /// The language of the answer, which is that of the body beside it. `None` where the body has none.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The body of the message that is sent when it is chosen.
    #[xml(attribute)]
    pub value: String,
    /// What it is called. `None` to show the [`value`](Self::value). The two may have nothing to do with each other.
    #[xml(attribute)]
    pub label: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// An action that is offered.
///
/// [XEP-0439 §4.2](https://xmpp.org/extensions/xep-0439.html#action-element)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "action")]
#[xml(new = "The action with this identifier.", with)]
#[non_exhaustive]
pub struct Action {
    /// The language of the label, which is that of the body beside it. `None` where the body has none.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The identifier, by which an [`ActionSelected`] names it.
    #[xml(attribute)]
    pub id: String,
    /// What it is called. `None` where it is not said.
    #[xml(attribute)]
    pub label: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// An action was chosen. There is no body beside it.
///
/// [XEP-0439 §4.3](https://xmpp.org/extensions/xep-0439.html#action-selected-element)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "action-selected")]
#[xml(new = "The action with this identifier was chosen.")]
#[non_exhaustive]
pub struct ActionSelected {
    /// The identifier of the [`Action`].
    #[xml(attribute)]
    pub id: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}
