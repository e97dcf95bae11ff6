//! Up to which message a conversation has been displayed.

use xmpp_archive::mds::Displayed;
use xmpp_vocabulary::stanza_id::StanzaId;
use xmpp_xml::{Invalid, Options, Report, read_with, to_string};

use crate::jid;

#[test]
fn rejects_another_number_of_messages_than_one_even_where_invalid_values_are_kept() {
    let options = Options::new().invalid(Invalid::Keep);
    let id = "<stanza-id xmlns='urn:xmpp:sid:0' by='juliet@capulet.example' id='7'/>";
    for (content, is_one) in [
        (id, true),
        ("", false),
        (&*[id, id].concat(), false),
        (
            "<stanza-id xmlns='urn:xmpp:sid:0' by='juliet@capulet.example'/>",
            false,
        ),
    ] {
        let source = format!("<displayed xmlns='urn:xmpp:mds:displayed:0'>{content}</displayed>");
        let displayed = read_with::<Displayed>(source.as_bytes(), &options, &mut Report::default());
        assert_eq!(displayed.is_ok(), is_one, "{content}");
    }
}

#[test]
fn names_a_message_by_what_the_account_calls_it() {
    let displayed = Displayed::new(StanzaId::new("7", jid("juliet@capulet.example")));
    assert_eq!(
        to_string(&displayed).expect("it can be written"),
        "<displayed xmlns='urn:xmpp:mds:displayed:0'>\
         <stanza-id xmlns='urn:xmpp:sid:0' id='7' by='juliet@capulet.example'/></displayed>"
    );
}
