//! UDP on the path that ICE finds.
//!
//! [XEP-0176, Jingle ICE-UDP Transport Method](https://xmpp.org/extensions/xep-0176.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Extra, OtherToken, Xml};

use crate::data_channels::{Channel, SctpMap};
use crate::dtls::Fingerprint;
use crate::ice;

/// The namespace.
pub const NS: &str = "urn:xmpp:jingle:transports:ice-udp:1";

/// A party's side of the transport: how to talk to it, or what was agreed on.
///
/// [XEP-0176 §5.3](https://xmpp.org/extensions/xep-0176.html#protocol-syntax)
#[doc(alias("XEP-0176", "XEP0176", "0176"))]
#[doc(alias("urn:xmpp:jingle:transports:ice-udp:1"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "transport")]
#[xml(new = "A transport that says nothing yet.", with)]
#[non_exhaustive]
pub struct Transport {
    /// The password. SDP: `a=ice-pwd`. There must be one where there are candidates.
    #[xml(attribute)]
    pub pwd: Option<String>,
    /// The user fragment. SDP: `a=ice-ufrag`. There must be one where there are candidates.
    #[xml(attribute)]
    pub ufrag: Option<String>,
    /// The certificate that DTLS will show, by every hash function that is offered.
    #[xml(child, strict)]
    pub fingerprints: Vec<Fingerprint>,
    /// The addresses to try.
    #[xml(child)]
    pub candidates: Vec<Candidate>,
    /// The candidates of the other party that are in use, one for each component.
    #[xml(child)]
    pub remote_candidates: Vec<RemoteCandidate>,
    /// The SCTP association for data channels.
    #[xml(child)]
    pub sctp_maps: Vec<SctpMap>,
    /// The data channels that are known beforehand.
    #[xml(child)]
    pub channels: Vec<Channel>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// An address to try. SDP: `a=candidate`.
///
/// [XEP-0176 §5.3](https://xmpp.org/extensions/xep-0176.html#protocol-syntax)
#[doc(alias("XEP-0176", "XEP0176", "0176"))]
#[doc(alias("urn:xmpp:jingle:transports:ice-udp:1"))]
#[doc(alias("urn:xmpp:jingle:transports:ice:0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = [NS, ice::NS], name = "candidate")]
#[non_exhaustive]
pub struct Candidate {
    /// The component that it is for, from 1: of RTP, 1 is for the media and 2 for RTCP.
    #[xml(attribute)]
    pub component: u16,
    /// What it has in common with candidates that are likely to fare alike.
    #[xml(attribute)]
    pub foundation: String,
    /// How often ICE was started anew before, from 0; absent where that is not told.
    #[xml(attribute)]
    pub generation: Option<u32>,
    /// What its sender calls it; absent where it has no name.
    #[xml(attribute)]
    pub id: Option<String>,
    /// The address: IPv4, IPv6 or a host name.
    #[xml(attribute)]
    pub ip: String,
    /// The network interface, from 0; absent where that is not told.
    #[xml(attribute)]
    pub network: Option<u32>,
    /// The port.
    #[xml(attribute)]
    pub port: u16,
    /// The more, the better.
    #[xml(attribute)]
    pub priority: u64,
    /// What to talk.
    #[xml(attribute)]
    pub protocol: Protocol,
    /// The address that this one leads to; absent where there is none.
    #[xml(attribute = "rel-addr")]
    pub related_address: Option<String>,
    /// The port that this one leads to; absent where there is none.
    #[xml(attribute = "rel-port")]
    pub related_port: Option<u16>,
    /// How a candidate for TCP connects (RFC 6544), which is of [XEP-0371](https://xmpp.org/extensions/xep-0371.html)
    /// and is sent in this transport, too. SDP: `tcptype`. `None` for UDP.
    #[xml(attribute = "tcptype")]
    pub tcp_type: Option<TcpType>,
    /// Whose address it is.
    #[xml(attribute = "type")]
    pub kind: CandidateKind,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Candidate {
    /// A candidate for UDP of the first generation.
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
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = [NS, ice::NS], name = "remote-candidate")]
#[xml(new = "The component uses the candidate of this address.")]
#[non_exhaustive]
pub struct RemoteCandidate {
    /// The component that uses it, from 1.
    #[xml(attribute)]
    pub component: u16,
    /// The address: IPv4, IPv6 or a host name.
    #[xml(attribute)]
    pub ip: String,
    /// The port.
    #[xml(attribute)]
    pub port: u16,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What to talk to a candidate; as in SDP (RFC 8839), where it is `UDP`, case does not matter.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[xml(ignore_case)]
#[non_exhaustive]
pub enum Protocol {
    /// `udp`
    Udp,
    /// `tcp` (RFC 6544), which this transport leaves to other specifications.
    Tcp,
    /// Something else.
    #[xml(other)]
    Other(OtherToken),
}

/// Whose address a candidate is; as in SDP (RFC 8839), case does not matter.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[xml(ignore_case)]
#[non_exhaustive]
pub enum CandidateKind {
    /// `host`: that of the party.
    Host,
    /// `prflx`: one that the other party sees.
    #[xml(token = "prflx")]
    PeerReflexive,
    /// `relay`: that of a relay.
    Relay,
    /// `srflx`: one that a server sees.
    #[xml(token = "srflx")]
    ServerReflexive,
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}

/// How a candidate for TCP connects ([RFC 6544 §4.5](https://www.rfc-editor.org/rfc/rfc6544#section-4.5)); as in SDP, case
/// does not matter.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[xml(ignore_case)]
#[non_exhaustive]
pub enum TcpType {
    /// `active`: it opens connections.
    Active,
    /// `passive`: it takes connections.
    Passive,
    /// `so`: both parties open one at the same time.
    #[xml(token = "so")]
    SimultaneousOpen,
    /// In another way.
    #[xml(other)]
    Other(OtherToken),
}
