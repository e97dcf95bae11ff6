//! A stream on a plain socket: our reader and writer, and nothing else.

use core::error::Error;
use core::time::Duration;
use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};

use xmpp_stanzas::core_stanzas::Stanza;
use xmpp_stanzas::streams::reader::{StreamEvent, StreamReader};
use xmpp_stanzas::streams::stream::Header;
use xmpp_stanzas::streams::writer::StreamWriter;
use xmpp_xml::{Element, RawElement};

pub(super) type Result<T> = core::result::Result<T, Box<dyn Error + Send + Sync>>;

/// One end of a stream.
pub(super) struct Link {
    socket: TcpStream,
    reader: StreamReader,
    writer: StreamWriter,
}

impl Link {
    /// Opens a stream; gives the header that answers ours.
    pub(super) fn open(socket: TcpStream, header: &Header) -> Result<(Self, Header)> {
        let mut link = Self {
            socket,
            reader: StreamReader::default(),
            writer: StreamWriter::open(header)?,
        };
        link.flush()?;
        match link.event()? {
            StreamEvent::Opened(theirs) => Ok((link, theirs)),
            other => Err(format!("no header: {other:?}").into()),
        }
    }

    /// Takes a stream that the other end opens, and answers its header.
    pub(super) fn accept(
        mut socket: TcpStream,
        answer: impl FnOnce(&Header) -> Header,
    ) -> Result<(Self, Header)> {
        let mut reader = StreamReader::default();
        let StreamEvent::Opened(theirs) = next(&mut socket, &mut reader)? else {
            return Err("no header".into());
        };
        let writer = StreamWriter::open(&answer(&theirs))?;
        let mut link = Self {
            socket,
            reader,
            writer,
        };
        link.flush()?;
        Ok((link, theirs))
    }

    pub(super) fn send<T: Element>(&mut self, element: &T) -> Result<()> {
        self.writer.element(element)?;
        self.flush()
    }

    /// Sends a stanza in the namespace of this stream, whatever stream it comes from.
    pub(super) fn send_stanza(&mut self, stanza: impl Into<Stanza>) -> Result<()> {
        self.writer.stanza(stanza)?;
        self.flush()
    }

    /// The next element; `None` at the end of the stream.
    pub(super) fn next(&mut self) -> Result<Option<RawElement>> {
        match self.event()? {
            StreamEvent::Element(element) => Ok(Some(element)),
            StreamEvent::Closed => Ok(None),
            other => Err(format!("{other:?} in a stream").into()),
        }
    }

    pub(super) fn close(mut self) -> Result<()> {
        let end = self.writer.close();
        Ok(self.socket.write_all(end.as_bytes())?)
    }

    fn flush(&mut self) -> Result<()> {
        Ok(self.socket.write_all(self.writer.take().as_bytes())?)
    }

    fn event(&mut self) -> Result<StreamEvent> {
        next(&mut self.socket, &mut self.reader)
    }
}

/// What comes next, keep-alives left out.
fn next(socket: &mut TcpStream, reader: &mut StreamReader) -> Result<StreamEvent> {
    let mut piece = [0; 4096];
    loop {
        match reader.next_event()? {
            Some(StreamEvent::KeepAlive) => {}
            Some(event) => return Ok(event),
            None => match socket.read(&mut piece)? {
                0 => return Err("the connection has gone".into()),
                len => reader.feed(&piece[..len]),
            },
        }
    }
}

/// Two ends of a connection of this machine with itself, which wait for each other, but not for ever.
pub(super) fn sockets() -> (TcpStream, TcpStream) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("a port");
    let one = TcpStream::connect(address).expect("the port is open");
    let (other, _) = listener.accept().expect("a connection comes");
    for socket in [&one, &other] {
        let patience = Some(Duration::from_secs(60));
        socket
            .set_read_timeout(patience)
            .expect("a socket can wait");
    }
    (one, other)
}
