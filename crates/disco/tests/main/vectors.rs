use std::fs;
use std::path::{Path, PathBuf};

use xmpp_disco::REGISTRY;
use xmpp_xml::registry::Place;
use xmpp_xml::{ErrorKind, Node, Options, RawElement};

/// The roots of each file in a folder of vectors.
fn roots(folder: &str) -> Vec<(PathBuf, RawElement)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../testdata")
        .join(folder);
    let mut roots = Vec::new();
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        let mut rest = text.as_str();
        loop {
            match xmpp_xml::first_element(rest, &Options::file()) {
                Ok((root, end)) => {
                    roots.push((path.clone(), root));
                    rest = &rest[end..];
                }
                Err(error) if *error.kind() == ErrorKind::NoRoot => break,
                Err(error) => panic!("{}: {error} in {rest}", path.display()),
            }
        }
    }
    roots
}

/// Where a payload stands, as its parent says.
fn place(parent: Option<&Node<'_>>, element: &Node<'_>) -> Place {
    let kind = parent.and_then(|parent| parent.attribute("type"));
    match (parent.map(|parent| parent.name()), kind.as_deref()) {
        (Some("iq"), Some("get" | "error")) => Place::IqGet,
        (Some("iq"), _) => Place::IqResult,
        (Some("features"), _) => Place::StreamFeature,
        (None | Some("presence"), _) if element.name() == "c" => Place::Presence,
        _ => Place::Nested,
    }
}

/// Reads and writes each element of this area that stands in the vectors; gives how many there are, and how
/// many of these are typed throughout.
fn check(folder: &str) -> (usize, usize) {
    let (mut all, mut typed) = (0, 0);
    for (path, root) in roots(folder) {
        let mut open = vec![(None, root.node())];
        while let Some((parent, node)) = open.pop() {
            let place = place(parent.as_ref(), &node);
            let mut entries = REGISTRY.iter().filter(|entry| entry.matches(&node));
            let Some(entry) = entries.find(|entry| entry.stands_in(place)) else {
                open.extend(node.children().map(|child| (Some(node), child)));
                continue;
            };
            let element = RawElement::from_node(&node);
            let fail = |why: &str| panic!("{} {element}: {why}", path.display());
            let trip = match entry.round_trip(&element, &Options::default()) {
                Ok(trip) => trip,
                Err(error) => fail(&error.to_string()),
            };
            let written = RawElement::from_slice(trip.xml.as_bytes()).unwrap();
            assert_eq!(
                element.canonical(),
                written.canonical(),
                "{}",
                path.display()
            );
            all += 1;
            typed += usize::from(trip.report.untyped.is_empty());
        }
    }
    (all, typed)
}

#[test]
fn keeps_every_vector_of_this_area() {
    assert_eq!(check("disco"), (44, 42));
}
