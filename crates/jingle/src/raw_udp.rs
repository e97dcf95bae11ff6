//! Raw UDP transports, without NAT traversal.
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
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "transport", derive(Debug, PartialEq, Eq))]
#[xml(new = "A transport without candidates.", with)]
#[non_exhaustive]
pub struct Transport {
    /// The candidates, one for each component.
    #[xml(child)]
    pub candidates: Vec<Candidate>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A candidate address.
///
/// [XEP-0177 §4.2](https://xmpp.org/extensions/xep-0177.html#initiate)
#[doc(alias("XEP-0177", "XEP0177", "0177"))]
#[doc(alias("urn:xmpp:jingle:transports:raw-udp:1"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "candidate", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Candidate {
    /// The component, from 1. `None` if not specified.
    #[xml(attribute)]
    pub component: Option<u16>,
    /// The number of changes before, from 0. `None` if not specified.
    #[xml(attribute)]
    pub generation: Option<u32>,
    /// The identifier of the candidate. `None` if there is none.
    #[xml(attribute)]
    pub id: Option<String>,
    /// The address: IPv4, IPv6 or a host name.
    #[xml(attribute)]
    pub ip: String,
    /// The port.
    #[xml(attribute)]
    pub port: u16,
    /// The type of the candidate. `None` if not specified.
    #[xml(attribute = "type")]
    pub kind: Option<CandidateKind>,
    /// Unknown attributes and child elements, in place.
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
