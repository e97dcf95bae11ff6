//! What the three stanzas have in common.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::String;
use core::fmt;

use xmpp_jid::Jid;
use xmpp_xml::rescope::{collision, rescope};
use xmpp_xml::{
    Element, Error, ErrorKind, Invalid, LanguageTag, Limits, Node, Options, RawElement, Report,
    Value, Xml,
};

use crate::error::StanzaError;
use crate::iq::{Iq, IqKind};
use crate::message::{Message, MessageKind};
use crate::presence::{Presence, PresenceKind};

/// The content namespace of client-to-server streams.
pub const CLIENT: &str = "jabber:client";

/// The content namespace of server-to-server streams.
pub const SERVER: &str = "jabber:server";

/// The namespace of streams between a component and its server.
pub const COMPONENT: &str = "jabber:component:accept";

/// The namespace of stanzas between a component and a server that has connected to it; rarely used.
pub const COMPONENT_CONNECT: &str = "jabber:component:connect";

/// The content namespace of a stanza, which is that of its stream. The meaning of a stanza does not depend on it.
///
/// [RFC 6120, section 4.8.2](https://www.rfc-editor.org/rfc/rfc6120#section-4.8.2),
/// [XEP-0114, Jabber Component Protocol](https://xmpp.org/extensions/xep-0114.html)
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Xml)]
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
    /// Between a component and a server that has connected to it.
    #[xml(token = "jabber:component:connect")]
    ComponentConnect,
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
    /// An iq.
    Iq(Iq),
}

/// A top-level element of a stream after negotiation: a stanza, or any other element.
///
/// For programs that read a stream as values of one type, as with tokio-xmpp: with a type that does not accept every
/// element, the first unknown one ends the stream.
///
/// ```
/// use xmpp_core_stanzas::StreamElement;
///
/// let element: StreamElement = xmpp_xml::from_str("<active xmlns='urn:xmpp:csi:0'/>")?;
/// assert!(matches!(element, StreamElement::Other(_)));
/// # Ok::<(), xmpp_xml::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[expect(clippy::exhaustive_enums, reason = "there is nothing else to be")]
pub enum StreamElement {
    /// A stanza. An invalid one is an error.
    Stanza(Box<Stanza>),
    /// Any other element, unread: a nonza, an error of the stream.
    Other(RawElement),
}

macro_rules! shown {
    ($($stanza:ident),*) => {$(
        /// The XML of the stanza, for logs and tests; payloads may contain secrets. Use [`to_string`](xmpp_xml::to_string) to send
        /// it: what XML cannot carry is an error there, and here an XML comment that says so.
        impl fmt::Display for $stanza {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match xmpp_xml::to_string(self) {
                    Ok(text) => f.write_str(&text),
                    Err(error) => write!(f, "<!-- {error} -->"),
                }
            }
        }
    )*};
}

shown!(Message, Presence, Iq, Stanza);

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
    /// The content namespace.
    #[must_use]
    pub fn namespace(&self) -> StanzaNamespace {
        either!(self, stanza => stanza.namespace)
    }

    /// Moves the stanza to another content namespace; see [`Message::set_namespace`].
    ///
    /// # Errors
    /// Same as [`Message::set_namespace`].
    pub fn set_namespace(&mut self, namespace: StanzaNamespace) -> Result<(), Error> {
        either!(self, stanza => stanza.set_namespace(namespace))
    }

    /// The sender, `from`. `None` if the stream implies it.
    #[must_use]
    pub fn sender(&self) -> Option<&Jid> {
        either!(self, stanza => stanza.from.as_ref())
    }

    /// Sets the sender, `from`; `None` removes it.
    pub fn set_sender(&mut self, from: impl Into<Option<Jid>>) {
        let from = from.into();
        either!(self, stanza => stanza.from = from);
    }

    /// The recipient, `to`. `None` if the stream implies it.
    #[must_use]
    pub fn recipient(&self) -> Option<&Jid> {
        either!(self, stanza => stanza.to.as_ref())
    }

    /// Sets the recipient, `to`; `None` removes it.
    pub fn set_recipient(&mut self, to: impl Into<Option<Jid>>) {
        let to = to.into();
        either!(self, stanza => stanza.to = to);
    }

    /// The identifier that the sender chose. `None` if it chose none; an iq must have one.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        either!(self, stanza => stanza.id.as_deref())
    }

    /// Sets the identifier.
    pub fn set_id(&mut self, id: impl Into<Option<String>>) {
        let id = id.into();
        either!(self, stanza => stanza.id = id);
    }

    /// The default language of all texts in the stanza, `xml:lang`. `None` means that of the stream.
    #[must_use]
    pub fn lang(&self) -> Option<&LanguageTag> {
        either!(self, stanza => stanza.lang.as_ref())
    }

    /// Sets the default language of all texts in the stanza.
    pub fn set_lang(&mut self, lang: impl Into<Option<LanguageTag>>) {
        let lang = lang.into();
        either!(self, stanza => stanza.lang = lang);
    }

    /// The same stanza from this sender, a JID of any kind, owned or borrowed.
    #[must_use]
    pub fn with_from(mut self, from: impl Into<Jid>) -> Self {
        self.set_sender(Some(from.into()));
        self
    }

    /// The same stanza to this recipient, a JID of any kind, owned or borrowed.
    #[must_use]
    pub fn with_to(mut self, to: impl Into<Jid>) -> Self {
        self.set_recipient(Some(to.into()));
        self
    }

    /// The same stanza with this `id`.
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.set_id(Some(id.into()));
        self
    }

    /// The same stanza with this default language of all texts in it.
    #[must_use]
    pub fn with_lang(mut self, lang: impl Into<LanguageTag>) -> Self {
        self.set_lang(Some(lang.into()));
        self
    }

    /// Makes explicit what the stream implies, for routing the stanza to another stream: sets its language to `lang` if it
    /// has none, and its sender to `from`, overriding any sender of its own.
    ///
    /// This is what a server does with a stanza from a client: `from` is the full JID that the client has bound, and `lang`
    /// the language of the client's stream. Use [`set_namespace`](Self::set_namespace) to change the content namespace.
    ///
    /// ```
    /// use xmpp_core_stanzas::Stanza;
    /// use xmpp_jid::FullJid;
    ///
    /// let mut stanza: Stanza = xmpp_xml::from_str("<presence xmlns='jabber:client' from='ada@example.com'/>")?;
    /// let bound = FullJid::new("ada@example.com/desk").unwrap();
    /// stanza.stamp(&bound, Some(&"en".into()));
    /// assert_eq!(
    ///     xmpp_xml::to_string(&stanza)?,
    ///     "<presence xmlns='jabber:client' from='ada@example.com/desk' xml:lang='en'/>"
    /// );
    /// # Ok::<(), xmpp_xml::Error>(())
    /// ```
    ///
    /// [RFC 6120, section 8.1.2.1](https://www.rfc-editor.org/rfc/rfc6120#section-8.1.2.1),
    /// [section 8.1.5](https://www.rfc-editor.org/rfc/rfc6120#section-8.1.5)
    pub fn stamp(&mut self, from: impl Into<Jid>, lang: Option<&LanguageTag>) {
        self.set_sender(Some(from.into()));
        if self.lang().is_none() {
            self.set_lang(lang.cloned());
        }
    }

    /// Extension payloads; in an error, what it repeats of the stanza that it answers. For payloads that can be trusted to
    /// be the sender's own, see [`Message::payload`], [`Presence::payload`], [`Iq::answer`].
    #[must_use]
    pub fn payloads(&self) -> &[RawElement] {
        either!(self, stanza => &stanza.payloads)
    }

    /// Whether its type is `error`.
    #[must_use]
    pub fn is_error(&self) -> bool {
        either!(self, stanza => stanza.is_error())
    }

    /// What went wrong. `None` for a stanza of another type than `error`, whatever its content, and for an error stanza
    /// without an `<error/>`.
    #[must_use]
    pub fn error(&self) -> Option<&StanzaError> {
        either!(self, stanza => stanza.error.as_ref()).filter(|_| self.is_error())
    }

    /// Whether it comes from the account itself; see [`Message::is_from_account`].
    #[must_use]
    pub fn is_from_account(&self, account: &Jid) -> bool {
        either!(self, stanza => stanza.is_from_account(account))
    }

    /// The error that answers the stanza: addresses swapped, same `id`. `None` for an error and for the result of an iq,
    /// since neither is ever answered.
    ///
    /// `error` is a ready-made stanza error, or what was wrong with a payload.
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

    /// Like [`error_reply`](Self::error_reply), for an element that could not be read as a stanza because of `error`.
    ///
    /// An invalid address is omitted, so the reply goes to the peer of the stream. An iq without an `id` is answered with
    /// an empty one. `None` also for an element that is not a stanza: answer that with a
    /// [stream error](xmpp_xml::ErrorKind::stream_condition).
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
            StanzaNamespace::ComponentConnect,
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

/// The stanza that this is if it is a message, and so on; else the stanza comes back.
macro_rules! try_from_stanza {
    ($($stanza:ident)*) => {$(
        impl TryFrom<Stanza> for $stanza {
            /// The stanza, which is of another kind.
            type Error = Box<Stanza>;

            fn try_from(stanza: Stanza) -> Result<Self, Box<Stanza>> {
                match stanza {
                    Stanza::$stanza(stanza) => Ok(stanza),
                    other => Err(Box::new(other)),
                }
            }
        }
    )*};
}

try_from_stanza! { Message Presence Iq }

/// The stanza in another namespace. The text is the interchange: what no type names moves like all else.
///
/// Its payloads are read as leniently later on as they were before: if one kept what is invalid, the new ones do.
pub(crate) fn moved<T: Element>(
    stanza: &T,
    payloads: &[RawElement],
    from: StanzaNamespace,
    to: StanzaNamespace,
) -> Result<T, Error> {
    let (from, to) = (from.as_str(), to.as_str());
    let raw = RawElement::from_element(stanza)?;
    if let Some(foreign) = collision(raw.node(), from, to) {
        let kind = ErrorKind::WrongElement {
            expected: "in another namespace than the one to move to",
            namespace: Box::from(to),
            name: Box::from(foreign.name()),
        };
        return Err(Error::new(kind).at(foreign.path(), foreign.offset()));
    }
    let text = rescope(raw.node(), from, to);
    let read = |invalid| {
        let options = Options::new().invalid(invalid).limits(Limits::highest());
        xmpp_xml::read_with(text.as_bytes(), &options, &mut Report::default())
    };
    let keeps = |payload: &RawElement| payload.invalid() == Invalid::Keep;
    if !payloads.iter().any(keeps) {
        if let Ok(moved) = read(Invalid::Reject) {
            return Ok(moved);
        }
    }
    // What the stanza holds it held before, valid or not.
    read(Invalid::Keep)
}

/// What all stanzas have: where a stanza comes from and goes to.
macro_rules! stanza_methods {
    ($stanza:ident) => {
        impl $stanza {
            /// Moves the stanza to another content namespace, for use in a stream with that namespace, together with
            /// everything that belongs to it, known or unknown.
            ///
            /// What belongs to a stanza is its child elements in its namespace, their children in it, and so on: bodies and the
            /// like, `<error/>` with its content, unknown children. A child in another namespace is an extension and
            /// stays unchanged with all its content, so a forwarded stanza keeps its namespace.
            ///
            /// [RFC 6120, section 4.8.3](https://www.rfc-editor.org/rfc/rfc6120#section-4.8.3)
            ///
            /// # Errors
            /// A child of the stanza is in the target namespace already: it is foreign to the stanza now, and would silently
            /// become part of it. Or the stanza contains something that XML cannot carry. The stanza is unchanged then.
            pub fn set_namespace(
                &mut self,
                namespace: $crate::StanzaNamespace,
            ) -> Result<(), xmpp_xml::Error> {
                if self.namespace != namespace {
                    *self = $crate::stanza::moved(self, &self.payloads, self.namespace, namespace)?;
                }
                Ok(())
            }

            /// The same stanza in another content namespace; see [`set_namespace`](Self::set_namespace).
            ///
            /// # Errors
            /// Same as [`set_namespace`](Self::set_namespace).
            pub fn with_namespace(
                mut self,
                namespace: $crate::StanzaNamespace,
            ) -> Result<Self, xmpp_xml::Error> {
                self.set_namespace(namespace)?;
                Ok(self)
            }

            /// The same stanza from this sender, a JID of any kind, owned or borrowed.
            #[must_use]
            pub fn with_from(mut self, from: impl Into<Jid>) -> Self {
                self.from = Some(from.into());
                self
            }

            /// The same stanza to this recipient, a JID of any kind, owned or borrowed.
            #[must_use]
            pub fn with_to(mut self, to: impl Into<Jid>) -> Self {
                self.to = Some(to.into());
                self
            }

            /// The same stanza with this `id`.
            #[must_use]
            pub fn with_id(mut self, id: impl Into<alloc::string::String>) -> Self {
                self.id = Some(id.into());
                self
            }

            /// The same stanza with this default language of all texts in it.
            #[must_use]
            pub fn with_lang(mut self, lang: impl Into<xmpp_xml::LanguageTag>) -> Self {
                self.lang = Some(lang.into());
                self
            }

            /// Whether a client connected as `account` received it from its own account: without a `from`, or from the bare
            /// JID of the account. An invalid address never matches.
            ///
            /// Anything that a server does on behalf of an account comes from there: roster pushes, block list pushes, message
            /// carbons. From anybody else it is forged.
            ///
            /// [RFC 6120, section 8.1.2.1](https://www.rfc-editor.org/rfc/rfc6120#section-8.1.2.1)
            #[must_use]
            pub fn is_from_account(&self, account: &Jid) -> bool {
                self.from
                    .as_ref()
                    .is_none_or(|from| from.is_bare() && from.is_valid() && from.bare_eq(account))
            }
        }
    };
}

pub(crate) use stanza_methods;
