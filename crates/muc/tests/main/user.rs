use xmpp_muc::user::{
    Actor, Continue, Decline, Destroy, Invite, Item, MucUser, Status, StatusCode,
};
use xmpp_muc::{Affiliation, Role};
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::{Invalid, Options, Report, Value, from_str, read_with};

use crate::{jid, written};

/// Information with these codes and an item in between.
fn with_codes(codes: &[u16]) -> MucUser {
    let mut info = MucUser::new();
    info.items.push(Item::new(Affiliation::None, Role::None));
    info.statuses
        .extend(codes.iter().map(|&code| Status::new(StatusCode::new(code))));
    info
}

#[test]
fn reads_what_an_occupant_is() {
    let info: MucUser = assert_typed(
        "<x xmlns='http://jabber.org/protocol/muc#user'>\
         <item affiliation='owner' jid='Pilot@airfield.example/Cockpit' nick='🛩 Pilot' role='moderator'>\
         <actor jid='control@airfield.example' nick='Control'/><continue thread='t'/><reason>why</reason></item></x>",
    );
    let [item] = info.items.as_slice() else {
        panic!("not one item: {info:?}");
    };
    assert_eq!(item.affiliation, Some(Affiliation::Owner));
    assert_eq!(item.role, Some(Role::Moderator));
    assert_eq!(
        item.jid.as_ref().map(|jid| jid.as_str()),
        Some("Pilot@airfield.example/Cockpit")
    );
    assert_eq!(item.nick.as_deref(), Some("🛩 Pilot"));
    let actor = item.actor.as_ref().expect("there is an actor");
    assert_eq!(actor.jid, Some(jid("control@airfield.example")));
    assert_eq!(actor.nick.as_deref(), Some("Control"));
    let continuation = item.continuation.as_ref().expect("it goes on");
    assert_eq!(continuation.thread.as_deref(), Some("t"));
    assert_eq!(item.reason.as_deref(), Some("why"));
}

#[test]
fn knows_the_affiliations_and_roles_and_keeps_others() {
    for (token, affiliation) in [
        ("owner", Affiliation::Owner),
        ("admin", Affiliation::Admin),
        ("member", Affiliation::Member),
        ("none", Affiliation::None),
        ("outcast", Affiliation::Outcast),
        ("mascot", Affiliation::from("mascot")),
    ] {
        let item: Item = assert_typed(&format!(
            "<item xmlns='http://jabber.org/protocol/muc#user' affiliation='{token}'/>"
        ));
        assert_eq!(affiliation.as_str(), token);
        assert_eq!(item.affiliation, Some(affiliation));
    }
    for (token, role) in [
        ("moderator", Role::Moderator),
        ("participant", Role::Participant),
        ("visitor", Role::Visitor),
        ("none", Role::None),
        ("navigator", Role::from("navigator")),
    ] {
        let item: Item = assert_typed(&format!(
            "<item xmlns='http://jabber.org/protocol/muc#user' role='{token}'/>"
        ));
        assert_eq!(role.as_str(), token);
        assert_eq!(item.role, Some(role));
    }
}

#[test]
fn names_the_registered_status_codes() {
    let registered = [
        100, 101, 102, 103, 104, 110, 170, 171, 172, 173, 174, 201, 210, 301, 303, 307, 321, 322,
        332, 333,
    ];
    let named: Vec<u16> = StatusCode::NAMED.iter().map(|code| code.number()).collect();
    assert_eq!(named, registered);
    let mut names: Vec<&str> = StatusCode::NAMED
        .iter()
        .map(|code| code.name().expect("it is named"))
        .collect();
    assert_eq!(StatusCode::SELF_PRESENCE.name(), Some("self-presence"));
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), registered.len());
    assert_eq!(StatusCode::new(111).name(), None);
}

#[test]
fn keeps_status_codes_that_it_does_not_know() {
    let info: MucUser = assert_typed(
        "<x xmlns='http://jabber.org/protocol/muc#user'>\
         <status code='799'/><status code='0110'/><status code='799'/><status/></x>",
    );
    assert_eq!(
        info.status_codes()
            .map(StatusCode::number)
            .collect::<Vec<_>>(),
        [799, 110, 799]
    );
    assert_eq!(info.statuses.len(), 4);
    assert!(info.is_self_presence());
}

#[test]
fn rejects_a_status_code_that_is_no_number_and_keeps_it_where_told_to() {
    for text in ["", "self", "-110", "110.0", "99999"] {
        assert!(StatusCode::parse(text).is_err(), "{text}");
    }
    let source = "<x xmlns='http://jabber.org/protocol/muc#user'><status code='self'/><status code='110'/></x>";
    let error = from_str::<MucUser>(source).expect_err("it is no number");
    assert_eq!(error.path(), "/x/status[1]/@code");
    let mut report = Report::default();
    let options = Options::new().invalid(Invalid::Keep);
    let info: MucUser = read_with(source.as_bytes(), &options, &mut report).expect("it is kept");
    assert!(info.is_self_presence());
    assert_eq!(written(&info), source);
}

#[test]
fn tells_what_has_happened() {
    let self_presence = with_codes(&[100, 110, 201, 210]);
    assert!(self_presence.is_self_presence());
    assert!(self_presence.is_room_created());
    assert!(self_presence.is_nick_assigned());
    assert!(self_presence.has_status(StatusCode::ADDRESS_PUBLIC));
    assert_eq!(self_presence.new_nick(), None);
    assert_eq!(self_presence.removal(), None);

    let nothing = with_codes(&[]);
    assert!(!nothing.is_self_presence());
    assert!(!nothing.is_room_created());
    assert!(!nothing.is_nick_assigned());
}

#[test]
fn tells_a_new_nickname_from_a_departure() {
    let mut info = with_codes(&[303]);
    assert_eq!(info.new_nick(), None);
    info.items[0].nick = Some("Copilot".into());
    assert_eq!(info.new_nick(), Some("Copilot"));
    info.statuses.clear();
    assert_eq!(info.new_nick(), None);
}

#[test]
fn tells_why_an_occupant_was_removed() {
    for (codes, removal) in [
        (&[][..], None),
        (&[110], None),
        (&[303, 110], None),
        (&[110, 301], Some(StatusCode::BANNED)),
        (&[307, 110], Some(StatusCode::KICKED)),
        (&[110, 307, 333], Some(StatusCode::REMOVED_ERROR)),
        (&[307, 332], Some(StatusCode::REMOVED_SHUTDOWN)),
        (&[321], Some(StatusCode::REMOVED_AFFILIATION)),
        (&[322], Some(StatusCode::REMOVED_MEMBERSHIP)),
    ] {
        assert_eq!(with_codes(codes).removal(), removal, "{codes:?}");
    }
}

#[test]
fn reads_several_invitations_and_declines() {
    let info: MucUser = assert_typed(
        "<x xmlns='http://jabber.org/protocol/muc#user'>\
         <invite to='a@example.org'><reason>Come</reason><continue thread='t'/></invite>\
         <invite to='b@example.org/desk'><continue/></invite>\
         <decline from='c@example.org'><reason>No</reason></decline>\
         <decline from='d@example.org'/>\
         <password>p</password></x>",
    );
    let [first, second] = info.invites.as_slice() else {
        panic!("not two: {info:?}");
    };
    assert_eq!(first.to, Some(jid("a@example.org")));
    assert_eq!(first.reason.as_deref(), Some("Come"));
    let thread = |invite: &Invite| invite.continuation.clone().map(|c| c.thread);
    assert_eq!(thread(first), Some(Some("t".into())));
    assert_eq!(thread(second), Some(None));
    let [first, second] = info.declines.as_slice() else {
        panic!("not two: {info:?}");
    };
    assert_eq!(first.from, Some(jid("c@example.org")));
    assert_eq!(first.reason.as_deref(), Some("No"));
    assert_eq!((&second.reason, &second.to), (&None, &None));
    assert_eq!(info.password.as_deref(), Some("p"));
}

#[test]
fn writes_invitations() {
    let mut info = MucUser::new();
    info.invites.push(Invite::new(jid("a@example.org")));
    info.invites
        .push(Invite::on_behalf_of(jid("b@example.org/desk")));
    info.invites[1].continuation = Some(Continue::new());
    info.declines.push(Decline::new(jid("c@example.org")));
    info.declines
        .push(Decline::on_behalf_of(jid("d@example.org")));
    assert_eq!(
        written(&info),
        "<x xmlns='http://jabber.org/protocol/muc#user'>\
         <invite to='a@example.org'/><invite from='b@example.org/desk'><continue/></invite>\
         <decline to='c@example.org'/><decline from='d@example.org'/></x>"
    );
}

#[test]
fn reads_the_end_of_a_room() {
    let info: MucUser = assert_typed(
        "<x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none'/>\
         <destroy jid='b@rooms.example'><password>p</password><reason>why</reason></destroy></x>",
    );
    let destroy = info.destroy.expect("the room is gone");
    assert_eq!(destroy.jid, Some(jid("b@rooms.example")));
    assert_eq!(destroy.password.as_deref(), Some("p"));
    assert_eq!(destroy.reason.as_deref(), Some("why"));
    let plain: MucUser =
        assert_typed("<x xmlns='http://jabber.org/protocol/muc#user'><destroy/></x>");
    assert_eq!(plain.destroy, Some(Destroy::new()));
}

#[test]
fn keeps_order_and_unknown_things_when_a_role_changes() {
    let mut info: MucUser = assert_lossless(
        "<x xmlns='http://jabber.org/protocol/muc#user'><status code='110'/>\
         <version xmlns='urn:v' n='1'/>\
         <item role='visitor' affiliation=' member ' seat='4'><reason xml:lang='en'>r</reason></item>\
         <status code='100'><realjid-public xmlns='urn:c'/></status></x>",
    );
    info.items[0].role = Some(Role::Participant);
    info.items[0].actor = Some(Actor::new());
    assert_eq!(
        written(&info),
        "<x xmlns='http://jabber.org/protocol/muc#user'><status code='110'/>\
         <version xmlns='urn:v' n='1'/>\
         <item affiliation=' member ' role='participant' seat='4'><actor/><reason xml:lang='en'>r</reason></item>\
         <status code='100'><realjid-public xmlns='urn:c'/></status></x>"
    );
}

#[test]
fn passes_over_items_of_another_namespace() {
    let info: MucUser = assert_lossless(
        "<x xmlns='http://jabber.org/protocol/muc#user'>\
         <item xmlns='http://jabber.org/protocol/muc#admin' affiliation='owner'/><item affiliation='none'/></x>",
    );
    assert_eq!(info.items.len(), 1);
    assert_eq!(info.items[0].affiliation, Some(Affiliation::None));
}
