//! Inspections as text for people, with colours; who writes it where there are none strips them.

use core::fmt::Write as _;
use core::ops::Range;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use anstyle::{AnsiColor, Style};
use xmpp_stanzas::xml::for_log;

use crate::cut::{Direction, Root};
use crate::hidden::MARK;
use crate::inspection::{Fault, Inspection, Part, Text, What};

/// The longest value that is shown whole, in characters.
const LONGEST: usize = 160;

/// How much of a line is shown before and behind what is meant, in bytes.
const AROUND: usize = 300;

/// A place in a file, both from 1; the column counts characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The character in the line.
    pub column: usize,
}

impl Position {
    /// The beginning of a file.
    pub const START: Self = Self { line: 1, column: 1 };

    /// The beginning of a line.
    #[must_use]
    pub const fn line(line: usize) -> Self {
        Self { line, column: 1 }
    }

    /// Where a text ends that begins here.
    #[must_use]
    pub fn behind(self, text: &str) -> Self {
        match text.rsplit_once('\n') {
            None => Self {
                column: self.column + text.chars().count(),
                ..self
            },
            Some((before, last)) => Self {
                line: self.line + before.matches('\n').count() + 1,
                column: 1 + last.chars().count(),
            },
        }
    }
}

/// Where a root comes from.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Source<'a> {
    /// What the file is called.
    pub file: &'a str,
    /// Where the root begins. In a log: the line of its entry, and columns count from the beginning of the root.
    pub start: Position,
}

impl<'a> Source<'a> {
    /// A root that begins there.
    #[must_use]
    pub fn new(file: &'a str, start: Position) -> Self {
        Self { file, start }
    }

    /// Where a byte of the root is.
    #[must_use]
    pub fn position(&self, root: &Root<'_>, offset: usize) -> Position {
        let mut end = offset.min(root.text.len());
        while !root.text.is_char_boundary(end) {
            end -= 1;
        }
        self.start.behind(&root.text[..end])
    }
}

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const TYPE: Style = AnsiColor::Cyan.on_default();
const SPEC: Style = AnsiColor::Green.on_default();
const UNKNOWN: Style = AnsiColor::Yellow.on_default();

/// A root as text: a tree of what it is made of, and behind it what is wrong, each with the line where it is.
#[must_use]
pub fn text(source: &Source<'_>, root: &Root<'_>, inspection: &Inspection) -> String {
    let mut out = String::new();
    let Position { line, column } = source.start;
    let _ = write!(out, "{DIM}{}:{line}", for_log(source.file));
    match &root.log {
        Some(log) => {
            let direction = match log.direction {
                Direction::Received => "received",
                Direction::Sent => "sent",
            };
            let _ = write!(out, " {} {direction}", for_log(&log.session));
        }
        None => _ = write!(out, ":{column}"),
    }
    let _ = write!(out, "{DIM:#}  ");
    match &inspection.tree {
        Some(tree) => part(&mut out, tree, 0),
        None => _ = writeln!(out, "{BOLD}not well-formed{BOLD:#}"),
    }
    for fault in &inspection.faults {
        out.push_str(&report(source, root, inspection, fault));
        out.push('\n');
    }
    if inspection.omitted > 0 {
        let _ = writeln!(out, "and {} more that are not listed", inspection.omitted);
    }
    out
}

/// A part and what it is made of, a line each.
fn part(out: &mut String, of: &Part, depth: usize) {
    if depth > 0 {
        let _ = write!(out, "{:indent$}", "", indent = 2 * depth);
    }
    let is_unknown = matches!(of.what, What::Unknown(..));
    let style = if is_unknown { UNKNOWN } else { BOLD };
    let mark = if is_unknown { "? " } else { "" };
    let is_value = of.name.is_empty() || of.name.starts_with('@');
    let wire = match &*of.name {
        "" if of.field.is_none() => "text".to_owned(),
        name if is_value => for_log(name).to_string(),
        name => format!("<{}>", for_log(name)),
    };
    let is_plain = matches!(of.what, What::Value(_) | What::Flag);
    match of.field {
        None => _ = write!(out, "{style}{mark}{wire}{style:#}"),
        // What is called the same in both is said once.
        Some(field)
            if is_value && of.name.trim_start_matches('@') == field
                || is_plain && of.name == field
                || of.name.is_empty() =>
        {
            let _ = write!(out, "{style}{mark}{field}{style:#}");
        }
        Some(field) => _ = write!(out, "{style}{mark}{field}{style:#} {DIM}{wire}{DIM:#}"),
    }
    match &of.what {
        What::Type { type_name, source } => {
            let _ = write!(out, "  {TYPE}{type_name}{TYPE:#}");
            if let Some((spec, section)) = source {
                let _ = write!(out, "  {SPEC}{spec} §{section}{SPEC:#}");
            }
        }
        What::Value(text) => _ = write!(out, ": {}", value(text)),
        What::Flag => out.push_str(": true"),
        What::Unknown(namespace, text) => {
            if !namespace.is_empty() {
                let _ = write!(out, "  {UNKNOWN}{}{UNKNOWN:#}", for_log(namespace));
            }
            if let Some(text) = text {
                let _ = write!(out, ": {}", value(text));
            }
        }
    }
    out.push('\n');
    for inner in &of.parts {
        part(out, inner, depth + 1);
    }
}

/// A value in quotes, cut where it is long; a mark for a secret.
fn value(text: &Text) -> String {
    let Text::Shown(text) = text else {
        return MARK.to_owned();
    };
    let cut = text.char_indices().nth(LONGEST);
    let shown = cut.map_or(&**text, |(at, _)| &text[..at]);
    let mut out = format!("\"{}\"", for_log(shown));
    if shown.len() < text.len() {
        let _ = write!(out, "… ({} bytes)", text.len());
    }
    out
}

/// What is wrong, with the line where it is and a caret under it.
fn report(source: &Source<'_>, root: &Root<'_>, inspection: &Inspection, fault: &Fault) -> String {
    let position = source.position(root, fault.span.start);
    let (line, span) = line(&root.text, &fault.span, &inspection.hidden);
    let label = (!fault.path.is_empty()).then(|| for_log(&fault.path).to_string());
    let snippet = Snippet::source(line)
        .line_start(position.line)
        .annotation(AnnotationKind::Primary.span(span).label(label));
    let group = Level::ERROR
        .primary_title(for_log(&fault.message).to_string())
        .element(snippet);
    let report = Renderer::styled().render(&[group]);
    // A line may be shown in part, so where it is in the file only we know.
    let (title, rest) = report.split_once('\n').unwrap_or((&report, ""));
    let Position { line, column } = position;
    let indent = line.to_string().len();
    let file = for_log(source.file);
    format!(
        "{title}\n{:indent$}{DIM}-->{DIM:#} {file}:{line}:{column}\n{rest}",
        ""
    )
}

/// The line that the bytes are in, as it is shown: a part of it where it is long, without what is hidden, control characters
/// by their numbers. And where the bytes are in that.
fn line(text: &str, span: &Range<usize>, hidden: &[Range<usize>]) -> (String, Range<usize>) {
    let start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[span.end..]
        .find('\n')
        .map_or(text.len(), |at| span.end + at);
    let mut from = start.max(span.start.saturating_sub(AROUND));
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let mut to = end.min(span.end.saturating_add(AROUND));
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    let mut out = String::new();
    if from > start {
        out.push_str("... ");
    }
    let (mut begins, mut ends) = (None, None);
    let mut last = None;
    for (at, c) in text[from..to].char_indices().map(|(at, c)| (from + at, c)) {
        let range = hidden.iter().find(|range| range.contains(&at));
        let is_again = range.is_some() && last == range;
        // What is meant begins with the mark that hides it.
        let before = if is_again {
            out.len() - MARK.len()
        } else {
            out.len()
        };
        if at >= span.start {
            begins.get_or_insert(before);
        }
        if at >= span.end {
            ends.get_or_insert(if is_again { out.len() } else { before });
        }
        last = range;
        match range {
            Some(_) if is_again => {}
            Some(_) => out.push_str(MARK),
            None if c == '\t' => out.push(c),
            // Only these can be unsafe.
            None if c.is_control() || c >= '\u{61c}' => {
                let _ = write!(out, "{}", for_log(c.encode_utf8(&mut [0; 4])));
            }
            None => out.push(c),
        }
    }
    let begins = begins.unwrap_or(out.len());
    let ends = ends.unwrap_or(out.len());
    if to < end {
        out.push_str(" ...");
    }
    (out, begins..ends.max(begins))
}
