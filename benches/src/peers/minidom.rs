//! minidom 0.19: a tree, over rxml's events.

use ::minidom::Element;

use crate::contender::{Job, Task, reads, writes};
use crate::inputs::Input;

/// It builds, writes and drops recursively; far beyond this the stack overflows.
pub(crate) const DEEPEST: usize = 5_000;

pub(crate) fn read(xml: &[u8]) -> Element {
    Element::from_reader(xml).expect("minidom reads every input")
}

pub(crate) fn write(element: &Element) -> Vec<u8> {
    let mut output = Vec::new();
    element
        .write_to(&mut output)
        .expect("a Vec takes everything");
    output
}

fn elements(element: &Element) -> usize {
    1 + element.children().map(elements).sum::<usize>()
}

pub(crate) fn prepare(task: Task, input: &Input) -> Option<Job<'_>> {
    if input.depth > DEEPEST {
        return None;
    }
    match task {
        Task::ReadStanza => reads(input, read, |element| {
            assert_eq!(elements(element), input.seen.elements);
        }),
        Task::WriteStanza => writes(input, read(input.xml.as_bytes()), |element| write(element)),
        _ => None,
    }
}
