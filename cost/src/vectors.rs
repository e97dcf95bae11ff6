//! The good vectors of `testdata/`, as what carries a hostile part to each type of the registry.

use std::fs;
use std::path::{Path, PathBuf};

use xmpp_stanzas::registry;
use xmpp_stanzas::xml::registry::Entry;
use xmpp_stanzas::xml::{Node, Options, first_element};

use crate::tree::Tree;

/// A type of the registry and an element that it takes.
#[derive(Debug)]
#[non_exhaustive]
pub struct Vector {
    /// The type.
    pub entry: &'static Entry,
    /// The element.
    pub tree: Tree,
}

/// The root of this repository.
pub(crate) fn workspace() -> PathBuf {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.parent().unwrap_or(manifest).to_path_buf()
}

/// For each type the richest of the vectors that are not large.
#[must_use]
pub fn vectors() -> Vec<Vector> {
    let mut files = Vec::new();
    collect(&workspace().join("testdata"), &mut files);
    let entries: Vec<&'static Entry> = registry().collect();
    let mut best: Vec<Option<(usize, Tree)>> = entries.iter().map(|_| None).collect();
    for file in files {
        let text =
            fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let mut rest = text.as_str();
        while let Ok((element, length)) = first_element(rest, &Options::file()) {
            let mut left = vec![element.node()];
            while let Some(node) = left.pop() {
                consider(node, &entries, &mut best);
                left.extend(node.children());
            }
            rest = &rest[length..];
        }
    }
    entries
        .into_iter()
        .zip(best)
        .filter_map(|(entry, best)| best.map(|(_, tree)| Vector { entry, tree }))
        .collect()
}

fn consider(node: Node<'_>, entries: &[&'static Entry], best: &mut [Option<(usize, Tree)>]) {
    let length = node.source().len();
    if length > 700 {
        return;
    }
    for (entry, best) in entries.iter().zip(best) {
        if entry.matches(&node) && best.as_ref().is_none_or(|(n, _)| *n < length) {
            *best = Some((length, Tree::of(node)));
        }
    }
}

fn collect(dir: &Path, files: &mut Vec<PathBuf>) {
    let mut paths: Vec<PathBuf> = fs::read_dir(dir)
        .unwrap_or_else(|error| panic!("{}: {error}", dir.display()))
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    paths.sort();
    for path in paths {
        let is_bad = path.ends_with("hostile") || path.ends_with("regressions");
        if path.is_dir() && !is_bad {
            collect(&path, files);
        } else if path.extension().is_some_and(|e| e == "xml") {
            files.push(path);
        }
    }
}
