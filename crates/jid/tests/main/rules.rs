//! What each part may hold.

use xmpp_jid::Jid;
use xmpp_jid::Part::{Domain, Local, Resource};
use xmpp_jid::Reason::{Character, Context, Direction, Empty, IpLiteral, Label, Unstable};

use crate::{fault, jid, seen};

#[test]
fn splits_at_the_first_slash_and_the_first_at_sign_before_it() {
    let parts = |text| {
        let jid = jid(text);
        [
            jid.local().unwrap_or("-"),
            jid.domain(),
            jid.resource().unwrap_or("-"),
        ]
        .map(str::to_owned)
    };
    assert_eq!(parts("a@b/c@d/e"), ["a", "b", "c@d/e"]);
    assert_eq!(parts("b/c@d"), ["-", "b", "c@d"]);
    assert_eq!(parts("b//"), ["-", "b", "/"]);
    assert_eq!(parts("b/@"), ["-", "b", "@"]);
    assert_eq!(fault("a@b@c"), (Domain, Character('@'), 3));
    assert_eq!(fault("a@@c"), (Domain, Character('@'), 2));
}

#[test]
fn makes_addresses_of_parts_without_reading_separators_into_them() {
    let made = Jid::from_parts(Some("Juliet"), "example.com", Some("a/b")).unwrap();
    assert_eq!(made.as_str(), "Juliet@example.com/a/b");
    assert_eq!(made, jid("juliet@example.com/a/b"));
    assert_eq!(Jid::from_parts(None, "b", None).unwrap(), jid("b"));

    let fault =
        |local, domain, resource| seen(Jid::from_parts(local, domain, resource).unwrap_err());
    assert_eq!(fault(Some("a@b"), "c", None), (Local, Character('@'), 1));
    assert_eq!(fault(Some("a/b"), "c", None), (Local, Character('/'), 1));
    assert_eq!(
        fault(Some("\u{ff20}"), "c", None),
        (Local, Character('@'), 0)
    );
    assert_eq!(fault(None, "a@b", None), (Domain, Character('@'), 1));
    assert_eq!(fault(Some("a"), "b/c", None), (Domain, Character('/'), 3));
    assert_eq!(
        fault(Some("a"), "b", Some("\n")),
        (Resource, Character('\n'), 4)
    );
}

#[test]
fn rejects_the_eight_characters_in_localparts() {
    // The separators can only come in through a fullwidth spelling.
    for c in "\"&':<>".chars() {
        assert_eq!(fault(&format!("ab{c}@b")), (Local, Character(c), 2));
    }
    for (c, wide) in "\"&'/:<>@".chars().zip("＂＆＇／：＜＞＠".chars()) {
        assert_eq!(fault(&format!("ab{wide}@b")), (Local, Character(c), 2));
        assert_eq!(
            jid(&format!("b/{c}{wide}")).resource().map(str::len),
            Some(4)
        );
    }
    let rest = "!#$%()*+,-.;=?[\\]^_`{|}~";
    assert_eq!(jid(&format!("{rest}@b")).local(), Some(rest));
}

#[test]
fn backslashes_are_text() {
    for text in [
        "a\\@b",
        "\\@b",
        "\\\\@b",
        "\\2@b",
        "\\20@b",
        "\\zz@b/\\",
        "b/\\",
    ] {
        assert_eq!(jid(text).normalized(), text);
    }
    assert_eq!(fault("b\\"), (Domain, Character('\\'), 1));
}

#[test]
fn emoji_are_for_resourceparts() {
    // From Unicode 6.0, 8.0, 14.0 and 16.0; a flag, and a skin tone.
    for nick in ["🐒", "🦀", "🫠", "🫩", "🇪🇺", "👋🏽"] {
        let room = jid(&format!("room@muc.example/{nick}"));
        assert_eq!(room.resource(), Some(nick));
        assert!(room.is_normalized());
        let first = nick.chars().next().unwrap();
        assert_eq!(
            fault(&format!("{nick}@example.com")),
            (Local, Character(first), 0)
        );
        assert_eq!(
            fault(&format!("a@{nick}.example")),
            (Domain, Character(first), 2)
        );
    }
    // PRECIS forbids what joins emoji or asks for their colours.
    assert_eq!(fault("a@b/❤\u{fe0f}"), (Resource, Character('\u{fe0f}'), 7));
    assert_eq!(
        fault("a@b/👩\u{200d}💻"),
        (Resource, Context('\u{200d}'), 8)
    );
}

#[test]
fn letters_are_those_of_current_unicode() {
    // Adlam came with Unicode 9, the ideographs with 8 and 13; both have been names since.
    for (text, normal) in [
        ("\u{1e900}@example.com", "\u{1e922}@example.com"),
        ("\u{9fcd}@example.com", "\u{9fcd}@example.com"),
        ("\u{30000}@example.com", "\u{30000}@example.com"),
    ] {
        assert_eq!(jid(text).normalized(), normal);
    }
}

#[test]
fn unassigned_code_points_are_for_resourceparts() {
    for c in ['\u{378}', '\u{1fbfb}', '\u{3fffd}'] {
        assert_eq!(jid(&format!("b/{c}")).normalized(), format!("b/{c}"));
        assert_eq!(fault(&format!("{c}@b")), (Local, Character(c), 0));
        assert_eq!(fault(&format!("{c}.b")).0, Domain);
    }
    // Neither noncharacters nor those that Unicode sets aside to be ignored.
    for c in [
        '\u{fdd0}',
        '\u{fffe}',
        '\u{10ffff}',
        '\u{e0002}',
        '\u{2065}',
    ] {
        assert_eq!(fault(&format!("b/{c}")), (Resource, Character(c), 2));
    }
}

#[test]
fn rejects_controls_formats_private_use_and_old_jamo() {
    for c in [
        '\0',
        '\t',
        '\n',
        '\u{7f}',
        '\u{85}',
        '\u{ad}',
        '\u{200b}',
        '\u{202e}',
        '\u{2028}',
        '\u{feff}',
        '\u{e000}',
        '\u{f0000}',
        '\u{1100}',
        '\u{3164}',
        '\u{fff9}',
        '\u{640}',
    ] {
        assert_eq!(
            fault(&format!("b/x{c}y")),
            (Resource, Character(c), 3),
            "{c:?}"
        );
        assert_eq!(
            fault(&format!("x{c}y@b")),
            (Local, Character(c), 1),
            "{c:?}"
        );
    }
}

#[test]
fn some_characters_need_their_context() {
    let cases = [
        (
            '\u{b7}',
            &["l\u{b7}l", "col\u{b7}laborar"][..],
            &["\u{b7}", "l\u{b7}", "\u{b7}l", "l\u{b7}a"][..],
        ),
        (
            '\u{375}',
            &["\u{375}\u{3b1}"],
            &["\u{375}", "\u{375}a", "\u{3b1}\u{375}"],
        ),
        (
            '\u{5f3}',
            &["\u{5d2}\u{5f3}"],
            &["\u{5f3}", "\u{5f3}\u{5d2}"],
        ),
        ('\u{5f4}', &["\u{5d0}\u{5f4}\u{5d1}"], &["a\u{5f4}"]),
        (
            '\u{30fb}',
            &["\u{30fb}\u{30a2}", "a\u{30fb}b\u{6f22}"],
            &["\u{30fb}", "a\u{30fb}b"],
        ),
        (
            '\u{200d}',
            &["\u{915}\u{94d}\u{200d}\u{937}"],
            &["\u{200d}", "a\u{200d}b"],
        ),
        // After a virama; between letters that join across it, whatever transparent is between.
        (
            '\u{200c}',
            &[
                "\u{915}\u{94d}\u{200c}\u{937}",
                "\u{646}\u{200c}\u{646}",
                "\u{646}\u{64e}\u{200c}\u{64e}\u{646}",
            ],
            &[
                "\u{200c}",
                "a\u{200c}b",
                "\u{646}\u{200c}",
                "\u{627}\u{200c}\u{646}",
                "\u{646}\u{200c}a",
            ],
        ),
    ];
    for (c, good, bad) in cases {
        for text in good {
            assert_eq!(jid(&format!("b/{text}")).resource(), Some(*text));
            assert_eq!(jid(&format!("{text}@b")).local(), Some(*text));
        }
        for text in bad {
            let place = text.find(c).unwrap();
            assert_eq!(
                fault(&format!("b/{text}")),
                (Resource, Context(c), 2 + place),
                "{text:?}"
            );
            assert_eq!(
                fault(&format!("{text}@b")),
                (Local, Context(c), place),
                "{text:?}"
            );
        }
    }
    assert!(jid("b/\u{660}\u{661}").is_normalized());
    assert!(jid("b/\u{6f0}\u{6f1}").is_normalized());
    assert_eq!(fault("b/\u{660}\u{6f1}"), (Resource, Context('\u{6f1}'), 4));
}

#[test]
fn localparts_satisfy_the_bidi_rule() {
    for good in [
        "\u{5d0}\u{5d1}",
        "\u{5d0}1",
        "\u{5d0}-\u{5d1}",
        "\u{627}\u{661}",
        "a1",
        "1a",
        "-",
        // Vowel signs, within and at the end.
        "\u{5e9}\u{5c1}\u{5b8}\u{5dc}\u{5d5}\u{5b9}\u{5dd}",
        "\u{5d0}\u{5b8}",
    ] {
        assert_eq!(jid(&format!("{good}@b")).local(), Some(good));
    }
    for bad in [
        "\u{5d0}a",
        "a\u{5d0}",
        "1\u{5d0}",
        "\u{5d0}-",
        "\u{661}\u{627}",
        "\u{5d0}1\u{661}",
    ] {
        assert_eq!(fault(&format!("{bad}@b")), (Local, Direction, 0), "{bad:?}");
        assert!(jid(&format!("b/{bad}")).is_full());
    }
}

#[test]
fn refuses_what_has_no_stable_normal_form() {
    // Composes to a symbol.
    assert_eq!(fault("=\u{338}@b"), (Local, Unstable, 0));
    assert_eq!(jid("b/=\u{338}").normalized(), "b/\u{2260}");
    // Composes the virama away that allows the joiner.
    assert_eq!(fault("\u{dd9}\u{dca}\u{200d}@b"), (Local, Unstable, 0));
}

#[test]
fn ip_addresses_are_domains() {
    for text in [
        "192.0.2.1",
        "a@127.0.0.1/b",
        "[::1]",
        "a@[2001:db8::1]/b",
        "[::ffff:192.0.2.1]",
    ] {
        assert!(jid(text).is_normalized(), "{text}");
    }
    for text in [
        "[",
        "[]",
        "[::1",
        "[::1]x",
        "[127.0.0.1]",
        "[fe80::1%eth0]",
        "[::1].",
        "[::1] ",
        "[fe80::1%]",
        "[fe80::1%25]",
        "[fe80::1%25a b]",
        "[fe80::1%25a%]",
        "[fe80::1%25a%2]",
        "[fe80::1%25a%2g]",
        "[fe80::1%25\u{e9}]",
        "[%25eth0]",
        "[1%25eth0]",
        "[v1]",
        "[v.a]",
        "[v1.]",
        "[v1.a b]",
        "[v1.\u{e9}]",
        "[v1.%61]",
        "[vg.a]",
        "[:::]",
    ] {
        assert_eq!(
            fault(&format!("a@{text}")),
            (Domain, IpLiteral, 2),
            "{text}"
        );
    }
    assert_eq!(fault("::1"), (Domain, Character(':'), 0));
}

/// RFC 6874, section 2: a zone begins behind an encoded percent sign.
#[test]
fn ip_addresses_in_brackets_may_have_a_zone_or_a_version() {
    let cases = [
        ("[fe80::1%25eno1]", "[fe80::1%25eno1]"),
        ("[FE80:0::1%25en-O_1.~]", "[fe80::1%25en-O_1.~]"),
        ("[fe80::1%25%2f%2F]", "[fe80::1%25%2F%2F]"),
        ("[fe80::1%25%65%7eno%C3%a9]", "[fe80::1%25e~no%C3%A9]"),
        ("[fe80::1%25%25]", "[fe80::1%25%25]"),
        ("[v1.fe80]", "[v1.fe80]"),
        ("[V1F.A:b!$&'()*+,;=._~-]", "[v1f.a:b!$&'()*+,;=._~-]"),
    ];
    for (text, normal) in cases {
        let spelt = jid(&format!("user@{text}/x"));
        assert_eq!(spelt.domain(), text);
        assert_eq!(spelt.normalized(), format!("user@{normal}/x"));
        assert_eq!(spelt, jid(&format!("user@{normal}/x")));
    }
    assert_ne!(jid("[fe80::1%25eno1]"), jid("[fe80::1%25ENO1]"));
    assert_ne!(jid("[fe80::1%25eno1]"), jid("[fe80::1]"));
    // The separators cannot be in them.
    assert_eq!(fault("[v1.a@b]"), (Domain, Character(']'), 7));
    assert_eq!(fault("[v1.a/b]"), (Domain, IpLiteral, 0));
}

#[test]
fn domains_are_labels_of_idna2008() {
    for text in [
        "localhost",
        "a",
        "1.2",
        "192.168.1.256",
        "a-b.c--d.example",
        "fa\u{df}.example",
        "\u{5d0}\u{5d1}.example",
        "example.\u{4e2d}\u{56fd}",
        "l\u{b7}l.example",
        "my_host",
        "_xmpp._tcp.example",
    ] {
        assert!(jid(text).is_normalized(), "{text}");
    }
    for text in [
        "-a",
        "a-",
        "a.-b",
        "ab--c",
        "a..b",
        ".a",
        "a..",
        "xn--",
        "xn--a",
        "xn--0",
        "XN--a",
        "a\u{3002}\u{3002}b",
        "\u{301}a",
        "\u{5d0}a",
        "a\u{200d}b",
        "xn--abc",
    ] {
        assert_eq!(fault(&format!("x@{text}")), (Domain, Label, 2), "{text}");
    }
    for c in " !\"#$%&'()*+,:;<=>?@[\\]^`{|}~\0\t\u{7f}".chars() {
        assert_eq!(
            fault(&format!("x@ab{c}d")),
            (Domain, Character(c), 4),
            "{c:?}"
        );
    }
    // Valid in UTS 46 only: symbols, also behind an A-label.
    assert_eq!(
        fault("x@i\u{2665}.example"),
        (Domain, Character('\u{2665}'), 3)
    );
    assert_eq!(
        fault("xn--ls8h.example"),
        (Domain, Character('\u{1f4a9}'), 0)
    );
    assert_eq!(fault("a\u{b7}l.example"), (Domain, Context('\u{b7}'), 1));
    assert_eq!(fault("\u{ff0e}\u{3002}"), (Domain, Label, 0));
    assert_eq!(fault("\u{3002}"), (Domain, Empty, 0));
}
