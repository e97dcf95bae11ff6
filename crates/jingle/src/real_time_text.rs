//! Text of a call, as it is written, spoken or translated, and how it is synchronized with audio and video.
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

/// What the text of a content is, and how it is synchronized.
///
/// [XEP-0517 §7](https://xmpp.org/extensions/xep-0517.html#format)
#[doc(alias("XEP-0517", "XEP0517", "0517"))]
#[doc(alias("urn:xmpp:jingle:apps:rtt-sync:0", "rtt-sync"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "rtt-sync")]
#[xml(new = "Text of this role, synchronized in this way.", parameters = [role, sync_mode], with)]
#[non_exhaustive]
pub struct Synchronization {
    /// Whether the text can still change. `None` if unstated.
    #[xml(attribute)]
    pub finality: Option<Finality>,
    /// How far the text may be from audio and video when it is shown, in milliseconds. `None` if unstated.
    #[xml(attribute = "max-skew")]
    pub max_skew: Option<u32>,
    /// What the text is for.
    #[xml(attribute)]
    pub role: Role,
    /// Who or what makes the text. `None` if unstated: then it is not to be shown as that of a human.
    #[xml(attribute)]
    pub source: Option<Source>,
    /// How the text is synchronized with audio and video.
    #[xml(attribute = "sync-mode")]
    pub sync_mode: SyncMode,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A content of text over a data channel.
///
/// [XEP-0517 §9](https://xmpp.org/extensions/xep-0517.html#dc-t140)
#[doc(alias("XEP-0517", "XEP0517", "0517"))]
#[doc(alias("urn:xmpp:jingle:apps:rtt-sync:0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "description")]
#[xml(new = "A content of which nothing is said yet.", with)]
#[non_exhaustive]
pub struct Description {
    /// Which profile of the protocol: `dc-t140`. `None` if unstated.
    #[xml(attribute)]
    pub profile: Option<Profile>,
    /// The data channel. `None` if unstated.
    #[xml(child)]
    pub data_channel: Option<DataChannel>,
    /// What the text is. `None` if unstated: then it is not synchronized.
    #[xml(child)]
    pub synchronization: Option<Synchronization>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The data channel that text comes by.
///
/// [XEP-0517 §9](https://xmpp.org/extensions/xep-0517.html#dc-t140)
#[doc(alias("XEP-0517", "XEP0517", "0517"))]
#[doc(alias("urn:xmpp:jingle:apps:rtt-sync:0"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "datachannel")]
#[xml(new = "A channel of which nothing is said yet.", with)]
#[non_exhaustive]
pub struct DataChannel {
    /// The label of the channel. `None` if unstated.
    #[xml(attribute)]
    pub label: Option<String>,
    /// The order of messages: `in-order`. `None` if unstated.
    #[xml(attribute)]
    pub order: Option<String>,
    /// Whether messages can get lost: `reliable`. `None` if unstated.
    #[xml(attribute)]
    pub reliability: Option<String>,
    /// The subprotocol: `t140` (RFC 8865). `None` if unstated.
    #[xml(attribute)]
    pub subprotocol: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In a message: the text of a call comes in another way, because the call cannot carry it.
///
/// [XEP-0517 §11](https://xmpp.org/extensions/xep-0517.html#fallback)
#[doc(alias("XEP-0517", "XEP0517", "0517"))]
#[doc(alias("urn:xmpp:jingle:apps:rtt-sync:0", "rtt-fallback"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "rtt-fallback")]
#[xml(new = "For the session of this identifier.", with)]
#[non_exhaustive]
pub struct Fallback {
    /// The other way: `xep-0301`. `None` if unstated.
    #[xml(attribute)]
    pub method: Option<String>,
    /// Why: `peer-unsupported`. `None` if unstated.
    #[xml(attribute)]
    pub reason: Option<String>,
    /// The session that the text belongs to. Its other party is whom it may come from.
    #[xml(attribute)]
    pub sid: String,
    /// How the text is synchronized now. `None` means that it is not.
    #[xml(attribute = "sync-mode")]
    pub sync_mode: Option<SyncMode>,
    /// What this type does not name, in place.
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
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}

/// What text is for.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Role {
    /// `conversation`: a party writes it.
    Conversation,
    /// `caption`: it is what is said.
    Caption,
    /// `transcript`: it is what was said.
    Transcript,
    /// `translation`: it is what is said, in another language.
    Translation,
    /// `interpreter`: an interpreter writes it.
    Interpreter,
    /// Something else.
    #[xml(other)]
    Other(OtherToken),
}

/// Who or what makes text.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Source {
    /// `human`: a person writes it.
    Human,
    /// `asr`: a program recognizes speech.
    #[xml(token = "asr")]
    SpeechRecognition,
    /// `captioner`: a captioner writes it.
    Captioner,
    /// `interpreter`: an interpreter writes it.
    Interpreter,
    /// `translation`: it is translated.
    Translation,
    /// `system`: the system says it.
    System,
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}

/// How text is synchronized with audio and video.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum SyncMode {
    /// `media-clock`: they have the same clock.
    MediaClock,
    /// `session-clock`: it has times of a clock of the session.
    SessionClock,
    /// `co-session`: it belongs to the same session, no more.
    CoSession,
    /// `none`: it is not.
    None,
    /// In another way.
    #[xml(other)]
    Other(OtherToken),
}

/// Whether text can still change.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Finality {
    /// `partial`: it can.
    Partial,
    /// `final`: it cannot.
    Final,
    /// `mixed`: some of it can.
    Mixed,
    /// Something else.
    #[xml(other)]
    Other(OtherToken),
}
