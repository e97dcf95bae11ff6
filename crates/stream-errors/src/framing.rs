//! Streams over WebSocket, in which every message is one complete element.
//!
//! [`Open`] and [`Close`] take the place of the start tag and the end tag of a stream; the messages between them are the
//! children of a stream, each with its own namespace declarations. [`Frame`] reads a message.
//!
//! There is no STARTTLS here ([RFC 7395 §3.9](https://www.rfc-editor.org/rfc/rfc7395#section-3.9)), and no whitespace
//! keepalive ([§3.8](https://www.rfc-editor.org/rfc/rfc7395#section-3.8)). After SASL, the client sends another `Open`. Each
//! message has its own language; that of `Open` does not apply to those that follow
//! ([§3.3.3](https://www.rfc-editor.org/rfc/rfc7395#section-3.3.3)).
//!
//! [RFC 7395, An XMPP Subprotocol for WebSocket](https://www.rfc-editor.org/rfc/rfc7395)

use alloc::format;
use alloc::string::String;

use xmpp_jid::Jid;
use xmpp_xml::{Error, ErrorKind, Extra, LanguageTag, Options, RawElement, Report, Xml};

use crate::stream::Version;

/// The namespace.
pub const NS: &str = "urn:ietf:params:xml:ns:xmpp-framing";

/// A WebSocket message, which is one complete element.
///
/// [RFC 7395 §3.3](https://www.rfc-editor.org/rfc/rfc7395#section-3.3)
///
/// ```
/// use xmpp_stream_errors::error::{Condition, StreamError};
/// use xmpp_stream_errors::framing::Frame;
/// use xmpp_xml::Options;
///
/// let frame = Frame::read(b"<close xmlns='urn:ietf:params:xml:ns:xmpp-framing'/>", &Options::new())?;
/// assert!(matches!(frame, Frame::Close(_)));
///
/// // The namespace of stanzas is inherited from nowhere.
/// let error = Frame::read(b"<iq type='result' id='1'/>", &Options::new()).unwrap_err();
/// assert_eq!(*StreamError::from(&error).condition(), Condition::InvalidNamespace);
/// # Ok::<(), xmpp_xml::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(
    clippy::exhaustive_enums,
    reason = "RFC 7395 §3.3 has nothing else at the top level of a stream"
)]
pub enum Frame {
    /// Opens the stream.
    Open(Open),
    /// Closes the stream.
    Close(Close),
    /// A child of the stream: a stanza, [`Features`](crate::features::Features), a
    /// [`StreamError`](crate::error::StreamError), a step of a negotiation.
    Element(RawElement),
}

/// Opens a stream, in place of the start tag.
///
/// [RFC 7395 §3.4](https://www.rfc-editor.org/rfc/rfc7395#section-3.4)
#[doc(alias("RFC 7395", "RFC7395", "7395"))]
#[doc(alias("urn:ietf:params:xml:ns:xmpp-framing"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "open", derive(Debug, PartialEq, Eq))]
#[non_exhaustive]
pub struct Open {
    /// The sender. `None` if a client does not reveal its JID yet.
    #[xml(attribute)]
    pub from: Option<Jid>,
    /// The recipient. `None` in an answer to a client that has not revealed its JID.
    #[xml(attribute)]
    pub to: Option<Jid>,
    /// The stream ID, assigned by the receiving entity. `None` in the initiating message.
    #[xml(attribute)]
    pub id: Option<String>,
    /// The version of XMPP, at least 1.0. `None` if not specified.
    #[xml(attribute)]
    pub version: Option<Version>,
    /// The language, which does not apply to other messages. `None` if not specified.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Closes a stream, in place of the end tag.
///
/// [RFC 7395 §3.6](https://www.rfc-editor.org/rfc/rfc7395#section-3.6)
#[doc(alias("RFC 7395", "RFC7395", "7395"))]
#[doc(alias("urn:ietf:params:xml:ns:xmpp-framing"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "close", derive(Debug, PartialEq, Eq))]
#[xml(new = "Closes the stream, without further information.")]
#[non_exhaustive]
pub struct Close {
    /// The sender. Usually `None`.
    #[xml(attribute)]
    pub from: Option<Jid>,
    /// The recipient. Usually `None`.
    #[xml(attribute)]
    pub to: Option<Jid>,
    /// The ID of the stream. Usually `None`.
    #[xml(attribute)]
    pub id: Option<String>,
    /// The version of XMPP. Usually `None`.
    #[xml(attribute)]
    pub version: Option<Version>,
    /// The language. Usually `None`.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The URI to connect to instead (RFC 7395 §3.6.1). `None` if the stream simply ends. A client does not follow it from
    /// `wss:` to a less secure scheme.
    #[xml(attribute = "see-other-uri")]
    pub see_other_uri: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Frame {
    /// Reads a message, which may start with an XML declaration.
    ///
    /// # Errors
    /// The message is not one well-formed element, or exceeds the limits; and some cases that are allowed elsewhere:
    ///
    /// - [`TextInStream`](ErrorKind::TextInStream): it starts with white space, perhaps as a keepalive. It must
    ///   begin with `<`.
    /// - [`NoNamespace`](ErrorKind::NoNamespace): its element has no namespace. Each message declares its own namespaces; what
    ///   it means without is not guessed.
    /// - [`WrongElement`](ErrorKind::WrongElement): an `open` or `close` in another namespace than [`NS`].
    ///
    /// The stream error for the last two is `invalid-namespace`.
    pub fn read(message: &[u8], options: &Options) -> Result<Self, Error> {
        if message.first().is_some_and(|b| b" \t\r\n".contains(b)) {
            return Err(Error::new(ErrorKind::TextInStream));
        }
        let mut options = *options;
        options.skip_comments = false;
        // What begins otherwise has none, and a byte order mark is not skipped.
        options.skip_declaration = message.starts_with(b"<");
        let element = RawElement::read_with(message, &options)?;
        let mut report = Report::default();
        match element.name() {
            "open" => xmpp_xml::read_with(message, &options, &mut report).map(Self::Open),
            "close" => xmpp_xml::read_with(message, &options, &mut report).map(Self::Close),
            name if element.namespace().is_empty() => {
                let name = name.into();
                let path = format!("/{name}");
                Err(Error::new(ErrorKind::NoNamespace { name }).at(path, 0))
            }
            _ => Ok(Self::Element(element)),
        }
    }
}

impl Open {
    /// Opens a stream of XMPP 1.0.
    #[must_use]
    pub fn new(to: Option<Jid>) -> Self {
        Self {
            to,
            version: Some(Version::V1_0),
            ..Self::default()
        }
    }
}
