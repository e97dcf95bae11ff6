//! What a dependency costs to build: the processor time of a cold release build.
//!
//! Linux only: it reads `/proc/self/stat`, where the kernel adds up what finished child processes,
//! and theirs, have used.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command")]

use core::error::Error;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Instant;
use std::{env, fs, io};

use lexopt::prelude::{Long, ValueExt};
use xmpp_benches::Table;

const HELP: &str = "\
Builds a package with one dependency in release mode from nothing, and prints the processor time.

Usage: build-cost [--only NAME] [--jobs N]

  --only NAME  only this dependency
  --jobs N     as in cargo build, 1 by default";

/// What is built: the name of the dependency and its requirement as in `Cargo.toml`, where
/// `{root}` is the root of this repository. The first is what ratios refer to.
const SUBJECTS: &[(&str, &str)] = &[
    ("xmpp-parsers", r#""0.23""#),
    ("xmpp-stanzas", r#"{ path = "{root}/crates/stanzas" }"#),
];

/// Ours takes at most this part of the first.
const PROMISED: f64 = 0.25;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("build-cost: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let (mut only, mut jobs) = (None, 1_usize);
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("only") => only = Some(arguments.value()?.string()?),
            Long("jobs") => jobs = arguments.value()?.parse()?,
            Long("help") => {
                println!("{HELP}");
                return Ok(());
            }
            other => return Err(other.unexpected().into()),
        }
    }
    let mut table = Table::new(["", "processor s", "elapsed s", "of the first"]);
    let mut first = None;
    for (name, requirement) in SUBJECTS {
        if only.as_deref().is_some_and(|only| only != *name) {
            continue;
        }
        eprintln!("building {name} …");
        let cost = build(name, requirement, jobs)?;
        let first = *first.get_or_insert(cost.processor);
        table.row([
            (*name).to_owned(),
            format!("{:.1}", cost.processor),
            format!("{:.1}", cost.elapsed),
            format!("{:.2}", cost.processor / first),
        ]);
    }
    print!("{table}");
    println!("\nPromised: {PROMISED} of the first at most.");
    Ok(())
}

/// In seconds.
struct Cost {
    processor: f64,
    elapsed: f64,
}

fn build(name: &str, requirement: &str, jobs: usize) -> Result<Cost, Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .ok_or("no repository root")?;
    let package = package(root, name, requirement)?;
    // Downloads are not part of a build's cost.
    cargo(&package, &["fetch"])?;
    let (before, start) = (children()?, Instant::now());
    cargo(
        &package,
        &[
            "build",
            "--release",
            "--offline",
            "--jobs",
            &jobs.to_string(),
        ],
    )?;
    let cost = Cost {
        processor: children()? - before,
        elapsed: start.elapsed().as_secs_f64(),
    };
    fs::remove_dir_all(&package)?;
    Ok(cost)
}

/// Writes a package of its own workspace, with the versions that this workspace has locked.
fn package(root: &Path, name: &str, requirement: &str) -> io::Result<PathBuf> {
    let package = env::temp_dir().join(format!("build-cost-{}-{name}", std::process::id()));
    fs::create_dir_all(package.join("src"))?;
    let requirement = requirement.replace("{root}", &root.to_string_lossy());
    let manifest = format!(
        "[package]\nname = \"build-cost\"\nedition = \"2024\"\n\n[workspace]\n\n\
         [dependencies]\n{name} = {requirement}\n"
    );
    fs::write(package.join("Cargo.toml"), manifest)?;
    fs::write(package.join("src/lib.rs"), "")?;
    let lock = root.join("Cargo.lock");
    if lock.exists() {
        fs::copy(lock, package.join("Cargo.lock"))?;
    }
    Ok(package)
}

fn cargo(package: &Path, arguments: &[&str]) -> Result<(), Box<dyn Error>> {
    let status = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(arguments)
        .current_dir(package)
        .env("CARGO_TARGET_DIR", package.join("target"))
        // A cache, or settings meant for the caller's own build, would spoil the figure.
        .env("RUSTC_WRAPPER", "")
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .status()?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("cargo {}: {status}", arguments[0]).into())
    }
}

/// Seconds of processor time, user and system, of all children that have been waited for.
fn children() -> Result<f64, Box<dyn Error>> {
    let stat = fs::read_to_string("/proc/self/stat")?;
    // The second field, the program's name, may hold blanks; it ends with the last bracket. After
    // it cutime and cstime are the 14th and 15th, in hundredths of a second on every Linux.
    let (_, fields) = stat.rsplit_once(')').ok_or("no name in /proc/self/stat")?;
    let ticks: Vec<u64> = fields
        .split_whitespace()
        .skip(13)
        .take(2)
        .map(str::parse)
        .collect::<Result<_, _>>()?;
    Ok(ticks.iter().sum::<u64>() as f64 / 100.0)
}
