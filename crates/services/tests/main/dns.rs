use xmpp_services::dns::{Dns, Message};
use xmpp_xml::{Value as _, from_str, to_string};

#[test]
fn writes_no_padding_whatever_the_length() {
    for length in 0..=7_u8 {
        let bytes: Vec<u8> = (0..length).collect();
        let text = Message(bytes.clone()).to_text();
        assert!(!text.contains('='), "{text}");
        assert_eq!(Message::parse(&text), Ok(Message(bytes)), "{text}");
    }
    assert_eq!(Message(vec![1]).to_text(), "AQ");
    assert_eq!(Message(vec![1, 2]).to_text(), "AQI");
    assert_eq!(Message(vec![1, 2, 3, 4]).to_text(), "AQIDBA");
}

#[test]
fn keeps_padding_that_was_there_until_the_message_changes() {
    let source = "<dns xmlns='urn:xmpp:dox:0'>AQ==</dns>";
    let mut dns: Dns = from_str(source).expect("it is valid");
    assert_eq!(to_string(&dns).expect("it can be written"), source);
    dns.message.0.push(2);
    assert_eq!(
        to_string(&dns).expect("it can be written"),
        "<dns xmlns='urn:xmpp:dox:0'>AQI</dns>"
    );
}
