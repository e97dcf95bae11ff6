//! Elements of all kinds: the good vectors of `testdata/`, and the examples of the XEPs where their sources are at hand.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use xmpp_xml::{ErrorKind, Options, RawElement, first_element};

/// An element, and where it is from.
pub(crate) struct Specimen {
    pub(crate) source: String,
    pub(crate) element: RawElement,
}

/// The roots of the good vectors, in order.
pub(crate) fn vectors() -> Vec<Specimen> {
    let mut all = Vec::new();
    let dir = workspace().join("testdata");
    for file in files(&dir) {
        let name = file.strip_prefix(&dir).unwrap_or(&file).display();
        let text = fs::read_to_string(&file).expect("vectors are UTF-8");
        let mut rest = text.as_str();
        let start = all.len();
        loop {
            let source = format!("{name}, root {}", all.len() - start + 1);
            match first_element(rest, &Options::file()) {
                Ok((element, length)) => {
                    all.push(Specimen { source, element });
                    rest = &rest[length..];
                }
                Err(error) if *error.kind() == ErrorKind::NoRoot => break,
                Err(error) => panic!("{source}: {error}"),
            }
        }
    }
    assert!(all.len() > 1200, "{}", all.len());
    all
}

/// The root of this repository.
fn workspace() -> PathBuf {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.parent().unwrap_or(manifest).to_path_buf()
}

/// The files of good vectors in a folder.
fn files(dir: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<_> = fs::read_dir(dir)
        .expect("the folder can be read")
        .map(|entry| entry.expect("the folder can be read").path())
        .collect();
    paths.sort();
    let is_vector = |path: &Path| path.extension().is_some_and(|extension| extension == "xml");
    let mut all = Vec::new();
    for path in paths {
        let is_bad = path.ends_with("hostile") || path.ends_with("regressions");
        if path.is_dir() && !is_bad {
            all.extend(files(&path));
        } else if is_vector(&path) {
            all.push(path);
        }
    }
    all
}

/// The elements that the examples of the XEPs show in a client's stream; those that are no XML are left out.
///
/// The sources are in the folder that `XEPS_DIR` names, or where `cargo xtask conformance` has put them; else there are
/// none.
pub(crate) fn examples() -> Vec<Specimen> {
    let clone = workspace().join(".xeps");
    let entities = |dir: &Path| fs::read_to_string(dir.join("xep.ent"));
    let (dir, entities) = match env::var_os("XEPS_DIR").map(PathBuf::from) {
        Some(dir) => (dir.clone(), entities(&dir).expect("XEPS_DIR has xep.ent")),
        // Where there was no network, the clone is empty.
        None => match entities(&clone) {
            Ok(entities) => (clone, entities),
            Err(_) => return Vec::new(),
        },
    };
    let mut all = Vec::new();
    for number in 1..1000 {
        let name = format!("xep-{number:04}.xml");
        if let Ok(xep) = fs::read_to_string(dir.join(&name)) {
            examples_of(&name, &xep.replacen("%ents;", &entities, 1), &mut all);
        }
    }
    assert!(all.len() > 5000, "{}", all.len());
    all
}

fn examples_of(name: &str, xep: &str, all: &mut Vec<Specimen>) {
    let options = roxmltree::ParsingOptions {
        allow_dtd: true,
        ..Default::default()
    };
    let Ok(document) = roxmltree::Document::parse_with_options(xep, options) else {
        return;
    };
    let examples = document
        .descendants()
        .filter(|node| node.has_tag_name("example"));
    for (place, example) in (1..).zip(examples) {
        let texts = example.descendants().filter(|node| node.is_text());
        let text: String = texts.filter_map(|node| node.text()).collect();
        let stream = format!(
            "<stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' \
             xmlns:db='jabber:server:dialback'>{text}</stream>"
        );
        let Ok(stream) = RawElement::read_with(stream.as_bytes(), &Options::file()) else {
            continue;
        };
        all.extend(stream.node().children().map(|node| Specimen {
            source: format!("{name}, example {place}"),
            element: RawElement::from_node(&node),
        }));
    }
}
