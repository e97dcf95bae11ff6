//! A message whose content is shown only when the reader asks for it.
//!
//! [XEP-0382, Spoiler messages](https://xmpp.org/extensions/xep-0382.html)

use alloc::string::String;

use xmpp_xml::{Extra, LanguageTag, Xml};

/// The namespace, which is also the feature of clients that support this.
pub const NS: &str = "urn:xmpp:spoiler:0";

/// The body is to be hidden at first. There may be one for each language.
///
/// [XEP-0382 §3](https://xmpp.org/extensions/xep-0382.html#usecases)
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "spoiler")]
#[xml(new = "Without a hint.", with)]
#[non_exhaustive]
pub struct Spoiler {
    /// The language of the hint. `None` for that of the message.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// What the message is about. `None` where it is not said.
    #[xml(text)]
    pub hint: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}
