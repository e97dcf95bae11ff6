//! A stream as typed events, without I/O.
//!
//! # Stream restarts
//! A stream restarts several times on one connection. Which call to use depends on what has changed in the layers below:
//!
//! - After TLS, compression or a SASL security layer, [`restart_after_tls`](StreamReader::restart_after_tls). Unread data
//!   from before could be from anybody, so it is an error.
//! - After SASL without a security layer, [`restart_after_sasl`](StreamReader::restart_after_sasl). Unread data belongs to
//!   the new stream.
//! - On another connection, [`restart_on_new_connection`](StreamReader::restart_on_new_connection). Unread data is dropped.
//!
//! The [`StreamWriter`](crate::writer::StreamWriter) has methods with the same names for the outgoing stream.
//!
//! [RFC 6120 §4, XML Streams](https://www.rfc-editor.org/rfc/rfc6120#section-4)

use alloc::string::String;

use xmpp_xml::stream::{Event as Piece, Splitter};
use xmpp_xml::{Error, LanguageTag, Options, RawElement, Report};

use crate::stream::Header;

/// An event from a [`StreamReader`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(
    clippy::exhaustive_enums,
    reason = "RFC 6120 §4 has nothing else at the top level of a stream"
)]
pub enum StreamEvent {
    /// The stream has been opened.
    Opened(Header),
    /// A child of the stream, ready to be parsed: a stanza, [`Features`](crate::features::Features), a
    /// [`StreamError`](crate::error::StreamError), a step of a negotiation.
    Element(RawElement),
    /// A whitespace keepalive.
    KeepAlive,
    /// The stream has been closed. This is the last event: anything that the peer still sends is ignored
    /// ([RFC 6120 §4.4](https://www.rfc-editor.org/rfc/rfc6120#section-4.4)).
    Closed,
}

/// Takes the bytes of a stream as they arrive and returns events.
///
/// An error ends the stream; [`StreamError::from`](crate::error::StreamError) makes the stream error to answer with.
///
/// ```
/// use xmpp_stream_errors::features::Features;
/// use xmpp_stream_errors::reader::{StreamEvent, StreamReader};
///
/// let mut reader = StreamReader::default();
/// reader.feed(b"<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' id='7f'>");
/// reader.feed(b"<stream:features><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></stream:features>");
///
/// let Some(StreamEvent::Opened(header)) = reader.next_event()? else { panic!() };
/// assert_eq!(header.id.as_deref(), Some("7f"));
/// let Some(StreamEvent::Element(element)) = reader.next_event()? else { panic!() };
/// assert!(element.parse::<Features>()?.bind().is_some());
/// assert_eq!(reader.next_event()?, None);
/// # Ok::<(), xmpp_xml::Error>(())
/// ```
///
/// Before it continues with TLS, a server or client checks that no further data has arrived:
///
/// ```
/// use xmpp_stream_errors::error::{Condition, StreamError};
/// use xmpp_stream_errors::reader::{StreamEvent, StreamReader};
/// use xmpp_stream_errors::tls::StartTls;
///
/// let mut reader = StreamReader::default();
/// reader.feed(b"<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>\
///     <starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/><iq type='set' id='evil'/>");
/// reader.next_event()?;
/// let Some(StreamEvent::Element(element)) = reader.next_event()? else { panic!() };
/// assert!(element.is_a::<StartTls>());
///
/// // Somebody on the way has added an iq, for the server to take for one of its client after TLS.
/// let error = reader.restart_after_tls().unwrap_err();
/// assert_eq!(*StreamError::from(&error).condition(), Condition::NotAuthorized);
/// # Ok::<(), xmpp_xml::Error>(())
/// ```
#[derive(Debug, Default)]
pub struct StreamReader {
    splitter: Splitter,
    options: Options,
    report: Report,
    lang: Option<LanguageTag>,
    failed: Option<Error>,
}

impl StreamReader {
    /// A reader at the start of a stream; [`Limits::bytes`](xmpp_xml::Limits::bytes) applies to each element.
    #[must_use]
    pub fn new(options: Options) -> Self {
        Self {
            splitter: Splitter::new(options),
            options,
            ..Self::default()
        }
    }

    /// Adds bytes as they arrive.
    pub fn feed(&mut self, bytes: &[u8]) {
        self.splitter.feed(bytes);
    }

    /// The next event. `None` if it needs more bytes, and after the end.
    ///
    /// # Errors
    /// The stream is invalid, or an attribute of its header is. The offset is the byte in the stream.
    /// Errors are final; later calls return the same error.
    pub fn next_event(&mut self) -> Result<Option<StreamEvent>, Error> {
        if let Some(error) = &self.failed {
            return Err(error.clone());
        }
        Ok(match self.splitter.next_event()? {
            None => None,
            Some(Piece::Opened(tag)) => {
                let header = self
                    .header(&tag)
                    .inspect_err(|error| self.failed = Some(error.clone()))?;
                self.lang = header.lang.clone().filter(|lang| !lang.as_str().is_empty());
                Some(StreamEvent::Opened(header))
            }
            Some(Piece::Element(element)) => Some(StreamEvent::Element(element)),
            Some(Piece::KeepAlive) => Some(StreamEvent::KeepAlive),
            Some(Piece::Closed) => Some(StreamEvent::Closed),
        })
    }

    fn header(&mut self, tag: &str) -> Result<Header, Error> {
        self.report = Report::default();
        let header = xmpp_xml::read_start_tag(tag.as_bytes(), &self.options, &mut self.report);
        let start = self.splitter.position() - tag.len();
        let problems = core::mem::take(&mut self.report.problems);
        self.report.problems = problems.into_iter().map(|e| shifted(e, start)).collect();
        header.map_err(|error| shifted(error, start))
    }

    /// What the reader found in the header besides its fields: invalid values, if they are
    /// [kept](xmpp_xml::Invalid::Keep), and parts without a field.
    #[must_use]
    pub fn header_report(&self) -> &Report {
        &self.report
    }

    /// The language of the stream, from the peer's header. `None` if not specified.
    ///
    /// It applies to all elements and texts of the stream without `xml:lang`, but is not added to them. When passing a
    /// stanza without `xml:lang` on to another stream, where another language may apply, add it to the stanza
    /// ([RFC 6120 §8.1.5](https://www.rfc-editor.org/rfc/rfc6120#section-8.1.5)).
    ///
    /// [RFC 6120 §4.7.4](https://www.rfc-editor.org/rfc/rfc6120#section-4.7.4)
    ///
    /// ```
    /// use xmpp_core_stanzas::Message;
    /// use xmpp_stream_errors::reader::{StreamEvent, StreamReader};
    ///
    /// let mut reader = StreamReader::default();
    /// reader.feed(b"<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' xml:lang='de'>\
    ///     <message><body>hallo</body><body xml:lang='en'>hello</body></message>");
    /// reader.next_event()?;
    /// let Some(StreamEvent::Element(element)) = reader.next_event()? else { panic!() };
    /// let message: Message = element.parse()?;
    ///
    /// let languages = message.bodies.iter().map(|body| {
    ///     // Its own, that of the message, or that of the stream.
    ///     body.lang.as_ref().or(message.lang.as_ref()).or(reader.lang()).map(|lang| lang.as_str())
    /// });
    /// assert!(languages.eq([Some("de"), Some("en")]));
    /// # Ok::<(), xmpp_xml::Error>(())
    /// ```
    #[must_use]
    pub fn lang(&self) -> Option<&LanguageTag> {
        self.lang.as_ref()
    }

    /// The bytes that have been added but not yet returned in events. Before TLS starts, there must be none:
    /// see [`restart_after_tls`](Self::restart_after_tls).
    #[must_use]
    pub fn buffered(&self) -> &[u8] {
        self.splitter.buffered()
    }

    /// Expects a new stream within TLS or another new layer: compression, or a security layer that a SASL mechanism
    /// has negotiated.
    ///
    /// A server calls this after receiving [`StartTls`](crate::tls::StartTls), before it sends
    /// [`Proceed`](crate::tls::Proceed); a client after receiving `Proceed`. From then on, [feed](Self::feed) it only with
    /// what has come through the layer: nothing that was read from the connection before.
    ///
    /// Discard everything learned from the previous stream, too, such as its `from`, its ID and its features.
    ///
    /// [RFC 6120 §5.4.3.3](https://www.rfc-editor.org/rfc/rfc6120#section-5.4.3.3)
    ///
    /// # Errors
    /// [`DataBeforeTls`](xmpp_xml::ErrorKind::DataBeforeTls), to be answered with the [`StreamError`](crate::error::StreamError)
    /// `not-authorized`: there are [buffered](Self::buffered) bytes, even if only white space. They are never
    /// processed: the stream has failed, TLS must not start, and the connection must be closed. If the stream had failed before,
    /// the same error as then.
    pub fn restart_after_tls(&mut self) -> Result<(), Error> {
        if let Some(error) = &self.failed {
            return Err(error.clone());
        }
        self.splitter.restart_after_tls()?;
        self.forget();
        Ok(())
    }

    /// Expects a new stream on the same layer: after SASL with a mechanism without a security layer, which is true for all
    /// those in use. After one with a security layer (`GSSAPI`, `DIGEST-MD5` with such a quality of protection), use
    /// [`restart_after_tls`](Self::restart_after_tls).
    ///
    /// Buffered bytes belong to the new stream, as a client may send its new header right after its last response,
    /// without waiting for the outcome. If the outcome is a failure, do not restart: the header is then an
    /// error, like anything else of a stream that has not started.
    ///
    /// A stream that has failed stays failed.
    ///
    /// [RFC 6120 §6.4.6](https://www.rfc-editor.org/rfc/rfc6120#section-6.4.6)
    pub fn restart_after_sasl(&mut self) {
        if self.failed.is_none() {
            self.splitter.restart_after_sasl();
            self.forget();
        }
    }

    /// Starts from scratch, for another connection with the same options: buffered bytes and errors are dropped.
    pub fn restart_on_new_connection(&mut self) {
        *self = Self::new(self.options);
    }

    fn forget(&mut self) {
        self.report = Report::default();
        self.lang = None;
    }

    /// Declares the end of the input.
    ///
    /// # Errors
    /// The stream has not been closed.
    pub fn finish(&self) -> Result<(), Error> {
        self.splitter.finish()
    }
}

/// An error of a part of the stream that begins at `start`.
fn shifted(error: Error, start: usize) -> Error {
    let (path, offset) = (String::from(error.path()), error.offset());
    error.at(path, start + offset)
}
