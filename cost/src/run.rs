//! A run over many families: what grows beyond the input, and what each operation costs.

use core::fmt::Write as _;
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::family::Group;
use crate::growth::{Excess, Series, measure};

/// The sizes of the inputs.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Sizes {
    /// The smallest, in bytes.
    pub smallest: usize,
    /// How often it is doubled.
    pub doublings: u32,
}

impl Sizes {
    /// From `smallest` on, doubled so often.
    #[must_use]
    pub const fn new(smallest: usize, doublings: u32) -> Self {
        Self {
            smallest,
            doublings,
        }
    }
}

/// A family for which an operation costs more than the input lets it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Finding {
    /// The operation.
    pub operation: String,
    /// The family.
    pub family: String,
    /// What grows.
    pub excess: Excess,
    /// The sizes and costs.
    pub series: Series,
}

/// What an operation costs for each byte of input, over all families.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Row {
    /// For each figure: the costs of the families with their names.
    pub figures: BTreeMap<&'static str, Vec<(f64, String)>>,
}

/// What a run came to.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Tally {
    /// How many pairs of a family and an operation were measured.
    pub measured: usize,
    /// On how many of these the operation succeeded.
    pub accepted: usize,
    /// How many pairs there was nothing to measure for, because the input does not come so far.
    pub skipped: usize,
    /// What grows beyond the input.
    pub findings: Vec<Finding>,
    /// The operations.
    pub rows: BTreeMap<String, Row>,
}

/// Measures each family with each of its operations, on as many threads as there are processors.
#[must_use]
pub fn run(
    groups: &[Group],
    sizes: Sizes,
    is_wanted: &(dyn Fn(&str, &str) -> bool + Sync),
) -> Tally {
    let jobs: Vec<_> = groups
        .iter()
        .flat_map(Group::pairs)
        .map(|(family, operations)| (family, operations.collect::<Vec<_>>()))
        .collect();
    let next = AtomicUsize::new(0);
    let tally = Mutex::new(Tally::default());
    let work = || {
        while let Some((family, operations)) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
            for operation in operations {
                if !is_wanted(&operation.name, &family.name) {
                    continue;
                }
                let input = |n| family.input(n);
                let series = measure(operation, &input, sizes.smallest, sizes.doublings);
                let is_plain = series.as_ref().is_some_and(Series::is_plain);
                let excess = series.as_ref().and_then(Series::excess).filter(|excess| {
                    if is_plain {
                        return true;
                    }
                    // What comes in steps at these sizes does not at others.
                    let again = measure(
                        operation,
                        &input,
                        sizes.smallest * 11 / 8,
                        sizes.doublings + 3,
                    );
                    again.is_none_or(|again| again.confirms(excess))
                });
                let mut tally = tally
                    .lock()
                    .unwrap_or_else(|poisoned| poisoned.into_inner());
                tally.note(&operation.name, &family.name, series, excess);
            }
        }
    };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for _ in 0..threads {
            let thread = thread::Builder::new().stack_size(8 << 20);
            thread
                .spawn_scoped(scope, work)
                .unwrap_or_else(|error| panic!("no thread: {error}"));
        }
    });
    let mut tally = tally
        .into_inner()
        .unwrap_or_else(|poisoned| poisoned.into_inner());
    tally
        .findings
        .sort_by(|a, b| (&a.operation, &a.family).cmp(&(&b.operation, &b.family)));
    tally
}

impl Tally {
    fn note(
        &mut self,
        operation: &str,
        family: &str,
        series: Option<Series>,
        excess: Option<Excess>,
    ) {
        let Some(series) = series else {
            self.skipped += 1;
            return;
        };
        self.measured += 1;
        self.accepted += usize::from(series.accepted > 0);
        let row = self.rows.entry(operation.to_owned()).or_default();
        for (figure, per_byte) in series.per_byte() {
            row.figures
                .entry(figure)
                .or_default()
                .push((per_byte, family.to_owned()));
        }
        if let Some(excess) = excess {
            self.findings.push(Finding {
                operation: operation.to_owned(),
                family: family.to_owned(),
                excess,
                series,
            });
        }
    }

    /// The findings as text: by operation, each with its figures.
    #[must_use]
    pub fn report(&self) -> String {
        let mut out = String::new();
        let mut last = "";
        for finding in &self.findings {
            if finding.operation != last {
                let _ = writeln!(out, "{}", finding.operation);
                last = &finding.operation;
            }
            let points: Vec<String> = finding
                .series
                .points
                .iter()
                .map(|(n, cost)| {
                    let figure = cost
                        .figures()
                        .into_iter()
                        .find(|(name, _)| *name == finding.excess.figure);
                    format!("{n}: {}", figure.map_or(0, |(_, value)| value))
                })
                .collect();
            let _ = writeln!(
                out,
                "    {}: {} ({})",
                finding.family,
                finding.excess,
                points.join(", ")
            );
        }
        out
    }

    /// What each operation costs for each byte of input, as a table: typical (the median of the families) and worst.
    #[must_use]
    pub fn table(&self) -> String {
        let mut out = String::from(
            "| operation | steps | worst | heap in all | worst | heap at a time | worst | heap kept | worst |\n\
             |---|--:|--:|--:|--:|--:|--:|--:|--:|\n",
        );
        for (operation, row) in &self.rows {
            let _ = write!(out, "| {operation} |");
            for figure in ["steps", "allocated", "peak", "kept"] {
                let mut all: Vec<f64> = row
                    .figures
                    .get(figure)
                    .into_iter()
                    .flatten()
                    .map(|(x, _)| *x)
                    .collect();
                all.sort_by(f64::total_cmp);
                let median = all.get(all.len() / 2).copied().unwrap_or_default();
                let worst = all.last().copied().unwrap_or_default();
                let _ = write!(out, " {median:.1} | {worst:.1} |");
            }
            out.push('\n');
        }
        out
    }

    /// For each operation and figure the family that costs most.
    #[must_use]
    pub fn worst(&self) -> String {
        let mut out = String::new();
        for (operation, row) in &self.rows {
            for (figure, all) in &row.figures {
                if let Some((per_byte, family)) = all.iter().max_by(|a, b| a.0.total_cmp(&b.0)) {
                    let _ = writeln!(out, "{operation}: {figure} {per_byte:.1}: {family}");
                }
            }
        }
        out
    }
}
