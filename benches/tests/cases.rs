//! Whatever is measured is what it says it is. Preparing a job checks its result.

use std::fs;

use xmpp_benches::{CASES, CONTENDERS, Case, Contender, Entry, GROWTH, Input, REFERENCE, TRAFFIC};

fn reference() -> &'static Contender {
    CONTENDERS
        .iter()
        .find(|contender| contender.name == REFERENCE)
        .expect("the reference takes part")
}

#[test]
fn the_reference_can_do_every_case() {
    for case in CASES {
        let inputs = (case.inputs)();
        assert!(
            Entry::new(reference(), case.task, &inputs).is_some(),
            "{}",
            case.name
        );
    }
    for growth in GROWTH {
        let inputs = [((growth.input)(1_000), 1)];
        assert!(
            Entry::new(reference(), growth.task, &inputs).is_some(),
            "{}",
            growth.name
        );
    }
}

#[test]
fn every_contender_takes_part_in_some_case() {
    for contender in CONTENDERS {
        let takes_part = |case: &Case| Entry::new(contender, case.task, &(case.inputs)()).is_some();
        assert!(CASES.iter().any(takes_part), "{}", contender.name);
    }
}

#[test]
fn every_file_of_inputs_is_in_the_mix() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/inputs");
    let mut files: Vec<String> = fs::read_dir(folder)
        .expect("a folder of inputs")
        .map(|entry| entry.expect("a readable folder").file_name())
        .filter_map(|name| Some(name.to_str()?.strip_suffix(".xml")?.to_owned()))
        .collect();
    let mut mix: Vec<&str> = TRAFFIC.iter().map(|(name, ..)| *name).collect();
    files.sort_unstable();
    mix.sort_unstable();
    assert_eq!(files, mix);
}

#[test]
fn the_readme_describes_every_input() {
    let readme = include_str!("../README.md");
    for (name, xml, times) in TRAFFIC {
        let row = format!("| `{name}` | {} | {times} |", xml.len());
        assert!(readme.contains(&row), "no row {row}");
    }
    let (documents, bytes) = TRAFFIC
        .iter()
        .fold((0, 0), |(documents, bytes), (_, xml, times)| {
            (documents + times, bytes + xml.len() * times)
        });
    let mix = format!(
        "{documents} stanzas of {} bytes on average",
        bytes / documents
    );
    assert!(readme.contains(&mix), "not: {mix}");
}

#[test]
fn generated_inputs_have_the_size_asked_for() {
    for growth in GROWTH {
        for size in [1_000, 10_000, 100_000] {
            let input: Input = (growth.input)(size);
            let length = input.xml.len();
            assert!(
                length.abs_diff(size) <= size / 10,
                "{} {size}: {length}",
                growth.name
            );
        }
    }
}
