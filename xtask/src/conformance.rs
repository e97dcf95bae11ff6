//! `cargo xtask conformance`: everything that the XEPs show, through the types and back.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::PathBuf;

use serde::Serialize;

use crate::example::{self, Content, Element, NotXml, Piece};
use crate::exceptions::{Exceptions, Fault, FaultKind};
use crate::infoset::{self, Fragment};
use crate::table::{Progress, Table};
use crate::verdict::{Finding, Verdict};
use crate::xeps::{Block, BlockKind, IN_SCOPE, Sources};
use crate::{Result, registrar, vectors, workspace};

#[derive(Debug, Default)]
pub(crate) struct Options {
    /// Where the XEPs are; else as [`Sources::find`] says.
    pub(crate) xeps: Option<PathBuf>,
    /// Every XEP, not only those in scope.
    pub(crate) all: bool,
    /// A record for each element instead of the table.
    pub(crate) json: bool,
}

/// What one row of the table says.
#[derive(Debug, Default)]
pub(crate) struct Counts {
    /// Examples, or files of vectors.
    pub(crate) examples: usize,
    /// Code blocks that hold payloads.
    code: usize,
    /// Of both, those without any XML, or whose XML is not well-formed.
    not_xml: usize,
    pub(crate) elements: usize,
    /// Not refused, neither the element nor what it holds.
    parsed: usize,
    /// Everything of ours landed in a named field.
    pub(crate) typed: usize,
    pub(crate) lossless: usize,
    /// Elements, or blocks that are not XML, with a listed fault.
    expected: usize,
}

/// One element, or one block that is not well-formed, as a line of JSON.
#[derive(Debug, Serialize)]
struct Record<'a> {
    xep: u16,
    kind: BlockKind,
    index: usize,
    /// Which element of the block, from 1.
    element: Option<usize>,
    sha256: &'a str,
    #[serde(flatten)]
    finding: Finding<'a>,
    /// Whether it has faults and all of them are listed.
    expected: bool,
}

/// Prints the table, or the records; tells whether all was as expected.
///
/// What was not is told on standard error.
///
/// # Errors
/// The sources or the exceptions cannot be read, or `out` cannot be written.
pub(crate) fn run(options: &Options, out: &mut impl Write) -> Result<bool> {
    let Some(sources) = Sources::find(options.xeps.clone())? else {
        return vectors::run(options.json, out);
    };
    let mut numbers = BTreeSet::from(IN_SCOPE);
    if options.all {
        numbers.extend(sources.numbers());
    }
    let run = Run::over(&sources, &numbers)?;
    let forms = registrar::check(&sources)?;
    for fault in run.unexpected.iter().chain(&forms.unexpected) {
        eprintln!("{fault}");
    }
    if options.json {
        out.write_all(&run.json)?;
    } else {
        writeln!(out, "{}", forms.table)?;
        let mut table = Table::new(["XEP", "title"], Counts::COLUMNS);
        for Row { xep, title, counts } in run.rows {
            table.row([format!("{xep:04}"), title], counts.columns());
        }
        write!(out, "{table}")?;
    }
    Ok(run.unexpected.is_empty() && forms.unexpected.is_empty())
}

/// What a run has found so far.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) rows: Vec<Row>,
    /// The records, a line each.
    json: Vec<u8>,
    exceptions: Exceptions,
    /// The faults that are not listed, and the listed ones that did not occur.
    pub(crate) unexpected: Vec<String>,
}

/// What was found in one XEP.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) xep: u16,
    pub(crate) title: String,
    pub(crate) counts: Counts,
}

impl Run {
    /// Reads these XEPs.
    ///
    /// # Errors
    /// The sources or the exceptions cannot be read.
    pub(crate) fn over(sources: &Sources, numbers: &BTreeSet<u16>) -> Result<Self> {
        let mut run = Self {
            rows: Vec::new(),
            json: Vec::new(),
            exceptions: Exceptions::load(&workspace().join("testdata/xeps"))?,
            unexpected: Vec::new(),
        };
        let mut progress = Progress::new(numbers.len());
        for &number in numbers {
            progress.step(&format!("XEP-{number:04}"));
            let xep = sources.read(number)?;
            let mut counts = Counts::default();
            for (block, content) in example::contents(&xep) {
                run.block(number, block, &content, &mut counts)?;
            }
            run.rows.push(Row {
                xep: number,
                title: xep.title,
                counts,
            });
        }
        let left_over = run.exceptions.left_over(|xep| numbers.contains(&xep));
        run.unexpected
            .extend(left_over.map(|exception| format!("listed but not found: {exception}")));
        Ok(run)
    }

    fn block(
        &mut self,
        xep: u16,
        block: &Block,
        content: &Content<'_>,
        counts: &mut Counts,
    ) -> Result<()> {
        match block.kind {
            BlockKind::Example => counts.examples += 1,
            BlockKind::Code => counts.code += 1,
        }
        let pieces = match content {
            Content::Pieces(pieces) => pieces,
            Content::NotXml(why) => {
                counts.not_xml += 1;
                if let NotXml::Malformed(error) = why {
                    let verdict = Verdict::not_well_formed(error);
                    counts.expected += usize::from(self.judge(xep, block, None, &verdict)?);
                }
                return Ok(());
            }
        };
        let is_element = |piece: &&Piece<'_>| !matches!(piece, Piece::StreamEnd);
        for (index, piece) in (1..).zip(pieces.iter().filter(is_element)) {
            let verdict = match piece {
                Piece::Element(element) => {
                    check_cut(element).map_err(|error| {
                        let Block { kind, index, .. } = block;
                        format!("XEP-{xep:04} {kind} {index}: {error}")
                    })?;
                    verdict(element)
                }
                Piece::StreamHeader(header) => Verdict::of_header(&header.standalone()),
                Piece::StreamEnd => continue,
            };
            let is_expected = self.judge(xep, block, Some(index), &verdict)?;
            counts.add(&verdict, is_expected);
        }
        Ok(())
    }

    /// Takes note of a verdict; tells whether it has faults and all of them are listed.
    fn judge(
        &mut self,
        xep: u16,
        block: &Block,
        element: Option<usize>,
        verdict: &Verdict,
    ) -> Result<bool> {
        let mut faults = 0;
        let mut listed = 0;
        for (kind, error) in verdict.faults() {
            let fault = Fault {
                xep,
                block,
                element,
                kind,
                error: &error,
            };
            faults += 1;
            if self.exceptions.expect(&fault) {
                listed += 1;
            } else if IN_SCOPE.contains(&xep) || kind == FaultKind::Loss {
                self.unexpected.push(format!("unexpected:\n{fault}"));
            }
        }
        let expected = faults > 0 && faults == listed;
        let record = Record {
            xep,
            kind: block.kind,
            index: block.index,
            element,
            sha256: &block.sha256,
            finding: verdict.finding(),
            expected,
        };
        serde_json::to_writer(&mut self.json, &record)?;
        self.json.push(b'\n');
        Ok(expected)
    }
}

/// The contract is for the example as it stands; values are read without the marks that something was left out.
fn verdict(element: &Element<'_>) -> Verdict {
    let text = element.standalone();
    let elided = element.standalone_without_elisions();
    let mut verdict = Verdict::of_text(&text);
    if elided != text {
        let loss = verdict.loss;
        verdict = Verdict::of_text(&elided);
        verdict.loss = loss.or(verdict.loss);
    }
    verdict
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
    pub(crate) const COLUMNS: [&'static str; 8] = [
        "examples", "code", "not XML", "elements", "parsed", "typed", "lossless", "expected",
    ];

    pub(crate) fn add(&mut self, verdict: &Verdict, is_expected: bool) {
        self.elements += 1;
        self.parsed += usize::from(verdict.is_parsed());
        self.typed += usize::from(verdict.is_typed());
        self.lossless += usize::from(verdict.is_lossless());
        self.expected += usize::from(is_expected);
    }

    pub(crate) fn columns(&self) -> [usize; 8] {
        [
            self.examples,
            self.code,
            self.not_xml,
            self.elements,
            self.parsed,
            self.typed,
            self.lossless,
            self.expected,
        ]
    }
}

#[cfg(test)]
mod tests {
    use std::{env, fs, process};

    use super::*;

    /// What a run over one XEP of these examples and code blocks finds.
    fn run_over(number: u16, blocks: &[&str]) -> Run {
        let name = format!("xtask-conformance-{}-{number}", process::id());
        let dir = env::temp_dir().join(name);
        fs::create_dir_all(&dir).expect("a folder can be made");
        let body: String = blocks
            .iter()
            .map(|block| format!("<example><![CDATA[{block}]]></example>"))
            .collect();
        let xep = format!("<xep><header><title>Tea</title></header>{body}</xep>");
        fs::write(dir.join("xep.ent"), "").expect("a file can be written");
        fs::write(dir.join(format!("xep-{number:04}.xml")), xep).expect("a file can be written");
        let sources = Sources::find(Some(dir.clone())).expect("the folder has sources");
        let run = Run::over(&sources.expect("the folder is there"), &[number].into());
        fs::remove_dir_all(dir).expect("the folder can be removed");
        run.expect("the sources can be read")
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
        assert_eq!((row.xep, row.title.as_str()), (9998, "Tea"));
        assert_eq!(row.counts.columns(), [6, 0, 2, 5, 4, 3, 5, 0]);
        let records = run.json.iter().filter(|byte| **byte == b'\n').count();
        assert_eq!(records, 5 + 1, "the elements, and the block that is broken");
        // Nobody has promised to know what other XEPs show.
        assert!(run.unexpected.is_empty(), "{:?}", run.unexpected);
    }

    #[test]
    fn in_scope_every_fault_has_to_be_listed() {
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
    }

    #[test]
    fn a_listed_fault_that_is_gone_has_to_be_taken_off_the_list() {
        let run = run_over(248, &[]);
        assert!(!run.unexpected.is_empty());
        let is_stale = |fault: &String| fault.starts_with("listed but not found: xep-0248.toml");
        assert!(run.unexpected.iter().all(is_stale), "{:?}", run.unexpected);
    }
}
