use xmpp_chat::sender::{Conversation, is_same};
use xmpp_core_stanzas::Message;
use xmpp_xml::{Invalid, Options, Report, read_with};

const HATTER: &str = "party@rooms.tea.example/Hatter";

fn message(from: &str, kind: &str, occupants: &[&str]) -> Message {
    let ids: String = occupants
        .iter()
        .map(|id| format!("<occupant-id xmlns='urn:xmpp:occupant-id:0' id='{id}'/>"))
        .collect();
    let source =
        format!("<message xmlns='jabber:client' from='{from}' type='{kind}'>{ids}</message>");
    let options = Options::new().invalid(Invalid::Keep);
    read_with(source.as_bytes(), &options, &mut Report::default()).expect("it is kept")
}

#[test]
fn two_people_are_told_by_their_bare_addresses() {
    let said = message("hatter@tea.example/table", "chat", &[]);
    for (from, is) in [
        ("hatter@tea.example/pot", true),
        ("Hatter@TEA.example", true),
        ("hare@tea.example/table", false),
        ("hatter@tea.example.evil/table", false),
        ("tea.example", false),
    ] {
        let later = message(from, "normal", &[]);
        assert_eq!(is_same(&said, &later, Conversation::Direct), is, "{from}");
    }
}

#[test]
fn occupants_are_told_by_their_full_addresses() {
    let said = message(HATTER, "groupchat", &[]);
    for (from, is) in [
        (HATTER, true),
        ("party@rooms.tea.example/hatter", false),
        ("party@rooms.tea.example", false),
        ("other@rooms.tea.example/Hatter", false),
    ] {
        let later = message(from, "groupchat", &[]);
        assert_eq!(is_same(&said, &later, Conversation::Room), is, "{from}");
    }
    let room = message("party@rooms.tea.example", "groupchat", &[]);
    assert!(!is_same(&room, &room, Conversation::Room));
}

#[test]
fn one_who_changes_the_nickname_is_the_same_and_another_of_that_name_is_not() {
    let conversation = Conversation::RoomWithOccupantIds;
    let said = message(HATTER, "groupchat", &["1"]);
    let renamed = message("party@rooms.tea.example/Mad", "groupchat", &["1"]);
    let other = message(HATTER, "groupchat", &["2"]);
    let elsewhere = message("other@rooms.tea.example/Hatter", "groupchat", &["1"]);
    assert!(is_same(&said, &renamed, conversation));
    assert!(!is_same(&said, &other, conversation));
    assert!(!is_same(&said, &elsewhere, conversation));
}

#[test]
fn without_one_identifier_an_occupant_is_nobody() {
    let conversation = Conversation::RoomWithOccupantIds;
    let none = message(HATTER, "groupchat", &[]);
    let two = message(HATTER, "groupchat", &["1", "1"]);
    let one = message(HATTER, "groupchat", &["1"]);
    for strange in [&none, &two] {
        assert!(!is_same(strange, strange, conversation));
        assert!(!is_same(&one, strange, conversation));
    }
}

#[test]
fn a_message_to_all_and_one_to_a_single_person_are_never_of_the_same() {
    for conversation in [
        Conversation::Direct,
        Conversation::Room,
        Conversation::RoomWithOccupantIds,
    ] {
        let to_all = message(HATTER, "groupchat", &["1"]);
        let to_one = message(HATTER, "chat", &["1"]);
        assert!(!is_same(&to_all, &to_one, conversation));
        assert!(!is_same(&to_one, &to_all, conversation));
    }
    let to_all = message(HATTER, "groupchat", &[]);
    assert!(!is_same(&to_all, &to_all, Conversation::Direct));
}

#[test]
fn errors_and_missing_or_invalid_addresses_are_nobodys() {
    let error = message("hatter@tea.example", "error", &[]);
    assert!(!is_same(&error, &error, Conversation::Direct));
    let invalid = message("hatter@@tea.example", "chat", &[]);
    assert!(!is_same(&invalid, &invalid, Conversation::Direct));
    let mut nobody = message("hatter@tea.example", "chat", &[]);
    nobody.from = None;
    assert!(!is_same(&nobody, &nobody, Conversation::Direct));
}
