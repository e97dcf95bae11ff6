//! A message is taken back, as it was written before 2023; [`retraction`](crate::retraction) replaces it.
//!
//! [XEP-0424, Message Retraction, version 0.3](https://xmpp.org/extensions/attic/xep-0424-0.3.0.html)

use xmpp_jid::Jid;
use xmpp_vocabulary::stanza_id::OriginId;
use xmpp_xml::{DateTime, Extra, Xml};

/// The namespace, which was also the feature of clients that supported this.
pub const NS: &str = "urn:xmpp:message-retract:0";

/// A message is to be forgotten: the one that the [`ApplyTo`](crate::fastening::ApplyTo) around this names.
/// [`Retraction::of`](crate::retraction::Retraction::of) reads both.
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "retract")]
#[xml(new = "To be put into an [`ApplyTo`](crate::fastening::ApplyTo).")]
#[non_exhaustive]
pub struct Retract {
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an archive, in the place of what was in a message: it has been retracted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "retracted")]
#[xml(new = "Retracted, at an unknown time.", with)]
#[non_exhaustive]
pub struct Retracted {
    /// Who has retracted it. `None` where it is not said.
    #[xml(attribute)]
    pub by: Option<Jid>,
    /// When that was. `None` where it is not said.
    #[xml(attribute)]
    pub stamp: Option<DateTime>,
    /// The identifier of the message, as its sender gave it. `None` where it is not said.
    #[xml(child)]
    pub origin_id: Option<OriginId>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}
