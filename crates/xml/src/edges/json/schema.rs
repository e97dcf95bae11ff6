//! The JSON Schema of a type, from its description.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use serde_core::ser::{Serialize, Serializer};

use super::tree::{Json, Object};
use super::{
    ATTRIBUTES, CONTENT, DECLARATIONS, EXTRA, INVALID, PREFIX, TEXT, is_boolean, is_number,
    is_opaque, name_key, namespace_key,
};
use crate::element::{ChildContent, Description, Element, Locals, Names, Occurs};
use crate::value::Form;

/// The [JSON Schema](https://json-schema.org/draft/2020-12/json-schema-core) (2020-12) of a type, for the
/// representation that the [module](super) documents.
///
/// It is serializable: use `serde_json::to_string_pretty(&schema)` for text, or `serde_json::to_value(&schema)` for other
/// tools.
///
/// Nested types are under `$defs`. The form of texts is described in words and examples.
///
/// ```
/// use xmpp_xml::edges::json::Schema;
/// use xmpp_xml::{Extra, Xml};
///
/// #[derive(Debug, PartialEq, Xml)]
/// #[xml(namespace = "urn:example:ship", name = "ship")]
/// struct Ship {
///     #[xml(attribute)]
///     masts: u8,
///     #[xml(extra)]
///     extra: Extra,
/// }
///
/// let schema = serde_json::to_value(Schema::of::<Ship>())?;
/// assert_eq!(schema["$ref"], "#/$defs/Ship");
/// assert_eq!(schema["$defs"]["Ship"]["required"][0], "masts");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug)]
pub struct Schema(Json<'static>);

impl Schema {
    /// The schema of a type.
    #[must_use]
    pub fn of<T: Element>() -> Self {
        Self::of_description(T::description())
    }

    /// The schema of the type with this description.
    #[must_use]
    pub fn of_description(description: &'static Description) -> Self {
        let mut types = Types::default();
        let root = types.reference(description);
        let mut definitions = Object::new();
        while let Some((name, description)) = types.found.get(definitions.len()) {
            let (name, description) = (name.clone(), *description);
            definitions.push((Cow::Owned(name), types.definition(description)));
        }
        definitions.push((Cow::Borrowed(EXTRA), extra()));
        Self(Json::object([
            (
                "$schema",
                Json::text("https://json-schema.org/draft/2020-12/schema"),
            ),
            ("$ref", root),
            ("$defs", Json::Object(definitions)),
        ]))
    }
}

impl Serialize for Schema {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

/// The types that have been come by, with the names of their definitions.
#[derive(Default)]
struct Types {
    found: Vec<(String, &'static Description)>,
}

impl Types {
    /// Where the definition of a type is.
    fn reference(&mut self, description: &'static Description) -> Json<'static> {
        let known = self
            .found
            .iter()
            .find(|(_, d)| core::ptr::eq(*d, description));
        let name = match known {
            Some((name, _)) => name.clone(),
            None => {
                let mut name = String::from(description.type_name);
                let mut namesakes = 1;
                while self.found.iter().any(|(taken, _)| *taken == name) {
                    namesakes += 1;
                    name = format!("{}{namesakes}", description.type_name);
                }
                self.found.push((name.clone(), description));
                name
            }
        };
        Json::text(format!("#/$defs/{name}"))
    }

    fn definition(&mut self, description: &'static Description) -> Json<'static> {
        if !description.choices.is_empty() {
            let choices = description.choices.iter().map(|choice| {
                let value = Json::object([("$ref", self.reference((choice.description)()))]);
                object(
                    [(Cow::Borrowed(choice.variant), value)].into(),
                    [choice.variant].into(),
                )
            });
            return Json::object([("oneOf", Json::Array(choices.collect()))]);
        }
        if is_opaque(description) {
            return Json::object([
                ("type", Json::text("string")),
                ("description", Json::text("an element as XML")),
            ]);
        }
        let mut properties = Object::new();
        let mut required = Vec::new();
        let mut add = |key: &'static str, value, is_required: bool| {
            properties.push((Cow::Borrowed(key), value));
            required.extend(is_required.then_some(key));
        };
        if let Names::Of(namespaces, locals) = description.names {
            if let Some(key) = name_key(description) {
                let value = match locals {
                    Locals::Any(names) => some_of(names),
                    _ => one_of(locals.list()),
                };
                add(key, value, true);
            }
            if let Some(key) = namespace_key(description) {
                add(key, one_of(namespaces.list()), false);
            }
        }
        for field in description.attributes {
            let value = scalar(&field.form);
            match field.occurs {
                Occurs::Expected => {
                    let null = Json::object([("type", Json::text("null"))]);
                    add(field.field, any_of([value, null]), true);
                }
                occurs => add(field.field, value, occurs == Occurs::Once),
            }
        }
        if let Some(field) = &description.text {
            let is_required = field.occurs == Occurs::Once && !field.form.accepts("");
            add(field.field, scalar(&field.form), is_required);
        }
        for field in description.children {
            let one = match field.content {
                ChildContent::Element(of) => Json::object([("$ref", self.reference(of()))]),
                ChildContent::Text(form) => any_of([
                    scalar(&form),
                    object(
                        [(Cow::Borrowed(TEXT), scalar(&form)), see_extra()].into(),
                        Vec::new(),
                    ),
                ]),
                ChildContent::Flag => any_of([
                    Json::object([("type", Json::text("boolean"))]),
                    object([see_extra()].into(), Vec::new()),
                ]),
            };
            let value = match field.occurs {
                Occurs::Many => array(one),
                _ => one,
            };
            add(field.field, value, field.occurs == Occurs::Once);
        }
        properties.push(see_extra());
        object(properties, required)
    }
}

/// An object with these keys and no others.
fn object(properties: Object<'static>, required: Vec<&'static str>) -> Json<'static> {
    Json::object([
        ("type", Json::text("object")),
        ("properties", Json::Object(properties)),
        ("required", texts(&required)),
        ("additionalProperties", Json::Bool(false)),
    ])
}

fn array(items: Json<'static>) -> Json<'static> {
    Json::object([("type", Json::text("array")), ("items", items)])
}

fn any_of<const N: usize>(schemas: [Json<'static>; N]) -> Json<'static> {
    Json::object([("anyOf", Json::Array(schemas.into()))])
}

fn texts(texts: &[&'static str]) -> Json<'static> {
    Json::Array(texts.iter().copied().map(Json::text).collect())
}

fn one_of(texts_of: &[&'static str]) -> Json<'static> {
    Json::object([("enum", texts(texts_of))])
}

fn some_of(texts_of: &[&'static str]) -> Json<'static> {
    Json::object([
        ("type", Json::text("string")),
        ("examples", texts(texts_of)),
    ])
}

fn scalar(form: &Form) -> Json<'static> {
    let types = if is_number(form) {
        texts(&["integer", "string"])
    } else if is_boolean(form) {
        texts(&["boolean", "string"])
    } else {
        Json::text("string")
    };
    let valid = Json::object([
        ("type", types),
        ("description", Json::text(form.expected)),
        ("examples", texts(form.examples)),
    ]);
    // No form has room for this.
    if !form.keeps("\0") {
        return valid;
    }
    let text = Json::object([("type", Json::text("string"))]);
    any_of([
        valid,
        object(
            [(Cow::Borrowed(INVALID), text)].into(),
            Vec::from([INVALID]),
        ),
    ])
}

fn see_extra() -> (Cow<'static, str>, Json<'static>) {
    let reference = Json::text(format!("#/$defs/{EXTRA}"));
    (Cow::Borrowed(EXTRA), Json::object([("$ref", reference)]))
}

/// The definition of what stands beside the fields, which is the same for all.
fn extra() -> Json<'static> {
    let string = || Json::object([("type", Json::text("string"))]);
    let strings = || {
        Json::object([
            ("type", Json::text("object")),
            ("additionalProperties", string()),
        ])
    };
    let run = Json::object([
        ("type", Json::text("object")),
        (
            "additionalProperties",
            Json::object([("type", texts(&["integer", "string"]))]),
        ),
        ("minProperties", Json::Integer(1)),
        ("maxProperties", Json::Integer(1)),
    ]);
    object(
        [
            (Cow::Borrowed(PREFIX), string()),
            (Cow::Borrowed(DECLARATIONS), strings()),
            (Cow::Borrowed(ATTRIBUTES), strings()),
            (Cow::Borrowed(CONTENT), array(any_of([string(), run]))),
        ]
        .into(),
        Vec::new(),
    )
}
