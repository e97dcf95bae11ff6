//! A single element, verbatim.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;
use core::str::FromStr;

use once_cell::race::OnceBox;

use crate::element::{Description, Element, Names};
use crate::error::Error;
use crate::infoset;
use crate::node::Node;
use crate::options::{Invalid, Limits, Options};
use crate::parser::{self, Extent, Parsed};
use crate::read::Context;
use crate::tape::{Document, Input, NONE, Tape, XML_NAMESPACE};
use crate::writer::{self, Root, Writer};

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
pub struct RawElement(Kept);

#[derive(Clone)]
enum Kept {
    /// What was read, and where it stands on its tape.
    Read(Arc<Tape>, u32),
    /// What we have written ourselves: nothing but its name is known before somebody looks at it.
    Written(Arc<Written>),
}

/// A root with a default namespace of its own and no prefix, in canonical form: it inherits nothing.
struct Written {
    text: String,
    namespace: &'static str,
    name_len: usize,
    /// Made when it is looked at.
    tape: OnceBox<Arc<Tape>>,
}

impl Written {
    fn name(&self) -> &str {
        self.text.get(1..=self.name_len).unwrap_or_default()
    }

    fn tape(&self) -> &Arc<Tape> {
        self.tape.get_or_init(|| {
            // It never fails: `vouched` says so. An element without records would be one that nobody recognises.
            let parsed = parsed(&self.text).unwrap_or_else(|_| Parsed {
                records: Vec::new(),
                input: Input::default(),
            });
            Box::new(Arc::new(parsed.keep(Box::from(&*self.text))))
        })
    }
}

/// Bytes of room for an element of the usual size.
const ROOM: usize = 256;

/// Reads a text that our writers have written, by any limits.
fn parsed(text: &str) -> Result<Parsed, Error> {
    let options = Options::new().limits(Limits::highest());
    parser::parse_str(text, &options, Extent::Document)
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
        Self(Kept::Read(node.document.kept(), node.index))
    }

    /// The root of what has been read.
    pub(crate) fn of(text: Box<str>, parsed: Parsed) -> Self {
        Self::root_of(Arc::new(parsed.keep(text)))
    }

    pub(crate) fn tape(&self) -> &Arc<Tape> {
        match &self.0 {
            Kept::Read(tape, _) => tape,
            Kept::Written(written) => written.tape(),
        }
    }

    /// The root of a tape.
    pub(crate) fn root_of(tape: Arc<Tape>) -> Self {
        Self(Kept::Read(tape, 0))
    }

    /// What the writer says that it can vouch for.
    pub(crate) fn vouched(mut text: String, root: Root) -> Self {
        debug_assert!(parsed(&text).is_ok(), "{text} can be read");
        // What a small one has to spare is not worth the while.
        if text.capacity() - text.len() > ROOM {
            text.shrink_to_fit();
        }
        Self(Kept::Written(Arc::new(Written {
            text,
            namespace: root.namespace,
            name_len: root.name_len,
            tape: OnceBox::new(),
        })))
    }

    /// The text, if it is self-contained wherever it stands.
    #[inline]
    pub(crate) fn self_contained(&self) -> Option<&str> {
        match &self.0 {
            Kept::Read(..) => None,
            Kept::Written(written) => Some(&written.text),
        }
    }

    /// An element out of a text that our writers have written, by any limits.
    ///
    /// # Errors
    /// The text goes beyond what the reader can read at all.
    pub(crate) fn written(text: String) -> Result<Self, Error> {
        let parsed = parsed(&text)?;
        Ok(Self::of(text.into_boxed_str(), parsed))
    }

    /// Converts a typed element to a raw one.
    ///
    /// # Errors
    /// The value contains something that XML cannot carry, or that the reader could not read back: a name of more than
    /// 65,535 bytes, or more than 32,767 attributes on one element.
    pub fn from_element<T: Element>(element: &T) -> Result<Self, Error> {
        let mut writer = Writer::with_capacity(ROOM);
        element.write(&mut writer);
        let root = writer.root();
        let text = writer.finish()?;
        match root {
            Some(root) => Ok(Self::vouched(text, root)),
            None => Self::written(text),
        }
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
        let (tape, index) = match &self.0 {
            Kept::Read(tape, index) => (tape, *index),
            Kept::Written(written) => (written.tape(), 0),
        };
        Node {
            document: Document::of(tape),
            index,
        }
    }

    /// The local name.
    #[must_use]
    pub fn name(&self) -> &str {
        match &self.0 {
            Kept::Read(..) => self.node().name(),
            Kept::Written(written) => written.name(),
        }
    }

    /// The namespace; empty if it has none.
    #[must_use]
    pub fn namespace(&self) -> &str {
        match &self.0 {
            Kept::Read(..) => self.node().namespace(),
            Kept::Written(written) => written.namespace,
        }
    }

    /// Whether it has this namespace and local name.
    #[must_use]
    pub fn is(&self, namespace: &str, name: &str) -> bool {
        match &self.0 {
            Kept::Read(..) => self.node().is(namespace, name),
            Kept::Written(written) => written.name() == name && written.namespace == namespace,
        }
    }

    /// Whether it has a name of `T`.
    #[must_use]
    #[inline]
    pub fn is_a<T: Element>(&self) -> bool {
        let key = const { T::NAMES.key() };
        match &self.0 {
            Kept::Read(..) => {
                let node = self.node();
                (key == 0 || node.record().is_some_and(|r| r.short_key() == key))
                    && T::NAMES.matches_alone(&node)
            }
            Kept::Written(written) => {
                let is_in = |namespace: &str| written.namespace == namespace;
                T::NAMES.matches_name(written.name(), &is_in)
            }
        }
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
        crate::read::root_with(&self.node(), options, report)
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
