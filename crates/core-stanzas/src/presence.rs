//! Presence: [RFC 6121, sections 3 and 4](https://www.rfc-editor.org/rfc/rfc6121#section-4).

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_xml::{Extra, LanguageTag, OtherToken, RawElement, Xml};

use crate::error::StanzaError;
use crate::payload::payload_methods;
use crate::stanza::{CLIENT, COMPONENT, SERVER, StanzaNamespace, addressing_methods, id_method};
use crate::text;

/// A presence: that somebody is there, or asks or grants to be told so.
///
/// [RFC 6120, section 8.2.2](https://www.rfc-editor.org/rfc/rfc6120#section-8.2.2)
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(name = "presence")]
#[non_exhaustive]
pub struct Presence {
    /// The namespace of the stream that it is made for.
    #[xml(namespace)]
    pub namespace: StanzaNamespace,
    /// Who sends it; absent where the stream says it.
    #[xml(attribute)]
    pub from: Option<Jid>,
    /// Whom it is meant for; absent for all who are subscribed.
    #[xml(attribute)]
    pub to: Option<Jid>,
    /// What the sender tracks it by; absent when it does not.
    #[xml(attribute)]
    pub id: Option<String>,
    /// What it tells or asks; absent when the sender is available.
    #[xml(attribute = "type")]
    pub kind: Option<PresenceKind>,
    /// The language of all texts inside that do not tell their own; absent when unknown.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// How available the sender is; absent for simply available.
    #[xml(child_text)]
    pub show: Option<Show>,
    /// The availability in words, in one language each.
    #[xml(child)]
    pub statuses: Vec<Status>,
    /// Which of several resources is to get messages, the greatest first; negative for never. Absent for 0.
    #[xml(child_text)]
    pub priority: Option<i8>,
    /// What extensions put in.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// What went wrong: in a presence of the kind [`PresenceKind::Error`]. Absent otherwise.
    #[xml(child)]
    pub error: Option<StanzaError>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Presence {
    /// That the sender is available, in `jabber:client`.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The same presence, of this kind.
    #[must_use]
    pub fn with_kind(mut self, kind: PresenceKind) -> Self {
        self.kind = Some(kind);
        self
    }

    /// The text of the status in the language that is preferred, chosen as with
    /// [`Message::body`](crate::Message::body).
    #[must_use]
    pub fn status(&self, preferred: &[LanguageTag]) -> Option<&str> {
        text::best(&self.statuses, self.lang.as_ref(), preferred).map(|status| status.text.as_str())
    }

    /// Whether it tells of an error; such a presence is not answered.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.kind == Some(PresenceKind::Error)
    }

    /// The presence that tells its sender of an error: addresses swapped, same `id`. Absent for one that is an error
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
            kind: Some(PresenceKind::Error),
            error: Some(error.into()),
            ..Self::new()
        })
    }
}

addressing_methods!(Presence);
id_method!(Presence);
payload_methods!(Presence, "/presence");

/// The availability in words, in one language.
///
/// [RFC 6121, section 4.7.2.2](https://www.rfc-editor.org/rfc/rfc6121#section-4.7.2.2)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = [CLIENT, SERVER, COMPONENT], name = "status")]
#[non_exhaustive]
pub struct Status {
    /// Its language; absent for that of the presence.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The text.
    #[xml(text)]
    pub text: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

text::localized!(Status);

/// What a presence tells or asks.
///
/// [RFC 6121, section 4.7.1](https://www.rfc-editor.org/rfc/rfc6121#section-4.7.1)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum PresenceKind {
    /// An earlier presence could not be delivered or processed.
    Error,
    /// A server asks for the current presence of a contact.
    Probe,
    /// The sender asks to be told the presence of the recipient.
    Subscribe,
    /// The sender lets the recipient be told its presence.
    Subscribed,
    /// The sender is no longer available.
    Unavailable,
    /// The sender no longer wants to be told the presence of the recipient.
    Unsubscribe,
    /// The sender refuses, or no longer lets the recipient be told its presence.
    Unsubscribed,
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}

/// How available somebody is.
///
/// [RFC 6121, section 4.7.2.1](https://www.rfc-editor.org/rfc/rfc6121#section-4.7.2.1)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum Show {
    /// Away for a short while.
    Away,
    /// Eager to chat.
    Chat,
    /// Busy: do not disturb.
    Dnd,
    /// Away for long: extended away.
    Xa,
    /// Another.
    #[xml(other)]
    Other(OtherToken),
}
