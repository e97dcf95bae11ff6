use xmpp_blocking::errors::Blocked;
use xmpp_core_stanzas::{Condition, StanzaError};
use xmpp_xml::from_str;
use xmpp_xml::testing::{assert_lossless, assert_typed};

use crate::written;

#[test]
fn stands_beside_the_condition_of_an_error() {
    let error: StanzaError = from_str(
        "<error xmlns='jabber:client' type='cancel'>\
         <not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>\
         <blocked xmlns='urn:xmpp:blocking:errors'/></error>",
    )
    .expect("it is valid");
    assert_eq!(error.condition(), Some(&Condition::NotAcceptable));
    assert_eq!(error.application_condition(), Ok(Some(Blocked::new())));
}

#[test]
fn keeps_what_it_does_not_know() {
    let plain: Blocked = assert_typed("<blocked xmlns='urn:xmpp:blocking:errors'/>");
    assert_eq!(plain, Blocked::new());
    let more: Blocked = assert_lossless(
        "<blocked xmlns='urn:xmpp:blocking:errors' since='June'>by you<hint xmlns='urn:h'/></blocked>",
    );
    assert_eq!(more.extra.attribute("", "since"), Some("June"));
    assert_eq!(
        written(&more),
        "<blocked xmlns='urn:xmpp:blocking:errors' since='June'>by you<hint xmlns='urn:h'/></blocked>"
    );
}

#[test]
fn rejects_an_element_of_the_namespace_of_the_command() {
    let error = from_str::<Blocked>("<blocked xmlns='urn:xmpp:blocking'/>")
        .expect_err("it is another element");
    assert!(error.is_wrong_element());
}
