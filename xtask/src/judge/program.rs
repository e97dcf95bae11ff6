//! A program that is asked line by line, whatever it does: it may hang, crash, or never end a line.

use std::ffi::OsString;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender, SyncSender, TryRecvError};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::Result;

/// What a program may take.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bounds {
    /// For one answer.
    pub(crate) answer: Duration,
    /// For all of them.
    pub(crate) whole: Duration,
    /// The bytes of an answer.
    pub(crate) bytes: usize,
    /// How often it may fail before it is not asked any more.
    pub(crate) failures: usize,
}

impl Default for Bounds {
    fn default() -> Self {
        Self {
            answer: Duration::from_secs(10),
            whole: Duration::from_secs(900),
            bytes: 4 << 20,
            failures: 20,
        }
    }
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    /// There was none in time.
    Hangs,
    /// The program ended; how, and the end of what it said on standard error.
    Ends(String),
    /// The answer has no end.
    Endless,
    /// There was a line that nobody had asked for.
    Unasked,
    /// It was not asked: it had failed too often, or taken too long.
    GivenUp,
}

impl core::fmt::Display for Failure {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Hangs => f.write_str("no answer in time (each has to be flushed)"),
            Self::Ends(how) => write!(f, "the program ended: {how}"),
            Self::Endless => f.write_str("a line that is too long"),
            Self::Unasked => f.write_str("a line that nobody had asked for"),
            Self::GivenUp => f.write_str("not asked: too many failures, or too long a run"),
        }
    }
}

/// A program, which is started again after each failure.
#[derive(Debug)]
pub(crate) struct Program {
    command: Vec<OsString>,
    bounds: Bounds,
    started: Instant,
    failures: usize,
    running: Option<Running>,
}

impl Program {
    /// Starts it.
    ///
    /// # Errors
    /// There is no such program.
    pub(crate) fn start(command: Vec<OsString>, bounds: Bounds) -> Result<Self> {
        let running = Running::start(&command, bounds.bytes)?;
        Ok(Self {
            command,
            bounds,
            started: Instant::now(),
            failures: 0,
            running: Some(running),
        })
    }

    /// The line that answers a line; neither has its line end.
    ///
    /// # Errors
    /// The program cannot be started again.
    pub(crate) fn ask(&mut self, line: &str) -> Result<core::result::Result<Vec<u8>, Failure>> {
        let left = self.bounds.whole.saturating_sub(self.started.elapsed());
        if left.is_zero() || self.failures >= self.bounds.failures {
            self.running = None;
            return Ok(Err(Failure::GivenUp));
        }
        let mut running = match self.running.take() {
            Some(running) => running,
            None => Running::start(&self.command, self.bounds.bytes)?,
        };
        let answer = running.ask(line, self.bounds.answer.min(left));
        match answer {
            Ok(_) => self.running = Some(running),
            Err(_) => self.failures += 1,
        }
        Ok(answer)
    }

    /// Lets the program end; says what it still did that it should not.
    pub(crate) fn end(self) -> Option<Failure> {
        let wait = self.bounds.answer;
        self.running.and_then(|running| running.end(wait))
    }
}

/// What the program's standard output did.
#[derive(Debug)]
enum Said {
    Line(Vec<u8>),
    Endless,
    End,
}

/// The program while it runs. It is killed when this is dropped.
#[derive(Debug)]
struct Running {
    child: Child,
    /// `None` once its standard input is closed.
    questions: Option<Sender<String>>,
    said: Receiver<Said>,
    complaints: Arc<Mutex<Vec<u8>>>,
    /// Disconnected once there will be no more complaints.
    complains: Receiver<()>,
}

impl Running {
    fn start(command: &[OsString], bytes: usize) -> Result<Self> {
        let (name, arguments) = command.split_first().ok_or("no command is named")?;
        let mut command = Command::new(name);
        command
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        // What it starts is killed with it.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let mut child = command
            .spawn()
            .map_err(|error| format!("{}: {error}", name.display()))?;
        let (questions, asked) = mpsc::channel();
        let (say, said) = mpsc::sync_channel(1);
        let complaints = Arc::default();
        let (ends, complains) = mpsc::channel();
        if let Some(to) = child.stdin.take() {
            thread::spawn(move || write(to, &asked));
        }
        if let Some(from) = child.stdout.take() {
            thread::spawn(move || read(from, bytes, &say));
        }
        if let Some(from) = child.stderr.take() {
            let complaints = Arc::clone(&complaints);
            thread::spawn(move || {
                keep_end(from, &complaints);
                drop(ends);
            });
        }
        Ok(Self {
            child,
            questions: Some(questions),
            said,
            complaints,
            complains,
        })
    }

    fn ask(&mut self, line: &str, wait: Duration) -> core::result::Result<Vec<u8>, Failure> {
        match self.said.try_recv() {
            Err(TryRecvError::Empty) => {}
            Ok(Said::Line(_) | Said::Endless) => return Err(Failure::Unasked),
            Ok(Said::End) | Err(TryRecvError::Disconnected) => return Err(self.ended()),
        }
        if let Some(questions) = &self.questions {
            // Where it does not listen any more, its output ends.
            let _ = questions.send(format!("{line}\n"));
        }
        match self.said.recv_timeout(wait) {
            Ok(Said::Line(line)) => Ok(line),
            Ok(Said::Endless) => Err(Failure::Endless),
            Ok(Said::End) | Err(RecvTimeoutError::Disconnected) => Err(self.ended()),
            Err(RecvTimeoutError::Timeout) => Err(Failure::Hangs),
        }
    }

    fn end(mut self, wait: Duration) -> Option<Failure> {
        self.questions = None;
        match self.said.recv_timeout(wait) {
            Ok(Said::Line(_) | Said::Endless) => Some(Failure::Unasked),
            Err(RecvTimeoutError::Timeout) => Some(Failure::Hangs),
            Ok(Said::End) | Err(RecvTimeoutError::Disconnected) => match self.status() {
                Some(status) if status.success() => None,
                _ => Some(self.ended()),
            },
        }
    }

    /// How it ended, for which it has a moment: its output may be closed before.
    fn status(&mut self) -> Option<ExitStatus> {
        const STEP: Duration = Duration::from_millis(5);
        for _ in 0..200 {
            match self.child.try_wait() {
                Ok(None) => thread::sleep(STEP),
                Ok(status) => return status,
                Err(_) => return None,
            }
        }
        None
    }

    fn ended(&mut self) -> Failure {
        let how = match self.status() {
            Some(status) => status.to_string(),
            None => "its output is closed, but it runs".to_owned(),
        };
        let _ = self.complains.recv_timeout(Duration::from_secs(1));
        let complaints = self
            .complaints
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let complaints = String::from_utf8_lossy(&complaints);
        // Many runtimes say something behind what went wrong.
        let is_error = |line: &&str| line.contains("rror:") || line.contains("panicked");
        let is_any = |line: &&str| !line.trim().is_empty();
        let mut lines = complaints.lines();
        match lines
            .clone()
            .rfind(is_error)
            .or_else(|| lines.rfind(is_any))
        {
            Some(last) => Failure::Ends(format!("{how}: {}", last.trim())),
            None => Failure::Ends(how),
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Once it has been waited for, its number may be another's.
        #[cfg(unix)]
        if let Ok(None) = self.child.try_wait() {
            let group = format!("-{}", self.child.id());
            let mut kill = Command::new("kill");
            kill.args(["-KILL", "--", &group]).stderr(Stdio::null());
            let _ = kill.status();
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Hands the questions on until there are no more, or nobody reads them.
fn write(mut to: ChildStdin, questions: &Receiver<String>) {
    for question in questions {
        if to
            .write_all(question.as_bytes())
            .and_then(|()| to.flush())
            .is_err()
        {
            return;
        }
    }
}

/// Says what the lines are, up to one of more than `bytes`.
fn read(from: ChildStdout, bytes: usize, say: &SyncSender<Said>) {
    let mut from = BufReader::new(from);
    loop {
        let mut line = Vec::new();
        let limit = u64::try_from(bytes).unwrap_or(u64::MAX);
        let read = from.by_ref().take(limit).read_until(b'\n', &mut line);
        let said = match read {
            Ok(0) | Err(_) => Said::End,
            Ok(_) if line.pop_if(|byte| *byte == b'\n').is_some() => {
                line.pop_if(|byte| *byte == b'\r');
                Said::Line(line)
            }
            Ok(length) if length >= bytes => Said::Endless,
            // The last line need not have an end.
            Ok(_) => Said::Line(line),
        };
        let is_last = !matches!(said, Said::Line(_));
        if say.send(said).is_err() || is_last {
            return;
        }
    }
}

/// Keeps the last bytes of what is said on standard error.
fn keep_end(mut from: impl Read, kept: &Mutex<Vec<u8>>) {
    const KEPT: usize = 4096;
    let mut piece = [0; KEPT];
    loop {
        let length = match from.read(&mut piece) {
            Ok(0) => return,
            Ok(length) => length,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(_) => return,
        };
        let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.extend_from_slice(&piece[..length]);
        let excess = kept.len().saturating_sub(KEPT);
        kept.drain(..excess);
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    const QUICK: Bounds = Bounds {
        answer: Duration::from_millis(1500),
        whole: Duration::from_secs(60),
        bytes: 1 << 16,
        failures: 3,
    };

    fn program(script: &str) -> Program {
        let command = ["sh", "-c", script].map(OsString::from);
        Program::start(command.into(), QUICK).expect("there is a shell")
    }

    fn ask(program: &mut Program, line: &str) -> core::result::Result<String, Failure> {
        let answer = program.ask(line).expect("the program can be started");
        answer.map(|line| String::from_utf8(line).expect("the answer is UTF-8"))
    }

    #[test]
    fn takes_one_line_for_each() {
        let mut echo = program("while read -r line; do echo \"<$line>\"; done");
        for line in ["a", "", "b c"] {
            assert_eq!(ask(&mut echo, line), Ok(format!("<{line}>")));
        }
        assert_eq!(echo.end(), None);
    }

    #[test]
    fn a_crash_is_reported_with_the_last_words_and_the_next_question_finds_it_alive() {
        let mut program = program(
            "while read -r line; do if [ $line = bad ]; then echo first >&2; echo last >&2; exit 3; fi; echo ok; done",
        );
        assert_eq!(ask(&mut program, "good"), Ok("ok".to_owned()));
        let failure = Failure::Ends("exit status: 3: last".to_owned());
        assert_eq!(ask(&mut program, "bad"), Err(failure));
        assert_eq!(ask(&mut program, "good"), Ok("ok".to_owned()));
    }

    #[test]
    fn a_program_that_hangs_is_killed_and_given_up_in_the_end() {
        let begin = Instant::now();
        let mut program = program("sleep 600");
        for _ in 0..QUICK.failures {
            assert_eq!(ask(&mut program, "a"), Err(Failure::Hangs));
        }
        assert_eq!(ask(&mut program, "a"), Err(Failure::GivenUp));
        drop(program);
        assert!(begin.elapsed() < Duration::from_secs(60));
    }

    #[test]
    fn a_line_without_end_is_not_waited_for() {
        let mut program = program("read -r line; yes | tr -d '\\n'");
        assert_eq!(ask(&mut program, "a"), Err(Failure::Endless));
    }

    #[test]
    fn a_program_that_does_not_listen_blocks_nothing() {
        let mut program = program("sleep 600");
        let answer = ask(&mut program, &"a".repeat(1 << 20));
        assert_eq!(answer, Err(Failure::Hangs));
    }

    #[test]
    fn lines_that_nobody_asked_for_are_seen() {
        let mut eager = program("while read -r line; do echo a; echo b; done");
        assert_eq!(ask(&mut eager, "1"), Ok("a".to_owned()));
        assert_eq!(eager.end(), Some(Failure::Unasked));
        let mut program = program("while read -r line; do echo a; done; exit 1");
        assert_eq!(ask(&mut program, "1"), Ok("a".to_owned()));
        assert_eq!(
            program.end(),
            Some(Failure::Ends("exit status: 1".to_owned()))
        );
    }

    #[test]
    fn a_command_that_is_not_there_is_an_error() {
        let command = vec!["no-such-program-for-xtask-judge".into()];
        assert!(Program::start(command, QUICK).is_err());
        assert!(Program::start(Vec::new(), QUICK).is_err());
    }
}
