//! Attachments to the items of others, such as reactions.
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

/// The namespace, which is also the feature of services that enforce all rules, and the prefix of node names.
pub const NS: &str = "urn:xmpp:pubsub-attachments:1";

/// The node for attachments to an item, given by its `xmpp:` URI ([XEP-0060, PubSub
/// URIs](https://xmpp.org/extensions/xep-0060.html#impl-uri)).
///
/// [XEP-0470 §4.1](https://xmpp.org/extensions/xep-0470.html#basic)
#[must_use]
pub fn node(item_uri: &str) -> String {
    format!("{NS}/{item_uri}")
}

/// The `xmpp:` URI of the item that an attachment node belongs to. `None` if it is not an attachment node.
#[must_use]
pub fn target(node: &str) -> Option<&str> {
    node.strip_prefix(NS)?.strip_prefix('/')
}

/// All attachments of one account to an item. They are published as a whole, so unknown ones have to be republished with the
/// rest.
///
/// [XEP-0470 §4.1](https://xmpp.org/extensions/xep-0470.html#basic)
#[doc(alias("XEP-0470", "XEP0470", "0470"))]
#[doc(alias("urn:xmpp:pubsub-attachments:1"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "attachments", derive(Debug, PartialEq, Eq))]
#[xml(new = "An empty element, which removes earlier attachments.", with)]
#[non_exhaustive]
pub struct Attachments {
    /// Marks the item as noticed by the account. `None` if it is not.
    #[xml(child)]
    pub noticed: Option<Noticed>,
    /// The reactions of the account. `None` if it has none.
    #[xml(child)]
    pub reactions: Option<Reactions>,
    /// The response to an event (XEP-0471). `None` if there is none.
    #[xml(child)]
    pub rsvp: Option<Rsvp>,
    /// Other attachments, to be republished with the rest.
    #[xml(child)]
    pub others: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A mark that an account has noticed an item.
///
/// [XEP-0470 §4.7](https://xmpp.org/extensions/xep-0470.html#noticed)
#[doc(alias("XEP-0470", "XEP0470", "0470"))]
#[doc(alias("urn:xmpp:pubsub-attachments:1"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "noticed", derive(Debug, PartialEq, Eq))]
#[xml(new = "A mark without a time.", with)]
#[non_exhaustive]
pub struct Noticed {
    /// When the item was noticed. `None` if not specified.
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
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "reactions", derive(Debug, PartialEq, Eq))]
#[xml(new = "An empty list of reactions, without a time.", with)]
#[non_exhaustive]
pub struct Reactions {
    /// When the reactions were last changed. `None` if not specified.
    #[xml(attribute)]
    pub timestamp: Option<DateTime>,
    /// The reactions, one emoji each. Duplicates count once.
    #[xml(child_text = "reaction")]
    pub reactions: Vec<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The verified author of the attachments in an item, given the item's ID and its publisher as stated by the service. `None`
/// if the author cannot be trusted.
///
/// A service with the feature [`NS`] ensures that the item ID is the bare JID of the publisher: pass `true` for
/// `is_checked`. At other services, anybody can attach in the name of others, and only a publisher stated by the service is
/// reliable: pass `false`.
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
