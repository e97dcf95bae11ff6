//! What a package has to have to be published: a README of its own, made from the front page of its documentation.

pub(crate) mod trial;

use core::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use crate::{Result, workspace};

/// The README of each library that does not write it by hand.
///
/// # Errors
/// A source cannot be read.
pub(crate) fn readmes() -> Result<Vec<(PathBuf, String)>> {
    let mut readmes = Vec::new();
    for folder in libraries()? {
        let source = fs::read_to_string(folder.join("src/lib.rs"))?;
        if source.starts_with("//!") {
            let name = folder.file_name().unwrap_or_default().to_string_lossy();
            readmes.push((folder.join("README.md"), readme(&name, &source)));
        }
    }
    Ok(readmes)
}

/// The folders of the libraries.
fn libraries() -> Result<Vec<PathBuf>> {
    let mut folders = Vec::new();
    for entry in fs::read_dir(workspace().join("crates"))? {
        let folder = entry?.path();
        if folder.join("Cargo.toml").is_file() {
            folders.push(folder);
        }
    }
    folders.sort();
    Ok(folders)
}

fn readme(folder: &str, source: &str) -> String {
    let mut out = format!("# xmpp-{folder}\n\n");
    let mut is_code = false;
    let docs = source.lines().map_while(|line| line.strip_prefix("//!"));
    for line in docs.map(|line| line.strip_prefix(' ').unwrap_or(line)) {
        if let Some(language) = line.strip_prefix("```") {
            is_code = !is_code;
            let language = if is_code && language.is_empty() {
                "rust"
            } else {
                language
            };
            let _ = writeln!(out, "```{language}");
        } else if is_code {
            // What rustdoc hides.
            if line != "#" && !line.starts_with("# ") {
                let _ = writeln!(out, "{line}");
            }
        } else {
            let _ = writeln!(out, "{}", without_links(line));
        }
    }
    let _ = writeln!(
        out,
        "\nOne of the crates of `xmpp-stanzas`: lossless types for XMPP, without I/O, without `unsafe`, without `std`. \
         The documentation has a table\nof the types by their specifications.\n\n\
         Licensed under either of the Apache License, Version 2.0, or the MIT license, at your option."
    );
    out
}

/// A line of documentation without the links that only rustdoc can follow.
fn without_links(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some((before, link)) = rest.split_once('[') {
        out.push_str(before);
        // Code may have brackets of its own.
        let end = if link.starts_with('`') { "`]" } else { "]" };
        let Some(end) = link.find(end).map(|at| at + end.len()) else {
            out.push('[');
            rest = link;
            continue;
        };
        let (text, after) = (&link[..end - 1], &link[end..]);
        match after
            .strip_prefix('(')
            .and_then(|after| after.split_once(')'))
        {
            Some((target, after)) if target.starts_with("http") => {
                let _ = write!(out, "[{text}]({target})");
                rest = after;
            }
            Some((_, after)) => {
                out.push_str(text);
                rest = after;
            }
            None => {
                out.push_str(text);
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn leaves_out_links_that_only_rustdoc_follows() {
        let line = "a [`#[List]`](List) of [items](crate::Item), [RFC 6120](https://www.rfc-editor.org/rfc/rfc6120)";
        assert_eq!(
            without_links(line),
            "a `#[List]` of items, [RFC 6120](https://www.rfc-editor.org/rfc/rfc6120)"
        );
    }

    #[test]
    fn every_package_can_be_published() {
        let same = |folder: &Path, name: &str| {
            let ours = fs::read(folder.join(name)).unwrap_or_default();
            let expected = fs::read(workspace().join(name)).expect("the root has the licences");
            assert!(ours == expected, "{}: {name}", folder.display());
        };
        let libraries = libraries().expect("the folder can be read");
        assert!(libraries.len() > 20, "{libraries:?}");
        for folder in libraries {
            same(&folder, "LICENSE-APACHE");
            same(&folder, "LICENSE-MIT");
            assert!(folder.join("README.md").is_file(), "{}", folder.display());
            let manifest = fs::read_to_string(folder.join("Cargo.toml")).expect("there is one");
            for key in [
                "description = ",
                "license.workspace",
                "keywords.workspace",
                "categories.workspace",
                "rust-version.workspace",
                "readme = \"README.md\"",
                "[package.metadata.docs.rs]\nall-features = true\n",
            ] {
                assert!(manifest.contains(key), "{}: {key}", folder.display());
            }
            for source in sources(&folder) {
                let text = fs::read_to_string(&source).expect("sources are UTF-8");
                // Tests are not part of a package.
                assert!(
                    !text.contains(concat!("include_str!(\"../", "../")),
                    "{}",
                    source.display()
                );
            }
        }
    }

    fn sources(folder: &Path) -> Vec<PathBuf> {
        let mut all = Vec::new();
        let mut folders = vec![folder.join("src")];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("the folder can be read") {
                let path = entry.expect("the folder can be read").path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    all.push(path);
                }
            }
        }
        all
    }
}
