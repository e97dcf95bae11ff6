//! A gateway between two networks, which changes addresses and nothing else: `alice@sea.example` of one side is
//! `alice%sea.example@gate.example` on the other.

use std::net::TcpStream;
use std::thread;

use xmpp_stanzas::core_stanzas::Stanza;
use xmpp_stanzas::jid::Jid;
use xmpp_stanzas::streams::stream::{ContentNamespace, Header};
use xmpp_xml::RawElement;

use super::link::{Link, Result, sockets};
use crate::corpus::vectors;

const GATE: &str = "gate.example";

/// The address that stands for one of this side on the other; `None` where there can be none.
fn outside(address: &Jid) -> Option<Jid> {
    let domain = address.domain();
    let local = address
        .local()
        .map_or_else(|| format!("%{domain}"), |local| format!("{local}%{domain}"));
    let address = address.is_valid().then_some(address)?;
    Jid::from_parts(Some(&local), GATE, address.resource()).ok()
}

/// The address of the other side that an address at the gateway stands for; `None` for one that stands for none.
fn inside(address: &Jid) -> Option<Jid> {
    let (local, domain) = address
        .local()
        .filter(|_| address.domain() == GATE)?
        .rsplit_once('%')?;
    let local = Some(local).filter(|local| !local.is_empty());
    Jid::from_parts(local, domain, address.resource()).ok()
}

/// Passes on what comes from one side to the other until it ends; what has no address there is returned as an error.
fn pass(mut from: Link, mut to: Link) -> Result<()> {
    while let Some(element) = from.next()? {
        let mut stanza = match element.parse::<Stanza>() {
            Ok(stanza) => stanza,
            Err(error) => {
                if let Some(answer) = Stanza::error_reply_to(element.node(), &error) {
                    from.send_stanza(answer)?;
                }
                continue;
            }
        };
        let addresses = stanza
            .sender()
            .and_then(outside)
            .zip(stanza.recipient().and_then(inside));
        let Some((sender, recipient)) = addresses else {
            if let Some(answer) =
                stanza.error_reply(xmpp_stanzas::core_stanzas::Condition::ItemNotFound)
            {
                from.send_stanza(answer)?;
            }
            continue;
        };
        stanza.set_sender(Some(sender));
        stanza.set_recipient(Some(recipient));
        to.send(&stanza)?;
    }
    to.close()?;
    from.close()
}

/// Two ends of a stream between servers, opened.
fn linked() -> Result<(Link, Link)> {
    let (one, other) = sockets();
    let header = |id: &str| {
        let mut header = Header::new(ContentNamespace::Server);
        header.id = Some(id.to_owned());
        header
    };
    let opened = thread::spawn(move || open(one, &header("1")));
    let (accepted, _) = Link::accept(other, |_| header("2"))?;
    let opened = opened.join().map_err(|_| "it has panicked")??;
    Ok((opened, accepted))
}

fn open(socket: TcpStream, header: &Header) -> Result<Link> {
    Link::open(socket, header).map(|(link, _)| link)
}

#[test]
fn the_gateway_changes_addresses_and_nothing_else() -> Result<()> {
    let (mut sea, gate_at_sea) = linked()?;
    let (gate_at_land, mut land) = linked()?;
    let gateway = thread::spawn(move || pass(gate_at_sea, gate_at_land));
    let from: Jid = "alice@sea.example/desk".parse()?;
    let to: Jid = "hare%land.example@gate.example/🫖".parse()?;
    let mut passed = 0;
    for specimen in vectors() {
        // Every stanza of our vectors, with what it carries, as a server's.
        let Ok(mut sent) = specimen.element.parse::<Stanza>() else {
            continue;
        };
        if sent
            .set_namespace(xmpp_stanzas::core_stanzas::StanzaNamespace::Server)
            .is_err()
        {
            continue;
        }
        sent.set_sender(Some(from.clone()));
        sent.set_recipient(Some(to.clone()));
        sea.send(&sent)?;
        let arrived = land.next()?.ok_or("nothing arrives")?;
        let source = &specimen.source;
        let address = |name| {
            arrived
                .node()
                .attribute(name)
                .map(|value| value.into_owned())
        };
        assert_eq!(
            address("from").as_deref(),
            Some("alice%sea.example@gate.example/desk"),
            "{source}"
        );
        assert_eq!(
            address("to").as_deref(),
            Some("hare@land.example/🫖"),
            "{source}"
        );
        // With the addresses put back, it is what was sent, in every element, attribute and text.
        let text = arrived.to_string();
        let put_back = text
            .replacen("alice%sea.example@gate.example/desk", from.as_str(), 1)
            .replacen("hare@land.example/🫖", to.as_str(), 1);
        let put_back: RawElement = put_back.parse()?;
        assert_eq!(
            put_back.canonical(),
            RawElement::from_element(&sent)?.canonical(),
            "{source}"
        );
        // And what it carries is so byte for byte; but that something is in no namespace has to be said in a stream.
        let carried = |stanza: &Stanza| -> Vec<String> {
            let payloads = stanza.payloads().iter().map(ToString::to_string);
            payloads.map(|text| text.replace(" xmlns=''", "")).collect()
        };
        assert_eq!(carried(&arrived.parse()?), carried(&sent), "{source}");
        passed += 1;
    }
    assert!(passed > 500, "{passed}");
    sea.close()?;
    assert!(land.next()?.is_none());
    gateway.join().map_err(|_| "the gateway has panicked")?
}

#[test]
fn the_gateway_returns_what_has_no_address_on_the_other_side() -> Result<()> {
    let (mut sea, gate_at_sea) = linked()?;
    let (gate_at_land, mut land) = linked()?;
    let gateway = thread::spawn(move || pass(gate_at_sea, gate_at_land));
    for (text, condition) in [
        (
            "<message xmlns='jabber:server' from='a@sea.example' to='gate.example'/>",
            "item-not-found",
        ),
        (
            "<message xmlns='jabber:server' from='a@sea.example' to='b%@gate.example'/>",
            "item-not-found",
        ),
        (
            "<iq xmlns='jabber:server' from='a@sea.example' to='b%c@land.example' type='get' id='1'><a xmlns='b'/></iq>",
            "item-not-found",
        ),
        (
            "<message xmlns='jabber:server' from='a@sea.example' to='@'/>",
            "jid-malformed",
        ),
    ] {
        sea.send(&text.parse::<RawElement>()?)?;
        let answer: Stanza = sea.next()?.ok_or("no answer")?.parse()?;
        let error = answer.error().ok_or("no error")?;
        let said = error.condition().map(ToString::to_string);
        assert_eq!(said.as_deref(), Some(condition), "{text}");
    }
    sea.close()?;
    assert!(land.next()?.is_none(), "nothing has passed");
    gateway.join().map_err(|_| "the gateway has panicked")?
}
