//! `cargo xtask fuzz`: every fuzz target for a while, from our vectors, and what came of it.

use std::collections::{BTreeSet, VecDeque};
use std::ffi::OsStr;
use std::io::{self, BufRead, BufReader, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::{fs, thread};

use sha2::{Digest, Sha256};
use xmpp_stanzas::jid::Jid;
use xmpp_stanzas::registry;
use xmpp_stanzas::xml::{
    Content, Date, DateTime, Node, Options as Reading, RawElement, Time, Value, first_element,
};

use crate::roundtrip::files;
use crate::table::{Table, write_line};
use crate::{Result, workspace};

/// Longer inputs are cut: what is worth finding is in short ones, and those run faster.
const LONGEST: usize = 4096;

/// What the command is told.
#[derive(Debug)]
pub(crate) struct Options {
    /// How long each target runs.
    pub(crate) seconds: u32,
    /// How many inputs each target tries at most, from a fixed seed: the same ones every time. As many as there is time
    /// for, and other ones every time, where it is not told.
    pub(crate) runs: Option<u64>,
    /// How many run at the same time.
    pub(crate) jobs: usize,
    /// Which; all where none is named.
    pub(crate) targets: Vec<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            seconds: 60,
            runs: None,
            jobs: 1,
            targets: Vec::new(),
        }
    }
}

/// Builds the targets and runs them. Tells whether nothing was found.
///
/// # Errors
/// There is no such target, they cannot be built, or a file cannot be written.
pub(crate) fn run(options: &Options, out: &mut impl Write) -> Result<bool> {
    let known = targets()?;
    if let Some(unknown) = options.targets.iter().find(|name| !known.contains(*name)) {
        return Err(format!("no target {unknown:?}; there are {known:?}").into());
    }
    let chosen = |name: &&String| options.targets.is_empty() || options.targets.contains(name);
    let queue: VecDeque<&String> = known.iter().filter(chosen).collect();
    let programs = build()?;
    let seeds = Seeds::collect()?;
    for name in &queue {
        seeds.write(name)?;
    }

    let is_terminal = io::stderr().is_terminal();
    let queue = Mutex::new(queue);
    let found = Mutex::new(Vec::new());
    let worker = || -> core::result::Result<(), String> {
        loop {
            // By itself, for a lock in the head of a `while let` is held for as long as its body runs.
            let next = lock(&queue).pop_front();
            let Some(name) = next else { break };
            let show = |line: &str| {
                if is_terminal {
                    write_line(&format!("{name:<10} {line}"));
                }
            };
            let run = fuzz(&programs, name, options, &show);
            let run = run.map_err(|error| format!("{name}: {error}"))?;
            let verdict = if run.crashes.is_empty() {
                "nothing found"
            } else {
                "FOUND"
            };
            if is_terminal {
                write_line("");
            }
            eprintln!("{name:<10} {}  {verdict}", run.last);
            lock(&found).push((name.clone(), run));
        }
        Ok(())
    };
    thread::scope(|scope| -> Result<()> {
        let workers: Vec<_> = (0..options.jobs.max(1))
            .map(|_| scope.spawn(worker))
            .collect();
        for worker in workers {
            worker.join().map_err(|_| "a worker has panicked")??;
        }
        Ok(())
    })?;

    let mut table = Table::new(["target"], ["runs", "corpus", "coverage", "crashes"]);
    let mut found = found.into_inner().unwrap_or_default();
    found.sort_by(|(a, _), (b, _)| a.cmp(b));
    for (name, run) in &found {
        for (path, message) in &run.crashes {
            writeln!(out, "{name}: {}\n{message}\n", path.display())?;
        }
        let numbers = [run.runs, run.corpus, run.coverage, run.crashes.len()];
        table.row([name.clone()], numbers);
    }
    write!(out, "{table}")?;
    Ok(found.iter().all(|(_, run)| run.crashes.is_empty()))
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(|broken| broken.into_inner())
}

fn folder() -> PathBuf {
    workspace().join("fuzz")
}

fn corpus(target: &str) -> PathBuf {
    folder().join("corpus").join(target)
}

/// What was found in the past, and what is found now.
fn regressions(target: &str) -> PathBuf {
    workspace().join("testdata/regressions").join(target)
}

/// The names of the targets.
fn targets() -> Result<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    for entry in fs::read_dir(folder().join("fuzz_targets"))? {
        let path = entry?.path();
        if path.extension() == Some(OsStr::new("rs")) {
            names.extend(
                path.file_stem()
                    .map(|name| name.to_string_lossy().into_owned()),
            );
        }
    }
    Ok(names)
}

/// Builds all targets; gives the folder of the programs.
///
/// Without the address sanitizer, which halves the speed: no code of ours is unsafe.
fn build() -> Result<PathBuf> {
    let built = Command::new("cargo")
        .args([
            "+nightly",
            "fuzz",
            "build",
            "--sanitizer",
            "none",
            "--fuzz-dir",
        ])
        .arg(folder())
        .status()?;
    if !built.success() {
        let needs = "the targets cannot be built; they need `rustup toolchain install nightly` \
                     and `cargo install cargo-fuzz`";
        return Err(needs.into());
    }
    let about = Command::new("rustc").args(["+nightly", "-vV"]).output()?;
    let about = String::from_utf8_lossy(&about.stdout);
    let host = about.lines().find_map(|line| line.strip_prefix("host: "));
    let host = host.ok_or("rustc does not tell its host")?;
    Ok(folder().join("target").join(host).join("release"))
}

/// What came of one target.
#[derive(Debug, Default)]
struct Outcome {
    runs: usize,
    /// The number of inputs that each reach something that no other does.
    corpus: usize,
    /// The number of places in the program that were reached.
    coverage: usize,
    /// What libFuzzer said last.
    last: String,
    /// Where each input that broke something has been put, and what it broke.
    crashes: Vec<(PathBuf, String)>,
}

fn fuzz(programs: &Path, name: &str, options: &Options, show: &dyn Fn(&str)) -> Result<Outcome> {
    let artifacts = folder().join("artifacts").join(name);
    fs::create_dir_all(&artifacts)?;
    let before = paths(&artifacts)?;
    let mut child = Command::new(programs.join(name))
        .arg(corpus(name))
        .arg(format!("-max_total_time={}", options.seconds))
        .args(options.runs.map(|runs| format!("-runs={runs}")))
        .args(options.runs.map(|_| "-seed=1"))
        .arg(format!("-max_len={LONGEST}"))
        .arg(format!(
            "-dict={}",
            folder().join("dictionary.txt").display()
        ))
        .arg(format!("-artifact_prefix={}/", artifacts.display()))
        .args(["-timeout=10", "-rss_limit_mb=2048"])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()?;
    let mut outcome = Outcome::default();
    let mut message = Vec::new();
    let output = child.stderr.take().ok_or("its output cannot be read")?;
    for line in BufReader::new(output).split(b'\n') {
        let line = line?;
        let line = String::from_utf8_lossy(&line);
        if let Some(progress) = line.strip_prefix('#').and_then(|l| l.split_once('\t')) {
            outcome.take(progress);
            show(&outcome.last);
        } else if line.contains("panicked at") || !message.is_empty() {
            message.push(line.into_owned());
        }
    }
    child.wait()?;
    // As far as it is about what was found, and not about where in the program.
    let message: Vec<_> = message
        .into_iter()
        .take_while(|line| !line.starts_with("note: ") && !line.starts_with("stack backtrace"))
        .take(24)
        .collect();
    for path in paths(&artifacts)?.difference(&before) {
        let kept = keep(name, path)?;
        outcome.crashes.push((kept, message.join("\n")));
    }
    Ok(outcome)
}

impl Outcome {
    /// Takes what a line of libFuzzer tells: `#runs`, then `EVENT cov: 1 ft: 2 corp: 3/4b …`.
    fn take(&mut self, (runs, rest): (&str, &str)) {
        let mut words = rest.split_whitespace();
        let mut after = |key| {
            words.find(|word| *word == key)?;
            words.next()
        };
        let Some(coverage) = after("cov:").and_then(|number| number.parse().ok()) else {
            return;
        };
        self.runs = runs.parse().unwrap_or(self.runs);
        self.coverage = coverage;
        let corpus = after("corp:").and_then(|corpus| corpus.split_once('/')?.0.parse().ok());
        self.corpus = corpus.unwrap_or(self.corpus);
        let speed = after("exec/s:");
        self.last = format!(
            "{:>10} runs  {:>6} a second  corpus {:>5}  coverage {:>6}",
            self.runs,
            speed.unwrap_or("–"),
            self.corpus,
            self.coverage,
        );
    }
}

/// Puts an input that broke something where `cargo test` replays it.
fn keep(target: &str, path: &Path) -> Result<PathBuf> {
    let input = fs::read(path)?;
    let dir = regressions(target);
    fs::create_dir_all(&dir)?;
    let kept = dir.join(digest(&input));
    fs::write(&kept, input)?;
    Ok(kept)
}

fn digest(bytes: &[u8]) -> String {
    let hash = Sha256::digest(bytes);
    hash.iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

fn paths(dir: &Path) -> Result<BTreeSet<PathBuf>> {
    let mut paths = BTreeSet::new();
    for entry in fs::read_dir(dir)? {
        paths.insert(entry?.path());
    }
    Ok(paths)
}

/// What the targets begin with, out of `testdata/`.
#[derive(Debug, Default)]
struct Seeds {
    /// Whole files, the hostile ones too.
    files: Vec<Vec<u8>>,
    roots: Vec<String>,
    headers: Vec<String>,
    /// The values of attributes and the texts of elements.
    texts: BTreeSet<String>,
    /// Elements as JSON, each behind the name of its type.
    json: BTreeSet<String>,
}

impl Seeds {
    fn collect() -> Result<Self> {
        let mut seeds = Self::default();
        let testdata = workspace().join("testdata");
        for path in files(&testdata)? {
            let bytes = fs::read(path)?;
            if let Ok(text) = core::str::from_utf8(&bytes) {
                seeds.add(text);
            }
            seeds.files.push(bytes);
        }
        for path in paths(&testdata.join("stream-errors/headers"))? {
            seeds.headers.push(fs::read_to_string(path)?);
        }
        Ok(seeds)
    }

    /// The roots of a file, up to one that is not XML.
    fn add(&mut self, text: &str) {
        let mut rest = text;
        while let Ok((root, length)) = first_element(rest, &Reading::file()) {
            self.add_texts(root.node());
            self.add_json(root.node());
            self.roots.push(root.to_string().to_owned());
            rest = &rest[length..];
        }
    }

    fn add_texts(&mut self, node: Node<'_>) {
        self.texts
            .extend(node.attributes().map(|a| a.value.into_owned()));
        for content in node.content() {
            match content {
                Content::Text(text) => drop(self.texts.insert(text.into_owned())),
                Content::Element(child) => self.add_texts(child),
            }
        }
    }

    fn add_json(&mut self, node: Node<'_>) {
        for entry in registry().filter(|entry| entry.matches(&node)) {
            let mut text = format!("{}\n", entry.type_name()).into_bytes();
            let element = RawElement::from(node);
            let mut json = serde_json::Serializer::new(&mut text);
            if entry
                .serialize(&element, &Reading::new(), &mut json)
                .is_ok()
            {
                self.json.extend(String::from_utf8(text));
            }
        }
        for child in node.children() {
            self.add_json(child);
        }
    }

    /// Those of a target.
    fn inputs(&self, target: &str) -> Vec<Vec<u8>> {
        let texts = |is: fn(&str) -> bool| {
            let texts = self.texts.iter().filter(|text| is(text));
            texts.map(|text| text.clone().into_bytes()).collect()
        };
        let roots = || self.roots.iter().map(|root| root.clone().into_bytes());
        match target {
            "reader" => roots().chain(self.files.iter().cloned()).collect(),
            "splitter" => self.streams(),
            // Each with a few changes.
            "routes" => (0u8..=255)
                .cycle()
                .zip(&self.roots)
                .map(|(n, root)| [&[1, n, n / 3, n], root.as_bytes()].concat())
                .collect(),
            "json" => self
                .json
                .iter()
                .map(|text| text.clone().into_bytes())
                .collect(),
            "addresses" => texts(|text| {
                text.starts_with("xmpp:") || text.contains(['@', '/']) && Jid::new(text).is_ok()
            }),
            "dates" => texts(|text| {
                DateTime::parse(text).is_ok()
                    || Date::parse(text).is_ok()
                    || Time::parse(text).is_ok()
            }),
            _ => roots().collect(),
        }
    }

    /// Writes those of a target into its corpus, with what it found in the past.
    fn write(&self, target: &str) -> Result<()> {
        let mut inputs = self.inputs(target);
        let past = regressions(target);
        if past.is_dir() {
            for path in paths(&past)? {
                inputs.push(fs::read(path)?);
            }
        }
        let dir = corpus(target);
        fs::create_dir_all(&dir)?;
        for input in inputs.iter().filter(|input| input.len() <= LONGEST) {
            fs::write(dir.join(format!("seed-{}", digest(input))), input)?;
        }
        Ok(())
    }

    /// Each header alone, and each with some of the roots and an end.
    fn streams(&self) -> Vec<Vec<u8>> {
        let mut streams: Vec<_> = self
            .headers
            .iter()
            .map(|h| h.clone().into_bytes())
            .collect();
        for (at, roots) in self.roots.chunks(4).enumerate() {
            let Some(header) = self.headers.get(at % self.headers.len().max(1)) else {
                continue;
            };
            let closed = format!("{}/>", header.trim_end().trim_end_matches('>'));
            let mut reading = Reading::default();
            reading.skip_declaration = true;
            let Ok(stream) = RawElement::read_with(closed.as_bytes(), &reading) else {
                continue;
            };
            let node = stream.node();
            let prefix = node.prefix();
            let colon = if prefix.is_empty() { "" } else { ":" };
            let end = format!("</{prefix}{colon}{}>", node.name());
            streams.push(format!("{header}{}{end}\n", roots.join("\n")).into_bytes());
        }
        streams
    }
}

#[cfg(test)]
mod tests {
    use xmpp_fuzz::TARGETS;

    use super::*;

    #[test]
    fn what_was_found_is_found_no_more() {
        for (name, target) in TARGETS {
            if let Ok(found) = paths(&regressions(name)) {
                for path in found {
                    // For the message of a panic.
                    eprintln!("{}", path.display());
                    target(&fs::read(path).expect("the input can be read"));
                }
            }
        }
    }

    #[test]
    fn every_target_is_replayed() {
        let replayed = TARGETS.iter().map(|(name, _)| (*name).to_owned()).collect();
        assert_eq!(targets().expect("the folder can be read"), replayed);
        let regressions = paths(&workspace().join("testdata/regressions"));
        for path in regressions.unwrap_or_default() {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            assert!(replayed.contains(&*name), "{}", path.display());
        }
    }

    #[test]
    fn seeds_are_what_the_targets_take() {
        let seeds = Seeds::collect().expect("the vectors can be read");
        assert!(seeds.roots.len() > 500, "{}", seeds.roots.len());
        let streams = seeds.streams();
        assert!(streams.len() > 100, "{}", streams.len());
        for (name, target) in TARGETS {
            for input in seeds.inputs(name) {
                target(&input);
            }
        }
    }

    #[test]
    fn reads_what_libfuzzer_tells() {
        let mut outcome = Outcome::default();
        outcome.take((
            "8192",
            "pulse  cov: 312 ft: 900 corp: 45/12Kb lim: 99 exec/s: 4096 rss: 41Mb",
        ));
        assert_eq!(
            (outcome.runs, outcome.coverage, outcome.corpus),
            (8192, 312, 45)
        );
        outcome.take(("9000", "DONE"));
        assert_eq!(outcome.runs, 8192);
        assert!(
            outcome.last.contains("4096 a second  corpus    45"),
            "{}",
            outcome.last
        );
    }
}
