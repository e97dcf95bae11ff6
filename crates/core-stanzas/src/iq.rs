//! IQ stanzas ("info/query"): [RFC 6120, section 8.2.3](https://www.rfc-editor.org/rfc/rfc6120#section-8.2.3).

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use xmpp_jid::Jid;
use xmpp_xml::registry::Place;
use xmpp_xml::{Element, Error, ErrorKind, Extra, LanguageTag, Options, RawElement, Report, Xml};

use crate::error::{Condition, StanzaError};
use crate::payload::set_payload_methods;
use crate::stanza::{StanzaNamespace, stanza_methods};

/// An IQ stanza: a request, or the answer to one.
///
/// The payload of an iq has a meaning only together with its type: an error often repeats the request that it refuses,
/// and a request and its answer often have the same name. Payloads are therefore read by role, with
/// [`as_get`](Self::as_get), [`as_set`](Self::as_set) and [`answer`](Self::answer). If the area of a
/// type [registers](xmpp_xml::registry!) its places, it is read from no other place, whatever the name of the payload.
///
/// ```
/// use xmpp_core_stanzas::{AnswerError, Condition, Iq};
/// use xmpp_xml::{Extra, Xml};
///
/// /// The tides of a harbour.
/// #[derive(Clone, Debug, PartialEq, Xml)]
/// #[xml(namespace = "urn:example:tides", name = "query")]
/// struct Tides {
///     #[xml(attribute)]
///     harbour: Option<String>,
///     #[xml(extra)]
///     extra: Extra,
/// }
///
/// let answer: Iq = xmpp_xml::from_str(
///     "<iq xmlns='jabber:client' type='result' id='1'><query xmlns='urn:example:tides' harbour='Delft'/></iq>",
/// )?;
/// let tides: Tides = answer.answer()?.expect("an answer that says something");
/// assert_eq!(tides.harbour.as_deref(), Some("Delft"));
///
/// let refusal: Iq = xmpp_xml::from_str(
///     "<iq xmlns='jabber:client' type='error' id='1'><query xmlns='urn:example:tides'/>\
///      <error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>",
/// )?;
/// let Err(AnswerError::Refused(error)) = refusal.answer::<Tides>() else { unreachable!() };
/// assert_eq!(error.condition(), Some(&Condition::ItemNotFound));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [RFC 6120, section 8.2.3](https://www.rfc-editor.org/rfc/rfc6120#section-8.2.3)
#[doc(alias("RFC 6120", "RFC6120", "6120"))]
#[doc(alias("jabber:client", "jabber:server", "jabber:component:accept"))]
#[doc(alias("jabber:component:connect"))]
#[derive(Clone, Xml)]
#[xml(name = "iq", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Iq {
    /// The content namespace, that of its stream; change it with [`with_namespace`](Self::with_namespace).
    #[xml(namespace)]
    pub namespace: StanzaNamespace,
    /// The sender. `None` if the stream implies it.
    #[xml(attribute)]
    pub from: Option<Jid>,
    /// The recipient. `None` addresses the stream's own account.
    #[xml(attribute)]
    pub to: Option<Jid>,
    /// The identifier that matches an answer to its request. Required; `None` only if it was missing and
    /// [invalid values are kept](xmpp_xml::Invalid::Keep).
    #[xml(attribute, required)]
    pub id: Option<String>,
    /// The type: a request or an answer. Required; `None` only if it was missing or none of the four, and
    /// [invalid values are kept](xmpp_xml::Invalid::Keep). Such an iq is neither a request nor an answer.
    #[xml(attribute = "type", required)]
    pub kind: Option<IqKind>,
    /// The default language of all texts in the stanza, `xml:lang`. `None` means that of the stream.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The payload: exactly one element in a request, at most one in a result. In an error, it is the repeated request,
    /// not an answer.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// What went wrong, in an iq of type `error`.
    #[xml(child)]
    pub error: Option<StanzaError>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Iq {
    /// An iq without a payload, in `jabber:client`.
    #[must_use]
    pub fn new(kind: IqKind, id: &str) -> Self {
        Self {
            namespace: StanzaNamespace::default(),
            from: None,
            to: None,
            id: Some(id.into()),
            kind: Some(kind),
            lang: None,
            payloads: Vec::new(),
            error: None,
            extra: Extra::new(),
        }
    }

    /// A request for information (type `get`) with this payload, in `jabber:client`.
    ///
    /// # Errors
    /// The payload contains something that XML cannot carry.
    pub fn get<T: Element>(id: &str, payload: &T) -> Result<Self, Error> {
        Self::new(IqKind::Get, id).with_payload(payload)
    }

    /// A request for a change (type `set`) with this payload, in `jabber:client`.
    ///
    /// # Errors
    /// The payload contains something that XML cannot carry.
    pub fn set<T: Element>(id: &str, payload: &T) -> Result<Self, Error> {
        Self::new(IqKind::Set, id).with_payload(payload)
    }

    /// The error to answer with if the iq breaks the rules of RFC 6120, whatever its payload: it has no `id` or type, or is a
    /// request without exactly one child element. `None` if it keeps the rules, and for a result or error, which is
    /// never answered.
    ///
    /// Call this first for each incoming request and send what it returns.
    ///
    /// ```
    /// use xmpp_core_stanzas::{Condition, Iq};
    ///
    /// let request: Iq = xmpp_xml::from_str("<iq xmlns='jabber:client' from='a@b.example' type='get' id='1'/>")?;
    /// let refusal = request.refusal().expect("nothing is asked");
    /// assert_eq!(refusal.error.unwrap().condition(), Some(&Condition::BadRequest));
    /// # Ok::<(), xmpp_xml::Error>(())
    /// ```
    ///
    /// [RFC 6120, section 8.2.3](https://www.rfc-editor.org/rfc/rfc6120#section-8.2.3)
    #[must_use]
    pub fn refusal(&self) -> Option<Self> {
        // An error does not belong in a request, and is a child all the same.
        let children = self.payloads.len() + usize::from(self.error.is_some());
        let is_sound = self.is_request() && self.id.is_some() && children == 1;
        if is_sound {
            return None;
        }
        self.error_reply(Condition::BadRequest)
    }

    /// The payload of a request for information, an iq of type `get`, as a `T`. `None` for any other iq, for another
    /// payload, and for a `T` that is not registered for `get`.
    ///
    /// # Errors
    /// The payload has the name of a `T`, but something that `T` requires is missing or invalid, or there is more than one
    /// payload. The path of the error begins at the stanza; its offset counts from the start of the payload.
    pub fn as_get<T: Element>(&self) -> Result<Option<T>, Error> {
        self.request(IqKind::Get, &[Place::IqGet], plainly)
    }

    /// Like [`as_get`](Self::as_get), with these options, which may be more lenient or stricter than those that the
    /// stanza was read with. Invalid values that are kept are added to the report.
    ///
    /// # Errors
    /// Same as [`as_get`](Self::as_get).
    pub fn as_get_with<T: Element>(
        &self,
        options: &Options,
        report: &mut Report,
    ) -> Result<Option<T>, Error> {
        self.request(IqKind::Get, &[Place::IqGet], |raw| by(raw, options, report))
    }

    /// The payload of a request for a change, an iq of type `set`, as a `T`. `None` for any other iq, for another
    /// payload, and for a `T` that is not registered for `set`.
    ///
    /// # Errors
    /// Same as [`as_get`](Self::as_get).
    pub fn as_set<T: Element>(&self) -> Result<Option<T>, Error> {
        self.request(IqKind::Set, &[Place::IqSet], plainly)
    }

    /// Like [`as_set`](Self::as_set), with these options; see [`as_get_with`](Self::as_get_with).
    ///
    /// # Errors
    /// Same as [`as_get`](Self::as_get).
    pub fn as_set_with<T: Element>(
        &self,
        options: &Options,
        report: &mut Report,
    ) -> Result<Option<T>, Error> {
        self.request(IqKind::Set, &[Place::IqSet], |raw| by(raw, options, report))
    }

    /// The answer, as a `T`. `None` for a result without a payload, which only confirms the request.
    ///
    /// Use [`is_answer_to`](Self::is_answer_to) to check that it matches a request, by `id` and sender.
    ///
    /// # Errors
    /// The request was refused; the iq is not an answer; or the payload cannot be read as a `T`: it is another one, there
    /// are several, or something in it is missing or invalid; or `T` is not registered for results.
    pub fn answer<T: Element>(&self) -> Result<Option<T>, AnswerError> {
        self.result(plainly)
    }

    /// Like [`answer`](Self::answer), with these options; see [`as_get_with`](Self::as_get_with).
    ///
    /// # Errors
    /// Same as [`answer`](Self::answer).
    pub fn answer_with<T: Element>(
        &self,
        options: &Options,
        report: &mut Report,
    ) -> Result<Option<T>, AnswerError> {
        self.result(|raw| by(raw, options, report))
    }

    /// The part of the request that an error repeats, as a `T`. `None` for an iq of another type, and if nothing is
    /// repeated. The sender of the error is free to put anything here, so use it only to find out what was wrong with
    /// the request.
    ///
    /// # Errors
    /// Same as [`as_get`](Self::as_get).
    pub fn echoed<T: Element>(&self) -> Result<Option<T>, Error> {
        self.request(IqKind::Error, &[Place::IqGet, Place::IqSet], plainly)
    }

    fn request<T: Element>(
        &self,
        kind: IqKind,
        places: &[Place],
        read: impl FnOnce(&RawElement) -> Result<T, Error>,
    ) -> Result<Option<T>, Error> {
        let is_meant = |raw: &RawElement| raw.is_a::<T>() && stands_in::<T>(raw, places);
        if self.kind != Some(kind) || !self.payloads.iter().any(is_meant) {
            return Ok(None);
        }
        self.payload()?.map(read).transpose()
    }

    fn result<T: Element>(
        &self,
        read: impl FnOnce(&RawElement) -> Result<T, Error>,
    ) -> Result<Option<T>, AnswerError> {
        match self.kind {
            Some(IqKind::Result) => match self.payload()? {
                Some(raw) if raw.is_a::<T>() && !stands_in::<T>(raw, &[Place::IqResult]) => {
                    let node = raw.node();
                    let kind = ErrorKind::WrongElement {
                        expected: "a type that stands in answers",
                        namespace: Box::from(node.namespace()),
                        name: Box::from(node.name()),
                    };
                    Err(Error::new(kind).at(path_of(raw), 0).into())
                }
                payload => Ok(payload.map(read).transpose()?),
            },
            Some(IqKind::Error) => {
                let error = self.error.clone().unwrap_or_default();
                Err(AnswerError::Refused(Box::new(error)))
            }
            Some(IqKind::Get | IqKind::Set) | None => Err(AnswerError::NotAnAnswer),
        }
    }

    /// The payload, of which RFC 6120 allows one: with several, different code might look at different ones.
    fn payload(&self) -> Result<Option<&RawElement>, Error> {
        match self.payloads.as_slice() {
            [] => Ok(None),
            [one] => Ok(Some(one)),
            [_, second, ..] => {
                let kind = ErrorKind::RepeatedChild {
                    element: "iq",
                    name: "payload",
                };
                Err(Error::new(kind).at(path_of(second), 0))
            }
        }
    }

    /// Whether it answers this request of the client or component `account`: its type is `result` or `error`, its `id` the
    /// same, and its sender the recipient of the request. An answer from anybody else is forged, whatever its `id`.
    ///
    /// The account itself and its server answer without a `from`, or from the account's bare JID or its domain.
    ///
    /// ```
    /// use xmpp_core_stanzas::{Iq, IqKind};
    /// use xmpp_jid::Jid;
    ///
    /// let account = Jid::new("ada@example.com/desk")?;
    /// let request = Iq::new(IqKind::Get, "7");
    /// let answer = Iq::new(IqKind::Result, "7");
    /// assert!(answer.is_answer_to(&request, &account));
    /// assert!(!answer.with_from(Jid::new("eve@example.net")?).is_answer_to(&request, &account));
    /// # Ok::<(), xmpp_jid::JidError>(())
    /// ```
    ///
    /// [RFC 6120, section 8.1.2.1](https://www.rfc-editor.org/rfc/rfc6120#section-8.1.2.1),
    /// [section 8.2.3](https://www.rfc-editor.org/rfc/rfc6120#section-8.2.3)
    #[must_use]
    pub fn is_answer_to(&self, request: &Self, account: &Jid) -> bool {
        self.is_answer()
            && request.is_request()
            && self.id.is_some()
            && self.id == request.id
            && self.is_from(request.to.as_ref(), account)
    }

    /// Whether it comes from the entity to which a request of the account was sent.
    pub(crate) fn is_from(&self, asked: Option<&Jid>, account: &Jid) -> bool {
        let is_own = |jid: &Jid| {
            jid.is_valid() && jid.is_bare() && (jid.bare_eq(account) || is_domain_of(jid, account))
        };
        match (&self.from, asked) {
            (None, asked) => asked.is_none_or(is_own),
            (Some(from), None) => is_own(from),
            (Some(from), Some(asked)) => from == asked,
        }
    }

    /// The empty result that answers this request: addresses swapped, same `id`, no payload yet. `None` for an iq that is
    /// not a request.
    #[must_use]
    pub fn reply(&self) -> Option<Self> {
        self.is_request()
            .then(|| self.reply_of(IqKind::Result, None))
    }

    /// The error that answers this request: addresses swapped, same `id`. `None` for a result or error, since these are
    /// never answered; an iq without a valid type is answered like a request.
    ///
    /// [RFC 6120, section 8.3.1](https://www.rfc-editor.org/rfc/rfc6120#section-8.3.1)
    #[must_use]
    pub fn error_reply(&self, error: impl Into<StanzaError>) -> Option<Self> {
        (!self.is_answer()).then(|| self.reply_of(IqKind::Error, Some(error.into())))
    }

    /// Whether its type is `error`.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.kind == Some(IqKind::Error)
    }

    /// Whether it is a request (`get` or `set`), which must be answered.
    #[must_use]
    pub fn is_request(&self) -> bool {
        matches!(self.kind, Some(IqKind::Get | IqKind::Set))
    }

    /// Whether it is an answer: a `result` or an `error`.
    #[must_use]
    pub fn is_answer(&self) -> bool {
        matches!(self.kind, Some(IqKind::Result | IqKind::Error))
    }

    fn reply_of(&self, kind: IqKind, error: Option<StanzaError>) -> Self {
        Self {
            namespace: self.namespace,
            from: self.to.clone(),
            to: self.from.clone(),
            error,
            ..Self::new(kind, self.id.as_deref().unwrap_or_default())
        }
    }
}

/// Whether `jid` is the server of the account.
fn is_domain_of(jid: &Jid, account: &Jid) -> bool {
    Jid::from_parts(None, account.domain(), None).is_ok_and(|domain| *jid == domain)
}

/// The path of a payload, as that of an error in it begins.
fn path_of(raw: &RawElement) -> String {
    let node = raw.node();
    let colon = if node.prefix().is_empty() { "" } else { ":" };
    format!("/iq/{}{colon}{}", node.prefix(), node.name())
}

/// Whether a payload that is a `T` by its name may stand in one of these places.
fn stands_in<T: Element>(raw: &RawElement, places: &[Place]) -> bool {
    let (node, description) = (raw.node(), T::description());
    let mut places = places.iter();
    places.any(|place| description.stands_in(&node, *place))
}

/// Reads a payload by the options that the stanza was read by.
fn plainly<T: Element>(raw: &RawElement) -> Result<T, Error> {
    raw.parse().map_err(|error| error.within("/iq"))
}

/// Reads a payload by these options.
fn by<T: Element>(raw: &RawElement, options: &Options, report: &mut Report) -> Result<T, Error> {
    let mut own = Report::default();
    let value = raw.parse_with(options, &mut own);
    let problems = own.problems.into_iter();
    report.problems.extend(problems.map(|e| e.within("/iq")));
    report
        .untyped
        .extend(own.untyped.into_iter().map(|mut untyped| {
            untyped.path.insert_str(0, "/iq");
            untyped
        }));
    report.opaque.append(&mut own.opaque);
    value.map_err(|error| error.within("/iq"))
}

stanza_methods!(Iq);
set_payload_methods!(Iq);

/// Why an iq does not contain the expected answer.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum AnswerError {
    /// The request was refused: the iq is of type `error`. The error is empty if the iq contains no `<error/>`.
    Refused(Box<StanzaError>),
    /// The request succeeded, but the payload is not the expected one, or something in it is missing or invalid.
    Invalid(Error),
    /// The iq is not an answer: it is a request, or its type is none of the four.
    NotAnAnswer,
}

impl AnswerError {
    /// The error that refused the request. `None` for the other variants.
    #[must_use]
    pub fn refusal(&self) -> Option<&StanzaError> {
        match self {
            Self::Refused(error) => Some(error),
            Self::Invalid(_) | Self::NotAnAnswer => None,
        }
    }
}

impl From<Error> for AnswerError {
    fn from(error: Error) -> Self {
        Self::Invalid(error)
    }
}

impl fmt::Display for AnswerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(error) => write!(f, "the request was refused: {error}"),
            Self::Invalid(error) => write!(f, "the answer cannot be read: {error}"),
            Self::NotAnAnswer => f.write_str("the iq is not an answer"),
        }
    }
}

impl core::error::Error for AnswerError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::Refused(error) => Some(&**error),
            Self::Invalid(error) => Some(error),
            Self::NotAnAnswer => None,
        }
    }
}

/// The type of an iq.
///
/// [RFC 6120, section 8.2.3](https://www.rfc-editor.org/rfc/rfc6120#section-8.2.3)
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Xml)]
#[expect(
    clippy::exhaustive_enums,
    reason = "RFC 6120 allows no fifth, and whoever handles an iq must handle each"
)]
pub enum IqKind {
    /// A request for information.
    Get,
    /// A request for a change.
    Set,
    /// The answer to a request that succeeded.
    Result,
    /// The answer to a request that failed.
    Error,
}
