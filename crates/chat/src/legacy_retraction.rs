//! Retracting a message, in the protocol before 2023; [`retraction`](crate::retraction) replaces it.
//!
//! [XEP-0424, Message Retraction, version 0.3](https://xmpp.org/extensions/attic/xep-0424-0.3.0.html)

use xmpp_jid::Jid;
use xmpp_vocabulary::stanza_id::OriginId;
use xmpp_xml::{DateTime, Extra, Xml};

/// The namespace, which was also the feature of clients that supported this.
pub const NS: &str = "urn:xmpp:message-retract:0";

/// Asks everyone to remove the message that the enclosing [`ApplyTo`](crate::fastening::ApplyTo) names.
/// [`Retraction::of`](crate::retraction::Retraction::of) reads both.
#[doc(alias("XEP-0424", "XEP0424", "0424"))]
#[doc(alias("urn:xmpp:message-retract:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "retract", derive(Debug, PartialEq, Eq))]
#[xml(new = "A retraction, for an [`ApplyTo`](crate::fastening::ApplyTo).")]
#[non_exhaustive]
pub struct Retract {
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A tombstone: what an archive keeps of a message that was retracted.
#[doc(alias("XEP-0424", "XEP0424", "0424"))]
#[doc(alias("urn:xmpp:message-retract:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "retracted", derive(Debug, PartialEq, Eq))]
#[xml(new = "Retracted, at an unknown time.", with)]
#[non_exhaustive]
pub struct Retracted {
    /// Who retracted it. `None` if not specified.
    #[xml(attribute)]
    pub by: Option<Jid>,
    /// When it was retracted. `None` if not specified.
    #[xml(attribute)]
    pub stamp: Option<DateTime>,
    /// The origin id of the message. `None` if not specified.
    #[xml(child)]
    pub origin_id: Option<OriginId>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
