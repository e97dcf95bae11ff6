//! Measuring what an operation costs, and seeing whether that grows beyond the input.

use core::fmt;
use core::hint::black_box;

use allocation_counter::AllocationInfo;

use crate::operation::{Operation, Outcome, Run};

/// What one run costs.
#[derive(Clone, Copy, Debug, Default)]
#[non_exhaustive]
pub struct Cost {
    /// Bytes or records looked at.
    pub steps: u64,
    /// Bytes of heap asked for in all.
    pub allocated: u64,
    /// The most that was held at one time.
    pub peak: u64,
    /// What is held on to at the end.
    pub kept: u64,
    /// How often memory was asked for.
    pub allocations: u64,
}

impl Cost {
    /// Each figure with its name.
    #[must_use]
    pub fn figures(&self) -> [(&'static str, u64); 4] {
        [
            ("steps", self.steps),
            ("allocated", self.allocated),
            ("peak", self.peak),
            ("kept", self.kept),
        ]
    }
}

/// What is measured, and what valgrind counts the instructions of: so it must not vanish.
#[inline(never)]
pub fn measured(run: Run) -> Outcome {
    black_box(run())
}

/// Runs it once and counts.
#[must_use]
pub fn cost(run: Run) -> (Cost, Outcome) {
    let mut outcome = None;
    let mut steps = 0;
    let info: AllocationInfo = allocation_counter::measure(|| {
        let before = xmpp_xml::__private::steps();
        outcome = Some(measured(run));
        steps = xmpp_xml::__private::steps().wrapping_sub(before);
    });
    let cost = Cost {
        steps,
        allocated: info.bytes_total,
        peak: info.bytes_max,
        kept: u64::try_from(info.bytes_current).unwrap_or_default(),
        allocations: info.count_total,
    };
    let outcome = outcome.unwrap_or_else(Outcome::nothing);
    (cost, outcome)
}

/// How an operation fares on inputs that double.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Series {
    /// The size of each input, and what it costs.
    pub points: Vec<(usize, Cost)>,
    /// On how many of them the operation succeeded.
    pub accepted: usize,
}

/// A cost that grows beyond the input.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Excess {
    /// Which figure.
    pub figure: &'static str,
    /// The exponent of its growth.
    pub exponent: f64,
    /// What it is for each byte of the largest input.
    pub per_byte: f64,
}

impl fmt::Display for Excess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} grows as n^{:.2}, {:.0} for each byte",
            self.figure, self.exponent, self.per_byte
        )
    }
}

/// Beyond this exponent, a cost is not linear: n log n is 1.1 for the sizes at hand.
pub const TOLERANCE: f64 = 1.22;

/// Costs below this many for each byte of input are not looked at: what is next to nothing may come in steps.
const NEGLIGIBLE: f64 = 4.0;

/// When a cost is so high that what comes next would only take time.
const ENOUGH: u64 = 6_000_000;

/// Measures an operation on inputs of doubling sizes from `smallest` on.
pub fn measure(
    operation: &Operation,
    input: &dyn Fn(usize) -> String,
    smallest: usize,
    doublings: u32,
) -> Option<Series> {
    let mut series = Series {
        points: Vec::new(),
        accepted: 0,
    };
    for doubling in 0..=doublings {
        let text = input(smallest << doubling);
        let run = (operation.prepare)(&text)?;
        let (cost, outcome) = cost(run);
        series.accepted += usize::from(outcome.accepted);
        let size = operation.size.map_or(Some(text.len()), |size| size(&text));
        series.points.push((size?, cost));
        if cost.steps > ENOUGH || cost.allocated > ENOUGH * 8 {
            break;
        }
    }
    Some(series)
}

impl Series {
    /// Whether this is beyond doubt: what comes in steps is far less.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        let last = self
            .points
            .last()
            .map(|(_, cost)| *cost)
            .unwrap_or_default();
        last.steps > ENOUGH || last.allocated > ENOUGH * 8
    }

    /// What grows beyond the input, the worst first.
    #[must_use]
    pub fn excess(&self) -> Option<Excess> {
        let figures = Cost::default().figures().len();
        (0..figures)
            .filter_map(|figure| {
                let points: Vec<(f64, f64)> = self
                    .points
                    .iter()
                    .map(|(n, cost)| (*n as f64, cost.figures()[figure].1 as f64))
                    .collect();
                let (n, last) = *points.last()?;
                let exponent = exponent(&points)?;
                let per_byte = last / n;
                (exponent > TOLERANCE && per_byte > NEGLIGIBLE).then_some(Excess {
                    figure: self.points[0].1.figures()[figure].0,
                    exponent,
                    per_byte,
                })
            })
            .max_by(|a, b| a.exponent.total_cmp(&b.exponent))
    }

    /// Whether a figure grows beyond the input in the long run, over four doublings, which levels what comes in steps.
    #[must_use]
    pub fn confirms(&self, excess: &Excess) -> bool {
        const LAST: usize = 5;
        let logarithms: Vec<(f64, f64)> = self
            .points
            .iter()
            .rev()
            .take(LAST)
            .filter_map(|(n, cost)| {
                let figures = cost.figures().into_iter();
                let (_, figure) = { figures }.find(|(name, _)| *name == excess.figure)?;
                Some(((*n as f64).log2(), (figure.max(1) as f64).log2()))
            })
            .collect();
        if logarithms.len() < LAST {
            return self.excess().is_some();
        }
        let mean =
            |of: fn(&(f64, f64)) -> f64| logarithms.iter().map(of).sum::<f64>() / LAST as f64;
        let (x, y) = (mean(|(x, _)| *x), mean(|(_, y)| *y));
        let slope: f64 = logarithms.iter().map(|(a, b)| (a - x) * (b - y)).sum();
        slope / logarithms.iter().map(|(a, _)| (a - x).powi(2)).sum::<f64>() > TOLERANCE
    }

    /// The cost for each byte of the largest input.
    #[must_use]
    pub fn per_byte(&self) -> [(&'static str, f64); 4] {
        let (n, cost) = self.points.last().copied().unwrap_or_default();
        cost.figures()
            .map(|(name, figure)| (name, figure as f64 / n.max(1) as f64))
    }
}

/// The exponent of growth over the last two doublings, without what is the same for every size.
fn exponent(points: &[(f64, f64)]) -> Option<f64> {
    let [.., (a, x), (b, y), (c, z)] = points else {
        return None;
    };
    let (first, second) = ((y - x) / (b - a), (z - y) / (c - b));
    if second <= 0.0 {
        return Some(0.0);
    }
    // From nothing to something: as good as any growth.
    if first <= 0.0 {
        return Some((z / y.max(1.0)).log2() / (c / b).log2());
    }
    Some(1.0 + (second / first).log2() / (c / b).log2())
}
