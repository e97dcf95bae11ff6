//! From JSON to the element that a type reads, along the description of the type.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::sync::Arc;
use alloc::vec;
use alloc::vec::Vec;
use core::fmt::{self, Write as _};
use core::iter::Peekable;
use core::slice;

use super::tree::{Json, Object};
use super::types::Types;
use super::{
    ATTRIBUTES, CONTENT, DECLARATIONS, EXTRA, INVALID, NAME, NAMESPACE, PREFIX, TEXT, TYPE,
    is_boolean, is_number, is_opaque, leaf, name_key, namespace_key, not_of_form,
};
use crate::chars;
use crate::element::{
    AttributeField, ChildContent, ChildField, Description, Locals, Names, Namespaces, Occurs,
};
use crate::error::ErrorKind;
use crate::extra::TEXT as TEXT_SLOT;
use crate::log::for_log;
use crate::namespace::{XML, XMLNS};
use crate::node::Node;
use crate::options::{Limit, Limits, Options};
use crate::parser::{self, Extent, Parsed};
use crate::tape::Scope;
use crate::value::Form;
use crate::writer;

/// What is wrong with a JSON value, and where.
#[derive(Debug)]
pub(super) struct Fault {
    path: String,
    message: String,
}

impl Fault {
    #[cold]
    fn new(message: impl Into<String>) -> Self {
        Self {
            path: String::new(),
            message: message.into(),
        }
    }

    #[cold]
    fn expected(what: &str, json: &Json<'_>) -> Self {
        Self::new(format!("{what} was expected, not {}", json.kind()))
    }

    #[cold]
    fn missing(key: &str) -> Self {
        Self::new(format!("`{key}` is missing"))
    }

    #[cold]
    fn of(kind: &ErrorKind) -> Self {
        Self::new(kind.to_string())
    }

    /// The same fault, found in what has this key.
    fn at(mut self, key: &str) -> Self {
        let dot = if self.path.is_empty() || self.path.starts_with('[') {
            ""
        } else {
            "."
        };
        self.path = format!("{key}{dot}{}", self.path);
        self
    }

    fn at_index(self, index: usize) -> Self {
        self.at(&format!("[{index}]"))
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let message = for_log(&self.message);
        match self.path.as_str() {
            "" => message.fmt(f),
            path => write!(f, "{}: {message}", for_log(path)),
        }
    }
}

type Result<T, E = Fault> = core::result::Result<T, E>;

/// A value as it came, which borrows nothing.
type Value = Json<'static>;

/// Writes the element with at most `nesting` types inside it; returns whether there was anything beside the fields.
pub(super) fn element(
    json: &Value,
    description: &'static Description,
    nesting: usize,
    types: Types<'_>,
) -> Result<(String, bool)> {
    let mut writer = Writer {
        types,
        ..Writer::default()
    };
    writer.element(json, description, "", nesting, &|_| Ok(()))?;
    Ok((writer.out, writer.has_extra))
}

/// The name of an element: the local one, and whether a namespace is its.
struct Name<'a> {
    local: &'a str,
    is_in: &'a dyn Fn(&str) -> bool,
}

/// Whether what reads an element of this name would put it where it was given.
type Check<'a> = &'a dyn Fn(&Name<'_>) -> Result<()>;

/// Writes elements, each with its namespace as the default one, unless another default is declared.
#[derive(Default)]
struct Writer<'t> {
    /// The types that an object in the place of XML may be of.
    types: Types<'t>,
    out: String,
    has_extra: bool,
    /// What the objects declare that the writer is in.
    scope: Option<Arc<Scope>>,
    /// The default namespace where the writer is, or [`FOREIGN`].
    default: &'static str,
}

/// Stands for a default namespace that an object declares: no element of a type is in it.
const FOREIGN: &str = "\0";

impl Writer<'_> {
    /// Writes an element; `parent` is the namespace of the one that it is in.
    fn element(
        &mut self,
        json: &Value,
        description: &'static Description,
        parent: &'static str,
        nesting: usize,
        check: Check<'_>,
    ) -> Result<()> {
        if !description.choices.is_empty() {
            let Json::Object(entries) = json else {
                return Err(Fault::expected("a choice in an object", json));
            };
            let [(variant, value)] = entries.as_slice() else {
                return Err(Fault::new("a choice is an object of one key"));
            };
            let choice = description.choices.iter().find(|c| c.variant == variant);
            let Some(choice) = choice else {
                return Err(unknown_key(variant));
            };
            let check = |name: &Name<'_>| {
                check(name)?;
                let mut choices = description.choices.iter();
                let read = choices.find(|c| name.is_one_of(&c.names, parent));
                match read {
                    Some(read) if read.variant != choice.variant => Err(belongs_in(read.variant)),
                    _ => Ok(()),
                }
            };
            let written = self.element(value, (choice.description)(), parent, nesting, &check);
            return written.map_err(|fault| fault.at(variant));
        }
        match json {
            Json::Text(text) if is_opaque(description) => self.raw(text, check),
            Json::Object(entries) if is_opaque(description) && !self.types.is_empty() => {
                self.typed(entries, parent, nesting, check)
            }
            _ if is_opaque(description) => Err(Fault::expected("XML in a string", json)),
            Json::Object(entries) => {
                let parts = Parts::of(entries, description, &[])?;
                let namespace = parts.namespace(parent)?;
                check(&Name {
                    local: parts.local()?,
                    is_in: &|name| name == namespace,
                })?;
                self.parts(&parts, parent, nesting)
            }
            _ => Err(Fault::expected("an object", json)),
        }
    }

    /// Writes an element of a type that is known by its name.
    fn typed(
        &mut self,
        entries: &Object<'static>,
        parent: &'static str,
        nesting: usize,
        check: Check<'_>,
    ) -> Result<()> {
        const TAGS: [&str; 3] = [NAMESPACE, NAME, TYPE];
        let mut tags = [None; 3];
        for (key, value) in entries {
            let tag = TAGS.iter().zip(&mut tags).find(|(tag, _)| *tag == key);
            if tag.is_some_and(|(_, place)| place.replace(value).is_some()) {
                return Err(repeated_key(key));
            }
        }
        let [namespace, local, type_name] = tags;
        let (namespace, local) = (string(namespace, NAMESPACE)?, string(local, NAME)?);
        let is_in = |name: &str| name == namespace;
        check(&Name {
            local,
            is_in: &is_in,
        })?;
        let mut among = self.types.of_name(local, parent, &is_in);
        let found = match type_name {
            None => among.next(),
            Some(json) => {
                let type_name = string(Some(json), TYPE)?;
                among.find(|(_, description)| description.type_name == type_name)
            }
        };
        let Some((_, description)) = found else {
            let message = format!("no type is known for `{local}` of the namespace `{namespace}`");
            return Err(Fault::new(message));
        };
        let parts = Parts::of(entries, description, &TAGS)?;
        if parts.namespace(parent)? != namespace || parts.local()? != local {
            return Err(Fault::new("the element has another name in its fields"));
        }
        self.parts(&parts, parent, nesting)
    }

    /// Writes a child that is a text of the form, or a flag.
    fn plain(
        &mut self,
        json: &Value,
        names: Names,
        form: Option<Form>,
        parent: &'static str,
    ) -> Result<()> {
        let leaf = leaf(names, form);
        let parts = match (json, form) {
            (Json::Object(entries), _) => Parts::of(entries, &leaf, &[])?,
            (Json::Bool(true), None) => Parts::none(&leaf),
            (_, None) => return Err(Fault::expected("a boolean or an object", json)),
            (_, Some(_)) => Parts {
                text: Some(json),
                is_bare: true,
                ..Parts::none(&leaf)
            },
        };
        self.parts(&parts, parent, 0)
    }

    fn parts(&mut self, parts: &Parts<'_>, parent: &'static str, nesting: usize) -> Result<()> {
        let namespace = parts.namespace(parent)?;
        let local = parts.local()?;
        let extra = parts.extra()?;
        self.has_extra |= !extra.attributes.is_empty() || !extra.content.is_empty();
        let mut scalars = parts.attributes.iter().chain([&parts.text]).flatten();
        self.has_extra |= scalars.any(|json| matches!(json, Json::Object(_)));

        let (outer, outer_default) = (self.scope.clone(), self.default);
        let declared =
            declarations(extra.declarations).map_err(|fault| fault.at(DECLARATIONS).at(EXTRA))?;
        let declared_as = |prefix: &str| {
            let found = declared.iter().find(|(declared, _)| *declared == prefix);
            found.map(|(_, name)| *name)
        };
        let wanted = extra.prefix.unwrap_or(parts.description.prefix);
        let mut prefix = match wanted {
            "" => Cow::Borrowed(""),
            wanted if declared_as(wanted).is_some_and(|name| name != namespace) => {
                own_prefix(&declared, namespace)
            }
            wanted => Cow::Borrowed(wanted),
        };
        match declared_as("") {
            Some(name) if name != namespace => {
                self.default = FOREIGN;
                if prefix.is_empty() {
                    prefix = own_prefix(&declared, namespace);
                }
            }
            None if !prefix.is_empty() => {}
            _ => self.default = namespace,
        }
        if !declared.is_empty() {
            let scope = Scope::within(outer.clone(), declared.iter().copied());
            self.scope = Some(Arc::new(scope));
        }
        let colon = if prefix.is_empty() { "" } else { ":" };
        let qualified = format!("{prefix}{colon}{local}");
        self.out.push('<');
        self.out.push_str(&qualified);
        if !prefix.is_empty() && declared_as(&prefix).is_none() {
            let bound = outer.as_ref().and_then(|scope| scope.namespace_of(&prefix));
            if bound != Some(namespace) {
                self.attribute(&format!("xmlns:{prefix}"), namespace)?;
                let scope = Scope::within(self.scope.clone(), [(&*prefix, namespace)]);
                self.scope = Some(Arc::new(scope));
            }
        }
        if prefix.is_empty() && declared_as("").is_none() && namespace != outer_default {
            self.attribute("xmlns", namespace)?;
        }
        for (prefix, name) in extra.declarations {
            // They have been looked at.
            if let Json::Text(name) = name {
                let colon = if prefix.is_empty() { "" } else { ":" };
                self.attribute(&format!("xmlns{colon}{prefix}"), name)?;
            }
        }
        let mut names = BTreeSet::new();
        for (field, json) in parts.description.attributes.iter().zip(&parts.attributes) {
            match json {
                Some(Json::Null) if field.occurs == Occurs::Expected => self.has_extra = true,
                Some(json) => scalar(json, &field.form)
                    .and_then(|value| {
                        let name = self.attribute_name(field)?;
                        self.attribute(&name, &value)?;
                        names.insert(Cow::Owned(name));
                        Ok(())
                    })
                    .map_err(|fault| fault.at(field.field))?,
                None if matches!(field.occurs, Occurs::Once | Occurs::Expected) => {
                    return Err(Fault::missing(field.field));
                }
                None => {}
            }
        }
        for (key, json) in extra.attributes {
            self.unknown_attribute(key, json, parts.description, &mut names)
                .map_err(|fault| fault.at(key).at(ATTRIBUTES).at(EXTRA))?;
        }
        self.out.push('>');
        self.content(parts, extra.content, namespace, nesting)?;
        self.out.push_str("</");
        self.out.push_str(&qualified);
        self.out.push('>');
        self.scope = outer;
        self.default = outer_default;
        Ok(())
    }

    /// The name of an attribute that is a field, with its prefix, which is declared if it is not.
    fn attribute_name(&mut self, field: &AttributeField) -> Result<String> {
        let (wanted, name) = (field.prefix, field.name);
        match field.namespace {
            "" => return Ok(String::from(name)),
            XML => return Ok(format!("xml:{name}")),
            _ => {}
        }
        let mut prefix = Cow::Borrowed(wanted);
        let mut number = 0;
        loop {
            let scope = self.scope.as_deref();
            match scope.and_then(|scope| scope.namespace_of(&prefix)) {
                Some(bound) if bound == field.namespace => break,
                Some(_) => {
                    prefix = Cow::Owned(format!("{wanted}{number}"));
                    number += 1;
                }
                None => {
                    self.attribute(&format!("xmlns:{prefix}"), field.namespace)?;
                    let declared = [(&*prefix, field.namespace)];
                    self.scope = Some(Arc::new(Scope::within(self.scope.clone(), declared)));
                    break;
                }
            }
        }
        Ok(format!("{prefix}:{name}"))
    }

    fn attribute(&mut self, name: &str, value: &str) -> Result<()> {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("='");
        self.escaped(value)?;
        self.out.push('\'');
        Ok(())
    }

    fn unknown_attribute<'a>(
        &mut self,
        key: &'a str,
        json: &Value,
        description: &Description,
        names: &mut BTreeSet<Cow<'a, str>>,
    ) -> Result<()> {
        let Json::Text(value) = json else {
            return Err(Fault::expected("a string", json));
        };
        let (prefix, local) = key.split_once(':').unwrap_or(("", key));
        // What looks like a declaration is none, and must not become one.
        let is_declaration = prefix == "xmlns" || key == "xmlns";
        let is_prefix = !key.contains(':') || chars::is_ncname(prefix);
        if is_declaration || !is_prefix || !chars::is_ncname(local) {
            return Err(unwritable_name(key));
        }
        let is_declared = matches!(prefix, "" | "xml")
            || self
                .scope
                .as_ref()
                .is_some_and(|scope| scope.prefix(prefix).is_some());
        if !is_declared {
            return Err(Fault::of(&ErrorKind::UndeclaredPrefix {
                prefix: Box::from(prefix),
            }));
        }
        if !names.insert(Cow::Borrowed(key)) {
            return Err(Fault::new("the attribute is there already"));
        }
        let scope = self.scope.as_deref();
        let bound = |prefix| scope.and_then(|scope| scope.namespace_of(prefix));
        let field = description.attributes.iter().find(|field| {
            field.name == local
                && match (prefix, field.namespace) {
                    ("", "") | ("xml", XML) => true,
                    ("", _) | (_, "") => false,
                    (prefix, namespace) => bound(prefix) == Some(namespace),
                }
        });
        if let Some(field) = field.filter(|field| super::holds(&field.form, value)) {
            return Err(belongs_in(field.field));
        }
        self.attribute(key, value)
    }

    /// Writes the content: in the order that is listed, and what is not listed where it belongs.
    fn content(
        &mut self,
        parts: &Parts<'_>,
        listing: &[Value],
        namespace: &'static str,
        nesting: usize,
    ) -> Result<()> {
        let listing = listing.iter().enumerate().map(|(index, json)| {
            Listed::of(json, parts.description)
                .map_err(|fault| fault.at_index(index).at(CONTENT).at(EXTRA))
        });
        let listing: Vec<Listed<'_>> = listing.collect::<Result<_>>()?;
        let mut text = parts.text()?;
        let plan = TextPlan::of(text.as_deref(), &listing, parts.description)?;
        if let Some(text) = text.take_if(|_| plan == TextPlan::First) {
            self.text(&text, parts)?;
        }
        let mut fields = Fields::of(parts, &listing, namespace, nesting)?;
        fields.follow(None, self)?;
        for (index, listed) in listing.iter().enumerate() {
            match *listed {
                Listed::Text(piece) if plan == TextPlan::Pieces => self
                    .escaped(piece)
                    .map_err(|fault| fault.at_index(index).at(CONTENT).at(EXTRA))?,
                Listed::Text(_) | Listed::Field(TEXT_SLOT, _) => {
                    if let Some(text) = text.take() {
                        self.text(&text, parts)?;
                    }
                }
                Listed::Field(slot, count) => {
                    let mut count = count;
                    while count > 0 && fields.next(slot, self)? {
                        count -= 1;
                    }
                }
                Listed::Unknown(xml) => self
                    .unknown(xml, &mut fields, nesting)
                    .map_err(|fault| fault.at_index(index).at(CONTENT).at(EXTRA))?,
            }
            fields.follow(Some(index), self)?;
        }
        Ok(())
    }

    /// Writes the text that is a field.
    fn text(&mut self, text: &str, parts: &Parts<'_>) -> Result<()> {
        self.escaped(text).map_err(|fault| parts.at_text(fault))
    }

    /// Writes an element as its text stands.
    fn raw(&mut self, xml: &str, check: Check<'_>) -> Result<()> {
        let parsed = self.parse(xml)?;
        let node = Node::root(parsed.document(xml));
        check(&Name {
            local: node.name(),
            is_in: &|namespace| node.namespace_is(namespace),
        })?;
        self.out.push_str(node.source());
        Ok(())
    }

    /// Reads an element as it stands here.
    fn parse(&self, xml: &str) -> Result<Parsed> {
        let options = Options::new().limits(super::limits());
        let scope = match self.default {
            FOREIGN => self.scope.clone(),
            default => Some(Arc::new(Scope::within(self.scope.clone(), [("", default)]))),
        };
        parser::parse_within(xml, scope, &options, Extent::Document)
            .map_err(|error| Fault::new(error.to_string()))
    }

    /// Writes an element that no field takes: one that a field would take belongs there, and one more than it takes may
    /// not come before the one that it has.
    fn unknown(&mut self, xml: &str, fields: &mut Fields<'_>, nesting: usize) -> Result<()> {
        let parsed = self.parse(xml)?;
        let node = Node::root(parsed.document(xml));
        let name = Name {
            local: node.name(),
            is_in: &|namespace| node.namespace_is(namespace),
        };
        let slot = fields.of_name(&name);
        if let Some((slot, children)) = slot.and_then(|n| Some((n, fields.fields.get(n)?))) {
            if children.takes_more() && super::to_json::fits(&node, children.field, nesting) {
                return Err(belongs_in(children.field.field));
            }
            fields.last = slot;
        }
        self.out.push_str(node.source());
        Ok(())
    }

    fn escaped(&mut self, text: &str) -> Result<()> {
        for character in text.chars() {
            match character {
                '<' | '>' | '&' | '\'' | '\t' | '\n' | '\r' => {
                    let _ = write!(self.out, "&#{};", u32::from(character));
                }
                _ if chars::is_char(character) => self.out.push(character),
                _ => return Err(Fault::of(&ErrorKind::UnwritableCharacter { character })),
            }
        }
        Ok(())
    }
}

/// The declarations that an object lists.
fn declarations<'a>(listed: &'a [(Cow<'static, str>, Value)]) -> Result<Vec<(&'a str, &'a str)>> {
    let mut declared = BTreeMap::new();
    for (prefix, name) in listed {
        let Json::Text(name) = name else {
            return Err(Fault::expected("a string", name).at(prefix));
        };
        if !prefix.is_empty() && !is_prefix(prefix) {
            return Err(unwritable_name(prefix));
        }
        if (name.is_empty() && !prefix.is_empty()) || matches!(&**name, XML | XMLNS) {
            return Err(Fault::of(&ErrorKind::ReservedPrefix).at(prefix));
        }
        if declared.insert(&**prefix, &**name).is_some() {
            return Err(repeated_key(prefix));
        }
    }
    Ok(declared.into_iter().collect())
}

/// Whether a namespace can be bound to it.
fn is_prefix(prefix: &str) -> bool {
    chars::is_ncname(prefix) && !matches!(prefix, "xml" | "xmlns")
}

/// The prefix for an element that cannot have its namespace as the default one.
fn own_prefix<'a>(declared: &[(&'a str, &'a str)], namespace: &str) -> Cow<'a, str> {
    let mut named = declared.iter().filter(|(prefix, _)| !prefix.is_empty());
    if let Some((prefix, _)) = named.clone().find(|(_, name)| *name == namespace) {
        return Cow::Borrowed(prefix);
    }
    let taken: BTreeSet<&str> = named.by_ref().map(|(prefix, _)| *prefix).collect();
    let mut free = (0..).map(|n| format!("ns{n}"));
    let prefix = free.find(|prefix| !taken.contains(&**prefix));
    Cow::Owned(prefix.unwrap_or_default())
}

/// What JSON gives for an element.
struct Parts<'a> {
    description: &'a Description,
    name: Option<&'a Value>,
    namespace: Option<&'a Value>,
    attributes: Vec<Option<&'a Value>>,
    text: Option<&'a Value>,
    /// The text is all there is, without a key.
    is_bare: bool,
    children: Vec<Option<&'a Value>>,
    extra: Option<&'a Value>,
}

/// What is beside the fields.
#[derive(Default)]
struct Extra<'a> {
    prefix: Option<&'a str>,
    declarations: &'a [(Cow<'static, str>, Value)],
    attributes: &'a [(Cow<'static, str>, Value)],
    content: &'a [Value],
}

impl<'a> Parts<'a> {
    fn none(description: &'a Description) -> Self {
        Self {
            description,
            name: None,
            namespace: None,
            attributes: vec![None; description.attributes.len()],
            text: None,
            is_bare: false,
            children: vec![None; description.children.len()],
            extra: None,
        }
    }

    /// The values by their keys, but for those that are `elsewhere` known.
    fn of(
        entries: &'a Object<'static>,
        description: &'a Description,
        elsewhere: &[&str],
    ) -> Result<Self> {
        let mut parts = Self::none(description);
        for (key, value) in entries {
            let place = match parts.place(key) {
                Some(place) => place,
                None if elsewhere.contains(&&**key) => continue,
                None => return Err(unknown_key(key)),
            };
            if place.replace(value).is_some() {
                return Err(repeated_key(key));
            }
        }
        Ok(parts)
    }

    /// Where the value of a key belongs.
    fn place(&mut self, key: &str) -> Option<&mut Option<&'a Value>> {
        let description = self.description;
        match Some(key) {
            Some(EXTRA) => return Some(&mut self.extra),
            key if key == name_key(description) => return Some(&mut self.name),
            key if key == namespace_key(description) => return Some(&mut self.namespace),
            _ => {}
        }
        if description.text.as_ref().is_some_and(|f| f.field == key) {
            return Some(&mut self.text);
        }
        if let Some(at) = description.attributes.iter().position(|f| f.field == key) {
            return self.attributes.get_mut(at);
        }
        let at = description.children.iter().position(|f| f.field == key)?;
        self.children.get_mut(at)
    }

    fn namespace(&self, parent: &'static str) -> Result<&'static str> {
        match self.description.names {
            Names::Of(Namespaces::One(name), _) => Ok(name),
            Names::Of(Namespaces::OneOf(names), _) => {
                if let (None, Some(first)) = (self.namespace, names.first()) {
                    return Ok(first);
                }
                let key = namespace_key(self.description).unwrap_or_default();
                let given = string(self.namespace, key)?;
                one_of(given, names).map_err(|fault| fault.at(key))
            }
            Names::Of(Namespaces::Parent(names), _) if !names.is_empty() => {
                Ok(writer::element::inherited(parent, names))
            }
            _ => Ok(parent),
        }
    }

    fn local(&self) -> Result<&'a str> {
        let locals = match self.description.names {
            Names::Of(_, locals) => locals,
            Names::Union(_) | Names::Any => Locals::Any(&[]),
        };
        if let Locals::One(name) = locals {
            return Ok(name);
        }
        let key = name_key(self.description).unwrap_or_default();
        let given = string(self.name, key)?;
        match locals {
            Locals::OneOf(names) => one_of(given, names).map_err(|fault| fault.at(key)),
            _ if chars::is_ncname(given) => Ok(given),
            _ => Err(unwritable_name(given).at(key)),
        }
    }

    fn extra(&self) -> Result<Extra<'a>> {
        match self.extra {
            None => Ok(Extra::default()),
            Some(Json::Object(entries)) => Extra::of(entries).map_err(|fault| fault.at(EXTRA)),
            Some(json) => Err(Fault::expected("an object", json).at(EXTRA)),
        }
    }

    fn text(&self) -> Result<Option<Cow<'a, str>>> {
        let Some(field) = &self.description.text else {
            return Ok(None);
        };
        match self.text {
            Some(json) => scalar(json, &field.form)
                .map(Some)
                .map_err(|fault| self.at_text(fault)),
            None if field.occurs == Occurs::Once && !field.form.accepts("") => {
                Err(Fault::missing(field.field))
            }
            None => Ok(None),
        }
    }

    /// The fault, found in the text.
    fn at_text(&self, fault: Fault) -> Fault {
        match &self.description.text {
            Some(field) if !self.is_bare => fault.at(field.field),
            _ => fault,
        }
    }
}

impl<'a> Extra<'a> {
    fn of(entries: &'a Object<'static>) -> Result<Self> {
        let mut extra = Self::default();
        let (mut has_declarations, mut has_attributes, mut has_content) = (false, false, false);
        for (key, value) in entries {
            let is_repeated = match (&**key, value) {
                (PREFIX, Json::Text(prefix)) => {
                    let is_prefix = prefix.is_empty() || is_prefix(prefix);
                    if !is_prefix {
                        return Err(unwritable_name(prefix).at(key));
                    }
                    extra.prefix.replace(prefix).is_some()
                }
                (PREFIX, _) => return Err(Fault::expected("a string", value).at(key)),
                (DECLARATIONS, Json::Object(entries)) => {
                    extra.declarations = entries;
                    core::mem::replace(&mut has_declarations, true)
                }
                (ATTRIBUTES, Json::Object(entries)) => {
                    extra.attributes = entries;
                    core::mem::replace(&mut has_attributes, true)
                }
                (CONTENT, Json::Array(items)) => {
                    extra.content = items;
                    core::mem::replace(&mut has_content, true)
                }
                (ATTRIBUTES | DECLARATIONS, _) => {
                    return Err(Fault::expected("an object", value).at(key));
                }
                (CONTENT, _) => return Err(Fault::expected("an array", value).at(key)),
                _ => return Err(unknown_key(key)),
            };
            if is_repeated {
                return Err(repeated_key(key));
            }
        }
        Ok(extra)
    }
}

/// An entry of the listing of what is beside the fields.
enum Listed<'a> {
    /// The next children of a field, or the text.
    Field(u16, i128),
    Text(&'a str),
    Unknown(&'a str),
}

impl<'a> Listed<'a> {
    fn of(json: &'a Value, description: &Description) -> Result<Self> {
        let slot = |key: &str| {
            if description.text.as_ref().is_some_and(|f| f.field == key) {
                return Ok(TEXT_SLOT);
            }
            let slot = description.children.iter().position(|f| f.field == key);
            slot.map(|slot| slot as u16)
                .ok_or_else(|| Fault::new(format!("there is no field `{key}` to list")))
        };
        match json {
            Json::Text(text) if text.starts_with('<') => Ok(Self::Unknown(text)),
            Json::Text(text) => Ok(Self::Field(slot(text)?, 1)),
            Json::Object(entries) => match entries.as_slice() {
                [(key, Json::Text(text))] if key == TEXT => Ok(Self::Text(text)),
                [(key, Json::Integer(count))] => Ok(Self::Field(slot(key)?, *count)),
                _ => Err(Fault::new("a text, or a field and a number, was expected")),
            },
            _ => Err(Fault::expected("a string or an object", json)),
        }
    }
}

/// Where the text that is a field is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum TextPlan {
    /// Before all else.
    First,
    /// Where it is listed, or in the place of the first of its pieces, which it has changed since.
    Listed,
    /// As its pieces are. These may be foreign, or of no value of the field.
    Pieces,
}

impl TextPlan {
    fn of(text: Option<&str>, listing: &[Listed<'_>], description: &Description) -> Result<Self> {
        let Some(field) = &description.text else {
            return Ok(Self::Pieces);
        };
        let mut pieces = None;
        let mut named = 0;
        for listed in listing {
            match listed {
                Listed::Field(TEXT_SLOT, _) => named += 1,
                Listed::Text(piece) => {
                    pieces.get_or_insert_with(String::new).push_str(piece);
                }
                _ => {}
            }
        }
        match (named, pieces) {
            (0, None) => Ok(Self::First),
            (1, None) => Ok(Self::Listed),
            (0, Some(pieces)) => {
                let fits = match text {
                    Some(text) => text == pieces,
                    None => !field.form.accepts(&pieces),
                };
                Ok(if fits { Self::Pieces } else { Self::Listed })
            }
            _ => Err(Fault::new("the text is listed twice").at(CONTENT).at(EXTRA)),
        }
    }
}

/// The children of the fields, on their way out.
struct Fields<'a> {
    fields: Vec<Children<'a>>,
    /// After which entry of the listing the fields write what is not listed, sorted by that.
    followers: Peekable<vec::IntoIter<(Option<usize>, u16)>>,
    namespace: &'static str,
    nesting: usize,
    /// The field of the child before that belonged in one.
    last: usize,
}

struct Children<'a> {
    field: &'a ChildField,
    values: &'a [Value],
    written: usize,
}

impl<'a> Fields<'a> {
    fn of(
        parts: &Parts<'a>,
        listing: &[Listed<'_>],
        namespace: &'static str,
        nesting: usize,
    ) -> Result<Self> {
        let fields = parts.description.children.iter().zip(&parts.children);
        let fields: Vec<_> = fields
            .map(|(field, json)| Children::of(field, *json))
            .collect::<Result<_>>()?;
        // What is not listed follows what is of its field; or of the field before; or comes first of all.
        let mut last: Vec<Option<usize>> = vec![None; fields.len()];
        for (at, listed) in listing.iter().enumerate() {
            let Listed::Field(slot, _) = listed else {
                continue;
            };
            if let Some(last) = last.get_mut(usize::from(*slot)) {
                *last = Some(at);
            }
        }
        let mut anchor = None;
        let mut followers: Vec<_> = (0..)
            .zip(last)
            .map(|(slot, at)| {
                anchor = at.or(anchor);
                (anchor, slot)
            })
            .collect();
        followers.sort_by_key(|(at, _)| *at);
        Ok(Self {
            fields,
            followers: followers.into_iter().peekable(),
            namespace,
            nesting,
            last: 0,
        })
    }

    /// The field that an element of this name would be read as, if it came next.
    fn of_name(&self, name: &Name<'_>) -> Option<usize> {
        let takes = |is_open: bool| {
            move |c: &Children<'_>| {
                c.field.is_open() == is_open && name.is_one_of(&c.field.names, self.namespace)
            }
        };
        match self.fields.get(self.last) {
            Some(last) if takes(false)(last) => Some(self.last),
            _ => {
                let mut fields = self.fields.iter();
                fields
                    .clone()
                    .position(takes(false))
                    .or_else(|| fields.position(takes(true)))
            }
        }
    }

    /// Whether an element of this name would be read as this field's, if it came next.
    fn check(&self, slot: u16, name: &Name<'_>) -> Result<()> {
        match self.of_name(name) {
            Some(read) if read == usize::from(slot) => Ok(()),
            Some(read) => {
                let field = self.fields.get(read).map(|c| c.field.field);
                Err(belongs_in(field.unwrap_or_default()))
            }
            None => Err(Fault::new("this is no element of the field")),
        }
    }

    /// Writes what follows an entry of the listing, or comes first.
    fn follow(&mut self, at: Option<usize>, writer: &mut Writer<'_>) -> Result<()> {
        while let Some((_, slot)) = self.followers.next_if(|(anchor, _)| *anchor == at) {
            while self.next(slot, writer)? {}
        }
        Ok(())
    }

    /// Writes the next child of a field, if there is one more.
    fn next(&mut self, slot: u16, writer: &mut Writer<'_>) -> Result<bool> {
        let Some(children) = self.fields.get(usize::from(slot)) else {
            return Ok(false);
        };
        let Some(json) = children.values.get(children.written) else {
            return Ok(false);
        };
        let (field, written_before) = (children.field, children.written);
        let check = |name: &Name<'_>| self.check(slot, name);
        let written = match field.content {
            ChildContent::Element(of) => match self.nesting.checked_sub(1) {
                Some(nesting) => writer.element(json, of(), self.namespace, nesting, &check),
                None => Err(too_nested()),
            },
            ChildContent::Text(form) => writer.plain(json, field.names, Some(form), self.namespace),
            ChildContent::Flag => writer.plain(json, field.names, None, self.namespace),
        };
        written
            .map_err(|fault| match field.occurs {
                Occurs::Many => fault.at_index(written_before),
                _ => fault,
            })
            .map_err(|fault| fault.at(field.field))?;
        if let Some(children) = self.fields.get_mut(usize::from(slot)) {
            children.written += 1;
        }
        self.last = usize::from(slot);
        Ok(true)
    }
}

impl<'a> Children<'a> {
    /// Whether the next child of the field, if it is valid, would become a value of it.
    fn takes_more(&self) -> bool {
        self.field.occurs == Occurs::Many || self.written == 0
    }

    fn of(field: &'a ChildField, json: Option<&'a Value>) -> Result<Self> {
        let values = match (json, field.occurs, field.content) {
            (None, Occurs::Once, _) => return Err(Fault::missing(field.field)),
            (None, ..) | (Some(Json::Bool(false)), _, ChildContent::Flag) => &[],
            (Some(Json::Array(items)), Occurs::Many, _) => items.as_slice(),
            (Some(json), Occurs::Many, _) => {
                return Err(Fault::expected("an array", json).at(field.field));
            }
            (Some(json), ..) => slice::from_ref(json),
        };
        Ok(Self {
            field,
            values,
            written: 0,
        })
    }
}

/// The text of a value of the form.
fn scalar<'a>(json: &'a Value, form: &Form) -> Result<Cow<'a, str>> {
    let text = match json {
        Json::Text(text) => Cow::Borrowed(&**text),
        Json::Bool(true) if is_boolean(form) => Cow::Borrowed("true"),
        Json::Bool(false) if is_boolean(form) => Cow::Borrowed("false"),
        Json::Integer(number) if is_number(form) => Cow::Owned(number.to_string()),
        Json::Object(entries) => match entries.as_slice() {
            [(key, Json::Text(text))] if key == INVALID && form.keeps(text) => {
                return Ok(Cow::Borrowed(text));
            }
            _ => return Err(Fault::expected(form.expected, json)),
        },
        _ => return Err(Fault::expected(form.expected, json)),
    };
    if form.accepts(&text) {
        Ok(text)
    } else {
        Err(Fault::new(not_of_form(&text, form.expected)))
    }
}

fn string<'a>(json: Option<&'a Value>, key: &str) -> Result<&'a str> {
    match json {
        Some(Json::Text(text)) => Ok(text),
        Some(json) => Err(Fault::expected("a string", json).at(key)),
        None => Err(Fault::missing(key)),
    }
}

fn one_of(given: &str, names: &[&'static str]) -> Result<&'static str> {
    let found = names.iter().find(|name| **name == given);
    found.copied().ok_or_else(|| {
        Fault::new(not_of_form(
            given,
            &format!("one of `{}`", names.join("`, `")),
        ))
    })
}

impl Name<'_> {
    /// Whether it is one of these, inside an element in the namespace `parent`.
    fn is_one_of(&self, names: &Names, parent: &str) -> bool {
        names.matches_inside(self.local, parent, &self.is_in)
    }
}

#[cold]
fn belongs_in(field: &str) -> Fault {
    Fault::new(format!("this belongs in the field `{field}`"))
}

#[cold]
fn unknown_key(key: &str) -> Fault {
    Fault::new(format!("unknown key `{key}`"))
}

#[cold]
fn repeated_key(key: &str) -> Fault {
    Fault::new(format!("the key `{key}` is repeated"))
}

#[cold]
fn unwritable_name(name: &str) -> Fault {
    Fault::of(&ErrorKind::UnwritableName {
        name: Box::from(name),
    })
}

#[cold]
fn too_nested() -> Fault {
    Fault::of(&ErrorKind::LimitExceeded {
        limit: Limit::Nesting,
        max: Limits::default().nesting,
    })
}
