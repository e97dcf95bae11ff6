//! `cargo xtask conformance`: everything that the specifications show, through the types and back.
//!
//! [`Run`] judges; [`run`] prints what it found. `--json` gives a [`Record`] for each element.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::PathBuf;

use serde::Serialize;

use crate::corpus::{self, Corpus, Places};
use crate::example::{self, Content, Element, NotXml, Piece};
use crate::exceptions::{self, Exceptions, FaultKind};
use crate::infoset::{self, Fragment};
use crate::spec::{Block, BlockKind, Document, Section, Spec};
use crate::table::{Progress, Table};
use crate::verdict::{Fault, Opaque, Verdict};
use crate::{Result, registrar, report, vectors, workspace};

#[derive(Debug, Default)]
pub(crate) struct Options {
    pub(crate) places: Places,
    /// A record for each element instead of the table.
    pub(crate) json: bool,
    /// The folder that gets the report.
    pub(crate) html: Option<PathBuf>,
}

/// What one row of the table says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    /// Examples, or files of vectors.
    pub(crate) examples: usize,
    /// Code blocks that hold payloads.
    pub(crate) code: usize,
    /// Of both, those without any XML, or whose XML is not well-formed.
    pub(crate) not_xml: usize,
    pub(crate) elements: usize,
    /// Everything, down to the last element, is in named fields.
    pub(crate) understood: usize,
    /// Everything of ours is in named fields.
    pub(crate) typed: usize,
    /// Something stands in a namespace without a type.
    pub(crate) opaque: usize,
    /// The element or something in it was refused.
    pub(crate) refused: usize,
    pub(crate) lossless: usize,
    /// Elements, or blocks that are not XML, with a listed fault.
    pub(crate) expected: usize,
}

/// One element, or one block that is not well-formed, as a line of JSON.
///
/// The path and the offset of everything in it are those in `source`.
#[derive(Debug, Serialize)]
pub(crate) struct Record {
    /// `RFC 6120`, `XEP-0030`.
    pub(crate) spec: Spec,
    /// Whether the block is an example or a block of code, and which of these it is in the document, from 1.
    pub(crate) kind: BlockKind,
    pub(crate) index: usize,
    /// What the specification calls the block; may be empty.
    pub(crate) caption: String,
    /// The section that the block stands in: `number`, `title`, `link`.
    pub(crate) section: Section,
    /// Which element of the block, from 1; `null` for a block that is not well-formed.
    pub(crate) element: Option<usize>,
    /// Of the text of the block.
    pub(crate) sha256: String,
    /// What was judged: the element, with the declarations that it takes from around it and without the marks that
    /// something was left out; or the block.
    pub(crate) source: String,
    /// What was written back, where that is another text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) written: Option<String>,
    /// `root`, `namespace`, `verdict`, `status`, `understood`, `typed`, `untyped`, `opaque`, `error`, `faults`,
    /// `loss`, `readings`: see [`Finding`](crate::verdict::Finding).
    #[serde(flatten)]
    pub(crate) judged: Judged,
    /// For each namespace in `opaque`: the specification that defines it, and why it is none of ours, if it is not.
    pub(crate) namespaces: BTreeMap<String, Namespace>,
    /// Whether there are faults and all of them are listed, each with its `reason`.
    pub(crate) expected: bool,
}

/// A verdict with its faults, shown as a [`Finding`](crate::verdict::Finding).
#[derive(Debug)]
pub(crate) struct Judged {
    pub(crate) verdict: Verdict,
    pub(crate) faults: Vec<Fault>,
}

impl Serialize for Judged {
    fn serialize<S: serde::Serializer>(
        &self,
        serializer: S,
    ) -> core::result::Result<S::Ok, S::Error> {
        self.verdict.finding(&self.faults).serialize(serializer)
    }
}

/// What is known of a namespace without a type.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Namespace {
    /// The specification that defines it.
    pub(crate) spec: Option<Spec>,
    /// Why no type will ever be for it.
    pub(crate) foreign: Option<&'static str>,
}

/// Prints the table, or the records; tells whether all was as expected.
///
/// What was not is told on standard error.
///
/// # Errors
/// The sources or the exceptions cannot be read, or `out` cannot be written.
pub(crate) fn run(options: &Options, out: &mut impl Write) -> Result<bool> {
    let Some(corpus) = Corpus::find(&options.places)? else {
        return match options.html {
            Some(_) => Err("there are no specifications to report on".into()),
            None => vectors::run(options.json, out),
        };
    };
    let run = Run::over(&corpus, options.json || options.html.is_some())?;
    if let Some(dir) = &options.html {
        report::write(dir, &run, &corpus)?;
        eprintln!("{}", dir.join("index.html").display());
    }
    let forms = registrar::check(&corpus)?;
    for fault in run.unexpected.iter().chain(&forms.unexpected) {
        eprintln!("{fault}");
    }
    if options.json {
        for record in &run.records {
            serde_json::to_writer(&mut *out, record)?;
            writeln!(out)?;
        }
    } else {
        writeln!(out, "{}", forms.table)?;
        write!(out, "{}", table(&run.rows))?;
    }
    Ok(run.unexpected.is_empty() && forms.unexpected.is_empty())
}

/// The rows as a table in groups.
fn table(rows: &[Row]) -> Table<4, 10> {
    let mut table = Table::new(
        ["specification", "status", "title", "lacks"],
        Counts::COLUMNS,
    );
    for group in Group::ALL {
        table.group(group.title(), group.is_counted());
        for row in rows.iter().filter(|row| row.group == group) {
            let lacks = row.lacks.iter().cloned().collect::<Vec<_>>().join(" ");
            let Row {
                spec,
                status,
                title,
                ..
            } = row;
            let texts = [spec.to_string(), status.clone(), title.clone(), lacks];
            table.row(texts, row.counts.columns());
        }
    }
    table
}

/// What a run has found.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) rows: Vec<Row>,
    /// Empty where they were not asked for.
    pub(crate) records: Vec<Record>,
    exceptions: Exceptions,
    /// The faults that are not listed, and the listed ones that did not occur.
    pub(crate) unexpected: Vec<String>,
}

/// What was found in one specification.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) spec: Spec,
    pub(crate) title: String,
    /// As the specification calls it itself.
    pub(crate) status: String,
    pub(crate) group: Group,
    /// The namespaces without a type that are missing, by whose they are; those of others as the number of these.
    pub(crate) lacks: BTreeSet<String>,
    pub(crate) counts: Counts,
}

/// How specifications are put together in tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Group {
    Original,
    Rfc,
    Claimed,
    Open,
    Silent,
    LeftOut,
}

impl Group {
    pub(crate) const ALL: [Self; 6] = [
        Self::Original,
        Self::Rfc,
        Self::Claimed,
        Self::Open,
        Self::Silent,
        Self::LeftOut,
    ];

    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Original => "XEPs of the original scope",
            Self::Rfc => "RFCs",
            Self::Claimed => "Other XEPs whose namespaces all have types",
            Self::Open => "XEPs with namespaces that lack types",
            Self::Silent => "XEPs that show nothing but stanzas",
            Self::LeftOut => "left out of the totals",
        }
    }

    fn is_counted(self) -> bool {
        self != Self::LeftOut
    }

    fn of(spec: Spec, corpus: &Corpus) -> Self {
        match spec {
            _ if spec.left_out().is_some() => Self::LeftOut,
            _ if spec.is_original() => Self::Original,
            Spec::Rfc(_) => Self::Rfc,
            Spec::Xep(_) if !corpus.has_namespaces(spec) => Self::Silent,
            Spec::Xep(_) if corpus.unclaimed(spec).next().is_none() => Self::Claimed,
            Spec::Xep(_) => Self::Open,
        }
    }

    /// Whether everything has to be understood, but for what is listed and for namespaces of others that lack types.
    fn is_strict(self) -> bool {
        matches!(self, Self::Original | Self::Rfc | Self::Claimed)
    }
}

impl Run {
    /// A run that found these.
    #[cfg(test)]
    pub(crate) fn of_rows(rows: Vec<Row>) -> Self {
        Self {
            rows,
            records: Vec::new(),
            exceptions: Exceptions::default(),
            unexpected: Vec::new(),
        }
    }

    /// Judges everything that the specifications show; keeps the records if they are wanted.
    ///
    /// # Errors
    /// The exceptions cannot be read, or an example is not cut as it stands.
    pub(crate) fn over(corpus: &Corpus, wants_records: bool) -> Result<Self> {
        let exceptions = Exceptions::load(&workspace().join("testdata"))?;
        let mut run = Self {
            rows: Vec::new(),
            records: Vec::new(),
            exceptions,
            unexpected: Vec::new(),
        };
        let mut met = BTreeSet::new();
        let mut progress = Progress::new(corpus.documents.len());
        for document in &corpus.documents {
            progress.step(&document.spec.to_string());
            let mut judging = Judging {
                corpus,
                document,
                group: Group::of(document.spec, corpus),
                wants_records,
                counts: Counts::default(),
                lacks: BTreeSet::new(),
                met: &mut met,
                run: &mut run,
            };
            let lacked = corpus.unclaimed(document.spec).map(str::to_owned);
            judging.lacks.extend(lacked);
            for (block, content) in example::contents(document) {
                judging.block(block, &content)?;
            }
            let Judging {
                group,
                counts,
                lacks,
                ..
            } = judging;
            run.rows.push(Row {
                spec: document.spec,
                title: document.title.clone(),
                status: document.status.clone(),
                group,
                lacks,
                counts,
            });
        }
        let is_there = |spec| {
            corpus
                .documents
                .iter()
                .any(|document| document.spec == spec)
        };
        let left_over = run.exceptions.left_over(is_there);
        run.unexpected
            .extend(left_over.map(|exception| format!("listed but not found: {exception}")));
        // A part of the documents does not show all namespaces that all of them do.
        if corpus.is_whole() {
            let stale = corpus::stale_foreign(&met);
            run.unexpected.extend(stale.map(|name| {
                format!("listed but not found, or typed by now: foreign.toml: {name:?}")
            }));
        }
        Ok(run)
    }
}

/// A run in the middle of a document.
struct Judging<'a> {
    corpus: &'a Corpus,
    document: &'a Document,
    group: Group,
    wants_records: bool,
    counts: Counts,
    lacks: BTreeSet<String>,
    /// The namespaces without a type, of all documents.
    met: &'a mut BTreeSet<String>,
    run: &'a mut Run,
}

impl Judging<'_> {
    fn block(&mut self, block: &Block, content: &Content<'_>) -> Result<()> {
        match block.kind {
            BlockKind::Example => self.counts.examples += 1,
            BlockKind::Code => self.counts.code += 1,
        }
        let pieces = match content {
            Content::Pieces(pieces) => pieces,
            Content::NotXml(why) => {
                self.counts.not_xml += 1;
                if let NotXml::Malformed(error) = why {
                    let verdict = Verdict::not_well_formed(error);
                    let is_expected = self.judge(block, None, &block.text, verdict);
                    self.counts.expected += usize::from(is_expected);
                }
                return Ok(());
            }
        };
        let is_element = |piece: &&Piece<'_>| !matches!(piece, Piece::StreamEnd);
        for (index, piece) in (1..).zip(pieces.iter().filter(is_element)) {
            let (source, verdict) = match piece {
                Piece::Element(element) => {
                    check_cut(element).map_err(|error| {
                        let Block { kind, index, .. } = block;
                        format!("{} {kind} {index}: {error}", self.document.spec)
                    })?;
                    verdict(element)
                }
                Piece::StreamHeader(header) => {
                    let source = header.standalone();
                    let verdict = Verdict::of_header(&source);
                    (source, verdict)
                }
                Piece::StreamEnd => continue,
            };
            self.counts.add(&verdict);
            let is_expected = self.judge(block, Some(index), &source, verdict);
            self.counts.expected += usize::from(is_expected);
        }
        Ok(())
    }

    /// Takes note of a verdict; tells whether it has faults and all of them are listed.
    fn judge(
        &mut self,
        block: &Block,
        element: Option<usize>,
        source: &str,
        verdict: Verdict,
    ) -> bool {
        let mut faults = verdict.faults();
        let namespaces = self.namespaces(&verdict.opaque, &mut faults);
        let untyped: Vec<_> = faults
            .iter()
            .filter(|fault| fault.kind == FaultKind::Untyped)
            .filter_map(|fault| Some(&*fault.spot.as_ref()?.path))
            .collect();
        let untyped = untyped.join(", ");
        let mut said = BTreeSet::new();
        for fault in &mut faults {
            // What no field takes is listed together.
            let error = match fault.kind {
                FaultKind::Untyped => untyped.clone(),
                _ => fault.to_string(),
            };
            let occurred = exceptions::Fault {
                spec: self.document.spec,
                block,
                element,
                kind: fault.kind,
                error: &error,
            };
            let reason = self.run.exceptions.expect(&occurred).map(str::to_owned);
            let is_unexpected =
                reason.is_none() && (self.group.is_strict() || fault.kind == FaultKind::Loss);
            if is_unexpected && said.insert((fault.kind, error.clone())) {
                self.run.unexpected.push(format!("unexpected:\n{occurred}"));
            }
            fault.reason = reason;
        }
        let expected = !faults.is_empty() && faults.iter().all(|fault| fault.reason.is_some());
        if self.wants_records {
            let verdict = verdict.with_values();
            self.run.records.push(Record {
                spec: self.document.spec,
                kind: block.kind,
                index: block.index,
                caption: block.caption.clone(),
                section: block.section.clone(),
                element,
                sha256: block.sha256.clone(),
                source: source.to_owned(),
                written: (!verdict.written.is_empty() && verdict.written != source)
                    .then(|| verdict.written.clone()),
                judged: Judged { verdict, faults },
                namespaces,
                expected,
            });
        }
        expected
    }

    /// What is known of the namespaces that have no type. One that no specification defines is a fault where everything
    /// has to be understood.
    fn namespaces(
        &mut self,
        opaque: &[Opaque],
        faults: &mut Vec<Fault>,
    ) -> BTreeMap<String, Namespace> {
        let mut namespaces = BTreeMap::new();
        for Opaque {
            namespace,
            name,
            spot,
        } in opaque
        {
            let known = Namespace {
                spec: self.corpus.owner(namespace),
                foreign: corpus::foreign_reason(namespace),
            };
            let is_own = known.spec == Some(self.document.spec);
            let is_fault = match (known.foreign, known.spec) {
                (Some(_), _) => false,
                // It is among what the document lacks, which those of the original scope may not.
                (None, Some(_)) if is_own => self.group == Group::Original,
                (None, Some(spec)) => {
                    self.lacks.insert(spec.to_string());
                    false
                }
                (None, None) => {
                    self.lacks.insert(namespace.clone());
                    self.group.is_strict()
                }
            };
            if is_fault {
                faults.push(Fault {
                    kind: FaultKind::Opaque,
                    message: format!("no type for {name:?} of {namespace:?}"),
                    spot: Some(spot.clone()),
                    type_name: None,
                    reason: None,
                });
            }
            self.met.insert(namespace.clone());
            namespaces.insert(namespace.clone(), known);
        }
        namespaces
    }
}

/// The contract is for the example as it stands; values are read without the marks that something was left out.
/// Gives also the text whose values were read.
fn verdict(element: &Element<'_>) -> (String, Verdict) {
    let text = element.standalone();
    let elided = element.standalone_without_elisions();
    let mut verdict = Verdict::of_text(&text);
    if elided == text {
        return (text, verdict);
    }
    let loss = verdict.loss;
    verdict = Verdict::of_text(&elided);
    verdict.loss = loss.or(verdict.loss);
    (elided, verdict)
}

/// Makes sure that an element means the same outside of its example, for everything that is
/// said about it is said about that text.
fn check_cut(element: &Element<'_>) -> Result<()> {
    let cut = Fragment {
        scope: &element.scope,
        text: element.text,
    };
    match infoset::difference(cut, Fragment::alone(&element.standalone()))? {
        Some(difference) => Err(format!("cut out wrongly: {difference}").into()),
        None => Ok(()),
    }
}

impl Counts {
    pub(crate) const COLUMNS: [&'static str; 10] = [
        "examples",
        "code",
        "not XML",
        "elements",
        "understood",
        "typed",
        "opaque",
        "refused",
        "lossless",
        "expected",
    ];

    pub(crate) fn add(&mut self, verdict: &Verdict) {
        self.elements += 1;
        self.understood += usize::from(verdict.is_understood());
        self.typed += usize::from(verdict.is_typed());
        self.opaque += usize::from(!verdict.opaque.is_empty());
        self.refused += usize::from(!verdict.is_parsed());
        self.lossless += usize::from(verdict.is_lossless());
    }

    pub(crate) fn columns(&self) -> [usize; 10] {
        [
            self.examples,
            self.code,
            self.not_xml,
            self.elements,
            self.understood,
            self.typed,
            self.opaque,
            self.refused,
            self.lossless,
            self.expected,
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEA: &str = "<message><a xmlns='urn:example:tea'/></message>";

    /// What a run over one XEP of these examples finds.
    fn run_over(number: u16, examples: &[&str]) -> Run {
        let blocks = (1..).zip(examples).map(|(index, text)| {
            let text = (*text).to_owned();
            Block::new(BlockKind::Example, index, "", Section::default(), text)
        });
        let document = Document {
            spec: Spec::Xep(number),
            title: "Tea".to_owned(),
            status: "Active".to_owned(),
            defines: BTreeSet::new(),
            blocks: blocks.collect(),
        };
        Run::over(&Corpus::of(vec![document]), true).expect("the exceptions can be read")
    }

    const BLOCKS: [&str; 6] = [
        "no XML",
        "<a>",
        "<message><body>Tea?</body></message><message>[ ... ]</message>",
        "<iq/>",
        "<message><body a=''/></message>",
        "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>",
    ];

    #[test]
    fn counts_what_a_xep_shows() {
        let run = run_over(9998, &BLOCKS);
        let [row] = run.rows.as_slice() else {
            panic!("not one row: {:?}", run.rows);
        };
        assert_eq!((row.spec, row.title.as_str()), (Spec::Xep(9998), "Tea"));
        assert_eq!(row.counts.columns(), [6, 0, 2, 5, 3, 3, 0, 1, 5, 0]);
        let count = run.records.len();
        assert_eq!(count, 5 + 1, "the elements, and the block that is broken");
        // Nobody has promised to know what other XEPs show.
        assert!(run.unexpected.is_empty(), "{:?}", run.unexpected);
    }

    #[test]
    fn every_fault_has_to_be_listed_where_everything_is_claimed() {
        let run = run_over(82, &BLOCKS);
        let kinds: Vec<_> = run
            .unexpected
            .iter()
            .filter_map(|fault| fault.lines().find_map(|line| line.strip_prefix("kind = ")))
            .collect();
        assert_eq!(
            kinds,
            ["\"not-well-formed\"", "\"stanza-fault\"", "\"untyped\""]
        );
        let ping = "<iq id='1' type='get'><ping xmlns='urn:xmpp:ping'/></iq>";
        for (examples, group, count) in [
            (&["<iq/>", ping][..], Group::Claimed, 1),
            (
                &["<iq/>", ping, "<message><a xmlns='a:b'/></message>"],
                Group::Open,
                0,
            ),
            (&["<iq/>"], Group::Silent, 0),
            (&["<iq/>", TEA], Group::Silent, 0),
        ] {
            let run = run_over(9997, examples);
            assert_eq!(run.rows[0].group, group, "{examples:?}");
            assert_eq!(run.unexpected.len(), count, "{:?}", run.unexpected);
        }
    }

    #[test]
    fn a_namespace_without_a_type_is_a_fault_in_the_original_scope_unless_listed() {
        let run = run_over(82, &["<message><a xmlns='a:b'/></message>", TEA]);
        let [fault] = run.unexpected.as_slice() else {
            panic!("not one: {:?}", run.unexpected);
        };
        assert!(fault.contains("kind = \"opaque\""), "{fault}");
        let known: Vec<_> = run
            .records
            .iter()
            .map(|record| record.namespaces.clone())
            .collect();
        assert_eq!(
            known[0]["a:b"],
            Namespace {
                spec: Some(Spec::Xep(82)),
                foreign: None
            }
        );
        assert!(known[1]["urn:example:tea"].foreign.is_some());
    }

    #[test]
    fn a_listed_fault_that_is_gone_has_to_be_taken_off_the_list() {
        let run = run_over(248, &[]);
        assert!(!run.unexpected.is_empty());
        let is_stale = |fault: &String| fault.starts_with("listed but not found: xep-0248.toml");
        assert!(run.unexpected.iter().all(is_stale), "{:?}", run.unexpected);
    }
}
