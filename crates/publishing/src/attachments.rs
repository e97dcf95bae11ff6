//! What people attach to the items of others: that they have noticed them, and reactions.
//!
//! ```
//! use xmpp_publishing::attachments::{self, Attachments, Noticed, Reactions};
//!
//! let node = attachments::node("xmpp:mole@river.example?;node=urn%3Axmpp%3Amicroblog%3A0;item=picnic");
//! assert_eq!(
//!     attachments::target(&node),
//!     Some("xmpp:mole@river.example?;node=urn%3Axmpp%3Amicroblog%3A0;item=picnic"),
//! );
//!
//! let attached = Attachments::new()
//!     .with_noticed(Noticed::new())
//!     .with_reactions(Reactions::new().with_reactions(["🧺".into()]));
//! assert_eq!(
//!     xmpp_xml::to_string(&attached)?,
//!     "<attachments xmlns='urn:xmpp:pubsub-attachments:1'><noticed/>\
//!      <reactions><reaction>🧺</reaction></reactions></attachments>"
//! );
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
//!
//! [XEP-0470, Pubsub Attachments](https://xmpp.org/extensions/xep-0470.html)

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use xmpp_jid::{BareJid, Jid};
use xmpp_xml::{DateTime, Extra, RawElement, Xml};

use crate::calendar::Rsvp;

/// The namespace, which is also the feature of a service that keeps to all of the rules, and what the names of nodes
/// begin with.
pub const NS: &str = "urn:xmpp:pubsub-attachments:1";

/// The node for what is attached to an item, by the `xmpp:` URI of the item
/// ([XEP-0060, PubSub URIs](https://xmpp.org/extensions/xep-0060.html#impl-uri)).
///
/// [XEP-0470 §4.1](https://xmpp.org/extensions/xep-0470.html#basic)
#[must_use]
pub fn node(item_uri: &str) -> String {
    format!("{NS}/{item_uri}")
}

/// The `xmpp:` URI of the item that a node is for. `None` if the node is not one for attachments.
#[must_use]
pub fn target(node: &str) -> Option<&str> {
    node.strip_prefix(NS)?.strip_prefix('/')
}

/// Everything that one account attaches to an item. It is published as a whole, so what is not understood has to be
/// published again with the rest.
///
/// [XEP-0470 §4.1](https://xmpp.org/extensions/xep-0470.html#basic)
#[doc(alias("XEP-0470", "XEP0470", "0470"))]
#[doc(alias("urn:xmpp:pubsub-attachments:1"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "attachments")]
#[xml(new = "Nothing, which takes back what was attached before.", with)]
#[non_exhaustive]
pub struct Attachments {
    /// The account has noticed the item. `None` if it does not say so.
    #[xml(child)]
    pub noticed: Option<Noticed>,
    /// The reactions of the account. `None` if it has none.
    #[xml(child)]
    pub reactions: Option<Reactions>,
    /// The answer to the invitation of an event (XEP-0471). `None` if there is none.
    #[xml(child)]
    pub rsvp: Option<Rsvp>,
    /// What else is attached. It is published again with the rest.
    #[xml(child)]
    pub others: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// An account has noticed an item.
///
/// [XEP-0470 §4.7](https://xmpp.org/extensions/xep-0470.html#noticed)
#[doc(alias("XEP-0470", "XEP0470", "0470"))]
#[doc(alias("urn:xmpp:pubsub-attachments:1"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "noticed")]
#[xml(new = "At an unstated time.", with)]
#[non_exhaustive]
pub struct Noticed {
    /// When. `None` if unstated.
    #[xml(attribute)]
    pub timestamp: Option<DateTime>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Reactions to an item.
///
/// [XEP-0470 §4.8](https://xmpp.org/extensions/xep-0470.html#reactions)
#[doc(alias("XEP-0470", "XEP0470", "0470"))]
#[doc(alias("urn:xmpp:pubsub-attachments:1"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "reactions")]
#[xml(new = "None, at an unstated time.", with)]
#[non_exhaustive]
pub struct Reactions {
    /// When they were last changed. `None` if unstated.
    #[xml(attribute)]
    pub timestamp: Option<DateTime>,
    /// The reactions, one emoji each. One that is repeated counts once.
    #[xml(child_text = "reaction")]
    pub reactions: Vec<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Whose attachments an item has, by its identifier and its publisher as the service says; `None` if it is not to be
/// believed.
///
/// A service that has the feature [`NS`] sees to it that the identifier is the bare JID of the publisher. At any other,
/// anybody may attach in the name of anybody, and only a publisher that the service states can tell: pass `is_checked` as
/// `false` there.
///
/// ```
/// use xmpp_publishing::attachments::author;
///
/// let weasel = "weasel@wood.example".parse()?;
/// assert_eq!(author("mole@river.example", Some(&weasel), true), None);
/// assert_eq!(author("weasel@wood.example", Some(&weasel), false).unwrap().as_str(), "weasel@wood.example");
/// assert_eq!(author("mole@river.example", None, true).unwrap().as_str(), "mole@river.example");
/// assert_eq!(author("mole@river.example", None, false), None);
/// # Ok::<(), xmpp_jid::JidError>(())
/// ```
///
/// [XEP-0470 §4.5](https://xmpp.org/extensions/xep-0470.html#validity-check)
#[must_use]
pub fn author(item_id: &str, publisher: Option<&Jid>, is_checked: bool) -> Option<BareJid> {
    let account = BareJid::new(item_id).ok()?;
    let is_believed = match publisher {
        Some(publisher) => publisher.is_valid() && account.bare_eq(publisher),
        None => is_checked,
    };
    is_believed.then_some(account)
}
