//! TCP, straight or through a SOCKS5 proxy.
//!
//! [XEP-0260, Jingle SOCKS5 Bytestreams Transport Method](https://xmpp.org/extensions/xep-0260.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_xml::{Extra, OtherToken, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:jingle:transports:s5b:1";

/// A party's side of the transport: where it can be reached, or what came of trying to reach the other.
///
/// [XEP-0260 §2.2](https://xmpp.org/extensions/xep-0260.html#exchange)
#[doc(alias("XEP-0260", "XEP0260", "0260"))]
#[doc(alias("urn:xmpp:jingle:transports:s5b:1"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "transport")]
#[xml(
    new = "The bytestream `sid`, over TCP, of which nothing is told yet.",
    with
)]
#[non_exhaustive]
pub struct Transport {
    /// What to ask the sender's proxies for: the SHA-1, in hexadecimal, of `sid` and the addresses of the sender and
    /// of the other party. Absent where the sender has no proxies, or leaves that to be computed.
    #[xml(attribute)]
    pub dstaddr: Option<String>,
    /// What the bytes travel over; absent for TCP.
    #[xml(attribute, default)]
    pub mode: Mode,
    /// Which bytestream.
    #[xml(attribute)]
    pub sid: String,
    /// Where the sender can be reached.
    #[xml(child)]
    pub candidates: Vec<Candidate>,
    /// The proxy that is ready; absent if this is not about that.
    #[xml(child, strict)]
    pub activated: Option<Activated>,
    /// The candidate that the sender could connect to; absent if this is not about that.
    #[xml(child, strict)]
    pub candidate_used: Option<CandidateUsed>,
    /// Whether the sender tells that it could connect to no candidate.
    #[xml(flag = "candidate-error")]
    pub candidate_error: bool,
    /// Whether the sender tells that it could not connect to the proxy.
    #[xml(flag = "proxy-error")]
    pub proxy_error: bool,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Where a party can be reached.
///
/// [XEP-0260 §2.2](https://xmpp.org/extensions/xep-0260.html#exchange)
#[doc(alias("XEP-0260", "XEP0260", "0260"))]
#[doc(alias("urn:xmpp:jingle:transports:s5b:1"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "candidate")]
#[xml(new = "A candidate.", parameters = [cid, kind, priority, jid, host, port], with)]
#[non_exhaustive]
pub struct Candidate {
    /// What its sender calls it.
    #[xml(attribute)]
    pub cid: String,
    /// The address: IPv4, IPv6 or a host name.
    #[xml(attribute)]
    pub host: String,
    /// Who is there: the party, or a proxy.
    #[xml(attribute)]
    pub jid: Jid,
    /// The port; absent for that of SOCKS, 1080.
    #[xml(attribute, strict)]
    pub port: Option<u16>,
    /// The more, the better: 65536 × the preference of the kind (0 to 127) + that of the interface (0 to 65535).
    #[xml(attribute)]
    pub priority: u32,
    /// How it is reached; absent for [`CandidateKind::Direct`].
    #[xml(attribute = "type", default)]
    pub kind: CandidateKind,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The candidate that a party could connect to.
///
/// [XEP-0260 §2.3](https://xmpp.org/extensions/xep-0260.html#connect)
#[doc(alias("XEP-0260", "XEP0260", "0260"))]
#[doc(alias("urn:xmpp:jingle:transports:s5b:1"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "candidate-used")]
#[xml(new = "The candidate of this name.")]
#[non_exhaustive]
pub struct CandidateUsed {
    /// What the other party calls it.
    #[xml(attribute)]
    pub cid: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The proxy that is ready.
///
/// [XEP-0260 §2.4](https://xmpp.org/extensions/xep-0260.html#complete)
#[doc(alias("XEP-0260", "XEP0260", "0260"))]
#[doc(alias("urn:xmpp:jingle:transports:s5b:1"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "activated")]
#[xml(new = "The proxy of this name.")]
#[non_exhaustive]
pub struct Activated {
    /// What its sender calls the candidate.
    #[xml(attribute)]
    pub cid: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What the bytes travel over.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Mode {
    /// `tcp`
    #[default]
    Tcp,
    /// `udp`
    Udp,
    /// Something else.
    #[xml(other)]
    Other(OtherToken),
}

/// How a candidate is reached.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum CandidateKind {
    /// `assisted`: straight, with the help of NAT-PMP, UPnP or the like.
    Assisted,
    /// `direct`: straight.
    #[default]
    Direct,
    /// `proxy`: through a SOCKS5 relay.
    Proxy,
    /// `tunnel`: through Teredo or the like.
    Tunnel,
    /// In another way.
    #[xml(other)]
    Other(OtherToken),
}
