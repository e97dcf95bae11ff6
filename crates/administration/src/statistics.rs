//! Statistics of a server or component.
//!
//! ```
//! use xmpp_administration::statistics::{Query, Statistic};
//!
//! let request = Query::new([Statistic::new("time/uptime")]);
//! assert_eq!(
//!     xmpp_xml::to_string(&request)?,
//!     "<query xmlns='http://jabber.org/protocol/stats'><stat name='time/uptime'/></query>"
//! );
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
//!
//! [XEP-0039, Statistics Gathering](https://xmpp.org/extensions/xep-0039.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Extra, Xml};

/// The namespace, which is also the feature of entities that provide statistics.
pub const NS: &str = "http://jabber.org/protocol/stats";

/// Requests statistics, in an iq of type `get`; the result has the values. An empty request asks for the names of the
/// available statistics.
///
/// [XEP-0039 §2](https://xmpp.org/extensions/xep-0039.html)
#[doc(alias("XEP-0039", "XEP0039", "0039"))]
#[doc(alias("http://jabber.org/protocol/stats"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "query", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request for these statistics; for the available names if empty.", parameters = [statistics])]
#[non_exhaustive]
pub struct Query {
    /// The statistics.
    #[xml(child)]
    pub statistics: Vec<Statistic>,
    /// Why there are no statistics at all. `None` if there are.
    #[xml(child)]
    pub failure: Option<Failure>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A statistic; in a request, only its name is set.
///
/// [XEP-0039 §2](https://xmpp.org/extensions/xep-0039.html)
#[doc(alias("XEP-0039", "XEP0039", "0039"))]
#[doc(alias("http://jabber.org/protocol/stats", "stat"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "stat", derive(Debug, PartialEq, Eq))]
#[xml(new = "The figure of this name.", with)]
#[non_exhaustive]
pub struct Statistic {
    /// The name, such as `users/online`.
    #[xml(attribute)]
    pub name: String,
    /// The unit, such as `users` or `seconds`. `None` in a request.
    #[xml(attribute)]
    pub units: Option<String>,
    /// The value. `None` in a request.
    #[xml(attribute)]
    pub value: Option<String>,
    /// Why there is no value. `None` if there is one.
    #[xml(child)]
    pub failure: Option<Failure>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Why a statistic is not available.
///
/// [XEP-0039 §2.6](https://xmpp.org/extensions/xep-0039.html)
#[doc(alias("XEP-0039", "XEP0039", "0039"))]
#[doc(alias("http://jabber.org/protocol/stats", "error"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "error", derive(Debug, PartialEq, Eq))]
#[xml(new = "A failure with this code.", with)]
#[non_exhaustive]
pub struct Failure {
    /// The code, similar to HTTP status codes: 401, 404, 501 or 503.
    #[xml(attribute)]
    pub code: u16,
    /// The human-readable reason. `None` if not specified.
    #[xml(text)]
    pub text: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
