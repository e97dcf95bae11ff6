//! What the whole repository has to keep to and no compiler sees.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use cargo_metadata::{Metadata, MetadataCommand, Package};
use xmpp_stanzas::registry;

use crate::workspace;

/// The folders under `crates/` by layer, lowest first. An area, which is any other, is in the layer before the last.
const LAYERS: [&[&str]; 5] = [
    &["xml", "xml-derive", "jid"],
    &["core-stanzas", "stream-errors"],
    &["data-forms", "data-forms-derive", "vocabulary"],
    &[],
    &["stanzas"],
];
const AREAS: usize = 3;

/// What only `benches/` may depend on.
const PEERS: [&str; 3] = ["criterion", "instant-xml", "xmpp-parsers"];

/// How every library begins, after its documentation.
const HEADER: &str = "\
#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![warn(missing_docs)]
#![cfg_attr(
    not(test),
    warn(
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::unwrap_used
    )
)]
";

/// The areas without elements of their own: they say the same in another language.
const MAPPINGS: [&str; 1] = ["jingle-sdp"];

fn metadata() -> Metadata {
    let mut command = MetadataCommand::new();
    let metadata = command
        .manifest_path(workspace().join("Cargo.toml"))
        .no_deps()
        .exec();
    metadata.expect("cargo knows the workspace")
}

/// The packages under `crates/` by the name of their folder.
fn libraries(metadata: &Metadata) -> BTreeMap<&str, &Package> {
    let folder = |package: &Package| {
        Some(package.manifest_path.parent()?.parent()?.file_name()? == "crates")
    };
    let libraries = metadata
        .packages
        .iter()
        .filter(|package| folder(package) == Some(true));
    libraries
        .filter_map(|package| Some((package.manifest_path.parent()?.file_name()?, package)))
        .collect()
}

fn is_derive(package: &Package) -> bool {
    package.targets.iter().any(|target| target.is_proc_macro())
}

fn layer(folder: &str) -> usize {
    let layer = LAYERS.iter().position(|layer| layer.contains(&folder));
    layer.unwrap_or(AREAS)
}

#[test]
fn every_dependency_points_down() {
    let metadata = metadata();
    let libraries = libraries(&metadata);
    assert!(libraries.len() >= 9, "{:?}", libraries.keys());
    for (folder, package) in &libraries {
        assert_eq!(*package.name, format!("xmpp-{folder}"));
        for dependency in &package.dependencies {
            let Some(below) = dependency.path.as_ref().and_then(|path| path.file_name()) else {
                continue;
            };
            assert!(libraries.contains_key(below), "{folder} depends on {below}");
            assert!(layer(below) <= layer(folder), "{folder} depends on {below}");
        }
    }
}

#[test]
fn only_the_benches_know_the_peers() {
    for package in &metadata().packages {
        let peers: Vec<_> = package
            .dependencies
            .iter()
            .map(|dependency| &*dependency.name)
            .collect();
        let has_peers = PEERS.iter().any(|peer| peers.contains(peer));
        assert_eq!(
            has_peers,
            *package.name == "xmpp-benches",
            "{}",
            package.name
        );
    }
}

#[test]
fn the_facade_has_every_area_and_has_it_on() {
    let metadata = metadata();
    let libraries = libraries(&metadata);
    let facade = &libraries["stanzas"];
    let default = &facade.features["default"];
    let has_types = |folder, package| !is_derive(package) && (1..=AREAS).contains(&layer(folder));
    for (folder, package) in &libraries {
        if !has_types(folder, package) {
            continue;
        }
        // The module and feature of an area need not have the name of its folder.
        let dependency = format!("dep:{}", package.name);
        let is_of = |feature: &&String| {
            let enabled = facade.features.get(*feature);
            enabled.is_some_and(|enabled| enabled.contains(&dependency))
        };
        assert!(
            default.iter().any(|feature| is_of(&feature)),
            "{folder} is not in the facade"
        );
        if MAPPINGS.contains(folder) {
            continue;
        }
        let module = format!("xmpp_{}::", folder.replace('-', "_"));
        let is_listed = registry().any(|entry| entry.type_name().starts_with(&module));
        assert!(is_listed, "{folder} is not in the registry");
    }
}

#[test]
fn the_registry_names_its_sources() {
    for entry in registry() {
        let number = entry
            .spec
            .strip_prefix("XEP-")
            .or_else(|| entry.spec.strip_prefix("RFC "));
        let is_number = |text: &str| text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
        assert!(
            number.is_some_and(is_number),
            "{} of {}",
            entry.spec,
            entry.type_name()
        );
        let is_section = |text: &str| text.parse::<u8>().is_ok();
        assert!(
            entry.section.split('.').all(is_section),
            "{} of {}",
            entry.section,
            entry.type_name()
        );
        assert!(!entry.places.is_empty(), "{}", entry.type_name());
        let same = registry().filter(|other| other.type_name() == entry.type_name());
        assert_eq!(same.count(), 1, "{}", entry.type_name());
    }
}

#[test]
fn every_library_begins_alike() {
    for (folder, package) in libraries(&metadata()) {
        if is_derive(package) {
            continue;
        }
        let path = package.manifest_path.with_file_name("src/lib.rs");
        let source = fs::read_to_string(&path).expect("a library has a lib.rs");
        let code = source
            .lines()
            .skip_while(|line| line.is_empty() || line.starts_with("//!"));
        let code: String = code.map(|line| format!("{line}\n")).collect();
        assert!(code.starts_with(HEADER), "crates/{folder}/src/lib.rs");
    }
}

/// Two crates of macros cannot share code without a third.
#[test]
fn both_derives_look_for_their_library_alike() {
    let read = |path: &str| fs::read_to_string(workspace().join(path)).expect("it is there");
    let (one, other) = (
        "crates/xml-derive/src/root.rs",
        "crates/data-forms-derive/src/root.rs",
    );
    assert!(read(one) == read(other), "{one} and {other} differ");
}

/// A token is the key of many a map.
#[test]
fn every_token_can_be_hashed() {
    let mut seen = 0;
    for path in texts(&workspace().join("crates")) {
        let is_source = path.components().any(|part| part.as_os_str() == "src")
            && path.extension().is_some_and(|end| end == "rs");
        if !is_source || path.to_string_lossy().contains("-derive/") {
            continue;
        }
        let source = fs::read_to_string(&path).expect("sources are UTF-8");
        let mut derived = None;
        let mut is_enum = false;
        for line in source.lines() {
            if let Some(traits) = line.strip_prefix("#[derive(") {
                derived = Some(traits);
            } else if line.starts_with("pub ") {
                is_enum = line.starts_with("pub enum ");
            } else if line.starts_with('}') {
                (derived, is_enum) = (None, false);
            }
            // A variant without fields.
            let variant = line
                .strip_prefix("    ")
                .and_then(|line| line.strip_suffix(','));
            let is_unit = variant.is_some_and(|name| {
                name.starts_with(char::is_uppercase) && name.chars().all(char::is_alphanumeric)
            });
            if is_enum
                && is_unit
                && let Some(traits) = derived.take_if(|traits| traits.contains("Xml"))
            {
                assert!(traits.contains("Hash"), "{}: {line}", path.display());
                seen += 1;
            }
        }
    }
    assert!(seen > 100, "{seen}");
}

#[test]
fn nothing_unfinished_or_private_is_left() {
    // Put together, so that this file has none of them.
    let words = [
        concat!("../", "shared"),
        concat!("to", "do!("),
        concat!("unimplem", "ented!("),
        concat!("#[", "ignore"),
        concat!("should_", "panic"),
    ];
    let mut seen = 0;
    for path in texts(&workspace()) {
        let text = fs::read_to_string(&path).expect("sources are UTF-8");
        for word in words {
            assert!(!text.contains(word), "{}: {word}", path.display());
        }
        seen += 1;
    }
    assert!(seen > 100, "{seen}");
}

#[test]
fn what_logs_must_not_show_is_secret() {
    const NAMES: [&str; 6] = [
        "key_params",
        "passphrase",
        "password",
        "pwd",
        "secret",
        "token",
    ];
    let mut seen = 0;
    for path in texts(&workspace().join("crates")) {
        let text = fs::read_to_string(&path).expect("sources are UTF-8");
        let (mut of_secret, mut attribute) = (false, "");
        for line in text.lines() {
            let line = line.trim();
            if line.starts_with("#[") {
                attribute = line;
            }
            let field = line.strip_prefix("pub ").unwrap_or_default();
            if let Some(rest) = field.strip_prefix("struct ") {
                let name = rest.split(['<', '(', ' ']).next().unwrap_or_default();
                // A request for a token has none yet.
                of_secret = !name.starts_with("Get")
                    && ["Token", "Secret", "Password"]
                        .iter()
                        .any(|end| name.ends_with(end));
            }
            let Some((name, kind)) = field.split_once(": ") else {
                continue;
            };
            let holds_text = ["String", "Base64", "Hex"].iter().any(|t| kind.contains(t));
            let is_secret = NAMES.iter().any(|secret| name.contains(secret))
                || of_secret && attribute.starts_with("#[xml(text");
            if !name.contains(' ') && is_secret && holds_text {
                assert!(kind.contains("Secret<"), "{}: {line}", path.display());
                seen += 1;
            }
        }
    }
    assert!(seen > 40, "{seen}");
}

/// The sources and documents of a folder, what tools make and hidden folders left out.
fn texts(dir: &Path) -> Vec<PathBuf> {
    const MADE: [&str; 4] = ["target", "corpus", "artifacts", "coverage"];
    let mut all = Vec::new();
    for entry in fs::read_dir(dir).expect("the folder can be read") {
        let path = entry.expect("the folder can be read").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if path.is_dir() {
            if !name.starts_with('.') && !MADE.contains(&&*name) {
                all.extend(texts(&path));
            }
        } else if [".rs", ".toml", ".md"]
            .iter()
            .any(|end| name.ends_with(end))
        {
            all.push(path);
        }
    }
    all
}
