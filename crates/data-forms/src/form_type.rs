//! Forms with a known `FORM_TYPE` as types: the work of [`#[derive(FormType)]`](crate::FormType).
//!
//! Such a struct has a member for each field that is registered for the `FORM_TYPE`, and holds the form that it was read
//! from. So nothing is lost: unregistered fields, the order of fields, labels and options, foreign elements, and the
//! spelling of values stay in the form, and changes are written into it.
//!
//! ```
//! use xmpp_data_forms::form::{Form, FormKind};
//! use xmpp_data_forms::{FormType, form_type::FormError};
//!
//! #[derive(Clone, Debug, PartialEq, FormType)]
//! #[form(form_type = "urn:example:tea")]
//! struct Order {
//!     /// How many come; `None` if unknown.
//!     #[form(var = "guests", kind = "text-single")]
//!     guests: Option<u8>,
//!     /// Whether to order milk; `None` if undecided.
//!     #[form(var = "milk", kind = "boolean")]
//!     milk: Option<bool>,
//!     #[form(source)]
//!     form: Form,
//! }
//!
//! let form: Form = xmpp_xml::from_str(
//!     "<x xmlns='jabber:x:data' type='form'>\
//!        <field var='FORM_TYPE' type='hidden'><value>urn:example:tea</value></field>\
//!        <field var='milk' label='Milk?'><value>1</value></field>\
//!        <field var='x-biscuits'><value>3</value></field>\
//!        <field var='guests'/>\
//!      </x>",
//! )?;
//! let mut order: Order = form.parse()?;
//! assert_eq!((order.milk, order.guests), (Some(true), None));
//! let milk = order.form.field(Order::MILK);
//! assert_eq!(milk.and_then(|field| field.label.as_deref()), Some("Milk?"));
//!
//! order.guests = Some(4);
//! let answer = order.submit();
//! assert_eq!(answer.value("guests"), Some("4"));
//! assert_eq!(answer.value("milk"), Some("1"));
//! assert_eq!(answer.value("x-biscuits"), Some("3"));
//!
//! let other = Form::of_type(FormKind::Form, "urn:example:coffee");
//! assert!(matches!(other.parse::<Order>(), Err(FormError::WrongFormType { .. })));
//! # Ok::<(), Box<dyn core::error::Error>>(())
//! ```
//!
//! [XEP-0068, Field Standardization for Data Forms](https://xmpp.org/extensions/xep-0068.html)

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use xmpp_xml::{Error, ErrorKind, Value, for_log};

use crate::form::{Field, FieldKind, Form, FormKind, path_of, read};

/// A type that represents the forms with one `FORM_TYPE`. Derived.
///
/// A member has the value of the first field with its name in the form, whatever type that field was sent with, if any. An
/// empty value means `None`, except for texts.
///
/// [XEP-0068, section 3](https://xmpp.org/extensions/xep-0068.html#approach)
pub trait FormType: Sized {
    /// The `FORM_TYPE`.
    const FORM_TYPE: &'static str;

    /// The registered fields, in the order of the members.
    const FIELDS: &'static [FieldDescription];

    /// A form whose only field is [`FORM_TYPE`](crate::form::FORM_TYPE).
    #[must_use]
    fn new(kind: FormKind) -> Self;

    /// The form that this was read from or started as. Later changes are not in it.
    #[must_use]
    fn form(&self) -> &Form;

    /// Whether a form has this `FORM_TYPE`.
    #[must_use]
    fn matches(form: &Form) -> bool {
        let found = form.form_type();
        found.is_some_and(|found| found.trim_ascii() == Self::FORM_TYPE)
    }

    /// Reads a form with this `FORM_TYPE`.
    ///
    /// # Errors
    /// The form has another `FORM_TYPE` or none ([`FormError::WrongFormType`]), or the value of a field is invalid for its type.
    fn from_form(form: &Form) -> Result<Self, FormError> {
        if Self::matches(form) {
            return Ok(Self::from_fields(form)?);
        }
        Err(FormError::WrongFormType {
            expected: Self::FORM_TYPE,
            found: form.form_type().map(Box::from),
        })
    }

    /// Reads the fields of a form with any `FORM_TYPE`: for forms without one, whose meaning follows from the
    /// context, and for those that combine the fields of several.
    ///
    /// # Errors
    /// A field has a value that is invalid for its type, or several where one is allowed. The path of the error names the
    /// field; its offset is unknown.
    fn from_fields(form: &Form) -> Result<Self, Error> {
        let mut reader = Reader::new(form);
        let value = Self::__read(&mut reader);
        match reader
            .refused
            .or_else(|| reader.problems.into_iter().next())
        {
            Some(error) => Err(error),
            None => Ok(value),
        }
    }

    /// Like [`from_fields`](Self::from_fields), but keeps invalid values: a member for one value is `None` and a list leaves
    /// the value out, unless the type can represent invalid values ([`Value::invalid`]). The value stays in the form and is
    /// written back until the member is changed; in a list it stays even then. The problems are returned beside the
    /// result.
    ///
    /// # Errors
    /// A field is [strict](FieldDescription::strict), that is, `None` would mean more than any value does, and its value is
    /// invalid or the field is repeated.
    fn from_fields_keeping_invalid(form: &Form) -> Result<(Self, Vec<Error>), Error> {
        let mut reader = Reader::new(form);
        let value = Self::__read(&mut reader);
        match reader.refused {
            Some(error) => Err(error),
            None => Ok((value, reader.problems)),
        }
    }

    /// The form with all changes since it was read; everything else stays as it was.
    ///
    /// A member that has a value but no field in the form is appended, with its registered type (in a submission, without
    /// a type). If a member has no value any more, its field stays, without values. Values that stay in a list are written as
    /// they were. Members take precedence over changes to the [form](Self::form) itself.
    #[must_use]
    fn to_form(&self) -> Form {
        let mut form = self.form().clone();
        self.__write(&mut Writer { form: &mut form });
        form
    }

    /// A submission of the form with all changes since it was read, like [`Form::submit`]. Fields that had a value and no
    /// longer have one are included without values, since leaving a field out means no change
    /// ([XEP-0004, section 3.6](https://xmpp.org/extensions/xep-0004.html#empty-or-absent-values)).
    #[must_use]
    fn submit(&self) -> Form {
        self.to_form().submit_after(self.form())
    }

    #[doc(hidden)]
    fn __read(reader: &mut Reader<'_>) -> Self;

    #[doc(hidden)]
    fn __write(&self, writer: &mut Writer<'_>);
}

/// A field as registered for a `FORM_TYPE`.
///
/// [XEP-0068, section 8.1.1](https://xmpp.org/extensions/xep-0068.html#registrar-reg-formtypes)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct FieldDescription {
    /// The name of the field.
    pub var: &'static str,
    /// Its type, which applies if it is sent without one.
    pub kind: FieldKind,
    /// The values of the registered options; empty if forms define their own.
    pub options: &'static [&'static str],
    /// Whether an invalid value is an error even if invalid values are
    /// [kept](FormType::from_fields_keeping_invalid), and a repeated field is always one.
    pub strict: bool,
}

impl FieldDescription {
    /// A description; generated by the derive.
    #[must_use]
    pub const fn new(var: &'static str, kind: FieldKind, options: &'static [&'static str]) -> Self {
        Self {
            var,
            kind,
            options,
            strict: false,
        }
    }

    /// The same field, whose invalid values are never kept.
    #[must_use]
    pub const fn strict(mut self) -> Self {
        self.strict = true;
        self
    }
}

/// A form type of an area: where it is specified, its fields, and how to process forms of it generically.
///
/// Each area lists its form types as `FORMS`, like its elements as `REGISTRY`.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct FormEntry {
    /// The specification: `XEP-0045`.
    pub spec: &'static str,
    /// The number of the section that registers the fields, or else describes them.
    pub section: &'static str,
    /// The `FORM_TYPE`. Several types may share it.
    pub form_type: &'static str,
    /// The registered fields.
    pub fields: &'static [FieldDescription],
    type_name: fn() -> &'static str,
    round_trip: fn(&Form) -> Result<Form, FormError>,
}

impl FormEntry {
    /// The entry of a type.
    #[must_use]
    pub const fn of<T: FormType>(spec: &'static str, section: &'static str) -> Self {
        Self {
            spec,
            section,
            form_type: T::FORM_TYPE,
            fields: T::FIELDS,
            type_name: core::any::type_name::<T>,
            round_trip: |form| Ok(T::from_form(form)?.to_form()),
        }
    }

    /// The path of the Rust type.
    #[must_use]
    pub fn type_name(&self) -> &'static str {
        (self.type_name)()
    }

    /// The field with this name.
    #[must_use]
    pub fn field(&self, var: &str) -> Option<&'static FieldDescription> {
        self.fields.iter().find(|field| field.var == var)
    }

    /// Reads a form as the type and writes it back.
    ///
    /// # Errors
    /// Same as [`FormType::from_form`].
    pub fn round_trip(&self, form: &Form) -> Result<Form, FormError> {
        (self.round_trip)(form)
    }
}

/// Why a form could not be read as a [`FormType`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FormError {
    /// The form is of another kind. The form itself may be fine.
    WrongFormType {
        /// The `FORM_TYPE` of the type.
        expected: &'static str,
        /// The `FORM_TYPE` of the form. `None` if it has none.
        found: Option<Box<str>>,
    },
    /// A field has a value that is invalid for its type, or several where one is allowed.
    Invalid(Error),
}

impl FormError {
    /// The name of the stanza error condition (RFC 6120 §8.3.3) to answer with.
    #[must_use]
    pub fn stanza_condition(&self) -> &'static str {
        match self {
            Self::WrongFormType { .. } => "bad-request",
            Self::Invalid(error) => error.kind().stanza_condition(),
        }
    }
}

impl From<Error> for FormError {
    fn from(error: Error) -> Self {
        Self::Invalid(error)
    }
}

impl fmt::Display for FormError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::WrongFormType {
                expected,
                found: Some(found),
            } => write!(
                f,
                "a form of the type `{}` and not `{expected}`",
                for_log(found)
            ),
            Self::WrongFormType {
                expected,
                found: None,
            } => write!(
                f,
                "a form that does not say that it is of the type `{expected}`"
            ),
            Self::Invalid(error) => error.fmt(f),
        }
    }
}

impl core::error::Error for FormError {}

/// The type of a member of a [`FormType`]: `Option<T>` for one value, `Vec<T>` for any number.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a field of a form",
    label = "neither `Option<T>` nor `Vec<T>` with `T: Value + PartialEq`",
    note = "an `Option` holds one value, a `Vec` any number; every field of a form is optional"
)]
pub trait Values: Default + PartialEq {
    /// The type of each value.
    type Item: Value;

    /// What the values of a field say that is registered as `kind`.
    #[doc(hidden)]
    fn __read(field: &Field, kind: &FieldKind, problem: &mut dyn FnMut(Error)) -> Self;

    /// Makes the values of the field say this, if they do not yet.
    #[doc(hidden)]
    fn __write(&self, field: &mut Field, kind: &FieldKind);
}

impl<T: Value + PartialEq> Values for Option<T> {
    type Item = T;

    fn __read(field: &Field, kind: &FieldKind, problem: &mut dyn FnMut(Error)) -> Self {
        let text = field.text();
        let value = match &text {
            Some(text) if is_none(text, kind) => Ok(None),
            // Some send a text in lines where others send it in one.
            Some(text) if is_text(kind) => read(text, || String::from("/value")),
            _ => field.read_one(),
        };
        value.unwrap_or_else(|error| {
            problem(error);
            T::invalid(&text.unwrap_or_default())
        })
    }

    fn __write(&self, field: &mut Field, kind: &FieldKind) {
        if Self::__read(field, kind, &mut |_| ()) == *self {
            return;
        }
        let is_lines = match &field.kind {
            _ if field.values.len() > 1 => is_text(kind),
            Some(kind) => *kind == FieldKind::TextMulti,
            None => *kind == FieldKind::TextMulti,
        };
        match self {
            None => field.values.clear(),
            Some(value) if is_lines => field.set_text(&value.to_text()),
            Some(value) => field.set(value),
        }
    }
}

impl<T: Value + PartialEq> Values for Vec<T> {
    type Item = T;

    fn __read(field: &Field, kind: &FieldKind, problem: &mut dyn FnMut(Error)) -> Self {
        let mut all = Self::new();
        for (text, value) in field.values.iter().zip(field.read_each()) {
            match value {
                _ if is_none(text, kind) => {}
                Ok(value) => all.extend(value),
                Err(error) => {
                    problem(error);
                    all.extend(T::invalid(text));
                }
            }
        }
        all
    }

    fn __write(&self, field: &mut Field, kind: &FieldKind) {
        // The values with what they say; nothing where that is not understood.
        let (mut texts, mut values) = (Vec::new(), Vec::new());
        for (text, value) in field.values.iter().zip(field.read_each::<T>()) {
            let value = match value {
                Ok(Some(value)) if !is_none(text, kind) => Some(value),
                Ok(_) => continue,
                Err(_) => T::invalid(text),
            };
            texts.push((text.as_str(), value.is_some()));
            values.push(value);
        }
        if values.iter().flatten().eq(self) {
            return;
        }
        let is_same = |old: usize, new: usize| match (values.get(old), self.get(new)) {
            (Some(Some(value)), Some(new)) => value == new,
            _ => false,
        };
        let text = |new: usize| self.get(new).map(Value::to_text).unwrap_or_default();
        field.values = merged(&texts, self.len(), &is_same, &text);
    }
}

/// The texts of a list that is to have this many values, given the old texts and whether there is a value to each: what is the same
/// at the beginning and at the end stays as it was spelt, and what was not understood stays.
fn merged(
    old: &[(&str, bool)],
    count: usize,
    is_same: &dyn Fn(usize, usize) -> bool,
    text: &dyn Fn(usize) -> String,
) -> Vec<String> {
    let mut rest = 0..old.len();
    let mut new = 0..count;
    let (mut head, mut tail) = (Vec::new(), Vec::new());
    for (at, &(text, is_value)) in old.iter().enumerate() {
        if is_value {
            if new.is_empty() || !is_same(at, new.start) {
                break;
            }
            new.start += 1;
        }
        head.push(String::from(text));
        rest.start = at + 1;
    }
    for (at, &(text, is_value)) in old.iter().enumerate().skip(rest.start).rev() {
        if is_value {
            if new.is_empty() || !is_same(at, new.end - 1) {
                break;
            }
            new.end -= 1;
        }
        tail.push(String::from(text));
        rest.end = at;
    }
    let kept = old.get(rest).unwrap_or_default().iter();
    let kept = kept.filter(|(_, is_value)| !is_value);
    head.extend(kept.map(|&(text, _)| String::from(text)));
    head.extend(new.map(text));
    head.extend(tail.into_iter().rev());
    head
}

/// Whether a field of this type holds words.
fn is_text(kind: &FieldKind) -> bool {
    matches!(
        kind,
        FieldKind::TextSingle | FieldKind::TextMulti | FieldKind::TextPrivate
    )
}

/// Whether a value means "no value": an empty text does not, an empty address or option does.
fn is_none(text: &str, kind: &FieldKind) -> bool {
    !is_text(kind) && text.trim_ascii().is_empty()
}

/// What the derive's code reads the fields from.
#[doc(hidden)]
pub struct Reader<'r> {
    form: &'r Form,
    problems: Vec<Error>,
    /// The first problem with a strict field.
    refused: Option<Error>,
}

impl<'r> Reader<'r> {
    const fn new(form: &'r Form) -> Self {
        Self {
            form,
            problems: Vec::new(),
            refused: None,
        }
    }

    pub fn read<V: Values>(&mut self, var: &'static str, kind: FieldKind) -> V {
        let Some(field) = self.form.field(var) else {
            return V::default();
        };
        V::__read(field, &kind, &mut |error| {
            self.problems.push(error.within(&path_of(var)));
        })
    }

    pub fn read_strict<V: Values>(&mut self, var: &'static str, kind: FieldKind) -> V {
        let before = self.problems.len();
        let value = self.read(var, kind);
        let mut problem = self.problems.get(before).cloned();
        if self.form.has_again(var) {
            let kind = ErrorKind::RepeatedChild {
                element: "x",
                name: "field",
            };
            let path = path_of(var) + "[2]";
            problem = problem.or_else(|| Some(Error::new(kind).at(path, 0)));
        }
        self.refused = self.refused.take().or(problem);
        value
    }

    #[must_use]
    pub fn form(&self) -> Form {
        self.form.clone()
    }
}

/// What the derive's code writes the fields to.
#[doc(hidden)]
pub struct Writer<'w> {
    form: &'w mut Form,
}

impl Writer<'_> {
    /// `meaning` is the type that decides which values a text has.
    pub fn write<V: Values>(
        &mut self,
        var: &'static str,
        kind: FieldKind,
        meaning: FieldKind,
        value: &V,
    ) {
        if let Some(field) = self.form.field_mut(var) {
            value.__write(field, &meaning);
        } else if *value != V::default() {
            let mut field = Field::untyped(var);
            value.__write(&mut field, &meaning);
            if self.form.kind != Some(FormKind::Submit) {
                field.kind = Some(kind);
            }
            self.form.fields.push(field);
        }
    }
}

impl fmt::Debug for Reader<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reader").finish_non_exhaustive()
    }
}

impl fmt::Debug for Writer<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Writer").finish_non_exhaustive()
    }
}
