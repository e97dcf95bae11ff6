//! quick-xml 0.42: events that borrow from the input, and serde.

use core::hint::black_box;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::NamespaceResolver;
use quick_xml::reader::NsReader;
use serde::{Serialize, de::DeserializeOwned};

use super::disco::with_serde::{Iq, Query};
use super::text;
use crate::contender::{Job, Task, reads, writes};
use crate::inputs::{Input, Seen};

/// It refuses to go deeper.
const DEEPEST: usize = 65_535;

/// Goes through all events, resolves every name and decodes every value.
fn events(xml: &[u8]) -> Seen {
    let mut reader = NsReader::from_str(text(xml));
    let mut seen = Seen::default();
    loop {
        let event = reader.read_event().expect("quick-xml reads every input");
        match &event {
            Event::Start(start) | Event::Empty(start) => {
                count(start, reader.resolver(), &mut seen);
            }
            Event::Text(text) => {
                black_box(text.xml_content(XmlVersion::Implicit1_0));
            }
            Event::GeneralRef(reference) => {
                black_box(reference.resolve_char_ref().expect("a sound reference"));
            }
            Event::Eof => return seen,
            _ => {}
        }
    }
}

fn count(start: &BytesStart<'_>, resolver: &NamespaceResolver, seen: &mut Seen) {
    seen.elements += 1;
    black_box(resolver.resolve_element(start.name()));
    for attribute in start.attributes() {
        let attribute = attribute.expect("sound attributes");
        if attribute.key.as_namespace_binding().is_none() {
            seen.attributes += 1;
            black_box(resolver.resolve_attribute(attribute.key));
        }
        black_box(
            attribute
                .normalized_value(XmlVersion::Implicit1_0)
                .expect("a sound value"),
        );
    }
}

pub(crate) fn prepare_events(task: Task, input: &Input) -> Option<Job<'_>> {
    if input.depth > DEEPEST {
        return None;
    }
    match task {
        Task::ReadStanza => reads(input, events, |seen| assert_eq!(*seen, input.seen)),
        _ => None,
    }
}

fn read<T: DeserializeOwned>(xml: &[u8]) -> T {
    quick_xml::de::from_str(text(xml)).expect("serde reads its inputs")
}

fn prepare_as<T: DeserializeOwned + Serialize + 'static>(
    task: Task,
    input: &Input,
    query: fn(&T) -> &Query,
) -> Option<Job<'_>> {
    match task {
        Task::ReadTyped => reads(input, read::<T>, |value| {
            let Query {
                identities,
                features,
                ..
            } = query(value);
            assert_eq!((identities.len(), features.len()), (2, 20));
        }),
        Task::WriteTyped => writes(input, read::<T>(input.xml.as_bytes()), |value| {
            quick_xml::se::to_string(value).expect("serde writes what it read")
        }),
        _ => None,
    }
}

/// serde sees names as they are spelt: a namespace is an attribute named `xmlns` to it.
pub(crate) fn prepare_serde(task: Task, input: &Input) -> Option<Job<'_>> {
    match input.name.as_str() {
        "disco-info-result" => prepare_as(task, input, |iq: &Iq| &iq.query),
        "disco-info-payload" => prepare_as(task, input, |query: &Query| query),
        _ => None,
    }
}
