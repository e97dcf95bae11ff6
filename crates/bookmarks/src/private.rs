//! What clients keep at their server, for themselves: any XML.
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

/// Stores elements, asks for one, or answers with what is stored. What is stored is known by name and namespace of the
/// element; until something is, the server answers with the element as it was asked for.
///
/// [XEP-0049 §2](https://xmpp.org/extensions/xep-0049.html)
#[doc(alias("XEP-0049", "XEP0049", "0049"))]
#[doc(alias("jabber:iq:private"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "query")]
#[non_exhaustive]
pub struct Query {
    /// The elements: in a request to get one, an empty one of that name; else one or several of one namespace.
    #[xml(child, strict)]
    pub payloads: Vec<RawElement>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Query {
    /// Stores this element in an iq of type `set`, or asks for what is stored under its name in one of type `get`, where the
    /// element should be empty.
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
    /// The element has something that XML cannot carry.
    pub fn new<T: Element>(element: &T) -> Result<Self, Error> {
        Ok(Self {
            payloads: vec![RawElement::from_element(element)?],
            extra: Extra::new(),
        })
    }

    /// The first element that is a `T`, read as one; `None` where there is none.
    ///
    /// # Errors
    /// The element is there but something that `T` needs is missing or invalid.
    pub fn get<T: Element>(&self) -> Result<Option<T>, Error> {
        payloads::first(self.payloads.iter(), "/query")
    }

    /// What is stored, by an answer to a request of one's own; `None` where the server answers with nothing.
    ///
    /// Private storage is the account's: an iq that is not the [answer](Iq::is_answer_to) to this `request` of `account` is
    /// refused, since somebody else would choose what the client takes for its own.
    ///
    /// # Errors
    /// Those of [`Iq::answer`]; or the iq is not the answer to the request.
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

    /// What a client asks for or stores, for its server that has read this; `None` for an iq that is no such request.
    /// `sender` is the full JID of the client's stream, not what the iq says.
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
    /// The error to answer with: the storage is somebody else's ([`Forbidden`](Condition::Forbidden)); there is no element,
    /// there are several to get, of several namespaces, or of none or this one ([`NotAcceptable`](Condition::NotAcceptable)); or
    /// the request cannot be read.
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
