//! Stanza errors: [RFC 6120, section 8.3](https://www.rfc-editor.org/rfc/rfc6120#section-8.3).

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::fmt;

use xmpp_jid::Jid;
use xmpp_xml::{
    Element, Error, ErrorKind, Extra, LanguageTag, OtherToken, RawElement, Xml, for_log, payloads,
};

use crate::stanza::{CLIENT, COMPONENT, COMPONENT_CONNECT, SERVER, StanzaNamespace};
use crate::text;

/// The namespace of the conditions that RFC 6120 defines, and of the texts.
pub const ERROR_NS: &str = "urn:ietf:params:xml:ns:xmpp-stanzas";

/// Why a stanza could not be delivered or processed.
///
/// A Rust error, too: its `Display` is meant for logs, so it escapes control characters and characters that change the
/// text direction; the text comes from others.
///
/// ```
/// use xmpp_core_stanzas::{Condition, StanzaError};
///
/// let error = StanzaError::new(Condition::ItemNotFound).with_text("en".into(), "No such room");
/// assert_eq!(error.to_string(), "item-not-found (cancel): No such room");
/// ```
///
/// [RFC 6120, section 8.3.2](https://www.rfc-editor.org/rfc/rfc6120#section-8.3.2)
#[doc(alias("RFC 6120", "RFC6120", "6120"))]
#[doc(alias("jabber:client", "jabber:server", "jabber:component:accept"))]
#[doc(alias("jabber:component:connect", "error"))]
#[derive(Clone, Default, Xml)]
#[xml(derive(Debug, PartialEq, Eq))]
#[xml(namespace = [CLIENT, SERVER, COMPONENT, COMPONENT_CONNECT], name = "error")]
#[non_exhaustive]
pub struct StanzaError {
    /// The entity that raised the error, `by`. `None` means the sender of the error stanza.
    #[xml(attribute)]
    pub by: Option<Jid>,
    /// The numeric code from before RFC 3920. Usually `None` today.
    ///
    /// [XEP-0086, Error Condition Mappings](https://xmpp.org/extensions/xep-0086.html)
    #[xml(attribute)]
    pub code: Option<u16>,
    /// What the sender can do about it. RFC 6120 requires it; `None` only in stanzas that have a legacy code alone.
    #[xml(attribute = "type")]
    pub kind: Option<StanzaErrorKind>,
    /// The defined condition. RFC 6120 requires it; `None` only in stanzas that have a legacy code alone.
    #[xml(child)]
    pub defined_condition: Option<DefinedCondition>,
    /// Descriptions in words, at most one for each language.
    #[xml(child)]
    pub texts: Vec<ErrorText>,
    /// The application-specific condition: at most one element.
    ///
    /// [XEP-0182, Application-Specific Error Conditions](https://xmpp.org/extensions/xep-0182.html)
    #[xml(child)]
    pub application_conditions: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl StanzaError {
    /// An error with this condition and the [type](Condition::default_kind) that RFC 6120 associates with it.
    #[must_use]
    pub fn new(condition: Condition) -> Self {
        Self {
            kind: Some(condition.default_kind()),
            defined_condition: Some(DefinedCondition::new(condition)),
            ..Self::default()
        }
    }

    /// An error that redirects the sender to another address, given as a URI: permanently with [`Condition::Gone`],
    /// temporarily with [`Condition::Redirect`].
    #[must_use]
    pub fn moved(condition: Condition, uri: &str) -> Self {
        let mut error = Self::new(condition);
        if let Some(defined) = &mut error.defined_condition {
            defined.text = Some(uri.into());
        }
        error
    }

    /// The same error with one more text, in the language `lang`.
    #[must_use]
    pub fn with_text(mut self, lang: LanguageTag, text: &str) -> Self {
        self.texts.push(ErrorText::new(text).with_lang(lang));
        self
    }

    /// The same error with one more application-specific condition.
    ///
    /// # Errors
    /// The condition contains something that XML cannot carry.
    pub fn with_application_condition<T: Element>(mut self, condition: &T) -> Result<Self, Error> {
        self.application_conditions
            .push(RawElement::from_element(condition)?);
        Ok(self)
    }

    /// The defined condition. `None` if the error has none.
    #[must_use]
    pub fn condition(&self) -> Option<&Condition> {
        self.defined_condition.as_ref().map(|defined| &defined.name)
    }

    /// The new address for [`Condition::Gone`] or [`Condition::Redirect`]: a URI, `xmpp:` for a JID. `None` if there
    /// is none. Check who sent it before following it: any entity on the path can claim one.
    #[must_use]
    pub fn new_address(&self) -> Option<&str> {
        let defined = self.defined_condition.as_ref()?;
        match defined.name {
            Condition::Gone | Condition::Redirect => defined.text.as_deref().map(str::trim),
            _ => None,
        }
    }

    /// The text in the preferred language, chosen as in [`Message::body`](crate::Message::body). The language of
    /// the stanza, which applies to texts without `xml:lang`, is not known here: see [`text_in`](Self::text_in).
    #[must_use]
    pub fn text(&self, preferred: &[LanguageTag]) -> Option<&str> {
        self.text_in(preferred, None)
    }

    /// Like [`text`](Self::text), for a stanza in the language `around`, or a stanza without one in a stream in that language.
    #[must_use]
    pub fn text_in(&self, preferred: &[LanguageTag], around: Option<&LanguageTag>) -> Option<&str> {
        text::best(&self.texts, around, preferred).map(|text| text.text.as_str())
    }

    /// The first application-specific condition that is a `T`, parsed. `None` if there is none.
    ///
    /// # Errors
    /// The condition is there, but something that `T` requires is missing or invalid. The path of the error begins at
    /// `/error`; its offset counts from the start of the condition.
    pub fn application_condition<T: Element>(&self) -> Result<Option<T>, Error> {
        payloads::first(self.application_conditions.iter(), "/error")
    }

    /// The same error as an element outside of a stanza, in this namespace.
    #[must_use]
    pub fn standalone(self, namespace: StanzaNamespace) -> StandaloneError {
        StandaloneError {
            namespace,
            by: self.by,
            code: self.code,
            kind: self.kind,
            defined_condition: self.defined_condition,
            texts: self.texts,
            application_conditions: self.application_conditions,
            extra: self.extra,
        }
    }
}

impl fmt::Display for StanzaError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.condition(), self.code) {
            (Some(condition), _) => write!(f, "{}", for_log(condition.as_str()))?,
            (None, Some(code)) => write!(f, "error {code}")?,
            (None, None) => f.write_str("an error that is not named")?,
        }
        if let Some(kind) = &self.kind {
            write!(f, " ({})", for_log(kind.as_str()))?;
        }
        match self.text(&[]) {
            None => Ok(()),
            Some(text) => write!(f, ": {}", for_log(text)),
        }
    }
}

impl core::error::Error for StanzaError {}

/// An error with this condition and the [type](Condition::default_kind) that RFC 6120 associates with it.
impl From<Condition> for StanzaError {
    fn from(condition: Condition) -> Self {
        Self::new(condition)
    }
}

/// The answer to a stanza that could not be parsed, or whose payload could not: the matching
/// [condition](xmpp_xml::ErrorKind::stanza_condition) and an English description. Offset and path are left out: they
/// describe this side's view of the input.
impl From<&Error> for StanzaError {
    fn from(error: &Error) -> Self {
        let text = match error.kind() {
            ErrorKind::WrongElement { .. } => "this is not understood here".into(),
            kind => kind.to_string(),
        };
        Self::new(Condition::from(error.kind().stanza_condition()))
            .with_text(LanguageTag::new("en"), &text)
    }
}

/// As for a reference.
impl From<Error> for StanzaError {
    fn from(error: Error) -> Self {
        Self::from(&error)
    }
}

/// A stanza error outside of a stanza; it carries the content namespace itself.
///
/// ```
/// use xmpp_core_stanzas::{Condition, StandaloneError, StanzaError, StanzaNamespace};
///
/// let alone: StandaloneError = xmpp_xml::from_str(
///     "<error xmlns='jabber:component:accept' type='cancel'>\
///      <gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>xmpp:room@muc.example?join</gone></error>",
/// )?;
/// assert_eq!(alone.namespace, StanzaNamespace::Component);
/// let error = StanzaError::from(alone);
/// assert_eq!(error.new_address(), Some("xmpp:room@muc.example?join"));
/// # Ok::<(), xmpp_xml::Error>(())
/// ```
///
/// [RFC 6120, section 8.3.2](https://www.rfc-editor.org/rfc/rfc6120#section-8.3.2)
#[doc(alias("RFC 6120", "RFC6120", "6120"))]
#[doc(alias("jabber:client", "jabber:server", "jabber:component:accept"))]
#[doc(alias("jabber:component:connect", "error"))]
#[derive(Clone, Default, Xml)]
#[xml(name = "error", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct StandaloneError {
    /// The content namespace of the stanza that the error belongs to.
    #[xml(namespace)]
    pub namespace: StanzaNamespace,
    /// Same as [`StanzaError::by`].
    #[xml(attribute)]
    pub by: Option<Jid>,
    /// Same as [`StanzaError::code`].
    #[xml(attribute)]
    pub code: Option<u16>,
    /// Same as [`StanzaError::kind`].
    #[xml(attribute = "type")]
    pub kind: Option<StanzaErrorKind>,
    /// Same as [`StanzaError::defined_condition`].
    #[xml(child)]
    pub defined_condition: Option<DefinedCondition>,
    /// Same as [`StanzaError::texts`].
    #[xml(child)]
    pub texts: Vec<ErrorText>,
    /// Same as [`StanzaError::application_conditions`].
    #[xml(child)]
    pub application_conditions: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl From<StandaloneError> for StanzaError {
    fn from(alone: StandaloneError) -> Self {
        Self {
            by: alone.by,
            code: alone.code,
            kind: alone.kind,
            defined_condition: alone.defined_condition,
            texts: alone.texts,
            application_conditions: alone.application_conditions,
            extra: alone.extra,
        }
    }
}

/// A defined condition, as an element.
///
/// [RFC 6120, section 8.3.3](https://www.rfc-editor.org/rfc/rfc6120#section-8.3.3)
#[doc(alias("RFC 6120", "RFC6120", "6120"))]
#[doc(alias("urn:ietf:params:xml:ns:xmpp-stanzas", "bad-request"))]
#[doc(alias("conflict", "feature-not-implemented", "forbidden", "gone"))]
#[doc(alias("internal-server-error", "item-not-found", "jid-malformed"))]
#[doc(alias("not-acceptable", "not-allowed", "not-authorized"))]
#[doc(alias("payment-required", "policy-violation", "recipient-unavailable"))]
#[doc(alias("redirect", "registration-required", "remote-server-not-found"))]
#[doc(alias("remote-server-timeout", "resource-constraint"))]
#[doc(alias("service-unavailable", "subscription-required"))]
#[doc(alias("undefined-condition", "unexpected-request"))]
#[derive(Clone, Xml)]
#[xml(namespace = ERROR_NS, derive(Debug, PartialEq, Eq))]
#[xml(new = "The condition without a text.")]
#[non_exhaustive]
pub struct DefinedCondition {
    /// The condition.
    #[xml(name)]
    pub name: Condition,
    /// The new address for [`Condition::Gone`] and [`Condition::Redirect`]: a URI, `xmpp:` for a JID. `None` if there is
    /// none; other conditions have no text.
    #[xml(text)]
    pub text: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A description of the error in one language.
///
/// [RFC 6120, section 8.3.2](https://www.rfc-editor.org/rfc/rfc6120#section-8.3.2)
#[doc(alias("RFC 6120", "RFC6120", "6120"))]
#[doc(alias("urn:ietf:params:xml:ns:xmpp-stanzas", "text"))]
#[derive(Clone, Xml)]
#[xml(namespace = ERROR_NS, name = "text", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct ErrorText {
    /// Its language. `None` means that of the stanza; an empty tag means none at all.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The text.
    #[xml(text)]
    pub text: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

text::localized!(ErrorText);

/// What the sender of a stanza can do about an error.
///
/// [RFC 6120, section 8.3.2](https://www.rfc-editor.org/rfc/rfc6120#section-8.3.2)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum StanzaErrorKind {
    /// Retry after providing credentials.
    Auth,
    /// Do not retry: the error cannot be remedied.
    Cancel,
    /// Proceed: the error was only a warning.
    Continue,
    /// Retry after changing the data sent.
    Modify,
    /// Retry after waiting.
    Wait,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// The conditions of RFC 6120, and `payment-required` of RFC 3920.
///
/// [RFC 6120, section 8.3.3](https://www.rfc-editor.org/rfc/rfc6120#section-8.3.3),
/// [RFC 3920, section 9.3.3](https://www.rfc-editor.org/rfc/rfc3920#section-9.3.3)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Condition {
    /// The stanza is malformed or cannot be processed.
    BadRequest,
    /// A resource or session with that name or address exists already.
    Conflict,
    /// The feature is not implemented.
    FeatureNotImplemented,
    /// The sender lacks the required permission.
    Forbidden,
    /// The recipient is no longer at this address; the text may be the new one.
    Gone,
    /// The server failed.
    InternalServerError,
    /// There is no such JID or item.
    ItemNotFound,
    /// An address is not a valid JID.
    JidMalformed,
    /// The stanza does not meet criteria that the recipient or server has set.
    NotAcceptable,
    /// No entity is allowed to do this.
    NotAllowed,
    /// Credentials are required first.
    NotAuthorized,
    /// Payment is required first; in RFC 3920 only.
    PaymentRequired,
    /// A policy of the service was violated.
    PolicyViolation,
    /// The recipient is not available for now.
    RecipientUnavailable,
    /// Requests for this go to another address for now; the text may be that address.
    Redirect,
    /// Registration is required first.
    RegistrationRequired,
    /// The server of the recipient does not exist or cannot be resolved.
    RemoteServerNotFound,
    /// The server of the recipient did not answer in time.
    RemoteServerTimeout,
    /// The service is too busy.
    ResourceConstraint,
    /// The service is not offered.
    ServiceUnavailable,
    /// A subscription is required first.
    SubscriptionRequired,
    /// None of the others; the application-specific condition has the details.
    UndefinedCondition,
    /// The request was not expected at this time.
    UnexpectedRequest,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

impl Condition {
    /// The error type that RFC 6120 associates with this condition: the first one where it names two,
    /// [`Cancel`](StanzaErrorKind::Cancel) where any is allowed.
    #[must_use]
    pub fn default_kind(&self) -> StanzaErrorKind {
        match self {
            Self::BadRequest
            | Self::JidMalformed
            | Self::NotAcceptable
            | Self::PolicyViolation
            | Self::Redirect => StanzaErrorKind::Modify,
            Self::Forbidden
            | Self::NotAuthorized
            | Self::PaymentRequired
            | Self::RegistrationRequired
            | Self::SubscriptionRequired => StanzaErrorKind::Auth,
            Self::RecipientUnavailable
            | Self::RemoteServerTimeout
            | Self::ResourceConstraint
            | Self::UnexpectedRequest => StanzaErrorKind::Wait,
            Self::Conflict
            | Self::FeatureNotImplemented
            | Self::Gone
            | Self::InternalServerError
            | Self::ItemNotFound
            | Self::NotAllowed
            | Self::RemoteServerNotFound
            | Self::ServiceUnavailable
            | Self::UndefinedCondition
            | Self::Other(_) => StanzaErrorKind::Cancel,
        }
    }
}
