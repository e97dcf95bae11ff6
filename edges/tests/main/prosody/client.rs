//! A client on a plain socket: our reader and writer, and nothing between them and the server.

use alloc::collections::VecDeque;
use core::time::Duration;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use xmpp_stanzas::core_stanzas::{AnswerError, Iq, IqKind, Message, Presence};
use xmpp_stanzas::jid::{FullJid, Jid};
use xmpp_stanzas::registration::register;
use xmpp_stanzas::sessions::stream_management::Inbound;
use xmpp_stanzas::streams::bind;
use xmpp_stanzas::streams::features::Features;
use xmpp_stanzas::streams::reader::{StreamEvent, StreamReader};
use xmpp_stanzas::streams::sasl::{Auth, Data, Mechanism, Success};
use xmpp_stanzas::streams::stream::{ContentNamespace, Header, Version};
use xmpp_stanzas::streams::writer::StreamWriter;
use xmpp_stanzas::xml::{Element, Options, RawElement};

use super::server::{HOST, Prosody};
use super::watch::Watch;

/// One end of a stream.
pub(crate) struct Client {
    socket: TcpStream,
    reader: StreamReader,
    writer: StreamWriter,
    /// Who the server says it is; its account before a resource is bound.
    pub(crate) jid: Jid,
    /// What has come in while something else was waited for.
    waiting: VecDeque<RawElement>,
    /// The stanzas that have come in since stream management was enabled.
    pub(crate) inbound: Inbound,
    ids: u32,
    pub(crate) watch: Watch,
}

/// The header that a client of this account opens a stream with.
fn header() -> Header {
    let mut header = Header::new(ContentNamespace::Client);
    header.to = Some(HOST.parse().expect("an address"));
    header.version = Some(Version::V1_0);
    header
}

impl Client {
    /// Opens a stream; gives what the server offers.
    pub(crate) fn open(server: &Prosody, user: &str) -> (Self, Features) {
        let socket = server.connect();
        let patience = Some(Duration::from_secs(60));
        socket
            .set_read_timeout(patience)
            .expect("a socket can wait");
        let mut client = Self {
            socket,
            reader: StreamReader::new(Options::new()),
            writer: StreamWriter::open(&header()).expect("a header that XML can carry"),
            jid: format!("{user}@{HOST}").parse().expect("an address"),
            waiting: VecDeque::new(),
            inbound: Inbound::new(),
            ids: 0,
            watch: Watch::default(),
        };
        client.flush();
        let features = client.opened();
        (client, features)
    }

    /// Registers an account (XEP-0077), on a stream of its own.
    pub(crate) fn register(server: &Prosody, user: &str) -> Watch {
        let (mut client, _) = Self::open(server, user);
        let wanted: register::Query = client
            .get(None, &register::Query::new())
            .expect("registration is open");
        assert!(wanted.username.is_some() && wanted.password.is_some());
        let account = register::Query::of_account(user, "secret");
        client.set(None, &account).expect("the name is free");
        client.close()
    }

    /// Logs in and binds a resource.
    pub(crate) fn log_in(server: &Prosody, user: &str, resource: &str) -> Self {
        let (mut client, _) = Self::authenticated(server, user);
        client.bind(resource);
        client
    }

    /// Logs in; gives what the server offers then.
    pub(crate) fn authenticated(server: &Prosody, user: &str) -> (Self, Features) {
        let (mut client, features) = Self::open(server, user);
        let offered = features.mechanisms().expect("SASL is offered");
        assert!(offered.mechanisms.contains(&Mechanism::Plain));
        let response = format!("\0{user}\0secret").into_bytes();
        client.send(&Auth::new(Mechanism::Plain, Data::from(response)));
        let answer = client.next();
        answer.parse::<Success>().expect("the password is right");
        client.reader.restart_after_sasl();
        client
            .writer
            .restart_after_sasl(&header())
            .expect("a header that XML can carry");
        client.flush();
        let features = client.opened();
        (client, features)
    }

    /// Binds a resource.
    pub(crate) fn bind(&mut self, resource: &str) {
        let request = bind::Request::resource(resource);
        let request = self.iq(IqKind::Set, None, &request);
        let bound: bind::Response = self
            .ask(&request)
            .expect("a resource is free")
            .expect("the answer says which");
        let jid: FullJid = bound.jid;
        self.jid = jid.into();
    }

    /// What the server says at the beginning of a stream.
    fn opened(&mut self) -> Features {
        loop {
            match self.event() {
                StreamEvent::Opened(header) => {
                    assert_eq!(header.version(), Version::V1_0);
                    break;
                }
                StreamEvent::KeepAlive => {}
                other => panic!("no header but {other:?}"),
            }
        }
        self.next().parse().expect("features follow")
    }

    fn flush(&mut self) {
        let text = self.writer.take();
        self.socket
            .write_all(text.as_bytes())
            .expect("the connection stands");
    }

    /// Sends an element.
    pub(crate) fn send<T: Element>(&mut self, element: &T) {
        let raw = RawElement::from_element(element).expect("what is sent can be read");
        self.watch.look(&raw);
        self.writer.element(element).expect("it can be written");
        self.flush();
    }

    fn event(&mut self) -> StreamEvent {
        loop {
            match self.reader.next_event() {
                Ok(Some(event)) => return event,
                Ok(None) => {}
                Err(error) => panic!("the stream of {} is at fault: {error}", self.jid),
            }
            let mut buffer = [0; 4096];
            let n = self.socket.read(&mut buffer);
            let n = n.unwrap_or_else(|error| panic!("{} waits in vain: {error}", self.jid));
            assert_ne!(n, 0, "the server has hung up on {}", self.jid);
            self.reader.feed(buffer.get(..n).unwrap_or_default());
        }
    }

    /// The next element that comes in.
    pub(crate) fn next(&mut self) -> RawElement {
        loop {
            match self.event() {
                StreamEvent::Element(element) => {
                    self.watch.look(&element);
                    self.inbound.count(&element);
                    return element;
                }
                StreamEvent::KeepAlive => {}
                other => panic!("{} waits for an element, and gets {other:?}", self.jid),
            }
        }
    }

    /// The next element that `take` makes something of; what comes in before waits.
    pub(crate) fn wait_for<T>(&mut self, mut take: impl FnMut(&RawElement) -> Option<T>) -> T {
        let mut at = 0;
        loop {
            let element = match self.waiting.get(at) {
                Some(element) => element.clone(),
                None => {
                    let element = self.next();
                    self.waiting.push_back(element.clone());
                    element
                }
            };
            if let Some(taken) = take(&element) {
                self.waiting.remove(at);
                return taken;
            }
            at += 1;
        }
    }

    /// The next message of which `take` makes something.
    pub(crate) fn message<T>(&mut self, mut take: impl FnMut(&Message) -> Option<T>) -> T {
        self.wait_for(|element| take(&element.parse().ok()?))
    }

    /// The next presence of which `take` makes something.
    pub(crate) fn presence<T>(&mut self, mut take: impl FnMut(&Presence) -> Option<T>) -> T {
        self.wait_for(|element| take(&element.parse().ok()?))
    }

    /// An id that no other request of this client has.
    pub(crate) fn id(&mut self) -> String {
        self.ids += 1;
        format!("id{}", self.ids)
    }

    pub(crate) fn iq<T: Element>(&mut self, kind: IqKind, to: Option<&str>, payload: &T) -> Iq {
        let mut iq = Iq::new(kind, &self.id());
        iq.to = to.map(|to| to.parse().expect("an address"));
        iq.with_payload(payload)
            .expect("a payload that can be read")
    }

    /// Asks for something; gives the payload of the answer.
    pub(crate) fn get<Q: Element, A: Element>(
        &mut self,
        to: Option<&str>,
        payload: &Q,
    ) -> Result<A, AnswerError> {
        let iq = self.iq(IqKind::Get, to, payload);
        Ok(self.ask(&iq)?.expect("the answer has a payload"))
    }

    /// Sets something; gives the answer.
    pub(crate) fn set<Q: Element>(
        &mut self,
        to: Option<&str>,
        payload: &Q,
    ) -> Result<Iq, AnswerError> {
        let iq = self.iq(IqKind::Set, to, payload);
        self.send(&iq);
        let answer = self.answer_to(&iq);
        answer.answer::<RawElement>().map(|_| answer)
    }

    /// Sends a request; gives the payload of its answer.
    pub(crate) fn ask<A: Element>(&mut self, request: &Iq) -> Result<Option<A>, AnswerError> {
        self.send(request);
        self.answer_to(request).answer()
    }

    fn answer_to(&mut self, request: &Iq) -> Iq {
        let account = self.jid.clone();
        self.wait_for(|element| {
            let iq: Iq = element.parse().ok()?;
            iq.is_answer_to(request, &account).then_some(iq)
        })
    }

    /// Sends a request that `answer` answers as somebody else, and the answer's way back is not waited for.
    pub(crate) fn request(&mut self) -> Iq {
        self.wait_for(|element| element.parse().ok().filter(Iq::is_request))
    }

    /// Is gone without a word, as when the network is.
    pub(crate) fn vanish(self) -> (Inbound, Watch) {
        (self.inbound, self.watch)
    }

    /// Closes the stream, and reads what still comes in.
    pub(crate) fn close(mut self) -> Watch {
        let closing = self.writer.close();
        self.socket
            .write_all(closing.as_bytes())
            .expect("the connection stands");
        let mut rest = Vec::new();
        let _ = self.socket.read_to_end(&mut rest);
        self.reader.feed(&rest);
        loop {
            match self.reader.next_event().expect("the stream ends in order") {
                Some(StreamEvent::Element(element)) => self.watch.look(&element),
                Some(StreamEvent::Closed) => break,
                Some(_) => {}
                None => panic!("{} is not answered with a close", self.jid),
            }
        }
        self.reader.finish().expect("the stream has been closed");
        self.watch
    }
}
