use xmpp_core_stanzas::Message;
use xmpp_vocabulary::hints::{self, Hint, HintKind};
use xmpp_xml::from_str;
use xmpp_xml::testing::assert_typed;

#[test]
fn keeps_a_hint_that_nobody_knows() {
    let hint: Hint = assert_typed("<no-print xmlns='urn:xmpp:hints'/>");
    assert_eq!(hint.kind.as_str(), "no-print");
}

#[test]
fn finds_each_of_several() {
    let message: Message = from_str(
        "<message xmlns='jabber:client'><no-copy xmlns='urn:xmpp:hints'/>\
         <no-store xmlns='urn:xmpp:hints'/></message>",
    )
    .expect("it is valid");
    assert!(hints::has(&message, &HintKind::NoCopy));
    assert!(hints::has(&message, &HintKind::NoStore));
    assert!(!hints::has(&message, &HintKind::NoPermanentStore));
}

#[test]
fn passes_over_the_hints_of_what_an_error_repeats() {
    let message: Message = from_str(
        "<message xmlns='jabber:client' type='error'><store xmlns='urn:xmpp:hints'/></message>",
    )
    .expect("it is valid");
    assert!(!hints::has(&message, &HintKind::Store));
}
