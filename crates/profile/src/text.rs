//! Texts in a language, which several namespaces have.

use alloc::string::String;

use xmpp_xml::{Extra, LanguageTag, Xml};

use crate::{activity, mood};

/// A mood or an activity in words, in one language.
///
/// [XEP-0107 §2.1](https://xmpp.org/extensions/xep-0107.html#proto-format),
/// [XEP-0108 §2.1](https://xmpp.org/extensions/xep-0108.html#proto-format)
#[doc(alias("XEP-0107", "XEP0107", "0107"))]
#[doc(alias("http://jabber.org/protocol/mood"))]
#[doc(alias("http://jabber.org/protocol/activity"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = [mood::NS, activity::NS], name = "text")]
#[xml(new = "This text, in the language of what is around it.", with)]
#[non_exhaustive]
pub struct Text {
    /// The language. `None` means that of what is around it.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The text.
    #[xml(text)]
    pub text: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
