//! One element, verbatim.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::str::FromStr;

use crate::cost;
use crate::element::{Description, Element, Names};
use crate::error::Error;
use crate::infoset;
use crate::node::Node;
use crate::options::{Limits, Options};
use crate::parser::{self, Extent};
use crate::read::Context;
use crate::tape::{
    Document, HAS_COMMENTS, Kind, NONE, Owned, Record, USES_NO_NAMESPACE, XML_NAMESPACE,
};
use crate::writer::{self, Writer};

/// The text of an element, which is well-formed, without the comments in it: XMPP allows none.
#[cold]
fn without_comments(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let (before, markup) = rest.split_at(at);
        out.push_str(before);
        let (kept, after) = if let Some(comment) = markup.strip_prefix("<!--") {
            ("", comment.split_once("-->").map_or("", |(_, after)| after))
        } else if markup.starts_with("<![CDATA[") {
            markup.split_at(markup.find("]]>").map_or(markup.len(), |end| end + 3))
        } else {
            let mut quote = None;
            let end = markup.find(|c| match quote {
                None if matches!(c, '\'' | '"') => {
                    quote = Some(c);
                    false
                }
                Some(open) if open == c => {
                    quote = None;
                    false
                }
                None => c == '>',
                Some(_) => false,
            });
            markup.split_at(end.map_or(markup.len(), |end| end + 1))
        };
        out.push_str(kept);
        rest = after;
    }
    out.push_str(rest);
    out
}

/// One element kept as its text, byte for byte, and open to look at.
///
/// The text is self-contained: a namespace that the element uses and that was declared further out is
/// declared in its start tag; nothing else is touched. It has been read once and need not be read again:
/// [`parse`](Self::parse) and the accessors work on what the reader found.
///
/// Two are equal if they have the same infoset, however they are spelt.
///
/// ```
/// use xmpp_xml::RawElement;
///
/// let element: RawElement = "<a xmlns='urn:example'><b c='1'/></a>".parse()?;
/// assert_eq!(element.namespace(), "urn:example");
/// assert_eq!(element.node().children().next().unwrap().attribute("c").as_deref(), Some("1"));
/// # Ok::<(), xmpp_xml::Error>(())
/// ```
#[derive(Clone)]
pub struct RawElement(Owned);

impl RawElement {
    /// Reads one element, with nothing but white space around it, by the default [`Options`].
    ///
    /// # Errors
    /// The input is not one well-formed element, or goes beyond the limits.
    pub fn from_slice(input: &[u8]) -> Result<Self, Error> {
        Self::read_with(input, &Options::default())
    }

    /// Reads one element by the given options.
    ///
    /// # Errors
    /// The input is not one well-formed element, or goes beyond the limits.
    pub fn read_with(input: &[u8], options: &Options) -> Result<Self, Error> {
        let (text, records) = parser::parse(input, options, Extent::Document)?;
        Ok(Self::from_node(&Node::root(Document {
            text,
            records: &records,
        })))
    }

    /// The element of a [`Node`], made self-contained.
    #[must_use]
    pub fn from_node(node: &Node<'_>) -> Self {
        let Some(root) = node.record() else {
            return Self::empty();
        };
        if root.flags & HAS_COMMENTS != 0 {
            let text = without_comments(Self::with_inherited(node).as_str());
            return Self::of_well_formed(text);
        }
        if root.lowest < node.index {
            return Self::with_inherited(node);
        }
        cost::step(node.source().len());
        let base = root.start.saturating_sub(1);
        let first = node.index;
        let rebase = |index: u32| {
            if index >= XML_NAMESPACE {
                index
            } else {
                index.wrapping_sub(first)
            }
        };
        let subtree = node
            .document
            .records
            .get(first as usize..root.next as usize)
            .unwrap_or_default();
        let records = subtree
            .iter()
            .map(|r| Record {
                start: r.start - base,
                value_start: r.value_start - base,
                end: r.end - base,
                namespace: rebase(r.namespace),
                lowest: rebase(r.lowest),
                next: r.next - first,
                ..*r
            })
            .collect();
        Self(Owned {
            text: Box::from(node.source()),
            records,
        })
    }

    /// The declarations further out that `node` needs: their indices on the tape.
    fn inherited(node: &Node<'_>) -> Vec<u32> {
        let mut declarations = Vec::new();
        let Some(root) = node.record().filter(|r| r.lowest < node.index) else {
            return declarations;
        };
        let subtree = node
            .document
            .records
            .get(node.index as usize..root.next as usize);
        let names = subtree.unwrap_or_default().iter();
        for record in names.filter(|r| matches!(r.kind, Kind::Element | Kind::Attribute)) {
            cost::step(1 + declarations.len());
            if record.namespace < node.index && !declarations.contains(&record.namespace) {
                declarations.push(record.namespace);
            }
        }
        declarations
    }

    /// How many bytes the declarations further out that `node` needs take up.
    pub(crate) fn inherited_len(node: &Node<'_>) -> usize {
        let spans = Self::inherited(node)
            .into_iter()
            .filter_map(|d| node.document.record(d));
        spans.map(|d| (d.end - d.start) as usize + 2).sum()
    }

    /// `node` uses declarations further out: they go into its start tag, and what stands behind them moves on, in the text
    /// and on the tape.
    fn with_inherited(node: &Node<'_>) -> Self {
        let document = node.document;
        let Some(root) = node.record() else {
            return Self::empty();
        };
        let first = node.index;
        let inherited = Self::inherited(node);
        let base = root.start.saturating_sub(1);
        let name_end = root.start + u32::from(root.name_len);
        let (name, rest) = node
            .source()
            .split_at_checked((name_end - base) as usize)
            .unwrap_or_default();
        let mut text = String::with_capacity(name.len() + rest.len() + Self::inherited_len(node));
        text.push_str(name);
        let count = inherited.len() as u32;
        let mut records = Vec::with_capacity((root.next - first + count) as usize);
        records.push(*root);
        for (index, &declared) in (2..).zip(&inherited) {
            let Some(d) = document.record(declared) else {
                continue;
            };
            text.push(' ');
            let start = text.len() as u32;
            // From the name to the closing quote, as it stands.
            text.push_str(document.span(d.start, d.end + 1));
            let shift = |at: u32| at - d.start + start;
            let (value_start, end) = (shift(d.value_start), shift(d.end));
            records.push(Record {
                start,
                value_start,
                end,
                next: index,
                ..*d
            });
        }
        let grown = text.len() as u32 - (name_end - base);
        text.push_str(rest);
        cost::step((root.next - first) as usize * (1 + inherited.len()));
        let namespace = |index: u32| match inherited.iter().position(|d| *d == index) {
            Some(at) => at as u32 + 1,
            None if index >= XML_NAMESPACE => index,
            None => index - first + count,
        };
        // Of those that were inherited it is enough to know that they are there.
        let lowest = |index: u32| if index < first { 1 } else { namespace(index) };
        let moved = |at: u32| {
            if at > name_end {
                at - base + grown
            } else {
                at - base
            }
        };
        let inside = document
            .records
            .get(first as usize + 1..root.next as usize)
            .unwrap_or_default();
        records.extend(inside.iter().map(|r| Record {
            start: moved(r.start),
            value_start: moved(r.value_start),
            end: moved(r.end),
            namespace: namespace(r.namespace),
            lowest: lowest(r.lowest),
            next: r.next - first + count,
            ..*r
        }));
        if let Some(new) = records.first_mut() {
            new.attributes += count as u16;
            new.start = root.start - base;
            new.value_start = new.start;
            new.end = moved(root.end);
            new.namespace = namespace(root.namespace);
            new.lowest = 1;
            new.next = root.next - first + count;
        }
        Self(Owned {
            text: text.into_boxed_str(),
            records: records.into_boxed_slice(),
        })
    }

    /// An element from a text that is known to be one.
    pub(crate) fn of_well_formed(text: String) -> Self {
        let options = Options {
            skip_comments: true,
            ..Options::new().limits(Limits::highest())
        };
        match parser::parse_str(&text, &options, Extent::Document) {
            Ok(records) => Self(Owned {
                text: text.into_boxed_str(),
                records: records.into_boxed_slice(),
            }),
            Err(_) => Self::empty(),
        }
    }

    /// What stands for an element that cannot be: never seen outside.
    fn empty() -> Self {
        Self(Owned {
            text: Box::default(),
            records: Box::default(),
        })
    }

    /// Writes a typed element down as raw.
    ///
    /// # Errors
    /// The value has something that XML cannot carry.
    pub fn from_element<T: Element>(element: &T) -> Result<Self, Error> {
        crate::to_string(element).map(Self::of_well_formed)
    }

    /// The text: self-contained, and otherwise as it was read.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0.text
    }

    /// The element to look at.
    #[must_use]
    #[inline]
    pub fn node(&self) -> Node<'_> {
        Node::root(self.0.document())
    }

    /// The local name.
    #[must_use]
    pub fn name(&self) -> &str {
        self.node().name()
    }

    /// The namespace; empty for none.
    #[must_use]
    pub fn namespace(&self) -> Cow<'_, str> {
        self.node().namespace()
    }

    /// Whether it has this namespace and local name.
    #[must_use]
    pub fn is(&self, namespace: &str, name: &str) -> bool {
        self.node().is(namespace, name)
    }

    /// Whether its name is one that `T` stands for.
    #[must_use]
    pub fn is_a<T: Element>(&self) -> bool {
        T::NAMES.matches_alone(&self.node())
    }

    /// Reads it as a type.
    ///
    /// # Errors
    /// As [`from_slice`](crate::from_slice); offsets and paths are within this element.
    pub fn parse<T: Element>(&self) -> Result<T, Error> {
        crate::read::root(&self.node(), &mut Context::plain())
    }

    /// Reads it as a type by the given options.
    ///
    /// # Errors
    /// As [`from_slice`](crate::from_slice); offsets and paths are within this element.
    pub fn parse_with<T: Element>(
        &self,
        options: &Options,
        report: &mut crate::Report,
    ) -> Result<T, Error> {
        crate::read::root(&self.node(), &mut Context::new(options, report))
    }

    /// The canonical form: a text that two elements share exactly if they have the same infoset.
    ///
    /// It is made for comparing and hashing, not for reading back.
    #[must_use]
    pub fn canonical(&self) -> String {
        infoset::canonical(&self.node())
    }

    /// Whether the text relies on there being no default namespace around it.
    pub(crate) fn uses_no_namespace(&self) -> bool {
        self.node().flags() & USES_NO_NAMESPACE != 0
    }

    /// Where the name in the start tag ends.
    pub(crate) fn name_end(&self) -> usize {
        self.node()
            .record()
            .map_or(0, |r| usize::from(r.name_len) + 1)
    }
}

impl Element for RawElement {
    const NAMES: Names = Names::Any;

    fn description() -> &'static Description {
        static DESCRIPTION: Description = Description::opaque("RawElement");
        &DESCRIPTION
    }

    fn read(node: Node<'_>, context: &mut Context<'_>) -> Result<Self, Error> {
        let raw = context.raw(&node)?;
        context.opaque(&raw);
        Ok(raw)
    }

    #[inline]
    fn write(&self, writer: &mut Writer) {
        writer::raw(writer, self);
    }
}

impl PartialEq for RawElement {
    fn eq(&self, other: &Self) -> bool {
        self.0.text == other.0.text || self.canonical() == other.canonical()
    }
}

impl Eq for RawElement {}

impl From<Node<'_>> for RawElement {
    fn from(node: Node<'_>) -> Self {
        Self::from_node(&node)
    }
}

impl FromStr for RawElement {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        Self::from_slice(text.as_bytes())
    }
}

impl fmt::Display for RawElement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.text)
    }
}

impl fmt::Debug for RawElement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RawElement({})", self.0.text)
    }
}

const _: () = assert!(NONE > XML_NAMESPACE);
