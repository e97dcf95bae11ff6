//! ICE transports over UDP or TCP.
//!
//! The [`Candidate`] and [`RemoteCandidate`] are those of [`ice_udp`](crate::ice_udp), in this namespace.
//!
//! [XEP-0371, Jingle ICE Transport Method](https://xmpp.org/extensions/xep-0371.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Extra, Secret, Xml};

use crate::data_channels::{Channel, SctpMap};
use crate::dtls::Fingerprint;
use crate::ice_udp::{Candidate, RemoteCandidate};

/// The namespace.
pub const NS: &str = "urn:xmpp:jingle:transports:ice:0";

/// The feature of an entity that requires all candidates in one message instead of trickling.
///
/// [XEP-0371 §8](https://xmpp.org/extensions/xep-0371.html#support)
pub const FEATURE_OFFER_ANSWER: &str = "urn:ietf:rfc:3264";

/// A party's side of the transport: its candidates, or the ones selected.
///
/// [XEP-0371 §5.3](https://xmpp.org/extensions/xep-0371.html#protocol-syntax)
#[doc(alias("XEP-0371", "XEP0371", "0371"))]
#[doc(alias("urn:xmpp:jingle:transports:ice:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "transport", derive(Debug, PartialEq, Eq))]
#[xml(new = "A transport without candidates.", with)]
#[non_exhaustive]
pub struct Transport {
    /// Whether the party supports RFC 8445 (SDP: `a=ice-options:ice2`). In the first message, `None` means RFC 5245; later, that
    /// the party's support is unchanged.
    #[xml(attribute = "ice2")]
    pub ice2: Option<bool>,
    /// The password. SDP: `a=ice-pwd`. `None` only if there are no candidates.
    #[xml(attribute)]
    pub pwd: Option<Secret<String>>,
    /// The user fragment. SDP: `a=ice-ufrag`. `None` only if there are no candidates.
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
    /// Whether there will be no more candidates. SDP: `a=end-of-candidates`.
    #[xml(flag = "gathering-complete")]
    pub is_gathering_complete: bool,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
