//! How often what was attached to an item, as the service counts it.
//!
//! [XEP-0470, Pubsub Attachments](https://xmpp.org/extensions/xep-0470.html#summary-node)

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Extra, RawElement, Xml};

use crate::calendar::Attendees;

/// The namespace, and what the names of nodes begin with.
pub const NS: &str = "urn:xmpp:pubsub-attachments:summary:1";

/// The node with the summaries for the items of a node, by the identifiers of the items.
///
/// [XEP-0470 §4.6](https://xmpp.org/extensions/xep-0470.html#summary-node)
#[must_use]
pub fn node(target: &str) -> String {
    format!("{NS}/{target}")
}

/// What is attached to an item, all in all.
///
/// [XEP-0470 §4.6](https://xmpp.org/extensions/xep-0470.html#summary-node)
#[doc(alias("XEP-0470", "XEP0470", "0470"))]
#[doc(alias("urn:xmpp:pubsub-attachments:summary:1"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "summary")]
#[xml(new = "Nothing.", with)]
#[non_exhaustive]
pub struct Summary {
    /// How many have noticed the item. `None` means nobody.
    #[xml(child)]
    pub noticed: Option<Noticed>,
    /// The reactions. `None` if there are none.
    #[xml(child)]
    pub reactions: Option<Reactions>,
    /// How many take part in an event (XEP-0471). `None` if the service does not count them.
    #[xml(child)]
    pub attendees: Option<Attendees>,
    /// What else is counted.
    #[xml(child)]
    pub others: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// How many have noticed an item.
///
/// [XEP-0470 §4.7](https://xmpp.org/extensions/xep-0470.html#noticed_summarizing)
#[doc(alias("XEP-0470", "XEP0470", "0470"))]
#[doc(alias("urn:xmpp:pubsub-attachments:summary:1"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "noticed")]
#[xml(new = "So many.")]
#[non_exhaustive]
pub struct Noticed {
    /// How many.
    #[xml(attribute)]
    pub count: u64,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The reactions to an item.
///
/// [XEP-0470 §4.8](https://xmpp.org/extensions/xep-0470.html#reactions_summarizing)
#[doc(alias("XEP-0470", "XEP0470", "0470"))]
#[doc(alias("urn:xmpp:pubsub-attachments:summary:1"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "reactions")]
#[xml(new = "None.", with)]
#[non_exhaustive]
pub struct Reactions {
    /// The reactions, each once.
    #[xml(child)]
    pub reactions: Vec<Reaction>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A reaction, and how many have it.
///
/// [XEP-0470 §4.8](https://xmpp.org/extensions/xep-0470.html#reactions_summarizing)
#[doc(alias("XEP-0470", "XEP0470", "0470"))]
#[doc(alias("urn:xmpp:pubsub-attachments:summary:1"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "reaction")]
#[xml(new = "This reaction, once.", with)]
#[non_exhaustive]
pub struct Reaction {
    /// How many have it. `None` means one: see [`count`](Self::count).
    #[xml(attribute = "count")]
    pub times: Option<u64>,
    /// The reaction, an emoji.
    #[xml(text)]
    pub emoji: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Reaction {
    /// How many have it.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.times.unwrap_or(1)
    }
}
