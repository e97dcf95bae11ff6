//! What the whole repository has to keep to and no compiler sees.

use std::collections::{BTreeMap, BTreeSet};
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

/// The source of each module of the libraries, without the derives.
fn modules() -> impl Iterator<Item = (PathBuf, String)> {
    let is_module = |path: &PathBuf| {
        let is_source = path.components().any(|part| part.as_os_str() == "src");
        let is_rust = path.extension().is_some_and(|end| end == "rs");
        is_source && is_rust && !path.to_string_lossy().contains("-derive/")
    };
    let paths = texts(&workspace().join("crates")).into_iter();
    paths.filter(is_module).map(|path| {
        let source = fs::read_to_string(&path).expect("sources are UTF-8");
        (path, source)
    })
}

/// A public type as its source declares it.
struct Declared {
    path: PathBuf,
    name: String,
    /// What it derives, by whichever derive.
    traits: BTreeSet<String>,
    /// The types of its fields.
    parts: BTreeSet<String>,
    /// Whether it has variants, and none of them fields.
    is_plain: bool,
}

impl Declared {
    fn is(&self, of: &str) -> bool {
        self.traits.contains(of)
    }
}

/// The public types of a module, as far as no macro makes them.
fn declared(path: &Path, source: &str) -> Vec<Declared> {
    let words = |text: &str| -> BTreeSet<String> {
        let words = text.split(|c: char| !c.is_alphanumeric() && c != '_');
        words.map(str::to_owned).collect()
    };
    let mut all = Vec::new();
    let mut lines = source.lines();
    let mut attributes = String::new();
    while let Some(line) = lines.next() {
        let is_attribute = line.starts_with("#[") || line.starts_with(' ');
        if is_attribute {
            attributes += line.split("reason = ").next().unwrap_or_default();
        }
        let declaration = line.strip_prefix("pub ").and_then(|rest| {
            let (kind, rest) = rest.split_once(' ')?;
            ["enum", "struct"].contains(&kind).then_some((kind, rest))
        });
        if let Some((kind, rest)) = declaration {
            let end = rest.find(|c: char| !c.is_alphanumeric());
            let (name, rest) = rest.split_at(end.unwrap_or(rest.len()));
            let mut parts = words(rest);
            let mut is_plain = kind == "enum";
            let mut is_in_attribute = false;
            while line.ends_with('{')
                && let Some(line) = lines.next().filter(|line| !line.starts_with('}'))
            {
                let code = line.trim();
                is_in_attribute |= code.starts_with("#[");
                if !is_in_attribute && !code.starts_with("//") {
                    // The name of a variant is none of a type.
                    let is_variant = kind == "enum" && !line.starts_with("     ");
                    let name = |c: char| c.is_alphanumeric();
                    let types = if is_variant {
                        code.trim_start_matches(name)
                    } else {
                        code
                    };
                    is_plain &= !types.contains(['(', '{']);
                    parts.extend(words(types));
                }
                is_in_attribute &= !code.ends_with(']');
            }
            let is_type = |word: &String| {
                word.starts_with(char::is_uppercase) || ["f64", "dyn", "fn"].contains(&&**word)
            };
            parts.retain(is_type);
            all.push(Declared {
                path: path.to_owned(),
                name: name.to_owned(),
                traits: words(&attributes),
                parts,
                is_plain,
            });
        }
        if !is_attribute && !line.starts_with("///") && !line.starts_with(")]") {
            attributes.clear();
        }
    }
    all
}

/// A token is the key of many a map, and so is an error.
#[test]
fn what_can_be_hashed_is() {
    const OTHERS: [&str; 11] = [
        "Arc", "BTreeMap", "BareJid", "Box", "Cow", "FullJid", "Jid", "Option", "Range", "String",
        "Vec",
    ];
    let mut source = String::new();
    let mut all = Vec::new();
    for (path, module) in modules() {
        all.extend(declared(&path, &module));
        source += &module;
    }
    let mut is_hashed: BTreeMap<&str, bool> = OTHERS.iter().map(|name| (*name, true)).collect();
    for one in &all {
        let by_hand = format!("Hash for {} ", one.name);
        // Of several with the same name, nobody knows which is meant.
        *is_hashed.entry(&one.name).or_insert(true) &= one.is("Hash") || source.contains(&by_hand);
    }
    let mut seen = 0;
    for one in &all {
        let of_parts = (one.parts.iter()).all(|part| is_hashed.get(&**part) == Some(&true));
        if one.is("Eq") && of_parts {
            let is_known = is_hashed.get(&*one.name) == Some(&true);
            assert!(
                one.is("Hash") || is_known,
                "{} in {}",
                one.name,
                one.path.display()
            );
            seen += 1;
        }
        // A closed one, or one that is no token.
        if one.is_plain && one.is("Eq") {
            assert!(one.is("Copy"), "{} in {}", one.name, one.path.display());
        }
    }
    assert!(seen > 250, "{seen}");
}

/// Whoever writes an element keeps what this library does not know, and may be given more by a later one.
#[test]
fn elements_are_open_and_keep_order_and_repetition() {
    let mut seen = 0;
    for (path, source) in modules() {
        for one in declared(&path, &source).iter().filter(|one| one.is("Xml")) {
            let of = format!("{} in {}", one.name, path.display());
            for unordered in ["BTreeMap", "BTreeSet", "HashMap", "HashSet"] {
                assert!(!one.parts.contains(unordered), "{of}");
            }
            let is_closed = one.is("exhaustive_enums") || one.is("exhaustive_structs");
            assert!(one.is("non_exhaustive") || is_closed, "{of}");
            seen += 1;
        }
    }
    assert!(seen > 1000, "{seen}");
}

#[test]
fn no_name_has_a_number_of_a_specification() {
    // A header whose registered name is `RFC2822Date`.
    const REGISTERED: &str = "RFC2822_DATE";
    let mut seen = 0;
    for (path, source) in modules() {
        let of_file = path.file_stem().unwrap_or_default().to_string_lossy();
        let mut names: Vec<_> = declared(&path, &source)
            .into_iter()
            .map(|one| one.name)
            .collect();
        names.push(of_file.into_owned());
        for kind in ["fn ", "mod ", "const ", "type "] {
            let items = source
                .lines()
                .filter_map(|line| line.trim().strip_prefix("pub "));
            let named = items.filter_map(|item| item.strip_prefix(kind));
            names.extend(named.map(|rest| {
                let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_');
                rest[..end.unwrap_or(rest.len())].to_owned()
            }));
        }
        for name in names {
            let digits = name
                .split(|c: char| !c.is_ascii_digit())
                .map(str::len)
                .max();
            let has_number = digits.is_some_and(|digits| digits == 4);
            let words = name.to_lowercase();
            let is_numbered = ["xep", "rfc"].iter().any(|kind| {
                let after = words.split(kind).nth(1).unwrap_or_default();
                after
                    .trim_start_matches('_')
                    .starts_with(|c: char| c.is_ascii_digit())
            });
            assert!(
                name == REGISTERED || (!has_number && !is_numbered),
                "{name} in {}",
                path.display()
            );
            seen += 1;
        }
    }
    assert!(seen > 2000, "{seen}");
}

/// `testdata/promises.txt`: a document, what it says, and who sees to it: the tests in a file, or the words of a file that is
/// not one of tests.
#[test]
fn every_promise_is_kept_by_somebody() {
    let read = |path: &str| {
        let text = fs::read_to_string(workspace().join(path));
        text.unwrap_or_else(|error| panic!("{path}: {error}"))
    };
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let list = read("testdata/promises.txt");
    let (mut document, mut name, mut promise) = (String::new(), "", "");
    let (mut promises, mut keepers) = (0, 0);
    let mut is_kept = true;
    for line in list.lines().filter(|line| !line.is_empty()) {
        match line.find(|c| c != ' ') {
            Some(0) => {
                (document, name) = (words(&read(line)), line);
            }
            Some(2) => {
                assert!(is_kept, "{promise}");
                (promise, is_kept) = (line.trim(), false);
                assert!(
                    document.contains(&words(promise)),
                    "{name} does not say: {promise}"
                );
                promises += 1;
            }
            _ => {
                let (path, keeper) = line
                    .trim()
                    .split_once(' ')
                    .expect("a file and what is in it");
                let source = read(path);
                if !path.ends_with(".rs") {
                    assert!(source.contains(keeper), "{path} has no {keeper}");
                } else {
                    for test in keeper.split(' ') {
                        let begin = format!("fn {test}(");
                        let is_test = source.split("#[test]").skip(1).any(|after| {
                            let function = after.find("fn ").map(|at| &after[at..]);
                            function.is_some_and(|function| function.starts_with(&begin))
                        });
                        assert!(is_test, "{path} has no test {test}");
                        keepers += 1;
                    }
                }
                is_kept = true;
            }
        }
    }
    assert!(is_kept, "{promise}");
    assert!(promises > 100 && keepers > promises, "{promises} {keepers}");
}

/// `Type::new().with_this(…)` is how all types are made, so nothing else has such a name.
#[test]
fn what_is_called_with_is_a_setter() {
    const STANDARD: &str = "with_capacity";
    let mut seen = 0;
    for (path, source) in modules() {
        let functions = source.split("pub fn with_").skip(1);
        for function in functions.chain(source.split("pub const fn with_").skip(1)) {
            let signature = function.split(['{', ';']).next().unwrap_or_default();
            let name = signature.split(['(', '<']).next().unwrap_or_default();
            assert!(
                signature.contains("self") || STANDARD == format!("with_{name}"),
                "with_{name} in {}",
                path.display()
            );
            seen += 1;
        }
    }
    assert!(seen > 50, "{seen}");
}

/// What an attribute holds is made from a text and shown as one by any program, except for secrets.
#[test]
fn every_value_is_parsed_and_shown() {
    // Steps of SASL.
    const SECRETS: [&str; 3] = ["Data", "Octets", "Secret"];
    let modules: Vec<_> = modules().collect();
    let mut seen = 0;
    for (path, source) in &modules {
        for implemented in source.split("Value for ").skip(1) {
            let end = implemented.find(|c: char| !c.is_alphanumeric());
            let name = &implemented[..end.unwrap_or(0)];
            let is_declared = source.contains(&format!("pub struct {name}"))
                || source.contains(&format!("pub enum {name}"));
            if !is_declared || SECRETS.contains(&name) {
                continue;
            }
            let is_listed = |list: &str| {
                let list = list.split(')').next().unwrap_or_default();
                list.split(',').any(|other| other.trim() == name)
            };
            let is_both = source.split("text_traits!(").skip(1).any(is_listed);
            let by_hand = |of: &str| source.contains(&format!("{of} for {name} "));
            let is_made = |of: &str| by_hand(of) || source.contains(&format!("{of} for $"));
            assert!(
                is_both || (is_made("FromStr") && is_made("Display")),
                "{name} in {}",
                path.display()
            );
            seen += 1;
        }
    }
    assert!(seen > 15, "{seen}");
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
