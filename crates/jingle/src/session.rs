//! Sessions: the actions with which two parties set up, modify and terminate a session.
//!
//! [XEP-0166, Jingle](https://xmpp.org/extensions/xep-0166.html)

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_xml::{Extra, OtherToken, RawElement, Xml};

use crate::grouping::Group;
use crate::muji::{self, Muji};
use crate::{
    file_transfer, ice, ice_udp, in_band, raw_udp, real_time_text, rtp, shared_editing, socks5,
    telepathy, xml_stream,
};

/// The namespace.
pub const NS: &str = "urn:xmpp:jingle:1";

/// An action in a session.
///
/// [XEP-0166 §7.1](https://xmpp.org/extensions/xep-0166.html#def-jingle)
#[doc(alias("XEP-0166", "XEP0166", "0166"))]
#[doc(alias("urn:xmpp:jingle:1"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "jingle", derive(Debug, PartialEq, Eq))]
#[xml(new = "An action on the session `sid`, without contents.", with)]
#[non_exhaustive]
pub struct Jingle {
    /// The action.
    #[xml(attribute)]
    pub action: Action,
    /// The initiator. Only used in an [`Action::SessionInitiate`]; `None` means the sender.
    #[xml(attribute)]
    pub initiator: Option<Jid>,
    /// The responder. Only used in an [`Action::SessionAccept`]; `None` means the sender.
    #[xml(attribute)]
    pub responder: Option<Jid>,
    /// The session identifier, chosen by the initiator.
    #[xml(attribute)]
    pub sid: String,
    /// The contents that the action is about: any number.
    #[xml(child)]
    pub contents: Vec<Content>,
    /// The reason. Allowed in any action; recommended in an [`Action::SessionTerminate`].
    #[xml(child)]
    pub reason: Option<Reason>,
    /// The groups of contents.
    #[xml(child)]
    pub groups: Vec<Group>,
    /// The conference that the session belongs to. `None` if it is between the two parties alone.
    ///
    /// It only does if the initiator takes part in the conference (XEP-0272 §3).
    #[xml(child, strict)]
    pub muji: Option<Muji>,
    /// Informational payloads. An [`Action::SessionInfo`] without any is a session ping.
    #[xml(child, strict)]
    pub payloads: Vec<Payload>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Jingle {
    /// Another action on the same session, without contents.
    #[must_use]
    pub fn reply(&self, action: Action) -> Self {
        Self::new(action, &self.sid)
    }

    /// The termination of the same session, for this reason.
    #[must_use]
    pub fn terminate(&self, reason: Reason) -> Self {
        Self {
            reason: Some(reason),
            ..self.reply(Action::SessionTerminate)
        }
    }

    /// The action that accepts everything offered here, except for the transports.
    ///
    /// It has the contents with their descriptions, and the groups. Remove what is not supported from the descriptions, and
    /// set the own transport of each content with [`Content::set_transport`].
    /// A content with another [disposition](Content::disposition) than `session` is left out of the answer to an
    /// [`Action::SessionInitiate`].
    ///
    /// `None` if nothing is offered: for all actions except [`Action::SessionInitiate`], [`Action::ContentAdd`] and
    /// [`Action::TransportReplace`].
    #[must_use]
    pub fn accept(&self) -> Option<Self> {
        let action = match self.action {
            Action::SessionInitiate => Action::SessionAccept,
            Action::ContentAdd => Action::ContentAccept,
            Action::TransportReplace => Action::TransportAccept,
            _ => return None,
        };
        let is_accepted = |content: &&Content| {
            self.action != Action::SessionInitiate || content.disposition == Disposition::Session
        };
        Some(Self {
            contents: self
                .contents
                .iter()
                .filter(is_accepted)
                .map(Content::without_transport)
                .collect(),
            groups: self.groups.clone(),
            ..self.reply(action)
        })
    }

    /// The content with this creator and name, which together identify it in a session.
    #[must_use]
    pub fn content(&self, creator: &Creator, name: &str) -> Option<&Content> {
        self.contents
            .iter()
            .find(|content| content.creator == *creator && content.name == name)
    }

    /// Like [`content`](Self::content), for modification.
    #[must_use]
    pub fn content_mut(&mut self, creator: &Creator, name: &str) -> Option<&mut Content> {
        self.contents
            .iter_mut()
            .find(|content| content.creator == *creator && content.name == name)
    }
}

/// A content of a session, such as audio or a file: its application and its transport.
///
/// [XEP-0166 §7.3](https://xmpp.org/extensions/xep-0166.html#def-content)
#[doc(alias("XEP-0166", "XEP0166", "0166"))]
#[doc(alias("urn:xmpp:jingle:1", "urn:xmpp:jingle:muji:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = [NS, muji::NS], name = "content", derive(Debug, PartialEq, Eq))]
#[xml(
    new = "A content without parts, which suffices to refer to a known one.",
    with
)]
#[non_exhaustive]
pub struct Content {
    /// The party that added it to the session, regardless of the sender of this action.
    #[xml(attribute)]
    pub creator: Creator,
    /// The name of the content, chosen by its creator.
    #[xml(attribute)]
    pub name: String,
    /// The purpose of the content. Defaults to the session itself.
    #[xml(attribute, default)]
    pub disposition: Disposition,
    /// Who sends. `None` means [`Senders::Both`], which is also the default of `Senders`.
    #[xml(attribute)]
    pub senders: Option<Senders>,
    /// The parts: [`description`](Self::description), [`transport`](Self::transport) and
    /// [`security`](Self::security) find the usual ones, which may be in any namespace.
    #[xml(child)]
    pub parts: Vec<Part>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Content {
    /// The application. `None` if the action does not concern it.
    #[must_use]
    pub fn description(&self) -> Option<&Description> {
        self.parts.iter().find_map(|part| match part {
            Part::Description(description) => Some(description),
            _ => None,
        })
    }

    /// Like [`description`](Self::description), for modification.
    #[must_use]
    pub fn description_mut(&mut self) -> Option<&mut Description> {
        self.parts.iter_mut().find_map(|part| match part {
            Part::Description(description) => Some(description),
            _ => None,
        })
    }

    /// Whether one-byte and two-byte header extensions may be mixed, according to the description or the content itself.
    ///
    /// [XEP-0294 §3](https://xmpp.org/extensions/xep-0294.html#element)
    #[must_use]
    pub fn allows_mixed_headers(&self) -> bool {
        self.parts.iter().any(|part| match part {
            Part::Description(Description::Rtp(rtp)) => rtp.allows_mixed_headers,
            Part::AllowMixedHeaders(_) => true,
            _ => false,
        })
    }

    /// Sets the application, replacing the description if there is one.
    pub fn set_description(&mut self, description: Description) {
        self.set(Part::Description(description));
    }

    /// The transport. `None` if the action does not concern it.
    #[must_use]
    pub fn transport(&self) -> Option<&Transport> {
        self.parts.iter().find_map(|part| match part {
            Part::Transport(transport) => Some(transport),
            _ => None,
        })
    }

    /// Like [`transport`](Self::transport), for modification.
    #[must_use]
    pub fn transport_mut(&mut self) -> Option<&mut Transport> {
        self.parts.iter_mut().find_map(|part| match part {
            Part::Transport(transport) => Some(transport),
            _ => None,
        })
    }

    /// Sets the transport, replacing the previous one if there is one.
    pub fn set_transport(&mut self, transport: Transport) {
        self.set(Part::Transport(transport));
    }

    /// The security precondition. `None` if there is none.
    ///
    /// [XEP-0166 §9](https://xmpp.org/extensions/xep-0166.html#preconditions)
    #[must_use]
    pub fn security(&self) -> Option<&RawElement> {
        self.parts.iter().find_map(|part| match part {
            Part::Security(security) => Some(security),
            _ => None,
        })
    }

    /// Sets the security precondition, replacing the previous one if there is one.
    pub fn set_security(&mut self, security: RawElement) {
        self.set(Part::Security(security));
    }

    fn set(&mut self, part: Part) {
        let rank = part.rank();
        if let Some(old) = self.parts.iter_mut().find(|old| old.rank() == rank) {
            *old = part;
        } else {
            let after = self.parts.iter().position(|other| other.rank() > rank);
            self.parts.insert(after.unwrap_or(self.parts.len()), part);
        }
    }

    fn without_transport(&self) -> Self {
        let mut parts = self.parts.clone();
        parts.retain(|part| matches!(part, Part::Description(_) | Part::AllowMixedHeaders(_)));
        Self {
            disposition: self.disposition.clone(),
            senders: self.senders.clone(),
            parts,
            ..Self::new(self.creator.clone(), &self.name)
        }
    }
}

/// A part of a [`Content`].
///
/// Its local name determines its role, its namespace the kind.
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum Part {
    /// A `description`: the application.
    #[xml(name = "description")]
    Description(Description),
    /// A `transport`: the transport method.
    #[xml(name = "transport")]
    Transport(Transport),
    /// A `security`: the security precondition.
    #[xml(name = "security")]
    Security(RawElement),
    /// Header extensions may be mixed, which belongs in the [description](rtp::Description::allows_mixed_headers).
    AllowMixedHeaders(rtp::header_extensions::AllowMixed),
    /// Any other.
    Other(RawElement),
}

impl Part {
    /// The place among the parts in canonical order.
    const fn rank(&self) -> u8 {
        match self {
            Self::Description(_) => 0,
            Self::Transport(_) => 1,
            Self::Security(_) => 2,
            Self::AllowMixedHeaders(_) | Self::Other(_) => 3,
        }
    }
}

/// The application of a content.
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum Description {
    /// Audio, video or other media over RTP.
    Rtp(rtp::Description),
    /// File transfer.
    FileTransfer(file_transfer::Description),
    /// An XML stream.
    XmlStream(xml_stream::Description),
    /// Real-time text over a data channel.
    RealTimeText(real_time_text::Description),
    /// Any other.
    Other(RawElement),
}

/// The transport of a content.
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum Transport {
    /// ICE over UDP.
    IceUdp(ice_udp::Transport),
    /// ICE over UDP or TCP.
    Ice(ice::Transport),
    /// Raw UDP.
    RawUdp(raw_udp::Transport),
    /// SOCKS5 bytestreams: TCP, direct or through a proxy.
    Socks5(socks5::Transport),
    /// In-band bytestreams.
    InBand(in_band::Transport),
    /// Messages that edit a shared document.
    SharedEditing(shared_editing::Transport),
    /// Telepathy.
    Telepathy(telepathy::Transport),
    /// Any other.
    Other(RawElement),
}

/// The reason for an action.
///
/// [XEP-0166 §7.4](https://xmpp.org/extensions/xep-0166.html#def-reason)
#[doc(alias("XEP-0166", "XEP0166", "0166"))]
#[doc(alias("urn:xmpp:jingle:1"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "reason", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Reason {
    /// The machine-readable condition. Required; `None` in a reason that breaks this rule.
    #[xml(child)]
    pub condition: Option<Condition>,
    /// The human-readable text. `None` if there is none.
    #[xml(child_text = "text")]
    pub text: Option<String>,
    /// The condition specific to the application or transport.
    #[xml(child)]
    pub details: Vec<Detail>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Reason {
    /// This reason, without a text.
    #[must_use]
    pub fn new(kind: ConditionKind) -> Self {
        Self {
            condition: Some(Condition::new(kind)),
            text: None,
            details: Vec::new(),
            extra: Extra::new(),
        }
    }

    /// The reason that another session exists already and should be used.
    #[must_use]
    pub fn alternative_session(sid: &str) -> Self {
        let mut condition = Condition::new(ConditionKind::AlternativeSession);
        condition.sid = Some(sid.into());
        Self {
            condition: Some(condition),
            ..Self::new(ConditionKind::AlternativeSession)
        }
    }
}

/// A machine-readable condition.
///
/// [XEP-0166 §7.4](https://xmpp.org/extensions/xep-0166.html#def-reason)
#[doc(alias("XEP-0166", "XEP0166", "0166"))]
#[doc(alias("urn:xmpp:jingle:1", "alternative-session", "busy", "cancel"))]
#[doc(alias("connectivity-error", "decline", "expired"))]
#[doc(alias("failed-application", "failed-transport", "general-error"))]
#[doc(alias("gone", "incompatible-parameters", "media-error"))]
#[doc(alias("security-error", "success", "timeout"))]
#[doc(alias("unsupported-applications", "unsupported-transports"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, derive(Debug, PartialEq, Eq))]
#[xml(new = "A condition of this kind.", with)]
#[non_exhaustive]
pub struct Condition {
    /// The kind, which is the name of the element.
    #[xml(name)]
    pub kind: ConditionKind,
    /// For [`ConditionKind::AlternativeSession`], the session to use. `None` if not specified.
    #[xml(child_text = "sid")]
    pub sid: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// An application- or transport-specific condition besides a [`Condition`].
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum Detail {
    /// A problem with the encryption of media.
    Rtp(rtp::errors::Error),
    /// A problem with a file.
    FileTransfer(file_transfer::errors::Error),
    /// Any other.
    Other(RawElement),
}

/// An informational payload.
///
/// [XEP-0166 §6.8](https://xmpp.org/extensions/xep-0166.html#session-info)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum Payload {
    /// The state of a call.
    Rtp(rtp::info::Info),
    /// The hash of a file that is being sent.
    Checksum(Box<file_transfer::Checksum>),
    /// A confirmation that a file has been received.
    Received(file_transfer::Received),
    /// Header extensions may be mixed; this element belongs in the [descriptions](rtp::Description::allows_mixed_headers).
    AllowMixedHeaders(rtp::header_extensions::AllowMixed),
    /// Any other.
    Other(RawElement),
}

/// An action in a session.
///
/// [XEP-0166 §7.2](https://xmpp.org/extensions/xep-0166.html#def-action)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Action {
    /// `content-accept`: accepts added contents.
    ContentAccept,
    /// `content-add`: adds contents.
    ContentAdd,
    /// `content-modify`: changes who sends.
    ContentModify,
    /// `content-reject`: rejects added contents.
    ContentReject,
    /// `content-remove`: removes contents.
    ContentRemove,
    /// `description-info`: sends hints about the parameters of a content.
    DescriptionInfo,
    /// `security-info`: negotiates security preconditions.
    SecurityInfo,
    /// `session-accept`: accepts the session.
    SessionAccept,
    /// `session-info`: sends information, or pings the session.
    SessionInfo,
    /// `session-initiate`: requests a session.
    SessionInitiate,
    /// `session-terminate`: terminates the session.
    SessionTerminate,
    /// `transport-accept`: accepts the proposed transport.
    TransportAccept,
    /// `transport-info`: sends candidates or other information about the transport.
    TransportInfo,
    /// `transport-reject`: rejects the proposed transport.
    TransportReject,
    /// `transport-replace`: proposes another transport.
    TransportReplace,
    /// Any other. Answer it with `bad-request`.
    #[xml(other)]
    Other(OtherToken),
}

/// A party of a session.
///
/// [XEP-0166 §7.3](https://xmpp.org/extensions/xep-0166.html#def-content)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Creator {
    /// `initiator`: the party that initiated the session.
    Initiator,
    /// `responder`: the other party.
    Responder,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// Which parties send.
///
/// [XEP-0166 §7.3](https://xmpp.org/extensions/xep-0166.html#def-content)
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Senders {
    /// `both`
    #[default]
    Both,
    /// `initiator`: only the initiator.
    Initiator,
    /// `none`: neither party.
    None,
    /// `responder`: only the responder.
    Responder,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// The purpose of a content, as registered with the [content dispositions].
///
/// [content dispositions]: https://www.iana.org/assignments/cont-disp
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Disposition {
    /// `session`: the session itself.
    #[default]
    Session,
    /// `early-session`: media before the session is accepted, such as a ringing tone.
    EarlySession,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// The reason for an action.
///
/// [XEP-0166 §7.4](https://xmpp.org/extensions/xep-0166.html#def-reason)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum ConditionKind {
    /// `alternative-session`: another session exists already and should be used.
    AlternativeSession,
    /// `busy`: the party is busy.
    Busy,
    /// `cancel`: the initiator cancels the request.
    Cancel,
    /// `connectivity-error`: there are connectivity problems.
    ConnectivityError,
    /// `decline`: the party declines the session.
    Decline,
    /// `expired`: the session has exceeded its time limit.
    Expired,
    /// `failed-application`: setting up the application failed.
    FailedApplication,
    /// `failed-transport`: connecting failed.
    FailedTransport,
    /// `general-error`: the application failed for an unspecified reason.
    GeneralError,
    /// `gone`: the party is going away.
    Gone,
    /// `incompatible-parameters`: the application is supported, but not these parameters.
    IncompatibleParameters,
    /// `media-error`: processing the media failed.
    MediaError,
    /// `security-error`: local policy forbids it.
    SecurityError,
    /// `success`: the session has ended normally.
    Success,
    /// `timeout`: a request was not answered in time.
    Timeout,
    /// `unsupported-applications`: none of the offered applications is supported.
    UnsupportedApplications,
    /// `unsupported-transports`: none of the offered transports is supported.
    UnsupportedTransports,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}
