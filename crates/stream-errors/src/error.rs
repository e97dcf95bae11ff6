//! Stream errors.
//!
//! [RFC 6120 §4.9, Stream Errors](https://www.rfc-editor.org/rfc/rfc6120#section-4.9)

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use xmpp_xml::{
    Element, Error, Extra, LanguageTag, OtherToken, RawElement, Xml, for_log, payloads, trim,
};

use crate::stream;

/// The namespace of the conditions and texts; the error itself is in that of the [stream](stream::NS).
pub const NS: &str = "urn:ietf:params:xml:ns:xmpp-streams";

/// A stream error; its sender closes the stream.
///
/// ```
/// use xmpp_stream_errors::error::{Condition, StreamError};
///
/// let error = xmpp_xml::RawElement::from_slice(b"<iq><!-- hm --></iq>").unwrap_err();
/// let answer = StreamError::from(&error);
/// assert_eq!(*answer.condition(), Condition::RestrictedXml);
/// ```
#[doc(alias("RFC 6120", "RFC6120", "6120"))]
#[doc(alias("http://etherx.jabber.org/streams", "error"))]
#[derive(Clone, Xml)]
#[xml(namespace = stream::NS, name = "error", prefix = "stream", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct StreamError {
    /// The defined condition. `None` only in errors that break the rules.
    #[xml(child)]
    pub condition: Option<DefinedCondition>,
    /// Descriptions in words, at most one for each language.
    #[xml(child)]
    pub texts: Vec<Text>,
    /// Application-specific conditions: any elements not defined by RFC 6120.
    ///
    /// [RFC 6120 §4.9.4](https://www.rfc-editor.org/rfc/rfc6120#section-4.9.4)
    #[xml(child)]
    pub application: Vec<RawElement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The condition of a [`StreamError`].
///
/// [RFC 6120 §4.9.3](https://www.rfc-editor.org/rfc/rfc6120#section-4.9.3)
#[doc(alias("RFC 6120", "RFC6120", "6120"))]
#[doc(alias("urn:ietf:params:xml:ns:xmpp-streams", "bad-format"))]
#[doc(alias("bad-namespace-prefix", "conflict", "connection-timeout"))]
#[doc(alias("host-gone", "host-unknown", "improper-addressing"))]
#[doc(alias("internal-server-error", "invalid-from", "invalid-id"))]
#[doc(alias("invalid-namespace", "invalid-xml", "not-authorized"))]
#[doc(alias("not-well-formed", "policy-violation"))]
#[doc(alias("remote-connection-failed", "reset", "resource-constraint"))]
#[doc(alias("restricted-xml", "see-other-host", "system-shutdown"))]
#[doc(alias("undefined-condition", "unsupported-encoding"))]
#[doc(alias("unsupported-feature", "unsupported-stanza-type"))]
#[doc(alias("unsupported-version", "xml-not-well-formed"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, derive(Debug, PartialEq, Eq))]
#[xml(new = "The condition with this name, without a text.")]
#[non_exhaustive]
pub struct DefinedCondition {
    /// The condition, which is the name of the element.
    #[xml(name)]
    pub name: Condition,
    /// For [`Condition::SeeOtherHost`], the host to connect to. Usually `None` otherwise.
    #[xml(text)]
    pub text: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A description of the error in one language.
///
/// [RFC 6120 §4.9.2](https://www.rfc-editor.org/rfc/rfc6120#section-4.9.2)
#[doc(alias("RFC 6120", "RFC6120", "6120"))]
#[doc(alias("urn:ietf:params:xml:ns:xmpp-streams"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "text", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Text {
    /// The language. `None` means that of the stream.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The text.
    #[xml(text)]
    pub text: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The conditions of stream errors.
///
/// [RFC 6120 §4.9.3](https://www.rfc-editor.org/rfc/rfc6120#section-4.9.3)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Condition {
    /// The XML cannot be processed; more specific conditions are preferred.
    BadFormat,
    /// An unsupported namespace prefix, or a missing one.
    BadNamespacePrefix,
    /// A new stream conflicts with this one and replaces it, or its resource was taken over.
    Conflict,
    /// The peer has not sent anything for too long.
    ConnectionTimeout,
    /// The host in the stream's `to` is no longer served here.
    HostGone,
    /// The host in the stream's `to` is not served here.
    HostUnknown,
    /// A stanza between servers lacks `to` or `from`, or one of them is not a valid JID.
    ImproperAddressing,
    /// An error within the server.
    InternalServerError,
    /// The `from` does not match the authorized address.
    InvalidFrom,
    /// An invalid stream ID; only in RFC 3920.
    InvalidId,
    /// The namespace of the stream or of its content is wrong.
    InvalidNamespace,
    /// The XML is invalid against its schema.
    InvalidXml,
    /// Data was sent before authentication, or is not authorized otherwise.
    NotAuthorized,
    /// The XML is not well-formed.
    NotWellFormed,
    /// A local policy was violated, such as a limit on size or rate.
    PolicyViolation,
    /// Another server that is required cannot be reached.
    RemoteConnectionFailed,
    /// The stream must be reopened, for example because a certificate has changed.
    Reset,
    /// The server lacks the resources to serve the stream.
    ResourceConstraint,
    /// The XML contains something that XMPP forbids, such as a comment.
    RestrictedXml,
    /// Connect to the host in the [text](DefinedCondition::text) instead.
    SeeOtherHost,
    /// The server is shutting down.
    SystemShutdown,
    /// None of the others; the text or an application-specific condition has the details.
    UndefinedCondition,
    /// The encoding is not UTF-8.
    UnsupportedEncoding,
    /// A mandatory feature is not supported here.
    UnsupportedFeature,
    /// A top-level element of the stream is not supported here.
    UnsupportedStanzaType,
    /// The version of XMPP is not supported here.
    UnsupportedVersion,
    /// The name of [`NotWellFormed`](Self::NotWellFormed) in RFC 3920.
    XmlNotWellFormed,
    /// A condition that is in neither RFC.
    #[xml(other)]
    Other(OtherToken),
}

impl StreamError {
    /// An error with this condition.
    #[must_use]
    pub fn new(condition: Condition) -> Self {
        Self {
            condition: Some(DefinedCondition::new(condition)),
            texts: Vec::new(),
            application: Vec::new(),
            extra: Extra::new(),
        }
    }

    /// An error that redirects the peer to another host: a domain name, an IPv4 address or an IPv6 address in brackets, with a
    /// colon and the port if it is not the default one.
    #[must_use]
    pub fn see_other_host(host: &str) -> Self {
        let condition = DefinedCondition {
            text: Some(host.into()),
            ..DefinedCondition::new(Condition::SeeOtherHost)
        };
        Self {
            condition: Some(condition),
            ..Self::new(Condition::SeeOtherHost)
        }
    }

    /// The condition; the undefined condition if the error has none.
    #[must_use]
    pub fn condition(&self) -> &Condition {
        static UNDEFINED: Condition = Condition::UndefinedCondition;
        self.condition.as_ref().map_or(&UNDEFINED, |c| &c.name)
    }

    /// The host to connect to, as in [`see_other_host`](Self::see_other_host), without surrounding white space. `None` for
    /// other conditions, and if no host is given.
    ///
    /// [RFC 6120 §4.9.3.19](https://www.rfc-editor.org/rfc/rfc6120#section-4.9.3.19)
    #[must_use]
    pub fn other_host(&self) -> Option<&str> {
        let condition = self.condition.as_ref()?;
        let host = trim(condition.text.as_deref()?);
        (condition.name == Condition::SeeOtherHost && !host.is_empty()).then_some(host)
    }

    /// The text in the preferred language, most wanted first: for each preference a text in exactly that language, or else in
    /// another variety of it. If none matches, the one without `xml:lang`, or else the first.
    ///
    /// `stream` is the [language of the stream](crate::reader::StreamReader::lang), which applies to texts without `xml:lang`.
    #[must_use]
    pub fn text_in(&self, preferred: &[LanguageTag], stream: Option<&LanguageTag>) -> Option<&str> {
        let texts = self.texts.iter().map(|t| (t.lang.as_ref(), &*t.text));
        best(texts, preferred, stream)
    }

    /// The first application-specific condition that is a `T`, parsed.
    ///
    /// # Errors
    /// There is such a condition, but it is invalid.
    pub fn application<T: Element>(&self) -> Result<Option<T>, Error> {
        payloads::first(self.application.iter(), "")
    }
}

/// The condition, with the host of [`see_other_host`](StreamError::see_other_host) in brackets, and the text that
/// [`text_in`](StreamError::text_in) chooses without preferences.
///
/// ```
/// use xmpp_stream_errors::{Condition, StreamError};
///
/// let mut error = StreamError::new(Condition::SystemShutdown);
/// error.texts.push(xmpp_stream_errors::error::Text::new(None, "Back at noon"));
/// assert_eq!(error.to_string(), "the stream was closed: system-shutdown: Back at noon");
/// ```
impl fmt::Display for StreamError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let condition = for_log(self.condition().as_str());
        write!(f, "the stream was closed: {condition}")?;
        if let Some(host) = self.other_host() {
            write!(f, " ({})", for_log(host))?;
        }
        match self.text_in(&[], None) {
            None => Ok(()),
            Some(text) => write!(f, ": {}", for_log(text)),
        }
    }
}

impl core::error::Error for StreamError {}

/// An error with this condition.
impl From<Condition> for StreamError {
    fn from(condition: Condition) -> Self {
        Self::new(condition)
    }
}

/// The stream error that answers an input which could not be read: its condition, without a text. The position of the error
/// is for this side's log, not for the peer.
///
/// Not every such input should end the stream: see [`Error::is_not_well_formed`].
impl From<&Error> for StreamError {
    fn from(error: &Error) -> Self {
        Self::new(Condition::from(error.kind().stream_condition()))
    }
}

impl Text {
    /// A text in this language, or that of the stream if `lang` is `None`.
    #[must_use]
    pub fn new(lang: Option<LanguageTag>, text: &str) -> Self {
        Self {
            lang,
            text: text.into(),
            extra: Extra::new(),
        }
    }
}

/// The text in the preferred language, among those with `xml:lang`.
pub(crate) fn best<'t>(
    texts: impl Iterator<Item = (Option<&'t LanguageTag>, &'t str)> + Clone,
    preferred: &[LanguageTag],
    stream: Option<&LanguageTag>,
) -> Option<&'t str> {
    let find = |wanted: &dyn Fn(&LanguageTag) -> bool| {
        texts
            .clone()
            .find(|(lang, _)| lang.or(stream).is_some_and(wanted))
    };
    let wish = |wish: &LanguageTag| {
        find(&|lang| lang.as_str().eq_ignore_ascii_case(wish.as_str()))
            .or_else(|| find(&|lang| lang.same_language(wish)))
    };
    preferred
        .iter()
        .find_map(wish)
        .or_else(|| texts.clone().find(|(lang, _)| lang.is_none()))
        .or_else(|| texts.clone().next())
        .map(|(_, text)| text)
}
