//! `cargo xtask roundtrip`: any XML through the types and back.
//!
//! A text is one of these: elements one after the other; what one side of a stream sent; the debug log of a server
//! ([`cut`]). For each root there is a record, and with `--write` a file; at the end there is a summary.

mod input;
mod summary;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use serde::Serialize;
use xmpp_inspect::cut::{self, BothSides, InLog, RootKind};

use self::input::Input;
pub(crate) use self::input::files;
use self::summary::Summary;
use crate::Result;
use crate::table::Progress;
use crate::verdict::{Finding, Status, Verdict};

/// What is said about one root, as a line of JSON.
#[derive(Debug, Serialize)]
struct Record<'a> {
    file: &'a str,
    /// The place of the root in its file, from 1.
    index: usize,
    /// In a log: where the root is. All offsets then count from the beginning of the root.
    #[serde(flatten)]
    log: Option<&'a InLog>,
    /// The file that was written, below the folder that was named.
    #[serde(skip_serializing_if = "Option::is_none")]
    written: Option<PathBuf>,
    #[serde(flatten)]
    finding: Finding<'a>,
}

/// A file that cannot be read as any of the forms, as a line of JSON.
#[derive(Debug, Serialize)]
struct Unread<'a> {
    file: &'a str,
    problem: String,
}

/// One root of a file.
#[derive(Debug)]
struct Root {
    log: Option<InLog>,
    verdict: Verdict,
}

/// Reads every root of the files, and of those in the folders; of standard input where nothing or `-` is named.
/// Tells whether all came back as they were. The summary goes to standard error.
///
/// # Errors
/// A file cannot be read, `write` cannot be written to, or `out` cannot.
pub(crate) fn run(paths: &[PathBuf], write: Option<&Path>, out: &mut impl Write) -> Result<bool> {
    let inputs = Input::all(paths)?;
    if write.is_some() {
        Input::check_names(&inputs)?;
    }
    let mut progress = Progress::new(inputs.len());
    let mut summary = Summary::default();
    for input in inputs {
        progress.step(&input.label);
        let roots = match roots(&input.read()?, &mut summary) {
            Ok(roots) => roots,
            Err(problem) => {
                let problem = problem.to_string();
                let file = &*input.label;
                summary.unread(file, &problem);
                serde_json::to_writer(&mut *out, &Unread { file, problem })?;
                writeln!(out)?;
                continue;
            }
        };
        for (root, index) in roots.iter().zip(1..) {
            let verdict = &root.verdict;
            let is_element = verdict.status() != Status::NotWellFormed;
            let written = (write.is_some() && is_element).then(|| input.output(index));
            if let (Some(dir), Some(name)) = (write, &written) {
                let path = dir.join(name);
                fs::create_dir_all(path.parent().unwrap_or(dir))?;
                fs::write(&path, format!("{}\n", verdict.written))
                    .map_err(|error| format!("{}: {error}", path.display()))?;
            }
            let faults = verdict.faults();
            summary.add(verdict);
            let record = Record {
                file: &input.label,
                index,
                log: root.log.as_ref(),
                written,
                finding: verdict.finding(&faults),
            };
            serde_json::to_writer(&mut *out, &record)?;
            writeln!(out)?;
        }
    }
    drop(progress);
    summary.print();
    Ok(summary.is_lossless())
}

/// The verdicts on all roots of a text, whatever it is.
///
/// # Errors
/// It has both sides of a stream.
fn roots(text: &[u8], summary: &mut Summary) -> core::result::Result<Vec<Root>, BothSides> {
    let cut = cut::roots(text)?;
    summary.start_tags += cut.start_tags;
    summary.cut_off += cut.cut_off;
    let roots = cut.roots.iter().map(|root| Root {
        verdict: verdict(root),
        log: root.log.clone(),
    });
    Ok(roots.collect())
}

/// The verdict on one root. In a log its offsets count from its own beginning, else from that of the input.
fn verdict(root: &cut::Root<'_>) -> Verdict {
    let verdict = match &root.kind {
        RootKind::Broken(why) => Verdict::not_well_formed(why),
        RootKind::Unreadable(error) => Verdict::not_read(error),
        RootKind::Header => Verdict::of_header(&root.text),
        RootKind::Element => {
            let alone = root.alone();
            Verdict::of_text(&alone.text).map_offsets(|offset| alone.origin(offset))
        }
    };
    let start = if root.log.is_some() { 0 } else { root.start };
    verdict.map_offsets(|offset| start + offset)
}

/// The verdicts on the elements of a text, up to the first that cannot be read.
pub(crate) fn verdicts(text: &[u8]) -> Vec<Verdict> {
    cut::elements(text).iter().map(verdict).collect()
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

    /// A new folder of this name.
    fn scratch(name: &str) -> PathBuf {
        let dir = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&dir);
        fs::create_dir_all(&dir).expect("the temporary folder is writable");
        dir
    }

    /// The records of a run, and whether everything came back.
    fn records(paths: &[PathBuf], write: Option<&Path>) -> Result<(Vec<serde_json::Value>, bool)> {
        let mut out = Vec::new();
        let is_lossless = run(paths, write, &mut out)?;
        let records = serde_json::Deserializer::from_slice(&out)
            .into_iter()
            .collect::<core::result::Result<_, _>>()?;
        Ok((records, is_lossless))
    }

    fn capture(name: &str) -> PathBuf {
        let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
        tests.join("captures").join(name)
    }

    #[test]
    fn writes_each_root_into_a_file_of_its_own() -> Result<()> {
        let dir = scratch("roundtrip");
        fs::create_dir_all(dir.join("in/deep"))?;
        fs::write(dir.join("in/deep/a.xml"), "<a/>\n<presence  /><iq/>")?;
        fs::write(dir.join("in/b.xml"), "<b>")?;
        fs::write(dir.join("in/c.txt"), "no XML")?;
        let (records, is_lossless) = records(&[dir.join("in")], Some(&dir.join("out")))?;
        assert!(!is_lossless);
        let seen: Vec<_> = records
            .iter()
            .map(|record| {
                (
                    record["index"].as_u64(),
                    record["verdict"].as_str(),
                    record["written"].as_str(),
                )
            })
            .collect();
        assert_eq!(
            seen,
            [
                (Some(1), Some("not-well-formed"), None),
                (Some(1), Some("opaque"), Some("in/deep/a.1.xml")),
                (Some(2), Some("understood"), Some("in/deep/a.2.xml")),
                // What is refused stands as it stood.
                (Some(3), Some("refused"), Some("in/deep/a.3.xml")),
            ]
        );
        for (name, written) in [
            ("a.1.xml", "<a/>\n"),
            ("a.2.xml", "<presence xmlns='jabber:client'/>\n"),
            ("a.3.xml", "<iq xmlns='jabber:client'/>\n"),
        ] {
            assert_eq!(
                fs::read_to_string(dir.join("out/in/deep").join(name))?,
                written
            );
        }
        assert_eq!(fs::read_dir(dir.join("out/in"))?.count(), 1);
        fs::remove_dir_all(&dir)?;
        assert!(run(&[dir], None, &mut Vec::new()).is_err());
        Ok(())
    }

    #[test]
    fn two_inputs_of_one_name_are_not_written() -> Result<()> {
        let dir = scratch("collision");
        for folder in ["a", "b"] {
            fs::create_dir_all(dir.join(folder))?;
            fs::write(dir.join(folder).join("c.xml"), "<a/>")?;
        }
        let paths = ["a/c.xml", "b/c.xml"].map(|path| dir.join(path));
        let mut out = Vec::new();
        assert!(run(&paths, Some(&dir.join("out")), &mut out).is_err());
        assert!(!dir.join("out").exists());
        assert!(run(&paths, None, &mut out)?);
        fs::remove_dir_all(&dir)?;
        Ok(())
    }

    /// Of each root of a capture: its line if it has one, its name, the verdict, and the first refusal.
    fn seen(name: &str) -> Vec<(Option<u64>, String, String, String)> {
        let (records, _) = records(&[capture(name)], None).expect("it can be read");
        let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
        records
            .iter()
            .map(|record| {
                (
                    record["line"].as_u64(),
                    text(&record["root"]),
                    text(&record["verdict"]),
                    text(&record["error"]["message"]),
                )
            })
            .collect()
    }

    fn expected(roots: &[(u64, &str, &str, &str)]) -> Vec<(Option<u64>, String, String, String)> {
        let owned = |text: &str| text.to_owned();
        let roots = roots.iter();
        roots
            .map(|(line, root, verdict, error)| {
                let line = Some(*line).filter(|line| *line > 0);
                (line, owned(root), owned(verdict), owned(error))
            })
            .collect()
    }

    #[test]
    fn reads_the_log_of_prosody() {
        assert_eq!(
            seen("prosody.log"),
            expected(&[
                (5, "stream", "understood", ""),
                (6, "features", "understood", ""),
                (7, "iq", "understood", ""),
                (9, "message", "opaque", ""),
                (11, "", "not-well-formed", "it is cut off"),
                (12, "iq", "refused", "`iq` lacks the attribute `id`"),
            ])
        );
    }

    #[test]
    fn reads_the_log_of_ejabberd() {
        assert_eq!(
            seen("ejabberd.log"),
            expected(&[
                (2, "stream", "understood", ""),
                (3, "stream", "understood", ""),
                (4, "message", "understood", ""),
                (7, "iq", "understood", ""),
            ])
        );
        let (records, _) = records(&[capture("ejabberd.log")], None).expect("it can be read");
        assert_eq!(records[2]["session"], "<0.560.0>");
        assert_eq!(records[2]["direction"], "received");
    }

    #[test]
    fn reads_a_capture_of_one_side() {
        assert_eq!(
            seen("received.xml"),
            expected(&[
                (0, "stream", "understood", ""),
                (0, "auth", "understood", ""),
                (0, "stream", "understood", ""),
                (0, "presence", "understood", ""),
                (0, "message", "opaque", ""),
            ])
        );
        let text = fs::read_to_string(capture("received.xml")).expect("it can be read");
        let (records, _) = records(&[capture("received.xml")], None).expect("it can be read");
        let offset = records[4]["opaque"][0]["offset"].as_u64();
        assert_eq!(offset, text.find("<x:sugar").map(|at| at as u64));
    }

    #[test]
    fn both_sides_in_one_file_are_an_error_that_says_so() -> Result<()> {
        let dir = scratch("sides");
        let sent = fs::read_to_string(capture("received.xml"))?;
        let answer = sent.replace("to='tea.example'", "id='7'");
        fs::write(dir.join("both.xml"), sent + &answer)?;
        fs::write(dir.join("one.xml"), answer)?;
        let (records, is_lossless) = records(std::slice::from_ref(&dir), None)?;
        assert!(!is_lossless);
        let problem = records[0]["problem"].as_str().unwrap_or_default();
        assert!(problem.starts_with("both directions"), "{problem}");
        assert!(records.len() > 1, "the other file is read");
        fs::remove_dir_all(&dir)?;
        Ok(())
    }

    #[test]
    fn the_prefix_xml_is_bound() {
        assert_eq!(statuses("<xml:foo/>"), [Status::Lossless]);
        assert_eq!(
            statuses("<a><xml:b xml:c='d'>e</xml:b></a>"),
            [Status::Lossless]
        );
    }
}
