use xmpp_muc::admin::{Actor, Item, Query};
use xmpp_muc::{Affiliation, Role};
use xmpp_xml::from_str;
use xmpp_xml::testing::assert_typed;

use crate::{jid, written};

#[test]
fn asks_for_lists() {
    assert_eq!(
        written(&Query::list_affiliation(Affiliation::Outcast)),
        "<query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='outcast'/></query>"
    );
    assert_eq!(
        written(&Query::list_role(Role::Moderator)),
        "<query xmlns='http://jabber.org/protocol/muc#admin'><item role='moderator'/></query>"
    );
}

#[test]
fn changes_affiliations_and_roles() {
    let mut kick = Item::set_role("Mad Hatter", Role::None);
    kick.reason = Some("tea".into());
    let ban = Item::set_affiliation(jid("wonderland.example"), Affiliation::Outcast);
    let query: Query = [kick, ban].into_iter().collect();
    assert_eq!(
        written(&query),
        "<query xmlns='http://jabber.org/protocol/muc#admin'>\
         <item nick='Mad Hatter' role='none'><reason>tea</reason></item>\
         <item affiliation='outcast' jid='wonderland.example'/></query>"
    );
    let one = Query::from(Item::set_role("Pilot", Role::Visitor));
    assert_eq!(one.items.len(), 1);
}

#[test]
fn reads_a_list() {
    let query: Query = assert_typed(
        "<query xmlns='http://jabber.org/protocol/muc#admin'>\
         <item affiliation='member' jid='a@example.org' nick='A' role='participant'>\
         <actor jid='c@example.org' nick='C'/><reason>r</reason></item>\
         <item affiliation='member' jid='b@example.org'/></query>",
    );
    let [first, second] = query.items.as_slice() else {
        panic!("not two: {query:?}");
    };
    assert_eq!(first.affiliation, Some(Affiliation::Member));
    assert_eq!(first.jid, Some(jid("a@example.org")));
    assert_eq!(first.nick.as_deref(), Some("A"));
    assert_eq!(first.role, Some(Role::Participant));
    assert_eq!(first.reason.as_deref(), Some("r"));
    let mut actor = Actor::new();
    actor.jid = Some(jid("c@example.org"));
    actor.nick = Some("C".into());
    assert_eq!(first.actor, Some(actor));
    assert_eq!(
        second,
        &Item::set_affiliation(jid("b@example.org"), Affiliation::Member)
    );
    let none: Query = assert_typed("<query xmlns='http://jabber.org/protocol/muc#admin'/>");
    assert_eq!(none, Query::new());
}

#[test]
fn keeps_the_others_as_they_were_when_one_changes() {
    let mut query: Query = from_str(
        "<query xmlns='http://jabber.org/protocol/muc#admin' page='1'>\
         <item role=' visitor' seat='4'/><map xmlns='urn:m'/><item nick='B' role='visitor'/></query>",
    )
    .expect("it is valid");
    query.items[1].role = Some(Role::Participant);
    query.items.push(Item::set_role("C", Role::None));
    assert_eq!(
        written(&query),
        "<query xmlns='http://jabber.org/protocol/muc#admin' page='1'>\
         <item role=' visitor' seat='4'/><map xmlns='urn:m'/><item nick='B' role='participant'/>\
         <item nick='C' role='none'/></query>"
    );
}
