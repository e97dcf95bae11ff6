use tokio_xmpp::parsers::iq::Iq;
use tokio_xmpp::parsers::message::Message;
use tokio_xmpp::parsers::pubsub::event::Payload;
use tokio_xmpp::parsers::pubsub::pubsub::{Item, Publish};
use tokio_xmpp::parsers::pubsub::{Event, ItemId, NodeName, PubSub, PubSubPayload};
use xso::{AsXml, FromXml};

use crate::compared::Result;

pub(crate) const NS: &str = "urn:example:tea";

/// What one drinks.
#[derive(Clone, Debug, PartialEq, Eq, FromXml, AsXml)]
#[xml(namespace = NS, name = "tea")]
pub(crate) struct Tea {
    #[xml(attribute)]
    pub(crate) cups: u32,
    #[xml(extract(default, fields(text(type_ = String))))]
    pub(crate) leaf: Option<String>,
    #[xml(extract(n = .., name = "with", fields(text(type_ = String))))]
    pub(crate) beside: Vec<String>,
}

impl PubSubPayload for Tea {}

/// A request that publishes it.
pub(crate) fn publish(tea: &Tea) -> Result<String> {
    let id = ItemId("current".to_owned());
    let item = Item::new(Some(id), None, Some(tea.clone()));
    let publish = Publish {
        node: NodeName(NS.to_owned()),
        items: vec![item],
    };
    let pubsub = PubSub::Publish {
        publish,
        publish_options: None,
    };
    let iq = Iq::from_set("tea1", pubsub);
    Ok(String::from_utf8(xso::to_vec(&iq)?)?)
}

/// What a notification says that is drunk.
pub(crate) fn notified(message: &str) -> Result<Option<Tea>> {
    let mut message: Message = xso::from_bytes(message.as_bytes())?;
    let Some(event) = message.extract_payload::<Event>()? else {
        return Ok(None);
    };
    let Payload::Items {
        node, published, ..
    } = event.payload
    else {
        return Ok(None);
    };
    let item = published.into_iter().last().filter(|_| node.0 == NS);
    let payload = item.and_then(|item| item.payload);
    let payload = payload.filter(|payload| payload.is("tea", NS));
    Ok(payload.map(Tea::try_from).transpose()?)
}
