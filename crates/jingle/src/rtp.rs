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
use xmpp_xml::{Extra, OtherToken, Secret, Xml};

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

/// A medium, with its parameters. SDP: `m=`.
///
/// [XEP-0167 §4](https://xmpp.org/extensions/xep-0167.html#format)
#[doc(alias("XEP-0167", "XEP0167", "0167"))]
#[doc(alias("urn:xmpp:jingle:apps:rtp:1"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "description", derive(Debug, PartialEq, Eq))]
#[xml(new = "A medium without encodings.", with)]
#[non_exhaustive]
pub struct Description {
    /// The type of the medium.
    #[xml(attribute)]
    pub media: Media,
    /// The synchronization source of the stream (RFC 3550). `None` if not specified.
    #[xml(attribute)]
    pub ssrc: Option<u32>,
    /// The possible encodings, in order of preference.
    #[xml(child)]
    pub payload_types: Vec<PayloadType>,
    /// Whether RTP and RTCP may share a port (RFC 5761). SDP: `a=rtcp-mux`.
    #[xml(flag = "rtcp-mux")]
    pub is_rtcp_multiplexed: bool,
    /// The encryption of the media by SRTP. `None` if not required, or if DTLS-SRTP is used.
    #[xml(child, strict)]
    pub encryption: Option<Encryption>,
    /// The allowed or preferred bandwidth. `None` if not specified.
    #[xml(child)]
    pub bandwidth: Option<Bandwidth>,
    /// The RTCP feedback messages for all encodings.
    #[xml(child)]
    pub feedback: Vec<Feedback>,
    /// The minimum interval between regular RTCP reports, for all encodings. `None` if not specified.
    #[xml(child)]
    pub regular_interval: Option<RegularInterval>,
    /// The extensions of RTP headers.
    #[xml(child)]
    pub header_extensions: Vec<HeaderExtension>,
    /// Whether one-byte and two-byte header extensions may be mixed (RFC 8285). SDP: `a=extmap-allow-mixed`.
    #[xml(flag = "extmap-allow-mixed", namespace = header_extensions::NS)]
    pub allows_mixed_headers: bool,
    /// The groups of sources.
    #[xml(child)]
    pub source_groups: Vec<SourceGroup>,
    /// The sources of the stream.
    #[xml(child)]
    pub sources: Vec<Source>,
    /// Thumbnails of the media
    /// ([XEP-0264](https://xmpp.org/extensions/xep-0264.html)).
    #[xml(child)]
    pub thumbnails: Vec<Thumbnail>,
    /// The content of the medium, to distinguish several videos.
    #[xml(child)]
    pub categories: Vec<Category>,
    /// The role and synchronization of a text medium
    /// ([XEP-0517](https://xmpp.org/extensions/xep-0517.html)). `None` if not specified: then it is plain T.140.
    #[xml(child)]
    pub synchronization: Option<Box<Synchronization>>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// An encoding. SDP: `a=rtpmap`, `a=fmtp`, `a=ptime`.
///
/// [XEP-0167 §4](https://xmpp.org/extensions/xep-0167.html#format)
#[doc(alias("XEP-0167", "XEP0167", "0167"))]
#[doc(alias("urn:xmpp:jingle:apps:rtp:1"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "payload-type", derive(Debug, PartialEq, Eq))]
#[xml(new = "The encoding with this number, name and clock rate in hertz.", parameters = [id, name, clockrate], with)]
#[non_exhaustive]
pub struct PayloadType {
    /// The number of channels. `None` means one.
    #[xml(attribute)]
    pub channels: Option<u8>,
    /// The clock rate in hertz. `None` if the id implies it, or if not specified.
    #[xml(attribute)]
    pub clockrate: Option<u32>,
    /// The payload type number: below 96 as assigned by RFC 3551, from 96 to 127 defined by [`name`](Self::name).
    #[xml(attribute)]
    pub id: u8,
    /// The maximum duration of a packet, in milliseconds. `None` if not specified.
    #[xml(attribute)]
    pub maxptime: Option<u32>,
    /// The name of the encoding: a subtype of the medium. `None` if the id implies it.
    #[xml(attribute)]
    pub name: Option<String>,
    /// The duration of a packet, in milliseconds. `None` if not specified.
    #[xml(attribute)]
    pub ptime: Option<u32>,
    /// The parameters of the encoding; their order has no meaning.
    #[xml(child)]
    pub parameters: Vec<Parameter>,
    /// The RTCP feedback messages for this encoding.
    #[xml(child)]
    pub feedback: Vec<Feedback>,
    /// The minimum interval between regular RTCP reports with this encoding. `None` if not specified.
    #[xml(child)]
    pub regular_interval: Option<RegularInterval>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl PayloadType {
    /// The value of the first parameter with this name; empty if it has no value. `None` if there is no such parameter.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<&str> {
        let found = self.parameters.iter().find(|p| p.name == name)?;
        Some(found.value.as_deref().unwrap_or_default())
    }
}

/// A parameter of an encoding or of one of its extensions, in the namespace of what it belongs to.
///
/// [XEP-0167 §4](https://xmpp.org/extensions/xep-0167.html#format)
#[doc(alias("XEP-0167", "XEP0167", "0167"))]
#[doc(alias("urn:xmpp:jingle:apps:rtp:1"))]
#[doc(alias("urn:xmpp:jingle:apps:rtp:rtcp-fb:0"))]
#[doc(alias("urn:xmpp:jingle:apps:rtp:rtp-hdrext:0"))]
#[doc(alias("urn:xmpp:jingle:apps:rtp:ssma:0"))]
#[derive(Clone, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = [NS, feedback::NS, header_extensions::NS, sources::NS], name = "parameter")]
#[xml(new = "The parameter with this name and value.", parameters = [name, value], with)]
#[non_exhaustive]
pub struct Parameter {
    /// The name; case-sensitive. Empty for parameters without a name in SDP, such as the events of
    /// `a=fmtp:101 0-15`.
    #[xml(attribute, default)]
    pub name: String,
    /// The value. `None` if the parameter has only a name.
    #[xml(attribute)]
    pub value: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The encryption of media by SRTP.
///
/// [XEP-0167 §7](https://xmpp.org/extensions/xep-0167.html#srtp)
#[doc(alias("XEP-0167", "XEP0167", "0167"))]
#[doc(alias("urn:xmpp:jingle:apps:rtp:1"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "encryption", derive(Debug, PartialEq, Eq))]
#[xml(new = "Optional encryption, without methods yet.", with)]
#[non_exhaustive]
pub struct Encryption {
    /// Whether encryption is required. Defaults to `false`.
    #[xml(attribute = "required", default, strict)]
    pub is_required: bool,
    /// The offered methods, or the selected one.
    #[xml(child, strict)]
    pub cryptos: Vec<Crypto>,
    /// The hashes of ZRTP Hello messages.
    #[xml(child, strict)]
    pub zrtp_hashes: Vec<ZrtpHash>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// An encryption method. SDP: `a=crypto` (RFC 4568).
///
/// [XEP-0167 §7](https://xmpp.org/extensions/xep-0167.html#srtp)
#[doc(alias("XEP-0167", "XEP0167", "0167"))]
#[doc(alias("urn:xmpp:jingle:apps:rtp:1"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "crypto", derive(Debug, PartialEq, Eq))]
#[xml(new = "An encryption method with these algorithms and keys.", parameters = [tag, crypto_suite, key_params], with)]
#[non_exhaustive]
pub struct Crypto {
    /// The algorithms.
    #[xml(attribute = "crypto-suite")]
    pub crypto_suite: String,
    /// The keys.
    #[xml(attribute = "key-params")]
    pub key_params: Secret<String>,
    /// Further SRTP session parameters. `None` if there are none.
    #[xml(attribute = "session-params")]
    pub session_params: Option<String>,
    /// The identifier of the method: a decimal number.
    #[xml(attribute)]
    pub tag: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The allowed or preferred bandwidth. SDP: `b=`.
///
/// [XEP-0167 §4](https://xmpp.org/extensions/xep-0167.html#format)
#[doc(alias("XEP-0167", "XEP0167", "0167"))]
#[doc(alias("urn:xmpp:jingle:apps:rtp:1"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "bandwidth", derive(Debug, PartialEq, Eq))]
#[xml(new = "A bandwidth of this kind.")]
#[non_exhaustive]
pub struct Bandwidth {
    /// The kind.
    #[xml(attribute = "type")]
    pub kind: BandwidthKind,
    /// The bandwidth, in the unit of its kind: kilobits per second for [`BandwidthKind::ApplicationSpecific`].
    #[xml(text)]
    pub value: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The type of a medium, as in SDP.
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
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// A kind of bandwidth, as registered with the [SDP parameters].
///
/// [SDP parameters]: https://www.iana.org/assignments/sdp-parameters
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum BandwidthKind {
    /// `AS`: the session, in kilobits per second (RFC 8866).
    #[xml(token = "AS")]
    ApplicationSpecific,
    /// `CT`: the whole conference, in kilobits per second (RFC 8866).
    #[xml(token = "CT")]
    ConferenceTotal,
    /// `RR`: RTCP of receivers, in bits per second (RFC 3556).
    #[xml(token = "RR")]
    RtcpReceivers,
    /// `RS`: RTCP of senders, in bits per second (RFC 3556).
    #[xml(token = "RS")]
    RtcpSenders,
    /// `TIAS`: the media without transport overhead, in bits per second (RFC 3890).
    #[xml(token = "TIAS")]
    TransportIndependent,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}
