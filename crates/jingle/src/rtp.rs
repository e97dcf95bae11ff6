//! Audio, video and other media over RTP.
//!
//! [XEP-0167, Jingle RTP Sessions](https://xmpp.org/extensions/xep-0167.html)

pub mod category;
pub mod errors;
pub mod feedback;
pub mod header_extensions;
pub mod info;
pub mod sources;
pub mod zrtp;

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use xmpp_vocabulary::thumbnails::Thumbnail;
use xmpp_xml::{Extra, OtherToken, Xml};

use self::category::Category;
use self::feedback::{Feedback, RegularInterval};
use self::header_extensions::HeaderExtension;
use self::sources::{Source, SourceGroup};
use self::zrtp::ZrtpHash;
use crate::real_time_text::Synchronization;

/// The namespace.
pub const NS: &str = "urn:xmpp:jingle:apps:rtp:1";

/// The feature of an entity that supports audio.
pub const FEATURE_AUDIO: &str = "urn:xmpp:jingle:apps:rtp:audio";

/// The feature of an entity that supports video.
pub const FEATURE_VIDEO: &str = "urn:xmpp:jingle:apps:rtp:video";

/// One medium. SDP: `m=`, with what belongs to it.
///
/// [XEP-0167 §4](https://xmpp.org/extensions/xep-0167.html#format)
#[doc(alias("XEP-0167", "XEP0167", "0167"))]
#[doc(alias("urn:xmpp:jingle:apps:rtp:1"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "description")]
#[xml(new = "A medium without encodings.", with)]
#[non_exhaustive]
pub struct Description {
    /// Which medium.
    #[xml(attribute)]
    pub media: Media,
    /// The synchronization source of the stream (RFC 3550); absent where that is not told.
    #[xml(attribute)]
    pub ssrc: Option<u32>,
    /// The encodings that are possible, the best first.
    #[xml(child)]
    pub payload_types: Vec<PayloadType>,
    /// Whether RTP and RTCP may share a port (RFC 5761). SDP: `a=rtcp-mux`.
    #[xml(flag = "rtcp-mux")]
    pub is_rtcp_multiplexed: bool,
    /// How the media may be encrypted; absent where they need not be, or where DTLS sees to that.
    #[xml(child, strict)]
    pub encryption: Option<Encryption>,
    /// The bandwidth that is allowed or preferred; absent where that is not told.
    #[xml(child)]
    pub bandwidth: Option<Bandwidth>,
    /// What is told back about all encodings.
    #[xml(child)]
    pub feedback: Vec<Feedback>,
    /// How often RTCP reports are sent at most, whatever the encoding; absent where that is not told.
    #[xml(child)]
    pub regular_interval: Option<RegularInterval>,
    /// What the headers of packets carry beside the usual.
    #[xml(child)]
    pub header_extensions: Vec<HeaderExtension>,
    /// Whether headers of one byte and of two may be mixed (RFC 8285). SDP: `a=extmap-allow-mixed`.
    #[xml(flag = "extmap-allow-mixed", namespace = header_extensions::NS)]
    pub allows_mixed_headers: bool,
    /// How the sources belong together.
    #[xml(child)]
    pub source_groups: Vec<SourceGroup>,
    /// What the sources of the stream are.
    #[xml(child)]
    pub sources: Vec<Source>,
    /// Small pictures of what there will be to see or to hear
    /// ([XEP-0264](https://xmpp.org/extensions/xep-0264.html)).
    #[xml(child)]
    pub thumbnails: Vec<Thumbnail>,
    /// What the medium shows, to tell one video from another.
    #[xml(child)]
    pub categories: Vec<Category>,
    /// What the text of a medium of text is, and how it is synchronized
    /// ([XEP-0517](https://xmpp.org/extensions/xep-0517.html)). `None` if unstated: then it is plain T.140.
    #[xml(child)]
    pub synchronization: Option<Box<Synchronization>>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// An encoding. SDP: `a=rtpmap`, `a=fmtp`, `a=ptime`.
///
/// [XEP-0167 §4](https://xmpp.org/extensions/xep-0167.html#format)
#[doc(alias("XEP-0167", "XEP0167", "0167"))]
#[doc(alias("urn:xmpp:jingle:apps:rtp:1"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "payload-type")]
#[xml(new = "The encoding of this number, name and clock rate in hertz.", parameters = [id, name, clockrate], with)]
#[non_exhaustive]
pub struct PayloadType {
    /// How many channels there are; absent for one.
    #[xml(attribute)]
    pub channels: Option<u8>,
    /// How often samples are taken, in hertz; absent where the id tells it, or nobody.
    #[xml(attribute)]
    pub clockrate: Option<u32>,
    /// The number of the encoding: below 96 one of RFC 3551, from 96 to 127 what [`name`](Self::name) tells.
    #[xml(attribute)]
    pub id: u8,
    /// How much media a packet may have at most, in milliseconds; absent where that is not told.
    #[xml(attribute)]
    pub maxptime: Option<u32>,
    /// The name of the encoding: a subtype of the medium. Absent where the id tells it.
    #[xml(attribute)]
    pub name: Option<String>,
    /// How much media a packet has, in milliseconds; absent where that is not told.
    #[xml(attribute)]
    pub ptime: Option<u32>,
    /// What there is to know about the encoding; the order means nothing.
    #[xml(child)]
    pub parameters: Vec<Parameter>,
    /// What is told back about this encoding.
    #[xml(child)]
    pub feedback: Vec<Feedback>,
    /// How often RTCP reports are sent at most with this encoding; absent where that is not told.
    #[xml(child)]
    pub regular_interval: Option<RegularInterval>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl PayloadType {
    /// The value of the first parameter of this name, empty for one without a value.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<&str> {
        let found = self.parameters.iter().find(|p| p.name == name)?;
        Some(found.value.as_deref().unwrap_or_default())
    }
}

/// A name and perhaps a value, of an encoding or of one of its extensions. It is in the namespace of what it is about.
///
/// [XEP-0167 §4](https://xmpp.org/extensions/xep-0167.html#format)
#[doc(alias("XEP-0167", "XEP0167", "0167"))]
#[doc(alias("urn:xmpp:jingle:apps:rtp:1"))]
#[doc(alias("urn:xmpp:jingle:apps:rtp:rtcp-fb:0"))]
#[doc(alias("urn:xmpp:jingle:apps:rtp:rtp-hdrext:0"))]
#[doc(alias("urn:xmpp:jingle:apps:rtp:ssma:0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = [NS, feedback::NS, header_extensions::NS, sources::NS], name = "parameter")]
#[xml(new = "This value of that name.", parameters = [name, value], with)]
#[non_exhaustive]
pub struct Parameter {
    /// The name; capitals count. Absent, and here empty, for what SDP gives no name, such as the events of
    /// `a=fmtp:101 0-15`.
    #[xml(attribute, default)]
    pub name: String,
    /// The value; absent where the name is all there is.
    #[xml(attribute)]
    pub value: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// How media may be encrypted by SRTP.
///
/// [XEP-0167 §7](https://xmpp.org/extensions/xep-0167.html#srtp)
#[doc(alias("XEP-0167", "XEP0167", "0167"))]
#[doc(alias("urn:xmpp:jingle:apps:rtp:1"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "encryption")]
#[xml(new = "Encryption that need not be, in no way yet.", with)]
#[non_exhaustive]
pub struct Encryption {
    /// Whether they must be; absent if they need not.
    #[xml(attribute = "required", default, strict)]
    pub is_required: bool,
    /// The ways that are offered, or the one that was chosen.
    #[xml(child, strict)]
    pub cryptos: Vec<Crypto>,
    /// What ZRTP will begin with.
    #[xml(child, strict)]
    pub zrtp_hashes: Vec<ZrtpHash>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A way to encrypt. SDP: `a=crypto` (RFC 4568).
///
/// [XEP-0167 §7](https://xmpp.org/extensions/xep-0167.html#srtp)
#[doc(alias("XEP-0167", "XEP0167", "0167"))]
#[doc(alias("urn:xmpp:jingle:apps:rtp:1"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "crypto")]
#[xml(new = "These algorithms with these keys.", parameters = [tag, crypto_suite, key_params], with)]
#[non_exhaustive]
pub struct Crypto {
    /// The algorithms.
    #[xml(attribute = "crypto-suite")]
    pub crypto_suite: String,
    /// The keys.
    #[xml(attribute = "key-params")]
    pub key_params: String,
    /// What else SRTP needs to know; absent where that is nothing.
    #[xml(attribute = "session-params")]
    pub session_params: Option<String>,
    /// What the sender calls it: a decimal number.
    #[xml(attribute)]
    pub tag: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The bandwidth that is allowed or preferred. SDP: `b=`.
///
/// [XEP-0167 §4](https://xmpp.org/extensions/xep-0167.html#format)
#[doc(alias("XEP-0167", "XEP0167", "0167"))]
#[doc(alias("urn:xmpp:jingle:apps:rtp:1"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "bandwidth")]
#[xml(new = "So much of that kind.")]
#[non_exhaustive]
pub struct Bandwidth {
    /// What it is the bandwidth of.
    #[xml(attribute = "type")]
    pub kind: BandwidthKind,
    /// How much, in the unit that goes with the kind: kilobits a second for [`BandwidthKind::ApplicationSpecific`].
    #[xml(text)]
    pub value: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A medium, as in SDP.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Media {
    /// `audio`
    Audio,
    /// `video`
    Video,
    /// `text`
    Text,
    /// `application`
    Application,
    /// `message`
    Message,
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}

/// What a bandwidth is that of, as in the registry of [SDP parameters].
///
/// [SDP parameters]: https://www.iana.org/assignments/sdp-parameters
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum BandwidthKind {
    /// `AS`: the session, in kilobits a second (RFC 8866).
    #[xml(token = "AS")]
    ApplicationSpecific,
    /// `CT`: the whole conference, in kilobits a second (RFC 8866).
    #[xml(token = "CT")]
    ConferenceTotal,
    /// `RR`: RTCP of those who only receive, in bits a second (RFC 3556).
    #[xml(token = "RR")]
    RtcpReceivers,
    /// `RS`: RTCP of those who send, in bits a second (RFC 3556).
    #[xml(token = "RS")]
    RtcpSenders,
    /// `TIAS`: the media without transport, in bits a second (RFC 3890).
    #[xml(token = "TIAS")]
    TransportIndependent,
    /// Something else.
    #[xml(other)]
    Other(OtherToken),
}
