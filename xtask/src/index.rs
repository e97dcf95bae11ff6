//! Where a specification is found: the tables on the front pages of the documentation, and the words by which its search
//! finds a type. Both are for `cargo xtask generate`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use xmpp_stanzas::xml::registry::Place;
use xmpp_stanzas::xml::{Locals, Names, Namespaces};
use xmpp_stanzas::{forms, registry};

use crate::library::{Library, definition};
use crate::spec::Spec;
use crate::{Result, workspace};

/// The most names of elements of one type that are worth a search.
const MOST_NAMES: usize = 32;
/// The widest list in an attribute that rustfmt leaves on one line.
const WIDEST: usize = 70;

/// The longest path in a table that fits the screen of a telephone.
const LONGEST_PATH: usize = 18;

/// A type of the registry, or of the registered forms.
#[derive(Debug)]
struct Type {
    spec: Spec,
    library: String,
    /// Where it is defined: modules and name.
    definition: Vec<String>,
    /// Where it is found, from the root of the library.
    path: Vec<String>,
    /// Whether it is only a part of other elements.
    is_nested: bool,
    aliases: Vec<String>,
}

/// The pages and the sources as they should be.
pub(crate) fn files(titles: &BTreeMap<Spec, String>) -> Result<Vec<(PathBuf, String)>> {
    let areas = Area::all()?;
    let mut libraries = BTreeMap::new();
    for area in &areas {
        libraries.insert(area.library.clone(), Library::named(&area.library)?);
    }
    let types = types(&libraries)?;
    let mut files = aliased(&libraries, &types)?;
    for library in libraries.values() {
        let types: Vec<_> = types.iter().filter(|t| t.library == library.name).collect();
        if !types.is_empty() {
            let path = library.folder().join("src/index.md");
            files.push((path, area_page(&types, titles)));
        }
    }
    let facade = workspace().join("crates/stanzas");
    let manifest = fs::read_to_string(facade.join("Cargo.toml"))?;
    let page = front_page(&areas, &libraries, &types, titles, &manifest);
    files.push((facade.join("src/index.md"), page));
    Ok(files)
}

/// A module of the facade that is a library of its own.
#[derive(Debug)]
struct Area {
    /// Its name in the facade.
    module: String,
    library: String,
    /// `None` for what is always there.
    feature: Option<String>,
}

impl Area {
    fn all() -> Result<Vec<Self>> {
        let facade = fs::read_to_string(workspace().join("crates/stanzas/src/lib.rs"))?;
        let mut areas = Vec::new();
        let mut feature = None;
        for line in facade.lines() {
            if let Some(rest) = line.strip_prefix("#[cfg(feature = \"") {
                feature = rest.strip_suffix("\")]").map(str::to_owned);
                continue;
            }
            if line == "#[doc(inline)]" {
                continue;
            }
            let feature = feature.take();
            let export = line
                .strip_prefix("pub use ")
                .and_then(|rest| rest.strip_suffix(';'));
            if let Some((library, module)) = export.and_then(|export| export.split_once(" as ")) {
                areas.push(Self {
                    module: module.to_owned(),
                    library: library.to_owned(),
                    feature,
                });
            }
        }
        Ok(areas)
    }
}

/// All types, specification by specification, in the order of the registry.
fn types(libraries: &BTreeMap<String, Library>) -> Result<Vec<Type>> {
    let mut types = Vec::new();
    let mut add = |spec: &str, type_name: &str, is_nested, words: Vec<&str>| -> Result<()> {
        let (name, definition) = definition(type_name);
        let path = libraries.get(name).and_then(|l| l.public_path(&definition));
        let (Some(spec), Some(path)) = (Spec::named(spec), path) else {
            return Err(format!("{type_name} of {spec} cannot be found by others").into());
        };
        types.push(Type {
            spec,
            library: name.to_owned(),
            is_nested,
            aliases: aliases(spec, &path[path.len() - 1], words),
            definition,
            path,
        });
        Ok(())
    };
    for entry in registry() {
        let is_nested = entry.places.iter().all(|place| *place == Place::Nested);
        let (mut namespaces, mut names) = (Vec::new(), Vec::new());
        words(&entry.description().names, &mut namespaces, &mut names);
        if names.len() <= MOST_NAMES {
            namespaces.extend(names);
        }
        add(entry.spec, entry.type_name(), is_nested, namespaces)?;
    }
    for form in forms() {
        add(form.spec, form.type_name(), false, vec![form.form_type])?;
    }
    types.sort_by_key(|t| t.spec);
    Ok(types)
}

/// The namespaces and names that an element of a type may have.
fn words(names: &Names, namespaces: &mut Vec<&'static str>, locals: &mut Vec<&'static str>) {
    match names {
        Names::Of(of, names) => {
            match of {
                Namespaces::One(namespace) => namespaces.push(namespace),
                Namespaces::OneOf(all) | Namespaces::Parent(all) => namespaces.extend(*all),
                Namespaces::Any => {}
            }
            match names {
                Locals::One(name) => locals.push(name),
                Locals::OneOf(all) | Locals::Any(all) => locals.extend(*all),
            }
        }
        Names::Union(all) => {
            for names in *all {
                words(names, namespaces, locals);
            }
        }
        Names::Any => {}
    }
}

/// By which words a type is found: those for its specification, and those on the wire. Its own name finds it in any case,
/// however that is written.
fn aliases(spec: Spec, name: &str, words: Vec<&str>) -> Vec<String> {
    let written = spec.to_string();
    let number = &written[4..];
    let joined = written.replace(['-', ' '], "");
    let mut aliases = vec![written.clone(), joined, number.to_owned()];
    for word in words {
        // rustdoc refuses these.
        let is_possible = !word.is_empty() && !word.contains(['"', '\'', '\t', '\n']);
        let is_own = |other: &str| {
            let plain = |text: &str| text.replace(['-', '_'], "").to_lowercase();
            plain(other) == plain(name)
        };
        if is_possible && !is_own(word) && !aliases.iter().any(|alias| alias == word) {
            aliases.push(word.to_owned());
        }
    }
    aliases
}

/// The attributes that say so, each on one line.
fn alias_lines(aliases: &[String]) -> Vec<String> {
    let mut lines = Vec::new();
    // What the specification is called, apart from the rest.
    for aliases in [&aliases[..3], &aliases[3..]] {
        let mut list = String::new();
        for alias in aliases {
            let alias = format!("\"{alias}\"");
            if !list.is_empty() && list.len() + alias.len() + "alias(, )".len() > WIDEST {
                lines.push(format!("#[doc(alias({list}))]"));
                list.clear();
            }
            if !list.is_empty() {
                list += ", ";
            }
            list += &alias;
        }
        if !list.is_empty() {
            lines.push(format!("#[doc(alias({list}))]"));
        }
    }
    lines
}

/// The sources in which types are defined, with their aliases.
fn aliased(
    libraries: &BTreeMap<String, Library>,
    types: &[Type],
) -> Result<Vec<(PathBuf, String)>> {
    let mut sources: BTreeMap<PathBuf, String> = BTreeMap::new();
    for t in types {
        let modules = &t.definition[..t.definition.len() - 1];
        let name = &t.definition[modules.len()];
        let Some(module) = libraries
            .get(&t.library)
            .and_then(|l| l.modules.get(modules))
        else {
            return Err(format!("no source of {}", t.definition.join("::")).into());
        };
        let source = sources
            .entry(module.path.clone())
            .or_insert_with(|| module.source.clone());
        *source = with_aliases(source, name, &alias_lines(&t.aliases))
            .ok_or_else(|| format!("{}: no type {name}", module.path.display()))?;
    }
    Ok(sources.into_iter().collect())
}

const ALIAS: &str = "#[doc(alias(";

/// A source with these lines before the first attribute of a type, in the place of those that are there. Aliases by hand,
/// each in an attribute of its own (`alias = "…"`), stay if they say something else.
fn with_aliases(source: &str, name: &str, aliases: &[String]) -> Option<String> {
    let lines: Vec<_> = source.lines().collect();
    let (begin, item) = attributes_of(&lines, name)?;
    let indent = &lines[item][..lines[item].len() - lines[item].trim_start().len()];
    let mut out = String::with_capacity(source.len() + 256);
    let mut push = |line: &str| {
        out.push_str(line);
        out.push('\n');
    };
    lines[..begin].iter().for_each(|line| push(line));
    let mut is_written = false;
    for line in &lines[begin..=item] {
        let code = line.trim_start();
        let by_hand = code
            .strip_prefix("#[doc(alias = ")
            .and_then(|rest| rest.strip_suffix(")]"));
        if code.starts_with(ALIAS)
            || by_hand.is_some_and(|word| aliases.iter().any(|line| line.contains(word)))
        {
            continue;
        }
        if !is_written && !code.starts_with("///") {
            for alias in aliases {
                push(&format!("{indent}{alias}"));
            }
            is_written = true;
        }
        push(line);
    }
    lines[item + 1..].iter().for_each(|line| push(line));
    Some(out)
}

/// The lines where the documentation and the attributes of a type begin, and where it is declared.
fn attributes_of(lines: &[&str], name: &str) -> Option<(usize, usize)> {
    let item = lines.iter().position(|line| {
        let line = line.trim_start();
        let rest = line
            .strip_prefix("pub struct ")
            .or_else(|| line.strip_prefix("pub enum "))
            .and_then(|rest| rest.strip_prefix(name));
        rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
    })?;
    let before = &lines[..item];
    let begin = before.iter().rposition(|line| {
        let is_open = line.ends_with('{') && !line.trim_start().starts_with("///");
        line.trim().is_empty() || is_open || line.starts_with('}') || line.starts_with("pub ")
    });
    Some((begin.map_or(0, |line| line + 1), item))
}

/// What stands at the end of the front page of an area.
fn area_page(types: &[&Type], titles: &BTreeMap<Spec, String>) -> String {
    let mut page = String::from("\n# Specifications\n| specification | types |\n|---|---|\n");
    for group in types.chunk_by(|a, b| a.spec == b.spec) {
        let links = group.iter().map(|t| {
            let path = t.path.join("::");
            format!("[{}](crate::{path})", code(&path))
        });
        let links: Vec<_> = links.collect();
        page += &format!(
            "| {} | {} |\n",
            heading(group[0].spec, titles),
            links.join(", ")
        );
    }
    page
}

/// A path as code, which a narrow screen may break where its modules end if it is long.
fn code(path: &str) -> String {
    if path.len() <= LONGEST_PATH {
        return format!("`{path}`");
    }
    format!("<code>{}</code>", path.replace("::", "::<wbr>"))
}

/// The name of a specification as a link, and its title.
fn heading(spec: Spec, titles: &BTreeMap<Spec, String>) -> String {
    let title = titles.get(&spec).map_or("", String::as_str);
    format!("[{spec}]({}) {title}", spec.address())
        .trim_end()
        .to_owned()
}

/// What stands at the end of the front page of the facade.
fn front_page(
    areas: &[Area],
    libraries: &BTreeMap<String, Library>,
    types: &[Type],
    titles: &BTreeMap<Spec, String>,
    manifest: &str,
) -> String {
    let mut page = String::from(
        "\n# Areas\n\
         Each area is a module, a feature of the same name (with hyphens) that is on by default, and a crate of its own \
         (`xmpp-disco` for `disco`; `xmpp-stream-errors` for `streams`). [`jid`](crate::jid) and [`xml`](crate::xml) are always \
         there.\n\n\
         | module | content |\n|---|---|\n",
    );
    for area in areas {
        let source = &libraries[&area.library].modules[&[] as &[String]].source;
        let Area { module, .. } = area;
        page += &format!(
            "| [`{module}`](crate::{module}) | {} |\n",
            first_sentence(source)
        );
    }
    page += "\n# Other features\nNone is on by default. They only add trait implementations and functions: none changes what is read or \
             written.\n\n| feature | adds |\n|---|---|\n";
    for (feature, what) in features(manifest) {
        if !areas
            .iter()
            .any(|area| area.feature.as_deref() == Some(feature))
        {
            page += &format!("| `{feature}` | {what} |\n");
        }
    }
    page += "\n# Specifications\n\
             The search box finds types by specification (`XEP0199` or `0199`) and by the namespace and name of their \
             elements, too. Types that occur only within other elements are counted here, and listed on the page of their area.\n\n\
             | specification | types |\n|---|---|\n";
    let module_of = |library: &str| {
        let area = areas.iter().find(|area| area.library == library);
        area.map_or("", |area| area.module.as_str())
    };
    // For each specification: a module and its types.
    let mut cells: BTreeMap<Spec, Vec<String>> = BTreeMap::new();
    let mut add = |spec: Spec, module: &str, items: String| {
        let module = format!("[{}](crate::{module})", code(module));
        let cell = match &*items {
            "" => module,
            _ => format!("{module}: {items}"),
        };
        cells.entry(spec).or_default().push(cell);
    };
    for group in types.chunk_by(|a, b| a.spec == b.spec) {
        let mut modules: Vec<(Vec<&str>, Vec<&Type>)> = Vec::new();
        for t in group {
            let parent = t.path[..t.path.len() - 1].iter().map(String::as_str);
            let module: Vec<_> = [module_of(&t.library)].into_iter().chain(parent).collect();
            match modules.iter_mut().find(|(other, _)| *other == module) {
                Some((_, types)) => types.push(t),
                None => modules.push((module, vec![t])),
            }
        }
        for (module, types) in modules {
            let module = module.join("::");
            let is_all_nested = types.iter().all(|t| t.is_nested);
            let (shown, nested): (Vec<_>, Vec<_>) =
                types.iter().partition(|t| is_all_nested || !t.is_nested);
            let links = shown.iter().map(|t: &&Type| {
                let name = &t.path[t.path.len() - 1];
                format!("[`{name}`](crate::{module}::{name})")
            });
            let mut items = links.collect::<Vec<_>>().join(", ");
            if !nested.is_empty() {
                items += &format!(", {} nested", nested.len());
            }
            add(group[0].spec, &module, items);
        }
    }
    for ((spec, module), items) in mentioned(areas, libraries, types, titles) {
        let module = module.join("::");
        let links = items
            .iter()
            .map(|item| format!("[`{item}`](crate::{module}::{item})"));
        add(spec, &module, links.collect::<Vec<_>>().join(", "));
    }
    for (spec, cells) in &cells {
        let heading = heading(*spec, titles);
        page += &format!("| {heading} | {} |\n", cells.join("<br>"));
    }
    page
}

/// The specifications without elements of their own: the modules whose documentation refers to them, with the items in
/// there that do.
fn mentioned(
    areas: &[Area],
    libraries: &BTreeMap<String, Library>,
    types: &[Type],
    titles: &BTreeMap<Spec, String>,
) -> BTreeMap<(Spec, Vec<String>), BTreeSet<String>> {
    let mut found: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    let is_wanted =
        |spec: &Spec| titles.contains_key(spec) && !types.iter().any(|t| t.spec == *spec);
    for area in areas {
        let library = &libraries[&area.library];
        let mut add = |module: &[String], item: Option<&String>, specs: &BTreeSet<Spec>| {
            for spec in specs.iter().filter(|spec| is_wanted(spec)) {
                let module = [core::slice::from_ref(&area.module), module].concat();
                found
                    .entry((*spec, module))
                    .or_default()
                    .extend(item.cloned());
            }
        };
        for (path, module) in &library.modules {
            if module.is_public {
                let lines = module.source.lines();
                let docs = lines.filter_map(|line| line.strip_prefix("//!"));
                add(path, None, &docs.flat_map(specs_in).collect());
            }
            let mut specs = BTreeSet::new();
            for line in module.source.lines() {
                if let Some(doc) = line.strip_prefix("///") {
                    specs.extend(specs_in(doc));
                } else if let Some(name) = item_name(line) {
                    let definition = [&path[..], &[name.to_owned()]].concat();
                    if let Some(path) = library.public_path(&definition)
                        && let Some((item, module)) = path.split_last()
                    {
                        add(module, Some(item), &specs);
                    }
                    specs.clear();
                } else if !line.starts_with(['#', ' ', ')', ']']) {
                    specs.clear();
                }
            }
        }
    }
    found
}

/// The name that a line declares for others.
fn item_name(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("pub ")?;
    let kinds = ["struct ", "enum ", "trait ", "fn ", "type "];
    let rest = kinds.iter().find_map(|kind| rest.strip_prefix(kind))?;
    let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_');
    Some(&rest[..end.unwrap_or(rest.len())])
}

/// The specifications that a line links to.
fn specs_in(line: &str) -> impl Iterator<Item = Spec> {
    let xeps = line.split("https://xmpp.org/extensions/xep-").skip(1);
    let rfcs = line.split("https://www.rfc-editor.org/rfc/rfc").skip(1);
    let number = |rest: &str| rest.get(..4)?.parse().ok();
    (xeps.filter_map(move |rest| number(rest).map(Spec::Xep)))
        .chain(rfcs.filter_map(move |rest| number(rest).map(Spec::Rfc)))
}

/// The first sentence of the documentation of a library, without links.
fn first_sentence(source: &str) -> String {
    let lines = source.lines().map_while(|line| line.strip_prefix("//!"));
    let paragraph: Vec<_> = lines
        .map(str::trim)
        .take_while(|line| !line.is_empty())
        .collect();
    let paragraph = paragraph.join(" ");
    let sentence = match paragraph.split_once(". ") {
        Some((sentence, _)) => sentence,
        None => paragraph.trim_end_matches('.'),
    };
    let mut text = String::new();
    let mut rest = sentence;
    while let Some((before, link)) = rest.split_once('[') {
        text += before;
        let (label, after) = link.split_once(']').unwrap_or((link, ""));
        text += label;
        rest = match after
            .strip_prefix('(')
            .and_then(|target| target.split_once(')'))
        {
            Some((_, after)) => after,
            None => after,
        };
    }
    text + rest
}

/// The features of a manifest that have a comment of their own, which says what they bring.
fn features(manifest: &str) -> Vec<(&str, String)> {
    let mut features = Vec::new();
    let mut comment = String::new();
    let section = manifest.lines().skip_while(|line| *line != "[features]");
    for line in section.skip(1).take_while(|line| !line.starts_with('[')) {
        if let Some(text) = line.strip_prefix('#') {
            if !comment.is_empty() {
                comment.push(' ');
            }
            comment += text.trim();
        } else if let Some((name, _)) = line.split_once(" = ")
            && !comment.is_empty()
        {
            let text = core::mem::take(&mut comment);
            features.push((name, text.trim_end_matches('.').to_owned()));
        } else {
            comment.clear();
        }
    }
    features
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_is_found_by_its_specification_and_by_what_is_on_the_wire() {
        let mut seen = 0;
        for entry in registry() {
            let (name, definition) = definition(entry.type_name());
            let library = Library::named(name).expect("its sources can be read");
            let (type_name, modules) = definition.split_last().expect("a type has a name");
            let lines: Vec<_> = library.modules[modules].source.lines().collect();
            let (begin, end) = attributes_of(&lines, type_name).expect("it is declared");
            let attributes = lines[begin..end].join(" ");
            let number = &entry.spec[4..];
            let kind = &entry.spec[..3];
            let (mut namespaces, mut names) = (Vec::new(), Vec::new());
            words(&entry.description().names, &mut namespaces, &mut names);
            if let [name] = names[..]
                && !name.replace('-', "").eq_ignore_ascii_case(type_name)
            {
                namespaces.push(name);
            }
            let joined = format!("{kind}{number}");
            let on_the_wire = namespaces.into_iter().filter(|word| !word.is_empty());
            for word in on_the_wire.chain([entry.spec, &joined, number]) {
                assert!(
                    attributes.contains(&format!("\"{word}\"")),
                    "{} is not found by {word}",
                    entry.type_name()
                );
            }
            seen += 1;
        }
        assert!(seen > 500, "{seen}");
    }

    #[test]
    fn aliases_come_before_the_attributes_and_replace_those_before() {
        let source = "use tea;\n\n/// Tea.\n///\n/// Hot.\n#[doc(alias(\"old\"))]\n#[doc(alias = \"cha\")]\n#[derive(\n    \
                      Clone,\n)]\npub struct Tea {\n}\npub struct TeaPot;\n";
        let lines = alias_lines(&aliases(
            Spec::Xep(7),
            "Tea",
            vec!["urn:tea", "tea", "", "pot"],
        ));
        let expected_in = |indent: &str| -> String {
            let lines = lines.iter();
            lines.map(|line| format!("{indent}{line}\n")).collect()
        };
        let expected = [
            "#[doc(alias(\"XEP-0007\", \"XEP0007\", \"0007\"))]",
            "#[doc(alias(\"urn:tea\", \"pot\"))]",
        ];
        assert_eq!(lines, expected);
        let once = with_aliases(source, "Tea", &lines).expect("it is there");
        let attributes = expected.join("\n");
        assert_eq!(once, source.replace("#[doc(alias(\"old\"))]", &attributes));
        assert_eq!(with_aliases(&once, "Tea", &lines).as_deref(), Some(&*once));
        let by_hand = once.replace("cha", "pot");
        let without = once.replace("#[doc(alias = \"cha\")]\n", "");
        assert_eq!(with_aliases(&by_hand, "Tea", &lines), Some(without));
        let pot = with_aliases(source, "TeaPot", &lines).expect("it is there");
        let expected = format!("}}\n{attributes}\npub struct TeaPot;\n");
        assert!(pot.ends_with(&expected), "{pot}");
        assert_eq!(with_aliases(source, "Te", &lines), None);
        let made = "tea! {\n    /// Tea: {\n    pub struct Tea {}\n}\n";
        let indented = expected_in("    ");
        assert_eq!(
            with_aliases(made, "Tea", &lines),
            Some(made.replace("    pub", &format!("{indented}    pub")))
        );
    }

    #[test]
    fn long_paths_may_be_broken_between_modules() {
        assert_eq!(code("muc::Join"), "`muc::Join`");
        assert_eq!(
            code("channel_search::errors::Any"),
            "<code>channel_search::<wbr>errors::<wbr>Any</code>"
        );
    }

    #[test]
    fn long_lists_of_aliases_are_broken() {
        let words: Vec<_> = (0..9).map(|i| format!("urn:example:tea:{i}")).collect();
        let lines = alias_lines(&aliases(
            Spec::Rfc(1),
            "Tea",
            words.iter().map(String::as_str).collect(),
        ));
        assert_eq!(lines[0], "#[doc(alias(\"RFC 1\", \"RFC1\", \"1\"))]");
        assert!(lines.len() > 3, "{lines:?}");
        let all = lines.concat();
        assert!(words.iter().all(|word| all.contains(word)), "{all}");
        assert!(lines.iter().all(|line| line.len() < 90), "{lines:?}");
    }

    #[test]
    fn takes_the_first_sentence_without_its_links() {
        let source = "//! Tea ([`cup`]), from\n//! [there](crate::there). More.\n//!\n//! Else.\n";
        assert_eq!(first_sentence(source), "Tea (`cup`), from there");
        assert_eq!(first_sentence("//! Tea.\n#![no_std]"), "Tea");
    }

    #[test]
    fn features_have_what_their_comments_say() {
        let manifest = "[features]\na = []\n# The areas.\n\n# Brings tea,\n# hot.\ntea = []\nb = []\n[x]\n# No.\nc = 1\n";
        assert_eq!(features(manifest), [("tea", "Brings tea, hot".to_owned())]);
    }

    #[test]
    fn finds_specifications_in_links() {
        let line = "[a](https://xmpp.org/extensions/xep-0082.html#b) https://www.rfc-editor.org/rfc/rfc7622#c";
        let found: Vec<_> = specs_in(line).collect();
        assert_eq!(found, [Spec::Xep(82), Spec::Rfc(7622)]);
    }
}
