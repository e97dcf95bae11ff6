//! Streams over WebSocket, in which every message is one whole element.
//!
//! [`Open`] and [`Close`] take the place of the start tag and the end tag of a stream; what is between them are the
//! children of a stream, each of which declares what it uses. [`Frame`] reads one message.
//!
//! There is no TLS to be negotiated here ([RFC 7395 §3.9](https://www.rfc-editor.org/rfc/rfc7395#section-3.9)), and no white space
//! to keep the connection alive ([§3.8](https://www.rfc-editor.org/rfc/rfc7395#section-3.8)). After SASL, the client sends
//! another `Open`. Each message is complete with its language, so that of `Open` is not in force in what follows
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

/// A WebSocket message, which is one whole element.
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
    /// The stream is opened.
    Open(Open),
    /// The stream is closed.
    Close(Close),
    /// What is a child of the stream elsewhere: a stanza, [`Features`](crate::features::Features), a
    /// [`StreamError`](crate::error::StreamError), a step of a negotiation.
    Element(RawElement),
}

/// Opens a stream, as the start tag does elsewhere.
///
/// [RFC 7395 §3.4](https://www.rfc-editor.org/rfc/rfc7395#section-3.4)
#[doc(alias("RFC 7395", "RFC7395", "7395"))]
#[doc(alias("urn:ietf:params:xml:ns:xmpp-framing"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "open")]
#[non_exhaustive]
pub struct Open {
    /// The sender. `None` where a client does not say yet who it is.
    #[xml(attribute)]
    pub from: Option<Jid>,
    /// The recipient. `None` in answers to one that did not say who it is.
    #[xml(attribute)]
    pub to: Option<Jid>,
    /// The identifier of the stream, given by the one who answers. `None` in what opens it.
    #[xml(attribute)]
    pub id: Option<String>,
    /// The version of XMPP. `None` where it is not said; it is 1.0 at least.
    #[xml(attribute)]
    pub version: Option<Version>,
    /// The language, which is not in force in other messages. `None` where it is not said.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Closes a stream, as the end tag does elsewhere.
///
/// [RFC 7395 §3.6](https://www.rfc-editor.org/rfc/rfc7395#section-3.6)
#[doc(alias("RFC 7395", "RFC7395", "7395"))]
#[doc(alias("urn:ietf:params:xml:ns:xmpp-framing"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "close")]
#[xml(new = "Just closes.")]
#[non_exhaustive]
pub struct Close {
    /// The sender. `None` most often.
    #[xml(attribute)]
    pub from: Option<Jid>,
    /// The recipient. `None` most often.
    #[xml(attribute)]
    pub to: Option<Jid>,
    /// The stream that is closed. `None` most often.
    #[xml(attribute)]
    pub id: Option<String>,
    /// The version of XMPP. `None` most often.
    #[xml(attribute)]
    pub version: Option<Version>,
    /// The language. `None` most often.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The URI that the client is to connect to instead (RFC 7395 §3.6.1). `None` where the stream just ends. A client does not go
    /// from a `wss:` URI to one that is less secure.
    #[xml(attribute = "see-other-uri")]
    pub see_other_uri: Option<String>,
    /// What this type does not name, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Frame {
    /// Reads a message. An XML declaration may stand at its start.
    ///
    /// # Errors
    /// The message is not one well-formed element, or goes beyond the limits; and these, which are no errors elsewhere:
    ///
    /// - [`TextInStream`](ErrorKind::TextInStream): it begins with white space, perhaps to keep the connection alive. It must
    ///   begin with `<`.
    /// - [`NoNamespace`](ErrorKind::NoNamespace): its element is in no namespace. Each message declares all that it needs; what
    ///   it means without is not guessed.
    /// - [`WrongElement`](ErrorKind::WrongElement): an `open` or `close` of another namespace than [`NS`].
    ///
    /// The stream errors that answer the last two are `invalid-namespace`.
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
