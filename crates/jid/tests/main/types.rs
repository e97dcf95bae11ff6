//! The types around [`Jid`], and errors.

use alloc::borrow::Cow;
use alloc::collections::BTreeMap;
use core::hash::{Hash, Hasher};
use core::str::FromStr;
use std::hash::DefaultHasher;

use xmpp_jid::Part::{Domain, Local, Resource};
use xmpp_jid::Reason::{Character, Missing, Unexpected};
use xmpp_jid::{BareJid, FullJid, Jid, JidError};

use crate::{equal, jid, seen};

#[test]
fn bare_and_full_addresses_hold_what_they_promise() {
    let bare = BareJid::new("Juliet@example.com").unwrap();
    let full = FullJid::new("Juliet@example.com/x").unwrap();
    assert_eq!(full.resource(), "x");
    assert_eq!(full.local(), Some("Juliet"));
    assert!(bare.is_bare() && full.is_full());
    assert_eq!(full.to_bare(), bare);
    assert_eq!(BareJid::from(full.clone()), bare);

    let error = BareJid::new("a@b/c").unwrap_err();
    assert_eq!(seen(error), (Resource, Unexpected, 4));
    let error = FullJid::new("a@b").unwrap_err();
    assert_eq!(seen(error), (Resource, Missing, 3));
    assert_eq!(seen(FullJid::new("a@").unwrap_err()).0, Domain);

    assert_eq!(Jid::from(bare.clone()), jid("juliet@example.com"));
    assert_eq!(BareJid::try_from(Jid::from(bare.clone())), Ok(bare.clone()));
    assert!(FullJid::try_from(Jid::from(bare)).is_err());
    assert!(BareJid::try_from(Jid::from(full)).is_err());

    assert_eq!(BareJid::from_parts(Some("a"), "b").unwrap().as_str(), "a@b");
    assert_eq!(FullJid::from_parts(None, "b", "c").unwrap().as_str(), "b/c");
    assert_eq!(
        seen(BareJid::from_parts(None, "b/c").unwrap_err()),
        (Domain, Character('/'), 1)
    );
}

#[test]
fn maps_of_bare_addresses_are_asked_with_any_address() {
    let map: BTreeMap<BareJid, u8> = [(BareJid::new("A@b").unwrap(), 1)].into();
    assert_eq!(map.get(&jid("a@b")), Some(&1));
    assert_eq!(map.get(&jid("a@b/c")), None);
}

#[test]
fn reads_and_writes_text() {
    let text = "Juliet@example.com/x";
    let parsed: Jid = text.parse().unwrap();
    assert_eq!(Ok(parsed.clone()), Jid::try_from(text));
    assert_eq!(Ok(parsed.clone()), Jid::try_from(String::from(text)));
    assert_eq!(format!("{parsed}"), text);
    assert_eq!(format!("{parsed:?}"), "Jid(\"Juliet@example.com/x\")");
    assert_eq!(
        format!("{:?}", parsed.to_bare()),
        "BareJid(\"Juliet@example.com\")"
    );
    assert_eq!(AsRef::<str>::as_ref(&parsed), text);
}

#[test]
fn converts_among_the_kinds_and_text() {
    fn text(address: impl Into<Jid>) -> String {
        address.into().into()
    }
    let full = FullJid::new("A@b/c").unwrap();
    let bare = full.to_bare();
    let any = Jid::from(&full);
    assert_eq!(text(&full), "A@b/c");
    assert_eq!(text(full.clone()), "A@b/c");
    assert_eq!(text(&bare), "A@b");
    assert_eq!(text(bare.clone()), "A@b");
    assert_eq!(text(&any), "A@b/c");
    assert_eq!(BareJid::from(&full).as_str(), "A@b");
    assert_eq!(BareJid::from(&bare), bare);
    assert_eq!(FullJid::from(&full), full);
    assert_eq!(FullJid::try_from(&any).as_ref(), Ok(&full));
    assert!(BareJid::try_from(&any).is_err());
    assert_eq!(BareJid::try_from(&Jid::from(&bare)).as_ref(), Ok(&bare));
    assert!(FullJid::try_from(&Jid::from(&bare)).is_err());
    assert_eq!(String::from(bare.clone()), "A@b");
    assert_eq!(bare.into_string(), "A@b");
    assert_eq!(full.into_string(), "A@b/c");

    fn reads<'a, T>(good: &'a str, bad: &'a str)
    where
        T: TryFrom<&'a str, Error = JidError>
            + for<'b> TryFrom<&'b String, Error = JidError>
            + TryFrom<String, Error = JidError>
            + TryFrom<Box<str>, Error = JidError>
            + TryFrom<Cow<'a, str>, Error = JidError>
            + FromStr<Err = JidError>
            + AsRef<str>,
    {
        let all = |text: &'a str| {
            [
                T::try_from(text),
                T::try_from(&String::from(text)),
                T::try_from(String::from(text)),
                T::try_from(Box::<str>::from(text)),
                T::try_from(Cow::Borrowed(text)),
                T::try_from(Cow::Owned(text.into())),
                text.parse(),
            ]
        };
        for read in all(good) {
            assert!(read.is_ok_and(|address| address.as_ref() == good));
        }
        let error = T::try_from(bad).err();
        assert!(error.is_some());
        for read in all(bad) {
            assert_eq!(read.err(), error);
        }
    }
    reads::<Jid>("A@b/c", "A b");
    reads::<BareJid>("A@b", "A@b/c");
    reads::<FullJid>("A@b/c", "A@b");
}

#[test]
fn the_hash_is_that_of_the_normal_form() {
    fn hash(value: &impl Hash) -> u64 {
        let mut hasher = DefaultHasher::new();
        value.hash(&mut hasher);
        hasher.finish()
    }
    let full = FullJid::new("A@b/c").unwrap();
    assert_eq!(hash(&full), hash(&jid("a@b/c")));
    assert_eq!(hash(&full.to_bare()), hash(&jid("a@b")));
    assert_ne!(hash(&full), hash(&jid("a@b")));
    assert_ne!(hash(&jid("a@b")), hash(&jid("b@b")));
}

#[test]
fn takes_a_text_over_without_a_copy() {
    let text: Box<str> = "juliet@example.com/balcony".into();
    let place = text.as_ptr();
    let full = FullJid::try_from(text).unwrap();
    assert_eq!(full.as_str().as_ptr(), place);
    let text = full.into_string();
    assert_eq!(text.as_ptr(), place);
}

#[test]
fn is_compared_with_other_kinds_and_with_text() {
    let (any, bare, full) = (
        jid("A@b"),
        BareJid::new("a@B").unwrap(),
        FullJid::new("a@b/\u{a0}").unwrap(),
    );
    assert!(equal(&any, &bare));
    assert!(!equal(&any, &full));
    assert!(equal(&full, &Jid::from(&full)));

    for same in ["a@b", "A@B", "a@b.", "\u{ff21}@b"] {
        assert!(equal(&any, &same), "{same}");
        assert!(equal(&any, same));
        assert!(equal(&any, &String::from(same)));
        assert!(equal(&bare, same));
    }
    for other in [
        "b@b", "b", "a@b/c", "A@b/", "a@b ", " a@b", "", "a@@b", "\u{e9}@b", "B@b",
    ] {
        assert!(!equal(&any, &other), "{other}");
        assert!(!equal(&any, other));
        assert!(!equal(&any, &String::from(other)));
        assert!(!equal(&bare, other));
    }
    for (one, other, expected) in [
        (&*full, "A@b/ ", true),
        (&full, "a@b/\u{3000}", true),
        (&full, "A@b/", false),
        (&full, "a@b/\t", false),
        // In normal form, though not in ASCII.
        (&jid("\u{c9}@b"), "\u{e9}@b", true),
        (&jid("\u{e9}@b"), "\u{c9}@b", true),
        (&jid("\u{e8}@b"), "\u{e9}@b", false),
        (&jid("\u{e8}@b"), "\u{c9}@b", false),
    ] {
        assert_eq!(equal(one, other), expected, "{one} {other}");
    }
}

#[test]
fn errors_name_part_reason_and_place() {
    let error = Jid::new("a@b/\u{7}").unwrap_err();
    assert_eq!(seen(error), (Resource, Character('\u{7}'), 4));
    assert_eq!(
        error.to_string(),
        "resourcepart must not contain '\\u{7}' (at byte 4)"
    );
    let error = Jid::new("@b").unwrap_err();
    assert_eq!(error.part, Local);
    assert_eq!(error.to_string(), "localpart is empty (at byte 0)");
    let boxed: Box<dyn core::error::Error + Send + Sync> = error.into();
    assert_eq!(boxed.downcast_ref::<JidError>(), Some(&error));
}

#[test]
fn stays_small() {
    assert!(size_of::<JidError>() <= 24);
    assert!(size_of::<Jid>() <= 32);
    assert_eq!(size_of::<Option<Jid>>(), size_of::<Jid>());
}

#[test]
fn equal_errors_hash_alike() {
    let hash = |text: &str| {
        let mut hasher = DefaultHasher::new();
        Jid::new(text).unwrap_err().hash(&mut hasher);
        hasher.finish()
    };
    assert_eq!(hash("@a"), hash("@b"));
    assert_ne!(hash("@a"), hash("a@"));
}
