//! Stream management: who has sent a stanza learns whether the other side has taken it, and a stream that broke goes on on
//! another connection.
//!
//! Each element here is at the top level of a stream, or nested in those of [`sasl2`](crate::sasl2) and
//! [`bind2`](crate::bind2). None of them is a stanza, so none is counted; [`Inbound`] and [`Outbound`] do the counting.
//!
//! `urn:xmpp:sm:2`, which some software still speaks, differs in the namespace and in
//! [`stanzas`](Enable::stanzas), so [`Version`] is a field: an answer has that of what it answers.
//!
//! [XEP-0198, Stream Management](https://xmpp.org/extensions/xep-0198.html)

mod counting;

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_core_stanzas::{Condition, DefinedCondition, ErrorText};
use xmpp_xml::{Extra, Xml, trim};

pub use counting::{ImpossibleCount, Inbound, Outbound};

/// The namespace of version 3.
pub const NS: &str = "urn:xmpp:sm:3";

/// The namespace of version 2.
pub const NS_2: &str = "urn:xmpp:sm:2";

/// The version of the protocol, which is the namespace.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Version {
    /// `urn:xmpp:sm:3`, of 2011 and today.
    #[default]
    #[xml(token = "urn:xmpp:sm:3")]
    Three,
    /// `urn:xmpp:sm:2`, of 2009.
    #[xml(token = "urn:xmpp:sm:2")]
    Two,
}

/// Among the features of a stream: stream management can be enabled, or a stream resumed. A server may offer both versions.
///
/// In [`sasl2::Inline`](crate::sasl2::Inline): a stream can be resumed as part of authentication.
///
/// [XEP-0198 §2](https://xmpp.org/extensions/xep-0198.html#feature),
/// [§9.2](https://xmpp.org/extensions/xep-0198.html#inline-resume)
#[doc(alias("XEP-0198", "XEP0198", "0198"))]
#[doc(alias("urn:xmpp:sm:3", "urn:xmpp:sm:2", "sm"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(name = "sm")]
#[non_exhaustive]
pub struct Feature {
    /// The version that is offered.
    #[xml(namespace)]
    pub version: Version,
    /// Said to be voluntary, which it always is; servers of earlier editions say so.
    #[xml(flag = "optional")]
    pub optional: bool,
    /// Said to be mandatory, by servers of earlier editions.
    #[xml(flag = "required")]
    pub required: bool,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Enables stream management. The client starts its [`Outbound`] count when it sends this, and sends it once only.
///
/// [XEP-0198 §3](https://xmpp.org/extensions/xep-0198.html#enable)
#[doc(alias("XEP-0198", "XEP0198", "0198"))]
#[doc(alias("urn:xmpp:sm:3", "urn:xmpp:sm:2"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(name = "enable", with)]
#[non_exhaustive]
pub struct Enable {
    /// The version.
    #[xml(namespace)]
    pub version: Version,
    /// For how long the client would like to be able to resume the stream, in seconds, from 1. `None` leaves that to the
    /// server.
    #[xml(attribute)]
    pub max: Option<u64>,
    /// Whether the client wants to be able to resume the stream.
    #[xml(attribute, default)]
    pub resume: bool,
    /// In version 2, after how many stanzas at most an acknowledgement is asked for. `None` leaves it open; version 3 has
    /// nothing of the kind.
    #[xml(attribute)]
    pub stanzas: Option<u32>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Stream management is enabled: the answer to [`Enable`]. The server starts its [`Outbound`] count when it sends this.
///
/// [XEP-0198 §3](https://xmpp.org/extensions/xep-0198.html#enable)
#[doc(alias("XEP-0198", "XEP0198", "0198"))]
#[doc(alias("urn:xmpp:sm:3", "urn:xmpp:sm:2"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(name = "enabled", with)]
#[non_exhaustive]
pub struct Enabled {
    /// The version.
    #[xml(namespace)]
    pub version: Version,
    /// What to name the stream by when it is resumed. `None` where it cannot be. Servers send one at times without
    /// letting the stream be resumed: [`resumption_id`](Self::resumption_id) looks at both.
    #[xml(attribute)]
    pub id: Option<String>,
    /// Where the server would like the client to connect for a resumption: a host, perhaps with a port, as it is spelt.
    /// [`reconnect_to`](Self::reconnect_to) takes it apart. `None` leaves it to the usual rules.
    #[xml(attribute)]
    pub location: Option<String>,
    /// For how long the stream can be resumed, in seconds, from 1. `None` when the server does not say, which promises
    /// nothing.
    #[xml(attribute)]
    pub max: Option<u64>,
    /// Whether the stream can be resumed.
    #[xml(attribute, default)]
    pub resume: bool,
    /// In version 2, as [`Enable::stanzas`].
    #[xml(attribute)]
    pub stanzas: Option<u32>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Asks the other side to acknowledge what it has handled. It must answer with an [`Ack`].
///
/// [XEP-0198 §4](https://xmpp.org/extensions/xep-0198.html#acking)
#[doc(alias("XEP-0198", "XEP0198", "0198"))]
#[doc(alias("urn:xmpp:sm:3", "urn:xmpp:sm:2", "r"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(name = "r")]
#[non_exhaustive]
pub struct Request {
    /// The version.
    #[xml(namespace)]
    pub version: Version,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Acknowledges stanzas: the answer to a [`Request`], or sent without one, which is a good thing to do before a stream is
/// closed.
///
/// [XEP-0198 §4](https://xmpp.org/extensions/xep-0198.html#acking)
#[doc(alias("XEP-0198", "XEP0198", "0198"))]
#[doc(alias("urn:xmpp:sm:3", "urn:xmpp:sm:2", "a"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(name = "a")]
#[non_exhaustive]
pub struct Ack {
    /// The version.
    #[xml(namespace)]
    pub version: Version,
    /// How many stanzas whoever sends this has handled since stream management was enabled, modulo 2³².
    #[xml(attribute)]
    pub h: u32,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Asks that a stream which broke goes on on this one: after authentication, in place of resource binding.
///
/// [XEP-0198 §5](https://xmpp.org/extensions/xep-0198.html#resumption)
#[doc(alias("XEP-0198", "XEP0198", "0198"))]
#[doc(alias("urn:xmpp:sm:3", "urn:xmpp:sm:2"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(name = "resume")]
#[non_exhaustive]
pub struct Resume {
    /// The version.
    #[xml(namespace)]
    pub version: Version,
    /// How many stanzas of the former stream the client has handled, modulo 2³².
    #[xml(attribute)]
    pub h: u32,
    /// The [`id`](Enabled::id) of the former stream. A server resumes it only for whom it belongs to.
    #[xml(attribute)]
    pub previd: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The former stream goes on: the answer to [`Resume`]. Both sides now send again what the other has not handled. The
/// resource is still bound and presence still known, so the roster is not fetched, nor presence sent; client state is
/// [active](crate::client_state) again.
///
/// [XEP-0198 §5](https://xmpp.org/extensions/xep-0198.html#resumption)
#[doc(alias("XEP-0198", "XEP0198", "0198"))]
#[doc(alias("urn:xmpp:sm:3", "urn:xmpp:sm:2"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(name = "resumed")]
#[non_exhaustive]
pub struct Resumed {
    /// The version.
    #[xml(namespace)]
    pub version: Version,
    /// How many stanzas of the former stream the server has handled, modulo 2³².
    #[xml(attribute)]
    pub h: u32,
    /// The [`id`](Enabled::id) of the former stream: [`answers`](Self::answers) sees whether it is the one that was asked for.
    #[xml(attribute)]
    pub previd: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Stream management could not be enabled, or the stream not resumed: the answer to [`Enable`] or [`Resume`]. The client
/// goes on without: after a [`Resume`], it binds a resource.
///
/// [XEP-0198 §6](https://xmpp.org/extensions/xep-0198.html#errors)
#[doc(alias("XEP-0198", "XEP0198", "0198"))]
#[doc(alias("urn:xmpp:sm:3", "urn:xmpp:sm:2"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(name = "failed")]
#[non_exhaustive]
pub struct Failed {
    /// The version.
    #[xml(namespace)]
    pub version: Version,
    /// How many stanzas of a former stream that can no longer be resumed the server had handled, modulo 2³². `None` when it
    /// does not know, so that each which was not acknowledged may have got through or not.
    #[xml(attribute)]
    pub h: Option<u32>,
    /// Why. `None` when the server does not say.
    #[xml(child)]
    pub condition: Option<DefinedCondition>,
    /// The same in words, once in each language. The specification has none; servers send some.
    #[xml(child)]
    pub texts: Vec<ErrorText>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In a stream error of `undefined-condition`: the other side has acknowledged more than it was sent.
///
/// [`StreamError`](xmpp_stream_errors::error::StreamError) is made with it from an [`ImpossibleCount`].
///
/// [XEP-0198 §6](https://xmpp.org/extensions/xep-0198.html#errors)
#[doc(alias("XEP-0198", "XEP0198", "0198"))]
#[doc(alias("urn:xmpp:sm:3", "urn:xmpp:sm:2"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(name = "handled-count-too-high", with)]
#[non_exhaustive]
pub struct HandledCountTooHigh {
    /// The version.
    #[xml(namespace)]
    pub version: Version,
    /// The count that was acknowledged. `None` when that is not said.
    #[xml(attribute)]
    pub h: Option<u32>,
    /// How many stanzas had been sent, modulo 2³². `None` when that is not said.
    #[xml(attribute = "send-count")]
    pub send_count: Option<u32>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Any element of stream management at the top level of a stream.
///
/// ```
/// use xmpp_sessions::stream_management::{Inbound, Nonza};
/// use xmpp_stream_errors::reader::{StreamEvent, StreamReader};
///
/// let mut reader = StreamReader::default();
/// reader.feed(b"<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>\
///     <message/><r xmlns='urn:xmpp:sm:3'/>");
/// let mut inbound = Inbound::new();
/// let mut answer = None;
/// while let Some(event) = reader.next_event()? {
///     let StreamEvent::Element(element) = event else { continue };
///     if element.is_a::<Nonza>() {
///         if let Nonza::Request(request) = element.parse()? {
///             answer = Some(inbound.answer(&request));
///         }
///     } else {
///         // … the stanza is handled …
///         inbound.count(&element);
///     }
/// }
/// assert_eq!(answer.map(|ack| ack.h), Some(1));
/// # Ok::<(), xmpp_xml::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum Nonza {
    /// `r`
    Request(Request),
    /// `a`
    Ack(Ack),
    /// `enable`
    Enable(Enable),
    /// `enabled`
    Enabled(Enabled),
    /// `resume`
    Resume(Resume),
    /// `resumed`
    Resumed(Resumed),
    /// `failed`
    Failed(Failed),
}

impl Feature {
    /// The offer of version 3.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl Enable {
    /// Enables version 3, without resumption.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Enables version 3, with resumption.
    #[must_use]
    pub fn resumable() -> Self {
        Self::new().with_resume(true)
    }

    /// The answer of a server that enables it, without resumption.
    #[must_use]
    pub fn enabled(&self) -> Enabled {
        Enabled {
            version: self.version,
            ..Enabled::default()
        }
    }

    /// The answer of a server that enables it, so that the stream can be resumed by this identifier, as far as the client
    /// wants that at all.
    #[must_use]
    pub fn enabled_as(&self, id: &str) -> Enabled {
        Enabled {
            id: self.resume.then(|| id.into()),
            resume: self.resume,
            ..self.enabled()
        }
    }

    /// The answer of a server that does not enable it.
    #[must_use]
    pub fn failed(&self, condition: Condition) -> Failed {
        Failed {
            version: self.version,
            ..Failed::new(condition)
        }
    }
}

impl Enabled {
    /// Version 3 is enabled, without resumption.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Version 3 is enabled, and the stream can be resumed by this identifier.
    #[must_use]
    pub fn resumable(id: impl Into<String>) -> Self {
        Self::new().with_resume(true).with_id(id)
    }

    /// What the stream can be resumed by. `None` when it cannot be: the server does not allow it, or gives no identifier.
    #[must_use]
    pub fn resumption_id(&self) -> Option<&str> {
        self.id.as_deref().filter(|_| self.resume)
    }

    /// Where to connect for a resumption: the host, an IPv6 address without its brackets, and the port where one is given.
    /// `None` when no place is named, or in no form that the specification has; then the usual rules apply, as they do when
    /// there is nobody at that place.
    ///
    /// It is the other side that names this place, so nothing else follows from it: the certificate there still has
    /// to be one for the domain of the account.
    ///
    /// [XEP-0198 §3](https://xmpp.org/extensions/xep-0198.html#enable),
    /// [RFC 6120 §4.9.3.19](https://www.rfc-editor.org/rfc/rfc6120#section-4.9.3.19)
    ///
    /// ```
    /// use xmpp_sessions::stream_management::Enabled;
    ///
    /// let at = |location: &str| Enabled::resumable("7").with_location(location);
    /// assert_eq!(at("[2001:db8::1]:9222").reconnect_to(), Some(("2001:db8::1", Some(9222))));
    /// assert_eq!(at("tea.example").reconnect_to(), Some(("tea.example", None)));
    /// assert_eq!(at("tea.example:").reconnect_to(), None);
    /// ```
    #[must_use]
    pub fn reconnect_to(&self) -> Option<(&str, Option<u16>)> {
        let location = trim(self.location.as_deref()?);
        let (host, rest) = match location.strip_prefix('[') {
            Some(literal) => literal.split_once(']')?,
            None => location.split_at(location.find(':').unwrap_or(location.len())),
        };
        let is_host = !host.is_empty() && !host.contains(['[', ']', '/', '@', ' ']);
        let port = match rest.strip_prefix(':') {
            None if rest.is_empty() => None,
            None => return None,
            // `parse` would take a sign as well.
            Some(digits) if digits.bytes().all(|b| b.is_ascii_digit()) => {
                Some(digits.parse().ok().filter(|&port: &u16| port != 0)?)
            }
            Some(_) => return None,
        };
        is_host.then_some((host, port))
    }
}

impl Request {
    /// Asks, in version 3.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The answer, by one who has handled so many stanzas.
    #[must_use]
    pub fn ack(&self, h: u32) -> Ack {
        Ack {
            version: self.version,
            ..Ack::new(h)
        }
    }
}

impl Ack {
    /// So many stanzas have been handled, in version 3.
    #[must_use]
    pub fn new(h: u32) -> Self {
        Self {
            version: Version::default(),
            h,
            extra: Extra::new(),
        }
    }
}

impl Resume {
    /// Asks for the stream of this identifier, of which so many stanzas have been handled, in version 3.
    #[must_use]
    pub fn new(previd: impl Into<String>, h: u32) -> Self {
        Self {
            version: Version::default(),
            h,
            previd: previd.into(),
            extra: Extra::new(),
        }
    }

    /// The answer of a server that goes on with the stream, of which it has handled so many stanzas.
    #[must_use]
    pub fn resumed(&self, h: u32) -> Resumed {
        Resumed {
            version: self.version,
            h,
            previd: self.previd.clone(),
            extra: Extra::new(),
        }
    }

    /// The answer of a server that does not go on with it: `item-not-found` when it knows of no such stream, or when that
    /// belongs to somebody else, which is not to be told apart.
    #[must_use]
    pub fn failed(&self, condition: Condition) -> Failed {
        Failed {
            version: self.version,
            ..Failed::new(condition)
        }
    }
}

impl Resumed {
    /// Whether it is the stream that was asked for that goes on. Where it is not, nothing can be said about what the other
    /// side has handled, and the connection should be closed.
    #[must_use]
    pub fn answers(&self, request: &Resume) -> bool {
        self.version == request.version && self.previd == request.previd
    }
}

impl Failed {
    /// Failed for this reason, in version 3.
    #[must_use]
    pub fn new(condition: Condition) -> Self {
        Self {
            condition: Some(DefinedCondition::new(condition)),
            ..Self::default()
        }
    }

    /// The same with the count of a stream that can no longer be resumed.
    #[must_use]
    pub fn with_h(mut self, h: u32) -> Self {
        self.h = Some(h);
        self
    }

    /// Why it failed. `None` when the server does not say.
    #[must_use]
    pub fn condition(&self) -> Option<&Condition> {
        self.condition.as_ref().map(|condition| &condition.name)
    }
}

impl HandledCountTooHigh {
    /// Too much was acknowledged, in version 3.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}
