//! A stream as typed events, without I/O.
//!
//! # When the stream begins anew
//! A stream begins anew several times on one connection. Which call is right depends on what has changed below it:
//!
//! - After TLS, compression or a security layer of SASL, [`restart_after_tls`](StreamReader::restart_after_tls). What came before it
//!   and has not been read came from anybody, so it is an error.
//! - After SASL without a security layer, [`restart_after_sasl`](StreamReader::restart_after_sasl). What has come in is part of the
//!   new stream.
//! - On another connection, [`restart_on_new_connection`](StreamReader::restart_on_new_connection). Nothing is left of the old one.
//!
//! The [`StreamWriter`](crate::writer::StreamWriter) has calls of the same names for what is sent.
//!
//! [RFC 6120 §4, XML Streams](https://www.rfc-editor.org/rfc/rfc6120#section-4)

use alloc::string::String;

use xmpp_xml::stream::{Event as Piece, Splitter};
use xmpp_xml::{Error, LanguageTag, Options, RawElement, Report};

use crate::stream::Header;

/// What comes out of a [`StreamReader`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(
    clippy::exhaustive_enums,
    reason = "RFC 6120 §4 has nothing else at the top level of a stream"
)]
pub enum StreamEvent {
    /// The stream has been opened.
    Opened(Header),
    /// A child of the stream, ready to be read as what it is: a stanza, [`Features`](crate::features::Features), a
    /// [`StreamError`](crate::error::StreamError), a step of a negotiation.
    Element(RawElement),
    /// White space that keeps the connection alive.
    KeepAlive,
    /// The stream has been closed. Nothing comes after it: what the other side sends all the same is ignored
    /// ([RFC 6120 §4.4](https://www.rfc-editor.org/rfc/rfc6120#section-4.4)).
    Closed,
}

/// Takes in the bytes of a stream as they arrive and gives what they say.
///
/// An error ends the stream; [`StreamError::from`](crate::error::StreamError) makes the stream error that answers it.
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
/// A server that is asked for TLS, or a client that may go on with it, looks whether anything has come in behind:
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
    /// At the start of a stream; the limit of bytes is that of each element.
    #[must_use]
    pub fn new(options: Options) -> Self {
        Self {
            splitter: Splitter::new(options),
            options,
            ..Self::default()
        }
    }

    /// Takes in bytes as they arrive.
    pub fn feed(&mut self, bytes: &[u8]) {
        self.splitter.feed(bytes);
    }

    /// What comes next. `None` when more bytes are needed for it, and after the end.
    ///
    /// # Errors
    /// The stream is not as it must be, or its header has an attribute that is not. The offset is the byte in the stream.
    /// There is no going on after an error: it is returned again.
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

    /// What was found in the header beside its fields: what is invalid in it, where such values are
    /// [kept](xmpp_xml::Invalid::Keep), and what has no field.
    #[must_use]
    pub fn header_report(&self) -> &Report {
        &self.report
    }

    /// The language of the stream, as the other side has said in its header. `None` where it has not.
    ///
    /// It is in force in every element of the stream, and in every text in it, that has no language of its own; nothing is
    /// added to the elements. Who passes a stanza on to another stream, where another language is in force, adds it
    /// to a stanza that has none ([RFC 6120 §8.1.5](https://www.rfc-editor.org/rfc/rfc6120#section-8.1.5)).
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

    /// What has come in and has not come out as an event, as it stands. Where TLS is about to begin, there must be nothing:
    /// see [`restart_after_tls`](Self::restart_after_tls).
    #[must_use]
    pub fn buffered(&self) -> &[u8] {
        self.splitter.buffered()
    }

    /// Expects a new stream, which comes through TLS or another layer that was not there before: compression, a security
    /// layer that a SASL mechanism has negotiated.
    ///
    /// A server calls this when [`StartTls`](crate::tls::StartTls) has come out, before it sends
    /// [`Proceed`](crate::tls::Proceed); a client when `Proceed` has come out. From then on, only what has come through the
    /// layer may be [fed](Self::feed): not what was read from the connection before, and not by somebody else.
    ///
    /// What was learnt from the stream before, such as its `from`, its `id` and its features, is to be forgotten, too.
    ///
    /// [RFC 6120 §5.4.3.3](https://www.rfc-editor.org/rfc/rfc6120#section-5.4.3.3)
    ///
    /// # Errors
    /// [`DataBeforeTls`](xmpp_xml::ErrorKind::DataBeforeTls), which a [`StreamError`](crate::error::StreamError)
    /// `not-authorized` answers: something is [buffered](Self::buffered), be it white space. Nothing of it is
    /// read, now or later: the stream has failed, TLS must not begin, and the connection is to be closed. The same error as
    /// before where the stream has failed before.
    pub fn restart_after_tls(&mut self) -> Result<(), Error> {
        if let Some(error) = &self.failed {
            return Err(error.clone());
        }
        self.splitter.restart_after_tls()?;
        self.forget();
        Ok(())
    }

    /// Expects a new stream on the same layer: after SASL with a mechanism that negotiates no security layer, as all of
    /// those in use do. After one that does (`GSSAPI`, `DIGEST-MD5` with such a quality of protection), it is
    /// [`restart_after_tls`](Self::restart_after_tls).
    ///
    /// What is buffered belongs to the new stream, for a client may send its new header right behind its last response,
    /// without waiting for the outcome. Where that is a failure, do not restart: the header is an
    /// error then, as anything else that belongs to a stream which has not begun.
    ///
    /// A stream that has failed stays so.
    ///
    /// [RFC 6120 §6.4.6](https://www.rfc-editor.org/rfc/rfc6120#section-6.4.6)
    pub fn restart_after_sasl(&mut self) {
        if self.failed.is_none() {
            self.splitter.restart_after_sasl();
            self.forget();
        }
    }

    /// Begins from scratch, for another connection with the same options: what is buffered is dropped, an error forgotten.
    pub fn restart_on_new_connection(&mut self) {
        *self = Self::new(self.options);
    }

    fn forget(&mut self) {
        self.report = Report::default();
        self.lang = None;
    }

    /// Says that no more bytes will come.
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
