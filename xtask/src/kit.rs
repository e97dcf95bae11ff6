//! `cargo xtask vectors`: the vectors of `testdata/` as files that any language can read.
//!
//! What the files are is said in `kit/README.md`, which is written beside them.

pub(crate) mod good;
pub(crate) mod hostile;
mod tree;

use std::path::Path;
use std::{fs, io};

use serde::Serialize;

use crate::Result;

pub(crate) use good::Form;
use good::Good;
pub(crate) use hostile::Answer;
use hostile::Hostile;

const README: &str = include_str!("kit/README.md");
const SCHEMA: &str = include_str!("kit/schema.json");

/// The list of all vectors: `index.json`.
#[derive(Debug, Serialize)]
struct Index<'a> {
    /// Counts the changes after which readers of the kit have to change.
    format: u32,
    good: &'a [Good],
    hostile: &'a [Hostile],
}

const FORMAT: u32 = 1;

/// Writes the kit into a folder that is missing, empty, or holds a kit, of which nothing stays.
///
/// # Errors
/// The folder holds something else, the vectors cannot be read, or a file cannot be written.
pub(crate) fn run(dir: &Path, out: &mut impl io::Write) -> Result<bool> {
    clear(dir)?;
    let (good, hostile) = (good::load()?, hostile::load()?);
    for vector in &good {
        write(dir, &vector.file, format!("{}\n", vector.xml).as_bytes())?;
        write(dir, &vector.infoset, &json(&vector.tree)?)?;
        write(dir, &vector.reading, &json(&vector.readings)?)?;
    }
    for vector in &hostile {
        write(dir, &vector.file, &vector.bytes)?;
    }
    let index = Index {
        format: FORMAT,
        good: &good,
        hostile: &hostile,
    };
    write(dir, "index.json", &json(&index)?)?;
    write(dir, "schema.json", SCHEMA.as_bytes())?;
    write(dir, "README.md", README.as_bytes())?;
    writeln!(
        out,
        "{}: {} good and {} hostile vectors",
        dir.display(),
        good.len(),
        hostile.len()
    )?;
    Ok(true)
}

/// Takes away the kit that a folder holds.
fn clear(dir: &Path) -> Result<()> {
    let in_dir = |error: io::Error| format!("{}: {error}", dir.display());
    let mut entries = match fs::read_dir(dir) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries.map_err(in_dir)?,
    };
    if entries.next().is_none() {
        return Ok(());
    }
    let index = fs::read(dir.join("index.json")).ok();
    let index: Option<serde_json::Value> =
        index.and_then(|text| serde_json::from_slice(&text).ok());
    if !index.is_some_and(|index| index["format"].is_u64() && index["hostile"].is_array()) {
        return Err(format!("{}: not empty, and no kit", dir.display()).into());
    }
    for part in ["good", "hostile"] {
        match fs::remove_dir_all(dir.join(part)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(in_dir(error).into());
            }
            _ => {}
        }
    }
    Ok(())
}

fn json(value: &impl Serialize) -> Result<Vec<u8>> {
    let mut text = serde_json::to_vec_pretty(value)?;
    text.push(b'\n');
    Ok(text)
}

fn write(dir: &Path, name: &str, content: &[u8]) -> Result<()> {
    let path = dir.join(name);
    fs::create_dir_all(path.parent().unwrap_or(dir))?;
    fs::write(&path, content).map_err(|error| format!("{}: {error}", path.display()).into())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::path::PathBuf;
    use std::{env, process};

    use serde_json::Value;

    use super::*;
    use crate::roundtrip;

    fn folder(name: &str) -> PathBuf {
        env::temp_dir().join(format!("xtask-kit-{name}-{}", process::id()))
    }

    /// The files below a folder, by their paths in it.
    fn files(dir: &Path) -> BTreeMap<String, Vec<u8>> {
        let mut all = BTreeMap::new();
        let mut open = vec![dir.to_owned()];
        while let Some(folder) = open.pop() {
            for entry in fs::read_dir(folder).expect("the folder can be read") {
                let path = entry.expect("the folder can be read").path();
                if path.is_dir() {
                    open.push(path);
                    continue;
                }
                let name = path.strip_prefix(dir).expect("it is in the folder");
                let content = fs::read(&path).expect("the file can be read");
                all.insert(name.display().to_string(), content);
            }
        }
        all
    }

    #[test]
    fn writes_what_its_index_lists_the_same_each_time_and_nothing_else() {
        let dir = folder("files");
        let mut out = Vec::new();
        assert!(run(&dir, &mut out).expect("the kit can be written"));
        let first = files(&dir);
        let index: Value = serde_json::from_slice(&first["index.json"]).expect("the index is JSON");
        let mut listed = vec!["README.md", "index.json", "schema.json"];
        let records = |name: &str| index[name].as_array().expect("a list").iter();
        for record in records("good") {
            let keys = ["file", "infoset", "reading"];
            listed.extend(keys.map(|key| record[key].as_str().expect("a name")));
        }
        listed.extend(records("hostile").map(|record| record["file"].as_str().expect("a name")));
        listed.sort_unstable();
        let found: Vec<_> = first.keys().map(String::as_str).collect();
        assert_eq!(found, listed);

        fs::write(dir.join("good/stale.xml"), "<a/>").expect("a file can be written");
        assert!(run(&dir, &mut out).expect("the kit can be written again"));
        assert_eq!(files(&dir), first);
        fs::remove_dir_all(dir).expect("the folder can be removed");
    }

    #[test]
    fn does_not_touch_a_folder_that_holds_something_else() {
        let dir = folder("other");
        fs::create_dir_all(dir.join("good")).expect("a folder can be made");
        for index in [None, Some("[]"), Some("{\"format\": 1}"), Some("{")] {
            if let Some(index) = index {
                fs::write(dir.join("index.json"), index).expect("a file can be written");
            }
            let error = run(&dir, &mut Vec::new())
                .expect_err("it is no kit")
                .to_string();
            assert!(error.ends_with("not empty, and no kit"), "{error}");
            assert!(dir.join("good").is_dir());
        }
        fs::remove_dir_all(dir).expect("the folder can be removed");
    }

    /// Every root of a good file, and every header, has its vector.
    #[test]
    fn no_vector_is_left_out() {
        let good = good::load().expect("the vectors can be read");
        let of = |form: Form| good.iter().filter(|vector| vector.form == form).count();
        let listed = fs::read_to_string(crate::workspace().join("testdata/roots.toml"));
        let listed: toml::Table =
            toml::from_str(&listed.expect("the list can be read")).expect("the list is TOML");
        let roots = listed.values().map(|folder| folder["roots"].as_integer());
        let roots: i64 = roots.map(|roots| roots.expect("a number")).sum();
        assert_eq!(of(Form::Element), usize::try_from(roots).expect("a count"));
        assert_eq!(of(Form::StreamHeader), 17);
        let files = roundtrip::files(&crate::workspace().join("testdata/hostile"));
        let hostile = hostile::load().expect("the vectors can be read");
        let from_files = hostile.iter().filter(|vector| vector.is_xml_fault());
        assert_eq!(
            from_files.count(),
            files.expect("the folder can be read").len()
        );
    }

    /// What is written has the shape that the schema describes, as far as this small reader of it goes: which
    /// is the words that the schema uses. Another word is an error.
    #[test]
    fn what_is_written_fits_the_schema() {
        let schema: Value = serde_json::from_str(SCHEMA).expect("the schema is JSON");
        let (good, hostile) = (
            good::load().expect("the vectors can be read"),
            hostile::load().expect("the vectors can be read"),
        );
        let value = |value: &dyn Fn() -> serde_json::Result<Value>| value().expect("it is JSON");
        let index = Index {
            format: FORMAT,
            good: &good,
            hostile: &hostile,
        };
        let index = value(&|| serde_json::to_value(&index));
        assert_eq!(fault(&schema, &schema, &index), None);
        for vector in &good {
            let tree = value(&|| serde_json::to_value(&vector.tree));
            let readings = value(&|| serde_json::to_value(&vector.readings));
            for (name, value) in [("infoset", tree), ("readings", readings)] {
                let found = fault(&schema, &schema["$defs"][name], &value);
                assert_eq!(found, None, "{}", vector.id);
            }
        }
        for (name, wrong) in [
            (
                "infoset",
                "{\"name\": \"a\", \"attributes\": {\"b\": 1}, \"content\": []}",
            ),
            ("infoset", "{\"name\": \"a\", \"attributes\": {}}"),
            (
                "infoset",
                "{\"name\": \"a\", \"attributes\": {}, \"content\": [1]}",
            ),
            ("readings", "[{}]"),
            ("answer", "{\"error\": \"tea\", \"xml\": \"<a/>\"}"),
            ("answer", "{\"tea\": 1}"),
        ] {
            let wrong: Value = serde_json::from_str(wrong).expect("it is JSON");
            assert!(
                fault(&schema, &schema["$defs"][name], &wrong).is_some(),
                "{wrong}"
            );
        }
    }

    /// The first place where a value is not as a schema says.
    fn fault(root: &Value, schema: &Value, value: &Value) -> Option<String> {
        let at = |found: bool| (!found).then(|| format!("{schema} and {value}"));
        let rules = schema.as_object().expect("a schema is an object");
        rules.iter().find_map(|(word, rule)| match word.as_str() {
            "$schema" | "$id" | "$defs" | "title" | "description" => None,
            "$ref" => {
                let name = rule.as_str().expect("a reference");
                let named = root.pointer(name.trim_start_matches('#'));
                fault(root, named.expect("what is meant is there"), value)
            }
            "type" => at(match rule.as_str().expect("a type") {
                "object" => value.is_object(),
                "array" => value.is_array(),
                "string" => value.is_string(),
                "integer" => value.is_u64(),
                "boolean" => value.is_boolean(),
                other => panic!("type {other}"),
            }),
            "const" => at(value == rule),
            "enum" => at(rule.as_array().expect("a list").contains(value)),
            "required" => at(rule
                .as_array()
                .expect("a list")
                .iter()
                .all(|name| value.get(name.as_str().expect("a name")).is_some())),
            "properties" => {
                let mut rules = rule.as_object().expect("an object").iter();
                rules.find_map(|(name, rule)| fault(root, rule, value.get(name)?))
            }
            "additionalProperties" => {
                let known = schema["properties"].as_object();
                let is_known = |name: &str| known.is_some_and(|known| known.contains_key(name));
                let mut others = value
                    .as_object()?
                    .iter()
                    .filter(|(name, _)| !is_known(name));
                if rule == &Value::Bool(false) {
                    return at(others.next().is_none());
                }
                others.find_map(|(_, value)| fault(root, rule, value))
            }
            "items" => value
                .as_array()?
                .iter()
                .find_map(|item| fault(root, rule, item)),
            "oneOf" => {
                let rules = rule.as_array().expect("a list").iter();
                at(rules
                    .filter(|rule| fault(root, rule, value).is_none())
                    .count()
                    == 1)
            }
            other => panic!("the word {other}"),
        })
    }
}
