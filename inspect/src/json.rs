//! Inspections as JSON, a record for each root.

use serde::Serialize;
use serde_json::Value;

use crate::cut::{InLog, Root};
use crate::inspection::{Inspection, Status};
use crate::show::Source;

#[derive(Serialize)]
struct Record<'a> {
    file: &'a str,
    index: usize,
    line: usize,
    column: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    log: Option<&'a InLog>,
    name: &'a str,
    namespace: &'a str,
    #[serde(rename = "type")]
    type_name: Option<&'static str>,
    spec: Option<&'static str>,
    section: Option<&'static str>,
    status: Status,
    unknown: Vec<Unknown<'a>>,
    invalid: Vec<Invalid<'a>>,
    omitted: usize,
    value: Option<&'a Value>,
    payloads: Vec<Payload<'a>>,
}

#[derive(Serialize)]
struct Unknown<'a> {
    path: &'a str,
    namespace: &'a str,
    name: &'a str,
    #[serde(flatten)]
    place: Place,
}

#[derive(Serialize)]
struct Invalid<'a> {
    path: &'a str,
    message: &'a str,
    #[serde(flatten)]
    place: Place,
}

#[derive(Serialize)]
struct Place {
    offset: usize,
    line: usize,
    column: usize,
}

#[derive(Serialize)]
struct Payload<'a> {
    path: &'a str,
    #[serde(rename = "type")]
    type_name: &'static str,
    spec: &'static str,
    section: &'static str,
    value: Option<&'a Value>,
}

/// The record of a root, which is the `index`th of its file, as one line.
///
/// # Errors
/// JSON cannot be made of it, which is not to be expected.
pub fn record(
    source: &Source<'_>,
    root: &Root<'_>,
    index: usize,
    inspection: &Inspection,
) -> serde_json::Result<String> {
    let start = if root.log.is_some() { 0 } else { root.start };
    let place = |offset: usize| {
        let position = source.position(root, offset);
        Place {
            offset: start + offset,
            line: position.line,
            column: position.column,
        }
    };
    let entry = inspection.entry;
    // The root itself stands first where it has a type.
    let first = usize::from(entry.is_some());
    let payloads = inspection.readings.iter().skip(first);
    serde_json::to_string(&Record {
        file: source.file,
        index,
        line: source.start.line,
        column: source.start.column,
        log: root.log.as_ref(),
        name: &inspection.name,
        namespace: &inspection.namespace,
        type_name: entry.map(|entry| entry.type_name()),
        spec: entry.map(|entry| entry.spec),
        section: entry.map(|entry| entry.section),
        status: inspection.status(),
        unknown: inspection
            .unknown
            .iter()
            .map(|unknown| Unknown {
                path: &unknown.path,
                namespace: &unknown.namespace,
                name: &unknown.name,
                place: place(unknown.offset),
            })
            .collect(),
        invalid: inspection
            .faults
            .iter()
            .map(|fault| Invalid {
                path: &fault.path,
                message: &fault.message,
                place: place(fault.span.start),
            })
            .collect(),
        omitted: inspection.omitted,
        value: inspection
            .readings
            .first()
            .filter(|_| entry.is_some())
            .and_then(|reading| reading.value.as_ref()),
        payloads: payloads
            .map(|reading| Payload {
                path: &reading.path,
                type_name: reading.entry.type_name(),
                spec: reading.entry.spec,
                section: reading.entry.section,
                value: reading.value.as_ref(),
            })
            .collect(),
    })
}
