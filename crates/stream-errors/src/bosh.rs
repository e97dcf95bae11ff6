//! Streams over HTTP (BOSH), in which every request and response is one complete element.
//!
//! A [`Body`] takes the place of the start tag and the end tag of a stream, and carries any number of its children. The
//! other modules are used as usual: [`payload`](Body::payload) gives
//! [`Features`](crate::features::Features), a step of [`sasl`](crate::sasl) or a
//! [`StreamError`](crate::error::StreamError), and [`payloads`](Body::payloads) has the stanzas.
//!
//! ```
//! use xmpp_stream_errors::bosh::{Body, Failure, RequestIds};
//! use xmpp_stream_errors::features::Features;
//! use xmpp_xml::Options;
//!
//! let mut ids = RequestIds::new(1_573_741_820).expect("within bounds");
//! let request = Body::create(ids.next_id().expect("the first"), "tea.example".parse()?).with_wait(60).with_hold(1);
//! assert_eq!(
//!     xmpp_xml::to_string(&request)?,
//!     "<body xmlns='http://jabber.org/protocol/httpbind' hold='1' rid='1573741820' to='tea.example' ver='1.11' wait='60' \
//!      xmlns:xmpp='urn:xmpp:xbosh' xmpp:version='1.0'/>"
//! );
//!
//! let response = Body::read(
//!     b"<body xmlns='http://jabber.org/protocol/httpbind' sid='s1' wait='60' requests='2'>\
//!       <stream:features xmlns:stream='http://etherx.jabber.org/streams'/></body>",
//!     &Options::new(),
//! )?;
//! assert_eq!(response.failure(), None);
//! assert!(response.payload::<Features>()?.is_some());
//!
//! let next = Body::request(ids.next_id().expect("the second"), response.sid.as_deref().unwrap());
//! assert_eq!(next.rid, Some(1_573_741_821));
//! # Ok::<(), Box<dyn core::error::Error>>(())
//! ```
//!
//! [XEP-0124, BOSH](https://xmpp.org/extensions/xep-0124.html), with what
//! [XEP-0206, XMPP Over BOSH](https://xmpp.org/extensions/xep-0206.html) adds

use alloc::string::String;
use alloc::vec::Vec;

use sha1::{Digest as _, Sha1};
use xmpp_jid::Jid;
use xmpp_xml::{
    Element, Error, ErrorKind, Extra, Hex, LanguageTag, Options, OtherToken, RawElement, Report,
    Value, Xml, trim,
};

use crate::stream::Version;

/// The namespace.
pub const NS: &str = "http://jabber.org/protocol/httpbind";

/// The namespace of the attributes that XEP-0206 adds.
pub const NS_XMPP: &str = "urn:xmpp:xbosh";

/// The version of BOSH that this module implements.
pub const VERSION: &str = "1.11";

/// The maximum identifier of a request: the largest integer that is exact in many languages.
///
/// [XEP-0124 §14.1](https://xmpp.org/extensions/xep-0124.html#rids-syntax)
pub const MAX_REQUEST_ID: u64 = (1 << 53) - 1;

/// The body of an HTTP request or response.
///
/// Most attributes are for the request that creates a session, and the response to it.
///
/// [XEP-0124 §6](https://xmpp.org/extensions/xep-0124.html#wrapper)
#[doc(alias("XEP-0124", "XEP0124", "0124"))]
#[doc(alias("http://jabber.org/protocol/httpbind"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "body", derive(Debug, PartialEq, Eq))]
#[xml(new = "An empty body; in a response, there is nothing to send.", with)]
#[non_exhaustive]
pub struct Body {
    /// The content encodings that the connection manager decompresses, separated by commas. `None` means none.
    #[xml(attribute)]
    pub accept: Option<String>,
    /// In a response, the highest identifier up to which all requests have been received; in a request, up to which all
    /// responses have. `None` if acknowledgements are not used, or if all have been received up to this one.
    #[xml(attribute, strict)]
    pub ack: Option<u64>,
    /// The stream ID, for non-SASL authentication (XEP-0078). `None` otherwise.
    #[xml(attribute)]
    pub authid: Option<String>,
    /// The character encodings that the connection manager converts, separated by spaces. `None` means UTF-8 only.
    #[xml(attribute)]
    pub charsets: Option<String>,
    /// The reason for terminating the session. `None` if it is not terminated, or ends normally.
    #[xml(attribute)]
    pub condition: Option<Condition>,
    /// The `Content-Type` that the client needs in responses. `None` means `text/xml; charset=utf-8`.
    #[xml(attribute)]
    pub content: Option<String>,
    /// The sender: the client that requests a session, or the server behind the connection manager. `None` if unknown so far,
    /// or sent before.
    #[xml(attribute)]
    pub from: Option<Jid>,
    /// The maximum number of requests that the connection manager keeps waiting. 0 requests polling; `None` if sent before.
    #[xml(attribute)]
    pub hold: Option<u32>,
    /// The maximum time without a request, in seconds. `None` means no limit, or that it was sent before.
    #[xml(attribute, strict)]
    pub inactivity: Option<u32>,
    /// The next key of the sequence: see [`is_next_key`]. `None` if keys are not used.
    #[xml(attribute)]
    pub key: Option<String>,
    /// The default language of all texts. `None` if not specified, or sent before.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The maximum length of a pause that the client may request, in seconds. `None` if it may not request one.
    #[xml(attribute = "maxpause")]
    pub max_pause: Option<u32>,
    /// The first key of a new sequence. `None` if the sequence continues, or if keys are not used.
    #[xml(attribute = "newkey")]
    pub new_key: Option<String>,
    /// The requested length of a pause, in seconds. `None` if none is requested.
    #[xml(attribute, strict)]
    pub pause: Option<u32>,
    /// The minimum time between two requests without payloads, in seconds. `None` means no minimum, or that it was sent before.
    #[xml(attribute, strict)]
    pub polling: Option<u32>,
    /// The identifier of a request whose response seems to be lost. `None` if there is none.
    #[xml(attribute)]
    pub report: Option<u64>,
    /// The maximum number of simultaneous requests. `None` means no limit, or that it was sent before.
    #[xml(attribute, strict)]
    pub requests: Option<u32>,
    /// The identifier of the request: that of the previous one plus 1. `None` in responses.
    #[xml(attribute, strict)]
    pub rid: Option<u64>,
    /// The server that the connection manager connects to: `xmpp:` (which is not a URI), its host, a colon and its port.
    /// `None` leaves it to the connection manager.
    #[xml(attribute)]
    pub route: Option<String>,
    /// The session identifier. `None` in a request that creates a session, and in later responses.
    #[xml(attribute)]
    pub sid: Option<String>,
    /// The stream of the session that the payloads belong to. `None` means the first in a response, and all in a request.
    #[xml(attribute)]
    pub stream: Option<String>,
    /// The time since the response to [`report`](Self::report) was sent, in milliseconds. `None` if there is no report.
    #[xml(attribute)]
    pub time: Option<u64>,
    /// The recipient: the domain of the server. `None` if sent before.
    #[xml(attribute)]
    pub to: Option<Jid>,
    /// Whether this terminates the session or is an error. `None` if neither. [`failure`](Self::failure) interprets it.
    #[xml(attribute = "type")]
    pub kind: Option<Kind>,
    /// The highest version of BOSH that the sender supports, such as [`VERSION`]. `None` means an old one, unless it was sent
    /// before.
    #[xml(attribute = "ver")]
    pub version: Option<String>,
    /// The maximum time that the connection manager keeps a request waiting, in seconds. 0 requests polling; `None` if sent
    /// before.
    #[xml(attribute)]
    pub wait: Option<u32>,
    /// The version of XMPP. `None` if sent before, or in a session that is not of XMPP.
    ///
    /// [XEP-0206 §3](https://xmpp.org/extensions/xep-0206.html#initiate)
    #[xml(attribute = "xmpp:version", namespace = NS_XMPP)]
    pub xmpp_version: Option<Version>,
    /// Whether the request restarts the stream.
    ///
    /// [XEP-0206 §5](https://xmpp.org/extensions/xep-0206.html#preconditions-sasl)
    #[xml(attribute = "xmpp:restart", namespace = NS_XMPP, default)]
    pub restarts: bool,
    /// Whether the connection manager supports stream restarts, in the response that creates a session.
    ///
    /// [XEP-0206 §4](https://xmpp.org/extensions/xep-0206.html#create)
    #[xml(attribute = "xmpp:restartlogic", namespace = NS_XMPP, default)]
    pub can_restart: bool,
    /// For [`Condition::SeeOtherUri`], the new URI. `None` otherwise. A client does not follow it from `https:` to a less
    /// secure scheme.
    #[xml(child_text = "uri")]
    pub uri: Option<String>,
    /// The payloads: children of a stream, in order.
    ///
    /// Old clients omit the namespace `jabber:client`, so their stanzas are in [`NS`].
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The type of a [`Body`].
///
/// [XEP-0124 §17](https://xmpp.org/extensions/xep-0124.html#errorstatus)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Kind {
    /// `error`: requests were lost, and must be repeated.
    Error,
    /// `terminate`: the session is terminated.
    Terminate,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// The reason for terminating a session.
///
/// [XEP-0124 §17.2](https://xmpp.org/extensions/xep-0124.html#errorstatus-terminal)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Condition {
    /// `bad-request`: the request is malformed.
    BadRequest,
    /// `host-gone`: the server is no longer served.
    HostGone,
    /// `host-unknown`: the server is unknown.
    HostUnknown,
    /// `improper-addressing`: the request does not name a server.
    ImproperAddressing,
    /// `internal-server-error`: an error in the connection manager.
    InternalServerError,
    /// `item-not-found`: there is no such session, stream or response, or the request is out of sequence.
    ItemNotFound,
    /// `other-request`: another simultaneous request has terminated the session.
    OtherRequest,
    /// `policy-violation`: there were too many requests, or too many simultaneous ones.
    PolicyViolation,
    /// `remote-connection-failed`: the connection manager cannot reach the server.
    RemoteConnectionFailed,
    /// `remote-stream-error`: the stream has failed. The payloads end with the [`StreamError`](crate::error::StreamError).
    RemoteStreamError,
    /// `see-other-uri`: the connection manager has another URI.
    SeeOtherUri,
    /// `system-shutdown`: the connection manager is shutting down.
    SystemShutdown,
    /// `undefined-condition`: another reason, which the payloads may specify.
    UndefinedCondition,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// A failure reported by a [`Body`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Failure<'a> {
    /// The request and all earlier ones without a response must be sent again, unchanged.
    Recoverable,
    /// The session has ended, for this reason. `None` if that was requested.
    Session(Option<&'a Condition>),
    /// This stream has ended, for this reason, but the session continues with its other streams.
    Stream(&'a str, Option<&'a Condition>),
}

impl Body {
    /// The request that creates a session with a server, with the latest version of BOSH and version 1.0 of XMPP.
    ///
    /// [XEP-0124 §7.1](https://xmpp.org/extensions/xep-0124.html#session-request)
    #[must_use]
    pub fn create(rid: u64, server: Jid) -> Self {
        Self::new()
            .with_rid(rid)
            .with_to(server)
            .with_version(VERSION)
            .with_xmpp_version(Version::V1_0)
    }

    /// A request within a session, without payloads yet.
    #[must_use]
    pub fn request(rid: u64, sid: &str) -> Self {
        Self::new().with_rid(rid).with_sid(sid)
    }

    /// The request that restarts the stream to this server, as after SASL.
    ///
    /// [XEP-0206 §5](https://xmpp.org/extensions/xep-0206.html#preconditions-sasl)
    #[must_use]
    pub fn restart(rid: u64, sid: &str, server: Jid) -> Self {
        Self::request(rid, sid).with_to(server).with_restarts(true)
    }

    /// Terminates a session: without a condition as a request of the client, with one as a response.
    ///
    /// [XEP-0124 §13](https://xmpp.org/extensions/xep-0124.html#terminate)
    #[must_use]
    pub fn terminate(condition: Option<Condition>) -> Self {
        Self {
            condition,
            kind: Some(Kind::Terminate),
            ..Self::new()
        }
    }

    /// Reads the body of a request or response, which may start with an XML declaration.
    ///
    /// # Errors
    /// It is not one well-formed `body`, exceeds the limits, or has a comment; or
    /// [`TextInStream`](ErrorKind::TextInStream): there is text other than white space between the payloads.
    pub fn read(input: &[u8], options: &Options) -> Result<Self, Error> {
        let mut options = *options;
        options.skip_comments = false;
        options.skip_declaration = true;
        let body: Self = xmpp_xml::read_with(input, &options, &mut Report::default())?;
        if body.extra.texts().all(|text| trim(text).is_empty()) {
            Ok(body)
        } else {
            Err(Error::new(ErrorKind::TextInStream))
        }
    }

    /// The first payload that is a `T`, parsed. `None` if there is none.
    ///
    /// # Errors
    /// The payload is there, but something that `T` requires is missing or invalid.
    pub fn payload<T: Element>(&self) -> Result<Option<T>, Error> {
        xmpp_xml::payloads::first(self.payloads.iter(), "/body")
    }

    /// The same body with one more payload.
    ///
    /// # Errors
    /// The payload contains something that XML cannot carry.
    pub fn with_payload<T: Element>(mut self, payload: &T) -> Result<Self, Error> {
        self.payloads.push(RawElement::from_element(payload)?);
        Ok(self)
    }

    /// The failure or the end of the session. `None` if the session continues.
    ///
    /// [XEP-0124 §17](https://xmpp.org/extensions/xep-0124.html#errorstatus),
    /// [§16.6](https://xmpp.org/extensions/xep-0124.html#multi-error)
    #[must_use]
    pub fn failure(&self) -> Option<Failure<'_>> {
        match (self.kind.as_ref()?, &self.stream) {
            (Kind::Error, _) => Some(Failure::Recoverable),
            (Kind::Terminate, None) => Some(Failure::Session(self.condition.as_ref())),
            (Kind::Terminate, Some(stream)) => {
                Some(Failure::Stream(stream, self.condition.as_ref()))
            }
            (Kind::Other(_), _) => None,
        }
    }

    /// The same body with support for stream restarts and the version of XMPP: for the response that creates a session.
    #[must_use]
    pub fn with_restart_logic(self, version: &Version) -> Self {
        self.with_can_restart(true).with_xmpp_version(*version)
    }
}

/// The identifiers of a client's requests, each one the previous plus 1.
///
/// [XEP-0124 §14.1](https://xmpp.org/extensions/xep-0124.html#rids-syntax)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RequestIds {
    next: u64,
}

impl RequestIds {
    /// Starts with this identifier, which must be unpredictable, so choose it at random. `None` for 0 and beyond
    /// [`MAX_REQUEST_ID`].
    #[must_use]
    pub const fn new(first: u64) -> Option<Self> {
        if first == 0 || first > MAX_REQUEST_ID {
            return None;
        }
        Some(Self { next: first })
    }

    /// The identifier of the next request. `None` if there are no more, and a new session is needed.
    pub fn next_id(&mut self) -> Option<u64> {
        let id = self.next;
        if id > MAX_REQUEST_ID {
            return None;
        }
        self.next = id.saturating_add(1);
        Some(id)
    }
}

/// The order in which a connection manager accepts requests, so that payloads are forwarded in order.
///
/// ```
/// use xmpp_stream_errors::bosh::{Arrival, Window};
///
/// let mut window = Window::new(10, 2);
/// assert_eq!(window.arrive(12), Arrival::Early);
/// assert_eq!(window.arrive(11), Arrival::Next);
/// assert_eq!(window.arrive(12), Arrival::Next);
/// assert_eq!(window.arrive(12), Arrival::Repeated);
/// assert_eq!(window.arrive(15), Arrival::Refused);
/// ```
///
/// [XEP-0124 §14.2](https://xmpp.org/extensions/xep-0124.html#rids-order),
/// [§14.3](https://xmpp.org/extensions/xep-0124.html#rids-broken)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Window {
    last: u64,
    size: u32,
}

/// What a connection manager must do with a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Arrival {
    /// It is the next one: forward its payloads. If the following one is waiting, pass it again.
    Next,
    /// It is too early: keep it until the requests before it have arrived.
    Early,
    /// It is a repetition. Send the response again if it is still known, else terminate the session with
    /// [`Condition::ItemNotFound`].
    Repeated,
    /// It is out of sequence: terminate the session with [`Condition::ItemNotFound`].
    Refused,
}

impl Window {
    /// After the request that created the session, with the maximum number of simultaneous requests
    /// ([`requests`](Body::requests)).
    #[must_use]
    pub const fn new(created_by: u64, requests: u32) -> Self {
        Self {
            last: created_by,
            size: requests,
        }
    }

    /// What to do with the request with this identifier.
    pub fn arrive(&mut self, rid: u64) -> Arrival {
        match rid.checked_sub(self.last) {
            None | Some(0) => Arrival::Repeated,
            _ if rid > MAX_REQUEST_ID => Arrival::Refused,
            Some(1) => {
                self.last = rid;
                Arrival::Next
            }
            Some(ahead) if ahead <= u64::from(self.size) => Arrival::Early,
            Some(_) => Arrival::Refused,
        }
    }

    /// The identifier of the last forwarded request, for acknowledgements.
    #[must_use]
    pub const fn last(&self) -> u64 {
        self.last
    }
}

/// The key with this number, from 1, of a sequence generated from a secret, which must be unpredictable.
///
/// A client starts with a high number as [`new_key`](Body::new_key), sends each lower one as [`key`](Body::key), and
/// with key 1 also the first one of a new sequence. The computation takes as many steps as the number.
///
/// ```
/// use xmpp_stream_errors::bosh::{is_next_key, key};
///
/// assert!(is_next_key(&key("drink me", 8), &key("drink me", 7)));
/// assert!(!is_next_key(&key("drink me", 8), &key("drink me", 6)));
/// ```
///
/// [XEP-0124 §15.3](https://xmpp.org/extensions/xep-0124.html#keys-generate)
#[must_use]
pub fn key(seed: &str, number: u32) -> String {
    let mut key = String::from(seed);
    for _ in 0..number {
        key = hash(&key);
    }
    key
}

/// Whether a key is the successor of `previous` (the [`new_key`](Body::new_key) of the previous request, or else
/// its [`key`](Body::key)), which proves that both requests have the same sender. If not, terminate the session with
/// [`Condition::ItemNotFound`].
///
/// [XEP-0124 §15.4](https://xmpp.org/extensions/xep-0124.html#keys-use)
#[must_use]
pub fn is_next_key(previous: &str, key: &str) -> bool {
    hash(key).eq_ignore_ascii_case(trim(previous))
}

fn hash(text: &str) -> String {
    let bytes = Sha1::digest(text.as_bytes());
    Hex(bytes.to_vec()).to_text()
}
