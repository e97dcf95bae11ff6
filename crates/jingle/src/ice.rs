//! Finding a path by ICE, over UDP or TCP.
//!
//! The [`Candidate`] and [`RemoteCandidate`] are those of [`ice_udp`](crate::ice_udp), in this namespace.
//!
//! [XEP-0371, Jingle ICE Transport Method](https://xmpp.org/extensions/xep-0371.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Extra, Xml};

use crate::data_channels::{Channel, SctpMap};
use crate::dtls::Fingerprint;
use crate::ice_udp::{Candidate, RemoteCandidate};

/// The namespace.
pub const NS: &str = "urn:xmpp:jingle:transports:ice:0";

/// The feature of an entity that wants all candidates in one message rather than as they are found.
///
/// [XEP-0371 §8](https://xmpp.org/extensions/xep-0371.html#support)
pub const FEATURE_OFFER_ANSWER: &str = "urn:ietf:rfc:3264";

/// A party's side of the transport: how to reach it, or what was agreed on.
///
/// [XEP-0371 §5.3](https://xmpp.org/extensions/xep-0371.html#protocol-syntax)
#[doc(alias("XEP-0371", "XEP0371", "0371"))]
#[doc(alias("urn:xmpp:jingle:transports:ice:0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "transport")]
#[xml(new = "A transport without candidates.", with)]
#[non_exhaustive]
pub struct Transport {
    /// Whether the party follows RFC 8445 (SDP: `a=ice-options:ice2`). `None` means RFC 5245 at first, and later what
    /// the party said before.
    #[xml(attribute = "ice2")]
    pub ice2: Option<bool>,
    /// The password. SDP: `a=ice-pwd`. `None` only where there are no candidates.
    #[xml(attribute)]
    pub pwd: Option<String>,
    /// The user fragment. SDP: `a=ice-ufrag`. `None` only where there are no candidates.
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
    /// There will be no more candidates. SDP: `a=end-of-candidates`.
    #[xml(flag = "gathering-complete")]
    pub is_gathering_complete: bool,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}
