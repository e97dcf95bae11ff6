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

fn traffic() -> Vec<(Input, usize)> {
    TRAFFIC
        .iter()
        .map(|(name, _, times)| (Input::file(name), *times))
        .collect()
}

/// The part of the traffic whose payloads are service discovery, forms and errors.
fn core_traffic() -> Vec<(Input, usize)> {
    let ours = [
        "disco-info-get",
        "disco-info-result",
        "stanza-error",
        "form",
        "iq-result",
    ];
    traffic()
        .into_iter()
        .filter(|(input, _)| ours.contains(&input.name.as_str()))
        .collect()
}

fn disco_answer() -> Vec<(Input, usize)> {
    vec![(Input::file("disco-info-result"), 1)]
}

fn disco_payload() -> Vec<(Input, usize)> {
    vec![(Input::disco_payload(), 1)]
}

macro_rules! cases {
    ($($name:literal, $title:literal, $task:ident, $inputs:ident;)*) => {
        /// All that is compared, apart from [`GROWTH`].
        pub const CASES: &[Case] =
            &[$(Case { name: $name, title: $title, task: Task::$task, inputs: $inputs }),*];
    };
}

cases! {
    "read-mix", "Read the mix of traffic, payloads opaque", ReadStanza, traffic;
    "read-mix-typed", "Read the mix of traffic, payloads typed", ReadTyped, traffic;
    "read-core-typed", "Read discovery, forms and errors, payloads typed", ReadTyped, core_traffic;
    "read-disco", "Read a disco#info answer, payload opaque", ReadStanza, disco_answer;
    "read-disco-typed", "Read a disco#info answer, payload typed", ReadTyped, disco_answer;
    "read-payload", "Read the disco#info payload alone, typed", ReadTyped, disco_payload;
    "write-mix", "Write the mix of traffic, payloads opaque", WriteStanza, traffic;
    "write-mix-typed", "Write the mix of traffic, payloads typed", WriteTyped, traffic;
    "write-core-typed", "Write discovery, forms and errors, payloads typed", WriteTyped, core_traffic;
    "write-disco", "Write a disco#info answer, payload opaque", WriteStanza, disco_answer;
    "write-disco-typed", "Write a disco#info answer, payload typed", WriteTyped, disco_answer;
    "write-payload", "Write the disco#info payload alone, typed", WriteTyped, disco_payload;
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
    ($($name:literal, $title:literal, $task:ident, $input:ident;)*) => {
        /// Whether cost grows in step with the input.
        pub const GROWTH: &[Growth] = &[
            $(Growth { name: $name, title: $title, task: Task::$task, input: inputs::$input }),*
        ];
    };
}

growth! {
    "read-wide", "Read many siblings, payload opaque", ReadStanza, wide;
    "read-wide-typed", "Read many siblings, payload typed", ReadTyped, wide;
    "write-wide", "Write many siblings, payload opaque", WriteStanza, wide;
    "read-deep", "Read many levels, payload opaque", ReadStanza, deep;
    "write-deep", "Write many levels, payload opaque", WriteStanza, deep;
}
