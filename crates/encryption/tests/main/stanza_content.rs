use xmpp_core_stanzas::Body;
use xmpp_encryption::legacy_stanza_content;
use xmpp_encryption::stanza_content::{
    Content, Envelope, Outer, Profile, Recipient, Refusal, Sender, Time, is_server_processed,
};
use xmpp_jid::Jid;
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::{DateTime, RawElement};

use crate::{invalid_jid, jid, keep};

fn at(text: &str) -> DateTime {
    text.parse().expect("a time")
}

fn envelope() -> Envelope {
    Envelope::new(Content::new([])).with_padding("")
}

fn from_to(from: &str, to: &str) -> Envelope {
    envelope()
        .with_from(Sender::new(jid(from)))
        .with_to(Recipient::new(jid(to)))
}

fn verify(envelope: &Envelope, profile: Profile, from: &Jid, to: &Jid) -> Result<(), Refusal> {
    envelope.verify(profile, &Outer::new(from, to, &at("2026-02-03T04:05:06Z")))
}

#[test]
fn a_bare_address_stands_for_the_account_and_a_full_one_for_itself() {
    let none = Profile::default();
    let bare = from_to("dora@sea.example", "carl@shore.example");
    let full = from_to("dora@sea.example/deck", "carl@shore.example/pier");
    let outer = (jid("Dora@sea.example/deck"), jid("carl@shore.example/pier"));
    for envelope in [&bare, &full] {
        assert_eq!(verify(envelope, none, &outer.0, &outer.1), Ok(()));
    }
    let elsewhere = jid("dora@sea.example/hold");
    assert_eq!(verify(&bare, none, &elsewhere, &outer.1), Ok(()));
    assert_eq!(
        verify(&full, none, &elsewhere, &outer.1),
        Err(Refusal::OtherSender)
    );
    let account = jid("carl@shore.example");
    assert_eq!(verify(&bare, none, &outer.0, &account), Ok(()));
    assert_eq!(
        verify(&full, none, &outer.0, &account),
        Err(Refusal::OtherRecipient)
    );
    let mallory = jid("mallory@sea.example/deck");
    assert_eq!(
        verify(&bare, none, &mallory, &outer.1),
        Err(Refusal::OtherSender)
    );
}

#[test]
fn an_invalid_address_is_nobodys() {
    let nobody = invalid_jid("@sea.example");
    let somebody = jid("carl@shore.example");
    let envelope = envelope().with_from(Sender::new(nobody.clone()));
    assert_eq!(
        verify(&envelope, Profile::default(), &nobody, &somebody),
        Err(Refusal::OtherSender)
    );
}

#[test]
fn what_a_profile_demands_has_to_be_there() {
    let (from, to) = (jid("dora@sea.example/deck"), jid("quay@rooms.example"));
    let bare = Envelope::new(Content::new([]));
    assert_eq!(verify(&bare, Profile::default(), &from, &to), Ok(()));
    assert_eq!(
        verify(&bare, Profile::OMEMO, &from, &to),
        Err(Refusal::Lacking)
    );
    assert_eq!(verify(&envelope(), Profile::OMEMO, &from, &to), Ok(()));
    assert_eq!(
        verify(&envelope(), Profile::OMEMO_GROUP, &from, &to),
        Err(Refusal::Lacking)
    );
    let addressed = envelope().with_to(Recipient::new(to.clone()));
    assert_eq!(verify(&addressed, Profile::OMEMO_GROUP, &from, &to), Ok(()));
    assert_eq!(
        verify(&addressed, Profile::TRUST_MESSAGE, &from, &to),
        Err(Refusal::Lacking)
    );
    let from_too = Profile {
        from: true,
        ..Profile::OMEMO
    };
    assert_eq!(
        verify(&addressed, from_too, &from, &to),
        Err(Refusal::Lacking)
    );
}

#[test]
fn a_time_may_differ_by_the_margin_and_no_more() {
    let (from, to) = (jid("dora@sea.example/deck"), jid("carl@shore.example"));
    let sent = at("2026-02-03T04:05:06Z");
    let outer = Outer::new(&from, &to, &sent).with_margin(60);
    let verify = |stamp: &str| {
        envelope()
            .with_time(Time::new(at(stamp)))
            .verify(Profile::TRUST_MESSAGE, &outer)
    };
    for stamp in [
        "2026-02-03T04:05:06Z",
        "2026-02-03T04:04:06Z",
        "2026-02-03T05:06:06+01:00",
    ] {
        assert_eq!(verify(stamp), Ok(()), "{stamp}");
    }
    for stamp in [
        "2026-02-03T04:04:05Z",
        "2026-02-03T04:06:07Z",
        "2026-02-03T04:05:06+01:00",
        "1970-01-01T00:00:00Z",
    ] {
        assert_eq!(verify(stamp), Err(Refusal::OtherTime), "{stamp}");
    }
}

#[test]
fn what_is_broken_is_not_taken_for_missing() {
    for affix in [
        "<time stamp='yesterday'/>",
        "<time stamp='2026-02-03T04:05:06Z'/><time stamp='2026-02-03T04:05:07Z'/>",
        "<to/>",
        "<from/>",
        "<to jid='a.example'/><to jid='b.example'/>",
    ] {
        let source = format!("<envelope xmlns='urn:xmpp:sce:1'><content/>{affix}</envelope>");
        assert!(keep::<Envelope>(&source).is_err(), "{affix}");
    }
    let invalid = "<envelope xmlns='urn:xmpp:sce:1'><content/><from jid='@a'/></envelope>";
    let invalid: Envelope = keep(invalid).unwrap();
    let somebody = jid("carl@shore.example");
    assert_eq!(
        verify(&invalid, Profile::default(), &somebody, &somebody),
        Err(Refusal::OtherSender)
    );
}

#[test]
fn passes_over_what_only_a_server_may_say() {
    let forbidden = [
        "<store xmlns='urn:xmpp:hints'/>",
        "<no-copy xmlns='urn:xmpp:hints'/>",
        "<stanza-id xmlns='urn:xmpp:sid:0' id='1' by='a.example'/>",
        "<addresses xmlns='http://jabber.org/protocol/address'/>",
        "<encryption xmlns='urn:xmpp:eme:0' namespace='urn:xmpp:omemo:2'/>",
        "<occupant-id xmlns='urn:xmpp:occupant-id:0' id='1'/>",
        "<received xmlns='urn:xmpp:carbons:2'/>",
        "<result xmlns='urn:xmpp:mam:2' id='1'/>",
        "<x xmlns='http://jabber.org/protocol/muc#user'/>",
    ];
    let permitted = [
        "<body xmlns='jabber:client'>a</body>",
        "<origin-id xmlns='urn:xmpp:sid:0' id='1'/>",
        "<encryption xmlns='urn:example:eme' namespace='urn:xmpp:omemo:2'/>",
        "<x xmlns='jabber:x:oob'><url>https://a.example</url></x>",
    ];
    for source in forbidden {
        assert!(
            is_server_processed(&source.parse::<RawElement>().unwrap()),
            "{source}"
        );
    }
    let all = [forbidden.concat(), permitted.concat()].concat();
    let content: Content =
        assert_lossless(&format!("<content xmlns='urn:xmpp:sce:1'>{all}</content>"));
    let names: Vec<_> = content.permitted().map(RawElement::name).collect();
    assert_eq!(names, ["body", "origin-id", "encryption", "x"]);
    assert_eq!(content.payload::<Body>().unwrap().unwrap().text, "a");
    assert_eq!(
        content.payload::<xmpp_vocabulary::occupant_id::OccupantId>(),
        Ok(None)
    );
    assert_eq!(content.payloads.len(), 13);
}

#[test]
fn verifies_what_was_encrypted_as_of_old() {
    let old: legacy_stanza_content::Content = assert_typed(
        "<content xmlns='urn:xmpp:sce:0'><payload><body xmlns='jabber:client'>a</body></payload><rpad/>\
         <from jid='dora@sea.example'/></content>",
    );
    let envelope = old.to_envelope();
    let (dora, carl) = (jid("dora@sea.example/deck"), jid("carl@shore.example"));
    assert_eq!(verify(&envelope, Profile::OMEMO, &dora, &carl), Ok(()));
    assert_eq!(
        verify(&envelope, Profile::OMEMO, &carl, &dora),
        Err(Refusal::OtherSender)
    );
    assert_eq!(
        envelope.content.payload::<Body>().unwrap().unwrap().text,
        "a"
    );
    // It is written as one of today.
    assert_eq!(
        xmpp_xml::to_string(&envelope).unwrap(),
        "<envelope xmlns='urn:xmpp:sce:1'><content><body xmlns='jabber:client'>a</body></content><rpad/>\
         <from jid='dora@sea.example'/></envelope>"
    );
    let broken = "<content xmlns='urn:xmpp:sce:0'><payload/><from/></content>";
    assert!(keep::<legacy_stanza_content::Content>(broken).is_err());
}

#[test]
fn reads_padding_of_any_length() {
    let padding = "~".repeat(100_000);
    let source =
        format!("<envelope xmlns='urn:xmpp:sce:1'><content/><rpad>{padding}</rpad></envelope>");
    let envelope: Envelope = assert_typed(&source);
    assert_eq!(envelope.padding.map(|padding| padding.len()), Some(100_000));
}
