//! Up to which message a conversation has been displayed.

use xmpp_archive::mds::Displayed;
use xmpp_xml::{Extra, Xml};

/// As much of a stanza id as is needed here.
#[derive(Clone, Debug, PartialEq, Xml)]
#[xml(namespace = "urn:xmpp:sid:0", name = "stanza-id")]
struct StanzaId {
    #[xml(attribute)]
    id: String,
    #[xml(extra)]
    extra: Extra,
}

#[test]
fn a_conversation_is_displayed_up_to_one_message() {
    let id = "<stanza-id xmlns='urn:xmpp:sid:0' id='7'/>";
    for (content, found) in [
        (id, Some("7")),
        (&*format!("<x xmlns='urn:example:x'/>{id}"), Some("7")),
        ("", None),
        (&*[id, id].concat(), None),
    ] {
        let source = format!("<displayed xmlns='urn:xmpp:mds:displayed:0'>{content}</displayed>");
        let displayed: Displayed = xmpp_xml::from_str(&source).expect("it is valid");
        let stanza_id = displayed.stanza_id::<StanzaId>().expect("it is valid");
        assert_eq!(
            stanza_id.as_ref().map(|stanza_id| stanza_id.id.as_str()),
            found,
            "{content}"
        );
        if let Some(stanza_id) = stanza_id {
            let again = Displayed::up_to(&stanza_id).expect("it can be written");
            assert_eq!(again.payloads.len(), 1);
        }
    }
    let invalid = "<displayed xmlns='urn:xmpp:mds:displayed:0'><stanza-id xmlns='urn:xmpp:sid:0'/></displayed>";
    let displayed: Displayed = xmpp_xml::from_str(invalid).expect("it is valid");
    assert!(displayed.stanza_id::<StanzaId>().is_err());
}
