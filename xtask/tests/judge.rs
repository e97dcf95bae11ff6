//! The judge with real programs at the other end: ourselves, and the peers that are installed.

#![expect(
    clippy::std_instead_of_alloc,
    reason = "tests need std anyway, and one name for it is enough"
)]
#![expect(clippy::print_stderr, reason = "a test that does less says so there")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

const XTASK: &str = env!("CARGO_BIN_EXE_xtask");

/// How often each outcome of good vectors, and of hostile ones.
type Counts = BTreeMap<(bool, String), usize>;

/// Asks a program, and counts what came of it.
fn judge(command: &[&str]) -> Counts {
    let output = Command::new(XTASK)
        .args(["judge", "--json", "--"])
        .args(command)
        .output()
        .expect("xtask can be started");
    let records = serde_json::Deserializer::from_slice(&output.stdout).into_iter::<Value>();
    let mut counts = Counts::new();
    for record in records {
        let record = record.expect("records are JSON");
        let is_hostile = record["id"]
            .as_str()
            .is_some_and(|id| id.starts_with("hostile/"));
        let outcome = record["outcome"].as_str().expect("an outcome").to_owned();
        assert_ne!(outcome, "undecided", "{record}");
        *counts.entry((is_hostile, outcome)).or_default() += 1;
    }
    counts
}

fn number(counts: &Counts, is_hostile: bool, outcome: &str) -> usize {
    let key = (is_hostile, outcome.to_owned());
    counts.get(&key).copied().unwrap_or_default()
}

fn total(counts: &Counts) -> usize {
    counts.values().sum()
}

fn peers() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../edges/peers")
}

#[test]
fn everything_comes_back_from_ourselves() {
    let counts = judge(&[XTASK, "peer"]);
    let good: Vec<_> = counts
        .keys()
        .filter(|(is_hostile, _)| !is_hostile)
        .map(|(_, outcome)| outcome.as_str())
        .collect();
    assert_eq!(good, ["opaque", "typed"]);
    assert!(number(&counts, false, "typed") >= 1400, "{counts:?}");
    // Those that say why they are accepted.
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("../testdata/refused.toml");
    let list = std::fs::read_to_string(list).expect("the list can be read");
    let accepted = list.lines().filter(|line| line.starts_with("accepted = "));
    assert_eq!(number(&counts, true, "accepted"), accepted.count());
    let hostile: Vec<_> = counts
        .keys()
        .filter(|(is_hostile, _)| *is_hostile)
        .map(|(_, outcome)| outcome.as_str())
        .collect();
    assert_eq!(hostile, ["accepted", "rightly-refused"]);
}

#[test]
fn without_types_everything_is_opaque() {
    let counts = judge(&[XTASK, "peer", "--raw"]);
    let typed = judge(&[XTASK, "peer"]);
    assert_eq!(total(&counts), total(&typed));
    let good: usize = ["opaque", "typed"]
        .map(|outcome| number(&typed, false, outcome))
        .iter()
        .sum();
    assert_eq!(number(&counts, false, "opaque"), good);
}

#[cfg(unix)]
#[test]
fn a_program_that_says_nothing_of_worth_is_given_up() {
    let all = total(&judge(&[XTASK, "peer"]));
    for script in ["echo tea", "while read -r line; do echo tea; done", "yes"] {
        let counts = judge(&["sh", "-c", script]);
        let failed = number(&counts, false, "failed") + number(&counts, true, "failed");
        assert_eq!((failed, total(&counts)), (all, all), "{script}");
    }
}

/// Asks a peer that a command finds, in both of its ways.
fn ask_peer(name: &str, is_there: &mut Command, command: &[&str]) {
    let is_there = is_there
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    if !is_there.is_ok_and(|status| status.success()) {
        eprintln!("{name} is not installed: it is not asked");
        return;
    }
    let all = total(&judge(&[XTASK, "peer"]));
    let typed = judge(command);
    assert_eq!(total(&typed), all, "{name}");
    let mut dom = command.to_vec();
    dom.push("--dom");
    let dom = judge(&dom);
    for counts in [&typed, &dom] {
        let failed = number(counts, false, "failed");
        assert!(failed < all / 50, "{name} answers: {counts:?}");
    }
    assert!(
        number(&typed, false, "typed") > all / 10,
        "{name}: {typed:?}"
    );
    assert_eq!(number(&dom, false, "typed"), 0, "{name}: {dom:?}");
    assert!(number(&dom, false, "opaque") > all / 2, "{name}: {dom:?}");
}

#[test]
fn slixmpp_is_asked_where_it_is_installed() {
    let script = peers().join("slixmpp_peer.py");
    let script = script.to_str().expect("the path is UTF-8");
    let mut is_there = Command::new("python3");
    is_there.args(["-c", "import slixmpp"]);
    ask_peer("slixmpp", &mut is_there, &["python3", script]);
}

#[test]
fn stanzajs_is_asked_where_it_is_installed() {
    let script = peers().join("stanza_peer.js");
    let script = script.to_str().expect("the path is UTF-8");
    let mut is_there = Command::new("node");
    is_there.args(["-e", "require('stanza')"]);
    ask_peer("StanzaJS", &mut is_there, &["node", script]);
}
