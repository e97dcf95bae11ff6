//! rxml 0.14: checked events with namespaces resolved and attributes in a map.

use core::hint::black_box;

use rxml::writer::Encoder;
use rxml::{Event, Parse, Parser};

use crate::contender::{Job, Task, reads, writes};
use crate::inputs::{Input, Seen};

fn events(mut xml: &[u8]) -> impl Iterator<Item = Event> {
    let mut parser = Parser::new();
    core::iter::from_fn(move || {
        parser
            .parse(&mut xml, true)
            .expect("rxml reads every input")
    })
}

/// To resolve a name it walks up through all ancestors: quadratic time for a chain of elements.
const DEEPEST: usize = 5_000;

fn read(xml: &[u8]) -> Seen {
    let mut seen = Seen::default();
    for event in events(xml) {
        if let Event::StartElement(_, _, attributes) = black_box(&event) {
            seen.elements += 1;
            seen.attributes += attributes.len();
        }
    }
    seen
}

pub(crate) fn prepare(task: Task, input: &Input) -> Option<Job<'_>> {
    if input.depth > DEEPEST {
        return None;
    }
    match task {
        Task::ReadStanza => reads(input, read, |seen| assert_eq!(*seen, input.seen)),
        Task::WriteStanza => {
            let events: Vec<Event> = events(input.xml.as_bytes()).collect();
            writes(input, events, |events| {
                let mut encoder: Encoder<rxml::writer::SimpleNamespaces> = Encoder::new();
                let mut output = Vec::new();
                for event in events {
                    encoder
                        .encode_event(event, &mut output)
                        .expect("rxml writes what it read");
                }
                output
            })
        }
        Task::ReadTyped | Task::WriteTyped => None,
    }
}
