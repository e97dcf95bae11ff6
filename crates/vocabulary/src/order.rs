//! In which order items are wanted, beside a request that fetches many.
//!
//! [XEP-0413, Order-By](https://xmpp.org/extensions/xep-0413.html)

use alloc::format;
use alloc::string::String;

use xmpp_xml::{Extra, OtherToken, Xml};

/// The namespace, and the feature of a service that can order something; [`feature`] names what.
pub const NS: &str = "urn:xmpp:order-by:1";

/// What to order by. Of several, each decides where those before it find no difference.
///
/// [XEP-0413 §4](https://xmpp.org/extensions/xep-0413.html#usecases)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "order")]
#[xml(new = "By this, ascending.", with)]
#[non_exhaustive]
pub struct Order {
    /// What decides.
    #[xml(attribute)]
    pub by: OrderField,
    /// Whether the last comes first. An invalid value is always an error, since the order would be the opposite.
    #[xml(attribute = "desc", default, strict)]
    pub descending: bool,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What items are ordered by. Names that other specifications define are in Clark notation, with their namespace in
/// braces before them.
///
/// [XEP-0413 §3](https://xmpp.org/extensions/xep-0413.html#glossary)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum OrderField {
    /// `creation`: when an item with this identifier was first published.
    Creation,
    /// `modification`: when the item was published last.
    Modification,
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}

/// The feature of a service that can order what is fetched by this namespace.
///
/// [XEP-0413 §6](https://xmpp.org/extensions/xep-0413.html#disco)
#[must_use]
pub fn feature(namespace: &str) -> String {
    format!("{NS}@{namespace}")
}
