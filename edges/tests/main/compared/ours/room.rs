use futures::{SinkExt as _, StreamExt as _};
use tokio_xmpp::xmlstream::ReadError;
use xmpp_stanzas::core_stanzas::{Message, MessageKind, Presence, Stanza, StreamElement};
use xmpp_stanzas::jid::{BareJid, FullJid};
use xmpp_stanzas::muc::join::{History, Join};
use xmpp_stanzas::vocabulary::delay::Delay;

use crate::compared::Result;
use crate::streams::Stream;

/// Answers whoever begins with the nickname and a colon, but for history and the bot itself.
fn answer(message: &Message, seat: &FullJid) -> Option<Message> {
    let speaker = message.from.as_ref().filter(|from| *from != seat)?;
    let is_said =
        message.effective_kind() == MessageKind::Groupchat && !message.has_payload::<Delay>();
    let asked = message.body(&[]).filter(|_| is_said)?;
    let asked = asked.strip_prefix(seat.resource())?.strip_prefix(':')?;
    let text = format!("{}: you said “{}”", speaker.resource()?, asked.trim());
    message.reply(&text)
}

/// Whether the bot is out of the room: it has left, was removed or was not let in.
fn is_out(presence: &Presence, seat: &FullJid) -> bool {
    let is_own = presence.from.as_ref().is_some_and(|from| from == seat);
    is_own && !presence.is_available()
}

/// Joins a room and answers in it until it is out of it.
pub(crate) async fn serve(
    stream: &mut Stream<StreamElement>,
    room: &BareJid,
    nick: &str,
) -> Result<()> {
    let seat = room.with_resource(nick)?;
    let join = Join::new().with_history(History::nothing());
    let presence = Presence::new().with_to(seat.clone()).with_payload(&join)?;
    stream.send(&presence).await?;
    while let Some(next) = stream.next().await {
        match next {
            Ok(StreamElement::Stanza(stanza)) => match *stanza {
                Stanza::Message(message) => {
                    if let Some(answer) = answer(&message, &seat) {
                        stream.send(&answer).await?;
                    }
                }
                Stanza::Presence(presence) if is_out(&presence, &seat) => break,
                _ => {}
            },
            Ok(_) | Err(ReadError::ParseError(_) | ReadError::SoftTimeout) => {}
            Err(ReadError::StreamFooterReceived) => break,
            Err(ReadError::HardError(error)) => return Err(error.into()),
        }
    }
    Ok(())
}
