//! SOCKS5 bytestreams as a Jingle transport: TCP, direct or through a proxy.
//!
//! [XEP-0260, Jingle SOCKS5 Bytestreams Transport Method](https://xmpp.org/extensions/xep-0260.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_xml::{Extra, OtherToken, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:jingle:transports:s5b:1";

/// A party's side of the transport: its candidates, or the result of connecting to those of the other.
///
/// [XEP-0260 §2.2](https://xmpp.org/extensions/xep-0260.html#exchange)
#[doc(alias("XEP-0260", "XEP0260", "0260"))]
#[doc(alias("urn:xmpp:jingle:transports:s5b:1"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "transport", derive(Debug, PartialEq, Eq))]
#[xml(new = "The bytestream `sid`, over TCP, without candidates.", with)]
#[non_exhaustive]
pub struct Transport {
    /// The destination to request from the sender's proxies: the SHA-1, in hexadecimal, of `sid` and the JIDs of the sender and
    /// the other party. `None` if the sender has no proxies, or leaves the computation to the recipient.
    #[xml(attribute)]
    pub dstaddr: Option<String>,
    /// The transport protocol. Defaults to TCP.
    #[xml(attribute, default)]
    pub mode: Mode,
    /// The session identifier of the bytestream.
    #[xml(attribute)]
    pub sid: String,
    /// The sender's candidates.
    #[xml(child)]
    pub candidates: Vec<Candidate>,
    /// The proxy that has been activated. `None` if not applicable.
    #[xml(child, strict)]
    pub activated: Option<Activated>,
    /// The candidate that the sender connected to. `None` if not applicable.
    #[xml(child, strict)]
    pub candidate_used: Option<CandidateUsed>,
    /// Whether the sender could not connect to any candidate.
    #[xml(flag = "candidate-error")]
    pub candidate_error: bool,
    /// Whether the sender could not connect to the proxy.
    #[xml(flag = "proxy-error")]
    pub proxy_error: bool,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A candidate: an address of a party or its proxy.
///
/// [XEP-0260 §2.2](https://xmpp.org/extensions/xep-0260.html#exchange)
#[doc(alias("XEP-0260", "XEP0260", "0260"))]
#[doc(alias("urn:xmpp:jingle:transports:s5b:1"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "candidate", derive(Debug, PartialEq, Eq))]
#[xml(new = "A candidate.", parameters = [cid, kind, priority, jid, host, port], with)]
#[non_exhaustive]
pub struct Candidate {
    /// The identifier of the candidate.
    #[xml(attribute)]
    pub cid: String,
    /// The address: IPv4, IPv6 or a host name.
    #[xml(attribute)]
    pub host: String,
    /// The JID at this address: the party's, or that of a proxy.
    #[xml(attribute)]
    pub jid: Jid,
    /// The port. `None` means the SOCKS port, 1080.
    #[xml(attribute, strict)]
    pub port: Option<u16>,
    /// The priority; higher is better: 65536 × the preference of the type (0 to 127) + the local preference (0 to 65535).
    #[xml(attribute)]
    pub priority: u32,
    /// The type. Defaults to [`CandidateKind::Direct`].
    #[xml(attribute = "type", default)]
    pub kind: CandidateKind,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The candidate that a party connected to.
///
/// [XEP-0260 §2.3](https://xmpp.org/extensions/xep-0260.html#connect)
#[doc(alias("XEP-0260", "XEP0260", "0260"))]
#[doc(alias("urn:xmpp:jingle:transports:s5b:1"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "candidate-used", derive(Debug, PartialEq, Eq))]
#[xml(new = "The candidate with this identifier.")]
#[non_exhaustive]
pub struct CandidateUsed {
    /// The identifier that the other party gave it.
    #[xml(attribute)]
    pub cid: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The proxy that has been activated.
///
/// [XEP-0260 §2.4](https://xmpp.org/extensions/xep-0260.html#complete)
#[doc(alias("XEP-0260", "XEP0260", "0260"))]
#[doc(alias("urn:xmpp:jingle:transports:s5b:1"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "activated", derive(Debug, PartialEq, Eq))]
#[xml(new = "The proxy with this identifier.")]
#[non_exhaustive]
pub struct Activated {
    /// The identifier of the candidate.
    #[xml(attribute)]
    pub cid: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The transport protocol.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Mode {
    /// `tcp`
    #[default]
    Tcp,
    /// `udp`
    Udp,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// The type of a candidate.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum CandidateKind {
    /// `assisted`: direct, with the help of NAT-PMP, UPnP or the like.
    Assisted,
    /// `direct`: direct.
    #[default]
    Direct,
    /// `proxy`: through a SOCKS5 relay.
    Proxy,
    /// `tunnel`: through Teredo or the like.
    Tunnel,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}
