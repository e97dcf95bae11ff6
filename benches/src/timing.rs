use core::time::Duration;

use cpu_time::ThreadTime;

use crate::contender::Entry;

/// How long and how often to measure.
#[derive(Clone, Copy, Debug)]
#[expect(
    clippy::exhaustive_structs,
    reason = "settings of this package's programs"
)]
pub struct Pace {
    /// Turns that each contender gets.
    pub rounds: usize,
    /// What one turn lasts at least; a pass that takes longer is a turn of its own.
    pub turn: Duration,
}

/// What the turns of one contender gave, in seconds of processor time for one pass: what else the
/// machine does shall not count.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Timing {
    turns: Vec<f64>,
}

impl Timing {
    /// The fastest turn: what the code can do when nothing else runs.
    pub fn best(&self) -> f64 {
        self.turns.iter().copied().fold(f64::INFINITY, f64::min)
    }

    /// The middle turn.
    pub fn median(&self) -> f64 {
        median(self.turns.clone())
    }

    /// How many times faster than `other`: the middle of the ratios of turns taken in the same
    /// round, so that a slow minute of the machine falls on both.
    pub fn faster_than(&self, other: &Self) -> f64 {
        median(
            self.turns
                .iter()
                .zip(&other.turns)
                .map(|(own, other)| other / own)
                .collect(),
        )
    }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// Measures contenders by turns: everybody once a round, each round beginning with another.
pub fn race(entries: &mut [Entry<'_>], pace: Pace) -> Vec<Timing> {
    let passes: Vec<u32> = entries
        .iter_mut()
        .map(|entry| passes(entry, pace.turn))
        .collect();
    let mut timings = vec![
        Timing {
            turns: Vec::with_capacity(pace.rounds)
        };
        entries.len()
    ];
    for round in 0..pace.rounds {
        for place in 0..entries.len() {
            let who = (round + place) % entries.len();
            let start = ThreadTime::now();
            for _ in 0..passes[who] {
                entries[who].run();
            }
            timings[who]
                .turns
                .push(start.elapsed().as_secs_f64() / f64::from(passes[who]));
        }
    }
    timings
}

/// How many passes fill one turn, doubled until they do; this warms up as well.
fn passes(entry: &mut Entry<'_>, turn: Duration) -> u32 {
    let mut passes = 1;
    loop {
        let start = ThreadTime::now();
        for _ in 0..passes {
            entry.run();
        }
        let taken = start.elapsed();
        if taken * 2 >= turn {
            let fill = turn.as_secs_f64() / taken.as_secs_f64() * f64::from(passes);
            return (fill as u32).max(1);
        }
        passes *= 2;
    }
}
