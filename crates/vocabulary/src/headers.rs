//! Stanza headers, similar to those of email and HTTP.
//!
//! [XEP-0131, Stanza Headers and Internet Metadata](https://xmpp.org/extensions/xep-0131.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Extra, Xml};

/// The namespace, which is also the node at which an entity lists the headers that it supports.
pub const NS: &str = "http://jabber.org/protocol/shim";

/// The names of headers that were defined for XMPP. The [registry] has many more, from email, HTTP and SIP.
///
/// [registry]: https://xmpp.org/registrar/shim.html
pub mod name {
    /// A classification level.
    pub const CLASSIFICATION: &str = "Classification";
    /// The collection node that caused a notification (XEP-0248).
    pub const COLLECTION: &str = "Collection";
    /// The creation time of the stanza, as [`DateTime`](xmpp_xml::DateTime).
    pub const CREATED: &str = "Created";
    /// A day, as [`Date`](xmpp_xml::Date).
    pub const DATE: &str = "Date";
    /// A date and time, as [`DateTime`](xmpp_xml::DateTime).
    pub const DATE_TIME: &str = "DateTime";
    /// Whether the stanza may be distributed further: `true` or `false`.
    pub const DISTRIBUTE: &str = "Distribute";
    /// A date and time in the format of email (RFC 2822).
    pub const RFC2822_DATE: &str = "RFC2822Date";
    /// Whether the stanza may be stored: `true` or `false`.
    pub const STORE: &str = "Store";
    /// The identifier of the subscription that a notification is for (XEP-0060).
    pub const SUBSCRIPTION_ID: &str = "SubID";
    /// A time of day, as [`Time`](xmpp_xml::Time).
    pub const TIME: &str = "Time";
    /// The time to live in seconds, from [`CREATED`] on.
    pub const TIME_TO_LIVE: &str = "TTL";
    /// The urgency: `high`, `medium` or `low`.
    pub const URGENCY: &str = "Urgency";
}

/// Headers of the enclosing stanza or payload.
///
/// [XEP-0131 §4](https://xmpp.org/extensions/xep-0131.html#protocol)
#[doc(alias("XEP-0131", "XEP0131", "0131"))]
#[doc(alias("http://jabber.org/protocol/shim"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "headers", derive(Debug, PartialEq, Eq))]
#[xml(new = "An empty list of headers.")]
#[non_exhaustive]
pub struct Headers {
    /// The headers. Names may be repeated.
    #[xml(child)]
    pub headers: Vec<Header>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// One header.
///
/// [XEP-0131 §4](https://xmpp.org/extensions/xep-0131.html#protocol)
#[doc(alias("XEP-0131", "XEP0131", "0131"))]
#[doc(alias("http://jabber.org/protocol/shim"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "header", derive(Debug, PartialEq, Eq))]
#[xml(new = "The header with this name and value.")]
#[non_exhaustive]
pub struct Header {
    /// The name, in its registered spelling.
    #[xml(attribute)]
    pub name: String,
    /// The value, whose format depends on the name.
    #[xml(text)]
    pub value: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Headers {
    /// The value of the first header with this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.all(name).next()
    }

    /// The values of the headers with this name, in order.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.headers
            .iter()
            .filter(move |h| h.name == name)
            .map(|h| &*h.value)
    }
}

impl FromIterator<Header> for Headers {
    fn from_iter<I: IntoIterator<Item = Header>>(headers: I) -> Self {
        Self {
            headers: headers.into_iter().collect(),
            extra: Extra::new(),
        }
    }
}
