//! What a dependency costs to build: the processor time of a cold release build, of ours also for each crate and each type;
//! and how large a program is that uses one area.
//!
//! Linux only: it reads `/proc/self/stat`, where the kernel adds up what finished child processes,
//! and theirs, have used.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command")]

use core::error::Error;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Instant;
use std::{env, fs, io};

use lexopt::prelude::{Long, ValueExt};
use xmpp_benches::Table;

const HELP: &str = "\
Builds a package with one dependency in release mode from nothing, and prints the processor time. Of our own crates it
prints the processor time, the bytes of the library and the types of each, and the size of a program that reads one
disco#info answer and uses nothing else of the facade.

Usage: build-cost [--only NAME] [--jobs N]

  --only NAME  only this dependency
  --jobs N     as in cargo build, 1 by default";

/// What is built: the name of the dependency and its requirement as in `Cargo.toml`, where
/// `{root}` is the root of this repository. The first is what ratios refer to.
const SUBJECTS: &[(&str, &str)] = &[
    ("xmpp-parsers", r#""0.23""#),
    ("xmpp-stanzas", r#"{ path = "{root}/crates/stanzas" }"#),
];

/// Ours takes at most this part of the first, which has types for a third of the XEPs.
const PROMISED: f64 = 0.35;

/// Where this program, standing in for the compiler, writes what each crate took.
const LOG: &str = "BUILD_COST_LOG";

/// A program that uses one area.
const PROGRAM: &str = r#"
use xmpp_stanzas::{core_stanzas::Iq, disco::info::Response, xml};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let text = std::io::read_to_string(std::io::stdin())?;
    let iq: Iq = xml::from_str(&text)?;
    if let Some(info) = iq.answer::<Response>()? {
        info.features.iter().for_each(|feature| println!("{}", feature.var));
    }
    Ok(())
}
"#;

fn main() -> ExitCode {
    if let Some(log) = env::var_os(LOG) {
        return match compile(Path::new(&log)) {
            Ok(true) => ExitCode::SUCCESS,
            Ok(false) => ExitCode::FAILURE,
            Err(error) => {
                eprintln!("build-cost: {error}");
                ExitCode::FAILURE
            }
        };
    }
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
    let (mut first, mut ours) = (None, None);
    for (name, requirement) in SUBJECTS {
        if only.as_deref().is_some_and(|only| only != *name) {
            continue;
        }
        eprintln!("building {name} …");
        let cost = build(name, requirement, jobs)?;
        if SUBJECTS.first().is_some_and(|(first, _)| first == name) {
            first = Some(cost.processor);
        }
        let ratio = first.map(|first| format!("{:.2}", cost.processor / first));
        table.row([
            (*name).to_owned(),
            format!("{:.1}", cost.processor),
            format!("{:.1}", cost.elapsed),
            // Not known where the first is not built.
            ratio.unwrap_or_default(),
        ]);
        if *name == "xmpp-stanzas" {
            ours = Some(cost);
        }
    }
    print!("{table}");
    println!("\nPromised: {PROMISED} of the first at most.");
    if let Some(ours) = ours {
        println!("\n{}", crates(&ours.crates));
        println!(
            "A program that reads one disco#info answer, stripped: {} bytes.",
            ours.program
        );
    }
    Ok(())
}

/// The compiler's stand-in: runs it, and adds a line with the name of the crate and the processor time to the log.
fn compile(log: &Path) -> Result<bool, Box<dyn Error>> {
    let mut arguments = env::args_os().skip(1);
    let compiler = arguments.next().ok_or("no compiler to run")?;
    let arguments: Vec<_> = arguments.collect();
    let name = arguments
        .windows(2)
        .find(|pair| pair[0] == "--crate-name")
        .map(|pair| pair[1].to_string_lossy().into_owned());
    let status = Command::new(compiler).args(arguments).status()?;
    if let Some(name) = name {
        let mut file = fs::OpenOptions::new().create(true).append(true).open(log)?;
        file.write_all(format!("{name} {}\n", children()?).as_bytes())?;
    }
    Ok(status.success())
}

/// Of each of our crates what it took, and of all that have types what they have in common.
fn crates(crates: &[Crate]) -> Table {
    let mut table = Table::new([
        "",
        "processor s",
        "library KB",
        "types",
        "s a type",
        "KB a type",
    ]);
    let row = |name: &str, processor: f64, bytes: u64, types: usize| {
        let kilobytes = bytes as f64 / 1000.0;
        let each = |of: f64, digits: usize| match types {
            0 => String::new(),
            types => format!("{:.digits$}", of / types as f64),
        };
        [
            name.to_owned(),
            format!("{processor:.2}"),
            format!("{kilobytes:.0}"),
            types.to_string(),
            each(processor, 3),
            each(kilobytes, 1),
        ]
    };
    for one in crates {
        table.row(row(&one.name, one.processor, one.bytes, one.types));
    }
    // The facade has no types, and what it costs is theirs.
    let typed = || {
        crates
            .iter()
            .filter(|c| c.types > 0 || c.name == "xmpp_stanzas")
    };
    table.row(row(
        "areas and facade",
        typed().map(|c| c.processor).sum(),
        typed().map(|c| c.bytes).sum(),
        typed().map(|c| c.types).sum(),
    ));
    table
}

/// One of our crates.
struct Crate {
    name: String,
    processor: f64,
    /// Of the library.
    bytes: u64,
    /// How many of its types are in the registry.
    types: usize,
}

/// In seconds.
struct Cost {
    processor: f64,
    elapsed: f64,
    /// Our crates among what was built.
    crates: Vec<Crate>,
    /// The bytes of [`PROGRAM`], built where the dependency is the facade.
    program: u64,
}

/// What the log says of our crates.
fn logged(log: &str, package: &Path) -> io::Result<Vec<Crate>> {
    let mut crates: Vec<Crate> = Vec::new();
    for line in log.lines().filter(|line| line.starts_with("xmpp_")) {
        let Some((name, processor)) = line.split_once(' ') else {
            continue;
        };
        let own = |entry: &&xmpp_stanzas::xml::registry::Entry| {
            entry.type_name().split("::").next() == Some(name)
        };
        crates.push(Crate {
            name: name.to_owned(),
            processor: processor.parse().unwrap_or_default(),
            bytes: 0,
            types: xmpp_stanzas::registry().filter(own).count(),
        });
    }
    for file in fs::read_dir(package.join("target/release/deps"))? {
        let file = file?;
        let path = file.file_name().to_string_lossy().into_owned();
        let library = path
            .strip_prefix("lib")
            .and_then(|n| n.strip_suffix(".rlib"));
        let name = library
            .and_then(|n| n.rsplit_once('-'))
            .map(|(name, _)| name);
        if let Some(one) = crates.iter_mut().find(|c| Some(&*c.name) == name) {
            one.bytes = file.metadata()?.len();
        }
    }
    Ok(crates)
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
    let (processor, elapsed) = (children()? - before, start.elapsed().as_secs_f64());
    let crates = logged(&fs::read_to_string(package.join("log"))?, &package)?;
    let mut program = 0;
    if name == "xmpp-stanzas" {
        fs::write(package.join("src/main.rs"), PROGRAM)?;
        cargo(&package, &["build", "--release", "--offline"])?;
        program = fs::metadata(package.join("target/release/build-cost"))?.len();
    }
    let cost = Cost {
        processor,
        elapsed,
        crates,
        program,
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
         [dependencies]\n{name} = {requirement}\n\n[profile.release]\nstrip = true\n"
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
        .env("RUSTC_WRAPPER", env::current_exe()?)
        .env(LOG, package.join("log"))
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
