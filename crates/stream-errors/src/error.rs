//! What ends a stream in anger.
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

/// Something is wrong with the stream; who sends this closes it.
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
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = stream::NS, name = "error", prefix = "stream")]
#[non_exhaustive]
pub struct StreamError {
    /// What is wrong, as far as there is a name for it. `None` only in errors that break the rules.
    #[xml(child)]
    pub condition: Option<DefinedCondition>,
    /// The same in words, once in each language.
    #[xml(child)]
    pub texts: Vec<Text>,
    /// More about it, in the terms of an application: any elements that are not of RFC 6120.
    ///
    /// [RFC 6120 §4.9.4](https://www.rfc-editor.org/rfc/rfc6120#section-4.9.4)
    #[xml(child)]
    pub application: Vec<RawElement>,
    /// What this type does not name, in place.
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
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS)]
#[xml(new = "The condition of this name, without a text.")]
#[non_exhaustive]
pub struct DefinedCondition {
    /// The name of the element, which is the condition.
    #[xml(name)]
    pub name: Condition,
    /// With [`Condition::SeeOtherHost`], where to go. `None` with most others.
    #[xml(text)]
    pub text: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Words for a person who looks into it.
///
/// [RFC 6120 §4.9.2](https://www.rfc-editor.org/rfc/rfc6120#section-4.9.2)
#[doc(alias("RFC 6120", "RFC6120", "6120"))]
#[doc(alias("urn:ietf:params:xml:ns:xmpp-streams"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "text")]
#[non_exhaustive]
pub struct Text {
    /// The language. `None` when it is that of the stream.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The words.
    #[xml(text)]
    pub text: String,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// What can be wrong with a stream.
///
/// [RFC 6120 §4.9.3](https://www.rfc-editor.org/rfc/rfc6120#section-4.9.3)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Condition {
    /// XML that cannot be processed; where possible, a more precise condition is sent.
    BadFormat,
    /// A prefix that is not allowed, or none where one is needed.
    BadNamespacePrefix,
    /// Another stream takes the place of this one, or its resource.
    Conflict,
    /// Nothing has been heard from the other side for too long.
    ConnectionTimeout,
    /// The host of the stream's `to` is no longer served here.
    HostGone,
    /// The host of the stream's `to` is not served here.
    HostUnknown,
    /// A stanza between servers lacks `to` or `from`, or one of both is no address.
    ImproperAddressing,
    /// The server has a fault of its own.
    InternalServerError,
    /// The `from` is not what was authorised.
    InvalidFrom,
    /// An invalid `id` of a stream. Only RFC 3920 has it.
    InvalidId,
    /// The namespace of the stream or of its content is not the right one.
    InvalidNamespace,
    /// XML that its schema does not allow.
    InvalidXml,
    /// Data was sent before authentication, or that was not enough for it.
    NotAuthorized,
    /// XML that is not well-formed.
    NotWellFormed,
    /// A local rule was broken: too much, too large, too often.
    PolicyViolation,
    /// A server that is needed for this one to work cannot be reached.
    RemoteConnectionFailed,
    /// The stream is to be opened anew: a certificate has changed, for example.
    Reset,
    /// The server lacks the resources to go on with the stream.
    ResourceConstraint,
    /// XML that XMPP forbids, such as a comment.
    RestrictedXml,
    /// The stream is to be opened to the host in the [text](DefinedCondition::text).
    SeeOtherHost,
    /// The server goes down.
    SystemShutdown,
    /// Something else, for which there should be a text or a condition of the application.
    UndefinedCondition,
    /// An encoding other than UTF-8.
    UnsupportedEncoding,
    /// The other side needs a feature that is not supported here.
    UnsupportedFeature,
    /// An element at the top level of the stream that is not supported here.
    UnsupportedStanzaType,
    /// A version of XMPP that is not supported here.
    UnsupportedVersion,
    /// The name that RFC 3920 has for [`NotWellFormed`](Self::NotWellFormed).
    XmlNotWellFormed,
    /// A condition that neither RFC has.
    #[xml(other)]
    Other(OtherToken),
}

impl StreamError {
    /// The error of this condition.
    #[must_use]
    pub fn new(condition: Condition) -> Self {
        Self {
            condition: Some(DefinedCondition::new(condition)),
            texts: Vec::new(),
            application: Vec::new(),
            extra: Extra::new(),
        }
    }

    /// Sends the other side to another host: a domain name, an IPv4 address or an IPv6 address in brackets, with a
    /// colon and a port where that is not the usual one.
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

    /// What is wrong: an undefined condition where the error has none.
    #[must_use]
    pub fn condition(&self) -> &Condition {
        static UNDEFINED: Condition = Condition::UndefinedCondition;
        self.condition.as_ref().map_or(&UNDEFINED, |c| &c.name)
    }

    /// Where to go, as in [`see_other_host`](Self::see_other_host), with no white space around it. `None` when the
    /// condition is another one, or names no host.
    ///
    /// [RFC 6120 §4.9.3.19](https://www.rfc-editor.org/rfc/rfc6120#section-4.9.3.19)
    #[must_use]
    pub fn other_host(&self) -> Option<&str> {
        let condition = self.condition.as_ref()?;
        let host = trim(condition.text.as_deref()?);
        (condition.name == Condition::SeeOtherHost && !host.is_empty()).then_some(host)
    }

    /// The words in the language that is preferred, most wanted first: for each wish, words in just that language, or else in
    /// another variety of it. Where no wish can be met, those without a language of their own, or else the first.
    ///
    /// `stream` is the [language of the stream](crate::reader::StreamReader::lang), which words have that have no other.
    #[must_use]
    pub fn text_in(&self, preferred: &[LanguageTag], stream: Option<&LanguageTag>) -> Option<&str> {
        let texts = self.texts.iter().map(|t| (t.lang.as_ref(), &*t.text));
        best(texts, preferred, stream)
    }

    /// The first condition of an application that is a `T`.
    ///
    /// # Errors
    /// It is there but is not valid.
    pub fn application<T: Element>(&self) -> Result<Option<T>, Error> {
        payloads::first(self.application.iter(), "")
    }
}

/// The condition, with the host of [`see_other_host`](StreamError::see_other_host) in brackets, and the words as
/// [`text_in`](StreamError::text_in) chooses them without a wish.
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

/// The error of this condition.
impl From<Condition> for StreamError {
    fn from(condition: Condition) -> Self {
        Self::new(condition)
    }
}

/// The stream error that answers an input which could not be read: its condition, without words. Where in the input the error
/// is, and what is around it, is for the log of this side, not for the other.
///
/// Not every such input should end the stream: see [`Error::is_not_well_formed`].
impl From<&Error> for StreamError {
    fn from(error: &Error) -> Self {
        Self::new(Condition::from(error.kind().stream_condition()))
    }
}

impl Text {
    /// These words, in the language of the stream unless another is given.
    #[must_use]
    pub fn new(lang: Option<LanguageTag>, text: &str) -> Self {
        Self {
            lang,
            text: text.into(),
            extra: Extra::new(),
        }
    }
}

/// The words in the language that is preferred, of those that come with their own language.
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
