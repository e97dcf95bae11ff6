//! The writer: it can only write well-formed XML.
//!
//! An element declares its namespace as the default namespace, unless that is the default already or a prefix in scope is
//! bound to it. Declarations that an [`Extra`] remembers are written where they stood, and serve all that is inside. What
//! finds no declaration, as a new attribute may, declares its namespace on its own element. Errors are kept and
//! reported at the end, so that what writes a value need not ask after each step.
//!
//! What the reader accepts is never written longer than its limits allow, as far as it is unchanged: that is why
//! declarations are shared, quotes chosen and characters escaped only where they must be.

pub(crate) mod element;
mod escape;
#[cfg(any(feature = "minidom", feature = "xso"))]
pub(crate) mod resolved;

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt::Write as _;

use self::escape::{CDATA_END, CDATA_START};
use crate::chars;
use crate::cost;
use crate::element::Tags;
use crate::error::{Error, ErrorKind};
use crate::extra::{Contents, Declared};
use crate::node::Node;
use crate::options::Limits;
use crate::raw::RawElement;
use crate::tape::{Document, HAS_COMMENTS, Record, Tape, USES_NO_NAMESPACE};

/// Writes elements as text.
///
/// ```
/// use xmpp_xml::{RawElement, Writer};
///
/// let payload: RawElement = "<ping xmlns='urn:xmpp:ping'/>".parse()?;
/// let mut writer = Writer::new();
/// writer.element(&payload);
/// assert_eq!(writer.finish()?, payload.to_string());
/// # Ok::<(), xmpp_xml::Error>(())
/// ```
#[derive(Debug, Default)]
pub struct Writer {
    out: String,
    /// The namespace of the element that the writer is in.
    parent: &'static str,
    /// The default namespace where the writer is, or [`FOREIGN`].
    default: &'static str,
    /// What is declared where the writer is, the innermost last: all prefixes, and default namespaces that are
    /// [`FOREIGN`].
    scope: Vec<Binding>,
    /// How many of these are declared around everything, as on a stream header.
    outermost: usize,
    /// How many apostrophes have been escaped, and how many bytes text has grown by escapes.
    apostrophes: usize,
    grown: usize,
    /// The start tag is not closed yet.
    is_open: bool,
    /// What can be said of all that was written.
    root: Known,
    error: Option<ErrorKind>,
    error_at: usize,
}

/// Stands for a default namespace that is no constant of the program, but one that an [`Extra`] remembers. No element is
/// in a namespace of this name.
const FOREIGN: &str = "\0";

/// A declaration that is in scope.
#[derive(Clone, Debug)]
struct Binding {
    /// Empty for a default namespace.
    prefix: Shared,
    namespace: Shared,
    /// Whether it is the namespace of this number on this tape, once that has been found out.
    compared: Option<(Arc<Tape>, u32, bool)>,
}

/// A text of the program, or one that was read.
#[derive(Clone, Debug)]
enum Shared {
    Static(&'static str),
    Counted(Arc<str>),
}

impl Shared {
    fn as_str(&self) -> &str {
        match self {
            Self::Static(text) => text,
            Self::Counted(text) => text,
        }
    }

    fn is(&self, other: &Arc<str>) -> bool {
        match self {
            Self::Static(text) => **text == **other,
            Self::Counted(text) => Arc::ptr_eq(text, other) || text == other,
        }
    }

    fn is_same(&self, other: &Self) -> bool {
        match other {
            Self::Static(text) => self.as_str() == *text,
            Self::Counted(text) => self.is(text),
        }
    }
}

/// What is known of all that was written.
#[derive(Debug, Default)]
enum Known {
    /// There is nothing.
    #[default]
    Nothing,
    /// It is one element, and what our reader will find in it needs no looking up: there are no prefixes, and all names and
    /// attributes are those of types or have been read before.
    Root(Root),
    /// Neither.
    Anything,
}

/// The one element that was written, in a namespace that it declares as the default.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Root {
    pub(crate) namespace: &'static str,
    pub(crate) name_len: usize,
}

/// What holds outside of an element, and how its name was begun.
struct Outer {
    parent: &'static str,
    default: &'static str,
    scope: usize,
    prefix: Option<Shared>,
}

impl Writer {
    /// An empty writer, with no namespace declared.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// An empty writer with room for this many bytes.
    #[must_use]
    pub fn with_capacity(bytes: usize) -> Self {
        Self {
            out: String::with_capacity(bytes),
            ..Self::default()
        }
    }

    /// A writer for the inside of an element, such as a stream, that declares `namespace` as the default and these
    /// prefixes, each with its namespace.
    #[must_use]
    pub fn within(
        mut self,
        namespace: &'static str,
        prefixes: &[(&'static str, &'static str)],
    ) -> Self {
        self.parent = namespace;
        self.default = namespace;
        self.scope = prefixes
            .iter()
            .map(|(prefix, namespace)| Binding::fixed(prefix, namespace))
            .collect();
        self.outermost = self.scope.len();
        self
    }

    /// Writes an element.
    pub fn element<T: crate::Element>(&mut self, element: &T) {
        element.write(self);
    }

    /// Returns the text.
    ///
    /// # Errors
    /// A value contains something that XML cannot carry. The offset is that in the text before it.
    #[inline]
    pub fn finish(self) -> Result<String, Error> {
        match self.error {
            None => Ok(self.out),
            Some(kind) => Err(Error::new(kind).at(
                open_path(self.out.get(..self.error_at).unwrap_or_default()),
                self.error_at,
            )),
        }
    }

    /// The element that was written, where it is sure that any reader of ours can read it back and what its name is.
    pub(crate) fn root(&self) -> Option<Root> {
        match self.root {
            Known::Root(root) if self.out.len() < Limits::highest().bytes => Some(root),
            _ => None,
        }
    }

    /// Takes note of an element that is the root, or in no namespace, or inside of one in none.
    #[cold]
    fn note_root(&mut self, namespace: &'static str, tags: &Tags) {
        self.root = match self.root {
            Known::Nothing if !namespace.is_empty() && self.default.is_empty() => {
                Known::Root(Root {
                    namespace,
                    name_len: tags.start.len() - 1,
                })
            }
            _ => Known::Anything,
        };
    }

    /// Returns the text so far and continues in the same context.
    ///
    /// # Errors
    /// Same as [`finish`](Self::finish). The text since the last call is lost then.
    pub fn take(&mut self) -> Result<String, Error> {
        let mut scope = core::mem::take(&mut self.scope);
        scope.truncate(self.outermost);
        let fresh = Self {
            // What comes next is most often about as long.
            out: String::with_capacity(self.out.len()),
            scope,
            outermost: self.outermost,
            parent: self.parent,
            default: self.default,
            ..Self::default()
        };
        core::mem::replace(self, fresh).finish()
    }

    #[cold]
    fn fail(&mut self, kind: ErrorKind) {
        if self.error.is_none() {
            self.error = Some(kind);
            self.error_at = self.out.len();
        }
    }

    /// Closes the start tag that is open, if there is one: content follows.
    #[inline]
    fn content(&mut self) {
        if self.is_open {
            self.is_open = false;
            self.out.push('>');
        }
    }

    /// Begins a start tag that is ready, where the default namespace is not [`FOREIGN`]; gives the namespace of the parent
    /// and the default namespace outside of the element.
    #[inline(always)]
    fn open(&mut self, namespace: &'static str, tags: &Tags) -> (&'static str, &'static str) {
        self.content();
        if self.parent.is_empty() {
            self.note_root(namespace, tags);
        }
        let outer = (self.parent, self.default);
        self.parent = namespace;
        self.is_open = true;
        self.out.push_str(tags.start);
        if !same(namespace, outer.1) {
            self.declare_default(namespace);
        }
        outer
    }

    /// Ends an element that was begun by [`open`](Self::open).
    #[inline]
    fn close(&mut self, tags: &Tags, outer: (&'static str, &'static str)) {
        if self.is_open {
            self.is_open = false;
            self.out.push_str("/>");
        } else {
            self.out.push_str(tags.end);
        }
        (self.parent, self.default) = outer;
    }

    /// Begins a start tag; gives what holds outside of the element.
    #[inline]
    fn start(
        &mut self,
        namespace: &'static str,
        prefix: &'static str,
        name: &str,
        extra: Option<&Contents>,
    ) -> Outer {
        self.content();
        if self.parent.is_empty() {
            self.root = Known::Anything;
        }
        let outer = Outer {
            parent: self.parent,
            default: self.default,
            scope: self.scope.len(),
            prefix: None,
        };
        self.parent = namespace;
        self.is_open = true;
        let is_default = same(namespace, outer.default);
        let is_plain = extra.is_none_or(|e| e.declarations.is_empty() && e.prefix.is_none());
        if prefix.is_empty() && is_plain && (is_default || outer.default != FOREIGN) {
            self.out.push('<');
            self.out.push_str(name);
            if !is_default {
                self.declare_default(namespace);
            }
            return outer;
        }
        self.start_in_scope(namespace, prefix, name, extra, outer)
    }

    fn declare_default(&mut self, namespace: &'static str) {
        self.default = namespace;
        self.out.push_str(" xmlns='");
        self.value(namespace);
    }

    /// Begins a start tag with the prefix and the declarations that it had, as far as they fit.
    fn start_in_scope(
        &mut self,
        namespace: &'static str,
        fixed: &'static str,
        name: &str,
        extra: Option<&Contents>,
        mut outer: Outer,
    ) -> Outer {
        self.root = Known::Anything;
        let declared = extra.map_or(&[][..], |extra| &extra.declarations);
        let had = extra.and_then(|extra| extra.prefix.as_ref());
        // What holds anyway need not be declared, and the default namespace of others does not fit an element that has none.
        let kept: Vec<&Declared> = declared
            .iter()
            .filter(|d| match &*d.prefix {
                "" => !namespace.is_empty() && *d.namespace != *namespace,
                prefix => self
                    .binding(prefix)
                    .is_none_or(|b| !b.namespace.is(&d.namespace)),
            })
            .collect();
        let mut is_foreign = false;
        for declared in &kept {
            is_foreign |= declared.prefix.is_empty();
            self.scope.push(Binding {
                prefix: Shared::Counted(Arc::clone(&declared.prefix)),
                namespace: Shared::Counted(Arc::clone(&declared.namespace)),
                compared: None,
            });
        }
        let is_default = match outer.default {
            FOREIGN => self
                .binding("")
                .is_some_and(|b| b.namespace.as_str() == namespace),
            default => same(namespace, default),
        };
        if !namespace.is_empty() {
            let wanted = match had {
                Some(prefix) => Shared::Counted(Arc::clone(prefix)),
                None => Shared::Static(fixed),
            };
            let binds = |writer: &Self, prefix: &Shared| {
                let bound = writer.binding(prefix.as_str());
                bound.is_some_and(|b| b.namespace.as_str() == namespace)
            };
            outer.prefix = if wanted.as_str().is_empty() {
                None
            } else if binds(self, &wanted) {
                Some(wanted)
            } else {
                // What it had is not bound any more, or never was.
                let is_taken = declared.iter().any(|d| *d.prefix == *fixed);
                let bound = self.prefix_bound_to(|bound| bound.as_str() == namespace);
                bound.or_else(|| match fixed {
                    "" => None,
                    _ if is_taken => Some(self.new_prefix()),
                    fixed => Some(Shared::Static(fixed)),
                })
            };
            if outer.prefix.is_none() && is_foreign {
                let bound = self.prefix_bound_to(|bound| bound.as_str() == namespace);
                outer.prefix = bound.or_else(|| Some(self.new_prefix()));
            }
        }
        self.out.push('<');
        if let Some(prefix) = &outer.prefix {
            self.out.push_str(prefix.as_str());
            self.out.push(':');
        }
        self.out.push_str(name);
        match &outer.prefix {
            None if !is_default => self.declare_default(namespace),
            None => {}
            Some(prefix) => {
                let bound = self.binding(prefix.as_str());
                if bound.is_none_or(|b| b.namespace.as_str() != namespace) {
                    self.declare(prefix.as_str(), namespace);
                    self.scope.push(Binding {
                        prefix: prefix.clone(),
                        namespace: Shared::Static(namespace),
                        compared: None,
                    });
                }
            }
        }
        for declared in kept {
            self.declare(&declared.prefix, &declared.namespace);
        }
        // A default namespace that is its own, beside the prefix.
        let mut own = declared.iter().filter(|d| d.prefix.is_empty());
        if outer.prefix.is_some() && !is_default && own.any(|d| *d.namespace == *namespace) {
            self.declare_default(namespace);
        }
        if is_foreign {
            self.default = FOREIGN;
        }
        outer
    }

    /// What a prefix, empty for the default namespace, is bound to here.
    fn binding(&self, prefix: &str) -> Option<&Binding> {
        cost::step(self.scope.len());
        let mut bindings = self.scope.iter().rev();
        bindings.find(|binding| binding.prefix.as_str() == prefix)
    }

    /// A prefix that is bound to a namespace here.
    fn prefix_bound_to(&self, is_meant: impl Fn(&Shared) -> bool) -> Option<Shared> {
        let found = self.scope.iter().enumerate().rev().find(|(at, binding)| {
            let inner = self.scope.get(at + 1..).unwrap_or_default();
            cost::step(1 + binding.namespace.as_str().len());
            !binding.prefix.as_str().is_empty()
                && is_meant(&binding.namespace)
                && !inner
                    .iter()
                    .any(|b| b.prefix.as_str() == binding.prefix.as_str())
        });
        found.map(|(_, binding)| binding.prefix.clone())
    }

    /// A prefix for an attribute in a namespace, declared on the element that is open if none is: the wanted one, which may
    /// be empty, if it is bound so already or to nothing.
    fn attribute_prefix(&mut self, wanted: &str, namespace: &Shared) -> Shared {
        let is_bound = !wanted.is_empty()
            && self
                .binding(wanted)
                .is_some_and(|b| b.namespace.is_same(namespace));
        if is_bound {
            return Shared::Counted(Arc::from(wanted));
        }
        if let Some(bound) = self.prefix_bound_to(|bound| bound.is_same(namespace)) {
            return bound;
        }
        let prefix: Arc<str> = Arc::from(&*self.free_prefix(wanted));
        self.declare(&prefix, namespace.as_str());
        self.scope.push(Binding {
            prefix: Shared::Counted(Arc::clone(&prefix)),
            namespace: namespace.clone(),
            compared: None,
        });
        self.root = Known::Anything;
        Shared::Counted(prefix)
    }

    /// A prefix that is not bound here.
    fn new_prefix(&self) -> Shared {
        Shared::Counted(Arc::from(&*self.free_prefix("ns0")))
    }

    /// The wanted prefix if it is not bound here, else one that is not.
    fn free_prefix<'p>(&self, wanted: &'p str) -> Cow<'p, str> {
        let is_free =
            |prefix: &str| !matches!(prefix, "xml" | "xmlns") && self.binding(prefix).is_none();
        if chars::is_ncname(wanted) && is_free(wanted) {
            return Cow::Borrowed(wanted);
        }
        let mut n = self.scope.len();
        loop {
            let prefix = format!("ns{n}");
            if is_free(&prefix) {
                return Cow::Owned(prefix);
            }
            n += 1;
        }
    }

    /// Whether a prefix, empty for the default namespace, is bound here to a namespace on a tape.
    fn binds(&mut self, prefix: &str, document: &Document<'_>, declaration: u32) -> bool {
        let number = document.number(declaration);
        let name = document.namespace(declaration);
        if prefix.is_empty() && self.default != FOREIGN {
            return name == self.default;
        }
        cost::step(self.scope.len());
        let mut bindings = self.scope.iter_mut().rev();
        let Some(binding) = bindings.find(|binding| binding.prefix.as_str() == prefix) else {
            return false;
        };
        // A long name that many elements inherit is compared once.
        let tape = document.kept();
        match &binding.compared {
            Some((of, compared, is_same)) if Arc::ptr_eq(of, &tape) && *compared == number => {
                return *is_same;
            }
            _ => {}
        }
        cost::step(name.len());
        let is_same = binding.namespace.as_str() == name;
        binding.compared = Some((tape, number, is_same));
        is_same
    }

    #[inline]
    fn end(&mut self, name: &str, outer: Outer) {
        if self.is_open {
            self.is_open = false;
            self.out.push_str("/>");
        } else {
            self.out.push_str("</");
            if let Some(prefix) = &outer.prefix {
                self.out.push_str(prefix.as_str());
                self.out.push(':');
            }
            self.out.push_str(name);
            self.out.push('>');
        }
        self.parent = outer.parent;
        self.default = outer.default;
        self.scope.truncate(outer.scope);
    }

    /// Declares a prefix, empty for the default namespace.
    fn declare(&mut self, prefix: &str, namespace: &str) {
        self.out.push_str(" xmlns");
        if !prefix.is_empty() {
            self.out.push(':');
            self.out.push_str(prefix);
        }
        self.out.push_str("='");
        self.value(namespace);
    }
}

impl Binding {
    const fn fixed(prefix: &'static str, namespace: &'static str) -> Self {
        Self {
            prefix: Shared::Static(prefix),
            namespace: Shared::Static(namespace),
            compared: None,
        }
    }
}

/// Whether two namespaces, most often the same constant, are the same.
#[inline]
fn same(a: &'static str, b: &'static str) -> bool {
    core::ptr::eq(a, b) || a == b
}

/// Writes an element as its text stands, with the declarations that it inherits and that are not in scope.
#[inline]
pub(crate) fn raw(writer: &mut Writer, element: &RawElement) {
    writer.content();
    if writer.parent.is_empty() {
        writer.root = Known::Anything;
    }
    if let Some(text) = element.self_contained() {
        return writer.out.push_str(text);
    }
    let node = element.node();
    let Some(record) = node.record() else {
        return;
    };
    let is_whole = record.lowest > node.index
        && record.flags & HAS_COMMENTS == 0
        && (record.flags & USES_NO_NAMESPACE == 0 || writer.default.is_empty());
    if is_whole {
        writer.out.push_str(node.source());
    } else {
        raw_in_scope(writer, &node, record);
    }
}

#[cold]
fn raw_in_scope(writer: &mut Writer, node: &Node<'_>, record: &Record) {
    writer.root = Known::Anything;
    let (name, rest) = node
        .source()
        .split_at_checked(usize::from(record.name_len) + 1)
        .unwrap_or_default();
    writer.out.push_str(name);
    if record.flags & USES_NO_NAMESPACE != 0 && !writer.default.is_empty() {
        writer.out.push_str(" xmlns=''");
    }
    let document = node.document;
    for declaration in node.inherited() {
        let prefix = document.declared_prefix(declaration);
        if !writer.binds(prefix, &document, declaration) {
            writer.declare(prefix, document.namespace(declaration));
        }
    }
    if record.flags & HAS_COMMENTS == 0 {
        writer.out.push_str(rest);
    } else {
        without_comments(rest, &mut writer.out);
    }
}

/// The text of an element that stands alone.
pub(crate) fn self_contained(element: &RawElement) -> String {
    if let Some(text) = element.self_contained() {
        return String::from(text);
    }
    let mut writer = Writer::with_capacity(element.node().source().len());
    raw(&mut writer, element);
    writer.out
}

/// Writes the text of an element from behind its name without the comments in it: XMPP allows none.
fn without_comments(text: &str, out: &mut String) {
    let mut rest = text;
    // No value has a `<` in it, so that each begins a tag, a CDATA section or a comment.
    while let Some((before, markup)) = rest.find('<').and_then(|at| rest.split_at_checked(at)) {
        out.push_str(before);
        if let Some(comment) = markup.strip_prefix("<!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let end = match markup.starts_with(CDATA_START) {
            true => markup.find(CDATA_END).map(|end| end + CDATA_END.len()),
            false => Some(1),
        };
        let (kept, after) = end
            .and_then(|end| markup.split_at_checked(end))
            .unwrap_or((markup, ""));
        out.push_str(kept);
        rest = after;
    }
    out.push_str(rest);
}

/// The path of the elements that are open at the end of what was written, which is well-formed so far.
#[cold]
fn open_path(written: &str) -> String {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = written;
    while let Some((_, tag)) = rest.split_once('<') {
        let name_len = tag.find([' ', '>', '/', '=']).unwrap_or(tag.len());
        if tag.starts_with('/') {
            open.pop();
            rest = tag;
            continue;
        }
        if tag.starts_with("![CDATA[") {
            rest = tag.split_once("]]>").map_or("", |(_, after)| after);
            continue;
        }
        open.push(tag.get(..name_len).unwrap_or_default());
        // To the end of the tag, past the attribute values.
        let mut quote = None;
        let end = tag.char_indices().find(|(_, c)| match (quote, *c) {
            (None, '\'' | '"') => {
                quote = Some(*c);
                false
            }
            (Some(q), c) if q == c => {
                quote = None;
                false
            }
            (None, '>') => true,
            _ => false,
        });
        let Some((end, _)) = end else { break };
        if tag.get(..end).is_some_and(|t| t.ends_with('/')) {
            open.pop();
        }
        rest = tag.get(end..).unwrap_or_default();
    }
    let mut path = String::new();
    for name in open {
        let _ = write!(path, "/{name}");
    }
    path
}
