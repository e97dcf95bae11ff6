//! JSON with typed payloads: what stanzas and other types keep as XML becomes the object of its type where the
//! [registry](crate::registry) has one.
//!
//! [`Typed`] reads and writes a value with any [serde](https://serde.rs) format; `#[serde(with = "xmpp_stanzas::json")]` does the
//! same for a field. The shape is that of [`xml::edges::json`](xmpp_xml::edges::json#typed-payloads). A round trip preserves the
//! infoset of the element. `Serialize` and `Deserialize` of the types themselves know no registry and keep payloads as XML in strings;
//! [`Typed`] reads that as well.
//!
//! ```
//! # #[cfg(all(feature = "core-stanzas", feature = "disco"))] {
//! use xmpp_stanzas::Iq;
//! use xmpp_stanzas::json::{Typed, typed};
//!
//! let iq: Iq = xmpp_stanzas::xml::from_str(
//!     "<iq xmlns='jabber:client' type='result' id='d1' from='tea.example'>\
//!      <query xmlns='http://jabber.org/protocol/disco#info'><feature var='urn:xmpp:ping'/></query></iq>",
//! )?;
//! let json = serde_json::to_value(typed(&iq))?;
//! assert_eq!(
//!     json["payloads"][0],
//!     serde_json::json!({
//!         "$namespace": "http://jabber.org/protocol/disco#info",
//!         "$name": "query",
//!         "$type": "Response",
//!         "features": [{"var": "urn:xmpp:ping"}],
//!     })
//! );
//! let Typed(back) = serde_json::from_value::<Typed<Iq>>(json)?;
//! assert_eq!(back, iq);
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use xmpp_xml::Element;
use xmpp_xml::edges::json::__core::{Deserialize, Deserializer, Serialize, Serializer};
use xmpp_xml::edges::json::{deserialize_with_types, serialize_with_types};

use crate::AREAS;

/// A value that is read from JSON and written to JSON with typed payloads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(
    clippy::exhaustive_structs,
    reason = "it is a wrapper and nothing else"
)]
pub struct Typed<T>(pub T);

/// A value to be serialized with typed payloads: `serde_json::to_string(&typed(&iq))`.
pub fn typed<T: Element>(element: &T) -> impl Serialize {
    Borrowed(element)
}

struct Borrowed<'a, T>(&'a T);

/// Serializes an element with typed payloads.
///
/// # Errors
/// The value contains something that XML cannot carry, or the serializer fails.
pub fn serialize<T: Element, S: Serializer>(element: &T, serializer: S) -> Result<S::Ok, S::Error> {
    serialize_with_types(element, AREAS, serializer)
}

/// Deserializes an element whose payloads are typed, or XML in strings.
///
/// # Errors
/// The input does not have the right structure, something in it is missing or invalid, or the deserializer fails.
pub fn deserialize<'de, T: Element, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserialize_with_types(AREAS, deserializer)
}

impl<T: Element> Serialize for Borrowed<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize(self.0, serializer)
    }
}

impl<T: Element> Serialize for Typed<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize(&self.0, serializer)
    }
}

impl<'de, T: Element> Deserialize<'de> for Typed<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize(deserializer).map(Self)
    }
}
