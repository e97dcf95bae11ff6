//! Presence: [RFC 6121, sections 3 and 4](https://www.rfc-editor.org/rfc/rfc6121#section-4).

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

/// A presence: that somebody is available or no longer is, or a step of a subscription to that.
///
/// [RFC 6120, section 8.2.2](https://www.rfc-editor.org/rfc/rfc6120#section-8.2.2)
#[doc(alias("RFC 6120", "RFC6120", "6120"))]
#[doc(alias("jabber:client", "jabber:server", "jabber:component:accept"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(name = "presence")]
#[non_exhaustive]
pub struct Presence {
    /// The namespace of the stream that it is made for; [`with_namespace`](Self::with_namespace) moves it.
    #[xml(namespace)]
    pub namespace: StanzaNamespace,
    /// The sender. `None` where the stream implies it.
    #[xml(attribute)]
    pub from: Option<Jid>,
    /// The recipient. `None` for all who are subscribed.
    #[xml(attribute)]
    pub to: Option<Jid>,
    /// The identifier that the sender has chosen. `None` where it has not.
    #[xml(attribute)]
    pub id: Option<String>,
    /// What it is about. `None` when the sender is available: see [`effective_kind`](Self::effective_kind).
    #[xml(attribute = "type")]
    pub kind: Option<PresenceKind>,
    /// The language of all texts inside that have none of their own. `None` for that of the stream.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// How available the sender is. `None` for simply available.
    #[xml(child_text)]
    pub show: Option<Show>,
    /// The availability in words, once for each language.
    #[xml(child)]
    pub statuses: Vec<Status>,
    /// Which of several resources is to get messages, the greatest first; negative for never. `None` for 0.
    #[xml(child_text)]
    pub priority: Option<i8>,
    /// What extensions put in; in a presence of type `error`, what it repeats of the one that could not be delivered.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// What went wrong: in a presence of type `error`.
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

    /// That the sender is no longer available.
    #[must_use]
    pub fn unavailable() -> Self {
        Self::new().with_kind(PresenceKind::Unavailable)
    }

    /// Asks somebody for a subscription to their presence.
    ///
    /// [RFC 6121, section 3.1.1](https://www.rfc-editor.org/rfc/rfc6121#section-3.1.1)
    #[must_use]
    pub fn subscribe(to: impl Into<Jid>) -> Self {
        Self::new().with_kind(PresenceKind::Subscribe).with_to(to)
    }

    /// Grants somebody who asked a subscription to the sender's presence.
    ///
    /// [RFC 6121, section 3.1.4](https://www.rfc-editor.org/rfc/rfc6121#section-3.1.4)
    #[must_use]
    pub fn subscribed(to: impl Into<Jid>) -> Self {
        Self::new().with_kind(PresenceKind::Subscribed).with_to(to)
    }

    /// The same presence, of this availability.
    ///
    /// ```
    /// use xmpp_core_stanzas::{Presence, Show};
    ///
    /// let presence = Presence::new().with_show(Show::Away).with_status("At tea").with_priority(-1);
    /// assert_eq!(
    ///     xmpp_xml::to_string(&presence)?,
    ///     "<presence xmlns='jabber:client'><show>away</show><status>At tea</status>\
    ///      <priority>-1</priority></presence>"
    /// );
    /// # Ok::<(), xmpp_xml::Error>(())
    /// ```
    #[must_use]
    pub fn with_show(mut self, show: Show) -> Self {
        self.show = Some(show);
        self
    }

    /// The same presence with one more status, in the language of the presence.
    #[must_use]
    pub fn with_status(mut self, text: &str) -> Self {
        self.statuses.push(Status::new(text));
        self
    }

    /// The same presence with this priority; negative for a resource that is to get no messages.
    #[must_use]
    pub fn with_priority(mut self, priority: i8) -> Self {
        self.priority = Some(priority);
        self
    }

    /// The same presence, of this kind.
    #[must_use]
    pub fn with_kind(mut self, kind: PresenceKind) -> Self {
        self.kind = Some(kind);
        self
    }

    /// The kind that counts: a presence without a type is [`PresenceKind::Available`]. One with a type that is not known is
    /// not; it should be answered with [`bad-request`](crate::Condition::BadRequest).
    ///
    /// [RFC 6121, section 4.7.1](https://www.rfc-editor.org/rfc/rfc6121#section-4.7.1)
    #[must_use]
    pub fn effective_kind(&self) -> PresenceKind {
        self.kind.clone().unwrap_or(PresenceKind::Available)
    }

    /// Whether it says that the sender is available: it has no type, or `available`.
    #[must_use]
    pub fn is_available(&self) -> bool {
        matches!(self.kind, None | Some(PresenceKind::Available))
    }

    /// The text of the status in the language that is preferred, chosen as with
    /// [`Message::body`](crate::Message::body). `None` also for a presence of type `error`, which repeats what somebody else
    /// has said.
    #[must_use]
    pub fn status(&self, preferred: &[LanguageTag]) -> Option<&str> {
        self.status_in(preferred, None)
    }

    /// As [`status`](Self::status), in a stream of this language, which holds where the presence has none.
    ///
    /// [RFC 6120, section 8.1.5](https://www.rfc-editor.org/rfc/rfc6120#section-8.1.5)
    #[must_use]
    pub fn status_in(
        &self,
        preferred: &[LanguageTag],
        stream: Option<&LanguageTag>,
    ) -> Option<&str> {
        let statuses = if self.is_error() {
            &[]
        } else {
            &*self.statuses
        };
        text::best(statuses, self.lang.as_ref().or(stream), preferred)
            .map(|status| status.text.as_str())
    }

    /// Whether it is an error; such a presence is not answered.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.kind == Some(PresenceKind::Error)
    }

    /// The error that answers the presence: addresses swapped, same `id`. `None` for one that is an error itself, since
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
            kind: Some(PresenceKind::Error),
            error: Some(error.into()),
            ..Self::new()
        })
    }
}

stanza_methods!(Presence);
payload_methods!(Presence, "/presence");

/// The availability in words, in one language.
///
/// [RFC 6121, section 4.7.2.2](https://www.rfc-editor.org/rfc/rfc6121#section-4.7.2.2)
#[doc(alias("RFC 6121", "RFC6121", "6121"))]
#[doc(alias("jabber:client", "jabber:server", "jabber:component:accept"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = [CLIENT, SERVER, COMPONENT, COMPONENT_CONNECT], name = "status")]
#[non_exhaustive]
pub struct Status {
    /// Its language. `None` for that of the presence; an empty one ends that.
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

/// What a presence is about.
///
/// [RFC 6121, section 4.7.1](https://www.rfc-editor.org/rfc/rfc6121#section-4.7.1)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum PresenceKind {
    /// The sender is available. RFC 6121 has no such type, but says so by none; it is on the wire all the same.
    Available,
    /// An earlier presence could not be delivered or processed.
    Error,
    /// A server asks for the current presence of a contact.
    Probe,
    /// The sender asks for a subscription to the presence of the recipient.
    Subscribe,
    /// The sender grants the recipient a subscription to its presence.
    Subscribed,
    /// The sender is no longer available.
    Unavailable,
    /// The sender gives up its subscription to the presence of the recipient.
    Unsubscribe,
    /// The sender refuses the recipient a subscription to its presence, or takes it back.
    Unsubscribed,
    /// Another, which does not say that the sender is available.
    #[xml(other)]
    Other(OtherToken),
}

/// How available somebody is.
///
/// [RFC 6121, section 4.7.2.1](https://www.rfc-editor.org/rfc/rfc6121#section-4.7.2.1)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
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
