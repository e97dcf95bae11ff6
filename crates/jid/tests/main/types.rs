//! The types around [`Jid`], and errors.

use alloc::collections::BTreeMap;

use xmpp_jid::Part::{Domain, Local, Resource};
use xmpp_jid::Reason::{Character, Missing, Unexpected};
use xmpp_jid::{BareJid, FullJid, Jid, JidError};

use crate::{jid, seen};

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
