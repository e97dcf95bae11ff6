//! Elements: the types that stand for them, their names and descriptions.

use alloc::boxed::Box;
use alloc::string::String;

use crate::chars::{self, is_same_name};
use crate::compare::{Visitor, Way};
use crate::error::{Error, ErrorKind};
use crate::node::Node;
use crate::read::Context;
use crate::registry::Place;
use crate::tape::PREFIXED;
use crate::value::Form;
use crate::writer::Writer;

/// A type that stands for an element, or for one of several. Implemented by `#[derive(Xml)]`.
///
/// For every element that [`read`](Self::read) accepts, [`write`](Self::write) gives back one with the same infoset.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an element",
    label = "needs a type that stands for elements: `xmpp_xml::Element`",
    note = "a struct or an enum that derives `Xml` is one, and `RawElement` for any; a child of which only the text matters is `#[xml(child_text)]`"
)]
pub trait Element: Sized {
    /// The names of the elements that this type stands for.
    const NAMES: Names;

    /// The structure of the element, for tools.
    fn description() -> &'static Description;

    /// Reads the element at `node`, which must have one of the [`NAMES`](Self::NAMES).
    ///
    /// # Errors
    /// Something that the type requires is missing or invalid.
    fn read(node: Node<'_>, context: &mut Context<'_>) -> Result<Self, Error>;

    /// Writes the element. The writer keeps the first error.
    fn write(&self, writer: &mut Writer);

    /// Passes on the fields, to be compared or shown.
    #[doc(hidden)]
    fn __fields<W: Way>(&self, visitor: &mut dyn Visitor<W>) {
        let _ = visitor;
    }

    /// Exchanges the value of a field, counted from 0; `false` if there are not so many.
    #[cfg(feature = "arbitrary")]
    #[doc(hidden)]
    fn __exchange(&mut self, other: &mut Self, index: usize) -> bool {
        let _ = (other, index);
        false
    }
}

impl<T: Element> Element for Box<T> {
    const NAMES: Names = T::NAMES;

    fn description() -> &'static Description {
        T::description()
    }

    fn read(node: Node<'_>, context: &mut Context<'_>) -> Result<Self, Error> {
        T::read(node, context).map(Self::new)
    }

    fn write(&self, writer: &mut Writer) {
        (**self).write(writer);
    }

    #[cfg(feature = "arbitrary")]
    fn __exchange(&mut self, other: &mut Self, index: usize) -> bool {
        (**self).__exchange(other, index)
    }
}

/// The elements that a type stands for.
#[derive(Clone, Copy, Debug)]
#[expect(
    clippy::exhaustive_enums,
    reason = "the derive makes them in the user's crate, and tools take them apart"
)]
pub enum Names {
    /// Elements by namespace and local name.
    Of(Namespaces, Locals),
    /// The elements of several types.
    Union(&'static [&'static Self]),
    /// Any element.
    Any,
}

/// The namespaces that an element of a type may be in.
#[derive(Clone, Copy, Debug)]
#[expect(
    clippy::exhaustive_enums,
    reason = "the derive makes them in the user's crate, and tools take them apart"
)]
pub enum Namespaces {
    /// This namespace.
    One(&'static str),
    /// One of these; a field holds it.
    OneOf(&'static [&'static str]),
    /// Any namespace: the local name alone determines the element.
    Any,
    /// The parent's namespace if it is one of these or none are listed; otherwise the first.
    Parent(&'static [&'static str]),
}

/// The local names that an element of a type may have.
#[derive(Clone, Copy, Debug)]
#[expect(
    clippy::exhaustive_enums,
    reason = "the derive makes them in the user's crate, and tools take them apart"
)]
pub enum Locals {
    /// This name.
    One(&'static str),
    /// One of these; a field holds it.
    OneOf(&'static [&'static str]),
    /// Any name, including these; a field holds it.
    Any(&'static [&'static str]),
}

impl Names {
    /// Whether the element at `node`, the child of `parent`, is meant.
    #[inline]
    pub(crate) fn matches(&self, node: &Node<'_>, parent: &Node<'_>) -> bool {
        match self {
            Self::Of(namespaces, locals) => {
                locals.match_node(node)
                    && match namespaces {
                        Namespaces::One(name) => node.namespace_is(name),
                        Namespaces::OneOf(names) => names.iter().any(|n| node.namespace_is(n)),
                        Namespaces::Any => true,
                        Namespaces::Parent([first, ..])
                            if !namespaces.list().iter().any(|n| parent.namespace_is(n)) =>
                        {
                            node.namespace_is(first)
                        }
                        Namespaces::Parent(_) => same_namespace(node, parent),
                    }
            }
            Self::Union(all) => all.iter().any(|names| names.matches(node, parent)),
            Self::Any => true,
        }
    }

    /// Whether the element at `node`, which has no parent, is meant.
    #[inline]
    pub(crate) fn matches_alone(&self, node: &Node<'_>) -> bool {
        match self {
            Self::Of(Namespaces::One(namespace), Locals::One(name)) => node.is(namespace, name),
            Self::Of(Namespaces::OneOf(namespaces), Locals::One(name)) => {
                node.is_named(name) && namespaces.iter().any(|n| node.namespace_is(n))
            }
            // The names are many, the namespace is one.
            Self::Of(Namespaces::One(namespace), locals) => {
                node.namespace_is(namespace) && locals.match_node(node)
            }
            _ => self.matches_any_alone(node),
        }
    }

    #[inline(never)]
    fn matches_any_alone(&self, node: &Node<'_>) -> bool {
        self.matches_name(node.name(), &|namespace| node.namespace_is(namespace))
    }

    /// Whether an element without a parent is meant that has this local name; `is_in` says whether a namespace is its.
    pub(crate) fn matches_name(&self, name: &str, is_in: &impl Fn(&str) -> bool) -> bool {
        match self {
            Self::Of(namespaces, locals) => {
                locals.matches(name)
                    && match namespaces {
                        Namespaces::One(name) => is_in(name),
                        Namespaces::OneOf(names) => names.iter().any(|n| is_in(n)),
                        Namespaces::Any => true,
                        Namespaces::Parent(names) => names.first().is_some_and(|n| is_in(n)),
                    }
            }
            Self::Union(all) => all.iter().any(|names| names.matches_name(name, is_in)),
            Self::Any => true,
        }
    }

    /// Whether a child of an element in the namespace `parent` is meant that has this local name; `is_in` says whether a
    /// namespace is its.
    #[cfg(feature = "serde")]
    pub(crate) fn matches_inside(
        &self,
        name: &str,
        parent: &str,
        is_in: &impl Fn(&str) -> bool,
    ) -> bool {
        match self {
            Self::Of(Namespaces::Parent(names), locals)
                if names.is_empty() || names.contains(&parent) =>
            {
                locals.matches(name) && is_in(parent)
            }
            Self::Union(all) => all
                .iter()
                .any(|names| names.matches_inside(name, parent, is_in)),
            _ => self.matches_name(name, is_in),
        }
    }

    /// Whether the element at `node` is meant, given that the union that this belongs to has matched.
    pub(crate) fn matches_within_union(&self, node: &Node<'_>) -> bool {
        match self {
            Self::Of(Namespaces::Parent(names), locals) => {
                locals.matches(node.name())
                    && (names.is_empty() || names.iter().any(|n| node.namespace_is(n)))
            }
            Self::Union(all) => all.iter().any(|names| names.matches_within_union(node)),
            _ => self.matches_alone(node),
        }
    }

    /// The local name, if there is just one.
    #[inline]
    pub(crate) fn only_local(&self) -> Option<&'static str> {
        match self {
            Self::Of(_, Locals::One(local)) => Some(local),
            _ => None,
        }
    }

    /// The key that a record of the element has; 0 where there is not just one local name.
    pub(crate) const fn key(&self) -> u32 {
        match self {
            Self::Of(_, Locals::One(name)) => {
                chars::short_key(chars::key(name.as_bytes()), name.len() as u32)
            }
            _ => 0,
        }
    }

    /// Whether it takes whatever no other name takes.
    pub(crate) const fn is_open(&self) -> bool {
        match self {
            Self::Of(_, Locals::Any(_)) | Self::Any => true,
            Self::Of(..) => false,
            Self::Union(all) => {
                let mut rest: &[&Self] = all;
                while let [first, tail @ ..] = rest {
                    if first.is_open() {
                        return true;
                    }
                    rest = tail;
                }
                false
            }
        }
    }

    /// Only those of these elements that have this local name.
    #[doc(hidden)]
    #[must_use]
    pub const fn named(self, local: &'static str) -> Self {
        match self {
            Self::Of(namespaces, _) => Self::Of(namespaces, Locals::One(local)),
            Self::Union(_) | Self::Any => Self::Of(Namespaces::Any, Locals::One(local)),
        }
    }

    /// Calls `f` with each listed pair of namespace and local name.
    pub fn each(&self, f: &mut dyn FnMut(&'static str, &'static str)) {
        match self {
            Self::Of(namespaces, locals) => {
                for namespace in namespaces.list() {
                    for local in locals.list() {
                        f(namespace, local);
                    }
                }
            }
            Self::Union(all) => all.iter().for_each(|names| names.each(f)),
            Self::Any => {}
        }
    }
}

/// In the place of a key: that of a field that takes whatever no other field takes. No element has it.
const OPEN: u32 = 1;

impl Namespaces {
    /// Whether a child of these namespaces is meant wherever it is in the namespace of its parent, which is one of `own`: a quick
    /// answer, which sees that two constants are the same, not that two texts are.
    #[inline]
    pub(crate) fn are_plainly_those_inside(&self, own: &Self) -> bool {
        match (self, own) {
            (Self::One(name), Self::One(own)) => core::ptr::eq(*name, *own),
            (Self::Parent(names), Self::OneOf(own)) => {
                names.len() == own.len()
                    && names.iter().zip(*own).all(|(a, b)| core::ptr::eq(*a, *b))
            }
            _ => false,
        }
    }

    pub(crate) fn list(&self) -> &[&'static str] {
        match self {
            Self::One(name) => core::slice::from_ref(name),
            Self::OneOf(names) | Self::Parent(names) => names,
            Self::Any => &[],
        }
    }
}

impl Locals {
    pub(crate) fn list(&self) -> &[&'static str] {
        match self {
            Self::One(name) => core::slice::from_ref(name),
            Self::OneOf(names) | Self::Any(names) => names,
        }
    }

    #[inline]
    fn match_node(&self, node: &Node<'_>) -> bool {
        match self {
            Self::One(name) => node.is_named(name),
            Self::OneOf(names) => names.iter().any(|name| node.is_named(name)),
            Self::Any(_) => true,
        }
    }

    #[inline]
    fn matches(&self, local: &str) -> bool {
        match self {
            Self::One(name) => is_same_name(name, local),
            Self::OneOf(names) => names.contains(&local),
            Self::Any(_) => true,
        }
    }
}

/// Whether a child and its parent are in the same namespace.
fn same_namespace(a: &Node<'_>, b: &Node<'_>) -> bool {
    match (a.record(), b.record()) {
        (Some(x), Some(y)) => {
            x.namespace == y.namespace
                || a.document.number(x.namespace) == b.document.number(y.namespace)
        }
        _ => false,
    }
}

/// The structure of an element, for tools: what the derive knows about a type.
#[derive(Debug)]
#[non_exhaustive]
pub struct Description {
    /// The name of the Rust type; `Type::Variant` for a variant that has the fields of an element in place.
    pub type_name: &'static str,
    /// The names of the element.
    pub names: Names,
    /// The prefix that the element is written with; empty if none.
    pub prefix: &'static str,
    /// The field that holds the namespace, if any.
    pub namespace_field: Option<&'static str>,
    /// The field that holds the local name, if any.
    pub name_field: Option<&'static str>,
    /// The fields that are attributes.
    pub attributes: &'static [AttributeField],
    /// The fields that are child elements, in the order in which they are written.
    pub children: &'static [ChildField],
    /// The field that is the text content, if any.
    pub text: Option<TextField>,
    /// The types of a choice.
    pub choices: &'static [Choice],
    /// Where the element may stand, as [registered](crate::registry!) by its area. `None` if it is not registered.
    pub places: Option<&'static [Place]>,
    /// Whether there is an attribute that must be there.
    pub(crate) requires_attributes: bool,
    /// Whether there is a child element that must be there.
    pub(crate) requires_children: bool,
    /// Whether there is a text to read, or a child that must be there.
    pub(crate) has_remainder: bool,
    /// Whether a field takes whatever no other field takes.
    pub(crate) takes_any: bool,
    /// The tags, where the local name is the only one and there is no prefix.
    pub(crate) tags: Option<Tags>,
}

/// The beginning of a start tag and the end tag, ready to be written: `<name` and `</name>`.
#[derive(Debug)]
pub(crate) struct Tags {
    pub(crate) start: &'static str,
    pub(crate) end: &'static str,
}

/// One of the types of a choice.
#[derive(Debug)]
#[non_exhaustive]
pub struct Choice {
    /// The name of the variant, or its key in JSON if that is another.
    pub variant: &'static str,
    /// The names of its elements.
    pub names: Names,
    /// The structure of its elements.
    pub description: fn() -> &'static Description,
}

impl Choice {
    #[doc(hidden)]
    #[must_use]
    pub const fn new(
        variant: &'static str,
        names: Names,
        description: fn() -> &'static Description,
    ) -> Self {
        Self {
            variant,
            names,
            description,
        }
    }
}

/// A field that is an attribute.
#[derive(Debug)]
#[non_exhaustive]
pub struct AttributeField {
    /// The name of the field, or its key in JSON if that is another.
    pub field: &'static str,
    /// The namespace of the attribute; empty if none.
    pub namespace: &'static str,
    /// Its local name.
    pub name: &'static str,
    /// The form of its value.
    pub form: Form,
    /// How often it occurs.
    pub occurs: Occurs,
    /// Whether an invalid value makes the element unreadable even if invalid values are [kept](crate::Invalid::Keep).
    pub strict: bool,
    /// What is written before the value: ` name='`.
    pub(crate) opening: &'static str,
    /// The key that a record of it has.
    pub(crate) key: u64,
    /// The prefix that it is written with where that is free; empty where there is no choice.
    pub(crate) prefix: &'static str,
}

/// A field that is a child element.
#[derive(Debug)]
#[non_exhaustive]
pub struct ChildField {
    /// The name of the field, or its key in JSON if that is another.
    pub field: &'static str,
    /// The names of the element.
    pub names: Names,
    /// How often it occurs.
    pub occurs: Occurs,
    /// What it is read as.
    pub content: ChildContent,
    /// Whether an invalid or repeated one makes the element unreadable even if invalid values are
    /// [kept](crate::Invalid::Keep).
    pub strict: bool,
    /// The key that a record of it has; 0 where there is not just one name, [`OPEN`] where it takes whatever no other field takes.
    pub(crate) key: u32,
    /// The tags of a text or a flag.
    pub(crate) tags: Option<Tags>,
}

/// What a child element is read as.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum ChildContent {
    /// A type of its own.
    Element(fn() -> &'static Description),
    /// Its text, in this form.
    Text(Form),
    /// Its presence.
    Flag,
}

/// The field that is the text content.
#[derive(Debug)]
#[non_exhaustive]
pub struct TextField {
    /// The name of the field, or its key in JSON if that is another.
    pub field: &'static str,
    /// The form of the text.
    pub form: Form,
    /// Whether it is required.
    pub occurs: Occurs,
    /// Whether an invalid text makes the element unreadable even if invalid values are [kept](crate::Invalid::Keep).
    pub strict: bool,
}

/// How often an attribute, child element or text occurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(clippy::exhaustive_enums, reason = "there is no other cardinality")]
pub enum Occurs {
    /// Exactly once.
    Once,
    /// Exactly once; possibly missing if invalid values are [kept](crate::Invalid::Keep).
    Expected,
    /// At most once.
    Optional,
    /// At most once; if missing, the field has its default.
    Default,
    /// Any number of times.
    Many,
}

impl Description {
    #[doc(hidden)]
    #[must_use]
    pub const fn new(
        type_name: &'static str,
        names: Names,
        attributes: &'static [AttributeField],
        children: &'static [ChildField],
        text: Option<TextField>,
    ) -> Self {
        Self {
            attributes,
            children,
            has_remainder: text.is_some() || are_required(children),
            text,
            requires_attributes: is_any_required(attributes),
            requires_children: are_required(children),
            takes_any: is_any_open(children),
            ..Self::bare(type_name, names)
        }
    }

    /// The same element, whose namespace and local name are in these fields.
    #[doc(hidden)]
    #[must_use]
    pub const fn told_by(
        mut self,
        namespace_field: Option<&'static str>,
        name_field: Option<&'static str>,
    ) -> Self {
        self.namespace_field = namespace_field;
        self.name_field = name_field;
        self
    }

    /// The same, written with these tags.
    #[doc(hidden)]
    #[must_use]
    pub const fn tagged(mut self, start: &'static str, end: &'static str) -> Self {
        self.tags = Some(Tags { start, end });
        self
    }

    /// The same, written with a prefix.
    #[doc(hidden)]
    #[must_use]
    pub const fn prefixed(mut self, prefix: &'static str) -> Self {
        self.prefix = prefix;
        self
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn choice(type_name: &'static str, names: Names, choices: &'static [Choice]) -> Self {
        Self {
            choices,
            ..Self::bare(type_name, names)
        }
    }

    /// An element of which nothing is known but that it is one.
    pub(crate) const fn opaque(type_name: &'static str) -> Self {
        Self::bare(type_name, Names::Any)
    }

    /// Without any fields.
    const fn bare(type_name: &'static str, names: Names) -> Self {
        Self {
            type_name,
            names,
            prefix: "",
            namespace_field: None,
            name_field: None,
            attributes: &[],
            children: &[],
            text: None,
            choices: &[],
            places: None,
            requires_attributes: false,
            requires_children: false,
            has_remainder: false,
            takes_any: false,
            tags: None,
        }
    }

    /// The same element, registered for these places.
    #[doc(hidden)]
    #[must_use]
    pub const fn placed(mut self, places: Option<&'static [Place]>) -> Self {
        self.places = places;
        self
    }

    /// Whether the element at `node`, which has one of these names, may stand in a place; also `true` if it is not
    /// registered. For a choice, the chosen type decides.
    #[must_use]
    pub fn stands_in(&self, node: &Node<'_>, place: Place) -> bool {
        if let Some(places) = self.places {
            return places.contains(&place);
        }
        let mut choices = self.choices.iter();
        let choice = choices.find(|choice| choice.names.matches_within_union(node));
        choice.is_none_or(|choice| (choice.description)().stands_in(node, place))
    }

    /// An element that has text and nothing else.
    pub(crate) const fn leaf() -> Self {
        let text = TextField {
            field: "text",
            form: Form::of::<String>(),
            occurs: Occurs::Once,
            strict: false,
        };
        Self {
            text: Some(text),
            ..Self::opaque("leaf")
        }
    }

    /// The name of the element in errors: its local name if it has just one, otherwise that of the type.
    #[must_use]
    pub fn element_name(&self) -> &'static str {
        match self.names {
            Names::Of(_, Locals::One(name)) => name,
            _ => self.type_name,
        }
    }

    #[cold]
    pub(crate) fn wrong_element(&self, node: &Node<'_>) -> Error {
        let kind = ErrorKind::WrongElement {
            expected: self.element_name(),
            namespace: Box::from(node.namespace()),
            name: Box::from(node.name()),
        };
        Error::placed(kind, node.index, node.offset())
    }
}

const fn is_any_required(mut fields: &[AttributeField]) -> bool {
    while let [first, rest @ ..] = fields {
        if matches!(first.occurs, Occurs::Once | Occurs::Expected) {
            return true;
        }
        fields = rest;
    }
    false
}

const fn are_required(mut fields: &[ChildField]) -> bool {
    while let [first, rest @ ..] = fields {
        if matches!(first.occurs, Occurs::Once) {
            return true;
        }
        fields = rest;
    }
    false
}

const fn is_any_open(mut fields: &[ChildField]) -> bool {
    while let [first, rest @ ..] = fields {
        if first.is_open() {
            return true;
        }
        fields = rest;
    }
    false
}

impl AttributeField {
    #[doc(hidden)]
    #[must_use]
    pub const fn new(
        field: &'static str,
        namespace: &'static str,
        name: &'static str,
        opening: &'static str,
        form: Form,
        occurs: Occurs,
    ) -> Self {
        Self {
            field,
            namespace,
            name,
            form,
            occurs,
            strict: false,
            opening,
            key: if namespace.is_empty() {
                chars::key(name.as_bytes())
            } else {
                chars::key(name.as_bytes()) | PREFIXED
            },
            prefix: "",
        }
    }

    /// The same in a namespace, which this prefix is to be bound to.
    #[doc(hidden)]
    #[must_use]
    pub const fn prefixed(mut self, prefix: &'static str) -> Self {
        self.prefix = prefix;
        self
    }

    /// The same, of which an invalid value is never kept.
    #[doc(hidden)]
    #[must_use]
    pub const fn strict(mut self) -> Self {
        self.strict = true;
        self
    }
}

impl ChildField {
    #[doc(hidden)]
    #[must_use]
    pub const fn new(
        field: &'static str,
        names: Names,
        occurs: Occurs,
        content: ChildContent,
    ) -> Self {
        Self {
            field,
            names,
            occurs,
            content,
            strict: false,
            key: if names.is_open() { OPEN } else { names.key() },
            tags: None,
        }
    }

    /// Whether it takes whatever no other field takes.
    pub(crate) const fn is_open(&self) -> bool {
        self.key == OPEN
    }

    /// The same, written with these tags.
    #[doc(hidden)]
    #[must_use]
    pub const fn tagged(mut self, start: &'static str, end: &'static str) -> Self {
        self.tags = Some(Tags { start, end });
        self
    }

    /// The same, of which none that is invalid or repeated is ever kept.
    #[doc(hidden)]
    #[must_use]
    pub const fn strict(mut self) -> Self {
        self.strict = true;
        self
    }
}

impl TextField {
    #[doc(hidden)]
    #[must_use]
    pub const fn new(field: &'static str, form: Form, occurs: Occurs) -> Self {
        Self {
            field,
            form,
            occurs,
            strict: false,
        }
    }

    /// The same field, whose invalid text is never kept.
    #[doc(hidden)]
    #[must_use]
    pub const fn strict(mut self) -> Self {
        self.strict = true;
        self
    }
}
