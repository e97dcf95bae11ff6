//! To the addresses of the crate `jid` and back.

use xmpp_jid::{BareJid, FullJid, Jid};

#[test]
fn converts_both_ways() {
    let ours = crate::jid("Juliet@EXAMPLE.com/Balcony");
    let theirs = jid::Jid::try_from(&ours).unwrap();
    assert_eq!(theirs.as_str(), "juliet@example.com/Balcony");
    assert_eq!(Jid::try_from(&theirs), Ok(ours.clone()));

    let bare = jid::BareJid::try_from(&ours.to_bare()).unwrap();
    assert_eq!(BareJid::try_from(&bare), Ok(ours.to_bare()));
    let full = jid::FullJid::try_from(&FullJid::try_from(ours.clone()).unwrap()).unwrap();
    assert_eq!(FullJid::try_from(&full).map(Jid::from), Ok(ours));
}

#[test]
fn converts_domains_in_either_form() {
    for text in ["xn--bcher-kva.example", "b\u{fc}cher.example"] {
        let ours = crate::jid(text);
        assert_eq!(
            jid::Jid::try_from(&ours).unwrap().as_str(),
            "b\u{fc}cher.example"
        );
        assert_eq!(Jid::try_from(&jid::Jid::new(text).unwrap()), Ok(ours));
    }
}

#[test]
fn says_what_the_other_side_does_not_accept() {
    let crab = crate::jid("room@muc.example/🦀");
    assert!(matches!(
        jid::Jid::try_from(&crab),
        Err(jid::Error::ResourcePrep)
    ));
    let symbol = jid::Jid::new("\u{2665}@example.com").unwrap();
    assert!(Jid::try_from(&symbol).is_err());
}
