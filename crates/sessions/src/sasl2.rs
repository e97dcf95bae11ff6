//! SASL2: authentication, combined with the rest of session establishment in as few round trips as possible.
//!
//! A client sends [`Authenticate`] with a mechanism, and with what else to do on success: bind a resource, resume a
//! stream, request a token. [`Challenge`]s and [`Response`]s follow, perhaps [tasks](Continue), and [`Success`] with the
//! results, or a [`Failure`], in which case nothing has been done. The stream does not restart; new features follow
//! immediately, unless a stream was [resumed](Session::Resumed).
//!
//! It is only used under TLS.
//!
//! [XEP-0388, Extensible SASL Profile](https://xmpp.org/extensions/xep-0388.html)
//!
//! ```
//! use xmpp_sessions::sasl2::{Authenticate, Authentication, Data, UserAgent};
//! use xmpp_sessions::bind2;
//! use xmpp_sessions::stream_management::{Resume, Version};
//! use xmpp_stream_errors::features::Features;
//! use xmpp_stream_errors::sasl::Mechanism;
//!
//! let features: Features = xmpp_xml::from_str(
//!     "<stream:features xmlns:stream='http://etherx.jabber.org/streams'>\
//!        <authentication xmlns='urn:xmpp:sasl:2'>\
//!          <mechanism>SCRAM-SHA-256</mechanism>\
//!          <inline><sm xmlns='urn:xmpp:sm:3'/><bind xmlns='urn:xmpp:bind:0'/></inline>\
//!        </authentication>\
//!      </stream:features>",
//! )?;
//! let offer: Authentication = features.other()?.expect("SASL2");
//! assert!(offer.mechanisms.contains(&Mechanism::ScramSha256));
//! assert!(offer.inline.is_some_and(|inline| inline.can_resume(Version::Three)));
//!
//! let authenticate = Authenticate::new(Mechanism::ScramSha256)
//!     .with_initial_response(Data::from(b"n,,n=alice,r=4d1f".to_vec()))
//!     .with_user_agent(UserAgent::new().with_software("Teapot"))
//!     .with_resume(Resume::new("sm-7", 5))
//!     .with_bind(bind2::Request::new().with_tag("Teapot"));
//! assert!(xmpp_xml::to_string(&authenticate)?.contains("<resume xmlns='urn:xmpp:sm:3' h='5' previd='sm-7'/>"));
//! # Ok::<(), xmpp_xml::Error>(())
//! ```

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use xmpp_jid::Jid;
use xmpp_stream_errors::sasl::{Condition, DefinedCondition, Mechanism, Octets};
use xmpp_xml::{Element, Error, ErrorKind, Extra, InvalidValue, RawElement, Value, Xml, payloads};

use crate::pipelining::ConfigVersion;
use crate::upgrade::Upgrade;
use crate::{bind2, fast, stream_management};

/// The namespace.
pub const NS: &str = "urn:xmpp:sasl:2";

/// Among the features of a stream: the mechanisms offered, and what can be done during authentication.
///
/// It is the same for the same header and encryption, so a client may cache it.
///
/// [XEP-0388 §2.1](https://xmpp.org/extensions/xep-0388.html#feature)
#[doc(alias("XEP-0388", "XEP0388", "0388"))]
#[doc(alias("urn:xmpp:sasl:2"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "authentication", with, derive(Debug, PartialEq, Eq))]
#[xml(new = "An offer of these mechanisms.", parameters = [mechanisms])]
#[non_exhaustive]
pub struct Authentication {
    /// The mechanisms; at least one.
    #[xml(child_text = "mechanism")]
    pub mechanisms: Vec<Mechanism>,
    /// What can be done during authentication. `None` if nothing.
    #[xml(child)]
    pub inline: Option<Inline>,
    /// The [tasks](crate::upgrade) for upgrading a password hash.
    ///
    /// [XEP-0480 §2.1](https://xmpp.org/extensions/xep-0480.html#disco)
    #[xml(child)]
    pub upgrades: Vec<Upgrade>,
    /// Additions by other specifications, such as a [`Hostname`](crate::kerberos::Hostname).
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What can be done during authentication.
///
/// [XEP-0388 §2.1](https://xmpp.org/extensions/xep-0388.html#feature)
#[doc(alias("XEP-0388", "XEP0388", "0388"))]
#[doc(alias("urn:xmpp:sasl:2"))]
#[derive(Clone, Default, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "inline", new = "An offer without features.", with)]
#[non_exhaustive]
pub struct Inline {
    /// Stream resumption is supported, with these versions of stream management. Empty if it is not.
    #[xml(child)]
    pub stream_management: Vec<stream_management::Feature>,
    /// Resource binding is supported. `None` if it requires a separate step.
    #[xml(child)]
    pub bind: Option<bind2::Feature>,
    /// Tokens are supported. `None` if they are not.
    #[xml(child)]
    pub fast: Option<fast::Feature>,
    /// Other features.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Starts authentication with a mechanism, and lists what else to do on success. On failure, nothing is done.
///
/// [XEP-0388 §2.3](https://xmpp.org/extensions/xep-0388.html#initiation)
#[doc(alias("XEP-0388", "XEP0388", "0388"))]
#[doc(alias("urn:xmpp:sasl:2"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "authenticate", with, derive(Debug, PartialEq, Eq))]
#[xml(new = "Starts this mechanism, without an initial response.")]
#[non_exhaustive]
pub struct Authenticate {
    /// The mechanism, one of those offered.
    #[xml(attribute)]
    pub mechanism: Mechanism,
    /// The initial response, if the mechanism has one. `None` if there is none, unlike an empty
    /// one.
    #[xml(child_text = "initial-response", strict)]
    pub initial_response: Option<Data>,
    /// The connecting client. `None` if not disclosed.
    #[xml(child)]
    pub user_agent: Option<UserAgent>,
    /// The stream to resume. `None` requests a new session. Resumption is tried first: a server that resumes ignores
    /// [`bind`](Self::bind).
    ///
    /// [XEP-0198 §9.2](https://xmpp.org/extensions/xep-0198.html#inline-resume)
    #[xml(child, strict)]
    pub resume: Option<stream_management::Resume>,
    /// The resource to bind. `None` leaves it for later.
    #[xml(child, strict)]
    pub bind: Option<bind2::Request>,
    /// Marks the use of a token. `None` means another credential.
    #[xml(child, strict)]
    pub fast: Option<fast::Use>,
    /// Requests a token. `None` does not.
    #[xml(child)]
    pub token_request: Option<fast::TokenRequest>,
    /// The [tasks](crate::upgrade) that the client wants to perform.
    ///
    /// [XEP-0480 §2.2](https://xmpp.org/extensions/xep-0480.html#request)
    #[xml(child)]
    pub upgrades: Vec<Upgrade>,
    /// The version of the cached features, if this was sent before the features of this stream arrived. `None` if it was
    /// not. If the features have changed, the server answers with a
    /// [`ConfigVersionMismatch`](crate::pipelining::ConfigVersionMismatch).
    #[xml(child, strict)]
    pub config_version: Option<ConfigVersion>,
    /// Other things to do.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The connecting client, for the user to recognise. A server does not disclose it to others.
///
/// [XEP-0388 §2.3](https://xmpp.org/extensions/xep-0388.html#initiation)
#[doc(alias("XEP-0388", "XEP0388", "0388"))]
#[doc(alias("urn:xmpp:sasl:2"))]
#[derive(Clone, Default, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "user-agent", new = "A client without details.", with)]
#[non_exhaustive]
pub struct UserAgent {
    /// The identifier of this installation: a random UUID (version 4) that it keeps. `None` if it has none; then there are no
    /// [tokens](fast).
    #[xml(attribute)]
    pub id: Option<String>,
    /// The software. `None` if not specified.
    #[xml(child_text = "software")]
    pub software: Option<String>,
    /// The device, as named by its user. `None` if not specified.
    #[xml(child_text = "device")]
    pub device: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A challenge from the server.
///
/// [XEP-0388 §2.5](https://xmpp.org/extensions/xep-0388.html#challenge)
#[doc(alias("XEP-0388", "XEP0388", "0388"))]
#[doc(alias("urn:xmpp:sasl:2"))]
#[derive(Clone, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "challenge", new = "A challenge with this data.")]
#[non_exhaustive]
pub struct Challenge {
    /// The challenge.
    #[xml(text)]
    pub data: Data,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The client's response to a [`Challenge`].
///
/// [XEP-0388 §2.5](https://xmpp.org/extensions/xep-0388.html#challenge)
#[doc(alias("XEP-0388", "XEP0388", "0388"))]
#[doc(alias("urn:xmpp:sasl:2"))]
#[derive(Clone, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "response", new = "A response with this data.")]
#[non_exhaustive]
pub struct Response {
    /// The response.
    #[xml(text)]
    pub data: Data,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The client is authenticated, and the rest of its request has been carried out. [`session`](Self::session) gives the result.
///
/// [XEP-0388 §2.6.1](https://xmpp.org/extensions/xep-0388.html#success)
#[doc(alias("XEP-0388", "XEP0388", "0388"))]
#[doc(alias("urn:xmpp:sasl:2"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "success", with, derive(Debug, PartialEq, Eq))]
#[xml(new = "Authenticates this identity.")]
#[non_exhaustive]
pub struct Success {
    /// The mechanism's additional data with success, which often authenticates the server. `None` if there is none, or if it was
    /// in a [`Continue`].
    #[xml(child_text = "additional-data", strict)]
    pub additional_data: Option<Data>,
    /// The authenticated JID: a full JID once a resource is bound, otherwise a bare JID.
    #[xml(child_text = "authorization-identifier")]
    pub authorization_identifier: Jid,
    /// The requested stream has been resumed. `None` if it was not requested, or failed.
    #[xml(child, strict)]
    pub resumed: Option<stream_management::Resumed>,
    /// Resumption of the requested stream has failed. `None` if it succeeded or was not requested.
    #[xml(child)]
    pub resumption_failed: Option<stream_management::Failed>,
    /// The resource has been bound. `None` if not requested, or if a stream was [resumed](Self::resumed).
    #[xml(child, strict)]
    pub bound: Option<bind2::Bound>,
    /// A token for later authentication. It may be sent without a request, to replace one that expires soon, which stays
    /// valid until this one is used. `None` if there is none.
    #[xml(child)]
    pub token: Option<fast::Token>,
    /// Other results.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Authentication has failed; it may be retried on the same stream.
///
/// [XEP-0388 §2.6.2](https://xmpp.org/extensions/xep-0388.html#failure)
#[doc(alias("XEP-0388", "XEP0388", "0388"))]
#[doc(alias("urn:xmpp:sasl:2"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "failure", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Failure {
    /// The condition, as defined by RFC 6120. `None` only in failures that break the rules.
    #[xml(child)]
    pub condition: Option<DefinedCondition>,
    /// A description in words. `None` if there is none.
    #[xml(child_text = "text")]
    pub text: Option<String>,
    /// Conditions of other specifications.
    #[xml(child)]
    pub application: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The mechanism has succeeded, but one of these tasks must be performed before authentication is complete.
///
/// Several required tasks follow one after the other.
///
/// [XEP-0388 §2.6.3](https://xmpp.org/extensions/xep-0388.html#continue)
#[doc(alias("XEP-0388", "XEP0388", "0388"))]
#[doc(alias("urn:xmpp:sasl:2"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "continue", with, derive(Debug, PartialEq, Eq))]
#[xml(new = "One of these tasks must be performed.")]
#[non_exhaustive]
pub struct Continue {
    /// The mechanism's additional data. `None` if there is none, or if it has been sent.
    #[xml(child_text = "additional-data", strict)]
    pub additional_data: Option<Data>,
    /// The tasks; the client chooses one.
    #[xml(child)]
    pub tasks: Tasks,
    /// A description of the tasks in words. `None` if there is none.
    #[xml(child_text = "text")]
    pub text: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A choice of tasks.
///
/// [XEP-0388 §2.6.3](https://xmpp.org/extensions/xep-0388.html#continue)
#[doc(alias("XEP-0388", "XEP0388", "0388"))]
#[doc(alias("urn:xmpp:sasl:2"))]
#[derive(Clone, Default, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "tasks", new = "A choice of these tasks.", parameters = [tasks])]
#[non_exhaustive]
pub struct Tasks {
    /// The names; at least one. Those that start with `UPGR-` are [upgrades](crate::upgrade).
    #[xml(child_text = "task")]
    pub tasks: Vec<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Starts a task: the answer to [`Continue`].
///
/// [XEP-0388 §2.6.3](https://xmpp.org/extensions/xep-0388.html#continue)
#[doc(alias("XEP-0388", "XEP0388", "0388"))]
#[doc(alias("urn:xmpp:sasl:2"))]
#[derive(Clone, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "next", new = "Starts the task with this name.", with)]
#[non_exhaustive]
pub struct Next {
    /// The name of the task, one of those offered.
    #[xml(attribute)]
    pub task: String,
    /// The client's initial data for the task.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A step of a task, from either side.
///
/// [XEP-0388 §2.6.3](https://xmpp.org/extensions/xep-0388.html#continue)
#[doc(alias("XEP-0388", "XEP0388", "0388"))]
#[doc(alias("urn:xmpp:sasl:2"))]
#[derive(Clone, Default, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "task-data", new = "A step without data.", with)]
#[non_exhaustive]
pub struct TaskData {
    /// The data of the task.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The client aborts authentication; the server answers with a [`Failure`].
///
/// [XEP-0388 §4.5](https://xmpp.org/extensions/xep-0388.html)
#[doc(alias("XEP-0388", "XEP0388", "0388"))]
#[doc(alias("urn:xmpp:sasl:2"))]
#[derive(Clone, Default, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = NS, name = "abort", new = "Aborts.", with)]
#[non_exhaustive]
pub struct Abort {
    /// A description in words. `None` if there is none.
    #[xml(child_text = "text")]
    pub text: Option<String>,
    /// Conditions of other specifications.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A client's top-level elements during authentication. A server disconnects a client that sends anything else in
/// between, even white space.
///
/// [XEP-0388 §2.4](https://xmpp.org/extensions/xep-0388.html)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[expect(
    clippy::large_enum_variant,
    reason = "there is one of them, and once in a stream"
)]
#[non_exhaustive]
pub enum ClientStep {
    /// `authenticate`
    Authenticate(Authenticate),
    /// `response`
    Response(Response),
    /// `next`
    Next(Next),
    /// `task-data`
    TaskData(TaskData),
    /// `abort`
    Abort(Abort),
}

/// A server's top-level elements during authentication.
///
/// [XEP-0388 §2.4](https://xmpp.org/extensions/xep-0388.html)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[expect(
    clippy::large_enum_variant,
    reason = "there is one of them, and once in a stream"
)]
#[non_exhaustive]
pub enum ServerStep {
    /// `challenge`
    Challenge(Challenge),
    /// `success`
    Success(Success),
    /// `failure`
    Failure(Failure),
    /// `continue`
    Continue(Continue),
    /// `task-data`
    TaskData(TaskData),
}

/// The session after [`Success`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Session<'a> {
    /// The former stream has been resumed, with its resource. No features follow; stanzas do.
    Resumed(&'a stream_management::Resumed),
    /// A new resource, from [`authorization_identifier`](Success::authorization_identifier).
    Bound(&'a bind2::Bound),
    /// Authentication only; bind a resource with the [feature](xmpp_stream_errors::bind) that follows.
    Authenticated,
}

/// Data of a mechanism in base64. White space is ignored when reading, though not allowed; all else is as strict as in
/// [`Octets`]: only the alphabet of [RFC 4648 §4](https://www.rfc-editor.org/rfc/rfc4648#section-4), with padding, and with
/// zero trailing bits. It is written without white space. An empty text is empty data; missing data has no element.
///
/// `Debug` shows the number of bytes, but not the bytes, which may be secret.
///
/// [XEP-0388 §2.2](https://xmpp.org/extensions/xep-0388.html)
///
/// ```
/// use xmpp_sessions::sasl2::{Failure, Response};
/// use xmpp_stream_errors::sasl::Condition;
///
/// let response = |text: &str| xmpp_xml::from_str::<Response>(&format!("<response xmlns='urn:xmpp:sasl:2'>{text}</response>"));
/// assert_eq!(response("\n  dGVh\n")?.data.0, b"tea");
/// let error = response("dGV").unwrap_err();
/// assert_eq!(Failure::from(&error).condition(), Some(&Condition::IncorrectEncoding));
/// # Ok::<(), xmpp_xml::Error>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq, Hash)]
#[expect(clippy::exhaustive_structs, reason = "bytes are all there can be")]
pub struct Data(pub Vec<u8>);

impl Authentication {
    /// The first of the [`payloads`](Self::payloads) that is a `T`, parsed. `None` if there is none.
    ///
    /// # Errors
    /// There is such a payload, but it is invalid.
    pub fn payload<T: Element>(&self) -> Result<Option<T>, Error> {
        payloads::first(self.payloads.iter(), "/authentication")
    }
}

impl Inline {
    /// Whether streams with this version of stream management can be resumed.
    #[must_use]
    pub fn can_resume(&self, version: stream_management::Version) -> bool {
        self.stream_management
            .iter()
            .any(|offer| offer.version == version)
    }

    /// The first of the [`payloads`](Self::payloads) that is a `T`, parsed. `None` if there is none.
    ///
    /// # Errors
    /// There is such a payload, but it is invalid.
    pub fn payload<T: Element>(&self) -> Result<Option<T>, Error> {
        payloads::first(self.payloads.iter(), "/inline")
    }
}

impl Authenticate {
    /// The first of the [`payloads`](Self::payloads) that is a `T`, parsed. `None` if there is none.
    ///
    /// # Errors
    /// There is such a payload, but it is invalid.
    pub fn payload<T: Element>(&self) -> Result<Option<T>, Error> {
        payloads::first(self.payloads.iter(), "/authenticate")
    }
}

impl Success {
    /// The session of a client that sent `request`. `None` if the server claims to have resumed a stream that was not requested:
    /// nothing is known about what it has handled, and the connection should be closed.
    ///
    /// A server that resumes a stream binds no resource. If it claims to have done both, resumption takes precedence.
    #[must_use]
    pub fn session(&self, request: &Authenticate) -> Option<Session<'_>> {
        match (&self.resumed, &self.bound) {
            (Some(resumed), _) => {
                let requested = request.resume.as_ref();
                let is_requested = requested.is_some_and(|resume| resumed.answers(resume));
                is_requested.then_some(Session::Resumed(resumed))
            }
            (None, Some(bound)) => Some(Session::Bound(bound)),
            (None, None) => Some(Session::Authenticated),
        }
    }

    /// The first of the [`payloads`](Self::payloads) that is a `T`, parsed. `None` if there is none.
    ///
    /// # Errors
    /// There is such a payload, but it is invalid.
    pub fn payload<T: Element>(&self) -> Result<Option<T>, Error> {
        payloads::first(self.payloads.iter(), "/success")
    }
}

impl Failure {
    /// A failure for this reason.
    #[must_use]
    pub fn new(condition: Condition) -> Self {
        Self {
            condition: Some(DefinedCondition::new(condition)),
            ..Self::default()
        }
    }

    /// The same failure with this description.
    #[must_use]
    pub fn with_text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
    }

    /// The same failure with one more condition of another specification.
    ///
    /// # Errors
    /// The condition contains something that XML cannot carry.
    pub fn with_application<T: Element>(mut self, reason: &T) -> Result<Self, Error> {
        self.application.push(RawElement::from_element(reason)?);
        Ok(self)
    }

    /// The condition. `None` if the server does not specify one.
    #[must_use]
    pub fn condition(&self) -> Option<&Condition> {
        self.condition.as_ref().map(|condition| &condition.name)
    }

    /// The first of the [`application`](Self::application) conditions that is a `T`, parsed. `None` if there is none.
    ///
    /// # Errors
    /// There is such a condition, but it is invalid.
    pub fn application<T: Element>(&self) -> Result<Option<T>, Error> {
        payloads::first(self.application.iter(), "/failure")
    }
}

/// The failure that answers a step of the client that could not be read.
///
/// [`IncorrectEncoding`](Condition::IncorrectEncoding) if the base64 is invalid,
/// [`InvalidMechanism`](Condition::InvalidMechanism) if there is no mechanism, otherwise
/// [`MalformedRequest`](Condition::MalformedRequest). It has no text, as the input may be secret.
///
/// [RFC 6120 §6.5](https://www.rfc-editor.org/rfc/rfc6120#section-6.5)
impl From<&Error> for Failure {
    fn from(error: &Error) -> Self {
        Self::new(match error.kind() {
            ErrorKind::InvalidValue { expected, .. } if *expected == Data::EXPECTED => {
                Condition::IncorrectEncoding
            }
            ErrorKind::MissingAttribute {
                name: "mechanism", ..
            } => Condition::InvalidMechanism,
            _ => Condition::MalformedRequest,
        })
    }
}

impl Next {
    /// The first of the [`payloads`](Self::payloads) that is a `T`, parsed. `None` if there is none.
    ///
    /// # Errors
    /// There is such a payload, but it is invalid.
    pub fn payload<T: Element>(&self) -> Result<Option<T>, Error> {
        payloads::first(self.payloads.iter(), "/next")
    }
}

impl TaskData {
    /// A step with only this payload.
    ///
    /// # Errors
    /// The payload contains something that XML cannot carry.
    pub fn of<T: Element>(payload: &T) -> Result<Self, Error> {
        Ok(Self::new().with_payloads([RawElement::from_element(payload)?]))
    }

    /// The first of the [`payloads`](Self::payloads) that is a `T`, parsed. `None` if there is none.
    ///
    /// # Errors
    /// There is such a payload, but it is invalid.
    pub fn payload<T: Element>(&self) -> Result<Option<T>, Error> {
        payloads::first(self.payloads.iter(), "/task-data")
    }
}

impl From<Vec<u8>> for Data {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl fmt::Debug for Data {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Data({} bytes)", self.0.len())
    }
}

impl Value for Data {
    const EXPECTED: &'static str = "base64 with padding";
    const EXAMPLES: &'static [&'static str] = &["", "AQID", "AQI=", "AQ==", "\n AQ\n== "];
    const IS_SECRET: bool = true;

    fn parse(text: &str) -> Result<Self, InvalidValue> {
        let is_space = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r');
        let octets = if text.contains(is_space) {
            Octets::parse(&text.split(is_space).collect::<String>())
        } else {
            Octets::parse(text)
        };
        octets.map(|octets| Self(octets.0))
    }

    fn write(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        Octets(self.0.clone()).write(out)
    }
}
