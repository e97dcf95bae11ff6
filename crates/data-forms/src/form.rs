//! Forms, their answers, and tables of results.
//!
//! [XEP-0004, Data Forms](https://xmpp.org/extensions/xep-0004.html), with the rules of
//! [XEP-0068, Field Standardization for Data Forms](https://xmpp.org/extensions/xep-0068.html) on what a form is about.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_xml::{Error, ErrorKind, Extra, OtherToken, RawElement, Value, Xml};

use crate::form_type::{FieldDescription, FormError, FormType};
use crate::layout::Page;
use crate::media::Media;
use crate::validate::Validate;

/// The namespace.
pub const NS: &str = "jabber:x:data";

/// The name of the field that says what a form is about: see [`Form::form_type`].
pub const FORM_TYPE: &str = "FORM_TYPE";

/// A form to fill in, an answer to one, or data that has the shape of one.
///
/// [XEP-0004, section 3](https://xmpp.org/extensions/xep-0004.html#protocol)
#[doc(alias("XEP-0004", "XEP0004", "0004"))]
#[doc(alias("jabber:x:data", "x"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "x")]
#[xml(new = "An empty form. For [`FormKind::Cancel`] that is all there is.", parameters = [kind], with)]
#[non_exhaustive]
pub struct Form {
    /// What the form is for. The specification demands it; where it is absent, the context must tell.
    #[xml(attribute = "type")]
    pub kind: Option<FormKind>,
    /// What the form as a whole is called; absent where it has no name.
    #[xml(child_text = "title")]
    pub title: Option<String>,
    /// What the one who fills it in should know, in paragraphs.
    #[xml(child_text = "instructions")]
    pub instructions: Vec<String>,
    /// How the fields are laid out; where there are none, one after the other.
    #[xml(child)]
    pub pages: Vec<Page>,
    /// The fields, in the order in which they should be shown.
    #[xml(child, strict)]
    pub fields: Vec<Field>,
    /// The head of the table that the [items](Self::items) are the rows of; absent where there is no table.
    #[xml(child)]
    pub reported: Option<Reported>,
    /// The rows of the table.
    #[xml(child)]
    pub items: Vec<Item>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Form {
    /// A form that has the field [`FORM_TYPE`], hidden, and no other.
    #[must_use]
    pub fn of_type(kind: FormKind, form_type: &str) -> Self {
        let mut field = Field::new(FORM_TYPE, FieldKind::Hidden);
        field.set_value(form_type);
        Self {
            fields: vec![field],
            ..Self::new(kind)
        }
    }

    /// What the form is about, and with it what its fields mean: the value of
    /// [its `FORM_TYPE`](Self::form_type_field).
    ///
    /// Absent where there is no such field, or where it has no value.
    #[must_use]
    pub fn form_type(&self) -> Option<&str> {
        self.form_type_field()?.value()
    }

    /// The first field called [`FORM_TYPE`] that says what the form is about.
    ///
    /// It must be of the type `hidden`, except in an answer ([`FormKind::Submit`]), where fields need no type. Else it is
    /// a field like any other.
    ///
    /// [XEP-0068, section 5](https://xmpp.org/extensions/xep-0068.html#impl)
    #[must_use]
    pub fn form_type_field(&self) -> Option<&Field> {
        self.fields.iter().find(|field| {
            field.is_called(FORM_TYPE)
                && (field.kind == Some(FieldKind::Hidden) || self.kind == Some(FormKind::Submit))
        })
    }

    /// The first field called `var`.
    #[must_use]
    pub fn field(&self, var: &str) -> Option<&Field> {
        find(&self.fields, var)
    }

    /// The first field called `var`, to be changed.
    #[must_use]
    pub fn field_mut(&mut self, var: &str) -> Option<&mut Field> {
        self.fields.iter_mut().find(|field| field.is_called(var))
    }

    /// The first value of the first field called `var`; absent where there is no such field or it has no value.
    #[must_use]
    pub fn value(&self, var: &str) -> Option<&str> {
        self.field(var)?.value()
    }

    /// [`Field::get`] of the first field called `var`; absent where there is none.
    ///
    /// # Errors
    /// As [`Field::get`].
    pub fn get<T: Value>(&self, var: &str) -> Result<Option<T>, Error> {
        match self.field(var) {
            Some(field) => field.read_one().map_err(|e| e.within(&path_of(var))),
            None => Ok(None),
        }
    }

    /// [`Field::get_all`] of the first field called `var`; nothing where there is none.
    ///
    /// # Errors
    /// As [`Field::get_all`].
    pub fn get_all<T: Value>(&self, var: &str) -> Result<Vec<T>, Error> {
        match self.field(var) {
            Some(field) => field.read_all().map_err(|e| e.within(&path_of(var))),
            None => Ok(Vec::new()),
        }
    }

    /// [`FormType::from_form`] of the type `T`: the fields as what they are registered to be.
    ///
    /// # Errors
    /// As [`FormType::from_form`].
    pub fn parse<T: FormType>(&self) -> Result<T, FormError> {
        T::from_form(self)
    }

    /// Gives the first field called `var` this one value and leaves the rest of it alone. Where there is no such field,
    /// one without a type is added at the end.
    pub fn set_value(&mut self, var: &str, value: &str) {
        self.set_values(var, [value]);
    }

    /// As [`set_value`](Self::set_value), with any number of values, or none.
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

    /// As [`set_value`](Self::set_value), with a value of another type: `form.set("milk", &true)`.
    pub fn set<T: Value>(&mut self, var: &str, value: &T) {
        self.set_values(var, [value.to_text()]);
    }

    /// An answer to this form that takes it as it stands: the fields that have a value, with their names, types and
    /// values, so the hidden ones and the defaults.
    ///
    /// Fields without a value are left out, which leaves what they stand for as it is; so are the fixed ones,
    /// which only say something. [`set_value`](Self::set_value) adds what has been filled in.
    ///
    /// [XEP-0004, section 3.1](https://xmpp.org/extensions/xep-0004.html#protocol-formtypes)
    #[must_use]
    pub fn submit(&self) -> Self {
        self.answer(|_| false)
    }

    /// As [`submit`](Self::submit), with the fields that had values in `before`, the same form, and have none any more:
    /// that is how to say that they shall have none.
    pub(crate) fn submit_after(&self, before: &Self) -> Self {
        self.answer(|at| before.fields.get(at).is_some_and(|f| !f.values.is_empty()))
    }

    /// An answer with all that has a value, and what has none but had one, by its place.
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

/// The head of a table: what columns there are. Its fields have names, types and labels and no values.
///
/// [XEP-0004, section 3.4](https://xmpp.org/extensions/xep-0004.html#protocol-results)
#[doc(alias("XEP-0004", "XEP0004", "0004"))]
#[doc(alias("jabber:x:data"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "reported")]
#[xml(new = "A table without columns.", with)]
#[non_exhaustive]
pub struct Reported {
    /// The columns.
    #[xml(child)]
    pub fields: Vec<Field>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Reported {
    /// The first column called `var`.
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "item")]
#[xml(new = "A row without cells.", with)]
#[non_exhaustive]
pub struct Item {
    /// The cells. What type they have, the [head](Reported) says.
    #[xml(child)]
    pub fields: Vec<Field>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Item {
    /// The first cell of the column `var`.
    #[must_use]
    pub fn field(&self, var: &str) -> Option<&Field> {
        find(&self.fields, var)
    }

    /// The first value in the first cell of the column `var`; absent where there is no such cell or it has no value.
    #[must_use]
    pub fn value(&self, var: &str) -> Option<&str> {
        self.field(var)?.value()
    }
}

/// A field of a form, a column of a table, or a cell of one.
///
/// Its values are texts. [`get`](Self::get) and its like read them as something else, and
/// [`typed_value`](Self::typed_value) as what the type of the field says.
///
/// [XEP-0004, section 3.2](https://xmpp.org/extensions/xep-0004.html#protocol-field)
#[doc(alias("XEP-0004", "XEP0004", "0004"))]
#[doc(alias("jabber:x:data"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "field")]
#[non_exhaustive]
pub struct Field {
    /// The name of the field; only a fixed one may be without.
    #[xml(attribute)]
    pub var: Option<String>,
    /// The type of the field. When absent, it is that of the field of this name in the form that this is an answer to,
    /// or in the head of the table; in a form to fill in, `text-single`.
    #[xml(attribute = "type")]
    pub kind: Option<FieldKind>,
    /// What the field is called where people see it; when absent, its name must do.
    #[xml(attribute)]
    pub label: Option<String>,
    /// A longer explanation; absent where none is needed.
    #[xml(child_text = "desc")]
    pub description: Option<String>,
    /// Whether an answer must have this field.
    #[xml(flag = "required")]
    pub required: bool,
    /// What the values must be like; when absent, what the type says is all.
    #[xml(child)]
    pub validate: Option<Validate>,
    /// Pictures, sounds and videos that belong to the field, such as what is to be recognized.
    #[xml(child)]
    pub media: Vec<Media>,
    /// The values: the defaults in a form, what was filled in in an answer, data in a result.
    #[xml(child_text = "value")]
    pub values: Vec<String>,
    /// What can be chosen, if the type is one of the `list-` types.
    #[xml(child)]
    pub options: Vec<Choice>,
    /// What extensions add, such as the files that can be put in
    /// ([XEP-0505](https://xmpp.org/extensions/xep-0505.html)).
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Field {
    /// A field of a type, without values.
    #[must_use]
    pub fn new(var: &str, kind: FieldKind) -> Self {
        Self {
            kind: Some(kind),
            ..Self::untyped(var)
        }
    }

    /// A field without a type and values: for answers and the rows of a table, where the type is known.
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

    /// The first value, as it stands.
    #[must_use]
    pub fn value(&self) -> Option<&str> {
        self.values.first().map(String::as_str)
    }

    /// All values in one text, as lines; absent where there is none.
    ///
    /// This is how a field of the type `text-multi` is to be shown.
    #[must_use]
    pub fn text(&self) -> Option<Cow<'_, str>> {
        match self.values.as_slice() {
            [] => None,
            [value] => Some(Cow::Borrowed(value)),
            lines => Some(Cow::Owned(lines.join("\n"))),
        }
    }

    /// The value as a `T`, such as `bool` for all spellings of a boolean, a `Jid`, or a number; whatever the type of the
    /// field is.
    ///
    /// Absent where there is no value. An empty one that is no `T` counts as none: that is how some say so
    /// ([XEP-0004, section 3.6](https://xmpp.org/extensions/xep-0004.html#empty-or-absent-values)).
    ///
    /// # Errors
    /// The value is not a `T`, or there is more than one. The path of the error ends in the value; its offset
    /// is not known.
    pub fn get<T: Value>(&self) -> Result<Option<T>, Error> {
        self.read_one().map_err(|e| e.within("/field"))
    }

    /// Each value as a `T`. An empty one that is no `T` is left out.
    ///
    /// # Errors
    /// As [`get`](Self::get), but there may be any number of values.
    pub fn get_all<T: Value>(&self) -> Result<Vec<T>, Error> {
        self.read_all().map_err(|e| e.within("/field"))
    }

    /// The values as the type of the field says; absent where there is none.
    ///
    /// A field without a type, or of an unknown one, has texts.
    ///
    /// # Errors
    /// As [`get`](Self::get), for booleans and addresses.
    pub fn typed_value(&self) -> Result<Option<FieldValue<'_>>, Error> {
        self.value_as(self.kind.as_ref())
    }

    /// As [`typed_value`](Self::typed_value); a field without a type has the one that it is registered with, if it
    /// is in the list.
    ///
    /// The lists are [`FormType::FIELDS`], or [`FormEntry::fields`](crate::form_type::FormEntry::fields) where the
    /// `FORM_TYPE` is not known beforehand.
    ///
    /// # Errors
    /// As [`typed_value`](Self::typed_value).
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

    /// Makes this the only value.
    pub fn set_value(&mut self, value: &str) {
        self.set_values([value]);
    }

    /// Makes these the values.
    pub fn set_values<I>(&mut self, values: I)
    where
        I: IntoIterator<Item: Into<String>>,
    {
        self.values = values.into_iter().map(Into::into).collect();
    }

    /// Makes this the only value: `field.set(&true)`.
    pub fn set<T: Value>(&mut self, value: &T) {
        self.values = vec![value.to_text()];
    }

    /// Makes the lines of a text the values, as a field of the type `text-multi` has them.
    pub fn set_text(&mut self, text: &str) {
        self.set_values(
            text.split('\n')
                .map(|line| line.strip_suffix('\r').unwrap_or(line)),
        );
    }

    pub(crate) fn read_one<T: Value>(&self) -> Result<Option<T>, Error> {
        match self.values.as_slice() {
            [] => Ok(None),
            [value] => read(value, || String::from("/value")),
            _ => {
                let kind = ErrorKind::RepeatedChild {
                    element: "field",
                    name: "value",
                };
                Err(Error::new(kind).at(String::from("/value[2]"), 0))
            }
        }
    }

    fn read_all<T: Value>(&self) -> Result<Vec<T>, Error> {
        self.read_each().filter_map(Result::transpose).collect()
    }

    /// What came of reading each value.
    pub(crate) fn read_each<T: Value>(&self) -> impl Iterator<Item = Result<Option<T>, Error>> {
        let path = |at| match self.values.len() {
            1 => String::from("/value"),
            _ => format!("/value[{}]", at + 1),
        };
        let values = self.values.iter().enumerate();
        values.map(move |(at, value)| read(value, || path(at)))
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

/// A value as a `T`; absent where it is empty and no `T`.
pub(crate) fn read<T: Value>(
    text: &str,
    path: impl FnOnce() -> String,
) -> Result<Option<T>, Error> {
    const LONGEST: usize = 80;
    match T::parse(text) {
        Ok(value) => Ok(Some(value)),
        Err(_) if text.trim_ascii().is_empty() => Ok(None),
        Err(why) => {
            let kind = ErrorKind::InvalidValue {
                expected: T::EXPECTED,
                value: text.chars().take(LONGEST).collect(),
                reason: Box::from(why.reason()),
            };
            Err(Error::new(kind).at(path(), 0))
        }
    }
}

/// Something that can be chosen: an `<option/>`.
///
/// [XEP-0004, section 3.2](https://xmpp.org/extensions/xep-0004.html#protocol-field)
#[doc(alias("XEP-0004", "XEP0004", "0004"))]
#[doc(alias("jabber:x:data", "option"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "option")]
#[xml(new = "A choice without a label.", parameters = [value], with)]
#[non_exhaustive]
pub struct Choice {
    /// What it is called where people see it; when absent, its value must do.
    #[xml(attribute)]
    pub label: Option<String>,
    /// The value that stands for it. The specification demands it; where it is absent, this cannot be chosen.
    #[xml(child_text = "value")]
    pub value: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Choice {
    /// A choice with a label.
    #[must_use]
    pub fn labelled(label: &str, value: &str) -> Self {
        Self {
            label: Some(String::from(label)),
            ..Self::new(value)
        }
    }
}

/// The values of a field, by its type.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FieldValue<'a> {
    /// Of the type `boolean`.
    Boolean(bool),
    /// Of the type `jid-single`.
    Jid(Jid),
    /// Of the type `jid-multi`, each address once.
    Jids(Vec<Jid>),
    /// Of any other type, if there is one value; of the types `text-multi` and `fixed`, all values as lines.
    Text(Cow<'a, str>),
    /// Of the type `list-multi`; of a type that is not for several values, or of none, if there are several.
    Texts(&'a [String]),
}

/// What a form is for.
///
/// [XEP-0004, section 3.1](https://xmpp.org/extensions/xep-0004.html#protocol-formtypes)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum FormKind {
    /// `form`: it is to be filled in.
    Form,
    /// `submit`: it is an answer.
    Submit,
    /// `cancel`: there will be no answer.
    Cancel,
    /// `result`: it is data, or a table.
    Result,
    /// Another one.
    #[xml(other)]
    Other(OtherToken),
}

/// The type of a field.
///
/// [XEP-0004, section 3.3](https://xmpp.org/extensions/xep-0004.html#protocol-fieldtypes)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum FieldKind {
    /// `boolean`: yes or no.
    Boolean,
    /// `fixed`: words to be shown, nothing to be filled in.
    Fixed,
    /// `hidden`: not shown, and to be given back as it is; may have several values.
    Hidden,
    /// `jid-multi`: any number of addresses.
    JidMulti,
    /// `jid-single`: an address.
    JidSingle,
    /// `list-multi`: any number of the options, in the order of the options.
    ListMulti,
    /// `list-single`: one of the options.
    ListSingle,
    /// `text-multi`: lines of text.
    TextMulti,
    /// `text-private`: a line of text that is not shown while it is typed.
    TextPrivate,
    /// `text-single`: a line of text.
    TextSingle,
    /// Another one, to be taken as [`TextSingle`](Self::TextSingle).
    #[xml(other)]
    Other(OtherToken),
}
