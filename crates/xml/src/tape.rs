//! The tape: what the reader makes of its input, one flat record for each element, attribute,
//! namespace declaration and run of text, in document order, with spans into the text.
//!
//! An element is followed by its attributes and declarations, then by its content; `next` leads past
//! all of it. Namespaces are resolved: `namespace` is the index of the declaration that holds.
//! Everything on a tape has been checked, so looking at it cannot fail.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Write as _;

use crate::cost;
use crate::decode;
use crate::namespace::XML;
use crate::node::Node;

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
                cost::step(name.len());
                if declaration.flags & ENCODED == 0 {
                    self.span(declaration.value_start, declaration.end) == name
                } else {
                    self.value(declaration) == name
                }
            }),
        }
    }

    /// The readable path of the element or attribute at `target`.
    #[cold]
    pub(crate) fn path(&self, target: u32) -> String {
        self.paths(&[target]).pop().unwrap_or_default()
    }

    /// The readable paths of elements and attributes, whose indices come in ascending order, in one walk.
    #[cold]
    pub(crate) fn paths(&self, targets: &[u32]) -> Vec<String> {
        /// An element on the way to the target.
        struct Open<'a> {
            end: u32,
            path_len: usize,
            /// How many children of each name there are, and how many have been passed.
            names: BTreeMap<&'a str, (u32, u32)>,
        }

        let name_of = |r: &Record| self.span(r.start, r.start + u32::from(r.name_len));
        let mut paths = Vec::with_capacity(targets.len());
        let mut path = String::new();
        let mut open: Vec<Open<'_>> = Vec::new();
        let mut index = 0;
        for &target in targets {
            while let Some(record) = self.record(index).filter(|_| index <= target) {
                if record.kind != Kind::Element {
                    index += 1;
                    continue;
                }
                while let Some(left) = open.pop_if(|o| o.end <= index) {
                    path.truncate(left.path_len);
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
            let mut found = path.clone();
            if let Some(record) = self.record(target).filter(|r| r.kind != Kind::Element) {
                let _ = write!(found, "/@{}", name_of(record));
            }
            paths.push(found);
        }
        paths
    }

    /// The path of the elements that are still open, from the innermost outwards along the parents. What comes after
    /// them is not known, so the first of a name has no number.
    #[cold]
    pub(crate) fn open_path(&self, innermost: u32) -> String {
        let name_of = |r: &Record| self.span(r.start, r.start + u32::from(r.name_len));
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
                sibling = earlier.next;
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
        parts.concat()
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
