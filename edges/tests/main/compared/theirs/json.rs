use serde_json::{Value, json};
use tokio_xmpp::parsers::delay::Delay;
use tokio_xmpp::parsers::message::{Message, MessageType};
use tokio_xmpp::parsers::receipts::Request;

use crate::compared::Result;

/// A message, with what the payloads are that are known here, as JSON.
pub(crate) fn exported(message: &str) -> Result<Value> {
    let message: Message = xso::from_bytes(message.as_bytes())?;
    let texts = message.bodies.iter();
    let bodies: Vec<_> = texts
        .map(|(lang, text)| json!({ "lang": lang.0, "text": text }))
        .collect();
    let kind = match message.type_ {
        MessageType::Chat => "chat",
        MessageType::Error => "error",
        MessageType::Groupchat => "groupchat",
        MessageType::Headline => "headline",
        MessageType::Normal => "normal",
    };
    let mut payloads = Vec::new();
    for payload in &message.payloads {
        payloads.push(if let Ok(delay) = Delay::try_from(payload.clone()) {
            json!({
                "$name": "delay",
                "from": delay.from.map(|from| from.to_string()),
                "stamp": delay.stamp.0.to_rfc3339(),
                "reason": delay.data,
            })
        } else if Request::try_from(payload.clone()).is_ok() {
            json!({ "$name": "request" })
        } else {
            json!(String::from(payload))
        });
    }
    Ok(json!({
        "from": message.from.map(|from| from.to_string()),
        "to": message.to.map(|to| to.to_string()),
        "id": message.id.map(|id| id.0),
        "kind": kind,
        "bodies": bodies,
        "thread": message.thread.map(|thread| thread.id),
        "payloads": payloads,
    }))
}
