//! Where the library is that the derive's code calls: in the manifest of the crate that is compiled.

use std::path::Path;
use std::sync::Mutex;
use std::time::SystemTime;
use std::{env, fs};

/// A package that leads to the library, and the path from its root to it: `("xmpp-stanzas", "::xml")`.
pub(crate) type Way = (&'static str, &'static str);

/// The path of the library by the first of these ways that the crate depends on: `::xmpp_stanzas::xml`. Without a manifest that
/// can be read, as with other build systems than Cargo, the first of them.
///
/// # Errors
/// There is a manifest, and none of them is in it.
pub(crate) fn find(ways: &'static [Way]) -> Result<String, String> {
    let first = || ways.first().map(|(package, path)| root(package, path));
    let manifest = env::var_os("CARGO_MANIFEST_DIR").map(|dir| Path::new(&dir).join("Cargo.toml"));
    let Some(manifest) = manifest.and_then(|path| read(&path)) else {
        return Ok(first().unwrap_or_default());
    };
    // What the tests alone depend on is not there for the rest.
    let found = |is_for_all: bool| {
        ways.iter().find_map(|(package, path)| {
            let name = dependency(&manifest, package, is_for_all)?;
            Some(root(&name, path))
        })
    };
    found(true).or_else(|| found(false)).ok_or_else(|| {
        let names: Vec<_> = ways
            .iter()
            .map(|(package, _)| format!("`{package}`"))
            .collect();
        format!(
            "this crate depends on none of {}; add one, or say where it is: `crate = path`",
            names.join(", ")
        )
    })
}

fn root(name: &str, path: &str) -> String {
    format!("::{}{path}", name.replace('-', "_"))
}

/// The text of a manifest, which all types of a crate ask for.
fn read(path: &Path) -> Option<String> {
    /// That of one crate: a compiler compiles no other, and an editor asks for one after the other.
    static LAST: Mutex<Option<(std::path::PathBuf, SystemTime, String)>> = Mutex::new(None);
    let changed = fs::metadata(path).ok()?.modified().ok()?;
    let mut last = LAST.lock().ok()?;
    match &*last {
        Some((of, at, text)) if of == path && *at == changed => return Some(text.clone()),
        _ => {}
    }
    let text = fs::read_to_string(path).ok()?;
    *last = Some((path.to_owned(), changed, text.clone()));
    Some(text)
}

/// By which name a manifest depends on a package, for all of the crate or for its tests and its build; of a library itself, its
/// own. Of TOML, it knows what manifests are written in:
/// `name = …`, `name.workspace = true` and `[dependencies.name]`, with `package = "…"` for another name than that of the package.
fn dependency(manifest: &str, package: &str, is_for_all: bool) -> Option<String> {
    let quoted = format!("\"{package}\"");
    let names_it = |line: &str| {
        line.split_once("package").is_some_and(|(_, value)| {
            let value = value.trim_start().strip_prefix('=');
            value.is_some_and(|value| value.trim_start().starts_with(&quoted))
        })
    };
    let is_wanted = |table: &str| match table.rsplit_once('.').unwrap_or(("", table)) {
        ("workspace", _) => false,
        (_, table) if is_for_all => table == "dependencies",
        (_, table) => matches!(table, "dev-dependencies" | "build-dependencies"),
    };
    let mut is_package = false;
    // In a table of dependencies, or in that of one of them.
    let mut is_list = false;
    let mut of_one: Option<&str> = None;
    for line in manifest.lines().map(str::trim) {
        if let Some(table) = line.strip_prefix('[') {
            let table = table
                .trim_end_matches(|c: char| c != ']')
                .trim_end_matches(']');
            is_package = table == "package";
            let (of, last) = table.rsplit_once('.').unwrap_or(("", table));
            is_list = is_wanted(table);
            of_one = is_wanted(of).then_some(last);
            if of_one == Some(package) {
                return Some(package.to_owned());
            }
            continue;
        }
        if let Some(name) = of_one {
            if line.starts_with("package") && names_it(line) {
                return Some(name.to_owned());
            }
            continue;
        }
        let Some((key, value)) = line.split_once('=') else {
            continue;
        };
        let key = key.trim().trim_matches('"');
        if is_package && key == "name" && value.trim().starts_with(&quoted) {
            return Some(package.to_owned());
        }
        let name = key.split('.').next().unwrap_or(key);
        if is_list && (names_it(value) || name == package && !value.contains("package")) {
            return Some(name.to_owned());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_a_dependency_however_it_is_written() {
        for (manifest, name) in [
            ("[dependencies]\ntea = \"1\"", Some("tea")),
            ("[dependencies]\ntea.workspace = true", Some("tea")),
            (
                "[dev-dependencies]\n tea = { version = \"1\" } # hot",
                Some("tea"),
            ),
            (
                "[target.'cfg(unix)'.dependencies]\ntea = \"1\"",
                Some("tea"),
            ),
            ("[dependencies.tea]\nversion = \"1\"", Some("tea")),
            (
                "[dependencies]\ncha = { package = \"tea\", version = \"1\" }",
                Some("cha"),
            ),
            (
                "[dependencies.cha]\nversion = \"1\"\npackage=\"tea\"",
                Some("cha"),
            ),
            ("[package]\nname = \"tea\"", Some("tea")),
            ("[dependencies]\ntea = { package = \"coffee\" }", None),
            ("[dependencies]\ntea-pot = \"1\"", None),
            ("[workspace.dependencies]\ntea = \"1\"", None),
            ("[features]\ntea = []", None),
            (
                "[package]\nname = \"pot\"\n[features]\ntea = [\"dep:tea\"]",
                None,
            ),
            ("", None),
        ] {
            let found = [true, false].map(|is_for_all| dependency(manifest, "tea", is_for_all));
            let found = found.iter().flatten().next();
            assert_eq!(found.map(String::as_str), name, "{manifest}");
        }
        let tests = "[dev-dependencies]\ntea = \"1\"\n[build-dependencies.tea]";
        assert_eq!(dependency(tests, "tea", true), None);
    }

    #[test]
    fn the_way_to_the_library_begins_at_the_root() {
        assert_eq!(root("xmpp-stanzas", "::xml"), "::xmpp_stanzas::xml");
        assert_eq!(root("xmpp-xml", ""), "::xmpp_xml");
    }

    #[test]
    fn says_where_to_look_when_nothing_leads_there() {
        // The manifest of this crate has neither.
        let error = find(&[("tea", ""), ("cha", "::tea")]);
        let message = "this crate depends on none of `tea`, `cha`; add one, or say where it is: `crate = path`";
        assert_eq!(error, Err(message.to_owned()));
        assert_eq!(
            find(&[("tea", ""), ("syn", "::x")]),
            Ok("::syn::x".to_owned())
        );
    }
}
