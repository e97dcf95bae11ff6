//! An echo bot over the streams of tokio-xmpp, which carry our types as they are; and the same bot with xmpp-parsers.

use futures::{SinkExt, StreamExt as _};
use xmpp_stanzas::core_stanzas::{Condition, Iq, IqKind, Stanza, StreamElement};
use xmpp_stanzas::disco::info;
use xmpp_xml::RawElement;

use crate::compared::{ours, theirs};
use crate::streams::{Received, Stream, connected, run};

/// Says this and that to the bot, and then ends the stream.
async fn talk(friend: &mut Stream<Received>, unknown: &[&str]) {
    for text in unknown {
        let element: RawElement = text.parse().expect("it is well-formed");
        friend.send(&element).await.expect("it goes out");
    }

    let element = |text: &str| text.parse::<RawElement>().expect("it is well-formed");
    let from = "xmlns='jabber:client' from='alice@sea.example/desk'";
    for text in [
        format!("<message {from} type='groupchat'><body>No</body></message>"),
        format!("<message {from} type='error'><body>No</body></message>"),
        format!(
            "<message {from} type='chat'><active xmlns='http://jabber.org/protocol/chatstates'/></message>"
        ),
        format!("<presence {from}><priority>900</priority></presence>"),
        format!("<iq {from} type='pet' id='1'/>"),
        format!("<message {from} type='chat'><body>Tea &amp; 🫖?</body></message>"),
    ] {
        friend.send(&element(&text)).await.expect("it goes out");
    }
    let Some(Ok(Received::Stanza(answer))) = friend.next().await else {
        panic!("no answer");
    };
    let Stanza::Message(answer) = *answer else {
        panic!("{answer:?}");
    };
    assert_eq!(answer.body(&[]), Some("Tea & 🫖?"));
    assert_eq!(
        answer.to.as_ref().map(|to| to.as_str()),
        Some("alice@sea.example/desk")
    );

    let request = Iq::new(IqKind::Get, "q").with_payload(&info::Request::new());
    friend
        .send(&request.expect("a sound payload"))
        .await
        .expect("it goes out");
    let Some(Ok(Received::Stanza(answer))) = friend.next().await else {
        panic!("no answer");
    };
    assert_eq!(answer.id(), Some("q"));
    let error = answer.error().expect("a refusal");
    assert_eq!(error.condition(), Some(&Condition::ServiceUnavailable));
    let closed = SinkExt::<&RawElement>::close(friend).await;
    closed.expect("the stream is closed");
}

#[test]
fn the_echo_bot_answers_chat_and_nothing_else() {
    run(async {
        let (mut friend, mut bot) = connected::<Received, StreamElement>().await;
        let ((), served) = futures::join!(
            talk(&mut friend, &["<boat xmlns='urn:example:boat'/>"]),
            ours::echo::serve(&mut bot)
        );
        served.expect("the bot ends with its stream");

        // With xmpp-parsers, an element that is not known ends the stream.
        let (mut friend, mut bot) = connected::<Received, _>().await;
        let ((), served) = futures::join!(talk(&mut friend, &[]), theirs::echo::serve(&mut bot));
        served.expect("the bot ends with its stream");
    });
}
