//! The list of blocked addresses, and the commands that change it.
//!
//! [XEP-0191, Blocking Command](https://xmpp.org/extensions/xep-0191.html)

use alloc::vec;
use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_xml::{Error, Extra, RawElement, Xml};

use crate::reporting::Report;

/// The namespace, which is also the feature of servers that support this.
pub const NS: &str = "urn:xmpp:blocking";

/// In an iq of type `get`, and then empty, asks for the blocked addresses; the answer has them.
///
/// Who has asked is told of changes from then on, by a [`Block`] or an [`Unblock`] of the server.
///
/// [XEP-0191 §3.2](https://xmpp.org/extensions/xep-0191.html#blocklist)
#[doc(alias("XEP-0191", "XEP0191", "0191"))]
#[doc(alias("urn:xmpp:blocking"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "blocklist")]
#[xml(
    new = "Asks for the blocked addresses; as an answer, there are none.",
    with
)]
#[non_exhaustive]
pub struct Blocklist {
    /// The blocked addresses. None in a request, and in an answer where nobody is blocked.
    #[xml(child, strict)]
    pub items: Vec<Item>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `set`, to the server: blocks addresses, beside those that are blocked already; from the server:
/// they have been blocked.
///
/// [XEP-0191 §3.3](https://xmpp.org/extensions/xep-0191.html#block)
#[doc(alias("XEP-0191", "XEP0191", "0191"))]
#[doc(alias("urn:xmpp:blocking"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "block")]
#[non_exhaustive]
pub struct Block {
    /// The addresses. There must be one at least; without any, the answer is a `bad-request`.
    #[xml(child, strict)]
    pub items: Vec<Item>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `set`, to the server: blocks addresses no more; from the server: they are not blocked any more.
///
/// One without items is about **all** addresses. So it is not collected from an iterator, which may turn out empty.
///
/// [XEP-0191 §3.4](https://xmpp.org/extensions/xep-0191.html#unblock)
#[doc(alias("XEP-0191", "XEP0191", "0191"))]
#[doc(alias("urn:xmpp:blocking"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "unblock")]
#[non_exhaustive]
pub struct Unblock {
    /// The addresses. None: all that are blocked, as [`is_all`](Self::is_all) tells.
    #[xml(child, strict)]
    pub items: Vec<Item>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// An address that is blocked, is to be, or is no more.
///
/// [XEP-0191 §3.3](https://xmpp.org/extensions/xep-0191.html#block)
#[doc(alias("XEP-0191", "XEP0191", "0191"))]
#[doc(alias("urn:xmpp:blocking"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "item")]
#[xml(new = "This address.")]
#[non_exhaustive]
pub struct Item {
    /// The address. A full one stands for itself, a bare one also for its resources, a domain also for all addresses
    /// in it ([§6](https://xmpp.org/extensions/xep-0191.html#matching)).
    #[xml(attribute)]
    pub jid: Jid,
    /// What other specifications add, such as a [`report`](Self::report).
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Item {
    /// Why the address is blocked. `None` where there is no report, and where there are several. The address is blocked all the
    /// same.
    ///
    /// # Errors
    /// The report cannot be read. The address is blocked all the same.
    ///
    /// [XEP-0377 §6](https://xmpp.org/extensions/xep-0377.html#blocking)
    pub fn report(&self) -> Result<Option<Report>, Error> {
        let mut reports = self.payloads.iter().filter(|raw| raw.is_a::<Report>());
        match (reports.next(), reports.next()) {
            (Some(one), None) => one.parse().map(Some),
            _ => Ok(None),
        }
    }

    /// The same, with a report.
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
    /// One address.
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
    /// One address.
    #[must_use]
    pub fn new(jid: impl Into<Jid>) -> Self {
        Self {
            items: vec![Item::new(jid)],
            extra: Extra::new(),
        }
    }

    /// All addresses.
    #[must_use]
    pub fn all() -> Self {
        Self {
            items: Vec::new(),
            extra: Extra::new(),
        }
    }

    /// Whether this is about all addresses. It is not where there is any child element at all: what this type does not
    /// understand may well say which.
    #[must_use]
    pub fn is_all(&self) -> bool {
        self.items.is_empty() && self.extra.children().next().is_none()
    }
}
