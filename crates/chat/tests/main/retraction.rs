use xmpp_chat::fastening::ApplyTo;
use xmpp_chat::moderation::{Moderate, Moderated};
use xmpp_chat::retraction::{Retract, Retraction};
use xmpp_chat::{legacy_moderation, legacy_retraction};
use xmpp_core_stanzas::Message;
use xmpp_jid::BareJid;
use xmpp_xml::{Element, Invalid, Options, RawElement, Report, from_str, read_with};

use crate::written;

const ROOM: &str = "party@rooms.tea.example";

fn room() -> BareJid {
    ROOM.parse().expect("it is valid")
}

fn message(from: &str, kind: &str, payload: &impl Element) -> Message {
    let source = format!(
        "<message xmlns='jabber:client' from='{from}' type='{kind}'>{}</message>",
        written(payload)
    );
    from_str(&source).expect("it is valid")
}

fn moderated() -> Retract {
    let by = "party@rooms.tea.example/Hatter"
        .parse::<xmpp_jid::Jid>()
        .expect("it is valid");
    Retract::of("28482")
        .with_moderated(Moderated::new().with_by(by))
        .with_reason("No riddles")
}

fn legacy() -> ApplyTo {
    let moderated = legacy_moderation::Moderated::new()
        .with_retract(legacy_retraction::Retract::new())
        .with_reason("No riddles");
    let payload = RawElement::from_element(&moderated).expect("it can be written");
    ApplyTo::new("28482").with_payloads([payload])
}

#[test]
fn is_read_as_of_its_author() {
    let current = message("hatter@tea.example/table", "chat", &Retract::of("r1"));
    let retract = RawElement::from_element(&legacy_retraction::Retract::new());
    let old = ApplyTo::new("r1").with_payloads(retract);
    let old = message("hatter@tea.example/table", "chat", &old);
    for message in [current, old] {
        let retraction = Retraction::of(&message, None)
            .expect("it is valid")
            .expect("there is one");
        assert_eq!(retraction.id, "r1");
        assert_eq!(retraction.moderation, None);
    }
}

#[test]
fn is_a_moderators_only_from_the_room_itself() {
    let room = room();
    for from in [ROOM, "Party@ROOMS.tea.example"] {
        for message in [
            message(from, "groupchat", &moderated()),
            message(from, "groupchat", &legacy()),
        ] {
            let retraction = Retraction::of(&message, Some(&room))
                .expect("it is valid")
                .expect("there is one");
            assert_eq!(retraction.id, "28482");
            let moderation = retraction.moderation.expect("a moderator has done it");
            assert_eq!(moderation.reason.as_deref(), Some("No riddles"));
        }
    }
    for (from, kind) in [
        ("party@rooms.tea.example/Dormouse", "groupchat"),
        ("rooms.tea.example", "groupchat"),
        ("other@rooms.tea.example", "groupchat"),
        ("hatter@tea.example/table", "chat"),
        (ROOM, "chat"),
        (ROOM, "error"),
    ] {
        for message in [
            message(from, kind, &moderated()),
            message(from, kind, &legacy()),
        ] {
            assert_eq!(Retraction::of(&message, Some(&room)), Ok(None), "{from}");
        }
    }
    let elsewhere = message(ROOM, "groupchat", &moderated());
    assert_eq!(Retraction::of(&elsewhere, None), Ok(None));
}

#[test]
fn one_by_a_moderator_never_reads_as_the_authors() {
    let source = "<message xmlns='jabber:client' from='party@rooms.tea.example/Hare' type='groupchat'>\
        <retract xmlns='urn:xmpp:message-retract:1' id='1'>\
        <moderated xmlns='urn:xmpp:message-moderate:1'/>\
        <moderated xmlns='urn:xmpp:message-moderate:1'/></retract></message>";
    let options = Options::new().invalid(Invalid::Keep);
    let message: Message =
        read_with(source.as_bytes(), &options, &mut Report::default()).expect("it is kept");
    assert!(Retraction::of(&message, None).is_err());
}

#[test]
fn is_nothing_without_a_message_that_it_names() {
    let message = message("hatter@tea.example", "chat", &Retract::new());
    assert_eq!(Retraction::of(&message, None), Ok(None));
}

#[test]
fn is_nothing_where_something_is_cleared() {
    let retract = RawElement::from_element(&legacy_retraction::Retract::new());
    let apply_to = ApplyTo::new("r1").with_payloads(retract).with_clear(true);
    let message = message("hatter@tea.example", "chat", &apply_to);
    assert_eq!(Retraction::of(&message, None), Ok(None));
}

#[test]
fn is_asked_for_in_the_words_of_the_specification() {
    assert_eq!(
        written(&Moderate::retract("28482").with_reason("No riddles")),
        "<moderate xmlns='urn:xmpp:message-moderate:1' id='28482'>\
         <retract xmlns='urn:xmpp:message-retract:1'/><reason>No riddles</reason></moderate>"
    );
}
