//! Spelling and normal form.

use alloc::collections::BTreeSet;
use core::hash::{Hash, Hasher};
use std::hash::DefaultHasher;

use xmpp_jid::Jid;

use crate::jid;

fn hash(jid: &Jid) -> u64 {
    let mut hasher = DefaultHasher::new();
    jid.hash(&mut hasher);
    hasher.finish()
}

#[test]
fn keeps_the_spelling_and_compares_by_the_normal_form() {
    let cases = [
        ("Juliet@EXAMPLE.com", "juliet@example.com"),
        ("Juliet@Example.Com/Balcony", "juliet@example.com/Balcony"),
        // Width, composition.
        ("\u{ff2a}uliet@example.com", "juliet@example.com"),
        ("\u{ff76}\u{ff9e}@example.com", "\u{30ac}@example.com"),
        (
            "ame\u{301}lie@example.com/e\u{301}",
            "am\u{e9}lie@example.com/\u{e9}",
        ),
        // Case, one character at a time; U+0130 has two in lower case.
        ("\u{391}\u{3a3}@example.com", "\u{3b1}\u{3c3}@example.com"),
        ("\u{130}@example.com", "i\u{307}@example.com"),
        ("\u{13a0}@example.com", "\u{ab70}@example.com"),
        // Spaces in a resourcepart; case and width stay.
        ("example.com/a\u{a0}b\u{3000}c", "example.com/a b c"),
        ("example.com/\u{ff21}A", "example.com/\u{ff21}A"),
        // Singletons of composition.
        ("example.com/\u{212b}", "example.com/\u{c5}"),
        // Domains.
        ("example.com.", "example.com"),
        ("example.com./x", "example.com/x"),
        ("example\u{3002}com\u{3002}", "example.com"),
        ("xn--bcher-kva.example", "b\u{fc}cher.example"),
        ("XN--BCHER-KVA.EXAMPLE", "b\u{fc}cher.example"),
        ("B\u{dc}CHER.example", "b\u{fc}cher.example"),
        ("bu\u{308}cher.example", "b\u{fc}cher.example"),
        ("exam\u{ad}ple.com", "example.com"),
        ("\u{ff11}.\u{ff12}.3.4", "1.2.3.4"),
        ("[2001:DB8:0::1]/x", "[2001:db8::1]/x"),
        ("a@[::FFFF:C000:201]", "a@[::ffff:192.0.2.1]"),
    ];
    for (text, normal) in cases {
        let spelt = jid(text);
        assert_eq!(spelt.as_str(), text);
        assert_eq!(spelt.to_string(), text);
        assert_eq!(spelt.normalized(), normal);
        assert_eq!(spelt.is_normalized(), text == normal);

        let straight = jid(normal);
        assert!(straight.is_normalized(), "{normal}");
        assert_eq!(spelt, straight);
        assert_eq!(hash(&spelt), hash(&straight));
        assert_eq!(spelt.to_normalized().as_str(), normal);
        assert_eq!(spelt.to_normalized().domain(), straight.domain());
        assert_eq!(spelt.to_normalized().local(), straight.local());
        assert_eq!(spelt.clone().into_string(), text);
    }
}

#[test]
fn keeps_apart_what_the_rules_keep_apart() {
    let pairs = [
        ("a@example.com", "b@example.com"),
        ("example.com/a", "example.com/A"),
        ("example.com", "example.com/a"),
        ("fass.example", "fa\u{df}.example"),
        ("a\\20b@example.com", "a\\5c20b@example.com"),
        ("[::1]", "[::2]"),
    ];
    for (one, other) in pairs {
        assert_ne!(jid(one), jid(other));
    }
}

#[test]
fn orders_by_the_normal_form() {
    let set: BTreeSet<Jid> = ["b@x", "A@x", "a@X", "a@x/R", "a@x/r"].map(jid).into();
    let order: Vec<_> = set.iter().map(Jid::normalized).collect();
    assert_eq!(order, ["a@x", "a@x/R", "a@x/r", "b@x"]);
}

#[test]
fn compares_without_the_resourcepart() {
    let desk = jid("Juliet@example.com/desk");
    assert!(desk.bare_eq(&jid("juliet@example.com")));
    assert!(desk.bare_eq(&jid("juliet@EXAMPLE.com/phone\u{a0}2")));
    assert!(!desk.bare_eq(&jid("romeo@example.com/desk")));
    assert!(!desk.bare_eq(&jid("example.com/desk")));
}

#[test]
fn cuts_and_adds_the_resourcepart_in_both_forms() {
    let spelt = jid("Juliet@example.com/a\u{a0}b");
    let bare = spelt.to_bare();
    assert_eq!(
        (bare.as_str(), bare.normalized()),
        ("Juliet@example.com", "juliet@example.com")
    );
    assert_eq!(
        (bare.local(), bare.domain()),
        (Some("Juliet"), "example.com")
    );

    let bare = jid("juliet@example.com/a\u{a0}b").to_bare();
    assert!(bare.is_normalized());
    assert_eq!(bare, jid("juliet@example.com").to_bare());

    let full = bare.with_resource("e\u{301}").unwrap();
    assert_eq!(full.as_str(), "juliet@example.com/e\u{301}");
    assert_eq!(full.normalized(), "juliet@example.com/\u{e9}");
    assert_eq!(full.with_resource("x/y@z").unwrap().resource(), "x/y@z");
}
