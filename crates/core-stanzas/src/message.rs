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

/// A message: pushed to its recipient, without an answer.
///
/// [RFC 6120, section 8.2.1](https://www.rfc-editor.org/rfc/rfc6120#section-8.2.1)
#[doc(alias("RFC 6120", "RFC6120", "6120"))]
#[doc(alias("jabber:client", "jabber:server", "jabber:component:accept"))]
#[doc(alias("jabber:component:connect"))]
#[derive(Clone, Default, Xml)]
#[xml(name = "message", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Message {
    /// The content namespace, that of its stream; change it with [`with_namespace`](Self::with_namespace).
    #[xml(namespace)]
    pub namespace: StanzaNamespace,
    /// The sender. `None` if the stream implies it.
    #[xml(attribute)]
    pub from: Option<Jid>,
    /// The recipient. `None` addresses the stream's own account.
    #[xml(attribute)]
    pub to: Option<Jid>,
    /// The identifier that the sender chose. `None` if it chose none.
    #[xml(attribute)]
    pub id: Option<String>,
    /// The type. `None` means [`MessageKind::Normal`]; see [`effective_kind`](Self::effective_kind).
    #[xml(attribute = "type")]
    pub kind: Option<MessageKind>,
    /// The default language of all texts in the stanza, `xml:lang`. `None` means that of the stream.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The subject, at most one for each language.
    #[xml(child)]
    pub subjects: Vec<Subject>,
    /// The body, at most one for each language. Senders may break that rule; all bodies are kept.
    #[xml(child)]
    pub bodies: Vec<Body>,
    /// The conversation thread that it belongs to. `None` if not specified.
    #[xml(child)]
    pub thread: Option<Thread>,
    /// Extension payloads; in a message of type `error`, what it repeats of the undelivered message.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// What went wrong, in a message of type `error`.
    #[xml(child)]
    pub error: Option<StanzaError>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Message {
    /// An empty message in `jabber:client`.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A message in a one-to-one chat.
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

    /// A message to all occupants of a room; the recipient is the room.
    #[must_use]
    pub fn groupchat(room: impl Into<Jid>, text: &str) -> Self {
        Self::new()
            .with_kind(MessageKind::Groupchat)
            .with_to(room)
            .with_body(text)
    }

    /// A message to somebody outside of a chat.
    #[must_use]
    pub fn normal(to: impl Into<Jid>, text: &str) -> Self {
        Self::new().with_to(to).with_body(text)
    }

    /// An alert to somebody, to which no reply is expected.
    #[must_use]
    pub fn headline(to: impl Into<Jid>, text: &str) -> Self {
        Self::new()
            .with_kind(MessageKind::Headline)
            .with_to(to)
            .with_body(text)
    }

    /// A message that sets the subject of a room; empty clears it.
    ///
    /// [XEP-0045 §8.1](https://xmpp.org/extensions/xep-0045.html#subject-mod)
    #[must_use]
    pub fn room_subject(room: impl Into<Jid>, subject: &str) -> Self {
        Self::new()
            .with_kind(MessageKind::Groupchat)
            .with_to(room)
            .with_subject(subject)
    }

    /// The same message with this type.
    #[must_use]
    pub fn with_kind(mut self, kind: MessageKind) -> Self {
        self.kind = Some(kind);
        self
    }

    /// The same message with one more body, in the message's language.
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

    /// The same message with one more subject, in the message's language.
    #[must_use]
    pub fn with_subject(mut self, text: &str) -> Self {
        self.subjects.push(Subject::new(text));
        self
    }

    /// The same message in the thread with this identifier.
    #[must_use]
    pub fn with_thread(mut self, id: &str) -> Self {
        self.thread = Some(Thread::new(id));
        self
    }

    /// The type in effect: [`MessageKind::Normal`] for a message without a type or with an unknown one.
    ///
    /// [RFC 6121, section 5.2.2](https://www.rfc-editor.org/rfc/rfc6121#section-5.2.2)
    #[must_use]
    pub fn effective_kind(&self) -> MessageKind {
        match &self.kind {
            None | Some(MessageKind::Other(_)) => MessageKind::Normal,
            Some(known) => known.clone(),
        }
    }

    /// The text of the body in the preferred language, most wanted first: for each preference a body with exactly that tag, or
    /// one that is a prefix of it, or else in another variety of the same language. If none matches, the body without
    /// `xml:lang`, or else the first.
    ///
    /// A body without `xml:lang` is in the language of the message, or else of the stream; for the latter see
    /// [`body_in`](Self::body_in). `None` if there is no body.
    ///
    /// `None` also for a message of type `error`, whose body is that of the undelivered message rather than its sender's
    /// own words. It is still in [`bodies`](Self::bodies).
    ///
    /// [RFC 6121, section 5.2.3](https://www.rfc-editor.org/rfc/rfc6121#section-5.2.3),
    /// [RFC 4647, section 3.4](https://www.rfc-editor.org/rfc/rfc4647#section-3.4)
    #[must_use]
    pub fn body(&self, preferred: &[LanguageTag]) -> Option<&str> {
        self.body_in(preferred, None)
    }

    /// Like [`body`](Self::body), in a stream in this language, which applies if the message has no `xml:lang`.
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

    /// The text of the subject in the preferred language, chosen as in [`body`](Self::body).
    #[must_use]
    pub fn subject(&self, preferred: &[LanguageTag]) -> Option<&str> {
        self.subject_in(preferred, None)
    }

    /// Like [`subject`](Self::subject), in a stream in this language, which applies if the message has no `xml:lang`.
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

    /// Whether its type is `error`; such a message is never answered.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.kind == Some(MessageKind::Error)
    }

    /// A reply with this text: addresses swapped, same type and thread. The reply to a `groupchat` message goes to the
    /// whole room.
    ///
    /// `None` if the message must not be answered, because it is an error or a headline, or if its sender is unknown or
    /// invalid.
    ///
    /// ```
    /// use xmpp_core_stanzas::Message;
    ///
    /// let said: Message = xmpp_xml::from_str(
    ///     "<message xmlns='jabber:client' from='tower@muc.example/alice' type='groupchat'><body>Tea?</body></message>",
    /// )?;
    /// let reply = said.reply("Two cups, please").ok_or("it can be answered")?;
    /// assert_eq!(
    ///     xmpp_xml::to_string(&reply)?,
    ///     "<message xmlns='jabber:client' to='tower@muc.example' type='groupchat'><body>Two cups, please</body></message>"
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// [RFC 6121, section 5.1](https://www.rfc-editor.org/rfc/rfc6121#section-5.1),
    /// [XEP-0045 §7.4](https://xmpp.org/extensions/xep-0045.html#message)
    #[must_use]
    pub fn reply(&self, text: &str) -> Option<Self> {
        let sender = self.from.as_ref().filter(|from| from.is_valid())?;
        let to = match self.effective_kind() {
            MessageKind::Chat | MessageKind::Normal => sender.clone(),
            MessageKind::Groupchat => sender.to_bare().into(),
            _ => return None,
        };
        let reply = Self {
            namespace: self.namespace,
            from: self.to.clone(),
            to: Some(to),
            kind: self.kind.clone(),
            thread: self.thread.clone(),
            ..Self::new()
        };
        Some(reply.with_body(text))
    }

    /// The error that answers the message: addresses swapped, same `id`. `None` if it is an error itself, since
    /// errors are never answered.
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

/// The subject of a message, in one language.
///
/// [RFC 6121, section 5.2.4](https://www.rfc-editor.org/rfc/rfc6121#section-5.2.4)
#[doc(alias("RFC 6121", "RFC6121", "6121"))]
#[doc(alias("jabber:client", "jabber:server", "jabber:component:accept"))]
#[doc(alias("jabber:component:connect"))]
#[derive(Clone, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = [CLIENT, SERVER, COMPONENT, COMPONENT_CONNECT], name = "subject")]
#[non_exhaustive]
pub struct Subject {
    /// Its language. `None` means that of the message; an empty tag means none at all.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The text. In a room, an empty one clears the subject.
    #[xml(text)]
    pub text: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The body of a message, in one language.
///
/// [RFC 6121, section 5.2.3](https://www.rfc-editor.org/rfc/rfc6121#section-5.2.3)
#[doc(alias("RFC 6121", "RFC6121", "6121"))]
#[doc(alias("jabber:client", "jabber:server", "jabber:component:accept"))]
#[doc(alias("jabber:component:connect"))]
#[derive(Clone, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = [CLIENT, SERVER, COMPONENT, COMPONENT_CONNECT], name = "body")]
#[non_exhaustive]
pub struct Body {
    /// Its language. `None` means that of the message; an empty tag means none at all.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The text.
    #[xml(text)]
    pub text: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

text::localized!(Subject, Body);

/// The conversation thread that a message belongs to.
///
/// [RFC 6121, section 5.2.5](https://www.rfc-editor.org/rfc/rfc6121#section-5.2.5)
#[doc(alias("RFC 6121", "RFC6121", "6121"))]
#[doc(alias("jabber:client", "jabber:server", "jabber:component:accept"))]
#[doc(alias("jabber:component:connect"))]
#[derive(Clone, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = [CLIENT, SERVER, COMPONENT, COMPONENT_CONNECT], name = "thread")]
#[xml(new = "A conversation that did not branch off from another.")]
#[non_exhaustive]
pub struct Thread {
    /// The thread that this one branched off from. `None` if it is not a branch.
    #[xml(attribute)]
    pub parent: Option<String>,
    /// Its identifier, an opaque string.
    #[xml(text)]
    pub id: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The type of a message.
///
/// [RFC 6121, section 5.2.2](https://www.rfc-editor.org/rfc/rfc6121#section-5.2.2)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum MessageKind {
    /// In a one-to-one chat.
    Chat,
    /// A report that an earlier message could not be delivered or processed.
    Error,
    /// In a multi-user chat.
    Groupchat,
    /// An alert that expects no reply.
    Headline,
    /// Outside of any chat; a reply is expected.
    Normal,
    /// Any other type; treated as [`Normal`](Self::Normal).
    #[xml(other)]
    Other(OtherToken),
}
