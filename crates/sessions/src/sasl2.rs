//! SASL2: authentication, and with it whatever else a session needs, in as few round trips as there can be.
//!
//! A client sends [`Authenticate`] with a mechanism, and with what is to be done once it is let in: bind a resource, resume a
//! stream, get a token. [`Challenge`]s and [`Response`]s follow, perhaps [tasks](Continue), and [`Success`] with the
//! outcome of all of it, or a [`Failure`], by which nothing of it has been done. No new stream begins; new features follow
//! at once, unless a stream was [resumed](Session::Resumed).
//!
//! It is used under TLS only.
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

/// Among the features of a stream: the mechanisms that can be used, and what can be done along with authentication.
///
/// It is the same each time for the same header and encryption, so a client may remember it.
///
/// [XEP-0388 §2.1](https://xmpp.org/extensions/xep-0388.html#feature)
#[doc(alias("XEP-0388", "XEP0388", "0388"))]
#[doc(alias("urn:xmpp:sasl:2"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "authentication", with)]
#[xml(new = "These mechanisms can be used.", parameters = [mechanisms])]
#[non_exhaustive]
pub struct Authentication {
    /// The mechanisms. There is one at least.
    #[xml(child_text = "mechanism")]
    pub mechanisms: Vec<Mechanism>,
    /// What can be done along with authentication. `None` when there is nothing.
    #[xml(child)]
    pub inline: Option<Inline>,
    /// The [tasks](crate::upgrade) by which the hash of a password can be made anew.
    ///
    /// [XEP-0480 §2.1](https://xmpp.org/extensions/xep-0480.html#disco)
    #[xml(child)]
    pub upgrades: Vec<Upgrade>,
    /// What other specifications add, such as a [`Hostname`](crate::kerberos::Hostname).
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What can be done along with authentication.
///
/// [XEP-0388 §2.1](https://xmpp.org/extensions/xep-0388.html#feature)
#[doc(alias("XEP-0388", "XEP0388", "0388"))]
#[doc(alias("urn:xmpp:sasl:2"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "inline", new = "Nothing yet.", with)]
#[non_exhaustive]
pub struct Inline {
    /// A stream can be resumed, with each of these versions of stream management. None when it cannot.
    #[xml(child)]
    pub stream_management: Vec<stream_management::Feature>,
    /// A resource can be bound. `None` when that takes a step of its own.
    #[xml(child)]
    pub bind: Option<bind2::Feature>,
    /// Tokens can be had and used. `None` when there are none.
    #[xml(child)]
    pub fast: Option<fast::Feature>,
    /// What else can be done.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Authentication begins, with this mechanism; and what is to be done once it has succeeded. If it fails, nothing is done.
///
/// [XEP-0388 §2.3](https://xmpp.org/extensions/xep-0388.html#initiation)
#[doc(alias("XEP-0388", "XEP0388", "0388"))]
#[doc(alias("urn:xmpp:sasl:2"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "authenticate", with)]
#[xml(new = "Begins with this mechanism, and without an initial response.")]
#[non_exhaustive]
pub struct Authenticate {
    /// The mechanism, one of those that are offered.
    #[xml(attribute)]
    pub mechanism: Mechanism,
    /// The initial response, where the mechanism has one. `None` when there is none, which is not the same as one of no
    /// bytes.
    #[xml(child_text = "initial-response", strict)]
    pub initial_response: Option<Data>,
    /// Who is connecting. `None` when the client does not say.
    #[xml(child)]
    pub user_agent: Option<UserAgent>,
    /// The stream to resume. `None` for a new session. It is tried first: a server that resumes ignores
    /// [`bind`](Self::bind).
    ///
    /// [XEP-0198 §9.2](https://xmpp.org/extensions/xep-0198.html#inline-resume)
    #[xml(child)]
    pub resume: Option<stream_management::Resume>,
    /// The resource to bind. `None` when that is left for later.
    #[xml(child)]
    pub bind: Option<bind2::Request>,
    /// It is a token that the client authenticates with. `None` when it is another secret.
    #[xml(child, strict)]
    pub fast: Option<fast::Use>,
    /// The client would like a token for the next time. `None` when it would not.
    #[xml(child)]
    pub token_request: Option<fast::TokenRequest>,
    /// The [tasks](crate::upgrade) that the client would like to do.
    ///
    /// [XEP-0480 §2.2](https://xmpp.org/extensions/xep-0480.html#request)
    #[xml(child)]
    pub upgrades: Vec<Upgrade>,
    /// By which features this was written, where it was sent before those of this stream had come in. `None` when it was
    /// not. Where they have changed, the server answers with a
    /// [`ConfigVersionMismatch`](crate::pipelining::ConfigVersionMismatch).
    #[xml(child, strict)]
    pub config_version: Option<ConfigVersion>,
    /// What else is to be done.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Who is connecting, for the user to recognise. A server does not pass it on to others.
///
/// [XEP-0388 §2.3](https://xmpp.org/extensions/xep-0388.html#initiation)
#[doc(alias("XEP-0388", "XEP0388", "0388"))]
#[doc(alias("urn:xmpp:sasl:2"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "user-agent", new = "Without saying who.", with)]
#[non_exhaustive]
pub struct UserAgent {
    /// What this installation is known by, a random UUID (version 4) that it keeps. `None` when it has none; then there are no
    /// [tokens](fast).
    #[xml(attribute)]
    pub id: Option<String>,
    /// The software. `None` when that is not said.
    #[xml(child_text = "software")]
    pub software: Option<String>,
    /// The device, as its user calls it. `None` when that is not said.
    #[xml(child_text = "device")]
    pub device: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What the mechanism has the server ask.
///
/// [XEP-0388 §2.5](https://xmpp.org/extensions/xep-0388.html#challenge)
#[doc(alias("XEP-0388", "XEP0388", "0388"))]
#[doc(alias("urn:xmpp:sasl:2"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "challenge", new = "Asks this.")]
#[non_exhaustive]
pub struct Challenge {
    /// The challenge.
    #[xml(text)]
    pub data: Data,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What the mechanism has the client answer to a [`Challenge`].
///
/// [XEP-0388 §2.5](https://xmpp.org/extensions/xep-0388.html#challenge)
#[doc(alias("XEP-0388", "XEP0388", "0388"))]
#[doc(alias("urn:xmpp:sasl:2"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "response", new = "Answers this.")]
#[non_exhaustive]
pub struct Response {
    /// The response.
    #[xml(text)]
    pub data: Data,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The client is let in, and what it asked for besides has been done. [`session`](Self::session) says what it has now.
///
/// [XEP-0388 §2.6.1](https://xmpp.org/extensions/xep-0388.html#success)
#[doc(alias("XEP-0388", "XEP0388", "0388"))]
#[doc(alias("urn:xmpp:sasl:2"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "success", with)]
#[xml(new = "Lets in whoever this is.")]
#[non_exhaustive]
pub struct Success {
    /// The last word of the mechanism, which often proves who the server is. `None` when the mechanism has none, or had it
    /// in a [`Continue`].
    #[xml(child_text = "additional-data", strict)]
    pub additional_data: Option<Data>,
    /// Who the client is: a full JID once a resource is bound, else a bare JID.
    #[xml(child_text = "authorization-identifier")]
    pub authorization_identifier: Jid,
    /// The stream goes on that the client asked for. `None` when it did not ask, or cannot have it.
    #[xml(child, strict)]
    pub resumed: Option<stream_management::Resumed>,
    /// Why the stream that the client asked for does not go on. `None` when it does, or the client did not ask.
    #[xml(child)]
    pub resumption_failed: Option<stream_management::Failed>,
    /// The resource is bound. `None` when the client did not ask, or a stream was [resumed](Self::resumed).
    #[xml(child, strict)]
    pub bound: Option<bind2::Bound>,
    /// A token for the next time. It may come without having been asked for, in place of one that expires soon, which stays
    /// valid until this one is used. `None` when there is none.
    #[xml(child)]
    pub token: Option<fast::Token>,
    /// What else came of it.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Authentication has failed; it may be tried again on the same stream.
///
/// [XEP-0388 §2.6.2](https://xmpp.org/extensions/xep-0388.html#failure)
#[doc(alias("XEP-0388", "XEP0388", "0388"))]
#[doc(alias("urn:xmpp:sasl:2"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "failure")]
#[non_exhaustive]
pub struct Failure {
    /// Why, as far as RFC 6120 has a name for it. `None` only in failures that break the rules.
    #[xml(child)]
    pub condition: Option<DefinedCondition>,
    /// Why, in words for a person. `None` when there are none.
    #[xml(child_text = "text")]
    pub text: Option<String>,
    /// Why, in the terms of other specifications.
    #[xml(child)]
    pub application: Vec<RawElement>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The mechanism has succeeded, and one of these tasks is to be done before the client is let in.
///
/// Several that are all required come one after the other.
///
/// [XEP-0388 §2.6.3](https://xmpp.org/extensions/xep-0388.html#continue)
#[doc(alias("XEP-0388", "XEP0388", "0388"))]
#[doc(alias("urn:xmpp:sasl:2"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "continue", with)]
#[xml(new = "One of these tasks is to be done.")]
#[non_exhaustive]
pub struct Continue {
    /// The last word of the mechanism. `None` when it has none, or has had it.
    #[xml(child_text = "additional-data", strict)]
    pub additional_data: Option<Data>,
    /// The tasks, of which the client chooses one.
    #[xml(child)]
    pub tasks: Tasks,
    /// What the tasks are about, in words for a person. `None` when there are none.
    #[xml(child_text = "text")]
    pub text: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Tasks to choose from.
///
/// [XEP-0388 §2.6.3](https://xmpp.org/extensions/xep-0388.html#continue)
#[doc(alias("XEP-0388", "XEP0388", "0388"))]
#[doc(alias("urn:xmpp:sasl:2"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "tasks", new = "These tasks.", parameters = [tasks])]
#[non_exhaustive]
pub struct Tasks {
    /// Their names. There is one at least. Those that begin with `UPGR-` are [upgrades](crate::upgrade).
    #[xml(child_text = "task")]
    pub tasks: Vec<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The client begins a task: the answer to [`Continue`].
///
/// [XEP-0388 §2.6.3](https://xmpp.org/extensions/xep-0388.html#continue)
#[doc(alias("XEP-0388", "XEP0388", "0388"))]
#[doc(alias("urn:xmpp:sasl:2"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "next", new = "Begins the task of this name.", with)]
#[non_exhaustive]
pub struct Next {
    /// The name of the task, one of those that were offered.
    #[xml(attribute)]
    pub task: String,
    /// What the task has the client say first.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A step of a task, of either side.
///
/// [XEP-0388 §2.6.3](https://xmpp.org/extensions/xep-0388.html#continue)
#[doc(alias("XEP-0388", "XEP0388", "0388"))]
#[doc(alias("urn:xmpp:sasl:2"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "task-data", new = "Nothing yet.", with)]
#[non_exhaustive]
pub struct TaskData {
    /// What the task has that side say.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The client gives up; the server answers with a [`Failure`].
///
/// [XEP-0388 §4.5](https://xmpp.org/extensions/xep-0388.html)
#[doc(alias("XEP-0388", "XEP0388", "0388"))]
#[doc(alias("urn:xmpp:sasl:2"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "abort", new = "Gives up.", with)]
#[non_exhaustive]
pub struct Abort {
    /// Why, in words for a person. `None` when there are none.
    #[xml(child_text = "text")]
    pub text: Option<String>,
    /// Why, in the terms of other specifications.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What a client sends at the top level of a stream while it authenticates. A server disconnects one that sends anything
/// else in between, be it white space.
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

/// What a server sends at the top level of a stream while a client authenticates.
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

/// What a client has after [`Success`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Session<'a> {
    /// Its former stream goes on, with the resource that it had. No features follow: stanzas do.
    Resumed(&'a stream_management::Resumed),
    /// A new resource, part of [`authorization_identifier`](Success::authorization_identifier).
    Bound(&'a bind2::Bound),
    /// Authentication alone; a resource is bound by the [features](xmpp_stream_errors::bind) that follow.
    Authenticated,
}

/// Bytes of a mechanism in base64. White space may stand anywhere in it, as it should not; all else is as strict as in
/// [`Octets`]: the alphabet of [RFC 4648 §4](https://www.rfc-editor.org/rfc/rfc4648#section-4) alone, with padding, and with no
/// bits set that belong to no byte. It is written without white space. No text at all is no bytes: what is not there has no element.
///
/// `Debug` shows how many bytes there are and not which, for they may be secret.
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
#[derive(Clone, Default, PartialEq, Eq)]
#[expect(clippy::exhaustive_structs, reason = "bytes are all there can be")]
pub struct Data(pub Vec<u8>);

impl Authentication {
    /// The first thing in [`payloads`](Self::payloads) that is a `T`. `None` when there is none.
    ///
    /// # Errors
    /// It is there but is not valid.
    pub fn payload<T: Element>(&self) -> Result<Option<T>, Error> {
        payloads::first(self.payloads.iter(), "/authentication")
    }
}

impl Inline {
    /// Whether a stream of this version of stream management can be resumed.
    #[must_use]
    pub fn can_resume(&self, version: stream_management::Version) -> bool {
        self.stream_management
            .iter()
            .any(|offer| offer.version == version)
    }

    /// The first thing in [`payloads`](Self::payloads) that is a `T`. `None` when there is none.
    ///
    /// # Errors
    /// It is there but is not valid.
    pub fn payload<T: Element>(&self) -> Result<Option<T>, Error> {
        payloads::first(self.payloads.iter(), "/inline")
    }
}

impl Authenticate {
    /// The first thing in [`payloads`](Self::payloads) that is a `T`. `None` when there is none.
    ///
    /// # Errors
    /// It is there but is not valid.
    pub fn payload<T: Element>(&self) -> Result<Option<T>, Error> {
        payloads::first(self.payloads.iter(), "/authenticate")
    }
}

impl Success {
    /// What the client has now.
    ///
    /// A server that resumes a stream binds no resource. Of one that says it has done both, it is the stream that counts.
    #[must_use]
    pub fn session(&self) -> Session<'_> {
        match (&self.resumed, &self.bound) {
            (Some(resumed), _) => Session::Resumed(resumed),
            (None, Some(bound)) => Session::Bound(bound),
            (None, None) => Session::Authenticated,
        }
    }

    /// The first thing in [`payloads`](Self::payloads) that is a `T`. `None` when there is none.
    ///
    /// # Errors
    /// It is there but is not valid.
    pub fn payload<T: Element>(&self) -> Result<Option<T>, Error> {
        payloads::first(self.payloads.iter(), "/success")
    }
}

impl Failure {
    /// Failed for this reason.
    #[must_use]
    pub fn new(condition: Condition) -> Self {
        Self {
            condition: Some(DefinedCondition::new(condition)),
            ..Self::default()
        }
    }

    /// The same with these words.
    #[must_use]
    pub fn with_text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
    }

    /// The same with one more reason, in the terms of another specification.
    ///
    /// # Errors
    /// It has something that XML cannot carry.
    pub fn with_application<T: Element>(mut self, reason: &T) -> Result<Self, Error> {
        self.application.push(RawElement::from_element(reason)?);
        Ok(self)
    }

    /// Why it failed. `None` when the server does not say.
    #[must_use]
    pub fn condition(&self) -> Option<&Condition> {
        self.condition.as_ref().map(|condition| &condition.name)
    }

    /// The first thing in [`application`](Self::application) that is a `T`. `None` when there is none.
    ///
    /// # Errors
    /// It is there but is not valid.
    pub fn application<T: Element>(&self) -> Result<Option<T>, Error> {
        payloads::first(self.application.iter(), "/failure")
    }
}

/// The failure that answers a step of the client which could not be read.
///
/// [`IncorrectEncoding`](Condition::IncorrectEncoding) where it is the base64,
/// [`InvalidMechanism`](Condition::InvalidMechanism) where no mechanism is named, else
/// [`MalformedRequest`](Condition::MalformedRequest). There are no words with it: what was sent may be secret.
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
    /// The first thing in [`payloads`](Self::payloads) that is a `T`. `None` when there is none.
    ///
    /// # Errors
    /// It is there but is not valid.
    pub fn payload<T: Element>(&self) -> Result<Option<T>, Error> {
        payloads::first(self.payloads.iter(), "/next")
    }
}

impl TaskData {
    /// This alone.
    ///
    /// # Errors
    /// It has something that XML cannot carry.
    pub fn of<T: Element>(payload: &T) -> Result<Self, Error> {
        Ok(Self::new().with_payloads([RawElement::from_element(payload)?]))
    }

    /// The first thing in [`payloads`](Self::payloads) that is a `T`. `None` when there is none.
    ///
    /// # Errors
    /// It is there but is not valid.
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
