//! A stream as typed events, without I/O.
//!
//! [RFC 6120 §4, XML Streams](https://www.rfc-editor.org/rfc/rfc6120#section-4)

use xmpp_xml::stream::{Event as Piece, Splitter};
use xmpp_xml::{Error, Options, RawElement};

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
pub struct Reader(Splitter);

impl Reader {
    /// At the start of a stream; the limit of bytes is that of each element.
    #[must_use]
    pub fn new(options: Options) -> Self {
        Self(Splitter::new(options))
    }

    /// Takes in bytes as they arrive.
    pub fn feed(&mut self, bytes: &[u8]) {
        self.0.feed(bytes);
    }

    /// What comes next; nothing when more bytes are needed for it.
    ///
    /// # Errors
    /// The stream is not as it must be, or its header has an attribute that is not.
    pub fn next_event(&mut self) -> Result<Option<Event>, Error> {
        Ok(match self.0.next_event()? {
            None => None,
            Some(Piece::Opened(tag)) => Some(Event::Opened(Header::from_start_tag(&tag)?)),
            Some(Piece::Element(element)) => Some(Event::Element(element)),
            Some(Piece::KeepAlive) => Some(Event::KeepAlive),
            Some(Piece::Closed) => Some(Event::Closed),
        })
    }

    /// Expects a new stream from here on, as after TLS and SASL.
    pub fn restart(&mut self) {
        self.0.restart();
    }

    /// Says that no more bytes will come.
    ///
    /// # Errors
    /// The stream has not been closed.
    pub fn finish(&self) -> Result<(), Error> {
        self.0.finish()
    }
}
