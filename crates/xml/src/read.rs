//! From a tape to typed values: the few functions that what the derive makes is put together from.
//!
//! The common case, an element in canonical form with nothing unknown, takes the short way; all that
//! an [`Extra`] has to remember is found on a second look at the element, in functions marked cold.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec;
use alloc::vec::Vec;

use crate::chars::is_same_name;
use crate::element::{ChildField, Description, Element, Locals, Names};
use crate::error::{Error, ErrorKind};
use crate::extra::{Declared, Extra, Item, TEXT};
use crate::node::Node;
use crate::options::{Invalid, Limit, Options};
use crate::raw::RawElement;
use crate::tape::{Document, HAS_BLANK, HAS_ELEMENTS, HAS_TEXT, Input, Kind, NONE, Record};
use crate::value::Value;

/// What a call to the reader found beside the value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Report {
    /// What was invalid and kept: see [`Invalid::Keep`].
    pub problems: Vec<Error>,
    /// Attributes and child elements that no field took; they are in an [`Extra`].
    pub untyped: Vec<Untyped>,
    /// Elements that a field took unread: payloads and the like.
    pub opaque: Vec<RawElement>,
    /// How many problems and untyped parts are not listed, because there are more than [`MOST`](Self::MOST) of a kind.
    pub omitted: usize,
}

impl Report {
    /// The most problems, and the most untyped parts, that are listed: 256 of each.
    pub const MOST: usize = 256;
}

/// An attribute or a child element that no field took.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Untyped {
    /// Whether it is an attribute.
    pub is_attribute: bool,
    /// Its namespace; for an attribute without one, that of its element.
    pub namespace: Arc<str>,
    /// Its local name.
    pub name: Box<str>,
    /// Its place, as [`Error::path`].
    pub path: String,
    /// Its byte in the input.
    pub offset: usize,
}

/// What a call to the reader carries along: what it was told, and where it notes what it finds.
#[derive(Debug)]
pub struct Context<'c> {
    invalid: Invalid,
    report: Option<&'c mut Report>,
    /// How many more types may be inside of each other.
    nesting: usize,
    most_nesting: usize,
    /// The records of what has been listed as untyped.
    untyped: Vec<u32>,
    /// The element that the call is for.
    root: u32,
    /// The namespace names and prefixes that have been kept, to be shared; most often none.
    shared: Option<Box<Shared>>,
}

#[derive(Debug, Default)]
struct Shared {
    /// Namespace names by their numbers.
    names: BTreeMap<u32, Arc<str>>,
    /// Prefixes by the declarations that bind them.
    prefixes: BTreeMap<u32, Arc<str>>,
}

impl<'c> Context<'c> {
    pub(crate) fn new(options: &Options, report: &'c mut Report) -> Self {
        Self {
            report: Some(report),
            ..Self::by(options.invalid, options.limits.nesting)
        }
    }

    /// By the options that an input was read with, and without a report.
    pub(crate) fn of_input(input: &Input) -> Self {
        Self::by(input.invalid, input.nesting)
    }

    fn by(invalid: Invalid, nesting: usize) -> Self {
        Self {
            invalid,
            report: None,
            nesting,
            most_nesting: nesting,
            untyped: Vec::new(),
            root: 0,
            shared: None,
        }
    }

    /// A namespace name, shared by all that keep it.
    #[cold]
    fn namespace(&mut self, document: &Document<'_>, namespace: u32) -> Option<Arc<str>> {
        let number = document.number(namespace);
        if number == NONE {
            return None;
        }
        let name = self.shared.get_or_insert_default().names.entry(number);
        let name = name.or_insert_with(|| Arc::from(document.namespace(namespace)));
        Some(Arc::clone(name))
    }

    /// Keeps the prefix of the element, where it is not the one that its type writes, and the declarations of the start tag
    /// that are more than the default namespace of the element: those that it makes itself, and at the root those that
    /// it relies on.
    #[cold]
    fn declarations(&mut self, node: &Node<'_>, description: &Description, extra: &mut Extra) {
        let document = node.document;
        let prefix = node.prefix();
        if prefix != description.prefix && prefix != "xml" {
            extra.contents_mut().prefix = Some(self.prefix(node));
        }
        let own = node.attribute_records();
        let own = own.filter(|(_, r)| r.kind == Kind::Declaration);
        let inherited = if node.index == self.root {
            node.inherited()
        } else {
            Vec::new()
        };
        for declaration in inherited.into_iter().chain(own.map(|(index, _)| index)) {
            let prefix = document.declared_prefix(declaration);
            let is_own_default = prefix.is_empty()
                && node.prefix().is_empty()
                && document.number(declaration) == node.number();
            // Nothing needs to be declared for `xml`.
            if is_own_default || prefix == "xml" {
                continue;
            }
            let namespace = self.namespace(&document, declaration);
            let namespace = namespace.unwrap_or_default();
            extra.contents_mut().declarations.push(Declared {
                prefix: Arc::from(prefix),
                namespace,
            });
        }
    }

    /// The prefix of an element, empty for none, shared by all that have it from the same declaration.
    fn prefix(&mut self, node: &Node<'_>) -> Arc<str> {
        let declaration = node.record().map_or(NONE, |r| r.namespace);
        let shared = self.shared.get_or_insert_default();
        let shared = shared.prefixes.entry(declaration);
        Arc::clone(shared.or_insert_with(|| Arc::from(node.prefix())))
    }

    #[cold]
    fn too_nested(&self, node: &Node<'_>) -> Error {
        let kind = ErrorKind::LimitExceeded {
            limit: Limit::Nesting,
            max: self.most_nesting,
        };
        Error::placed(kind, node.index, node.offset())
    }

    #[inline]
    pub(crate) fn opaque(&mut self, raw: &RawElement) {
        if let Some(report) = &mut self.report {
            report.opaque.push(raw.clone());
        }
    }

    #[cold]
    fn untyped(&mut self, node: &Node<'_>, attribute: Option<(u32, &Record)>) {
        let Some(report) = &mut self.report else {
            return;
        };
        if report.untyped.len() >= Report::MOST {
            report.omitted += 1;
            return;
        }
        let of = match attribute {
            Some((_, record)) if record.prefix_len != 0 => record.namespace,
            _ => node.record().map_or(NONE, |r| r.namespace),
        };
        let namespace = self.namespace(&node.document, of).unwrap_or_default();
        let Some(report) = &mut self.report else {
            return;
        };
        let untyped = match attribute {
            None => Untyped {
                is_attribute: false,
                namespace,
                name: Box::from(node.name()),
                path: String::new(),
                offset: node.offset(),
            },
            Some((_, record)) => {
                let document = node.document;
                Untyped {
                    is_attribute: true,
                    namespace,
                    name: Box::from(document.local(record)),
                    path: String::new(),
                    offset: record.start as usize,
                }
            }
        };
        report.untyped.push(untyped);
        self.untyped
            .push(attribute.map_or(node.index, |(index, _)| index));
    }

    /// Takes note of a problem if such are kept, else makes it an error.
    #[cold]
    fn problem(&mut self, error: Error) -> Result<(), Error> {
        if self.invalid == Invalid::Reject {
            return Err(error);
        }
        if let Some(report) = &mut self.report {
            if report.problems.len() < Report::MOST {
                report.problems.push(error);
            } else {
                report.omitted += 1;
            }
        }
        Ok(())
    }
}

/// Reads a root element as a `T`, if it is one.
pub(crate) fn root<T: Element>(node: &Node<'_>, context: &mut Context<'_>) -> Result<T, Error> {
    context.root = node.index;
    let value = if T::NAMES.matches_alone(node) {
        T::read(*node, context)
    } else {
        Err(wrong_element::<T>(node))
    };
    settle(node, context);
    value.map_err(|mut error| {
        if let Some(target) = error.target() {
            error.settle(node.document.path(node.index, target), start_of(node));
        }
        error
    })
}

/// Where the offsets of errors count from: the start of the input, or that of an element that has been cut out of one.
fn start_of(node: &Node<'_>) -> usize {
    if node.index == 0 { 0 } else { node.offset() }
}

/// Puts the paths to what has been listed.
fn settle(root: &Node<'_>, context: &mut Context<'_>) {
    let untyped = core::mem::take(&mut context.untyped);
    let Some(report) = &mut context.report else {
        return;
    };
    let pending = report.problems.iter().filter_map(Error::target);
    let mut targets: Vec<u32> = pending.chain(untyped.iter().copied()).collect();
    if targets.is_empty() {
        return;
    }
    targets.sort_unstable();
    targets.dedup();
    let paths = root.document.paths(root.index, &targets);
    let path = |target: u32| {
        let at = targets.binary_search(&target).ok();
        at.and_then(|at| paths.get(at)).cloned().unwrap_or_default()
    };
    let start = start_of(root);
    let before = report.untyped.len() - untyped.len();
    for (listed, target) in report.untyped.iter_mut().skip(before).zip(untyped) {
        listed.path = path(target);
        listed.offset = listed.offset.saturating_sub(start);
    }
    for problem in &mut report.problems {
        if let Some(target) = problem.target() {
            problem.settle(path(target), start);
        }
    }
}

/// Whether a variant of these names is the one that a choice is made of, given that one of them is.
pub fn is_choice(names: &Names, node: &Node<'_>) -> bool {
    names.matches_within_union(node)
}

/// The error for an element that is not what `T` stands for.
#[cold]
pub fn wrong_element<T: Element>(node: &Node<'_>) -> Error {
    T::description().wrong_element(node)
}

#[cold]
fn invalid_value(
    expected: &'static str,
    text: &str,
    reason: &str,
    target: u32,
    offset: usize,
) -> Error {
    const LONGEST: usize = 80;
    let end = text
        .char_indices()
        .nth(LONGEST)
        .map_or(text.len(), |(at, _)| at);
    let value = Box::from(text.get(..end).unwrap_or_default());
    let kind = ErrorKind::InvalidValue {
        expected,
        value,
        reason: Box::from(reason),
    };
    Error::placed(kind, target, offset)
}

/// Finds the attributes that are fields: `slots` gets their record indices, 0 for one that is absent.
/// What is left goes into `extra`.
#[inline(never)]
pub fn attributes(
    node: &Node<'_>,
    description: &'static Description,
    slots: &mut [u32],
    extra: &mut Extra,
    context: &mut Context<'_>,
) {
    let document = &node.document;
    let is_root = node.index == context.root;
    let mut declares = node.record().is_some_and(|r| {
        (is_root && r.lowest <= node.index) || document.prefix(r) != description.prefix
    });
    'attributes: for (index, record) in node.attribute_records() {
        if record.kind == Kind::Declaration {
            declares |= record.prefix_len != 0
                || document.number(index) != node.number()
                || !node.prefix().is_empty();
            continue;
        }
        let local = document.local(record);
        for (field, slot) in description.attributes.iter().zip(slots.iter_mut()) {
            if is_same_name(field.name, local)
                && (record.prefix_len == 0) == field.namespace.is_empty()
                && (record.prefix_len == 0
                    || document.namespace_is(record.namespace, field.namespace))
            {
                *slot = index;
                continue 'attributes;
            }
        }
        unknown_attribute(node, index, record, extra, context);
    }
    if declares {
        context.declarations(node, description, extra);
    }
}

#[cold]
fn unknown_attribute(
    node: &Node<'_>,
    index: u32,
    record: &Record,
    extra: &mut Extra,
    context: &mut Context<'_>,
) {
    let document = &node.document;
    extra.push_attribute(
        context.namespace(document, record.namespace),
        document.prefix(record),
        document.local(record),
        &document.value(record),
    );
    context.untyped(node, Some((index, record)));
}

/// Reads the value of a strict field: one that is invalid is an error, whatever else is done with such.
#[inline]
pub fn strict<'c, T>(
    context: &mut Context<'c>,
    read: impl FnOnce(&mut Context<'c>) -> Result<T, Error>,
) -> Result<T, Error> {
    let invalid = core::mem::replace(&mut context.invalid, Invalid::Reject);
    let value = read(context);
    context.invalid = invalid;
    value
}

/// The attribute in a slot, if it is there.
#[inline]
pub fn attribute<T: Value>(
    node: &Node<'_>,
    slot: u16,
    slots: &[u32],
    extra: &mut Extra,
    context: &mut Context<'_>,
) -> Result<Option<T>, Error> {
    let index = slots.get(usize::from(slot)).copied().unwrap_or_default();
    if index == 0 {
        return Ok(None);
    }
    let Some(record) = node.document.record(index) else {
        return Ok(None);
    };
    let text = node.document.value(record);
    match parse::<T>(text, slot, extra) {
        Ok(value) => Ok(Some(value)),
        Err(failed) => {
            let (text, reason) = *failed;
            let error = invalid_value(
                T::EXPECTED,
                &text,
                &reason,
                index,
                record.value_start as usize,
            );
            context.problem(error)?;
            let value = T::invalid(&text);
            if value.is_none() {
                extra.spell(slot, text);
            }
            Ok(value)
        }
    }
}

/// Reads a value and remembers its spelling if that is not canonical.
#[inline]
fn parse<'a, T: Value>(
    text: Cow<'a, str>,
    slot: u16,
    extra: &mut Extra,
) -> Result<T, Box<(Cow<'a, str>, String)>> {
    // A value that keeps its text takes it over; one that does not is compared with it.
    match T::parse(&text) {
        Ok(value) => {
            if !value.is_canonical(&text) {
                extra.spell(slot, text);
            }
            Ok(value)
        }
        Err(e) => Err(Box::new((text, String::from(e.reason())))),
    }
}

/// The attribute in a slot, which must be there.
#[inline]
pub fn required_attribute<T: Value>(
    node: &Node<'_>,
    description: &'static Description,
    slot: u16,
    slots: &[u32],
    extra: &mut Extra,
    context: &mut Context<'_>,
) -> Result<T, Error> {
    match attribute(node, slot, slots, extra, context)? {
        Some(value) => Ok(value),
        None => Err(missing_attribute(node, description, slot, context)),
    }
}

/// The attribute in a slot, which must be there; where invalid values are kept, its absence is listed instead.
#[inline]
pub fn expected_attribute<T: Value>(
    node: &Node<'_>,
    description: &'static Description,
    slot: u16,
    slots: &[u32],
    extra: &mut Extra,
    context: &mut Context<'_>,
) -> Result<Option<T>, Error> {
    if slots.get(usize::from(slot)).is_none_or(|index| *index == 0) {
        context.problem(absent_attribute(node, description, slot))?;
        return Ok(None);
    }
    attribute(node, slot, slots, extra, context)
}

#[cold]
fn missing_attribute(
    node: &Node<'_>,
    description: &'static Description,
    slot: u16,
    context: &mut Context<'_>,
) -> Error {
    let field = description.attributes.get(usize::from(slot));
    let absent = field.is_none_or(|f| node.attribute_in(f.namespace, f.name).is_none());
    // One that is there but invalid has been noted as kept; it is what is wrong.
    if let Some(error) = context
        .report
        .as_mut()
        .filter(|_| !absent)
        .and_then(|r| r.problems.pop())
    {
        return error;
    }
    absent_attribute(node, description, slot)
}

#[cold]
fn absent_attribute(node: &Node<'_>, description: &'static Description, slot: u16) -> Error {
    let field = description.attributes.get(usize::from(slot));
    let kind = ErrorKind::MissingAttribute {
        element: description.element_name(),
        name: field.map_or("", |f| f.name),
    };
    Error::placed(kind, node.index, node.offset())
}

/// The attribute in a slot, or the default. A default that is spelt out is remembered.
#[inline]
pub fn default_attribute<T: Value + Default + PartialEq>(
    node: &Node<'_>,
    slot: u16,
    slots: &[u32],
    extra: &mut Extra,
    context: &mut Context<'_>,
) -> Result<T, Error> {
    let value = attribute::<T>(node, slot, slots, extra, context)?;
    let Some(value) = value else {
        return Ok(T::default());
    };
    if value == T::default() && extra.spelling(slot).is_none() {
        extra.spell(slot, Cow::Owned(value.to_text()));
    }
    Ok(value)
}

/// The text of the element, which is there even if it is empty.
#[inline]
pub fn text<T: Value>(
    node: &Node<'_>,
    extra: &mut Extra,
    context: &mut Context<'_>,
) -> Result<T, Error> {
    parse::<T>(node.text(), TEXT, extra).or_else(|failed| {
        let (text, reason) = *failed;
        let offset = node
            .content_records()
            .next()
            .map_or_else(|| node.offset(), |(_, r)| r.start as usize);
        let error = invalid_value(T::EXPECTED, &text, &reason, node.index, offset);
        match T::invalid(&text) {
            Some(value) => context.problem(error).map(|()| value),
            None => Err(error),
        }
    })
}

/// The text of the element, if there is any that means anything.
#[inline]
pub fn optional_text<T: Value>(
    node: &Node<'_>,
    extra: &mut Extra,
    context: &mut Context<'_>,
) -> Result<Option<T>, Error> {
    if node.flags() & (HAS_TEXT | HAS_BLANK) == 0 {
        return Ok(None);
    }
    match text::<T>(node, extra, context) {
        // White space that says no more than no text would; it has been taken down as a spelling.
        Ok(value) if node.flags() & HAS_TEXT == 0 && value.to_text().is_empty() => Ok(None),
        Ok(value) => Ok(Some(value)),
        Err(error) => {
            context.problem(error)?;
            extra.spell(TEXT, node.text());
            Ok(None)
        }
    }
}

/// Walks the children of an element and says which field each belongs in.
#[derive(Debug)]
pub struct Children<'a> {
    node: Node<'a>,
    description: &'static Description,
    index: u32,
    end: u32,
    /// The field of the child before that belonged in one.
    last: u16,
    /// The name of that child, if the field takes just that; else an empty one, which no element has.
    repeated_local: &'static str,
    repeated_namespace: u32,
    is_canonical: bool,
    /// Children that their field could not take; as records, with their fields.
    invalid: Vec<(u32, u16)>,
    /// Children that are there once more than they may be.
    repeated: Vec<u32>,
}

impl<'a> Children<'a> {
    /// Starts before the first child.
    #[must_use]
    #[inline]
    pub fn new(node: Node<'a>, description: &'static Description) -> Self {
        let (index, end) = node.record().map_or((0, 0), |r| {
            (node.index + 1 + u32::from(r.attributes), r.next)
        });
        Self {
            node,
            description,
            index,
            end,
            last: 0,
            repeated_local: "",
            repeated_namespace: 0,
            is_canonical: true,
            invalid: Vec::new(),
            repeated: Vec::new(),
        }
    }

    /// The next child that belongs in a field: the field and where the child is, for [`at`](Self::at).
    #[inline(never)]
    pub fn step(&mut self) -> Option<(u16, u32)> {
        let document = self.node.document;
        while self.index < self.end {
            let index = self.index;
            let record = document.record(index)?;
            self.index = record.next;
            if record.kind != Kind::Element {
                continue;
            }
            match self.field(&Node { document, index }) {
                Some(slot) => {
                    self.is_canonical &= slot >= self.last;
                    self.last = slot;
                    return Some((slot, index));
                }
                None => self.is_canonical = false,
            }
        }
        None
    }

    /// The child that [`step`](Self::step) came to.
    #[inline]
    #[must_use]
    pub fn at(&self, index: u32) -> Node<'a> {
        Node {
            document: self.node.document,
            index,
        }
    }

    /// The field that a child belongs in: like the one before it, or the first that names it, or else the first
    /// that takes anything.
    #[inline]
    fn field(&mut self, child: &Node<'_>) -> Option<u16> {
        let namespace = child.record()?.namespace;
        // Most often it is another of the same, whose namespace need not be compared once more.
        if namespace == self.repeated_namespace && self.repeated_local == child.name() {
            return Some(self.last);
        }
        let fields = self.description.children;
        let local = child.name();
        // Nearly all fields that do not take it have another name.
        let may = |f: &ChildField| match f.names {
            Names::Of(_, Locals::One(name)) => is_same_name(name, local),
            _ => true,
        };
        let takes = |f: &ChildField| !f.is_open && may(f) && f.names.matches(child, &self.node);
        let found = match fields.get(usize::from(self.last)) {
            Some(f) if takes(f) => Some(usize::from(self.last)),
            _ => fields.iter().position(takes).or_else(|| {
                fields
                    .iter()
                    .position(|f| f.is_open && f.names.matches(child, &self.node))
            }),
        }?;
        if let Some(local) = fields.get(found).and_then(|f| f.names.only_local()) {
            self.repeated_namespace = namespace;
            self.repeated_local = local;
        } else {
            self.repeated_local = "";
        }
        Some(found as u16)
    }

    /// Steps over all children: for an element that has no field for any.
    #[inline]
    pub fn skip(&mut self) {
        if self.node.flags() & HAS_ELEMENTS != 0 {
            self.is_canonical = false;
        }
    }

    /// What the fields did not take goes into `extra`, with the order of all if that is not canonical.
    ///
    /// # Errors
    /// What is left cannot be kept within the limits.
    #[inline]
    pub fn finish(self, extra: &mut Extra, context: &mut Context<'_>) -> Result<(), Error> {
        let flags = self.node.flags();
        let is_plain = if self.description.text.is_some() {
            flags & HAS_ELEMENTS == 0
        } else {
            flags & HAS_TEXT == 0 && (flags & HAS_BLANK == 0 || flags & HAS_ELEMENTS != 0)
        };
        if self.is_canonical && is_plain && extra.is_none() {
            return Ok(());
        }
        extra.sort_folded(|slot| self.count(slot));
        if self.is_canonical && is_plain && self.invalid.is_empty() && self.repeated.is_empty() {
            return Ok(());
        }
        self.remember(extra, context)
    }

    /// How many children a field of many has taken.
    #[cold]
    fn count(&self, slot: u16) -> u32 {
        let mut again = Self::new(self.node, self.description);
        let children = core::iter::from_fn(|| again.step())
            .filter(|(s, _)| *s == slot)
            .count();
        let invalid = self.invalid.iter().filter(|(_, s)| *s == slot).count();
        (children - invalid) as u32
    }

    #[cold]
    fn remember(mut self, extra: &mut Extra, context: &mut Context<'_>) -> Result<(), Error> {
        let is_field = self.description.text.is_some();
        let keeps_text = self.node.has_own_text();
        let document = self.node.document;
        let mut content = Vec::new();
        // As the first time, so that every child is told to belong in the same field.
        self.last = 0;
        self.repeated_local = "";
        for (index, record) in self.node.content_records() {
            if record.kind == Kind::Text {
                let text = document.characters(record);
                match content.last_mut() {
                    Some(Item::Piece(before) | Item::Text(before)) => before.push_str(&text),
                    _ if is_field => content.push(Item::Piece(text.into_owned())),
                    _ if keeps_text => content.push(Item::Text(text.into_owned())),
                    _ => {}
                }
                continue;
            }
            let child = Node { document, index };
            let slot = self.field(&child);
            self.last = slot.unwrap_or(self.last);
            let invalid = self.invalid.binary_search_by_key(&index, |(i, _)| *i);
            content.push(match slot {
                Some(slot) if invalid.is_ok() => Item::Invalid(slot, RawElement::from_node(&child)),
                Some(slot) if self.repeated.binary_search(&index).is_err() => Item::Known(slot),
                _ => {
                    context.untyped(&child, None);
                    Item::Unknown(RawElement::from_node(&child))
                }
            });
        }
        // One that a valid child has taken the place of stays whatever becomes of the field.
        let mut is_known = vec![false; self.description.children.len()];
        for slot in content.iter().filter_map(Item::known) {
            if let Some(known) = is_known.get_mut(usize::from(slot)) {
                *known = true;
            }
        }
        for item in &mut content {
            if let Item::Invalid(slot, raw) = item
                && is_known.get(usize::from(*slot)) == Some(&true)
            {
                *item = Item::Unknown(raw.clone());
            }
        }
        extra.contents_mut().content = content;
        Ok(())
    }

    /// A child that its field could not take: an error, or kept in its place.
    #[cold]
    fn refuse(
        &mut self,
        child: &Node<'_>,
        slot: u16,
        error: Error,
        context: &mut Context<'_>,
    ) -> Result<(), Error> {
        if self.is_strict(slot) {
            return Err(error);
        }
        context.problem(error)?;
        self.is_canonical = false;
        self.invalid.push((child.index, slot));
        Ok(())
    }

    #[cold]
    fn repeat(
        &mut self,
        child: &Node<'_>,
        slot: u16,
        context: &mut Context<'_>,
    ) -> Result<(), Error> {
        let name = self
            .description
            .children
            .get(usize::from(slot))
            .map_or("", |f| f.field);
        let kind = ErrorKind::RepeatedChild {
            element: self.description.element_name(),
            name,
        };
        let error = Error::placed(kind, child.index, child.offset());
        if self.is_strict(slot) {
            return Err(error);
        }
        context.problem(error)?;
        self.is_canonical = false;
        self.repeated.push(child.index);
        Ok(())
    }

    /// Whether a child that its field cannot take costs the element even where such are kept.
    fn is_strict(&self, slot: u16) -> bool {
        let field = self.description.children.get(usize::from(slot));
        field.is_some_and(|f| f.strict)
    }
}

/// Reads a child as its type, as long as there are not too many types inside of each other.
#[inline]
fn nested<T: Element>(child: Node<'_>, context: &mut Context<'_>) -> Result<T, Error> {
    let Some(rest) = context.nesting.checked_sub(1) else {
        return Err(context.too_nested(&child));
    };
    context.nesting = rest;
    let value = T::read(child, context);
    context.nesting = rest + 1;
    value
}

/// Reads a child into a field of many.
#[inline]
pub fn push<T: Element>(
    children: &mut Children<'_>,
    child: Node<'_>,
    slot: u16,
    field: &mut Vec<T>,
    context: &mut Context<'_>,
) -> Result<(), Error> {
    match nested(child, context) {
        Ok(value) => {
            field.push(value);
            Ok(())
        }
        Err(error) => children.refuse(&child, slot, error, context),
    }
}

/// Reads a child into a field of one.
#[inline]
pub fn set<T: Element>(
    children: &mut Children<'_>,
    child: Node<'_>,
    slot: u16,
    field: &mut Option<T>,
    context: &mut Context<'_>,
) -> Result<(), Error> {
    if field.is_some() {
        return children.repeat(&child, slot, context);
    }
    match nested(child, context) {
        Ok(value) => {
            *field = Some(value);
            Ok(())
        }
        Err(error) => children.refuse(&child, slot, error, context),
    }
}

/// Reads the text of a child into a field of one.
#[inline]
pub fn set_text<T: Value>(
    children: &mut Children<'_>,
    child: Node<'_>,
    slot: u16,
    field: &mut Option<T>,
    extra: &mut Extra,
    context: &mut Context<'_>,
) -> Result<(), Error> {
    if field.is_some() {
        return children.repeat(&child, slot, context);
    }
    match leaf(&child, context) {
        Ok((value, own)) => {
            if !own.is_none() {
                extra.fold(slot, 0, None, own);
            }
            *field = Some(value);
            Ok(())
        }
        Err(error) => children.refuse(&child, slot, error, context),
    }
}

/// Reads the text of a child into a field of many.
#[inline]
pub fn push_text<T: Value>(
    children: &mut Children<'_>,
    child: Node<'_>,
    slot: u16,
    field: &mut Vec<T>,
    extra: &mut Extra,
    context: &mut Context<'_>,
) -> Result<(), Error> {
    match leaf::<T>(&child, context) {
        Ok((value, own)) => {
            if !own.is_none() {
                extra.fold(
                    slot,
                    field.len(),
                    Some(value.to_text().into_boxed_str()),
                    own,
                );
            }
            field.push(value);
            Ok(())
        }
        Err(error) => children.refuse(&child, slot, error, context),
    }
}

/// Notes that a child that is a flag is there.
pub fn set_flag(
    children: &mut Children<'_>,
    child: Node<'_>,
    slot: u16,
    field: &mut bool,
    extra: &mut Extra,
    context: &mut Context<'_>,
) -> Result<(), Error> {
    static FLAG: Description = Description::opaque("flag");
    if *field {
        return children.repeat(&child, slot, context);
    }
    let mut own = Extra::new();
    attributes(&child, &FLAG, &mut [], &mut own, context);
    let mut rest = Children::new(child, &FLAG);
    rest.skip();
    rest.finish(&mut own, context)?;
    if !own.is_none() {
        extra.fold(slot, 0, None, own);
    }
    *field = true;
    Ok(())
}

/// An element whose text is all that there should be.
fn leaf<T: Value>(node: &Node<'_>, context: &mut Context<'_>) -> Result<(T, Extra), Error> {
    let mut own = Extra::new();
    let value = text(node, &mut own, context)?;
    let says_more = |r: &Record| r.attributes != 0 || r.prefix_len != 0;
    if node.flags() & HAS_ELEMENTS != 0 || node.record().is_some_and(says_more) {
        leaf_extra(node, &mut own, context)?;
    }
    Ok((value, own))
}

#[cold]
fn leaf_extra(node: &Node<'_>, own: &mut Extra, context: &mut Context<'_>) -> Result<(), Error> {
    static LEAF: Description = Description::leaf();
    attributes(node, &LEAF, &mut [], own, context);
    let mut rest = Children::new(*node, &LEAF);
    rest.skip();
    rest.finish(own, context)
}

/// The value of a field that must be there.
#[inline]
pub fn required<T>(
    field: Option<T>,
    node: &Node<'_>,
    description: &'static Description,
    slot: u16,
    context: &mut Context<'_>,
) -> Result<T, Error> {
    match field {
        Some(value) => Ok(value),
        None => Err(missing_child(node, description, slot, context)),
    }
}

#[cold]
fn missing_child(
    node: &Node<'_>,
    description: &'static Description,
    slot: u16,
    context: &mut Context<'_>,
) -> Error {
    let field = description.children.get(usize::from(slot));
    // One that is there but invalid has been noted as kept; it is what is wrong. Whatever was found within it before
    // stays noted.
    let mut taken = node
        .children()
        .filter(|c| field.is_some_and(|f| f.names.matches(c, node)));
    if let (Some(child), Some(report)) = (taken.next(), &mut context.report) {
        let records = child.index..child.record().map_or(child.index, |r| r.next);
        let is_of_child = |e: &Error| e.target().is_some_and(|t| records.contains(&t));
        if let Some(at) = report.problems.iter().rposition(is_of_child) {
            return report.problems.remove(at);
        }
    }
    let name = field.map_or("", |f| f.field);
    let kind = ErrorKind::MissingChild {
        element: description.element_name(),
        name,
    };
    Error::placed(kind, node.index, node.offset())
}

/// The field that tells which of its namespaces, or which of its names, an element has.
///
/// # Errors
/// The token is not one of the type's.
pub fn token<T: Value>(text: &str, node: &Node<'_>) -> Result<T, Error> {
    T::parse(text)
        .map_err(|e| invalid_value(T::EXPECTED, text, e.reason(), node.index, node.offset()))
}
