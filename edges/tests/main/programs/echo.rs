//! An echo bot over the streams of tokio-xmpp, which carry our types as they are.

use std::io;

use futures::{SinkExt as _, StreamExt as _};
use tokio_xmpp::xmlstream::ReadError;
use xmpp_stanzas::core_stanzas::{Condition, Iq, IqKind, Message, MessageKind, Stanza};
use xmpp_stanzas::disco::info;
use xmpp_xml::RawElement;

use crate::streams::{Received, Stream, connected, run};

/// What a message is answered with, if with anything.
fn echo(message: &Message) -> Option<Message> {
    let is_chat = message.effective_kind() == MessageKind::Chat;
    let (from, body) = (message.from.clone()?, message.body(&[])?);
    is_chat.then(|| Message::chat(from, body))
}

/// Answers what is chatted, and refuses what is asked, until the stream ends.
async fn serve(stream: &mut Stream<Received>) -> io::Result<()> {
    loop {
        let stanza = match stream.next().await {
            Some(Ok(Received::Stanza(stanza))) => *stanza,
            // What cannot be read costs itself, not the stream.
            Some(
                Ok(Received::Other(_)) | Err(ReadError::ParseError(_) | ReadError::SoftTimeout),
            ) => {
                continue;
            }
            Some(Err(ReadError::HardError(error))) => return Err(error),
            Some(Err(ReadError::StreamFooterReceived)) | None => return Ok(()),
        };
        let answer = match &stanza {
            Stanza::Message(message) => echo(message).map(Stanza::from),
            Stanza::Iq(_) => stanza.error_reply(Condition::ServiceUnavailable),
            Stanza::Presence(_) => None,
        };
        if let Some(answer) = answer {
            stream.send(&answer).await?;
        }
    }
}

#[test]
fn the_echo_bot_answers_chat_and_nothing_else() {
    run(async {
        let (mut friend, mut bot) = connected::<Received, Received>().await;
        let talk = async {
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
                "<boat xmlns='urn:example:boat'/>".to_owned(),
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
            let closed = futures::SinkExt::<&RawElement>::close(&mut friend).await;
            closed.expect("the stream is closed");
        };
        let ((), served) = futures::join!(talk, serve(&mut bot));
        served.expect("the bot ends with its stream");
    });
}
