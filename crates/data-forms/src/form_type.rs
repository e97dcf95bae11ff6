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

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::fmt;

use xmpp_xml::{Error, ErrorKind, InvalidValue, Value, for_log};

use crate::form::{Field, FieldKind, Form, FormKind, is_blank, path_of, refused, repeated};

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
        reader.first_problem().map_or(Ok(value), Err)
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
    /// Whether an empty value of a `list-multi` is a value. An empty text always is one.
    pub empty: bool,
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
            empty: false,
        }
    }

    /// The same field, whose invalid values are never kept.
    #[must_use]
    pub const fn strict(mut self) -> Self {
        self.strict = true;
        self
    }

    /// The same field, with the empty value among its values.
    #[must_use]
    pub const fn empty(mut self) -> Self {
        self.empty = true;
        self
    }

    /// The type that decides which values a text has.
    fn meaning(&self) -> &FieldKind {
        const TEXTS: &FieldKind = &FieldKind::TextMulti;
        if self.empty { TEXTS } else { &self.kind }
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
///
/// All form types share the code that reads and writes their members. This is what depends on the type of the values.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a field of a form",
    label = "neither `Option<T>` nor `Vec<T>` with `T: Value + PartialEq`",
    note = "an `Option` holds one value, a `Vec` any number; every field of a form is optional"
)]
pub trait Values {
    /// The type of each value.
    type Item: Value
    where
        Self: Sized;

    /// What it holds.
    #[doc(hidden)]
    fn about(&self) -> About;

    /// Takes what a text says: as the only value, or as one more.
    ///
    /// # Errors
    /// There is no value for it. Nothing has changed then.
    #[doc(hidden)]
    fn take(&mut self, text: &str, by: By) -> Result<(), InvalidValue>;

    /// Whether a text says the same as the value at this position. `None` if there is no value for the text.
    #[doc(hidden)]
    fn says(&self, at: usize, text: &str, by: By) -> Option<bool>;

    /// The canonical text of the value at this position; empty if there is none.
    #[doc(hidden)]
    fn text(&self, at: usize) -> String;
}

/// What a [`Values`] holds.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct About {
    is_list: bool,
    /// How many values.
    count: usize,
    /// [`Value::EXPECTED`].
    expected: &'static str,
}

/// How the value of a text is found.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum By {
    /// [`Value::parse`].
    Form,
    /// [`Value::invalid`].
    Invalidity,
}

fn value_of<T: Value>(text: &str, by: By) -> Result<T, InvalidValue> {
    match by {
        By::Form => T::parse(text),
        By::Invalidity => T::invalid(text).ok_or_else(InvalidValue::new),
    }
}

impl<T: Value + PartialEq> Values for Option<T> {
    type Item = T;

    fn about(&self) -> About {
        About {
            is_list: false,
            count: usize::from(self.is_some()),
            expected: T::EXPECTED,
        }
    }

    fn take(&mut self, text: &str, by: By) -> Result<(), InvalidValue> {
        *self = Some(value_of(text, by)?);
        Ok(())
    }

    fn says(&self, at: usize, text: &str, by: By) -> Option<bool> {
        let value = value_of(text, by).ok()?;
        Some(at == 0 && self.as_ref() == Some(&value))
    }

    fn text(&self, at: usize) -> String {
        let value = self.as_ref().filter(|_| at == 0);
        value.map(Value::to_text).unwrap_or_default()
    }
}

impl<T: Value + PartialEq> Values for Vec<T> {
    type Item = T;

    fn about(&self) -> About {
        About {
            is_list: true,
            count: self.len(),
            expected: T::EXPECTED,
        }
    }

    fn take(&mut self, text: &str, by: By) -> Result<(), InvalidValue> {
        self.push(value_of(text, by)?);
        Ok(())
    }

    fn says(&self, at: usize, text: &str, by: By) -> Option<bool> {
        let value = value_of(text, by).ok()?;
        Some(self.get(at) == Some(&value))
    }

    fn text(&self, at: usize) -> String {
        self.get(at).map(Value::to_text).unwrap_or_default()
    }
}

/// Reads what the values of a field say. The member holds nothing yet.
fn read(member: &mut dyn Values, field: &Field, kind: &FieldKind, problem: &mut dyn FnMut(Error)) {
    let About {
        is_list, expected, ..
    } = member.about();
    let mut take = |text: &str, path: &dyn Fn() -> String| {
        if is_none(text, kind) {
            return;
        }
        let Err(why) = member.take(text, By::Form) else {
            return;
        };
        if let Some(error) = refused(text, expected, &why, path) {
            problem(error);
            // Left out, if nothing represents it.
            let _ = member.take(text, By::Invalidity);
        }
    };
    if is_list {
        for (at, text) in field.values.iter().enumerate() {
            take(text, &|| field.path_of_value(at));
        }
    } else if let Some(text) = text_of_one(field, kind) {
        if is_repeated(field, kind) {
            problem(repeated());
            let _ = member.take(&text, By::Invalidity);
        } else {
            take(&text, &|| String::from("/value"));
        }
    }
}

/// What a field says that is no list. `None` if it has no value, or none that means anything.
fn text_of_one<'f>(field: &'f Field, kind: &FieldKind) -> Option<Cow<'f, str>> {
    field.text().filter(|text| !is_none(text, kind))
}

/// Whether a field has several values where one is allowed. Some send a text in lines where others send it in one.
fn is_repeated(field: &Field, kind: &FieldKind) -> bool {
    field.values.len() > 1 && !is_text(kind)
}

/// Makes the values of the field say what the member holds, if they do not yet.
fn write(member: &dyn Values, field: &mut Field, kind: &FieldKind) {
    let About { is_list, count, .. } = member.about();
    if is_list {
        write_list(member, count, field, kind);
        return;
    }
    if says_one(member, count == 0, field, kind) {
        return;
    }
    let is_lines = match &field.kind {
        _ if field.values.len() > 1 => is_text(kind),
        Some(kind) => *kind == FieldKind::TextMulti,
        None => *kind == FieldKind::TextMulti,
    };
    match count {
        0 => field.values.clear(),
        _ if is_lines => field.set_text(&member.text(0)),
        _ => field.values = vec![member.text(0)],
    }
}

/// Whether [`read`] would find the value that the member holds, which is not a list.
fn says_one(member: &dyn Values, is_empty: bool, field: &Field, kind: &FieldKind) -> bool {
    let Some(text) = text_of_one(field, kind) else {
        return is_empty;
    };
    if !is_repeated(field, kind) {
        match member.says(0, &text, By::Form) {
            Some(is_same) => return is_same,
            None if is_blank(&text) => return is_empty,
            None => {}
        }
    }
    let kept = member.says(0, &text, By::Invalidity);
    kept.unwrap_or(is_empty)
}

fn write_list(member: &dyn Values, count: usize, field: &mut Field, kind: &FieldKind) {
    // The values and how they are understood, if they are.
    let mut texts = Vec::new();
    for text in &field.values {
        let by = if is_none(text, kind) {
            continue;
        } else if member.says(0, text, By::Form).is_some() {
            Some(By::Form)
        } else if is_blank(text) {
            continue;
        } else {
            let kept = member.says(0, text, By::Invalidity);
            kept.map(|_| By::Invalidity)
        };
        texts.push((text.as_str(), by));
    }
    let is_same = |text: &str, by: By, at: usize| member.says(at, text, by) == Some(true);
    let understood = texts.iter().filter_map(|&(text, by)| Some((text, by?)));
    if understood.clone().count() == count
        && understood
            .zip(0..)
            .all(|((text, by), at)| is_same(text, by, at))
    {
        return;
    }
    field.values = merged(&texts, count, &is_same, &|at| member.text(at));
}

/// The texts of a list that is to have this many values, given the old texts and how each is understood: what is the same
/// at the beginning and at the end stays as it was spelt, and what was not understood stays.
fn merged(
    old: &[(&str, Option<By>)],
    count: usize,
    is_same: &dyn Fn(&str, By, usize) -> bool,
    text: &dyn Fn(usize) -> String,
) -> Vec<String> {
    let mut rest = 0..old.len();
    let mut new = 0..count;
    let (mut head, mut tail) = (Vec::new(), Vec::new());
    for (at, &(text, by)) in old.iter().enumerate() {
        if let Some(by) = by {
            if new.is_empty() || !is_same(text, by, new.start) {
                break;
            }
            new.start += 1;
        }
        head.push(String::from(text));
        rest.start = at + 1;
    }
    for (at, &(text, by)) in old.iter().enumerate().skip(rest.start).rev() {
        if let Some(by) = by {
            if new.is_empty() || !is_same(text, by, new.end - 1) {
                break;
            }
            new.end -= 1;
        }
        tail.push(String::from(text));
        rest.end = at;
    }
    let kept = old.get(rest).unwrap_or_default().iter();
    let kept = kept.filter(|(_, by)| by.is_none());
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
    !is_text(kind) && is_blank(text)
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

    fn first_problem(self) -> Option<Error> {
        self.refused.or_else(|| self.problems.into_iter().next())
    }

    /// Reads the members, which hold nothing yet, in the order of their descriptions.
    pub fn read(&mut self, fields: &[FieldDescription], members: &mut [&mut dyn Values]) {
        for (description, member) in fields.iter().zip(members) {
            let var = description.var;
            let Some(field) = self.form.field(var) else {
                continue;
            };
            let before = self.problems.len();
            read(&mut **member, field, description.meaning(), &mut |error| {
                self.problems.push(error.within(&path_of(var)));
            });
            if description.strict && self.refused.is_none() {
                self.refused = match self.problems.get(before) {
                    Some(problem) => Some(problem.clone()),
                    None if self.form.has_again(var) => {
                        let kind = ErrorKind::RepeatedChild {
                            element: "x",
                            name: "field",
                        };
                        Some(Error::new(kind).at(path_of(var) + "[2]", 0))
                    }
                    None => None,
                };
            }
        }
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
    /// Writes the members, in the order of their descriptions.
    pub fn write(&mut self, fields: &[FieldDescription], members: &[&dyn Values]) {
        for (description, &member) in fields.iter().zip(members) {
            let meaning = description.meaning();
            if let Some(field) = self.form.field_mut(description.var) {
                write(member, field, meaning);
            } else if member.about().count != 0 {
                let mut field = Field::untyped(description.var);
                write(member, &mut field, meaning);
                if self.form.kind != Some(FormKind::Submit) {
                    field.kind = Some(description.kind.clone());
                }
                self.form.fields.push(field);
            }
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
