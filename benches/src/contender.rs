use core::hint::black_box;

use crate::inputs::Input;
use crate::ours;
use crate::peers::{instant_xml, minidom, quick_xml, roxmltree, rxml, xmpp_parsers};

/// What a contender is asked to do with an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Task {
    /// Bytes to a stanza whose payload nobody has looked into; for a library that knows no
    /// stanzas: to its tree or through its events, names and attributes included.
    ReadStanza,
    /// Bytes to a stanza and its payloads as types that own their text.
    ReadTyped,
    /// The value of [`Task::ReadStanza`] to bytes.
    WriteStanza,
    /// The values of [`Task::ReadTyped`] to bytes.
    WriteTyped,
    /// A stream that comes in pieces of so many bytes to the elements in it; for a library that
    /// does not put them together, to its events.
    Split(usize),
}

/// One piece of work, ready to be repeated.
pub type Job<'i> = Box<dyn FnMut() + 'i>;

/// A library that takes part.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Contender {
    /// As the tables print it.
    pub name: &'static str,
    /// The job, tried once and its result checked; `None` where the library has no such ability.
    pub prepare: for<'i> fn(Task, &'i Input) -> Option<Job<'i>>,
}

/// Everybody, in the order of the tables.
pub const CONTENDERS: &[Contender] = &[
    Contender {
        name: "xmpp-stanzas",
        prepare: ours::prepare,
    },
    Contender {
        name: "xmpp-stanzas (kept reader)",
        prepare: ours::prepare_kept,
    },
    Contender {
        name: "xmpp-stanzas (xso)",
        prepare: ours::prepare_through_xso,
    },
    Contender {
        name: "xmpp-stanzas (minidom)",
        prepare: ours::prepare_through_minidom,
    },
    Contender {
        name: "xmpp-parsers",
        prepare: xmpp_parsers::prepare,
    },
    Contender {
        name: "xmpp-parsers (minidom)",
        prepare: xmpp_parsers::prepare_through_minidom,
    },
    Contender {
        name: "minidom",
        prepare: minidom::prepare,
    },
    Contender {
        name: "rxml",
        prepare: rxml::prepare,
    },
    Contender {
        name: "quick-xml events",
        prepare: quick_xml::prepare_events,
    },
    Contender {
        name: "quick-xml serde",
        prepare: quick_xml::prepare_serde,
    },
    Contender {
        name: "instant-xml",
        prepare: instant_xml::prepare,
    },
    Contender {
        name: "roxmltree",
        prepare: roxmltree::prepare,
    },
];

/// A contender with its jobs for all inputs of a case, each as often as the case has it.
#[expect(missing_debug_implementations, reason = "holds closures")]
#[non_exhaustive]
pub struct Entry<'i> {
    /// See [`Contender::name`].
    pub name: &'static str,
    jobs: Vec<(Job<'i>, usize)>,
}

impl<'i> Entry<'i> {
    /// `None` unless the contender can do the task with each input.
    pub fn new(contender: &Contender, task: Task, inputs: &'i [(Input, usize)]) -> Option<Self> {
        let jobs = inputs
            .iter()
            .map(|(input, times)| Some(((contender.prepare)(task, input)?, *times)))
            .collect::<Option<_>>()?;
        Some(Self {
            name: contender.name,
            jobs,
        })
    }

    /// Goes through the inputs once.
    pub fn run(&mut self) {
        for (job, times) in &mut self.jobs {
            for _ in 0..*times {
                job();
            }
        }
    }
}

/// A job that reads. What it makes is dropped within the measured time. `check` sees the first.
pub(crate) fn reads<'i, T>(
    input: &'i Input,
    read: impl Fn(&'i [u8]) -> T + 'i,
    check: impl FnOnce(&T),
) -> Option<Job<'i>> {
    check(&read(input.xml.as_bytes()));
    Some(Box::new(move || {
        black_box(read(black_box(input.xml.as_bytes())));
    }))
}

/// A job that writes. Its first output must have all elements of the input.
pub(crate) fn writes<'i, V: 'i, O: AsRef<[u8]>>(
    input: &Input,
    mut value: V,
    write: impl Fn(&mut V) -> O + 'i,
) -> Option<Job<'i>> {
    let output = write(&mut value);
    let written = roxmltree::count(output.as_ref()).elements;
    let expected = input.seen.elements;
    assert!(
        written >= expected,
        "{}: {written} of {expected} elements written",
        input.name
    );
    Some(Box::new(move || {
        black_box(write(black_box(&mut value)));
    }))
}
