//! What the fuzz targets assert: one function each, which panics where a promise is broken.
//!
//! The targets call them with what the fuzzer makes up, `cargo test` with what was found so in the past:
//! `testdata/regressions/`.

mod infoset;
mod json;
mod reader;
mod routes;
mod splitter;
mod texts;

use arbitrary::Unstructured;
use xmpp_stanzas::registry as entries;
use xmpp_stanzas::xml::registry::Entry;
use xmpp_stanzas::xml::{Invalid, Node, Options, RawElement};

pub use crate::json::json;
pub use crate::reader::reader;
pub use crate::routes::{Taken, changed_on_all_routes, routes};
pub use crate::splitter::splitter;
pub use crate::texts::{addresses, dates};

/// A function that takes what a fuzzer makes up.
pub type Target = fn(&[u8]);

/// The targets by their names.
pub const TARGETS: [(&str, Target); 8] = [
    ("reader", reader),
    ("registry", registry),
    ("values", values),
    ("json", json),
    ("splitter", splitter),
    ("addresses", addresses),
    ("dates", dates),
    ("routes", routes),
];

/// Every type that has the name of an element, or of one in it, gives back what it accepts.
pub fn registry(data: &[u8]) {
    const MOST: usize = 64;
    let Ok(element) = RawElement::from_slice(data) else {
        return;
    };
    let mut nodes = vec![element.node()];
    for _ in 0..MOST {
        let Some(node) = nodes.pop() else { break };
        nodes.extend(node.children());
        for entry in entries().filter(|entry| entry.matches(&node)) {
            keeps(entry, node);
        }
    }
}

fn keeps(entry: &Entry, node: Node<'_>) {
    let element = RawElement::from(node);
    let strict = entry.round_trip(&element, &Options::new());
    let lenient = entry.round_trip(&element, &Options::new().invalid(Invalid::Keep));
    if let Ok(strict) = &strict {
        assert!(strict.report.problems.is_empty(), "{strict:?}");
        assert_eq!(
            Ok(strict),
            lenient.as_ref(),
            "valid, but read in another way where invalid values are kept"
        );
    }
    let Ok(trip) = lenient else { return };
    let name = entry.type_name();
    let written = RawElement::from_slice(trip.xml.as_bytes()).expect("what is written is XML");
    assert_eq!(
        element.canonical(),
        written.canonical(),
        "{name} lost something:\n{element}\n{written}"
    );
    let again = entry.round_trip(&written, &Options::new().invalid(Invalid::Keep));
    let again = again.expect("what is written is read again");
    assert_eq!(
        trip.report.problems.len(),
        again.report.problems.len(),
        "{name} has other problems when it is read again:\n{element}\n{written}"
    );
    let rewritten = RawElement::from_slice(again.xml.as_bytes()).expect("what is written is XML");
    assert_eq!(written.canonical(), rewritten.canonical(), "{name}");
}

/// Every type keeps its promises on elements that are made up for it.
pub fn values(data: &[u8]) {
    let mut u = Unstructured::new(data);
    let all: Vec<_> = entries().collect();
    let Ok(entry) = u.choose(&all) else { return };
    if let Err(broken) = entry.probe(&mut u) {
        panic!("{}: {broken}", entry.type_name());
    }
}
