//! Messages that a server keeps while an account is offline, fetched and removed one by one.
//!
//! How many there are and who sent them is found out by service discovery of the node [`NODE`]. [Message archives](crate::mam)
//! have taken the place of this.
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

/// The node for service discovery of the own account. `disco#info` has the [`Count`] and `disco#items` an item for each
/// message: its `node` is the identifier of the message, its `name` the full JID of the sender.
///
/// Who has asked for either gets no more offline messages unasked.
///
/// [XEP-0013 §2.2](https://xmpp.org/extensions/xep-0013.html#request-number)
pub const NODE: &str = NS;

/// In an iq of type `get`, asks for messages; in one of type `set`, removes them. In a message: it is one of those that
/// were asked for.
///
/// In a message it counts only as the answer to a request, since any sender can put it in.
///
/// [XEP-0013 §2.4](https://xmpp.org/extensions/xep-0013.html#retrieve-specific)
#[doc(alias("XEP-0013", "XEP0013", "0013"))]
#[doc(alias("http://jabber.org/protocol/offline"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "offline")]
#[xml(new = "About these messages.", parameters = [items])]
#[non_exhaustive]
pub struct Offline {
    /// The messages.
    #[xml(child, strict)]
    pub items: Vec<Item>,
    /// Asks for all messages.
    #[xml(flag = "fetch")]
    pub is_fetch: bool,
    /// Removes all messages.
    #[xml(flag = "purge")]
    pub is_purge: bool,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Offline {
    /// Asks for all messages, in an iq of type `get`.
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

/// One message.
///
/// [XEP-0013 §2.4](https://xmpp.org/extensions/xep-0013.html#retrieve-specific)
#[doc(alias("XEP-0013", "XEP0013", "0013"))]
#[doc(alias("http://jabber.org/protocol/offline"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "item")]
#[non_exhaustive]
pub struct Item {
    /// What is to be done with it. `None` in a message.
    #[xml(attribute)]
    pub action: Option<Action>,
    /// The schema alone has it; the text leaves it to service discovery.
    #[xml(attribute)]
    pub jid: Option<String>,
    /// The identifier of the message: an opaque text whose order is that of the messages.
    #[xml(attribute)]
    pub node: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Item {
    /// Asks for this message.
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

    /// Marks a message as this one.
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

/// What is to be done with a message.
///
/// [XEP-0013 §7](https://xmpp.org/extensions/xep-0013.html#schema)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Action {
    /// `view`: send it.
    View,
    /// `remove`: delete it.
    Remove,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// How many messages there are: in the answer to a `disco#info` request for [`NODE`].
///
/// [XEP-0013 §2.2](https://xmpp.org/extensions/xep-0013.html#request-number)
#[doc(alias("XEP-0013", "XEP0013", "0013"))]
#[doc(alias("http://jabber.org/protocol/offline"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = "http://jabber.org/protocol/offline")]
#[non_exhaustive]
pub struct Count {
    /// The number of messages. `None` where the server does not say.
    #[form(var = "number_of_messages", kind = "text-single")]
    pub messages: Option<u64>,
    /// The form that this was read from, with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}
