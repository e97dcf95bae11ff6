//! WebRTC data channels: SCTP over DTLS over ICE.
//!
//! [XEP-0343, Signaling WebRTC datachannels in Jingle](https://xmpp.org/extensions/xep-0343.html)

use alloc::string::String;

use xmpp_xml::{Extra, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:jingle:transports:dtls-sctp:1";

/// The namespace of a [`Channel`].
pub const NS_CHANNEL: &str = "urn:xmpp:jingle:transports:webrtc-datachannel:0";

/// The SCTP association. SDP: `a=sctpmap`, or `a=sctp-port` (RFC 8841).
///
/// [XEP-0343 §4.2](https://xmpp.org/extensions/xep-0343.html#protocol-syntax)
#[doc(alias("XEP-0343", "XEP0343", "0343"))]
#[doc(alias("urn:xmpp:jingle:transports:dtls-sctp:1"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "sctpmap", derive(Debug, PartialEq, Eq))]
#[xml(new = "An association with this port and protocol.", with)]
#[non_exhaustive]
pub struct SctpMap {
    /// The SCTP port, usually 5000. (The table of the XEP calls it `port`, its schema and examples do not.)
    #[xml(attribute = "number")]
    pub port: u16,
    /// The protocol over SCTP: `webrtc-datachannel`.
    #[xml(attribute)]
    pub protocol: String,
    /// The maximum number of incoming streams. `None` if not specified.
    #[xml(attribute)]
    pub streams: Option<u32>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A channel with properties negotiated out of band: those of `RTCDataChannelInit` in WebRTC.
///
/// [XEP-0343 §4.2](https://xmpp.org/extensions/xep-0343.html#protocol-syntax)
#[doc(alias("XEP-0343", "XEP0343", "0343"))]
#[doc(alias("urn:xmpp:jingle:transports:webrtc-datachannel:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS_CHANNEL, name = "channel", derive(Debug, PartialEq, Eq))]
#[xml(new = "A reliable, ordered channel.", with)]
#[non_exhaustive]
pub struct Channel {
    /// The stream identifier. `None` leaves the choice to the implementation.
    #[xml(attribute)]
    pub id: Option<u16>,
    /// The maximum time for retransmitting a message, in milliseconds. `None` means no limit.
    #[xml(attribute = "maxPacketLifeTime", strict)]
    pub max_packet_life_time: Option<u16>,
    /// The maximum number of retransmissions of a message. `None` means no limit.
    #[xml(attribute = "maxRetransmits", strict)]
    pub max_retransmits: Option<u16>,
    /// Whether the application negotiates the channel, so that it is not announced in band. Defaults to `false`.
    #[xml(attribute = "negotiated", default)]
    pub is_negotiated: bool,
    /// Whether messages arrive in order; see [`is_ordered`](Self::is_ordered). `None` means yes.
    #[xml(attribute)]
    pub ordered: Option<bool>,
    /// The subprotocol. `None` if there is none.
    #[xml(attribute)]
    pub protocol: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Channel {
    /// Whether messages arrive in order, which is the default.
    #[must_use]
    pub fn is_ordered(&self) -> bool {
        self.ordered.unwrap_or(true)
    }

    /// Whether delivery is reliable: retransmission is not limited.
    #[must_use]
    pub const fn is_reliable(&self) -> bool {
        self.max_packet_life_time.is_none() && self.max_retransmits.is_none()
    }
}
