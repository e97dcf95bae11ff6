use xmpp_core_stanzas::Message;
use xmpp_jid::BareJid;
use xmpp_vocabulary::stanza_id::{Assigner, NS};
use xmpp_xml::{Invalid, Options, Report};

const ROOM: &str = "party@rooms.tea.example";

fn message(from: &str, kind: &str, inside: &str) -> Message {
    let source = format!(
        "<message xmlns='jabber:client' from='{from}' type='{kind}' id='own'>{inside}</message>"
    );
    xmpp_xml::from_str(&source).expect("it is valid")
}

fn id(by: &str, id: &str) -> String {
    format!("<stanza-id xmlns='{NS}' by='{by}' id='{id}'/>")
}

fn jid(text: &str) -> BareJid {
    text.parse().expect("it is valid")
}

#[test]
fn believes_a_room_that_removes_forged_identifiers() {
    let room = jid(ROOM);
    let said = message(
        "party@rooms.tea.example/Hatter",
        "groupchat",
        &(id("hare@tea.example", "1") + &id("Party@ROOMS.tea.example", "2")),
    );
    let assigner = Assigner::room(&room, ["urn:example:other", NS]).expect("it has the feature");
    assert_eq!(assigner.id_of(&said).as_deref(), Some("2"));
    assert_eq!(assigner.address(), &room);
}

#[test]
fn rejects_an_entity_that_does_not_promise_it() {
    let room = jid(ROOM);
    assert!(Assigner::room(&room, ["urn:xmpp:sid:1", ""]).is_none());
    assert!(Assigner::account(&room, []).is_none());
}

#[test]
fn rejects_a_rooms_identifier_in_what_has_not_come_through_the_room() {
    let room = jid(ROOM);
    let assigner = Assigner::room(&room, [NS]).expect("it has the feature");
    for from in [
        "cat@tree.example",
        "rooms.tea.example",
        "party@rooms.tea.example.evil/x",
    ] {
        assert_eq!(assigner.id_of(&message(from, "chat", &id(ROOM, "1"))), None);
    }
    let mut nobody = message(ROOM, "groupchat", &id(ROOM, "1"));
    nobody.from = None;
    assert_eq!(assigner.id_of(&nobody), None);
}

#[test]
fn believes_the_own_account_in_whatever_it_receives() {
    let account = jid("dormouse@tea.example");
    let assigner = Assigner::account(&account, [NS]).expect("it has the feature");
    let said = message(
        "cat@tree.example/grin",
        "chat",
        &id("dormouse@tea.example", "7"),
    );
    assert_eq!(assigner.id_of(&said).as_deref(), Some("7"));
    let for_a_resource = message(
        "cat@tree.example",
        "chat",
        &id("dormouse@tea.example/pot", "7"),
    );
    assert_eq!(assigner.id_of(&for_a_resource), None);
}

#[test]
fn rejects_one_of_several_of_the_same_entity() {
    let room = jid(ROOM);
    let assigner = Assigner::room(&room, [NS]).expect("it has the feature");
    let twice = message(ROOM, "groupchat", &(id(ROOM, "1") + &id(ROOM, "1")));
    assert_eq!(assigner.id_of(&twice), None);
}

#[test]
fn rejects_what_an_error_repeats() {
    let room = jid(ROOM);
    let assigner = Assigner::room(&room, [NS]).expect("it has the feature");
    assert_eq!(
        assigner.id_of(&message(ROOM, "error", &id(ROOM, "1"))),
        None
    );
}

#[test]
fn an_invalid_address_is_nobodys() {
    let source = format!(
        "<message xmlns='jabber:client' from='party@rooms.tea.example/a·b'>{}{}</message>",
        id("@", "1"),
        id(ROOM, "2")
    );
    let options = Options::new().invalid(Invalid::Keep);
    let said: Message = xmpp_xml::read_with(source.as_bytes(), &options, &mut Report::default())
        .expect("it is kept");
    let room = jid(ROOM);
    let assigner = Assigner::room(&room, [NS]).expect("it has the feature");
    assert_eq!(assigner.id_of(&said), None);
}
