//! The tape: what the reader makes of its input, one flat record for each element, attribute,
//! namespace declaration and run of text, in document order, with spans into the text.
//!
//! An element is followed by its attributes and declarations, then by its content; `next` leads past
//! all of it. Namespaces are resolved: `namespace` is the index of the declaration that holds.
//! Everything on a tape has been checked, so looking at it cannot fail.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Write as _;

use crate::decode;
use crate::namespace::XML;

/// The index of no record: the namespace of names that are in none.
pub(crate) const NONE: u32 = u32::MAX;
/// Stands for the declaration of the prefix `xml`, which needs none.
pub(crate) const XML_NAMESPACE: u32 = u32::MAX - 1;

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
    /// Where the value starts. While an element is open: how many prefixes were bound before it.
    pub(crate) value_start: u32,
    /// Where the value, the text or the whole element ends. While an element is open: the default
    /// namespace outside of it.
    pub(crate) end: u32,
    /// `Element`, `Attribute`: the index of the declaration that holds for the name.
    pub(crate) namespace: u32,
    /// The index of the record after this one and all that is inside of it. While an element is open: its parent.
    pub(crate) next: u32,
    /// `Element`: the lowest index of a declaration that it or anything inside of it uses.
    pub(crate) lowest: u32,
}

/// A text and its tape.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Document<'a> {
    pub(crate) text: &'a str,
    pub(crate) records: &'a [Record],
}

impl<'a> Document<'a> {
    #[inline]
    pub(crate) fn record(&self, index: u32) -> Option<&'a Record> {
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
        let skip = if record.prefix_len == 0 {
            0
        } else {
            u32::from(record.prefix_len) + 1
        };
        self.span(
            record.start + skip,
            record.start + u32::from(record.name_len),
        )
    }

    pub(crate) fn prefix(&self, record: &Record) -> &'a str {
        self.span(record.start, record.start + u32::from(record.prefix_len))
    }

    #[inline]
    pub(crate) fn value(&self, record: &Record) -> Cow<'a, str> {
        let raw = self.span(record.value_start, record.end);
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

    /// The namespace name that a record's `namespace` stands for.
    #[inline]
    pub(crate) fn namespace(&self, index: u32) -> Cow<'a, str> {
        match index {
            NONE => Cow::Borrowed(""),
            XML_NAMESPACE => Cow::Borrowed(XML),
            _ => self
                .record(index)
                .map_or(Cow::Borrowed(""), |declaration| self.value(declaration)),
        }
    }

    /// Whether the namespace at `index` is `name`, without an allocation where nothing is encoded.
    #[inline]
    pub(crate) fn namespace_is(&self, index: u32, name: &str) -> bool {
        match index {
            NONE => name.is_empty(),
            XML_NAMESPACE => name == XML,
            _ => self.record(index).is_some_and(|declaration| {
                if declaration.flags & ENCODED == 0 {
                    self.span(declaration.value_start, declaration.end) == name
                } else {
                    self.value(declaration) == name
                }
            }),
        }
    }

    /// The readable path of the element at `target`, and of the attribute record inside of it if there is one.
    #[cold]
    pub(crate) fn path(&self, target: u32) -> String {
        let mut chain = Vec::new();
        let mut index = 0;
        while let Some(record) = self.record(index) {
            match record.kind {
                Kind::Element if target < record.next => {
                    chain.push(index);
                    index += 1;
                }
                Kind::Element => index = record.next,
                Kind::Attribute | Kind::Declaration if index == target => {
                    chain.push(index);
                    break;
                }
                _ => index += 1,
            }
            if index > target {
                break;
            }
        }
        self.render(&chain)
    }

    /// The path of the elements that are still open, from the innermost outwards along the parents.
    #[cold]
    pub(crate) fn open_path(&self, innermost: u32) -> String {
        let mut chain = Vec::new();
        let mut index = innermost;
        while let Some(record) = self.record(index) {
            chain.push(index);
            index = record.next;
        }
        chain.reverse();
        self.render(&chain)
    }

    fn render(&self, chain: &[u32]) -> String {
        let mut path = String::new();
        let mut parent: Option<u32> = None;
        for &index in chain {
            let Some(record) = self.record(index) else {
                break;
            };
            let name = self.span(record.start, record.start + u32::from(record.name_len));
            if record.kind != Kind::Element {
                let _ = write!(path, "/@{name}");
                break;
            }
            let _ = write!(path, "/{name}");
            if let Some(parent) = parent {
                let (before, after) = self.namesakes(parent, index);
                if before + after > 0 {
                    let _ = write!(path, "[{}]", before + 1);
                }
            }
            parent = Some(index);
        }
        path
    }

    /// How many siblings before and after the child have its name.
    fn namesakes(&self, parent: u32, child: u32) -> (usize, usize) {
        let name_of = |r: &Record| self.span(r.start, r.start + u32::from(r.name_len));
        let Some(wanted) = self.record(child).map(name_of) else {
            return (0, 0);
        };
        let (mut before, mut after) = (0, 0);
        let end = self.record(parent).map_or(0, |p| p.next);
        let mut index = parent + 1;
        while let Some(record) = self.record(index) {
            // While the parent is open its `next` leads up: then the child is the last record that counts.
            if index > child && (end <= parent || end == NONE || index >= end) {
                break;
            }
            if record.kind == Kind::Element && index != child && name_of(record) == wanted {
                if index < child {
                    before += 1;
                } else {
                    after += 1;
                }
            }
            index = match record.kind {
                Kind::Element if record.next > index && record.next != NONE => record.next,
                _ => index + 1,
            };
        }
        (before, after)
    }
}

/// A tape that owns its text.
#[derive(Clone, Debug)]
pub(crate) struct Owned {
    pub(crate) text: Box<str>,
    pub(crate) records: Box<[Record]>,
}

impl Owned {
    pub(crate) fn document(&self) -> Document<'_> {
        Document {
            text: &self.text,
            records: &self.records,
        }
    }
}
