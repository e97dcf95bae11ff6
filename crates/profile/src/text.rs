//! Texts with a language, for several namespaces.

use alloc::string::String;

use xmpp_xml::{Extra, LanguageTag, Xml};

use crate::{activity, mood};

/// A description of a mood or an activity, in one language.
///
/// [XEP-0107 §2.1](https://xmpp.org/extensions/xep-0107.html#proto-format),
/// [XEP-0108 §2.1](https://xmpp.org/extensions/xep-0108.html#proto-format)
#[doc(alias("XEP-0107", "XEP0107", "0107"))]
#[doc(alias("http://jabber.org/protocol/mood"))]
#[doc(alias("http://jabber.org/protocol/activity"))]
#[derive(Clone, Xml)]
#[xml(namespace = [mood::NS, activity::NS], name = "text", derive(Debug, PartialEq, Eq))]
#[xml(new = "A description in the language in scope.", with)]
#[non_exhaustive]
pub struct Text {
    /// The language. `None` means the one in scope.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The text.
    #[xml(text)]
    pub text: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
