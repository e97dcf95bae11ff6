//! Who an occupant is, and what they wear, as the room says.

use xmpp_core_stanzas::{Message, Presence};
use xmpp_data_forms::FormType as _;
use xmpp_data_forms::form::FormKind;
use xmpp_muc::forms::RoomInfo;
use xmpp_muc::hats::{self, Hat, Hats};
use xmpp_muc::occupant_id::{self, OccupantId};
use xmpp_xml::{Invalid, Options, Report, from_str, read_with};

use crate::{jid, written};

const ID: &str = "<occupant-id xmlns='urn:xmpp:occupant-id:0' id='dd72'/>";

fn message(attributes: &str, payloads: &str) -> Message {
    let source = format!("<message xmlns='jabber:client' {attributes}>{payloads}</message>");
    let options = Options::new().invalid(Invalid::Keep);
    read_with(source.as_bytes(), &options, &mut Report::default()).expect("it is kept")
}

#[test]
fn an_occupant_id_is_the_rooms_word() {
    let room = jid("coven@chat.example");
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
        assert_eq!(OccupantId::of_message(&message, &room, [hats::NS]), None);
    }
}

#[test]
fn an_occupant_id_stands_in_a_presence_too() {
    let room = jid("coven@chat.example");
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

#[test]
fn hats_are_the_rooms_word() {
    let room = jid("coven@chat.example");
    let presence = |from: &str, namespace: &str| -> Presence {
        let hat = format!("<hats xmlns='{namespace}'><hat uri='u' title='t'/></hats>");
        from_str(&format!(
            "<presence xmlns='jabber:client' from='{from}'>{hat}</presence>"
        ))
        .expect("it is valid")
    };
    let inside = "coven@chat.example/firstwitch";
    for namespace in [hats::NS, hats::NS_PROSODY] {
        let worn =
            Hats::of(&presence(inside, namespace), &room, [namespace]).expect("the room says so");
        assert_eq!(worn.hats[0].uri.as_deref(), Some("u"));
    }
    assert_eq!(Hats::of(&presence(inside, hats::NS), &room, ["x"]), None);
    assert_eq!(
        Hats::of(
            &presence("other@chat.example/x", hats::NS),
            &room,
            [hats::NS]
        ),
        None
    );
}

#[test]
fn hats_of_another_vocabulary_than_the_room_has_are_made_up() {
    let room = jid("coven@chat.example");
    let read = |payloads: &str| -> Presence {
        let source = format!(
            "<presence xmlns='jabber:client' from='coven@chat.example/firstwitch'>{payloads}</presence>"
        );
        from_str(&source).expect("it is valid")
    };
    let hats =
        |namespace, uri| format!("<hats xmlns='{namespace}'><hat uri='{uri}' title='t'/></hats>");
    let made_up = hats(hats::NS_PROSODY, "made-up");
    let said = hats(hats::NS, "said");
    assert_eq!(Hats::of(&read(&made_up), &room, [hats::NS]), None);
    for payloads in [[&*made_up, &*said], [&*said, &*made_up]] {
        for features in [&[hats::NS][..], &[hats::NS_PROSODY, hats::NS]] {
            let features = features.iter().copied();
            let worn =
                Hats::of(&read(&payloads.concat()), &room, features).expect("the room says so");
            assert_eq!(worn.hats[0].uri.as_deref(), Some("said"));
        }
    }
    assert_eq!(
        Hats::of(&read(&[&*said, &*said].concat()), &room, [hats::NS]),
        None
    );
}

#[test]
fn hats_are_written_in_the_namespace_of_their_vocabulary() {
    let mut hats = Hats::new([Hat::new("u", "t").with_hue("12.5")]);
    assert_eq!(
        written(&hats),
        "<hats xmlns='urn:xmpp:hats:0'><hat title='t' uri='u' hue='12.5'/></hats>"
    );
    hats.version = hats::Version::Prosody;
    assert!(written(&hats).starts_with("<hats xmlns='xmpp:prosody.im/protocol/hats:1'><hat title"));
}

#[test]
fn a_hue_is_an_angle() {
    for (hue, angle) in [
        ("0", Some(0.0)),
        (" 327.255249 ", Some(327.255_249)),
        ("360", Some(360.0)),
        ("360.1", None),
        ("-1", None),
        ("NaN", None),
        ("inf", None),
        ("red", None),
        ("", None),
    ] {
        assert_eq!(Hat::new("u", "t").with_hue(hue).hue_angle(), angle, "{hue}");
    }
    assert_eq!(Hat::new("u", "t").hue_angle(), None);
}

#[test]
fn a_rate_of_messages_is_a_number_that_can_be() {
    let mut info = RoomInfo::new(FormKind::Result);
    assert_eq!(info.messages_per_hour(), None);
    for (text, rate) in [
        ("23.42", Some(23.42)),
        (" 0 ", Some(0.0)),
        ("-1", None),
        ("NaN", None),
        ("inf", None),
        ("many", None),
    ] {
        info.message_activity = Some(text.into());
        assert_eq!(info.messages_per_hour(), rate, "{text}");
    }
}
