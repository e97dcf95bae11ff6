//! What the types of channels promise, seen from outside.

use proptest::prelude::*;
use xmpp_core_stanzas::{Iq, Message, Presence};
use xmpp_data_forms::FormType as _;
use xmpp_data_forms::form::{Form, FormKind};
use xmpp_jid::{BareJid, Jid};
use xmpp_mix::account::{ClientJoin, ClientLeave};
use xmpp_mix::channel::{self, Join, JoinNamespace, Mix};
use xmpp_mix::misc::{Invitation, Invite, Retract};
use xmpp_mix::privacy::{Preferences, UserPreference};
use xmpp_mix::{ParticipantAddress, presence};
use xmpp_xml::{
    Element, Error, Invalid, Options, Report, Value as _, from_str, read_with, to_string,
};

fn jid(text: &str) -> Jid {
    Jid::new(text).expect("an address")
}

fn room() -> BareJid {
    "engine@mix.example".parse().expect("an address")
}

fn read<T: Element>(source: &str) -> T {
    from_str(source).expect("it is valid")
}

/// Reads an element, and keeps what is invalid in it.
fn keeping_invalid<T: Element>(source: &str) -> Result<T, Error> {
    let options = Options::new().invalid(Invalid::Keep);
    read_with(source.as_bytes(), &options, &mut Report::default())
}

fn message(attributes: &str, content: &str) -> Message {
    read(&format!(
        "<message xmlns='jabber:client' {attributes}>{content}</message>"
    ))
}

#[test]
fn takes_an_address_apart_and_puts_it_together() {
    for (text, id, channel, resource) in [
        (
            "7f3a#engine@mix.example",
            "7f3a",
            "engine@mix.example",
            None,
        ),
        ("7#a#b@mix.example/r#1", "7", "a#b@mix.example", Some("r#1")),
        (
            "7#Engine@MIX.example/x",
            "7",
            "engine@mix.example",
            Some("x"),
        ),
    ] {
        let address = ParticipantAddress::of(&jid(text)).expect(text);
        assert_eq!(address.participant_id, id);
        assert_eq!(address.channel, channel);
        assert_eq!(address.resource.as_deref(), resource);
        assert_eq!(address.to_jid(), Ok(jid(text)));
    }
    for text in [
        "engine@mix.example/7#x",
        "#engine@mix.example",
        "7#@mix.example",
        "mix.example",
    ] {
        assert_eq!(ParticipantAddress::of(&jid(text)), None, "{text}");
    }
    let invalid = Jid::invalid("7#a@@b").expect("it is kept");
    assert_eq!(ParticipantAddress::of(&invalid), None);
    for id in ["", "a#b", "a/b", "a@b"] {
        ParticipantAddress::new(id, room()).to_jid().expect_err(id);
    }
}

#[test]
fn believes_a_channel_alone_about_who_has_sent_a_message() {
    let mix = "<mix xmlns='urn:xmpp:mix:core:1'><nick>Ada</nick></mix>";
    let said = message("type='groupchat' from='Engine@mix.example/7f3a'", mix);
    let sent = Mix::of(&said, &room())
        .expect("it is valid")
        .expect("the channel says so");
    assert_eq!(sent.nick.as_deref(), Some("Ada"));
    assert_eq!(channel::participant_id(&said, &room()), Some("7f3a"));
    for attributes in [
        "type='groupchat'",
        "type='groupchat' from='ada@lovelace.example/7f3a'",
        "type='groupchat' from='mix.example/7f3a'",
        "type='chat' from='7f3a#engine@mix.example'",
        "type='error' from='engine@mix.example/7f3a'",
    ] {
        let said = message(attributes, mix);
        assert_eq!(Mix::of(&said, &room()), Ok(None), "{attributes}");
        assert_eq!(
            channel::participant_id(&said, &room()),
            None,
            "{attributes}"
        );
    }
    // A channel that lets through what a client has made up does not say which is which.
    let two = format!("<mix xmlns='urn:xmpp:mix:core:0'><nick>Charles</nick></mix>{mix}");
    let said = message("type='groupchat' from='engine@mix.example/7f3a'", &two);
    assert_eq!(Mix::of(&said, &room()), Ok(None));
}

#[test]
fn believes_a_channel_alone_about_presence_and_retraction() {
    let mix = "<mix xmlns='urn:xmpp:mix:presence:0'><nick>Ada</nick></mix>";
    let whose = |attributes: &str| {
        let presence: Presence = read(&format!(
            "<presence xmlns='jabber:client' {attributes}>{mix}</presence>"
        ));
        presence::Mix::of(&presence, &room()).expect("it is valid")
    };
    assert!(whose("from='7f3a#engine@mix.example/1'").is_some());
    for attributes in [
        "",
        "from='engine@mix.example/7f3a'",
        "from='7f3a#engine@other.example/1'",
        "from='7f3a#other@mix.example/1'",
        "from='7f3a#engine@mix.example/1' type='error'",
    ] {
        assert_eq!(whose(attributes), None, "{attributes}");
    }
    let retract = "<retract xmlns='urn:xmpp:mix:misc:0' id='a1'/>";
    let of = |attributes: &str, content: &str| {
        Retract::of(&message(attributes, content), &room()).expect("it is valid")
    };
    assert_eq!(
        of("from='engine@mix.example/7f3a'", retract)
            .map(|it| it.id)
            .as_deref(),
        Some("a1")
    );
    assert_eq!(of("from='ada@lovelace.example'", retract), None);
    assert_eq!(
        of("from='engine@mix.example/7f3a'", &retract.repeat(2)),
        None
    );
}

#[test]
fn asks_the_channel_that_was_named_in_the_name_of_the_account() {
    let account = jid("ada@lovelace.example/desk");
    let iq = |channel: &str| -> Iq {
        read(&format!(
            "<iq xmlns='jabber:client' type='set' id='p1' from='ada@lovelace.example/desk'>\
             <client-join xmlns='urn:xmpp:mix:pam:2'{channel}><join xmlns='urn:xmpp:mix:core:1'>\
             <nick>Ada</nick></join></client-join></iq>"
        ))
    };
    let sent = ClientJoin::request(&iq(" channel='engine@mix.example'"), &account);
    let sent = sent.expect("it is valid").expect("a request");
    assert_eq!(
        to_string(&sent).expect("it can be written"),
        "<iq xmlns='jabber:client' from='ada@lovelace.example' to='engine@mix.example' id='p1' type='set'>\
         <join xmlns='urn:xmpp:mix:core:1'><nick>Ada</nick></join></iq>"
    );
    for channel in [
        "",
        " channel='mix.example'",
        " channel='engine@mix.example/x'",
    ] {
        assert_eq!(
            ClientJoin::request(&iq(channel), &account),
            Ok(None),
            "{channel}"
        );
    }
    assert_eq!(ClientLeave::request(&iq(""), &account), Ok(None));
    let leave =
        to_string(&ClientLeave::from(jid("engine@mix.example"))).expect("it can be written");
    let leave: Iq = read(&format!(
        "<iq xmlns='jabber:client' type='set' id='p2'>{leave}</iq>"
    ));
    let sent = ClientLeave::request(&leave, &account)
        .expect("it is valid")
        .expect("a request");
    assert!(sent.payloads[0].is_a::<channel::Leave>());
}

#[test]
fn never_takes_what_cannot_be_read_for_nothing() {
    let form = "<x xmlns='jabber:x:data' type='submit'/>";
    let source = format!("<join xmlns='urn:xmpp:mix:core:1'>{form}{form}</join>");
    keeping_invalid::<Join>(&source).expect_err("somebody's address would be shown");
    let source =
        format!("<user-preference xmlns='urn:xmpp:mix:anon:0'>{form}{form}</user-preference>");
    keeping_invalid::<UserPreference>(&source).expect_err("which of the two?");
    let source = "<invite xmlns='urn:xmpp:mix:misc:0'><invitee>@</invitee></invite>";
    keeping_invalid::<Invite>(source).expect_err("nobody in particular");
    let twice = "<field var='JID Visibility'><value>never</value></field>".repeat(2);
    let form: Form = read(&format!(
        "<x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>urn:xmpp:mix:anon:0</value></field>{twice}</x>"
    ));
    Preferences::from_fields_keeping_invalid(&form).expect_err("which of the two?");
    assert_eq!(Preferences::new(FormKind::Submit).jid_visibility, None);
}

#[test]
fn takes_an_invitation_from_whoever_invites() {
    let invitation = Invitation::new(
        jid("ada@lovelace.example"),
        jid("mary@lovelace.example"),
        jid("engine@mix.example"),
        "t7",
    );
    let content = to_string(&invitation).expect("it can be written");
    let to = |from: &str, account: &str, content: &str| {
        Invitation::to(&message(from, content), &jid(account)).expect("it is valid")
    };
    let account = "mary@lovelace.example/desk";
    assert_eq!(
        to("from='ada@lovelace.example/desk'", account, &content),
        Some(invitation)
    );
    assert_eq!(to("from='charles@engine.example'", account, &content), None);
    assert_eq!(to("", account, &content), None);
    assert_eq!(
        to(
            "from='ada@lovelace.example'",
            "eve@lovelace.example",
            &content
        ),
        None
    );
    assert_eq!(
        to("from='ada@lovelace.example'", account, &content.repeat(2)),
        None
    );
    assert_eq!(
        to(
            "from='ada@lovelace.example' type='error'",
            account,
            &content
        ),
        None
    );
}

#[test]
fn joins_in_each_namespace() {
    for (namespace, text) in [
        (JoinNamespace::One, "urn:xmpp:mix:core:1"),
        (JoinNamespace::Zero, "urn:xmpp:mix:core:0"),
        (JoinNamespace::Privacy, "urn:xmpp:mix:anon:0"),
        (JoinNamespace::Misc, "urn:xmpp:mix:misc:0"),
    ] {
        let join = Join::new(namespace, [channel::Subscribe::new("n")]).with_nick("Ada");
        assert_eq!(
            to_string(&join).expect("it can be written"),
            format!("<join xmlns='{text}'><subscribe node='n'/><nick>Ada</nick></join>")
        );
    }
}

#[test]
fn finds_a_participant_in_elements_and_in_attributes() {
    let read = |inner: &str| {
        read::<channel::Participant>(&format!("<participant xmlns='urn:xmpp:mix:core:1' {inner}"))
    };
    let elements = read("><nick>Ada</nick><jid>ada@lovelace.example</jid></participant>");
    let attributes = read("nick='Ada' jid='ada@lovelace.example'/>");
    for participant in [elements, attributes] {
        assert_eq!(participant.nickname(), Some("Ada"));
        assert_eq!(participant.account(), Some(&jid("ada@lovelace.example")));
    }
    // Two that differ are nobody.
    let two = read("jid='ada@lovelace.example'><jid>babbage@engine.example</jid></participant>");
    assert_eq!(two.account(), None);
    assert_eq!(read("/>").account(), None);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 1024, ..ProptestConfig::default() })]

    #[test]
    fn an_address_leads_to_its_participant(id in "[a-z0-9#/@ ]{0,8}", channel in "[a-z#]{1,6}@[a-z]{1,4}", resource in prop::option::of("[a-z#/@]{1,4}")) {
        let Ok(channel) = channel.parse::<BareJid>() else {
            return Ok(());
        };
        let mut address = ParticipantAddress::new(&id, channel);
        address.resource = resource;
        if let Ok(jid) = address.to_jid() {
            prop_assert_eq!(ParticipantAddress::of(&jid), Some(address));
        }
    }
}
