//! instant-xml 0.7: typed, with namespaces; no place for an unknown payload.

use instant_xml::{FromXmlOwned, ToXml};

use super::disco::with_instant_xml::{Iq, Query};
use super::text;
use crate::contender::{Job, Task, reads, writes};
use crate::inputs::Input;

fn read<T: FromXmlOwned>(xml: &[u8]) -> T {
    instant_xml::from_str(text(xml)).expect("instant-xml reads its inputs")
}

fn prepare_as<T: FromXmlOwned + ToXml + 'static>(
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
            instant_xml::to_string(value).expect("instant-xml writes what it read")
        }),
        _ => None,
    }
}

pub(crate) fn prepare(task: Task, input: &Input) -> Option<Job<'_>> {
    match input.name.as_str() {
        "disco-info-result" => prepare_as(task, input, |iq: &Iq| &iq.query),
        "disco-info-payload" => prepare_as(task, input, |query: &Query| query),
        _ => None,
    }
}
