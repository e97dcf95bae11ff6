//! The command behind `cargo xtask cost`.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command")]

use std::process::ExitCode;

use lexopt::prelude::*;
use xmpp_cost::family::{Extent, Group, groups};
use xmpp_cost::grammar::Caps;
use xmpp_cost::growth::{measure, measured};
use xmpp_cost::run::{Sizes, run};

const HELP: &str = "\
cost [COMMAND] [--small] [--seed N] [--size N] [--doublings N] [--operation TEXT] [--family TEXT]

check    (as no command) measures all families and lists what grows beyond the input
table    what each operation costs for each byte of input, typical and worst
worst    which family costs most
list     the names of the families and operations
show     the sizes and costs of what is wanted
input    the text of the first family that is wanted
once     runs each operation that is wanted once on the input of --size: for valgrind to count what that takes

--small    the choice and the sizes of the test run
--seed     another choice of families
--operation, --family
           those alone whose names have this in them
--exactly  the families of these names alone
";

struct Arguments {
    command: String,
    is_small: bool,
    seed: Option<u64>,
    size: Option<usize>,
    doublings: Option<u32>,
    operation: String,
    family: String,
    exactly: Vec<String>,
}

fn arguments() -> Result<Arguments, lexopt::Error> {
    let mut arguments = Arguments {
        command: "check".into(),
        is_small: false,
        seed: None,
        size: None,
        doublings: None,
        operation: String::new(),
        family: String::new(),
        exactly: Vec::new(),
    };
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("small") => arguments.is_small = true,
            Long("seed") => arguments.seed = Some(parser.value()?.parse()?),
            Long("size") => arguments.size = Some(parser.value()?.parse()?),
            Long("doublings") => arguments.doublings = Some(parser.value()?.parse()?),
            Long("operation") => arguments.operation = parser.value()?.string()?,
            Long("family") => arguments.family = parser.value()?.string()?,
            Long("exactly") => arguments.exactly.push(parser.value()?.string()?),
            Value(command) => arguments.command = command.string()?,
            _ => return Err(argument.unexpected()),
        }
    }
    Ok(arguments)
}

fn main() -> ExitCode {
    let arguments = match arguments() {
        Ok(arguments) => arguments,
        Err(error) => {
            eprintln!("{error}\n\n{HELP}");
            return ExitCode::FAILURE;
        }
    };
    let (caps, sizes) = if arguments.is_small {
        (Caps::SMALL, Sizes::new(512, 5))
    } else {
        (Caps::DEFAULT, Sizes::new(2048, 5))
    };
    let sizes = Sizes::new(
        arguments.size.unwrap_or(sizes.smallest),
        arguments.doublings.unwrap_or(sizes.doublings),
    );
    let extent = match (arguments.is_small, arguments.seed) {
        (_, Some(seed)) => Extent::Some(seed),
        (true, None) => Extent::Some(xmpp_cost::SEED),
        (false, None) => Extent::All,
    };
    let groups = groups(extent, caps);
    let is_wanted = |operation: &str, family: &str| {
        operation.contains(&arguments.operation)
            && family.contains(&arguments.family)
            && (arguments.exactly.is_empty()
                || arguments.exactly.iter().any(|exactly| exactly == family))
    };
    match arguments.command.as_str() {
        "check" | "table" | "worst" => {
            let tally = run(&groups, sizes, &is_wanted);
            match arguments.command.as_str() {
                "table" => print!("{}", tally.table()),
                "worst" => print!("{}", tally.worst()),
                _ => print!("{}", tally.report()),
            }
            eprintln!(
                "{} families with an operation measured, {} of them accepted, {} do not come so far, {} grow beyond the input",
                tally.measured,
                tally.accepted,
                tally.skipped,
                tally.findings.len()
            );
            if tally.findings.is_empty() {
                return ExitCode::SUCCESS;
            }
            return ExitCode::FAILURE;
        }
        "list" => {
            for (family, operations) in groups.iter().flat_map(Group::pairs) {
                for operation in operations.filter(|o| is_wanted(&o.name, &family.name)) {
                    println!("{}\t{}", operation.name, family.name);
                }
            }
        }
        "input" => {
            let mut families = groups.iter().flat_map(|group| &group.families);
            match families.find(|family| is_wanted("", &family.name)) {
                Some(family) => println!("{}", family.input(sizes.smallest)),
                None => return ExitCode::FAILURE,
            }
        }
        "show" => {
            for (family, operations) in groups.iter().flat_map(Group::pairs) {
                for operation in operations.filter(|o| is_wanted(&o.name, &family.name)) {
                    let input = |n| family.input(n);
                    println!("{} {}", operation.name, family.name);
                    let series = measure(operation, &input, sizes.smallest, sizes.doublings);
                    for (n, cost) in series.into_iter().flat_map(|series| series.points) {
                        println!("    {n} {:?}", cost.figures());
                    }
                }
            }
        }
        "once" => {
            for (family, operations) in groups.iter().flat_map(Group::pairs) {
                for operation in operations.filter(|o| is_wanted(&o.name, &family.name)) {
                    for doubling in 0..=sizes.doublings {
                        let input = family.input(sizes.smallest << doubling);
                        let Some(run) = (operation.prepare)(&input) else {
                            break;
                        };
                        println!("{}\t{}\t{}", operation.name, family.name, input.len());
                        drop(measured(run));
                    }
                }
            }
        }
        _ => {
            eprintln!("{HELP}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
