use xmpp_chat::receipts::{Received, Request};
use xmpp_core_stanzas::Message;
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::{ErrorKind, from_str};

use crate::written;

#[test]
fn asks_for_a_receipt_and_gives_it() {
    let request: Request = assert_typed("<request xmlns='urn:xmpp:receipts'/>");
    assert_eq!(request, Request::new());
    assert_eq!(written(&request), "<request xmlns='urn:xmpp:receipts'/>");
    let received: Received = assert_typed("<received xmlns='urn:xmpp:receipts' id='r1'/>");
    assert_eq!(received, Received::new("r1"));
    assert_eq!(
        written(&received),
        "<received xmlns='urn:xmpp:receipts' id='r1'/>"
    );
}

#[test]
fn keeps_an_id_to_the_letter() {
    for (text, id) in [
        ("", ""),
        (" r1 ", " r1 "),
        ("&lt;r&#x31;&gt;", "<r1>"),
        ("r&#10;1", "r\n1"),
        ("чай", "чай"),
    ] {
        let received: Received = assert_typed(&format!(
            "<received xmlns='urn:xmpp:receipts' id='{text}'/>"
        ));
        assert_eq!(received.id, id);
    }
}

#[test]
fn keeps_what_it_does_not_know_when_the_id_changes() {
    let mut received: Received = assert_lossless(
        "<received xmlns='urn:xmpp:receipts' to='pot' id='r1'>thanks<e xmlns='urn:e'/></received>",
    );
    received.id = "r2".into();
    let again: Received = assert_lossless(&written(&received));
    assert_eq!(again, received);
    assert_eq!(again.id, "r2");
    assert_eq!(again.extra.attribute("", "to"), Some("pot"));
}

#[test]
fn is_told_apart_by_name_in_a_message() {
    let message: Message = from_str(
        "<message xmlns='jabber:client'><request xmlns='urn:xmpp:receipts'/><body>b</body></message>",
    )
    .expect("it is valid");
    assert_eq!(message.payload::<Received>(), Ok(None));
    assert_eq!(message.payload(), Ok(Some(Request::new())));
}

#[test]
fn rejects_a_receipt_that_does_not_say_for_what() {
    let error = from_str::<Received>("<received xmlns='urn:xmpp:receipts'/>")
        .expect_err("a receipt has an id");
    assert_eq!(
        error.kind(),
        &ErrorKind::MissingAttribute {
            element: "received",
            name: "id"
        }
    );
}
