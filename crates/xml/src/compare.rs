//! How elements are compared and shown: once for all types, and compiled only where somebody does.

use core::any::Any;
use core::fmt;

use crate::element::{Description, Element};
use crate::extra::{Extra, Unknown};
use crate::raw::RawElement;

/// What is done with fields: a program that only shows values has no code that compares them.
pub trait Way: 'static {
    /// What it takes beside the field.
    type With<'w>;

    /// What comes of it.
    type Outcome;

    /// Does it with one field.
    fn go<T: Any + fmt::Debug + PartialEq>(field: &T, with: Self::With<'_>) -> Self::Outcome;
}

/// Whether the other is a field of the same type with an equal value.
#[derive(Debug)]
#[expect(clippy::exhaustive_structs, reason = "a mark without fields")]
pub struct Compared;

impl Way for Compared {
    type With<'w> = &'w dyn Any;
    type Outcome = bool;

    fn go<T: Any + fmt::Debug + PartialEq>(field: &T, other: &dyn Any) -> bool {
        other.downcast_ref::<T>() == Some(field)
    }
}

/// Passes it on to be shown.
#[derive(Debug)]
#[expect(clippy::exhaustive_structs, reason = "a mark without fields")]
pub struct Shown;

impl Way for Shown {
    type With<'w> = &'w mut dyn FnMut(&dyn fmt::Debug);
    type Outcome = ();

    fn go<T: Any + fmt::Debug + PartialEq>(field: &T, show: &mut dyn FnMut(&dyn fmt::Debug)) {
        show(field);
    }
}

/// A field of a value.
pub trait Field<W: Way> {
    /// Does with it what is to be done.
    fn go(&self, with: W::With<'_>) -> W::Outcome;

    /// The field as one of any type.
    fn as_any(&self) -> &dyn Any;
}

impl<W: Way, T: Any + fmt::Debug + PartialEq> Field<W> for T {
    fn go(&self, with: W::With<'_>) -> W::Outcome {
        W::go(self, with)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// Fields of a value; `None` is an optional one that is empty.
type Fields<'f, W> = [Option<&'f dyn Field<W>>];

/// What is given the fields of a value.
pub trait Visitor<W: Way> {
    /// Takes the fields: the namespace, the local name, the attributes, the text, the child elements, of these what the type has,
    /// each in the order of its [`Description`].
    fn visit(&mut self, fields: &Fields<'_, W>, extra: &Extra);
}

impl<W: Way, F: FnMut(&Fields<'_, W>, &Extra)> Visitor<W> for F {
    fn visit(&mut self, fields: &Fields<'_, W>, extra: &Extra) {
        self(fields, extra);
    }
}

/// An optional field.
#[must_use]
#[inline(never)]
pub fn optional<W: Way, T: Any + fmt::Debug + PartialEq>(
    field: &Option<T>,
) -> Option<&dyn Field<W>> {
    match field {
        Some(_) => Some(field),
        None => None,
    }
}

/// Any other field.
#[must_use]
#[inline(never)]
pub fn given<W: Way, T: Any + fmt::Debug + PartialEq>(field: &T) -> Option<&dyn Field<W>> {
    Some(field)
}

/// Whether two values have equal fields and equal unknown content.
#[must_use]
#[inline(never)]
pub fn equal<T: Element>(one: &T, other: &T) -> bool {
    let mut is_equal = false;
    one.__fields(&mut |fields: &Fields<'_, Compared>, extra: &Extra| {
        other.__fields(&mut |others: &Fields<'_, Compared>, other: &Extra| {
            is_equal = are_equal(fields, others) && extra == other;
        });
    });
    is_equal
}

fn are_equal(fields: &Fields<'_, Compared>, others: &Fields<'_, Compared>) -> bool {
    let mut pairs = fields.iter().zip(others);
    pairs.all(|pair| match pair {
        (None, None) => true,
        (Some(field), Some(other)) => field.go(other.as_any()),
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
    value.__fields(&mut |fields: &Fields<'_, Shown>, extra: &Extra| {
        result = show_fields(T::description(), fields, extra, f);
    });
    result
}

fn show_fields(
    description: &Description,
    fields: &Fields<'_, Shown>,
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
            field.go(&mut |value| {
                shown.field(name, value);
            });
        }
    }
    if extra.has_something_to_show() {
        let is_known = &|raw: &RawElement| {
            let mut is_known = false;
            for field in description.children {
                field.names.each(&mut |namespace, name| {
                    is_known |= raw.is(namespace, name);
                });
            }
            is_known
        };
        shown.field("extra", &Unknown { extra, is_known });
    }
    shown.finish()
}
