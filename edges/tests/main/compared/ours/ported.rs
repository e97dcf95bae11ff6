use xmpp_stanzas::core_stanzas::{Condition, Iq};
use xmpp_stanzas::entity::{ping::Ping, version};
use xmpp_stanzas::xml;

use crate::compared::Result;

/// Answers pings and questions for the version, and refuses what nobody knows.
pub(crate) fn answer(text: &str) -> Result<Option<String>> {
    let iq: Iq = xml::from_str(text)?;
    let reply = if iq.as_get::<Ping>()?.is_some() {
        iq.reply()
    } else if iq.as_get::<version::Request>()?.is_some() {
        let version = version::Response::new()
            .with_name("Teapot")
            .with_version("4.18");
        iq.reply()
            .map(|reply| reply.with_payload(&version))
            .transpose()?
    } else {
        iq.error_reply(Condition::ServiceUnavailable)
    };
    Ok(reply.map(|reply| xml::to_string(&reply)).transpose()?)
}
