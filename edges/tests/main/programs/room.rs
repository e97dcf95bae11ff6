//! A bot that joins a room and answers in it, over the streams of tokio-xmpp; and the same bot with xmpp-parsers.

use futures::{SinkExt as _, StreamExt as _};
use xmpp_stanzas::core_stanzas::{MessageKind, Stanza, StreamElement};
use xmpp_stanzas::jid::BareJid;
use xmpp_stanzas::muc::join::Join;
use xmpp_xml::RawElement;

use crate::compared::{ours, theirs};
use crate::streams::{Received, Stream, connected, run};

/// The next stanza that the bot sends.
async fn heard(room: &mut Stream<Received>) -> Stanza {
    match room.next().await {
        Some(Ok(Received::Stanza(stanza))) => *stanza,
        other => panic!("no stanza: {other:?}"),
    }
}

async fn say(room: &mut Stream<Received>, name: &str, from: &str, kind: &str, inside: &str) {
    let kind = match kind {
        "" => String::new(),
        kind => format!(" type='{kind}'"),
    };
    let text = format!("<{name} xmlns='jabber:client' from='{from}'{kind}>{inside}</{name}>");
    let element: RawElement = text.parse().expect("it is well-formed");
    room.send(&element).await.expect("it goes out");
}

/// The part of the room: lets the bot in, talks, and removes it.
async fn host(room: &mut Stream<Received>) {
    let Stanza::Presence(presence) = heard(room).await else {
        panic!("no presence");
    };
    let to = presence.to.as_ref().map(|to| to.as_str());
    assert_eq!(to, Some("tower@muc.example/botté"));
    let join: Join = presence.payload().expect("sound").expect("a join");
    assert!(
        join.history
            .is_some_and(|history| history.max_characters == Some(0))
    );

    let (tower, alice, bot) = (
        "tower@muc.example",
        "tower@muc.example/alice 🦀",
        "tower@muc.example/botté",
    );
    let user = |status: &str| {
        format!(
            "<x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none'/>{status}</x>"
        )
    };
    let delay =
        "<body>botté: before</body><delay xmlns='urn:xmpp:delay' stamp='2026-03-20T09:00:00Z'/>";
    for (name, from, kind, inside) in [
        ("presence", "tower@muc.example/bob", "", user("")),
        ("presence", bot, "", user("<status code='110'/>")),
        (
            "message",
            "tower@muc.example/bob",
            "groupchat",
            delay.to_owned(),
        ),
        (
            "message",
            bot,
            "groupchat",
            "<body>botté: myself</body>".to_owned(),
        ),
        (
            "message",
            "tower@muc.example/bob",
            "chat",
            "<body>botté: in private</body>".to_owned(),
        ),
        (
            "message",
            "tower@muc.example/bob",
            "groupchat",
            "<body>bottéga: not you</body>".to_owned(),
        ),
        (
            "message",
            tower,
            "groupchat",
            "<subject>botté: a subject</subject>".to_owned(),
        ),
        ("presence", "tower@muc.example/bob", "unavailable", user("")),
        (
            "message",
            "tower@muc.example/bob",
            "groupchat",
            "<body>botté:  hi &amp; bye </body>".to_owned(),
        ),
    ] {
        say(room, name, from, kind, &inside).await;
    }
    let Stanza::Message(answer) = heard(room).await else {
        panic!("no answer");
    };
    assert_eq!(answer.effective_kind(), MessageKind::Groupchat);
    assert_eq!(answer.to.as_ref().map(|to| to.as_str()), Some(tower));
    assert_eq!(answer.body(&[]), Some("bob: you said “hi & bye”"));
    let kicked = user("<status code='110'/><status code='307'/>");
    say(room, "presence", bot, "unavailable", &kicked).await;
    // Nobody hears this.
    say(
        room,
        "message",
        alice,
        "groupchat",
        "<body>botté: gone?</body>",
    )
    .await;
}

/// The part of a room that does not let the bot in.
async fn refuse(room: &mut Stream<Received>) {
    heard(room).await;
    let error = "<x xmlns='http://jabber.org/protocol/muc'/><error type='cancel'>\
                 <conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>";
    say(room, "presence", "tower@muc.example/botté", "error", error).await;
}

#[test]
fn the_room_bot_answers_whoever_speaks_to_it_until_it_is_out() {
    run(async {
        let tower = BareJid::new("tower@muc.example").expect("an address");
        let (mut room, mut bot) = connected::<Received, StreamElement>().await;
        let ((), served) = futures::join!(
            host(&mut room),
            ours::room::serve(&mut bot, &tower, "botté")
        );
        served.expect("the bot ends when it is removed");
        let (mut room, mut bot) = connected::<Received, StreamElement>().await;
        let ((), served) = futures::join!(
            refuse(&mut room),
            ours::room::serve(&mut bot, &tower, "botté")
        );
        served.expect("the bot ends when it is not let in");

        let tower = "tower@muc.example".parse().expect("an address");
        let (mut room, mut bot) = connected::<Received, _>().await;
        let ((), served) = futures::join!(
            host(&mut room),
            theirs::room::serve(&mut bot, &tower, "botté")
        );
        served.expect("the bot ends when it is removed");
    });
}
