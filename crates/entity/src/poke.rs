//! Whether a user is physically present.
//!
//! [XEP-0132, Presence Obtained via Kinesthetic Excitation (POKE)](https://xmpp.org/extensions/xep-0132.html)

use xmpp_xml::{Extra, OtherToken, Xml};

/// The namespace.
pub const NS: &str = "http://jabber.org/protocol/poke";

/// In a presence of type `probe` or an iq of type `get`, requests to find out whether the user is physically present; in a
/// presence or an iq of type `result`, confirms it.
///
/// Answer only entities that may see the user's presence.
///
/// [XEP-0132 §3](https://xmpp.org/extensions/xep-0132.html#protocol)
#[doc(alias("XEP-0132", "XEP0132", "0132"))]
#[doc(alias("http://jabber.org/protocol/poke"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "poke", derive(Debug, PartialEq, Eq))]
#[xml(new = "A request that accepts any method.", with)]
#[non_exhaustive]
pub struct Poke {
    /// The preferred method, or the one used. `None` leaves it to the recipient.
    #[xml(attribute)]
    pub method: Option<Method>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A method of detecting presence.
///
/// [XEP-0132 §3.3](https://xmpp.org/extensions/xep-0132.html#protocol-methods)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Method {
    /// `dna`: by a sample.
    Dna,
    /// `infrared`: by warmth.
    Infrared,
    /// `sight`: by looking.
    Sight,
    /// `smell`: by smelling.
    Smell,
    /// `sound`: by listening.
    Sound,
    /// `taste`: by licking.
    Taste,
    /// `touch`: by touching.
    Touch,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}
