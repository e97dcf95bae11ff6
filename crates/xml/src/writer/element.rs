//! Typed elements: what is written of the fields of a type, and of what its [`Extra`] remembers.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec;
use alloc::vec::Vec;
use core::fmt;

use super::{FOREIGN, Known, Shared, Writer, raw, same};
use crate::chars::{self, ESCAPE_TEXT, ESCAPE_VALUE};
use crate::element::{
    AttributeField, ChildContent, ChildField, Description, Locals, Names, Namespaces, Occurs, Tags,
};
use crate::error::ErrorKind;
use crate::extra::{Contents, Extra, ExtraAttribute, Item, TEXT};
use crate::field::{AnyValue, Elements, Values};
use crate::namespace::XML;
use crate::options::Limits;
use crate::value::{Fit, Form, Token, Value};

/// What there is to write of a value: its fields, in the order of its [`Description`].
#[expect(
    missing_debug_implementations,
    reason = "it lives for one call of the derive's code"
)]
#[expect(
    clippy::exhaustive_structs,
    reason = "the derive makes them in the user's crate"
)]
pub struct Parts<'p> {
    /// What the type is made of.
    pub description: &'static Description,
    /// The namespace, where a field tells it.
    pub namespace: Option<&'static str>,
    /// The local name, where a field tells it.
    pub name: Option<&'p str>,
    /// The attributes that are fields.
    pub attributes: &'p [Option<&'p dyn AnyValue>],
    /// The child elements that are fields.
    pub children: &'p [Source<'p>],
    /// The text that is a field.
    pub text: Option<&'p dyn AnyValue>,
    /// What the fields do not say.
    pub extra: &'p Extra,
}

/// A field that becomes child elements.
#[expect(
    missing_debug_implementations,
    reason = "it lives for one call of the derive's code"
)]
#[expect(
    clippy::exhaustive_enums,
    reason = "the derive makes them in the user's crate"
)]
pub enum Source<'p> {
    /// Types of their own.
    Elements(Option<&'p dyn Elements>),
    /// A text.
    Text(Option<&'p dyn AnyValue>),
    /// A text each.
    Texts(&'p dyn Values),
    /// Whether it is there.
    Flag(bool),
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

/// A field that may be absent.
#[inline(always)]
pub fn optional<T: Value>(field: &Option<T>) -> Option<&dyn AnyValue> {
    match field {
        Some(value) => Some(value),
        None => None,
    }
}

/// An attribute that is absent where it has its default, unless that was spelt out.
#[inline(always)]
pub fn defaulted<'p, T: Value + Default + PartialEq>(
    slot: u16,
    value: &'p T,
    extra: &Extra,
) -> Option<&'p dyn AnyValue> {
    if *value != T::default() || (!extra.is_none() && is_spelt_out(slot, value, extra)) {
        Some(value)
    } else {
        None
    }
}

/// Whether a remembered spelling reads as the value.
#[cold]
fn is_spelt_out<T: Value + PartialEq>(slot: u16, value: &T, extra: &Extra) -> bool {
    let spelling = extra.spelling(slot);
    spelling.is_some_and(|spelling| T::parse(spelling).is_ok_and(|spelt| spelt == *value))
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

/// Writes an element.
pub fn element(writer: &mut Writer, parts: &Parts<'_>) {
    match (&parts.description.tags, parts.extra.contents()) {
        (Some(tags), None) if writer.default != FOREIGN => plain(tags, parts, writer),
        _ => {
            let form = parts.description.text.as_ref().map(|field| &field.form);
            whole(writer, &Whole { parts, form });
        }
    }
}

/// Writes an element of which nothing is remembered beside its fields, where the default namespace is one of the program.
fn plain(tags: &Tags, parts: &Parts<'_>, writer: &mut Writer) {
    let description = parts.description;
    let namespace = match parts.namespace {
        Some(told) => told,
        None => namespace(writer.parent, &description.names),
    };
    let outer = writer.open(namespace, tags);
    for (field, value) in description.attributes.iter().zip(parts.attributes) {
        if let Some(value) = value {
            writer.out.push_str(field.opening);
            attribute_value(*value, writer);
        }
    }
    if let Some(value) = parts.text {
        canonical_text(value, writer);
    }
    for (field, source) in description.children.iter().zip(parts.children) {
        match source {
            Source::Elements(None) | Source::Text(None) | Source::Flag(false) => {}
            Source::Elements(Some(elements)) => {
                let mut number = 0;
                while elements.write(number, writer) {
                    number += 1;
                }
            }
            Source::Text(value @ Some(_)) => plain_leaf(field, *value, writer),
            Source::Texts(values) => {
                for index in 0..values.count() {
                    plain_leaf(field, values.at(index), writer);
                }
            }
            Source::Flag(true) => plain_leaf(field, None, writer),
        }
    }
    writer.close(tags, outer);
}

/// Writes a child element that became a plain field, of which nothing else is remembered.
fn plain_leaf(field: &ChildField, value: Option<&dyn AnyValue>, writer: &mut Writer) {
    let Some(tags) = &field.tags else {
        return leaf(field, value, &Extra::new(), writer);
    };
    let outer = writer.open(namespace(writer.parent, &field.names), tags);
    if let Some(value) = value {
        canonical_text(value, writer);
    }
    writer.close(tags, outer);
}

/// What there is to write, and the form of the text if that may stand there.
struct Whole<'p> {
    parts: &'p Parts<'p>,
    form: Option<&'p Form>,
}

#[inline]
fn whole(writer: &mut Writer, whole: &Whole<'_>) {
    let Whole { parts, form } = whole;
    let description = parts.description;
    let (namespace, name) = full_name(writer.parent, &description.names);
    let namespace = parts.namespace.unwrap_or(namespace);
    let name = match parts.name {
        None => name,
        Some(told) => {
            if !chars::is_ncname_ascii(told) && !chars::is_ncname(told) {
                writer.fail(ErrorKind::UnwritableName {
                    name: Box::from(told),
                });
            }
            if told.len() > Limits::server().name {
                writer.root = Known::Anything;
            }
            told
        }
    };
    let extra = parts.extra.contents();
    let outer = writer.start(namespace, description.prefix, name, extra);
    let fields = description.attributes.iter().zip(parts.attributes);
    match extra {
        None => {
            for (field, value) in fields {
                if let Some(value) = value {
                    attribute(field, *value, writer);
                }
            }
        }
        Some(extra) => {
            for (number, (field, value)) in (0..).zip(fields) {
                remembered_attribute(field, number, *value, parts.extra, writer);
            }
            attributes(&extra.attributes, description, writer);
        }
    }
    match extra {
        Some(extra) if !extra.content.is_empty() => content(whole, extra, writer),
        _ => {
            if let Some(form) = form {
                text(form, parts.text, parts.extra, writer);
            }
            for (number, (field, source)) in
                (0..).zip(description.children.iter().zip(parts.children))
            {
                let mut index = 0;
                while child(field, source, number, index, parts.extra, writer)
                    && field.occurs == Occurs::Many
                {
                    index += 1;
                }
            }
        }
    }
    writer.end(name, outer);
}

/// The namespace and the local name of elements that have just one each; `parent` is the namespace of the parent.
#[inline]
fn full_name(parent: &'static str, names: &Names) -> (&'static str, &'static str) {
    let local = match names {
        Names::Of(_, Locals::One(local)) => local,
        _ => "",
    };
    (namespace(parent, names), local)
}

/// The namespace of elements that are in just one each.
#[inline]
fn namespace(parent: &'static str, names: &Names) -> &'static str {
    match names {
        Names::Of(Namespaces::One(namespace), _) => namespace,
        Names::Of(Namespaces::Parent(all), _) if !all.is_empty() => inherited(parent, all),
        _ => parent,
    }
}

/// The namespace of the parent if it is one of `namespaces`, else the first.
pub(crate) fn inherited(parent: &'static str, namespaces: &[&'static str]) -> &'static str {
    if namespaces.iter().any(|namespace| same(namespace, parent)) {
        parent
    } else {
        namespaces.first().copied().unwrap_or_default()
    }
}

/// Writes the child of a field by its number, if there is such a one.
#[inline]
fn child(
    field: &ChildField,
    source: &Source<'_>,
    number: u16,
    index: usize,
    extra: &Extra,
    writer: &mut Writer,
) -> bool {
    let value = match source {
        Source::Elements(None) => return false,
        Source::Elements(Some(elements)) => {
            return elements.write(index, writer);
        }
        Source::Text(value) => {
            let Some(value) = value.filter(|_| index == 0) else {
                return false;
            };
            value
        }
        Source::Texts(values) => {
            let Some(value) = values.at(index) else {
                return false;
            };
            let is = |text: &str| value.canonical() == text;
            let own = extra.folded_of_many(number, index, values.count(), &is);
            leaf(field, Some(value), own, writer);
            return true;
        }
        Source::Flag(is_there) => {
            if !is_there || index != 0 {
                return false;
            }
            // Text in a flag is foreign and stands where it stood, which is what an absent text lets it do.
            leaf(field, None, extra.folded(number), writer);
            return true;
        }
    };
    leaf(field, Some(value), extra.folded(number), writer);
    true
}

/// Writes a child element that became a plain field. What it has beside its name and its text is all in `extra`.
fn leaf(field: &ChildField, value: Option<&dyn AnyValue>, extra: &Extra, writer: &mut Writer) {
    static LEAF: Description = Description::leaf();
    let (namespace, name) = full_name(writer.parent, &field.names);
    if let (Some(value), None) = (value, extra.contents()) {
        let outer = writer.start(namespace, "", name, None);
        canonical_text(value, writer);
        writer.end(name, outer);
        return;
    }
    let parts = Parts {
        description: &LEAF,
        namespace: Some(namespace),
        name: Some(name),
        attributes: &[],
        children: &[],
        text: value,
        extra,
    };
    let form = match &field.content {
        ChildContent::Text(form) => Some(form),
        _ => None,
    };
    let parts = &parts;
    whole(writer, &Whole { parts, form });
}

impl Whole<'_> {
    /// Writes the text that is a field.
    fn text(&self, writer: &mut Writer) {
        if let Some(form) = self.form {
            text(form, self.parts.text, self.parts.extra, writer);
        }
    }

    /// Writes the child of a field by its number, if there is such a one.
    fn child(&self, number: u16, index: usize, writer: &mut Writer) -> bool {
        let (at, parts) = (usize::from(number), self.parts);
        match (parts.description.children.get(at), parts.children.get(at)) {
            (Some(field), Some(source)) => child(field, source, number, index, parts.extra, writer),
            _ => false,
        }
    }
}

/// Writes the content in the order that is remembered, as far as it fits the fields.
#[cold]
fn content(whole: &Whole<'_>, extra: &Contents, writer: &mut Writer) {
    let description = whole.parts.description;
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
        if let Some(entry) = place.and_then(|slot| last.get_mut(usize::from(slot))) {
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

    let mut text = TextState::of(whole, extra);
    text.lead(whole, writer);
    let mut follow = |at: Option<usize>, written: &mut [usize], writer: &mut Writer| {
        while let Some((_, slot)) = followers.next_if(|(anchor, _)| *anchor == at) {
            if let Some(index) = written.get_mut(usize::from(slot)) {
                while whole.child(slot, *index, writer) {
                    *index += 1;
                }
            }
        }
    };
    follow(None, &mut written, writer);
    for (at, item) in extra.content.iter().enumerate() {
        match item {
            Item::Known(slot) => {
                if let Some(index) = written.get_mut(usize::from(*slot)) {
                    *index += usize::from(whole.child(*slot, *index, writer));
                }
            }
            Item::Unknown(child) => raw(writer, child),
            Item::Invalid(slot, child) => {
                let is_replaced = written
                    .get_mut(usize::from(*slot))
                    .filter(|_| !is_many(*slot))
                    .is_some_and(|index| {
                        whole.child(*slot, *index, writer) && {
                            *index += 1;
                            true
                        }
                    });
                if !is_replaced {
                    raw(writer, child);
                }
            }
            Item::Piece(piece) => text.piece(piece, whole, writer),
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
    fn of(whole: &Whole<'_>, extra: &Contents) -> Self {
        let mut pieces = String::new();
        for item in &extra.content {
            if let Item::Piece(piece) = item {
                pieces.push_str(piece);
            }
        }
        // What the field would write, against what the pieces would.
        let mut field = Writer::default();
        whole.text(&mut field);
        let mut all = Writer::default();
        all.characters(&pieces);
        if field.out == all.out {
            Self::Fitting
        } else if pieces.is_empty() {
            Self::Done
        } else {
            Self::Changed
        }
    }

    /// Text that had no place comes first.
    fn lead(&self, whole: &Whole<'_>, writer: &mut Writer) {
        if matches!(self, Self::Done) {
            whole.text(writer);
        }
    }

    fn piece(&mut self, piece: &str, whole: &Whole<'_>, writer: &mut Writer) {
        match self {
            Self::Fitting => writer.characters(piece),
            Self::Changed => {
                whole.text(writer);
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
    description: &'static Description,
    writer: &mut Writer,
) {
    if !attributes.is_empty() {
        writer.root = Known::Anything;
    }
    for attribute in attributes {
        let is_field = description
            .attributes
            .iter()
            .any(|f| f.name == attribute.name() && f.namespace == attribute.namespace());
        if is_field {
            continue;
        }
        let prefix = match attribute.shared_namespace() {
            None => Shared::Static(""),
            Some(namespace) if **namespace == *XML => Shared::Static("xml"),
            Some(namespace) => {
                let namespace = Shared::Counted(Arc::clone(namespace));
                writer.attribute_prefix(attribute.prefix(), &namespace)
            }
        };
        begin_attribute(&prefix, attribute.name(), writer);
        writer.value(attribute.value());
    }
}

/// Writes what comes before the value of an attribute.
fn begin_attribute(prefix: &Shared, name: &str, writer: &mut Writer) {
    writer.out.push(' ');
    if !prefix.as_str().is_empty() {
        writer.out.push_str(prefix.as_str());
        writer.out.push(':');
    }
    writer.out.push_str(name);
    writer.out.push_str("='");
}

/// As [`begin_attribute`], for one that is a field.
#[inline]
fn begin_field(field: &AttributeField, writer: &mut Writer) {
    if field.prefix.is_empty() {
        return writer.out.push_str(field.opening);
    }
    let prefix = writer.attribute_prefix(field.prefix, &Shared::Static(field.namespace));
    begin_attribute(&prefix, field.name, writer);
}

/// Writes an attribute that is a field.
#[inline]
fn attribute(field: &AttributeField, value: &dyn AnyValue, writer: &mut Writer) {
    begin_field(field, writer);
    attribute_value(value, writer);
}

/// Writes the value of an attribute and the quote behind it.
#[inline]
fn attribute_value(value: &dyn AnyValue, writer: &mut Writer) {
    if let Some(text) = value.whole() {
        return writer.value(text);
    }
    let start = writer.value_starts();
    put::<ESCAPE_VALUE>(value, writer);
    writer.value_ends(start);
}

fn put<const CLASS: u8>(value: &dyn AnyValue, writer: &mut Writer) {
    if value.put(&mut Escape::<CLASS>(writer)).is_err() {
        writer.fail(ErrorKind::UnwritableCharacter {
            character: char::REPLACEMENT_CHARACTER,
        });
    }
}

/// Writes an attribute that is a field by its spelling, where that is remembered and still fits.
#[cold]
fn remembered_attribute(
    field: &AttributeField,
    number: u16,
    value: Option<&dyn AnyValue>,
    extra: &Extra,
    writer: &mut Writer,
) {
    let Some(spelling) = extra.spelling(number) else {
        if let Some(value) = value {
            attribute(field, value, writer);
        }
        return;
    };
    if let Some(text) = spelt(spelling, value, &field.form) {
        begin_field(field, writer);
        writer.value(&text);
    }
}

/// The spelling if it reads as the value, where one that does not read stands for absence; else the canonical text.
fn spelt<'a>(spelling: &'a str, value: Option<&dyn AnyValue>, form: &Form) -> Option<Cow<'a, str>> {
    match value {
        Some(value) if form.reads_as(spelling, value) => Some(Cow::Borrowed(spelling)),
        Some(value) => Some(Cow::Owned(value.canonical())),
        None if form.accepts(spelling) => None,
        None => Some(Cow::Borrowed(spelling)),
    }
}

/// Writes the text of an element that is a field.
#[inline]
fn text(form: &Form, value: Option<&dyn AnyValue>, extra: &Extra, writer: &mut Writer) {
    if let Some(spelling) = extra.spelling(TEXT) {
        return spelt_text(form, spelling, value, writer);
    }
    if let Some(value) = value {
        canonical_text(value, writer);
    }
}

#[cold]
fn spelt_text(form: &Form, spelling: &str, value: Option<&dyn AnyValue>, writer: &mut Writer) {
    // One that says no more than no text would.
    if value.is_none() && form.judge(spelling) == Fit::Empty {
        writer.characters(spelling);
    } else if let Some(text) = spelt(spelling, value, form) {
        writer.characters(&text);
    }
}

fn canonical_text(value: &dyn AnyValue, writer: &mut Writer) {
    if let Some(text) = value.whole() {
        return writer.characters(text);
    }
    // Closed by the first character, so that an empty text leaves an empty element.
    let is_open = writer.is_open;
    writer.content();
    let start = writer.text_starts();
    put::<ESCAPE_TEXT>(value, writer);
    if writer.out.len() == start.0 && is_open {
        writer.out.pop();
        writer.is_open = true;
    } else if writer.has_grown(start) {
        writer.cdata(start.0, &value.canonical());
    }
}
