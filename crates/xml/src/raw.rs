//! A single element, verbatim.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::sync::Arc;
use core::fmt;
use core::str::FromStr;

use crate::element::{Description, Element, Names};
use crate::error::Error;
use crate::infoset;
use crate::node::Node;
use crate::options::{Invalid, Limits, Options};
use crate::parser::{self, Extent, Parsed};
use crate::read::Context;
use crate::tape::{Document, NONE, Tape, XML_NAMESPACE};
use crate::writer::{self, Writer};

/// A single element, kept byte for byte and open to inspection.
///
/// It has been checked once and is not parsed again: [`parse`](Self::parse) and the accessors work on the reader's
/// records. Elements of the same input share its memory, so cloning is cheap, but the whole input stays in memory as
/// long as any of them does; [`detached`](Self::detached) gives a copy with memory of its own.
///
/// [`Display`](fmt::Display) writes it self-contained: a namespace that it uses and that is declared on an ancestor is
/// declared in its start tag, and nothing else is changed.
///
/// Two are equal if they have the same infoset, regardless of spelling.
///
/// ```
/// use xmpp_xml::RawElement;
///
/// let element: RawElement = "<a xmlns='urn:example'><b c='1'/></a>".parse()?;
/// assert_eq!(element.namespace(), "urn:example");
/// let child = element.node().children().next().unwrap();
/// assert_eq!(child.attribute("c").as_deref(), Some("1"));
/// assert_eq!(RawElement::from(child).to_string(), "<b xmlns='urn:example' c='1'/>");
/// # Ok::<(), xmpp_xml::Error>(())
/// ```
#[derive(Clone)]
pub struct RawElement {
    tape: Arc<Tape>,
    index: u32,
}

impl RawElement {
    /// Reads a single element with the default [`Options`]. White space around it is allowed.
    ///
    /// # Errors
    /// The input is not one well-formed element, or exceeds the limits.
    pub fn from_slice(input: &[u8]) -> Result<Self, Error> {
        Self::read_with(input, &Options::default())
    }

    /// Reads a single element with these options, which [`parse`](Self::parse) uses, too.
    ///
    /// # Errors
    /// The input is not one well-formed element, or exceeds the limits.
    pub fn read_with(input: &[u8], options: &Options) -> Result<Self, Error> {
        let (text, parsed) = parser::parse(input, options, Extent::Document)?;
        Ok(Self::of(Box::from(text), parsed))
    }

    /// The element that a [`Node`] refers to.
    #[must_use]
    pub fn from_node(node: &Node<'_>) -> Self {
        Self {
            tape: node.document.kept(),
            index: node.index,
        }
    }

    /// The root of what has been read.
    pub(crate) fn of(text: Box<str>, parsed: Parsed) -> Self {
        Self {
            tape: Arc::new(parsed.keep(text)),
            index: 0,
        }
    }

    pub(crate) fn tape(&self) -> &Arc<Tape> {
        &self.tape
    }

    /// The root of a tape.
    pub(crate) fn root_of(tape: Arc<Tape>) -> Self {
        Self { tape, index: 0 }
    }

    /// An element out of a text that our writers have written, by any limits.
    ///
    /// # Errors
    /// The text goes beyond what the reader can read at all.
    pub(crate) fn written(text: String) -> Result<Self, Error> {
        let options = Options::new().limits(Limits::highest());
        let parsed = parser::parse_str(&text, &options, Extent::Document)?;
        Ok(Self::of(text.into_boxed_str(), parsed))
    }

    /// Converts a typed element to a raw one.
    ///
    /// # Errors
    /// The value contains something that XML cannot carry, or that the reader could not read back: a name of more than
    /// 65,535 bytes, or more than 32,767 attributes on one element.
    pub fn from_element<T: Element>(element: &T) -> Result<Self, Error> {
        crate::to_string(element).and_then(Self::written)
    }

    /// A copy with memory of its own: for an element that outlives the rest of its input.
    #[must_use]
    pub fn detached(&self) -> Self {
        // The text has been read before, so it can be read again.
        Self::written(alloc::string::ToString::to_string(self)).unwrap_or_else(|_| self.clone())
    }

    /// The element as a [`Node`], for inspection.
    #[must_use]
    #[inline]
    pub fn node(&self) -> Node<'_> {
        Node {
            document: Document::of(&self.tape),
            index: self.index,
        }
    }

    /// The local name.
    #[must_use]
    pub fn name(&self) -> &str {
        self.node().name()
    }

    /// The namespace; empty if it has none.
    #[must_use]
    pub fn namespace(&self) -> &str {
        self.node().namespace()
    }

    /// Whether it has this namespace and local name.
    #[must_use]
    pub fn is(&self, namespace: &str, name: &str) -> bool {
        self.node().is(namespace, name)
    }

    /// Whether it has a name of `T`.
    #[must_use]
    pub fn is_a<T: Element>(&self) -> bool {
        T::NAMES.matches_alone(&self.node())
    }

    /// How [`parse`](Self::parse) handles invalid values: as set when its input was read.
    #[must_use]
    pub fn invalid(&self) -> Invalid {
        self.node().document.input().invalid
    }

    /// Parses it as a type, with the handling of invalid values and the limit on nested types that its input was
    /// read with.
    ///
    /// # Errors
    /// Like [`from_slice`](crate::from_slice); offsets and paths are within this element.
    pub fn parse<T: Element>(&self) -> Result<T, Error> {
        let node = self.node();
        crate::read::root(&node, &mut Context::of_input(node.document.input()))
    }

    /// Parses it as a type with these options.
    ///
    /// # Errors
    /// Like [`from_slice`](crate::from_slice); offsets and paths are within this element.
    pub fn parse_with<T: Element>(
        &self,
        options: &Options,
        report: &mut crate::Report,
    ) -> Result<T, Error> {
        crate::read::root(&self.node(), &mut Context::new(options, report))
    }

    /// The canonical form: a text that two elements share if and only if they have the same infoset.
    ///
    /// For comparing and hashing; it cannot be read back.
    #[must_use]
    pub fn canonical(&self) -> String {
        infoset::canonical(&self.node())
    }
}

impl Element for RawElement {
    const NAMES: Names = Names::Any;

    fn description() -> &'static Description {
        static DESCRIPTION: Description = Description::opaque("RawElement");
        &DESCRIPTION
    }

    fn read(node: Node<'_>, context: &mut Context<'_>) -> Result<Self, Error> {
        let raw = Self::from_node(&node);
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
        infoset::same(&self.node(), &other.node())
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
        f.write_str(&writer::self_contained(self))
    }
}

/// As it stands, without the declarations that it inherits.
impl fmt::Debug for RawElement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RawElement({})", self.node().source())
    }
}

const _: () = assert!(NONE > XML_NAMESPACE);
