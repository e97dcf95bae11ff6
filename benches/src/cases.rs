use crate::contender::Task;
use crate::inputs::{self, Input, TRAFFIC};

/// A task and what it is done with.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Case {
    /// Short, for `--only` and for criterion.
    pub name: &'static str,
    /// The heading of its table.
    pub title: &'static str,
    /// What is measured.
    pub task: Task,
    /// Inputs, each with how often it comes in one pass.
    pub inputs: fn() -> Vec<(Input, usize)>,
}

/// The files that `wanted` picks, as often as they come.
fn files(wanted: impl Fn(&str) -> bool) -> Vec<(Input, usize)> {
    TRAFFIC
        .iter()
        .filter(|file| wanted(file.name))
        .map(|file| (Input::file(file.name), file.times))
        .collect()
}

fn traffic() -> Vec<(Input, usize)> {
    files(|_| true)
}

/// Without the payloads that only one side has a type for.
fn typed_traffic() -> Vec<(Input, usize)> {
    files(|name| !["muc-list", "muc-config"].contains(&name))
}

/// Service discovery, forms and errors.
fn core_traffic() -> Vec<(Input, usize)> {
    files(|name| {
        name.starts_with("disco-") || ["stanza-error", "form", "iq-result"].contains(&name)
    })
}

fn pubsub() -> Vec<(Input, usize)> {
    files(|name| name.starts_with("pubsub-"))
}

/// Lists and configuration are left out: only one side has types for them.
fn muc() -> Vec<(Input, usize)> {
    files(|name| name == "muc-presence")
}

fn jingle() -> Vec<(Input, usize)> {
    files(|name| name == "jingle")
}

fn disco_answer() -> Vec<(Input, usize)> {
    vec![(Input::file("disco-info-result"), 1)]
}

fn disco_payload() -> Vec<(Input, usize)> {
    vec![(Input::disco_payload(), 1)]
}

fn stream() -> Vec<(Input, usize)> {
    vec![(inputs::stream(), 1)]
}

macro_rules! cases {
    ($($name:literal, $title:literal, $task:ident $(($piece:literal))?, $inputs:ident;)*) => {
        /// All that is compared, apart from [`GROWTH`].
        pub const CASES: &[Case] = &[$(Case {
            name: $name,
            title: $title,
            task: Task::$task $(($piece))?,
            inputs: $inputs,
        }),*];
    };
}

cases! {
    "read-mix", "Read the mix of traffic, payloads opaque", ReadStanza, traffic;
    "read-mix-typed", "Read the mix of traffic, payloads typed", ReadTyped, typed_traffic;
    "read-core-typed", "Read discovery, forms and errors, payloads typed", ReadTyped, core_traffic;
    "read-pubsub-typed", "Read publish-subscribe, payloads typed", ReadTyped, pubsub;
    "read-muc-typed", "Read presence in a room, payload typed", ReadTyped, muc;
    "read-jingle-typed", "Read the offer of a call, payload typed", ReadTyped, jingle;
    "read-disco", "Read a disco#info answer, payload opaque", ReadStanza, disco_answer;
    "read-disco-typed", "Read a disco#info answer, payload typed", ReadTyped, disco_answer;
    "read-payload", "Read the disco#info payload alone, typed", ReadTyped, disco_payload;
    "write-mix", "Write the mix of traffic, payloads opaque", WriteStanza, traffic;
    "write-mix-typed", "Write the mix of traffic, payloads typed", WriteTyped, typed_traffic;
    "write-core-typed", "Write discovery, forms and errors, payloads typed", WriteTyped, core_traffic;
    "write-pubsub-typed", "Write publish-subscribe, payloads typed", WriteTyped, pubsub;
    "write-muc-typed", "Write presence in a room, payload typed", WriteTyped, muc;
    "write-jingle-typed", "Write the offer of a call, payload typed", WriteTyped, jingle;
    "write-disco", "Write a disco#info answer, payload opaque", WriteStanza, disco_answer;
    "write-disco-typed", "Write a disco#info answer, payload typed", WriteTyped, disco_answer;
    "write-payload", "Write the disco#info payload alone, typed", WriteTyped, disco_payload;
    "split-pieces", "Take a stream of the mix apart that comes in pieces of 4 KB", Split(4096), stream;
    "split-bytes", "Take a stream of the mix apart that comes byte by byte", Split(1), stream;
}

/// A shape of input that is made in several sizes.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Growth {
    /// Short, for `--only` and for criterion.
    pub name: &'static str,
    /// The heading of its table.
    pub title: &'static str,
    /// What is measured.
    pub task: Task,
    /// Makes the input of about so many bytes.
    pub input: fn(usize) -> Input,
}

/// The sizes of [`GROWTH`], in bytes, with their names.
pub const SIZES: &[(&str, usize)] = &[
    ("1 KB", 1_000),
    ("10 KB", 10_000),
    ("100 KB", 100_000),
    ("1 MB", 1_000_000),
    ("10 MB", 10_000_000),
];

macro_rules! growth {
    ($($name:literal, $title:literal, $task:ident $(($piece:literal))?, $input:ident;)*) => {
        /// Whether cost grows in step with the input.
        pub const GROWTH: &[Growth] = &[$(Growth {
            name: $name,
            title: $title,
            task: Task::$task $(($piece))?,
            input: inputs::$input,
        }),*];
    };
}

growth! {
    "read-wide", "Read many siblings, payload opaque", ReadStanza, wide;
    "read-wide-typed", "Read many siblings, payload typed", ReadTyped, wide;
    "write-wide", "Write many siblings, payload opaque", WriteStanza, wide;
    "read-deep", "Read many levels, payload opaque", ReadStanza, deep;
    "write-deep", "Write many levels, payload opaque", WriteStanza, deep;
    "split-wide-pieces", "Take a stream of one stanza apart, in pieces of 4 KB", Split(4096), wide_in_stream;
    "split-wide-bytes", "Take a stream of one stanza apart, byte by byte", Split(1), wide_in_stream;
}
