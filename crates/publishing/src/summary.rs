//! Summaries of the attachments to an item, compiled by the service.
//!
//! [XEP-0470, Pubsub Attachments](https://xmpp.org/extensions/xep-0470.html#summary-node)

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Extra, RawElement, Xml};

use crate::calendar::Attendees;

/// The namespace, which is also the prefix of node names.
pub const NS: &str = "urn:xmpp:pubsub-attachments:summary:1";

/// The node with the summaries for the items of a node; item IDs are the same.
///
/// [XEP-0470 §4.6](https://xmpp.org/extensions/xep-0470.html#summary-node)
#[must_use]
pub fn node(target: &str) -> String {
    format!("{NS}/{target}")
}

/// The summary of the attachments to an item.
///
/// [XEP-0470 §4.6](https://xmpp.org/extensions/xep-0470.html#summary-node)
#[doc(alias("XEP-0470", "XEP0470", "0470"))]
#[doc(alias("urn:xmpp:pubsub-attachments:summary:1"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "summary", derive(Debug, PartialEq, Eq))]
#[xml(new = "An empty summary.", with)]
#[non_exhaustive]
pub struct Summary {
    /// How many accounts have noticed the item. `None` means none.
    #[xml(child)]
    pub noticed: Option<Noticed>,
    /// The reactions. `None` if there are none.
    #[xml(child)]
    pub reactions: Option<Reactions>,
    /// The attendees of an event (XEP-0471). `None` if the service does not count them.
    #[xml(child)]
    pub attendees: Option<Attendees>,
    /// Summaries of other attachments.
    #[xml(child)]
    pub others: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The number of accounts that have noticed an item.
///
/// [XEP-0470 §4.7](https://xmpp.org/extensions/xep-0470.html#noticed_summarizing)
#[doc(alias("XEP-0470", "XEP0470", "0470"))]
#[doc(alias("urn:xmpp:pubsub-attachments:summary:1"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "noticed", derive(Debug, PartialEq, Eq))]
#[xml(new = "A number of accounts.")]
#[non_exhaustive]
pub struct Noticed {
    /// The number of accounts.
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
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "reactions", derive(Debug, PartialEq, Eq))]
#[xml(new = "An empty list of reactions.", with)]
#[non_exhaustive]
pub struct Reactions {
    /// The distinct reactions.
    #[xml(child)]
    pub reactions: Vec<Reaction>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A reaction with its count.
///
/// [XEP-0470 §4.8](https://xmpp.org/extensions/xep-0470.html#reactions_summarizing)
#[doc(alias("XEP-0470", "XEP0470", "0470"))]
#[doc(alias("urn:xmpp:pubsub-attachments:summary:1"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "reaction", derive(Debug, PartialEq, Eq))]
#[xml(new = "A reaction with a count of 1.", with)]
#[non_exhaustive]
pub struct Reaction {
    /// The number of accounts with this reaction. `None` means 1: see [`count`](Self::count).
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
    /// The number of accounts with this reaction.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.times.unwrap_or(1)
    }
}
