//! What an occupant wears, as the room says.

use xmpp_core_stanzas::Presence;
use xmpp_data_forms::FormType as _;
use xmpp_data_forms::form::FormKind;
use xmpp_muc::forms::RoomInfo;
use xmpp_muc::hats::{self, Hat, Hats};
use xmpp_xml::from_str;

use crate::{jid, written};

#[test]
fn hats_are_the_rooms_word() {
    let room = jid("coven@chat.example").to_bare();
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
    let room = jid("coven@chat.example").to_bare();
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
