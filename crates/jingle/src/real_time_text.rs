//! The text of a call, written, spoken or translated, and its synchronization with audio and video.
//!
//! [XEP-0517, Jingle Synchronized Real-Time Text](https://xmpp.org/extensions/xep-0517.html)

use alloc::string::String;

use xmpp_xml::{Extra, OtherToken, Xml};

/// The namespace, which is also the feature of an entity that supports this.
pub const NS: &str = "urn:xmpp:jingle:apps:rtt-sync:0";

/// The feature of an entity that supports T.140 over RTP.
pub const FEATURE_RTP: &str = "urn:xmpp:jingle:apps:rtt-sync:rtp-t140:0";

/// The feature of an entity that supports T.140 over a data channel.
pub const FEATURE_DATA_CHANNEL: &str = "urn:xmpp:jingle:apps:rtt-sync:dc-t140:0";

/// The role of the text of a content, and its synchronization.
///
/// [XEP-0517 §7](https://xmpp.org/extensions/xep-0517.html#format)
#[doc(alias("XEP-0517", "XEP0517", "0517"))]
#[doc(alias("urn:xmpp:jingle:apps:rtt-sync:0", "rtt-sync"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "rtt-sync", derive(Debug, PartialEq, Eq))]
#[xml(new = "Text of this role, synchronized in this way.", parameters = [role, sync_mode], with)]
#[non_exhaustive]
pub struct Synchronization {
    /// Whether the text can still change. `None` if not specified.
    #[xml(attribute)]
    pub finality: Option<Finality>,
    /// The maximum skew between text and media when displayed, in milliseconds. `None` if not specified.
    #[xml(attribute = "max-skew")]
    pub max_skew: Option<u32>,
    /// The role of the text.
    #[xml(attribute)]
    pub role: Role,
    /// The source of the text. `None` if not specified: then it must not be displayed as that of a human.
    #[xml(attribute)]
    pub source: Option<Source>,
    /// The synchronization with audio and video.
    #[xml(attribute = "sync-mode")]
    pub sync_mode: SyncMode,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Real-time text over a data channel.
///
/// [XEP-0517 §9](https://xmpp.org/extensions/xep-0517.html#dc-t140)
#[doc(alias("XEP-0517", "XEP0517", "0517"))]
#[doc(alias("urn:xmpp:jingle:apps:rtt-sync:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "description", derive(Debug, PartialEq, Eq))]
#[xml(new = "A content without parameters.", with)]
#[non_exhaustive]
pub struct Description {
    /// The profile of the protocol: `dc-t140`. `None` if not specified.
    #[xml(attribute)]
    pub profile: Option<Profile>,
    /// The data channel. `None` if not specified.
    #[xml(child)]
    pub data_channel: Option<DataChannel>,
    /// The role and synchronization of the text. `None` if not specified: then it is not synchronized.
    #[xml(child)]
    pub synchronization: Option<Synchronization>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The data channel for the text.
///
/// [XEP-0517 §9](https://xmpp.org/extensions/xep-0517.html#dc-t140)
#[doc(alias("XEP-0517", "XEP0517", "0517"))]
#[doc(alias("urn:xmpp:jingle:apps:rtt-sync:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "datachannel", derive(Debug, PartialEq, Eq))]
#[xml(new = "A channel without parameters.", with)]
#[non_exhaustive]
pub struct DataChannel {
    /// The label of the channel. `None` if not specified.
    #[xml(attribute)]
    pub label: Option<String>,
    /// The order of messages: `in-order`. `None` if not specified.
    #[xml(attribute)]
    pub order: Option<String>,
    /// The reliability of delivery: `reliable`. `None` if not specified.
    #[xml(attribute)]
    pub reliability: Option<String>,
    /// The subprotocol: `t140` (RFC 8865). `None` if not specified.
    #[xml(attribute)]
    pub subprotocol: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In a message: announces that the text of a call is sent in another way, because the call cannot carry it.
///
/// [XEP-0517 §11](https://xmpp.org/extensions/xep-0517.html#fallback)
#[doc(alias("XEP-0517", "XEP0517", "0517"))]
#[doc(alias("urn:xmpp:jingle:apps:rtt-sync:0", "rtt-fallback"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "rtt-fallback", derive(Debug, PartialEq, Eq))]
#[xml(new = "A fallback for the session with this identifier.", with)]
#[non_exhaustive]
pub struct Fallback {
    /// The other way: `xep-0301`. `None` if not specified.
    #[xml(attribute)]
    pub method: Option<String>,
    /// The reason: `peer-unsupported`. `None` if not specified.
    #[xml(attribute)]
    pub reason: Option<String>,
    /// The session that the text belongs to. Accept text only from its other party.
    #[xml(attribute)]
    pub sid: String,
    /// The synchronization from now on. `None` means that there is none.
    #[xml(attribute = "sync-mode")]
    pub sync_mode: Option<SyncMode>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A profile of the protocol.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Profile {
    /// `dc-t140`: T.140 over a data channel.
    #[xml(token = "dc-t140")]
    DataChannel,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// The role of text.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Role {
    /// `conversation`: written by a party.
    Conversation,
    /// `caption`: of current speech.
    Caption,
    /// `transcript`: of earlier speech.
    Transcript,
    /// `translation`: of current speech.
    Translation,
    /// `interpreter`: written by an interpreter.
    Interpreter,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// The source of text.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Source {
    /// `human`: written by a person.
    Human,
    /// `asr`: automatic speech recognition.
    #[xml(token = "asr")]
    SpeechRecognition,
    /// `captioner`: written by a captioner.
    Captioner,
    /// `interpreter`: written by an interpreter.
    Interpreter,
    /// `translation`: translated.
    Translation,
    /// `system`: generated by the system.
    System,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// The synchronization of text with audio and video.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum SyncMode {
    /// `media-clock`: the clock of the media.
    MediaClock,
    /// `session-clock`: a clock of the session.
    SessionClock,
    /// `co-session`: only the same session.
    CoSession,
    /// `none`: not synchronized.
    None,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// Whether text can still change.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Finality {
    /// `partial`: it can change.
    Partial,
    /// `final`: it cannot change.
    Final,
    /// `mixed`: some of it can change.
    Mixed,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}
