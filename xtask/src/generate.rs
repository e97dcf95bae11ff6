//! `cargo xtask generate`: the files that say what the registry says.

use core::fmt;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use xmpp_stanzas::data_forms::form::FieldKind;
use xmpp_stanzas::xml::{ChildContent, Description, Occurs};
use xmpp_stanzas::{forms, registry};

use crate::conformance::{Counts, Group, Row, Run};
use crate::corpus::{Corpus, Places};
use crate::spec::Spec;
use crate::{Result, index, package, workspace};

/// Writes them. The figures of the README come from a conformance run; without XEPs they stay as they are.
///
/// # Errors
/// The specifications cannot be read, or a file cannot be written.
pub(crate) fn run(places: &Places) -> Result<bool> {
    let figures = match Corpus::find(places)? {
        Some(corpus) => Some(Figures::of(&Run::over(&corpus, false)?)),
        None => None,
    };
    for (path, content) in files(figures)? {
        fs::create_dir_all(path.parent().unwrap_or(&path))?;
        fs::write(&path, content).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(true)
}

/// Each file as it should be. Figures that are not given are taken from the README as it is.
fn files(figures: Option<Figures>) -> Result<Vec<(PathBuf, String)>> {
    let path = |name| workspace().join(name);
    let readme = fs::read_to_string(path("README.md"))?;
    let (before, section, after) = coverage_section(&readme)?;
    let mut figures = figures.unwrap_or_else(|| Figures::read(section));
    figures.add_registry();
    let readme = format!("{before}{BEGIN}{figures}{END}{after}");
    let mut files = vec![
        (path("doap.xml"), doap(&figures)),
        (path("fuzz/dictionary.txt"), dictionary()),
        (path("testdata/strict.txt"), strict()),
        (path("testdata/lenient.txt"), lenient()),
        (path("README.md"), readme),
    ];
    files.extend(index::files(&figures.titles())?);
    files.extend(package::readmes()?);
    Ok(files)
}

const BEGIN: &str = "<!-- coverage: cargo xtask generate -->\n";
const END: &str = "<!-- end of coverage -->\n";

/// What stands in the README before the section with the coverage, in it, and behind it.
fn coverage_section(readme: &str) -> Result<(&str, &str, &str)> {
    let section = || {
        let (before, rest) = readme.split_once(BEGIN)?;
        let (section, after) = rest.split_once(END)?;
        Some((before, section, after))
    };
    section().ok_or_else(|| "README.md: no marks around the coverage".into())
}

/// What the README says about each specification, and about all.
#[derive(Debug, Default)]
struct Figures {
    rows: BTreeMap<Spec, Figure>,
    /// A sentence on the whole run.
    total: String,
}

#[derive(Debug)]
struct Figure {
    group: Group,
    /// The title and the numbers, as the cells of a row.
    cells: String,
}

impl Figures {
    fn of(run: &Run) -> Self {
        let mut figures = Self::default();
        let mut total = Counts::default();
        let mut lossless = 0;
        let counted = run.rows.iter().filter(|row| row.group != Group::LeftOut);
        for row in counted.clone() {
            let Row {
                spec,
                title,
                counts,
                group,
                ..
            } = row;
            total.elements += counts.elements;
            total.understood += counts.understood;
            total.typed += counts.typed;
            lossless += counts.lossless;
            let Counts {
                elements,
                understood,
                typed,
                ..
            } = counts;
            // What has neither types of its own nor was there first is in the sums only.
            if spec.is_original() || matches!(spec, Spec::Rfc(_)) || types().contains_key(spec) {
                let cells = format!(" {title} | {elements} | {understood} | {typed} |");
                let group = *group;
                figures.rows.insert(*spec, Figure { group, cells });
            }
        }
        figures.total = format!(
            "In one run over {} RFCs and XEPs: {} elements, of which {lossless} came back as they were, {} have \
             everything of our namespaces in named fields, and {} are understood down to the last element.",
            counted.count(),
            total.elements,
            total.typed,
            total.understood,
        );
        figures
    }

    /// What the section of a README says.
    fn read(section: &str) -> Self {
        let mut figures = Self::default();
        let mut group = None;
        for line in section.lines() {
            if let Some(title) = line.strip_prefix("### ") {
                let mut groups = Group::ALL.into_iter();
                group = groups.find(|group| group.title() == title);
            } else if let Some(row) = line.strip_prefix("| [")
                && let Some((name, row)) = row.split_once(']')
                && let (Some(group), Some(spec)) = (group, Spec::named(name))
                && let Some((_, cells)) = row.split_once(')')
                // The last cell is the number of types, which the registry knows.
                && let Some((cells, _)) = cells.trim_end_matches(" |").rsplit_once('|')
            {
                let cells = format!("{cells}|");
                figures.rows.insert(spec, Figure { group, cells });
            } else if line.starts_with("In one run over ") {
                line.clone_into(&mut figures.total);
            }
        }
        figures
    }

    /// Adds what the registry has and nobody has counted yet.
    fn add_registry(&mut self) {
        for &spec in types().keys() {
            self.rows.entry(spec).or_insert_with(|| Figure {
                group: match spec {
                    Spec::Rfc(_) => Group::Rfc,
                    Spec::Xep(_) if spec.is_original() => Group::Original,
                    Spec::Xep(_) => Group::Open,
                },
                cells: " | – | – | – |".to_owned(),
            });
        }
    }

    /// What each specification is called.
    fn titles(&self) -> BTreeMap<Spec, String> {
        let titles = self.rows.iter().map(|(spec, Figure { cells, .. })| {
            let title = cells.split_once('|').map_or("", |(title, _)| title);
            (*spec, title.trim().to_owned())
        });
        titles.collect()
    }

    fn of_group(&self, group: Group) -> impl Iterator<Item = (Spec, &Figure)> {
        let rows = self
            .rows
            .iter()
            .filter(move |(_, figure)| figure.group == group);
        rows.map(|(spec, figure)| (*spec, figure))
    }
}

/// The section of the README.
impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let types = types();
        for group in Group::ALL {
            let count = self.of_group(group).count();
            if count == 0 {
                continue;
            }
            // Folded, since what is below is for more people than a table of hundreds of lines.
            write!(
                f,
                "### {}\n\
                 <details><summary>{count} specifications</summary>\n\n\
                 | specification | elements in its examples | understood | typed | types |\n\
                 |---|--:|--:|--:|--:|\n",
                group.title()
            )?;
            for (spec, Figure { cells, .. }) in self.of_group(group) {
                let types = types.get(&spec).copied().unwrap_or_default();
                writeln!(f, "| [{spec}]({}){cells} {types} |", spec.address())?;
            }
            writeln!(f, "\n</details>\n")?;
        }
        writeln!(f, "{}", self.total)
    }
}

/// The specifications of the registry, each with the number of its types.
fn types() -> BTreeMap<Spec, usize> {
    let mut types = BTreeMap::new();
    for entry in registry() {
        if let Some(spec) = Spec::named(entry.spec) {
            *types.entry(spec).or_default() += 1;
        }
    }
    types
}

/// A description of the project for programs: <https://xmpp.org/extensions/xep-0453.html>.
fn doap(figures: &Figures) -> String {
    let mut specs = String::new();
    for spec in types().into_keys() {
        let address = spec.address();
        let is_open = figures
            .rows
            .get(&spec)
            .is_some_and(|figure| figure.group == Group::Open);
        let status = if is_open { "partial" } else { "complete" };
        specs += &match spec {
            Spec::Rfc(_) => format!("    <implements rdf:resource='{address}'/>\n"),
            Spec::Xep(_) => format!(
                "    <implements>\n      <xmpp:SupportedXep>\n        <xmpp:xep rdf:resource='{address}'/>\n        \
                 <xmpp:status>{status}</xmpp:status>\n      </xmpp:SupportedXep>\n    </implements>\n"
            ),
        };
    }
    format!(
        "<?xml version='1.0' encoding='UTF-8'?>\n\
         <!-- Made by cargo xtask generate. -->\n\
         <rdf:RDF xmlns='http://usefulinc.com/ns/doap#' xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' \
         xmlns:xmpp='https://linkmauve.fr/ns/xmpp-doap#'>\n\
         \x20 <Project>\n\
         \x20   <name>xmpp-stanzas</name>\n\
         \x20   <shortdesc xml:lang='en'>Lossless types for XMPP</shortdesc>\n\
         \x20   <license rdf:resource='https://spdx.org/licenses/MIT.html'/>\n\
         \x20   <license rdf:resource='https://spdx.org/licenses/Apache-2.0.html'/>\n\
         \x20   <programming-language>Rust</programming-language>\n\
         \x20   <category rdf:resource='https://linkmauve.fr/ns/xmpp-doap#category-library'/>\n\
         {specs}\
         \x20 </Project>\n\
         </rdf:RDF>\n"
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

/// The fields with a value, not an element, that can be invalid and are not strict: there it reads as `None`, as the default, or
/// as a list without it. Of forms, those with a yes or no.
fn lenient() -> String {
    let mut lines = String::from(
        "# Made by cargo xtask generate: what is invalid in one of these fields reads as None, as the default, or as a shorter\n\
         # list, where invalid values are kept. A new line is a decision: is anybody fooled by that? CONTRIBUTING says how to\n\
         # tell; if so, the field is strict, and goes to strict.txt.\n",
    );
    for entry in registry() {
        let description = entry.description();
        let attributes = description.attributes.iter();
        let attributes = attributes.map(|a| (a.field, &a.form, a.occurs, a.strict));
        let text = description.text.iter();
        let text = text.map(|t| (t.field, &t.form, t.occurs, t.strict));
        let children = description
            .children
            .iter()
            .filter_map(|c| match &c.content {
                ChildContent::Text(form) => Some((c.field, form, c.occurs, c.strict)),
                _ => None,
            });
        for (field, form, occurs, is_strict) in attributes.chain(text).chain(children) {
            let is_lost = |text: &&str| !form.accepts(text) && !form.keeps(text);
            if !is_strict && occurs != Occurs::Once && ["?!", "@@", ""].iter().any(is_lost) {
                let (spec, name) = (entry.spec, entry.type_name());
                lines += &format!("{spec} {name}::{field}: {}\n", form.expected);
            }
        }
    }
    for form in forms() {
        let fields = form.fields.iter();
        for field in fields.filter(|field| !field.strict && field.kind == FieldKind::Boolean) {
            let (spec, name) = (form.spec, form.type_name());
            lines += &format!("{spec} {name} {}: {}\n", field.var, field.kind);
        }
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
        for (path, content) in files(None).expect("the README can be read") {
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
        let row =
            |spec: &str, cells: &str| format!("| [{spec}](https://example.org/a){cells} 0 |\n");
        let section = format!(
            "### {}\n{}### {}\n{}### Tea\n{}In one run over tea.\n",
            Group::Original.title(),
            row("XEP-0030", " Tea | 1 | 2 | 3 |"),
            Group::Open.title(),
            row("XEP-9999", " Cups (two) | 4 | 5 | 6 |"),
            row("XEP-9998", " | 7 | 8 | 9 |"),
        );
        let mut kept = Figures::read(&section);
        let rows: Vec<_> = kept
            .rows
            .iter()
            .map(|(spec, figure)| (*spec, figure.group, figure.cells.as_str()))
            .collect();
        assert_eq!(
            rows,
            [
                (Spec::Xep(30), Group::Original, " Tea | 1 | 2 | 3 |"),
                (Spec::Xep(9999), Group::Open, " Cups (two) | 4 | 5 | 6 |"),
            ]
        );
        kept.add_registry();
        let written = kept.to_string();
        assert!(written.ends_with("\nIn one run over tea.\n"), "{written}");
        let disco = registry().filter(|entry| entry.spec == "XEP-0030").count();
        let line = format!(
            "| [XEP-0030](https://xmpp.org/extensions/xep-0030.html) Tea | 1 | 2 | 3 | {disco} |\n"
        );
        assert!(written.contains(&line), "{written}");
        let again = Figures::read(&written);
        assert_eq!(again.to_string(), written);
    }

    #[test]
    fn takes_the_figures_from_a_run() {
        let row = |spec, group| Row {
            spec,
            title: "Tea".to_owned(),
            status: String::new(),
            group,
            lacks: BTreeSet::new(),
            counts: Counts {
                elements: 4,
                understood: 2,
                typed: 3,
                lossless: 4,
                ..Counts::default()
            },
        };
        let figures = Figures::of(&Run::of_rows(vec![
            row(Spec::Xep(30), Group::Original),
            row(Spec::Xep(9999), Group::Open),
            row(Spec::Xep(9998), Group::LeftOut),
        ]));
        let listed: Vec<_> = figures.rows.keys().copied().collect();
        assert_eq!(listed, [Spec::Xep(30)], "no types are from XEP-9999");
        assert_eq!(figures.rows[&Spec::Xep(30)].cells, " Tea | 4 | 2 | 3 |");
        assert!(
            figures
                .total
                .contains("over 2 RFCs and XEPs: 8 elements, of which 8 came back")
        );
    }

    #[test]
    fn what_lacks_a_namespace_is_not_called_complete() {
        let status = |group| {
            let mut figures = Figures::default();
            let cells = String::new();
            figures.rows.insert(Spec::Xep(30), Figure { group, cells });
            let doap = doap(&figures);
            let (_, rest) = doap.split_once("xep-0030.html'/>").expect("it is there");
            rest.split_once("</")
                .map(|(status, _)| status.trim().to_owned())
        };
        assert_eq!(status(Group::Open).as_deref(), Some("<xmpp:status>partial"));
        assert_eq!(
            status(Group::Claimed).as_deref(),
            Some("<xmpp:status>complete")
        );
    }
}
