//! Data forms, submissions, and tables of results.
//!
//! [XEP-0004, Data Forms](https://xmpp.org/extensions/xep-0004.html), with the rules of
//! [XEP-0068, Field Standardization for Data Forms](https://xmpp.org/extensions/xep-0068.html) on `FORM_TYPE`.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use core::fmt;

use xmpp_jid::Jid;
use xmpp_xml::__private::compare::show;
use xmpp_xml::{Error, ErrorKind, Extra, InvalidValue, OtherToken, RawElement, Value, Xml};

use crate::form_type::{FieldDescription, FormError, FormType};
use crate::layout::Page;
use crate::media::Media;
use crate::validate::Validate;

/// The namespace.
pub const NS: &str = "jabber:x:data";

/// The name of the field that identifies the kind of form: see [`Form::form_type`].
pub const FORM_TYPE: &str = "FORM_TYPE";

/// A form to fill in, a submission, or data structured as a form.
///
/// [XEP-0004, section 3](https://xmpp.org/extensions/xep-0004.html#protocol)
#[doc(alias("XEP-0004", "XEP0004", "0004"))]
#[doc(alias("jabber:x:data", "x"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "x", derive(Debug, PartialEq, Eq))]
#[xml(new = "An empty form; complete for [`FormKind::Cancel`].", parameters = [kind], with)]
#[non_exhaustive]
pub struct Form {
    /// The form's role. Required by the specification; `None` leaves it to the context.
    #[xml(attribute = "type")]
    pub kind: Option<FormKind>,
    /// The title of the form. `None` if it has none.
    #[xml(child_text = "title")]
    pub title: Option<String>,
    /// Instructions for filling it in, one string for each paragraph.
    #[xml(child_text = "instructions")]
    pub instructions: Vec<String>,
    /// The layout of the fields on pages. If empty, fields are shown one after the other.
    #[xml(child)]
    pub pages: Vec<Page>,
    /// The fields, in display order.
    #[xml(child, strict)]
    pub fields: Vec<Field>,
    /// The header of the table whose rows are the [items](Self::items). `None` if there is no table.
    #[xml(child)]
    pub reported: Option<Reported>,
    /// The rows of the table.
    #[xml(child)]
    pub items: Vec<Item>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Form {
    /// A form whose only field is the hidden [`FORM_TYPE`].
    #[must_use]
    pub fn of_type(kind: FormKind, form_type: &str) -> Self {
        let mut field = Field::new(FORM_TYPE, FieldKind::Hidden);
        field.set_value(form_type);
        Self {
            fields: vec![field],
            ..Self::new(kind)
        }
    }

    /// The `FORM_TYPE`, which determines what the fields mean: the value of
    /// [its `FORM_TYPE`](Self::form_type_field).
    ///
    /// `None` if there is no such field, or if it has no value.
    #[must_use]
    pub fn form_type(&self) -> Option<&str> {
        self.form_type_field()?.value()
    }

    /// The first field named [`FORM_TYPE`] that identifies the kind of form.
    ///
    /// It must be of the type `hidden`, except in a submission ([`FormKind::Submit`]), where fields need no type. Otherwise it
    /// is an ordinary field.
    ///
    /// [XEP-0068, section 5](https://xmpp.org/extensions/xep-0068.html#impl)
    #[must_use]
    pub fn form_type_field(&self) -> Option<&Field> {
        self.fields.iter().find(|field| {
            field.is_called(FORM_TYPE)
                && (field.kind == Some(FieldKind::Hidden) || self.kind == Some(FormKind::Submit))
        })
    }

    /// The first field named `var`.
    #[must_use]
    pub fn field(&self, var: &str) -> Option<&Field> {
        find(&self.fields, var)
    }

    /// The first field named `var`, for modification.
    #[must_use]
    pub fn field_mut(&mut self, var: &str) -> Option<&mut Field> {
        self.fields.iter_mut().find(|field| field.is_called(var))
    }

    /// The first value of the first field named `var`. `None` if there is no such field or it has no value.
    #[must_use]
    pub fn value(&self, var: &str) -> Option<&str> {
        self.field(var)?.value()
    }

    /// [`Field::get`] of the first field named `var`. `None` if there is no such field.
    ///
    /// # Errors
    /// Same as [`Field::get`].
    pub fn get<T: Value>(&self, var: &str) -> Result<Option<T>, Error> {
        match self.field(var) {
            Some(field) => field.read_one().map_err(|e| e.within(&path_of(var))),
            None => Ok(None),
        }
    }

    /// [`Field::get_all`] of the first field named `var`. Empty if there is no such field.
    ///
    /// # Errors
    /// Same as [`Field::get_all`].
    pub fn get_all<T: Value>(&self, var: &str) -> Result<Vec<T>, Error> {
        match self.field(var) {
            Some(field) => field.read_all().map_err(|e| e.within(&path_of(var))),
            None => Ok(Vec::new()),
        }
    }

    /// [`FormType::from_form`] of the type `T`: the fields with their registered types.
    ///
    /// # Errors
    /// Same as [`FormType::from_form`].
    pub fn parse<T: FormType>(&self) -> Result<T, FormError> {
        T::from_form(self)
    }

    /// Sets the first field named `var` to this single value, leaving the rest of the field unchanged. If there is no such
    /// field, one without a type is appended.
    pub fn set_value(&mut self, var: &str, value: &str) {
        self.set_values(var, [value]);
    }

    /// Like [`set_value`](Self::set_value), with any number of values.
    pub fn set_values<I>(&mut self, var: &str, values: I)
    where
        I: IntoIterator<Item: Into<String>>,
    {
        match self.field_mut(var) {
            Some(field) => field.set_values(values),
            None => {
                let mut field = Field::untyped(var);
                field.set_values(values);
                self.fields.push(field);
            }
        }
    }

    /// Like [`set_value`](Self::set_value), with a value of another type: `form.set("milk", &true)`.
    pub fn set<T: Value>(&mut self, var: &str, value: &T) {
        self.set_values(var, [value.to_text()]);
    }

    /// A submission of this form as it stands: the fields with values, hidden ones and defaults included, with their names,
    /// types and values.
    ///
    /// Fields without a value are left out, which leaves what they stand for unchanged; so are `fixed` ones. Use
    /// [`set_value`](Self::set_value) to fill in fields.
    ///
    /// [XEP-0004, section 3.1](https://xmpp.org/extensions/xep-0004.html#protocol-formtypes)
    #[must_use]
    pub fn submit(&self) -> Self {
        self.answer(|_| false)
    }

    /// Like [`submit`](Self::submit), including fields that had values in `before`, the same form, and no longer have any:
    /// that clears them.
    pub(crate) fn submit_after(&self, before: &Self) -> Self {
        self.answer(|at| before.fields.get(at).is_some_and(|f| !f.values.is_empty()))
    }

    /// A submission with all fields that have a value, and those that had one by index.
    fn answer(&self, had_value: impl Fn(usize) -> bool) -> Self {
        let is_answered = |&(at, field): &(usize, &Field)| {
            let has_value = !field.values.is_empty() || had_value(at);
            field.var.is_some() && field.kind != Some(FieldKind::Fixed) && has_value
        };
        let answer = |(_, field): (usize, &Field)| Field {
            var: field.var.clone(),
            kind: field.kind.clone(),
            values: field.values.clone(),
            ..Field::empty()
        };
        let fields = self.fields.iter().enumerate();
        Self {
            fields: fields.filter(is_answered).map(answer).collect(),
            ..Self::new(FormKind::Submit)
        }
    }
}

/// The header of a table: its columns. The fields have names, types and labels, but no values.
///
/// [XEP-0004, section 3.4](https://xmpp.org/extensions/xep-0004.html#protocol-results)
#[doc(alias("XEP-0004", "XEP0004", "0004"))]
#[doc(alias("jabber:x:data"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "reported", derive(Debug, PartialEq, Eq))]
#[xml(new = "A table without columns.", with)]
#[non_exhaustive]
pub struct Reported {
    /// The columns.
    #[xml(child)]
    pub fields: Vec<Field>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Reported {
    /// The first column named `var`.
    #[must_use]
    pub fn field(&self, var: &str) -> Option<&Field> {
        find(&self.fields, var)
    }
}

/// A row of a table.
///
/// [XEP-0004, section 3.4](https://xmpp.org/extensions/xep-0004.html#protocol-results)
#[doc(alias("XEP-0004", "XEP0004", "0004"))]
#[doc(alias("jabber:x:data"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "item", derive(Debug, PartialEq, Eq))]
#[xml(new = "A row without cells.", with)]
#[non_exhaustive]
pub struct Item {
    /// The cells. Their types are those of the [header](Reported).
    #[xml(child)]
    pub fields: Vec<Field>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Item {
    /// The first cell in the column `var`.
    #[must_use]
    pub fn field(&self, var: &str) -> Option<&Field> {
        find(&self.fields, var)
    }

    /// The first value in the first cell of the column `var`. `None` if there is no such cell or it has no value.
    #[must_use]
    pub fn value(&self, var: &str) -> Option<&str> {
        self.field(var)?.value()
    }
}

/// A field of a form, or a column or cell of a table.
///
/// Its values are strings. [`get`](Self::get) and related methods parse them, and
/// [`typed_value`](Self::typed_value) does so according to the type of the field. `Debug` does not show them if they may be
/// [secrets](Self::is_secret).
///
/// [XEP-0004, section 3.2](https://xmpp.org/extensions/xep-0004.html#protocol-field)
#[doc(alias("XEP-0004", "XEP0004", "0004"))]
#[doc(alias("jabber:x:data"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "field", derive(PartialEq, Eq))]
#[non_exhaustive]
pub struct Field {
    /// The name of the field. Only `fixed` fields may have `None`.
    #[xml(attribute)]
    pub var: Option<String>,
    /// The type of the field. `None` means that of the field with this name in the form that this is a submission of, or in
    /// the header of the table; in a form to fill in, `text-single`.
    #[xml(attribute = "type")]
    pub kind: Option<FieldKind>,
    /// The label shown to users. `None` means the name.
    #[xml(attribute)]
    pub label: Option<String>,
    /// A longer description. `None` if there is none.
    #[xml(child_text = "desc")]
    pub description: Option<String>,
    /// Whether a submission must include this field.
    #[xml(flag = "required")]
    pub required: bool,
    /// Restrictions on the values. `None` means that only the type applies.
    #[xml(child)]
    pub validate: Option<Validate>,
    /// Images, audio and video that belong to the field, such as a CAPTCHA.
    #[xml(child)]
    pub media: Vec<Media>,
    /// The values: defaults in a form, user input in a submission, data in a result.
    #[xml(child_text = "value")]
    pub values: Vec<String>,
    /// The options to choose from, for the `list-` types.
    #[xml(child)]
    pub options: Vec<Choice>,
    /// Payloads of extensions, such as file input
    /// ([XEP-0505](https://xmpp.org/extensions/xep-0505.html)).
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Leaves out what is `None`, and what is secret.
impl fmt::Debug for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.is_secret() {
            return show(self, f);
        }
        let mut shown = self.clone();
        shown.values.fill(String::from("…"));
        show(&shown, f)
    }
}

impl Field {
    /// Whether the values may be a password, token or key: the type is [`FieldKind::TextPrivate`], or the name is one of a
    /// password, secret, token or challenge, which submissions repeat without the type.
    ///
    /// ```
    /// use xmpp_data_forms::form::Field;
    ///
    /// let mut field = Field::untyped("old_password");
    /// field.set_value("Calliope");
    /// assert!(field.is_secret() && !format!("{field:?}").contains("Calliope"));
    /// assert!(!Field::untyped("username").is_secret());
    /// ```
    #[must_use]
    pub fn is_secret(&self) -> bool {
        const PARTS: [&str; 5] = ["challenge", "passphrase", "password", "secret", "token"];
        let is_named = |var: &str| {
            let var = var.to_ascii_lowercase();
            PARTS.iter().any(|part| var.contains(part))
        };
        match &self.kind {
            Some(FieldKind::TextPrivate) => true,
            Some(FieldKind::Boolean | FieldKind::Fixed) => false,
            _ => self.var.as_deref().is_some_and(is_named),
        }
    }

    /// A field of this type, without values.
    #[must_use]
    pub fn new(var: &str, kind: FieldKind) -> Self {
        Self {
            kind: Some(kind),
            ..Self::untyped(var)
        }
    }

    /// A field without a type and values: for submissions and table rows, where the type is known.
    #[must_use]
    pub fn untyped(var: &str) -> Self {
        Self {
            var: Some(String::from(var)),
            ..Self::empty()
        }
    }

    fn empty() -> Self {
        Self {
            var: None,
            kind: None,
            label: None,
            description: None,
            required: false,
            validate: None,
            media: Vec::new(),
            values: Vec::new(),
            options: Vec::new(),
            payloads: Vec::new(),
            extra: Extra::new(),
        }
    }

    fn is_called(&self, var: &str) -> bool {
        self.var.as_deref() == Some(var)
    }

    /// The first value, unparsed.
    #[must_use]
    pub fn value(&self) -> Option<&str> {
        self.values.first().map(String::as_str)
    }

    /// All values joined by line breaks. `None` if there are no values.
    ///
    /// This is how to display a field of the type `text-multi`.
    #[must_use]
    pub fn text(&self) -> Option<Cow<'_, str>> {
        match self.values.as_slice() {
            [] => None,
            [value] => Some(Cow::Borrowed(value)),
            lines => Some(Cow::Owned(lines.join("\n"))),
        }
    }

    /// The value as a `T`, such as `bool` (in any spelling), `Jid`, or a number, regardless of the type of the
    /// field.
    ///
    /// `None` if there is no value. An empty value that is not a `T` counts as none, since some implementations send that
    /// ([XEP-0004, section 3.6](https://xmpp.org/extensions/xep-0004.html#empty-or-absent-values)).
    ///
    /// # Errors
    /// The value is not a `T`, or there are several. The path of the error ends in the value; its offset
    /// is unknown.
    pub fn get<T: Value>(&self) -> Result<Option<T>, Error> {
        self.read_one().map_err(|e| e.within("/field"))
    }

    /// Each value as a `T`. Empty values that are not a `T` are skipped.
    ///
    /// # Errors
    /// Same as [`get`](Self::get), except that several values are allowed.
    pub fn get_all<T: Value>(&self) -> Result<Vec<T>, Error> {
        self.read_all().map_err(|e| e.within("/field"))
    }

    /// The values according to the type of the field. `None` if there are no values.
    ///
    /// A field without a type, or with an unknown one, has texts.
    ///
    /// # Errors
    /// Same as [`get`](Self::get), for booleans and addresses.
    pub fn typed_value(&self) -> Result<Option<FieldValue<'_>>, Error> {
        self.value_as(self.kind.as_ref())
    }

    /// Like [`typed_value`](Self::typed_value); a field without a type has the one that it is registered with in this
    /// list, if any.
    ///
    /// Such lists are [`FormType::FIELDS`], or [`FormEntry::fields`](crate::form_type::FormEntry::fields) if the
    /// `FORM_TYPE` is not known in advance.
    ///
    /// # Errors
    /// Same as [`typed_value`](Self::typed_value).
    pub fn registered_value(
        &self,
        fields: &[FieldDescription],
    ) -> Result<Option<FieldValue<'_>>, Error> {
        let registered = || fields.iter().find(|field| self.is_called(field.var));
        self.value_as(self.kind.as_ref().or_else(|| registered().map(|f| &f.kind)))
    }

    fn value_as(&self, kind: Option<&FieldKind>) -> Result<Option<FieldValue<'_>>, Error> {
        let value = match kind {
            Some(FieldKind::Boolean) => self.get()?.map(FieldValue::Boolean),
            Some(FieldKind::JidSingle) => self.get()?.map(FieldValue::Jid),
            Some(FieldKind::JidMulti) => {
                let mut all: Vec<Jid> = self.get_all()?;
                let mut seen = BTreeSet::new();
                all.retain(|jid| seen.insert(jid.clone()));
                Some(FieldValue::Jids(all)).filter(|_| !self.values.is_empty())
            }
            Some(FieldKind::TextMulti | FieldKind::Fixed) => self.text().map(FieldValue::Text),
            Some(FieldKind::ListMulti) => {
                Some(FieldValue::Texts(&self.values)).filter(|_| !self.values.is_empty())
            }
            _ => match self.values.as_slice() {
                [] => None,
                [value] => Some(FieldValue::Text(Cow::Borrowed(value))),
                several => Some(FieldValue::Texts(several)),
            },
        };
        Ok(value)
    }

    /// Sets the field to this single value.
    pub fn set_value(&mut self, value: &str) {
        self.set_values([value]);
    }

    /// Sets the field to these values.
    pub fn set_values<I>(&mut self, values: I)
    where
        I: IntoIterator<Item: Into<String>>,
    {
        self.values = values.into_iter().map(Into::into).collect();
    }

    /// Sets the field to this single value: `field.set(&true)`.
    pub fn set<T: Value>(&mut self, value: &T) {
        self.values = vec![value.to_text()];
    }

    /// Sets the values to the lines of a text, as for the type `text-multi`.
    pub fn set_text(&mut self, text: &str) {
        self.set_values(
            text.split('\n')
                .map(|line| line.strip_suffix('\r').unwrap_or(line)),
        );
    }

    fn read_one<T: Value>(&self) -> Result<Option<T>, Error> {
        match self.values.as_slice() {
            [] => Ok(None),
            [value] => read(value, || String::from("/value")),
            _ => Err(repeated()),
        }
    }

    fn read_all<T: Value>(&self) -> Result<Vec<T>, Error> {
        self.read_each().filter_map(Result::transpose).collect()
    }

    /// What came of reading each value.
    fn read_each<T: Value>(&self) -> impl Iterator<Item = Result<Option<T>, Error>> {
        let values = self.values.iter().enumerate();
        values.map(|(at, value)| read(value, || self.path_of_value(at)))
    }

    /// The path from the field to the value at this position.
    pub(crate) fn path_of_value(&self, at: usize) -> String {
        match self.values.len() {
            1 => String::from("/value"),
            _ => format!("/value[{}]", at + 1),
        }
    }
}

impl Form {
    /// Whether more than one field is called `var`.
    pub(crate) fn has_again(&self, var: &str) -> bool {
        self.fields
            .iter()
            .filter(|f| f.is_called(var))
            .nth(1)
            .is_some()
    }
}

fn find<'a>(fields: &'a [Field], var: &str) -> Option<&'a Field> {
    fields.iter().find(|field| field.is_called(var))
}

/// The path of the first field called `var`.
#[cold]
pub(crate) fn path_of(var: &str) -> String {
    format!("/x/field[@var='{var}']")
}

/// What is wrong with a field that has several values where one is allowed.
#[cold]
pub(crate) fn repeated() -> Error {
    let kind = ErrorKind::RepeatedChild {
        element: "field",
        name: "value",
    };
    Error::new(kind).at(String::from("/value[2]"), 0)
}

/// Whether a value is empty, apart from white space.
pub(crate) fn is_blank(text: &str) -> bool {
    text.trim_ascii().is_empty()
}

/// A value as a `T`. `None` if it is empty and not a `T`.
fn read<T: Value>(text: &str, path: impl Fn() -> String) -> Result<Option<T>, Error> {
    match T::parse(text) {
        Ok(value) => Ok(Some(value)),
        Err(why) => match refused(text, T::EXPECTED, &why, &path) {
            None => Ok(None),
            Some(error) => Err(error),
        },
    }
}

/// What is wrong with a text that is not of the form. `None` if it is empty.
#[cold]
pub(crate) fn refused(
    text: &str,
    expected: &'static str,
    why: &InvalidValue,
    path: &dyn Fn() -> String,
) -> Option<Error> {
    const LONGEST: usize = 80;
    if is_blank(text) {
        return None;
    }
    let kind = ErrorKind::InvalidValue {
        expected,
        value: text.chars().take(LONGEST).collect(),
        reason: Box::from(why.reason()),
    };
    Some(Error::new(kind).at(path(), 0))
}

/// An option to choose: an `<option/>`.
///
/// [XEP-0004, section 3.2](https://xmpp.org/extensions/xep-0004.html#protocol-field)
#[doc(alias("XEP-0004", "XEP0004", "0004"))]
#[doc(alias("jabber:x:data", "option"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "option", derive(Debug, PartialEq, Eq))]
#[xml(new = "An option without a label.", parameters = [value], with)]
#[non_exhaustive]
pub struct Choice {
    /// The label shown to users. `None` means the value.
    #[xml(attribute)]
    pub label: Option<String>,
    /// The value. Required by the specification; an option with `None` cannot be chosen.
    #[xml(child_text = "value")]
    pub value: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Choice {
    /// An option with a label.
    #[must_use]
    pub fn labelled(label: &str, value: &str) -> Self {
        Self {
            label: Some(String::from(label)),
            ..Self::new(value)
        }
    }
}

/// The values of a field, according to its type.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FieldValue<'a> {
    /// Of the type `boolean`.
    Boolean(bool),
    /// Of the type `jid-single`.
    Jid(Jid),
    /// Of the type `jid-multi`, each JID once.
    Jids(Vec<Jid>),
    /// A single value of any other type; for `text-multi` and `fixed`, all values joined by line breaks.
    Text(Cow<'a, str>),
    /// Of the type `list-multi`; or several values of a type that allows only one, or of no type.
    Texts(&'a [String]),
}

/// The role of a form.
///
/// [XEP-0004, section 3.1](https://xmpp.org/extensions/xep-0004.html#protocol-formtypes)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum FormKind {
    /// `form`: a form to fill in.
    Form,
    /// `submit`: a submission.
    Submit,
    /// `cancel`: the form has been cancelled.
    Cancel,
    /// `result`: data, or a table.
    Result,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// The type of a field.
///
/// [XEP-0004, section 3.3](https://xmpp.org/extensions/xep-0004.html#protocol-fieldtypes)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum FieldKind {
    /// `boolean`: true or false.
    Boolean,
    /// `fixed`: text to display, without input.
    Fixed,
    /// `hidden`: not shown, and returned unchanged; may have several values.
    Hidden,
    /// `jid-multi`: any number of JIDs.
    JidMulti,
    /// `jid-single`: a JID.
    JidSingle,
    /// `list-multi`: any number of the options, in their order.
    ListMulti,
    /// `list-single`: one of the options.
    ListSingle,
    /// `text-multi`: lines of text.
    TextMulti,
    /// `text-private`: a line of text that is masked during input.
    TextPrivate,
    /// `text-single`: a line of text.
    TextSingle,
    /// Any other, treated as [`TextSingle`](Self::TextSingle).
    #[xml(other)]
    Other(OtherToken),
}
