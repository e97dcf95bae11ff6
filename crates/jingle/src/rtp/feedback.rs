//! What receivers of media tell their senders over RTCP.
//!
//! [XEP-0293, Jingle RTP Feedback Negotiation](https://xmpp.org/extensions/xep-0293.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_xml::{Extra, OtherToken, Xml};

use super::Parameter;

/// The namespace.
pub const NS: &str = "urn:xmpp:jingle:apps:rtp:rtcp-fb:0";

/// A message that is told back. SDP: `a=rtcp-fb` (RFC 4585).
///
/// [XEP-0293 §3](https://xmpp.org/extensions/xep-0293.html#elements)
#[doc(alias("XEP-0293", "XEP0293", "0293"))]
#[doc(alias("urn:xmpp:jingle:apps:rtp:rtcp-fb:0", "rtcp-fb"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "rtcp-fb")]
#[xml(new = "This sort of message, whichever.", with)]
#[non_exhaustive]
pub struct Feedback {
    /// What sort of message.
    #[xml(attribute = "type")]
    pub kind: FeedbackKind,
    /// Which of that sort, such as `pli`; absent where the sort says all.
    #[xml(attribute)]
    pub subtype: Option<String>,
    /// What else there is to know.
    #[xml(child)]
    pub parameters: Vec<Parameter>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// How often regular RTCP reports are sent at most. SDP: `a=rtcp-fb:* trr-int`.
///
/// [XEP-0293 §3](https://xmpp.org/extensions/xep-0293.html#elements)
#[doc(alias("XEP-0293", "XEP0293", "0293"))]
#[doc(alias("urn:xmpp:jingle:apps:rtp:rtcp-fb:0", "rtcp-fb-trr-int"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "rtcp-fb-trr-int")]
#[xml(new = "At least so many milliseconds.")]
#[non_exhaustive]
pub struct RegularInterval {
    /// The least time between two of them, in milliseconds.
    #[xml(attribute)]
    pub value: u32,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A sort of feedback, as in the registry of [SDP parameters]; as in SDP (RFC 4585), case does not matter.
///
/// [SDP parameters]: https://www.iana.org/assignments/sdp-parameters
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[xml(ignore_case)]
#[non_exhaustive]
pub enum FeedbackKind {
    /// `ack`: what has arrived.
    Ack,
    /// `app`: what the application likes.
    App,
    /// `ccm`: control of the encoding (RFC 5104).
    Ccm,
    /// `nack`: what has not arrived.
    Nack,
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}
