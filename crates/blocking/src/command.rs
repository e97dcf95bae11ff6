//! The blocklist, and the commands that change it.
//!
//! [XEP-0191, Blocking Command](https://xmpp.org/extensions/xep-0191.html)

use alloc::vec;
use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_xml::{Error, Extra, RawElement, Xml};

use crate::reporting::Report;

/// The namespace, which is also the feature of servers that support this.
pub const NS: &str = "urn:xmpp:blocking";

/// In an iq of type `get`, and empty, a request for the blocklist; the result has it.
///
/// From then on, the server notifies the requester of changes with a [`Block`] or an [`Unblock`].
///
/// [XEP-0191 §3.2](https://xmpp.org/extensions/xep-0191.html#blocklist)
#[doc(alias("XEP-0191", "XEP0191", "0191"))]
#[doc(alias("urn:xmpp:blocking"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "blocklist", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request for the blocklist, or an empty result.", with)]
#[non_exhaustive]
pub struct Blocklist {
    /// The blocked JIDs. Empty in a request, and in a result if none are blocked.
    #[xml(child, strict)]
    pub items: Vec<Item>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `set`, to the server: blocks JIDs, in addition to those already blocked; from the server:
/// they have been blocked.
///
/// [XEP-0191 §3.3](https://xmpp.org/extensions/xep-0191.html#block)
#[doc(alias("XEP-0191", "XEP0191", "0191"))]
#[doc(alias("urn:xmpp:blocking"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "block", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Block {
    /// The JIDs. At least one is required; without any, the answer is `bad-request`.
    #[xml(child, strict)]
    pub items: Vec<Item>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `set`, to the server: unblocks JIDs; from the server: they have been unblocked.
///
/// Without items, it applies to **all** JIDs. Therefore it cannot be collected from an iterator, which might be empty.
///
/// [XEP-0191 §3.4](https://xmpp.org/extensions/xep-0191.html#unblock)
#[doc(alias("XEP-0191", "XEP0191", "0191"))]
#[doc(alias("urn:xmpp:blocking"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "unblock", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Unblock {
    /// The JIDs. Empty means all that are blocked: see [`is_all`](Self::is_all).
    #[xml(child, strict)]
    pub items: Vec<Item>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A JID to block or unblock.
///
/// [XEP-0191 §3.3](https://xmpp.org/extensions/xep-0191.html#block)
#[doc(alias("XEP-0191", "XEP0191", "0191"))]
#[doc(alias("urn:xmpp:blocking"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "item", derive(Debug, PartialEq, Eq))]
#[xml(new = "Names this JID.")]
#[non_exhaustive]
pub struct Item {
    /// The JID. A full JID matches only itself, a bare JID also its resources, a domain also all JIDs
    /// in it ([§6](https://xmpp.org/extensions/xep-0191.html#matching)).
    #[xml(attribute)]
    pub jid: Jid,
    /// Payloads of other specifications, such as a [`report`](Self::report).
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Item {
    /// The reason for blocking. `None` if there is no report, or if there are several. The JID is blocked
    /// anyway.
    ///
    /// # Errors
    /// The report cannot be read. The JID is blocked anyway.
    ///
    /// [XEP-0377 §6](https://xmpp.org/extensions/xep-0377.html#blocking)
    pub fn report(&self) -> Result<Option<Report>, Error> {
        let mut reports = self.payloads.iter().filter(|raw| raw.is_a::<Report>());
        match (reports.next(), reports.next()) {
            (Some(one), None) => one.parse().map(Some),
            _ => Ok(None),
        }
    }

    /// The same item, with a report.
    ///
    /// # Errors
    /// The report cannot be written.
    pub fn with_report(mut self, report: &Report) -> Result<Self, Error> {
        self.payloads.push(RawElement::from_element(report)?);
        Ok(self)
    }
}

impl FromIterator<Item> for Blocklist {
    fn from_iter<I: IntoIterator<Item = Item>>(items: I) -> Self {
        Self {
            items: items.into_iter().collect(),
            extra: Extra::new(),
        }
    }
}

impl Block {
    /// A single JID.
    #[must_use]
    pub fn new(jid: impl Into<Jid>) -> Self {
        Self::from_iter([Item::new(jid)])
    }
}

impl FromIterator<Item> for Block {
    fn from_iter<I: IntoIterator<Item = Item>>(items: I) -> Self {
        Self {
            items: items.into_iter().collect(),
            extra: Extra::new(),
        }
    }
}

impl Unblock {
    /// A single JID.
    #[must_use]
    pub fn new(jid: impl Into<Jid>) -> Self {
        Self {
            items: vec![Item::new(jid)],
            extra: Extra::new(),
        }
    }

    /// All JIDs.
    #[must_use]
    pub fn all() -> Self {
        Self {
            items: Vec::new(),
            extra: Extra::new(),
        }
    }

    /// Whether this applies to all JIDs. `false` if there is any child element: an unknown one might specify
    /// which.
    #[must_use]
    pub fn is_all(&self) -> bool {
        self.items.is_empty() && self.extra.children().next().is_none()
    }
}
