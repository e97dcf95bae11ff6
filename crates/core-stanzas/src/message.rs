//! Messages: [RFC 6121, section 5](https://www.rfc-editor.org/rfc/rfc6121#section-5).

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_xml::{Extra, LanguageTag, OtherToken, RawElement, Xml};

use crate::error::StanzaError;
use crate::payload::{payload_methods, set_payload_methods};
use crate::stanza::{
    CLIENT, COMPONENT, COMPONENT_CONNECT, SERVER, StanzaNamespace, stanza_methods,
};
use crate::text;

/// A message: pushed to somebody, and no answer is owed.
///
/// [RFC 6120, section 8.2.1](https://www.rfc-editor.org/rfc/rfc6120#section-8.2.1)
#[doc(alias("RFC 6120", "RFC6120", "6120"))]
#[doc(alias("jabber:client", "jabber:server", "jabber:component:accept"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(name = "message")]
#[non_exhaustive]
pub struct Message {
    /// The namespace of the stream that it is made for; [`with_namespace`](Self::with_namespace) moves it.
    #[xml(namespace)]
    pub namespace: StanzaNamespace,
    /// The sender. `None` where the stream implies it.
    #[xml(attribute)]
    pub from: Option<Jid>,
    /// The recipient. `None` for the account that the stream belongs to.
    #[xml(attribute)]
    pub to: Option<Jid>,
    /// The identifier that the sender has chosen. `None` where it has not.
    #[xml(attribute)]
    pub id: Option<String>,
    /// In what context it is sent. `None` for [`MessageKind::Normal`]: see [`effective_kind`](Self::effective_kind).
    #[xml(attribute = "type")]
    pub kind: Option<MessageKind>,
    /// The language of all texts inside that have none of their own. `None` for that of the stream.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The topic, once for each language.
    #[xml(child)]
    pub subjects: Vec<Subject>,
    /// The text, once for each language. A sender may break that rule, so several of one language stay apart.
    #[xml(child)]
    pub bodies: Vec<Body>,
    /// The conversation that it belongs to. `None` where it is not said.
    #[xml(child)]
    pub thread: Option<Thread>,
    /// What extensions put in; in a message of type `error`, what it repeats of the one that could not be delivered.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// What went wrong: in a message of type `error`.
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

    /// A message to somebody in a conversation of two.
    ///
    /// ```
    /// use xmpp_core_stanzas::Message;
    /// use xmpp_jid::BareJid;
    ///
    /// let bob = BareJid::new("bob@example.com")?;
    /// let message = Message::chat(&bob, "Tea?").with_thread("t1").with_id("m1");
    /// assert_eq!(
    ///     xmpp_xml::to_string(&message)?,
    ///     "<message xmlns='jabber:client' to='bob@example.com' id='m1' type='chat'>\
    ///      <body>Tea?</body><thread>t1</thread></message>"
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn chat(to: impl Into<Jid>, text: &str) -> Self {
        Self::new()
            .with_kind(MessageKind::Chat)
            .with_to(to)
            .with_body(text)
    }

    /// A message to all occupants of a room, which is its recipient.
    #[must_use]
    pub fn groupchat(room: impl Into<Jid>, text: &str) -> Self {
        Self::new()
            .with_kind(MessageKind::Groupchat)
            .with_to(room)
            .with_body(text)
    }

    /// A message to somebody outside of any conversation.
    #[must_use]
    pub fn normal(to: impl Into<Jid>, text: &str) -> Self {
        Self::new().with_to(to).with_body(text)
    }

    /// An alert to somebody, to which no answer is expected.
    #[must_use]
    pub fn headline(to: impl Into<Jid>, text: &str) -> Self {
        Self::new()
            .with_kind(MessageKind::Headline)
            .with_to(to)
            .with_body(text)
    }

    /// The message that says this in a room, as its subject: empty to clear it.
    ///
    /// [XEP-0045 §8.1](https://xmpp.org/extensions/xep-0045.html#subject-mod)
    #[must_use]
    pub fn room_subject(room: impl Into<Jid>, subject: &str) -> Self {
        Self::new()
            .with_kind(MessageKind::Groupchat)
            .with_to(room)
            .with_subject(subject)
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

    /// The same message with one more body, in this language.
    #[must_use]
    pub fn with_body_in(mut self, lang: impl Into<LanguageTag>, text: &str) -> Self {
        self.bodies.push(Body::new(text).with_lang(lang.into()));
        self
    }

    /// The same message with one more subject, in the language of the message.
    #[must_use]
    pub fn with_subject(mut self, text: &str) -> Self {
        self.subjects.push(Subject::new(text));
        self
    }

    /// The same message, as part of the conversation of this identifier.
    #[must_use]
    pub fn with_thread(mut self, id: &str) -> Self {
        self.thread = Some(Thread::new(id));
        self
    }

    /// The kind that counts: a message without a type, or with one that is not known, is [`MessageKind::Normal`].
    ///
    /// [RFC 6121, section 5.2.2](https://www.rfc-editor.org/rfc/rfc6121#section-5.2.2)
    #[must_use]
    pub fn effective_kind(&self) -> MessageKind {
        match &self.kind {
            None | Some(MessageKind::Other(_)) => MessageKind::Normal,
            Some(known) => known.clone(),
        }
    }

    /// The text of the body in the language that is preferred, most wanted first: for each wish a body with just that tag,
    /// or with one that the tag begins with, or else in another variety of the same language. Where no wish can be met,
    /// the body without a language of its own, or else the first.
    ///
    /// A body without a language of its own is in that of the message, or else of the stream, for which see
    /// [`body_in`](Self::body_in). `None` when there is no body.
    ///
    /// `None` also for a message of type `error`, whose body is that of the message which could not be delivered: its
    /// sender has not said it. It is among the [`bodies`](Self::bodies).
    ///
    /// [RFC 6121, section 5.2.3](https://www.rfc-editor.org/rfc/rfc6121#section-5.2.3),
    /// [RFC 4647, section 3.4](https://www.rfc-editor.org/rfc/rfc4647#section-3.4)
    #[must_use]
    pub fn body(&self, preferred: &[LanguageTag]) -> Option<&str> {
        self.body_in(preferred, None)
    }

    /// As [`body`](Self::body), in a stream of this language, which holds where the message has none.
    ///
    /// ```
    /// use xmpp_core_stanzas::Message;
    /// use xmpp_xml::LanguageTag;
    ///
    /// let message: Message = xmpp_xml::from_str(
    ///     "<message xmlns='jabber:client'><body xml:lang='en'>hello</body><body>hallo</body></message>",
    /// )?;
    /// let stream = LanguageTag::new("de");
    /// assert_eq!(message.body_in(&["de-AT".into()], Some(&stream)), Some("hallo"));
    /// # Ok::<(), xmpp_xml::Error>(())
    /// ```
    ///
    /// [RFC 6120, section 8.1.5](https://www.rfc-editor.org/rfc/rfc6120#section-8.1.5)
    #[must_use]
    pub fn body_in(&self, preferred: &[LanguageTag], stream: Option<&LanguageTag>) -> Option<&str> {
        let bodies = if self.is_error() { &[] } else { &*self.bodies };
        text::best(bodies, self.lang.as_ref().or(stream), preferred).map(|body| body.text.as_str())
    }

    /// The text of the subject in the language that is preferred, chosen as with [`body`](Self::body).
    #[must_use]
    pub fn subject(&self, preferred: &[LanguageTag]) -> Option<&str> {
        self.subject_in(preferred, None)
    }

    /// As [`subject`](Self::subject), in a stream of this language, which holds where the message has none.
    #[must_use]
    pub fn subject_in(
        &self,
        preferred: &[LanguageTag],
        stream: Option<&LanguageTag>,
    ) -> Option<&str> {
        let subjects = if self.is_error() {
            &[]
        } else {
            &*self.subjects
        };
        text::best(subjects, self.lang.as_ref().or(stream), preferred)
            .map(|subject| subject.text.as_str())
    }

    /// Whether it is an error; such a message is not answered.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.kind == Some(MessageKind::Error)
    }

    /// The error that answers the message: addresses swapped, same `id`. `None` for one that is an error itself, since
    /// errors are not answered.
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

stanza_methods!(Message);
payload_methods!(Message, "/message");

/// The topic of a message, in one language.
///
/// [RFC 6121, section 5.2.4](https://www.rfc-editor.org/rfc/rfc6121#section-5.2.4)
#[doc(alias("RFC 6121", "RFC6121", "6121"))]
#[doc(alias("jabber:client", "jabber:server", "jabber:component:accept"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = [CLIENT, SERVER, COMPONENT, COMPONENT_CONNECT], name = "subject")]
#[non_exhaustive]
pub struct Subject {
    /// Its language. `None` for that of the message; an empty one ends that.
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
#[doc(alias("RFC 6121", "RFC6121", "6121"))]
#[doc(alias("jabber:client", "jabber:server", "jabber:component:accept"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = [CLIENT, SERVER, COMPONENT, COMPONENT_CONNECT], name = "body")]
#[non_exhaustive]
pub struct Body {
    /// Its language. `None` for that of the message; an empty one ends that.
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
#[doc(alias("RFC 6121", "RFC6121", "6121"))]
#[doc(alias("jabber:client", "jabber:server", "jabber:component:accept"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = [CLIENT, SERVER, COMPONENT, COMPONENT_CONNECT], name = "thread")]
#[xml(new = "A conversation that did not branch off from another.")]
#[non_exhaustive]
pub struct Thread {
    /// The conversation that this one branched off from. `None` for one of its own.
    #[xml(attribute)]
    pub parent: Option<String>,
    /// Its identifier: an opaque text.
    #[xml(text)]
    pub id: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In what context a message is sent.
///
/// [RFC 6121, section 5.2.2](https://www.rfc-editor.org/rfc/rfc6121#section-5.2.2)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum MessageKind {
    /// In a conversation of two.
    Chat,
    /// An earlier message could not be delivered or processed.
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
