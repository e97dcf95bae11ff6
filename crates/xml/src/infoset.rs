//! The infoset of elements: whether two have the same, and the canonical form, one text for all the ways in which the
//! same element can be written.

use alloc::borrow::Cow;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Write as _;

use crate::cost;
use crate::node::Node;
use crate::tape::{Kind, NONE, Record};

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
            if let Some((end, _)) = self.open.last()
                && *end <= self.at.index
            {
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

/// Numbers for namespaces, given out as they are met.
#[derive(Default)]
struct Names<'a> {
    by_name: BTreeMap<&'a str, u32>,
}

/// The numbers of the namespaces of one tape, so that each name is looked up once.
#[derive(Default)]
struct Known {
    by_number: BTreeMap<u32, u32>,
    last: Option<(u32, u32)>,
}

impl Known {
    fn number<'a>(&mut self, node: &Node<'a>, namespace: u32, names: &mut Names<'a>) -> u32 {
        let on_tape = node.document.number(namespace);
        if let Some((tape, number)) = self.last
            && tape == on_tape
        {
            return number;
        }
        let next = names.by_name.len() as u32;
        cost::step(1);
        let number = *self.by_number.entry(on_tape).or_insert_with(|| {
            let name = node.document.namespace(namespace);
            cost::step(name.len());
            *names.by_name.entry(name).or_insert(next)
        });
        self.last = Some((on_tape, number));
        number
    }
}

/// Compares elements of some inputs with elements of others, and looks at each namespace name once for all of them.
#[derive(Default)]
pub(crate) struct Comparison<'a> {
    names: Names<'a>,
    /// By the addresses of the tapes.
    known: BTreeMap<usize, Known>,
}

impl<'a> Comparison<'a> {
    /// Whether two elements have the same infoset.
    pub(crate) fn same(&mut self, a: &Node<'a>, b: &Node<'a>) -> bool {
        let address = |node: &Node<'_>| node.document.records.as_ptr().addr();
        let mut known_a = self.known.remove(&address(a)).unwrap_or_default();
        let mut known_b = self.known.remove(&address(b)).unwrap_or_default();
        let is_same = same(a, b, &mut known_a, &mut known_b, &mut self.names);
        self.known.insert(address(a), known_a);
        self.known.insert(address(b), known_b);
        is_same
    }
}

fn same<'a>(
    a: &Node<'a>,
    b: &Node<'a>,
    known_a: &mut Known,
    known_b: &mut Known,
    names: &mut Names<'a>,
) -> bool {
    let (mut parts_a, mut parts_b) = (Parts::of(a), Parts::of(b));
    loop {
        match (parts_a.next(), parts_b.next()) {
            (None, None) => return true,
            (Some(Part::End), Some(Part::End)) => {}
            (Some(Part::Text(a)), Some(Part::Text(b))) if a == b => cost::step(a.len()),
            (Some(Part::Start(a)), Some(Part::Start(b))) => {
                cost::step(a.name().len());
                if a.name() != b.name() || start(&a, known_a, names) != start(&b, known_b, names) {
                    return false;
                }
            }
            _ => return false,
        }
    }
}

/// What there is to a start tag beside the local name: the number of the namespace, and the attributes in an order that
/// does not depend on theirs.
type Start<'a> = (u32, Vec<(u32, &'a str, Cow<'a, str>)>);

fn start<'a>(node: &Node<'a>, known: &mut Known, names: &mut Names<'a>) -> Start<'a> {
    let document = node.document;
    let own = node.record().map_or(NONE, |r| r.namespace);
    let own = known.number(node, own, names);
    let attributes = node.attribute_records();
    let mut attributes: Vec<_> = attributes
        .filter(|(_, r)| r.kind == Kind::Attribute)
        .map(|(_, r)| {
            let number = known.number(node, r.namespace, names);
            (number, document.local(r), document.value(r))
        })
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
    let mut names = Names::default();
    let mut known = BTreeMap::new();
    for part in Parts::of(node) {
        match part {
            Part::Start(element) => write_start(&element, &mut known, &mut names, &mut out),
            Part::Text(text) => {
                out.push('|');
                escape(&text, &mut out);
            }
            Part::End => out.push('>'),
        }
    }
    out
}

/// Whether a namespace has a number already; else its name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Namespace<'a> {
    Known(u32),
    New(&'a str),
}

fn write_start<'a>(
    element: &Node<'a>,
    known: &mut BTreeMap<u32, u32>,
    names: &mut Names<'a>,
    out: &mut String,
) {
    let document = element.document;
    let mut find = |index: u32, names: &Names<'a>| {
        let number = document.number(index);
        if let Some(number) = known.get(&number) {
            return Namespace::Known(*number);
        }
        let name = document.namespace(index);
        cost::step(name.len());
        match names.by_name.get(name) {
            Some(found) => {
                known.insert(number, *found);
                Namespace::Known(*found)
            }
            None => Namespace::New(name),
        }
    };
    let own = element.record().map_or(NONE, |r| r.namespace);
    out.push('<');
    name(find(own, names), element.name(), names, out);
    let attributes = element.attribute_records();
    let mut attributes: Vec<(Namespace<'a>, &str, Cow<'_, str>)> = attributes
        .filter(|(_, r)| r.kind == Kind::Attribute)
        .map(|(_, r)| {
            (
                find(r.namespace, names),
                document.local(r),
                document.value(r),
            )
        })
        .collect();
    attributes.sort_unstable_by(|a, b| {
        cost::step(1 + a.1.len().min(b.1.len()));
        a.cmp(b)
    });
    for (namespace, local, value) in attributes {
        out.push(' ');
        name(namespace, local, names, out);
        out.push('=');
        escape(&value, out);
    }
}

fn name<'a>(namespace: Namespace<'a>, local: &str, names: &mut Names<'a>, out: &mut String) {
    let next = names.by_name.len() as u32;
    let number = match namespace {
        Namespace::Known(number) => number,
        Namespace::New(name) => *names.by_name.entry(name).or_insert(next),
    };
    let _ = write!(out, "{{{number}");
    if number == next
        && let Namespace::New(name) = namespace
    {
        out.push('=');
        escape(name, out);
    }
    out.push('}');
    out.push_str(local);
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
