//! The infoset of elements: whether two have the same, and the canonical form, one text for all the ways in which the
//! same element can be written.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::sync::{Arc, Weak};
use alloc::vec::Vec;
use core::fmt::Write as _;

use crate::cost;
use crate::node::Node;
use crate::tape::{Document, Kind, NONE, Origin, Record, SCOPE, Tape, XML_NAMESPACE};

/// A part of an element, as it counts for the infoset.
enum Part<'a> {
    Start(Node<'a>),
    /// All the text up to the next tag.
    Text(Cow<'a, str>),
    End,
}

/// Steps through an element, without recursion.
struct Parts<'a> {
    /// Where the walk is, and where the root ends.
    at: Node<'a>,
    end: u32,
    /// The elements that are open: where each ends on the tape, and whether its white space counts.
    open: Vec<(u32, bool)>,
}

impl<'a> Parts<'a> {
    fn of(node: &Node<'a>) -> Self {
        Self {
            at: *node,
            end: node.record().map_or(0, |root| root.next),
            open: Vec::new(),
        }
    }

    /// The text from here on, and where it ends.
    fn text(&mut self, first: &Record) -> Cow<'a, str> {
        let document = self.at.document;
        let mut text = document.characters(first);
        self.at.index += 1;
        while let Some(record) = document
            .record(self.at.index)
            .filter(|r| r.kind == Kind::Text && self.at.index < self.end)
        {
            if self
                .open
                .last()
                .is_some_and(|(end, _)| *end <= self.at.index)
            {
                break;
            }
            text.to_mut().push_str(&document.characters(record));
            self.at.index += 1;
        }
        text
    }
}

impl<'a> Iterator for Parts<'a> {
    type Item = Part<'a>;

    fn next(&mut self) -> Option<Part<'a>> {
        loop {
            let index = self.at.index;
            if self.open.last().is_some_and(|(end, _)| *end <= index) {
                self.open.pop();
                return Some(Part::End);
            }
            if self.at.index >= self.end {
                return None;
            }
            let record = self.at.record()?;
            if record.kind == Kind::Element {
                let element = self.at;
                self.open.push((record.next, element.has_own_text()));
                self.at.index += 1 + u32::from(record.attributes);
                return Some(Part::Start(element));
            }
            let text = self.text(record);
            if self.open.last().is_some_and(|(_, counts)| *counts) {
                return Some(Part::Text(text));
            }
        }
    }
}

/// Which namespaces of a tape are which of another: what two inputs declare is compared once, and not for each element.
#[derive(Debug)]
pub(crate) struct Twin {
    /// It stays at its address as long as this does.
    other: Weak<Tape>,
    /// The numbers of the other by those of this one, for names that either of them declares.
    numbers: BTreeMap<u32, u32>,
}

impl Twin {
    fn of(a: &Document<'_>, b: &Document<'_>, other: &Arc<Tape>) -> Self {
        let mut by_name: BTreeMap<&str, u32> = BTreeMap::new();
        let mut numbers = BTreeMap::new();
        for (number, name) in declared(b) {
            by_name.insert(name, number);
            numbers.extend(in_scope(a, name).map(|found| (found, number)));
        }
        for (number, name) in declared(a) {
            let found = by_name.get(name).copied().or_else(|| in_scope(b, name));
            numbers.extend(found.map(|found| (number, found)));
        }
        Self {
            other: Arc::downgrade(other),
            numbers,
        }
    }

    fn is(&self, other: &Arc<Tape>) -> bool {
        core::ptr::eq(self.other.as_ptr(), Arc::as_ptr(other))
    }
}

/// The namespaces that an input declares itself and that are not declared around it: the number and the name of each.
fn declared<'a>(document: &Document<'a>) -> impl Iterator<Item = (u32, &'a str)> {
    let document = *document;
    cost::step(document.records.len());
    (0..).zip(document.records).filter_map(move |(index, r)| {
        let is_first = r.kind == Kind::Declaration && r.namespace == index;
        let name = is_first.then(|| document.namespace(index))?;
        cost::step(name.len());
        Some((index, name))
    })
}

fn in_scope(document: &Document<'_>, name: &str) -> Option<u32> {
    document.input().scope.as_deref()?.number(name.as_bytes())
}

/// How the namespaces of two documents are distinguished.
#[derive(Clone, Copy)]
enum Names<'a> {
    /// They are on one tape, and have one number each.
    Numbers,
    /// Those of the first document have other numbers in the second, which comes from here.
    Twin(&'a Twin, Document<'a>),
    /// By themselves.
    Texts,
}

/// A namespace, to be compared with another that was made alike.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Namespace<'a> {
    Number(u32),
    /// One that the other document does not have.
    None,
    Name(&'a str),
}

impl<'a> Names<'a> {
    /// A namespace of the first document.
    fn of_first(self, document: &Document<'a>, index: u32) -> Namespace<'a> {
        let Self::Twin(twin, other) = self else {
            return self.of_second(document, index);
        };
        let number = document.number(index);
        if number >= XML_NAMESPACE {
            return Namespace::Number(number);
        }
        cost::step(1);
        let found = twin.numbers.get(&number).copied().or_else(|| {
            let scopes = [document, &other].map(|d| d.input().scope.as_ref());
            let is_scope = number & SCOPE != 0;
            match scopes {
                [Some(a), Some(b)] if is_scope && Arc::ptr_eq(a, b) => Some(number),
                // The names of another header are bounded, and not looked up unless it is another.
                [Some(_), Some(_)] if is_scope => {
                    let name = document.namespace(index);
                    cost::step(name.len());
                    in_scope(&other, name)
                }
                _ => None,
            }
        });
        found.map_or(Namespace::None, Namespace::Number)
    }

    /// A namespace of the second document.
    fn of_second(self, document: &Document<'a>, index: u32) -> Namespace<'a> {
        match self {
            Self::Numbers | Self::Twin(..) => Namespace::Number(document.number(index)),
            Self::Texts => {
                let name = document.namespace(index);
                cost::step(name.len());
                Namespace::Name(name)
            }
        }
    }
}

/// Whether two elements have the same infoset.
pub(crate) fn same(a: &Node<'_>, b: &Node<'_>) -> bool {
    let (Origin::Tape(tape_a), Origin::Tape(tape_b)) = (a.document.origin, b.document.origin)
    else {
        return same_by(a, b, Names::Texts);
    };
    if Arc::ptr_eq(tape_a, tape_b) {
        return a.index == b.index || same_by(a, b, Names::Numbers);
    }
    // Whichever of them has the other for its twin, or has none yet.
    for is_new in [false, true] {
        for (first, second, from, to) in [(a, b, tape_a, tape_b), (b, a, tape_b, tape_a)] {
            let twin = if is_new {
                let make = || Box::new(Twin::of(&first.document, &second.document, to));
                Some(from.twin.get_or_init(make))
            } else {
                from.twin.get()
            };
            if let Some(twin) = twin.filter(|twin| twin.is(to)) {
                return same_by(first, second, Names::Twin(twin, second.document));
            }
        }
    }
    same_by(a, b, Names::Texts)
}

fn same_by<'a>(a: &Node<'a>, b: &Node<'a>, names: Names<'a>) -> bool {
    let (mut parts_a, mut parts_b) = (Parts::of(a), Parts::of(b));
    loop {
        match (parts_a.next(), parts_b.next()) {
            (None, None) => return true,
            (Some(Part::End), Some(Part::End)) => {}
            (Some(Part::Text(a)), Some(Part::Text(b))) if a == b => cost::step(a.len()),
            (Some(Part::Start(a)), Some(Part::Start(b))) => {
                cost::step(a.name().len());
                let is_same = a.name() == b.name()
                    && start(&a, |index| names.of_first(&a.document, index))
                        == start(&b, |index| names.of_second(&b.document, index));
                if !is_same {
                    return false;
                }
            }
            _ => return false,
        }
    }
}

/// What there is to a start tag beside the local name: the namespace, and the attributes in an order that does not depend
/// on theirs.
type Start<'a> = (Namespace<'a>, Vec<(Namespace<'a>, &'a str, Cow<'a, str>)>);

fn start<'a>(node: &Node<'a>, namespace: impl Fn(u32) -> Namespace<'a>) -> Start<'a> {
    let document = node.document;
    let own = namespace(node.record().map_or(NONE, |r| r.namespace));
    let attributes = node.attribute_records();
    let mut attributes: Vec<_> = attributes
        .filter(|(_, r)| r.kind == Kind::Attribute)
        .map(|(_, r)| (namespace(r.namespace), document.local(r), document.value(r)))
        .collect();
    attributes.sort_unstable_by(|a, b| {
        cost::step(1 + a.1.len().min(b.1.len()));
        a.cmp(b)
    });
    (own, attributes)
}

/// Writes the infoset of `node` as a text that two elements share exactly if they have the same infoset.
///
/// Namespaces in braces, with a number where they are met first and only that from then on; attributes sorted, text
/// escaped; no prefixes, no declarations, no white space between the children of an element whose content is elements only.
pub(crate) fn canonical(node: &Node<'_>) -> String {
    let mut out = String::new();
    let mut numbers = Numbers::default();
    for part in Parts::of(node) {
        match part {
            Part::Start(element) => write_start(&element, &mut numbers, &mut out),
            Part::Text(text) => {
                out.push('|');
                escape(&text, &mut out);
            }
            Part::End => out.push('>'),
        }
    }
    out
}

/// Numbers for the namespaces of a tape, given out as they are met: for the name of an element first, and then for those
/// of its attributes in their order.
#[derive(Default)]
struct Numbers {
    /// By the numbers on the tape.
    given: BTreeMap<u32, u32>,
    /// How many of them have been written with their names.
    written: u32,
}

impl Numbers {
    fn give(&mut self, on_tape: u32) -> u32 {
        cost::step(1);
        let next = self.given.len() as u32;
        *self.given.entry(on_tape).or_insert(next)
    }

    /// Writes a name, and that of its namespace where it is met first.
    fn write(&mut self, number: u32, namespace: &str, local: &str, out: &mut String) {
        let _ = write!(out, "{{{number}");
        if number == self.written {
            self.written += 1;
            out.push('=');
            escape(namespace, out);
        }
        out.push('}');
        out.push_str(local);
    }
}

fn write_start(element: &Node<'_>, numbers: &mut Numbers, out: &mut String) {
    let document = element.document;
    let own = element.record().map_or(NONE, |r| r.namespace);
    let number = numbers.give(document.number(own));
    out.push('<');
    numbers.write(number, document.namespace(own), element.name(), out);
    let attributes = || {
        element
            .attribute_records()
            .filter(|(_, r)| r.kind == Kind::Attribute)
    };
    let mut new: BTreeMap<u32, &str> = BTreeMap::new();
    for (_, r) in attributes() {
        let on_tape = document.number(r.namespace);
        cost::step(1);
        if !numbers.given.contains_key(&on_tape) {
            new.insert(on_tape, document.namespace(r.namespace));
        }
    }
    let mut new: Vec<(&str, u32)> = new.into_iter().map(|(n, name)| (name, n)).collect();
    new.sort_unstable_by(|a, b| {
        cost::step(a.0.len().min(b.0.len()));
        a.cmp(b)
    });
    for (_, on_tape) in new {
        numbers.give(on_tape);
    }
    let mut attributes: Vec<(u32, &str, Cow<'_, str>, u32)> = attributes()
        .map(|(_, r)| {
            let number = numbers.give(document.number(r.namespace));
            (number, document.local(r), document.value(r), r.namespace)
        })
        .collect();
    attributes.sort_unstable_by(|a, b| {
        cost::step(1 + a.1.len().min(b.1.len()));
        a.cmp(b)
    });
    for (number, local, value, namespace) in attributes {
        out.push(' ');
        numbers.write(number, document.namespace(namespace), local, out);
        out.push('=');
        escape(&value, out);
    }
}

fn escape(text: &str, out: &mut String) {
    cost::step(text.len());
    for c in text.chars() {
        match c {
            '\\' | '<' | '>' | '{' | '}' | '=' | '|' | ' ' => {
                out.push('\\');
                out.push(c);
            }
            _ => out.push(c),
        }
    }
}
