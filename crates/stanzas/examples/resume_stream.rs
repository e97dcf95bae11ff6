//! A client loses its connection, authenticates on another one, and goes on with its stream there in the same step.

#![expect(clippy::print_stdout, reason = "an example shows what it does")]

use core::error::Error;

use xmpp_stanzas::core_stanzas::{Message, Stanza};
use xmpp_stanzas::sessions::sasl2::{Authenticate, Authentication, Data, ServerStep, Session};
use xmpp_stanzas::sessions::stream_management::{Enable, Enabled, Inbound, Nonza, Outbound};
use xmpp_stanzas::streams::error::StreamError;
use xmpp_stanzas::streams::features::Features;
use xmpp_stanzas::streams::reader::{StreamEvent, StreamReader};
use xmpp_stanzas::streams::sasl::Mechanism;
use xmpp_stanzas::xml::{self, RawElement};

const HEADER: &str = "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' \
    id='7f' from='tea.example' version='1.0'>";

/// What a client keeps of its stream for when the connection breaks.
struct Client {
    enabled: Option<Enabled>,
    sent: Outbound<String>,
    received: Inbound,
}

impl Client {
    /// A stanza for the connection, which is kept until the server has it.
    fn send(&mut self, message: &Message) -> Result<String, xml::Error> {
        let text = xml::to_string(message)?;
        self.sent.push(text.clone());
        Ok(text)
    }

    /// Takes in an element of the stream, and gives what is to be sent in return.
    fn take(&mut self, element: &RawElement) -> Result<Option<String>, Box<dyn Error>> {
        if element.is_a::<Nonza>() {
            match element.parse()? {
                Nonza::Enabled(enabled) => self.enabled = Some(enabled),
                Nonza::Request(request) => {
                    return Ok(Some(xml::to_string(&self.received.answer(&request))?));
                }
                Nonza::Ack(ack) => match self.sent.acknowledge(ack.h) {
                    Ok(handled) => println!("{} handled, {} open", handled.len(), self.sent.len()),
                    // The last thing that is sent: the stream is closed behind it.
                    Err(count) => return Ok(Some(xml::to_string(&StreamError::from(count))?)),
                },
                _ => {}
            }
        } else if element.is_a::<Stanza>() {
            println!("a stanza: {element}");
            self.received.count(element);
        }
        Ok(None)
    }

    /// Authenticates and asks for the former stream in one step, as far as the server offers that.
    fn authenticate(&self, features: &Features) -> Result<Authenticate, Box<dyn Error>> {
        let offer: Authentication = features.other()?.ok_or("no SASL2")?;
        if !offer.mechanisms.contains(&Mechanism::ScramSha256) {
            return Err("no mechanism that is good enough".into());
        }
        let inline = offer.inline.ok_or("nothing along with it")?;
        let enabled = self.enabled.as_ref().ok_or("nothing to go on with")?;
        if !inline.can_resume(enabled.version) {
            return Err("no resumption".into());
        }
        let resume = self.received.resume(enabled).ok_or("not to be resumed")?;
        Ok(Authenticate::new(Mechanism::ScramSha256)
            .with_initial_response(Data::from(b"n,,n=alice,r=4d1f".to_vec()))
            .with_resume(resume))
    }

    /// What is to be sent again once the server goes on with the stream.
    fn resumed(
        &mut self,
        step: &ServerStep,
        request: &Authenticate,
    ) -> Result<Vec<String>, Box<dyn Error>> {
        let ServerStep::Success(success) = step else {
            return Err("not let in".into());
        };
        match success.session(request) {
            Some(Session::Resumed(resumed)) => {
                self.sent.acknowledge(resumed.h)?;
                Ok(self.sent.iter().cloned().collect())
            }
            _ => Err("another session".into()),
        }
    }
}

/// The elements that come in on a connection.
fn elements(input: &str) -> Result<Vec<RawElement>, xml::Error> {
    let mut reader = StreamReader::default();
    reader.feed(HEADER.as_bytes());
    reader.feed(input.as_bytes());
    let mut elements = Vec::new();
    while let Some(event) = reader.next_event()? {
        if let StreamEvent::Element(element) = event {
            elements.push(element);
        }
    }
    Ok(elements)
}

pub(crate) fn main() -> Result<(), Box<dyn Error>> {
    let mut client = Client {
        enabled: None,
        sent: Outbound::new(),
        received: Inbound::new(),
    };
    println!("{}", xml::to_string(&Enable::resumable())?);
    for to in [
        "hatter@tea.example",
        "hare@tea.example",
        "dormouse@tea.example",
    ] {
        let message: Message =
            xml::from_str(&format!("<message xmlns='jabber:client' to='{to}'/>"))?;
        println!("{}", client.send(&message)?);
    }

    // The server has one of three when it asks what the client has; then the connection breaks.
    let mut answers = Vec::new();
    for element in elements(
        "<enabled xmlns='urn:xmpp:sm:3' id='sm-7' resume='true' max='600'/>\
         <a xmlns='urn:xmpp:sm:3' h='1'/>\
         <message from='hatter@tea.example'><body>No room!</body></message>\
         <r xmlns='urn:xmpp:sm:3'/><mess",
    )? {
        answers.extend(client.take(&element)?);
    }
    assert_eq!(answers, ["<a xmlns='urn:xmpp:sm:3' h='1'/>"]);

    // Nobody can have handled what was not sent.
    let lie: RawElement = "<a xmlns='urn:xmpp:sm:3' h='9'/>".parse()?;
    let end = client.take(&lie)?.ok_or("believed")?;
    println!("{end}");
    assert!(end.contains("<handled-count-too-high xmlns='urn:xmpp:sm:3' h='9' send-count='3'/>"));

    let features = elements(
        "<stream:features><authentication xmlns='urn:xmpp:sasl:2'><mechanism>SCRAM-SHA-256</mechanism>\
         <inline><sm xmlns='urn:xmpp:sm:3'/></inline></authentication></stream:features>",
    )?;
    let authenticate = client.authenticate(&features[0].parse()?)?;
    println!("{}", xml::to_string(&authenticate)?);

    // By now the server has the second one as well.
    let step = elements(
        "<success xmlns='urn:xmpp:sasl:2'><authorization-identifier>alice@tea.example</authorization-identifier>\
         <resumed xmlns='urn:xmpp:sm:3' previd='sm-7' h='2'/></success>",
    )?;
    let again = client.resumed(&step[0].parse()?, &authenticate)?;
    println!("again: {again:?}");
    assert_eq!(
        again,
        ["<message xmlns='jabber:client' to='dormouse@tea.example'/>"]
    );
    Ok(())
}
