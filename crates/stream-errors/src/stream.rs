//! The stream itself: its header and its end tag.
//!
//! [RFC 6120 §4, XML Streams](https://www.rfc-editor.org/rfc/rfc6120#section-4)

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use xmpp_jid::Jid;
use xmpp_xml::namespace::XML;
use xmpp_xml::registry::Place;
use xmpp_xml::{
    Content, Context, Description, Element, Error, ErrorKind, Extra, InvalidValue, LanguageTag,
    Limits, Names, Node, Options, RawElement, Report, Value, Writer, Xml,
};

/// The namespace.
pub const NS: &str = "http://etherx.jabber.org/streams";

/// The start tag of a stream.
///
/// It may be preceded by an XML declaration, which carries no information and is not kept. The content of the stream
/// follows it and is read element by element, up to the [end tag](Self::end_tag).
///
/// [RFC 6120 §4.7](https://www.rfc-editor.org/rfc/rfc6120#section-4.7)
///
/// ```
/// use xmpp_jid::Jid;
/// use xmpp_stream_errors::stream::{ContentNamespace, Header, Version};
///
/// let mut header = Header::new(ContentNamespace::Client);
/// header.to = Some(Jid::new("tea.example")?);
/// header.version = Some(Version::V1_0);
/// assert_eq!(
///     header.to_start_tag()?,
///     "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' \
///      to='tea.example' version='1.0'>"
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias("RFC 6120", "RFC6120", "6120"))]
#[doc(alias("http://etherx.jabber.org/streams", "stream"))]
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Header {
    /// The namespaces that are declared for the whole stream.
    pub namespaces: Namespaces,
    /// The sender. `None` if a client does not reveal its JID yet.
    pub from: Option<Jid>,
    /// The recipient. `None` in an answer to a client that has not revealed its JID.
    pub to: Option<Jid>,
    /// The stream ID, assigned by the receiving entity. `None` in the initiating header.
    pub id: Option<String>,
    /// The version of XMPP. `None` before XMPP 1.0: see [`version`](Self::version).
    pub version: Option<Version>,
    /// The default language of all texts in the stream; see
    /// [`StreamReader::lang`](crate::reader::StreamReader::lang).
    pub lang: Option<LanguageTag>,
    /// Unknown attributes and child elements, in place.
    pub extra: Extra,
}

/// The attributes of a [`Header`], and what may be in it if it is read as a whole element.
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "stream", prefix = "stream", derive(Debug, PartialEq, Eq))]
struct Tag {
    #[xml(attribute)]
    from: Option<Jid>,
    #[xml(attribute)]
    to: Option<Jid>,
    #[xml(attribute)]
    id: Option<String>,
    #[xml(attribute)]
    version: Option<Version>,
    #[xml(lang)]
    lang: Option<LanguageTag>,
    #[xml(extra)]
    extra: Extra,
}

/// The namespaces that a [`Header`] declares, inherited by everything in the stream.
///
/// [RFC 6120 §4.8](https://www.rfc-editor.org/rfc/rfc6120#section-4.8)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Namespaces {
    /// The prefix of the header itself: always bound to the namespace of streams.
    stream: Box<str>,
    /// Prefixes, empty for the default namespace, and what they are bound to. Each prefix once.
    bound: Vec<(Box<str>, Box<str>)>,
}

/// The highest version of XMPP that the sender of a [`Header`] supports.
///
/// [RFC 6120 §4.7.5](https://www.rfc-editor.org/rfc/rfc6120#section-4.7.5)
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(
    clippy::exhaustive_structs,
    reason = "a version has two numbers, and their order is the order of the fields"
)]
pub struct Version {
    /// The major version.
    pub major: u32,
    /// The minor version, a number: 10 is greater than 9.
    pub minor: u32,
}

/// The content namespaces, one for each kind of stream.
///
/// [RFC 6120 §4.8.2](https://www.rfc-editor.org/rfc/rfc6120#section-4.8.2)
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum ContentNamespace {
    /// Between a client and its server.
    #[xml(token = "jabber:client")]
    Client,
    /// Between two servers.
    #[xml(token = "jabber:server")]
    Server,
    /// Between an external component and its server (XEP-0114).
    #[xml(token = "jabber:component:accept")]
    Component,
    /// Between an external component and a server that has connected to it (XEP-0114).
    #[xml(token = "jabber:component:connect")]
    ComponentConnect,
}

impl Header {
    /// A header for a stream with this content namespace.
    #[must_use]
    pub fn new(content: ContentNamespace) -> Self {
        Self {
            namespaces: Namespaces::new(content),
            from: None,
            to: None,
            id: None,
            version: None,
            lang: None,
            extra: Extra::new(),
        }
    }

    /// Reads a start tag, which may be preceded by an XML declaration; use [`xmpp_xml::read_start_tag`] for your own
    /// options.
    ///
    /// # Errors
    /// The text is not one well-formed start tag, is another one than that of a stream, or has an invalid value.
    pub fn from_start_tag(text: &str) -> Result<Self, Error> {
        let mut options = Options::new();
        options.skip_declaration = true;
        xmpp_xml::read_start_tag(text.as_bytes(), &options, &mut Report::default())
    }

    /// Writes the start tag, without an XML declaration.
    ///
    /// # Errors
    /// A value has something that XML cannot carry.
    pub fn to_start_tag(&self) -> Result<String, Error> {
        xmpp_xml::to_start_tag(self)
    }

    /// The end tag, which ends the stream.
    ///
    /// [RFC 6120 §4.4](https://www.rfc-editor.org/rfc/rfc6120#section-4.4)
    #[must_use]
    pub fn end_tag(&self) -> String {
        format!("</{}>", self.namespaces.stream_name())
    }

    /// Whether the text is the end tag that matches this header. White space around it is
    /// allowed.
    #[must_use]
    pub fn is_end_tag(&self, text: &str) -> bool {
        let name = text
            .trim_matches(SPACE)
            .strip_prefix("</")
            .and_then(|tag| tag.strip_suffix('>'));
        name.is_some_and(|name| name.trim_end_matches(SPACE) == self.namespaces.stream_name())
    }

    /// The version; 0.9 if the header does not specify one.
    #[must_use]
    pub fn version(&self) -> Version {
        self.version.unwrap_or(Version { major: 0, minor: 9 })
    }

    /// Whether the header declares the namespace of server dialback, which announces support for it.
    ///
    /// [XEP-0220 §2.4.1](https://xmpp.org/extensions/xep-0220.html#advertisement-traditional)
    #[must_use]
    pub fn offers_dialback(&self) -> bool {
        let mut namespaces = self.namespaces.iter();
        namespaces.any(|(_, namespace)| namespace == crate::dialback::NS)
    }

    fn tag(&self) -> Tag {
        Tag {
            from: self.from.clone(),
            to: self.to.clone(),
            id: self.id.clone(),
            version: self.version,
            lang: self.lang.clone(),
            extra: self.extra.clone(),
        }
    }
}

impl Tag {
    /// Where the header may stand, whose description this is.
    const XML_PLACES: Option<&'static [Place]> = Header::XML_PLACES;
}

impl Element for Header {
    const NAMES: Names = Tag::NAMES;

    fn description() -> &'static Description {
        Tag::description()
    }

    fn read(node: Node<'_>, context: &mut Context<'_>) -> Result<Self, Error> {
        let tag = Tag::read(node, context)?;
        Ok(Self {
            namespaces: Namespaces::of(&node),
            from: tag.from,
            to: tag.to,
            id: tag.id,
            version: tag.version,
            lang: tag.lang,
            extra: tag.extra,
        })
    }

    fn write(&self, writer: &mut Writer) {
        let tag = self.tag();
        let declared = RawElement::from_element(&tag)
            .and_then(|plain| self.namespaces.clone().declared_on(&plain.node()));
        match declared {
            Ok(element) => writer.element(&element),
            // The writer finds the same and keeps it.
            Err(_) => writer.element(&tag),
        }
    }
}

xmpp_xml::__element!(Header);

impl Namespaces {
    /// The content namespace is the default namespace; elements of the stream itself have the prefix `stream`.
    #[must_use]
    pub fn new(content: ContentNamespace) -> Self {
        Self {
            stream: Box::from("stream"),
            bound: [("", content.as_str()), ("stream", NS)]
                .map(|(prefix, namespace)| (Box::from(prefix), Box::from(namespace)))
                .into(),
        }
    }

    /// Those that the start tag of a stream declares.
    fn of(node: &Node<'_>) -> Self {
        let mut namespaces = Self {
            stream: Box::from(node.prefix()),
            bound: node
                .declarations()
                .map(|(prefix, namespace)| (Box::from(prefix), Box::from(namespace)))
                .collect(),
        };
        // Where the stream stands in something else, that may declare it.
        if namespaces.get(node.prefix()).is_none() {
            namespaces.bind(node.prefix(), NS);
        }
        namespaces
    }

    /// The default namespace: usually the content namespace.
    #[must_use]
    pub fn default_namespace(&self) -> Option<&str> {
        self.get("")
    }

    /// The namespace that a prefix (or the empty string, for the default namespace) is bound to.
    #[must_use]
    pub fn get(&self, prefix: &str) -> Option<&str> {
        self.iter().find(|(p, _)| *p == prefix).map(|(_, n)| n)
    }

    /// The prefix of elements of the stream itself: header, features, error. It should be `stream`; empty
    /// if they have none.
    #[must_use]
    pub fn stream_prefix(&self) -> &str {
        &self.stream
    }

    /// Prefixes (empty for the default namespace) and their namespaces, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.bound.iter().map(|(p, n)| (&**p, &**n))
    }

    /// Declares a prefix, or the default namespace if `prefix` is empty, replacing an existing declaration.
    ///
    /// # Errors
    /// XML forbids it, or the prefix is that of the stream itself and the namespace is another one.
    pub fn declare(&mut self, prefix: &str, namespace: &str) -> Result<(), Error> {
        let mut changed = self.clone();
        changed.bind(prefix, namespace);
        let stream = well_formed(&format!("{}/>", changed.opening()))?;
        // What does not read back as it was written would have changed the tag into something else.
        if !stream.is(NS, "stream") || Self::of(&stream.node()) != changed {
            return Err(Error::new(ErrorKind::UnwritableName {
                name: Box::from(prefix),
            }));
        }
        *self = changed;
        Ok(())
    }

    fn bind(&mut self, prefix: &str, namespace: &str) {
        match self.bound.iter_mut().find(|(p, _)| **p == *prefix) {
            Some((_, bound)) => *bound = Box::from(namespace),
            None => self.bound.push((Box::from(prefix), Box::from(namespace))),
        }
    }

    /// The name of the header with its prefix.
    fn stream_name(&self) -> String {
        qualified(&self.stream, "stream")
    }

    /// The start tag of a stream as far as the declarations go.
    fn opening(&self) -> String {
        let mut tag = format!("<{}", self.stream_name());
        for (prefix, namespace) in self.iter() {
            tag.push_str(if prefix.is_empty() {
                " xmlns"
            } else {
                " xmlns:"
            });
            tag.push_str(prefix);
            push_value(&mut tag, namespace);
        }
        tag
    }

    /// The stream at `node` with these declarations instead of its own, and with what its attributes need beside them.
    fn declared_on(mut self, node: &Node<'_>) -> Result<RawElement, Error> {
        let attributes: Vec<_> = node
            .attributes()
            .map(|a| {
                let prefix = self.prefix_for(a.namespace, a.prefix);
                (qualified(&prefix, a.name), a.value)
            })
            .collect();
        let mut text = self.opening();
        for (name, value) in attributes {
            text.push(' ');
            text.push_str(&name);
            push_value(&mut text, &value);
        }
        text.push('>');
        for content in node.content() {
            match content {
                Content::Element(child) => {
                    // Inside of a default namespace, so that a child without a namespace stays without.
                    let mut writer = Writer::new().within(NS, &[]);
                    writer.element(&RawElement::from(child));
                    text.push_str(&writer.finish()?);
                }
                Content::Text(characters) => push_escaped(&mut text, &characters),
            }
        }
        text.push_str(&format!("</{}>", self.stream_name()));
        well_formed(&text)
    }

    /// A prefix for an attribute of this namespace, declared if none was: if possible, the wanted one.
    fn prefix_for(&mut self, namespace: &str, wanted: &str) -> Box<str> {
        match namespace {
            "" => return Box::default(),
            XML => return Box::from("xml"),
            _ => {}
        }
        if let Some((prefix, _)) = self.iter().find(|(p, n)| !p.is_empty() && *n == namespace) {
            return Box::from(prefix);
        }
        let mut prefix = String::from(wanted);
        let mut number = 0;
        while self.get(&prefix).is_some() {
            prefix = format!("ns{number}");
            number += 1;
        }
        self.bind(&prefix, namespace);
        prefix.into_boxed_str()
    }
}

impl Version {
    /// XMPP 1.0, the version of RFC 3920 and RFC 6120.
    pub const V1_0: Self = Self { major: 1, minor: 0 };
}

impl Value for Version {
    const EXPECTED: &'static str = "a version, two numbers with a dot between them";

    fn parse(text: &str) -> Result<Self, InvalidValue> {
        let number = |digits: &str| {
            let is_number = digits.bytes().all(|b| b.is_ascii_digit());
            digits.parse().ok().filter(|_| is_number)
        };
        let (major, minor) = text
            .trim_matches(SPACE)
            .split_once('.')
            .ok_or_else(InvalidValue::new)?;
        number(major)
            .zip(number(minor))
            .map(|(major, minor)| Self { major, minor })
            .ok_or_else(InvalidValue::new)
    }

    fn write(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        write!(out, "{self}")
    }
}

impl core::str::FromStr for Version {
    type Err = InvalidValue;

    fn from_str(text: &str) -> Result<Self, InvalidValue> {
        Self::parse(text)
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.major, self.minor)
    }
}

const SPACE: [char; 4] = [' ', '\t', '\n', '\r'];

fn qualified(prefix: &str, name: &str) -> String {
    if prefix.is_empty() {
        String::from(name)
    } else {
        format!("{prefix}:{name}")
    }
}

/// Appends what follows the name of an attribute.
fn push_value(text: &mut String, value: &str) {
    text.push_str("='");
    push_escaped(text, value);
    text.push('\'');
}

fn push_escaped(text: &mut String, characters: &str) {
    for c in characters.chars() {
        match c {
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '&' => text.push_str("&amp;"),
            '\'' => text.push_str("&apos;"),
            '\t' => text.push_str("&#9;"),
            '\n' => text.push_str("&#10;"),
            '\r' => text.push_str("&#13;"),
            c => text.push(c),
        }
    }
}

/// Reads what has been put together here, however large it is.
fn well_formed(text: &str) -> Result<RawElement, Error> {
    RawElement::read_with(text.as_bytes(), &Options::new().limits(Limits::highest()))
}
