//! Publish-subscribe through the public face of the crate.

mod errors;
mod event;
mod forms;
mod owner;
mod pubsub;

use xmpp_jid::Jid;
use xmpp_xml::{Extra, Xml};

/// What the wind does: a payload of our own.
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = "urn:example:weather", name = "wind")]
struct Wind {
    #[xml(attribute)]
    knots: u8,
    #[xml(extra)]
    extra: Extra,
}

impl Wind {
    fn new(knots: u8) -> Self {
        Self {
            knots,
            extra: Extra::new(),
        }
    }
}

fn jid(text: &str) -> Jid {
    Jid::new(text).unwrap()
}
