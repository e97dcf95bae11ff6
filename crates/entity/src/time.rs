//! What time an entity has.
//!
//! [XEP-0202, Entity Time](https://xmpp.org/extensions/xep-0202.html)

use xmpp_xml::{DateTime, Extra, TimeZone, Xml};

/// The namespace, and the feature of an entity that answers.
pub const NS: &str = "urn:xmpp:time";

/// Asks an entity what time it has.
///
/// [XEP-0202 §2](https://xmpp.org/extensions/xep-0202.html#protocol)
#[doc(alias("XEP-0202", "XEP0202", "0202"))]
#[doc(alias("urn:xmpp:time", "time"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "time")]
#[xml(new = "A request.")]
#[non_exhaustive]
pub struct Request {
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What time an entity has: the answer to a [`Request`].
///
/// [XEP-0202 §2](https://xmpp.org/extensions/xep-0202.html#protocol)
#[doc(alias("XEP-0202", "XEP0202", "0202"))]
#[doc(alias("urn:xmpp:time", "time"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "time")]
#[xml(new = "This moment in this time zone.", parameters = [time_zone, utc])]
#[non_exhaustive]
pub struct Response {
    /// The time zone in which the entity is. It should always be there; `None` where it is not.
    #[xml(child_text = "tzo")]
    pub time_zone: Option<TimeZone>,
    /// The moment by the clock of the entity, which should be in UTC, whatever the time zone.
    #[xml(child_text)]
    pub utc: DateTime,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}
