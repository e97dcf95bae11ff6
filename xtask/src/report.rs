//! `cargo xtask conformance --html DIR`: what a run has found, as pages to look at.
//!
//! They need no server and load nothing from elsewhere. They hold what the specifications show, so they are for who made them
//! and no part of this repository.

mod index;
mod markup;
mod page;

use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io};

use crate::Result;
use crate::conformance::{Record, Row, Run};
use crate::corpus::Corpus;
use crate::spec::Spec;
use crate::verdict::Outcome;

/// By this the folder of a report is known.
const GENERATOR: &str = "<meta name=\"generator\" content=\"cargo xtask conformance --html\">";

/// Everything that is said about one specification.
struct Subject<'a> {
    row: &'a Row,
    records: Vec<&'a Record>,
}

impl Subject<'_> {
    /// How many elements, and blocks that are not XML, have each outcome.
    fn outcomes(&self) -> BTreeMap<Outcome, usize> {
        let mut outcomes = BTreeMap::new();
        for record in &self.records {
            *outcomes.entry(record.judged.verdict.outcome()).or_default() += 1;
        }
        outcomes
    }

    /// How many have faults, and how many of these have one that is not listed.
    fn faults(&self) -> (usize, usize) {
        let faulty = self
            .records
            .iter()
            .filter(|record| !record.judged.faults.is_empty());
        let unlisted = faulty.clone().filter(|record| !record.expected);
        (faulty.count(), unlisted.count())
    }
}

/// What an outcome is called, and why it is so.
fn words(outcome: Outcome) -> (&'static str, &'static str, &'static str) {
    match outcome {
        Outcome::Understood => ("understood", "understood", "everything is in named fields"),
        Outcome::Opaque => (
            "opaque",
            "opaque",
            "something stands in a namespace without a type",
        ),
        Outcome::Untyped => ("untyped", "untyped", "something of ours has no field"),
        Outcome::Refused => (
            "refused",
            "refused",
            "a type refused it, or something in it",
        ),
        Outcome::NotWellFormed => ("malformed", "not well-formed", "it is not XML"),
        Outcome::Lossy => ("lossy", "lossy", "something did not come back"),
    }
}

/// The outcomes in the order in which they are shown: the best first.
const OUTCOMES: [Outcome; 6] = [
    Outcome::Understood,
    Outcome::Opaque,
    Outcome::Untyped,
    Outcome::Refused,
    Outcome::NotWellFormed,
    Outcome::Lossy,
];

/// Writes the pages into a folder that is missing, empty, or holds a report, of which nothing stays.
///
/// # Errors
/// The folder holds something else, or a file cannot be written.
pub(crate) fn write(dir: &Path, run: &Run, corpus: &Corpus) -> Result<()> {
    clear(dir)?;
    let mut records: BTreeMap<Spec, Vec<&Record>> = BTreeMap::new();
    for record in &run.records {
        records.entry(record.spec).or_default().push(record);
    }
    let subjects: Vec<_> = run
        .rows
        .iter()
        .map(|row| Subject {
            row,
            records: records.remove(&row.spec).unwrap_or_default(),
        })
        .collect();
    let pages = dir.join("specs");
    fs::create_dir_all(&pages)?;
    let put = |path: &Path, content: &str| {
        fs::write(path, content).map_err(|error| format!("{}: {error}", path.display()))
    };
    for (subject, document) in subjects.iter().zip(&corpus.documents) {
        let name = format!("{}.html", subject.row.spec.file_stem());
        put(&pages.join(name), &page::page(subject, document))?;
    }
    put(&dir.join("index.html"), &index::page(&subjects))?;
    put(&dir.join("style.css"), include_str!("report/style.css"))?;
    put(&dir.join("script.js"), include_str!("report/script.js"))?;
    Ok(())
}

/// Takes away the report that a folder holds.
fn clear(dir: &Path) -> Result<()> {
    let in_dir = |error: io::Error| format!("{}: {error}", dir.display());
    let mut entries = match fs::read_dir(dir) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries.map_err(in_dir)?,
    };
    if entries.next().is_none() {
        return Ok(());
    }
    let index = fs::read_to_string(dir.join("index.html")).unwrap_or_default();
    if !index.contains(GENERATOR) {
        return Err(format!("{}: not empty, and no report", dir.display()).into());
    }
    match fs::remove_dir_all(dir.join("specs")) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(in_dir(error).into()),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::PathBuf;
    use std::process::{Command, Stdio};
    use std::{env, process};

    use super::*;
    use crate::spec::{Block, BlockKind, Document, Section};

    /// What a harness looks at, and does, and finds.
    const HARNESS: &str = include_str!("report/harness.html");

    fn document(spec: Spec, title: &str, examples: &[(&str, &str)]) -> Document {
        let blocks = (1..).zip(examples).map(|(index, (caption, text))| {
            let section = Section {
                number: index.to_string(),
                title: "How <to>".to_owned(),
                link: spec.address() + "#how",
            };
            Block::new(
                BlockKind::Example,
                index,
                caption,
                section,
                (*text).to_owned(),
            )
        });
        Document {
            spec,
            title: title.to_owned(),
            status: "Draft".to_owned(),
            defines: BTreeSet::new(),
            blocks: blocks.collect(),
        }
    }

    /// The report on documents with one of each outcome but a loss, in a folder of its own.
    fn report(name: &str) -> PathBuf {
        let dir = env::temp_dir().join(format!("xtask-report-{name}-{}", process::id()));
        let many = "<message><body>Tea?</body></message>".repeat(page::SHOWN + 1);
        let corpus = Corpus::of(vec![
            document(
                Spec::Rfc(9999),
                "Tea <Core>",
                &[
                    (
                        "Fine",
                        "<message><body>Tea & cake?</body></message>"
                            .replace('&', "&amp;")
                            .as_str(),
                    ),
                    ("", "GET /tea HTTP/1.1"),
                    ("No id", "<iq type='get'><ping xmlns='urn:xmpp:ping'/></iq>"),
                ],
            ),
            document(
                Spec::Xep(9998),
                "Tea Party",
                &[
                    ("Broken \"tag\"", "<a>"),
                    (
                        "Foreign",
                        "<message/><message><a xmlns='urn:xmpp:tea:0'/></message>",
                    ),
                    ("No field", "<message><body a=''/></message>"),
                    ("Many", &many),
                    ("Prose", "1 < 2 & so on"),
                ],
            ),
            document(Spec::Xep(9999), "Nothing", &[]),
        ]);
        let run = Run::over(&corpus, true).expect("the documents can be judged");
        write(&dir, &run, &corpus).expect("the report can be written");
        dir
    }

    /// The values of an attribute of a page.
    fn values<'a>(page: &'a str, name: &str) -> Vec<&'a str> {
        let start = format!(" {name}=\"");
        let rest = page.split(start.as_str()).skip(1);
        rest.filter_map(|rest| rest.split('"').next()).collect()
    }

    #[test]
    fn every_link_leads_somewhere_and_nothing_is_loaded_from_elsewhere() {
        let dir = report("links");
        let mut pages: Vec<_> = [
            "index.html",
            "specs/rfc9999.html",
            "specs/xep-9998.html",
            "specs/xep-9999.html",
        ]
        .into();
        let found = fs::read_dir(dir.join("specs"))
            .expect("the pages are there")
            .count();
        assert_eq!(found, pages.len() - 1);
        let read = |path: &Path| fs::read_to_string(path).expect("the page can be read");
        let mut links = 0;
        while let Some(name) = pages.pop() {
            let path = dir.join(name);
            let text = read(&path);
            let ids = values(&text, "id");
            let unique: BTreeSet<_> = ids.iter().collect();
            assert_eq!(unique.len(), ids.len(), "{name}: an id is there twice");
            for src in values(&text, "src") {
                assert!(path.with_file_name("").join(src).is_file(), "{name}: {src}");
            }
            for link in values(&text, "href") {
                if link == "data:,"
                    || link.starts_with("https://xmpp.org/")
                    || link.starts_with("https://www.rfc-editor.org/")
                {
                    continue;
                }
                links += 1;
                let (file, id) = link.split_once('#').unwrap_or((link, ""));
                let target = match file {
                    "" => path.clone(),
                    _ => path.with_file_name("").join(file),
                };
                assert!(target.is_file(), "{name}: {link}");
                assert!(
                    id.is_empty() || values(&read(&target), "id").contains(&id),
                    "{name}: {link}"
                );
            }
        }
        assert!(links > 15, "{links}");
        fs::remove_dir_all(dir).expect("the folder can be removed");
    }

    #[test]
    fn shows_every_example_with_what_was_found_where() {
        let dir = report("pages");
        let rfc = fs::read_to_string(dir.join("specs/rfc9999.html")).expect("the page can be read");
        for part in [
            "<h1>RFC 9999 Tea &lt;Core&gt;</h1>",
            "<a href=\"https://www.rfc-editor.org/rfc/rfc9999#how\">§1 How &lt;to&gt;</a>",
            "Tea &amp;amp; cake?",
            "&quot;bodies&quot;: [\n",
            "Tea &amp; cake?",
            "HTTP, which is not judged",
            "<mark><b class=t>&lt;iq",
            "<code>iq</code> lacks the attribute <code>id</code> at <code>/iq</code>",
            "<code>xmpp_core_stanzas::message::Message</code>",
        ] {
            assert!(rfc.contains(part), "{part}");
        }
        let xep =
            fs::read_to_string(dir.join("specs/xep-9998.html")).expect("the page can be read");
        for part in [
            "id=\"example-2-2\"",
            "href=\"#example-2-2\"",
            "<code>urn:xmpp:tea:0</code>",
            "Broken &quot;tag&quot;",
            "<pre>1 &lt; 2 &amp; so on</pre>",
            "<p>1 more elements are left out here",
        ] {
            assert!(xep.contains(part), "{part}");
        }
        assert_eq!(xep.matches("<article").count(), 5);
        let index = fs::read_to_string(dir.join("index.html")).expect("the page can be read");
        assert_eq!(index.matches("<tr data-search").count(), 3);
        fs::remove_dir_all(dir).expect("the folder can be removed");
    }

    #[test]
    fn takes_away_an_old_report_and_nothing_else() {
        let dir = report("old");
        fs::write(dir.join("specs/xep-0001.html"), "").expect("a file can be written");
        assert_eq!(report("old"), dir);
        assert!(!dir.join("specs/xep-0001.html").exists());
        fs::write(dir.join("index.html"), "my page").expect("a file can be written");
        let error = clear(&dir).expect_err("it is no report").to_string();
        assert!(error.ends_with("not empty, and no report"), "{error}");
        assert!(dir.join("specs/rfc9999.html").is_file());
        fs::remove_dir_all(dir).expect("the folder can be removed");
    }

    /// In a real browser, where one is installed: a page beside the report uses it as somebody would.
    #[test]
    fn can_be_searched_sorted_and_followed_in_a_browser() {
        let is_there = |name: &&str| {
            let version = Command::new(name)
                .arg("--version")
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .status();
            version.is_ok_and(|status| status.success())
        };
        let names = ["chromium", "chromium-browser", "google-chrome"];
        let Some(browser) = names.into_iter().find(is_there) else {
            eprintln!("there is no Chromium: the report is not looked at");
            return;
        };
        let dir = report("browser");
        let (harness, profile) = (dir.join("harness.html"), dir.join("profile"));
        fs::write(&harness, HARNESS).expect("a file can be written");
        fs::create_dir(&profile).expect("a folder can be made");
        let output = Command::new(browser)
            .args([
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                // So that one page may look into another: each is an origin of its own on disk.
                "--allow-file-access-from-files",
                "--enable-logging=stderr",
                "--virtual-time-budget=60000",
                "--dump-dom",
            ])
            .arg(format!("--user-data-dir={}", profile.display()))
            .arg(format!("file://{}", harness.display()))
            .output()
            .expect("the browser can be started");
        let dom = String::from_utf8_lossy(&output.stdout);
        let log = String::from_utf8_lossy(&output.stderr);
        let said: Vec<_> = log
            .lines()
            .filter(|line| line.contains("CONSOLE"))
            .collect();
        assert!(said.is_empty(), "on the console: {said:#?}");
        let result = dom
            .split("<pre id=\"result\">")
            .nth(1)
            .and_then(|rest| rest.split("</pre>").next());
        assert_eq!(result, Some("done"), "{dom}\n{log}");
        fs::remove_dir_all(dir).expect("the folder can be removed");
    }
}
