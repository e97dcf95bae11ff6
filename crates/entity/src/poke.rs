//! Whether somebody is there in person.
//!
//! [XEP-0132, Presence Obtained via Kinesthetic Excitation (POKE)](https://xmpp.org/extensions/xep-0132.html)

use xmpp_xml::{Extra, OtherToken, Xml};

/// The namespace.
pub const NS: &str = "http://jabber.org/protocol/poke";

/// In a presence of type `probe` or an iq of type `get`, asks to find out whether the user is there in person; in a presence or
/// an iq of type `result`, says that the user is.
///
/// Only those who may see the presence of the user are answered.
///
/// [XEP-0132 §3](https://xmpp.org/extensions/xep-0132.html#protocol)
#[doc(alias("XEP-0132", "XEP0132", "0132"))]
#[doc(alias("http://jabber.org/protocol/poke"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "poke")]
#[xml(new = "By any method.", with)]
#[non_exhaustive]
pub struct Poke {
    /// The method that is preferred, or was used. `None` leaves it to who is asked.
    #[xml(attribute)]
    pub method: Option<Method>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A method of finding out whether somebody is there.
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
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}
