//! Features only add: a program with all edges and one with none read and write the same bytes the same.

extern crate alloc;

use alloc::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// The edges, as features of the facade.
const EDGES: [&str; 5] = ["arbitrary", "minidom", "proptest", "serde", "xso"];

/// What `cargo xtask roundtrip`, built with these features, says and writes of all good vectors.
fn roundtrip(features: &str) -> (String, BTreeMap<PathBuf, String>) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let written =
        Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("features-{}", features.len()));
    let _ = fs::remove_dir_all(&written);
    let output = Command::new(env::var_os("CARGO").unwrap())
        .args([
            "run",
            "--quiet",
            "--package",
            "xtask",
            "--features",
            features,
            "--",
            "roundtrip",
            "--write",
        ])
        .arg(&written)
        .args(
            ["core-stanzas", "disco", "jingle", "muc", "pubsub", "traps"]
                .map(|f| root.join("testdata").join(f)),
        )
        .current_dir(root)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let mut files = BTreeMap::new();
    let mut folders = vec![written.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(&written).unwrap().to_owned();
                files.insert(name, fs::read_to_string(path).unwrap());
            }
        }
    }
    (String::from_utf8(output.stdout).unwrap(), files)
}

#[test]
fn the_same_is_read_and_written_with_all_edges_and_with_none() {
    let with = roundtrip(&EDGES.map(|edge| format!("xmpp-stanzas/{edge}")).join(","));
    let without = roundtrip("");
    assert!(
        without.0.lines().count() > 1000,
        "{}",
        without.0.lines().count()
    );
    assert!(without.1.len() > 50, "{}", without.1.len());
    assert_eq!(with, without);
}
