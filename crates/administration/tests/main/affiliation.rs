use xmpp_administration::affiliation::{
    self, Affiliation, EMBEDS_IN_DIRECTED_PRESENCE, EMBEDS_IN_MESSAGES, EMBEDS_IN_SUBSCRIPTIONS,
    Info,
};
use xmpp_core_stanzas::Presence;
use xmpp_xml::from_str;

use crate::message;

const INFO: &str = "<info xmlns='urn:xmpp:raa:0' affiliation='admin' trust='100'/>";

fn presence(attributes: &str, content: &str) -> Presence {
    from_str(&format!(
        "<presence xmlns='jabber:client' {attributes}>{content}</presence>"
    ))
    .expect("it is valid")
}

#[test]
fn believes_what_a_server_promises_to_vouch_for() {
    let said = message("from='a@b.example/c'", INFO);
    let info = Info::of_message(&said, [EMBEDS_IN_MESSAGES]).expect("the server says so");
    assert_eq!(info.affiliation, Affiliation::Admin);
    for features in [
        &[][..],
        &[
            affiliation::NS,
            EMBEDS_IN_SUBSCRIPTIONS,
            EMBEDS_IN_DIRECTED_PRESENCE,
        ],
    ] {
        let features = features.iter().copied();
        assert_eq!(Info::of_message(&said, features), None);
    }
    let forged = message("from='a@b.example/c'", &INFO.repeat(2));
    assert_eq!(Info::of_message(&forged, [EMBEDS_IN_MESSAGES]), None);
    let bounced = message("from='a@b.example/c' type='error'", INFO);
    assert_eq!(Info::of_message(&bounced, [EMBEDS_IN_MESSAGES]), None);
}

#[test]
fn tells_apart_the_kinds_of_presence_that_a_server_vouches_for() {
    let all = [
        EMBEDS_IN_MESSAGES,
        EMBEDS_IN_SUBSCRIPTIONS,
        EMBEDS_IN_DIRECTED_PRESENCE,
    ];
    let without = |feature| all.into_iter().filter(move |it| *it != feature);
    for (attributes, feature) in [
        (
            "from='a@b.example' type='subscribe'",
            EMBEDS_IN_SUBSCRIPTIONS,
        ),
        ("from='a@b.example/c'", EMBEDS_IN_DIRECTED_PRESENCE),
        (
            "from='a@b.example/c' type='unavailable'",
            EMBEDS_IN_DIRECTED_PRESENCE,
        ),
    ] {
        let presence = presence(attributes, INFO);
        assert!(
            Info::of_presence(&presence, [feature]).is_some(),
            "{attributes}"
        );
        assert_eq!(Info::of_presence(&presence, without(feature)), None);
    }
    for attributes in [
        "from='a@b.example/c' type='subscribe'",
        "from='a@b.example'",
        "from='a@b.example/c' type='error'",
        "from='a@b.example' type='probe'",
        "",
    ] {
        assert_eq!(
            Info::of_presence(&presence(attributes, INFO), all),
            None,
            "{attributes}"
        );
    }
}

#[test]
fn takes_no_number_beyond_a_hundred_for_trust() {
    let info = |trust: &str| -> Info {
        from_str(&format!(
            "<info xmlns='urn:xmpp:raa:0' affiliation='member' trust='{trust}'/>"
        ))
        .expect("it is valid")
    };
    assert_eq!(info("100").trust_percentage(), Some(100));
    assert_eq!(info("0").trust_percentage(), Some(0));
    assert_eq!(info("101").trust_percentage(), None);
    assert_eq!(info("356").trust_percentage(), None);
}
