//! The tape: what the reader makes of its input, one flat record for each element, attribute,
//! namespace declaration and run of text, in document order, with spans into the text.
//!
//! An element is followed by its attributes and declarations, then by its content; `next` leads past
//! all of it. Namespaces are resolved and numbered: `namespace` of a name is the index of the declaration that holds, and
//! that of a declaration is the number of the namespace that it declares, which is the index of the first declaration of
//! an equal name. So two names are in one namespace exactly if their numbers are equal, and a namespace name is decoded
//! and compared with others once, where it is declared.
//!
//! Everything on a tape has been checked, so looking at it cannot fail.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt::Write as _;

use once_cell::race::OnceBox;

use crate::chars::{self, are_same};
use crate::cost;
use crate::decode;
use crate::infoset::Twin;
use crate::namespace::XML;
use crate::node::Node;
use crate::options::{Invalid, Options};

/// The index of no record: the namespace of names that are in none.
pub(crate) const NONE: u32 = u32::MAX;
/// Stands for the declaration of the prefix `xml`, which needs none.
pub(crate) const XML_NAMESPACE: u32 = u32::MAX - 1;
/// In an index: that of a declaration in the [`Scope`] around the input.
pub(crate) const SCOPE: u32 = 1 << 31;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Element,
    Attribute,
    Declaration,
    Text,
}

/// `Text`, `Attribute` and `Declaration`: the span needs decoding before it is the value.
pub(crate) const ENCODED: u8 = 1;
/// `Text`: a CDATA section, in which only line ends are decoded.
pub(crate) const CDATA: u8 = 2;
/// `Text`: nothing but white space.
pub(crate) const BLANK: u8 = 4;
/// `Element`: has child elements.
pub(crate) const HAS_ELEMENTS: u8 = 8;
/// `Element`: has text of its own that is more than white space.
pub(crate) const HAS_TEXT: u8 = 16;
/// `Element`: has white space of its own.
pub(crate) const HAS_BLANK: u8 = 32;
/// `Element`: it or one inside of it has no prefix and no default namespace declared for it.
pub(crate) const USES_NO_NAMESPACE: u8 = 64;

/// `Element`: a comment has been skipped in it or in one inside of it.
pub(crate) const HAS_COMMENTS: u8 = 128;

#[derive(Clone, Copy, Debug)]
pub(crate) struct Record {
    pub(crate) kind: Kind,
    pub(crate) flags: u8,
    /// Bytes of the prefix, 0 for none.
    pub(crate) prefix_len: u16,
    /// Bytes of the qualified name.
    pub(crate) name_len: u16,
    /// `Element`: how many attribute and declaration records follow.
    pub(crate) attributes: u16,
    /// Where the name starts, or the text.
    pub(crate) start: u32,
    /// Where the value starts. `Element`: its [key](Self::short_key).
    pub(crate) value_start: u32,
    /// Where the value, the text or the whole element ends. While an element is open: the default
    /// namespace outside of it.
    pub(crate) end: u32,
    /// `Element`, `Attribute`: the index of the declaration that holds for the name. `Declaration`: the number of the
    /// namespace, [`NONE`] where it declares that there is none.
    pub(crate) namespace: u32,
    /// The index of the record after this one and all that is inside of it. While an element is open: its parent.
    /// `Attribute`: the first half of its [key](Self::key).
    pub(crate) next: u32,
    /// `Element`: the lowest [`rank`] of a declaration that it or anything inside of it uses. `Declaration` whose name is
    /// spelt with references: where the decoded name stands among the names of the input. `Attribute`: the second half of
    /// its key.
    pub(crate) lowest: u32,
}

/// In the key of an attribute: its name has a prefix.
pub(crate) const PREFIXED: u64 = 1 << 63;

impl Record {
    /// In the place of one that is not there.
    pub(crate) const NOTHING: Self = Self {
        kind: Kind::Text,
        flags: 0,
        prefix_len: 0,
        name_len: 0,
        attributes: 0,
        start: 0,
        value_start: 0,
        end: 0,
        namespace: NONE,
        next: 0,
        lowest: NONE,
    };

    /// `Attribute`: the [key](crate::chars::key) of its local name, with [`PREFIXED`] if there is a prefix.
    #[inline(always)]
    pub(crate) fn key(&self) -> u64 {
        u64::from(self.next) | u64::from(self.lowest) << 32
    }

    #[inline(always)]
    fn local_start(&self) -> u32 {
        let len = u32::from(self.prefix_len);
        self.start + len + u32::from(len != 0)
    }

    /// `Element`: the [key](crate::chars::short_key) of its local name.
    #[inline(always)]
    pub(crate) fn short_key(&self) -> u32 {
        self.value_start
    }
}

/// How far out a declaration stands: one in the scope around the input comes before all on the tape.
#[inline]
pub(crate) fn rank(declaration: u32) -> u32 {
    match declaration {
        0..SCOPE => declaration + 1,
        NONE | XML_NAMESPACE => NONE,
        _ => 0,
    }
}

/// One element and all that is inside of it, kept: its text, its tape, and how it was read.
///
/// It is shared by all raw elements that were cut out of it.
#[derive(Debug)]
pub(crate) struct Tape {
    text: String,
    records: Vec<Record>,
    pub(crate) input: Input,
    /// The tape that it was compared with first.
    pub(crate) twin: OnceBox<Twin>,
}

impl Tape {
    pub(crate) fn new(text: String, records: Vec<Record>, input: Input) -> Self {
        Self {
            text,
            records,
            input,
            twin: OnceBox::new(),
        }
    }

    /// Takes the memory out of it, emptied.
    pub(crate) fn emptied(&mut self) -> (String, Vec<Record>) {
        let (mut text, mut records) = (
            core::mem::take(&mut self.text),
            core::mem::take(&mut self.records),
        );
        text.clear();
        records.clear();
        (text, records)
    }

    /// The bytes of text and the records that it has room for.
    pub(crate) fn room(&self) -> (usize, usize) {
        (self.text.capacity(), self.records.capacity())
    }
}

/// What there is to know of an input beside its text and its records.
#[derive(Debug, Default)]
pub(crate) struct Input {
    /// The namespace names that are spelt with references, decoded.
    pub(crate) names: Vec<Box<str>>,
    /// What is declared around the input.
    pub(crate) scope: Option<Arc<Scope>>,
    /// What to do with invalid values in it, unless the caller says otherwise.
    pub(crate) invalid: Invalid,
    /// How many types may be inside of each other, unless the caller says otherwise.
    pub(crate) nesting: usize,
    /// The same input, kept: made when the first raw element is cut out of it.
    shared: OnceBox<Arc<Tape>>,
}

impl Input {
    pub(crate) fn new(options: &Options, scope: Option<Arc<Scope>>) -> Self {
        Self {
            scope,
            invalid: options.invalid,
            nesting: options.limits.nesting,
            ..Self::default()
        }
    }

    /// The same, for a tape of its own.
    fn copy(&self) -> Self {
        Self {
            names: self.names.clone(),
            scope: self.scope.clone(),
            invalid: self.invalid,
            nesting: self.nesting,
            shared: OnceBox::new(),
        }
    }
}

/// The declarations around an element that is read by itself: those of the header of a stream.
///
/// The index of one has the bit [`SCOPE`] where it stands for a namespace.
#[derive(Debug, Default)]
pub(crate) struct Scope {
    /// What is declared further out, and how many that are.
    outer: Option<Arc<Self>>,
    base: u32,
    declared: Vec<Declared>,
    /// The declaration of the default namespace, or [`NONE`].
    pub(crate) default: u32,
    by_prefix: BTreeMap<Box<str>, u32>,
    /// The first of each namespace.
    by_name: BTreeMap<Box<[u8]>, u32>,
}

#[derive(Debug)]
struct Declared {
    /// Empty for the default namespace.
    prefix: Box<str>,
    name: Box<str>,
    number: u32,
    /// The declaration that held before, of the same prefix in the same scope, or of the default namespace.
    hidden: Option<u32>,
}

impl Scope {
    /// Of these declarations: a prefix, empty for the default namespace, and a namespace name. Of two with one prefix
    /// the later holds.
    pub(crate) fn of<'d>(declarations: impl IntoIterator<Item = (&'d str, &'d str)>) -> Self {
        Self::within(None, declarations)
    }

    /// Of these declarations inside of others.
    pub(crate) fn within<'d>(
        outer: Option<Arc<Self>>,
        declarations: impl IntoIterator<Item = (&'d str, &'d str)>,
    ) -> Self {
        let mut scope = Self {
            base: outer
                .as_ref()
                .map_or(0, |o| o.base + o.declared.len() as u32),
            default: outer.as_ref().map_or(NONE, |o| o.default),
            outer,
            ..Self::default()
        };
        let declarations = declarations.into_iter();
        scope.extend(declarations.map(|(prefix, name)| (Box::from(prefix), Box::from(name))));
        scope
    }

    /// How many there are in this scope alone.
    pub(crate) fn len(&self) -> usize {
        self.declared.len()
    }

    /// Adds declarations, which hold from here on.
    pub(crate) fn extend(&mut self, declarations: impl IntoIterator<Item = (Box<str>, Box<str>)>) {
        for (prefix, name) in declarations {
            let index = SCOPE | (self.base + self.declared.len() as u32);
            let around = self.outer.as_ref().and_then(|o| o.number(name.as_bytes()));
            let number = match (&*name, around) {
                ("", _) => NONE,
                (_, Some(number)) => number,
                _ => *self
                    .by_name
                    .entry(name.clone().into_boxed_bytes())
                    .or_insert(index),
            };
            let hidden = if prefix.is_empty() {
                Some(core::mem::replace(&mut self.default, index))
            } else {
                self.by_prefix.insert(prefix.clone(), index)
            };
            self.declared.push(Declared {
                prefix,
                name,
                number,
                hidden,
            });
        }
    }

    /// Takes the declarations back that were added when there were so many.
    pub(crate) fn truncate(&mut self, len: usize) {
        while self.declared.len() > len {
            let Some(last) = self.declared.pop() else {
                return;
            };
            let index = SCOPE | (self.base + self.declared.len() as u32);
            match last.hidden {
                Some(hidden) if last.prefix.is_empty() => self.default = hidden,
                Some(hidden) => drop(self.by_prefix.insert(last.prefix, hidden)),
                None => drop(self.by_prefix.remove(&last.prefix)),
            }
            if last.number == index {
                self.by_name.remove(last.name.as_bytes());
            }
        }
    }

    /// This and what is around it, from the inside out.
    fn levels(&self) -> impl Iterator<Item = &Self> {
        core::iter::successors(Some(self), |scope| {
            cost::step(1);
            scope.outer.as_deref()
        })
    }

    fn get(&self, index: u32) -> Option<&Declared> {
        let at = index & !SCOPE;
        let level = self.levels().find(|scope| scope.base <= at)?;
        level.declared.get((at - level.base) as usize)
    }

    /// The declaration of a prefix.
    pub(crate) fn prefix(&self, prefix: &str) -> Option<u32> {
        self.levels()
            .find_map(|scope| scope.by_prefix.get(prefix).copied())
    }

    /// The namespace that a prefix is bound to.
    #[cfg(feature = "serde")]
    pub(crate) fn namespace_of(&self, prefix: &str) -> Option<&str> {
        self.get(self.prefix(prefix)?)
            .map(|declared| &*declared.name)
    }

    /// The number of a namespace that is declared here.
    #[inline(never)]
    pub(crate) fn number(&self, name: &[u8]) -> Option<u32> {
        let mut levels = self.levels();
        levels.find_map(|scope| scope.by_name.get(name).copied())
    }
}

/// A text and its tape.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Document<'a> {
    pub(crate) text: &'a str,
    pub(crate) records: &'a [Record],
    pub(crate) origin: Origin<'a>,
}

/// Where a document comes from.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Origin<'a> {
    /// From what is kept.
    Tape(&'a Arc<Tape>),
    /// From what is being read.
    Input(&'a Input),
}

impl<'a> Document<'a> {
    #[inline]
    pub(crate) fn of(tape: &'a Arc<Tape>) -> Self {
        Self {
            text: &tape.text,
            records: &tape.records,
            origin: Origin::Tape(tape),
        }
    }

    #[inline]
    pub(crate) fn input(&self) -> &'a Input {
        match self.origin {
            Origin::Tape(tape) => &tape.input,
            Origin::Input(input) => input,
        }
    }

    /// The document, kept.
    pub(crate) fn kept(&self) -> Arc<Tape> {
        match self.origin {
            Origin::Tape(tape) => Arc::clone(tape),
            Origin::Input(input) => {
                let tape = input.shared.get_or_init(|| {
                    let end = self.records.first().map_or(0, |root| root.end as usize);
                    let text = String::from(self.text.get(..end).unwrap_or_default());
                    Box::new(Arc::new(Tape::new(
                        text,
                        Vec::from(self.records),
                        input.copy(),
                    )))
                });
                Arc::clone(tape)
            }
        }
    }

    #[inline]
    pub(crate) fn record(&self, index: u32) -> Option<&'a Record> {
        cost::step(1);
        self.records.get(index as usize)
    }

    #[inline]
    pub(crate) fn span(&self, start: u32, end: u32) -> &'a str {
        self.text
            .get(start as usize..end as usize)
            .unwrap_or_default()
    }

    #[inline]
    pub(crate) fn local(&self, record: &Record) -> &'a str {
        self.span(
            record.local_start(),
            record.start + u32::from(record.name_len),
        )
    }

    /// Whether an element or attribute has this local name.
    #[inline(always)]
    pub(crate) fn is_named(&self, record: &Record, name: &str) -> bool {
        let span =
            record.local_start() as usize..record.start as usize + usize::from(record.name_len);
        let local = self.text.as_bytes().get(span);
        local.is_some_and(|local| are_same(name.as_bytes(), local))
    }

    #[inline]
    pub(crate) fn prefix(&self, record: &Record) -> &'a str {
        self.span(record.start, record.start + u32::from(record.prefix_len))
    }

    /// The name as it stands, with its prefix.
    pub(crate) fn qualified(&self, record: &Record) -> &'a str {
        self.span(record.start, record.start + u32::from(record.name_len))
    }

    /// The value of an attribute as it stands.
    #[inline]
    pub(crate) fn raw_value(&self, record: &Record) -> &'a str {
        self.span(record.value_start, record.end)
    }

    #[inline]
    pub(crate) fn value(&self, record: &Record) -> Cow<'a, str> {
        let raw = self.raw_value(record);
        if record.flags & ENCODED == 0 {
            Cow::Borrowed(raw)
        } else {
            Cow::Owned(decode::value(raw))
        }
    }

    #[inline]
    pub(crate) fn characters(&self, record: &Record) -> Cow<'a, str> {
        let raw = self.span(record.start, record.end);
        if record.flags & ENCODED == 0 {
            Cow::Borrowed(raw)
        } else if record.flags & CDATA != 0 {
            Cow::Owned(decode::line_ends(raw))
        } else {
            Cow::Owned(decode::text(raw))
        }
    }

    /// The number of the namespace that a record's `namespace` stands for: two are the same exactly if their numbers are.
    #[inline]
    pub(crate) fn number(&self, index: u32) -> u32 {
        if index >= XML_NAMESPACE {
            return index;
        }
        if index & SCOPE != 0 {
            return self.in_scope(index).map_or(NONE, |d| d.number);
        }
        self.record(index).map_or(NONE, |d| d.namespace)
    }

    #[cold]
    fn in_scope(&self, index: u32) -> Option<&'a Declared> {
        self.input().scope.as_deref()?.get(index)
    }

    /// The namespace name that a record's `namespace` stands for.
    #[inline]
    pub(crate) fn namespace(&self, index: u32) -> &'a str {
        // Most often it stands in the declaration, whatever its number.
        match self.record(index) {
            Some(d) if d.flags & ENCODED == 0 => self.raw_value(d),
            _ => self.numbered_namespace(index),
        }
    }

    fn numbered_namespace(&self, index: u32) -> &'a str {
        match self.number(index) {
            NONE => "",
            XML_NAMESPACE => XML,
            number => self.name_of(number),
        }
    }

    #[inline]
    fn name_of(&self, number: u32) -> &'a str {
        if number & SCOPE != 0 {
            return self.in_scope(number).map_or("", |d| &d.name);
        }
        let Some(declaration) = self.record(number) else {
            return "";
        };
        if declaration.flags & ENCODED == 0 {
            return self.span(declaration.value_start, declaration.end);
        }
        let names = &self.input().names;
        names
            .get(declaration.lowest as usize)
            .map_or("", |name| name)
    }

    /// The prefix that a declaration declares; empty for the default namespace.
    pub(crate) fn declared_prefix(&self, index: u32) -> &'a str {
        if index & SCOPE != 0 {
            return self.in_scope(index).map_or("", |d| &d.prefix);
        }
        match self.record(index) {
            Some(d) if d.prefix_len != 0 => self.local(d),
            _ => "",
        }
    }

    /// Whether the namespace at `index` is `name`.
    #[inline]
    pub(crate) fn namespace_is(&self, index: u32, name: &str) -> bool {
        cost::step(name.len());
        match self.record(index) {
            // As for `namespace`; most that are not the same differ in the length.
            Some(d) if d.flags & ENCODED == 0 => {
                let span = d.value_start as usize..d.end as usize;
                span.len() == name.len() && self.text.as_bytes().get(span) == Some(name.as_bytes())
            }
            _ => self.numbered_namespace(index) == name,
        }
    }

    /// The readable path of the element or attribute at `target`, from the element at `root`.
    #[cold]
    pub(crate) fn path(&self, root: u32, target: u32) -> String {
        self.paths(root, &[target]).pop().unwrap_or_default()
    }

    /// The readable paths of elements and attributes, whose indices come in ascending order, in one walk from the element
    /// at `root`.
    #[cold]
    pub(crate) fn paths(&self, root: u32, targets: &[u32]) -> Vec<String> {
        /// An element on the way to the target.
        struct Open<'a> {
            end: u32,
            path_len: usize,
            /// How many children of each name there are, and how many have been passed.
            names: BTreeMap<&'a str, (u32, u32)>,
        }

        let name_of = |r: &Record| self.qualified(r);
        let mut paths = Vec::with_capacity(targets.len());
        let mut path = String::new();
        let mut open: Vec<Open<'_>> = Vec::new();
        let mut index = root;
        for &target in targets {
            while let Some(record) = self.record(index).filter(|_| index <= target) {
                if record.kind != Kind::Element {
                    index += 1;
                    continue;
                }
                while let Some(left) = open.last().filter(|o| o.end <= index) {
                    path.truncate(left.path_len);
                    open.pop();
                }
                let name = name_of(record);
                let mut number = None;
                if let Some((all, passed)) = open.last_mut().and_then(|o| o.names.get_mut(name)) {
                    *passed += 1;
                    number = (*all > 1).then_some(*passed);
                }
                if record.next <= target {
                    index = record.next;
                    continue;
                }
                let path_len = path.len();
                let _ = write!(path, "/{name}");
                if let Some(number) = number {
                    let _ = write!(path, "[{number}]");
                }
                let mut names: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
                for (_, child) in (Node {
                    document: *self,
                    index,
                })
                .content_records()
                {
                    if child.kind == Kind::Element {
                        names.entry(name_of(child)).or_default().0 += 1;
                    }
                }
                open.push(Open {
                    end: record.next,
                    path_len,
                    names,
                });
                index += 1;
            }
            cost::step(path.len());
            let mut found = shortened(&path);
            if let Some(record) = self.record(target).filter(|r| r.kind != Kind::Element) {
                found.push_str("/@");
                found.push_str(&shortened(name_of(record)));
            }
            paths.push(found);
        }
        paths
    }

    /// The path of the elements that are still open, from the innermost outwards along the parents. What comes after
    /// them is not known, so the first of a name has no number.
    #[cold]
    pub(crate) fn open_path(&self, innermost: u32) -> String {
        let name_of = |r: &Record| self.qualified(r);
        let mut parts = Vec::new();
        let mut index = innermost;
        while let Some(record) = self.record(index) {
            cost::step(usize::from(record.name_len));
            let parent = record.next;
            let mut before = 0u32;
            let mut sibling = parent.saturating_add(1);
            while let Some(earlier) = self.record(sibling).filter(|_| sibling < index) {
                before +=
                    u32::from(earlier.kind == Kind::Element && name_of(earlier) == name_of(record));
                sibling = match earlier.kind {
                    Kind::Element | Kind::Text => earlier.next,
                    Kind::Attribute | Kind::Declaration => sibling + 1,
                };
            }
            let number = if before == 0 {
                String::new()
            } else {
                format!("[{}]", before + 1)
            };
            parts.push(format!("/{}{number}", name_of(record)));
            index = parent;
        }
        parts.reverse();
        shortened(&parts.concat())
    }
}

/// A path with its middle left out where it is long, so that what is listed for an input stays in proportion to it.
fn shortened(path: &str) -> String {
    const HALF: usize = 120;
    if path.len() <= 2 * HALF {
        return String::from(path);
    }
    let head = chars::floor_boundary(path, HALF);
    let tail = chars::floor_boundary(path, path.len() - HALF);
    let (head, tail) = (path.get(..head), path.get(tail..));
    format!("{}…{}", head.unwrap_or_default(), tail.unwrap_or_default())
}
