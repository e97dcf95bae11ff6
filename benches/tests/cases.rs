//! Whatever is measured is what it says it is. Preparing a job checks its result.

use std::fs;

use xmpp_benches::{
    CASES, CONTENDERS, Case, Entry, GROWTH, Input, OURS, PROMISES, REFERENCES, TRAFFIC, Task,
};

fn can(name: &str, task: Task, inputs: &[(Input, usize)]) -> bool {
    let contender = CONTENDERS.iter().find(|contender| contender.name == name);
    let contender = contender.unwrap_or_else(|| panic!("no contender named {name}"));
    Entry::new(contender, task, inputs).is_some()
}

#[test]
fn we_and_a_reference_can_do_every_case() {
    let check = |name: &str, task, inputs: &[(Input, usize)]| {
        assert!(can(OURS, task, inputs), "we not {name}");
        let somebody = REFERENCES.iter().any(|peer| can(peer, task, inputs));
        assert!(somebody, "no reference {name}");
    };
    for case in CASES {
        check(case.name, case.task, &(case.inputs)());
    }
    for growth in GROWTH {
        check(growth.name, growth.task, &[((growth.input)(1_000), 1)]);
    }
}

#[test]
fn whoever_a_promise_is_about_takes_part_in_its_case() {
    for promise in PROMISES {
        let case = CASES.iter().find(|case| case.name == promise.case);
        let case = case.unwrap_or_else(|| panic!("no case named {}", promise.case));
        for who in [promise.who, promise.versus] {
            let takes_part = can(who, case.task, &(case.inputs)());
            assert!(takes_part, "{who} in {}", case.name);
        }
    }
}

#[test]
fn we_have_types_for_payloads_of_every_area() {
    for file in [
        "muc-presence",
        "muc-list",
        "muc-config",
        "pubsub-event",
        "pubsub-config",
        "jingle",
    ] {
        for task in [Task::ReadTyped, Task::WriteTyped] {
            assert!(can(OURS, task, &[(Input::file(file), 1)]), "{file}");
        }
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
    let mut mix: Vec<&str> = TRAFFIC.iter().map(|file| file.name).collect();
    files.sort_unstable();
    mix.sort_unstable();
    assert_eq!(files, mix);
}

#[test]
fn the_readme_describes_every_input() {
    let readme = include_str!("../README.md");
    for file in TRAFFIC {
        let row = format!("| `{}` | {} | {} |", file.name, file.xml.len(), file.times);
        assert!(readme.contains(&row), "no row {row}");
    }
    let (documents, bytes) = TRAFFIC.iter().fold((0, 0), |(documents, bytes), file| {
        (documents + file.times, bytes + file.xml.len() * file.times)
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
