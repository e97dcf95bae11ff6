//! What an element was read as: its own type, and the types of what that keeps unread, outermost first.

use serde::Serialize;
use serde_json::value::RawValue;
use xmpp_stanzas::xml::registry::{Entry, Place};
use xmpp_stanzas::xml::{Node, Options, RawElement};

use crate::verdict::{self, Part, TOP_LEVEL};

/// An element that was read as a type.
#[derive(Debug, Serialize)]
pub(crate) struct Reading {
    /// Where it stands, from the root.
    pub(crate) path: String,
    pub(crate) spec: &'static str,
    pub(crate) section: &'static str,
    pub(crate) place: Word,
    /// The path of the Rust type.
    #[serde(rename = "type")]
    pub(crate) kind: &'static str,
    /// The value in JSON, its keys in the order of the fields.
    pub(crate) value: Box<RawValue>,
}

/// A place as programs are shown it: `iq-get`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Word(pub(crate) Place);

impl Serialize for Word {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.to_string())
    }
}

impl core::fmt::Display for Word {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let name = format!("{:?}", self.0);
        for (at, c) in name.char_indices() {
            if at > 0 && c.is_uppercase() {
                f.write_str("-")?;
            }
            write!(f, "{}", c.to_ascii_lowercase())?;
        }
        Ok(())
    }
}

/// Reads an element that stands in no other as its type, and the same with what stands unread in it.
///
/// What is refused, and what there is no type for, is left out; what stands in that is not.
pub(crate) fn readings(root: &RawElement) -> Vec<Reading> {
    let mut found = Vec::new();
    read(root.node(), &TOP_LEVEL, &mut found);
    found
}

fn read(node: Node<'_>, choices: &[&[Place]], found: &mut Vec<Reading>) {
    let element = RawElement::from(node);
    let entries = verdict::entries(&node, choices);
    let mut parts: Vec<Part<'_>> = Vec::new();
    match verdict::best(&element, &entries) {
        Some((entry, Ok(trip))) => {
            found.extend(Reading::of(entry, &element, node.path(), choices));
            parts = verdict::opaque_parts(node, &trip);
        }
        Some((_, Err(_))) => {}
        None => verdict::typed_parts(node, &mut parts),
    }
    for part in parts {
        read(part.node, &part.choices(), found);
    }
}

impl Reading {
    fn of(
        entry: &'static Entry,
        element: &RawElement,
        path: String,
        choices: &[&[Place]],
    ) -> Option<Self> {
        let mut text = Vec::new();
        let mut json = serde_json::Serializer::pretty(&mut text);
        entry.serialize(element, &Options::file(), &mut json).ok()?;
        // As it is indented in a list of readings: no string has a line end in JSON.
        let text = String::from_utf8(text).ok()?.replace('\n', "\n    ");
        let value = RawValue::from_string(text).ok()?;
        let asked = choices.iter().copied().flatten().copied();
        let stands = asked.chain(entry.places.iter().copied());
        let place = stands.into_iter().find(|place| entry.stands_in(*place))?;
        Some(Self {
            path,
            spec: entry.spec,
            section: entry.section,
            place: Word(place),
            kind: entry.type_name(),
            value,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(String, String, String)> {
        let root: RawElement = text.parse().expect("the text is well-formed");
        let short = |reading: Reading| {
            (
                reading.path,
                reading.place.to_string(),
                reading
                    .kind
                    .rsplit("::")
                    .next()
                    .unwrap_or_default()
                    .to_owned(),
            )
        };
        readings(&root).into_iter().map(short).collect()
    }

    #[test]
    fn reads_payloads_as_their_own_types() {
        let text = "<iq xmlns='jabber:client' type='result' id='1'>\
             <query xmlns='http://jabber.org/protocol/disco#info'><feature var='a'/></query></iq>";
        let found = read(text);
        let found: Vec<_> = found
            .iter()
            .map(|(path, place, kind)| (&**path, &**place, &**kind))
            .collect();
        assert_eq!(
            found,
            [
                ("/iq", "stanza", "Iq"),
                ("/iq/query", "iq-result", "Response")
            ]
        );
    }

    #[test]
    fn leaves_out_what_is_refused_and_what_has_no_type() {
        assert_eq!(read("<a xmlns='urn:example:a'/>"), []);
        let found = read(
            "<message xmlns='jabber:client'><delay xmlns='urn:xmpp:delay' stamp='tea'/>\
             <a xmlns='urn:example:a'><active xmlns='http://jabber.org/protocol/chatstates'/></a></message>",
        );
        let paths: Vec<_> = found.iter().map(|(path, ..)| &**path).collect();
        assert_eq!(paths, ["/message", "/message/a/active"]);
    }
}
