//! The vectors of `testdata/stream-errors`, and those of `testdata/traps` that stand in a stream.

use std::fs;
use std::path::Path;

use xmpp_stream_errors::REGISTRY;
use xmpp_stream_errors::stream::Header;
use xmpp_xml::registry::Place;
use xmpp_xml::{Node, Options, RawElement};

/// What has been found in files.
#[derive(Default)]
struct Found {
    elements: usize,
    /// The paths of what no field took.
    untyped: Vec<String>,
}

impl Found {
    /// Reads all roots of the files of a folder.
    fn folder(&mut self, folder: &str) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../../testdata")
            .join(folder);
        for file in folder.read_dir().expect("the folder is there") {
            let path = file.expect("can be listed").path();
            if path.extension().is_some_and(|e| e == "xml") {
                self.roots(&fs::read_to_string(&path).expect("can be read"));
            }
        }
    }

    fn roots(&mut self, mut text: &str) {
        while !text.trim().is_empty() {
            let (root, used) =
                xmpp_xml::first_element(text, &Options::file()).expect("well-formed");
            text = &text[used..];
            let node = root.node();
            self.element(node, Place::Nonza);
            let inside = match node.attribute("type").as_deref() {
                _ if node.name() == "features" => Place::StreamFeature,
                Some("result") => Place::IqResult,
                _ => Place::IqSet,
            };
            node.children()
                .for_each(|child| self.element(child, inside));
        }
    }

    /// Reads the element as the type that stands in this place, if there is one, and writes it.
    fn element(&mut self, node: Node<'_>, place: Place) {
        let raw = RawElement::from_node(&node);
        let of_place =
            |e: &&xmpp_xml::registry::Entry| e.stands_in(place) && e.matches(&raw.node());
        let Some(entry) = REGISTRY.iter().find(of_place) else {
            return;
        };
        let trip = entry
            .round_trip(&raw, &Options::default())
            .unwrap_or_else(|e| panic!("{e} in {raw}"));
        let written: RawElement = trip.xml.parse().expect("well-formed");
        assert_eq!(
            written.canonical(),
            raw.canonical(),
            "lost something of {raw}"
        );
        self.elements += 1;
        self.untyped
            .extend(trip.report.untyped.into_iter().map(|u| u.path));
    }
}

#[test]
fn keeps_every_vector_and_types_all_but_what_is_unknown() {
    let mut found = Found::default();
    found.folder("stream-errors");
    found.untyped.sort();
    assert_eq!(found.elements, 130);
    let foreign = [
        "/auth/@b:full-name",
        "/f:open/@b:via",
        "/failure/retry",
        "/tls:failure/why",
    ];
    assert_eq!(found.untyped, foreign);
}

#[test]
fn keeps_every_trap() {
    let mut found = Found::default();
    found.folder("traps");
    assert_eq!(found.elements, 81);
}

#[test]
fn keeps_every_header() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../testdata/stream-errors/headers");
    let mut count = 0;
    for file in folder.read_dir().expect("the folder is there") {
        let text = fs::read_to_string(file.expect("can be listed").path()).expect("can be read");
        crate::header::assert_lossless(&text);
        count += 1;
    }
    assert_eq!(count, 16);
}

#[test]
fn rejects_a_header_that_ends_too_early() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../testdata/stream-errors/headers");
    for file in folder.read_dir().expect("the folder is there") {
        let text = fs::read_to_string(file.expect("can be listed").path()).expect("can be read");
        let whole = text.trim_end().len();
        for end in (0..whole).filter(|&end| text.is_char_boundary(end)) {
            assert!(
                Header::from_start_tag(&text[..end]).is_err(),
                "{}",
                &text[..end]
            );
        }
    }
}
