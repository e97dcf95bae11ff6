//! The writer: it can only write well-formed XML.
//!
//! An element declares its namespace as the default namespace unless that is the default already; an
//! attribute that has a namespace declares it with a prefix on its own element. Errors are kept and told at the
//! end, so that what writes a value need not ask after each step.

#[cfg(any(feature = "minidom", feature = "xso"))]
pub(crate) mod resolved;

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::fmt::{self, Write as _};

use crate::chars::{self, ESCAPE_TEXT, ESCAPE_VALUE, is};
use crate::cost;
use crate::element::{Description, Occurs};
use crate::error::{Error, ErrorKind};
use crate::extra::{Contents, Extra, ExtraAttribute, Item, TEXT};
use crate::namespace::{XML, XMLNS};
use crate::raw::RawElement;
use crate::value::{Token, Value};

/// Takes down elements as text.
///
/// ```
/// use xmpp_xml::{RawElement, Writer};
///
/// let payload: RawElement = "<ping xmlns='urn:xmpp:ping'/>".parse()?;
/// let mut writer = Writer::new();
/// writer.element(&payload);
/// assert_eq!(writer.finish()?, payload.as_str());
/// # Ok::<(), xmpp_xml::Error>(())
/// ```
#[derive(Debug, Default)]
pub struct Writer {
    out: String,
    /// The default namespace where the writer is.
    default: &'static str,
    /// Prefixes that are declared around everything, as on a stream header.
    prefixes: Vec<(&'static str, &'static str)>,
    /// The start tag is not closed yet.
    is_open: bool,
    error: Option<ErrorKind>,
    error_at: usize,
}

/// What the derive makes of a struct for the writer.
pub trait Parts {
    /// What the struct is made of.
    fn description(&self) -> &'static Description;
    /// The namespace and the local name; the namespace is one that is fixed in the program.
    fn name(&self, parent: &'static str) -> (&'static str, &str);
    /// Writes the attributes that are fields.
    fn attributes(&self, writer: &mut Writer);
    /// Writes the text that is a field.
    fn text(&self, writer: &mut Writer);
    /// Writes the child of a field by its number, if there is such a one.
    fn child(&self, slot: u16, index: usize, writer: &mut Writer) -> bool;
    /// What the fields do not say.
    fn extra(&self) -> &Extra;
    /// The prefix to write the element with; empty for none.
    fn prefix(&self) -> &'static str {
        ""
    }
}

impl Writer {
    /// Nothing written yet, and no namespace declared.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// With room for this many bytes.
    #[must_use]
    pub fn with_capacity(bytes: usize) -> Self {
        Self {
            out: String::with_capacity(bytes),
            ..Self::default()
        }
    }

    /// Writes as inside of an element that declares `namespace` as the default and `prefixes`, each with its
    /// namespace: the inside of a stream.
    #[must_use]
    pub fn within(
        mut self,
        namespace: &'static str,
        prefixes: &[(&'static str, &'static str)],
    ) -> Self {
        self.default = namespace;
        self.prefixes = prefixes.to_vec();
        self
    }

    /// Writes an element.
    pub fn element<T: crate::Element>(&mut self, element: &T) {
        element.write(self);
    }

    /// What has been written.
    ///
    /// # Errors
    /// The first value that XML cannot carry, with its place in what was written before it.
    pub fn finish(self) -> Result<String, Error> {
        match self.error {
            None => Ok(self.out),
            Some(kind) => Err(Error::new(kind).at(
                open_path(self.out.get(..self.error_at).unwrap_or_default()),
                self.error_at,
            )),
        }
    }

    /// What has been written so far, taken out; the writer goes on in the same context.
    ///
    /// # Errors
    /// As [`finish`](Self::finish). What was written since the last call is lost then.
    pub fn take(&mut self) -> Result<String, Error> {
        let fresh = Self {
            // What comes next is most often about as long.
            out: String::with_capacity(self.out.len()),
            prefixes: self.prefixes.clone(),
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

    /// Begins a start tag; gives the default namespace outside.
    #[inline]
    fn start(&mut self, namespace: &'static str, prefix: &'static str, name: &str) -> &'static str {
        self.content();
        let outer = self.default;
        self.out.push('<');
        if !prefix.is_empty() {
            self.out.push_str(prefix);
            self.out.push(':');
        }
        self.out.push_str(name);
        self.is_open = true;
        if !prefix.is_empty() {
            if !self.prefixes.contains(&(prefix, namespace)) {
                self.declare(prefix, namespace);
            }
        } else if !same(namespace, outer) {
            self.default = namespace;
            self.out.push_str(" xmlns='");
            self.escaped::<ESCAPE_VALUE>(namespace);
            self.out.push('\'');
        }
        outer
    }

    #[inline]
    fn end(&mut self, prefix: &'static str, name: &str, outer: &'static str) {
        if self.is_open {
            self.is_open = false;
            self.out.push_str("/>");
        } else {
            self.out.push_str("</");
            if !prefix.is_empty() {
                self.out.push_str(prefix);
                self.out.push(':');
            }
            self.out.push_str(name);
            self.out.push('>');
        }
        self.default = outer;
    }

    fn declare(&mut self, prefix: &str, namespace: &str) {
        self.out.push_str(" xmlns:");
        self.out.push_str(prefix);
        self.out.push_str("='");
        self.escaped::<ESCAPE_VALUE>(namespace);
        self.out.push('\'');
    }

    /// Character data.
    fn characters(&mut self, text: &str) {
        if !text.is_empty() {
            self.content();
            self.escaped::<ESCAPE_TEXT>(text);
        }
    }

    #[inline]
    fn escaped<const CLASS: u8>(&mut self, text: &str) {
        cost::step(1 + text.len());
        let bytes = text.as_bytes();
        let plain = chars::plain_run(
            bytes,
            [b'<', b'&', if CLASS == ESCAPE_VALUE { b'\'' } else { b'>' }],
        );
        let rest = bytes.get(plain..).unwrap_or_default();
        match rest.iter().position(|&b| is(b, CLASS)) {
            None => self.out.push_str(text),
            Some(first) => self.escaped_from::<CLASS>(text, plain + first),
        }
    }

    fn escaped_from<const CLASS: u8>(&mut self, text: &str, first: usize) {
        let mut start = 0;
        let mut at = first;
        let bytes = text.as_bytes();
        while let Some(&byte) = bytes.get(at) {
            let escape = match byte {
                b'<' => "&lt;",
                b'>' => "&gt;",
                b'&' => "&amp;",
                b'\'' => "&apos;",
                b'\t' => "&#9;",
                b'\n' => "&#10;",
                b'\r' => "&#13;",
                _ => {
                    let c = text
                        .get(at..)
                        .and_then(|rest| rest.chars().next())
                        .unwrap_or_default();
                    if !chars::is_char(c) {
                        self.fail(ErrorKind::UnwritableCharacter { character: c });
                    }
                    ""
                }
            };
            if !escape.is_empty() {
                self.out.push_str(text.get(start..at).unwrap_or_default());
                self.out.push_str(escape);
                start = at + 1;
            }
            let rest = bytes.get(at + 1..).unwrap_or_default();
            at = rest
                .iter()
                .position(|&b| is(b, CLASS))
                .map_or(bytes.len(), |n| at + 1 + n);
        }
        self.out.push_str(text.get(start..).unwrap_or_default());
    }
}

/// Whether two namespaces, most often the same constant, are the same.
#[inline]
fn same(a: &'static str, b: &'static str) -> bool {
    core::ptr::eq(a, b) || a == b
}

/// Escapes what a [`Value`] writes.
struct Escape<'w, const CLASS: u8>(&'w mut Writer);

impl<const CLASS: u8> fmt::Write for Escape<'_, CLASS> {
    #[inline]
    fn write_str(&mut self, s: &str) -> fmt::Result {
        self.0.escaped::<CLASS>(s);
        Ok(())
    }
}

/// Writes the element that `parts` is made of.
pub fn element(parts: &dyn Parts, writer: &mut Writer) {
    let description = parts.description();
    let (namespace, name) = parts.name(writer.default);
    if !chars::is_ncname_ascii(name) && !chars::is_ncname(name) {
        writer.fail(ErrorKind::UnwritableName {
            name: Box::from(name),
        });
    }
    let prefix = parts.prefix();
    let outer = writer.start(namespace, prefix, name);
    parts.attributes(writer);
    let extra = parts.extra().contents();
    if let Some(extra) = extra {
        attributes(&extra.attributes, prefix, description, writer);
    }
    match extra.filter(|e| !e.content.is_empty()) {
        None => {
            if description.text.is_some() {
                parts.text(writer);
            }
            for slot in 0..description.children.len() as u16 {
                let mut index = 0;
                while parts.child(slot, index, writer) {
                    index += 1;
                }
            }
        }
        Some(extra) => content(parts, description, extra, writer),
    }
    writer.end(prefix, name, outer);
}

/// Writes the content in the order that is remembered, as far as it fits the fields.
#[cold]
fn content(
    parts: &dyn Parts,
    description: &'static Description,
    extra: &Contents,
    writer: &mut Writer,
) {
    let slots = description.children.len();
    let is_many = |slot: u16| {
        let field = description.children.get(usize::from(slot));
        field.is_some_and(|f| f.occurs == Occurs::Many)
    };
    // Where the last child of each field stood: what has been added to the field since follows it.
    let mut last: Vec<Option<usize>> = vec![None; slots];
    for (at, item) in extra.content.iter().enumerate() {
        let place = match item {
            Item::Known(slot) => Some(*slot),
            Item::Invalid(slot, _) if !is_many(*slot) => Some(*slot),
            _ => None,
        };
        if let Some(slot) = place
            && let Some(entry) = last.get_mut(usize::from(slot))
        {
            *entry = Some(at);
        }
    }
    // A field that had no child then follows the field before it, or comes first of all.
    let mut anchor = None;
    let mut followers: Vec<(Option<usize>, u16)> = Vec::with_capacity(slots);
    for (slot, at) in last.iter().enumerate() {
        anchor = at.or(anchor);
        followers.push((anchor, slot as u16));
    }
    followers.sort_by_key(|(at, _)| *at);
    let mut followers = followers.into_iter().peekable();
    let mut written = vec![0; slots];

    let mut text = TextState::of(parts, extra, writer);
    text.lead(parts, writer);
    let mut follow = |at: Option<usize>, written: &mut [usize], writer: &mut Writer| {
        while let Some((_, slot)) = followers.next_if(|(anchor, _)| *anchor == at) {
            if let Some(index) = written.get_mut(usize::from(slot)) {
                while parts.child(slot, *index, writer) {
                    *index += 1;
                }
            }
        }
    };
    follow(None, &mut written, writer);
    for (at, item) in extra.content.iter().enumerate() {
        match item {
            Item::Known(slot) => {
                if let Some(index) = written.get_mut(usize::from(*slot))
                    && parts.child(*slot, *index, writer)
                {
                    *index += 1;
                }
            }
            Item::Unknown(child) => raw(writer, child),
            Item::Invalid(slot, child) => {
                let is_replaced = written
                    .get_mut(usize::from(*slot))
                    .filter(|_| !is_many(*slot))
                    .is_some_and(|index| {
                        parts.child(*slot, *index, writer) && {
                            *index += 1;
                            true
                        }
                    });
                if !is_replaced {
                    raw(writer, child);
                }
            }
            Item::Piece(piece) => text.piece(piece, parts, writer),
            Item::Text(text) => writer.characters(text),
        }
        follow(Some(at), &mut written, writer);
    }
}

/// How the pieces of text among the children of an element are written.
enum TextState {
    /// Together they still read as the field; as they are.
    Fitting,
    /// The field has changed; it takes the place of the first piece.
    Changed,
    /// The field has been written.
    Done,
}

impl TextState {
    fn of(parts: &dyn Parts, extra: &Contents, writer: &Writer) -> Self {
        let mut pieces = String::new();
        for item in &extra.content {
            if let Item::Piece(piece) = item {
                pieces.push_str(piece);
            }
        }
        // What the field would write, against what the pieces would.
        let mut field = Writer {
            default: writer.default,
            ..Writer::default()
        };
        parts.text(&mut field);
        let mut whole = Writer::default();
        whole.characters(&pieces);
        if field.out == whole.out {
            Self::Fitting
        } else if pieces.is_empty() {
            Self::Done
        } else {
            Self::Changed
        }
    }

    /// Text that had no place comes first.
    fn lead(&self, parts: &dyn Parts, writer: &mut Writer) {
        if matches!(self, Self::Done) {
            parts.text(writer);
        }
    }

    fn piece(&mut self, piece: &str, parts: &dyn Parts, writer: &mut Writer) {
        match self {
            Self::Fitting => writer.characters(piece),
            Self::Changed => {
                parts.text(writer);
                *self = Self::Done;
            }
            Self::Done => {}
        }
    }
}

/// Writes the attributes that no field is for.
#[cold]
fn attributes(
    attributes: &[ExtraAttribute],
    own: &str,
    description: &'static Description,
    writer: &mut Writer,
) {
    let mut declared: Vec<(Cow<'_, str>, &str)> = Vec::new();
    for attribute in attributes {
        let is_field = description
            .attributes
            .iter()
            .any(|f| f.name == &*attribute.name && f.namespace == &*attribute.namespace);
        if is_field {
            continue;
        }
        if !chars::is_attribute_name(&attribute.namespace, &attribute.name) {
            writer.fail(ErrorKind::UnwritableName {
                name: attribute.name.clone(),
            });
        }
        let namespace = &*attribute.namespace;
        let prefix = match namespace {
            "" => Cow::Borrowed(""),
            XML => Cow::Borrowed("xml"),
            XMLNS => {
                writer.fail(ErrorKind::UnwritableName {
                    name: attribute.name.clone(),
                });
                Cow::Borrowed("")
            }
            _ => match declared.iter().find(|(_, n)| {
                cost::step(
                    1 + if n.len() == namespace.len() {
                        n.len()
                    } else {
                        0
                    },
                );
                *n == namespace
            }) {
                Some((prefix, _)) => prefix.clone(),
                None => {
                    let prefix = free_prefix(&attribute.prefix, own, &declared);
                    writer.declare(&prefix, namespace);
                    declared.push((prefix.clone(), namespace));
                    prefix
                }
            },
        };
        writer.out.push(' ');
        if !prefix.is_empty() {
            writer.out.push_str(&prefix);
            writer.out.push(':');
        }
        writer.out.push_str(&attribute.name);
        writer.out.push_str("='");
        writer.escaped::<ESCAPE_VALUE>(&attribute.value);
        writer.out.push('\'');
    }
}

/// The wanted prefix if it can be used on an element whose own is `own`, else one that can.
fn free_prefix<'a>(wanted: &'a str, own: &str, declared: &[(Cow<'_, str>, &str)]) -> Cow<'a, str> {
    let is_taken = |prefix: &str| {
        cost::step(1 + declared.len());
        matches!(prefix, "xml" | "xmlns")
            || prefix == own
            || declared.iter().any(|(p, _)| *p == prefix)
    };
    if chars::is_ncname(wanted) && !is_taken(wanted) {
        return Cow::Borrowed(wanted);
    }
    let mut n = declared.len();
    loop {
        let prefix = format!("ns{n}");
        if !is_taken(&prefix) {
            return Cow::Owned(prefix);
        }
        n += 1;
    }
}

/// Writes an element as its text stands.
pub(crate) fn raw(writer: &mut Writer, element: &RawElement) {
    writer.content();
    let text = element.as_str();
    cost::step(text.len());
    if writer.default.is_empty() || !element.uses_no_namespace() {
        writer.out.push_str(text);
    } else {
        let (name, rest) = text
            .split_at_checked(element.name_end())
            .unwrap_or_default();
        writer.out.push_str(name);
        writer.out.push_str(" xmlns=''");
        writer.out.push_str(rest);
    }
}

/// Writes an attribute that is a field. `opening` is all that stands before the value: ` name='`.
#[inline]
pub fn attribute<T: Value>(
    opening: &str,
    slot: u16,
    value: Option<&T>,
    extra: &Extra,
    writer: &mut Writer,
) {
    if !extra.is_none()
        && let Some(spelling) = extra.spelling(slot)
    {
        return spelt_attribute(opening, spelling, value, writer);
    }
    if let Some(value) = value {
        writer.out.push_str(opening);
        if value.write(&mut Escape::<ESCAPE_VALUE>(writer)).is_err() {
            writer.fail(ErrorKind::UnwritableCharacter {
                character: char::REPLACEMENT_CHARACTER,
            });
        }
        writer.out.push('\'');
    }
}

/// Writes an attribute that is a field with a default, which is written only where it was spelt out.
#[inline]
pub fn default_attribute<T: Value + Default + PartialEq>(
    opening: &str,
    slot: u16,
    value: &T,
    extra: &Extra,
    writer: &mut Writer,
) {
    if *value != T::default() {
        attribute(opening, slot, Some(value), extra, writer);
    } else if let Some(spelling) = extra.spelling(slot) {
        match T::parse(spelling) {
            Ok(spelt) if spelt == *value => {
                spelt_attribute(opening, spelling, Some(value), writer);
            }
            Ok(_) => {}
            // A text that reads as no value was kept, and the field has had its default since.
            Err(_) => spelt_attribute::<T>(opening, spelling, None, writer),
        }
    }
}

#[cold]
fn spelt_attribute<T: Value>(
    opening: &str,
    spelling: &str,
    value: Option<&T>,
    writer: &mut Writer,
) {
    let text = spelt(spelling, value);
    if let Some(text) = text {
        writer.out.push_str(opening);
        writer.escaped::<ESCAPE_VALUE>(&text);
        writer.out.push('\'');
    }
}

/// The spelling if it reads as the value, where one that does not read stands for absence; else the canonical text.
fn spelt<'a, T: Value>(spelling: &'a str, value: Option<&T>) -> Option<Cow<'a, str>> {
    match (T::parse(spelling), value) {
        (Ok(read), Some(value)) if value.to_text() == read.to_text() => {
            Some(Cow::Borrowed(spelling))
        }
        (_, Some(value)) => Some(Cow::Owned(value.to_text())),
        (Ok(_), None) => None,
        (Err(_), None) => Some(Cow::Borrowed(spelling)),
    }
}

/// Writes the text of an element that is a field.
#[inline]
pub fn text<T: Value>(value: Option<&T>, extra: &Extra, writer: &mut Writer) {
    if !extra.is_none()
        && let Some(spelling) = extra.spelling(TEXT)
    {
        let means_nothing = || T::parse(spelling).is_ok_and(|read| read.to_text().is_empty());
        if value.is_none() && means_nothing() {
            writer.characters(spelling);
        } else if let Some(text) = spelt(spelling, value) {
            writer.characters(&text);
        }
        return;
    }
    if let Some(value) = value {
        // Closed by the first character, so that an empty text leaves an empty element.
        let is_open = writer.is_open;
        writer.content();
        let start = writer.out.len();
        if value.write(&mut Escape::<ESCAPE_TEXT>(writer)).is_err() {
            writer.fail(ErrorKind::UnwritableCharacter {
                character: char::REPLACEMENT_CHARACTER,
            });
        }
        if writer.out.len() == start && is_open {
            writer.out.pop();
            writer.is_open = true;
        }
    }
}

/// Writes a child element that became a flag. What it has beside its name is all in `extra`.
pub fn flag(
    namespace: Option<&'static str>,
    name: &'static str,
    extra: &Extra,
    writer: &mut Writer,
) {
    // Text in a flag is foreign and stands where it stood, which is what an absent text lets it do.
    leaf::<String>(namespace, name, None, extra, writer);
}

/// The namespace that a field tells: one of those that its type lists.
pub fn fixed<T: Token>(namespace: &T) -> &'static str {
    namespace
        .position()
        .or(Some(0))
        .and_then(|at| T::TOKENS.get(at))
        .copied()
        .unwrap_or_default()
}

/// The namespace of the parent if it is one of `namespaces`, else the first.
pub fn inherited(parent: &'static str, namespaces: &[&'static str]) -> &'static str {
    if namespaces.contains(&parent) {
        parent
    } else {
        namespaces.first().copied().unwrap_or_default()
    }
}

/// Writes a child element that became a plain field: its text.
pub fn leaf<T: Value>(
    namespace: Option<&'static str>,
    name: &'static str,
    value: Option<&T>,
    extra: &Extra,
    writer: &mut Writer,
) {
    /// An element of a name and a text.
    struct Leaf<'a, T> {
        namespace: Option<&'static str>,
        name: &'static str,
        value: Option<&'a T>,
        extra: &'a Extra,
    }

    static LEAF: Description = Description::leaf();

    impl<T: Value> Parts for Leaf<'_, T> {
        fn description(&self) -> &'static Description {
            &LEAF
        }
        fn name(&self, parent: &'static str) -> (&'static str, &str) {
            (self.namespace.unwrap_or(parent), self.name)
        }
        fn attributes(&self, _: &mut Writer) {}
        fn text(&self, writer: &mut Writer) {
            text(self.value, self.extra, writer);
        }
        fn child(&self, _: u16, _: usize, _: &mut Writer) -> bool {
            false
        }
        fn extra(&self) -> &Extra {
            self.extra
        }
    }

    element(
        &Leaf {
            namespace,
            name,
            value,
            extra,
        },
        writer,
    );
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
