//! The commands of this repository, each named `cargo xtask COMMAND`.

#![expect(
    clippy::std_instead_of_core,
    clippy::std_instead_of_alloc,
    reason = "commands need std anyway, and one name for it is enough"
)]
#![expect(clippy::print_stderr, reason = "a command speaks to its user there")]

mod example;
mod examples;
mod exceptions;
mod infoset;
mod scope;
mod table;
mod xeps;

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use lexopt::prelude::*;

type Result<T> = core::result::Result<T, Box<dyn core::error::Error>>;

const HELP: &str = "\
cargo xtask COMMAND

examples [--xeps DIR] [--all] [--list]   count what the XEPs show; --all: not only those in scope;
                                         --list: name each example that is not XML
help                                     print this

XEPs are read from DIR, else from $XEPS_DIR, else from a clone that is made under .xeps/.
";

fn main() -> ExitCode {
    let mut out = io::stdout().lock();
    match run(&mut lexopt::Parser::from_env(), &mut out) {
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
        Some(Long("help") | Short('h')) | None => "help".to_owned(),
        Some(other) => return Err(other.unexpected().into()),
    };
    match command.as_str() {
        "examples" => {
            let mut options = examples::Options::default();
            while let Some(argument) = arguments.next()? {
                match argument {
                    Long("xeps") => options.xeps = Some(arguments.value()?.into()),
                    Long("all") => options.all = true,
                    Long("list") => options.list = true,
                    other => return Err(other.unexpected().into()),
                }
            }
            examples::run(&options, out)
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
