//! The vectors of our own, `testdata/`: see `testdata/README.md`.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::{fs, io};

use xmpp_stanzas::xml::{ErrorKind, Options, first_element};

use crate::conformance::Counts;
use crate::roundtrip::{self, files};
use crate::table::Table;
use crate::verdict::{Status, Verdict};
use crate::{Result, workspace};

/// The folders without good vectors: what must be refused, what fuzzing found, and what is known of the
/// specifications.
const NO_VECTORS: [&str; 4] = ["hostile", "regressions", "rfcs", "xeps"];

/// The folders of good vectors by their names.
pub(crate) fn folders() -> Result<BTreeMap<String, PathBuf>> {
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

/// The texts of the roots of a file of good vectors.
///
/// # Errors
/// The file cannot be read, or there is something that is no root.
pub(crate) fn roots(file: &Path) -> Result<Vec<String>> {
    let text = fs::read_to_string(file)?;
    let mut roots = Vec::new();
    let mut rest = text.as_str();
    loop {
        match first_element(rest, &Options::file()) {
            Ok((root, length)) => {
                roots.push(root.to_string());
                rest = &rest[length..];
            }
            Err(error) if *error.kind() == ErrorKind::NoRoot && !roots.is_empty() => {
                return Ok(roots);
            }
            Err(error) => return Err(format!("{}: {error}", file.display()).into()),
        }
    }
}

/// The headers of streams below a folder of vectors, with the files that they stand in, in order.
///
/// # Errors
/// The folder or a file cannot be read.
pub(crate) fn headers(folder: &Path) -> Result<BTreeMap<PathBuf, String>> {
    let mut headers = BTreeMap::new();
    match fs::read_dir(folder.join("headers")) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        entries => {
            for entry in entries? {
                let path = entry?.path();
                let tag = fs::read_to_string(&path)?;
                headers.insert(path, tag);
            }
        }
    }
    Ok(headers)
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
                counts.add(verdict);
                if verdict.status() != Status::Lossless {
                    is_lossless = false;
                    let what = verdict.faults().into_iter().map(|fault| fault.to_string());
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
    use xmpp_stanzas::data_forms::form::Form;
    use xmpp_stanzas::data_forms::form_type::FormEntry;
    use xmpp_stanzas::xml::registry::{Entry, RoundTrip};
    use xmpp_stanzas::xml::{
        ChildContent, Description, Error, Names, Namespaces, Node, RawElement,
    };
    use xmpp_stanzas::{forms, registry};

    use super::*;
    use crate::verdict;

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
    fn every_element_comes_back_when_it_stands_alone() {
        let mut faults = Vec::new();
        each_element(&mut |file, node| {
            let element = RawElement::from_node(node);
            let mut fault = |entry: &Entry, what: String| {
                let (file, name) = (file.display(), entry.type_name());
                faults.push(format!("{file}: {name}: {what} in {element}"));
            };
            let mut refused = Vec::new();
            let mut is_read = false;
            for (entry, trip) in round_trips(&element) {
                match trip {
                    Err(error) => refused.push((entry, error.to_string())),
                    Ok(trip) => {
                        is_read = true;
                        if let Some(loss) = verdict::loss(&element.to_string(), &trip.xml) {
                            fault(entry, loss);
                        }
                    }
                }
            }
            // Elements of one name may have several types, each for its place.
            if !is_read {
                refused
                    .drain(..)
                    .for_each(|(entry, error)| fault(entry, error));
            }
        });
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }

    #[test]
    fn every_part_of_every_type_has_a_vector() {
        let mut missing: BTreeSet<String> = registry().flat_map(parts_to_see).collect();
        each_element(&mut |_, node| {
            for (entry, trip) in round_trips(&RawElement::from_node(node)) {
                if trip.is_ok() {
                    for part in parts_of(node) {
                        missing.remove(&(entry.type_name().to_owned() + &part));
                    }
                }
            }
        });
        assert!(missing.is_empty(), "{missing:#?}");
    }

    /// So that the registry leads to all parts there are.
    #[test]
    fn every_type_with_parts_is_registered() {
        let key = |description: &Description| {
            let Description {
                type_name, names, ..
            } = description;
            format!("{type_name}: {names:?}")
        };
        let mut open: Vec<_> = registry().map(Entry::description).collect();
        let mut known: BTreeSet<_> = open.iter().map(|known| key(known)).collect();
        let mut missing = Vec::new();
        while let Some(outer) = open.pop() {
            let children = outer
                .children
                .iter()
                .filter_map(|child| match child.content {
                    ChildContent::Element(description) => Some(description()),
                    _ => None,
                });
            let choices = outer.choices.iter().map(|choice| (choice.description)());
            for inner in children.chain(choices) {
                if known.insert(key(inner)) {
                    open.push(inner);
                    let fields = inner.attributes.len() + inner.children.len();
                    if fields > 0 || inner.text.is_some() {
                        missing.push(key(inner));
                    }
                }
            }
        }
        assert!(missing.is_empty(), "{missing:#?}");
    }

    #[test]
    fn every_registered_form_comes_back_and_has_a_vector_of_every_field_and_option() {
        let part = |entry: &FormEntry, var: &str| format!("{}: {var}", entry.type_name());
        // Forms of one specification may share a field.
        let option =
            |entry: &FormEntry, var: &str, option: &str| format!("{}: {var}: {option}", entry.spec);
        let mut missing = BTreeSet::new();
        for entry in forms() {
            for field in entry.fields {
                missing.insert(part(entry, field.var));
                let options = field.options.iter();
                missing.extend(options.map(|value| option(entry, field.var, value)));
            }
        }
        each_element(&mut |file, node| {
            let Ok(form) = RawElement::from_node(node).parse::<Form>() else {
                return;
            };
            for entry in forms().filter(|entry| form.form_type() == Some(entry.form_type)) {
                assert_eq!(
                    entry.round_trip(&form).as_ref(),
                    Ok(&form),
                    "{}: {}",
                    file.display(),
                    entry.type_name()
                );
                for field in &form.fields {
                    let var = field.var.as_deref().unwrap_or_default();
                    for value in &field.values {
                        missing.remove(&part(entry, var));
                        missing.remove(&option(entry, var, value));
                    }
                }
            }
        });
        assert!(missing.is_empty(), "{missing:#?}");
    }

    /// Every element of the good vectors, with the file that it stands in. Headers of streams get their end for this.
    fn each_element(see: &mut dyn FnMut(&Path, &Node<'_>)) {
        let mut texts: Vec<_> = all_headers()
            .into_iter()
            .map(|(file, tag)| (file, verdict::closed(&tag)))
            .collect();
        for folder in folders().expect("the folders can be read").values() {
            for file in files(folder).expect("the folder can be read") {
                let text = fs::read_to_string(&file).expect("vectors are UTF-8");
                texts.push((file, text));
            }
        }
        for (file, text) in texts {
            let mut rest = text.as_str();
            while let Ok((root, length)) = first_element(rest, &Options::file()) {
                visit(&root.node(), &mut |node| see(&file, node));
                rest = &rest[length..];
            }
        }
    }

    fn visit(node: &Node<'_>, see: &mut dyn FnMut(&Node<'_>)) {
        see(node);
        node.children().for_each(|child| visit(&child, see));
    }

    /// The element through each type that has its name.
    fn round_trips(
        element: &RawElement,
    ) -> impl Iterator<Item = (&'static Entry, core::result::Result<RoundTrip, Error>)> {
        registry()
            .filter(|entry| entry.matches(&element.node()))
            .map(|entry| (entry, entry.round_trip(element, &Options::default())))
    }

    /// What vectors have to show of a type: each of its names, attributes and children, and its text.
    fn parts_to_see(entry: &Entry) -> BTreeSet<String> {
        let Description {
            names,
            attributes,
            children,
            text,
            ..
        } = entry.description();
        let mut parts = BTreeSet::new();
        let mut part = |part: &str| _ = parts.insert(entry.type_name().to_owned() + part);
        each_name(names, &mut |name| part(&format!(" {name}")));
        for field in *attributes {
            part(&format!("/@{}", expanded(field.namespace, field.name)));
        }
        for field in *children {
            each_name(&field.names, &mut |name| part(&format!("/{name}")));
        }
        if text.is_some() {
            part("/text");
        }
        parts
    }

    /// What an element shows of these, whatever its type.
    fn parts_of(node: &Node<'_>) -> Vec<String> {
        let names = |node: &Node<'_>| {
            let name = node.name();
            [expanded(node.namespace(), name), name.to_owned()]
        };
        let mut parts = Vec::from(names(node).map(|name| format!(" {name}")));
        for attribute in node.attributes() {
            let name = expanded(attribute.namespace, attribute.name);
            parts.push(format!("/@{name}"));
        }
        for child in node.children() {
            parts.extend(names(&child).map(|name| format!("/{name}")));
        }
        if !node.text().is_empty() {
            parts.push("/text".to_owned());
        }
        parts
    }

    /// The names that are listed; where the parent's namespace tells which is meant, without it.
    fn each_name(names: &Names, f: &mut dyn FnMut(String)) {
        match names {
            Names::Of(Namespaces::Parent(_), _) => names.each(&mut |_, name| f(name.to_owned())),
            Names::Union(all) => all.iter().for_each(|names| each_name(names, f)),
            _ => names.each(&mut |namespace, name| f(expanded(namespace, name))),
        }
    }

    fn expanded(namespace: &str, name: &str) -> String {
        format!("{{{namespace}}}{name}")
    }

    /// The headers of streams, with the files that they stand in.
    fn all_headers() -> BTreeMap<PathBuf, String> {
        let folder = workspace().join("testdata/stream-errors");
        headers(&folder).expect("the headers can be read")
    }

    #[test]
    fn every_stream_header_comes_back() {
        let mut found = 0;
        for (path, tag) in all_headers() {
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
        assert_eq!(found, 17);
    }
}
