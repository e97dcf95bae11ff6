//! The examples of RFC 7622, section 3.5.

use xmpp_jid::Part::{Domain, Local, Resource};
use xmpp_jid::Reason::{Character, Empty};

use crate::{fault, jid};

#[test]
fn accepts_the_examples_of_table_1() {
    let examples = [
        ("juliet@example.com", Some("juliet"), "example.com", None),
        (
            "juliet@example.com/foo",
            Some("juliet"),
            "example.com",
            Some("foo"),
        ),
        (
            "juliet@example.com/foo bar",
            Some("juliet"),
            "example.com",
            Some("foo bar"),
        ),
        (
            "juliet@example.com/foo@bar",
            Some("juliet"),
            "example.com",
            Some("foo@bar"),
        ),
        (
            "foo\\20bar@example.com",
            Some("foo\\20bar"),
            "example.com",
            None,
        ),
        (
            "fussball@example.com",
            Some("fussball"),
            "example.com",
            None,
        ),
        (
            "fu\u{df}ball@example.com",
            Some("fu\u{df}ball"),
            "example.com",
            None,
        ),
        ("\u{3c0}@example.com", Some("\u{3c0}"), "example.com", None),
        (
            "\u{3a3}@example.com/foo",
            Some("\u{3a3}"),
            "example.com",
            Some("foo"),
        ),
        (
            "\u{3c3}@example.com/foo",
            Some("\u{3c3}"),
            "example.com",
            Some("foo"),
        ),
        (
            "\u{3c2}@example.com/foo",
            Some("\u{3c2}"),
            "example.com",
            Some("foo"),
        ),
        (
            "king@example.com/\u{265a}",
            Some("king"),
            "example.com",
            Some("\u{265a}"),
        ),
        ("example.com", None, "example.com", None),
        ("example.com/foobar", None, "example.com", Some("foobar")),
        (
            "a.example.com/b@example.net",
            None,
            "a.example.com",
            Some("b@example.net"),
        ),
    ];
    for (text, local, domain, resource) in examples {
        let jid = jid(text);
        assert_eq!(jid.as_str(), text);
        assert_eq!(
            (jid.local(), jid.domain(), jid.resource()),
            (local, domain, resource)
        );
        assert_eq!(jid.is_normalized(), !text.starts_with('\u{3a3}'), "{text}");
    }
}

#[test]
fn tells_apart_and_equates_as_the_notes_to_table_1_say() {
    assert_ne!(jid("fussball@example.com"), jid("fu\u{df}ball@example.com"));
    assert_eq!(
        jid("\u{3a3}@example.com/foo"),
        jid("\u{3c3}@example.com/foo")
    );
    assert_ne!(
        jid("\u{3c2}@example.com/foo"),
        jid("\u{3c3}@example.com/foo")
    );
}

#[test]
fn rejects_the_examples_of_table_2() {
    let examples = [
        ("\"juliet\"@example.com", (Local, Character('"'), 0)),
        ("foo bar@example.com", (Local, Character(' '), 3)),
        ("@example.com/", (Local, Empty, 0)),
        (
            "henry\u{2163}@example.com",
            (Local, Character('\u{2163}'), 5),
        ),
        ("\u{265a}@example.com", (Local, Character('\u{265a}'), 0)),
        ("juliet@", (Domain, Empty, 7)),
        ("/foobar", (Domain, Empty, 0)),
    ];
    for (text, expected) in examples {
        assert_eq!(fault(text), expected, "{text}");
    }
    // The other part of its example that is empty.
    assert_eq!(fault("example.com/"), (Resource, Empty, 12));
}

/// Example 18 stands in the table of what is invalid; erratum 4560 says that it is not.
#[test]
fn accepts_a_leading_space_in_the_resourcepart() {
    assert_eq!(jid("juliet@example.com/ foo").resource(), Some(" foo"));
}
