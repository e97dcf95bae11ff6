//! Translations of messages, and translation services.
//!
//! [XEP-0171, Language Translation](https://xmpp.org/extensions/xep-0171.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_xml::{Extra, LanguageTag, Xml};

/// The namespace, which is also the feature of translation services.
pub const NS: &str = "urn:xmpp:langtrans";

/// The namespace of a [`Query`].
pub const NS_ITEMS: &str = "urn:xmpp:langtrans:items";

/// The namespace of a [`Query`] before 2011.
pub const NS_ITEMS_LEGACY: &str = "urn:xmpp:langtrans#items";

/// In a message, how its bodies were translated. In an iq, a text to translate, or its translations.
///
/// [XEP-0171 §4.1](https://xmpp.org/extensions/xep-0171.html#delivery),
/// [§4.3](https://xmpp.org/extensions/xep-0171.html#request)
#[doc(alias("XEP-0171", "XEP0171", "0171"))]
#[doc(alias("urn:xmpp:langtrans", "x"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "x", derive(Debug, PartialEq, Eq))]
#[xml(new = "A list of these translations.", parameters = [translations], with)]
#[non_exhaustive]
pub struct Translations {
    /// The text to translate. `None` in a message, whose bodies are the texts.
    #[xml(child)]
    pub source: Option<Source>,
    /// The translations. A translation into a pivot language comes before those made from it.
    #[xml(child)]
    pub translations: Vec<Translation>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A text to translate.
///
/// [XEP-0171 §4.3.1](https://xmpp.org/extensions/xep-0171.html#request-basic)
#[doc(alias("XEP-0171", "XEP0171", "0171"))]
#[doc(alias("urn:xmpp:langtrans"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "source", derive(Debug, PartialEq, Eq))]
#[xml(new = "A text to translate.", with)]
#[non_exhaustive]
pub struct Source {
    /// The language of the text. `None` means that of the stanza.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The text.
    #[xml(text)]
    pub text: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A translation, or the request for one.
///
/// [XEP-0171 §4.1](https://xmpp.org/extensions/xep-0171.html#delivery)
#[doc(alias("XEP-0171", "XEP0171", "0171"))]
#[doc(alias("urn:xmpp:langtrans"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "translation", derive(Debug, PartialEq, Eq))]
#[xml(new = "A translation into this language.", with)]
#[non_exhaustive]
pub struct Translation {
    /// The language translated into.
    #[xml(attribute = "destination_lang")]
    pub destination_lang: LanguageTag,
    /// The language translated from. `None` in a request.
    #[xml(attribute = "source_lang")]
    pub source_lang: Option<LanguageTag>,
    /// The character set that the engine requires. `None` if not specified.
    #[xml(attribute)]
    pub charset: Option<String>,
    /// The dictionary, such as one for medicine. `None` means the default.
    #[xml(attribute)]
    pub dictionary: Option<String>,
    /// The translation engine; empty if its name is unknown. `None` means a human translation, or in a request any
    /// engine: see [`method`](Self::method).
    #[xml(attribute)]
    pub engine: Option<String>,
    /// Whether a human has reviewed a machine translation.
    #[xml(attribute, default)]
    pub reviewed: bool,
    /// The translated text. `None` in a request and in a message, which has it as a body.
    #[xml(text)]
    pub text: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The method of a translation.
///
/// [XEP-0171 §4.1](https://xmpp.org/extensions/xep-0171.html#delivery)
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(
    clippy::exhaustive_enums,
    reason = "the specification has these three methods"
)]
pub enum Method {
    /// Human translation.
    Human,
    /// Machine translation.
    Machine,
    /// Machine translation with human review.
    ReviewedMachine,
}

impl Translation {
    /// The method of the translation.
    #[must_use]
    pub fn method(&self) -> Method {
        match (&self.engine, self.reviewed) {
            (None, _) => Method::Human,
            (Some(_), false) => Method::Machine,
            (Some(_), true) => Method::ReviewedMachine,
        }
    }
}

/// Asks a service for the language pairs that it supports, or answers that.
///
/// [XEP-0171 §4.2.3](https://xmpp.org/extensions/xep-0171.html#disco-lang)
#[doc(alias("XEP-0171", "XEP0171", "0171"))]
#[doc(alias("urn:xmpp:langtrans:items", "urn:xmpp:langtrans#items"))]
#[derive(Clone, Default, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(name = "query", new = "Asks for the supported language pairs.")]
#[non_exhaustive]
pub struct Query {
    /// The namespace: that of today, or that from before 2011. The answer is in that of the request.
    #[xml(namespace, default)]
    pub namespace: ItemsNamespace,
    /// The language pairs. Empty in a request.
    #[xml(child)]
    pub items: Vec<Item>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The namespace of a [`Query`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Xml)]
#[expect(
    clippy::exhaustive_enums,
    reason = "another namespace would be another element"
)]
pub enum ItemsNamespace {
    /// [`NS_ITEMS`]
    #[default]
    #[xml(token = "urn:xmpp:langtrans:items")]
    Current,
    /// [`NS_ITEMS_LEGACY`]
    #[xml(token = "urn:xmpp:langtrans#items")]
    Legacy,
}

/// A supported language pair, with an engine and dictionary.
///
/// [XEP-0171 §4.2.3](https://xmpp.org/extensions/xep-0171.html#disco-lang)
#[doc(alias("XEP-0171", "XEP0171", "0171"))]
#[doc(alias("urn:xmpp:langtrans:items", "urn:xmpp:langtrans#items"))]
#[derive(Clone, Xml)]
#[xml(namespace = [NS_ITEMS, NS_ITEMS_LEGACY], name = "item", derive(Debug, PartialEq, Eq))]
#[xml(new = "A service that translates from the one language into the other.", parameters = [jid, source_lang, destination_lang], with)]
#[non_exhaustive]
pub struct Item {
    /// The JID of the translation provider.
    #[xml(attribute)]
    pub jid: Jid,
    /// The language translated from.
    #[xml(attribute = "source_lang")]
    pub source_lang: LanguageTag,
    /// The language translated into. `None` if not specified.
    #[xml(attribute = "destination_lang")]
    pub destination_lang: Option<LanguageTag>,
    /// The dictionary. `None` means the default.
    #[xml(attribute)]
    pub dictionary: Option<String>,
    /// The translation engine. `None` if not specified.
    #[xml(attribute)]
    pub engine: Option<String>,
    /// The name of the provider. `None` if not specified.
    #[xml(attribute)]
    pub name: Option<String>,
    /// Whether it can be used as a pivot for other translations.
    #[xml(attribute, default)]
    pub pivotable: bool,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
