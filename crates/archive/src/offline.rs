//! Flexible offline message retrieval: retrieving and removing single messages.
//!
//! The number of messages and their senders are in service discovery at the node [`NODE`]. Superseded by
//! [message archives](crate::mam).
//!
//! ```
//! use xmpp_archive::offline::{Item, Offline};
//!
//! let request = Offline::new([Item::view("2003-02-27T22:52:37.225Z")]);
//! assert_eq!(
//!     xmpp_xml::to_string(&request)?,
//!     "<offline xmlns='http://jabber.org/protocol/offline'><item action='view' node='2003-02-27T22:52:37.225Z'/></offline>"
//! );
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
//!
//! [XEP-0013, Flexible Offline Message Retrieval](https://xmpp.org/extensions/xep-0013.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_data_forms::FormType;
use xmpp_data_forms::form::Form;
use xmpp_xml::{Extra, OtherToken, Xml};

/// The namespace, which is also the feature of servers that support this.
pub const NS: &str = "http://jabber.org/protocol/offline";

/// The service discovery node at the account. `disco#info` has the [`Count`] and `disco#items` an item for each
/// message: its `node` is the identifier of the message, its `name` the full JID of the sender.
///
/// After a query for either, the server sends no more offline messages unsolicited.
///
/// [XEP-0013 §2.2](https://xmpp.org/extensions/xep-0013.html#request-number)
pub const NODE: &str = NS;

/// In an iq of type `get`, retrieves messages; in one of type `set`, removes them. In a message: marks it as a retrieved
/// one.
///
/// Trust it in a message only after a request, since any sender can add it.
///
/// [XEP-0013 §2.4](https://xmpp.org/extensions/xep-0013.html#retrieve-specific)
#[doc(alias("XEP-0013", "XEP0013", "0013"))]
#[doc(alias("http://jabber.org/protocol/offline"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "offline", derive(Debug, PartialEq, Eq))]
#[xml(new = "Retrieves or removes these messages.", parameters = [items])]
#[non_exhaustive]
pub struct Offline {
    /// The messages.
    #[xml(child, strict)]
    pub items: Vec<Item>,
    /// Whether to retrieve all messages.
    #[xml(flag = "fetch")]
    pub is_fetch: bool,
    /// Whether to remove all messages.
    #[xml(flag = "purge")]
    pub is_purge: bool,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Offline {
    /// Retrieves all messages, in an iq of type `get`.
    ///
    /// [XEP-0013 §2.6](https://xmpp.org/extensions/xep-0013.html#retrieve-all)
    #[must_use]
    pub fn fetch() -> Self {
        Self {
            is_fetch: true,
            ..Self::default()
        }
    }

    /// Removes all messages, in an iq of type `set`.
    ///
    /// [XEP-0013 §2.7](https://xmpp.org/extensions/xep-0013.html#remove-all)
    #[must_use]
    pub fn purge() -> Self {
        Self {
            is_purge: true,
            ..Self::default()
        }
    }
}

/// A single message.
///
/// [XEP-0013 §2.4](https://xmpp.org/extensions/xep-0013.html#retrieve-specific)
#[doc(alias("XEP-0013", "XEP0013", "0013"))]
#[doc(alias("http://jabber.org/protocol/offline"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "item", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Item {
    /// The action. `None` in a message.
    #[xml(attribute)]
    pub action: Option<Action>,
    /// The sender; only in the schema. The text leaves it to service discovery.
    #[xml(attribute)]
    pub jid: Option<String>,
    /// The identifier of the message: an opaque string whose order is that of the messages.
    #[xml(attribute)]
    pub node: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Item {
    /// Retrieves this message.
    #[must_use]
    pub fn view(node: &str) -> Self {
        Self {
            action: Some(Action::View),
            ..Self::of(node)
        }
    }

    /// Removes this message.
    #[must_use]
    pub fn remove(node: &str) -> Self {
        Self {
            action: Some(Action::Remove),
            ..Self::of(node)
        }
    }

    /// Marks a message as the stored one with this identifier.
    #[must_use]
    pub fn of(node: &str) -> Self {
        Self {
            action: None,
            jid: None,
            node: String::from(node),
            extra: Extra::new(),
        }
    }
}

/// An action on a message.
///
/// [XEP-0013 §7](https://xmpp.org/extensions/xep-0013.html#schema)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Action {
    /// `view`: retrieve it.
    View,
    /// `remove`: remove it.
    Remove,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// The number of messages: in the answer to a `disco#info` request for [`NODE`].
///
/// [XEP-0013 §2.2](https://xmpp.org/extensions/xep-0013.html#request-number)
#[doc(alias("XEP-0013", "XEP0013", "0013"))]
#[doc(alias("http://jabber.org/protocol/offline"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = "http://jabber.org/protocol/offline")]
#[non_exhaustive]
pub struct Count {
    /// The number of messages. `None` if not specified.
    #[form(var = "number_of_messages", kind = "text-single")]
    pub messages: Option<u64>,
    /// The underlying form with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}
