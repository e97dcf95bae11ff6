//! Writing an element that another library has taken apart: its names resolved, its attributes in a map.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Write as _;
use core::mem;
use core::ops::Range;

use rxml::AttrMap;

use super::Writer;
use crate::chars::{self, ESCAPE_VALUE};
use crate::element::Element;
use crate::error::{Error, ErrorKind};
use crate::namespace::XML;
use crate::options::{Limit, Limits, Options};
use crate::read::Report;

/// Takes an element down as text, part by part, to be read as any type.
///
/// What is handed over need not be sound: the text is read with all the checks of the reader, and nothing can pass for
/// markup that is not.
#[derive(Debug)]
pub(crate) struct Resolved {
    writer: Writer,
    open: Vec<Open>,
    /// The name of the element that ended last.
    name: String,
    /// The default namespace where the writer is.
    namespace: String,
}

/// An element that is open.
#[derive(Debug)]
struct Open {
    /// Where its name stands in the text.
    name: Range<usize>,
    /// The default namespace outside of it, if it has declared another.
    outer: Option<String>,
}

impl Resolved {
    /// Nothing taken down yet.
    pub(crate) fn new() -> Self {
        // With room for a stanza of the usual size.
        Self {
            writer: Writer::with_capacity(512),
            name: String::new(),
            open: Vec::with_capacity(8),
            namespace: String::new(),
        }
    }

    /// The namespace that an element here has without a declaration.
    pub(crate) fn namespace(&self) -> &str {
        &self.namespace
    }

    /// Starts an element. `namespace` is its own where that is not [`namespace`](Self::namespace).
    pub(crate) fn start(&mut self, namespace: Option<String>, name: &str, attributes: &AttrMap) {
        let writer = &mut self.writer;
        writer.content();
        let max = Limits::client().depth;
        if self.open.len() >= max {
            let limit = Limit::Depth;
            writer.fail(ErrorKind::LimitExceeded { limit, max });
        }
        if !chars::is_ncname_ascii(name) && !chars::is_ncname(name) {
            let name = Box::from(name);
            writer.fail(ErrorKind::UnwritableName { name });
        }
        writer.out.push('<');
        let start = writer.out.len();
        let outer = match namespace {
            // It cannot be declared as the default.
            Some(namespace) if namespace == XML => {
                writer.out.push_str("xml:");
                None
            }
            other => other.map(|namespace| mem::replace(&mut self.namespace, namespace)),
        };
        writer.out.push_str(name);
        let name = start..writer.out.len();
        if outer.is_some() {
            writer.out.push_str(" xmlns='");
            writer.escaped::<ESCAPE_VALUE>(&self.namespace);
            writer.out.push('\'');
        }
        self.open.push(Open { name, outer });
        self.attributes(attributes);
        self.writer.is_open = true;
        self.limit_size();
    }

    fn attributes(&mut self, attributes: &AttrMap) {
        let writer = &mut self.writer;
        let (mut declared, mut count) = ("", 0);
        for ((namespace, name), value) in attributes {
            match namespace.as_str() {
                "" if *name == "xmlns" => {
                    let name = Box::from("xmlns");
                    writer.fail(ErrorKind::UnwritableName { name });
                }
                "" => writer.out.push(' '),
                XML => writer.out.push_str(" xml:"),
                // The map has the attributes of one namespace together.
                namespace => {
                    if namespace != declared {
                        declared = namespace;
                        count += 1;
                        let _ = write!(writer.out, " xmlns:ns{count}='");
                        writer.escaped::<ESCAPE_VALUE>(namespace);
                        writer.out.push('\'');
                    }
                    let _ = write!(writer.out, " ns{count}:");
                }
            }
            writer.out.push_str(name);
            writer.out.push_str("='");
            writer.escaped::<ESCAPE_VALUE>(value);
            writer.out.push('\'');
        }
    }

    /// Writes character data.
    pub(crate) fn text(&mut self, text: &str) {
        self.writer.characters(text);
        self.limit_size();
    }

    /// Ends the element that was started last; tells whether none is open then.
    pub(crate) fn end(&mut self) -> bool {
        let out = &mut self.writer.out;
        if let Some(Open { name, outer }) = self.open.pop() {
            if mem::take(&mut self.writer.is_open) {
                out.push_str("/>");
            } else {
                self.name.clear();
                self.name.push_str(out.get(name).unwrap_or_default());
                out.push_str("</");
                out.push_str(&self.name);
                out.push('>');
            }
            if let Some(outer) = outer {
                self.namespace = outer;
            }
        }
        self.open.is_empty()
    }

    /// Refuses here already what the reader would refuse, lest the text grow without bound.
    fn limit_size(&mut self) {
        let max = Limits::client().bytes;
        if self.writer.out.len() > max {
            let limit = Limit::Bytes;
            self.writer.fail(ErrorKind::LimitExceeded { limit, max });
        }
    }

    /// Whether it is known that [`read`](Self::read) will fail, so that what else would come need not be waited for.
    #[cfg(feature = "xso")]
    pub(crate) fn has_failed(&self) -> bool {
        self.writer.error.is_some()
    }

    /// Reads what was written, which is gone then, by the given options but for the limits of size.
    ///
    /// # Errors
    /// Something handed over cannot stand in XML, or what [`read_with`](crate::read_with) has against it.
    pub(crate) fn read<T: Element>(
        &mut self,
        options: &Options,
        report: &mut Report,
    ) -> Result<T, Error> {
        let text = mem::take(&mut self.writer).finish()?;
        let limits = Limits {
            nesting: options.limits.nesting,
            ..Limits::client()
        };
        crate::read_with(text.as_bytes(), &options.limits(limits), report)
    }
}
