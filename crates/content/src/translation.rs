//! Texts in other languages: how a message was translated, and services that translate.
//!
//! [XEP-0171, Language Translation](https://xmpp.org/extensions/xep-0171.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_xml::{Extra, LanguageTag, Xml};

/// The namespace, which is also the feature of services that translate.
pub const NS: &str = "urn:xmpp:langtrans";

/// The namespace of what a service can translate.
pub const NS_ITEMS: &str = "urn:xmpp:langtrans:items";

/// The namespace of what a service can translate, before 2011.
pub const NS_ITEMS_LEGACY: &str = "urn:xmpp:langtrans#items";

/// In a message: from which language its bodies were translated to which. In an iq: a text to be translated, and what came
/// of it.
///
/// [XEP-0171 §4.1](https://xmpp.org/extensions/xep-0171.html#delivery),
/// [§4.3](https://xmpp.org/extensions/xep-0171.html#request)
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "x")]
#[xml(new = "These translations.", parameters = [translations], with)]
#[non_exhaustive]
pub struct Translations {
    /// The text that is to be translated. `None` in a message, whose bodies are the texts.
    #[xml(child)]
    pub source: Option<Source>,
    /// The translations. One into a language that is translated from in turn comes before that.
    #[xml(child)]
    pub translations: Vec<Translation>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A text to be translated.
///
/// [XEP-0171 §4.3.1](https://xmpp.org/extensions/xep-0171.html#request-basic)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "source")]
#[xml(new = "This text.", with)]
#[non_exhaustive]
pub struct Source {
    /// The language of the text. `None` for that of the stanza.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The text.
    #[xml(text)]
    pub text: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A translation that is wanted, or that was made.
///
/// [XEP-0171 §4.1](https://xmpp.org/extensions/xep-0171.html#delivery)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "translation")]
#[xml(new = "Into this language.", with)]
#[non_exhaustive]
pub struct Translation {
    /// The language of the translation.
    #[xml(attribute = "destination_lang")]
    pub destination_lang: LanguageTag,
    /// The language that it is translated from. `None` where a translation is asked for.
    #[xml(attribute = "source_lang")]
    pub source_lang: Option<LanguageTag>,
    /// The characters that the engine can deal with. `None` where it is not said.
    #[xml(attribute)]
    pub charset: Option<String>,
    /// The words of which trade are to be used, or were. `None` for any.
    #[xml(attribute)]
    pub dictionary: Option<String>,
    /// The engine: empty where its name is not known. `None` where a person has translated, and where it does not matter
    /// which is used: see [`method`](Self::method).
    #[xml(attribute)]
    pub engine: Option<String>,
    /// Whether a person has looked over what an engine had made.
    #[xml(attribute, default)]
    pub reviewed: bool,
    /// The translated text. `None` in a request, and in a message, which has it in a body.
    #[xml(text)]
    pub text: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// How something was translated.
///
/// [XEP-0171 §4.1](https://xmpp.org/extensions/xep-0171.html#delivery)
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(
    clippy::exhaustive_enums,
    reason = "the specification has these three methods"
)]
pub enum Method {
    /// By a person.
    Human,
    /// By an engine.
    Machine,
    /// By an engine, and looked over by a person.
    ReviewedMachine,
}

impl Translation {
    /// How it was translated.
    #[must_use]
    pub fn method(&self) -> Method {
        match (&self.engine, self.reviewed) {
            (None, _) => Method::Human,
            (Some(_), false) => Method::Machine,
            (Some(_), true) => Method::ReviewedMachine,
        }
    }
}

/// Asks a service what it can translate, or answers that.
///
/// [XEP-0171 §4.2.3](https://xmpp.org/extensions/xep-0171.html#disco-lang)
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(name = "query")]
#[non_exhaustive]
pub struct Query {
    /// The namespace: that of today, or that from before 2011. The answer is in that of the request.
    #[xml(namespace)]
    pub namespace: ItemsNamespace,
    /// What it can translate. Empty in a request.
    #[xml(child)]
    pub items: Vec<Item>,
    /// What this type does not name, in place.
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

impl Query {
    /// Asks a service what it can translate.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

/// A pair of languages between which a service translates, by some engine and with some dictionary.
///
/// [XEP-0171 §4.2.3](https://xmpp.org/extensions/xep-0171.html#disco-lang)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = [NS_ITEMS, NS_ITEMS_LEGACY], name = "item")]
#[xml(new = "This service, from this language.", parameters = [jid, source_lang, destination_lang], with)]
#[non_exhaustive]
pub struct Item {
    /// Who translates.
    #[xml(attribute)]
    pub jid: Jid,
    /// The language that is translated from.
    #[xml(attribute = "source_lang")]
    pub source_lang: LanguageTag,
    /// The language that is translated into. `None` where it is not said.
    #[xml(attribute = "destination_lang")]
    pub destination_lang: Option<LanguageTag>,
    /// The dictionary. `None` for the usual one.
    #[xml(attribute)]
    pub dictionary: Option<String>,
    /// The engine. `None` where it is not said.
    #[xml(attribute)]
    pub engine: Option<String>,
    /// What the service is called. `None` where it is not said.
    #[xml(attribute)]
    pub name: Option<String>,
    /// Whether the translation may be translated again.
    #[xml(attribute, default)]
    pub pivotable: bool,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}
