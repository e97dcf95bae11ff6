//! How elements are compared and shown: once for all types, and compiled only where somebody does.

use core::any::Any;
use core::fmt;

use crate::element::{Description, Element};
use crate::extra::Extra;

/// A field that can be compared with the same field of another value, and shown.
pub trait Comparable: Any {
    /// The field as one of any type.
    fn as_any(&self) -> &dyn Any;

    /// The field to be shown.
    fn as_debug(&self) -> &dyn fmt::Debug;

    /// Whether the other is a field of the same type with an equal value.
    fn equals(&self, other: &dyn Any) -> bool;
}

impl<T: Any + fmt::Debug + PartialEq> Comparable for T {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn as_debug(&self) -> &dyn fmt::Debug {
        self
    }

    fn equals(&self, other: &dyn Any) -> bool {
        other.downcast_ref::<Self>() == Some(self)
    }
}

/// Fields of a value; `None` is an optional one that is empty.
type Fields<'f> = [Option<&'f dyn Comparable>];

/// What is given the fields of a value.
pub trait Visitor {
    /// Takes the fields: the namespace, the local name, the attributes, the text, the child elements, of these what the type has,
    /// each in the order of its [`Description`].
    fn visit(&mut self, fields: &Fields<'_>, extra: &Extra);
}

impl<F: FnMut(&Fields<'_>, &Extra)> Visitor for F {
    fn visit(&mut self, fields: &Fields<'_>, extra: &Extra) {
        self(fields, extra);
    }
}

/// An optional field.
#[must_use]
#[inline(never)]
pub fn optional<T: Any + fmt::Debug + PartialEq>(field: &Option<T>) -> Option<&dyn Comparable> {
    match field {
        Some(_) => Some(field),
        None => None,
    }
}

/// Any other field.
#[must_use]
#[inline(never)]
pub fn given<T: Any + fmt::Debug + PartialEq>(field: &T) -> Option<&dyn Comparable> {
    Some(field)
}

/// Whether two values have equal fields and equal unknown content.
#[must_use]
#[inline(never)]
pub fn equal<T: Element>(one: &T, other: &T) -> bool {
    let mut is_equal = false;
    one.__fields(&mut |fields: &Fields<'_>, extra: &Extra| {
        other.__fields(&mut |others: &Fields<'_>, other: &Extra| {
            is_equal = are_equal(fields, others) && extra == other;
        });
    });
    is_equal
}

fn are_equal(fields: &Fields<'_>, others: &Fields<'_>) -> bool {
    let mut pairs = fields.iter().zip(others);
    pairs.all(|pair| match pair {
        (None, None) => true,
        (Some(field), Some(other)) => field.equals(other.as_any()),
        _ => false,
    })
}

/// Shows a value as a struct, without fields that are `None` and without an [`Extra`] in which there is nothing.
///
/// # Errors
/// Only those of the formatter.
#[inline(never)]
pub fn show<T: Element>(value: &T, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut result = Ok(());
    value.__fields(&mut |fields: &Fields<'_>, extra: &Extra| {
        result = show_fields(T::description(), fields, extra, f);
    });
    result
}

fn show_fields(
    description: &Description,
    fields: &Fields<'_>,
    extra: &Extra,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let names = description.namespace_field.into_iter();
    let names = names
        .chain(description.name_field)
        .chain(description.attributes.iter().map(|field| field.field))
        .chain(description.text.as_ref().map(|field| field.field))
        .chain(description.children.iter().map(|field| field.field));
    let mut shown = f.debug_struct(description.type_name);
    for (name, field) in names.zip(fields) {
        if let Some(field) = field {
            shown.field(name, field.as_debug());
        }
    }
    if extra.has_something_to_show() {
        shown.field("extra", extra);
    }
    shown.finish()
}
