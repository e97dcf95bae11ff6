//! Every vector of `testdata/pubsub` through the types that it has elements for.

use alloc::collections::BTreeSet;
use std::fs;
use std::path::Path;

use xmpp_pubsub::REGISTRY;
use xmpp_xml::{ErrorKind, Node, Options, RawElement, first_element};

#[derive(Default)]
struct Seen {
    /// How many elements were read and written.
    elements: usize,
    /// How many of these had nothing that no field took.
    typed: usize,
    /// `type@attribute` and `type/child` of each attribute and child that a type has a field for.
    parts: BTreeSet<String>,
}

impl Seen {
    /// Checks an element, if it has a type, and those in it, each alone.
    fn check(&mut self, node: &Node<'_>, file: &str) {
        for entry in REGISTRY.iter().filter(|entry| entry.matches(node)) {
            let element = RawElement::from_node(node);
            let trip = entry
                .round_trip(&element, &Options::default())
                .unwrap_or_else(|e| panic!("{file}: {e} in {element}"));
            let written: RawElement = trip.xml.parse().expect("what was written is well-formed");
            assert_eq!(written.canonical(), element.canonical(), "{file}");
            self.elements += 1;
            self.typed += usize::from(trip.report.untyped.is_empty());
            let kind = entry.type_name();
            self.parts.insert(kind.to_owned());
            for attribute in node.attributes() {
                self.parts.insert(format!("{kind}@{}", attribute.name));
            }
            for child in node.children() {
                self.parts.insert(format!("{kind}/{}", child.name()));
            }
        }
        for child in node.children() {
            self.check(&child, file);
        }
    }
}

#[test]
fn keeps_every_vector_and_has_one_for_every_part() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../testdata/pubsub");
    let mut seen = Seen::default();
    for file in fs::read_dir(folder).expect("the folder is there") {
        let path = file.expect("the folder can be listed").path();
        let name = path.display().to_string();
        let text = fs::read_to_string(&path).expect("a vector is UTF-8");
        let mut rest = text.as_str();
        loop {
            match first_element(rest, &Options::file()) {
                Ok((root, end)) => {
                    seen.check(&root.node(), &name);
                    rest = &rest[end..];
                }
                Err(error) => {
                    assert_eq!(error.kind(), &ErrorKind::NoRoot, "{name}");
                    break;
                }
            }
        }
    }
    let mut missing = Vec::new();
    for entry in REGISTRY {
        let description = entry.description();
        let kind = entry.type_name();
        let mut expected = vec![kind.to_owned()];
        for attribute in description.attributes {
            expected.push(format!("{kind}@{}", attribute.name));
        }
        for child in description.children {
            child
                .names
                .each(&mut |_, name| expected.push(format!("{kind}/{name}")));
        }
        missing.extend(
            expected
                .into_iter()
                .filter(|part| !seen.parts.contains(part)),
        );
    }
    assert_eq!(missing, [""; 0]);
    assert_eq!((seen.elements, seen.typed), (404, 384));
}
