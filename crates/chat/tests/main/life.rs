//! What is small: identifiers, events, expiration, fastening.

use xmpp_chat::events::Events;
use xmpp_chat::expiration::Expiration;
use xmpp_chat::fastening::ApplyTo;
use xmpp_chat::identity::reference_id;
use xmpp_chat::{legacy_retraction, markers};
use xmpp_core_stanzas::Message;
use xmpp_vocabulary::stanza_id::{Assigner, NS};
use xmpp_xml::{Invalid, Options, Report, from_str, read_with};

fn message(kind: &str, inside: &str) -> Message {
    let source = format!(
        "<message xmlns='jabber:client' from='party@rooms.tea.example/Hare' type='{kind}' id='own'>{inside}</message>"
    );
    from_str(&source).expect("it is valid")
}

#[test]
fn a_message_is_spoken_of_by_the_right_identifier() {
    let room = "party@rooms.tea.example".parse().expect("it is valid");
    let room = Assigner::room(&room, [NS]);
    let room = room.as_ref();
    let ids = "<origin-id xmlns='urn:xmpp:sid:0' id='origin'/>\
               <stanza-id xmlns='urn:xmpp:sid:0' by='party@rooms.tea.example' id='room'/>";
    for (kind, inside, expected) in [
        ("groupchat", ids, Some("room")),
        (
            "groupchat",
            "<origin-id xmlns='urn:xmpp:sid:0' id='origin'/>",
            None,
        ),
        ("chat", ids, Some("origin")),
        ("chat", "", Some("own")),
        ("chat", "<origin-id xmlns='urn:xmpp:sid:0'/>", Some("own")),
        ("error", ids, None),
    ] {
        let id = reference_id(&message(kind, inside), room);
        assert_eq!(id.as_deref(), expected, "{kind} {inside}");
    }
    assert_eq!(reference_id(&message("groupchat", ids), None), None);
}

#[test]
fn an_event_is_asked_for_has_happened_or_is_over() {
    let asked = Events::new().with_composing(true);
    assert!(asked.is_request() && !asked.is_cancellation());
    let happened = asked.with_id("");
    assert!(!happened.is_request() && !happened.is_cancellation());
    let over = Events::new().with_id("v1");
    assert!(!over.is_request() && over.is_cancellation());
}

#[test]
fn what_was_stored_expires() {
    let never = Expiration::new(0);
    assert!(!never.is_over_at(u64::MAX));
    let stored = Expiration::new(10).with_stored(100);
    assert!(!stored.is_over_at(0));
    assert!(!stored.is_over_at(109));
    assert!(stored.is_over_at(110));
    assert!(
        !Expiration::new(u64::MAX)
            .with_stored(1)
            .is_over_at(u64::MAX)
    );
}

#[test]
fn rejects_a_time_of_storing_that_is_none_whatever_is_kept() {
    let options = Options::new().invalid(Invalid::Keep);
    let source = "<x xmlns='jabber:x:expire' seconds='9' stored='noon'/>";
    assert!(read_with::<Expiration>(source.as_bytes(), &options, &mut Report::default()).is_err());
}

#[test]
fn a_payload_that_is_fastened_is_found_by_its_type() {
    let apply_to: ApplyTo = from_str(
        "<apply-to xmlns='urn:xmpp:fasten:0' id='m1'><retract xmlns='urn:example:retract'/>\
         <retract xmlns='urn:xmpp:message-retract:0'/></apply-to>",
    )
    .expect("it is valid");
    assert_eq!(
        apply_to.payload(),
        Ok(Some(legacy_retraction::Retract::new()))
    );
    assert_eq!(apply_to.payload::<markers::Markable>(), Ok(None));
}
