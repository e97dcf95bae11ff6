use xmpp_roster::delimiter::Delimiter;
use xmpp_xml::testing::assert_typed;

fn names<'a>(delimiter: &'a Delimiter, group: &'a str) -> Vec<&'a str> {
    delimiter.split(group).collect()
}

#[test]
fn splits_names_by_what_was_agreed_on() {
    let colons: Delimiter = assert_typed("<roster xmlns='roster:delimiter'>::</roster>");
    assert_eq!(names(&colons, "a::b::c"), ["a", "b", "c"]);
    assert_eq!(names(&colons, "a"), ["a"]);
    assert_eq!(names(&colons, ""), [""]);
    assert_eq!(names(&colons, "::a::"), ["", "a", ""]);
    let slash = Delimiter::new().with_text("/");
    assert_eq!(names(&slash, "a/b"), ["a", "b"]);
}

#[test]
fn tears_no_names_apart_by_a_letter_or_nothing() {
    for text in ["e", "E", "7", ""] {
        let delimiter = Delimiter::new().with_text(text);
        assert_eq!(delimiter.effective(), None, "{text}");
        assert_eq!(names(&delimiter, "Tea 7 E"), ["Tea 7 E"], "{text}");
    }
    assert_eq!(Delimiter::new().effective(), None);
    for text in ["é", "ee", " "] {
        assert_eq!(Delimiter::new().with_text(text).effective(), Some(text));
    }
}
