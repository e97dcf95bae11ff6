//! `xmpp-inspect`: see its README.

#![expect(
    clippy::std_instead_of_core,
    reason = "a program needs std anyway, and one name for it is enough"
)]
#![expect(clippy::print_stderr, reason = "a program speaks to its user there")]

use std::fs;
use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::thread;
use std::time::{Duration, Instant};

use anstream::{AutoStream, ColorChoice};
use lexopt::prelude::*;
use xmpp_inspect::cut::{self, Root};
use xmpp_inspect::follow::Follower;
use xmpp_inspect::inspection::Inspection;
use xmpp_inspect::json;
use xmpp_inspect::show::{self, Position, Source};

type Result<T> = core::result::Result<T, Box<dyn core::error::Error>>;

const HELP: &str = "\
xmpp-inspect [OPTION…] [FILE…]

Shows each element of the files, or of standard input, as a tree of types: what it was read as, by which section of which
specification, the fields with their values, what no type names (?), and what is wrong with a caret under it. A file has
elements one after the other, what one side of a stream sent, or the debug log of Prosody or ejabberd.

  --errors            only elements with something wrong
  --follow            go on with what is added to the file, until the program is stopped
  --json              a record for each element instead, one a line
  --color WHEN        auto (the default: where standard output is a terminal and NO_COLOR is not set), always, never
  -h, --help          print this
  -V, --version       print the version

Passwords, tokens and keys are shown as …. The exit status is 1 if something is wrong, 2 if a file cannot be read.
";

#[derive(Debug, Default)]
struct Arguments {
    files: Vec<PathBuf>,
    errors: bool,
    follow: bool,
    json: bool,
    color: ColorChoice,
}

fn main() -> ExitCode {
    let outcome = arguments().and_then(|arguments| match arguments {
        Some(arguments) => run(&arguments),
        None => Ok(false),
    });
    match outcome {
        Ok(false) => ExitCode::SUCCESS,
        Ok(true) => ExitCode::FAILURE,
        Err(error) if is_closed_pipe(&*error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {}", xmpp_stanzas::xml::for_log(&error.to_string()));
            ExitCode::from(2)
        }
    }
}

/// What the user wants; `None` where that has been done.
fn arguments() -> Result<Option<Arguments>> {
    let mut arguments = Arguments::default();
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Value(file) => arguments.files.push(file.into()),
            Long("errors") => arguments.errors = true,
            Long("follow") => arguments.follow = true,
            Long("json") => arguments.json = true,
            Long("color") => {
                arguments.color = match &*parser.value()?.string()? {
                    "auto" => ColorChoice::Auto,
                    "always" => ColorChoice::Always,
                    "never" => ColorChoice::Never,
                    other => return Err(format!("--color {other}: auto, always or never").into()),
                };
            }
            Short('h') | Long("help") => {
                io::stdout().write_all(HELP.as_bytes())?;
                return Ok(None);
            }
            Short('V') | Long("version") => {
                writeln!(io::stdout(), "xmpp-inspect {}", env!("CARGO_PKG_VERSION"))?;
                return Ok(None);
            }
            other => return Err(other.unexpected().into()),
        }
    }
    if arguments.follow && (arguments.files.len() != 1 || is_standard(&arguments.files[0])) {
        return Err("--follow: name one file".into());
    }
    if arguments.files.is_empty() {
        arguments.files.push("-".into());
    }
    Ok(Some(arguments))
}

fn is_standard(file: &std::path::Path) -> bool {
    file.as_os_str() == "-"
}

/// Shows what the arguments name; gives whether something is wrong.
fn run(arguments: &Arguments) -> Result<bool> {
    let out = AutoStream::new(io::stdout(), arguments.color).lock();
    let mut shown = Shown {
        arguments,
        out: Box::new(out),
        is_first: true,
        is_wrong: false,
    };
    if arguments.follow {
        return follow(&arguments.files[0], &mut shown);
    }
    for file in &arguments.files {
        let name = if is_standard(file) {
            "standard input".into()
        } else {
            file.display().to_string()
        };
        let text = if is_standard(file) {
            let mut text = Vec::new();
            io::stdin().lock().read_to_end(&mut text)?;
            text
        } else {
            fs::read(file).map_err(|error| format!("{name}: {error}"))?
        };
        let cut = cut::roots(&text).map_err(|error| format!("{name}: {error}"))?;
        let mut lines = Lines::of(&text);
        for (root, index) in cut.roots.iter().zip(1..) {
            let start = lines.start(root);
            shown.root(&Source::new(&name, start), root, index)?;
        }
        if cut.cut_off > 0 {
            eprintln!(
                "{name}: entries that the log itself cut off: {}",
                cut.cut_off
            );
        }
    }
    Ok(shown.is_wrong)
}

/// Shows what is added to a file, until the program is stopped or the output closed.
fn follow(file: &std::path::Path, shown: &mut Shown<'_>) -> Result<bool> {
    const SHORTEST: Duration = Duration::from_millis(100);
    let name = file.display().to_string();
    let mut follower = Follower::new();
    let mut length = 0;
    let mut index = 0;
    loop {
        let begun = Instant::now();
        let text = fs::read(file).map_err(|error| format!("{name}: {error}"))?;
        // A log that begins anew.
        if text.len() < length {
            follower = Follower::new();
        }
        if text.len() != length {
            length = text.len();
            let roots = follower
                .new_roots(&text)
                .map_err(|error| format!("{name}: {error}"))?;
            let mut lines = Lines::of(&text);
            for root in &roots {
                index += 1;
                let start = lines.start(root);
                shown.root(&Source::new(&name, start), root, index)?;
            }
            shown.out.flush()?;
        }
        // A file is read from its beginning, so the longer that takes, the more seldom it is done.
        thread::sleep(SHORTEST.max(begun.elapsed() * 4));
    }
}

/// The lines of a file.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    position: Position,
}

impl<'a> Lines<'a> {
    fn of(text: &'a [u8]) -> Self {
        // A file that is not UTF-8 has one root, which begins where it does.
        let text = match core::str::from_utf8(text) {
            Ok(text) => text,
            Err(error) => core::str::from_utf8(&text[..error.valid_up_to()]).unwrap_or_default(),
        };
        Self {
            text,
            at: 0,
            position: Position::START,
        }
    }

    /// Where a root begins; none may begin before one that was asked for earlier.
    fn start(&mut self, root: &Root<'_>) -> Position {
        if let Some(log) = &root.log {
            return Position::line(log.line);
        }
        if let Some(between) = self.text.get(self.at..root.start) {
            self.position = self.position.behind(between);
            self.at = root.start;
        }
        self.position
    }
}

/// What has been shown.
struct Shown<'a> {
    arguments: &'a Arguments,
    out: Box<dyn Write>,
    is_first: bool,
    is_wrong: bool,
}

impl Shown<'_> {
    fn root(&mut self, source: &Source<'_>, root: &Root<'_>, index: usize) -> Result<()> {
        let inspection = Inspection::of(root);
        self.is_wrong |= inspection.is_wrong();
        if self.arguments.errors && !inspection.is_wrong() {
            return Ok(());
        }
        if self.arguments.json {
            writeln!(
                self.out,
                "{}",
                json::record(source, root, index, &inspection)?
            )?;
            return Ok(());
        }
        if !self.is_first {
            writeln!(self.out)?;
        }
        self.is_first = false;
        self.out
            .write_all(show::text(source, root, &inspection).as_bytes())?;
        Ok(())
    }
}

/// Whether the reader of our output has gone, as `head` does when it has seen enough.
fn is_closed_pipe(error: &(dyn core::error::Error + 'static)) -> bool {
    error
        .downcast_ref::<io::Error>()
        .is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}
