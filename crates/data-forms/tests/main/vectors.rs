//! The vectors of `testdata/data-forms`.

use std::path::Path;

use xmpp_data_forms::REGISTRY;
use xmpp_xml::{Node, Options, RawElement};

/// Calls `found` with the outermost elements of this area.
fn visit(node: Node<'_>, found: &mut dyn FnMut(Node<'_>)) {
    if REGISTRY.iter().any(|entry| entry.matches(&node)) {
        found(node);
    } else {
        node.children().for_each(|child| visit(child, found));
    }
}

#[test]
fn keeps_every_vector_and_types_all_but_what_is_unknown() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../testdata/data-forms");
    let mut count = 0;
    let mut untyped = Vec::new();
    for file in folder.read_dir().expect("the folder is there") {
        let path = file.expect("can be listed").path();
        let text = std::fs::read_to_string(&path).expect("can be read");
        let mut rest = text.as_str();
        while !rest.trim().is_empty() {
            let (root, used) =
                xmpp_xml::first_element(rest, &Options::file()).expect("well-formed");
            rest = &rest[used..];
            visit(root.node(), &mut |node| {
                count += 1;
                let element = RawElement::from_node(&node);
                let entry = REGISTRY.iter().find(|entry| entry.matches(&element.node()));
                let trip = entry
                    .expect("it was found by one")
                    .round_trip(&element, &Options::default())
                    .unwrap_or_else(|error| panic!("{error} in {element}"));
                let written = RawElement::from_slice(trip.xml.as_bytes()).expect("well-formed");
                assert_eq!(
                    written.canonical(),
                    element.canonical(),
                    "{}",
                    path.display()
                );
                untyped.extend(trip.report.untyped.into_iter().map(|u| u.path));
            });
        }
    }
    untyped.sort();
    assert_eq!(untyped, ["/x/field/validate/spelling"]);
    assert_eq!(count, 109);
}
