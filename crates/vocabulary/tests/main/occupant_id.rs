//! Who an occupant is, as the room says.

use xmpp_core_stanzas::{Message, Presence};
use xmpp_jid::BareJid;
use xmpp_vocabulary::occupant_id::{self, OccupantId};
use xmpp_xml::{Invalid, Options, Report, from_str, read_with};

fn room() -> BareJid {
    "coven@chat.example".parse().expect("an address")
}

const ID: &str = "<occupant-id xmlns='urn:xmpp:occupant-id:0' id='dd72'/>";

fn message(attributes: &str, payloads: &str) -> Message {
    let source = format!("<message xmlns='jabber:client' {attributes}>{payloads}</message>");
    let options = Options::new().invalid(Invalid::Keep);
    read_with(source.as_bytes(), &options, &mut Report::default()).expect("it is kept")
}

#[test]
fn an_occupant_id_is_the_rooms_word() {
    let room = room();
    let from_room = "from='coven@chat.example/firstwitch'";
    let long = |length| {
        format!(
            "<occupant-id xmlns='urn:xmpp:occupant-id:0' id='{}'/>",
            "é".repeat(length)
        )
    };
    for (attributes, payloads, is_believed) in [
        (from_room, ID, true),
        ("from='Coven@CHAT.example'", ID, true),
        (from_room, &long(128), true),
        (from_room, &long(129), false),
        (from_room, "", false),
        (
            from_room,
            "<occupant-id xmlns='urn:xmpp:occupant-id:0' id=''/>",
            false,
        ),
        (
            from_room,
            "<occupant-id xmlns='urn:xmpp:occupant-id:0'/>",
            false,
        ),
        (from_room, &[ID, ID].concat(), false),
        ("", ID, false),
        ("from='other@chat.example/firstwitch'", ID, false),
        ("from='chat.example'", ID, false),
        ("from='@@'", ID, false),
        (
            "from='coven@chat.example/firstwitch' type='error'",
            ID,
            false,
        ),
    ] {
        let message = message(attributes, payloads);
        let id = OccupantId::of_message(&message, &room, ["x", occupant_id::NS]);
        assert_eq!(id.is_some(), is_believed, "{attributes} {payloads}");
        // The room does not support it, so an occupant has made it up.
        assert_eq!(
            OccupantId::of_message(&message, &room, ["urn:xmpp:hats:0"]),
            None
        );
    }
}

#[test]
fn an_occupant_id_stands_in_a_presence_too() {
    let room = room();
    let presence: Presence = from_str(&format!(
        "<presence xmlns='jabber:client' from='coven@chat.example/firstwitch'>{ID}</presence>"
    ))
    .expect("it is valid");
    let id =
        OccupantId::of_presence(&presence, &room, [occupant_id::NS]).expect("the room says so");
    assert_eq!(id.id, "dd72");
    let mut error = presence;
    error.kind = Some("error".into());
    assert_eq!(
        OccupantId::of_presence(&error, &room, [occupant_id::NS]),
        None
    );
}
