//! The whole comparison as Markdown tables, and whether the promises are kept.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command")]

use core::time::Duration;
use std::process::ExitCode;

use lexopt::prelude::{Long, ValueExt};
use xmpp_benches::{
    AS_FAST_AS_MEMORY, CASES, CONTENDERS, Case, Entry, GROWTH, Growth, Input, OURS, PROMISES, Pace,
    REFERENCES, SIZES, STEADY, TRAFFIC, Table, Task, Timing, race,
};

const HELP: &str = "\
Times every contender on the same bytes, by turns, and prints tables.

Usage: ratios [--only TEXT] [--each] [--check] [--rounds N]

  --only TEXT  only the cases whose name contains TEXT, for example read, disco, wide
  --each       every input of the mix by itself instead
  --check      exit with status 1 if a promise is broken
  --rounds N   turns of each contender, 11 by default; growth takes a third of them";

struct Options {
    only: String,
    each: bool,
    check: bool,
    rounds: usize,
}

fn options() -> Result<Option<Options>, lexopt::Error> {
    let mut options = Options {
        only: String::new(),
        each: false,
        check: false,
        rounds: 11,
    };
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("only") => options.only = arguments.value()?.string()?,
            Long("each") => options.each = true,
            Long("check") => options.check = true,
            Long("rounds") => options.rounds = arguments.value()?.parse()?,
            Long("help") => return Ok(None),
            other => return Err(other.unexpected()),
        }
    }
    options.rounds = options.rounds.max(1);
    Ok(Some(options))
}

fn main() -> ExitCode {
    match options() {
        Ok(Some(options)) => {
            let kept = compare(&options);
            ExitCode::from(u8::from(options.check && !kept))
        }
        Ok(None) => {
            println!("{HELP}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}\n\n{HELP}");
            ExitCode::from(2)
        }
    }
}

/// What the contenders took.
type Timings = Vec<(&'static str, Timing)>;

/// Says whether all promises that have been measured are kept.
fn compare(options: &Options) -> bool {
    let wanted = |name: &str| name.contains(options.only.as_str());
    let pace = Pace {
        rounds: options.rounds,
        turn: Duration::from_millis(10),
    };
    println!(
        "MB/s counts the bytes of the input (1 MB = 1,000,000 bytes), also where it is written."
    );
    println!("The time is that of the processor, so that other programs do not count.");
    println!(
        "× is how many times faster than {}: the median over rounds.",
        REFERENCES.join(", or where that takes no part ")
    );
    if options.each {
        let tasks = [
            ("read", Task::ReadStanza),
            ("read-typed", Task::ReadTyped),
            ("write", Task::WriteStanza),
            ("write-typed", Task::WriteTyped),
        ];
        for (name, task) in tasks.into_iter().filter(|(name, _)| wanted(name)) {
            each(name, task, pace);
        }
        return true;
    }
    let cases = CASES.iter().filter(|case| wanted(case.name));
    let cases: Vec<_> = cases.map(|case| (case.name, one(case, pace))).collect();
    let pace = Pace {
        rounds: options.rounds.div_ceil(3),
        ..pace
    };
    let growths = GROWTH.iter().filter(|growth| wanted(growth.name));
    let growths: Vec<_> = growths
        .map(|growth| (growth.name, grow(growth, pace)))
        .collect();
    promises(&cases, &growths)
}

/// Everybody who can do it, with what their turns gave.
fn timed(task: Task, inputs: &[(Input, usize)], pace: Pace) -> Timings {
    let entries = CONTENDERS
        .iter()
        .filter_map(|contender| Entry::new(contender, task, inputs));
    let mut entries: Vec<_> = entries.collect();
    let timings = race(&mut entries, pace);
    entries
        .iter()
        .map(|entry| entry.name)
        .zip(timings)
        .collect()
}

fn one(case: &Case, pace: Pace) -> Timings {
    let inputs = (case.inputs)();
    let documents: usize = inputs.iter().map(|(_, times)| times).sum();
    let bytes: usize = inputs
        .iter()
        .map(|(input, times)| input.xml.len() * times)
        .sum();
    let timings = timed(case.task, &inputs, pace);

    println!(
        "\n### {} (`{}`: {documents} × {} bytes)\n",
        case.title,
        case.name,
        bytes / documents
    );
    let mut table = Table::new(["", "MB/s best", "MB/s median", "µs each", "×"]);
    let reference = reference(&timings);
    for (name, timing) in &timings {
        table.row([
            (*name).to_owned(),
            speed(bytes, timing.best()),
            speed(bytes, timing.median()),
            format!("{:.2}", timing.median() * 1e6 / documents as f64),
            reference.map_or_else(String::new, |other| ratio(timing.faster_than(other))),
        ]);
    }
    print!("{table}");
    timings
}

fn each(name: &str, task: Task, pace: Pace) {
    println!("\n### MB/s (×) of each input (`{name}`)\n");
    let rows: Vec<_> = TRAFFIC
        .iter()
        .map(|file| {
            let input = Input::file(file.name);
            (file.name, file.xml.len(), timed(task, &[(input, 1)], pace))
        })
        .collect();
    // A column only for those who can do the task at all.
    let names: Vec<&str> = CONTENDERS
        .iter()
        .map(|contender| contender.name)
        .filter(|name| {
            rows.iter()
                .any(|(.., timings)| find(timings, name).is_some())
        })
        .collect();
    let mut table = Table::new(["", "bytes"].iter().chain(&names).copied());
    for (file, bytes, timings) in &rows {
        let reference = reference(timings);
        let cells = names.iter().map(|name| {
            find(timings, name).map_or_else(String::new, |timing| {
                let speed = speed(*bytes, timing.median());
                let faster = reference.map(|other| ratio(timing.faster_than(other)));
                faster.map_or_else(|| speed.clone(), |faster| format!("{speed} ({faster})"))
            })
        });
        table.row(
            [(*file).to_owned(), bytes.to_string()]
                .into_iter()
                .chain(cells),
        );
    }
    print!("{table}");
}

/// The times that a pass takes, by size.
fn grow(growth: &Growth, pace: Pace) -> Vec<(usize, Timings)> {
    println!("\n### {} (`{}`): MB/s by size\n", growth.title, growth.name);
    let names = SIZES.iter().map(|(name, _)| *name);
    let mut table = Table::new([""].into_iter().chain(names));
    let sizes: Vec<_> = SIZES
        .iter()
        .map(|(_, size)| {
            let input = (growth.input)(*size);
            (input.xml.len(), timed(growth.task, &[(input, 1)], pace))
        })
        .collect();
    for contender in CONTENDERS {
        let cells: Vec<_> = sizes
            .iter()
            .map(|(bytes, timings)| {
                find(timings, contender.name)
                    .map_or_else(String::new, |timing| speed(*bytes, timing.median()))
            })
            .collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            table.row([contender.name.to_owned()].into_iter().chain(cells));
        }
    }
    print!("{table}");
    sizes
}

/// What was promised of that which was measured. Says whether all of it is kept.
fn promises(cases: &[(&str, Timings)], growths: &[(&str, Vec<(usize, Timings)>)]) -> bool {
    let mut table = Table::new(["promise", "in", "at least", "measured", ""]);
    let mut all_kept = true;
    let mut row = |promise: String, place: &str, at_least: String, measured: f64, kept: bool| {
        all_kept &= kept;
        let kept = if kept { "kept" } else { "BROKEN" };
        let measured = ratio(measured);
        table.row([promise, place.into(), at_least, measured, kept.into()]);
    };
    for promise in PROMISES {
        let Some((case, timings)) = cases.iter().find(|(name, _)| *name == promise.case) else {
            continue;
        };
        // A contender that no longer takes part keeps nothing.
        let both = find(timings, promise.who).zip(find(timings, promise.versus));
        let measured = both.map_or(0.0, |(own, other)| own.faster_than(other));
        let text = format!("{} × {}", promise.who, promise.versus);
        let kept = measured >= promise.at_least;
        row(text, case, ratio(promise.at_least), measured, kept);
    }
    for (case, sizes) in growths {
        let speed = |wanted: &str| {
            let size = SIZES.iter().position(|(name, _)| *name == wanted)?;
            let (bytes, timings) = sizes.get(size)?;
            Some(*bytes as f64 / find(timings, OURS)?.median())
        };
        let (small, large) = speed("10 KB").zip(speed("10 MB")).unwrap_or((1.0, 0.0));
        let measured = large / small;
        let kept = measured >= STEADY || large >= AS_FAST_AS_MEMORY;
        let text = format!("{OURS} at 10 MB × at 10 KB");
        let at_least = format!("{} or 1 GB/s", ratio(STEADY));
        row(text, case, at_least, measured, kept);
    }
    println!("\n### Promises\n\n{table}");
    all_kept
}

/// What ratios refer to.
fn reference(timings: &Timings) -> Option<&Timing> {
    REFERENCES.iter().find_map(|name| find(timings, name))
}

fn find<'t>(timings: &'t [(&'static str, Timing)], name: &str) -> Option<&'t Timing> {
    timings
        .iter()
        .find(|(other, _)| *other == name)
        .map(|(_, timing)| timing)
}

fn speed(bytes: usize, seconds: f64) -> String {
    let speed = bytes as f64 / seconds / 1e6;
    if speed < 10.0 {
        format!("{speed:.1}")
    } else {
        format!("{speed:.0}")
    }
}

fn ratio(ratio: f64) -> String {
    if ratio < 10.0 {
        format!("{ratio:.2}")
    } else {
        format!("{ratio:.1}")
    }
}
