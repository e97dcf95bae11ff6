//! Lengths, in bytes of the normal form.

use xmpp_jid::Jid;
use xmpp_jid::Part::{Domain, Local, Resource};
use xmpp_jid::Reason::{Empty, Label, TooLong};

use crate::{fault, jid, seen};

/// A domain of this many bytes, in labels of at most 63.
fn domain(len: usize) -> String {
    let mut text = "a".repeat(len);
    for dot in (63..len.saturating_sub(1)).step_by(64) {
        text.replace_range(dot..=dot, ".");
    }
    text
}

#[test]
fn every_part_may_have_1023_bytes() {
    for one in ["a", "\u{e9}", "\u{3042}"] {
        let rest = 1023 % one.len();
        let part = one.repeat(1023 / one.len()) + &"b".repeat(rest);
        assert_eq!(part.len(), 1023);
        assert_eq!(
            jid(&format!("{part}@example.com/{part}")).local(),
            Some(&*part)
        );
        let longer = part + "b";
        assert_eq!(fault(&format!("{longer}@example.com")), (Local, TooLong, 0));
        assert_eq!(
            fault(&format!("example.com/{longer}")),
            (Resource, TooLong, 12)
        );
    }
    assert_eq!(jid(&domain(1023)).domain().len(), 1023);
    assert_eq!(fault(&format!("a.{}", domain(1022))), (Domain, TooLong, 0));
}

#[test]
fn it_is_the_normal_form_that_is_measured() {
    // Shrinks: three bytes to one, three to two.
    let wide = "\u{ff41}".repeat(1023);
    assert_eq!(
        jid(&format!("{wide}@example.com")).normalized().len(),
        1023 + 12
    );
    assert_eq!(
        fault(&format!("{wide}\u{ff41}@example.com")),
        (Local, TooLong, 0)
    );
    let spaces = "\u{3000}".repeat(1023);
    assert_eq!(
        jid(&format!("example.com/{spaces}")).normalized().len(),
        12 + 1023
    );
    assert_eq!(
        fault(&format!("example.com/{spaces}\u{3000}")),
        (Resource, TooLong, 12)
    );
    assert!(jid(&(domain(1023) + ".")).domain().ends_with('.'));
    // Grows: U+0130 by one byte.
    assert_eq!(
        fault(&format!("{}@example.com", "\u{130}".repeat(400))),
        (Local, TooLong, 0)
    );
}

#[test]
fn refuses_very_long_spellings_unseen() {
    let soft = "\u{ad}".repeat(2045);
    assert_eq!(jid(&format!("a{soft}")).normalized(), "a");
    assert_eq!(fault(&format!("ab{soft}\u{ad}")), (Domain, TooLong, 0));
    let megabytes = "a".repeat(10 << 20);
    assert_eq!(fault(&megabytes), (Domain, TooLong, 0));
    assert_eq!(
        fault(&format!("{megabytes}@{megabytes}/{megabytes}")),
        (Local, TooLong, 0)
    );
}

#[test]
fn no_part_may_be_empty() {
    let cases = [
        ("", (Domain, Empty, 0)),
        ("@", (Local, Empty, 0)),
        ("/", (Domain, Empty, 0)),
        ("@/", (Local, Empty, 0)),
        ("a@", (Domain, Empty, 2)),
        ("a@/b", (Domain, Empty, 2)),
        ("@b", (Local, Empty, 0)),
        ("b/", (Resource, Empty, 2)),
        ("a@b/", (Resource, Empty, 4)),
        (".", (Domain, Empty, 0)),
        ("\u{ad}", (Domain, Empty, 0)),
        ("a@\u{ad}\u{3002}/b", (Domain, Empty, 2)),
    ];
    for (text, expected) in cases {
        assert_eq!(fault(text), expected, "{text:?}");
    }
    assert_eq!(
        seen(Jid::from_parts(Some(""), "b", None).unwrap_err()),
        (Local, Empty, 0)
    );
    assert_eq!(
        seen(Jid::from_parts(None, "", None).unwrap_err()),
        (Domain, Empty, 0)
    );
    assert_eq!(
        seen(Jid::from_parts(None, "b", Some("")).unwrap_err()),
        (Resource, Empty, 2)
    );
}

#[test]
fn a_label_may_have_63_bytes_in_its_ascii_form() {
    assert!(jid(&"a".repeat(63)).is_normalized());
    assert_eq!(fault(&"a".repeat(64)), (Domain, Label, 0));
    assert_eq!(
        fault(&format!("b.{}.c", "A".repeat(64))),
        (Domain, Label, 0)
    );
    // "xn--", one digit of Punycode for each further character after the first.
    assert!(jid(&"\u{fc}".repeat(50)).is_normalized());
    assert_eq!(fault(&"\u{fc}".repeat(60)), (Domain, Label, 0));
    assert_eq!(fault(&"\u{fc}".repeat(500)), (Domain, Label, 0));
}
