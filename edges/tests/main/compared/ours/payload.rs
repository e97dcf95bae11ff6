use xmpp_stanzas::pubsub::Event;
use xmpp_stanzas::pubsub::pubsub::{Item, Publish, Pubsub};
use xmpp_stanzas::xml::{self, Extra, Xml};
use xmpp_stanzas::{Iq, Message};

use crate::compared::Result;

pub(crate) const NS: &str = "urn:example:tea";

/// What one drinks.
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "tea", new, with)]
pub(crate) struct Tea {
    #[xml(attribute)]
    pub(crate) cups: u32,
    #[xml(child_text)]
    pub(crate) leaf: Option<String>,
    #[xml(child_text = "with")]
    pub(crate) beside: Vec<String>,
    #[xml(extra)]
    pub(crate) extra: Extra,
}

/// A request that publishes it.
pub(crate) fn publish(tea: &Tea) -> Result<String> {
    let item = Item::of_id("current").with_payload(tea)?;
    let iq = Iq::set("tea1", &Pubsub::new(Publish::new(NS, [item])))?;
    Ok(xml::to_string(&iq)?)
}

/// What a notification says that is drunk.
pub(crate) fn notified(message: &str) -> Result<Option<Tea>> {
    let message: Message = xml::from_str(message)?;
    let event = message.payload::<Event>()?;
    let item = event.iter().flat_map(|event| event.items(NS)).last();
    Ok(item.map(|item| item.payload()).transpose()?.flatten())
}
