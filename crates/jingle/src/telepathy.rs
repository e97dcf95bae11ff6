//! Extra-sensory perception, for the first of April.
//!
//! [XEP-0183, Jingle Telepathy Transport](https://xmpp.org/extensions/xep-0183.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Extra, OtherToken, Xml};

/// The namespace.
pub const NS: &str = "http://jabber.org/protocol/jingle/transport/telepathy";

/// The namespace of a [`Message`].
pub const NS_INFO: &str = "http://jabber.org/protocol/jingle/info/telepathy";

/// A transport over no medium.
///
/// [XEP-0183 §3.1](https://xmpp.org/extensions/xep-0183.html#protocol-initiate)
#[doc(alias("XEP-0183", "XEP0183", "0183"))]
#[doc(alias("http://jabber.org/protocol/jingle/transport/telepathy"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "transport", derive(Debug, PartialEq, Eq))]
#[xml(new = "A transport without channels.", with)]
#[non_exhaustive]
pub struct Transport {
    /// The believed parameters, one candidate for each channel.
    #[xml(child)]
    pub candidates: Vec<Candidate>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The parameters of a channel.
///
/// [XEP-0183 §3.1](https://xmpp.org/extensions/xep-0183.html#protocol-initiate)
#[doc(alias("XEP-0183", "XEP0183", "0183"))]
#[doc(alias("http://jabber.org/protocol/jingle/transport/telepathy"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "candidate", derive(Debug, PartialEq, Eq))]
#[xml(new = "The channel with this name.", with)]
#[non_exhaustive]
pub struct Candidate {
    /// The number of updates of the candidate, from 0. `None` if not specified.
    #[xml(attribute)]
    pub generation: Option<u32>,
    /// The name of the channel.
    #[xml(attribute)]
    pub name: String,
    /// The astral plane, from 1. `None` if not specified.
    #[xml(attribute)]
    pub plane: Option<u32>,
    /// Words for the energy of the sender, separated by spaces. `None` if not specified.
    #[xml(attribute = "psi-sig")]
    pub psi_signature: Option<String>,
    /// The pulse of the sender, in beats per minute. `None` if not specified.
    #[xml(attribute)]
    pub pulse: Option<u32>,
    /// The sender's sign of the Zodiac. `None` if not specified.
    #[xml(attribute)]
    pub sign: Option<Sign>,
    /// The time. `None` if not specified.
    #[xml(attribute)]
    pub time: Option<Time>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What a party feels like communicating.
///
/// [XEP-0183 §3.3](https://xmpp.org/extensions/xep-0183.html#protocol-info)
#[doc(alias("XEP-0183", "XEP0183", "0183"))]
#[doc(alias("http://jabber.org/protocol/jingle/info/telepathy"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS_INFO, name = "message", derive(Debug, PartialEq, Eq))]
#[xml(new = "A message with this text.", parameters = [text])]
#[non_exhaustive]
pub struct Message {
    /// The text. `None` means silence.
    #[xml(text)]
    pub text: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A sign of the Zodiac.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Sign {
    /// `Aquarius`
    #[xml(token = "Aquarius")]
    Aquarius,
    /// `Aries`
    #[xml(token = "Aries")]
    Aries,
    /// `Cancer`
    #[xml(token = "Cancer")]
    Cancer,
    /// `Capricorn`
    #[xml(token = "Capricorn")]
    Capricorn,
    /// `Gemini`
    #[xml(token = "Gemini")]
    Gemini,
    /// `Leo`
    #[xml(token = "Leo")]
    Leo,
    /// `Libra`
    #[xml(token = "Libra")]
    Libra,
    /// `Pisces`
    #[xml(token = "Pisces")]
    Pisces,
    /// `Sagittarius`
    #[xml(token = "Sagittarius")]
    Sagittarius,
    /// `Scorpio`
    #[xml(token = "Scorpio")]
    Scorpio,
    /// `Taurus`
    #[xml(token = "Taurus")]
    Taurus,
    /// `Virgo`
    #[xml(token = "Virgo")]
    Virgo,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// The time of a channel.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Time {
    /// `past`
    Past,
    /// `present`
    Present,
    /// `future`
    Future,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}
