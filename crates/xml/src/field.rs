//! Fields as objects: what lets one function read, and another write, the fields of all types.
//!
//! The code of a type hands over places for its fields, or its fields, and nothing else; so there is code for each type of a
//! value, not for each field of each element.

use alloc::boxed::Box;
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
    /// Reads a text; says whether the value alone tells how it was spelt.
    ///
    /// # Errors
    /// The text is not of the form. Nothing has changed then.
    fn read(&mut self, text: &str) -> Result<bool, InvalidValue>;

    /// Takes what stands for a text that is not of the form; `false` if nothing does.
    fn keep(&mut self, text: &str) -> bool;

    /// Whether there is no room for another.
    fn is_full(&self) -> bool;

    /// What was read last: its place among the others, and its text where there may be others.
    fn last(&self) -> (usize, Option<Box<str>>);
}

impl<T: Value> ValueSlot for Option<T> {
    fn read(&mut self, text: &str) -> Result<bool, InvalidValue> {
        let value = T::parse(text)?;
        let is_canonical = value.is_canonical(text);
        *self = Some(value);
        Ok(is_canonical)
    }

    fn keep(&mut self, text: &str) -> bool {
        *self = T::invalid(text);
        self.is_some()
    }

    fn is_full(&self) -> bool {
        self.is_some()
    }

    fn last(&self) -> (usize, Option<Box<str>>) {
        (0, None)
    }
}

impl<T: Value> ValueSlot for Vec<T> {
    fn read(&mut self, text: &str) -> Result<bool, InvalidValue> {
        let value = T::parse(text)?;
        let is_canonical = value.is_canonical(text);
        self.push(value);
        Ok(is_canonical)
    }

    fn keep(&mut self, text: &str) -> bool {
        let value = T::invalid(text);
        let is_there = value.is_some();
        self.extend(value);
        is_there
    }

    fn is_full(&self) -> bool {
        false
    }

    fn last(&self) -> (usize, Option<Box<str>>) {
        let text = self
            .as_slice()
            .last()
            .map(|value| value.to_text().into_boxed_str());
        (self.len().saturating_sub(1), text)
    }
}

/// A place for the value of an attribute whose absence means the default.
#[expect(
    missing_debug_implementations,
    reason = "it lives for one call of the derive's code"
)]
pub struct Defaulted<'a, T>(pub &'a mut T);

impl<T: Value + Default + PartialEq> ValueSlot for Defaulted<'_, T> {
    fn read(&mut self, text: &str) -> Result<bool, InvalidValue> {
        let value = T::parse(text)?;
        // A default that is spelt out is remembered.
        let is_plain = value.is_canonical(text) && value != T::default();
        *self.0 = value;
        Ok(is_plain)
    }

    fn keep(&mut self, text: &str) -> bool {
        T::invalid(text).map(|value| *self.0 = value).is_some()
    }

    fn is_full(&self) -> bool {
        true
    }

    fn last(&self) -> (usize, Option<Box<str>>) {
        (0, None)
    }
}

/// A place for what an element is read as: `Option<T>`, or `Vec<T>` for a field of many.
pub trait ElementSlot {
    /// Reads an element.
    ///
    /// # Errors
    /// It cannot be read as the type. Nothing has changed then.
    fn read(&mut self, node: Node<'_>, context: &mut Context<'_>) -> Result<(), Error>;

    /// Whether there is no room for another.
    fn is_full(&self) -> bool;
}

impl<T: Element> ElementSlot for Option<T> {
    fn read(&mut self, node: Node<'_>, context: &mut Context<'_>) -> Result<(), Error> {
        *self = Some(T::read(node, context)?);
        Ok(())
    }

    fn is_full(&self) -> bool {
        self.is_some()
    }
}

impl<T: Element> ElementSlot for Vec<T> {
    fn read(&mut self, node: Node<'_>, context: &mut Context<'_>) -> Result<(), Error> {
        self.push(T::read(node, context)?);
        Ok(())
    }

    fn is_full(&self) -> bool {
        false
    }
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
    /// Writes the one of this number, if there are so many.
    fn write(&self, index: usize, writer: &mut Writer) -> bool;
}

impl<T: Element> Elements for T {
    fn write(&self, index: usize, writer: &mut Writer) -> bool {
        if index == 0 {
            Element::write(self, writer);
        }
        index == 0
    }
}

impl<T: Element> Elements for Option<T> {
    fn write(&self, index: usize, writer: &mut Writer) -> bool {
        match self {
            Some(element) if index == 0 => {
                element.write(writer);
                true
            }
            _ => false,
        }
    }
}

impl<T: Element> Elements for Vec<T> {
    fn write(&self, index: usize, writer: &mut Writer) -> bool {
        self.get(index)
            .map(|element| Element::write(element, writer))
            .is_some()
    }
}
