//! Atom: entries and feeds.
//!
//! Everything defined by RFC 4287 has a field, as have the replies of RFC 4685. Texts are kept as sent: sanitize HTML and
//! XHTML before showing it.
//!
//! ```
//! use xmpp_publishing::atom::{Entry, Text};
//!
//! let entry: Entry = xmpp_xml::from_str(
//!     "<entry xmlns='http://www.w3.org/2005/Atom'>\
//!        <title>A picnic</title>\
//!        <content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>Bring <b>tea</b>.</div></content>\
//!        <content>Bring tea.</content>\
//!        <link rel='replies' href='xmpp:river.example?;node=talk'/>\
//!      </entry>",
//! )?;
//! assert_eq!(entry.titles[0].text(), Text::Plain("A picnic"));
//! assert_eq!(entry.plain_content(), Some("Bring tea."));
//! assert_eq!(entry.link("replies").unwrap().href, "xmpp:river.example?;node=talk");
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
//!
//! [RFC 4287, The Atom Syndication Format](https://www.rfc-editor.org/rfc/rfc4287)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_jid::uri::XmppUri;
use xmpp_profile::location::Location;
use xmpp_xml::{DateTime, Extra, LanguageTag, OtherToken, RawElement, Xml, trim};

/// The namespace.
pub const NS: &str = "http://www.w3.org/2005/Atom";

/// The namespace of [`InReplyTo`].
pub const NS_THREAD: &str = "http://purl.org/syndication/thread/1.0";

/// The namespace of the `div` in texts of type `xhtml`.
pub const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// An entry of a feed: a post, comment or message.
///
/// RFC 4287 requires an `id`, one title and the time of the last update. In practice, comments may lack them, and posts may
/// have a title for each language and type.
///
/// [RFC 4287 §4.1.2](https://www.rfc-editor.org/rfc/rfc4287#section-4.1.2)
#[doc(alias("XEP-0277", "XEP0277", "0277"))]
#[doc(alias("http://www.w3.org/2005/Atom"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "entry", derive(Debug, PartialEq, Eq))]
#[xml(with)]
#[non_exhaustive]
pub struct Entry {
    /// The base URI of relative references. `None` inherits the base of the parent element.
    #[xml(attribute = "xml:base")]
    pub base: Option<String>,
    /// The language of the texts. `None` inherits that of the parent element.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The authors. If empty, those of the [`source`](Self::source), else those of the feed. This is a claim of the
    /// publisher: see [`microblog::is_author`](crate::microblog::is_author).
    #[xml(child)]
    pub authors: Vec<Author>,
    /// The categories.
    #[xml(child)]
    pub categories: Vec<Category>,
    /// The title.
    #[xml(child)]
    pub titles: Vec<Title>,
    /// The summary, in one or more languages.
    #[xml(child)]
    pub summaries: Vec<Summary>,
    /// The content, or a reference to it. In XMPP the same content may be given as plain text and as XHTML.
    #[xml(child)]
    pub contents: Vec<Content>,
    /// The contributors.
    #[xml(child)]
    pub contributors: Vec<Contributor>,
    /// The permanent identifier, an IRI; compare it byte by byte. `None` is forbidden by RFC 4287.
    #[xml(child_text = "id")]
    pub id: Option<String>,
    /// Links to other representations and to related resources.
    #[xml(child)]
    pub links: Vec<Link>,
    /// When the entry was created or first published. `None` if not specified.
    #[xml(child_text = "published")]
    pub published: Option<DateTime>,
    /// When the entry was last changed significantly, in the author's view. `None` is forbidden by RFC 4287.
    #[xml(child_text = "updated")]
    pub updated: Option<DateTime>,
    /// The human-readable rights (copyright, licence). If empty, those of the feed.
    #[xml(child)]
    pub rights: Vec<Rights>,
    /// The feed that the entry was copied from. `None` if it was not copied.
    #[xml(child)]
    pub source: Option<Source>,
    /// The program that created the entry; XMPP allows this in entries, too. `None` if not specified.
    #[xml(child)]
    pub generator: Option<Generator>,
    /// What the entry replies to: several references to one entry, or several entries.
    #[xml(child)]
    pub in_reply_to: Vec<InReplyTo>,
    /// The location that the entry refers to (XEP-0277 §6).
    #[xml(child)]
    pub locations: Vec<Location>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Entry {
    /// The entry with this identifier, an IRI, and a plain-text title.
    #[must_use]
    pub fn new(id: impl Into<String>, title: impl Into<String>, updated: DateTime) -> Self {
        Self {
            id: Some(id.into()),
            titles: alloc::vec![Title::new(title)],
            updated: Some(updated),
            ..Self::default()
        }
    }

    /// The first link of this relation, such as `alternate`, the default. Relations written as IRIs match their registered
    /// names.
    #[must_use]
    pub fn link(&self, relation: &str) -> Option<&Link> {
        find_link(&self.links, relation)
    }

    /// The first plain-text content.
    #[must_use]
    pub fn plain_content(&self) -> Option<&str> {
        self.contents.iter().find_map(|content| {
            let is_here = content.src.is_none() && content.kind == ContentKind::Text;
            is_here.then(|| content.text.as_deref().unwrap_or_default())
        })
    }
}

/// A feed, or its metadata: at a pubsub node, entries are separate items.
///
/// [RFC 4287 §4.1.1](https://www.rfc-editor.org/rfc/rfc4287#section-4.1.1)
#[doc(alias("XEP-0277", "XEP0277", "0277"))]
#[doc(alias("http://www.w3.org/2005/Atom"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "feed", derive(Debug, PartialEq, Eq))]
#[xml(with)]
#[non_exhaustive]
pub struct Feed {
    /// The base URI of relative references. `None` inherits the base of the parent element.
    #[xml(attribute = "xml:base")]
    pub base: Option<String>,
    /// The language of the texts. `None` inherits that of the parent element.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The authors.
    #[xml(child)]
    pub authors: Vec<Author>,
    /// The categories.
    #[xml(child)]
    pub categories: Vec<Category>,
    /// The title.
    #[xml(child)]
    pub titles: Vec<Title>,
    /// A description or tagline.
    #[xml(child)]
    pub subtitles: Vec<Subtitle>,
    /// The contributors.
    #[xml(child)]
    pub contributors: Vec<Contributor>,
    /// The program that creates the feed. `None` if not specified.
    #[xml(child)]
    pub generator: Option<Generator>,
    /// The IRI of the icon, a small square image. `None` if there is none.
    #[xml(child_text = "icon")]
    pub icon: Option<String>,
    /// The permanent identifier, an IRI. `None` is forbidden by RFC 4287.
    #[xml(child_text = "id")]
    pub id: Option<String>,
    /// Links to other representations and to related resources.
    #[xml(child)]
    pub links: Vec<Link>,
    /// The IRI of the logo, an image twice as wide as high. `None` if there is none.
    #[xml(child_text = "logo")]
    pub logo: Option<String>,
    /// The human-readable rights (copyright, licence).
    #[xml(child)]
    pub rights: Vec<Rights>,
    /// When the feed was last changed significantly. `None` is forbidden by RFC 4287.
    #[xml(child_text = "updated")]
    pub updated: Option<DateTime>,
    /// The entries. Empty at a pubsub node, where each entry is an item of its own.
    #[xml(child)]
    pub entries: Vec<Entry>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Feed {
    /// The feed with this identifier, an IRI, and a plain-text title.
    #[must_use]
    pub fn new(id: impl Into<String>, title: impl Into<String>, updated: DateTime) -> Self {
        Self {
            id: Some(id.into()),
            titles: alloc::vec![Title::new(title)],
            updated: Some(updated),
            ..Self::default()
        }
    }

    /// The first link of this relation, like [`Entry::link`].
    #[must_use]
    pub fn link(&self, relation: &str) -> Option<&Link> {
        find_link(&self.links, relation)
    }
}

/// The metadata of the feed that an entry was copied from.
///
/// [RFC 4287 §4.2.11](https://www.rfc-editor.org/rfc/rfc4287#section-4.2.11)
#[doc(alias("XEP-0277", "XEP0277", "0277"))]
#[doc(alias("http://www.w3.org/2005/Atom"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "source", derive(Debug, PartialEq, Eq))]
#[xml(new = "Empty metadata.", with)]
#[non_exhaustive]
pub struct Source {
    /// The base URI of relative references. `None` inherits the base of the parent element.
    #[xml(attribute = "xml:base")]
    pub base: Option<String>,
    /// The language of the texts. `None` inherits that of the parent element.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The authors.
    #[xml(child)]
    pub authors: Vec<Author>,
    /// The categories.
    #[xml(child)]
    pub categories: Vec<Category>,
    /// The title.
    #[xml(child)]
    pub titles: Vec<Title>,
    /// A description or tagline.
    #[xml(child)]
    pub subtitles: Vec<Subtitle>,
    /// The contributors.
    #[xml(child)]
    pub contributors: Vec<Contributor>,
    /// The program that creates the feed. `None` if not specified.
    #[xml(child)]
    pub generator: Option<Generator>,
    /// The IRI of the icon, a small square image. `None` if there is none.
    #[xml(child_text = "icon")]
    pub icon: Option<String>,
    /// The identifier. `None` if not specified.
    #[xml(child_text = "id")]
    pub id: Option<String>,
    /// Links to other representations and to related resources.
    #[xml(child)]
    pub links: Vec<Link>,
    /// The IRI of the logo, an image twice as wide as high. `None` if there is none.
    #[xml(child_text = "logo")]
    pub logo: Option<String>,
    /// The human-readable rights (copyright, licence).
    #[xml(child)]
    pub rights: Vec<Rights>,
    /// When the feed was last changed significantly. `None` if not specified.
    #[xml(child_text = "updated")]
    pub updated: Option<DateTime>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The content of a text, by its type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Text<'a> {
    /// Plain text.
    Plain(&'a str),
    /// HTML, to be sanitized before it is shown.
    Html(&'a str),
    /// XHTML, to be sanitized before it is shown. The `div` itself is not part of the text.
    Xhtml(&'a RawElement),
    /// The content does not match the type.
    Invalid,
}

macro_rules! text_construct {
    ($(#[$meta:meta])* pub struct $name:ident = $element:tt) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
        #[xml(namespace = NS, name = $element)]
        #[xml(with)]
        #[non_exhaustive]
        pub struct $name {
            /// The base URI of relative references in XHTML. `None` inherits the base of the parent element.
            #[xml(attribute = "xml:base")]
            pub base: Option<String>,
            /// The language. `None` inherits that of the parent element.
            #[xml(lang)]
            pub lang: Option<LanguageTag>,
            /// The type; plain text by default. See [`text`](Self::text).
            #[xml(attribute = "type", default)]
            pub kind: TextKind,
            /// The text, for the types `text` and `html`. `None` if there is none.
            #[xml(text)]
            pub value: Option<String>,
            /// The `div`, for the type `xhtml`. `None` if there is none.
            #[xml(child)]
            pub div: Option<RawElement>,
            /// Unknown attributes and child elements, in place.
            #[xml(extra)]
            pub extra: Extra,
        }

        impl $name {
            /// Plain text.
            #[must_use]
            pub fn new(text: impl Into<String>) -> Self {
                Self {
                    value: Some(text.into()),
                    ..Self::default()
                }
            }

            /// The content, by its type.
            #[must_use]
            pub fn text(&self) -> Text<'_> {
                read_text(&self.kind, self.value.as_deref(), self.div.as_ref())
            }
        }
    };
}

text_construct! {
    /// The title of an entry or feed.
    ///
    /// [RFC 4287 §4.2.14](https://www.rfc-editor.org/rfc/rfc4287#section-4.2.14)
    #[doc(alias("XEP-0277", "XEP0277", "0277"))]
    #[doc(alias("http://www.w3.org/2005/Atom"))]
    pub struct Title = "title"
}

text_construct! {
    /// The description or tagline of a feed.
    ///
    /// [RFC 4287 §4.2.12](https://www.rfc-editor.org/rfc/rfc4287#section-4.2.12)
    #[doc(alias("XEP-0277", "XEP0277", "0277"))]
    #[doc(alias("http://www.w3.org/2005/Atom"))]
    pub struct Subtitle = "subtitle"
}

text_construct! {
    /// The summary of an entry.
    ///
    /// [RFC 4287 §4.2.13](https://www.rfc-editor.org/rfc/rfc4287#section-4.2.13)
    #[doc(alias("XEP-0277", "XEP0277", "0277"))]
    #[doc(alias("http://www.w3.org/2005/Atom"))]
    pub struct Summary = "summary"
}

text_construct! {
    /// The human-readable rights (copyright, licence) of an entry or feed.
    ///
    /// [RFC 4287 §4.2.10](https://www.rfc-editor.org/rfc/rfc4287#section-4.2.10)
    #[doc(alias("XEP-0277", "XEP0277", "0277"))]
    #[doc(alias("http://www.w3.org/2005/Atom"))]
    pub struct Rights = "rights"
}

/// The type of a text.
///
/// [RFC 4287 §3.1.1](https://www.rfc-editor.org/rfc/rfc4287#section-3.1.1)
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum TextKind {
    /// `text`: plain text.
    #[default]
    Text,
    /// `html`: escaped HTML.
    Html,
    /// `xhtml`: an XHTML `div`.
    Xhtml,
    /// Any other, which RFC 4287 forbids.
    #[xml(other)]
    Other(OtherToken),
}

/// The content of an entry, or a reference to it.
///
/// [RFC 4287 §4.1.3](https://www.rfc-editor.org/rfc/rfc4287#section-4.1.3)
#[doc(alias("XEP-0277", "XEP0277", "0277"))]
#[doc(alias("http://www.w3.org/2005/Atom"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "content", derive(Debug, PartialEq, Eq))]
#[xml(with)]
#[non_exhaustive]
pub struct Content {
    /// The base URI of relative references. `None` inherits the base of the parent element.
    #[xml(attribute = "xml:base")]
    pub base: Option<String>,
    /// The language. `None` inherits that of the parent element.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The IRI of external content. `None` if the content is inline. Fetching it reveals the reader to the host.
    #[xml(attribute)]
    pub src: Option<String>,
    /// The type; for inline content, plain text by default.
    #[xml(attribute = "type", default)]
    pub kind: ContentKind,
    /// The text: plain text, HTML, base64, or text of the media type. `None` if there is none.
    #[xml(text)]
    pub text: Option<String>,
    /// The `div` for the type `xhtml`, or the root element for an XML media type.
    #[xml(child)]
    pub elements: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Content {
    /// Plain text.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: Some(text.into()),
            ..Self::default()
        }
    }

    /// XHTML content, as a `div`.
    #[must_use]
    pub fn xhtml(div: RawElement) -> Self {
        Self {
            kind: ContentKind::Xhtml,
            elements: alloc::vec![div],
            ..Self::default()
        }
    }

    /// The `div` for the type `xhtml`. `None` for other types, or if there is none.
    #[must_use]
    pub fn div(&self) -> Option<&RawElement> {
        let is_here = self.kind == ContentKind::Xhtml && self.src.is_none();
        self.elements
            .iter()
            .find(|element| is_here && element.is(XHTML, "div"))
    }
}

/// The type of a [`Content`].
///
/// [RFC 4287 §4.1.3.1](https://www.rfc-editor.org/rfc/rfc4287#section-4.1.3.1)
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum ContentKind {
    /// `text`: plain text.
    #[default]
    Text,
    /// `html`: escaped HTML.
    Html,
    /// `xhtml`: an XHTML `div`.
    Xhtml,
    /// A media type: `text/…` is included as text, XML as an element, all others as base64.
    #[xml(other)]
    Media(OtherToken),
}

macro_rules! person_construct {
    ($(#[$meta:meta])* pub struct $name:ident = $element:tt) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
        #[xml(namespace = NS, name = $element)]
        #[xml(new = "The person of this name.", parameters = [name], with)]
        #[non_exhaustive]
        pub struct $name {
            /// The base URI of relative references. `None` inherits the base of the parent element.
            #[xml(attribute = "xml:base")]
            pub base: Option<String>,
            /// The language of the name. `None` inherits that of the parent element.
            #[xml(lang)]
            pub lang: Option<LanguageTag>,
            /// The human-readable name. `None` is forbidden by RFC 4287.
            #[xml(child_text = "name")]
            pub name: Option<String>,
            /// An IRI for the person: in XMPP, the JID as an `xmpp:` URI, see [`jid`](Self::jid). `None` if not specified.
            #[xml(child_text = "uri")]
            pub uri: Option<String>,
            /// An email address. `None` if not specified.
            #[xml(child_text = "email")]
            pub email: Option<String>,
            /// Unknown attributes and child elements, in place.
            #[xml(extra)]
            pub extra: Extra,
        }

        impl $name {
            /// The JID of the `xmpp:` URI. `None` if there is no such URI.
            #[must_use]
            pub fn jid(&self) -> Option<Jid> {
                let uri = XmppUri::new(trim(self.uri.as_deref()?)).ok()?;
                uri.jid().cloned()
            }
        }
    };
}

person_construct! {
    /// An author of an entry or feed.
    ///
    /// [RFC 4287 §4.2.1](https://www.rfc-editor.org/rfc/rfc4287#section-4.2.1)
    #[doc(alias("XEP-0277", "XEP0277", "0277"))]
    #[doc(alias("http://www.w3.org/2005/Atom"))]
    pub struct Author = "author"
}

person_construct! {
    /// A contributor to an entry or feed.
    ///
    /// [RFC 4287 §4.2.3](https://www.rfc-editor.org/rfc/rfc4287#section-4.2.3)
    #[doc(alias("XEP-0277", "XEP0277", "0277"))]
    #[doc(alias("http://www.w3.org/2005/Atom"))]
    pub struct Contributor = "contributor"
}

/// A link from an entry or feed to another resource.
///
/// The attributes of RFC 4685 (`thr:count`, `thr:updated`) are kept in [`extra`](Self::extra).
///
/// [RFC 4287 §4.2.7](https://www.rfc-editor.org/rfc/rfc4287#section-4.2.7)
#[doc(alias("XEP-0277", "XEP0277", "0277"))]
#[doc(alias("http://www.w3.org/2005/Atom"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "link", derive(Debug, PartialEq, Eq))]
#[xml(
    new = "A link to this IRI, another representation of the entry or feed.",
    with
)]
#[non_exhaustive]
pub struct Link {
    /// The base URI of a relative reference. `None` inherits the base of the parent element.
    #[xml(attribute = "xml:base")]
    pub base: Option<String>,
    /// The language of the title. `None` inherits that of the parent element.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The IRI.
    #[xml(attribute)]
    pub href: String,
    /// The language of the linked resource. `None` if not specified.
    #[xml(attribute = "hreflang")]
    pub href_lang: Option<LanguageTag>,
    /// The approximate length in bytes, as text, since RFC 4287 does not define the format: [`bytes`](Self::bytes) parses
    /// it. `None` if not specified.
    #[xml(attribute)]
    pub length: Option<String>,
    /// The `id` of the linked entry, an addition of XEP-0277 §2.6. `None` if not specified.
    #[xml(attribute = "ref")]
    pub reference: Option<String>,
    /// The relation of the linked resource to the entry or feed. `None` means [`Relation::Alternate`]: see
    /// [`relation`](Self::relation).
    #[xml(attribute)]
    pub rel: Option<Relation>,
    /// The human-readable title. `None` if there is none.
    #[xml(attribute)]
    pub title: Option<String>,
    /// The media type, a hint. `None` if not specified.
    #[xml(attribute = "type")]
    pub media_type: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Link {
    /// The approximate length in bytes. `None` if not specified, or not a number.
    #[must_use]
    pub fn bytes(&self) -> Option<u64> {
        trim(self.length.as_deref()?).parse().ok()
    }

    /// The relation of the linked resource to the entry or feed, by its registered name if it has one.
    #[must_use]
    pub fn relation(&self) -> &str {
        let text = self.rel.as_ref().map_or("alternate", Relation::as_str);
        text.strip_prefix(RELATIONS).unwrap_or(text)
    }
}

/// The prefix of the IRI of a registered relation.
const RELATIONS: &str = "http://www.iana.org/assignments/relation/";

/// The relation of a link, from the registry of [link relations].
///
/// [RFC 4287 §4.2.7.2](https://www.rfc-editor.org/rfc/rfc4287#section-4.2.7.2)
///
/// [link relations]: https://www.iana.org/assignments/link-relations
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Relation {
    /// `alternate`: another representation.
    Alternate,
    /// `enclosure`: a related resource that may be large, such as a recording.
    Enclosure,
    /// `related`: a related resource.
    Related,
    /// `replies`: replies (RFC 4685); in XMPP, the node for comments.
    Replies,
    /// `self`: an equivalent resource.
    #[xml(token = "self")]
    Itself,
    /// `start`: the entry that comments refer to.
    Start,
    /// `via`: the source of the information.
    Via,
    /// Any other, or an IRI.
    #[xml(other)]
    Other(OtherToken),
}

/// A category of an entry or feed.
///
/// [RFC 4287 §4.2.2](https://www.rfc-editor.org/rfc/rfc4287#section-4.2.2)
#[doc(alias("XEP-0277", "XEP0277", "0277"))]
#[doc(alias("http://www.w3.org/2005/Atom"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "category", derive(Debug, PartialEq, Eq))]
#[xml(new = "A category with this term.", with)]
#[non_exhaustive]
pub struct Category {
    /// The language of the label. `None` inherits that of the parent element.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The human-readable label. `None` means the [`term`](Self::term).
    #[xml(attribute)]
    pub label: Option<String>,
    /// The IRI of the categorization scheme. `None` if there is none.
    #[xml(attribute)]
    pub scheme: Option<String>,
    /// The category.
    #[xml(attribute)]
    pub term: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The program that created an entry or feed.
///
/// [RFC 4287 §4.2.4](https://www.rfc-editor.org/rfc/rfc4287#section-4.2.4)
#[doc(alias("XEP-0277", "XEP0277", "0277"))]
#[doc(alias("http://www.w3.org/2005/Atom"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "generator", derive(Debug, PartialEq, Eq))]
#[xml(new = "The program of this name.", parameters = [name], with)]
#[non_exhaustive]
pub struct Generator {
    /// The language of the name. `None` inherits that of the parent element.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The IRI of the program. `None` if not specified.
    #[xml(attribute)]
    pub uri: Option<String>,
    /// The version of the program. `None` if not specified.
    #[xml(attribute)]
    pub version: Option<String>,
    /// The human-readable name. `None` if not specified.
    #[xml(text)]
    pub name: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A reference to the entry that an entry replies to.
///
/// [RFC 4685 §3](https://www.rfc-editor.org/rfc/rfc4685#section-3)
#[doc(alias("XEP-0277", "XEP0277", "0277"))]
#[doc(alias("http://purl.org/syndication/thread/1.0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS_THREAD, name = "in-reply-to", derive(Debug, PartialEq, Eq))]
#[xml(new = "A reply to the entry with this `id`.", parameters = [reference], with)]
#[non_exhaustive]
pub struct InReplyTo {
    /// The IRI of the entry. `None` if not specified.
    #[xml(attribute)]
    pub href: Option<String>,
    /// The `id` of the entry. `None` is forbidden by RFC 4685.
    #[xml(attribute = "ref")]
    pub reference: Option<String>,
    /// The IRI of the feed of the entry. `None` if not specified.
    #[xml(attribute)]
    pub source: Option<String>,
    /// The media type of the resource at [`href`](Self::href). `None` if not specified.
    #[xml(attribute = "type")]
    pub media_type: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

fn find_link<'a>(links: &'a [Link], relation: &str) -> Option<&'a Link> {
    links.iter().find(|link| link.relation() == relation)
}

fn read_text<'a>(kind: &TextKind, value: Option<&'a str>, div: Option<&'a RawElement>) -> Text<'a> {
    match (kind, div) {
        (TextKind::Text, None) => Text::Plain(value.unwrap_or_default()),
        (TextKind::Html, None) => Text::Html(value.unwrap_or_default()),
        (TextKind::Xhtml, Some(div)) if div.is(XHTML, "div") => Text::Xhtml(div),
        _ => Text::Invalid,
    }
}
