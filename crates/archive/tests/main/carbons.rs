//! Who may copy messages, and which.

use xmpp_archive::carbons::{Carbon, CarbonError, Direction};
use xmpp_core_stanzas::MessageKind;

use crate::{jid, kept};

const INNER: &str = "<message xmlns='jabber:client' from='juliet@capulet.example/balcony' \
                     to='romeo@montague.example/home'><body>Art thou not Romeo?</body></message>";

fn carbon(attributes: &str, name: &str, inner: &str) -> String {
    format!(
        "<message xmlns='jabber:client' {attributes}><{name} xmlns='urn:xmpp:carbons:2'>\
         <forwarded xmlns='urn:xmpp:forward:0'>{inner}</forwarded></{name}></message>"
    )
}

#[test]
fn only_the_account_itself_copies() {
    let account = jid("Romeo@montague.example/garden");
    for (attributes, is_trusted) in [
        ("", true),
        ("from='romeo@montague.example'", true),
        ("from='ROMEO@Montague.example'", true),
        ("from='romeo@montague.example/garden'", false),
        ("from='romeo@montague.example/home'", false),
        ("from='montague.example'", false),
        ("from='tybalt@capulet.example/home'", false),
        ("from='tybalt@montague.example'", false),
        ("from='romeo@montague.example.evil.example'", false),
        ("from='juliet@capulet.example/balcony'", false),
        ("from=''", false),
        ("from='@@'", false),
        ("from=' romeo@montague.example'", false),
    ] {
        for name in ["received", "sent"] {
            let message = kept(&carbon(attributes, name, INNER));
            let copied = Carbon::of(&message, &account);
            if is_trusted {
                let copied = copied.expect("it is trusted").expect("it is a carbon");
                assert_eq!(copied.message.body(&[]), Some("Art thou not Romeo?"));
                let is_sent = copied.direction == Direction::Sent;
                assert_eq!(is_sent, name == "sent");
            } else {
                assert_eq!(copied, Err(CarbonError::Untrusted), "{attributes}");
            }
        }
    }
}

#[test]
fn an_untrusted_carbon_is_not_even_read() {
    let account = jid("romeo@montague.example/garden");
    let message = kept(&carbon("from='tybalt@capulet.example'", "received", ""));
    assert_eq!(Carbon::of(&message, &account), Err(CarbonError::Untrusted));
}

#[test]
fn rejects_another_number_of_messages_than_one() {
    let account = jid("romeo@montague.example/garden");
    let presence = "<presence xmlns='jabber:client'/>";
    let stray = "<message xmlns='urn:example:x'/>";
    for inner in [
        "",
        presence,
        stray,
        &[INNER, INNER].concat(),
        &[INNER, presence].concat(),
    ] {
        let message = kept(&carbon("", "received", inner));
        let copied = Carbon::of(&message, &account);
        assert_eq!(copied, Err(CarbonError::NotOneMessage), "{inner}");
    }
}

#[test]
fn rejects_several_copies() {
    let account = jid("romeo@montague.example/garden");
    let forwarded = format!("<forwarded xmlns='urn:xmpp:forward:0'>{INNER}</forwarded>");
    let copy = |name| format!("<{name} xmlns='urn:xmpp:carbons:2'>{forwarded}</{name}>");
    for (one, other) in [("sent", "received"), ("received", "sent"), ("sent", "sent")] {
        let message = kept(&format!(
            "<message xmlns='jabber:client'>{}{}</message>",
            copy(one),
            copy(other)
        ));
        let copied = Carbon::of(&message, &account);
        assert_eq!(copied, Err(CarbonError::NotOneMessage));
    }
    let message = kept(&format!(
        "<message xmlns='jabber:client'><sent xmlns='urn:xmpp:carbons:2'>{forwarded}{forwarded}</sent></message>"
    ));
    assert!(matches!(
        Carbon::of(&message, &account),
        Err(CarbonError::Invalid(_))
    ));
}

#[test]
fn a_carbon_of_an_error_is_one_and_a_bounce_is_none() {
    let account = jid("romeo@montague.example/garden");
    let message = kept(&carbon("type='error'", "received", INNER));
    let copied = Carbon::of(&message, &account).expect("it is trusted");
    assert!(copied.is_some());

    let error = "<error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>";
    let carbon = carbon("type='error'", "received", INNER);
    let (carbon, end) = carbon.rsplit_once("</message>").expect("it ends");
    let bounced = kept(&format!("{carbon}{error}</message>{end}"));
    assert_eq!(bounced.kind, Some(MessageKind::Error));
    assert!(bounced.error.is_some());
    assert_eq!(Carbon::of(&bounced, &account), Ok(None));
    // An error that cannot be read, and is kept.
    let error = "<error type='cancel' code='none'/>";
    let bounced = kept(&format!("{carbon}{error}</message>{end}"));
    assert_eq!(Carbon::of(&bounced, &account), Ok(None));
}

#[test]
fn another_message_is_no_carbon() {
    let account = jid("romeo@montague.example/garden");
    for source in [
        "<message xmlns='jabber:client' from='tybalt@capulet.example'><body>Turn thee.</body></message>",
        "<message xmlns='jabber:client'><private xmlns='urn:xmpp:carbons:2'/></message>",
        "<message xmlns='jabber:client'><received xmlns='urn:example:carbons'/></message>",
    ] {
        assert_eq!(Carbon::of(&kept(source), &account), Ok(None), "{source}");
    }
}
