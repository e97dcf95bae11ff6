//! Types in JSON and other [serde](https://serde.rs) formats, lossless as in XML.
//!
//! Every type that derives [`Xml`](crate::Xml) implements `Serialize` and `Deserialize`: an element becomes an object
//! whose keys are the names of the Rust fields. A round trip preserves the infoset of an element, including everything
//! in its [`Extra`](crate::Extra).
//!
//! ```
//! use xmpp_xml::{Extra, Xml};
//!
//! #[derive(Debug, PartialEq, Xml)]
//! #[xml(namespace = "urn:example:ship", name = "ship")]
//! struct Ship {
//!     #[xml(attribute)]
//!     masts: Option<u8>,
//!     #[xml(child_text = "sailor")]
//!     sailors: Vec<String>,
//!     #[xml(extra)]
//!     extra: Extra,
//! }
//!
//! let source = "<ship xmlns='urn:example:ship' masts='3' flag='red'><sailor>Jack</sailor><cat/></ship>";
//! let ship: Ship = xmpp_xml::from_str(source)?;
//! let json = serde_json::to_string(&ship)?;
//! assert_eq!(
//!     json,
//!     r#"{"masts":3,"sailors":["Jack"],"$extra":{"attributes":{"flag":"red"},"content":["<cat/>"]}}"#
//! );
//! assert_eq!(serde_json::from_str::<Ship>(&json)?, ship);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # The shape
//!
//! | what | becomes |
//! |---|---|
//! | an element type | an object, its keys the names of the fields |
//! | an attribute, the text of an element, a child that is plain text | a string, in its original spelling |
//! | the same where the field is a number or a boolean | a number or a boolean if it is spelt canonically and exact in every JSON reader (up to 2⁵³ − 1), else a string: `8` but `"+8"` |
//! | a child element | its object; an array of them where the field is a `Vec` |
//! | a flag | `true` |
//! | a choice | an object of one key, the name of the variant |
//! | a [`RawElement`] | its XML in a string |
//! | an enum of tokens, an address, a date, bytes | a string, as in XML |
//! | the name or the namespace of the element, where a field holds it | a string under the name of that field |
//! | an invalid value that is kept, such as an address | an object with `$invalid` for its text |
//! | a plain text or a flag with unknown parts | an object with `$text` for the text, and `$extra` |
//!
//! `None` has no key; an empty text or list is there and empty. Keys that begin with `$` are not fields. What the fields do
//! not express is in the object `$extra`:
//!
//! - `prefix`: the prefix of the element, empty for none, if it is not the one that the type is written with.
//! - `declarations`: the prefixes that the start tag declares, with their namespace names; the empty key is a default
//!   namespace other than that of the element. As in XML, they apply to everything within the object.
//! - `attributes`: attributes without a field, and those whose value is invalid for their field. The key is the name as in
//!   XML, with a prefix that is declared there or further out (`xml` is always declared).
//! - `content`: what stands between the children that are fields, or their order if it is not the canonical one. A string
//!   that begins with `<` is an unknown element, verbatim: for what it does not declare itself, the declarations further out
//!   apply, and its default namespace is that of the element around it, if that one has no prefix. Another string is the
//!   name of a field, for the next child of that field or for the text; `{"features": 3}` stands for the next three.
//!   `{"$text": "…"}` is a piece of text. Children that are not listed follow those of their field that are, or else those
//!   of the field before it.
//!
//! So to change or extend a field, change just that: nothing else has to be kept in step.
//!
//! The keys are stable: within a major version, a field keeps its key even if it gets another name in Rust, which
//! `#[xml(json = "…")]` on a field or a variant is for. A newly added field is a key that
//! older readers reject, like any unknown key.
//!
//! # Typed payloads
//! A type does not know what it keeps as [`RawElement`]s, but a [registry](mod@crate::registry) does. With its lists,
//! [`serialize_with_types`] writes each of these elements as the object of its type, with the name of the element in
//! `$namespace` and `$name`, and the name of the Rust type in `$type` if there are several types for the name. If the type is a
//! choice, the object is that of the chosen type or variant. What has no type, or
//! lacks what its type requires, is XML in a string as before, and [`deserialize_with_types`] takes both. Without `$type`, the
//! first type in the order of the lists is meant. The infoset is the same after a round trip; text that is kept byte for byte
//! elsewhere may have other quotes and prefixes.
//!
//! ```
//! use xmpp_xml::edges::json::{deserialize_with_types, serialize_with_types};
//! use xmpp_xml::registry::{Entry, Place};
//! use xmpp_xml::{Extra, RawElement, Xml};
//!
//! #[derive(Debug, PartialEq, Xml)]
//! #[xml(namespace = "urn:example:ship", name = "cargo")]
//! struct Cargo {
//!     #[xml(child)]
//!     goods: Vec<RawElement>,
//!     #[xml(extra)]
//!     extra: Extra,
//! }
//!
//! #[derive(Debug, PartialEq, Xml)]
//! #[xml(namespace = "urn:example:tea", name = "tea")]
//! struct Tea {
//!     #[xml(attribute)]
//!     chests: u16,
//!     #[xml(extra)]
//!     extra: Extra,
//! }
//!
//! xmpp_xml::registry! {
//!     /// What ships carry.
//!     const REGISTRY: &[Entry] = &[Entry::of::<Tea>("urn:example:tea", "1", &[Place::Nested])];
//! }
//!
//! let cargo: Cargo = xmpp_xml::from_str(
//!     "<cargo xmlns='urn:example:ship'><tea xmlns='urn:example:tea' chests='7'/><cat xmlns='urn:example:cat'/></cargo>",
//! )?;
//! let json = serialize_with_types(&cargo, &[REGISTRY], serde_json::value::Serializer)?;
//! assert_eq!(
//!     json,
//!     serde_json::json!({"goods": [
//!         {"$namespace": "urn:example:tea", "$name": "tea", "chests": 7},
//!         "<cat xmlns='urn:example:cat'/>",
//!     ]})
//! );
//! assert_eq!(deserialize_with_types::<Cargo, _>(&[REGISTRY], json)?, cargo);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Reading
//! The namespace of a type that has several may be left out: the first is the default, `jabber:client` for a stanza.
//! Numbers and booleans may be strings; `false` for a flag means that it is not there; an integer may be written as a float.
//! Everything else must be as above: an unknown or repeated key, `null`, and a value that is invalid for its field are errors,
//! with the path in the JSON. `null` stands for a `required` attribute that was missing or invalid when invalid values were
//! kept. `$invalid` holds invalid values only. Those in `$extra` may be invalid: they stay there, as with
//! [`Invalid::Keep`]. What a field would take cannot be in there: a field is set by its own key alone.
//!
//! Untrusted JSON is safe to read: at most 128 levels of JSON, and by default [`Limits::depth`] levels of elements and
//! [`Limits::nesting`] of types; linear time, no panics. Its size is not limited, since it is in memory already.
//!
//! # Other formats
//! All self-describing formats work (`serde_json::Value`, CBOR, MessagePack, TOML, YAML). Others (bincode, postcard) can be
//! written but not read.
//!
//! # Schema
//! [`Schema`] is the JSON Schema of a type, generated from its [`Description`].

mod schema;
mod to_json;
mod to_xml;
mod tree;
mod types;

use alloc::format;
use alloc::string::String;

use serde_core::de::{Deserialize, Deserializer, Error as _};
use serde_core::ser::{Error as _, Serialize, Serializer};

use crate::element::{Description, Element, Locals, Names, Namespaces, Occurs, TextField};
use crate::error::Error;
use crate::options::{Invalid, Limits, Options};
use crate::raw::RawElement;
use crate::read::Report;
use crate::registry::Entry;
use crate::value::{Form, Value};
use tree::Json;
use types::Types;

pub use schema::Schema;
#[doc(hidden)]
pub use serde_core as __core;

/// Serializes an element: what `Serialize` does for a type that derives [`Xml`](crate::Xml).
///
/// With [`deserialize`], for `#[serde(with = "xmpp_xml::edges::json")]` on a type that implements [`Element`] by hand.
///
/// # Errors
/// The value contains something that XML cannot carry, or the serializer fails.
pub fn serialize<T: Element, S: Serializer>(element: &T, serializer: S) -> Result<S::Ok, S::Error> {
    serialize_with_types(element, &[], serializer)
}

/// Like [`serialize`], with each [`RawElement`] as the object of its type where one of these lists has it: see
/// [typed payloads](self#typed-payloads).
///
/// # Errors
/// Same as [`serialize`].
pub fn serialize_with_types<T: Element, S: Serializer>(
    element: &T,
    types: &[&[Entry]],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let element = crate::to_string(element).and_then(RawElement::written);
    serialize_raw(element, T::description(), Types(types), serializer)
}

/// Deserializes an element: what `Deserialize` does for a type that derives [`Xml`](crate::Xml).
///
/// # Errors
/// The input does not have the right structure, something in it is missing or invalid, or the deserializer fails.
pub fn deserialize<'de, T: Element, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserialize_with_types(&[], deserializer)
}

/// Like [`deserialize`], where a [`RawElement`] may also be the object of its type, if one of these lists has it: reads
/// what [`serialize_with_types`] or [`serialize`] has written.
///
/// # Errors
/// Same as [`deserialize`]; also if no type is listed for the name of an object.
pub fn deserialize_with_types<'de, T: Element, D: Deserializer<'de>>(
    types: &[&[Entry]],
    deserializer: D,
) -> Result<T, D::Error> {
    let written = Written::deserialize(T::description(), Types(types), deserializer)?;
    let mut report = Report::default();
    crate::read_with(written.xml.as_bytes(), &written.options, &mut report)
        .map_err(D::Error::custom)
}

/// The same for types that are known only by their entry.
impl Entry {
    /// Reads the element as the type and serializes it.
    ///
    /// # Errors
    /// Same as [`round_trip`](Self::round_trip); also if the serializer fails.
    #[cfg_attr(docsrs, doc(cfg(feature = "serde")))]
    pub fn serialize<S: Serializer>(
        &self,
        element: &RawElement,
        options: &Options,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let written = self.round_trip(element, options);
        serialize_raw(
            written.and_then(|trip| RawElement::written(trip.xml)),
            self.description(),
            Types::default(),
            serializer,
        )
    }

    /// Deserializes a value of the type and writes it as XML.
    ///
    /// # Errors
    /// Same as [`deserialize`].
    #[cfg_attr(docsrs, doc(cfg(feature = "serde")))]
    pub fn deserialize<'de, D: Deserializer<'de>>(
        &self,
        deserializer: D,
    ) -> Result<RawElement, D::Error> {
        let written = Written::deserialize(self.description(), Types::default(), deserializer)?;
        RawElement::read_with(written.xml.as_bytes(), &written.options)
            .and_then(|element| self.round_trip(&element, &written.options))
            .and_then(|trip| RawElement::written(trip.xml))
            .map_err(D::Error::custom)
    }
}

fn serialize_raw<S: Serializer>(
    element: Result<RawElement, Error>,
    description: &'static Description,
    types: Types<'_>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let element = element.map_err(S::Error::custom)?;
    let nesting = Limits::default().nesting;
    to_json::element(&element.node(), description, nesting, types)
        .map_err(S::Error::custom)?
        .serialize(serializer)
}

/// What has been made of a JSON value: the element, and how to read it.
struct Written {
    xml: String,
    options: Options,
}

impl Written {
    fn deserialize<'de, D: Deserializer<'de>>(
        description: &'static Description,
        types: Types<'_>,
        deserializer: D,
    ) -> Result<Self, D::Error> {
        let json = Json::deserialize(deserializer)?;
        Self::of(&json, description, types).map_err(D::Error::custom)
    }

    fn of(
        json: &Json<'static>,
        description: &'static Description,
        types: Types<'_>,
    ) -> Result<Self, to_xml::Fault> {
        let nesting = Limits::default().nesting;
        let (xml, has_extra) = to_xml::element(json, description, nesting, types)?;
        // The fields have been looked at. What is beside them may be there because it is invalid.
        let invalid = if has_extra {
            Invalid::Keep
        } else {
            Invalid::Reject
        };
        let options = Options::new().limits(limits()).invalid(invalid);
        Ok(Self { xml, options })
    }
}

/// The limits of what comes as JSON. It is in memory already, and escapes and declarations may have made it larger than
/// what it was once read from, so that only what takes stack is bounded.
fn limits() -> Limits {
    let Limits { depth, nesting, .. } = Limits::default();
    Limits {
        depth,
        nesting,
        ..Limits::highest()
    }
}

/// Serializes a value as text.
///
/// # Errors
/// The serializer fails.
#[doc(hidden)]
pub fn __serialize_value<T: Value, S: Serializer>(
    value: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&value.to_text())
}

/// Deserializes a value from text.
///
/// # Errors
/// The input is not a string, or is invalid.
#[doc(hidden)]
pub fn __deserialize_value<'de, T: Value, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    let text = String::deserialize(deserializer)?;
    T::parse(&text).map_err(|_| D::Error::custom(not_of_form(&text, T::EXPECTED)))
}

crate::__serde_value!(crate::LanguageTag);
crate::__serde_value!(crate::Base64);
crate::__serde_value!(crate::Hex);
crate::__serde_value!(crate::Date);
crate::__serde_value!(crate::Time);
crate::__serde_value!(crate::DateTime);
crate::__serde_value!(crate::TimeZone);

impl Serialize for RawElement {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for RawElement {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let options = Options::new().limits(limits());
        Self::read_with(text.as_bytes(), &options).map_err(D::Error::custom)
    }
}

/// Whether a field of the form can hold the text, be it invalid.
fn holds(form: &Form, text: &str) -> bool {
    form.accepts(text) || form.keeps(text)
}

/// Whether all that is known of the element is that it is one.
fn is_opaque(description: &Description) -> bool {
    !matches!(description.names, Names::Of(..))
}

/// What there is to a child that is a plain text of the form, or a flag.
fn leaf(names: Names, form: Option<Form>) -> Description {
    let text = form.map(|form| TextField::new(TEXT, form, Occurs::Once));
    Description::new("", names, &[], &[], text)
}

#[cold]
fn not_of_form(text: &str, expected: &str) -> String {
    const LONGEST: usize = 80;
    let end = text.char_indices().nth(LONGEST);
    let shown = end.and_then(|(at, _)| text.get(..at)).unwrap_or(text);
    format!("`{shown}` is not {expected}")
}

/// What a type with more JSON to it than a string has in its stead.
fn is_boolean(form: &Form) -> bool {
    form.accepts("true") && form.accepts("false") && is_narrow(form)
}

/// Whether the texts of the form are whole numbers, and nothing but these.
fn is_number(form: &Form) -> bool {
    let examples = form.examples.iter().copied();
    let mut numbers = examples.chain(["1"]).filter(|text| integer(text).is_some());
    numbers.any(|text| form.accepts(text)) && !form.accepts("true") && is_narrow(form)
}

/// Whether the form has no room for any text, nor for words or bytes.
fn is_narrow(form: &Form) -> bool {
    !["", "a", "none", "1.5"]
        .into_iter()
        .any(|text| form.accepts(text))
}

/// The greatest whole number that every reader of JSON takes exactly
/// ([RFC 8259 §6](https://www.rfc-editor.org/rfc/rfc8259#section-6)).
const GREATEST: i64 = (1 << 53) - 1;

/// The whole number that a text spells as JSON does, if it is one that JSON carries safely.
fn integer(text: &str) -> Option<i64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_canonical =
        digits.bytes().all(|b| b.is_ascii_digit()) && !(digits.starts_with('0') && text.len() > 1);
    let number = text.parse::<i64>().ok().filter(|_| is_canonical)?;
    (-GREATEST..=GREATEST).contains(&number).then_some(number)
}

/// The key of the local name of an element, where its type does not say what it is.
fn name_key(description: &Description) -> Option<&'static str> {
    match description.names {
        Names::Of(_, Locals::OneOf(_) | Locals::Any(_)) => {
            Some(description.name_field.unwrap_or(NAME))
        }
        _ => None,
    }
}

/// The key of the namespace of an element, where its type does not say what it is.
fn namespace_key(description: &Description) -> Option<&'static str> {
    match description.names {
        Names::Of(Namespaces::OneOf(_), _) => {
            Some(description.namespace_field.unwrap_or(NAMESPACE))
        }
        _ => None,
    }
}

/// The names of the keys that are no fields.
const NAME: &str = "$name";
const NAMESPACE: &str = "$namespace";
const TYPE: &str = "$type";
const TEXT: &str = "$text";
const INVALID: &str = "$invalid";
const EXTRA: &str = "$extra";
const PREFIX: &str = "prefix";
const DECLARATIONS: &str = "declarations";
const ATTRIBUTES: &str = "attributes";
const CONTENT: &str = "content";
