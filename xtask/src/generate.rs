//! `cargo xtask generate`: the files that say what the registry says.

use core::fmt::Write as _;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use xmpp_stanzas::xml::{ChildContent, Description};
use xmpp_stanzas::{forms, registry};

use crate::conformance::{Counts, Row, Run};
use crate::xeps::Sources;
use crate::{Result, workspace};

/// Writes them. The figures of the README come from a conformance run; without XEPs they stay as they are.
///
/// # Errors
/// The XEPs cannot be read, or a file cannot be written.
pub(crate) fn run(xeps: Option<PathBuf>) -> Result<bool> {
    let mut figures = BTreeMap::new();
    if let Some(sources) = Sources::find(xeps)? {
        let number = |spec: &str| spec.strip_prefix("XEP-").and_then(|xep| xep.parse().ok());
        let ours = specifications().into_keys().filter_map(number);
        for Row { xep, title, counts } in Run::over(&sources, &ours.collect())?.rows {
            let Counts {
                elements,
                typed,
                lossless,
                ..
            } = counts;
            let cells = format!(" {title} | {elements} | {typed} | {lossless} |");
            figures.insert(format!("XEP-{xep:04}"), cells);
        }
    }
    for (path, content) in files(&figures)? {
        fs::create_dir_all(path.parent().unwrap_or(&path))?;
        fs::write(&path, content).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(true)
}

/// Each file as it should be. Figures that are not given are taken from the README as it is.
fn files(figures: &BTreeMap<String, String>) -> Result<Vec<(PathBuf, String)>> {
    let path = |name| workspace().join(name);
    let mut files = vec![
        (path("doap.xml"), doap()),
        (path("fuzz/dictionary.txt"), dictionary()),
        (path("testdata/strict.txt"), strict()),
    ];
    if let Ok(readme) = fs::read_to_string(path("README.md")) {
        files.push((path("README.md"), with_coverage(&readme, figures)?));
    }
    Ok(files)
}

/// The specifications of the registry in order, each with the number of its types.
fn specifications() -> BTreeMap<&'static str, usize> {
    let mut types = BTreeMap::new();
    for entry in registry() {
        *types.entry(entry.spec).or_default() += 1;
    }
    types
}

/// Where a specification is published, by its name: `RFC 6120`, `XEP-0030`.
fn address(spec: &str) -> String {
    match spec.strip_prefix("RFC ") {
        Some(number) => format!("https://www.rfc-editor.org/rfc/rfc{number}"),
        None => format!("https://xmpp.org/extensions/{}.html", spec.to_lowercase()),
    }
}

/// The README with the table of what is covered between its marks.
fn with_coverage(readme: &str, figures: &BTreeMap<String, String>) -> Result<String> {
    const BEGIN: &str = "<!-- coverage: cargo xtask generate -->\n";
    const END: &str = "<!-- end of coverage -->\n";
    let marks = || {
        let (before, rest) = readme.split_once(BEGIN)?;
        let (table, after) = rest.split_once(END)?;
        Some((before, table, after))
    };
    let (before, table, after) = marks().ok_or("README.md: no marks around the coverage")?;
    let mut new = String::from(
        "| specification | elements in its examples | typed | lossless | types |\n\
         |---|--:|--:|--:|--:|\n",
    );
    for (spec, types) in specifications() {
        let start = format!("| [{spec}]({})", address(spec));
        let known = || {
            let row = table.lines().find_map(|line| line.strip_prefix(&start))?;
            let cells = row.strip_suffix(" |")?.rsplit_once('|')?.0;
            Some(format!("{cells}|"))
        };
        let cells = figures.get(spec).cloned().or_else(known);
        let cells = cells.unwrap_or_else(|| " | – | – | – |".to_owned());
        writeln!(new, "{start}{cells} {types} |")?;
    }
    Ok(format!("{before}{BEGIN}{new}{END}{after}"))
}

/// A description of the project for programs: <https://xmpp.org/extensions/xep-0453.html>.
fn doap() -> String {
    let mut specs = String::new();
    for spec in specifications().into_keys() {
        let address = address(spec);
        if spec.starts_with("RFC ") {
            specs += &format!("    <implements rdf:resource='{address}'/>\n");
        } else {
            specs += &format!(
                "    <implements>\n      <xmpp:SupportedXep>\n        <xmpp:xep rdf:resource='{address}'/>\n        \
                 <xmpp:status>complete</xmpp:status>\n      </xmpp:SupportedXep>\n    </implements>\n"
            );
        }
    }
    format!(
        "<?xml version='1.0' encoding='UTF-8'?>\n\
         <!-- Made by cargo xtask generate. -->\n\
         <rdf:RDF xmlns='http://usefulinc.com/ns/doap#' xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' \
         xmlns:xmpp='https://linkmauve.fr/ns/xmpp-doap#'>\n\
         \x20 <Project>\n\
         \x20   <name>xmpp-stanzas</name>\n\
         \x20   <shortdesc xml:lang='en'>Lossless types for XMPP</shortdesc>\n\
         \x20   <homepage rdf:resource='{repository}'/>\n\
         \x20   <bug-database rdf:resource='{repository}/issues'/>\n\
         \x20   <license rdf:resource='https://spdx.org/licenses/MIT.html'/>\n\
         \x20   <license rdf:resource='https://spdx.org/licenses/Apache-2.0.html'/>\n\
         \x20   <programming-language>Rust</programming-language>\n\
         \x20   <category rdf:resource='https://linkmauve.fr/ns/xmpp-doap#category-library'/>\n\
         {specs}\
         \x20 </Project>\n\
         </rdf:RDF>\n",
        repository = env!("CARGO_PKG_REPOSITORY"),
    )
}

/// The words that a fuzzer should know: the namespaces and names of all types, in libFuzzer's form.
fn dictionary() -> String {
    let mut words = Words::default();
    for entry in registry() {
        words.add(entry.description());
    }
    let mut lines = String::from("# Made by cargo xtask generate.\n");
    for word in words.words {
        lines += &format!("\"{}\"\n", word.replace('\\', "\\\\").replace('"', "\\\""));
    }
    lines
}

/// The fields that are strict, of elements and of forms: those whose absence means more than any value of theirs.
fn strict() -> String {
    let mut lines = String::from(
        "# Made by cargo xtask generate: what is invalid in one of these fields costs the whole element or form, also where\n\
         # invalid values are kept. CONTRIBUTING says which fields are of the kind.\n",
    );
    for entry in registry() {
        let description = entry.description();
        let attributes = description.attributes.iter();
        let text = description.text.iter();
        let children = description.children.iter();
        let fields = (attributes.filter(|a| a.strict).map(|a| a.field))
            .chain(text.filter(|t| t.strict).map(|t| t.field))
            .chain(children.filter(|c| c.strict).map(|c| c.field));
        for field in fields {
            lines += &format!("{} {}::{field}\n", entry.spec, entry.type_name());
        }
    }
    for form in forms() {
        for field in form.fields.iter().filter(|field| field.strict) {
            lines += &format!("{} {} {}\n", form.spec, form.type_name(), field.var);
        }
    }
    lines
}

#[derive(Default)]
struct Words {
    words: BTreeSet<&'static str>,
    /// The types that have been added; a type may hold itself.
    seen: BTreeSet<*const Description>,
}

impl Words {
    fn add(&mut self, description: &'static Description) {
        if !self.seen.insert(description) {
            return;
        }
        let mut add = |namespace, name| self.words.extend([namespace, name]);
        description.names.each(&mut add);
        for attribute in description.attributes {
            add(attribute.namespace, attribute.name);
        }
        for child in description.children {
            child.names.each(&mut add);
        }
        self.words.remove("");
        for child in description.children {
            if let ChildContent::Element(child) = child.content {
                self.add(child());
            }
        }
        for choice in description.choices {
            self.add((choice.description)());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_from_the_registry_is_fresh() {
        for (path, content) in files(&BTreeMap::new()).expect("the README can be read") {
            let found = fs::read_to_string(&path).unwrap_or_default();
            assert!(
                found == content,
                "{}: run cargo xtask generate",
                path.display()
            );
        }
    }

    #[test]
    fn keeps_the_figures_that_it_is_not_given() {
        let readme = |cells: &str| {
            let row = "| [XEP-0030](https://xmpp.org/extensions/xep-0030.html)";
            format!(
                "before\n<!-- coverage: cargo xtask generate -->\n{row}{cells} 0 |\n\
                 <!-- end of coverage -->\nafter\n"
            )
        };
        let old = readme(" Tea | 1 | 2 | 3 |");
        let kept = with_coverage(&old, &BTreeMap::new()).expect("it has marks");
        assert!(kept.contains(".html) Tea | 1 | 2 | 3 | "), "{kept}");
        assert!(!kept.contains(" 0 |\n"), "{kept}");
        assert!(
            kept.starts_with("before\n") && kept.ends_with("after\n"),
            "{kept}"
        );
        let figures = BTreeMap::from([("XEP-0030".to_owned(), " Tea | 4 | 5 | 6 |".to_owned())]);
        let given = with_coverage(&kept, &figures).expect("it has marks");
        assert!(given.contains(" Tea | 4 | 5 | 6 | "), "{given}");
        assert!(!given.contains(" | 1 | 2 |"), "{given}");
        assert!(with_coverage("no marks", &figures).is_err());
    }
}
