//! The good vectors: what has to come back as it was.

use core::fmt;
use std::collections::BTreeMap;
use std::path::Path;

use serde::{Serialize, Serializer};
use serde_json::value::RawValue;
use xmpp_stanzas::xml::registry::Place;
use xmpp_stanzas::xml::{Options, RawElement};

use super::tree::Tree;
use crate::pretty;
use crate::verdict::{self, Verdict};
use crate::{Result, roundtrip, vectors, workspace};

/// One good vector: a record of the index, and what the files it names hold.
#[derive(Debug, Serialize)]
pub(crate) struct Good {
    /// `chat/attention-01`.
    pub(crate) id: String,
    #[serde(rename = "kind")]
    pub(crate) form: Form,
    /// The area: a folder of `testdata/`.
    pub(crate) area: String,
    /// The expanded name of the element.
    name: String,
    /// What it is a vector of: the first payload of a stanza that has a type, else the element itself.
    #[serde(flatten)]
    pub(crate) subject: Option<Subject>,
    /// Whether there is something in it that its specifications do not know, on purpose.
    pub(crate) foreign: bool,
    pub(crate) file: String,
    pub(crate) infoset: String,
    pub(crate) reading: String,
    /// The file of this project that it comes from, and its place among the roots of that, from 1.
    source: String,
    root: usize,
    #[serde(skip)]
    pub(crate) xml: String,
    #[serde(skip)]
    pub(crate) tree: Tree,
    #[serde(skip)]
    pub(crate) readings: Vec<Reading>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Form {
    Element,
    /// A start tag without its end, perhaps with an XML declaration before it.
    StreamHeader,
}

/// An element that was read as a type.
#[derive(Debug, Serialize)]
pub(crate) struct Reading {
    /// Where it stands, from the root.
    path: String,
    spec: &'static str,
    section: &'static str,
    place: Word,
    /// The path of the Rust type.
    #[serde(rename = "type")]
    type_name: &'static str,
    value: Box<RawValue>,
}

impl Reading {
    fn of(reading: verdict::Reading) -> Result<Self> {
        let value = reading.value.ok_or("a value has no JSON")?;
        Ok(Self {
            path: reading.path,
            spec: reading.spec,
            section: reading.section,
            place: Word(reading.place),
            type_name: reading.type_name,
            // As it is indented in a list of readings.
            value: RawValue::from_string(pretty::json(value.get(), "    "))?,
        })
    }
}

/// A place as programs are shown it: `iq-get`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Word(Place);

impl fmt::Display for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = format!("{:?}", self.0);
        for (at, c) in name.char_indices() {
            if at > 0 && c.is_uppercase() {
                f.write_str("-")?;
            }
            write!(f, "{}", c.to_ascii_lowercase())?;
        }
        Ok(())
    }
}

impl Serialize for Word {
    fn serialize<S: Serializer>(&self, serializer: S) -> core::result::Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// What a vector is one of.
#[derive(Debug, Serialize)]
pub(crate) struct Subject {
    pub(crate) spec: &'static str,
    section: &'static str,
    place: Word,
}

impl Subject {
    fn of(readings: &[Reading]) -> Option<Self> {
        let is_stanza = |reading: &&Reading| reading.place.0 == Place::Stanza;
        let (stanza, rest) = match readings.split_first() {
            Some((first, rest)) if is_stanza(&first) => (Some(first), rest),
            _ => (None, readings),
        };
        let Reading {
            spec,
            section,
            place,
            ..
        } = rest.first().or(stanza)?;
        Some(Self {
            spec,
            section,
            place: *place,
        })
    }
}

/// All good vectors, in the order of their files.
///
/// # Errors
/// A file cannot be read, or is not what `testdata/README.md` says.
pub(crate) fn load() -> Result<Vec<Good>> {
    let mut all = Vec::new();
    for (area, folder) in vectors::folders()? {
        for file in roundtrip::files(&folder)? {
            for (index, root) in (1..).zip(vectors::roots(&file)?) {
                all.push(Good::new(&area, &file, index, Form::Element, root)?);
            }
        }
        for (file, header) in vectors::headers(&folder)? {
            let header = header.trim_end().to_owned();
            all.push(Good::new(&area, &file, 1, Form::StreamHeader, header)?);
        }
    }
    let mut seen = BTreeMap::new();
    for Good { id, source, .. } in &all {
        if let Some(other) = seen.insert(id, source) {
            return Err(format!("{source} and {other} both make {id}").into());
        }
    }
    Ok(all)
}

impl Good {
    fn new(area: &str, file: &Path, root: usize, form: Form, xml: String) -> Result<Self> {
        let whole = match form {
            Form::Element => xml.clone(),
            Form::StreamHeader => verdict::closed(&xml),
        };
        let element = RawElement::read_with(whole.as_bytes(), &Options::file())?;
        let tree = Tree::of(&element.node());
        let verdict = Verdict::of(&whole, &element).with_values();
        let foreign = !verdict.opaque.is_empty() || !verdict.untyped.is_empty();
        let readings = verdict.readings.into_iter().map(Reading::of);
        let readings: Vec<_> = readings.collect::<Result<_>>()?;
        let testdata = workspace().join("testdata");
        let name = file.strip_prefix(testdata)?.with_extension("");
        let id = match form {
            Form::Element => format!("{}-{root:02}", slashed(&name)),
            Form::StreamHeader => slashed(&name),
        };
        Ok(Self {
            file: format!("good/{id}.xml"),
            infoset: format!("good/{id}.infoset.json"),
            reading: format!("good/{id}.reading.json"),
            name: tree.name().to_owned(),
            subject: Subject::of(&readings),
            area: area.to_owned(),
            source: slashed(file.strip_prefix(workspace())?),
            id,
            form,
            foreign,
            root,
            xml,
            tree,
            readings,
        })
    }
}

/// A relative path with slashes, on every system.
fn slashed(path: &Path) -> String {
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}
