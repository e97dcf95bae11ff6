//! Sessions: what two parties say to each other to set up, change and end one.
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

/// One step in the life of a session.
///
/// [XEP-0166 §7.1](https://xmpp.org/extensions/xep-0166.html#def-jingle)
#[doc(alias("XEP-0166", "XEP0166", "0166"))]
#[doc(alias("urn:xmpp:jingle:1"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "jingle")]
#[xml(new = "An action on the session `sid`, without contents.", with)]
#[non_exhaustive]
pub struct Jingle {
    /// Which step it is.
    #[xml(attribute)]
    pub action: Action,
    /// Who began the session. To be heeded in a [`Action::SessionInitiate`] only; absent where it is the sender.
    #[xml(attribute)]
    pub initiator: Option<Jid>,
    /// Who answers. To be heeded in a [`Action::SessionAccept`] only; absent where it is the sender.
    #[xml(attribute)]
    pub responder: Option<Jid>,
    /// Which session: the name that the initiator made up for it.
    #[xml(attribute)]
    pub sid: String,
    /// The contents that the action is about. There may be several, and none.
    #[xml(child)]
    pub contents: Vec<Content>,
    /// Why. Any action may have a reason; [`Action::SessionTerminate`] should.
    #[xml(child)]
    pub reason: Option<Reason>,
    /// How the contents belong together.
    #[xml(child)]
    pub groups: Vec<Group>,
    /// The conference in a room that the session belongs to. `None` if it is between the two parties alone.
    ///
    /// It is so only if the initiator takes part in the conference (XEP-0272 §3).
    #[xml(child, strict)]
    pub muji: Option<Muji>,
    /// What is told by the way. A [`Action::SessionInfo`] without any asks whether the session is alive.
    #[xml(child, strict)]
    pub payloads: Vec<Payload>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Jingle {
    /// An action on the same session, without contents.
    #[must_use]
    pub fn reply(&self, action: Action) -> Self {
        Self::new(action, &self.sid)
    }

    /// What ends the same session, for that reason.
    #[must_use]
    pub fn terminate(&self, reason: Reason) -> Self {
        Self {
            reason: Some(reason),
            ..self.reply(Action::SessionTerminate)
        }
    }

    /// The answer that accepts everything offered here, but for the transports.
    ///
    /// It has the contents with their descriptions, and the groups. What the other party offered beyond one's own
    /// abilities is to be taken out, and [`Content::set_transport`] to give each content one's own transport.
    /// A content for another use than the session itself ([`Content::disposition`]) is not part of the answer to a
    /// [`Action::SessionInitiate`].
    ///
    /// `None` where nothing is offered: for all actions but [`Action::SessionInitiate`], [`Action::ContentAdd`] and
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

    /// The content of this creator and name: the two identify it in a session.
    #[must_use]
    pub fn content(&self, creator: &Creator, name: &str) -> Option<&Content> {
        self.contents
            .iter()
            .find(|content| content.creator == *creator && content.name == name)
    }

    /// As [`content`](Self::content), to be changed.
    #[must_use]
    pub fn content_mut(&mut self, creator: &Creator, name: &str) -> Option<&mut Content> {
        self.contents
            .iter_mut()
            .find(|content| content.creator == *creator && content.name == name)
    }
}

/// One thing that is exchanged in a session, such as its audio or one file: what it is and how it travels.
///
/// [XEP-0166 §7.3](https://xmpp.org/extensions/xep-0166.html#def-content)
#[doc(alias("XEP-0166", "XEP0166", "0166"))]
#[doc(alias("urn:xmpp:jingle:1", "urn:xmpp:jingle:muji:0"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = [NS, muji::NS], name = "content")]
#[xml(
    new = "A content without parts, which is enough to speak of one that is known.",
    with
)]
#[non_exhaustive]
pub struct Content {
    /// Which party added it to the session, whoever speaks of it now.
    #[xml(attribute)]
    pub creator: Creator,
    /// What its creator calls it.
    #[xml(attribute)]
    pub name: String,
    /// What it is for; absent for the session itself.
    #[xml(attribute, default)]
    pub disposition: Disposition,
    /// Who sends; absent for [`Senders::Both`], which is also the default of `Senders`.
    #[xml(attribute)]
    pub senders: Option<Senders>,
    /// What it is made of: [`description`](Self::description), [`transport`](Self::transport) and
    /// [`security`](Self::security) find the usual parts, which may be in any namespace.
    #[xml(child)]
    pub parts: Vec<Part>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Content {
    /// What is exchanged; absent where the action is not about that.
    #[must_use]
    pub fn description(&self) -> Option<&Description> {
        self.parts.iter().find_map(|part| match part {
            Part::Description(description) => Some(description),
            _ => None,
        })
    }

    /// As [`description`](Self::description), to be changed.
    #[must_use]
    pub fn description_mut(&mut self) -> Option<&mut Description> {
        self.parts.iter_mut().find_map(|part| match part {
            Part::Description(description) => Some(description),
            _ => None,
        })
    }

    /// Whether long and short headers may be mixed in its packets, as its description or the content itself tells.
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

    /// Sets what is exchanged, in the place of the description before if there is one.
    pub fn set_description(&mut self, description: Description) {
        self.set(Part::Description(description));
    }

    /// How it travels; absent where the action is not about that.
    #[must_use]
    pub fn transport(&self) -> Option<&Transport> {
        self.parts.iter().find_map(|part| match part {
            Part::Transport(transport) => Some(transport),
            _ => None,
        })
    }

    /// As [`transport`](Self::transport), to be changed.
    #[must_use]
    pub fn transport_mut(&mut self) -> Option<&mut Transport> {
        self.parts.iter_mut().find_map(|part| match part {
            Part::Transport(transport) => Some(transport),
            _ => None,
        })
    }

    /// Sets how it travels, in the place of the transport before if there is one.
    pub fn set_transport(&mut self, transport: Transport) {
        self.set(Part::Transport(transport));
    }

    /// What must be secured before anything is exchanged; absent where nothing must.
    ///
    /// [XEP-0166 §9](https://xmpp.org/extensions/xep-0166.html#preconditions)
    #[must_use]
    pub fn security(&self) -> Option<&RawElement> {
        self.parts.iter().find_map(|part| match part {
            Part::Security(security) => Some(security),
            _ => None,
        })
    }

    /// Sets what must be secured, in the place of what had to be before if there is something.
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
/// Its local name says what it is, its namespace which kind of that.
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum Part {
    /// A `description`: what is exchanged.
    #[xml(name = "description")]
    Description(Description),
    /// A `transport`: how it travels.
    #[xml(name = "transport")]
    Transport(Transport),
    /// A `security`: what must be secured first.
    #[xml(name = "security")]
    Security(RawElement),
    /// That headers may be mixed, of which the [description](rtp::Description::allows_mixed_headers) should tell.
    AllowMixedHeaders(rtp::header_extensions::AllowMixed),
    /// Something else.
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

/// What is exchanged.
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum Description {
    /// Audio, video or other media over RTP.
    Rtp(rtp::Description),
    /// A file.
    FileTransfer(file_transfer::Description),
    /// An XML stream.
    XmlStream(xml_stream::Description),
    /// Text over a data channel.
    RealTimeText(real_time_text::Description),
    /// Something else.
    Other(RawElement),
}

/// How something travels.
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum Transport {
    /// Over UDP, on the path that ICE finds.
    IceUdp(ice_udp::Transport),
    /// Over UDP or TCP, on the path that ICE finds.
    Ice(ice::Transport),
    /// Over UDP, from address to address.
    RawUdp(raw_udp::Transport),
    /// Over TCP, straight or through a SOCKS5 proxy.
    Socks5(socks5::Transport),
    /// Over the stream itself.
    InBand(in_band::Transport),
    /// By messages that edit a document.
    SharedEditing(shared_editing::Transport),
    /// By telepathy.
    Telepathy(telepathy::Transport),
    /// In another way.
    Other(RawElement),
}

/// Why an action is taken.
///
/// [XEP-0166 §7.4](https://xmpp.org/extensions/xep-0166.html#def-reason)
#[doc(alias("XEP-0166", "XEP0166", "0166"))]
#[doc(alias("urn:xmpp:jingle:1"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "reason")]
#[non_exhaustive]
pub struct Reason {
    /// The reason for programs. There must be one; absent in a reason that breaks this rule.
    #[xml(child)]
    pub condition: Option<Condition>,
    /// The reason for people; absent where nothing is said to them.
    #[xml(child_text = "text")]
    pub text: Option<String>,
    /// What the application or the transport adds to the condition.
    #[xml(child)]
    pub details: Vec<Detail>,
    /// What this type does not name, in place.
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

    /// There is another session already, which should be used.
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

/// A reason for programs.
///
/// [XEP-0166 §7.4](https://xmpp.org/extensions/xep-0166.html#def-reason)
#[doc(alias("XEP-0166", "XEP0166", "0166"))]
#[doc(alias("urn:xmpp:jingle:1", "alternative-session", "busy", "cancel"))]
#[doc(alias("connectivity-error", "decline", "expired"))]
#[doc(alias("failed-application", "failed-transport", "general-error"))]
#[doc(alias("gone", "incompatible-parameters", "media-error"))]
#[doc(alias("security-error", "success", "timeout"))]
#[doc(alias("unsupported-applications", "unsupported-transports"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS)]
#[xml(new = "This one.", with)]
#[non_exhaustive]
pub struct Condition {
    /// Which: the name of the element.
    #[xml(name)]
    pub kind: ConditionKind,
    /// With [`ConditionKind::AlternativeSession`], the session to be used; absent where that is not told.
    #[xml(child_text = "sid")]
    pub sid: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What an application or a transport adds to a [`Condition`].
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum Detail {
    /// Something is wrong with the encryption of media.
    Rtp(rtp::errors::Error),
    /// Something is wrong with a file.
    FileTransfer(file_transfer::errors::Error),
    /// Something else.
    Other(RawElement),
}

/// What one party tells the other by the way.
///
/// [XEP-0166 §6.8](https://xmpp.org/extensions/xep-0166.html#session-info)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum Payload {
    /// The state of a call.
    Rtp(rtp::info::Info),
    /// The hash of a file that is being sent.
    Checksum(Box<file_transfer::Checksum>),
    /// That a file has arrived.
    Received(file_transfer::Received),
    /// That headers may be mixed, of which the [descriptions](rtp::Description::allows_mixed_headers) should tell.
    AllowMixedHeaders(rtp::header_extensions::AllowMixed),
    /// Something else.
    Other(RawElement),
}

/// A step in the life of a session.
///
/// [XEP-0166 §7.2](https://xmpp.org/extensions/xep-0166.html#def-action)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Action {
    /// `content-accept`: takes the contents that were added.
    ContentAccept,
    /// `content-add`: adds contents.
    ContentAdd,
    /// `content-modify`: changes who sends.
    ContentModify,
    /// `content-reject`: refuses the contents that were added.
    ContentReject,
    /// `content-remove`: takes contents away.
    ContentRemove,
    /// `description-info`: hints at the parameters of a content.
    DescriptionInfo,
    /// `security-info`: negotiates what must be secured.
    SecurityInfo,
    /// `session-accept`: answers the call.
    SessionAccept,
    /// `session-info`: tells something by the way, or asks whether the session is alive.
    SessionInfo,
    /// `session-initiate`: begins a session.
    SessionInitiate,
    /// `session-terminate`: ends it.
    SessionTerminate,
    /// `transport-accept`: takes the transport that was proposed.
    TransportAccept,
    /// `transport-info`: tells a candidate, or something else about the transport.
    TransportInfo,
    /// `transport-reject`: refuses the transport that was proposed.
    TransportReject,
    /// `transport-replace`: proposes another transport.
    TransportReplace,
    /// Another. It is to be answered with `bad-request`.
    #[xml(other)]
    Other(OtherToken),
}

/// A party of a session.
///
/// [XEP-0166 §7.3](https://xmpp.org/extensions/xep-0166.html#def-content)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Creator {
    /// `initiator`: who began the session.
    Initiator,
    /// `responder`: who was asked to take part.
    Responder,
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}

/// Who of the parties sends.
///
/// [XEP-0166 §7.3](https://xmpp.org/extensions/xep-0166.html#def-content)
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Senders {
    /// `both`
    #[default]
    Both,
    /// `initiator`: who began the session.
    Initiator,
    /// `none`: nobody.
    None,
    /// `responder`: who was asked to take part.
    Responder,
    /// Somebody else.
    #[xml(other)]
    Other(OtherToken),
}

/// What a content is for, as in the registry of [content dispositions].
///
/// [content dispositions]: https://www.iana.org/assignments/cont-disp
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Disposition {
    /// `session`: for the session itself.
    #[default]
    Session,
    /// `early-session`: for before it is accepted, such as a ringing tone.
    EarlySession,
    /// Something else.
    #[xml(other)]
    Other(OtherToken),
}

/// A reason for an action.
///
/// [XEP-0166 §7.4](https://xmpp.org/extensions/xep-0166.html#def-reason)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum ConditionKind {
    /// `alternative-session`: there is a session already, which should be used.
    AlternativeSession,
    /// `busy`: the party cannot take the call.
    Busy,
    /// `cancel`: the initiator takes the request back.
    Cancel,
    /// `connectivity-error`: the connection is at fault.
    ConnectivityError,
    /// `decline`: the party does not want the session.
    Decline,
    /// `expired`: the session has lasted as long as it may.
    Expired,
    /// `failed-application`: the application could not be set up.
    FailedApplication,
    /// `failed-transport`: the transport found no way.
    FailedTransport,
    /// `general-error`: the application failed for no reason in particular.
    GeneralError,
    /// `gone`: the party goes away.
    Gone,
    /// `incompatible-parameters`: the kind of application is supported, but not with these parameters.
    IncompatibleParameters,
    /// `media-error`: processing the media is at fault.
    MediaError,
    /// `security-error`: local policy does not allow it.
    SecurityError,
    /// `success`: all went well.
    Success,
    /// `timeout`: a request was not answered in time.
    Timeout,
    /// `unsupported-applications`: no kind of application that was offered is supported.
    UnsupportedApplications,
    /// `unsupported-transports`: no transport that was offered is supported.
    UnsupportedTransports,
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}
