//! Figures of a server or component.
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

/// The namespace, which is also the feature of those that have figures.
pub const NS: &str = "http://jabber.org/protocol/stats";

/// In an iq of type `get`, asks for figures; the answer has them. An empty one asks which there are; the answer has their
/// names.
///
/// [XEP-0039 §2](https://xmpp.org/extensions/xep-0039.html)
#[doc(alias("XEP-0039", "XEP0039", "0039"))]
#[doc(alias("http://jabber.org/protocol/stats"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "query")]
#[xml(new = "These figures; none to ask which there are.", parameters = [statistics])]
#[non_exhaustive]
pub struct Query {
    /// The figures.
    #[xml(child)]
    pub statistics: Vec<Statistic>,
    /// Why there are none at all. `None` where there are.
    #[xml(child)]
    pub failure: Option<Failure>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A figure. `None` in a request.
///
/// [XEP-0039 §2](https://xmpp.org/extensions/xep-0039.html)
#[doc(alias("XEP-0039", "XEP0039", "0039"))]
#[doc(alias("http://jabber.org/protocol/stats", "stat"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "stat")]
#[xml(new = "The figure of this name.", with)]
#[non_exhaustive]
pub struct Statistic {
    /// Its name, such as `users/online`.
    #[xml(attribute)]
    pub name: String,
    /// What is counted, such as `users` or `seconds`.
    #[xml(attribute)]
    pub units: Option<String>,
    /// The number.
    #[xml(attribute)]
    pub value: Option<String>,
    /// Why there is no number.
    #[xml(child)]
    pub failure: Option<Failure>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Why there is no figure.
///
/// [XEP-0039 §2.6](https://xmpp.org/extensions/xep-0039.html)
#[doc(alias("XEP-0039", "XEP0039", "0039"))]
#[doc(alias("http://jabber.org/protocol/stats", "error"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "error")]
#[xml(new = "This code.", with)]
#[non_exhaustive]
pub struct Failure {
    /// The code, like one of HTTP: 401, 404, 501 or 503.
    #[xml(attribute)]
    pub code: u16,
    /// What it means, for people. `None` where it is not said.
    #[xml(text)]
    pub text: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
