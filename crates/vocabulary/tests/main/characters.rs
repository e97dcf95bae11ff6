use proptest::prelude::*;
use xmpp_vocabulary::characters::{bytes, count, offset, positions, slice, without};

/// Nothing, ASCII, a letter and its accent, an astronaut of three code points, a flag of two, a heart with its selector,
/// Hindi, and a character of each length in UTF-8.
const TEXTS: [&str; 9] = [
    "",
    "tea",
    "e\u{301}cole",
    "a👩‍🚀b",
    "🇺🇳",
    "❤\u{fe0f}!",
    "नमस्ते",
    "aß漢🫖",
    "line\r\nline\u{2028}",
];

fn ranges(text: &str) -> impl Iterator<Item = (u32, u32)> {
    let beyond = u32::try_from(text.chars().count()).expect("it is short") + 2;
    (0..=beyond).flat_map(move |start| (0..=beyond).map(move |end| (start, end)))
}

#[test]
fn counts_as_the_specification_shows() {
    assert_eq!(count("Hello, world!"), 13);
    assert_eq!(count("You & Me"), 8);
    assert_eq!(count("こんにちは世界"), 7);
    assert_eq!(count("🧛🏾 👨‍👨‍👦‍👦 🇺🇳"), 13);
}

#[test]
fn cuts_as_a_list_of_characters_is_cut() {
    for text in TEXTS {
        let characters: Vec<char> = text.chars().collect();
        assert_eq!(count(text), characters.len());
        for (start, end) in ranges(text) {
            let expected = characters
                .get(start as usize..end as usize)
                .map(|part| part.iter().collect::<String>());
            assert_eq!(
                slice(text, start..end).map(str::to_owned),
                expected,
                "{text:?} {start}..{end}"
            );
            let cut = bytes(text, start..end);
            assert_eq!(cut.is_some(), expected.is_some());
            if let Some(cut) = cut {
                assert_eq!(positions(text, cut), Some(start..end));
            }
        }
    }
}

#[test]
fn takes_out_what_a_list_of_characters_is_without() {
    for text in TEXTS {
        let characters: Vec<char> = text.chars().collect();
        for one in ranges(text) {
            for other in ranges(text) {
                let are_within = [one, other]
                    .iter()
                    .all(|&(start, end)| characters.get(start as usize..end as usize).is_some());
                let expected = are_within.then(|| {
                    let is_out = |at: &usize| {
                        [one, other]
                            .iter()
                            .any(|&(start, end)| (start as usize..end as usize).contains(at))
                    };
                    let left = characters.iter().enumerate().filter(|(at, _)| !is_out(at));
                    left.map(|(_, character)| character).collect::<String>()
                });
                let parts = [one.0..one.1, other.0..other.1];
                assert_eq!(without(text, parts.clone()), expected, "{text:?} {parts:?}");
            }
        }
    }
}

#[test]
fn finds_nothing_beyond_the_end_or_backwards() {
    let max = u32::MAX;
    assert_eq!(offset("tea", 3), Some(3));
    assert_eq!(offset("tea", 4), None);
    assert_eq!(offset("", max), None);
    assert_eq!(slice("tea", max..max), None);
    assert_eq!(slice("tea", max..0), None);
    assert_eq!(slice("tea", 0..max), None);
    assert_eq!(slice("tea", 3..3), Some(""));
    assert_eq!(without("tea", Some(0..max)), None);
    assert_eq!(without("tea", Some(max..max)), None);
    assert_eq!(without("tea", []), Some("tea".to_owned()));
}

#[test]
fn names_no_position_within_a_character() {
    assert_eq!(positions("🫖", 0..4), Some(0..1));
    assert_eq!(positions("🫖", 0..3), None);
    assert_eq!(positions("🫖", 1..4), None);
    assert_eq!(positions("🫖", 4..5), None);
    #[expect(clippy::reversed_empty_ranges, reason = "it is what is tested")]
    let backwards = 4..0;
    assert_eq!(positions("🫖", backwards), None);
}

/// Characters of one to four bytes, and some that combine.
fn any_text() -> impl Strategy<Value = String> {
    let any = proptest::sample::select(vec![
        'a', ' ', 'é', '\u{301}', '€', '\u{fe0f}', '🫖', '\u{200d}',
    ]);
    prop::collection::vec(any, 0..24).prop_map(String::from_iter)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 1024, ..ProptestConfig::default() })]

    #[test]
    fn cuts_out_what_a_list_of_characters_would(
        text in any_text(),
        parts in prop::collection::vec((0_u32..28, 0_u32..28), 0..6),
    ) {
        let all: Vec<char> = text.chars().collect();
        let is_inside = |(start, end): &(u32, u32)| start <= end && (*end as usize) <= all.len();
        let expected = parts.iter().all(is_inside).then(|| {
            let is_cut = |at: usize| parts.iter().any(|(start, end)| (*start as usize..*end as usize).contains(&at));
            all.iter().enumerate().filter(|(at, _)| !is_cut(*at)).map(|(_, c)| *c).collect::<String>()
        });
        let ranges = parts.iter().map(|(start, end)| *start..*end);
        prop_assert_eq!(without(&text, ranges), expected);
        for (start, end) in parts {
            let part = is_inside(&(start, end)).then(|| String::from_iter(&all[start as usize..end as usize]));
            prop_assert_eq!(slice(&text, start..end).map(String::from), part);
            if let Some(bytes) = bytes(&text, start..end) {
                prop_assert_eq!(positions(&text, bytes), Some(start..end));
            }
        }
    }
}
