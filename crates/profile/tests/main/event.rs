//! Whose event it is.

use xmpp_core_stanzas::Message;
use xmpp_jid::BareJid;
use xmpp_profile::PersonalEvent;
use xmpp_profile::mood::{self, Feeling, Mood};
use xmpp_profile::tune::Tune;
use xmpp_xml::{Error, from_str};

fn message(attributes: &str, items: &str) -> Message {
    from_str(&format!(
        "<message xmlns='jabber:client' {attributes}><event xmlns='http://jabber.org/protocol/pubsub#event'>\
         <items node='{}'>{items}</items></event></message>",
        mood::NS
    ))
    .unwrap()
}

const SAD: &str = "<item id='1'><mood xmlns='http://jabber.org/protocol/mood'><sad/></mood></item>";

#[test]
fn an_event_is_of_its_sender() -> Result<(), Error> {
    let events = PersonalEvent::<Mood>::all_of(&message("from='a@b.example'", SAD), mood::NS)?;
    let [event] = events.as_slice() else {
        panic!("{events:?}");
    };
    assert_eq!(event.account, BareJid::new("a@b.example").ok());
    assert_eq!(event.id.as_deref(), Some("1"));
    assert_eq!(event.payload.feeling(), Some(&Feeling::Sad));
    Ok(())
}

#[test]
fn without_a_sender_it_is_of_ones_own_account() -> Result<(), Error> {
    let events = PersonalEvent::<Mood>::all_of(&message("", SAD), mood::NS)?;
    assert_eq!(events.len(), 1);
    assert_eq!(events[0].account, None);
    Ok(())
}

#[test]
fn rejects_what_a_client_or_an_occupant_has_made_up() -> Result<(), Error> {
    for from in ["a@b.example/desk", "room@muc.example/nick", "b.example/x"] {
        let message = message(&format!("from='{from}'"), SAD);
        assert!(
            PersonalEvent::<Mood>::all_of(&message, mood::NS)?.is_empty(),
            "{from}"
        );
    }
    let bounced = "<message xmlns='jabber:client' type='error' from='a@b.example'>";
    let text = xmpp_xml::to_string(&message("from='a@b.example'", SAD))?;
    let text = text.replace(
        "<message xmlns='jabber:client' from='a@b.example'>",
        bounced,
    );
    let message: Message = from_str(&text)?;
    assert!(message.is_error());
    assert!(PersonalEvent::<Mood>::all_of(&message, mood::NS)?.is_empty());
    Ok(())
}

#[test]
fn an_address_that_is_not_valid_is_nobodys() -> Result<(), Error> {
    let text = xmpp_xml::to_string(&message("from='a@b.example'", SAD))?.replace("a@b", "a@@b");
    let (message, _) = crate::keep::<Message>(&text)?;
    assert!(PersonalEvent::<Mood>::all_of(&message, mood::NS)?.is_empty());
    Ok(())
}

#[test]
fn takes_the_items_of_the_node_that_have_such_a_payload() -> Result<(), Error> {
    let items = format!(
        "{SAD}<item id='2'/><item id='3'><tune xmlns='http://jabber.org/protocol/tune'/></item>"
    );
    let message = message("from='a@b.example'", &items);
    assert_eq!(PersonalEvent::<Mood>::all_of(&message, mood::NS)?.len(), 1);
    assert_eq!(PersonalEvent::<Tune>::all_of(&message, mood::NS)?.len(), 1);
    assert!(PersonalEvent::<Mood>::all_of(&message, "urn:example:other")?.is_empty());
    Ok(())
}
