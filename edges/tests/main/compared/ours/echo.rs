use futures::{SinkExt as _, StreamExt as _};
use tokio_xmpp::xmlstream::ReadError;
use xmpp_stanzas::core_stanzas::{Condition, MessageKind, Stanza, StreamElement};

use crate::compared::Result;
use crate::streams::Stream;

/// Repeats what is chatted, and refuses what is asked.
fn answer(stanza: &Stanza) -> Option<Stanza> {
    match stanza {
        Stanza::Message(message) if message.effective_kind() == MessageKind::Chat => {
            message.reply(message.body(&[])?).map(Stanza::from)
        }
        Stanza::Iq(_) => stanza.error_reply(Condition::ServiceUnavailable),
        _ => None,
    }
}

/// Answers until the stream ends.
pub(crate) async fn serve(stream: &mut Stream<StreamElement>) -> Result<()> {
    while let Some(next) = stream.next().await {
        match next {
            Ok(StreamElement::Stanza(stanza)) => {
                if let Some(answer) = answer(&stanza) {
                    stream.send(&answer).await?;
                }
            }
            Ok(_) | Err(ReadError::ParseError(_) | ReadError::SoftTimeout) => {}
            Err(ReadError::StreamFooterReceived) => break,
            Err(ReadError::HardError(error)) => return Err(error.into()),
        }
    }
    Ok(())
}
