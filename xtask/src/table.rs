//! Tables on standard output and progress on standard error.

use core::fmt;
use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

/// The longest text in a cell; longer ones are cut, so that a table fits a terminal.
const WIDEST: usize = 40;

/// A table with columns of texts, then columns of numbers, and a last line of totals. Rows may be in groups, each under
/// its title and with its own totals.
#[derive(Debug)]
pub(crate) struct Table<const TEXTS: usize, const NUMBERS: usize> {
    texts: [&'static str; TEXTS],
    numbers: [&'static str; NUMBERS],
    groups: Vec<Group<TEXTS, NUMBERS>>,
}

#[derive(Debug)]
struct Group<const TEXTS: usize, const NUMBERS: usize> {
    /// `None` for rows that are in no group.
    title: Option<&'static str>,
    /// Whether the totals of the table have these rows, too.
    is_counted: bool,
    rows: Vec<([String; TEXTS], [usize; NUMBERS])>,
}

impl<const TEXTS: usize, const NUMBERS: usize> Group<TEXTS, NUMBERS> {
    fn totals(&self) -> [usize; NUMBERS] {
        core::array::from_fn(|column| self.rows.iter().map(|(_, numbers)| numbers[column]).sum())
    }
}

impl<const TEXTS: usize, const NUMBERS: usize> Table<TEXTS, NUMBERS> {
    /// An empty table with the headings of its columns.
    pub(crate) fn new(texts: [&'static str; TEXTS], numbers: [&'static str; NUMBERS]) -> Self {
        Self {
            texts,
            numbers,
            groups: Vec::new(),
        }
    }

    /// Begins a group, which the totals of the table may leave out.
    pub(crate) fn group(&mut self, title: &'static str, is_counted: bool) {
        self.groups.push(Group {
            title: Some(title),
            is_counted,
            rows: Vec::new(),
        });
    }

    pub(crate) fn row(&mut self, texts: [String; TEXTS], numbers: [usize; NUMBERS]) {
        if self.groups.is_empty() {
            self.groups.push(Group {
                title: None,
                is_counted: true,
                rows: Vec::new(),
            });
        }
        if let Some(group) = self.groups.last_mut() {
            group.rows.push((texts, numbers));
        }
    }

    /// The sum of each column of numbers.
    pub(crate) fn totals(&self) -> [usize; NUMBERS] {
        let counted = self.groups.iter().filter(|group| group.is_counted);
        let sums: Vec<_> = counted.map(Group::totals).collect();
        core::array::from_fn(|column| sums.iter().map(|numbers| numbers[column]).sum())
    }

    /// All lines, the headings first and the totals last; `None` for a rule.
    fn lines(&self) -> Vec<Option<Line>> {
        let headings = self.texts.iter().chain(&self.numbers);
        let mut lines = vec![
            Some(Line::Cells(
                headings.map(|&heading| heading.to_owned()).collect(),
            )),
            None,
        ];
        for group in self.groups.iter().filter(|group| !group.rows.is_empty()) {
            if let Some(title) = group.title {
                lines.push(Some(Line::Title(title)));
            }
            for (texts, numbers) in &group.rows {
                let numbers = numbers.iter().map(usize::to_string);
                let texts = texts.iter().map(|text| cut(text));
                lines.push(Some(Line::Cells(texts.chain(numbers).collect())));
            }
            if group.title.is_some() {
                let title = format!("{} in this group", group.rows.len());
                lines.push(Some(Line::Cells(sums(&title, group.totals(), TEXTS))));
                lines.push(None);
            }
        }
        if lines.last().is_some_and(Option::is_some) || lines.len() == 2 {
            lines.push(None);
        }
        lines.push(Some(Line::Cells(sums("total", self.totals(), TEXTS))));
        if self.groups.is_empty() {
            lines.remove(1);
        }
        lines
    }
}

/// A line that is no rule.
enum Line {
    Cells(Vec<String>),
    Title(&'static str),
}

/// The cells of a line of totals.
fn sums<const NUMBERS: usize>(title: &str, totals: [usize; NUMBERS], texts: usize) -> Vec<String> {
    let mut cells = vec![String::new(); texts];
    if let Some(first) = cells.first_mut() {
        title.clone_into(first);
    }
    cells.extend(totals.map(|number| number.to_string()));
    cells
}

impl<const TEXTS: usize, const NUMBERS: usize> fmt::Display for Table<TEXTS, NUMBERS> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines = self.lines();
        let mut widths = vec![0; TEXTS + NUMBERS];
        for line in &lines {
            if let Some(Line::Cells(cells)) = line {
                for (width, cell) in widths.iter_mut().zip(cells) {
                    *width = cell.chars().count().max(*width);
                }
            }
        }
        let rule = "─".repeat(widths.iter().sum::<usize>() + 2 * widths.len().saturating_sub(1));
        for line in &lines {
            let cells = match line {
                None => {
                    writeln!(f, "{rule}")?;
                    continue;
                }
                Some(Line::Title(title)) => {
                    writeln!(f, "{title}")?;
                    continue;
                }
                Some(Line::Cells(cells)) => cells,
            };
            let cells = cells.iter().zip(&widths).enumerate();
            let cells = cells.map(|(column, (cell, &width))| {
                if column < TEXTS {
                    format!("{cell:<width$}")
                } else {
                    format!("{cell:>width$}")
                }
            });
            let line = cells.collect::<Vec<_>>().join("  ");
            writeln!(f, "{}", line.trim_end())?;
        }
        Ok(())
    }
}

fn cut(text: &str) -> String {
    if text.chars().count() <= WIDEST {
        return text.to_owned();
    }
    let kept: String = text.chars().take(WIDEST - 1).collect();
    format!("{}…", kept.trim_end())
}

/// A line on standard error that says how far some long work is. There is none where standard
/// error is not a terminal.
#[derive(Debug)]
pub(crate) struct Progress {
    total: usize,
    done: usize,
    /// When the line was last written.
    shown: Option<Instant>,
    is_terminal: bool,
}

impl Progress {
    /// How often the line changes, so that writing it costs nothing.
    const INTERVAL: Duration = Duration::from_millis(50);

    /// Progress of work in `total` steps.
    pub(crate) fn new(total: usize) -> Self {
        Self {
            total,
            done: 0,
            shown: None,
            is_terminal: io::stderr().is_terminal(),
        }
    }

    /// The next step begins, and this is its name.
    pub(crate) fn step(&mut self, name: &str) {
        self.done += 1;
        let is_due = self
            .shown
            .is_none_or(|shown| shown.elapsed() >= Self::INTERVAL);
        if self.is_terminal && is_due {
            self.shown = Some(Instant::now());
            write_line(&self.line(name));
        }
    }

    fn line(&self, name: &str) -> String {
        let width = self.total.to_string().len();
        format!("{:>width$} of {}  {name}", self.done, self.total)
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.shown.is_some() {
            write_line("");
        }
    }
}

/// Replaces the last line of standard error. Progress that cannot be shown is no reason to stop.
pub(crate) fn write_line(line: &str) {
    let mut stderr = io::stderr().lock();
    let _ = write!(stderr, "\r\x1b[K{line}");
    let _ = stderr.flush();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn aligns_texts_left_and_numbers_right_above_their_totals() {
        let mut table = Table::new(["XEP", "title"], ["all", "good"]);
        table.row(["0001".to_owned(), "Öne".to_owned()], [1000, 2]);
        table.row(["0002".to_owned(), String::new()], [30, 0]);
        assert_eq!(table.totals(), [1030, 2]);
        let expected = [
            "XEP    title   all  good",
            "────────────────────────",
            "0001   Öne    1000     2",
            "0002            30     0",
            "────────────────────────",
            "total         1030     2",
            "",
        ];
        assert_eq!(table.to_string(), expected.join("\n"));
    }

    #[test]
    fn a_group_has_its_title_and_totals() {
        let mut table = Table::new(["XEP"], ["all"]);
        table.group("first", true);
        table.row(["0001".to_owned()], [1]);
        table.row(["0002".to_owned()], [2]);
        table.group("none", true);
        table.group("left out", false);
        table.row(["0003".to_owned()], [100]);
        assert_eq!(table.totals(), [3]);
        let rule = "─".repeat(20);
        let expected = [
            "XEP              all",
            &rule,
            "first",
            "0001               1",
            "0002               2",
            "2 in this group    3",
            &rule,
            "left out",
            "0003             100",
            "1 in this group  100",
            &rule,
            "total              3",
            "",
        ];
        assert_eq!(table.to_string(), expected.join("\n"));
    }

    #[test]
    fn an_empty_table_has_totals_of_nothing() {
        let table = Table::new(["XEP"], ["all"]);
        let expected = "XEP    all\n──────────\ntotal    0\n";
        assert_eq!(table.to_string(), expected);
    }

    #[test]
    fn cuts_long_texts_between_characters() {
        let mut table = Table::new(["title"], []);
        table.row(["é".repeat(WIDEST)], []);
        table.row(["é".repeat(WIDEST + 1)], []);
        let table = table.to_string();
        let rows: Vec<_> = table.lines().skip(2).take(2).collect();
        assert_eq!(rows[0], "é".repeat(WIDEST));
        assert_eq!(rows[1], "é".repeat(WIDEST - 1) + "…");
    }

    #[test]
    fn progress_says_how_far_the_work_is() {
        let mut progress = Progress::new(60);
        progress.step("XEP-0001");
        assert_eq!(progress.line("XEP-0001"), " 1 of 60  XEP-0001");
    }
}
