//! Metadata of links, for previews: title, image, description.
//!
//! ```
//! use xmpp_content::link_metadata::{Description, PropertyName};
//!
//! let preview = Description::new("https://tea.example/party").with_title("A mad tea party");
//! assert_eq!(preview.get(&PropertyName::Title), Some("A mad tea party"));
//! ```
//!
//! [XEP-0511, Link Metadata](https://xmpp.org/extensions/xep-0511.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Extra, LanguageTag, OtherToken, RawElement, Xml};

/// The namespace of a [`Description`]: RDF.
pub const NS: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

/// The namespace of a [`Property`]: Open Graph.
pub const OPEN_GRAPH: &str = "https://ogp.me/ns#";

/// The metadata of a link, one for each link and language. The sender may have forged it, and fetching an image reveals
/// the reader to its server.
///
/// [XEP-0511 §3.1](https://xmpp.org/extensions/xep-0511.html#inject)
#[doc(alias("XEP-0511", "XEP0511", "0511"))]
#[doc(alias("http://www.w3.org/1999/02/22-rdf-syntax-ns#"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "Description", prefix = "rdf", derive(Debug, PartialEq, Eq))]
#[xml(new = "Metadata of the link with this URI, so far without properties.", parameters = [about], with)]
#[non_exhaustive]
pub struct Description {
    /// The URI of the link. `None` if it is missing, so that the metadata is of no use.
    #[xml(attribute = "rdf:about", namespace = NS)]
    pub about: Option<String>,
    /// The language of the texts. `None` means that of the message.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The Open Graph properties, in their order: those of an image follow the image.
    #[xml(child)]
    pub properties: Vec<Property>,
    /// Metadata in other vocabularies.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// An Open Graph property.
///
/// [XEP-0511 §3.1](https://xmpp.org/extensions/xep-0511.html#inject)
#[doc(alias("XEP-0511", "XEP0511", "0511"))]
#[doc(alias("https://ogp.me/ns#", "https://ogp.me/ns#image:"))]
#[doc(alias("https://ogp.me/ns#video:", "https://ogp.me/ns#audio:", "title"))]
#[doc(alias("description", "url", "image", "video", "audio", "type"))]
#[doc(alias("site_name", "locale", "alt", "width", "height", "secure_url"))]
#[derive(Clone, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(new = "A property with this name and value.", parameters = [vocabulary, name, content])]
#[non_exhaustive]
pub struct Property {
    /// What it is a property of: the namespace of the element.
    #[xml(namespace)]
    pub vocabulary: Vocabulary,
    /// The property: the name of the element.
    #[xml(name)]
    pub name: PropertyName,
    /// The value: a text, a URI or a number, depending on the property.
    #[xml(text)]
    pub content: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What a [`Property`] is a property of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Xml)]
#[expect(
    clippy::exhaustive_enums,
    reason = "another namespace would be another element"
)]
pub enum Vocabulary {
    /// The target of the link.
    #[xml(token = "https://ogp.me/ns#")]
    OpenGraph,
    /// The preceding image.
    #[xml(token = "https://ogp.me/ns#image:")]
    Image,
    /// The preceding video.
    #[xml(token = "https://ogp.me/ns#video:")]
    Video,
    /// The preceding audio.
    #[xml(token = "https://ogp.me/ns#audio:")]
    Audio,
}

/// The name of a property, as [Open Graph](https://ogp.me/) defines it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum PropertyName {
    /// `title`
    Title,
    /// `description`
    Description,
    /// `url`: the canonical URL.
    Url,
    /// `image`: the URI of an image.
    Image,
    /// `video`: the URI of a video.
    Video,
    /// `audio`: the URI of audio.
    Audio,
    /// `type`: the type of the target.
    Type,
    /// `site_name`: the name of the site.
    #[xml(token = "site_name")]
    SiteName,
    /// `locale`: the language.
    Locale,
    /// `alt`: a description of an image.
    Alt,
    /// `width`, in pixels.
    Width,
    /// `height`, in pixels.
    Height,
    /// `secure_url`: the URL over TLS.
    #[xml(token = "secure_url")]
    SecureUrl,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

impl Description {
    /// The first value of this property of the link's target.
    #[must_use]
    pub fn get(&self, name: &PropertyName) -> Option<&str> {
        self.all(name).next()
    }

    /// The values of this property of the link's target, in their order.
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
