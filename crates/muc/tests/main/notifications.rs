//! What a room tells those who are not in it, and who believes it.

use xmpp_core_stanzas::Message;
use xmpp_muc::activity::Activity;
use xmpp_muc::mentions::{Mention, MentionError};
use xmpp_xml::{Invalid, Options, Report, read_with};

use crate::jid;

fn message(attributes: &str, payloads: &str) -> Message {
    let source = format!("<message xmlns='jabber:client' {attributes}>{payloads}</message>");
    let options = Options::new().invalid(Invalid::Keep);
    read_with(source.as_bytes(), &options, &mut Report::default()).expect("it is kept")
}

fn mention(attributes: &str) -> String {
    format!(
        "<mentions xmlns='urn:xmpp:mmn:0'><forwarded xmlns='urn:xmpp:forward:0'>\
         <message xmlns='jabber:client' {attributes}><body>Ada!</body></message></forwarded></mentions>"
    )
}

const OCCUPANT: &str = "type='groupchat' from='coven@chat.example/firstwitch'";

#[test]
fn only_a_room_that_is_known_mentions() {
    for (from, is_trusted) in [
        ("from='coven@chat.example'", true),
        ("from='Coven@CHAT.example'", true),
        ("", false),
        ("from='other@chat.example'", false),
        ("from='chat.example'", false),
        ("from='coven@chat.example/firstwitch'", false),
        ("from='@@'", false),
        ("from=''", false),
    ] {
        let message = message(from, &mention(OCCUPANT));
        let mention = Mention::of(&message, |room| *room == jid("coven@chat.example"));
        match mention {
            Ok(mention) => assert!(is_trusted && mention.is_some(), "{from}"),
            Err(error) => {
                assert_eq!(error, MentionError::Untrusted, "{from}");
                assert!(!is_trusted, "{from}");
            }
        }
    }
}

#[test]
fn a_room_mentions_what_was_said_in_it() {
    for inner in [
        "type='groupchat' from='other@chat.example/firstwitch'",
        "type='groupchat' from='romeo@montague.example'",
        "type='chat' from='coven@chat.example/firstwitch'",
        "from='coven@chat.example/firstwitch'",
        "type='groupchat'",
        "type='groupchat' from='@@'",
    ] {
        let message = message("from='coven@chat.example'", &mention(inner));
        let mention = Mention::of(&message, |_| true);
        assert_eq!(mention, Err(MentionError::NotOfTheRoom), "{inner}");
    }
    let twice = [mention(OCCUPANT), mention(OCCUPANT)].concat();
    let empty =
        "<mentions xmlns='urn:xmpp:mmn:0'><forwarded xmlns='urn:xmpp:forward:0'/></mentions>";
    let presence = mention(OCCUPANT).replace("message", "presence");
    for payloads in [&twice, empty, &presence] {
        let message = message("from='coven@chat.example'", payloads);
        assert_eq!(
            Mention::of(&message, |_| true),
            Err(MentionError::NotOfTheRoom)
        );
    }
    let none = message("from='coven@chat.example'", "<body/>");
    assert_eq!(Mention::of(&none, |_| true), Ok(None));
}

#[test]
fn only_the_service_that_was_asked_has_news() {
    let news = "<rai xmlns='urn:xmpp:rai:0'><activity>tea@rooms.example</activity></rai>";
    for (from, is_believed) in [
        ("from='rooms.example'", true),
        ("from='ROOMS.example'", true),
        ("from='tea@rooms.example'", false),
        ("from='other.example'", false),
        ("", false),
        ("from='@@'", false),
    ] {
        let message = message(from, news);
        let activity = Activity::of(&message, &jid("rooms.example")).expect("it is valid");
        assert_eq!(activity.is_some(), is_believed, "{from}");
    }
}
