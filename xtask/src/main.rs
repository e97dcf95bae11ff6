//! The commands of this repository, each named `cargo xtask COMMAND`.

#![expect(
    clippy::std_instead_of_core,
    clippy::std_instead_of_alloc,
    reason = "commands need std anyway, and one name for it is enough"
)]
#![expect(clippy::print_stderr, reason = "a command speaks to its user there")]

mod conformance;
mod cost;
mod example;
mod exceptions;
mod fuzz;
mod generate;
mod infoset;
mod registrar;
mod roundtrip;
mod scope;
mod table;
#[cfg(test)]
mod tidy;
mod vectors;
mod verdict;
mod xeps;

use std::env;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use lexopt::prelude::*;

type Result<T> = core::result::Result<T, Box<dyn core::error::Error>>;

const HELP: &str = "\
cargo xtask COMMAND

conformance [--xeps DIR] [--all] [--json]  what the XEPs show, through our types and back;
                                           --all: not only the XEPs in scope, --json: a record per element
roundtrip [--write DIR] [PATH…]            the same for any XML files, folders or standard input: a record
                                           per root; --write: keep what was written back
bench [ARGUMENT…]                          how we compare with the peers on the same bytes, as tables
cost [ARGUMENT…]                           what every operation costs for hostile input, and what grows beyond it:
                                           cost help; cost instructions [ARGUMENT…] the same as valgrind counts
fuzz [--seconds N] [--runs N] [--jobs N] [TARGET…]
                                           the fuzz targets, all or these, each for N seconds (60), or for N
                                           inputs that are the same every time, N targets at the same time;
                                           needs a nightly toolchain and cargo-fuzz
generate [--xeps DIR]                      rewrite what comes from the registry: the table of the README,
                                           doap.xml, the dictionary for fuzzing
help                                       print this

XEPs are read from DIR, else from $XEPS_DIR, else from a clone that is made under .xeps/.
";

fn main() -> ExitCode {
    let mut out = io::stdout().lock();
    // Wherever it stands, but for the commands that hand on what they are told.
    let mut arguments = env::args_os()
        .skip(1)
        .take_while(|argument| argument != "bench" && argument != "cost");
    let outcome = if arguments.any(|argument| argument == "--help" || argument == "-h") {
        out.write_all(HELP.as_bytes())
            .map(|()| true)
            .map_err(Into::into)
    } else {
        run(&mut lexopt::Parser::from_env(), &mut out)
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) if is_closed_pipe(&*error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Runs the command that the arguments name; tells whether all was as expected.
fn run(arguments: &mut lexopt::Parser, out: &mut impl Write) -> Result<bool> {
    let command = match arguments.next()? {
        Some(Value(command)) => command.string()?,
        None => "help".to_owned(),
        Some(other) => return Err(other.unexpected().into()),
    };
    match command.as_str() {
        "conformance" => {
            let mut options = conformance::Options::default();
            while let Some(argument) = arguments.next()? {
                match argument {
                    Long("xeps") => options.xeps = Some(arguments.value()?.into()),
                    Long("all") => options.all = true,
                    Long("json") => options.json = true,
                    other => return Err(other.unexpected().into()),
                }
            }
            conformance::run(&options, out)
        }
        "roundtrip" => {
            let (mut paths, mut write) = (Vec::new(), None);
            while let Some(argument) = arguments.next()? {
                match argument {
                    Value(path) => paths.push(PathBuf::from(path)),
                    Long("write") => write = Some(PathBuf::from(arguments.value()?)),
                    other => return Err(other.unexpected().into()),
                }
            }
            roundtrip::run(&paths, write.as_deref(), out)
        }
        "fuzz" => {
            let mut options = fuzz::Options::default();
            while let Some(argument) = arguments.next()? {
                match argument {
                    Long("seconds") => options.seconds = arguments.value()?.parse()?,
                    Long("runs") => options.runs = Some(arguments.value()?.parse()?),
                    Long("jobs") => options.jobs = arguments.value()?.parse()?,
                    Value(target) => options.targets.push(target.string()?),
                    other => return Err(other.unexpected().into()),
                }
            }
            fuzz::run(&options, out)
        }
        "generate" => {
            let mut xeps = None;
            while let Some(argument) = arguments.next()? {
                match argument {
                    Long("xeps") => xeps = Some(PathBuf::from(arguments.value()?)),
                    other => return Err(other.unexpected().into()),
                }
            }
            generate::run(xeps)
        }
        "cost" => cost::run(arguments.raw_args()?.collect(), out),
        "bench" => {
            let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
            cargo.args([
                "run",
                "--package",
                "xmpp-benches",
                "--release",
                "--bin",
                "ratios",
                "--",
            ]);
            cargo.args(arguments.raw_args()?);
            Ok(cargo.status()?.success())
        }
        "help" => {
            out.write_all(HELP.as_bytes())?;
            Ok(true)
        }
        other => Err(format!("no command {other:?}; see cargo xtask help").into()),
    }
}

/// Whether the reader of our output has gone, as `head` does when it has seen enough.
fn is_closed_pipe(error: &(dyn core::error::Error + 'static)) -> bool {
    error
        .downcast_ref::<io::Error>()
        .is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

/// The root of this repository.
fn workspace() -> PathBuf {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.parent().unwrap_or(manifest).to_path_buf()
}
