//! Private XML storage: any XML that clients store on their server for themselves.
//!
//! [XEP-0049, Private XML Storage](https://xmpp.org/extensions/xep-0049.html)

use alloc::boxed::Box;
use alloc::vec;
use alloc::vec::Vec;

use xmpp_core_stanzas::{AnswerError, Condition, Iq, IqKind, StanzaError};
use xmpp_jid::Jid;
use xmpp_xml::{Element, Error, Extra, RawElement, Xml, payloads};

/// The namespace.
pub const NS: &str = "jabber:iq:private";

/// A request to store elements or to retrieve one, or the result. Stored data is identified by the name and namespace of
/// the element; if nothing is stored, the server returns the requested element unchanged.
///
/// [XEP-0049 §2](https://xmpp.org/extensions/xep-0049.html)
#[doc(alias("XEP-0049", "XEP0049", "0049"))]
#[doc(alias("jabber:iq:private"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "query", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Query {
    /// The elements: in a request to retrieve, a single empty one; otherwise one or several in the same namespace.
    #[xml(child, strict)]
    pub payloads: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Query {
    /// In an iq of type `set`, stores this element; in one of type `get`, where the element should be empty, retrieves what is
    /// stored under its name.
    ///
    /// ```
    /// use xmpp_bookmarks::{private::Query, storage::Storage};
    ///
    /// assert_eq!(
    ///     xmpp_xml::to_string(&Query::new(&Storage::new())?)?,
    ///     "<query xmlns='jabber:iq:private'><storage xmlns='storage:bookmarks'/></query>"
    /// );
    /// # Ok::<(), xmpp_xml::Error>(())
    /// ```
    ///
    /// # Errors
    /// The element contains something that XML cannot carry.
    pub fn new<T: Element>(element: &T) -> Result<Self, Error> {
        Ok(Self {
            payloads: vec![RawElement::from_element(element)?],
            extra: Extra::new(),
        })
    }

    /// The first element that is a `T`, parsed. `None` if there is none.
    ///
    /// # Errors
    /// The element is there, but something that `T` requires is missing or invalid.
    pub fn get<T: Element>(&self) -> Result<Option<T>, Error> {
        payloads::first(self.payloads.iter(), "/query")
    }

    /// The stored element, in an answer to the client's own request. `None` if the server returns nothing.
    ///
    /// Private storage belongs to the account: an iq that is not the [answer](Iq::is_answer_to) to this `request` of `account`
    /// is rejected, since anybody else could replace the client's data.
    ///
    /// # Errors
    /// Same as [`Iq::answer`]; also if the iq is not the answer to the request.
    pub fn stored<T: Element>(
        answer: &Iq,
        request: &Iq,
        account: &Jid,
    ) -> Result<Option<T>, AnswerError> {
        if !answer.is_answer_to(request, account) {
            return Err(AnswerError::NotAnAnswer);
        }
        match answer.answer::<Self>()? {
            Some(query) => Ok(query.get()?),
            None => Ok(None),
        }
    }

    /// A client's request, for its server. `None` if the iq is not such a request.
    /// `sender` is the full JID of the client's stream, not the `from` of the iq.
    ///
    /// ```
    /// use xmpp_bookmarks::private::Query;
    /// use xmpp_core_stanzas::{Condition, Iq};
    /// use xmpp_jid::Jid;
    ///
    /// let iq: Iq = xmpp_xml::from_str(
    ///     "<iq xmlns='jabber:client' type='get' id='1' to='miller@mill.example'>\
    ///      <query xmlns='jabber:iq:private'><storage xmlns='storage:bookmarks'/></query></iq>",
    /// )?;
    /// let miller = Jid::new("miller@mill.example/wheel")?;
    /// let knave = Jid::new("knave@mill.example/door")?;
    /// assert!(Query::of(&iq, &miller).unwrap().is_some());
    /// assert_eq!(Query::of(&iq, &knave).unwrap_err().condition(), Some(&Condition::Forbidden));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// [XEP-0049 §3](https://xmpp.org/extensions/xep-0049.html)
    ///
    /// # Errors
    /// The error to answer with: the storage is not the sender's ([`Forbidden`](Condition::Forbidden)); there is no element,
    /// or several to retrieve, or they are in several namespaces, in none or in this one
    /// ([`NotAcceptable`](Condition::NotAcceptable)); or the request cannot be read.
    pub fn of(iq: &Iq, sender: &Jid) -> Result<Option<Self>, Box<StanzaError>> {
        let query = match iq.kind {
            Some(IqKind::Get) => iq.as_get::<Self>(),
            Some(IqKind::Set) => iq.as_set::<Self>(),
            _ => return Ok(None),
        };
        let is_own =
            |to: &Jid| to.is_valid() && sender.is_valid() && to.is_bare() && to.bare_eq(sender);
        if !matches!(query, Ok(None)) && !iq.to.as_ref().is_none_or(is_own) {
            return Err(Box::new(StanzaError::new(Condition::Forbidden)));
        }
        let Some(query) = query.map_err(|error| Box::new(StanzaError::from(&error)))? else {
            return Ok(None);
        };
        let not_acceptable = || Box::new(StanzaError::new(Condition::NotAcceptable));
        let (first, rest) = query.payloads.split_first().ok_or_else(not_acceptable)?;
        let namespace = first.namespace();
        let is_one_namespace = rest.iter().all(|other| other.namespace() == namespace);
        let is_one_to_get = iq.kind != Some(IqKind::Get) || rest.is_empty();
        if is_one_namespace && is_one_to_get && !matches!(namespace, "" | NS) {
            Ok(Some(query))
        } else {
            Err(not_acceptable())
        }
    }
}
