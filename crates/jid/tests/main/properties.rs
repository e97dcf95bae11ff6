//! What holds for every text.

use proptest::prelude::*;
use xmpp_jid::Jid;

/// Characters that matter to some rule.
const SPECIAL: &str = "@/.-_\\ [:]aAzZ019\"&'<>=lLxn\
    \u{a0}\u{ad}\u{b7}\u{df}\u{e9}\u{130}\u{301}\u{307}\u{338}\u{345}\u{375}\u{3a3}\u{3c2}\u{3b1}\
    \u{378}\u{5d0}\u{5b8}\u{5f3}\u{627}\u{640}\u{646}\u{661}\u{6f1}\u{915}\u{94d}\u{dd9}\u{dca}\
    \u{1100}\u{1161}\u{13a0}\u{1e9e}\u{200c}\u{200d}\u{2028}\u{2126}\u{2163}\u{2665}\u{3000}\
    \u{3002}\u{3042}\u{30fb}\u{4e2d}\u{ac00}\u{fb03}\u{fe0f}\u{ff21}\u{ff20}\u{ff76}\u{ff9e}\
    \u{fffe}\u{1e900}\u{1f980}\u{e0001}";

fn text() -> impl Strategy<Value = String> {
    let special = prop::sample::select(SPECIAL.chars().collect::<Vec<_>>());
    let special = prop::collection::vec(special, 0..12).prop_map(String::from_iter);
    prop_oneof![
        any::<String>(),
        special,
        "[A-Za-z0-9._\u{e0}-\u{24f}-]{1,8}(@[A-Za-z0-9\u{e0}-\u{24f}-]{1,6}(\\.[a-z]{1,3}){0,2}\\.?)?(/.{1,8})?",
        "\\PC{1,5}@(xn--)?[a-z0-9-]{1,8}(/\\PC{1,8})?",
        "\\p{L}\\p{M}?\\p{L}\\p{N}?@\\p{L}{1,3}/\\p{S}?\\p{P}?\\p{L}\\p{M}?",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 4096, ..ProptestConfig::default() })]

    #[test]
    fn never_panics_and_errors_point_into_the_text(text in text()) {
        if let Err(error) = Jid::new(&text) {
            prop_assert!(text.is_char_boundary(error.offset), "{error}");
        }
    }

    #[test]
    fn keeps_the_text(text in text()) {
        if let Ok(jid) = Jid::new(&text) {
            prop_assert_eq!(jid.as_str(), &*text);
            prop_assert_eq!(jid.to_string().parse::<Jid>(), Ok(jid));
        }
    }

    #[test]
    fn the_normal_form_is_an_address_in_normal_form(text in text()) {
        if let Ok(jid) = Jid::new(&text) {
            let normal = Jid::new(jid.normalized());
            prop_assert_eq!(normal.as_ref(), Ok(&jid));
            let normal = normal.unwrap();
            prop_assert!(normal.is_normalized());
            prop_assert_eq!(jid.is_normalized(), jid.as_str() == jid.normalized());
            let kept = jid.to_normalized();
            prop_assert_eq!(
                (kept.local(), kept.domain(), kept.resource()),
                (normal.local(), normal.domain(), normal.resource())
            );
        }
    }

    #[test]
    fn parts_make_the_address(text in text()) {
        if let Ok(jid) = Jid::new(&text) {
            let made = Jid::from_parts(jid.local(), jid.domain(), jid.resource());
            prop_assert_eq!(made.as_ref().map(Jid::as_str), Ok(&*text));
            let bare = jid.to_bare();
            prop_assert!(bare.bare_eq(&jid));
            prop_assert_eq!(Ok(bare.clone()), bare.as_str().parse());
            prop_assert_eq!(bare.is_normalized(), bare.as_str() == bare.normalized());
            if let Some(resource) = jid.resource() {
                let full = bare.with_resource(resource).unwrap();
                prop_assert_eq!(full.as_str(), &*text);
            } else {
                prop_assert_eq!(bare.as_str(), &*text);
            }
        }
    }

    /// An address has one reading: parts with the separators of others never pass.
    #[test]
    fn made_addresses_read_back_as_their_parts(
        local in "[a-c\u{e9}\u{ff20}@/.]{1,3}",
        domain in "[a-c\u{e9}\u{ff20}@/.]{1,3}",
        resource in "[a-c\u{e9}\u{ff20}@/.]{1,3}",
    ) {
        if let Ok(made) = Jid::from_parts(Some(&local), &domain, Some(&resource)) {
            let read = Jid::new(made.as_str()).unwrap();
            prop_assert_eq!((read.local(), read.domain(), read.resource()), (Some(&*local), &*domain, Some(&*resource)));
        }
    }

    #[test]
    fn equal_means_the_same_normal_form(one in text(), other in text()) {
        if let (Ok(one), Ok(other)) = (Jid::new(&one), Jid::new(&other)) {
            prop_assert_eq!(one == other, one.normalized() == other.normalized());
            prop_assert_eq!(one.cmp(&other).is_eq(), one == other);
        }
    }
}
