//! All families, small and in a choice that is the same in each run.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use xmpp_cost::SEED;
use xmpp_cost::family::{Extent, groups};
use xmpp_cost::grammar::{Caps, shapes};
use xmpp_cost::run::{Sizes, run};

/// How many pairs of a family and an operation are measured at least, lest something be left out unseen.
const PAIRS: usize = 12_000;

/// How many bytes of heap each byte of an input takes at most: what the documentation of `Limits` says.
const BOUNDS: [(&str, &str, f64); 8] = [
    ("opaque: read", "peak", 20.0),
    ("opaque: read", "kept", 10.0),
    ("stanza: read", "peak", 36.0),
    ("stanza: read", "kept", 20.0),
    ("typed: read with a report", "peak", 72.0),
    ("typed: read with a report", "kept", 44.0),
    ("stream: split in pieces of 4 KB", "peak", 36.0),
    (
        "stream: split in pieces of 4 KB, the events kept",
        "kept",
        56.0,
    ),
];

#[test]
fn no_cost_grows_beyond_the_input() {
    let groups = groups(Extent::Some(SEED), Caps::SMALL);
    let tally = run(&groups, Sizes::new(512, 5), &|_, _| true);
    assert!(tally.measured >= PAIRS, "{}", tally.measured);
    // What is refused at once costs nothing, and shows nothing.
    assert!(
        tally.accepted * 10 > tally.measured * 9,
        "{} of {}",
        tally.accepted,
        tally.measured
    );
    for (operation, figure, bound) in BOUNDS {
        let worst = tally.rows[operation].figures[figure]
            .iter()
            .max_by(|(a, _), (b, _)| a.total_cmp(b));
        let (worst, family) = worst.expect("it has been measured");
        assert!(
            *worst <= bound && *worst > bound / 2.0,
            "{operation}: {figure} {worst:.1} of {bound} for {family}"
        );
    }
    let mut places = String::new();
    for finding in &tally.findings {
        let family = groups
            .iter()
            .flat_map(|group| &group.families)
            .find(|family| family.name == finding.family);
        if let Some(family) = family {
            let name: String = finding
                .family
                .chars()
                .map(|c| if c.is_alphanumeric() { c } else { '-' })
                .collect();
            let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.xml"));
            fs::write(&path, family.input(2048)).expect("the folder of the tests can be written");
            places.push_str(&format!("{}: {}\n", finding.family, path.display()));
        }
    }
    assert!(
        tally.findings.is_empty(),
        "grows beyond the input:\n{}\ninputs:\n{places}",
        tally.report()
    );
}

#[test]
fn the_choice_has_every_part_of_the_grammar_every_type_and_every_operation() {
    let all = groups(Extent::All, Caps::SMALL);
    let some = groups(Extent::Some(SEED), Caps::SMALL);
    let operations = |groups: &[xmpp_cost::family::Group]| -> BTreeSet<String> {
        let pairs = groups.iter().flat_map(|group| group.pairs());
        pairs
            .flat_map(|(_, operations)| operations.map(|o| o.name.clone()).collect::<Vec<_>>())
            .collect()
    };
    assert_eq!(operations(&some), operations(&all));
    let families = |groups: &[xmpp_cost::family::Group]| -> BTreeSet<String> {
        groups
            .iter()
            .flat_map(|group| &group.families)
            .map(|family| family.name.clone())
            .collect()
    };
    let chosen = families(&some);
    let has = |shape: &str| chosen.iter().any(|family| family.starts_with(shape));
    let missing: Vec<_> = shapes()
        .into_iter()
        .map(|shape| shape.name)
        .filter(|shape| !has(&format!("{shape} @")))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
    let places = |families: &BTreeSet<String>| -> BTreeSet<String> {
        let places = families
            .iter()
            .filter_map(|family| family.split_once(" @ "));
        places
            .map(|(_, place)| place.split(',').next().unwrap_or_default().to_owned())
            .collect()
    };
    let (chosen, all) = (places(&chosen), places(&families(&all)));
    let missing: Vec<_> = all.difference(&chosen).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
