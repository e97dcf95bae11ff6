//! RTCP feedback from the receivers of media to their senders.
//!
//! [XEP-0293, Jingle RTP Feedback Negotiation](https://xmpp.org/extensions/xep-0293.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Extra, OtherToken, Xml};

use super::Parameter;

/// The namespace.
pub const NS: &str = "urn:xmpp:jingle:apps:rtp:rtcp-fb:0";

/// A type of feedback message. SDP: `a=rtcp-fb` (RFC 4585).
///
/// [XEP-0293 §3](https://xmpp.org/extensions/xep-0293.html#elements)
#[doc(alias("XEP-0293", "XEP0293", "0293"))]
#[doc(alias("urn:xmpp:jingle:apps:rtp:rtcp-fb:0", "rtcp-fb"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "rtcp-fb", derive(Debug, PartialEq, Eq))]
#[xml(new = "Feedback of this kind.", with)]
#[non_exhaustive]
pub struct Feedback {
    /// The kind of feedback.
    #[xml(attribute = "type")]
    pub kind: FeedbackKind,
    /// The subtype, such as `pli`. `None` if the kind alone determines the message.
    #[xml(attribute)]
    pub subtype: Option<String>,
    /// Further parameters.
    #[xml(child)]
    pub parameters: Vec<Parameter>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The minimum interval between regular RTCP reports. SDP: `a=rtcp-fb:* trr-int`.
///
/// [XEP-0293 §3](https://xmpp.org/extensions/xep-0293.html#elements)
#[doc(alias("XEP-0293", "XEP0293", "0293"))]
#[doc(alias("urn:xmpp:jingle:apps:rtp:rtcp-fb:0", "rtcp-fb-trr-int"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "rtcp-fb-trr-int", derive(Debug, PartialEq, Eq))]
#[xml(new = "An interval of this many milliseconds.")]
#[non_exhaustive]
pub struct RegularInterval {
    /// The minimum interval in milliseconds.
    #[xml(attribute)]
    pub value: u32,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A kind of feedback, as registered with the [SDP parameters]; case-insensitive as in SDP (RFC 4585).
///
/// [SDP parameters]: https://www.iana.org/assignments/sdp-parameters
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[xml(ignore_case)]
#[non_exhaustive]
pub enum FeedbackKind {
    /// `ack`: positive acknowledgement.
    Ack,
    /// `app`: application-specific feedback.
    App,
    /// `ccm`: codec control messages (RFC 5104).
    Ccm,
    /// `nack`: negative acknowledgement.
    Nack,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}
