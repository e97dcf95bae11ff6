//! rxml 0.14: checked events with namespaces resolved and attributes in a map.

use core::hint::black_box;

use rxml::error::EndOrError;
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

fn count(seen: &mut Seen, event: &Event) {
    if let Event::StartElement(_, _, attributes) = black_box(event) {
        seen.elements += 1;
        seen.attributes += attributes.len();
    }
}

fn read(xml: &[u8]) -> Seen {
    let mut seen = Seen::default();
    events(xml).for_each(|event| count(&mut seen, &event));
    seen
}

fn split(xml: &[u8], size: usize) -> Seen {
    let mut parser = Parser::new();
    let mut seen = Seen::default();
    for mut piece in xml.chunks(size) {
        loop {
            match parser.parse(&mut piece, false) {
                Ok(Some(event)) => count(&mut seen, &event),
                Ok(None) | Err(EndOrError::NeedMoreData) => break,
                Err(EndOrError::Error(error)) => panic!("rxml reads every stream: {error}"),
            }
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
        Task::Split(size) => reads(
            input,
            move |xml| split(xml, size),
            |seen| assert_eq!(*seen, input.seen),
        ),
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
        _ => None,
    }
}
