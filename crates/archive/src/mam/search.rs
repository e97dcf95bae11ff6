//! A running query, page by page.

use alloc::boxed::Box;
use alloc::string::String;
use core::fmt;

use xmpp_core_stanzas::{AnswerError, Iq, IqKind, Message, Stanza, StanzaError};
use xmpp_jid::Jid;
use xmpp_vocabulary::delay::Delay;
use xmpp_vocabulary::result_set::ResultSet;
use xmpp_xml::{Error, ErrorKind, Extra};

use super::{Fin, Query, QueryResult, Version};
use crate::archived::{Content, content};

/// A running query: it makes the requests for one page after the other, and picks its results from the incoming
/// stanzas.
///
/// Results are accepted only from the queried archive and with the `queryid` of the page. Ignore results that no search
/// accepts: they were not requested, whoever sent them (CVE-2020-26547, for example). A message from the archive of a room
/// must also have been sent in that room: a room cannot vouch for messages from elsewhere.
///
/// ```
/// use xmpp_archive::mam::{Event, Query, Search};
/// use xmpp_core_stanzas::Stanza;
/// use xmpp_jid::Jid;
/// use xmpp_vocabulary::result_set::ResultSet;
///
/// let account = Jid::new("juliet@capulet.example/chamber")?;
/// let mut search = Search::of_account(account, Query::new().with_set(ResultSet::first_page(10)));
/// let request = search.next_request("p1")?.expect("there is a first page");
/// assert_eq!(
///     xmpp_xml::to_string(&request)?,
///     "<iq xmlns='jabber:client' id='p1' type='set'><query xmlns='urn:xmpp:mam:2' queryid='p1'>\
///      <set xmlns='http://jabber.org/protocol/rsm'><max>10</max></set></query></iq>"
/// );
///
/// let result = |from: &str| {
///     xmpp_xml::from_str::<Stanza>(&format!(
///         "<message xmlns='jabber:client' from='{from}'><result xmlns='urn:xmpp:mam:2' queryid='p1' id='7'>\
///          <forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client' from='romeo@montague.example/orchard'>\
///          <body>Call me but love.</body></message></forwarded></result></message>"
///     ))
/// };
/// assert_eq!(search.take(&result("tybalt@capulet.example")?)?, None);
/// let Some(Event::Message(archived)) = search.take(&result("juliet@capulet.example")?)? else { unreachable!() };
/// assert_eq!(archived.message.unwrap().body(&[]), Some("Call me but love."));
///
/// let end: Stanza = xmpp_xml::from_str(
///     "<iq xmlns='jabber:client' type='result' id='p1'><fin xmlns='urn:xmpp:mam:2' complete='true'>\
///      <set xmlns='http://jabber.org/protocol/rsm'><first>7</first><last>7</last></set></fin></iq>",
/// )?;
/// assert!(matches!(search.take(&end)?, Some(Event::End(_))));
/// assert_eq!(search.next_request("p2")?, None);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [XEP-0313 §4](https://xmpp.org/extensions/xep-0313.html#query),
/// [§8.2](https://xmpp.org/extensions/xep-0313.html#security-impersonation)
#[derive(Clone, Debug)]
pub struct Search {
    account: Jid,
    /// `None` for the archive of the account.
    archive: Option<Jid>,
    /// With the page to ask for next, or the one that was asked for last.
    query: Query,
    state: State,
}

/// The progress of a search.
#[derive(Clone, Debug)]
enum State {
    /// There is a page to request.
    Due,
    /// A page has been requested with this iq, which has no payload here.
    Asked(Box<Iq>),
    /// All pages have been received.
    Done,
}

impl Search {
    /// A search in the archive of the account that the client is connected as.
    ///
    /// The query determines the messages and the first page: with `before` in its set, the search goes
    /// backwards, page by page; the messages on a page are in the order of the archive in any case.
    #[must_use]
    pub fn of_account(account: impl Into<Jid>, query: Query) -> Self {
        Self {
            account: account.into(),
            archive: None,
            query,
            state: State::Due,
        }
    }

    /// Like [`of_account`](Self::of_account), in the archive of a room, for a client connected as `account`.
    #[must_use]
    pub fn of_room(room: impl Into<Jid>, account: impl Into<Jid>, query: Query) -> Self {
        Self {
            archive: Some(room.into()),
            ..Self::of_account(account, query)
        }
    }

    /// The request for the next page. `None` if all pages have been read.
    ///
    /// `id` must be unused: it becomes the `id` of the iq and also the `queryid` that the results repeat. While a
    /// page is incomplete, or after its request was refused, this requests the same page again.
    ///
    /// # Errors
    /// The query contains something that XML cannot carry.
    pub fn next_request(&mut self, id: &str) -> Result<Option<Iq>, Error> {
        if matches!(self.state, State::Done) {
            return Ok(None);
        }
        self.query.query_id = Some(String::from(id));
        let kind = match self.query.version {
            Version::Tmp => IqKind::Get,
            Version::V0 | Version::V1 | Version::V2 => IqKind::Set,
        };
        let mut iq = Iq::new(kind, id);
        iq.to.clone_from(&self.archive);
        self.state = State::Asked(Box::new(iq.clone()));
        Ok(Some(iq.with_payload(&self.query)?))
    }

    /// The part of this search in a stanza: a message, or the end of the page. `None` if it belongs to something else.
    ///
    /// # Errors
    /// Like [`take_message`](Self::take_message) and [`take_iq`](Self::take_iq).
    pub fn take(&mut self, stanza: &Stanza) -> Result<Option<Event>, SearchError> {
        match stanza {
            Stanza::Message(message) => self.take_message(message),
            Stanza::Iq(iq) => self.take_iq(iq),
            Stanza::Presence(_) => Ok(None),
        }
    }

    /// Like [`take`](Self::take), for a message.
    ///
    /// # Errors
    /// The message is a result of this search that must be ignored: a room's archive sent a message that was not sent in the
    /// room, it does not contain exactly one message, or it cannot be read. The search itself continues.
    pub fn take_message(&mut self, message: &Message) -> Result<Option<Event>, SearchError> {
        if !matches!(self.state, State::Asked(_)) || !self.is_from_archive(message) {
            return Ok(None);
        }
        if message.payloads_of::<QueryResult>().nth(1).is_some() {
            return Err(SearchError::NotOneMessage);
        }
        if let Some(result) = message.payload::<QueryResult>()? {
            return if self.is_of_query(result.query_id.as_deref()) {
                self.archived(result).map(Some)
            } else {
                Ok(None)
            };
        }
        if self.query.version != Version::V0 {
            return Ok(None);
        }
        let fin = message.payload::<Fin>()?;
        Ok(fin
            .filter(|fin| self.is_of_query(fin.query_id.as_deref()))
            .map(|fin| self.end(fin)))
    }

    /// Like [`take`](Self::take), for an iq.
    ///
    /// # Errors
    /// The archive has refused the request, or its answer cannot be read.
    pub fn take_iq(&mut self, iq: &Iq) -> Result<Option<Event>, SearchError> {
        let State::Asked(request) = &self.state else {
            return Ok(None);
        };
        if !iq.is_answer_to(request, &self.account) {
            return Ok(None);
        }
        match self.answer(iq) {
            Ok(fin) => Ok(fin.map(|fin| self.end(fin))),
            Err(error) => {
                self.state = State::Due;
                Err(error.into())
            }
        }
    }

    /// The end of the page. `None` if it comes later, in a message.
    fn answer(&self, iq: &Iq) -> Result<Option<Fin>, AnswerError> {
        let fin = match self.query.version {
            Version::V0 => {
                // The payload, if there is one at all, says nothing.
                return iq.answer::<xmpp_xml::RawElement>().map(|_| None);
            }
            Version::Tmp => iq.answer::<Query>()?.map(|query| Fin {
                version: Version::Tmp,
                set: query.set,
                ..Fin::default()
            }),
            Version::V1 | Version::V2 => iq.answer::<Fin>()?,
        };
        let missing = || {
            let kind = ErrorKind::MissingChild {
                element: "iq",
                name: "fin",
            };
            Error::new(kind).at("/iq".into(), 0)
        };
        Ok(Some(fin.ok_or_else(missing)?))
    }

    fn is_from_archive(&self, message: &Message) -> bool {
        let is_own = |jid: &Jid| jid.is_valid() && jid.is_bare() && jid.bare_eq(&self.account);
        match (&self.archive, &message.from) {
            (None, _) => message.is_from_account(&self.account),
            (Some(archive), _) if is_own(archive) => message.is_from_account(&self.account),
            (Some(archive), Some(from)) => from.is_valid() && from == archive,
            (Some(_), None) => false,
        }
    }

    fn is_of_query(&self, query_id: Option<&str>) -> bool {
        query_id.is_some() && query_id == self.query.query_id.as_deref()
    }

    /// The message in a result.
    fn archived(&self, result: QueryResult) -> Result<Event, SearchError> {
        let message = match content(&result.forwarded)? {
            Content::Nothing => None,
            Content::Message(message) => Some(*message),
            Content::Other => return Err(SearchError::NotOneMessage),
        };
        if let (Some(archive), Some(message)) = (&self.archive, &message) {
            let is_of_room = |from: &Jid| from.is_valid() && from.bare_eq(archive);
            if !message.from.as_ref().is_some_and(is_of_room) {
                return Err(SearchError::NotOfTheRoom);
            }
        }
        Ok(Event::Message(Box::new(ArchivedMessage {
            id: result.id,
            delay: result.forwarded.delay,
            message,
        })))
    }

    /// The page has ended; the query moves on to the next one, if there is one.
    fn end(&mut self, fin: Fin) -> Event {
        let wanted = self.query.set.take().unwrap_or_default();
        let next = fin.set.as_ref().filter(|_| !fin.complete);
        let next = next.and_then(|page| following(&wanted, page));
        self.state = if next.is_some() {
            State::Due
        } else {
            State::Done
        };
        self.query.set = Some(next.unwrap_or(wanted));
        Event::End(Box::new(fin))
    }
}

/// The page that follows `page`, which was the answer to `wanted`. `None` if there is none to be had: nothing was on the
/// page, nothing was to be on it, or it leads to where it began.
fn following(wanted: &ResultSet, page: &ResultSet) -> Option<ResultSet> {
    if wanted.max == Some(0) {
        return None;
    }
    let mut next = ResultSet::new();
    next.max = wanted.max;
    next.extra = Extra::clone(&wanted.extra);
    if wanted.before.is_some() {
        next.before = Some(page.first.as_ref()?.id.clone());
    } else {
        next.after = Some(page.last.clone()?);
    }
    let is_stuck = next.before == wanted.before && next.after == wanted.after;
    (!is_stuck).then_some(next)
}

/// The part of a [`Search`] in a stanza.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::exhaustive_enums, reason = "a page has messages and an end")]
pub enum Event {
    /// A message of the archive.
    Message(Box<ArchivedMessage>),
    /// The page has ended.
    End(Box<Fin>),
}

/// A verified message from the queried archive: returned by [`Search::take`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ArchivedMessage {
    /// The ID of the message in the archive.
    pub id: String,
    /// The time at which the archive received the message. `None` if not specified.
    pub delay: Option<Delay>,
    /// The message, with its original addresses. `None` if the archive has removed it.
    pub message: Option<Message>,
}

/// Why a stanza that belongs to a [`Search`] has no result.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SearchError {
    /// The archive has refused the request.
    Refused(Box<StanzaError>),
    /// A room's archive sent a message that was not sent in the room: treat it as forged.
    NotOfTheRoom,
    /// A result contains several messages, or a stanza of another kind.
    NotOneMessage,
    /// Something is missing or invalid.
    Invalid(Error),
}

impl From<Error> for SearchError {
    fn from(error: Error) -> Self {
        Self::Invalid(error)
    }
}

impl From<AnswerError> for SearchError {
    fn from(error: AnswerError) -> Self {
        match error {
            AnswerError::Refused(error) => Self::Refused(error),
            AnswerError::Invalid(error) => Self::Invalid(error),
            // A search asks for answers only.
            _ => Self::Invalid(Error::new(ErrorKind::MissingChild {
                element: "iq",
                name: "fin",
            })),
        }
    }
}

impl fmt::Display for SearchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(error) => write!(f, "the archive has refused the request: {error}"),
            Self::NotOfTheRoom => {
                f.write_str("the message was not sent in the room that archived it")
            }
            Self::NotOneMessage => f.write_str("a result has one message, and this has not"),
            Self::Invalid(error) => write!(f, "the result cannot be read: {error}"),
        }
    }
}

impl core::error::Error for SearchError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::Refused(error) => Some(&**error),
            Self::Invalid(error) => Some(error),
            Self::NotOfTheRoom | Self::NotOneMessage => None,
        }
    }
}
