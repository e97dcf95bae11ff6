//! Fields as objects: what lets one function read, and another write, the fields of all types.
//!
//! The code of a type hands over places for its fields, or its fields, and nothing else; so there is code for each type of a
//! value, not for each field of each element.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::element::Element;
use crate::error::Error;
use crate::node::Node;
use crate::read::Context;
use crate::value::{InvalidValue, Value};
use crate::writer::Writer;

/// A place for what a text is read as: `Option<T>`, or `Vec<T>` for a field of many.
pub trait ValueSlot {
    /// Reads a text; returns whether the value alone determines how it was spelt. An invalid text is read as the value that
    /// represents it, if that is wanted and there is one.
    ///
    /// # Errors
    /// There is no value. Nothing has changed then.
    fn read(&mut self, text: &str, by: By) -> Result<bool, InvalidValue>;
}

/// How a text is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(clippy::exhaustive_enums, reason = "there is no third way")]
pub enum By {
    /// By its form.
    Form,
    /// As one that is not of the form.
    Invalidity,
}

impl<T: Value> ValueSlot for Option<T> {
    fn read(&mut self, text: &str, by: By) -> Result<bool, InvalidValue> {
        if by == By::Invalidity {
            return kept(text).map(|value| place(self, value)).map(|()| true);
        }
        match T::parse(text) {
            Ok(value) => {
                let is_canonical = value.is_canonical(text);
                place(self, value);
                Ok(is_canonical)
            }
            Err(invalid) => Err(invalid),
        }
    }
}

impl<T: Value> ValueSlot for Vec<T> {
    fn read(&mut self, text: &str, by: By) -> Result<bool, InvalidValue> {
        if by == By::Invalidity {
            return kept(text).map(|value| self.push(value)).map(|()| true);
        }
        let value = T::parse(text)?;
        let is_canonical = value.is_canonical(text);
        self.push(value);
        Ok(is_canonical)
    }
}

#[cold]
fn kept<T: Value>(text: &str) -> Result<T, InvalidValue> {
    T::invalid(text).ok_or_else(InvalidValue::new)
}

/// A place for the value of an attribute whose absence means the default.
#[expect(
    missing_debug_implementations,
    reason = "it lives for one call of the derive's code"
)]
#[expect(
    clippy::exhaustive_structs,
    reason = "the derive makes them in the user's crate"
)]
pub struct Defaulted<'a, T>(pub &'a mut T);

impl<T: Value + Default + PartialEq> ValueSlot for Defaulted<'_, T> {
    fn read(&mut self, text: &str, by: By) -> Result<bool, InvalidValue> {
        if by == By::Invalidity {
            return kept(text).map(|value| *self.0 = value).map(|()| true);
        }
        let value = T::parse(text)?;
        // A default that is spelt out is remembered.
        let is_plain = value.is_canonical(text) && value != T::default();
        *self.0 = value;
        Ok(is_plain)
    }
}

/// A place for what an element is read as: `Option<T>`, or `Vec<T>` for a field of many.
pub trait ElementSlot {
    /// Reads an element.
    ///
    /// # Errors
    /// It cannot be read as the type. Nothing has changed then.
    fn read(&mut self, node: Node<'_>, context: &mut Context<'_>) -> Result<(), Error>;

    /// Makes room for so many, if there is room for more than one at all.
    fn reserve(&mut self, count: usize) {
        let _ = count;
    }
}

impl<T: Element> ElementSlot for Option<T> {
    fn read(&mut self, node: Node<'_>, context: &mut Context<'_>) -> Result<(), Error> {
        place(self, T::read(node, context)?);
        Ok(())
    }
}

impl<T: Element> ElementSlot for Vec<T> {
    fn read(&mut self, node: Node<'_>, context: &mut Context<'_>) -> Result<(), Error> {
        self.push(T::read(node, context)?);
        Ok(())
    }

    fn reserve(&mut self, count: usize) {
        self.reserve_exact(count);
    }
}

/// Puts a value into a place that is empty, without code for what might have been there.
#[inline]
fn place<T>(place: &mut Option<T>, value: T) {
    core::mem::forget(place.replace(value));
}

/// A value to be written.
pub trait AnyValue {
    /// The canonical text, if it need not be put together.
    fn whole(&self) -> Option<&str>;

    /// Writes the canonical text.
    fn put(&self, out: &mut dyn fmt::Write) -> fmt::Result;
}

impl<T: Value> AnyValue for T {
    fn whole(&self) -> Option<&str> {
        self.as_text()
    }

    fn put(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        self.write(out)
    }
}

impl dyn AnyValue + '_ {
    pub(crate) fn canonical(&self) -> String {
        let mut out = String::new();
        let _ = self.put(&mut out);
        out
    }
}

/// Values to be written, each as the text of a child element.
pub trait Values {
    /// How many there are.
    fn count(&self) -> usize;

    /// One of them.
    fn at(&self, index: usize) -> Option<&dyn AnyValue>;
}

impl<T: Value> Values for Vec<T> {
    fn count(&self) -> usize {
        self.len()
    }

    fn at(&self, index: usize) -> Option<&dyn AnyValue> {
        self.get(index).map(|value| value as &dyn AnyValue)
    }
}

/// The elements of a field to be written: `T`, `Option<T>` or `Vec<T>`.
pub trait Elements {
    /// Writes the one of this number; `false` if there are not so many.
    fn write(&self, number: usize, writer: &mut Writer) -> bool;

    /// The field, if there are any.
    fn given(&self) -> Option<&dyn Elements>
    where
        Self: Sized;
}

impl<T: Element> Elements for T {
    fn write(&self, number: usize, writer: &mut Writer) -> bool {
        let is_it = number == 0;
        if is_it {
            Element::write(self, writer);
        }
        is_it
    }

    #[inline(always)]
    fn given(&self) -> Option<&dyn Elements> {
        Some(self)
    }
}

impl<T: Element> Elements for Option<T> {
    fn write(&self, number: usize, writer: &mut Writer) -> bool {
        match self {
            Some(element) => Elements::write(element, number, writer),
            None => false,
        }
    }

    #[inline(always)]
    fn given(&self) -> Option<&dyn Elements> {
        match self {
            Some(element) => Some(element),
            None => None,
        }
    }
}

impl<T: Element> Elements for Vec<T> {
    fn write(&self, number: usize, writer: &mut Writer) -> bool {
        match self.get(number) {
            Some(element) => {
                Element::write(element, writer);
                true
            }
            None => false,
        }
    }

    #[inline(always)]
    fn given(&self) -> Option<&dyn Elements> {
        if self.is_empty() { None } else { Some(self) }
    }
}
