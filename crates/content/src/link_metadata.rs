//! What is behind a link: a title, a picture, a description.
//!
//! ```
//! use xmpp_content::link_metadata::{Description, PropertyName};
//!
//! let preview = Description::about("https://tea.example/party")?.with_title("A mad tea party");
//! assert_eq!(preview.subject(), Some("https://tea.example/party"));
//! assert_eq!(preview.get(&PropertyName::Title), Some("A mad tea party"));
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
//!
//! [XEP-0511, Link Metadata](https://xmpp.org/extensions/xep-0511.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Error, Extra, LanguageTag, OtherToken, RawElement, Xml};

/// The namespace of a [`Description`]: RDF.
pub const NS: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

/// The namespace of a [`Property`]: Open Graph.
pub const OPEN_GRAPH: &str = "https://ogp.me/ns#";

/// What is said to be at an address, one for each address and language. Whoever sent the message can have made it up, and
/// fetching a picture shows its server who is about to read.
///
/// [XEP-0511 §3.1](https://xmpp.org/extensions/xep-0511.html#inject)
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "Description")]
#[xml(with)]
#[non_exhaustive]
pub struct Description {
    /// The language of the texts. `None` for that of the message.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// What Open Graph has words for, in its order: a property of a picture follows the picture.
    #[xml(child)]
    pub properties: Vec<Property>,
    /// What is said in other vocabularies.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// What this type does not name, in place, and the address: see [`subject`](Self::subject).
    #[xml(extra)]
    pub extra: Extra,
}

/// Something that is said in the words of Open Graph.
///
/// [XEP-0511 §3.1](https://xmpp.org/extensions/xep-0511.html#inject)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(new = "This is said.", parameters = [vocabulary, name, content])]
#[non_exhaustive]
pub struct Property {
    /// Of what it is said: the namespace.
    #[xml(namespace)]
    pub vocabulary: Vocabulary,
    /// What is said: the name of the element.
    #[xml(name)]
    pub name: PropertyName,
    /// The value: a text, an address or a number, depending on the name.
    #[xml(text)]
    pub content: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Of what something is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Xml)]
#[expect(
    clippy::exhaustive_enums,
    reason = "another namespace would be another element"
)]
pub enum Vocabulary {
    /// Of what is at the address.
    #[xml(token = "https://ogp.me/ns#")]
    OpenGraph,
    /// Of the picture before.
    #[xml(token = "https://ogp.me/ns#image:")]
    Image,
    /// Of the film before.
    #[xml(token = "https://ogp.me/ns#video:")]
    Video,
    /// Of the sound before.
    #[xml(token = "https://ogp.me/ns#audio:")]
    Audio,
}

/// What is said. Which names there are says [Open Graph](https://ogp.me/).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum PropertyName {
    /// `title`
    Title,
    /// `description`
    Description,
    /// `url`: the address that it should be known by.
    Url,
    /// `image`: a picture, by its address.
    Image,
    /// `video`: a film, by its address.
    Video,
    /// `audio`: a sound, by its address.
    Audio,
    /// `type`: what kind of thing it is.
    Type,
    /// `site_name`: what the whole is called that it belongs to.
    #[xml(token = "site_name")]
    SiteName,
    /// `locale`: its language.
    Locale,
    /// `alt`: a picture in words.
    Alt,
    /// `width`, in pixels.
    Width,
    /// `height`, in pixels.
    Height,
    /// `secure_url`: its address over TLS.
    #[xml(token = "secure_url")]
    SecureUrl,
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}

impl Description {
    /// Of what is at this address; nothing is said yet.
    ///
    /// # Errors
    /// As [`set_subject`](Self::set_subject).
    pub fn about(address: &str) -> Result<Self, Error> {
        let mut description = Self::default();
        description.set_subject(address)?;
        Ok(description)
    }

    /// The address of what this is about. `None` where it is not said, so that it is of no use.
    #[must_use]
    pub fn subject(&self) -> Option<&str> {
        self.extra.attribute(NS, "about")
    }

    /// Sets the address of what this is about.
    ///
    /// # Errors
    /// The address has a character that XML cannot carry.
    pub fn set_subject(&mut self, address: &str) -> Result<(), Error> {
        self.extra.set_attribute(NS, "about", address)
    }

    /// The first value under this name, of what is at the address.
    #[must_use]
    pub fn get(&self, name: &PropertyName) -> Option<&str> {
        self.all(name).next()
    }

    /// The values under this name, of what is at the address, in their order.
    pub fn all(&self, name: &PropertyName) -> impl Iterator<Item = &str> {
        self.properties
            .iter()
            .filter(move |it| it.vocabulary == Vocabulary::OpenGraph && it.name == *name)
            .map(|it| &*it.content)
    }

    /// The same with this title.
    #[must_use]
    pub fn with_title(self, title: impl Into<String>) -> Self {
        let title = Property::new(Vocabulary::OpenGraph, PropertyName::Title, title);
        self.with_properties([title])
    }
}
