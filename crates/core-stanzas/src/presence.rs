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

/// A presence: announces availability or unavailability, or is a step in the subscription handshake.
///
/// [RFC 6120, section 8.2.2](https://www.rfc-editor.org/rfc/rfc6120#section-8.2.2)
#[doc(alias("RFC 6120", "RFC6120", "6120"))]
#[doc(alias("jabber:client", "jabber:server", "jabber:component:accept"))]
#[doc(alias("jabber:component:connect"))]
#[derive(Clone, Default, Xml)]
#[xml(name = "presence", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Presence {
    /// The content namespace, that of its stream; change it with [`with_namespace`](Self::with_namespace).
    #[xml(namespace)]
    pub namespace: StanzaNamespace,
    /// The sender. `None` if the stream implies it.
    #[xml(attribute)]
    pub from: Option<Jid>,
    /// The recipient. `None` means all subscribers.
    #[xml(attribute)]
    pub to: Option<Jid>,
    /// The identifier that the sender chose. `None` if it chose none.
    #[xml(attribute)]
    pub id: Option<String>,
    /// The type. `None` means that the sender is available; see [`effective_kind`](Self::effective_kind).
    #[xml(attribute = "type")]
    pub kind: Option<PresenceKind>,
    /// The default language of all texts in the stanza, `xml:lang`. `None` means that of the stream.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The availability substate. `None` means simply available.
    #[xml(child_text)]
    pub show: Option<Show>,
    /// The status in words, at most one for each language.
    #[xml(child)]
    pub statuses: Vec<Status>,
    /// The priority of the resource for receiving messages, −128 to 127; negative means never. `None` means 0.
    #[xml(child_text)]
    pub priority: Option<i8>,
    /// Extension payloads; in a presence of type `error`, what it repeats of the undelivered presence.
    #[xml(child)]
    pub payloads: Vec<RawElement>,
    /// What went wrong, in a presence of type `error`.
    #[xml(child)]
    pub error: Option<StanzaError>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Presence {
    /// Initial or updated presence: the sender is available; in `jabber:client`.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Unavailable presence: the sender is no longer available.
    #[must_use]
    pub fn unavailable() -> Self {
        Self::new().with_kind(PresenceKind::Unavailable)
    }

    /// Requests a subscription to somebody's presence.
    ///
    /// [RFC 6121, section 3.1.1](https://www.rfc-editor.org/rfc/rfc6121#section-3.1.1)
    #[must_use]
    pub fn subscribe(to: impl Into<Jid>) -> Self {
        Self::new().with_kind(PresenceKind::Subscribe).with_to(to)
    }

    /// Approves somebody's request for a subscription to the sender's presence.
    ///
    /// [RFC 6121, section 3.1.4](https://www.rfc-editor.org/rfc/rfc6121#section-3.1.4)
    #[must_use]
    pub fn subscribed(to: impl Into<Jid>) -> Self {
        Self::new().with_kind(PresenceKind::Subscribed).with_to(to)
    }

    /// The same presence with this availability.
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

    /// The same presence with one more status, in the presence's language.
    #[must_use]
    pub fn with_status(mut self, text: &str) -> Self {
        self.statuses.push(Status::new(text));
        self
    }

    /// The same presence with this priority; negative for a resource that must not receive messages.
    #[must_use]
    pub fn with_priority(mut self, priority: i8) -> Self {
        self.priority = Some(priority);
        self
    }

    /// The same presence with this type.
    #[must_use]
    pub fn with_kind(mut self, kind: PresenceKind) -> Self {
        self.kind = Some(kind);
        self
    }

    /// The type in effect: a presence without a type is [`PresenceKind::Available`]. An unknown type is kept as it is;
    /// such a presence should be answered with [`bad-request`](crate::Condition::BadRequest).
    ///
    /// [RFC 6121, section 4.7.1](https://www.rfc-editor.org/rfc/rfc6121#section-4.7.1)
    #[must_use]
    pub fn effective_kind(&self) -> PresenceKind {
        self.kind.clone().unwrap_or(PresenceKind::Available)
    }

    /// Whether it announces availability: it has no type, or `available`.
    #[must_use]
    pub fn is_available(&self) -> bool {
        matches!(self.kind, None | Some(PresenceKind::Available))
    }

    /// The status text in the preferred language, chosen as in [`Message::body`](crate::Message::body). `None` also for
    /// a presence of type `error`, which repeats somebody else's words.
    #[must_use]
    pub fn status(&self, preferred: &[LanguageTag]) -> Option<&str> {
        self.status_in(preferred, None)
    }

    /// Like [`status`](Self::status), in a stream in this language, which applies if the presence has no `xml:lang`.
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

    /// Whether its type is `error`; such a presence is never answered.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.kind == Some(PresenceKind::Error)
    }

    /// The error that answers the presence: addresses swapped, same `id`. `None` if it is an error itself, since
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
            kind: Some(PresenceKind::Error),
            error: Some(error.into()),
            ..Self::new()
        })
    }
}

stanza_methods!(Presence);
payload_methods!(Presence, "/presence");

/// The status of a presence, in one language.
///
/// [RFC 6121, section 4.7.2.2](https://www.rfc-editor.org/rfc/rfc6121#section-4.7.2.2)
#[doc(alias("RFC 6121", "RFC6121", "6121"))]
#[doc(alias("jabber:client", "jabber:server", "jabber:component:accept"))]
#[doc(alias("jabber:component:connect"))]
#[derive(Clone, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = [CLIENT, SERVER, COMPONENT, COMPONENT_CONNECT], name = "status")]
#[non_exhaustive]
pub struct Status {
    /// Its language. `None` means that of the presence; an empty tag means none at all.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The text.
    #[xml(text)]
    pub text: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

text::localized!(Status);

/// The type of a presence.
///
/// [RFC 6121, section 4.7.1](https://www.rfc-editor.org/rfc/rfc6121#section-4.7.1)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum PresenceKind {
    /// The sender is available. Not a type in RFC 6121, which omits the attribute instead, but seen on the wire.
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
    /// Any other type; does not announce availability.
    #[xml(other)]
    Other(OtherToken),
}

/// The availability substate.
///
/// [RFC 6121, section 4.7.2.1](https://www.rfc-editor.org/rfc/rfc6121#section-4.7.2.1)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Show {
    /// Away for a short while.
    Away,
    /// Actively interested in chatting.
    Chat,
    /// Busy (do not disturb).
    Dnd,
    /// Away for an extended period.
    Xa,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}
