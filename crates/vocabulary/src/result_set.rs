//! Pages of a long list.
//!
//! [XEP-0059, Result Set Management](https://xmpp.org/extensions/xep-0059.html)

use alloc::string::String;

use xmpp_xml::{Extra, Xml};

/// The namespace.
pub const NS: &str = "http://jabber.org/protocol/rsm";

/// In a request, which page of a list is wanted; in the answer, which page it is.
///
/// Items are known by identifiers that only the side that holds the list understands.
///
/// [XEP-0059 §2](https://xmpp.org/extensions/xep-0059.html#usecases)
#[doc(alias("XEP-0059", "XEP0059", "0059"))]
#[doc(alias("http://jabber.org/protocol/rsm", "set"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "set")]
#[xml(new = "Asks for nothing in particular.")]
#[non_exhaustive]
pub struct ResultSet {
    /// Request: the page begins behind this item. `None`: not said this way.
    #[xml(child_text = "after")]
    pub after: Option<String>,
    /// Request: the page ends before this item; empty, it is the last page. `None`: not said this way.
    #[xml(child_text = "before")]
    pub before: Option<String>,
    /// Answer: how many items the whole list has, perhaps roughly. `None` where that is too dear to find out.
    #[xml(child_text = "count")]
    pub count: Option<u64>,
    /// Answer: the first item of the page. `None` on an empty page, and where paging is not supported.
    #[xml(child)]
    pub first: Option<First>,
    /// Request: the page begins with the item at this place, counted from 0. `None`: not said this way.
    #[xml(child_text = "index")]
    pub index: Option<u64>,
    /// Answer: the last item of the page. `None` on an empty page, and where paging is not supported.
    #[xml(child_text = "last")]
    pub last: Option<String>,
    /// Request: how many items the page may have; 0 asks for the [count](Self::count) alone. `None`: as many as the
    /// answering side likes.
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
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "first")]
#[xml(new = "The item with this identifier, at an unknown place.")]
#[non_exhaustive]
pub struct First {
    /// The place of the item in the whole list, counted from 0, perhaps roughly. `None` where that is too dear to
    /// find out.
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
    /// Asks for the first page, of at most `max` items.
    #[must_use]
    pub fn first_page(max: u64) -> Self {
        Self {
            max: Some(max),
            ..Self::default()
        }
    }

    /// Asks for the last page, of at most `max` items.
    #[must_use]
    pub fn last_page(max: u64) -> Self {
        Self {
            before: Some(String::new()),
            ..Self::first_page(max)
        }
    }

    /// Asks how many items there are, and for none of them.
    #[must_use]
    pub fn only_count() -> Self {
        Self::first_page(0)
    }

    /// Asks for the page behind the one that this is the answer for. `None` if this has no [`last`](Self::last).
    #[must_use]
    pub fn next(&self, max: u64) -> Option<Self> {
        let after = self.last.clone()?;
        Some(Self {
            after: Some(after),
            ..Self::first_page(max)
        })
    }

    /// Asks for the page before the one that this is the answer for. `None` if this has no [`first`](Self::first).
    #[must_use]
    pub fn previous(&self, max: u64) -> Option<Self> {
        let before = self.first.as_ref()?.id.clone();
        Some(Self {
            before: Some(before),
            ..Self::first_page(max)
        })
    }
}
