//! Whose inbox is believed.

use xmpp_archive::inbox::{Conversation, Inbox, InboxError};

use crate::{jid, kept};

const ENTRY: &str =
    "<entry xmlns='urn:xmpp:inbox:1' jid='romeo@montague.example' unread='5' id='9'/>";

fn last(inner: &str) -> String {
    format!(
        "<result xmlns='urn:xmpp:mam:2' id='9'><forwarded xmlns='urn:xmpp:forward:0'>{inner}</forwarded></result>"
    )
}

#[test]
fn only_the_account_itself_has_an_inbox() {
    let account = jid("juliet@capulet.example/chamber");
    for (from, is_trusted) in [
        ("", true),
        ("from='Juliet@capulet.example'", true),
        ("from='juliet@capulet.example/chamber'", false),
        ("from='capulet.example'", false),
        ("from='romeo@montague.example'", false),
        ("from='@@'", false),
    ] {
        let message = kept(&format!(
            "<message xmlns='jabber:client' {from}>{ENTRY}</message>"
        ));
        match Conversation::of(&message, &account) {
            Ok(conversation) => {
                assert!(is_trusted, "{from}");
                let conversation = conversation.expect("it has an entry");
                assert_eq!(conversation.entry.jid, jid("romeo@montague.example"));
                assert_eq!(conversation.message, None);
            }
            Err(error) => {
                assert_eq!(error, InboxError::Untrusted, "{from}");
                assert!(!is_trusted, "{from}");
            }
        }
    }
}

#[test]
fn an_entry_has_one_message_at_most() {
    let account = jid("juliet@capulet.example/chamber");
    let said = "<message xmlns='jabber:client'><body>Hail</body></message>";
    let one = last(said);
    let read = |payloads: &str| {
        let message = kept(&format!(
            "<message xmlns='jabber:client'>{payloads}</message>"
        ));
        Conversation::of(&message, &account)
    };
    let conversation = read(&format!("{ENTRY}{one}"))
        .expect("it is valid")
        .expect("it is an entry");
    let message = conversation.message.expect("it has a message");
    assert_eq!(message.body(&[]), Some("Hail"));
    for payloads in [
        format!("{ENTRY}{one}{one}"),
        format!("{ENTRY}{ENTRY}{one}"),
        format!("{ENTRY}{}", last(&[said, said].concat())),
        format!(
            "{ENTRY}{}",
            last("<iq xmlns='jabber:client' id='1' type='get'/>")
        ),
    ] {
        assert_eq!(
            read(&payloads),
            Err(InboxError::NotOneMessage),
            "{payloads}"
        );
    }
    assert!(matches!(
        read("<entry xmlns='urn:xmpp:inbox:1'/>"),
        Err(InboxError::Invalid(_))
    ));
    assert_eq!(read(&one), Ok(None));
}

#[test]
fn last_messages_are_wanted_unless_said_otherwise() {
    assert!(Inbox::new().wants_messages());
    assert!(!Inbox::new().with_messages(false).wants_messages());
}
