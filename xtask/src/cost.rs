//! `cargo xtask cost`: what every operation costs for hostile input.
//!
//! The package `cost` does the counting. Its counters see what they are called for, so `instructions` lets valgrind count what
//! a processor really executes, and looks for growth there.

use std::collections::BTreeSet;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::{Result, workspace};

/// Runs the command; tells whether nothing grows beyond the input.
///
/// # Errors
/// The program cannot be built or run.
pub(crate) fn run(arguments: Vec<OsString>, out: &mut impl Write) -> Result<bool> {
    match arguments.split_first() {
        Some((first, rest)) if first == "instructions" => instructions(rest, out),
        _ => {
            let mut cargo = cargo("run");
            cargo.arg("--").args(arguments);
            Ok(cargo.status()?.success())
        }
    }
}

fn cargo(command: &str) -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args([
        command,
        "--package",
        "xmpp-cost",
        "--release",
        "--quiet",
        "--bin",
        "cost",
    ]);
    cargo
}

/// The sizes of the inputs: so often is the first doubled.
const DOUBLINGS: usize = 2;

/// Beyond this exponent, instructions are not linear: as for what the counters count.
const TOLERANCE: f64 = 1.22;

/// So many families are counted by one process: it takes a second to begin, and leaves a file for each count.
const BATCH: usize = 40;

/// Fewer for each byte are those of an allocator or of a copy, which come in steps.
const NEGLIGIBLE: f64 = 20.0;

/// Counts the instructions of the families that are wanted, one of `--every` (20), with each of their operations, on three
/// sizes.
fn instructions(arguments: &[OsString], out: &mut impl Write) -> Result<bool> {
    let (every, arguments) = match arguments {
        [name, every, rest @ ..] if name == "--every" => {
            let every = every.to_str().and_then(|every| every.parse().ok());
            (every.ok_or("--every takes a number")?, rest)
        }
        all => (20, all),
    };
    if !cargo("build").status()?.success() {
        return Err("the program cannot be built".into());
    }
    let target =
        env::var_os("CARGO_TARGET_DIR").map_or_else(|| workspace().join("target"), PathBuf::from);
    let program = target.join("release").join("cost");
    let list = Command::new(&program)
        .arg("list")
        .args(arguments)
        .output()?;
    let list = String::from_utf8(list.stdout)?;
    let names = list.lines().filter_map(|line| line.split_once('\t'));
    let families: BTreeSet<&str> = names.map(|(_, family)| family).collect();
    let families: Vec<&str> = families.into_iter().step_by(every).collect();
    let dir = target.join("tmp").join("instructions");
    let (mut pairs, mut found) = (0, 0);
    for batch in families.chunks(BATCH) {
        for Counted {
            operation,
            family,
            points,
        } in count(&program, batch, arguments, &dir)?
        {
            let [(a, x), (b, y), (c, z)] = points[..] else {
                continue;
            };
            pairs += 1;
            let (first, second) = ((y - x) / (b - a), (z - y) / (c - b));
            let exponent = 1.0 + (second / first).log2() / (c / b).log2();
            let is_dear = z / c > NEGLIGIBLE && (z / y).log2() / (c / b).log2() > TOLERANCE;
            if first > 0.0 && exponent > TOLERANCE && is_dear {
                found += 1;
                writeln!(
                    out,
                    "{operation}: {family}: n^{exponent:.2}, {:.0} instructions for each byte",
                    z / c
                )?;
            }
        }
    }
    writeln!(
        out,
        "{pairs} families with an operation counted, {found} grow beyond the input"
    )?;
    Ok(found == 0)
}

/// The instructions of an operation by the size of the input.
struct Counted {
    operation: String,
    family: String,
    points: Vec<(f64, f64)>,
}

/// The function that runs an operation and nothing else.
const MEASURED: &str = "xmpp_cost::growth::measured";

fn count(
    program: &Path,
    families: &[&str],
    arguments: &[OsString],
    dir: &Path,
) -> Result<Vec<Counted>> {
    if dir.exists() {
        fs::remove_dir_all(dir)?;
    }
    fs::create_dir_all(dir)?;
    let mut valgrind = Command::new("valgrind");
    valgrind
        .args(["--tool=callgrind", "--collect-atstart=no"])
        .arg(format!("--toggle-collect={MEASURED}"))
        .arg(format!("--dump-before={MEASURED}"))
        .arg(format!(
            "--callgrind-out-file={}",
            dir.join("out").display()
        ))
        .arg(program)
        .arg("once")
        .args(arguments)
        .args(["--doublings", &DOUBLINGS.to_string()])
        .stderr(Stdio::null());
    for family in families {
        valgrind.args(["--exactly", family]);
    }
    let output = valgrind.output();
    let output = output.map_err(|error| format!("valgrind cannot be run: {error}"))?;
    let ran = String::from_utf8(output.stdout)?;
    let last = ran.lines().count();
    let mut all: Vec<Counted> = Vec::new();
    for (number, line) in (1..).zip(ran.lines()) {
        let [operation, family, size] = line.split('\t').collect::<Vec<_>>()[..] else {
            continue;
        };
        // What is dumped before the next begins.
        let dump = if number == last {
            "out".to_owned()
        } else {
            format!("out.{}", number + 1)
        };
        let dump = fs::read_to_string(dir.join(dump))?;
        let total = dump
            .lines()
            .find_map(|line| line.strip_prefix("summary: ")?.trim().parse().ok());
        let point = (
            size.parse()?,
            total.ok_or("a dump of valgrind has no summary")?,
        );
        match all
            .last_mut()
            .filter(|last| last.operation == operation && last.family == family)
        {
            Some(last) => last.points.push(point),
            None => all.push(Counted {
                operation: operation.to_owned(),
                family: family.to_owned(),
                points: vec![point],
            }),
        }
    }
    Ok(all)
}
