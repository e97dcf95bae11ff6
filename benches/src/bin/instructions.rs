//! Instructions for each byte of input: a figure that compares across machines, which time does not.
//!
//! Counted by valgrind's callgrind, which must be installed: this program runs itself under it, once for a few passes and once
//! for more, so that what comes before the first pass does not count.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command")]

use std::process::{Command, ExitCode};

use lexopt::prelude::{Long, ValueExt};
use xmpp_benches::{CASES, CONTENDERS, Case, Contender, Job, Table};

const HELP: &str = "\
Counts the instructions that every contender takes for each byte of input, with valgrind, and prints a table.

Usage: instructions [--only TEXT] [--ours] [--passes N]

  --only TEXT  only the cases whose name contains TEXT, for example read, disco, wide
  --ours       no other libraries
  --passes N   passes over the inputs of a case that are counted, 20 by default";

#[derive(Default)]
struct Options {
    only: String,
    ours: bool,
    passes: usize,
    /// What the program under valgrind does: a case, a contender and how many passes.
    one: Option<(String, String, usize)>,
}

fn options() -> Result<Option<Options>, lexopt::Error> {
    let mut options = Options {
        passes: 20,
        ..Options::default()
    };
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("only") => options.only = arguments.value()?.string()?,
            Long("ours") => options.ours = true,
            Long("passes") => options.passes = arguments.value()?.parse()?,
            Long("one") => {
                let case = arguments.value()?.string()?;
                let contender = arguments.value()?.string()?;
                options.one = Some((case, contender, arguments.value()?.parse()?));
            }
            Long("help") => return Ok(None),
            other => return Err(other.unexpected()),
        }
    }
    options.passes = options.passes.max(1);
    Ok(Some(options))
}

fn main() -> ExitCode {
    match options() {
        Ok(Some(Options {
            one: Some((case, contender, passes)),
            ..
        })) => {
            let case = CASES.iter().find(|c| c.name == case);
            let contender = CONTENDERS.iter().find(|c| c.name == contender);
            let done = case
                .zip(contender)
                .is_some_and(|(case, contender)| run(case, contender, passes));
            ExitCode::from(u8::from(!done))
        }
        Ok(Some(options)) => match table(&options) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("{error}");
                ExitCode::FAILURE
            }
        },
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

/// Does the work of a case; says whether the contender can.
fn run(case: &Case, contender: &Contender, passes: usize) -> bool {
    let inputs = (case.inputs)();
    let jobs: Option<Vec<(Job<'_>, usize)>> = inputs
        .iter()
        .map(|(input, times)| Some(((contender.prepare)(case.task, input)?, *times)))
        .collect();
    let Some(mut jobs) = jobs else {
        return false;
    };
    for _ in 0..passes {
        for (job, times) in &mut jobs {
            (0..*times).for_each(|_| job());
        }
    }
    true
}

fn table(options: &Options) -> Result<(), String> {
    let contenders = CONTENDERS
        .iter()
        .take(if options.ours { 1 } else { CONTENDERS.len() });
    let contenders: Vec<_> = contenders.collect();
    let heads = contenders.iter().map(|c| c.name);
    println!(
        "Instructions for each byte of input, and nothing where a library does not take part.\n"
    );
    let mut table = Table::new(core::iter::once("").chain(heads));
    for case in CASES.iter().filter(|c| c.name.contains(&options.only)) {
        let bytes: usize = (case.inputs)()
            .iter()
            .map(|(input, times)| input.xml.len() * times)
            .sum();
        let mut row = vec![case.name.to_owned()];
        for contender in &contenders {
            let some = counted(case, contender, 1)?;
            let more = counted(case, contender, 1 + options.passes)?;
            let each = some.zip(more).map(|(some, more)| {
                more.saturating_sub(some) as f64 / (options.passes * bytes) as f64
            });
            row.push(each.map_or_else(String::new, |each| format!("{each:.1}")));
        }
        table.row(row);
    }
    print!("{table}");
    Ok(())
}

/// The instructions of a whole run; `None` where the contender does not take part.
fn counted(case: &Case, contender: &Contender, passes: usize) -> Result<Option<u64>, String> {
    let program = std::env::current_exe().map_err(|e| e.to_string())?;
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(program)
        .args(["--one", case.name, contender.name, &passes.to_string()])
        .output()
        .map_err(|e| format!("valgrind does not start ({e}); it must be installed for this"))?;
    if !output.status.success() {
        return Ok(None);
    }
    let told = String::from_utf8_lossy(&output.stderr);
    let line = told
        .lines()
        .find_map(|line| line.split_once("Collected : "));
    let count = line.and_then(|(_, count)| count.trim().parse().ok());
    count
        .map(Some)
        .ok_or_else(|| format!("valgrind says nothing of its count:\n{told}"))
}
