//! Iq, "info/query": [RFC 6120, section 8.2.3](https://www.rfc-editor.org/rfc/rfc6120#section-8.2.3).

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_xml::{Extra, LanguageTag, RawElement, Xml};

use crate::error::StanzaError;
use crate::payload::payload_methods;
use crate::stanza::{StanzaNamespace, addressing_methods};

/// A request, or the answer to one.
///
/// [RFC 6120, section 8.2.3](https://www.rfc-editor.org/rfc/rfc6120#section-8.2.3)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(name = "iq")]
#[non_exhaustive]
pub struct Iq {
    /// The namespace of the stream that it is made for.
    #[xml(namespace)]
    pub namespace: StanzaNamespace,
    /// Who sends it; absent where the stream says it.
    #[xml(attribute)]
    pub from: Option<Jid>,
    /// Whom it is meant for; absent for the account that the stream belongs to.
    #[xml(attribute)]
    pub to: Option<Jid>,
    /// What tells which answer goes with which request.
    #[xml(attribute)]
    pub id: String,
    /// Whether it is a request or an answer.
    #[xml(attribute = "type")]
    pub kind: IqKind,
    /// The language of all texts inside that do not tell their own; absent when unknown.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// What is asked or answered: one element in a request, one or none in a result, and in an error that of the
    /// request or none.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// What went wrong: in an iq of the kind [`IqKind::Error`]. Absent otherwise.
    #[xml(child)]
    pub error: Option<StanzaError>,
    /// What this type does not name, in place.
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
            id: id.into(),
            kind,
            lang: None,
            payloads: Vec::new(),
            error: None,
            extra: Extra::new(),
        }
    }

    /// The result that answers this request: addresses swapped, same `id`, no payload yet. Absent for an iq that is
    /// an answer itself, since answers are not answered.
    #[must_use]
    pub fn reply(&self) -> Option<Self> {
        self.is_request().then(|| self.answer(IqKind::Result, None))
    }

    /// The error that answers this request: addresses swapped, same `id`. Absent for an iq that is an answer itself,
    /// since answers are not answered.
    ///
    /// [RFC 6120, section 8.3.1](https://www.rfc-editor.org/rfc/rfc6120#section-8.3.1)
    #[must_use]
    pub fn error_reply(&self, error: impl Into<StanzaError>) -> Option<Self> {
        self.is_request()
            .then(|| self.answer(IqKind::Error, Some(error.into())))
    }

    /// Whether it tells of an error.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.kind == IqKind::Error
    }

    /// Whether an answer is owed.
    #[must_use]
    pub fn is_request(&self) -> bool {
        matches!(self.kind, IqKind::Get | IqKind::Set)
    }

    fn answer(&self, kind: IqKind, error: Option<StanzaError>) -> Self {
        Self {
            namespace: self.namespace,
            from: self.to.clone(),
            to: self.from.clone(),
            error,
            ..Self::new(kind, &self.id)
        }
    }
}

addressing_methods!(Iq);
payload_methods!(Iq, "/iq");

/// Whether an iq is a request or an answer.
///
/// [RFC 6120, section 8.2.3](https://www.rfc-editor.org/rfc/rfc6120#section-8.2.3)
#[derive(Clone, Copy, Debug, PartialEq, Eq, Xml)]
#[expect(
    clippy::exhaustive_enums,
    reason = "RFC 6120 allows no fifth, and whoever handles an iq must handle each"
)]
pub enum IqKind {
    /// Asks for information.
    Get,
    /// Asks for a change.
    Set,
    /// The answer to a request that was met.
    Result,
    /// The answer to a request that was not met.
    Error,
}
