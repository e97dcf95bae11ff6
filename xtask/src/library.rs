//! The libraries as their sources have them: which module is public, and under which path a type is found.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::{Result, workspace};

/// A library under `crates/`.
#[derive(Debug)]
pub(crate) struct Library {
    /// The name in code: `xmpp_disco`.
    pub(crate) name: String,
    /// By the path of each module, which is empty for the root.
    pub(crate) modules: BTreeMap<Vec<String>, Module>,
    /// Where a path under which an item is found as well comes from: `Form` from `form::Form`.
    exports: Vec<(Vec<String>, Vec<String>)>,
}

#[derive(Debug)]
pub(crate) struct Module {
    pub(crate) path: PathBuf,
    pub(crate) source: String,
    /// Whether it and all modules around it are public.
    pub(crate) is_public: bool,
}

impl Library {
    /// The library of this name in code.
    pub(crate) fn named(name: &str) -> Result<Self> {
        let mut library = Self {
            name: name.to_owned(),
            modules: BTreeMap::new(),
            exports: Vec::new(),
        };
        let folder = workspace().join("crates").join(folder(name));
        library.add(Vec::new(), folder.join("src/lib.rs"), true)?;
        Ok(library)
    }

    /// The folder of the package.
    pub(crate) fn folder(&self) -> PathBuf {
        workspace().join("crates").join(folder(&self.name))
    }

    fn add(&mut self, module: Vec<String>, path: PathBuf, is_public: bool) -> Result<()> {
        let source =
            fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let within = match module.last() {
            Some(_) => path.with_extension(""),
            None => path.with_file_name(""),
        };
        for line in source.lines() {
            let (declaration, is_child_public) = match line.strip_prefix("pub ") {
                Some(declaration) => (declaration, true),
                None => (line, false),
            };
            if let Some(name) = declaration
                .strip_prefix("mod ")
                .and_then(|rest| rest.strip_suffix(';'))
            {
                let mut child = module.clone();
                child.push(name.to_owned());
                let path = within.join(format!("{name}.rs"));
                self.add(child, path, is_public && is_child_public)?;
            }
        }
        for statement in source.split("\npub use ").skip(1) {
            let Some((statement, _)) = statement.split_once(';') else {
                continue;
            };
            for (from, name) in exports(statement) {
                let from: Vec<_> = from.split("::").map(str::to_owned).collect();
                let from = match &*from[0] {
                    "crate" => from[1..].to_vec(),
                    "self" => [&module[..], &from[1..]].concat(),
                    _ => [&module[..], &from].concat(),
                };
                self.exports
                    .push((from, [&module[..], &[name.to_owned()]].concat()));
            }
        }
        let module_of = Module {
            path,
            source,
            is_public,
        };
        self.modules.insert(module, module_of);
        Ok(())
    }

    /// The shortest path, from the root of the library, under which others find what is defined there; `None` where they do
    /// not.
    pub(crate) fn public_path(&self, definition: &[String]) -> Option<Vec<String>> {
        let exported = self.exports.iter().filter(|(from, _)| from == definition);
        let paths = exported
            .map(|(_, path)| path.clone())
            .chain([definition.to_vec()]);
        let is_public = |path: &Vec<String>| {
            let module = self.modules.get(&path[..path.len() - 1]);
            module.is_some_and(|module| module.is_public)
        };
        paths.filter(is_public).min_by_key(Vec::len)
    }
}

/// Whether a constant of a library is this text. Sources that cannot be read have none.
pub(crate) fn has_constant(text: &str) -> bool {
    let end = format!(": &str = \"{text}\";");
    fn is_in(folder: &Path, end: &str) -> bool {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        let mut paths = entries.map(|entry| entry.path());
        paths.any(|path| match path.extension() {
            Some(extension) => {
                extension == "rs"
                    && fs::read_to_string(&path).is_ok_and(|source| source.contains(end))
            }
            None => path.is_dir() && is_in(&path, end),
        })
    }
    is_in(&workspace().join("crates"), &end)
}

/// The folder of the package that has this name in code.
fn folder(name: &str) -> String {
    let name = name.strip_prefix("xmpp_").unwrap_or(name);
    name.replace('_', "-")
}

/// What a `pub use` exports: the path that it names, and the name that it gives it.
fn exports(statement: &str) -> Vec<(String, &str)> {
    let statement = statement.trim();
    let (prefix, names) = match statement.split_once('{') {
        Some((prefix, names)) => (prefix, names.trim_end_matches('}')),
        None => match statement.rsplit_once("::") {
            Some((prefix, _)) => statement.split_at(prefix.len() + 2),
            None => ("", statement),
        },
    };
    let names = names
        .split(',')
        .map(str::trim)
        .filter(|name| !name.is_empty());
    let exports = names.map(|name| {
        let (from, name) = name.split_once(" as ").unwrap_or((name, name));
        (format!("{prefix}{from}"), name)
    });
    exports.collect()
}

/// The path of a type as the compiler calls it, without the library: `xmpp_disco::info::Request` is `info`, `Request`.
pub(crate) fn definition(type_name: &str) -> (&str, Vec<String>) {
    let (library, path) = type_name.split_once("::").unwrap_or((type_name, ""));
    let path = path.split_once('<').map_or(path, |(path, _)| path);
    (library, path.split("::").map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(text: &str) -> Vec<String> {
        text.split("::").map(str::to_owned).collect()
    }

    #[test]
    fn reads_what_is_exported() {
        let owned = |pairs: &[(&str, &'static str)]| -> Vec<(String, &'static str)> {
            let pairs = pairs.iter();
            pairs.map(|&(from, name)| (from.to_owned(), name)).collect()
        };
        assert_eq!(
            exports("crate::tea::{\n    Cup, Pot as Kettle,\n}"),
            owned(&[("crate::tea::Cup", "Cup"), ("crate::tea::Pot", "Kettle")])
        );
        assert_eq!(
            exports("crate::tea::Cup"),
            owned(&[("crate::tea::Cup", "Cup")])
        );
        assert_eq!(exports("xmpp_tea as tea"), owned(&[("xmpp_tea", "tea")]));
    }

    #[test]
    fn finds_a_type_where_others_find_it() {
        let found = |type_name: &str| {
            let (library, definition) = definition(type_name);
            let library = Library::named(library).expect("its sources can be read");
            library.public_path(&definition)
        };
        for (defined, public) in [
            ("xmpp_disco::info::Request", "info::Request"),
            ("xmpp_core_stanzas::iq::Iq", "Iq"),
            ("xmpp_data_forms::form::Form", "Form"),
            ("xmpp_archive::mam::search::Search", "mam::Search"),
        ] {
            assert_eq!(found(defined), Some(path(public)), "{defined}");
        }
        assert_eq!(found("xmpp_xml::tape::Parsed"), None);
    }
}
