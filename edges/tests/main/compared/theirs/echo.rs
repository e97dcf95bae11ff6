use futures::{SinkExt as _, StreamExt as _};
use tokio_xmpp::parsers::iq::Iq;
use tokio_xmpp::parsers::message::{Lang, Message, MessageType};
use tokio_xmpp::parsers::stanza::Stanza;
use tokio_xmpp::parsers::stanza_error::{DefinedCondition, ErrorType, StanzaError};
use tokio_xmpp::xmlstream::ReadError;

use crate::compared::Result;
use crate::streams::Stream;

/// Repeats what is chatted, and refuses what is asked.
fn answer(stanza: Stanza) -> Option<Stanza> {
    match stanza {
        Stanza::Message(message) if message.type_ == MessageType::Chat => {
            let (_, body) = message.get_best_body_cloned(vec![""])?;
            let echo = Message::chat(message.from?).with_body(Lang::default(), body);
            Some(echo.into())
        }
        Stanza::Iq(Iq::Get { from, id, .. } | Iq::Set { from, id, .. }) => {
            let condition = DefinedCondition::ServiceUnavailable;
            let error = StanzaError::new(ErrorType::Cancel, condition, "en", "Not supported");
            let mut reply = Iq::from_error(id, error);
            *reply.to_mut() = from;
            Some(reply.into())
        }
        _ => None,
    }
}

/// Answers until the stream ends.
pub(crate) async fn serve(stream: &mut Stream<Stanza>) -> Result<()> {
    while let Some(next) = stream.next().await {
        match next.map(answer) {
            Ok(Some(answer)) => stream.send(&answer).await?,
            Ok(None) | Err(ReadError::ParseError(_) | ReadError::SoftTimeout) => {}
            Err(ReadError::StreamFooterReceived) => break,
            Err(ReadError::HardError(error)) => return Err(error.into()),
        }
    }
    Ok(())
}
