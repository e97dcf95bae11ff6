//! Result set management: paging through long lists.
//!
//! [XEP-0059, Result Set Management](https://xmpp.org/extensions/xep-0059.html)

use alloc::string::String;

use xmpp_xml::{Extra, Xml};

/// The namespace.
pub const NS: &str = "http://jabber.org/protocol/rsm";

/// In a request, the wanted page of a list; in the answer, the page that it is.
///
/// Items are identified by opaque strings of the responder.
///
/// [XEP-0059 §2](https://xmpp.org/extensions/xep-0059.html#usecases)
#[doc(alias("XEP-0059", "XEP0059", "0059"))]
#[doc(alias("http://jabber.org/protocol/rsm", "set"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "set", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request without restrictions.")]
#[non_exhaustive]
pub struct ResultSet {
    /// In a request: the page starts after this item. `None` if not specified.
    #[xml(child_text = "after")]
    pub after: Option<String>,
    /// In a request: the page ends before this item; empty requests the last page. `None` if not specified.
    #[xml(child_text = "before")]
    pub before: Option<String>,
    /// In an answer: the number of items in the whole list, possibly approximate. `None` if too expensive to determine.
    #[xml(child_text = "count")]
    pub count: Option<u64>,
    /// In an answer: the first item of the page. `None` for an empty page, and if paging is not supported.
    #[xml(child)]
    pub first: Option<First>,
    /// In a request: the page starts at this index, counted from 0. `None` if not specified.
    #[xml(child_text = "index")]
    pub index: Option<u64>,
    /// In an answer: the last item of the page. `None` for an empty page, and if paging is not supported.
    #[xml(child_text = "last")]
    pub last: Option<String>,
    /// In a request: the maximum number of items; 0 requests only the [count](Self::count). `None` leaves it to the
    /// responder.
    #[xml(child_text = "max")]
    pub max: Option<u64>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The first item of a page.
///
/// [XEP-0059 §2.2](https://xmpp.org/extensions/xep-0059.html#forwards)
#[doc(alias("XEP-0059", "XEP0059", "0059"))]
#[doc(alias("http://jabber.org/protocol/rsm"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "first", derive(Debug, PartialEq, Eq))]
#[xml(new = "The item with this identifier, at an unknown index.")]
#[non_exhaustive]
pub struct First {
    /// The index of the item in the whole list, counted from 0, possibly approximate. `None` if too expensive to
    /// determine.
    #[xml(attribute)]
    pub index: Option<u64>,
    /// The identifier of the item.
    #[xml(text)]
    pub id: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl ResultSet {
    /// Requests the first page, of at most `max` items.
    #[must_use]
    pub fn first_page(max: u64) -> Self {
        Self {
            max: Some(max),
            ..Self::default()
        }
    }

    /// Requests the last page, of at most `max` items.
    #[must_use]
    pub fn last_page(max: u64) -> Self {
        Self {
            before: Some(String::new()),
            ..Self::first_page(max)
        }
    }

    /// Requests only the number of items.
    #[must_use]
    pub fn only_count() -> Self {
        Self::first_page(0)
    }

    /// Requests the page after the one that this describes. `None` if this has no [`last`](Self::last).
    #[must_use]
    pub fn next(&self, max: u64) -> Option<Self> {
        let after = self.last.clone()?;
        Some(Self {
            after: Some(after),
            ..Self::first_page(max)
        })
    }

    /// Requests the page before the one that this describes. `None` if this has no [`first`](Self::first).
    #[must_use]
    pub fn previous(&self, max: u64) -> Option<Self> {
        let before = self.first.as_ref()?.id.clone();
        Some(Self {
            before: Some(before),
            ..Self::first_page(max)
        })
    }
}
