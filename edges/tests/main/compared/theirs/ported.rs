use tokio_xmpp::parsers::iq::{Iq, IqHeader, IqPayload};
use tokio_xmpp::parsers::ping::Ping;
use tokio_xmpp::parsers::stanza_error::{DefinedCondition, ErrorType, StanzaError};
use tokio_xmpp::parsers::version::{VersionQuery, VersionResult};

use crate::compared::Result;

/// Answers pings and questions for the version, and refuses what nobody knows.
pub(crate) fn answer(text: &str) -> Result<Option<String>> {
    let iq: Iq = xso::from_bytes(text.as_bytes())?;
    let (IqHeader { from, id, .. }, payload) = iq.split();
    let known = match payload {
        IqPayload::Get(payload) => {
            if Ping::try_from(payload.clone()).is_ok() {
                Some(IqPayload::Result(None))
            } else if VersionQuery::try_from(payload).is_ok() {
                let version = VersionResult {
                    name: "Teapot".to_owned(),
                    version: "4.18".to_owned(),
                    os: None,
                };
                Some(IqPayload::Result(Some(version.into())))
            } else {
                None
            }
        }
        IqPayload::Set(_) => None,
        IqPayload::Result(_) | IqPayload::Error(_) => return Ok(None),
    };
    let reply = known.unwrap_or_else(|| {
        let condition = DefinedCondition::ServiceUnavailable;
        IqPayload::Error(StanzaError::new(
            ErrorType::Cancel,
            condition,
            "en",
            "Not supported",
        ))
    });
    let header = IqHeader {
        from: None,
        to: from,
        id,
    };
    let iq = header.assemble(reply);
    Ok(Some(String::from_utf8(xso::to_vec(&iq)?)?))
}
