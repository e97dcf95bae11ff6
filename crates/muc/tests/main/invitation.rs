use xmpp_muc::invitation::Invitation;
use xmpp_xml::testing::assert_typed;
use xmpp_xml::{ErrorKind, from_str};

use crate::{jid, written};

#[test]
fn reads_every_attribute() {
    let invitation: Invitation = assert_typed(
        "<x xmlns='jabber:x:conference' continue='1' jid='Tower@rooms.example' password='p' reason='r' thread='t'/>",
    );
    assert!(invitation.continues);
    assert_eq!(invitation.jid.as_str(), "Tower@rooms.example");
    assert_eq!(invitation.password.as_deref(), Some("p"));
    assert_eq!(invitation.reason.as_deref(), Some("r"));
    assert_eq!(invitation.thread.as_deref(), Some("t"));
    assert_eq!(invitation.text, None);
}

#[test]
fn reads_the_reason_as_rooms_write_it() {
    let invitation: Invitation =
        assert_typed("<x xmlns='jabber:x:conference' jid='tower@rooms.example'>Come</x>");
    assert_eq!(invitation.text.as_deref(), Some("Come"));
    assert_eq!(invitation.reason, None);
}

#[test]
fn keeps_an_explicit_default() {
    let told: Invitation =
        assert_typed("<x xmlns='jabber:x:conference' continue='0' jid='tower@rooms.example'/>");
    assert!(!told.continues);
    assert!(written(&told).contains("continue='0'"));
    assert_eq!(
        written(&Invitation::new(jid("tower@rooms.example"))),
        "<x xmlns='jabber:x:conference' jid='tower@rooms.example'/>"
    );
}

#[test]
fn rejects_an_invitation_to_nowhere() {
    let error =
        from_str::<Invitation>("<x xmlns='jabber:x:conference'/>").expect_err("there is no room");
    assert_eq!(
        error.kind(),
        &ErrorKind::MissingAttribute {
            element: "x",
            name: "jid"
        }
    );
}
