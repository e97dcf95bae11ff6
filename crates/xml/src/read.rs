//! From a tape to typed values: the few functions that what the derive makes is put together from.
//!
//! The common case, an element in canonical form with nothing unknown, takes the short way; all that
//! an [`Extra`] has to remember is found on a second look at the element, in functions marked cold.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec;
use alloc::vec::Vec;

use crate::element::{
    AttributeField, ChildContent, ChildField, Description, Element, Locals, Names, Occurs,
    TextField,
};
use crate::error::{Error, ErrorKind};
use crate::extra::{Declared, Extra, Item, TEXT};
use crate::field::{By, ElementSlot, ValueSlot};
use crate::node::Node;
use crate::options::{Invalid, Limit, Options};
use crate::raw::RawElement;
use crate::tape::{
    Document, ENCODED, HAS_BLANK, HAS_ELEMENTS, HAS_TEXT, Input, Kind, NONE, Record,
};
use crate::token;
use crate::value::{Fit, Form, InvalidValue, Token};

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
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Untyped {
    /// Whether it is an attribute.
    pub is_attribute: bool,
    /// Its namespace; for an attribute without one, that of its element.
    pub namespace: Arc<str>,
    /// Its local name.
    pub name: Box<str>,
    /// Its path, in the form of [`Error::path`].
    pub path: String,
    /// Its byte offset in the input.
    pub offset: usize,
}

/// The state of a call to the reader: its options and its report.
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

    /// As [`problem`](Self::problem), but always an error where the field is strict.
    #[cold]
    fn problem_unless(&mut self, is_strict: bool, error: Error) -> Result<(), Error> {
        if is_strict {
            Err(error)
        } else {
            self.problem(error)
        }
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
    if !T::NAMES.matches_alone(node) {
        return Err(settled(node, T::description().wrong_element(node)));
    }
    // A value is not looked at any more, so that it is made where it is wanted, and not moved.
    T::read(*node, context).map_err(|error| settled(node, error))
}

/// The same, with a report.
pub(crate) fn root_with<T: Element>(
    node: &Node<'_>,
    options: &Options,
    report: &mut Report,
) -> Result<T, Error> {
    let context = &mut Context::new(options, report);
    let value = root(node, context);
    settle(node, context);
    value
}

/// Reads a root element of this description, if it is one, by a function, with a report.
pub(crate) fn root_by<'c>(
    node: &Node<'_>,
    context: &mut Context<'c>,
    description: &'static Description,
    read: impl FnOnce(&mut Context<'c>) -> Result<(), Error>,
) -> Result<(), Error> {
    context.root = node.index;
    let read = if description.names.matches_alone(node) {
        read(context)
    } else {
        Err(description.wrong_element(node))
    };
    settle(node, context);
    read.map_err(|error| settled(node, error))
}

#[cold]
fn settled(node: &Node<'_>, mut error: Error) -> Error {
    if let Some(target) = error.target() {
        error.settle(node.document.path(node.index, target), start_of(node));
    }
    error
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

/// Where the attribute stands that is a field, and the place for its value.
#[expect(
    missing_debug_implementations,
    reason = "it lives for one call of the derive's code"
)]
pub struct Attribute<'s> {
    /// Its record; 0 for one that is absent.
    index: u32,
    left: Left,
    value: &'s mut dyn ValueSlot,
}

/// What is left to be done for an attribute whose value has been looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Left {
    Nothing,
    /// To remember how it was spelt.
    Spelling,
    /// To see what comes of its being invalid.
    Fault,
}

impl<'s> Attribute<'s> {
    /// Not found yet.
    #[inline(always)]
    pub fn new(value: &'s mut dyn ValueSlot) -> Self {
        Self {
            index: 0,
            left: Left::Nothing,
            value,
        }
    }
}

/// A place for what a child element becomes.
#[expect(
    missing_debug_implementations,
    reason = "it lives for one call of the derive's code"
)]
pub struct Slot<'s> {
    /// How many it has taken.
    taken: u32,
    place: Place<'s>,
}

enum Place<'s> {
    /// A type of its own.
    Element(&'s mut dyn ElementSlot),
    /// Its text.
    Text(&'s mut dyn ValueSlot),
    /// Whether it is there.
    Flag(&'s mut bool),
}

impl<'s> Slot<'s> {
    /// For a type of its own.
    #[inline(always)]
    pub fn element(place: &'s mut dyn ElementSlot) -> Self {
        Self {
            taken: 0,
            place: Place::Element(place),
        }
    }

    /// For its text.
    #[inline(always)]
    pub fn text(place: &'s mut dyn ValueSlot) -> Self {
        Self {
            taken: 0,
            place: Place::Text(place),
        }
    }

    /// For whether it is there.
    #[inline(always)]
    pub fn flag(place: &'s mut bool) -> Self {
        Self {
            taken: 0,
            place: Place::Flag(place),
        }
    }
}

/// The places for all that a type has fields for, in the order of its [`Description`].
#[expect(
    missing_debug_implementations,
    reason = "it lives for one call of the derive's code"
)]
#[expect(
    clippy::exhaustive_structs,
    reason = "the derive makes them in the user's crate"
)]
pub struct Slots<'s> {
    /// For the attributes.
    pub attributes: &'s mut [Attribute<'s>],
    /// For the child elements.
    pub children: &'s mut [Slot<'s>],
    /// For the text.
    pub text: Option<&'s mut dyn ValueSlot>,
    /// For all else.
    pub extra: &'s mut Extra,
}

/// Reads the element at `node` into the places for its fields. When it succeeds, all that must be there has been found.
///
/// # Errors
/// Something that the type needs is absent or invalid.
pub fn element(
    node: &Node<'_>,
    context: &mut Context<'_>,
    description: &'static Description,
    mut slots: Slots<'_>,
) -> Result<(), Error> {
    let slots = &mut slots;
    let Some(element) = node.record() else {
        return Err(incomplete(node, description));
    };
    let is_left = attributes(
        (node, element),
        description,
        slots.attributes,
        slots.extra,
        context,
    );
    if is_left || description.requires_attributes {
        let fields = description.attributes.iter().zip(&mut *slots.attributes);
        for (number, (field, slot)) in (0..).zip(fields) {
            if slot.left != Left::Nothing {
                left_attribute(
                    node,
                    description,
                    (number, field),
                    slot,
                    slots.extra,
                    context,
                )?;
            } else if slot.index == 0 && matches!(field.occurs, Occurs::Once | Occurs::Expected) {
                absent(node, description, field, context)?;
            }
        }
    }
    // Of an element without content there is nothing more to find.
    if element.next > node.index + 1 + u32::from(element.attributes) {
        content(
            (node, element),
            context,
            description,
            slots.children,
            slots.extra,
        )?;
    }
    if description.has_remainder {
        remainder(node, context, description, slots)?;
    }
    Ok(())
}

/// Sees that the children are there that must be, and reads the text.
#[inline(never)]
fn remainder(
    node: &Node<'_>,
    context: &mut Context<'_>,
    description: &'static Description,
    slots: &mut Slots<'_>,
) -> Result<(), Error> {
    if description.requires_children {
        let fields = description.children.iter().zip(&*slots.children);
        for (field, slot) in fields {
            if field.occurs == Occurs::Once && slot.taken == 0 {
                return Err(missing_child(node, description, field, context));
            }
        }
    }
    if let (Some(slot), Some(field)) = (&mut slots.text, &description.text) {
        if field.occurs == Occurs::Optional {
            optional_text(node, field, &mut **slot, slots.extra, context)?;
        } else {
            text(
                node,
                &field.form,
                field.strict,
                &mut **slot,
                slots.extra,
                context,
            )?;
        }
    }
    Ok(())
}

/// Reads the namespace or the local name.
///
/// # Errors
/// It is none of an element of this type.
pub fn told<T: Token>(
    node: &Node<'_>,
    description: &'static Description,
    text: &str,
) -> Result<T, Error> {
    token::parse(text).ok_or_else(|| description.wrong_element(node))
}

/// Reads the children, and remembers what is left of the content.
#[inline]
fn content(
    (node, element): (&Node<'_>, &Record),
    context: &mut Context<'_>,
    description: &'static Description,
    slots: &mut [Slot<'_>],
    extra: &mut Extra,
) -> Result<(), Error> {
    let mut children = Children::of(*node, element, description);
    if slots.is_empty() {
        children.skip();
    } else {
        while let Some((number, index)) = children.step() {
            if let Some(slot) = slots.get_mut(usize::from(number)) {
                child(&mut children, index, number, slot, extra, context)?;
            }
        }
    }
    children.finish(extra, context)
}

/// The error for what [`element`] has seen to: that something without which there is no value is not there.
#[cold]
pub fn incomplete(node: &Node<'_>, description: &'static Description) -> Error {
    let kind = ErrorKind::MissingChild {
        element: description.element_name(),
        name: "",
    };
    Error::placed(kind, node.index, node.offset())
}

/// Reads the attributes that are fields; says whether there is anything left to do for one of them. What no field takes goes
/// into `extra`.
#[inline(always)]
fn attributes(
    (node, element): (&Node<'_>, &Record),
    description: &'static Description,
    slots: &mut [Attribute<'_>],
    extra: &mut Extra,
    context: &mut Context<'_>,
) -> bool {
    let document = &node.document;
    let is_root = node.index == context.root;
    let mut declares = (is_root && element.lowest <= node.index)
        || (usize::from(element.prefix_len) != description.prefix.len())
        || (element.prefix_len != 0 && document.prefix(element) != description.prefix);
    let mut is_left = false;
    // Most often, they come in the order of the fields.
    let mut next = 0;
    let first = node.index + 1;
    let records = first as usize..first as usize + usize::from(element.attributes);
    let records = document.records.get(records).unwrap_or_default();
    for (index, record) in (first..).zip(records) {
        if record.kind == Kind::Declaration {
            // Most often it is that of the element.
            let is_own_default = record.prefix_len == 0
                && element.prefix_len == 0
                && (element.namespace == index || document.number(index) == node.number());
            declares |= !is_own_default;
            continue;
        }
        let number = field_of(document, record, description.attributes, next);
        let Some(slot) = slots.get_mut(number) else {
            unknown_attribute(node, index, record, extra, context);
            continue;
        };
        next = number + 1;
        slot.index = index;
        let read = if record.flags & ENCODED == 0 {
            slot.value.read(document.raw_value(record), By::Form)
        } else {
            slot.value.read(&document.value(record), By::Form)
        };
        slot.left = match read {
            Ok(true) => continue,
            Ok(false) => Left::Spelling,
            Err(_) => Left::Fault,
        };
        is_left = true;
    }
    if declares {
        context.declarations(node, description, extra);
    }
    is_left
}

/// The number of the field that an attribute is, most often this one; beyond all if there is none.
#[inline]
fn field_of(
    document: &Document<'_>,
    record: &Record,
    fields: &[AttributeField],
    expected: usize,
) -> usize {
    let key = record.key();
    // Names of up to seven bytes are told apart by their keys.
    let is_it = |field: &AttributeField| {
        field.key == key && (key >> 56 == 0 || is_attribute(document, record, field))
    };
    if fields.get(expected).is_some_and(is_it) {
        return expected;
    }
    let mut number = 0;
    for field in fields {
        if is_it(field) {
            break;
        }
        number += 1;
    }
    number
}

/// Whether an attribute is the one of a field.
#[inline(never)]
fn is_attribute(document: &Document<'_>, record: &Record, field: &AttributeField) -> bool {
    document.is_named(record, field.name)
        && (record.prefix_len == 0) == field.namespace.is_empty()
        && (record.prefix_len == 0 || document.namespace_is(record.namespace, field.namespace))
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

/// Does what is left to do for an attribute.
#[cold]
fn left_attribute(
    node: &Node<'_>,
    description: &'static Description,
    (number, field): (u16, &'static AttributeField),
    slot: &mut Attribute<'_>,
    extra: &mut Extra,
    context: &mut Context<'_>,
) -> Result<(), Error> {
    let Some(record) = node.document.record(slot.index) else {
        return Ok(());
    };
    let text = node.document.value(record);
    if slot.left == Left::Spelling {
        extra.spell(number, text);
        return Ok(());
    }
    // The fault once more: nothing has come of the first.
    let Err(invalid) = slot.value.read(&text, By::Form) else {
        return Ok(());
    };
    invalid_attribute(
        node,
        description,
        (number, field),
        slot,
        extra,
        context,
        &invalid,
    )
}

/// What comes of an attribute whose value is not of its form.
#[cold]
fn invalid_attribute(
    node: &Node<'_>,
    description: &'static Description,
    (number, field): (u16, &'static AttributeField),
    slot: &mut Attribute<'_>,
    extra: &mut Extra,
    context: &mut Context<'_>,
    invalid: &InvalidValue,
) -> Result<(), Error> {
    let Some(record) = node.document.record(slot.index) else {
        return Ok(());
    };
    let text = node.document.value(record);
    let error = invalid_value(
        field.form.expected,
        &text,
        invalid.reason(),
        slot.index,
        record.value_start as usize,
    );
    context.problem_unless(field.strict, error)?;
    if slot.value.read(&text, By::Invalidity).is_err() {
        extra.spell(number, text);
        if field.occurs == Occurs::Once {
            return Err(missing_attribute(node, description, field, context));
        }
    }
    Ok(())
}

/// What comes of the absence of an attribute that must be there, or of which its absence is listed at least.
#[cold]
fn absent(
    node: &Node<'_>,
    description: &'static Description,
    field: &'static AttributeField,
    context: &mut Context<'_>,
) -> Result<(), Error> {
    let error = absent_attribute(node, description, field);
    context.problem_unless(field.strict || field.occurs == Occurs::Once, error)
}

#[cold]
fn missing_attribute(
    node: &Node<'_>,
    description: &'static Description,
    field: &'static AttributeField,
    context: &mut Context<'_>,
) -> Error {
    // It is there but invalid, which has been noted as kept; it is what is wrong.
    let noted = context.report.as_mut().and_then(|r| r.problems.pop());
    noted.unwrap_or_else(|| absent_attribute(node, description, field))
}

#[cold]
fn absent_attribute(
    node: &Node<'_>,
    description: &'static Description,
    field: &'static AttributeField,
) -> Error {
    let kind = ErrorKind::MissingAttribute {
        element: description.element_name(),
        name: field.name,
    };
    Error::placed(kind, node.index, node.offset())
}

/// Reads the text of an element, which is there even if it is empty.
#[inline]
fn text(
    node: &Node<'_>,
    form: &Form,
    is_strict: bool,
    slot: &mut dyn ValueSlot,
    extra: &mut Extra,
    context: &mut Context<'_>,
) -> Result<(), Error> {
    let read = match node.plain_text() {
        Some(text) => slot.read(text, By::Form),
        None => slot.read(&node.text(), By::Form),
    };
    if matches!(read, Ok(true)) {
        return Ok(());
    }
    let text = node.text();
    match read {
        Ok(_) => {
            extra.spell(TEXT, text);
            Ok(())
        }
        Err(invalid) => {
            let error = invalid_text(node, form, &text, &invalid);
            if slot.read(&text, By::Invalidity).is_ok() {
                context.problem_unless(is_strict, error)
            } else {
                Err(error)
            }
        }
    }
}

#[cold]
fn invalid_text(node: &Node<'_>, form: &Form, text: &str, invalid: &InvalidValue) -> Error {
    let offset = node
        .content_records()
        .next()
        .map_or_else(|| node.offset(), |(_, r)| r.start as usize);
    invalid_value(form.expected, text, invalid.reason(), node.index, offset)
}

/// Reads the text of an element, if there is any that means anything.
fn optional_text(
    node: &Node<'_>,
    field: &'static TextField,
    slot: &mut dyn ValueSlot,
    extra: &mut Extra,
    context: &mut Context<'_>,
) -> Result<(), Error> {
    let flags = node.flags();
    if flags & (HAS_TEXT | HAS_BLANK) == 0 {
        return Ok(());
    }
    // White space that says no more than no text would.
    if flags & HAS_TEXT == 0 && field.form.judge(&node.text()) == Fit::Empty {
        extra.spell(TEXT, node.text());
        return Ok(());
    }
    text(node, &field.form, field.strict, slot, extra, context).or_else(|error| {
        context.problem_unless(field.strict, error)?;
        extra.spell(TEXT, node.text());
        Ok(())
    })
}

/// Walks the children of an element and says which field each belongs in.
#[derive(Debug)]
pub(crate) struct Children<'a> {
    node: Node<'a>,
    description: &'static Description,
    /// Of the element.
    flags: u8,
    index: u32,
    end: u32,
    /// The field of the child before that belonged in one.
    last: u16,
    /// The name of that child and its key, if the field takes just that; else the key is 0, which no element has.
    repeated_local: &'static str,
    repeated_key: u32,
    repeated_namespace: u32,
    /// The namespace of the element, by its declaration.
    namespace: u32,
    is_canonical: bool,
    /// Most often there are none.
    faults: Option<Box<Faults>>,
}

/// Children that are not where they should be.
#[derive(Debug, Default)]
struct Faults {
    /// Those that their field could not take; as records, with their fields.
    invalid: Vec<(u32, u16)>,
    /// Those that are there once more than they may be.
    repeated: Vec<u32>,
}

impl<'a> Children<'a> {
    /// Starts before the first child.
    #[must_use]
    pub(crate) fn new(node: Node<'a>, description: &'static Description) -> Self {
        Self::of(node, node.record().unwrap_or(&Record::NOTHING), description)
    }

    /// The same, of a node whose record is at hand.
    #[must_use]
    #[inline]
    fn of(node: Node<'a>, element: &Record, description: &'static Description) -> Self {
        Self {
            node,
            description,
            flags: element.flags,
            index: node.index + 1 + u32::from(element.attributes),
            end: element.next,
            last: 0,
            repeated_local: "",
            repeated_key: 0,
            repeated_namespace: 0,
            namespace: element.namespace,
            is_canonical: true,
            faults: None,
        }
    }

    /// The next child that belongs in a field: the field and where the child is, for [`at`](Self::at).
    #[inline]
    pub(crate) fn step(&mut self) -> Option<(u16, u32)> {
        let document = self.node.document;
        while self.index < self.end {
            let index = self.index;
            let record = document.record(index)?;
            self.index = record.next;
            if record.kind != Kind::Element {
                continue;
            }
            match self.field(index, record) {
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
    pub(crate) fn at(&self, index: u32) -> Node<'a> {
        Node {
            document: self.node.document,
            index,
        }
    }

    /// How many children there are from one on that follow each other and have its name: most often all that go where it goes.
    /// No more than what is worth the while.
    fn alike(&self, first: u32) -> usize {
        const MOST: usize = 64;
        let document = &self.node.document;
        let Some(one) = document.record(first) else {
            return 0;
        };
        let (mut count, mut index) = (1, one.next);
        while index < self.end && count < MOST {
            let Some(record) = document.record(index) else {
                break;
            };
            if record.kind == Kind::Element {
                if record.short_key() != one.short_key() {
                    break;
                }
                count += 1;
            }
            index = record.next;
        }
        count
    }

    /// The field that a child belongs in: like the one before it, or the first that names it, or else the first
    /// that takes anything.
    #[inline]
    fn field(&mut self, index: u32, record: &Record) -> Option<u16> {
        let document = self.node.document;
        let (key, namespace) = (record.short_key(), record.namespace);
        // Most often it is another of the same, whose namespace need not be compared once more.
        if namespace == self.repeated_namespace
            && key == self.repeated_key
            && document.is_named(record, self.repeated_local)
        {
            return Some(self.last);
        }
        self.other_field(index, record)
    }

    fn other_field(&mut self, index: u32, record: &Record) -> Option<u16> {
        let key = record.short_key();
        let fields = self.description.children;
        let may_take = |f: &ChildField| f.key == key || f.key == 0;
        let last = usize::from(self.last);
        let mut found = None;
        // The one before it comes first.
        if fields.get(last).is_some_and(may_take) && self.takes(last, index, record) {
            found = Some(last);
        } else {
            for (number, field) in fields.iter().enumerate() {
                if may_take(field) && self.takes(number, index, record) {
                    found = Some(number);
                    break;
                }
            }
            if found.is_none() && self.description.takes_any {
                let takes = |f: &ChildField| {
                    f.is_open()
                        && (matches!(f.names, Names::Any)
                            || f.names.matches(&self.at(index), &self.node))
                };
                found = fields.iter().position(takes);
            }
        }
        let found = found?;
        if let Some(local) = fields.get(found).and_then(|f| f.names.only_local()) {
            self.repeated_namespace = record.namespace;
            self.repeated_key = key;
            self.repeated_local = local;
        } else {
            self.repeated_key = 0;
        }
        Some(found as u16)
    }

    /// Whether a field that is not open and has the key of a child names it.
    #[inline(never)]
    fn takes(&self, number: usize, index: u32, record: &Record) -> bool {
        let Some(field) = self.description.children.get(number) else {
            return false;
        };
        // In the namespace of its parent, which is known.
        if record.namespace == self.namespace {
            if let (Names::Of(namespaces, Locals::One(name)), Names::Of(own, _)) =
                (&field.names, &self.description.names)
            {
                if namespaces.are_plainly_those_inside(own) {
                    return self.node.document.is_named(record, name);
                }
            }
        }
        field.names.matches(&self.at(index), &self.node)
    }

    /// Steps over all children: for an element that has no field for any.
    #[inline]
    pub(crate) fn skip(&mut self) {
        if self.flags & HAS_ELEMENTS != 0 {
            self.is_canonical = false;
        }
    }

    /// What the fields did not take goes into `extra`, with the order of all if that is not canonical.
    ///
    /// # Errors
    /// What is left cannot be kept within the limits.
    #[inline]
    pub(crate) fn finish(self, extra: &mut Extra, context: &mut Context<'_>) -> Result<(), Error> {
        let flags = self.flags;
        let is_plain = if self.description.text.is_some() {
            flags & HAS_ELEMENTS == 0
        } else {
            flags & HAS_TEXT == 0 && (flags & HAS_BLANK == 0 || flags & HAS_ELEMENTS != 0)
        };
        if self.is_canonical && is_plain && extra.is_none() {
            return Ok(());
        }
        extra.sort_folded(|slot| self.count(slot));
        if self.is_canonical && is_plain && self.faults.is_none() {
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
        let invalid = self.faults.iter().flat_map(|f| &f.invalid);
        let invalid = invalid.filter(|(_, s)| *s == slot).count();
        (children - invalid) as u32
    }

    #[cold]
    fn remember(mut self, extra: &mut Extra, context: &mut Context<'_>) -> Result<(), Error> {
        let faults = self.faults.take().unwrap_or_default();
        let is_field = self.description.text.is_some();
        let keeps_text = self.node.has_own_text();
        let document = self.node.document;
        let mut content = Vec::new();
        // As the first time, so that every child is told to belong in the same field.
        self.last = 0;
        self.repeated_key = 0;
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
            let slot = self.field(index, record);
            self.last = slot.unwrap_or(self.last);
            let invalid = faults.invalid.binary_search_by_key(&index, |(i, _)| *i);
            content.push(match slot {
                Some(slot) if invalid.is_ok() => Item::Invalid(slot, RawElement::from_node(&child)),
                Some(slot) if faults.repeated.binary_search(&index).is_err() => Item::Known(slot),
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
            match item {
                Item::Invalid(slot, raw) if is_known.get(usize::from(*slot)) == Some(&true) => {
                    *item = Item::Unknown(raw.clone());
                }
                _ => {}
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
        let faults = self.faults.get_or_insert_default();
        faults.invalid.push((child.index, slot));
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
        let faults = self.faults.get_or_insert_default();
        faults.repeated.push(child.index);
        Ok(())
    }

    /// Whether a child that its field cannot take costs the element even where such are kept.
    fn is_strict(&self, slot: u16) -> bool {
        let field = self.description.children.get(usize::from(slot));
        field.is_some_and(|f| f.strict)
    }
}

/// Reads a child into the place for it.
#[inline]
fn child(
    children: &mut Children<'_>,
    index: u32,
    number: u16,
    slot: &mut Slot<'_>,
    extra: &mut Extra,
    context: &mut Context<'_>,
) -> Result<(), Error> {
    let Some(field) = children.description.children.get(usize::from(number)) else {
        return Ok(());
    };
    if field.occurs != Occurs::Many && slot.taken != 0 {
        return children.repeat(&children.at(index), number, context);
    }
    let read = match &mut slot.place {
        // As long as there are not too many types inside of each other.
        Place::Element(place) => match context.nesting.checked_sub(1) {
            Some(rest) => {
                if slot.taken == 0 && field.occurs == Occurs::Many && !field.is_open() {
                    place.reserve(children.alike(index));
                }
                context.nesting = rest;
                let read = place.read(children.at(index), context);
                context.nesting = rest + 1;
                read
            }
            None => Err(context.too_nested(&children.at(index))),
        },
        Place::Text(place) => {
            let taken = slot.taken as usize;
            let child = children.at(index);
            leaf(&child, (number, field), taken, &mut **place, extra, context)
        }
        Place::Flag(is_there) => {
            **is_there = true;
            flag(&children.at(index), number, extra, context)?;
            Ok(())
        }
    };
    match read {
        Ok(()) => {
            slot.taken += 1;
            Ok(())
        }
        Err(error) => children.refuse(&children.at(index), number, error, context),
    }
}

/// Notes what a child that is a flag has beside its name.
fn flag(
    child: &Node<'_>,
    number: u16,
    extra: &mut Extra,
    context: &mut Context<'_>,
) -> Result<(), Error> {
    static FLAG: Description = Description::opaque("flag");
    let mut own = Extra::new();
    fieldless(child, &FLAG, &mut own, context)?;
    if !own.is_none() {
        extra.fold(number, 0, None, own);
    }
    Ok(())
}

/// Reads a child whose text is all that there should be.
fn leaf(
    node: &Node<'_>,
    (number, field): (u16, &'static ChildField),
    index: usize,
    slot: &mut dyn ValueSlot,
    extra: &mut Extra,
    context: &mut Context<'_>,
) -> Result<(), Error> {
    let ChildContent::Text(form) = &field.content else {
        return Ok(());
    };
    let mut own = Extra::new();
    text(node, form, field.strict, slot, &mut own, context)?;
    let says_more = |r: &Record| r.attributes != 0 || r.prefix_len != 0;
    if node.flags() & HAS_ELEMENTS != 0 || node.record().is_some_and(says_more) {
        leaf_extra(node, &mut own, context)?;
    }
    if !own.is_none() {
        let text = match field.occurs {
            Occurs::Many => form.canonical(&node.text()),
            _ => None,
        };
        extra.fold(number, index, text.map(String::into_boxed_str), own);
    }
    Ok(())
}

#[cold]
fn leaf_extra(node: &Node<'_>, own: &mut Extra, context: &mut Context<'_>) -> Result<(), Error> {
    static LEAF: Description = Description::leaf();
    fieldless(node, &LEAF, own, context)
}

/// Notes what an element has, of which nothing goes into a field but its text.
fn fieldless(
    node: &Node<'_>,
    description: &'static Description,
    extra: &mut Extra,
    context: &mut Context<'_>,
) -> Result<(), Error> {
    let Some(element) = node.record() else {
        return Ok(());
    };
    attributes((node, element), description, &mut [], extra, context);
    let mut rest = Children::of(*node, element, description);
    rest.skip();
    rest.finish(extra, context)
}

#[cold]
fn missing_child(
    node: &Node<'_>,
    description: &'static Description,
    field: &'static ChildField,
    context: &mut Context<'_>,
) -> Error {
    // One that is there but invalid has been noted as kept; it is what is wrong. Whatever was found within it before
    // stays noted.
    let mut taken = node.children().filter(|c| field.names.matches(c, node));
    if let (Some(child), Some(report)) = (taken.next(), &mut context.report) {
        let records = child.index..child.record().map_or(child.index, |r| r.next);
        let is_of_child = |e: &Error| e.target().is_some_and(|t| records.contains(&t));
        if let Some(at) = report.problems.iter().rposition(is_of_child) {
            return report.problems.remove(at);
        }
    }
    let kind = ErrorKind::MissingChild {
        element: description.element_name(),
        name: field.field,
    };
    Error::placed(kind, node.index, node.offset())
}

/// The number of the variant that a choice is made of, given that the element is one of them.
pub fn choice(node: &Node<'_>, description: &'static Description) -> Option<usize> {
    let mut choices = description.choices.iter();
    choices.position(|choice| choice.names.matches_within_union(node))
}

/// The error for an element that is not what `description` is of.
#[cold]
pub fn wrong_element(node: &Node<'_>, description: &'static Description) -> Error {
    description.wrong_element(node)
}
