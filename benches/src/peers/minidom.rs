//! minidom 0.19: a tree, over rxml's events.

use minidom::Element;

use crate::contender::{Job, Task, reads, writes};
use crate::inputs::Input;

/// It builds, writes and drops recursively; far beyond this the stack overflows.
pub(super) const DEEPEST: usize = 5_000;

fn read(xml: &[u8]) -> Element {
    Element::from_reader(xml).expect("minidom reads every input")
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
        Task::WriteStanza => writes(input, read(input.xml.as_bytes()), |element| {
            let mut output = Vec::new();
            element
                .write_to(&mut output)
                .expect("a Vec takes everything");
            output
        }),
        Task::ReadTyped | Task::WriteTyped => None,
    }
}
