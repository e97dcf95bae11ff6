//! UDP from address to address, without a look for paths.
//!
//! [XEP-0177, Jingle Raw UDP Transport Method](https://xmpp.org/extensions/xep-0177.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Extra, Xml};

use crate::ice_udp::CandidateKind;

/// The namespace.
pub const NS: &str = "urn:xmpp:jingle:transports:raw-udp:1";

/// A party's side of the transport.
///
/// [XEP-0177 §4.2](https://xmpp.org/extensions/xep-0177.html#initiate)
#[doc(alias("XEP-0177", "XEP0177", "0177"))]
#[doc(alias("urn:xmpp:jingle:transports:raw-udp:1"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "transport")]
#[xml(new = "A transport without candidates.", with)]
#[non_exhaustive]
pub struct Transport {
    /// Where to send to, one for each component.
    #[xml(child)]
    pub candidates: Vec<Candidate>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Where to send to.
///
/// [XEP-0177 §4.2](https://xmpp.org/extensions/xep-0177.html#initiate)
#[doc(alias("XEP-0177", "XEP0177", "0177"))]
#[doc(alias("urn:xmpp:jingle:transports:raw-udp:1"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "candidate")]
#[non_exhaustive]
pub struct Candidate {
    /// The component that it is for, from 1; absent where that is not told.
    #[xml(attribute)]
    pub component: Option<u16>,
    /// How often it was changed before, from 0; absent where that is not told.
    #[xml(attribute)]
    pub generation: Option<u32>,
    /// What its sender calls it; absent where it has no name.
    #[xml(attribute)]
    pub id: Option<String>,
    /// The address: IPv4, IPv6 or a host name.
    #[xml(attribute)]
    pub ip: String,
    /// The port.
    #[xml(attribute)]
    pub port: u16,
    /// Whose address it is; absent where that is not told.
    #[xml(attribute = "type")]
    pub kind: Option<CandidateKind>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Candidate {
    /// A candidate of the first generation.
    #[must_use]
    pub fn new(id: &str, component: u16, ip: &str, port: u16) -> Self {
        Self {
            component: Some(component),
            generation: Some(0),
            id: Some(id.into()),
            ip: ip.into(),
            port,
            kind: None,
            extra: Extra::new(),
        }
    }
}
