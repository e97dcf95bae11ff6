//! `cargo xtask judge`: how another implementation does with the vectors.
//!
//! How a program is asked, and what each column means, is said in `kit/README.md`.

mod compare;
mod program;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::Result;
use crate::example::{self, Content, Piece};
use crate::kit::{Answer, Form, good, hostile};
use crate::spec::ORIGINAL;
use crate::table::{Progress, Table};
use crate::xeps::Sources;
use compare::Comparison;
use program::{Bounds, Program};

#[derive(Debug, Default)]
pub(crate) struct Options {
    pub(crate) command: Vec<OsString>,
    /// A record for each element instead of the tables.
    pub(crate) json: bool,
    /// The examples of the XEPs in this folder instead of the vectors.
    pub(crate) xeps: Option<PathBuf>,
    /// How long an answer may take.
    pub(crate) seconds: Option<u64>,
}

/// One question.
#[derive(Debug)]
struct Question {
    id: String,
    group: String,
    spec: String,
    xml: String,
    /// What should come of it.
    expected: Expected,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Expected {
    /// What was asked.
    Same,
    /// That it is refused.
    Refused(Answer),
}

/// A line of the program.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Line {
    Xml(String),
    Record(Record),
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Record {
    xml: Option<String>,
    opaque: Option<Vec<String>>,
    error: Option<String>,
    condition: Option<String>,
}

/// What came of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Outcome {
    /// It came back as it was, all of it read as types.
    Typed,
    /// It came back as it was, but the program has no type for it or for a part of it.
    Opaque,
    /// Something did not come back.
    Lost,
    /// All came back, but something with another value, in another place, or with an addition.
    Changed,
    /// A good one was refused.
    Refused,
    /// A hostile one was refused, with the condition that is due where one was named.
    RightlyRefused,
    /// A hostile one was refused with another condition.
    OtherCondition,
    /// A hostile one was accepted.
    Accepted,
    /// There was no answer, or one that is none.
    Failed,
    /// Our two comparisons do not agree: that is a fault of ours.
    Undecided,
}

impl Outcome {
    const GOOD: [(&'static str, Self); 6] = [
        ("typed", Self::Typed),
        ("opaque", Self::Opaque),
        ("lost", Self::Lost),
        ("changed", Self::Changed),
        ("refused", Self::Refused),
        ("failed", Self::Failed),
    ];
    const HOSTILE: [(&'static str, Self); 5] = [
        ("refused", Self::RightlyRefused),
        ("other error", Self::OtherCondition),
        ("no type", Self::Opaque),
        ("accepted", Self::Accepted),
        ("failed", Self::Failed),
    ];

    fn is_as_it_should_be(self) -> bool {
        matches!(self, Self::Typed | Self::Opaque | Self::RightlyRefused)
    }
}

/// What is said about one question, as a line of JSON.
#[derive(Debug, Serialize)]
struct Finding<'a> {
    id: &'a str,
    group: &'a str,
    spec: &'a str,
    outcome: Outcome,
    /// What was lost or changed and where, or what the program said; empty where nothing is to be said.
    detail: &'a str,
    /// The names that the program says it has no type for.
    opaque: &'a [String],
}

/// An outcome with what there is to say about it.
#[derive(Debug, PartialEq, Eq)]
struct Judgement {
    outcome: Outcome,
    detail: String,
    opaque: Vec<String>,
}

impl Judgement {
    fn new(outcome: Outcome, detail: impl Into<String>) -> Self {
        Self {
            outcome,
            detail: detail.into(),
            opaque: Vec::new(),
        }
    }
}

/// Asks the program and prints the tables, or the records; tells whether all was as it should be.
///
/// # Errors
/// The program cannot be started, the vectors cannot be read, or `out` cannot be written.
pub(crate) fn run(options: &Options, out: &mut impl Write) -> Result<bool> {
    let questions = match &options.xeps {
        Some(dir) => {
            let sources = Sources::find(Some(dir.clone()))?;
            examples(&sources.ok_or("no XEP sources")?)?
        }
        None => vectors()?,
    };
    let mut bounds = Bounds::default();
    if let Some(seconds) = options.seconds {
        bounds.answer = Duration::from_secs(seconds);
    }
    let mut program = Program::start(options.command.clone(), bounds)?;
    let mut report = Report::default();
    let mut progress = Progress::new(questions.len());
    for question in &questions {
        progress.step(&question.id);
        let line = serde_json::to_string(&question.xml)?;
        let judgement = match program.ask(&line)? {
            Ok(line) => question.judge(&line),
            Err(failure) => Judgement::new(Outcome::Failed, failure.to_string()),
        };
        if options.json {
            serde_json::to_writer(&mut *out, &question.finding(&judgement))?;
            writeln!(out)?;
        }
        report.add(question, &judgement);
    }
    drop(progress);
    if let Some(failure) = program.end() {
        report.is_good = false;
        eprintln!("at the end: {failure}");
    }
    for fault in &report.undecided {
        eprintln!("our comparisons do not agree: {fault}");
    }
    if !options.json {
        report.print(out)?;
    }
    Ok(report.is_good)
}

/// The vectors of `testdata/` that can be asked for.
fn vectors() -> Result<Vec<Question>> {
    let mut questions = Vec::new();
    for vector in good::load()? {
        if vector.form == Form::Element {
            questions.push(Question {
                spec: vector.subject.map_or("", |subject| subject.spec).to_owned(),
                id: vector.id,
                group: vector.area,
                xml: vector.xml,
                expected: Expected::Same,
            });
        }
    }
    let mut skipped = 0;
    for vector in hostile::load()? {
        // What is not UTF-8 cannot stand in JSON.
        let Ok(xml) = String::from_utf8(vector.bytes) else {
            skipped += 1;
            continue;
        };
        let (group, _) = vector.id.rsplit_once('/').unwrap_or_default();
        let ends = [" §", " production", " constraint", " well-formedness"];
        let ends = ends.iter().filter_map(|end| vector.rule.find(end));
        let spec = &vector.rule[..ends.min().unwrap_or(vector.rule.len())];
        questions.push(Question {
            group: group.to_owned(),
            spec: spec.to_owned(),
            id: vector.id,
            xml,
            expected: Expected::Refused(vector.answer),
        });
    }
    eprintln!("not asked: {skipped} hostile vectors that are not UTF-8");
    Ok(questions)
}

/// The elements that the examples of the XEPs in scope show, without the marks that something was left out.
fn examples(sources: &Sources) -> Result<Vec<Question>> {
    let mut questions = Vec::new();
    for number in sources.numbers().filter(|number| ORIGINAL.contains(number)) {
        let xep = sources.read(number)?;
        for (block, content) in example::contents(&xep) {
            let Content::Pieces(pieces) = content else {
                continue;
            };
            for (index, piece) in (1..).zip(pieces) {
                if let Piece::Element(element) = piece {
                    questions.push(Question {
                        id: format!(
                            "{}/{}-{}/{index}",
                            xep.spec.file_stem(),
                            block.kind,
                            block.index
                        ),
                        group: xep.spec.to_string(),
                        spec: xep.title.clone(),
                        xml: element.standalone_without_elisions(),
                        expected: Expected::Same,
                    });
                }
            }
        }
    }
    Ok(questions)
}

impl Question {
    fn finding<'a>(&'a self, judgement: &'a Judgement) -> Finding<'a> {
        Finding {
            id: &self.id,
            group: &self.group,
            spec: &self.spec,
            outcome: judgement.outcome,
            detail: &judgement.detail,
            opaque: &judgement.opaque,
        }
    }

    /// Judges the line that answers it.
    fn judge(&self, line: &[u8]) -> Judgement {
        let failed = |why: String| Judgement::new(Outcome::Failed, why);
        let record = match serde_json::from_slice(line) {
            Ok(Line::Xml(xml)) => Record {
                xml: Some(xml),
                ..Record::default()
            },
            Ok(Line::Record(record)) => record,
            Err(_) => return failed("neither a string nor a record in JSON".to_owned()),
        };
        let Record {
            xml,
            opaque,
            error,
            condition,
        } = record;
        if let Some(error) = error {
            if xml.is_some() || opaque.is_some() {
                return failed("an error and an element".to_owned());
            }
            return self.judge_refusal(error, condition.as_deref());
        }
        let opaque = opaque.unwrap_or_default();
        let mut judgement = match (&xml, &self.expected) {
            (None, _) if opaque.is_empty() => failed("neither an error nor an element".to_owned()),
            (_, Expected::Refused(Answer::Stanza(_))) if !opaque.is_empty() => {
                Judgement::new(Outcome::Opaque, "")
            }
            (_, Expected::Refused(answer)) => Judgement::new(Outcome::Accepted, answer.condition()),
            (None, Expected::Same) => Judgement::new(Outcome::Opaque, ""),
            (Some(xml), Expected::Same) => match compare::compare(&self.xml, xml) {
                Comparison::Same if opaque.is_empty() => Judgement::new(Outcome::Typed, ""),
                Comparison::Same => Judgement::new(Outcome::Opaque, ""),
                Comparison::Lost(what) => Judgement::new(Outcome::Lost, what),
                Comparison::Changed(what) => Judgement::new(Outcome::Changed, what),
                Comparison::NotXml(why) => failed(format!("what came back is no element: {why}")),
                Comparison::Undecided(why) => Judgement::new(Outcome::Undecided, why),
            },
        };
        judgement.opaque = opaque;
        judgement
    }

    fn judge_refusal(&self, error: String, condition: Option<&str>) -> Judgement {
        match &self.expected {
            Expected::Same => Judgement::new(Outcome::Refused, error),
            Expected::Refused(answer) => {
                let is_right = condition.is_none_or(|condition| condition == answer.condition());
                if is_right {
                    return Judgement::new(Outcome::RightlyRefused, error);
                }
                let due = answer.condition();
                let named = condition.unwrap_or_default();
                Judgement::new(
                    Outcome::OtherCondition,
                    format!("{named} where {due} is due: {error}"),
                )
            }
        }
    }
}

/// The figures so far.
#[derive(Debug)]
struct Report {
    /// By group and specification: how often each outcome.
    good: Counts,
    hostile: Counts,
    undecided: Vec<String>,
    is_good: bool,
}

type Counts = BTreeMap<(String, String), BTreeMap<Outcome, usize>>;

impl Default for Report {
    fn default() -> Self {
        Self {
            good: Counts::new(),
            hostile: Counts::new(),
            undecided: Vec::new(),
            is_good: true,
        }
    }
}

impl Report {
    fn add(&mut self, question: &Question, judgement: &Judgement) {
        let counts = match question.expected {
            Expected::Same => &mut self.good,
            Expected::Refused(_) => &mut self.hostile,
        };
        let row = (question.group.clone(), question.spec.clone());
        *counts
            .entry(row)
            .or_default()
            .entry(judgement.outcome)
            .or_default() += 1;
        self.is_good &= judgement.outcome.is_as_it_should_be();
        if judgement.outcome == Outcome::Undecided {
            let fault = format!("{}: {}", question.id, judgement.detail);
            self.undecided.push(fault);
        }
    }

    fn print(&self, out: &mut impl Write) -> Result<()> {
        let good: Table<2, 7> = table(["good", "specification"], &self.good, Outcome::GOOD);
        write!(out, "{good}")?;
        if !self.hostile.is_empty() {
            let hostile: Table<2, 6> = table(["hostile", "rule"], &self.hostile, Outcome::HOSTILE);
            write!(out, "\n{hostile}")?;
        }
        Ok(())
    }
}

fn table<const OUTCOMES: usize, const COLUMNS: usize>(
    texts: [&'static str; 2],
    counts: &Counts,
    outcomes: [(&'static str, Outcome); OUTCOMES],
) -> Table<2, COLUMNS> {
    let heading = |at: usize| match at.checked_sub(1) {
        None => "elements",
        Some(at) => outcomes[at].0,
    };
    let mut table = Table::new(texts, core::array::from_fn(heading));
    for ((group, spec), found) in counts {
        let number = |at: usize| match at.checked_sub(1) {
            None => found.values().sum(),
            Some(at) => found.get(&outcomes[at].1).copied().unwrap_or_default(),
        };
        table.row([group.clone(), spec.clone()], core::array::from_fn(number));
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    const DELAY: &str = "<delay xmlns='urn:xmpp:delay' stamp='1865-11-26T12:00:00Z'/>";

    fn question(expected: Expected) -> Question {
        Question {
            id: "vocabulary/delay-01".to_owned(),
            group: "vocabulary".to_owned(),
            spec: "XEP-0203".to_owned(),
            xml: DELAY.to_owned(),
            expected,
        }
    }

    fn outcome(expected: Expected, line: &str) -> Outcome {
        question(expected).judge(line.as_bytes()).outcome
    }

    #[test]
    fn says_what_became_of_a_good_one() {
        let line = |xml: &str| serde_json::json!(xml).to_string();
        let other = DELAY.replace("00Z", "01Z");
        let less = "<delay xmlns='urn:xmpp:delay'/>";
        for (said, expected) in [
            (line(DELAY), Outcome::Typed),
            (format!("{{\"xml\": {}}}", line(DELAY)), Outcome::Typed),
            (
                format!("{{\"xml\": {}, \"opaque\": []}}", line(DELAY)),
                Outcome::Typed,
            ),
            (
                format!("{{\"xml\": {}, \"opaque\": [\"a\"]}}", line(DELAY)),
                Outcome::Opaque,
            ),
            ("{\"opaque\": [\"a\"]}".to_owned(), Outcome::Opaque),
            (line(&other), Outcome::Changed),
            (line(less), Outcome::Lost),
            (
                format!("{{\"xml\": {}, \"opaque\": [\"a\"]}}", line(less)),
                Outcome::Lost,
            ),
            ("{\"error\": \"no\"}".to_owned(), Outcome::Refused),
            (line(""), Outcome::Failed),
            (line("<delay"), Outcome::Failed),
        ] {
            assert_eq!(outcome(Expected::Same, &said), expected, "{said}");
        }
    }

    #[test]
    fn says_what_became_of_a_hostile_one() {
        let stanza = || Expected::Refused(Answer::Stanza("bad-request".to_owned()));
        let stream = || Expected::Refused(Answer::Stream("not-well-formed".to_owned()));
        for (expected, said, outcome_due) in [
            (stanza(), "{\"error\": \"no\"}", Outcome::RightlyRefused),
            (
                stanza(),
                "{\"error\": \"no\", \"condition\": \"bad-request\"}",
                Outcome::RightlyRefused,
            ),
            (
                stanza(),
                "{\"error\": \"no\", \"condition\": \"conflict\"}",
                Outcome::OtherCondition,
            ),
            (stanza(), "{\"opaque\": [\"a\"]}", Outcome::Opaque),
            (stanza(), "\"<a/>\"", Outcome::Accepted),
            (stream(), "\"<a/>\"", Outcome::Accepted),
            (stream(), "{\"opaque\": [\"a\"]}", Outcome::Accepted),
            (
                stream(),
                "{\"xml\": \"<a/>\", \"opaque\": [\"a\"]}",
                Outcome::Accepted,
            ),
            (stream(), "{\"error\": \"no\"}", Outcome::RightlyRefused),
        ] {
            assert_eq!(outcome(expected, said), outcome_due, "{said}");
        }
    }

    #[test]
    fn asks_with_what_the_original_xeps_show() -> Result<()> {
        let dir = std::env::temp_dir().join(format!("xtask-judge-{}", std::process::id()));
        std::fs::create_dir_all(&dir)?;
        std::fs::write(dir.join("xep.ent"), "")?;
        let xep = "<xep><header><title>Tea</title></header>\
                   <example><![CDATA[<message/> [...] <iq/>]]></example><example>prose</example></xep>";
        for number in ["0004", "9999"] {
            std::fs::write(dir.join(format!("xep-{number}.xml")), xep)?;
        }
        let sources = Sources::find(Some(dir.clone()))?;
        let questions = examples(&sources.ok_or("no sources")?)?;
        std::fs::remove_dir_all(dir)?;
        let asked: Vec<_> = questions
            .iter()
            .map(|question| (&*question.id, &*question.xml))
            .collect();
        assert_eq!(
            asked,
            [
                ("xep-0004/example-1/1", "<message xmlns='jabber:client'/>"),
                ("xep-0004/example-1/2", "<iq xmlns='jabber:client'/>"),
            ]
        );
        Ok(())
    }

    #[test]
    fn what_is_no_answer_is_a_failure() {
        for line in [
            "",
            "tea",
            "1",
            "[]",
            "null",
            "{}",
            "{\"tea\": 1}",
            "\"<a/>\" \"<a/>\"",
            "\"\\ud800\"",
            "{\"opaque\": []}",
            "{\"error\": \"no\", \"xml\": \"<a/>\"}",
            "{\"error\": \"no\", \"opaque\": []}",
            "{\"condition\": \"bad-request\"}",
        ] {
            assert_eq!(outcome(Expected::Same, line), Outcome::Failed, "{line}");
        }
        let judged = question(Expected::Same).judge(b"\"\xff\"");
        assert_eq!(judged.outcome, Outcome::Failed);
    }

    #[test]
    fn counts_by_area_and_specification_and_is_content_only_where_all_is_well() {
        let mut report = Report::default();
        let good = question(Expected::Same);
        report.add(&good, &Judgement::new(Outcome::Typed, ""));
        report.add(&good, &Judgement::new(Outcome::Opaque, ""));
        assert!(report.is_good);
        report.add(&good, &Judgement::new(Outcome::Lost, "/a is missing"));
        assert!(!report.is_good);
        let hostile = question(Expected::Refused(Answer::Stanza("bad-request".to_owned())));
        report.add(&hostile, &Judgement::new(Outcome::RightlyRefused, ""));
        let mut out = Vec::new();
        report.print(&mut out).expect("a Vec takes everything");
        let out = String::from_utf8(out).expect("tables are UTF-8");
        let rows: Vec<Vec<_>> = out
            .lines()
            .filter(|line| line.starts_with("vocabulary"))
            .map(|line| line.split_whitespace().skip(1).collect())
            .collect();
        assert_eq!(
            rows,
            [
                vec!["XEP-0203", "3", "1", "1", "1", "0", "0", "0"],
                vec!["XEP-0203", "1", "1", "0", "0", "0", "0"],
            ]
        );
    }
}
