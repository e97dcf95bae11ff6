//! `cargo xtask cost`: what every operation costs for hostile input.
//!
//! The package `cost` does the counting. Its counters see what they are called for, so `instructions` lets valgrind count what
//! a processor really executes, and looks for growth there.

use std::collections::BTreeMap;
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

/// Counts the instructions of each family with each operation that is wanted, on three sizes.
fn instructions(arguments: &[OsString], out: &mut impl Write) -> Result<bool> {
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
    let mut families: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (operation, family) in list.lines().filter_map(|line| line.split_once('\t')) {
        families.entry(family).or_default().push(operation);
    }
    let dir = target.join("tmp").join("instructions");
    let (mut pairs, mut found) = (0, 0);
    for family in families.keys() {
        for Counted { operation, points } in count(&program, family, arguments, &dir)? {
            pairs += 1;
            let [(a, x), (b, y), (c, z)] = points[..] else {
                continue;
            };
            let (first, second) = ((y - x) / (b - a), (z - y) / (c - b));
            let exponent = 1.0 + (second / first).log2() / (c / b).log2();
            if first > 0.0 && exponent > TOLERANCE {
                found += 1;
                writeln!(
                    out,
                    "{operation}\t{family}\tn^{exponent:.2}\t{:.0} instructions for each byte",
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
    points: Vec<(f64, f64)>,
}

fn count(program: &Path, family: &str, arguments: &[OsString], dir: &Path) -> Result<Vec<Counted>> {
    if dir.exists() {
        fs::remove_dir_all(dir)?;
    }
    fs::create_dir_all(dir)?;
    let output = Command::new("valgrind")
        .args([
            "--tool=callgrind",
            "--collect-atstart=no",
            // The function that runs the operation and nothing else; a dump each time that it returns.
            "--toggle-collect=xmpp_cost::growth::measured*",
            "--dump-after=xmpp_cost::growth::measured*",
        ])
        .arg(format!(
            "--callgrind-out-file={}",
            dir.join("out").display()
        ))
        .arg(program)
        .args(["once", "--exactly", family])
        .args(arguments)
        .args(["--doublings", &DOUBLINGS.to_string()])
        .stderr(Stdio::null())
        .output()
        .map_err(|error| format!("valgrind cannot be run: {error}"))?;
    let ran = String::from_utf8(output.stdout)?;
    let mut all: Vec<Counted> = Vec::new();
    for (number, line) in (1..).zip(ran.lines()) {
        let mut fields = line.split('\t');
        let (Some(operation), Some(size)) = (fields.next(), fields.next_back()) else {
            continue;
        };
        let dump = fs::read_to_string(dir.join(format!("out.{number}")))?;
        let total = dump.lines().find_map(|line| {
            let total = line
                .strip_prefix("summary: ")
                .or_else(|| line.strip_prefix("totals: "));
            total?.split_whitespace().next()?.parse().ok()
        });
        let point = (
            size.parse()?,
            total.ok_or("a dump of valgrind has no total")?,
        );
        match all
            .last_mut()
            .filter(|last| last.operation == operation && last.points.len() <= DOUBLINGS)
        {
            Some(last) => last.points.push(point),
            None => all.push(Counted {
                operation: operation.to_owned(),
                points: vec![point],
            }),
        }
    }
    Ok(all)
}
