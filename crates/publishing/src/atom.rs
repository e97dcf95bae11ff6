//! Entries and feeds of Atom.
//!
//! Everything that RFC 4287 defines has a field, and the replies of RFC 4685. Texts are kept as they were sent: what is
//! HTML or XHTML has to be sanitized before it is shown.
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

/// The namespace of the `div` of texts of the type `xhtml`.
pub const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// One post, comment or message of a feed.
///
/// RFC 4287 demands an `id`, one title and the time of the last change. Comments are seen without, and posts with a title
/// for each language and type.
///
/// [RFC 4287 §4.1.2](https://www.rfc-editor.org/rfc/rfc4287#section-4.1.2)
#[doc(alias("XEP-0277", "XEP0277", "0277"))]
#[doc(alias("http://www.w3.org/2005/Atom"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "entry")]
#[xml(with)]
#[non_exhaustive]
pub struct Entry {
    /// What relative references are relative to. `None` means what is so around it.
    #[xml(attribute = "xml:base")]
    pub base: Option<String>,
    /// The language of the texts. `None` means that of what is around it.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// Who has written it. If there is none, that of the [`source`](Self::source), or else of the feed. It is the claim of
    /// whoever has published it: see [`microblog::is_author`](crate::microblog::is_author).
    #[xml(child)]
    pub authors: Vec<Author>,
    /// What it is about.
    #[xml(child)]
    pub categories: Vec<Category>,
    /// The title.
    #[xml(child)]
    pub titles: Vec<Title>,
    /// A summary. If there is none, there is none.
    #[xml(child)]
    pub summaries: Vec<Summary>,
    /// The text itself, or where it is. In XMPP there may be the same in plain text and in XHTML.
    #[xml(child)]
    pub contents: Vec<Content>,
    /// Who else has had a part in it.
    #[xml(child)]
    pub contributors: Vec<Contributor>,
    /// The identifier, an IRI that stays the same wherever the entry is published; compare it byte by byte. `None` if it
    /// has none, which RFC 4287 forbids.
    #[xml(child_text = "id")]
    pub id: Option<String>,
    /// Where it is as well, and what belongs to it.
    #[xml(child)]
    pub links: Vec<Link>,
    /// When it was first published, or came into being. `None` if unstated.
    #[xml(child_text = "published")]
    pub published: Option<DateTime>,
    /// When it was last changed in a way that its author finds worth saying. `None` if unstated, which RFC 4287 forbids.
    #[xml(child_text = "updated")]
    pub updated: Option<DateTime>,
    /// Who may do what with it, for people to read. If there is none, that of the feed.
    #[xml(child)]
    pub rights: Vec<Rights>,
    /// The feed that it was copied from. `None` if it is in its own.
    #[xml(child)]
    pub source: Option<Source>,
    /// The program that has made it, which XMPP has in entries as well. `None` if unstated.
    #[xml(child)]
    pub generator: Option<Generator>,
    /// What it is a reply to: the same entry by several links, or several entries.
    #[xml(child)]
    pub in_reply_to: Vec<InReplyTo>,
    /// The place that it is about (XEP-0277 §6).
    #[xml(child)]
    pub locations: Vec<Location>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Entry {
    /// The entry of this identifier, an IRI, with a title in plain text.
    #[must_use]
    pub fn new(id: impl Into<String>, title: impl Into<String>, updated: DateTime) -> Self {
        Self {
            id: Some(id.into()),
            titles: alloc::vec![Title::new(title)],
            updated: Some(updated),
            ..Self::default()
        }
    }

    /// The first link of this relation, such as `alternate`, which a link without a relation has. Names of relations may
    /// be written as IRIs.
    #[must_use]
    pub fn link(&self, relation: &str) -> Option<&Link> {
        find_link(&self.links, relation)
    }

    /// The first content in plain text.
    #[must_use]
    pub fn plain_content(&self) -> Option<&str> {
        self.contents.iter().find_map(|content| {
            let is_here = content.src.is_none() && content.kind == ContentKind::Text;
            is_here.then(|| content.text.as_deref().unwrap_or_default())
        })
    }
}

/// A feed, or what there is to know about one: the entries of a node are not in it.
///
/// [RFC 4287 §4.1.1](https://www.rfc-editor.org/rfc/rfc4287#section-4.1.1)
#[doc(alias("XEP-0277", "XEP0277", "0277"))]
#[doc(alias("http://www.w3.org/2005/Atom"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "feed")]
#[xml(with)]
#[non_exhaustive]
pub struct Feed {
    /// What relative references are relative to. `None` means what is so around it.
    #[xml(attribute = "xml:base")]
    pub base: Option<String>,
    /// The language of the texts. `None` means that of what is around it.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// Who writes it.
    #[xml(child)]
    pub authors: Vec<Author>,
    /// What it is about.
    #[xml(child)]
    pub categories: Vec<Category>,
    /// The title.
    #[xml(child)]
    pub titles: Vec<Title>,
    /// A description or motto.
    #[xml(child)]
    pub subtitles: Vec<Subtitle>,
    /// Who else has a part in it.
    #[xml(child)]
    pub contributors: Vec<Contributor>,
    /// The program that makes it. `None` if unstated.
    #[xml(child)]
    pub generator: Option<Generator>,
    /// The IRI of a small square picture. `None` if there is none.
    #[xml(child_text = "icon")]
    pub icon: Option<String>,
    /// The identifier, an IRI that stays the same wherever the feed is published. `None` if it has none, which RFC 4287
    /// forbids.
    #[xml(child_text = "id")]
    pub id: Option<String>,
    /// Where it is as well, and what belongs to it.
    #[xml(child)]
    pub links: Vec<Link>,
    /// The IRI of a picture, twice as wide as it is high. `None` if there is none.
    #[xml(child_text = "logo")]
    pub logo: Option<String>,
    /// Who may do what with it, for people to read.
    #[xml(child)]
    pub rights: Vec<Rights>,
    /// When it was last changed. `None` if unstated, which RFC 4287 forbids.
    #[xml(child_text = "updated")]
    pub updated: Option<DateTime>,
    /// The entries. At a node, each is an item of its own.
    #[xml(child)]
    pub entries: Vec<Entry>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Feed {
    /// The feed of this identifier, an IRI, with a title in plain text.
    #[must_use]
    pub fn new(id: impl Into<String>, title: impl Into<String>, updated: DateTime) -> Self {
        Self {
            id: Some(id.into()),
            titles: alloc::vec![Title::new(title)],
            updated: Some(updated),
            ..Self::default()
        }
    }

    /// The first link of this relation, as [`Entry::link`].
    #[must_use]
    pub fn link(&self, relation: &str) -> Option<&Link> {
        find_link(&self.links, relation)
    }
}

/// The feed that an entry was copied from, with what there is to know about it.
///
/// [RFC 4287 §4.2.11](https://www.rfc-editor.org/rfc/rfc4287#section-4.2.11)
#[doc(alias("XEP-0277", "XEP0277", "0277"))]
#[doc(alias("http://www.w3.org/2005/Atom"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "source")]
#[xml(new = "A feed of which nothing is known.", with)]
#[non_exhaustive]
pub struct Source {
    /// What relative references are relative to. `None` means what is so around it.
    #[xml(attribute = "xml:base")]
    pub base: Option<String>,
    /// The language of the texts. `None` means that of what is around it.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// Who writes it.
    #[xml(child)]
    pub authors: Vec<Author>,
    /// What it is about.
    #[xml(child)]
    pub categories: Vec<Category>,
    /// The title.
    #[xml(child)]
    pub titles: Vec<Title>,
    /// A description or motto.
    #[xml(child)]
    pub subtitles: Vec<Subtitle>,
    /// Who else has a part in it.
    #[xml(child)]
    pub contributors: Vec<Contributor>,
    /// The program that makes it. `None` if unstated.
    #[xml(child)]
    pub generator: Option<Generator>,
    /// The IRI of a small square picture. `None` if there is none.
    #[xml(child_text = "icon")]
    pub icon: Option<String>,
    /// The identifier. `None` if unstated.
    #[xml(child_text = "id")]
    pub id: Option<String>,
    /// Where it is as well, and what belongs to it.
    #[xml(child)]
    pub links: Vec<Link>,
    /// The IRI of a picture, twice as wide as it is high. `None` if there is none.
    #[xml(child_text = "logo")]
    pub logo: Option<String>,
    /// Who may do what with it, for people to read.
    #[xml(child)]
    pub rights: Vec<Rights>,
    /// When it was last changed. `None` if unstated.
    #[xml(child_text = "updated")]
    pub updated: Option<DateTime>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What a text says, by its type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Text<'a> {
    /// Plain text.
    Plain(&'a str),
    /// HTML, to be sanitized before it is shown.
    Html(&'a str),
    /// The `div` of XHTML, to be sanitized before it is shown. The `div` itself is no part of the text.
    Xhtml(&'a RawElement),
    /// Nothing that the type would allow.
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
            /// What relative references in XHTML are relative to. `None` means what is so around it.
            #[xml(attribute = "xml:base")]
            pub base: Option<String>,
            /// The language. `None` means that of what is around it.
            #[xml(lang)]
            pub lang: Option<LanguageTag>,
            /// What it is; plain text by default. [`text`](Self::text) reads it by this.
            #[xml(attribute = "type", default)]
            pub kind: TextKind,
            /// The text, of the types `text` and `html`. `None` if there is none.
            #[xml(text)]
            pub value: Option<String>,
            /// The `div`, of the type `xhtml`. `None` if there is none.
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

            /// What it says.
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
    /// The description or motto of a feed.
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
    /// Who may do what with an entry or feed, for people to read.
    ///
    /// [RFC 4287 §4.2.10](https://www.rfc-editor.org/rfc/rfc4287#section-4.2.10)
    #[doc(alias("XEP-0277", "XEP0277", "0277"))]
    #[doc(alias("http://www.w3.org/2005/Atom"))]
    pub struct Rights = "rights"
}

/// What a text is.
///
/// [RFC 4287 §3.1.1](https://www.rfc-editor.org/rfc/rfc4287#section-3.1.1)
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum TextKind {
    /// `text`: plain text.
    #[default]
    Text,
    /// `html`: HTML, its markup escaped.
    Html,
    /// `xhtml`: a `div` of XHTML.
    Xhtml,
    /// Something else, which RFC 4287 forbids.
    #[xml(other)]
    Other(OtherToken),
}

/// The text of an entry, or where it is.
///
/// [RFC 4287 §4.1.3](https://www.rfc-editor.org/rfc/rfc4287#section-4.1.3)
#[doc(alias("XEP-0277", "XEP0277", "0277"))]
#[doc(alias("http://www.w3.org/2005/Atom"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "content")]
#[xml(with)]
#[non_exhaustive]
pub struct Content {
    /// What relative references are relative to. `None` means what is so around it.
    #[xml(attribute = "xml:base")]
    pub base: Option<String>,
    /// The language. `None` means that of what is around it.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The IRI of external content. `None` if it is included. Fetching it reveals the reader to its host.
    #[xml(attribute)]
    pub src: Option<String>,
    /// What it is; plain text by default, where it is here.
    #[xml(attribute = "type", default)]
    pub kind: ContentKind,
    /// The text: plain, HTML, base64, or what the media type says. `None` if there is none.
    #[xml(text)]
    pub text: Option<String>,
    /// The `div` of the type `xhtml`, or the root of a media type of XML.
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

    /// This `div` of XHTML.
    #[must_use]
    pub fn xhtml(div: RawElement) -> Self {
        Self {
            kind: ContentKind::Xhtml,
            elements: alloc::vec![div],
            ..Self::default()
        }
    }

    /// The `div` of the type `xhtml`. `None` for other types, and if there is none.
    #[must_use]
    pub fn div(&self) -> Option<&RawElement> {
        let is_here = self.kind == ContentKind::Xhtml && self.src.is_none();
        self.elements
            .iter()
            .find(|element| is_here && element.is(XHTML, "div"))
    }
}

/// What a [`Content`] is.
///
/// [RFC 4287 §4.1.3.1](https://www.rfc-editor.org/rfc/rfc4287#section-4.1.3.1)
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum ContentKind {
    /// `text`: plain text.
    #[default]
    Text,
    /// `html`: HTML, its markup escaped.
    Html,
    /// `xhtml`: a `div` of XHTML.
    Xhtml,
    /// A media type: of `text/…` it is text, of XML the root element, else base64.
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
            /// What relative references are relative to. `None` means what is so around it.
            #[xml(attribute = "xml:base")]
            pub base: Option<String>,
            /// The language of the name. `None` means that of what is around it.
            #[xml(lang)]
            pub lang: Option<LanguageTag>,
            /// The name, for people to read. `None` if unstated, which RFC 4287 forbids.
            #[xml(child_text = "name")]
            pub name: Option<String>,
            /// An IRI for the person: in XMPP their JID as an `xmpp:` URI, see [`jid`](Self::jid). `None` if unstated.
            #[xml(child_text = "uri")]
            pub uri: Option<String>,
            /// An email address. `None` if unstated.
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
    /// Who has written an entry or feed.
    ///
    /// [RFC 4287 §4.2.1](https://www.rfc-editor.org/rfc/rfc4287#section-4.2.1)
    #[doc(alias("XEP-0277", "XEP0277", "0277"))]
    #[doc(alias("http://www.w3.org/2005/Atom"))]
    pub struct Author = "author"
}

person_construct! {
    /// Who else has had a part in an entry or feed.
    ///
    /// [RFC 4287 §4.2.3](https://www.rfc-editor.org/rfc/rfc4287#section-4.2.3)
    #[doc(alias("XEP-0277", "XEP0277", "0277"))]
    #[doc(alias("http://www.w3.org/2005/Atom"))]
    pub struct Contributor = "contributor"
}

/// A link from an entry or feed to something on the Web, or in XMPP.
///
/// Attributes of RFC 4685 (`thr:count`, `thr:updated`) stay in [`extra`](Self::extra).
///
/// [RFC 4287 §4.2.7](https://www.rfc-editor.org/rfc/rfc4287#section-4.2.7)
#[doc(alias("XEP-0277", "XEP0277", "0277"))]
#[doc(alias("http://www.w3.org/2005/Atom"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "link")]
#[xml(new = "To this IRI: the entry or feed itself, in another form.", with)]
#[non_exhaustive]
pub struct Link {
    /// What a relative reference is relative to. `None` means what is so around it.
    #[xml(attribute = "xml:base")]
    pub base: Option<String>,
    /// The language of the title. `None` means that of what is around it.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The IRI.
    #[xml(attribute)]
    pub href: String,
    /// The language of what is there. `None` if unstated.
    #[xml(attribute = "hreflang")]
    pub href_lang: Option<LanguageTag>,
    /// About how many bytes there are, as it is spelt, which RFC 4287 leaves open: [`bytes`](Self::bytes) reads it. `None`
    /// if unstated.
    #[xml(attribute)]
    pub length: Option<String>,
    /// The `id` of the entry that the link leads to, which XMPP adds (XEP-0277 §2.6). `None` if unstated.
    #[xml(attribute = "ref")]
    pub reference: Option<String>,
    /// What it is to the entry or feed. `None` means [`Relation::Alternate`]: see [`relation`](Self::relation).
    #[xml(attribute)]
    pub rel: Option<Relation>,
    /// The title, for people to read. `None` if there is none.
    #[xml(attribute)]
    pub title: Option<String>,
    /// The media type, a hint. `None` if unstated.
    #[xml(attribute = "type")]
    pub media_type: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Link {
    /// About how many bytes there are. `None` if unstated, or no number.
    #[must_use]
    pub fn bytes(&self) -> Option<u64> {
        trim(self.length.as_deref()?).parse().ok()
    }

    /// What it is to the entry or feed: the name of the relation as it is registered, where it is.
    #[must_use]
    pub fn relation(&self) -> &str {
        let text = self.rel.as_ref().map_or("alternate", Relation::as_str);
        text.strip_prefix(RELATIONS).unwrap_or(text)
    }
}

/// What the IRI of a registered relation begins with.
const RELATIONS: &str = "http://www.iana.org/assignments/relation/";

/// What a link leads to, as in the registry of [link relations].
///
/// [RFC 4287 §4.2.7.2](https://www.rfc-editor.org/rfc/rfc4287#section-4.2.7.2)
///
/// [link relations]: https://www.iana.org/assignments/link-relations
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Relation {
    /// `alternate`: the same in another form.
    Alternate,
    /// `enclosure`: something that may be large, such as a recording.
    Enclosure,
    /// `related`: something that is related.
    Related,
    /// `replies`: replies to it (RFC 4685), in XMPP the node for comments.
    Replies,
    /// `self`: the same.
    #[xml(token = "self")]
    Itself,
    /// `start`: the entry that comments are for.
    Start,
    /// `via`: where it is from.
    Via,
    /// Another, or an IRI.
    #[xml(other)]
    Other(OtherToken),
}

/// What an entry or feed is about.
///
/// [RFC 4287 §4.2.2](https://www.rfc-editor.org/rfc/rfc4287#section-4.2.2)
#[doc(alias("XEP-0277", "XEP0277", "0277"))]
#[doc(alias("http://www.w3.org/2005/Atom"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "category")]
#[xml(new = "This category.", with)]
#[non_exhaustive]
pub struct Category {
    /// The language of the label. `None` means that of what is around it.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The category, for people to read. `None` means the [`term`](Self::term).
    #[xml(attribute)]
    pub label: Option<String>,
    /// The IRI of the set of categories that it is one of. `None` if there is none.
    #[xml(attribute)]
    pub scheme: Option<String>,
    /// The category.
    #[xml(attribute)]
    pub term: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The program that has made an entry or feed.
///
/// [RFC 4287 §4.2.4](https://www.rfc-editor.org/rfc/rfc4287#section-4.2.4)
#[doc(alias("XEP-0277", "XEP0277", "0277"))]
#[doc(alias("http://www.w3.org/2005/Atom"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "generator")]
#[xml(new = "The program of this name.", parameters = [name], with)]
#[non_exhaustive]
pub struct Generator {
    /// The language of the name. `None` means that of what is around it.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The IRI of the program. `None` if unstated.
    #[xml(attribute)]
    pub uri: Option<String>,
    /// The version of the program. `None` if unstated.
    #[xml(attribute)]
    pub version: Option<String>,
    /// The name, for people to read. `None` if unstated.
    #[xml(text)]
    pub name: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What an entry is a reply to.
///
/// [RFC 4685 §3](https://www.rfc-editor.org/rfc/rfc4685#section-3)
#[doc(alias("XEP-0277", "XEP0277", "0277"))]
#[doc(alias("http://purl.org/syndication/thread/1.0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS_THREAD, name = "in-reply-to")]
#[xml(new = "To the entry of this `id`.", parameters = [reference], with)]
#[non_exhaustive]
pub struct InReplyTo {
    /// The IRI of the entry. `None` if unstated.
    #[xml(attribute)]
    pub href: Option<String>,
    /// The `id` of the entry. `None` if unstated, which RFC 4685 forbids.
    #[xml(attribute = "ref")]
    pub reference: Option<String>,
    /// The IRI of the feed of the entry. `None` if unstated.
    #[xml(attribute)]
    pub source: Option<String>,
    /// The media type of what is at [`href`](Self::href). `None` if unstated.
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
