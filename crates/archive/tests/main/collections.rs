//! Collections, and what removes how many of them.

use xmpp_archive::collections::{Preferences, Previous, Remove};
use xmpp_xml::{Invalid, Options, Report, from_str, read_with, to_string};

use crate::jid;

#[test]
fn only_an_empty_removal_is_of_everything() {
    for (attributes, is_of_all) in [
        ("", true),
        ("exactmatch='true'", true),
        ("with='a@b.example'", false),
        ("start='2026-01-01T00:00:00Z'", false),
        ("end='2026-01-01T00:00:00Z'", false),
        ("open='true'", false),
        ("open='false'", true),
    ] {
        let source = format!("<remove xmlns='urn:xmpp:archive' {attributes}/>");
        let remove: Remove = from_str(&source).expect("it is valid");
        assert_eq!(remove.is_of_all(), is_of_all, "{attributes}");
    }
    // What is not understood may well say which.
    let source =
        "<remove xmlns='urn:xmpp:archive'><thread xmlns='urn:example:one'>7</thread></remove>";
    assert!(!from_str::<Remove>(source).expect("it is valid").is_of_all());
    assert_eq!(
        to_string(&Remove::all()).expect("it can be written"),
        "<remove xmlns='urn:xmpp:archive'/>"
    );
    let one = Remove::new(
        jid("a@b.example"),
        "2026-01-01T00:00:00Z".parse().expect("a time"),
    );
    assert!(!one.is_of_all());
}

#[test]
fn rejects_a_removal_that_cannot_be_read_even_where_invalid_values_are_kept() {
    let options = Options::new().invalid(Invalid::Keep);
    for attributes in [
        "with='@'",
        "start='then'",
        "end='now'",
        "open='maybe'",
        "exactmatch='nearly'",
    ] {
        let source = format!("<remove xmlns='urn:xmpp:archive' {attributes}/>");
        let remove = read_with::<Remove>(source.as_bytes(), &options, &mut Report::default());
        assert!(remove.is_err(), "{attributes}");
    }
    let source = "<previous xmlns='urn:xmpp:archive' with='@'/>";
    assert!(read_with::<Previous>(source.as_bytes(), &options, &mut Report::default()).is_err());
    let source = "<pref xmlns='urn:xmpp:archive'><item jid='a@b.example' expire='soon'/></pref>";
    assert!(read_with::<Preferences>(source.as_bytes(), &options, &mut Report::default()).is_err());
}
