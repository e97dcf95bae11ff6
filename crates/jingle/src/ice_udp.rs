//! ICE transports over UDP.
//!
//! [XEP-0176, Jingle ICE-UDP Transport Method](https://xmpp.org/extensions/xep-0176.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Extra, OtherToken, Secret, Xml};

use crate::data_channels::{Channel, SctpMap};
use crate::dtls::Fingerprint;
use crate::ice;

/// The namespace.
pub const NS: &str = "urn:xmpp:jingle:transports:ice-udp:1";

/// A party's side of the transport: its candidates, or the ones selected.
///
/// [XEP-0176 §5.3](https://xmpp.org/extensions/xep-0176.html#protocol-syntax)
#[doc(alias("XEP-0176", "XEP0176", "0176"))]
#[doc(alias("urn:xmpp:jingle:transports:ice-udp:1"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "transport", derive(Debug, PartialEq, Eq))]
#[xml(new = "A transport without candidates.", with)]
#[non_exhaustive]
pub struct Transport {
    /// The password. SDP: `a=ice-pwd`. Required with candidates.
    #[xml(attribute)]
    pub pwd: Option<Secret<String>>,
    /// The user fragment. SDP: `a=ice-ufrag`. Required with candidates.
    #[xml(attribute)]
    pub ufrag: Option<String>,
    /// The fingerprints of the DTLS certificate, one for each hash function offered.
    #[xml(child, strict)]
    pub fingerprints: Vec<Fingerprint>,
    /// The candidates to try.
    #[xml(child)]
    pub candidates: Vec<Candidate>,
    /// The other party's candidates that are in use, one for each component.
    #[xml(child)]
    pub remote_candidates: Vec<RemoteCandidate>,
    /// The SCTP association for data channels.
    #[xml(child)]
    pub sctp_maps: Vec<SctpMap>,
    /// The predefined data channels.
    #[xml(child)]
    pub channels: Vec<Channel>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A candidate address. SDP: `a=candidate`.
///
/// [XEP-0176 §5.3](https://xmpp.org/extensions/xep-0176.html#protocol-syntax)
#[doc(alias("XEP-0176", "XEP0176", "0176"))]
#[doc(alias("urn:xmpp:jingle:transports:ice-udp:1"))]
#[doc(alias("urn:xmpp:jingle:transports:ice:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = [NS, ice::NS], name = "candidate", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Candidate {
    /// The component, from 1: for RTP, 1 is the media and 2 is RTCP.
    #[xml(attribute)]
    pub component: u16,
    /// The foundation, shared by candidates that are likely to behave alike.
    #[xml(attribute)]
    pub foundation: String,
    /// The number of ICE restarts before, from 0. `None` if not specified.
    #[xml(attribute)]
    pub generation: Option<u32>,
    /// The identifier of the candidate. `None` if there is none.
    #[xml(attribute)]
    pub id: Option<String>,
    /// The address: IPv4, IPv6 or a host name.
    #[xml(attribute)]
    pub ip: String,
    /// The network interface, from 0. `None` if not specified.
    #[xml(attribute)]
    pub network: Option<u32>,
    /// The port.
    #[xml(attribute)]
    pub port: u16,
    /// The priority; higher is better.
    #[xml(attribute)]
    pub priority: u64,
    /// The transport protocol.
    #[xml(attribute)]
    pub protocol: Protocol,
    /// The related address, such as the base of a reflexive candidate. `None` if there is none.
    #[xml(attribute = "rel-addr")]
    pub related_address: Option<String>,
    /// The related port. `None` if there is none.
    #[xml(attribute = "rel-port")]
    pub related_port: Option<u16>,
    /// How a TCP candidate connects (RFC 6544). Defined in [XEP-0371](https://xmpp.org/extensions/xep-0371.html), but sent in
    /// this transport, too. SDP: `tcptype`. `None` for UDP.
    #[xml(attribute = "tcptype")]
    pub tcp_type: Option<TcpType>,
    /// The type of the candidate.
    #[xml(attribute = "type")]
    pub kind: CandidateKind,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Candidate {
    /// A UDP candidate of the first generation.
    #[must_use]
    pub fn new(
        id: &str,
        kind: CandidateKind,
        component: u16,
        foundation: &str,
        priority: u64,
        ip: &str,
        port: u16,
    ) -> Self {
        Self {
            component,
            foundation: foundation.into(),
            generation: Some(0),
            id: Some(id.into()),
            ip: ip.into(),
            network: None,
            port,
            priority,
            protocol: Protocol::Udp,
            related_address: None,
            related_port: None,
            tcp_type: None,
            kind,
            extra: Extra::new(),
        }
    }
}

/// A candidate of the other party that is in use. SDP: `a=remote-candidates`.
///
/// [XEP-0176 §5.7](https://xmpp.org/extensions/xep-0176.html#protocol-acceptance)
#[doc(alias("XEP-0176", "XEP0176", "0176"))]
#[doc(alias("urn:xmpp:jingle:transports:ice-udp:1"))]
#[doc(alias("urn:xmpp:jingle:transports:ice:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = [NS, ice::NS], name = "remote-candidate", derive(Debug, PartialEq, Eq))]
#[xml(new = "The component uses the candidate with this address.")]
#[non_exhaustive]
pub struct RemoteCandidate {
    /// The component, from 1.
    #[xml(attribute)]
    pub component: u16,
    /// The address: IPv4, IPv6 or a host name.
    #[xml(attribute)]
    pub ip: String,
    /// The port.
    #[xml(attribute)]
    pub port: u16,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The transport protocol of a candidate; case-insensitive as in SDP (RFC 8839), where it is `UDP`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[xml(ignore_case)]
#[non_exhaustive]
pub enum Protocol {
    /// `udp`
    Udp,
    /// `tcp` (RFC 6544); not defined by this transport itself.
    Tcp,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// The type of a candidate; case-insensitive as in SDP (RFC 8839).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[xml(ignore_case)]
#[non_exhaustive]
pub enum CandidateKind {
    /// `host`: an address of the party.
    Host,
    /// `prflx`: an address that the other party sees.
    #[xml(token = "prflx")]
    PeerReflexive,
    /// `relay`: an address of a relay.
    Relay,
    /// `srflx`: an address that a server sees.
    #[xml(token = "srflx")]
    ServerReflexive,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// How a TCP candidate connects ([RFC 6544 §4.5](https://www.rfc-editor.org/rfc/rfc6544#section-4.5)); case-insensitive as
/// in SDP.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[xml(ignore_case)]
#[non_exhaustive]
pub enum TcpType {
    /// `active`: it opens connections.
    Active,
    /// `passive`: it accepts connections.
    Passive,
    /// `so`: both parties open one simultaneously.
    #[xml(token = "so")]
    SimultaneousOpen,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}
