//! A view of one element in an input.

use alloc::borrow::Cow;
use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::tape::{Document, ENCODED, HAS_ELEMENTS, HAS_TEXT, Kind, NONE, Record, rank};

/// A view of one element in an input.
///
/// A `Node` is a reference, cheap to copy; an [`Element`](crate::Element) is read from one. Get it from
/// [`RawElement::node`](crate::RawElement::node).
#[derive(Clone, Copy)]
pub struct Node<'a> {
    pub(crate) document: Document<'a>,
    pub(crate) index: u32,
}

/// An attribute of a [`Node`]. Namespace declarations do not count as attributes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Attribute<'a> {
    /// The namespace of its name; empty if it has no prefix.
    pub namespace: &'a str,
    /// The prefix in the source; empty if there is none.
    pub prefix: &'a str,
    /// The local name.
    pub name: &'a str,
    /// The value, decoded and normalised.
    pub value: Cow<'a, str>,
}

/// A part of the content of a [`Node`].
#[derive(Clone, Debug)]
#[expect(clippy::exhaustive_enums, reason = "XMPP's XML has no other content")]
pub enum Content<'a> {
    /// A child element.
    Element(Node<'a>),
    /// A run of text, decoded. Several may follow each other, for example at CDATA sections.
    Text(Cow<'a, str>),
}

impl<'a> Node<'a> {
    pub(crate) fn root(document: Document<'a>) -> Self {
        Self { document, index: 0 }
    }

    #[inline]
    pub(crate) fn record(&self) -> Option<&'a Record> {
        self.document.record(self.index)
    }

    #[inline]
    pub(crate) fn flags(&self) -> u8 {
        self.record().map_or(0, |r| r.flags)
    }

    /// The local name.
    #[must_use]
    #[inline]
    pub fn name(&self) -> &'a str {
        self.record().map_or("", |r| self.document.local(r))
    }

    /// Whether this is the local name.
    #[inline(always)]
    pub(crate) fn is_named(&self, name: &str) -> bool {
        self.record()
            .is_some_and(|r| self.document.is_named(r, name))
    }

    /// The prefix in the source; empty if there is none.
    #[must_use]
    pub fn prefix(&self) -> &'a str {
        self.record().map_or("", |r| self.document.prefix(r))
    }

    /// The namespace; empty if it has none.
    #[must_use]
    pub fn namespace(&self) -> &'a str {
        self.record()
            .map_or("", |r| self.document.namespace(r.namespace))
    }

    /// The number of the namespace: [`Document::number`].
    #[inline]
    pub(crate) fn number(&self) -> u32 {
        self.record()
            .map_or(NONE, |r| self.document.number(r.namespace))
    }

    /// Whether it has this namespace and local name.
    #[must_use]
    #[inline]
    pub fn is(&self, namespace: &str, name: &str) -> bool {
        self.record().is_some_and(|r| {
            self.document.is_named(r, name) && self.document.namespace_is(r.namespace, namespace)
        })
    }

    #[inline]
    pub(crate) fn namespace_is(&self, namespace: &str) -> bool {
        self.record()
            .is_some_and(|r| self.document.namespace_is(r.namespace, namespace))
    }

    /// The records of the attributes and declarations with their indices.
    #[inline]
    pub(crate) fn attribute_records(&self) -> impl Iterator<Item = (u32, &'a Record)> + use<'a> {
        let first = self.index as usize + 1;
        let count = self.record().map_or(0, |r| usize::from(r.attributes));
        let records = self
            .document
            .records
            .get(first..first + count)
            .unwrap_or_default();
        (first as u32..).zip(records)
    }

    /// The attributes in document order, without namespace declarations.
    pub fn attributes(&self) -> impl Iterator<Item = Attribute<'a>> + use<'a> {
        let document = self.document;
        self.attribute_records()
            .filter(|(_, r)| r.kind == Kind::Attribute)
            .map(move |(_, r)| Attribute {
                namespace: document.namespace(r.namespace),
                prefix: document.prefix(r),
                name: document.local(r),
                value: document.value(r),
            })
    }

    /// The namespace declarations in document order: prefix (empty for the default namespace) and namespace name.
    pub fn declarations(&self) -> impl Iterator<Item = (&'a str, &'a str)> + use<'a> {
        let document = self.document;
        self.attribute_records()
            .filter(|(_, r)| r.kind == Kind::Declaration)
            .map(move |(index, _)| (document.declared_prefix(index), document.namespace(index)))
    }

    /// The value of the attribute with this name and no namespace.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<Cow<'a, str>> {
        self.attribute_in("", name)
    }

    /// The value of the attribute with this namespace and local name.
    #[must_use]
    pub fn attribute_in(&self, namespace: &str, name: &str) -> Option<Cow<'a, str>> {
        let document = self.document;
        self.attribute_records()
            .find(|(_, r)| {
                r.kind == Kind::Attribute
                    && document.is_named(r, name)
                    && document.namespace(r.namespace) == namespace
            })
            .map(|(_, r)| document.value(r))
    }

    /// The records of the content: texts and child elements, each with its index.
    #[inline]
    pub(crate) fn content_records(&self) -> ContentRecords<'a> {
        let (start, end) = self.record().map_or((0, 0), |r| {
            (self.index + 1 + u32::from(r.attributes), r.next)
        });
        ContentRecords {
            document: self.document,
            index: start,
            end,
        }
    }

    /// The content in document order: child elements and text.
    pub fn content(&self) -> impl Iterator<Item = Content<'a>> + use<'a> {
        let document = self.document;
        self.content_records()
            .map(move |(index, record)| match record.kind {
                Kind::Text => Content::Text(document.characters(record)),
                _ => Content::Element(Node { document, index }),
            })
    }

    /// The child elements in document order.
    pub fn children(&self) -> impl Iterator<Item = Self> + use<'a> {
        let document = self.document;
        self.content_records()
            .filter(|(_, r)| r.kind == Kind::Element)
            .map(move |(index, _)| Node { document, index })
    }

    /// The first child element with this namespace and local name.
    #[must_use]
    pub fn child(&self, namespace: &str, name: &str) -> Option<Self> {
        self.children().find(|c| c.is(namespace, name))
    }

    /// The text, where it is all of the content and stands as it is.
    #[inline]
    pub(crate) fn plain_text(&self) -> Option<&'a str> {
        let element = self.record()?;
        let index = self.index + 1 + u32::from(element.attributes);
        let text = self.document.record(index)?;
        let is_all = text.kind == Kind::Text && index + 1 == element.next;
        (is_all && text.flags & ENCODED == 0).then(|| self.document.span(text.start, text.end))
    }

    /// The text directly in this element, concatenated.
    #[must_use]
    #[inline]
    pub fn text(&self) -> Cow<'a, str> {
        let mut texts = self.content_records().filter(|(_, r)| r.kind == Kind::Text);
        let Some((_, first)) = texts.next() else {
            return Cow::Borrowed("");
        };
        let first = self.document.characters(first);
        let Some((_, second)) = texts.next() else {
            return first;
        };
        let mut all = String::from(first);
        all.push_str(&self.document.characters(second));
        texts.for_each(|(_, r)| all.push_str(&self.document.characters(r)));
        Cow::Owned(all)
    }

    /// Whether there is text between the child elements, or instead of them, that counts: anything but
    /// white space between elements.
    pub(crate) fn has_own_text(&self) -> bool {
        let flags = self.flags();
        flags & HAS_TEXT != 0 || flags & HAS_ELEMENTS == 0
    }

    /// The declarations further out that the element relies on, each once, in the order in which they are met.
    #[cold]
    pub(crate) fn inherited(&self) -> Vec<u32> {
        let document = self.document;
        let mut declarations = Vec::new();
        let mut seen = BTreeSet::new();
        let mut last = NONE;
        let end = self.record().map_or(0, |root| root.next);
        let mut index = self.index;
        while let Some(record) = document.record(index).filter(|_| index < end) {
            let is_name = matches!(record.kind, Kind::Element | Kind::Attribute);
            let is_further_out = is_name && rank(record.namespace) <= self.index;
            // Most often it is the one that was met last.
            if is_further_out && record.namespace != last {
                last = record.namespace;
                if seen.insert(last) {
                    declarations.push(last);
                }
            }
            // What relies on nothing further out need not be looked at.
            index = match record.kind {
                Kind::Element if record.lowest > self.index => record.next,
                _ => index + 1,
            };
        }
        declarations
    }

    /// The source text of the element.
    ///
    /// It may not be well-formed on its own, as prefixes may be declared on ancestors;
    /// [`RawElement::from`](crate::RawElement) makes it self-contained.
    #[must_use]
    pub fn source(&self) -> &'a str {
        self.record()
            .map_or("", |r| self.document.span(r.start.saturating_sub(1), r.end))
    }

    /// The byte offset of the element in the input.
    #[must_use]
    pub fn offset(&self) -> usize {
        self.record()
            .map_or(0, |r| r.start.saturating_sub(1) as usize)
    }

    /// The path of the element in the input, in the form of [`Error::path`](crate::Error::path).
    #[must_use]
    pub fn path(&self) -> String {
        self.document.path(0, self.index)
    }
}

/// See [`Node::content_records`].
#[derive(Clone)]
pub(crate) struct ContentRecords<'a> {
    document: Document<'a>,
    index: u32,
    end: u32,
}

impl<'a> Iterator for ContentRecords<'a> {
    type Item = (u32, &'a Record);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        if self.index >= self.end {
            return None;
        }
        let index = self.index;
        let record = self.document.record(index)?;
        self.index = record.next;
        Some((index, record))
    }
}

impl fmt::Debug for Node<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.source())
    }
}
