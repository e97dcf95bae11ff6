//! Messages: [RFC 6121, section 5](https://www.rfc-editor.org/rfc/rfc6121#section-5).

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_xml::{Extra, LanguageTag, OtherToken, RawElement, Xml};

use crate::error::StanzaError;
use crate::payload::payload_methods;
use crate::stanza::{CLIENT, COMPONENT, SERVER, StanzaNamespace, addressing_methods, id_method};
use crate::text;

/// A message: pushed to somebody, and no answer is owed.
///
/// [RFC 6120, section 8.2.1](https://www.rfc-editor.org/rfc/rfc6120#section-8.2.1)
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(name = "message")]
#[non_exhaustive]
pub struct Message {
    /// The namespace of the stream that it is made for.
    #[xml(namespace)]
    pub namespace: StanzaNamespace,
    /// Who sends it; absent where the stream says it.
    #[xml(attribute)]
    pub from: Option<Jid>,
    /// Whom it is meant for; absent for the account that the stream belongs to.
    #[xml(attribute)]
    pub to: Option<Jid>,
    /// What the sender tracks it by; absent when it does not.
    #[xml(attribute)]
    pub id: Option<String>,
    /// In what context it is sent; absent for [`MessageKind::Normal`].
    #[xml(attribute = "type")]
    pub kind: Option<MessageKind>,
    /// The language of all texts inside that do not tell their own; absent when unknown.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The topic, in one language each.
    #[xml(child)]
    pub subjects: Vec<Subject>,
    /// The text, in one language each.
    #[xml(child)]
    pub bodies: Vec<Body>,
    /// The conversation that it belongs to; absent when it is not said.
    #[xml(child)]
    pub thread: Option<Thread>,
    /// What extensions put in.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// What went wrong: in a message of the kind [`MessageKind::Error`]. Absent otherwise.
    #[xml(child)]
    pub error: Option<StanzaError>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Message {
    /// An empty message in `jabber:client`.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The same message, of this kind.
    #[must_use]
    pub fn with_kind(mut self, kind: MessageKind) -> Self {
        self.kind = Some(kind);
        self
    }

    /// The same message with one more body, in the language of the message.
    #[must_use]
    pub fn with_body(mut self, text: &str) -> Self {
        self.bodies.push(Body::new(text));
        self
    }

    /// The kind that counts: one that is absent or unknown is [`MessageKind::Normal`].
    ///
    /// [RFC 6121, section 5.2.2](https://www.rfc-editor.org/rfc/rfc6121#section-5.2.2)
    #[must_use]
    pub fn effective_kind(&self) -> MessageKind {
        match &self.kind {
            None | Some(MessageKind::Other(_)) => MessageKind::Normal,
            Some(known) => known.clone(),
        }
    }

    /// The text of the body in the language that is preferred: for each of the languages, most wanted first, a body in
    /// just that language, or else one of the same primary language. If there is none, the body that does not tell
    /// its language, or else the first.
    ///
    /// A body that does not tell its language is in that of the message. Absent when there is no body.
    #[must_use]
    pub fn body(&self, preferred: &[LanguageTag]) -> Option<&str> {
        text::best(&self.bodies, self.lang.as_ref(), preferred).map(|body| body.text.as_str())
    }

    /// The text of the subject in the language that is preferred, chosen as with [`body`](Self::body).
    #[must_use]
    pub fn subject(&self, preferred: &[LanguageTag]) -> Option<&str> {
        text::best(&self.subjects, self.lang.as_ref(), preferred)
            .map(|subject| subject.text.as_str())
    }

    /// Whether it tells of an error; such a message is not answered.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.kind == Some(MessageKind::Error)
    }

    /// The message that tells its sender of an error: addresses swapped, same `id`. Absent for one that is an error
    /// itself, since errors are not answered.
    ///
    /// [RFC 6120, section 8.3.1](https://www.rfc-editor.org/rfc/rfc6120#section-8.3.1)
    #[must_use]
    pub fn error_reply(&self, error: impl Into<StanzaError>) -> Option<Self> {
        (!self.is_error()).then(|| Self {
            namespace: self.namespace,
            from: self.to.clone(),
            to: self.from.clone(),
            id: self.id.clone(),
            kind: Some(MessageKind::Error),
            error: Some(error.into()),
            ..Self::new()
        })
    }
}

addressing_methods!(Message);
id_method!(Message);
payload_methods!(Message, "/message");

/// The topic of a message, in one language.
///
/// [RFC 6121, section 5.2.4](https://www.rfc-editor.org/rfc/rfc6121#section-5.2.4)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = [CLIENT, SERVER, COMPONENT], name = "subject")]
#[non_exhaustive]
pub struct Subject {
    /// Its language; absent for that of the message.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The text. In a room, an empty one clears the subject.
    #[xml(text)]
    pub text: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The text of a message, in one language.
///
/// [RFC 6121, section 5.2.3](https://www.rfc-editor.org/rfc/rfc6121#section-5.2.3)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = [CLIENT, SERVER, COMPONENT], name = "body")]
#[non_exhaustive]
pub struct Body {
    /// Its language; absent for that of the message.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The text.
    #[xml(text)]
    pub text: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

text::localized!(Subject, Body);

/// The conversation that a message belongs to.
///
/// [RFC 6121, section 5.2.5](https://www.rfc-editor.org/rfc/rfc6121#section-5.2.5)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = [CLIENT, SERVER, COMPONENT], name = "thread")]
#[non_exhaustive]
pub struct Thread {
    /// The conversation that this one branched off from; absent for one of its own.
    #[xml(attribute)]
    pub parent: Option<String>,
    /// What it is known by: an opaque text.
    #[xml(text)]
    pub id: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Thread {
    /// A conversation that did not branch off from another.
    #[must_use]
    pub fn new(id: &str) -> Self {
        Self {
            parent: None,
            id: id.into(),
            extra: Extra::new(),
        }
    }
}

/// In what context a message is sent.
///
/// [RFC 6121, section 5.2.2](https://www.rfc-editor.org/rfc/rfc6121#section-5.2.2)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum MessageKind {
    /// In a conversation of two.
    Chat,
    /// It tells that an earlier message could not be delivered or processed.
    Error,
    /// In a room of many.
    Groupchat,
    /// An alert that expects no answer.
    Headline,
    /// Outside of any conversation, an answer expected.
    Normal,
    /// Another: to be treated as [`Normal`](Self::Normal).
    #[xml(other)]
    Other(OtherToken),
}
