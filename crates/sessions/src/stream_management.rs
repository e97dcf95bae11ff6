//! Stream management: acknowledgement of stanzas, and resumption of a broken stream on another
//! connection.
//!
//! All elements here are at the top level of a stream, or nested in those of [`sasl2`](crate::sasl2) and
//! [`bind2`](crate::bind2). They are not stanzas and are not counted; [`Inbound`] and [`Outbound`] do the counting.
//!
//! `urn:xmpp:sm:2`, which is still in use, differs in the namespace and in
//! [`stanzas`](Enable::stanzas), so [`Version`] is a field: an answer has the version of its request.
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

/// The version of the protocol, determined by the namespace.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Version {
    /// `urn:xmpp:sm:3`, the current one, since 2011.
    #[default]
    #[xml(token = "urn:xmpp:sm:3")]
    Three,
    /// `urn:xmpp:sm:2`, of 2009.
    #[xml(token = "urn:xmpp:sm:2")]
    Two,
}

/// Among the features of a stream: stream management is supported. A server may offer both versions.
///
/// In [`sasl2::Inline`](crate::sasl2::Inline): streams can be resumed during authentication.
///
/// [XEP-0198 §2](https://xmpp.org/extensions/xep-0198.html#feature),
/// [§9.2](https://xmpp.org/extensions/xep-0198.html#inline-resume)
#[doc(alias("XEP-0198", "XEP0198", "0198"))]
#[doc(alias("urn:xmpp:sm:3", "urn:xmpp:sm:2", "sm"))]
#[derive(Clone, Default, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(name = "sm", new = "The offer of version 3.")]
#[non_exhaustive]
pub struct Feature {
    /// The version that is offered.
    #[xml(namespace, default)]
    pub version: Version,
    /// Marked as voluntary, which it always is; servers of earlier editions send this.
    #[xml(flag = "optional")]
    pub optional: bool,
    /// Marked as mandatory, by servers of earlier editions.
    #[xml(flag = "required")]
    pub required: bool,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Enables stream management. The client starts its [`Outbound`] counter when it sends this, and sends it only once.
///
/// [XEP-0198 §3](https://xmpp.org/extensions/xep-0198.html#enable)
#[doc(alias("XEP-0198", "XEP0198", "0198"))]
#[doc(alias("urn:xmpp:sm:3", "urn:xmpp:sm:2"))]
#[derive(Clone, Default, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(name = "enable", new = "Enables version 3, without resumption.", with)]
#[non_exhaustive]
pub struct Enable {
    /// The version.
    #[xml(namespace, default)]
    pub version: Version,
    /// The preferred maximum time for resumption, in seconds, from 1. `None` leaves it to the
    /// server.
    #[xml(attribute)]
    pub max: Option<u64>,
    /// Whether the client wants to be able to resume the stream.
    #[xml(attribute, default)]
    pub resume: bool,
    /// In version 2, the maximum number of stanzas between two acknowledgement requests. `None` leaves it open; version 3 has
    /// no such field.
    #[xml(attribute)]
    pub stanzas: Option<u32>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Stream management is enabled: the answer to [`Enable`]. The server starts its [`Outbound`] counter when it sends this.
///
/// [XEP-0198 §3](https://xmpp.org/extensions/xep-0198.html#enable)
#[doc(alias("XEP-0198", "XEP0198", "0198"))]
#[doc(alias("urn:xmpp:sm:3", "urn:xmpp:sm:2"))]
#[derive(Clone, Default, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(
    name = "enabled",
    new = "Version 3 is enabled, without resumption.",
    with
)]
#[non_exhaustive]
pub struct Enabled {
    /// The version.
    #[xml(namespace, default)]
    pub version: Version,
    /// The identifier for resuming the stream. `None` if it cannot be resumed. Some servers send one although resumption is
    /// not allowed: [`resumption_id`](Self::resumption_id) checks both.
    #[xml(attribute)]
    pub id: Option<String>,
    /// The preferred location for resumption: a host, optionally with a port, as spelt by the server.
    /// [`reconnect_to`](Self::reconnect_to) parses it. `None` means the usual rules.
    #[xml(attribute)]
    pub location: Option<String>,
    /// The maximum time for resumption, in seconds, from 1. `None` if not specified, which promises
    /// nothing.
    #[xml(attribute)]
    pub max: Option<u64>,
    /// Whether the stream can be resumed.
    #[xml(attribute, default)]
    pub resume: bool,
    /// In version 2; see [`Enable::stanzas`].
    #[xml(attribute)]
    pub stanzas: Option<u32>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Requests an acknowledgement. The peer must answer with an [`Ack`].
///
/// [XEP-0198 §4](https://xmpp.org/extensions/xep-0198.html#acking)
#[doc(alias("XEP-0198", "XEP0198", "0198"))]
#[doc(alias("urn:xmpp:sm:3", "urn:xmpp:sm:2", "r"))]
#[derive(Clone, Default, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(name = "r", new = "Requests an acknowledgement, in version 3.")]
#[non_exhaustive]
pub struct Request {
    /// The version.
    #[xml(namespace, default)]
    pub version: Version,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Acknowledges stanzas: the answer to a [`Request`], or unsolicited, which is recommended before closing a
/// stream.
///
/// [XEP-0198 §4](https://xmpp.org/extensions/xep-0198.html#acking)
#[doc(alias("XEP-0198", "XEP0198", "0198"))]
#[doc(alias("urn:xmpp:sm:3", "urn:xmpp:sm:2", "a"))]
#[derive(Clone, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(name = "a", new = "Acknowledges this many stanzas, in version 3.")]
#[non_exhaustive]
pub struct Ack {
    /// The version.
    #[xml(namespace, default)]
    pub version: Version,
    /// The number of stanzas that the sender has handled since stream management was enabled, modulo 2³².
    #[xml(attribute)]
    pub h: u32,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Requests to resume a broken stream on this one: after authentication, in place of resource binding.
///
/// [XEP-0198 §5](https://xmpp.org/extensions/xep-0198.html#resumption)
#[doc(alias("XEP-0198", "XEP0198", "0198"))]
#[doc(alias("urn:xmpp:sm:3", "urn:xmpp:sm:2"))]
#[derive(Clone, Xml)]
#[xml(name = "resume", parameters = [previd, h], derive(Debug, PartialEq, Eq))]
#[xml(
    new = "Requests to resume the stream with this identifier, having handled this many of its stanzas, in version 3."
)]
#[non_exhaustive]
pub struct Resume {
    /// The version.
    #[xml(namespace, default)]
    pub version: Version,
    /// The number of stanzas of the former stream that the client has handled, modulo 2³².
    #[xml(attribute)]
    pub h: u32,
    /// The [`id`](Enabled::id) of the former stream. A server resumes it only for the same account.
    #[xml(attribute)]
    pub previd: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The former stream has been resumed: the answer to [`Resume`]. Both sides now resend the stanzas that the other has not
/// handled. The resource is still bound and presence still known, so do not fetch the roster or send presence; the client
/// state is [active](crate::client_state) again.
///
/// [XEP-0198 §5](https://xmpp.org/extensions/xep-0198.html#resumption)
#[doc(alias("XEP-0198", "XEP0198", "0198"))]
#[doc(alias("urn:xmpp:sm:3", "urn:xmpp:sm:2"))]
#[derive(Clone, Xml)]
#[xml(name = "resumed", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Resumed {
    /// The version.
    #[xml(namespace)]
    pub version: Version,
    /// The number of stanzas of the former stream that the server has handled, modulo 2³².
    #[xml(attribute)]
    pub h: u32,
    /// The [`id`](Enabled::id) of the former stream: [`answers`](Self::answers) checks whether it is the requested one.
    #[xml(attribute)]
    pub previd: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Stream management could not be enabled, or the stream not resumed: the answer to [`Enable`] or [`Resume`]. The client
/// continues without: after a [`Resume`], it binds a resource.
///
/// [XEP-0198 §6](https://xmpp.org/extensions/xep-0198.html#errors)
#[doc(alias("XEP-0198", "XEP0198", "0198"))]
#[doc(alias("urn:xmpp:sm:3", "urn:xmpp:sm:2"))]
#[derive(Clone, Default, Xml)]
#[xml(name = "failed", with, derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Failed {
    /// The version.
    #[xml(namespace, default)]
    pub version: Version,
    /// The number of stanzas that the server had handled on a former stream that can no longer be resumed, modulo 2³². `None` if
    /// unknown, so that unacknowledged stanzas may or may not have been handled.
    #[xml(attribute)]
    pub h: Option<u32>,
    /// The condition. `None` if the server does not specify one.
    #[xml(child)]
    pub condition: Option<DefinedCondition>,
    /// Descriptions in words, at most one for each language. Not in the specification, but sent by some servers.
    #[xml(child)]
    pub texts: Vec<ErrorText>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In a stream error of `undefined-condition`: the peer has acknowledged more stanzas than it was sent.
///
/// A [`StreamError`](xmpp_stream_errors::error::StreamError) with it is made from an [`ImpossibleCount`].
///
/// [XEP-0198 §6](https://xmpp.org/extensions/xep-0198.html#errors)
#[doc(alias("XEP-0198", "XEP0198", "0198"))]
#[doc(alias("urn:xmpp:sm:3", "urn:xmpp:sm:2"))]
#[derive(Clone, Default, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(
    name = "handled-count-too-high",
    new = "Too much was acknowledged, in version 3.",
    with
)]
#[non_exhaustive]
pub struct HandledCountTooHigh {
    /// The version.
    #[xml(namespace, default)]
    pub version: Version,
    /// The acknowledged count. `None` if not specified.
    #[xml(attribute)]
    pub h: Option<u32>,
    /// The number of stanzas sent, modulo 2³². `None` if not specified.
    #[xml(attribute = "send-count")]
    pub send_count: Option<u32>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Any top-level element of stream management.
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

impl Enable {
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

    /// The answer of a server that enables it, with this identifier for resumption, if the client requested
    /// that.
    #[must_use]
    pub fn enabled_as(&self, id: &str) -> Enabled {
        Enabled {
            id: self.resume.then(|| id.into()),
            resume: self.resume,
            ..self.enabled()
        }
    }

    /// The answer of a server that refuses to enable it.
    #[must_use]
    pub fn failed(&self, condition: Condition) -> Failed {
        Failed {
            version: self.version,
            ..Failed::new(condition)
        }
    }
}

impl Enabled {
    /// Version 3 is enabled, and the stream can be resumed by this identifier.
    #[must_use]
    pub fn resumable(id: impl Into<String>) -> Self {
        Self::new().with_resume(true).with_id(id)
    }

    /// The identifier for resuming the stream. `None` if it cannot be: the server does not allow it, or gives no identifier.
    #[must_use]
    pub fn resumption_id(&self) -> Option<&str> {
        self.id.as_deref().filter(|_| self.resume)
    }

    /// The location for resumption: the host, an IPv6 address without its brackets, and the port if given.
    /// `None` if there is no location, or in an invalid format; then the usual rules apply, as they do if
    /// the location cannot be reached.
    ///
    /// The location is the peer's choice, so nothing else follows from it: the certificate there must still
    /// be valid for the domain of the account.
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
    /// The answer, from a side that has handled this many stanzas.
    #[must_use]
    pub fn ack(&self, h: u32) -> Ack {
        Ack {
            version: self.version,
            ..Ack::new(h)
        }
    }
}

impl Resume {
    /// The answer of a server that resumes the stream and has handled this many of its stanzas.
    #[must_use]
    pub fn resumed(&self, h: u32) -> Resumed {
        Resumed {
            version: self.version,
            h,
            previd: self.previd.clone(),
            extra: Extra::new(),
        }
    }

    /// The answer of a server that does not resume it: `item-not-found` if there is no such stream, or if it belongs to
    /// somebody else, which the client must not be able to distinguish.
    #[must_use]
    pub fn failed(&self, condition: Condition) -> Failed {
        Failed {
            version: self.version,
            ..Failed::new(condition)
        }
    }
}

impl Resumed {
    /// Whether this resumes the requested stream. If not, nothing is known about what the peer has handled, and the
    /// connection should be closed.
    #[must_use]
    pub fn answers(&self, request: &Resume) -> bool {
        self.version == request.version && self.previd == request.previd
    }
}

impl Failed {
    /// A failure for this reason, in version 3.
    #[must_use]
    pub fn new(condition: Condition) -> Self {
        Self {
            condition: Some(DefinedCondition::new(condition)),
            ..Self::default()
        }
    }

    /// Why it failed. `None` when the server does not say.
    #[must_use]
    pub fn condition(&self) -> Option<&Condition> {
        self.condition.as_ref().map(|condition| &condition.name)
    }
}
