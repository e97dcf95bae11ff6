//! Into the JSON of serde_json and out of it.

use alloc::collections::BTreeMap;

use arbitrary::Unstructured;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Deserializer, Serializer, Value};
use xmpp_stanzas::disco::info::Response;
use xmpp_stanzas::jid::Jid;
use xmpp_stanzas::json::{Typed, typed};
use xmpp_stanzas::registry;
use xmpp_xml::registry::Entry;
use xmpp_xml::{Invalid, Node, Options, RawElement};

use crate::corpus::{Specimen, examples, vectors};

/// How many elements went through JSON, each counted for every type that has its name.
#[derive(Debug, Default)]
struct Travellers {
    valid: usize,
    /// With something invalid, which is kept.
    invalid: usize,
}

impl Travellers {
    /// Takes each, and all inside of each, to JSON and back in every type that has its name.
    fn of(specimens: &[Specimen]) -> Self {
        let mut travellers = Self::default();
        for Specimen { source, element } in specimens {
            travellers.walk(source, element.node());
        }
        travellers
    }

    fn walk(&mut self, source: &str, node: Node<'_>) {
        for entry in registry().filter(|entry| entry.matches(&node)) {
            let element = RawElement::from(node);
            let keep = Options::new().invalid(Invalid::Keep);
            if entry.round_trip(&element, &Options::new()).is_ok() {
                travel(source, entry, &element, &Options::new());
                self.valid += 1;
            } else if entry.round_trip(&element, &keep).is_ok() {
                travel(source, entry, &element, &keep);
                self.invalid += 1;
            }
        }
        for child in node.children() {
            self.walk(source, child);
        }
    }
}

fn travel(source: &str, entry: &Entry, element: &RawElement, options: &Options) {
    let mut json = Vec::new();
    let written = entry.serialize(element, options, &mut Serializer::new(&mut json));
    let json = String::from_utf8(json).expect("JSON is UTF-8");
    let place = || format!("{source}: {} {element}\nin {json}", entry.type_name());
    written.unwrap_or_else(|error| panic!("{error}: {}", place()));
    let back = entry.deserialize(&mut Deserializer::from_str(&json));
    let back = back.unwrap_or_else(|error| panic!("{error}: {}", place()));
    assert_eq!(back.canonical(), element.canonical(), "{}", place());
    // A tree, whose keys have another order, says the same.
    let tree: Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(entry.deserialize(tree).as_ref().ok(), Some(&back));
}

#[test]
fn every_element_goes_through_json_in_its_types() {
    let vectors = vectors();
    let travellers = Travellers::of(&vectors);
    assert!(travellers.valid > 2 * vectors.len(), "{travellers:?}");
    let examples = examples();
    let travellers = Travellers::of(&examples);
    assert!(travellers.valid >= examples.len(), "{travellers:?}");
}

/// Takes an element to JSON with typed payloads and back; returns whether it is typed itself, and how many inside it are.
fn travel_typed(source: &str, element: &RawElement) -> (bool, usize) {
    let json = serde_json::to_value(typed(element))
        .unwrap_or_else(|error| panic!("{error}: {source} {element}"));
    let place = || format!("{source}: {element}\nin {json}");
    let back: Result<Typed<RawElement>, _> = serde_json::from_value(json.clone());
    let Typed(back) = back.unwrap_or_else(|error| panic!("{error}: {}", place()));
    assert_eq!(back.canonical(), element.canonical(), "{}", place());
    // With its keys in the order of the fields, it says the same.
    let text = serde_json::to_string(&typed(element)).expect("JSON");
    let again: Typed<RawElement> = serde_json::from_str(&text).expect("JSON");
    assert_eq!(again.0.canonical(), back.canonical(), "{}", place());
    // So does XML in a string.
    let text = serde_json::to_string(element).expect("JSON");
    let again: Typed<RawElement> = serde_json::from_str(&text).expect("JSON");
    assert_eq!(again.0.canonical(), element.canonical(), "{}", place());
    (json.is_object(), typed_in(&json))
}

fn typed_in(json: &Value) -> usize {
    match json {
        Value::Array(items) => items.iter().map(typed_in).sum(),
        Value::Object(entries) => {
            let inside: usize = entries.values().map(typed_in).sum();
            inside + usize::from(entries.contains_key("$namespace"))
        }
        _ => 0,
    }
}

#[test]
fn every_element_goes_through_json_with_typed_payloads() {
    let (vectors, examples) = (vectors(), examples());
    for specimens in [&vectors, &examples] {
        let (mut known, mut are_typed, mut inside) = (0, 0, 0);
        for Specimen { source, element } in specimens {
            let (is_typed, all) = travel_typed(source, element);
            known += usize::from(registry().any(|entry| entry.matches(&element.node())));
            are_typed += usize::from(is_typed);
            inside += all;
        }
        // What lacks something that its type requires is XML.
        let found =
            format!("of {known} that are known, {are_typed} are typed, with {inside} in all");
        assert!(
            are_typed * 100 >= known * 95 && inside * 10 >= are_typed * 12,
            "{found}"
        );
    }
}

#[test]
fn types_that_json_cannot_tell_apart_are_known() {
    let mut names = BTreeMap::<_, Vec<_>>::new();
    for entry in registry() {
        let description = entry.description();
        description.names.each(&mut |namespace, local| {
            let key = (namespace, local, description.type_name);
            names.entry(key).or_default().push(entry.type_name());
        });
    }
    names.retain(|_, types| types.len() > 1);
    assert_eq!(names, BTreeMap::new());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    #[test]
    fn what_is_made_up_goes_through_json_with_typed_payloads(
        of in any::<Index>(),
        bytes in prop::collection::vec(any::<u8>(), 0..1024),
    ) {
        let entries: Vec<_> = registry().collect();
        let entry = of.get(&entries);
        let source = entry.arbitrary(&mut Unstructured::new(&bytes)).expect("there is something");
        travel_typed("made up", &source.parse().expect("XML"));
    }

    #[test]
    fn what_is_made_up_for_a_type_goes_through_json(
        of in any::<Index>(),
        bytes in prop::collection::vec(any::<u8>(), 0..1024),
    ) {
        let entries: Vec<_> = registry().collect();
        let entry = of.get(&entries);
        let source = entry.arbitrary(&mut Unstructured::new(&bytes)).expect("there is something");
        travel("made up", entry, &source.parse().expect("XML"), &Options::new());
    }
}

#[test]
fn ordinary_payloads_are_ordinary_json() {
    let response: Response = xmpp_xml::from_str(
        "<query xmlns='http://jabber.org/protocol/disco#info' node='leaves'>\
         <identity category='client' type='pc' name='Tea'/>\
         <feature var='urn:xmpp:ping'/><feature var='jabber:x:data'/></query>",
    )
    .expect("a response");
    let json = serde_json::to_string(&response).expect("JSON");
    assert_eq!(
        json,
        r#"{"node":"leaves","identities":[{"category":"client","kind":"pc","name":"Tea"}],"features":[{"var":"urn:xmpp:ping"},{"var":"jabber:x:data"}]}"#
    );
    let read: Response = serde_json::from_str(&json).expect("a response");
    assert_eq!(read, response);
}

#[test]
fn an_address_is_a_string() {
    let jid: Jid = serde_json::from_str("\"Me@Tea.example/Here\"").expect("an address");
    assert_eq!(
        serde_json::to_string(&jid).expect("JSON"),
        "\"Me@Tea.example/Here\""
    );
    let error = serde_json::from_str::<Jid>("\"@tea.example\"").expect_err("no address");
    assert_eq!(error.to_string(), "`@tea.example` is not an XMPP address");
}
