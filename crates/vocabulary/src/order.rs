//! The order of the items in the answer to a request.
//!
//! [XEP-0413, Order-By](https://xmpp.org/extensions/xep-0413.html)

use alloc::format;
use alloc::string::String;

use xmpp_xml::{Extra, OtherToken, Xml};

/// The namespace, and the feature of a service that supports it; [`feature`] says for which requests.
pub const NS: &str = "urn:xmpp:order-by:1";

/// The order of items. If there are several, the later ones break ties of the earlier.
///
/// [XEP-0413 §4](https://xmpp.org/extensions/xep-0413.html#usecases)
#[doc(alias("XEP-0413", "XEP0413", "0413"))]
#[doc(alias("urn:xmpp:order-by:1"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "order", derive(Debug, PartialEq, Eq))]
#[xml(new = "Ascending order by this field.", with)]
#[non_exhaustive]
pub struct Order {
    /// The field to order by.
    #[xml(attribute)]
    pub by: OrderField,
    /// Whether the order is descending. An invalid value is always an error, as it would reverse the order.
    #[xml(attribute = "desc", default, strict)]
    pub descending: bool,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A field to order by. Fields of other specifications are in Clark notation: the namespace in braces, then the name.
///
/// [XEP-0413 §3](https://xmpp.org/extensions/xep-0413.html#glossary)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum OrderField {
    /// `creation`: when the item was first published.
    Creation,
    /// `modification`: when the item was last published.
    Modification,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// The feature of a service that supports ordering in requests of this namespace.
///
/// [XEP-0413 §6](https://xmpp.org/extensions/xep-0413.html#disco)
#[must_use]
pub fn feature(namespace: &str) -> String {
    format!("{NS}@{namespace}")
}
