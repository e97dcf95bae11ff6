//! A reader for many elements in turn that reuses its memory.

use alloc::boxed::Box;
use alloc::sync::Arc;

use crate::element::Element;
use crate::error::Error;
use crate::options::Options;
use crate::parser::{self, Extent};
use crate::raw::RawElement;
use crate::read::{self, Context, Report};
use crate::tape::{Scope, Tape};

/// Reads elements in turn and reuses its memory: for servers and for logs.
///
/// The results are those of [`from_slice`](crate::from_slice) and [`RawElement::from_slice`], with fewer allocations. The
/// memory of an element that is dropped before the next one is read is reused. An element that is kept may take several
/// times as much memory as one that was read alone, plus up to two kilobytes: use [`RawElement::detached`] for one that is
/// kept for long.
///
/// The text of the last element stays in memory until the next one is read or the reader is dropped. A
/// [`Splitter`](crate::stream::Splitter) reuses the memory of its elements in the same way.
///
/// ```
/// use xmpp_xml::{ElementReader, Options, RawElement};
///
/// let mut reader = ElementReader::new(Options::new());
/// for line in ["<a xmlns='urn:example'/>", "<b xmlns='urn:example'/>"] {
///     let element: RawElement = reader.read(line.as_bytes())?;
///     assert_eq!(element.to_string(), line);
/// }
/// # Ok::<(), xmpp_xml::Error>(())
/// ```
#[derive(Debug, Default)]
pub struct ElementReader {
    options: Options,
    memory: Memory,
}

impl ElementReader {
    /// A reader with these options.
    #[must_use]
    pub fn new(options: Options) -> Self {
        Self {
            options,
            memory: Memory::default(),
        }
    }

    /// Reads a single element as a `T`. White space around it is allowed.
    ///
    /// # Errors
    /// Same as [`from_slice`](crate::from_slice). An error has no effect on the elements that follow.
    pub fn read<T: Element>(&mut self, input: &[u8]) -> Result<T, Error> {
        let root = self.raw(input)?;
        let node = root.node();
        read::root(&node, &mut Context::of_input(node.document.input()))
    }

    /// Like [`read`](Self::read); problems and untyped parts are added to `report`.
    ///
    /// # Errors
    /// Same as [`read`](Self::read).
    pub fn read_with<T: Element>(&mut self, input: &[u8], report: &mut Report) -> Result<T, Error> {
        let root = self.raw(input)?;
        read::root_with(&root.node(), &self.options, report)
    }

    fn raw(&mut self, input: &[u8]) -> Result<RawElement, Error> {
        let text = parser::text_of(input, &self.options)?;
        self.memory.read(text, None, &self.options)
    }
}

/// The tape of the element that was read last, to be used again once nobody else has it.
#[derive(Debug, Default)]
pub(crate) struct Memory(Option<Arc<Tape>>);

/// So much room, in bytes of text and in records, is kept at most, and so much fits any element.
const MOST: (usize, usize) = (8 << 10, 1 << 10);
const LITTLE: (usize, usize) = (512, 48);

impl Memory {
    /// Reads one element within the declarations of `scope`.
    pub(crate) fn read(
        &mut self,
        text: &str,
        scope: Option<Arc<Scope>>,
        options: &Options,
    ) -> Result<RawElement, Error> {
        let usual = parser::usual_records(text.len());
        // Not much more room than is needed: the element may be kept.
        let fits = |(bytes, records): (usize, usize)| {
            text.len() <= MOST.0
                && bytes <= LITTLE.0.max(4 * text.len())
                && records <= LITTLE.1.max(4 * usual)
        };
        if let Some(mut tape) = self.0.take() {
            let free = Arc::get_mut(&mut tape);
            if let Some(free) = free.filter(|free| fits(free.room())) {
                let (mut kept, records) = free.emptied();
                let parsed = parser::parse_into(records, text, scope, options, Extent::Document)?;
                kept.push_str(text);
                *free = parsed.keep_in(kept, MOST.1);
                self.keep(&tape);
                return Ok(RawElement::root_of(tape));
            }
        }
        let parsed = parser::parse_within(text, scope, options, Extent::Document)?;
        let element = RawElement::of(Box::from(text), parsed);
        self.keep(element.tape());
        Ok(element)
    }

    /// Keeps a tape that is not too large.
    fn keep(&mut self, tape: &Arc<Tape>) {
        let (bytes, records) = tape.room();
        if bytes <= MOST.0 && records <= MOST.1 {
            self.0 = Some(Arc::clone(tape));
        }
    }
}
