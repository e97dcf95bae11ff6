//! The items of an entity (disco#items): rooms, nodes, components, resources.
//!
//! [XEP-0030, Service Discovery](https://xmpp.org/extensions/xep-0030.html), with the pages of
//! [XEP-0059, Result Set Management](https://xmpp.org/extensions/xep-0059.html#examples).

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_vocabulary::result_set::ResultSet;
use xmpp_xml::{DateTime, Extra, Xml};

use crate::filter::Filter;

/// The namespace, and the feature of an entity that answers these requests.
pub const NS: &str = "http://jabber.org/protocol/disco#items";

/// Queries an entity, or one of its nodes, for items.
///
/// [XEP-0030, section 4](https://xmpp.org/extensions/xep-0030.html#items)
#[doc(alias("XEP-0030", "XEP0030", "0030"))]
#[doc(alias("http://jabber.org/protocol/disco#items", "query"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "query", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request for the items of the entity itself.", with)]
#[non_exhaustive]
pub struct Request {
    /// The node to query. `None` queries the entity itself.
    #[xml(attribute)]
    pub node: Option<String>,
    /// The requested page of a long list (XEP-0059). `None` requests all items.
    #[xml(child, strict)]
    pub set: Option<ResultSet>,
    /// The wanted types of nodes of a publish-subscribe service (XEP-0462). `None` requests all.
    #[xml(child, strict)]
    pub filter: Option<Filter>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Request {
    /// A request for the items of a node.
    #[must_use]
    pub fn of_node(node: &str) -> Self {
        Self {
            node: Some(String::from(node)),
            ..Self::default()
        }
    }

    /// An empty answer to this request, with its node.
    #[must_use]
    pub fn response(&self) -> Response {
        Response {
            node: self.node.clone(),
            ..Response::default()
        }
    }
}

/// The items of an entity or one of its nodes: the answer to a [`Request`].
///
/// [XEP-0030, section 4](https://xmpp.org/extensions/xep-0030.html#items)
#[doc(alias("XEP-0030", "XEP0030", "0030"))]
#[doc(alias("http://jabber.org/protocol/disco#items", "query"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "query", derive(Debug, PartialEq, Eq))]
#[xml(new = "An answer without items, about the entity itself.", with)]
#[non_exhaustive]
pub struct Response {
    /// The queried node. `None` means the entity itself.
    #[xml(attribute)]
    pub node: Option<String>,
    /// The items; empty if there are none, or none that the requester may see.
    #[xml(child)]
    pub items: Vec<Item>,
    /// Which page this is (XEP-0059). `None` means the whole list.
    #[xml(child)]
    pub set: Option<ResultSet>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// An item of an entity, and where to query it.
///
/// [XEP-0030, section 4.1](https://xmpp.org/extensions/xep-0030.html#items-basic)
#[doc(alias("XEP-0030", "XEP0030", "0030"))]
#[doc(alias("http://jabber.org/protocol/disco#items"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "item", derive(Debug, PartialEq, Eq))]
#[xml(new = "An item with a JID of its own, without a name.", with)]
#[non_exhaustive]
pub struct Item {
    /// The JID of the item, or of the entity that hosts its node.
    #[xml(attribute)]
    pub jid: Jid,
    /// The node of the item. `None` if the JID alone identifies it.
    #[xml(attribute)]
    pub node: Option<String>,
    /// The human-readable name. `None` if there is none.
    #[xml(attribute)]
    pub name: Option<String>,
    /// The expiry of a temporary address. `None` means unknown, not "never".
    ///
    /// [XEP-0383 §6](https://xmpp.org/extensions/xep-0383.html#listing)
    #[xml(attribute)]
    pub expires: Option<DateTime>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
