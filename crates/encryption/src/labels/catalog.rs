//! Catalogs of the security labels that a user may choose from.

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_xml::{Extra, Xml};

use super::SecurityLabel;

/// The namespace, which is also the feature of servers that provide catalogs.
pub const NS: &str = "urn:xmpp:sec-label:catalog:2";

/// Requests the catalog of labels from the user's own server, in an iq of type `get`.
///
/// [XEP-0258 §4](https://xmpp.org/extensions/xep-0258.html#label-catalog)
#[doc(alias("XEP-0258", "XEP0258", "0258"))]
#[doc(alias("urn:xmpp:sec-label:catalog:2", "catalog"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "catalog", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request for labels of messages to this address.", parameters = [to], with)]
#[non_exhaustive]
pub struct Request {
    /// The intended recipient of the messages. `None` if not specified.
    #[xml(attribute, strict)]
    pub to: Option<Jid>,
    /// Between servers, the bare JID of the requesting user. `None` in the request of a client, and if the catalog is not
    /// for a particular user.
    #[xml(attribute, strict)]
    pub from: Option<Jid>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The labels that a user may choose from, in an iq of type `result`.
///
/// [XEP-0258 §4](https://xmpp.org/extensions/xep-0258.html#label-catalog)
#[doc(alias("XEP-0258", "XEP0258", "0258"))]
#[doc(alias("urn:xmpp:sec-label:catalog:2"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "catalog", derive(Debug, PartialEq, Eq))]
#[xml(new = "A catalog of these labels, which allows others.", parameters = [items], with)]
#[non_exhaustive]
pub struct Catalog {
    /// The intended recipient of the messages. `None` if not specified.
    #[xml(attribute)]
    pub to: Option<Jid>,
    /// Between servers, the user that the catalog is for. `None` if not specified.
    #[xml(attribute)]
    pub from: Option<Jid>,
    /// The name of the catalog. `None` if not specified.
    #[xml(attribute)]
    pub name: Option<String>,
    /// The human-readable description. `None` if not specified.
    #[xml(attribute)]
    pub desc: Option<String>,
    /// The identifier of this version of the catalog. `None` if not specified.
    #[xml(attribute)]
    pub id: Option<String>,
    /// The claimed number of items. `None` if not specified.
    #[xml(attribute)]
    pub size: Option<u32>,
    /// Whether the user must choose one of the items. `None` means that other labels are allowed, too.
    #[xml(attribute, strict)]
    pub restrict: Option<bool>,
    /// The items.
    #[xml(child)]
    pub items: Vec<Item>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Catalog {
    /// Whether the user must choose one of the items.
    #[must_use]
    pub fn is_restrictive(&self) -> bool {
        self.restrict == Some(true)
    }

    /// Whether a message may be sent without a label: an item allows this, or the catalog is not
    /// [restrictive](Self::is_restrictive).
    #[must_use]
    pub fn allows_unlabelled(&self) -> bool {
        !self.is_restrictive() || self.items.iter().any(|item| item.label.is_none())
    }

    /// The item to preselect. `None` if no item or more than one is marked as the default.
    #[must_use]
    pub fn default_item(&self) -> Option<&Item> {
        let mut defaults = self.items.iter().filter(|item| item.is_default);
        defaults.next().filter(|_| defaults.next().is_none())
    }
}

/// A label to choose from.
///
/// [XEP-0258 §4](https://xmpp.org/extensions/xep-0258.html#label-catalog)
#[doc(alias("XEP-0258", "XEP0258", "0258"))]
#[doc(alias("urn:xmpp:sec-label:catalog:2"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "item", derive(Debug, PartialEq, Eq))]
#[xml(new = "The choice to send without a label.", with)]
#[non_exhaustive]
pub struct Item {
    /// The position in a tree of labels: see [`path`](Self::path). `None` if there is no tree.
    #[xml(attribute)]
    pub selector: Option<String>,
    /// Whether it is the default: see [`Catalog::default_item`].
    #[xml(attribute = "default", default)]
    pub is_default: bool,
    /// The label. `None` is the choice to send without a label.
    #[xml(child, strict)]
    pub label: Option<SecurityLabel>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Item {
    /// The names from the root of the tree to this item, with its own name last. Empty without a [selector](Self::selector).
    ///
    /// [XEP-0258 §4](https://xmpp.org/extensions/xep-0258.html#label-catalog)
    pub fn path(&self) -> impl Iterator<Item = &str> {
        self.selector
            .iter()
            .flat_map(|selector| selector.split('|'))
    }
}
