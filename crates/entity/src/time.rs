//! The local time of an entity.
//!
//! [XEP-0202, Entity Time](https://xmpp.org/extensions/xep-0202.html)

use xmpp_xml::{DateTime, Extra, TimeZone, Xml};

/// The namespace, and the feature of an entity that answers.
pub const NS: &str = "urn:xmpp:time";

/// A request for an entity's local time.
///
/// [XEP-0202 §2](https://xmpp.org/extensions/xep-0202.html#protocol)
#[doc(alias("XEP-0202", "XEP0202", "0202"))]
#[doc(alias("urn:xmpp:time", "time"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "time", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request.")]
#[non_exhaustive]
pub struct Request {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The local time of an entity: the answer to a [`Request`].
///
/// [XEP-0202 §2](https://xmpp.org/extensions/xep-0202.html#protocol)
#[doc(alias("XEP-0202", "XEP0202", "0202"))]
#[doc(alias("urn:xmpp:time", "time"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "time", derive(Debug, PartialEq, Eq))]
#[xml(new = "A local time in this time zone.", parameters = [time_zone, utc])]
#[non_exhaustive]
pub struct Response {
    /// The time zone of the entity. Required; `None` if it is missing.
    #[xml(child_text = "tzo")]
    pub time_zone: Option<TimeZone>,
    /// The time by the entity's clock, which should be in UTC, whatever the time zone.
    #[xml(child_text)]
    pub utc: DateTime,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
