//! XEP-0106.

use icu_normalizer::ComposingNormalizerBorrowed;
use proptest::prelude::*;
use xmpp_jid::Part::Local;
use xmpp_jid::Reason::{Character, Context, Empty};
use xmpp_jid::escaping::{FEATURE, escape, unescape};
use xmpp_jid::{Jid, JidError};

use crate::{jid, seen};

fn escaped(name: &str) -> String {
    escape(name).unwrap().into_owned()
}

fn refusal(name: &str) -> (xmpp_jid::Part, xmpp_jid::Reason, usize) {
    seen(escape(name).unwrap_err())
}

/// Section 5.1, and the addresses of other networks in the sections behind it.
#[test]
fn escapes_and_unescapes_the_examples() {
    for (name, local) in [
        ("space cadet", r"space\20cadet"),
        (r#"call me "ishmael""#, r"call\20me\20\22ishmael\22"),
        ("at&t guy", r"at\26t\20guy"),
        ("d'artagnan", r"d\27artagnan"),
        ("/.fanboy", r"\2f.fanboy"),
        ("::foo::", r"\3a\3afoo\3a\3a"),
        ("<foo>", r"\3cfoo\3e"),
        ("user@host", r"user\40host"),
        (r"c:\net", r"c\3a\net"),
        (r"c:\\net", r"c\3a\\net"),
        (r"c:\cool stuff", r"c\3a\cool\20stuff"),
        (r"c:\5commas", r"c\3a\5c5commas"),
        (
            "tr\u{e9}ville@musketeers.lit",
            "tr\u{e9}ville\\40musketeers.lit",
        ),
        (
            "here's_a_wild_&_/cr%zy/_address",
            r"here\27s_a_wild_\26_\2fcr%zy\2f_address",
        ),
        (
            "here's_a_wild_&_/cr%zy/_address_for:<wv>(\"IMPS\")",
            r"here\27s_a_wild_\26_\2fcr%zy\2f_address_for\3a\3cwv\3e(\22IMPS\22)",
        ),
        (r"\3and\2is\5cool", r"\5c3and\2is\5c5cool"),
        (
            r"CN=D'Artagnan Saint-Andr\E9,O=Example & Company, Inc.,DC=example,DC=com",
            r"CN=D\27Artagnan\20Saint-Andr\E9,O=Example\20\26\20Company,\20Inc.,DC=example,DC=com",
        ),
        (
            r#"somenick!user"&'/:<>\3address"#,
            r"somenick!user\22\26\27\2f\3a\3c\3e\5c3address",
        ),
        // Section 4.3.
        (r"\2plus\2is\4", r"\2plus\2is\4"),
        (r"foo\bar", r"foo\bar"),
        (r"foob\41r", r"foob\41r"),
    ] {
        assert_eq!(escaped(name), local);
        assert_eq!(unescape(local), name);
        assert_eq!(jid(&format!("{local}@example.com")).local(), Some(local));
    }
    assert_eq!(FEATURE, r"jid\20escaping");
}

#[test]
fn escapes_each_character_that_a_localpart_must_not_have() {
    for (c, local) in [
        (' ', r"a\20b"),
        ('"', r"a\22b"),
        ('&', r"a\26b"),
        ('\'', r"a\27b"),
        ('/', r"a\2fb"),
        (':', r"a\3ab"),
        ('<', r"a\3cb"),
        ('>', r"a\3eb"),
        ('@', r"a\40b"),
    ] {
        let name = format!("a{c}b");
        assert_eq!(escaped(&name), local);
        assert_eq!(unescape(local), name);
        // What reads as an escape is kept from it.
        assert_eq!(escaped(local), local.replace('\\', r"\5c"));
        assert_eq!(unescape(&escaped(local)), local);
    }
    assert_eq!(escaped(r"a\5cb"), r"a\5c5cb");
    assert_eq!(unescape(r"a\5cb"), r"a\b");
    for c in '\u{1}'..='\u{7f}' {
        let name = format!("x{c}x");
        let is_excluded = " \"&'/:<>@".contains(c);
        assert_eq!(escaped(&name) != name, is_excluded, "{c:?}");
    }
}

#[test]
fn leaves_alone_what_is_no_escape() {
    for text in [
        "",
        "\\",
        "\\\\",
        r"\2",
        r"\5",
        r"a\",
        r"\2g",
        r"\2F",
        r"\3A",
        r"\5C",
        r"\00",
        r"\é0",
        r"\20",
        r"\20a",
        r"a\20",
        r"\20\20",
        r"\２０x",
        "x\u{ff3c}20x",
    ] {
        assert_eq!(unescape(text), text);
    }
    assert_eq!(unescape(r"\20\20\20"), r"\20 \20");
    assert_eq!(unescape(r"\\40"), r"\@");
    assert_eq!(unescape(r"\5c5c"), r"\5c");
    for text in [
        "", "\\", "\\\\", r"\2", r"\5", r"a\", r"\2g", r"\00", "\u{e9}", r"\é0",
    ] {
        assert_eq!(escaped(text), text);
        assert!(matches!(escape(text), Ok(alloc::borrow::Cow::Borrowed(_))));
    }
}

/// A server makes lower case and ordinary width of it.
#[test]
fn escapes_what_would_become_an_escape() {
    for (name, local, shown) in [
        (r"a\2Fb", r"a\5c2Fb", r"a\2fb"),
        (r"a\5C", r"a\5c5C", r"a\5c"),
        ("a\u{ff3c}20b", r"a\5c20b", r"a\20b"),
        ("a\\\u{ff12}\u{ff10}b", "a\\5c\u{ff12}\u{ff10}b", r"a\20b"),
        ("a\\2\u{ff26}b", "a\\5c2\u{ff26}b", r"a\2fb"),
        ("a\u{ff3c}zb", "a\u{ff3c}zb", r"a\zb"),
    ] {
        assert_eq!(escaped(name), local);
        let made = Jid::from_unescaped(name, "example.com", None).unwrap();
        assert_eq!(made.local(), Some(local));
        assert_eq!(made.unescaped_local().as_deref(), Some(shown));
    }
}

#[test]
fn refuses_what_has_no_escape() {
    assert_eq!(refusal(" a"), (Local, Character(' '), 0));
    assert_eq!(refusal("a "), (Local, Character(' '), 1));
    assert_eq!(refusal(" "), (Local, Character(' '), 0));
    assert_eq!(refusal("a@b "), (Local, Character(' '), 3));
    // The escape ends with a letter, which would take the mark.
    assert_eq!(refusal("<\u{327}"), (Local, Context('\u{327}'), 1));
    assert_eq!(refusal("a/\u{307}b"), (Local, Context('\u{307}'), 2));
    assert_eq!(escaped("a\u{307}/b"), "a\u{307}\\2fb");
}

#[test]
fn makes_addresses_of_names() {
    let made =
        Jid::from_unescaped("Treville@Musketeers", "smtp.gascon.example", Some("x")).unwrap();
    assert_eq!(
        made.as_str(),
        r"Treville\40Musketeers@smtp.gascon.example/x"
    );
    assert_eq!(
        made.unescaped_local().as_deref(),
        Some("treville@musketeers")
    );
    assert_eq!(jid("b/x").unescaped_local(), None);
    let fault = |result: Result<Jid, JidError>| seen(result.unwrap_err());
    assert_eq!(
        fault(Jid::from_unescaped("a ", "b", None)),
        (Local, Character(' '), 1)
    );
    assert_eq!(fault(Jid::from_unescaped("", "b", None)), (Local, Empty, 0));
    assert_eq!(
        fault(Jid::from_unescaped("a\u{ff20}", "b", None)),
        (Local, Character('@'), 1)
    );
    assert_eq!(
        fault(Jid::from_unescaped("a\u{3000}b", "b", None)),
        (Local, Character(' '), 1)
    );
}

/// What a localpart becomes, done by other means.
fn mapped(name: &str) -> String {
    let wide = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap(),
        c => c,
    };
    let lower: String = name
        .chars()
        .map(wide)
        .flat_map(char::to_lowercase)
        .collect();
    ComposingNormalizerBorrowed::new_nfc()
        .normalize(&lower)
        .into_owned()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 1024, ..ProptestConfig::default() })]

    #[test]
    fn what_is_unescaped_is_what_was_escaped(name in "[ \"&'/:<>@\\\\2-5a-fA-Fx\u{e9}]{0,8}|\\PC{0,8}") {
        match escape(&name) {
            Ok(local) => {
                prop_assert_eq!(&*unescape(&local), &*name);
                prop_assert!(!local.contains([' ', '"', '&', '\'', '/', ':', '<', '>', '@']));
                prop_assert!(!local.starts_with(r"\20") && !local.ends_with(r"\20"));
            }
            Err(error) => prop_assert!(name.is_char_boundary(error.offset)),
        }
    }

    /// Also after a server has had it.
    #[test]
    fn the_normal_form_is_unescaped_to_the_name(
        name in "[ &/:<>@\\\\0-9a-fA-F\u{ff3c}\u{ff12}\u{ff10}\u{ff26}\u{327}\u{301}\u{338}\u{212a}\u{130}]{1,8}"
    ) {
        if let Ok(made) = Jid::from_unescaped(&name, "example.com", None) {
            let shown = made.unescaped_local().map(|shown| shown.into_owned());
            prop_assert_eq!(shown, Some(mapped(&name)));
        }
    }

    #[test]
    fn unescaping_takes_any_text(local in "[\\\\20-5a-fx]{0,12}|\\PC{0,8}") {
        let name = unescape(&local);
        prop_assert!(name.len() <= local.len());
        prop_assert!(!name.starts_with(' ') || local.starts_with(' '));
        prop_assert!(!name.ends_with(' ') || local.ends_with(' '));
    }
}
