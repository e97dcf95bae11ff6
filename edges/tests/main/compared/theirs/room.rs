use futures::{SinkExt as _, StreamExt as _};
use tokio_xmpp::jid::{BareJid, FullJid, Jid};
use tokio_xmpp::parsers::message::{Lang, Message, MessageType};
use tokio_xmpp::parsers::muc::Muc;
use tokio_xmpp::parsers::muc::muc::History;
use tokio_xmpp::parsers::ns;
use tokio_xmpp::parsers::presence::{Presence, Type};
use tokio_xmpp::parsers::stanza::Stanza;
use tokio_xmpp::xmlstream::ReadError;

use crate::compared::Result;
use crate::streams::Stream;

/// Answers whoever begins with the nickname and a colon, but for history and the bot itself.
fn answer(message: &Message, seat: &FullJid) -> Option<Message> {
    let from = message.from.as_ref()?;
    let speaker = from.try_as_full().ok().filter(|from| *from != seat)?;
    let is_old = message.payloads.iter().any(|p| p.is("delay", ns::DELAY));
    if message.type_ != MessageType::Groupchat || is_old {
        return None;
    }
    let (_, asked) = message.get_best_body(vec![""])?;
    let asked = asked.strip_prefix(seat.resource().as_str())?;
    let asked = asked.strip_prefix(':')?;
    let text = format!("{}: you said “{}”", speaker.resource(), asked.trim());
    let room = Jid::from(speaker.to_bare());
    Some(Message::groupchat(room).with_body(Lang::default(), text))
}

/// Whether the bot is out of the room: it has left, was removed or was not let in.
fn is_out(presence: &Presence, seat: &FullJid) -> bool {
    let is_own = presence.from.as_ref().is_some_and(|from| from == seat);
    is_own && matches!(presence.type_, Type::Unavailable | Type::Error)
}

/// Joins a room and answers in it until it is out of it.
pub(crate) async fn serve(stream: &mut Stream<Stanza>, room: &BareJid, nick: &str) -> Result<()> {
    let seat = room.with_resource_str(nick)?;
    let history = History::new().with_maxchars(0);
    let join = Muc::new().with_history(history);
    let presence = Presence::available()
        .with_to(seat.clone())
        .with_payload(join);
    stream.send(&presence).await?;
    while let Some(next) = stream.next().await {
        match next {
            Ok(Stanza::Message(message)) => {
                if let Some(answer) = answer(&message, &seat) {
                    stream.send(&answer).await?;
                }
            }
            Ok(Stanza::Presence(presence)) if is_out(&presence, &seat) => break,
            Ok(_) | Err(ReadError::ParseError(_) | ReadError::SoftTimeout) => {}
            Err(ReadError::StreamFooterReceived) => break,
            Err(ReadError::HardError(error)) => return Err(error.into()),
        }
    }
    Ok(())
}
