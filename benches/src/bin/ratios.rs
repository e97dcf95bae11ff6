//! The whole comparison as Markdown tables, in under a minute.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command")]

use core::time::Duration;
use std::process::ExitCode;

use lexopt::prelude::{Long, ValueExt};
use xmpp_benches::{
    CASES, CONTENDERS, Case, Entry, GROWTH, Growth, Input, Pace, REFERENCE, SIZES, TRAFFIC, Table,
    Task, Timing, race,
};

const HELP: &str = "\
Times every contender on the same bytes, by turns, and prints tables.

Usage: ratios [--only TEXT] [--each] [--rounds N]

  --only TEXT  only the cases whose name contains TEXT, for example read, disco, wide
  --each       every input of the mix by itself instead
  --rounds N   turns of each contender, 11 by default; growth takes a third of them";

struct Options {
    only: String,
    each: bool,
    rounds: usize,
}

fn options() -> Result<Option<Options>, lexopt::Error> {
    let mut options = Options {
        only: String::new(),
        each: false,
        rounds: 11,
    };
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("only") => options.only = arguments.value()?.string()?,
            Long("each") => options.each = true,
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
            compare(&options);
            ExitCode::SUCCESS
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

fn compare(options: &Options) {
    let wanted = |name: &str| name.contains(options.only.as_str());
    let pace = Pace {
        rounds: options.rounds,
        turn: Duration::from_millis(10),
    };
    println!(
        "MB/s counts the bytes of the input (1 MB = 1,000,000 bytes), also where it is written."
    );
    println!("× is how many times faster than {REFERENCE}: the median over rounds.");
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
        return;
    }
    for case in CASES.iter().filter(|case| wanted(case.name)) {
        one(case, pace);
    }
    let pace = Pace {
        rounds: options.rounds.div_ceil(3),
        ..pace
    };
    for growth in GROWTH.iter().filter(|growth| wanted(growth.name)) {
        grow(growth, pace);
    }
}

/// Everybody who can do it, with what their turns gave.
fn timed(task: Task, inputs: &[(Input, usize)], pace: Pace) -> Vec<(&'static str, Timing)> {
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

fn one(case: &Case, pace: Pace) {
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
    let reference = find(&timings, REFERENCE);
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
}

fn each(name: &str, task: Task, pace: Pace) {
    println!("\n### MB/s (×) of each input (`{name}`)\n");
    let rows: Vec<_> = TRAFFIC
        .iter()
        .map(|(file, xml, _)| {
            (
                *file,
                xml.len(),
                timed(task, &[(Input::file(file), 1)], pace),
            )
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
        let reference = find(timings, REFERENCE);
        let cells = names.iter().map(|name| {
            find(timings, name).map_or_else(String::new, |timing| {
                let faster = reference.map_or(f64::NAN, |other| timing.faster_than(other));
                format!("{} ({})", speed(*bytes, timing.median()), ratio(faster))
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

fn grow(growth: &Growth, pace: Pace) {
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
