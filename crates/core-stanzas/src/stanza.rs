//! What the three stanzas have in common.

use alloc::borrow::Cow;

use xmpp_jid::Jid;
use xmpp_xml::{Element, Error, LanguageTag, Node, RawElement, Value, Xml};

use crate::error::StanzaError;
use crate::iq::{Iq, IqKind};
use crate::message::{Message, MessageKind};
use crate::presence::{Presence, PresenceKind};

/// The namespace of stanzas between a client and its server.
pub const CLIENT: &str = "jabber:client";

/// The namespace of stanzas between servers.
pub const SERVER: &str = "jabber:server";

/// The namespace of stanzas between a component and its server.
pub const COMPONENT: &str = "jabber:component:accept";

/// The namespace of a stanza: that of the stream it is made for. What a stanza means does not depend on it.
///
/// [RFC 6120, section 4.8.2](https://www.rfc-editor.org/rfc/rfc6120#section-4.8.2),
/// [XEP-0114, Jabber Component Protocol](https://xmpp.org/extensions/xep-0114.html)
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Xml)]
#[non_exhaustive]
pub enum StanzaNamespace {
    /// Between a client and its server.
    #[default]
    #[xml(token = "jabber:client")]
    Client,
    /// Between servers.
    #[xml(token = "jabber:server")]
    Server,
    /// Between a component and its server.
    #[xml(token = "jabber:component:accept")]
    Component,
}

/// One of the three stanzas.
///
/// [RFC 6120, section 8](https://www.rfc-editor.org/rfc/rfc6120#section-8)
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[expect(clippy::exhaustive_enums, reason = "RFC 6120 has no fourth")]
pub enum Stanza {
    /// A message.
    Message(Message),
    /// A presence.
    Presence(Presence),
    /// A request or the answer to one.
    Iq(Iq),
}

/// The same expression for whichever stanza it is.
macro_rules! either {
    ($stanza:expr, $it:ident => $value:expr) => {
        match $stanza {
            Stanza::Message($it) => $value,
            Stanza::Presence($it) => $value,
            Stanza::Iq($it) => $value,
        }
    };
}

impl Stanza {
    /// The namespace.
    #[must_use]
    pub fn namespace(&self) -> StanzaNamespace {
        either!(self, stanza => stanza.namespace)
    }

    /// Who sends it, `from`; absent where the stream says it.
    #[must_use]
    pub fn sender(&self) -> Option<&Jid> {
        either!(self, stanza => stanza.from.as_ref())
    }

    /// Whom it is meant for, `to`; absent where the stream says it.
    #[must_use]
    pub fn recipient(&self) -> Option<&Jid> {
        either!(self, stanza => stanza.to.as_ref())
    }

    /// What the sender tracks it by; absent when it does not.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::Message(message) => message.id.as_deref(),
            Self::Presence(presence) => presence.id.as_deref(),
            Self::Iq(iq) => Some(&iq.id),
        }
    }

    /// The language of all texts inside that do not tell their own; absent when unknown.
    #[must_use]
    pub fn lang(&self) -> Option<&LanguageTag> {
        either!(self, stanza => stanza.lang.as_ref())
    }

    /// What extensions put in.
    #[must_use]
    pub fn payloads(&self) -> &[RawElement] {
        either!(self, stanza => &stanza.payloads)
    }

    /// The first payload that is a `T`, read as one. Absent when there is none.
    ///
    /// # Errors
    /// As [`Iq::payload`].
    pub fn payload<T: Element>(&self) -> Result<Option<T>, Error> {
        either!(self, stanza => stanza.payload())
    }

    /// Whether there is a payload that is a `T`, valid or not.
    #[must_use]
    pub fn has_payload<T: Element>(&self) -> bool {
        either!(self, stanza => stanza.has_payload::<T>())
    }

    /// Whether it tells of an error.
    #[must_use]
    pub fn is_error(&self) -> bool {
        either!(self, stanza => stanza.is_error())
    }

    /// What went wrong: in a stanza that tells of an error.
    #[must_use]
    pub fn error(&self) -> Option<&StanzaError> {
        either!(self, stanza => stanza.error.as_ref())
    }

    /// The stanza that tells its sender of an error: addresses swapped, same `id`. Absent for an error or the result
    /// of an iq, since neither is answered.
    ///
    /// `error` is one that was made for the answer, or what was wrong with a payload.
    ///
    /// [RFC 6120, section 8.3.1](https://www.rfc-editor.org/rfc/rfc6120#section-8.3.1)
    #[must_use]
    pub fn error_reply(&self, error: impl Into<StanzaError>) -> Option<Self> {
        match self {
            Self::Message(message) => message.error_reply(error).map(Self::Message),
            Self::Presence(presence) => presence.error_reply(error).map(Self::Presence),
            Self::Iq(iq) => iq.error_reply(error).map(Self::Iq),
        }
    }

    /// As [`error_reply`](Self::error_reply), to a stanza that could not be read as one; `error` is why.
    ///
    /// An address that is none is left out, so the answer to it goes to the other end of the stream. An iq without an
    /// `id` is answered with an empty one. Absent also for an element that is no stanza: that is for a
    /// [stream error](xmpp_xml::ErrorKind::stream_condition) to answer.
    ///
    /// ```
    /// use xmpp_core_stanzas::{Condition, Stanza};
    /// use xmpp_xml::RawElement;
    ///
    /// let element: RawElement =
    ///     "<iq xmlns='jabber:client' from='alice@example.com' to='Not an address' id='1' type='get'/>".parse()?;
    /// if let Err(error) = element.parse::<Stanza>() {
    ///     let reply = Stanza::error_reply_to(element.node(), &error).unwrap();
    ///     assert_eq!(reply.recipient().unwrap().as_str(), "alice@example.com");
    ///     assert_eq!(reply.error().unwrap().condition(), Some(&Condition::JidMalformed));
    /// # } else { unreachable!() }
    /// # Ok::<(), xmpp_xml::Error>(())
    /// ```
    #[must_use]
    pub fn error_reply_to(element: Node<'_>, error: impl Into<StanzaError>) -> Option<Self> {
        let namespace = [
            StanzaNamespace::Client,
            StanzaNamespace::Server,
            StanzaNamespace::Component,
        ]
        .into_iter()
        .find(|namespace| element.namespace() == namespace.as_str())?;
        let kind = element.attribute("type").unwrap_or_default();
        let address = |name| Jid::parse(&element.attribute(name)?).ok();
        let (from, to) = (address("to"), address("from"));
        let id = element.attribute("id").map(Cow::into_owned);
        let error = Some(error.into());
        match element.name() {
            "message" if MessageKind::from(&*kind) != MessageKind::Error => {
                Some(Self::Message(Message {
                    namespace,
                    from,
                    to,
                    id,
                    kind: Some(MessageKind::Error),
                    error,
                    ..Message::new()
                }))
            }
            "presence" if PresenceKind::from(&*kind) != PresenceKind::Error => {
                Some(Self::Presence(Presence {
                    namespace,
                    from,
                    to,
                    id,
                    kind: Some(PresenceKind::Error),
                    error,
                    ..Presence::new()
                }))
            }
            "iq" if !matches!(IqKind::parse(&kind), Ok(IqKind::Result | IqKind::Error)) => {
                Some(Self::Iq(Iq {
                    namespace,
                    from,
                    to,
                    error,
                    ..Iq::new(IqKind::Error, &id.unwrap_or_default())
                }))
            }
            _ => None,
        }
    }
}

/// Where a stanza goes, said in a chain behind its constructor.
macro_rules! addressing_methods {
    ($stanza:ident) => {
        impl $stanza {
            /// The same stanza, made for a stream of this namespace.
            #[must_use]
            pub fn with_namespace(mut self, namespace: StanzaNamespace) -> Self {
                self.namespace = namespace;
                self
            }

            /// The same stanza from this sender.
            #[must_use]
            pub fn with_from(mut self, from: Jid) -> Self {
                self.from = Some(from);
                self
            }

            /// The same stanza to this recipient.
            #[must_use]
            pub fn with_to(mut self, to: Jid) -> Self {
                self.to = Some(to);
                self
            }
        }
    };
}

/// For the stanzas that need no `id`.
macro_rules! id_method {
    ($stanza:ident) => {
        impl $stanza {
            /// The same stanza with this `id`.
            #[must_use]
            pub fn with_id(mut self, id: &str) -> Self {
                self.id = Some(id.into());
                self
            }
        }
    };
}

pub(crate) use {addressing_methods, id_method};
