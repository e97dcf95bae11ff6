use xmpp_entity::ping::Ping;
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::to_string;

#[test]
fn says_nothing_but_its_name() {
    let ping: Ping = assert_typed("<ping xmlns='urn:xmpp:ping'></ping>");
    assert_eq!(ping, Ping::new());
    assert_eq!(
        to_string(&Ping::new()).expect("it can be written"),
        "<ping xmlns='urn:xmpp:ping'/>"
    );
}

#[test]
fn keeps_what_others_put_in() {
    let ping: Ping = assert_lossless("<ping xmlns='urn:xmpp:ping' hop='2'>a<b/>c</ping>");
    assert_eq!(ping.extra.attribute("", "hop"), Some("2"));
}
