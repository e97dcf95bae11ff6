//! Messages whose content is hidden until the user asks for it.
//!
//! [XEP-0382, Spoiler messages](https://xmpp.org/extensions/xep-0382.html)

use alloc::string::String;

use xmpp_xml::{Extra, LanguageTag, Xml};

/// The namespace, which is also the feature of clients that support this.
pub const NS: &str = "urn:xmpp:spoiler:0";

/// Marks a message as a spoiler, with an optional hint. There may be one for each language.
///
/// [XEP-0382 §3](https://xmpp.org/extensions/xep-0382.html#usecases)
#[doc(alias("XEP-0382", "XEP0382", "0382"))]
#[doc(alias("urn:xmpp:spoiler:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "spoiler", derive(Debug, PartialEq, Eq))]
#[xml(new = "A spoiler without a hint.", with)]
#[non_exhaustive]
pub struct Spoiler {
    /// The language of the hint. `None` means that of the message.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The hint, to be shown before the content. `None` if there is none.
    #[xml(text)]
    pub hint: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
