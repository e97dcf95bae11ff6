use xmpp_chat::attention::Attention;
use xmpp_core_stanzas::Message;
use xmpp_xml::from_str;
use xmpp_xml::testing::{assert_lossless, assert_typed};

use crate::written;

#[test]
fn stands_in_a_message() {
    let plain: Attention = assert_typed("<attention xmlns='urn:xmpp:attention:0'/>");
    assert_eq!(plain, Attention::new());
    assert_eq!(written(&plain), "<attention xmlns='urn:xmpp:attention:0'/>");
    let message: Message = from_str(
        "<message xmlns='jabber:client' type='headline'><attention xmlns='urn:xmpp:attention:0'/></message>",
    )
    .expect("it is valid");
    assert!(message.has_payload::<Attention>());
}

#[test]
fn keeps_what_it_does_not_know() {
    let source =
        "<attention xmlns='urn:xmpp:attention:0' level='3'>pinch<e xmlns='urn:e'/></attention>";
    let more: Attention = assert_lossless(source);
    assert_eq!(more.extra.attribute("", "level"), Some("3"));
    assert_eq!(written(&more), source);
}

#[test]
fn rejects_another_version() {
    let error = from_str::<Attention>("<attention xmlns='urn:xmpp:attention:1'/>")
        .expect_err("it is another element");
    assert!(error.is_wrong_element());
}
