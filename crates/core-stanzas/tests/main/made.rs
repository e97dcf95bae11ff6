//! Stanzas made in one line each, and what is on the wire.

use xmpp_core_stanzas::{Iq, Message, Presence, Show, Stanza};
use xmpp_jid::{BareJid, FullJid};
use xmpp_xml::{RawElement, from_str, to_string};

use crate::{jid, raw};

#[track_caller]
fn writes(stanza: impl Into<Stanza>, expected: &str) {
    let stanza = stanza.into();
    let written = to_string(&stanza).unwrap();
    assert_eq!(written, expected);
    assert_eq!(from_str(&written), Ok(stanza));
}

#[test]
fn a_stanza_is_shown_as_its_xml() {
    let message = Message::chat(jid("bob@b.example"), "Tea <&> cake?");
    let expected = to_string(&message).unwrap();
    assert_eq!(message.to_string(), expected);
    assert_eq!(Stanza::from(message).to_string(), expected);
    // A program that logs does not stop for what cannot be sent, and nobody takes this for a stanza.
    let broken = Message::chat(jid("bob@b.example"), "\u{1}");
    to_string(&broken).unwrap_err();
    let shown = broken.to_string();
    assert!(
        shown.starts_with("<!-- ") && shown.ends_with(" -->"),
        "{shown}"
    );
    from_str::<Stanza>(&shown).unwrap_err();
}

#[test]
fn addresses_are_set_and_removed() {
    let mut stanza = Stanza::from(Message::chat(jid("bob@b.example"), "Tea?"));
    stanza.set_sender(jid("ann@a.example"));
    stanza.set_recipient(None);
    stanza.set_id("7".to_owned());
    stanza.set_lang(Some("en".into()));
    assert_eq!(
        stanza.to_string(),
        "<message xmlns='jabber:client' from='ann@a.example' id='7' type='chat' xml:lang='en'><body>Tea?</body></message>"
    );
}

#[test]
fn messages() {
    let bob = BareJid::new("bob@b.example").unwrap();
    writes(
        Message::chat(bob.clone(), "Tea?")
            .with_body_in("nl", "Thee?")
            .with_thread("t"),
        "<message xmlns='jabber:client' to='bob@b.example' type='chat'><body>Tea?</body>\
         <body xml:lang='nl'>Thee?</body><thread>t</thread></message>",
    );
    writes(
        Message::normal(&bob, "Tea").with_subject("Invitation"),
        "<message xmlns='jabber:client' to='bob@b.example'><subject>Invitation</subject><body>Tea</body></message>",
    );
    writes(
        Message::headline(FullJid::new("bob@b.example/desk").unwrap(), "Tea is ready"),
        "<message xmlns='jabber:client' to='bob@b.example/desk' type='headline'><body>Tea is ready</body></message>",
    );
    writes(
        Message::groupchat(jid("room@m.example"), "Tea, all?").with_lang("en"),
        "<message xmlns='jabber:client' to='room@m.example' type='groupchat' xml:lang='en'>\
         <body>Tea, all?</body></message>",
    );
    writes(
        Message::room_subject(jid("room@m.example"), ""),
        "<message xmlns='jabber:client' to='room@m.example' type='groupchat'><subject/></message>",
    );
}

#[test]
fn presences() {
    let bob = jid("bob@b.example");
    writes(
        Presence::new()
            .with_show(Show::Dnd)
            .with_status("Pouring")
            .with_priority(7),
        "<presence xmlns='jabber:client'><show>dnd</show><status>Pouring</status><priority>7</priority></presence>",
    );
    writes(
        Presence::unavailable().with_status("Gone"),
        "<presence xmlns='jabber:client' type='unavailable'><status>Gone</status></presence>",
    );
    writes(
        Presence::subscribe(&bob),
        "<presence xmlns='jabber:client' to='bob@b.example' type='subscribe'/>",
    );
    writes(
        Presence::subscribed(bob),
        "<presence xmlns='jabber:client' to='bob@b.example' type='subscribed'/>",
    );
}

#[test]
fn requests() {
    let ping: RawElement = raw("<ping xmlns='urn:xmpp:ping'/>");
    writes(
        Iq::get("1", &ping).unwrap().with_to(jid("b.example")),
        "<iq xmlns='jabber:client' to='b.example' id='1' type='get'><ping xmlns='urn:xmpp:ping'/></iq>",
    );
    writes(
        Iq::set("2", &ping).unwrap(),
        "<iq xmlns='jabber:client' id='2' type='set'><ping xmlns='urn:xmpp:ping'/></iq>",
    );
}

#[test]
fn whichever_stanza_it_is() {
    for source in [
        "<message xmlns='jabber:client'/>",
        "<presence xmlns='jabber:client'/>",
        "<iq xmlns='jabber:client' id='1' type='result'/>",
    ] {
        let stanza: Stanza = from_str(source).unwrap();
        let mut changed = stanza
            .with_from(jid("a@a.example/x"))
            .with_to(BareJid::new("b.example").unwrap())
            .with_id("7")
            .with_lang("en");
        assert_eq!(changed.sender(), Some(&jid("a@a.example/x")));
        assert_eq!(changed.recipient(), Some(&jid("b.example")));
        assert_eq!(changed.id(), Some("7"));
        changed.stamp(jid("c.example"), Some(&"nl".into()));
        assert_eq!(changed.sender(), Some(&jid("c.example")));
        assert_eq!(changed.lang(), Some(&"en".into()), "what it names stays");
    }
}
