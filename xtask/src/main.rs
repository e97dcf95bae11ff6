//! The commands of this repository, each named `cargo xtask COMMAND`.

#![expect(
    clippy::std_instead_of_core,
    clippy::std_instead_of_alloc,
    reason = "commands need std anyway, and one name for it is enough"
)]
#![expect(clippy::print_stderr, reason = "a command speaks to its user there")]

mod conformance;
mod corpus;
mod cost;
mod example;
mod exceptions;
mod fuzz;
mod generate;
mod index;
mod infoset;
mod judge;
mod kit;
mod library;
mod package;
mod peer;
mod portable;
mod pretty;
mod registrar;
mod report;
mod rfcs;
mod roundtrip;
mod spec;
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
use xmpp_inspect::{fitting, scan, scope};

use crate::corpus::Places;

type Result<T> = core::result::Result<T, Box<dyn core::error::Error>>;

const HELP: &str = "\
cargo xtask COMMAND

conformance [--xeps DIR] [--rfcs DIR] [--json] [--html DIR]
                                           what the XEPs and RFCs show, through our types and back;
                                           --json: a record per element, --html: pages to look at
roundtrip [--write DIR] [PATH…]            the same for any XML files (elements one after the other, or what one side of
                                           a stream sent), debug logs of Prosody and ejabberd, folders of these, or
                                           standard input: a record per root, and a summary on standard error;
                                           --write: what was written back, each root in a file of its own:
                                           PATH/a.xml becomes DIR/a.1.xml, DIR/a.2.xml, …, PATH/b.log DIR/b.log.1.xml;
                                           a folder keeps its name, so that PATH/c/a.xml of c is DIR/c/a.1.xml
vectors DIR                                write our vectors as files that any language can read, with a README
judge [--xeps DIR] [--json] [--seconds N] -- COMMAND…
                                           how another implementation does with them: a program that answers
                                           each line with a line; --xeps: with the examples of the XEPs
                                           instead, --json: a record per element, --seconds: for each answer
peer [--raw]                               our answers, for judge; --raw: without types
inspect [ARGUMENT…]                        stanzas, captures and logs as trees of types, with carets under what is wrong:
                                           cargo xtask inspect --help
bench [ARGUMENT…]                          how we compare with the peers on the same bytes, as tables
cost [ARGUMENT…]                           what every operation costs for hostile input, and what grows beyond it:
                                           cost help; cost instructions [ARGUMENT…] the same as valgrind counts
fuzz [--seconds N] [--runs N] [--jobs N] [TARGET…]
                                           the fuzz targets, all or these, each for N seconds (60), or for N
                                           inputs that are the same every time, N targets at the same time;
                                           needs a nightly toolchain and cargo-fuzz
package                                    the packages as they would be published: what is in them, and a program that
                                           is built from them alone
portable                                   whether the libraries build without std, for wasm32, and with the oldest Rust that
                                           they ask for: what of it is installed
generate [--xeps DIR] [--rfcs DIR]         rewrite what comes from the registry: the table of the README,
                                           doap.xml, the dictionary for fuzzing, the tables on the front pages
                                           of the documentation and the words by which its search finds a type
help                                       print this

XEPs are read from DIR, else from $XEPS_DIR, else from a clone that is made under .xeps/; RFCs from DIR, else from
$RFCS_DIR, else from copies that are fetched into .rfcs/.
";

fn main() -> ExitCode {
    let mut out = io::stdout().lock();
    // Wherever it stands, but for the commands that hand on what they are told.
    let mut arguments = env::args_os().skip(1).take_while(|argument| {
        !["bench", "cost", "inspect", "--"]
            .iter()
            .any(|name| argument == name)
    });
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
                    Long("xeps") => options.places.xeps = Some(arguments.value()?.into()),
                    Long("rfcs") => options.places.rfcs = Some(arguments.value()?.into()),
                    Long("json") => options.json = true,
                    Long("html") => options.html = Some(arguments.value()?.into()),
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
        "vectors" => {
            let dir = match arguments.next()? {
                Some(Value(dir)) => PathBuf::from(dir),
                Some(other) => return Err(other.unexpected().into()),
                None => return Err("vectors: no folder is named".into()),
            };
            match arguments.next()? {
                None => kit::run(&dir, out),
                Some(other) => Err(other.unexpected().into()),
            }
        }
        "judge" => {
            let mut options = judge::Options::default();
            // Behind `--` all is the command's.
            loop {
                if let Some(raw) = arguments.try_raw_args()
                    && raw.peek().is_some_and(|argument| argument == "--")
                {
                    options.command = raw.skip(1).collect();
                    break;
                }
                match arguments.next()? {
                    Some(Long("xeps")) => options.xeps = Some(arguments.value()?.into()),
                    Some(Long("json")) => options.json = true,
                    Some(Long("seconds")) => options.seconds = Some(arguments.value()?.parse()?),
                    Some(other) => return Err(other.unexpected().into()),
                    None => return Err("judge: no command behind --".into()),
                }
            }
            judge::run(&options, out)
        }
        "peer" => {
            let mut raw = false;
            while let Some(argument) = arguments.next()? {
                match argument {
                    Long("raw") => raw = true,
                    other => return Err(other.unexpected().into()),
                }
            }
            peer::run(raw, io::stdin().lock(), out)
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
            let mut places = Places::default();
            while let Some(argument) = arguments.next()? {
                match argument {
                    Long("xeps") => places.xeps = Some(arguments.value()?.into()),
                    Long("rfcs") => places.rfcs = Some(arguments.value()?.into()),
                    other => return Err(other.unexpected().into()),
                }
            }
            generate::run(&places)
        }
        "package" => match arguments.next()? {
            None => package::trial::run(out),
            Some(other) => Err(other.unexpected().into()),
        },
        "portable" => match arguments.next()? {
            None => portable::run(out),
            Some(other) => Err(other.unexpected().into()),
        },
        "inspect" => {
            let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
            cargo.args(["run", "--package", "xmpp-inspect", "--quiet", "--"]);
            cargo.args(arguments.raw_args()?);
            Ok(cargo.status()?.success())
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
