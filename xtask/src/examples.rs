//! `cargo xtask examples`: what the XEPs show, before any type of ours reads it.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::PathBuf;

use crate::example::{self, Content, NotXml, Piece};
use crate::exceptions::{Exceptions, Fault, FaultKind};
use crate::infoset::{self, Fragment};
use crate::table::{Progress, Table};
use crate::xeps::{Block, BlockKind, IN_SCOPE, Sources, Xep};
use crate::{Result, workspace};

#[derive(Debug, Default)]
pub(crate) struct Options {
    /// Where the XEPs are; else as [`Sources::find`] says.
    pub(crate) xeps: Option<PathBuf>,
    /// Every XEP, not only those in scope.
    pub(crate) all: bool,
    /// Name each example that is not XML.
    pub(crate) list: bool,
}

/// Prints the counts; tells whether all was as expected.
///
/// # Errors
/// The sources or the exceptions cannot be read, or `out` cannot be written.
pub(crate) fn run(options: &Options, out: &mut impl Write) -> Result<bool> {
    let mut exceptions = Exceptions::load(&workspace().join("testdata/xeps"))?;
    let Some(sources) = Sources::find(options.xeps.clone())? else {
        return Ok(true);
    };
    let numbers: BTreeSet<u16> = if options.all {
        sources.numbers().chain(IN_SCOPE).collect()
    } else {
        IN_SCOPE.into()
    };
    let mut table = Table::new(
        ["XEP", "title"],
        ["examples", "code", "not XML", "elements", "headers"],
    );
    let mut not_xml = Vec::new();
    let mut unexpected = Vec::new();
    let mut progress = Progress::new(numbers.len());
    for &number in &numbers {
        progress.step(&format!("XEP-{number:04}"));
        let xep = sources.read(number)?;
        let mut counts = Counts::default();
        for (block, content) in example::contents(&xep) {
            counts.add(block.kind, &content);
            match &content {
                Content::Pieces(pieces) => {
                    for piece in pieces {
                        check_cut(piece)
                            .map_err(|error| format!("{}: {error}", place(&xep, block)))?;
                    }
                }
                Content::NotXml(why) => {
                    let Block {
                        sha256, caption, ..
                    } = block;
                    not_xml.push(format!("{} ({caption}) {sha256} {why}", place(&xep, block)));
                    unexpected.extend(unlisted(number, block, why, &mut exceptions));
                }
            }
        }
        table.row([format!("{number:04}"), xep.title], counts.columns());
    }
    drop(progress);

    write!(out, "{table}")?;
    if options.list {
        writeln!(out, "\nnot XML:")?;
        for line in &not_xml {
            writeln!(out, "{line}")?;
        }
    }
    for fault in &unexpected {
        write!(out, "\nunexpected:\n{fault}")?;
    }
    let kinds = [FaultKind::NotWellFormed];
    let mut is_expected = unexpected.is_empty();
    for exception in exceptions.left_over(|xep| numbers.contains(&xep), &kinds) {
        writeln!(out, "\nlisted but not found: {exception}")?;
        is_expected = false;
    }
    Ok(is_expected)
}

/// What one XEP shows.
#[derive(Debug, Default)]
struct Counts {
    examples: usize,
    /// Only code blocks that hold payloads.
    code: usize,
    /// Examples without any XML, or whose XML is not well-formed.
    not_xml: usize,
    elements: usize,
    headers: usize,
}

impl Counts {
    fn add(&mut self, kind: BlockKind, content: &Content<'_>) {
        match kind {
            BlockKind::Example => self.examples += 1,
            BlockKind::Code => self.code += 1,
        }
        match content {
            Content::NotXml(_) => self.not_xml += 1,
            Content::Pieces(pieces) => {
                for piece in pieces {
                    match piece {
                        Piece::Element(_) => self.elements += 1,
                        Piece::StreamHeader(_) => self.headers += 1,
                        Piece::StreamEnd => {}
                    }
                }
            }
        }
    }

    fn columns(&self) -> [usize; 5] {
        [
            self.examples,
            self.code,
            self.not_xml,
            self.elements,
            self.headers,
        ]
    }
}

/// Where a block stands, for a reader.
fn place(xep: &Xep, block: &Block) -> String {
    let kind = match block.kind {
        BlockKind::Example => "example",
        BlockKind::Code => "code",
    };
    format!("XEP-{:04} {kind} {}", xep.number, block.index)
}

/// Makes sure that an element means the same outside of its example, for everything that is
/// later said about it is said about that text.
fn check_cut(piece: &Piece<'_>) -> Result<()> {
    let Piece::Element(element) = piece else {
        return Ok(());
    };
    let cut = Fragment {
        scope: &element.scope,
        text: element.text,
    };
    let standalone = element.standalone();
    if let Some(difference) = infoset::difference(cut, Fragment::alone(&standalone))? {
        return Err(format!("cut out wrongly: {difference}").into());
    }
    let elided = element.standalone_without_elisions();
    infoset::difference(Fragment::alone(&elided), Fragment::alone(&elided))?;
    Ok(())
}

/// The fault that a block without XML is, if it is one that has to be listed and is not.
fn unlisted<'a>(
    xep: u16,
    block: &'a Block,
    why: &'a NotXml,
    exceptions: &mut Exceptions,
) -> Option<String> {
    let NotXml::Malformed(error) = why else {
        return None;
    };
    let fault = Fault {
        xep,
        block,
        element: None,
        kind: FaultKind::NotWellFormed,
        error,
    };
    let is_listed = exceptions.expect(&fault);
    (IN_SCOPE.contains(&xep) && !is_listed).then(|| fault.to_string())
}
