//! Every vector, spoilt: an error or a value, on a small stack.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use xmpp_stanzas::registry;
use xmpp_stanzas::xml::{Invalid, Options, RawElement, first_element};

/// The roots of all good vectors.
fn roots() -> Vec<String> {
    let testdata = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../testdata");
    let mut folders: Vec<PathBuf> = fs::read_dir(testdata)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    folders.retain(|path| {
        path.is_dir()
            && !["hostile", "regressions"]
                .iter()
                .any(|no| path.ends_with(no))
    });
    let mut roots = Vec::new();
    for file in folders
        .iter()
        .flat_map(|folder| fs::read_dir(folder).unwrap())
    {
        let path = file.unwrap().path();
        if path.extension().is_some_and(|e| e == "xml") {
            let text = fs::read_to_string(path).unwrap();
            let mut rest = text.as_str();
            while let Ok((element, length)) = first_element(rest, &Options::file()) {
                roots.push(element.to_string().to_owned());
                rest = &rest[length..];
            }
        }
    }
    roots.sort();
    assert!(roots.len() >= 1400, "{}", roots.len());
    roots
}

/// Runs on a stack of 256 KB.
fn on_a_small_stack(test: impl FnOnce() + Send + 'static) {
    thread::Builder::new()
        .stack_size(256 << 10)
        .spawn(test)
        .unwrap()
        .join()
        .unwrap();
}

/// Reads an input as every type that its name fits, in every way; what is accepted must come back.
fn exercise(input: &[u8]) {
    let Ok(element) = RawElement::from_slice(input) else {
        return;
    };
    for entry in registry().filter(|entry| entry.matches(&element.node())) {
        for invalid in [Invalid::Reject, Invalid::Keep] {
            if let Ok(trip) = entry.round_trip(&element, &Options::new().invalid(invalid)) {
                let written: RawElement = trip.xml.parse().unwrap();
                assert_eq!(
                    written.canonical(),
                    element.canonical(),
                    "{}",
                    entry.type_name()
                );
            }
        }
    }
}

#[test]
fn every_vector_cut_anywhere_is_refused() {
    on_a_small_stack(|| {
        for root in roots() {
            for end in 0..root.len() {
                let cut = &root.as_bytes()[..end];
                assert!(RawElement::from_slice(cut).is_err(), "{root} cut at {end}");
            }
        }
    });
}

#[test]
fn any_byte_of_a_vector_may_be_another() {
    on_a_small_stack(|| {
        for root in roots().iter().step_by(16) {
            let mut input = root.clone().into_bytes();
            for at in 0..input.len() {
                let old = input[at];
                for new in [
                    b'<',
                    b'>',
                    b'&',
                    b'\'',
                    b'/',
                    b':',
                    b' ',
                    b'1',
                    b'x',
                    0,
                    0xFF,
                    old ^ 0x20,
                ] {
                    input[at] = new;
                    exercise(&input);
                }
                input[at] = old;
            }
        }
    });
}

#[test]
fn any_part_of_a_vector_may_be_missing_or_there_twice() {
    on_a_small_stack(|| {
        for root in roots() {
            let element: RawElement = root.parse().unwrap();
            for child in element.node().children() {
                let (start, part) = (child.offset(), child.source());
                let (before, after) = (&root[..start], &root[start + part.len()..]);
                exercise(format!("{before}{after}").as_bytes());
                exercise(format!("{before}{part}{part}{after}").as_bytes());
                exercise(format!("{before}text{part}{after}").as_bytes());
            }
        }
    });
}
