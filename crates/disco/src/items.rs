//! What belongs to an entity: rooms, nodes, components, resources.
//!
//! [XEP-0030, Service Discovery](https://xmpp.org/extensions/xep-0030.html), with the pages of
//! [XEP-0059, Result Set Management](https://xmpp.org/extensions/xep-0059.html#examples).

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_vocabulary::result_set::ResultSet;
use xmpp_xml::{DateTime, Extra, Xml};

use crate::filter::Filter;

/// The namespace, and the feature of an entity that tells its items.
pub const NS: &str = "http://jabber.org/protocol/disco#items";

/// Asks an entity, or a node of it, for its items.
///
/// [XEP-0030, section 4](https://xmpp.org/extensions/xep-0030.html#items)
#[doc(alias("XEP-0030", "XEP0030", "0030"))]
#[doc(alias("http://jabber.org/protocol/disco#items", "query"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "query")]
#[xml(new = "For the items of the entity itself.", with)]
#[non_exhaustive]
pub struct Request {
    /// The node whose items are asked for; absent when those of the entity itself are.
    #[xml(attribute)]
    pub node: Option<String>,
    /// Which page of a long list is wanted; absent when all items are (XEP-0059).
    #[xml(child, strict)]
    pub set: Option<ResultSet>,
    /// Of which types the nodes of a publish-subscribe service are to be (XEP-0462). `None` asks for all.
    #[xml(child, strict)]
    pub filter: Option<Filter>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Request {
    /// For the items of a node of the entity.
    #[must_use]
    pub fn of_node(node: &str) -> Self {
        Self {
            node: Some(String::from(node)),
            ..Self::default()
        }
    }

    /// An answer to this request without items: it has the node of the request.
    #[must_use]
    pub fn response(&self) -> Response {
        Response {
            node: self.node.clone(),
            ..Response::default()
        }
    }
}

/// The items of an entity, or of a node of it: the answer to a [`Request`].
///
/// [XEP-0030, section 4](https://xmpp.org/extensions/xep-0030.html#items)
#[doc(alias("XEP-0030", "XEP0030", "0030"))]
#[doc(alias("http://jabber.org/protocol/disco#items", "query"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "query")]
#[xml(new = "That the entity itself has no items.", with)]
#[non_exhaustive]
pub struct Response {
    /// The node whose items these are; absent when they are those of the entity itself.
    #[xml(attribute)]
    pub node: Option<String>,
    /// The items; none where there are none, or none that the one who asks may see.
    #[xml(child)]
    pub items: Vec<Item>,
    /// Which page of the list this is; absent when it is the whole list (XEP-0059).
    #[xml(child)]
    pub set: Option<ResultSet>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Something that belongs to an entity, and where to ask about it.
///
/// [XEP-0030, section 4.1](https://xmpp.org/extensions/xep-0030.html#items-basic)
#[doc(alias("XEP-0030", "XEP0030", "0030"))]
#[doc(alias("http://jabber.org/protocol/disco#items"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "item")]
#[xml(new = "An item that has an address of its own, without a name.", with)]
#[non_exhaustive]
pub struct Item {
    /// The address of the item, or of the entity that answers for its node.
    #[xml(attribute)]
    pub jid: Jid,
    /// The node of the item; absent where the address is enough.
    #[xml(attribute)]
    pub node: Option<String>,
    /// What people call the item; absent where it has no name.
    #[xml(attribute)]
    pub name: Option<String>,
    /// Of a temporary address, when it ends. `None` means that nobody knows, which is not for ever.
    ///
    /// [XEP-0383 §6](https://xmpp.org/extensions/xep-0383.html#listing)
    #[xml(attribute)]
    pub expires: Option<DateTime>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}
