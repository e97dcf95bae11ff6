//! The labels that a user may choose from.

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_xml::{Extra, Xml};

use super::SecurityLabel;

/// The namespace, which is also the feature of servers that have catalogs.
pub const NS: &str = "urn:xmpp:sec-label:catalog:2";

/// Asks one's server which labels may be used, in an iq of type `get`.
///
/// [XEP-0258 §4](https://xmpp.org/extensions/xep-0258.html#label-catalog)
#[doc(alias("XEP-0258", "XEP0258", "0258"))]
#[doc(alias("urn:xmpp:sec-label:catalog:2", "catalog"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "catalog")]
#[xml(new = "For messages to this address.", parameters = [to], with)]
#[non_exhaustive]
pub struct Request {
    /// To whom the messages would go. `None` if not specified.
    #[xml(attribute, strict)]
    pub to: Option<Jid>,
    /// Between servers: the bare JID of the user who asks. `None` in the request of a client, and where the catalog is
    /// for no user in particular.
    #[xml(attribute, strict)]
    pub from: Option<Jid>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The labels that a user may use, in an iq of type `result`.
///
/// [XEP-0258 §4](https://xmpp.org/extensions/xep-0258.html#label-catalog)
#[doc(alias("XEP-0258", "XEP0258", "0258"))]
#[doc(alias("urn:xmpp:sec-label:catalog:2"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "catalog")]
#[xml(new = "These labels, or any other.", parameters = [items], with)]
#[non_exhaustive]
pub struct Catalog {
    /// To whom the messages would go. `None` if not specified.
    #[xml(attribute)]
    pub to: Option<Jid>,
    /// The user whom it is for, between servers. `None` if not specified.
    #[xml(attribute)]
    pub from: Option<Jid>,
    /// What the catalog is called. `None` if not specified.
    #[xml(attribute)]
    pub name: Option<String>,
    /// What it is about, human-readable. `None` if not specified.
    #[xml(attribute)]
    pub desc: Option<String>,
    /// An identifier of this state of the catalog. `None` if not specified.
    #[xml(attribute)]
    pub id: Option<String>,
    /// The number of items, as it is said. `None` if not specified.
    #[xml(attribute)]
    pub size: Option<u32>,
    /// Whether the user must choose one of the items. `None` means that other labels may be used, too.
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

    /// Whether a message may be sent without a label: it may if an item says so, or if the catalog is not
    /// [restrictive](Self::is_restrictive).
    #[must_use]
    pub fn allows_unlabelled(&self) -> bool {
        !self.is_restrictive() || self.items.iter().any(|item| item.label.is_none())
    }

    /// The item to use where the user has not chosen any. `None` if there is none, or several are said to be it.
    #[must_use]
    pub fn default_item(&self) -> Option<&Item> {
        let mut defaults = self.items.iter().filter(|item| item.is_default);
        defaults.next().filter(|_| defaults.next().is_none())
    }
}

/// A label to choose.
///
/// [XEP-0258 §4](https://xmpp.org/extensions/xep-0258.html#label-catalog)
#[doc(alias("XEP-0258", "XEP0258", "0258"))]
#[doc(alias("urn:xmpp:sec-label:catalog:2"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "item")]
#[xml(new = "No label.", with)]
#[non_exhaustive]
pub struct Item {
    /// Where it stands in a tree of labels: see [`path`](Self::path). `None` if there is no tree.
    #[xml(attribute)]
    pub selector: Option<String>,
    /// Whether it is used where the user has not chosen any: see [`Catalog::default_item`].
    #[xml(attribute = "default", default)]
    pub is_default: bool,
    /// The label. `None` means to send without a label.
    #[xml(child, strict)]
    pub label: Option<SecurityLabel>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Item {
    /// The steps from the root of the tree to this item, whose own name is the last. Nothing where there is no
    /// [selector](Self::selector).
    ///
    /// [XEP-0258 §4](https://xmpp.org/extensions/xep-0258.html#label-catalog)
    pub fn path(&self) -> impl Iterator<Item = &str> {
        self.selector
            .iter()
            .flat_map(|selector| selector.split('|'))
    }
}
