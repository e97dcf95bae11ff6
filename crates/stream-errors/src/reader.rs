//! A stream as typed events, without I/O.
//!
//! [RFC 6120 §4, XML Streams](https://www.rfc-editor.org/rfc/rfc6120#section-4)

use alloc::string::String;

use xmpp_xml::stream::{Event as Piece, Splitter};
use xmpp_xml::{Error, Options, RawElement, Report};

use crate::stream::Header;

/// What comes out of a [`Reader`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(
    clippy::exhaustive_enums,
    reason = "RFC 6120 §4 has nothing else at the top level of a stream"
)]
pub enum Event {
    /// The stream has been opened.
    Opened(Header),
    /// A child of the stream, ready to be read as what it is: a stanza, [`Features`](crate::features::Features), a
    /// [`StreamError`](crate::error::StreamError), a step of a negotiation.
    Element(RawElement),
    /// White space that keeps the connection alive.
    KeepAlive,
    /// The stream has been closed.
    Closed,
}

/// Takes in the bytes of a stream as they arrive and gives what they say.
///
/// An error ends the stream; [`StreamError::from`](crate::error::StreamError) makes the stream error that answers it.
///
/// ```
/// use xmpp_stream_errors::features::Features;
/// use xmpp_stream_errors::reader::{Event, Reader};
///
/// let mut reader = Reader::default();
/// reader.feed(b"<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' id='7f'>");
/// reader.feed(b"<stream:features><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></stream:features>");
///
/// let Some(Event::Opened(header)) = reader.next_event()? else { panic!() };
/// assert_eq!(header.id.as_deref(), Some("7f"));
/// let Some(Event::Element(element)) = reader.next_event()? else { panic!() };
/// assert!(element.parse::<Features>()?.bind().is_some());
/// assert_eq!(reader.next_event()?, None);
/// # Ok::<(), xmpp_xml::Error>(())
/// ```
#[derive(Debug, Default)]
pub struct Reader {
    splitter: Splitter,
    options: Options,
    report: Report,
    failed: Option<Error>,
}

impl Reader {
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

    /// What comes next; nothing when more bytes are needed for it.
    ///
    /// # Errors
    /// The stream is not as it must be, or its header has an attribute that is not. The offset is the byte in the stream.
    /// There is no going on after an error: it is told again.
    pub fn next_event(&mut self) -> Result<Option<Event>, Error> {
        if let Some(error) = &self.failed {
            return Err(error.clone());
        }
        Ok(match self.splitter.next_event()? {
            None => None,
            Some(Piece::Opened(tag)) => {
                let header = self.header(&tag);
                Some(Event::Opened(header.inspect_err(|error| {
                    self.failed = Some(error.clone());
                })?))
            }
            Some(Piece::Element(element)) => Some(Event::Element(element)),
            Some(Piece::KeepAlive) => Some(Event::KeepAlive),
            Some(Piece::Closed) => Some(Event::Closed),
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

    /// The language of the stream, which its elements have where they tell no other.
    ///
    /// [RFC 6120 §4.7.4](https://www.rfc-editor.org/rfc/rfc6120#section-4.7.4)
    #[must_use]
    pub fn lang(&self) -> Option<&str> {
        self.splitter.lang()
    }

    /// Expects a new stream from here on, as after TLS and SASL. Bytes that have not been looked at belong to it.
    pub fn restart(&mut self) {
        self.splitter.restart();
        self.report = Report::default();
        self.failed = None;
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
