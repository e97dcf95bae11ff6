//! The vectors of our own, `testdata/`: see `testdata/README.md`.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::conformance::Counts;
use crate::roundtrip::{self, files};
use crate::table::Table;
use crate::verdict::{Status, Verdict};
use crate::{Result, workspace};

/// The folders without good vectors: what must be refused, what fuzzing found, and what is known of the XEPs.
const NO_VECTORS: [&str; 3] = ["hostile", "regressions", "xeps"];

/// The folders of good vectors by their names.
fn folders() -> Result<BTreeMap<String, PathBuf>> {
    let mut folders = BTreeMap::new();
    for entry in fs::read_dir(workspace().join("testdata"))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() && !NO_VECTORS.contains(&&*name) {
            folders.insert(name, entry.path());
        }
    }
    Ok(folders)
}

/// The verdicts on the roots of each file in a folder.
fn verdicts(folder: &Path) -> Result<Vec<(PathBuf, Vec<Verdict>)>> {
    let judge = |file: PathBuf| {
        let text = fs::read(&file)?;
        Ok((file, roundtrip::verdicts(&text)))
    };
    files(folder)?.into_iter().map(judge).collect()
}

/// Prints a table of the folders, or a record for each root; tells whether all roots came back as they were.
///
/// # Errors
/// A folder or file cannot be read, or `out` cannot be written.
pub(crate) fn run(is_json: bool, out: &mut impl Write) -> Result<bool> {
    let folders = folders()?;
    if is_json {
        let paths: Vec<_> = folders.into_values().collect();
        return roundtrip::run(&paths, None, out);
    }
    let mut headings = Counts::COLUMNS;
    headings[0] = "files";
    let mut table = Table::new(["testdata"], headings);
    let mut is_lossless = true;
    for (name, folder) in folders {
        let mut counts = Counts::default();
        for (file, verdicts) in verdicts(&folder)? {
            counts.examples += 1;
            for (index, verdict) in (1..).zip(&verdicts) {
                counts.add(verdict, false);
                if verdict.status() != Status::Lossless {
                    is_lossless = false;
                    let what = verdict.faults().into_iter().map(|(_, error)| error);
                    let what: Vec<_> = what.collect();
                    eprintln!("{}, root {index}: {}", file.display(), what.join("; "));
                }
            }
        }
        table.row([name], counts.columns());
    }
    write!(out, "{table}")?;
    Ok(is_lossless)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde::Deserialize;
    use xmpp_stanzas::registry;
    use xmpp_stanzas::stream_errors::stream::Header;
    use xmpp_stanzas::xml::{Node, Options, RawElement, first_element};

    use super::*;

    /// What `testdata/roots.toml` says about a folder.
    #[derive(Debug, Default, PartialEq, Eq, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Roots {
        roots: usize,
        /// Those in which nothing of ours is foreign to the types. Some are there for what is.
        typed: usize,
    }

    #[test]
    fn every_root_comes_back_and_none_is_overlooked() {
        let listed = fs::read_to_string(workspace().join("testdata/roots.toml"))
            .expect("the list of folders can be read");
        let listed: BTreeMap<String, Roots> = toml::from_str(&listed).expect("the list is TOML");
        let mut found: BTreeMap<String, Roots> = BTreeMap::new();
        let mut faults = Vec::new();
        for (name, folder) in folders().expect("the folders can be read") {
            let found = found.entry(name).or_default();
            for (file, verdicts) in verdicts(&folder).expect("the vectors can be read") {
                assert!(!verdicts.is_empty(), "{}", file.display());
                for (index, verdict) in (1..).zip(verdicts) {
                    found.roots += 1;
                    found.typed += usize::from(verdict.is_typed());
                    if verdict.status() != Status::Lossless || !verdict.has_type() {
                        faults.push(format!("{} {index}: {verdict:?}", file.display()));
                    }
                }
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
        assert_eq!(found, listed, "testdata/roots.toml");
    }

    #[test]
    fn every_type_has_a_vector() {
        let mut missing: BTreeSet<&str> = registry().map(|entry| entry.type_name()).collect();
        // Its vectors are no whole elements; see below.
        missing.remove(core::any::type_name::<Header>());
        let mut mark = |node: &Node<'_>| {
            for entry in registry().filter(|entry| entry.matches(node)) {
                missing.remove(entry.type_name());
            }
        };
        let folders = folders().expect("the folders can be read").into_values();
        for file in folders.flat_map(|folder| files(&folder).expect("the folder can be read")) {
            let text = fs::read_to_string(file).expect("vectors are UTF-8");
            let mut rest = text.as_str();
            while let Ok((element, length)) = first_element(rest, &Options::file()) {
                visit(&element.node(), &mut mark);
                rest = &rest[length..];
            }
        }
        assert!(missing.is_empty(), "{missing:#?}");
    }

    fn visit(node: &Node<'_>, see: &mut dyn FnMut(&Node<'_>)) {
        see(node);
        node.children().for_each(|child| visit(&child, see));
    }

    #[derive(Debug, Deserialize)]
    struct Hostile {
        refused: Vec<Refused>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Refused {
        file: String,
        kind: String,
        offset: usize,
        rule: String,
    }

    #[test]
    fn everything_hostile_is_refused_for_its_reason_at_its_byte() {
        let dir = workspace().join("testdata/hostile");
        let list = fs::read_to_string(dir.join("hostile.toml")).expect("the list can be read");
        let listed: Hostile = toml::from_str(&list).expect("the list is TOML");
        for Refused {
            file,
            kind,
            offset,
            rule,
        } in &listed.refused
        {
            let input = fs::read(dir.join(file)).expect("the vector can be read");
            let error = RawElement::from_slice(&input).expect_err(file);
            let name = format!("{:?}", error.kind());
            let name = name.split(' ').next().unwrap_or_default();
            assert_eq!(
                (name, error.offset()),
                (&**kind, *offset),
                "{file} ({rule})"
            );
        }
        let listed: BTreeSet<_> = listed
            .refused
            .iter()
            .map(|refused| dir.join(&refused.file))
            .collect();
        assert_eq!(files(&dir).expect("the folder can be read"), listed);
        assert!(listed.len() >= 200, "{}", listed.len());
    }

    #[test]
    fn every_stream_header_comes_back() {
        let dir = workspace().join("testdata/stream-errors/headers");
        let mut found = 0;
        for entry in fs::read_dir(dir).expect("the folder can be read") {
            let path = entry.expect("the folder can be read").path();
            let tag = fs::read_to_string(&path).expect("vectors are UTF-8");
            let verdict = Verdict::of_header(&tag);
            assert_eq!(
                verdict.status(),
                Status::Lossless,
                "{} {verdict:?}",
                path.display()
            );
            assert!(verdict.has_type(), "{}", path.display());
            found += 1;
        }
        assert_eq!(found, 16);
    }
}
