//! A component (XEP-0114): it proves that it knows the secret, says what it is, and repeats what it is told.

use std::net::TcpStream;
use std::thread;

use xmpp_stanzas::core_stanzas::{Condition, Iq, Message, Stanza};
use xmpp_stanzas::disco::info;
use xmpp_stanzas::streams::component::Handshake;
use xmpp_stanzas::streams::stream::{ContentNamespace, Header};

use super::link::{Link, Result, sockets};

/// Connects as `name`; gives the stream once the server has accepted the secret.
fn connect(socket: TcpStream, name: &str, secret: &str) -> Result<Link> {
    let mut header = Header::new(ContentNamespace::Component);
    header.to = Some(name.parse()?);
    let (mut link, theirs) = Link::open(socket, &header)?;
    let id = theirs.id.ok_or("a stream without an id")?;
    link.send(&Handshake::prove(&id, secret))?;
    match link.next()? {
        Some(element) if element.is_a::<Handshake>() => Ok(link),
        other => Err(format!("refused: {other:?}").into()),
    }
}

/// Answers until the server ends the stream.
fn serve(mut link: Link) -> Result<()> {
    while let Some(element) = link.next()? {
        let answer = match element.parse::<Stanza>() {
            Ok(stanza) => answer(&stanza)?,
            Err(error) => Stanza::error_reply_to(element.node(), &error),
        };
        if let Some(answer) = answer {
            link.send_stanza(answer)?;
        }
    }
    link.close()
}

fn answer(stanza: &Stanza) -> Result<Option<Stanza>> {
    Ok(match stanza {
        Stanza::Message(message) => match (&message.from, message.body(&[])) {
            (Some(from), Some(body)) if !message.is_error() => {
                let mut echo = Message::chat(from.clone(), body);
                echo.from.clone_from(&message.to);
                Some(echo.into())
            }
            _ => None,
        },
        Stanza::Iq(iq) => match iq.as_get::<info::Request>() {
            Ok(Some(_)) => {
                let mut response = info::Response::new();
                let identity = info::Identity::new("component", "generic");
                response.identities.push(identity);
                let result = iq.reply().map(|reply| reply.with_payload(&response));
                result.transpose()?.map(Stanza::from)
            }
            Ok(None) => stanza.error_reply(Condition::ServiceUnavailable),
            Err(error) => stanza.error_reply(error),
        },
        Stanza::Presence(_) => None,
    })
}

/// The server's end, up to the accepted handshake.
fn accept(socket: TcpStream, secret: &str) -> Result<Link> {
    let (mut link, theirs) = Link::accept(socket, |theirs| {
        let mut answer = Header::new(ContentNamespace::Component);
        answer.from.clone_from(&theirs.to);
        answer.id = Some("3BF96D32".to_owned());
        answer
    })?;
    assert_eq!(
        theirs.to.as_ref().map(|to| to.as_str()),
        Some("pot.example")
    );
    let proof: Handshake = link.next()?.ok_or("no handshake")?.parse()?;
    if !proof.proves("3BF96D32", secret) {
        return Err("the secret is another".into());
    }
    link.send(&Handshake::new())?;
    Ok(link)
}

#[test]
fn the_component_proves_itself_and_answers() -> Result<()> {
    let (ours, theirs) = sockets();
    let component = thread::spawn(move || serve(connect(ours, "pot.example", "drink me")?));
    let mut server = accept(theirs, "drink me")?;
    let stanza = |text: &str| -> Result<Stanza> { Ok(xmpp_xml::from_str(text)?) };
    let around = "xmlns='jabber:component:accept' from='alice@sea.example/desk' to='pot.example'";

    server.send(&stanza(&format!(
        "<message {around} id='m'><body>Tea?</body></message>"
    ))?)?;
    let echo = server.next()?.ok_or("no answer")?;
    assert_eq!(
        echo,
        "<message xmlns='jabber:component:accept' from='pot.example' to='alice@sea.example/desk' type='chat'>\
         <body>Tea?</body></message>"
            .parse()?
    );

    let query = "<query xmlns='http://jabber.org/protocol/disco#info'/>";
    server.send(&stanza(&format!(
        "<iq {around} type='get' id='1'>{query}</iq>"
    ))?)?;
    let iq: Iq = server.next()?.ok_or("no answer")?.parse()?;
    let response = iq.answer::<info::Response>()?.ok_or("no payload")?;
    assert!(iq.id.as_deref() == Some("1") && response.has_identity("component", "generic"));

    for (kind, payload, condition) in [
        (
            "get",
            "<ping xmlns='urn:xmpp:ping'/>",
            Condition::ServiceUnavailable,
        ),
        ("set", query, Condition::ServiceUnavailable),
        ("get", &*format!("{query}{query}"), Condition::BadRequest),
        ("pet", query, Condition::BadRequest),
    ] {
        let text = format!("<iq {around} type='{kind}' id='2'>{payload}</iq>");
        server.send(&text.parse::<xmpp_xml::RawElement>()?)?;
        let answer: Stanza = server.next()?.ok_or("no answer")?.parse()?;
        let error = answer.error().ok_or("no error")?;
        assert_eq!(error.condition(), Some(&condition), "{text}");
        assert_eq!(answer.id(), Some("2"));
    }
    server.close()?;
    component.join().map_err(|_| "the component has panicked")?
}

#[test]
fn a_component_that_does_not_know_the_secret_is_refused() {
    let (ours, theirs) = sockets();
    let component = thread::spawn(move || connect(ours, "pot.example", "eat me").map(drop));
    let refused = accept(theirs, "drink me").map(drop);
    assert!(refused.is_err_and(|error| error.to_string() == "the secret is another"));
    let component = component.join().expect("it ends");
    assert!(component.is_err());
}
