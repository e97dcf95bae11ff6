//! From an element that a type has written to JSON, along the description of the type.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Write as _};

use super::tree::{Json, Object};
use super::types::{Types, is_first_of_type_name, place_inside};
use super::{
    ATTRIBUTES, CONTENT, DECLARATIONS, EXTRA, INVALID, NAME, NAMESPACE, PREFIX, TEXT, TYPE, holds,
    integer, is_boolean, is_number, is_opaque, leaf, name_key, namespace_key,
};
use crate::element::{ChildContent, ChildField, Description, Occurs};
use crate::error::Error;
use crate::extra::TEXT as TEXT_SLOT;
use crate::node::Node;
use crate::read::Children;
use crate::registry::Entry;
use crate::tape::{HAS_BLANK, HAS_ELEMENTS, HAS_TEXT, Kind, Record, USES_NO_NAMESPACE};
use crate::value::Form;

/// What the element at `node` is in JSON, with at most `nesting` types inside it.
pub(super) fn element<'a>(
    node: &Node<'a>,
    description: &'static Description,
    nesting: usize,
    types: Types<'_>,
) -> Result<Json<'a>, Error> {
    let walk = &mut Walk {
        types,
        declared: Vec::new(),
        parent: None,
    };
    element_within(node, description, nesting, walk, "")
}

/// What is kept along the way.
struct Walk<'a, 't> {
    types: Types<'t>,
    /// The declarations that the objects further out list.
    declared: Vec<u32>,
    /// The element further out.
    parent: Option<Node<'a>>,
}

/// The same inside other objects, where the default namespace is `around`.
fn element_within<'a>(
    node: &Node<'a>,
    description: &'static Description,
    nesting: usize,
    walk: &mut Walk<'a, '_>,
    around: &str,
) -> Result<Json<'a>, Error> {
    if !description.choices.is_empty() {
        let mut choices = description.choices.iter();
        let choice = choices
            .find(|choice| choice.names.matches_within_union(node))
            .ok_or_else(|| description.wrong_element(node))?;
        let value = element_within(node, (choice.description)(), nesting, walk, around)?;
        return Ok(Json::object([(choice.variant, value)]));
    }
    if is_opaque(description) {
        return match typed(node, nesting, walk, around)? {
            Some(object) => Ok(Json::Object(object)),
            None => Ok(raw(node, &walk.declared, around)),
        };
    }
    known_parts(node, description, nesting, walk, around).map(Json::Object)
}

/// The keys and values of an element of a type.
fn known_parts<'a>(
    node: &Node<'a>,
    description: &'static Description,
    nesting: usize,
    walk: &mut Walk<'a, '_>,
    around: &str,
) -> Result<Object<'a>, Error> {
    let mut children = Children::new(*node, description);
    let known = core::iter::from_fn(|| children.step()).collect();
    parts(node, description, known, nesting, walk, around)
}

/// The element as one of the types that are known, with its name; `None` if there is none that it is valid for.
fn typed<'a>(
    node: &Node<'a>,
    nesting: usize,
    walk: &mut Walk<'a, '_>,
    around: &str,
) -> Result<Option<Object<'a>>, Error> {
    let types = walk.types;
    let parent = walk.parent.map_or("", |parent| parent.namespace());
    let is_in = |namespace: &str| node.namespace_is(namespace);
    let among = || types.of_name(node.name(), parent, &is_in);
    let fits = |description| {
        let descriptions = among().map(|(_, description)| description);
        is_valid(node, description, nesting) && is_first_of_type_name(description, descriptions)
    };
    let place = walk.parent.as_ref().map(place_inside);
    let here = |entry: &Entry| place.is_some_and(|place| entry.stands_in(place));
    let all = among().filter(|(entry, _)| here(entry));
    let mut all = all.chain(among().filter(|(entry, _)| !here(entry)));
    let Some((_, description)) = all.find(|(_, description)| fits(description)) else {
        return Ok(None);
    };
    let mut object = Object::new();
    object.push((Cow::Borrowed(NAMESPACE), Json::text(node.namespace())));
    object.push((Cow::Borrowed(NAME), Json::text(node.name())));
    if among().nth(1).is_some() {
        object.push((Cow::Borrowed(TYPE), Json::text(description.type_name)));
    }
    let mut fields = known_parts(node, description, nesting, walk, around)?;
    fields.retain(|(key, _)| !matches!(&**key, NAMESPACE | NAME));
    object.extend(fields);
    Ok(Some(object))
}

/// An element as it stands, with the declarations that it inherits but for those that are listed further out.
fn raw<'a>(node: &Node<'a>, declared: &[u32], around: &str) -> Json<'a> {
    let document = node.document;
    let name_len = node.record().map_or(0, |r| usize::from(r.name_len) + 1);
    let (name, rest) = node.source().split_at_checked(name_len).unwrap_or_default();
    let mut text = String::from(name);
    if node.flags() & USES_NO_NAMESPACE != 0 && !around.is_empty() {
        text.push_str(" xmlns=''");
    }
    for declaration in node.inherited() {
        let prefix = document.declared_prefix(declaration);
        let holds = match prefix {
            "" => document.namespace(declaration) == around,
            _ => declared.contains(&declaration),
        };
        if holds {
            continue;
        }
        let colon = if prefix.is_empty() { "" } else { ":" };
        let name = document.namespace(declaration);
        let _ = write!(text, " xmlns{colon}{prefix}='{}'", Escaped(name));
    }
    text.push_str(rest);
    Json::text(text)
}

/// An attribute value, escaped.
struct Escaped<'a>(&'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for character in self.0.chars() {
            match character {
                '<' | '&' | '\'' | '\t' | '\n' | '\r' => write!(f, "&#{};", u32::from(character))?,
                other => f.write_char(other)?,
            }
        }
        Ok(())
    }
}

/// A piece of the content of an element.
enum Item<'a> {
    /// The next child of a field, or all of the text that is one.
    Field(u16),
    /// Text that is a piece of the field, or foreign.
    Text(Cow<'a, str>),
    Unknown(Json<'a>),
}

/// The keys and values of an element; `known` are the children that fields take, with their fields.
fn parts<'a>(
    node: &Node<'a>,
    description: &Description,
    known: Vec<(u16, u32)>,
    nesting: usize,
    walk: &mut Walk<'a, '_>,
    around: &str,
) -> Result<Object<'a>, Error> {
    let outer = walk.declared.len();
    let outer_parent = walk.parent.replace(*node);
    let declarations = declarations(node, description, &mut walk.declared);
    let mut inside = walk.declared.get(outer..).unwrap_or_default().iter();
    let inside = inside.rfind(|d| node.document.declared_prefix(**d).is_empty());
    let inside = match inside {
        Some(default) => node.document.namespace(*default),
        None if node.prefix().is_empty() => node.namespace(),
        None => around,
    };
    let mut object = Object::new();
    if let Some(key) = name_key(description) {
        object.push((Cow::Borrowed(key), Json::text(node.name())));
    }
    if let Some(key) = namespace_key(description) {
        object.push((Cow::Borrowed(key), Json::text(node.namespace())));
    }
    let unknown = attributes(node, description, &mut object);

    let text = text(node, description);
    let is_field = text.is_some();
    if let (Some(field), Some(text)) = (&description.text, text) {
        object.push((Cow::Borrowed(field.field), scalar(text, &field.form)));
    }

    let mut fields: Vec<Vec<Json<'a>>> = Vec::new();
    fields.resize_with(description.children.len(), Vec::new);
    let mut items: Vec<Item<'a>> = Vec::new();
    let mut known = known.into_iter().peekable();
    let keeps_text = description.text.is_some() || node.has_own_text();
    for (index, record) in node.content_records() {
        let document = node.document;
        if record.kind == Kind::Text {
            let text = document.characters(record);
            match items.last_mut() {
                Some(Item::Text(before)) => before.to_mut().push_str(&text),
                _ if keeps_text && !text.is_empty() => items.push(Item::Text(text)),
                _ => {}
            }
            continue;
        }
        let child = Node { document, index };
        let slot = known.next_if(|(_, at)| *at == index).map(|(slot, _)| slot);
        let place = slot.and_then(|slot| {
            let at = usize::from(slot);
            let (field, values) = (description.children.get(at)?, fields.get_mut(at)?);
            let is_free = field.occurs == Occurs::Many || values.is_empty();
            (is_free && fits(&child, field, nesting)).then_some((slot, field, values))
        });
        items.push(match place {
            Some((slot, field, values)) => {
                values.push(match field.content {
                    ChildContent::Element(of) => {
                        element_within(&child, of(), nesting.saturating_sub(1), walk, inside)?
                    }
                    ChildContent::Text(form) => plain(&child, field, Some(form), walk)?,
                    ChildContent::Flag => plain(&child, field, None, walk)?,
                });
                Item::Field(slot)
            }
            None => Item::Unknown(raw(&child, &walk.declared, inside)),
        });
    }
    for (field, mut values) in description.children.iter().zip(fields) {
        let value = match field.occurs {
            Occurs::Many if values.is_empty() => None,
            Occurs::Many => Some(Json::Array(values)),
            _ => values.pop(),
        };
        object.extend(value.map(|value| (Cow::Borrowed(field.field), value)));
    }

    let content = content(items, description, is_field);
    walk.declared.truncate(outer);
    walk.parent = outer_parent;
    let mut extra = Object::new();
    if node.prefix() != description.prefix && node.prefix() != "xml" {
        extra.push((Cow::Borrowed(PREFIX), Json::text(node.prefix())));
    }
    if !declarations.is_empty() {
        extra.push((Cow::Borrowed(DECLARATIONS), Json::Object(declarations)));
    }
    if !unknown.is_empty() {
        extra.push((Cow::Borrowed(ATTRIBUTES), Json::Object(unknown)));
    }
    if !content.is_empty() {
        extra.push((Cow::Borrowed(CONTENT), Json::Array(content)));
    }
    if !extra.is_empty() {
        object.push((Cow::Borrowed(EXTRA), Json::Object(extra)));
    }
    Ok(object)
}

/// What the start tag declares beside what the type says itself; adds it to `declared`.
fn declarations<'a>(
    node: &Node<'a>,
    description: &Description,
    declared: &mut Vec<u32>,
) -> Object<'a> {
    let document = node.document;
    let mut listed = Object::new();
    for (index, record) in node.attribute_records() {
        if record.kind != Kind::Declaration {
            continue;
        }
        let prefix = document.declared_prefix(index);
        // It goes without saying how an element of the type declares its namespace.
        let is_own = document.number(index) == node.number()
            && prefix == node.prefix()
            && (prefix.is_empty() || prefix == description.prefix);
        if is_own || prefix == "xml" {
            continue;
        }
        declared.push(index);
        let name = Json::text(document.namespace(index));
        listed.push((Cow::Borrowed(prefix), name));
    }
    listed
}

/// Puts the attributes that are fields into `object`; gives the others.
fn attributes<'a>(
    node: &Node<'a>,
    description: &Description,
    object: &mut Object<'a>,
) -> Object<'a> {
    let mut unknown = Object::new();
    let mut fields: Vec<Option<Json<'a>>> = Vec::new();
    fields.resize_with(description.attributes.len(), || None);
    for attribute in node.attributes() {
        let mut places = description.attributes.iter().zip(&mut fields);
        let place =
            places.find(|(f, _)| f.name == attribute.name && f.namespace == attribute.namespace);
        match place {
            Some((field, value)) if holds(&field.form, &attribute.value) => {
                *value = Some(scalar(attribute.value, &field.form));
            }
            _ => {
                let key = match attribute.prefix {
                    "" => Cow::Borrowed(attribute.name),
                    prefix => Cow::Owned(format!("{prefix}:{}", attribute.name)),
                };
                unknown.push((key, Json::Text(attribute.value)));
            }
        }
    }
    let fields = description.attributes.iter().zip(fields);
    object.extend(fields.filter_map(|(f, value)| {
        // That it is not there, though it must be, is said: else it would be a fault when this is read.
        let missing = (f.occurs == Occurs::Expected).then_some(Json::Null);
        Some((Cow::Borrowed(f.field), value.or(missing)?))
    }));
    unknown
}

/// The text of an element where it is a field, is there and is of its form.
fn text<'a>(node: &Node<'a>, description: &Description) -> Option<Cow<'a, str>> {
    let field = description.text.as_ref()?;
    let is_there = field.occurs == Occurs::Once || node.flags() & (HAS_TEXT | HAS_BLANK) != 0;
    let text = is_there.then(|| node.text())?;
    holds(&field.form, &text).then_some(text)
}

fn scalar<'a>(text: Cow<'a, str>, form: &Form) -> Json<'a> {
    if form.keeps(&text) {
        return Json::object([(INVALID, Json::Text(text))]);
    }
    if let Some(number) = integer(&text).filter(|_| is_number(form)) {
        return Json::Integer(number.into());
    }
    match &*text {
        "true" if is_boolean(form) => Json::Bool(true),
        "false" if is_boolean(form) => Json::Bool(false),
        _ => Json::Text(text),
    }
}

/// A child that is a text or a flag; an object where there is more to it.
fn plain<'a>(
    node: &Node<'a>,
    field: &ChildField,
    form: Option<Form>,
    walk: &mut Walk<'a, '_>,
) -> Result<Json<'a>, Error> {
    let mut attributes = node.attribute_records();
    let says_more = |(index, record): (u32, &Record)| {
        record.kind == Kind::Attribute
            || record.prefix_len != 0
            || node.document.number(index) != node.number()
    };
    let is_bare =
        node.flags() & HAS_ELEMENTS == 0 && node.prefix().is_empty() && !attributes.any(says_more);
    match form {
        Some(form) if is_bare && form.accepts(&node.text()) => Ok(scalar(node.text(), &form)),
        None if is_bare && node.flags() & (HAS_TEXT | HAS_BLANK) == 0 => Ok(Json::Bool(true)),
        _ => parts(node, &leaf(field.names, form), Vec::new(), 0, walk, "").map(Json::Object),
    }
}

/// The listing of what is not where the fields say, or in none of them.
///
/// Known children that come first and in canonical order go without saying if nothing known follows them.
fn content<'a>(items: Vec<Item<'a>>, description: &Description, is_field: bool) -> Vec<Json<'a>> {
    let is_text = |item: &Item<'_>| is_field && matches!(item, Item::Text(_));
    let is_known = |item: &Item<'_>| is_text(item) || matches!(item, Item::Field(_));
    let known = items.iter().rposition(is_known).map_or(0, |last| last + 1);
    let (before, _) = items.split_at_checked(known).unwrap_or_default();
    // The text, once, and then the fields in their order.
    let is_canonical = before.iter().all(is_known)
        && before.is_sorted_by_key(|item| match item {
            Item::Field(slot) => u32::from(*slot) + 1,
            _ => 0,
        })
        && before.iter().filter(|item| is_text(item)).count() <= 1;
    let skipped = if is_canonical { known } else { 0 };
    let is_whole = items.iter().filter(|item| is_text(item)).count() == 1;

    let mut listing = Vec::new();
    let mut run: Option<(u16, i128)> = None;
    let end_run = |run: &mut Option<(u16, i128)>, listing: &mut Vec<Json<'a>>| {
        let Some((slot, count)) = run.take() else {
            return;
        };
        let name = match slot {
            TEXT_SLOT => description.text.as_ref().map(|f| f.field),
            _ => description.children.get(usize::from(slot)).map(|f| f.field),
        };
        let name = name.unwrap_or_default();
        listing.push(match count {
            1 => Json::text(name),
            _ => Json::object([(name, Json::Integer(count))]),
        });
    };
    for item in items.into_iter().skip(skipped) {
        let item = match item {
            Item::Text(_) if is_field && is_whole => Item::Field(TEXT_SLOT),
            other => other,
        };
        match item {
            Item::Field(slot) => match &mut run {
                Some((of, count)) if *of == slot => *count += 1,
                _ => {
                    end_run(&mut run, &mut listing);
                    run = Some((slot, 1));
                }
            },
            Item::Text(text) => {
                end_run(&mut run, &mut listing);
                listing.push(Json::object([(TEXT, Json::Text(text))]));
            }
            Item::Unknown(element) => {
                end_run(&mut run, &mut listing);
                listing.push(element);
            }
        }
    }
    end_run(&mut run, &mut listing);
    listing
}

/// Whether a field can take the child: whether all is there and valid that its type cannot be without.
pub(super) fn fits(child: &Node<'_>, field: &ChildField, nesting: usize) -> bool {
    match field.content {
        ChildContent::Element(of) => nesting
            .checked_sub(1)
            .is_some_and(|nesting| is_valid(child, of(), nesting)),
        ChildContent::Text(form) => holds(&form, &child.text()),
        ChildContent::Flag => true,
    }
}

fn is_valid(node: &Node<'_>, description: &'static Description, nesting: usize) -> bool {
    if !description.choices.is_empty() {
        let mut choices = description.choices.iter();
        return choices
            .find(|choice| choice.names.matches_within_union(node))
            .is_some_and(|choice| is_valid(node, (choice.description)(), nesting));
    }
    if is_opaque(description) {
        return true;
    }
    let has_attributes = || {
        let mut required = description.attributes.iter();
        required.all(|field| {
            let value = node.attribute_in(field.namespace, field.name);
            field.occurs != Occurs::Once || value.is_some_and(|text| holds(&field.form, &text))
        })
    };
    let has_text = || {
        let required = description.text.as_ref();
        required.is_none_or(|f| f.occurs != Occurs::Once || holds(&f.form, &node.text()))
    };
    let has_children = || {
        let mut missing: Vec<bool> = description
            .children
            .iter()
            .map(|field| field.occurs == Occurs::Once)
            .collect();
        if !missing.contains(&true) {
            return true;
        }
        let mut children = Children::new(*node, description);
        while let Some((slot, index)) = children.step() {
            let slot = usize::from(slot);
            let missing = missing.get_mut(slot).filter(|missing| **missing);
            if let (Some(field), Some(missing)) = (description.children.get(slot), missing) {
                *missing = !fits(&children.at(index), field, nesting);
            }
        }
        !missing.contains(&true)
    };
    has_attributes() && has_text() && has_children()
}
