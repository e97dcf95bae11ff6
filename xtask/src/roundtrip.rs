//! `cargo xtask roundtrip`: any XML through the types and back.

use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::{fs, io};

use serde::Serialize;
use xmpp_stanzas::xml::{Error, ErrorKind, Options, RawElement, first_element};

use crate::Result;
use crate::scope::{self, STANZAS};
use crate::table::Progress;
use crate::verdict::{Finding, Status, Verdict};

/// What is said about one root, as a line of JSON.
#[derive(Debug, Serialize)]
struct Record<'a> {
    file: &'a str,
    /// The place of the root in its file, from 1.
    index: usize,
    #[serde(flatten)]
    finding: Finding<'a>,
}

/// Reads every root of the files, and of those in the folders; of standard input where nothing or `-` is named.
/// Tells whether all came back as they were.
///
/// # Errors
/// A file cannot be read, `write` cannot be written to, or `out` cannot.
pub(crate) fn run(paths: &[PathBuf], write: Option<&Path>, out: &mut impl Write) -> Result<bool> {
    let mut inputs = Vec::new();
    if paths.is_empty() {
        inputs.push(Input::standard());
    }
    for path in paths {
        inputs.extend(Input::all_at(path)?);
    }
    let mut progress = Progress::new(inputs.len());
    let mut is_lossless = true;
    for input in inputs {
        progress.step(&input.label);
        let text = input.read()?;
        let mut written = String::new();
        for (index, verdict) in (1..).zip(verdicts(&text)) {
            let faults = verdict.faults();
            let record = Record {
                file: &input.label,
                index,
                finding: verdict.finding(&faults),
            };
            serde_json::to_writer(&mut *out, &record)?;
            writeln!(out)?;
            is_lossless &= verdict.status() == Status::Lossless;
            written += &verdict.written;
            written.push('\n');
        }
        if let Some(dir) = write {
            let path = dir.join(&input.name);
            fs::create_dir_all(path.parent().unwrap_or(dir))?;
            fs::write(&path, written).map_err(|error| format!("{}: {error}", path.display()))?;
        }
    }
    Ok(is_lossless)
}

/// One file, or standard input.
struct Input {
    /// `None` for standard input.
    path: Option<PathBuf>,
    /// What it is called in the records.
    label: String,
    /// The path below the folder that was named.
    name: PathBuf,
}

impl Input {
    fn standard() -> Self {
        Self {
            path: None,
            label: "-".to_owned(),
            name: "stdin.xml".into(),
        }
    }

    fn all_at(path: &Path) -> Result<Vec<Self>> {
        if path == Path::new("-") {
            return Ok(vec![Self::standard()]);
        }
        let base = if path.is_dir() {
            path
        } else {
            path.parent().unwrap_or(path)
        };
        let input = |file: PathBuf| Self {
            label: file.display().to_string(),
            name: file.strip_prefix(base).unwrap_or(&file).to_owned(),
            path: Some(file),
        };
        Ok(files(path)?.into_iter().map(input).collect())
    }

    fn read(&self) -> Result<Vec<u8>> {
        match &self.path {
            Some(path) => {
                fs::read(path).map_err(|error| format!("{}: {error}", path.display()).into())
            }
            None => {
                let mut text = Vec::new();
                io::stdin().lock().read_to_end(&mut text)?;
                Ok(text)
            }
        }
    }
}

/// The file itself, or every `*.xml` in the folder and the folders in it, in order.
///
/// # Errors
/// There is no such file, or a folder cannot be read.
pub(crate) fn files(path: &Path) -> Result<BTreeSet<PathBuf>> {
    let in_path = |error| format!("{}: {error}", path.display());
    if !fs::metadata(path).map_err(in_path)?.is_dir() {
        return Ok([path.to_owned()].into());
    }
    let mut all = BTreeSet::new();
    for entry in fs::read_dir(path).map_err(in_path)? {
        let path = entry?.path();
        if path.is_dir() || path.extension().is_some_and(|extension| extension == "xml") {
            all.extend(files(&path)?);
        }
    }
    Ok(all)
}

/// The verdicts on the roots of a text, up to the first that cannot be read.
pub(crate) fn verdicts(text: &[u8]) -> Vec<Verdict> {
    let text = match core::str::from_utf8(text) {
        Ok(text) => text,
        Err(error) => {
            let error = Error::new(ErrorKind::NotUtf8).at(String::new(), error.valid_up_to());
            return vec![Verdict::not_read(&error)];
        }
    };
    let mut verdicts = Vec::new();
    let mut end = 0;
    loop {
        match first_element(&text[end..], &Options::file()) {
            Ok((element, length)) => {
                let start = end + start(&text[end..]);
                end += length;
                let verdict = judge(&text[start..end], &element);
                verdicts.push(verdict.map_offsets(|offset| start + offset));
            }
            Err(error) if *error.kind() == ErrorKind::NoRoot && !verdicts.is_empty() => {
                return verdicts;
            }
            Err(error) => {
                let verdict = Verdict::not_read(&error);
                verdicts.push(verdict.map_offsets(|offset| end + offset));
                return verdicts;
            }
        }
    }
}

/// Where the first root of a text begins: behind white space, comments and the XML declaration.
fn start(text: &str) -> usize {
    let mut rest = text.trim_ascii_start();
    loop {
        let end = match rest.as_bytes() {
            [b'<', b'!', ..] => "-->",
            [b'<', b'?', ..] => "?>",
            _ => return text.len() - rest.len(),
        };
        rest = rest
            .split_once(end)
            .map_or("", |(_, rest)| rest)
            .trim_ascii_start();
    }
}

/// The verdict on one root. A stanza without a namespace stands in a client's stream.
fn judge(source: &str, root: &RawElement) -> Verdict {
    let declares_none = || {
        root.node()
            .declarations()
            .all(|(prefix, _)| !prefix.is_empty())
    };
    let is_in_stream = root.namespace().is_empty()
        && ["iq", "message", "presence"].contains(&root.name())
        && declares_none();
    if !is_in_stream {
        return Verdict::of(source, root);
    }
    let (name, rest) = source.split_at(1 + root.name().len());
    let declaration = scope::declaration(("", STANZAS[0]));
    let verdict = Verdict::of_text(&format!("{name}{declaration}{rest}"));
    verdict.map_offsets(|offset| match offset {
        behind if behind > name.len() => behind - declaration.len(),
        before => before,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The status of each root of a text.
    fn statuses(text: &str) -> Vec<Status> {
        let verdicts = verdicts(text.as_bytes());
        verdicts.iter().map(Verdict::status).collect()
    }

    fn offset(text: &[u8]) -> Option<u64> {
        let verdicts = verdicts(text);
        let finding = serde_json::to_value(verdicts.last()?.finding(&[])).ok()?;
        finding["error"]["offset"].as_u64()
    }

    #[test]
    fn takes_the_roots_one_by_one() {
        use Status::{Lossless, NotWellFormed, Rejected};
        for (text, expected) in [
            ("<a/>", &[Lossless][..]),
            (
                "<?xml version='1.0'?>\n<!-- 1 --><a/>\n<b/> <!-- 2 -->",
                &[Lossless; 2],
            ),
            ("<a/><iq/><a/>", &[Lossless, Rejected, Lossless]),
            ("<a/><b><a/>", &[Lossless, NotWellFormed]),
            ("<a/>b<a/>", &[Lossless, NotWellFormed]),
            ("", &[NotWellFormed]),
            ("<!-- only -->", &[NotWellFormed]),
        ] {
            assert_eq!(statuses(text), expected, "{text}");
        }
    }

    #[test]
    fn a_stanza_without_a_namespace_is_one_of_a_client() {
        let namespace = |text: &str| {
            let verdicts = verdicts(text.as_bytes());
            let finding = serde_json::to_value(verdicts[0].finding(&[]));
            finding.expect("a finding is JSON")["namespace"]
                .as_str()
                .map(str::to_owned)
        };
        for (text, expected) in [
            ("<iq/>", "jabber:client"),
            ("<message xmlns:a='b'/>", "jabber:client"),
            ("<presence xmlns='jabber:server'/>", "jabber:server"),
            ("<presence xmlns=''/>", ""),
            ("<body/>", ""),
        ] {
            assert_eq!(namespace(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn offsets_count_from_the_beginning_of_the_text() {
        for text in [
            "<?xml version='1.0'?>\n<a/> <!-- > --> <presence><priority>HERE</priority></presence>",
            "<presence xmlns='jabber:client'/><iq type='HERE' id='1'/>",
            "<message><delay xmlns='urn:xmpp:delay' stamp='HERE'/></message>",
            "<x:message xmlns:x='jabber:client'><delay xmlns='urn:xmpp:delay' stamp='HERE'/></x:message>",
        ] {
            let expected = text.find("HERE").map(|at| at as u64);
            assert_eq!(offset(text.as_bytes()), expected, "{text}");
        }
        assert_eq!(offset(b"<a/>\n<b></c>"), Some(8));
        assert_eq!(offset(b"<a/>\n<b>\xff</b>"), Some(8));
    }

    #[test]
    fn writes_what_came_back_under_the_names_it_was_read_from() -> Result<()> {
        let dir = std::env::temp_dir().join(format!("xtask-roundtrip-{}", std::process::id()));
        fs::create_dir_all(dir.join("in/deep"))?;
        fs::write(dir.join("in/deep/a.xml"), "<a/>\n<presence  />")?;
        fs::write(dir.join("in/b.xml"), "<b>")?;
        fs::write(dir.join("in/c.txt"), "no XML")?;
        let mut out = Vec::new();
        let is_lossless = run(&[dir.join("in")], Some(&dir.join("out")), &mut out)?;
        assert!(!is_lossless);
        assert_eq!(
            fs::read_to_string(dir.join("out/deep/a.xml"))?,
            "<a/>\n<presence xmlns='jabber:client'/>\n"
        );
        let records: Vec<serde_json::Value> = serde_json::Deserializer::from_slice(&out)
            .into_iter()
            .collect::<core::result::Result<_, _>>()?;
        let seen: Vec<_> = records
            .iter()
            .map(|record| {
                (
                    record["index"].as_u64(),
                    record["status"].as_str(),
                    record["typed"].as_bool(),
                )
            })
            .collect();
        assert_eq!(
            seen,
            [
                (Some(1), Some("not-well-formed"), Some(false)),
                (Some(1), Some("lossless"), Some(false)),
                (Some(2), Some("lossless"), Some(true)),
            ]
        );
        fs::remove_dir_all(&dir)?;
        assert!(run(&[dir], None, &mut out).is_err());
        Ok(())
    }
}
