use xmpp_commands::command::Command;
use xmpp_commands::errors::{Error, ErrorKind};
use xmpp_xml::from_str;
use xmpp_xml::testing::assert_typed;

use crate::written;

#[test]
fn knows_the_conditions_by_name() {
    for (name, kind) in [
        ("bad-action", ErrorKind::BadAction),
        ("bad-locale", ErrorKind::BadLocale),
        ("bad-payload", ErrorKind::BadPayload),
        ("bad-sessionid", ErrorKind::BadSessionId),
        ("malformed-action", ErrorKind::MalformedAction),
        ("session-expired", ErrorKind::SessionExpired),
    ] {
        let source = format!("<{name} xmlns='http://jabber.org/protocol/commands'/>");
        let error: Error = assert_typed(&source);
        assert_eq!(error, Error::new(kind));
        assert_eq!(written(&Error::new(kind)), source);
    }
}

#[test]
fn a_command_and_a_name_that_nobody_knows_are_no_errors() {
    for name in ["command", "note", "bad-kettle"] {
        let source = format!("<{name} xmlns='http://jabber.org/protocol/commands' node='tea'/>");
        assert!(
            from_str::<Error>(&source).is_err_and(|e| e.is_wrong_element()),
            "{name}"
        );
    }
    assert!(
        from_str::<Command>("<bad-action xmlns='http://jabber.org/protocol/commands'/>")
            .is_err_and(|e| e.is_wrong_element())
    );
}
