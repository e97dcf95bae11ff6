use proptest::prelude::*;
use xmpp_chat::fallback::{Fallback, Part, Region, visible};
use xmpp_xml::testing::assert_typed;
use xmpp_xml::{Invalid, Options, Report, read_with};

const REPLY: &str = "urn:xmpp:reply:0";

fn region(part: Part, start: u32, end: u32) -> Region {
    Region::new(part).with_start(start).with_end(end)
}

fn of(regions: impl IntoIterator<Item = Region>) -> Fallback {
    Fallback::of(REPLY).with_regions(regions)
}

fn seen<'f>(text: &str, part: Part, fallbacks: impl IntoIterator<Item = &'f Fallback>) -> String {
    visible(text, part, fallbacks, |protocol| protocol == REPLY).into_owned()
}

#[test]
fn cuts_by_code_points() {
    let body = "> 👩‍🚀 e\u{301}\nYes 🫖";
    let cut = of([region(Part::Body, 0, 9)]);
    assert_eq!(seen(body, Part::Body, [&cut]), "Yes 🫖");
    assert_eq!(seen(body, Part::Subject, [&cut]), body);
    let within_an_emoji = of([region(Part::Body, 0, 3)]);
    assert_eq!(
        seen(body, Part::Body, [&within_an_emoji]),
        "\u{200d}🚀 e\u{301}\nYes 🫖"
    );
}

#[test]
fn is_all_where_no_part_is_named() {
    let all = Fallback::of(REPLY);
    assert!(all.is_all());
    assert_eq!(seen("tea", Part::Body, [&all]), "");
    assert_eq!(seen("tea", Part::Subject, [&all]), "");
    let body = of([Region::new(Part::Body)]);
    assert!(!body.is_all());
    assert_eq!(seen("tea", Part::Body, [&body]), "");
    assert_eq!(seen("tea", Part::Subject, [&body]), "tea");
}

#[test]
fn is_not_all_where_a_part_was_not_understood() {
    let unknown: Fallback = xmpp_xml::from_str(
        "<fallback xmlns='urn:xmpp:fallback:0' for='urn:xmpp:reply:0'><thread/></fallback>",
    )
    .expect("it is valid");
    assert!(!unknown.is_all());
    assert_eq!(seen("tea", Part::Body, [&unknown]), "tea");
}

#[test]
fn is_open_at_either_end() {
    let from = of([Region::new(Part::Body).with_start(2)]);
    assert_eq!(seen("🫖 tea", Part::Body, [&from]), "🫖 ");
    let to = of([Region::new(Part::Body).with_end(2)]);
    assert_eq!(seen("🫖 tea", Part::Body, [&to]), "tea");
}

#[test]
fn shows_what_is_for_something_else_or_for_nobody_knows_what() {
    let other = Fallback::of("urn:example:other");
    let unnamed = Fallback::new();
    assert_eq!(seen("tea", Part::Body, [&other, &unnamed]), "tea");
}

#[test]
fn shows_what_is_not_within_the_text() {
    for (start, end) in [(0, 4), (4, 4), (2, 1), (0, u32::MAX), (u32::MAX, 0)] {
        let beyond = of([region(Part::Body, start, end)]);
        assert_eq!(beyond.ranges("tea", Part::Body), None);
        assert_eq!(seen("tea", Part::Body, [&beyond]), "tea");
    }
    let good = of([region(Part::Body, 0, 1)]);
    let bad = of([region(Part::Body, 0, 9)]);
    assert_eq!(seen("tea", Part::Body, [&good, &bad]), "ea");
}

#[test]
fn takes_overlapping_parts_once() {
    let parts = of([
        region(Part::Body, 2, 4),
        region(Part::Body, 0, 3),
        region(Part::Body, 3, 3),
    ]);
    assert_eq!(seen("abcdef", Part::Body, [&parts]), "ef");
}

#[test]
fn rejects_a_region_that_is_none_whatever_is_kept() {
    let options = Options::new().invalid(Invalid::Keep);
    for attribute in ["start='-1'", "end='many'", "start='4294967296'"] {
        let source =
            format!("<fallback xmlns='urn:xmpp:fallback:0'><body {attribute}/></fallback>");
        let read = read_with::<Fallback>(source.as_bytes(), &options, &mut Report::default());
        assert!(read.is_err(), "{attribute}");
    }
}

#[test]
fn keeps_the_order_of_the_parts() {
    let fallback: Fallback = assert_typed(
        "<fallback xmlns='urn:xmpp:fallback:0'><subject/><body end='1'/><subject start='2'/></fallback>",
    );
    let parts: Vec<_> = fallback.regions.iter().map(|region| region.part).collect();
    assert_eq!(parts, [Part::Subject, Part::Body, Part::Subject]);
}

#[test]
fn understands_the_namespace_that_some_clients_write() {
    let source = "<fallback xmlns='urn:xmpp:feature-fallback:0' for='urn:xmpp:reply:0'>\
        <body start='0' end='2'/></fallback>";
    let mut old: Fallback = assert_typed(source);
    assert_eq!(seen("🫖 tea", Part::Body, [&old]), "tea");
    old.regions.push(Region::new(Part::Subject));
    assert_eq!(
        xmpp_xml::to_string(&old).expect("it can be written"),
        source.replace("</fallback>", "<subject/></fallback>")
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 1024, ..ProptestConfig::default() })]

    #[test]
    fn shows_what_is_not_understood_and_not_in_range(
        text in "[aé🫖]{0,12}",
        fallbacks in prop::collection::vec(
            ("[ab]", prop::collection::vec((any::<bool>(), prop::option::of(0_u32..14), prop::option::of(0_u32..14)), 0..3)),
            0..4,
        ),
    ) {
        let all: Vec<char> = text.chars().collect();
        let mut is_hidden = vec![false; all.len()];
        let mut marks = Vec::new();
        for (protocol, regions) in fallbacks {
            let ranges: Option<Vec<_>> = regions
                .iter()
                .filter(|(is_body, ..)| *is_body)
                .map(|(_, start, end)| {
                    let range = start.unwrap_or(0) as usize..end.map_or(all.len(), |end| end as usize);
                    (range.start <= range.end && range.end <= all.len()).then_some(range)
                })
                .collect();
            let whole = core::iter::once(0..all.len()).collect();
            let ranges = if regions.is_empty() { Some(whole) } else { ranges };
            if protocol == "a" {
                for at in ranges.into_iter().flatten().flatten() {
                    is_hidden[at] = true;
                }
            }
            let regions = regions.into_iter().map(|(is_body, start, end)| {
                let mut region = Region::new(if is_body { Part::Body } else { Part::Subject });
                region.start = start;
                region.end = end;
                region
            });
            marks.push(Fallback::of(&protocol).with_regions(regions));
        }
        let shown: String = all.iter().zip(is_hidden).filter(|(_, hidden)| !hidden).map(|(c, _)| *c).collect();
        prop_assert_eq!(visible(&text, Part::Body, &marks, |protocol| protocol == "a"), shown);
    }
}
