//! What every type of the registry promises, seen on elements that are made up.

extern crate alloc;

use alloc::collections::BTreeSet;

use arbitrary::Unstructured;
use proptest::prelude::*;
use xmpp_stanzas::core_stanzas::Message;
use xmpp_stanzas::registry;
use xmpp_stanzas::xml::edges::proptest::any_element;
use xmpp_stanzas::xml::registry::Entry;
use xmpp_stanzas::xml::{
    AttributeField, ChildField, Locals, Names, Node, Options, RawElement, TextForm, from_str,
    to_string,
};

/// The seeds of what is made up for each type.
const SEEDS: core::ops::Range<u64> = 0..32;

/// Bytes that are the same in each run: SplitMix64. Few at times, which makes for simple elements.
fn bytes(seed: u64) -> Vec<u8> {
    let mut state = seed;
    let mut next = || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)).to_le_bytes()
    };
    (0..2 << (seed % 8)).flat_map(|_| next()).collect()
}

#[test]
fn every_type_keeps_what_is_made_up_for_it_and_with_any_field_changed() {
    let mut probed = 0;
    let mut broken = Vec::new();
    for entry in registry() {
        for seed in SEEDS {
            probed += 1;
            if let Err(found) = entry.probe(&mut Unstructured::new(&bytes(seed))) {
                broken.push(format!("{}, seed {seed}: {found}", entry.type_name()));
                break;
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
    assert!(probed >= 100 * 32, "{probed}");
}

#[test]
fn what_is_made_up_has_every_field_and_what_no_field_is_for() {
    let mut missed = Vec::new();
    for entry in registry() {
        let mut seen = BTreeSet::new();
        let wanted = wanted(entry);
        for seed in 0..4096 {
            if seen.is_superset(&wanted) {
                break;
            }
            let bytes = bytes(seed);
            let source = entry.arbitrary(&mut Unstructured::new(&bytes));
            let source = source.expect("there is something to make up");
            look(entry, &source, &mut seen);
        }
        let left: Vec<_> = wanted.difference(&seen).collect();
        if !left.is_empty() {
            missed.push(format!("{}: {left:?}", entry.type_name()));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

/// What should turn up sooner or later in the elements of a type that are made up.
fn wanted(entry: &Entry) -> BTreeSet<String> {
    let description = entry.description();
    let mut wanted = BTreeSet::new();
    for field in description.attributes {
        wanted.insert(field.field.to_owned());
        if is_open(&field.form) {
            wanted.insert(format!("{}: other", field.field));
        }
    }
    wanted.extend(
        description
            .children
            .iter()
            .map(|field| field.field.to_owned()),
    );
    wanted.extend(description.text.iter().map(|field| field.field.to_owned()));
    // A choice has no fields; its types are in the registry themselves.
    if description.choices.is_empty() {
        wanted.insert("unknown attribute".to_owned());
        if !description
            .children
            .iter()
            .any(|field| takes_all(&field.names))
        {
            wanted.insert("unknown child".to_owned());
        }
    }
    wanted
}

/// Notes what is in an element.
fn look(entry: &Entry, source: &str, seen: &mut BTreeSet<String>) {
    let description = entry.description();
    let element: RawElement = source.parse().expect("what is made up is XML");
    let node = element.node();
    for field in description.attributes {
        let AttributeField {
            field,
            namespace,
            name,
            form,
            ..
        } = field;
        if let Some(value) = node.attribute_in(namespace, name) {
            seen.insert((*field).to_owned());
            if is_open(form) && !form.examples.contains(&&*value) {
                seen.insert(format!("{field}: other"));
            }
        }
    }
    for child in node.children() {
        let fields = description.children.iter();
        seen.extend(
            fields
                .filter(|f| may_take(f, child))
                .map(|f| f.field.to_owned()),
        );
    }
    let field = description.text.as_ref();
    if let Some(field) = field.filter(|_| !node.text().is_empty()) {
        seen.insert(field.field.to_owned());
    }
    let trip = entry
        .round_trip(&element, &Options::new())
        .expect("what is made up is read");
    for untyped in &trip.report.untyped {
        // Right in the element, not in one of its children.
        if untyped.path.matches('/').count() == 2 {
            let what = if untyped.is_attribute {
                "attribute"
            } else {
                "child"
            };
            seen.insert(format!("unknown {what}"));
        }
    }
}

/// Whether a form has words of its own and takes any other.
fn is_open(form: &TextForm) -> bool {
    !form.examples.is_empty() && form.accepts("?") && form.accepts("\u{1f980}")
}

fn takes_all(names: &Names) -> bool {
    match names {
        Names::Of(..) => false,
        Names::Union(all) => all.iter().any(|names| takes_all(names)),
        Names::Any => true,
    }
}

/// Whether a child may belong in a field, by its local name.
fn may_take(field: &ChildField, child: Node<'_>) -> bool {
    fn has(names: &Names, local: &str) -> bool {
        match names {
            Names::Of(_, Locals::One(one)) => *one == local,
            Names::Of(_, Locals::OneOf(all)) => all.contains(&local),
            Names::Of(_, Locals::Any(_)) | Names::Any => true,
            Names::Union(all) => all.iter().any(|names| has(names, local)),
        }
    }
    has(&field.names, child.name())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// The strategies are for other tests; this is how one is used.
    #[test]
    fn any_message_is_read_as_it_is_written(message in any_element::<Message>()) {
        let text = to_string(&message).expect("XML can carry it");
        prop_assert_eq!(from_str(&text), Ok(message));
    }
}
